package queue

import (
	"context"
	"testing"
	"time"

	"rumah/shared/queue"
)

// Whoever closes their account leaves the lines, and nothing in the tables
// says any more who it was. Numbers and times stay.
func TestClosedAccountIsForgotten(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("gigi", "rs")
	e.queue("mata", "rs")
	anak, gigi, mata := e.day("anak", 0, nil), e.day("gigi", 0, nil), e.day("mata", 0, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "1960-01-01", "1")
	budi := e.citizen(s, "budi", "", "2")
	for i, day := range []string{anak, gigi, mata} {
		if _, err := s.take(keyed(siti, "key-"+day), queue.NewTicket{Day: day, Lane: queue.Priority, Ground: "elderly"}); err != nil {
			t.Fatal(i, err)
		}
	}
	if _, err := s.take(keyed(siti, "key-child"), queue.NewTicket{Day: anak, Lane: queue.Regular, Member: "siti-anak"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.take(keyed(budi, "key"), queue.NewTicket{Day: anak, Lane: queue.Regular}); err != nil {
		t.Fatal(err)
	}
	e.must(s, gigi, officer(queue.CallNext, "gigi-1")) // stands at the counter
	e.must(s, mata, officer(queue.CallNext, "mata-1"))
	e.must(s, mata, officer(queue.Finish, "mata-1"))
	numbers, err := s.Numbers(context.Background(), "siti")
	if err != nil || len(numbers) != 4 || numbers[0].Holder == "" || numbers[0].Label == "" {
		t.Fatalf("a copy has %d numbers, %v", len(numbers), err)
	}

	e.exec(`UPDATE people SET closed_at = now(), name = '', sealed = NULL, nik_hash = NULL WHERE id = 'siti'`)
	// Another server sweeps: what the one that closed the account left undone.
	if err := e.service(nil).Sweep(context.Background()); err != nil {
		t.Fatal(err)
	}
	if state := sound(t, e.db, anak); state.Count[queue.Cancelled] != 2 || state.Count[queue.Waiting] != 1 || state.Head.Priority.Taken != 0 {
		t.Errorf("%v", state.Count)
	}
	if state := sound(t, e.db, gigi); state.Count[queue.Called] != 1 {
		t.Errorf("who stands at the counter was sent away: %v", state.Count)
	}
	if state := sound(t, e.db, mata); state.Count[queue.Done] != 1 {
		t.Errorf("%v", state.Count)
	}
	var left int
	e.scan(&left, `SELECT (SELECT count(*) FROM tickets t WHERE t::text ~* 'siti|dimas' OR day_id <> $1 AND (age IS NOT NULL OR person IS NOT NULL)) + (SELECT count(*) FROM queue_events e WHERE e::text ~* 'siti|dimas')`, anak)
	var others int
	e.scan(&others, `SELECT count(*) FROM tickets WHERE account_id = 'budi'`)
	if left != 1 || others != 1 { // Budi is called Siti too, in these tests
		t.Errorf("%d rows still tell, %d of others", left, others)
	}
	_, err = s.take(keyed(siti, "key-late"), queue.NewTicket{Day: anak, Lane: queue.Regular})
	wantKey(t, err, "unknown")
	// The one at the counter is finished as a number.
	e.must(s, gigi, officer(queue.Finish, "gigi-1"))
	sound(t, e.db, gigi)
}

// Some weeks after its day a number no longer says whose it was, after a year
// not even to the one who took it. The figures stay.
func TestNamesOnOldNumbersAreForgotten(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "1960-01-01", "1")
	if _, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Priority, Ground: "elderly"}); err != nil {
		t.Fatal(err)
	}
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.must(s, day, officer(queue.Finish, "anak-1"))
	told := func() (row string) {
		t.Helper()
		if err := s.Sweep(context.Background()); err != nil {
			t.Fatal(err)
		}
		e.scan(&row, `SELECT concat_ws(' ', holder, age, ground, person IS NOT NULL, account_id, requester, lane, stage, called_at IS NOT NULL) FROM tickets`)
		return row
	}
	for _, c := range []struct {
		days int
		want string
	}{
		{0, "Siti 66 elderly t siti person:siti priority done t"},
		{namesKept, "Siti 66 elderly t siti person:siti priority done t"},
		{namesKept + 1, "  f siti person:siti priority done t"},
		{ownKept + 1, "  f gone priority done t"},
	} {
		e.ms.Store(engineStart.Add(time.Duration(c.days) * 24 * time.Hour).UnixMilli())
		if got := told(); got != c.want {
			t.Errorf("after %d days: %q", c.days, got)
		}
	}
}
