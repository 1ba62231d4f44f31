package queue

import (
	"context"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/queue"
)

func TestDeskOfAQueue(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.running("poli-gigi")
	sc.running("loket-ktp")
	sc.take(anak, siti, stranger(1), stranger(2), who{payer: queue.Other})
	call := func(after time.Duration, action queue.Action) {
		sc.now = sceneEight.Add(after)
		sc.do(anak, queue.Command{Action: action, Counter: "poli-anak-1"})
	}
	call(10*time.Minute, queue.CallNext)
	call(10*time.Minute, queue.Begin)
	call(14*time.Minute, queue.Finish)
	call(20*time.Minute, queue.CallNext)
	call(22*time.Minute, queue.NotPresent)
	call(60*time.Minute, queue.CallNext)
	call(66*time.Minute, queue.Finish)

	d, err := sc.open().Desk(counterAt("rsud"), queue.DayID{Day: anak})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.People) != 4 || d.Line.Day != anak || d.Place.ID != "rsud" || d.State.Version != sc.states[anak].Version || d.Line.Mine != "" {
		t.Fatalf("%+v", d)
	}
	p := d.People[0]
	if p.Number != 1 || p.Name != sceneName || p.Age != 67 || p.Ground != "disabled" || p.Payer != queue.JKN || p.By != "phone" || p.Stage != queue.Done ||
		!p.Taken.Equal(sceneEight) || !p.Called.Equal(sceneEight.Add(10*time.Minute)) || !p.Ended.Equal(sceneEight.Add(14*time.Minute)) {
		t.Errorf("%+v", p)
	}
	if d.People[3].Stage != queue.Waiting || d.People[3].Name != "" || d.People[1].Stage != queue.Absent {
		t.Errorf("%+v", d.People)
	}
	if y := d.Today; y.Served != 2 || y.Absent != 1 || y.Wait != 20*60 || y.Visit != 5*60 || len(y.Hours) != 6 || y.Hours[0] != (queue.HourBar{Hour: 8, Served: 1}) || y.Hours[1] != (queue.HourBar{Hour: 9, Served: 1}) {
		t.Errorf("%+v", y)
	}
	if len(d.Near) != 1 || d.Near[0].Line.Name != "Poli Gigi" || len(d.Near[0].Counters) != 2 || !d.Near[0].Counters[0].Seated {
		t.Errorf("%+v", d.Near)
	}
}

// What an hour to come should bring is what such days brought before.
func TestDeskExpectsWhatSuchDaysBrought(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	for week, served := range map[int]int{1: 4, 2: 2} {
		day := sc.day("poli-gigi", sceneToday.Add(-7*week))
		sc.now = sceneEight.AddDate(0, 0, -7*week)
		sc.do(day, queue.Command{Action: queue.OpenDay})
		sc.do(day, queue.Command{Action: queue.Sit, Counter: "poli-gigi-1", Who: "dr. Ratna"})
		sc.now = sc.now.Add(2*time.Hour + 5*time.Minute) // in the hour of ten
		for n := range served {
			sc.take(day, stranger(n))
			sc.do(day, queue.Command{Action: queue.CallNext, Counter: "poli-gigi-1"})
			sc.do(day, queue.Command{Action: queue.Finish, Counter: "poli-gigi-1"})
		}
	}
	sc.day("poli-gigi", sceneToday.Add(-14-1)) // another weekday
	sc.now = sceneEight
	sc.running("poli-gigi")
	bar := func() queue.HourBar {
		d, err := sc.open().Desk(counterAt("rsud"), queue.DayID{Day: sceneGigi})
		if err != nil || len(d.Today.Hours) != 6 {
			t.Fatalf("%v %+v", err, d.Today)
		}
		return d.Today.Hours[2]
	}
	if b := bar(); b != (queue.HourBar{Hour: 10, Expected: 3}) {
		t.Errorf("%+v", b)
	}
	sc.now = sceneEight.Add(3 * time.Hour)
	if b := bar(); b.Expected != 0 {
		t.Errorf("an hour that is over expects %+v", b)
	}
}

// A counter officer reaches the queues of their places and of no others.
func TestDeskIsOfOnesOwnPlaces(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.running("poli-anak")
	sc.day("poli-gigi", sceneToday)
	sc.day("poli-gigi", sceneToday.Add(1))
	sc.running("loket-ktp")
	counter := func(agency, placeID string) access.Grant {
		return access.Grant{Role: access.Counter, Agency: agency, Place: placeID}
	}
	for name, c := range map[string]struct {
		ctx             context.Context
		hospital, other bool
	}{
		"of the place":       {clerk(counter("rs", "rsud")), true, false},
		"of the agency":      {clerk(counter("rs", "")), true, false},
		"of the one above":   {clerk(counter("dinkes", "")), true, false},
		"of both":            {clerk(counter("rs", "rsud"), counter("capil", "")), true, true},
		"of the regency":     {clerk(counter("", "")), true, true},
		"of another place":   {clerk(counter("rs", "puskesmas")), false, false},
		"of another agency":  {clerk(counter("capil", "")), false, true},
		"an admin elsewhere": {clerk(access.Grant{Role: access.Agency, Agency: "rs"}, counter("capil", "kantor")), false, true},
		"an admin alone":     {clerk(access.Grant{Role: access.Agency, Agency: "rs"}), false, false},
		"a citizen":          {as(sceneAccount), false, false},
		"a guest":            {context.Background(), false, false},
	} {
		for day, want := range map[string]bool{sceneAnak: c.hospital, sceneKTP: c.other} {
			if _, err := sc.open().Desk(c.ctx, queue.DayID{Day: day}); want && err != nil {
				t.Errorf("%s at %s: %v", name, day, err)
			} else if !want {
				unknown(t, name+" at "+day, err)
			}
		}
		desks, err := sc.open().Desks(c.ctx)
		queues := map[string]int{}
		for _, p := range desks.Places {
			queues[p.Place.ID] = len(p.Queues)
		}
		if err != nil || desks.Places == nil || queues["rsud"] != 2*count(c.hospital) || queues["kantor"] != count(c.other) {
			t.Errorf("%s: %v %v", name, err, queues)
		}
	}
	for _, id := range []string{"no-such", "x\x00"} {
		_, err := sc.open().Desk(counterAt("rsud"), queue.DayID{Day: id})
		unknown(t, id, err)
	}
}

func TestActedTellsWhomItTouched(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.take(anak, siti, stranger(1), stranger(2))
	ctx := counterAt("rsud")
	acted := func(counter string, got done) queue.Acted {
		t.Helper()
		a, err := sc.open().acted(ctx, anak, counter, got)
		if err != nil || a.Events == nil || a.People == nil || a.Version != got.version {
			t.Fatalf("%v %+v", err, a)
		}
		return a
	}
	if a := acted("poli-anak-1", done{version: 3}); len(a.Events)+len(a.People) != 0 || a.Undo != 0 {
		t.Errorf("%+v", a)
	}
	called := done{version: 4, events: sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})}
	next := done{version: 6, events: sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})}
	if a := acted("poli-anak-1", next); len(a.Events) != 2 || len(a.People) != 2 || a.People[0].Name != sceneName || a.People[1].Number != 2 || a.Undo != sc.now.Add(queue.UndoFor).UnixMilli() {
		t.Errorf("%+v", a)
	}
	if a := acted("", called); len(a.People) != 1 || a.Link != "" || a.Undo != 0 { // by nobody at a counter
		t.Errorf("%+v", a)
	}
	sc.exec(`UPDATE tickets SET via = 'desk' WHERE number = 2`)
	if a := acted("", done{ticket: ticketID(anak, 2), number: 2, given: given{ahead: 7}}); a.Link != "https://rumah.example.id/t/"+sc.open().shareSecret(ticketID(anak, 2), 0) || a.Ahead != 7 {
		t.Errorf("%+v", a)
	}
	undone := sc.do(anak, queue.Command{Action: queue.Undo, Counter: "poli-anak-1", Events: next.events})
	if a := acted("poli-anak-1", done{events: undone}); a.Undo != 0 {
		t.Errorf("an undo can be undone until %d", a.Undo)
	}
	sc.now = sc.now.Add(queue.UndoFor)
	if a := acted("poli-anak-1", called); a.Undo != 0 {
		t.Errorf("it is too late, and it can be undone until %d", a.Undo)
	}
}

func TestMedian(t *testing.T) {
	t.Parallel()
	for want, list := range map[int][]time.Duration{0: nil, 5: {5 * time.Second}, 7: {9 * time.Second, 5 * time.Second}, 8: {time.Hour, time.Second, 8 * time.Second}} {
		if got := median(list); got != want {
			t.Errorf("%v: %d, want %d", list, got, want)
		}
	}
}
