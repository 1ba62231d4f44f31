package queue

import (
	"testing"
	"time"

	"rumah/shared/queue"
)

// serve lets people come every four minutes and serves each for five, until
// an hour has passed; the last one called never comes.
func (h *town) serve(day, counter string) {
	h.t.Helper()
	h.do(day, queue.Command{Action: queue.OpenDay})
	h.do(day, queue.Command{Action: queue.Sit, Counter: counter, Who: "Siti"})
	for range 12 {
		h.do(day, queue.Command{Action: queue.Take, Present: true})
		h.do(day, queue.Command{Action: queue.CallNext, Counter: counter})
		h.pass(time.Minute)
		h.do(day, queue.Command{Action: queue.Begin, Counter: counter})
		h.pass(4 * time.Minute)
		h.do(day, queue.Command{Action: queue.Finish, Counter: counter})
	}
	h.do(day, queue.Command{Action: queue.Take, Present: true})
	h.pass(2 * time.Minute)
	h.do(day, queue.Command{Action: queue.CallNext, Counter: counter})
	h.do(day, queue.Command{Action: queue.NotPresent, Counter: counter})
	h.do(day, queue.Command{Action: queue.Take})
	h.do(day, queue.Command{Action: queue.Cancel, Number: 14})
	h.do(day, queue.Command{Action: queue.Take})
	h.do(day, queue.Command{Action: queue.CloseDay})
}

func TestFigures(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	day := "lapor-20261221-0800"
	h.prepare("loket-hulu", "2026-12-21", "2026-12-23")
	h.serve(day, "lapor-01")
	f, err := h.s.Figures(keeper, queue.FiguresOf{Queue: "lapor"})
	if err != nil || f.From != "2026-12-15" || f.To != "2026-12-21" || f.Name != "Lapor Hulu" || len(f.Days) != 1 {
		t.Fatalf("%+v %v", f, err)
	}
	d := f.Days[0]
	if d.Day != day || d.Date != "2026-12-21" || d.Taken != 15 || d.Served != 12 || d.Absent != 1 || d.Cancelled != 1 || d.Unserved != 1 {
		t.Errorf("%+v", d)
	}
	if d.Visit != (queue.Spread{Median: 240, P90: 240, Most: 240}) || d.Wait != (queue.Spread{}) {
		t.Errorf("visit %+v, wait %+v", d.Visit, d.Wait)
	}
	if len(d.Hours) != 2 || d.Hours[0] != (queue.HourFigures{Hour: 9, Taken: 12, Served: 12, Visit: 240}) || d.Hours[1] != (queue.HourFigures{Hour: 10, Taken: 3, Absent: 1}) {
		t.Errorf("%+v", d.Hours)
	}
	if f.Hits.Of == 0 || f.Hits.In90 > f.Hits.Of {
		t.Errorf("hits %+v", f.Hits)
	}
	if none, err := h.s.Figures(keeper, queue.FiguresOf{Queue: "obat", From: "2026-01-01", To: "2026-02-01"}); err != nil || none.Days == nil || len(none.Days) != 0 {
		t.Errorf("%+v %v", none, err)
	}
	for want, of := range map[string]queue.FiguresOf{
		"date": {From: "2026-13-01"}, "days_order": {From: "2026-12-21", To: "2026-12-20"}, "days_many": {From: "2026-01-01", To: "2026-12-20"},
	} {
		of.Queue = "lapor"
		_, err := h.s.Figures(keeper, of)
		key(t, err, want)
	}
}

func TestPaceLearnsAndIsTold(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("loket-hulu", "2026-12-21", "2026-12-23")
	before, err := h.s.pace(t.Context(), "lapor")
	if err != nil || before != queue.Sensible(300) && before.N != 0 {
		t.Fatalf("%+v %v", before, err)
	}
	day := "lapor-20261221-0800"
	h.do(day, queue.Command{Action: queue.OpenDay})
	h.do(day, queue.Command{Action: queue.Sit, Counter: "lapor-01", Who: "Siti"})
	for range 20 {
		h.do(day, queue.Command{Action: queue.Take, Present: true})
		h.do(day, queue.Command{Action: queue.CallNext, Counter: "lapor-01"})
		h.pass(time.Minute)
		h.do(day, queue.Command{Action: queue.Finish, Counter: "lapor-01"})
	}
	h.pass(time.Minute)
	if err := h.s.repace(t.Context(), day); err != nil {
		t.Fatal(err)
	}
	told := h.state(day).Head.Pace
	if told.N < 19 || told.Mean > 200 {
		t.Errorf("%+v", told)
	}
	version := h.state(day).Version
	if err := h.s.Tend(t.Context()); err != nil || h.state(day).Version != version {
		t.Errorf("told again what has not moved: %v", err)
	}
	// Another server knows the same from the same tickets.
	other, err := h.open().paceAt(t.Context(), "lapor", []string{"lapor-01"})
	if err != nil || moved(told, other) {
		t.Errorf("%+v and %+v, %v", told, other, err)
	}
}
