package queue

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"rumah/server/vault"
	"rumah/shared/queue"
)

// Nobody takes all numbers for themselves: not with a new NIK before each,
// not for a family made up for it, not at the same moment, not by giving each
// back, and not in every queue there is.
func TestNobodyHoardsNumbers(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	s := e.service(nil)
	var days []string
	for _, id := range []string{"anak", "gigi", "mata", "obat", "paru", "saraf", "kulit"} {
		e.queue(id, "rs")
		days = append(days, e.day(id, 0, nil))
	}
	siti := e.citizen(s, "siti", "", "1")
	for n := range 10 {
		e.exec(`INSERT INTO members (id, person_id, relation, name, sealed, created_at) SELECT 'm' || $1::int, 'siti', 'child', 'Anak', sealed, now() FROM members WHERE id = 'siti-anak'`, n)
	}
	e.exec(`ALTER TABLE members ALTER sealed DROP NOT NULL`)
	e.exec(`UPDATE members SET sealed = NULL`)
	var wg sync.WaitGroup
	for n := range 10 { // all at once
		wg.Go(func() {
			_, _ = s.take(keyed(siti, fmt.Sprint("key-", n)), queue.NewTicket{Day: days[0], Lane: queue.Regular, Member: fmt.Sprint("m", n)})
		})
	}
	wg.Wait()
	if state := sound(t, e.db, days[0]); state.Count[queue.Waiting] != fairDay {
		t.Errorf("one account holds %d numbers of a day", state.Count[queue.Waiting])
	}
	// A family that goes and a NIK that changes make nobody new.
	e.exec(`DELETE FROM members WHERE id <> 'siti-anak'`)
	for n := range 3 {
		e.exec(`UPDATE people SET nik_hash = $1 WHERE id = 'siti'`, []byte{byte(n)})
		_, err := s.take(keyed(siti, fmt.Sprint("nik-", n)), queue.NewTicket{Day: days[0], Lane: queue.Regular})
		wantKey(t, err, "numbers_enough")
	}
	// Taking and giving back.
	last := ""
	for n := range fairAgain {
		got, err := s.take(keyed(siti, fmt.Sprint("again-", n)), queue.NewTicket{Day: days[1], Lane: queue.Regular})
		if err != nil {
			t.Fatal(n, err)
		}
		last = got.ticket
		if n < fairAgain-1 {
			o, err := s.owned(siti, last)
			if err == nil {
				_, err = s.changeOwned(siti, o, queue.Command{Action: queue.Cancel})
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	_, err := s.take(keyed(siti, "again-more"), queue.NewTicket{Day: days[1], Lane: queue.Regular, Member: "siti-anak"})
	wantKey(t, err, "numbers_enough")
	if got, err := s.take(keyed(siti, fmt.Sprint("again-", fairAgain-1)), queue.NewTicket{Day: days[1], Lane: queue.Regular}); err != nil || got.ticket != last {
		t.Errorf("a retry got %v, %v", got.ticket, err)
	}
	// In every queue of the place: six and one are held.
	held := fairDay + 1
	for n, day := range days[2:] {
		for _, member := range []string{"", "siti-anak"} {
			_, err := s.take(keyed(siti, fmt.Sprint("place-", n, member)), queue.NewTicket{Day: day, Lane: queue.Regular, Member: member})
			if held < fairPlace {
				if held++; err != nil {
					t.Errorf("number %d at the place: %v", held, err)
				}
			} else {
				wantKey(t, err, "numbers_enough")
			}
		}
	}
	// The neighbour has lost nothing.
	if _, err := s.take(keyed(e.citizen(s, "budi", "", "2"), "key"), queue.NewTicket{Day: days[0], Lane: queue.Regular}); err != nil {
		t.Error(err)
	}
	if len(s.turns.all) != 0 {
		t.Error("turns are not forgotten")
	}
}

// Who copied the link of a kiosk has no printer that slows them down.
func TestKioskGivesOnlySoManySlips(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	e.exec(`INSERT INTO queue_devices (id, kind, name, place_id, queues, token_hash, made_at) VALUES ('k', 'kiosk', 'Kios', 'rs', '{}', $1, now()), ('l', 'kiosk', 'Lain', 'rs', '{}', $2, now())`,
		vault.Fingerprint("kiosk"), vault.Fingerprint("lain"))
	slip := func(secret string, n int) error {
		_, err := s.print(keyed(context.Background(), fmt.Sprint("slip-", n)), queue.Printing{Secret: secret, Day: day, Lane: queue.Regular})
		return err
	}
	for n := range slipsPerMinute {
		if err := slip("kiosk", n); err != nil {
			t.Fatal(err)
		}
	}
	wantKey(t, slip("kiosk", 1000), "busy")
	if err := slip("lain", 0); err != nil {
		t.Error("another kiosk waits too:", err)
	}
	e.pass(time.Minute)
	if err := slip("kiosk", 1000); err != nil {
		t.Error(err)
	}
}

// Stepping out and coming back all the time would keep every phone of the
// line awake.
func TestOneNumberIsNotChangedAllTheTime(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "", "1")
	got, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	o, err := s.owned(siti, got.ticket)
	if err != nil {
		t.Fatal(err)
	}
	swing := []queue.Command{{Action: queue.Out, Places: 1}, {Action: queue.Back}}
	for n := range changesPerMinute {
		if _, err := s.changeOwned(siti, o, swing[n%2]); err != nil {
			t.Fatal(err)
		}
	}
	wantKey(t, failed(s.changeOwned(siti, o, swing[0])), "busy")
	e.pass(time.Minute)
	if _, err := s.changeOwned(siti, o, swing[0]); err != nil {
		t.Error(err)
	}
}
