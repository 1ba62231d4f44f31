package queue

import (
	"slices"
	"testing"
	"time"

	"rumah/shared/queue"
	"rumah/shared/words"
)

func TestWhatABoardSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		label, counter string
		again          bool
		want           string
	}{
		{"A-041", "Ruang 3", false, "Nomor A nol empat satu, silakan ke Ruang tiga"},
		{"A-041", "Ruang 3", true, "Panggilan ulang, nomor A nol empat satu, silakan ke Ruang tiga"},
		{"AB-100", "Loket 12", false, "Nomor A B satu nol nol, silakan ke Loket dua belas"},
		{"k-007", "Ruang 3B", false, "Nomor K nol nol tujuh, silakan ke Ruang tiga B"},
		{"D-1204", "Poli Anak (R. 21)", false, "Nomor D satu dua nol empat, silakan ke Poli Anak R dua puluh satu"},
		{"F-019", "", false, "Nomor F nol satu sembilan"},
		{"F-019", "Loket 04", false, "Nomor F nol satu sembilan, silakan ke Loket empat"},
		{"F-019", "Gedung C-2", false, "Nomor F nol satu sembilan, silakan ke Gedung C dua"},
		{"F-019", "Kamar 20260", false, "Nomor F nol satu sembilan, silakan ke Kamar dua nol dua enam nol"},
	} {
		if got := boardSpoken(c.label, c.counter, c.again); got != c.want {
			t.Errorf("%s to %q: %q, want %q", c.label, c.counter, got, c.want)
		}
	}
}

func TestNumbersInWords(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "nol", 9: "sembilan", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas", 20: "dua puluh", 45: "empat puluh lima",
		100: "seratus", 101: "seratus satu", 111: "seratus sebelas", 200: "dua ratus", 318: "tiga ratus delapan belas", 1000: "seribu", 1010: "seribu sepuluh", 9999: "sembilan ribu sembilan ratus sembilan puluh sembilan"} {
		if got := boardCount(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("WIB", 7*3600))

// Old numbers are dimmed after ten seconds and gone after two minutes; a
// board that never heard anything shows none as live either.
func TestABoardKnowsWhenItIsOld(t *testing.T) {
	t.Parallel()
	began := noon.Add(-time.Hour)
	for _, c := range []struct {
		ago  time.Duration
		want touch
	}{
		{0, inTouch}, {10 * time.Second, inTouch}, {11 * time.Second, cutOff}, {2 * time.Minute, cutOff}, {2*time.Minute + time.Second, tooOld}, {30 * time.Hour, tooOld},
		{-5 * time.Second, inTouch}, {-time.Hour, cutOff},
	} {
		if got := touchOf(noon.Add(-c.ago), began, noon); got != c.want {
			t.Errorf("heard %v ago: %s, want %s", c.ago, got, c.want)
		}
	}
	for age, want := range map[time.Duration]touch{0: cutOff, time.Minute: cutOff, 3 * time.Minute: tooOld} {
		if got := touchOf(time.Time{}, noon.Add(-age), noon); got != want {
			t.Errorf("never heard for %v: %s, want %s", age, got, want)
		}
	}
	if 2*boardAsks >= cutAfter {
		t.Error("a board that asks this rarely would be dimmed while all is well")
	}
}

func TestARestartAtNight(t *testing.T) {
	t.Parallel()
	night := time.Date(2026, 11, 24, 2, 0, 0, 0, noon.Location())
	for _, c := range []struct {
		began, now time.Time
		want       bool
	}{
		{noon, night, true}, {night.Add(-time.Hour), night, false}, {noon, noon.Add(13 * time.Hour), true}, {noon.Add(-48 * time.Hour), noon, false}, {noon, night.Add(2 * time.Hour), false},
	} {
		if got := restarts(c.began, c.now); got != c.want {
			t.Errorf("began %v, now %v: %v", c.began, c.now, got)
		}
	}
}

// called is a day on which some numbers were called, the latest last.
func called(day string, calls ...queue.Call) *queue.State {
	s := &queue.State{Day: day, Prefix: "A", Counters: []queue.Counter{{ID: "r3", Name: "Ruang 3", Seated: true}}, Head: queue.Head{Status: queue.Open}}
	for _, c := range calls {
		s.Calls = slices.Insert(slices.DeleteFunc(s.Calls, func(o queue.Call) bool { return o.Number == c.Number }), 0, c)
	}
	return s
}

func ago(number int, d time.Duration) queue.Call {
	return queue.Call{Number: number, Counter: "r3", At: noon.Add(-d).UnixMilli()}
}

func TestCallsAreSaidOneAfterAnother(t *testing.T) {
	t.Parallel()
	var v boardVoice
	days := map[string]*queue.State{}
	hear := func(s *queue.State) {
		for _, c := range s.Calls {
			s.Tickets = append(s.Tickets, queue.Ticket{Number: c.Number, Stage: queue.Called})
		}
		slices.SortFunc(s.Tickets, func(a, b queue.Ticket) int { return a.Number - b.Number })
		days[s.Day] = s
		v.hear("Poli", s, noon)
	}
	next := func() string {
		c, ok := v.next(func(id string) *queue.State { return days[id] })
		switch {
		case !ok:
			return ""
		case c.again:
			return c.label + " again"
		}
		return c.label
	}
	said := func(want ...string) {
		t.Helper()
		for _, w := range append(want, "") {
			if got := next(); got != w {
				t.Fatalf("said %q, want %q", got, w)
			}
		}
	}
	hear(called("a", ago(1, 20*time.Second)))
	said() // called before the board came on
	first := []queue.Call{ago(1, 20*time.Second), ago(2, 9*time.Second), ago(3, 5*time.Second)}
	hear(called("a", first...))
	hear(called("a", first...)) // heard twice, said once
	hear(called("b"))
	hear(called("b", ago(7, 7*time.Second)))
	said("A-002", "A-007", "A-003")
	hear(called("a", append(first, ago(2, 2*time.Second))...))
	said("A-002 again")
	hear(called("a", append(first, ago(2, 2*time.Second), ago(4, 2*time.Minute))...))
	said() // a break is over; nobody is called who was called long ago
	hear(called("a", append(first, ago(5, time.Second))...))
	hear(called("a", first...)) // taken back before it was said
	said()
	hear(called("a", append(first, ago(6, time.Second))...))
	days["a"].Tickets = nil // and the person had come before it was said
	said()
	var many []queue.Call
	for n := 20; n < 40; n++ {
		many = append(many, ago(n, time.Duration(50-n)*time.Second))
	}
	hear(called("b", many...))
	said("A-034", "A-035", "A-036", "A-037", "A-038", "A-039")
}

func TestALineOfTheBoard(t *testing.T) {
	t.Parallel()
	s := called("a", ago(34, time.Minute))
	s.Head.Pace, s.Head.Share, s.Last = queue.Sensible(300), 3, 40
	for n := 35; n <= 40; n++ {
		s.Tickets = append(s.Tickets, queue.Ticket{Number: n, Lane: queue.Regular, Stage: queue.Waiting, Rank: int64(n), Present: n > 36})
	}
	s.Count = map[queue.Stage]int{queue.Waiting: 6}
	line := boardLineOf(words.ID, "Poli Anak", s, noon)
	if line.number != "A-034" || line.room != "Ruang 3" || line.sub != "6 menunggu, lalu 035 · 036" || line.wait == "?" || line.unit != "menit" || line.off {
		t.Errorf("open: %+v", line)
	}
	s.Head.CheckIn = true
	if line := boardLineOf(words.ID, "Poli Anak", s, noon); line.sub != "6 menunggu, lalu 037 · 038" {
		t.Errorf("only who is there is called: %+v", line)
	}
	s.Head.Status, s.Head.Reason = queue.Paused, "makan siang"
	if line := boardLineOf(words.ID, "Poli Anak", s, noon); !line.off || line.sub != "Jeda: makan siang" || line.wait != "" || line.number != "A-034" {
		t.Errorf("paused: %+v", line)
	}
	s.Head.Status, s.Head.Opens = queue.Scheduled, noon.Add(90*time.Minute).UnixMilli()
	if line := boardLineOf(words.ID, "Poli Anak", s, noon); line.sub != "Mulai pukul 13.30" || line.wait == "?" {
		t.Errorf("scheduled: %+v", line)
	}
	for status, want := range map[queue.Status]string{queue.Closed: "Selesai hari ini", queue.Stopped: "Dibatalkan: makan siang"} {
		s.Head.Status = status
		if line := boardLineOf(words.ID, "Poli Anak", s, noon); !line.off || line.sub != want || line.number != "–" {
			t.Errorf("%s: %+v", status, line)
		}
	}
	s.Head.Status, s.Counters = queue.Open, nil
	if line := boardLineOf(words.ID, "Poli Anak", s, noon); line.wait != "?" {
		t.Errorf("nobody sits there, and it says %+v", line)
	}
}

func TestPagesTakeTurns(t *testing.T) {
	t.Parallel()
	seen := map[int]bool{}
	for i := range 6 {
		page, pages := boardTurn(15, 7, noon.Add(time.Duration(i)*boardPageTime))
		if seen[page] = true; pages != 3 || page >= pages {
			t.Fatalf("page %d of %d", page, pages)
		}
	}
	if len(seen) != 3 {
		t.Errorf("only pages %v were shown", seen)
	}
	if page, pages := boardTurn(7, 7, noon); page != 0 || pages != 1 {
		t.Errorf("7 of 7: page %d of %d", page, pages)
	}
}
