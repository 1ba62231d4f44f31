package queue

import (
	"context"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

func TestTicketWithAllItsScreenShows(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-gigi")
	sc.take(day, stranger(1), siti)
	sc.do(day, queue.Command{Action: queue.CallNext, Counter: "poli-gigi-1"})
	id := ticketID(day, 2)

	v, err := sc.open().Ticket(as(sceneAccount), queue.TicketID{ID: id})
	if err != nil {
		t.Fatal(err)
	}
	p := v.Pass
	if p.ID != id || p.Label != "G-002" || p.Holder != sceneName || p.Payer != queue.JKN || p.Ground != "disabled" || p.Place.Name != "RSUD Kota" ||
		p.Stage != queue.Waiting || p.Date != sceneToday || p.Counter != "" || !p.Called.IsZero() || !p.Ended.IsZero() || !p.Taken.Equal(sc.now) || p.Promised.High90 != 40*time.Minute || p.Share == "" {
		t.Errorf("%+v", p)
	}
	if ahead, ok := v.State.Position(2); !ok || ahead != 0 || v.Visit == nil || !v.Now.Equal(sc.now) {
		t.Errorf("%+v", v)
	}

	// Called, then over with the day.
	sc.do(day, queue.Command{Action: queue.CallNext, Counter: "poli-gigi-1"})
	if v, err = sc.open().Ticket(as(sceneAccount), queue.TicketID{ID: id}); err != nil || v.Pass.Counter != "Ruang 1" || v.Pass.Called.IsZero() {
		t.Errorf("%v %+v", err, v.Pass)
	}
	sc.do(day, queue.Command{Action: queue.Stop, Reason: "Banjir"})
	if v, err = sc.open().Ticket(as(sceneAccount), queue.TicketID{ID: id}); err != nil || v.Pass.Reason != "Banjir" || v.State.Version != 0 || v.State.Tickets == nil || v.Pass.Ended.IsZero() {
		t.Errorf("%v %+v", err, v)
	}

	for name, ctx := range map[string]context.Context{"another": as("acc-budi"), "guest": context.Background(), "staff": counterAt("rsud")} {
		_, err := sc.open().Ticket(ctx, queue.TicketID{ID: id})
		unknown(t, name, err)
		_, err = sc.open().Reshare(ctx, queue.TicketID{ID: id})
		unknown(t, name, err)
	}
	for _, id := range []string{"", "no-such", "x\x00"} {
		_, err := sc.open().Ticket(as(sceneAccount), queue.TicketID{ID: id})
		unknown(t, id, err)
	}
}

func TestTicketsLiveAndPast(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	ctx := as(sceneAccount)
	// Yesterday's number that nobody ended, forty of today that were given
	// back, and two that may still be called.
	late := sc.day("poli-gigi", sceneToday.Add(-1))
	sc.now = sceneEight.AddDate(0, 0, -1)
	sc.take(late, siti)
	sc.now = sceneEight
	anak, gigi := sc.day("poli-anak", sceneToday.Add(1)), sc.running("poli-gigi")
	sc.exec(`UPDATE queue_days SET regular_limit = -1`)
	sc.states[gigi].Head.Regular.Limit = -1
	for n := 1; n <= 40; n++ {
		sc.take(gigi, siti)
		sc.do(gigi, queue.Command{Action: queue.Cancel, Number: n})
	}
	sc.take(anak, siti)
	sc.take(gigi, stranger(1), siti)

	first, err := sc.open().Tickets(ctx, queue.TicketsOf{})
	if err != nil || len(first.Live) != 2 || first.Live[0].Pass.ID != ticketID(gigi, 42) || first.Live[1].Pass.ID != ticketID(anak, 1) || first.Live[0].State.Version == 0 {
		t.Fatalf("%v %+v", err, first)
	}
	seen := map[string]bool{}
	pages := 0
	for page := first; ; pages++ {
		for _, p := range page.Past {
			if seen[p.ID] || p.Holder != sceneName {
				t.Errorf("%+v", p)
			}
			seen[p.ID] = true
		}
		if page.Next == "" {
			if last := page.Past[len(page.Past)-1].ID; last != ticketID(late, 1) {
				t.Errorf("the oldest is %s", last)
			}
			break
		}
		if page, err = sc.open().Tickets(ctx, queue.TicketsOf{After: page.Next}); err != nil || len(page.Live) != 0 {
			t.Fatalf("%v %+v", err, page.Live)
		}
	}
	if len(seen) != 41 || pages != 2 {
		t.Errorf("%d numbers on %d pages", len(seen), pages+1)
	}
	for name, after := range map[string]string{
		"nonsense": "nonsense", "empty": api.Cursor(pastCursor{}), "no id": api.Cursor(pastCursor{At: sc.now}), "no time": api.Cursor(pastCursor{ID: "a"}),
		"odd id": api.Cursor(pastCursor{At: sc.now, ID: "a\x00"}), "far": api.Cursor(pastCursor{At: sc.now.AddDate(-1999, 0, 0), ID: "a"}),
	} {
		if _, err := sc.open().Tickets(ctx, queue.TicketsOf{After: after}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if other, err := sc.open().Tickets(as("acc-budi"), queue.TicketsOf{After: first.Next}); err != nil || len(other.Live)+len(other.Past) != 0 || other.Past == nil {
		t.Errorf("another reads %+v %v", other, err)
	}
}

// The hit-rate counts what was promised against what came true.
func TestHitRateOfPromises(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-gigi")
	begin := sc.now
	for n := range 5 {
		sc.now = begin
		sc.take(day, stranger(n))
	}
	for _, waited := range []time.Duration{10 * time.Minute, 15 * time.Minute, 30 * time.Minute, 50 * time.Minute} { // promised 5 to 20, at most 40
		sc.now = begin.Add(waited)
		sc.do(day, queue.Command{Action: queue.CallNext, Counter: "poli-gigi-1"})
	}
	want := queue.HitRate{In50: 2, In90: 3, Of: 4}
	s := sc.open()
	if h, err := s.hitRate(context.Background(), "poli-gigi"); err != nil || h != want {
		t.Errorf("%+v %v", h, err)
	}
	sc.exec(`UPDATE tickets SET promised = '{"unknown":true}' WHERE number = 1; UPDATE tickets SET promised = 'null' WHERE number = 2`)
	if h, err := s.hitRate(context.Background(), "poli-gigi"); err != nil || h != want {
		t.Errorf("it was counted again after a moment: %+v %v", h, err)
	}
	sc.now = sc.now.Add(hitsFresh)
	if h, err := s.hitRate(context.Background(), "poli-gigi"); err != nil || h != (queue.HitRate{In90: 1, Of: 2}) {
		t.Errorf("%+v %v", h, err)
	}
	sc.now = sc.now.AddDate(0, 0, hitDays)
	if h, err := s.hitRate(context.Background(), "poli-gigi"); err != nil || h.Of != 0 {
		t.Errorf("old ones count: %+v %v", h, err)
	}
}
