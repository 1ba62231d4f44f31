package queue

import (
	"slices"
	"testing"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
	"rumah/shared/words"
)

func TestTheWayToANumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		priority int
		payers   bool
		way      []kioskStep
	}{
		{"nothing to choose", 0, false, []kioskStep{kioskSure}},
		{"lanes", 10, false, []kioskStep{kioskLane}},
		{"lanes without a limit", -1, false, []kioskStep{kioskLane}},
		{"payers", 0, true, []kioskStep{kioskPayer}},
		{"both", 10, true, []kioskStep{kioskLane, kioskPayer}},
	} {
		asks := kioskAsks(c.payers, &queue.State{Head: queue.Head{Priority: queue.Pool{Limit: c.priority}}})
		var way []kioskStep
		step, more := kioskAfter(asks, kioskHome)
		for more {
			way = append(way, step)
			step, more = kioskAfter(asks, step)
		}
		if !slices.Equal(way, c.way) || step != kioskDone {
			t.Errorf("%s: %v, then %v", c.name, way, step)
		}
		for i := len(way) - 1; i > 0; i-- {
			if got := kioskBefore(asks, way[i]); got != way[i-1] {
				t.Errorf("%s: back from %v is %v", c.name, way[i], got)
			}
		}
		if got := kioskBefore(asks, way[0]); got != kioskHome {
			t.Errorf("%s: back from the first is %v", c.name, got)
		}
	}
}

func TestAKioskGoesBackByItself(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		step kioskStep
		busy bool
		ago  time.Duration
		want int
	}{
		{kioskHome, false, time.Hour, 20}, {kioskLane, false, 0, 20}, {kioskLane, false, 12500 * time.Millisecond, 8}, {kioskPayer, false, 20 * time.Second, 0},
		{kioskDone, false, time.Hour, 0}, {kioskPayer, true, time.Hour, 20},
	} {
		if got := kioskLeft(c.step, c.busy, noon.Add(-c.ago), noon); got != c.want {
			t.Errorf("%v, touched %v ago: %d, want %d", c.step, c.ago, got, c.want)
		}
	}
	if kioskHears(noon, noon.Add(200*time.Millisecond)) || !kioskHears(noon, noon.Add(time.Second)) {
		t.Error("the second of a double touch counts, or a later one does not")
	}
}

func TestWhichFaultsMayBeTriedAgain(t *testing.T) {
	t.Parallel()
	for code, want := range map[fault.Code]bool{fault.Offline: true, fault.Broken: true, fault.Busy: true, fault.Conflict: false, fault.Invalid: false, fault.Unknown: false} {
		if kioskTries(fault.New(code, string(code))) != want {
			t.Errorf("%s: not %v", code, want)
		}
	}
}

func TestWhenAKioskGivesNumbers(t *testing.T) {
	t.Parallel()
	good := func() (queue.DayView, *queue.State) {
		return queue.DayView{Line: queue.Line{Open: true}}, &queue.State{Head: queue.Head{Status: queue.Open, Closes: noon.Add(time.Hour).UnixMilli(), Regular: queue.Pool{Limit: 5}}}
	}
	for name, edit := range map[string]func(*queue.DayView, *queue.State){
		"closed":  func(_ *queue.DayView, s *queue.State) { s.Head.Status = queue.Closed },
		"late":    func(_ *queue.DayView, s *queue.State) { s.Head.Closes = noon.UnixMilli() },
		"not yet": func(d *queue.DayView, _ *queue.State) { d.Line.Open = false },
		"full":    func(_ *queue.DayView, s *queue.State) { s.Head.Regular.Taken = 5 },
	} {
		d, s := good()
		if !kioskGives(d, s, noon) {
			t.Fatal("an open queue gives no numbers")
		}
		if edit(&d, s); kioskGives(d, s, noon) {
			t.Errorf("%s: it gives numbers", name)
		}
	}
}

func TestWhatASlipSays(t *testing.T) {
	t.Parallel()
	for ahead, want := range map[int]string{0: "Anda yang berikutnya", 1: "1 orang di depan Anda", 12: "12 orang di depan Anda"} {
		if got := slipAhead(words.ID, ahead); got != want {
			t.Errorf("%d: %q", ahead, got)
		}
	}
	slip := queue.Slip{Wait: queue.Range{Low50: 20 * time.Minute, High50: 41 * time.Minute}}
	if got := slipWhen(words.ID, slip, noon); got != "Kira-kira dipanggil 12.20–12.45" {
		t.Error(got)
	}
	slip.Wait.Unknown = true
	if got := slipWhen(words.ID, slip, noon); got != "Waktunya belum bisa dihitung" {
		t.Error(got)
	}
	for link, want := range map[string]string{"https://contoh.id/t/x": "/t/x", "/t/x": "/t/x"} {
		if got := slipPath(link); got != want {
			t.Errorf("%s: %s", link, got)
		}
	}
}

func TestWhenADeviceIsSilent(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		seen       time.Time
		tone, text string
	}{
		{time.Time{}, "", "Belum pernah menyala"},
		{noon.Add(-20 * time.Second), "good", "Aktif baru saja"},
		{noon.Add(-3 * time.Minute), "good", "Aktif 3 menit lalu"},
		{noon.Add(-6 * time.Minute), "bad", "Terakhir aktif 6 menit lalu"},
	} {
		if tone, _, text := deviceState(words.ID, c.seen, noon, noon.Location()); tone != c.tone || text != c.text {
			t.Errorf("%v: %s %q", c.seen, tone, text)
		}
	}
	if got := deviceToggle(deviceToggle([]string{"a"}, "b"), "a"); !slices.Equal(got, []string{"b"}) {
		t.Errorf("toggled: %v", got)
	}
}
