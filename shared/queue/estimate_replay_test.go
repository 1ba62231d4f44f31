package queue

import (
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"
)

// The calls of a bank's call centre, 1 to 14 August 1999: arrival, wait,
// service, agent. From the "Anonymous Bank" data published for research by
// A. Mandelbaum, A. Sakov and S. Zeltyn, Empirical Analysis of a Call Center,
// Technion 2000. It is a hard case for us: three kinds of callers share agents of
// different skill, some are moved forward in the line, agents come and go
// without a sign, and a quarter of the callers hang up.
type call struct {
	day      int
	arrival  time.Time
	line     string
	priority bool
	wait     time.Duration
	served   bool
	service  time.Duration
	server   string
}

func readCalls(t testing.TB) []call {
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
	sec := func(s string) time.Duration { return time.Duration(number(s)) * time.Second }
	var calls []call
	for _, r := range rows[1:] {
		day := number(r[0])
		calls = append(calls, call{
			day:     day,
			arrival: time.Date(1999, 8, day, 0, 0, 0, 0, time.UTC).Add(sec(r[1])),
			line:    r[2], priority: r[3] == "1", wait: sec(r[4]),
			served: r[5] == "1", service: sec(r[6]), server: r[7],
		})
	}
	return calls
}

// forward is how much earlier a caller with priority counts as arrived: the
// rule of this bank's switch.
func (c call) rank() time.Time {
	if c.priority {
		return c.arrival.Add(-90 * time.Second)
	}
	return c.arrival
}

func (c call) exit() time.Time { return c.arrival.Add(c.wait) }

// moment is one thing that becomes known while the days are replayed.
type moment struct {
	at   time.Time
	kind int // 0 finished, 1 left the line, 2 arrived
	call int
}

func moments(calls []call) []moment {
	var all []moment
	for i, c := range calls {
		leaves := 1
		if c.wait == 0 {
			leaves = 3
		}
		all = append(all, moment{c.arrival, 2, i}, moment{c.exit(), leaves, i})
		if c.served {
			all = append(all, moment{c.exit().Add(c.service), 0, i})
		}
	}
	slices.SortStableFunc(all, func(a, b moment) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.kind, b.kind))
	})
	return all
}

type agent struct {
	serving bool
	call    int
	since   time.Time
	last    map[string]time.Time
}

type told struct {
	call     call
	forecast Forecast
	ahead    int
	naive    float64
}

// replay walks through the days and tells every caller a range from nothing
// but what was known when they arrived.
func replay(calls []call) []told {
	learners := map[string]*Learner{}
	for _, line := range []string{"bank", "net", "stock"} {
		learners[line] = NewLearner(180)
	}
	agents := map[string]*agent{}
	waiting := map[int]bool{}
	asked := map[int]told{}
	var out []told
	avg := map[string]*[2]float64{"bank": {}, "net": {}, "stock": {}}
	for _, m := range moments(calls) {
		c := calls[m.call]
		l := learners[c.line]
		switch m.kind {
		case 0:
			if a := agents[c.server]; a != nil && a.serving && a.call == m.call {
				a.serving, a.since = false, m.at
				l.Served(m.at, c.server, c.service)
			}
		case 1, 3:
			delete(waiting, m.call)
			if c.wait > 0 {
				end := Came
				if !c.served {
					end = Left
				}
				l.Waited(m.at, c.wait, end)
			}
			if !c.served {
				break
			}
			if c.server != "" {
				a := agents[c.server]
				if a == nil {
					a = &agent{last: map[string]time.Time{}}
					agents[c.server] = a
				}
				a.serving, a.call, a.since = true, m.call, m.at
				a.last[c.line] = m.at
			}
			f, ok := asked[m.call]
			if ok && c.wait > 0 {
				l.Resolved(f.forecast, c.wait)
				avg[c.line][0] += c.wait.Seconds() / float64(f.ahead+1)
				avg[c.line][1]++
			}
			out = append(out, f)
		case 2:
			waiting[m.call] = true
			line, open := look(calls, waiting, agents, m)
			p := l.Pace(m.at, open)
			if c.line == "bank" {
				lastPace = p
			}
			f := told{call: c, forecast: l.Forecast(m.at, p, line), ahead: line.Ahead}
			if avg[c.line][1] > 0 {
				f.naive = avg[c.line][0] / avg[c.line][1] * float64(line.Ahead+1)
			}
			asked[m.call] = f
		}
	}
	return out
}

func look(calls []call, waiting map[int]bool, agents map[string]*agent, m moment) (Line, []string) {
	me := calls[m.call]
	var line Line
	for i := range waiting {
		if c := calls[i]; i != m.call && c.wait > 0 && c.line == me.line && !c.rank().After(me.rank()) {
			line.Ahead++
		}
	}
	var open []string
	for id, a := range agents {
		since := m.at.Sub(a.since)
		if a.serving && since > time.Hour || !a.serving && since > 2*time.Minute {
			continue
		}
		if m.at.Sub(a.last[me.line]) > time.Hour {
			continue
		}
		open = append(open, id)
		if a.serving {
			line.Busy = append(line.Busy, since)
		}
	}
	slices.Sort(open)
	slices.Sort(line.Busy)
	line.Counters = max(len(open), 1)
	return line, open
}

func TestReplay(t *testing.T) {
	var days [15]tally
	var all, every tally
	bucket := map[int]*tally{}
	for _, f := range replay(readCalls(t)) {
		if f.call.day > 3 {
			every.add(f)
		}
		if f.call.wait == 0 {
			continue
		}
		days[f.call.day].add(f)
		if f.call.day > 3 {
			all.add(f)
			b := int(math.Log2(float64(f.ahead + 1)))
			if bucket[b] == nil {
				bucket[b] = &tally{}
			}
			bucket[b].add(f)
		}
	}
	for d := 1; d < 15; d++ {
		t.Logf("day %2d: %s", d, days[d].String())
	}
	for b := 0; b < 7; b++ {
		if bucket[b] != nil {
			t.Logf("ahead %d..: %s", 1<<b-1, bucket[b])
		}
	}
	t.Logf("pace %+v", lastPace)
	t.Logf("all: %s", all.String())
	t.Logf("every: %s", every.String())
}

var lastPace Pace
