package queue

import (
	"context"
	"slices"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// What can be had comes first, and medicine, the end of a visit, last.
func TestLinesBeginWithWhatCanBeHad(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	for _, id := range []string{"farmasi", "poli-anak", "poli-gigi"} {
		sc.day(id, sceneToday)
	}
	names := func() (list []string) {
		l, err := sc.open().Lines(t.Context(), queue.LinesOf{Place: "rsud"})
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range l.Items {
			list = append(list, line.Name)
		}
		return list
	}
	if got := names(); !slices.Equal(got, []string{"Farmasi", "Poli Anak", "Poli Gigi"}) {
		t.Errorf("by name: %v", got)
	}
	sc.exec(`UPDATE queues SET stage = 'pharmacy' WHERE id = 'farmasi'; UPDATE queue_days SET regular_limit = 0, priority_limit = 0 WHERE queue_id = 'poli-anak'`)
	if got := names(); !slices.Equal(got, []string{"Poli Gigi", "Farmasi", "Poli Anak"}) {
		t.Errorf("with medicine and a full one: %v", got)
	}
}

func TestLinesOfAPlace(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	anak := sc.running("poli-anak")
	sc.day("poli-gigi", sceneToday)
	sc.day("poli-gigi", sceneToday.Add(1))
	sc.day("poli-anak", sceneToday.Add(3))
	sc.day("poli-anak", sceneToday.Add(4)) // farther than it can be booked
	sc.running("loket-ktp")
	sc.take(anak, stranger(1), siti, stranger(2))
	sc.do(anak, queue.Command{Action: queue.CallNext, Counter: "poli-anak-1"})
	sc.now = sc.now.Add(time.Minute)

	l, err := sc.open().Lines(as(sceneAccount), queue.LinesOf{Place: "rsud"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []calendar.Date{sceneToday, sceneToday.Add(1), sceneToday.Add(3)}; l.Date != sceneToday || !slices.Equal(l.Days, want) {
		t.Errorf("%s of %v", l.Date, l.Days)
	}
	if len(l.Items) != 2 || l.Items[0].Name != "Poli Anak" || l.Items[1].Name != "Poli Gigi" || l.Place.Name != "RSUD Kota" || l.Place.Precision != "rooftop" {
		t.Fatalf("%+v", l)
	}
	if len(l.Rules) != 1 || l.Rules[0].Evidence != "KTP" || !l.Now.Equal(sc.now) {
		t.Errorf("%+v", l.Rules)
	}
	a := l.Items[0]
	if a.Waiting != 2 || len(a.Calls) != 1 || a.Calls[0].Counter != "Ruang 1" || a.Calls[0].Number != 1 || a.Status != queue.Open || a.Prefix != "A" || a.Version != sc.states[anak].Version {
		t.Errorf("%+v", a)
	}
	if a.Mine != ticketID(anak, 2) || !a.Open || !a.Payer || a.JKN != 7 || a.Other != 2 || a.Left != 9 {
		t.Errorf("%+v", a)
	}
	want := queue.Estimate(queue.Sensible(300), queue.Standing{Ahead: 2, Counters: 1, Busy: []time.Duration{time.Minute}})
	if a.Wait[queue.Regular] != want {
		t.Errorf("%+v, want %+v", a.Wait[queue.Regular], want)
	}
	if p, ok := a.Wait[queue.Priority]; !ok || p.Mid >= want.Mid {
		t.Errorf("the priority lane waits %v, the regular %v", p.Mid, want.Mid)
	}
	g := l.Items[1]
	if g.Payer || g.JKN != -1 || g.Other != -1 || g.Left != 40 || g.Mine != "" || g.Wait[queue.Regular].Unknown {
		t.Errorf("%+v", g)
	}
	if sc.states[anak].Calls[0].Counter != "poli-anak-1" {
		t.Error("the state was changed")
	}

	// Others read the same without what is only the reader's.
	for name, ctx := range map[string]context.Context{"guest": context.Background(), "another": as("acc-budi"), "staff": counterAt("rsud")} {
		l, err := sc.open().Lines(ctx, queue.LinesOf{Place: "rsud", Date: sceneToday})
		if err != nil || l.Items[0].Mine != "" {
			t.Errorf("%s: %v %+v", name, err, l.Items[0])
		}
		nameless(t, "a place for "+name, l)
	}
}

func TestLinesOfAnotherDay(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.day("poli-gigi", sceneToday)
	sc.day("poli-gigi", sceneToday.Add(1))
	ctx := context.Background()
	for name, c := range map[string]struct {
		of   queue.LinesOf
		now  time.Time
		date calendar.Date
		n    int
	}{
		"in the morning":  {queue.LinesOf{Place: "rsud"}, sceneEight, sceneToday, 1},
		"asked":           {queue.LinesOf{Place: "rsud", Date: sceneToday.Add(1)}, sceneEight, sceneToday.Add(1), 1},
		"in the evening":  {queue.LinesOf{Place: "rsud"}, sceneEight.Add(12 * time.Hour), sceneToday.Add(1), 1},
		"none that day":   {queue.LinesOf{Place: "rsud", Date: sceneToday.Add(2)}, sceneEight, sceneToday.Add(2), 0},
		"nothing at all":  {queue.LinesOf{Place: "kantor"}, sceneEight, sceneToday, 0},
		"long afterwards": {queue.LinesOf{Place: "rsud"}, sceneEight.AddDate(0, 1, 0), sceneToday.Add(30), 0},
	} {
		sc.now = c.now
		l, err := sc.open().Lines(ctx, c.of)
		if err != nil || l.Date != c.date || len(l.Items) != c.n || l.Items == nil || l.Days == nil || l.Rules == nil {
			t.Errorf("%s: %v %+v", name, err, l)
		}
	}
	_, err := sc.open().Lines(ctx, queue.LinesOf{Place: "nowhere"})
	unknown(t, "no such place", err)
	_, err = sc.open().Lines(ctx, queue.LinesOf{Place: "nul\x00"})
	unknown(t, "no place at all", err)
	if _, err = sc.open().Lines(ctx, queue.LinesOf{Place: "rsud", Date: "2026-13-01"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("no such date: %v", err)
	}
}

// A number can be taken when its day is, not before, not after, and not when
// nothing is left.
func TestWhenNumbersCanBeTaken(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.day("poli-gigi", sceneToday)
	opens := func(now time.Time) bool {
		t.Helper()
		sc.now = now
		l, err := sc.open().lineOf(context.Background(), sceneGigi)
		if err != nil {
			t.Fatal(err)
		}
		return l.Open
	}
	for name, c := range map[string]struct {
		days int
		now  time.Time
		want bool
	}{
		"an hour before":          {0, sceneEight.Add(-time.Hour), true},
		"earlier":                 {0, sceneEight.Add(-61 * time.Minute), false},
		"booked days before":      {3, sceneEight.AddDate(0, 0, -3).Add(-8 * time.Hour), true},
		"booked a minute earlier": {3, sceneEight.AddDate(0, 0, -3).Add(-8*time.Hour - time.Minute), false},
		"just before the end":     {3, sceneEight.Add(6*time.Hour - time.Second), true},
		"at the end":              {3, sceneEight.Add(6 * time.Hour), false},
	} {
		sc.exec(`UPDATE queues SET days = ? WHERE id = 'poli-gigi'`, c.days)
		if opens(c.now) != c.want {
			t.Errorf("%s: want %t", name, c.want)
		}
	}
	sc.exec(`UPDATE queue_days SET regular_limit = 0, priority_limit = 0`)
	if opens(sceneEight) {
		t.Error("nothing is left, and yet it is open")
	}
	sc.exec(`UPDATE queue_days SET regular_limit = -1`)
	if !opens(sceneEight) {
		t.Error("there is no limit, and yet it is closed")
	}
	sc.exec(`UPDATE queues SET active = false`)
	if opens(sceneEight) {
		t.Error("the queue was taken away")
	}
	if l, err := sc.open().Lines(context.Background(), queue.LinesOf{Place: "rsud"}); err != nil || len(l.Items) != 0 {
		t.Errorf("it is still listed: %v %+v", err, l.Items)
	}
	sc.exec(`UPDATE queues SET active = true`)
	sc.now = sceneEight
	sc.do(sceneGigi, queue.Command{Action: queue.OpenDay})
	sc.do(sceneGigi, queue.Command{Action: queue.Stop, Reason: "Dokter sakit"})
	if l, err := sc.open().lineOf(context.Background(), sceneGigi); err != nil || l.Open || len(l.Wait) != 0 || l.Wait == nil || l.Reason != "Dokter sakit" {
		t.Errorf("%v %+v", err, l)
	}
}

func TestDayNamesNobody(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-anak")
	sc.take(day, siti, stranger(1))
	v, err := sc.open().Day(context.Background(), queue.DayID{Day: day})
	if err != nil || len(v.State.Tickets) != 2 || v.Line.Day != day || v.Place.ID != "rsud" || v.Line.Mine != "" {
		t.Fatalf("%v %+v", err, v)
	}
	nameless(t, "a day", v)
	if v, err = sc.open().Day(as(sceneAccount), queue.DayID{Day: day}); err != nil || v.Line.Mine != ticketID(day, 1) {
		t.Errorf("%v %+v", err, v.Line)
	}
	for _, id := range []string{"poli-anak-20261124-0800", "", "x\x00"} {
		_, err = sc.open().Day(context.Background(), queue.DayID{Day: id})
		unknown(t, id, err)
	}
}

// Staff who also hold other roles are not asked as citizens.
func TestWhoIsACitizen(t *testing.T) {
	t.Parallel()
	for want, ctx := range map[string]context.Context{"acc": as("acc"), "": clerk(access.Grant{Role: access.Counter})} {
		if got := citizen(ctx); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A day with booked times shows those that are not over, and is full when
// they are.
func TestLineWithBookedTimes(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-gigi")
	h := sc.states[day].Head
	h.SlotFor, h.SlotOf = 120, 1
	sc.do(day, queue.Command{Action: queue.Change, Head: &h})
	line := func() queue.Line {
		t.Helper()
		l, err := sc.open().lineOf(context.Background(), day)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	if l := line(); !slices.Equal(l.Slots, []queue.Slot{{At: 480, Left: 1}, {At: 600, Left: 1}, {At: 720, Left: 1}}) || !l.Open {
		t.Errorf("%+v", l)
	}
	sc.take(day, stranger(1), stranger(2))
	sc.now = sc.now.Add(time.Hour)
	if l := line(); !slices.Equal(l.Slots, []queue.Slot{{At: 480}, {At: 600}, {At: 720, Left: 1}}) || !l.Open {
		t.Errorf("%+v", l)
	}
	sc.take(day, stranger(3))
	if l := line(); l.Open || l.Left != 37 {
		t.Errorf("%+v", l)
	}
}

func TestWhatIsLeft(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row  lineRow
		want [3]int
	}{
		"no limits":           {lineRow{RegularLimit: -1, PriorityLimit: -1, JknLimit: -1, OtherLimit: -1, Payers: true}, [3]int{-1, -1, -1}},
		"one lane unlimited":  {lineRow{RegularLimit: 3, PriorityLimit: -1}, [3]int{-1, -1, -1}},
		"lanes":               {lineRow{RegularLimit: 3, RegularTaken: 1, PriorityLimit: 2, JknLimit: 1, OtherLimit: 0}, [3]int{4, -1, -1}},
		"payers are tighter":  {lineRow{RegularLimit: -1, PriorityLimit: 2, JknLimit: 5, JknTaken: 3, OtherLimit: 1, Payers: true}, [3]int{3, 2, 1}},
		"lanes are tighter":   {lineRow{RegularLimit: 1, JknLimit: 5, OtherLimit: -1, Payers: true}, [3]int{1, 1, 1}},
		"a limit was lowered": {lineRow{RegularLimit: 1, RegularTaken: 4}, [3]int{0, -1, -1}},
	} {
		all, jkn, other := c.row.left()
		if got := [3]int{all, jkn, other}; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
