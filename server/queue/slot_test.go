package queue

import (
	"testing"
	"time"

	"rumah/shared/queue"
)

// A house that is open around the clock books its first hour too, and that
// hour is told from no booked time in the tables and on the ticket.
func TestBookingMidnight(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("igd", "rs")
	e.exec(`UPDATE queues SET slot_for = 60, slot_of = 1 WHERE id = 'igd'`)
	e.exec(`INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) VALUES ('igd', 2, 0, 1440, -1, 0, -1, -1)`)
	s := e.service(nil)
	siti, budi, ani := e.citizen(s, "siti", "", "1"), e.citizen(s, "budi", "", "2"), e.citizen(s, "ani", "", "3")
	lines, err := s.Lines(siti, queue.LinesOf{Place: "rs", Date: "2026-11-24"})
	if err != nil || len(lines.Items) != 1 || !lines.Items[0].Open || lines.Items[0].Slots[0] != (queue.Slot{At: 0, Left: 1}) {
		t.Fatalf("%v %+v", err, lines)
	}
	day := lines.Items[0].Day
	in := queue.NewTicket{Day: day, Lane: queue.Regular, Slot: queue.Midnight}
	if err := in.Check(); err != nil {
		t.Fatal(err)
	}
	got, err := s.take(keyed(siti, "key"), in)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.take(keyed(budi, "key"), in)
	wantKey(t, err, "slot_full")
	in.Slot = 0 // the first that is free
	next, err := s.take(keyed(ani, "key"), in)
	if err != nil {
		t.Fatal(err)
	}
	for ticket, want := range map[string]struct{ slot, hour int }{got.ticket: {queue.Midnight, 0}, next.ticket: {60, 1}} {
		row, err := only(s.passes(t.Context(), `t.id = $1`, ticket))
		if err != nil {
			t.Fatal(err)
		}
		begins, _ := row.expected()
		if pass := s.pass(row); pass.Slot != want.slot || !begins.Equal(time.Date(2026, 11, 24, want.hour, 0, 0, 0, engineZone)) {
			t.Errorf("slot %d begins %s", pass.Slot, begins)
		}
	}
	sound(t, e.db, day)

	e.exec(`UPDATE queues SET slot_of = 0 WHERE id = 'igd'`) // nothing is free any more
	e.exec(`UPDATE queue_days SET first = jsonb_set(first::jsonb, '{head,slot_of}', '0')`)
	if line, err := e.service(nil).lineOf(t.Context(), day); err != nil || line.Open {
		t.Errorf("%v %+v", err, line)
	}
}
