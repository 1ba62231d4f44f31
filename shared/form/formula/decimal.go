package formula

import (
	"math/bits"
	"strings"
)

// decimal is a number of eighteen significant digits: c times ten to the
// power of e. Sums of money come out to the rupiah, which floating point does
// not promise, and it weighs a twentieth of math/big on the phone.
type decimal struct {
	c int64 // between -10^18 and 10^18, both excluded
	e int
}

const (
	digits  = 18
	largest = 30 // powers of ten a value may have
	finest  = 40 // powers of ten below one that are kept
)

var powers = func() (p [20]uint64) {
	p[0] = 1
	for i := range p[1:] {
		p[i+1] = p[i] * 10
	}
	return p
}()

func whole(n int64) decimal { return decimal{c: n} }

func size(c int64) uint64 {
	if c < 0 {
		return uint64(-c)
	}
	return uint64(c)
}

// fit is the decimal of 128 bits, rounded to the digits there are.
func fit(negative bool, hi, lo uint64, e int) decimal {
	last := uint64(0)
	for hi > 0 || lo >= powers[digits] {
		var rest uint64
		hi, rest = hi/10, hi%10
		lo, last = bits.Div64(rest, lo, 10)
		e++
	}
	if last >= 5 {
		lo++
	}
	if lo == powers[digits] {
		lo, e = lo/10, e+1
	}
	for lo > 0 && e < -finest {
		lo, e = lo/10, e+1
	}
	d := decimal{c: int64(lo), e: e}
	switch {
	case lo == 0:
		return decimal{}
	case negative:
		d.c = -d.c
	}
	return d
}

// huge reports whether a value is beyond all money.
func (d decimal) huge() bool {
	n := d.e
	for c := size(d.c); c > 0; c /= 10 {
		n++
	}
	return d.c != 0 && n > largest
}

func (d decimal) neg() decimal { return decimal{-d.c, d.e} }

func (d decimal) add(o decimal) decimal {
	switch {
	case o.c == 0:
		return d
	case d.c == 0:
		return o
	case d.e < o.e:
		d, o = o, d
	}
	for d.e > o.e && size(d.c) < powers[digits-1] {
		d.c, d.e = d.c*10, d.e-1
	}
	if d.e-o.e > digits+1 {
		return d // o is smaller than the last digit of d
	}
	hi, lo := bits.Mul64(size(d.c), powers[d.e-o.e])
	if d.c < 0 == (o.c < 0) {
		lo, carry := bits.Add64(lo, size(o.c), 0)
		return fit(d.c < 0, hi+carry, lo, o.e)
	}
	if hi == 0 && lo < size(o.c) {
		return fit(o.c < 0, 0, size(o.c)-lo, o.e)
	}
	lo, borrow := bits.Sub64(lo, size(o.c), 0)
	return fit(d.c < 0, hi-borrow, lo, o.e)
}

func (d decimal) sub(o decimal) decimal { return d.add(o.neg()) }

func (d decimal) mul(o decimal) decimal {
	hi, lo := bits.Mul64(size(d.c), size(o.c))
	return fit(d.c < 0 != (o.c < 0), hi, lo, d.e+o.e)
}

// quo divides; o must not be zero.
func (d decimal) quo(o decimal) decimal {
	if d.c == 0 {
		return d
	}
	d, o = d.full(), o.full()
	hi, lo := bits.Mul64(size(d.c), powers[digits])
	q, rest := bits.Div64(hi, lo, size(o.c))
	if rest >= size(o.c)-rest {
		q++
	}
	return fit(d.c < 0 != (o.c < 0), 0, q, d.e-o.e-digits)
}

// full is the same number with all its digits used.
func (d decimal) full() decimal {
	for size(d.c) < powers[digits-1] {
		d.c, d.e = d.c*10, d.e-1
	}
	return d
}

// cmp is -1, 0 or 1 as d is less than, equal to or more than o.
func (d decimal) cmp(o decimal) int {
	switch c := d.sub(o).c; {
	case c < 0:
		return -1
	case c > 0:
		return 1
	}
	return 0
}

// round is the nearest whole number, half away from zero; ok is false for one
// that has no room.
func (d decimal) round() (n int64, ok bool) {
	c := size(d.c)
	switch {
	case d.c == 0 || d.e < -digits:
	case d.e > 0 && (d.e >= digits || c >= powers[digits-d.e]):
		return 0, false
	case d.e >= 0:
		n = int64(c * powers[d.e])
	default:
		unit := powers[-d.e]
		n = int64(c / unit)
		if rest := c % unit; rest >= unit-rest {
			n++
		}
	}
	if d.c < 0 {
		n = -n
	}
	return n, true
}

// near is what counts as whole: a third of three is one.
var near = decimal{c: 1, e: -9}

// down is the whole number at or below d.
func (d decimal) down() (n int64, ok bool) {
	n, ok = d.round()
	if over := whole(n).sub(d); ok && over.cmp(near) > 0 {
		n--
	}
	return n, ok
}

// parse reads digits with at most one point; ok is false for anything else
// and for more digits than there are.
func parse(s string) (d decimal, ok bool) {
	s, negative := strings.CutPrefix(s, "-")
	point := -1
	seen := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && point < 0:
			point = i
		case c < '0' || c > '9':
			return decimal{}, false
		default:
			if d.c > 0 || c != '0' {
				seen++
			}
			if seen > digits {
				return decimal{}, false
			}
			d.c = d.c*10 + int64(c-'0')
		}
	}
	if point == 0 || point == len(s)-1 || s == "" || len(s) > 2*digits {
		return decimal{}, false
	}
	if point > 0 {
		d.e = -(len(s) - 1 - point)
	}
	if negative {
		d.c = -d.c
	}
	return d, true
}
