package queue

import (
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"
)

// bankCall is a call to a bank, from its call centre's records of 1 to 14
// August 1999: the "Anonymous Bank" data published for research by
// A. Mandelbaum, A. Sakov and S. Zeltyn, Empirical Analysis of a Call Center,
// Technion, 2000.
//
// It is a hard case for us. Three kinds of callers share agents of different
// skill, some callers are moved forward in the line, agents come and go
// without a sign, and a quarter of the callers hang up.
type bankCall struct {
	day     int
	arrival time.Time
	line    string
	vip     bool
	wait    time.Duration
	served  bool
	service time.Duration
	agent   string
}

func readCalls(t testing.TB) []bankCall {
	t.Helper()
	file, err := os.Open("testdata/calls.csv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(unzipped).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	second := func(s string) time.Duration { return time.Duration(number(s)) * time.Second }
	var calls []bankCall
	for _, r := range rows[1:] {
		day := number(r[0])
		calls = append(calls, bankCall{
			day:     day,
			arrival: time.Date(1999, 8, day, 0, 0, 0, 0, time.UTC).Add(second(r[1])),
			line:    r[2], vip: r[3] == "1", wait: second(r[4]),
			served: r[5] == "1", service: second(r[6]), agent: r[7],
		})
	}
	return calls
}

// left is when the caller was put through, or hung up.
func (c bankCall) left() time.Time { return c.arrival.Add(c.wait) }

// rank orders the line. This bank's switch moved some callers forward by a
// minute and a half.
func (c bankCall) rank() time.Time {
	if c.vip {
		return c.arrival.Add(-90 * time.Second)
	}
	return c.arrival
}

// bankMoment is when one thing became known at the bank.
type bankMoment struct {
	at   time.Time
	kind int
	call int // index of the call
}

// The kinds of moments, in the order in which those of one second come.
const (
	callFinished = iota
	callLeft
	callArrived
	callThrough // left the line at once
)

func bankMoments(calls []bankCall) []bankMoment {
	var all []bankMoment
	for i, c := range calls {
		leaves := callLeft
		if c.wait == 0 {
			leaves = callThrough
		}
		all = append(all, bankMoment{c.arrival, callArrived, i}, bankMoment{c.left(), leaves, i})
		if c.served {
			all = append(all, bankMoment{c.left().Add(c.service), callFinished, i})
		}
	}
	slices.SortStableFunc(all, func(a, b bankMoment) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.kind, b.kind))
	})
	return all
}
