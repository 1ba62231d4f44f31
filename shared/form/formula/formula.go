// Package formula is how an office writes what a service costs: an
// expression over the answers of a form, such as
//
//	max(25000, luas * 1500) + if(jenis = "ruko", 50000, 0)
//
// The result is whole rupiah. The same code runs on the phone, which shows
// what it will cost while somebody fills in the form, and on the server.
//
// It knows numbers, 2% for 0.02, + - * / and brackets, the comparisons
// < <= = <> >= >, and, or, not, and these functions, in English or Indonesian:
//
//	if(truth, then, else)     jika
//	min(a, b, ...)            max(a, b, ...)
//	round(x) round(x, step)   bulat      half a step goes away from zero
//	up(x, step)               naik       to the next step
//	down(x, step)             turun      to the step before
//	count(table)              banyak     rows
//	sum(table.column * 2)     jumlah     over the rows of a table
//
// A question that was not answered, or not asked, counts as 0. Source: specs,
// permits 2 (retribusi, pajak, PNBP) and 3 (rumus).
package formula

import (
	"strconv"

	"rumah/shared/fault"
)

// Limits of a formula.
const (
	MostLetters = 1000
	mostDepth   = 40   // of brackets in brackets
	MostRupiah  = 1e12 // that a fee may be
	field       = "formula"
)

// Formula is a formula that was read and makes sense in itself. Whether the
// names in it exist, Check tells.
type Formula struct {
	text string
	root *node
}

// Values are the answers a formula is worked out with, in the form that
// package form keeps them: numbers as "12.5", choices by their id.
type Values struct {
	Answers map[string]string
	Tables  map[string][]map[string]string // rows by table
}

// wrong is the fault of a formula at a letter, counted from 1 as people do.
func wrong(key string, at int) error {
	return fault.Wrong(fault.Field{Name: field, Key: key, Bound: strconv.Itoa(at + 1)})
}

// String is the formula as it was written.
func (f *Formula) String() string { return f.text }
