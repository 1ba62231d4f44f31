package queue

import (
	"math/bits"
	"testing"
)

const warmUp = 3 // days on which the learner only learns

// A range is honest when half of the truths lie in the one and nine of ten in
// the other: over all days after the first, and for short and long lines too.
func TestRangesHoldAtTheBank(t *testing.T) {
	t.Parallel()
	var all tally
	days, lines := map[int]*tally{}, map[int]*tally{}
	of := func(m map[int]*tally, key int) *tally {
		if m[key] == nil {
			m[key] = &tally{}
		}
		return m[key]
	}
	for _, f := range replay(readCalls(t), false) {
		of(days, f.call.day).take(f)
		if f.call.day > warmUp {
			all.take(f)
			of(lines, min(bits.Len(uint(f.ahead)), 3)).take(f)
		}
	}
	for day := 1; day <= 14; day++ {
		t.Logf("day %2d %s", day, days[day])
	}
	for i, ahead := range []string{"nobody", "1", "2-3", "4 or more"} {
		t.Logf("%s ahead %s", ahead, lines[i])
		mustHold(t, lines[i], 0.08, 0.04)
	}
	t.Logf("all %s", &all)
	mustHold(t, &all, 0.05, 0.04)
	if all.off >= all.naiveOff {
		t.Error("the average times the position would have come as near")
	}
}

// Of all who call, a quarter is put through in the second they ring. No range
// holds exactly half of a truth that is so often nothing at all; the upper
// bounds must be right.
func TestRangesOfEveryoneAtTheBank(t *testing.T) {
	t.Parallel()
	var all tally
	for _, f := range replay(readCalls(t), true) {
		if f.call.day > warmUp {
			all.take(f)
		}
	}
	t.Logf("everyone %s", &all)
	for i, share := range map[int]float64{2: shares[2], 3: shares[3], 4: shares[4]} {
		if got := all.below[i] / all.n; got < share-0.04 || got > share+0.04 {
			t.Errorf("%.2f of the truths lie below bound %d, want %.2f", got, i, share)
		}
	}
}

func mustHold(t *testing.T, of *tally, off50, off90 float64) {
	t.Helper()
	if got := of.in50 / of.n; got < 0.5-off50 || got > 0.5+off50 {
		t.Errorf("the range of 50%% held %.3f of the truths", got)
	}
	if got := of.in90 / of.n; got < 0.9-off90 || got > 0.9+off90 {
		t.Errorf("the range of 90%% held %.3f of the truths", got)
	}
}

func (t *tally) take(f bankForecast) {
	t.add(f.forecast, f.call.wait)
	t.addNaive(f.naive, f.band, f.call.wait)
}
