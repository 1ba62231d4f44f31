package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/vault"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/queue"
)

// citizen adds somebody with a family of one, and is their request.
func (e *engine) citizen(s *Service, id, born, nik string) context.Context {
	e.t.Helper()
	seal := func(owner string) []byte {
		data, err := json.Marshal(map[string]string{"born": born, "nik": nik})
		if err != nil {
			e.t.Fatal(err)
		}
		return s.Vault.Seal(owner, data)
	}
	e.exec(`INSERT INTO people (id, kind, name, sealed, nik_hash, created_at) VALUES ($1, 'citizen', 'Siti', $2, $3, now())`, id, seal(id), s.Vault.Hash("nik", nik))
	e.exec(`INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ($1 || '-anak', $1, 'child', 'Dimas', $2, now())`, id, seal(id+"-anak"))
	return api.WithActor(context.Background(), access.Actor{ID: id, Name: "Siti"})
}

// staff is the request of somebody with a role.
func staff(role access.Role, agency, place string) context.Context {
	return api.WithActor(context.Background(), access.Actor{ID: "petugas", Name: "Rina", Staff: true, Grants: []access.Grant{{Role: role, Agency: agency, Place: place}}})
}

// failed is the error of what was done.
func failed(_ done, err error) error { return err }

func keyed(ctx context.Context, key string) context.Context { return callapi.WithKey(ctx, key) }

func TestTakeAsSomebody(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	today := e.day("anak", 0, func(s *queue.State) { s.Head.Priority.Limit = 5 })
	week, later := e.day("anak", 7, nil), e.day("anak", 8, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "1960-11-24", "3515001122334455")
	twin := e.citizen(s, "kembar", "1960-11-23", "3515001122334455")

	in := queue.NewTicket{Day: today, Lane: queue.Priority, Ground: "elderly", Payer: queue.JKN}
	got, err := s.take(keyed(siti, "key-1"), in)
	if err != nil {
		t.Fatal(err)
	}
	var row struct {
		holder, ground, payer, person, account, via string
		age, number                                 int
		promised                                    queue.Range
	}
	err = e.db.Raw().QueryRow(context.Background(), `SELECT holder, ground, payer, person, account_id, via, age, number, promised FROM tickets WHERE id = $1`, got.ticket).
		Scan(&row.holder, &row.ground, &row.payer, &row.person, &row.account, &row.via, &row.age, &row.number, &row.promised)
	if err != nil || row.holder != "Siti" || row.ground != "elderly" || row.payer != "jkn" || row.account != "siti" || row.via != "phone" || row.age != 65 || row.number != 1 {
		t.Errorf("%v: %+v", err, row)
	}
	if row.person != personKey(s.Vault.Hash("nik", "3515001122334455"), "") || row.promised.High90 == 0 {
		t.Errorf("%+v", row)
	}
	again, err := s.take(keyed(siti, "key-1"), in)
	if err != nil || again.ticket != got.ticket {
		t.Errorf("the same wish got %v %v", again, err)
	}
	_, err = s.take(keyed(siti, "key-2"), in)
	wantKey(t, err, "ticket_twice")
	_, err = s.take(keyed(twin, "key-2"), in) // another account, the same person
	wantKey(t, err, "ticket_twice")
	in.Day = week
	_, err = s.take(keyed(siti, "key-1"), in)
	wantKey(t, err, "key_reused")

	in = queue.NewTicket{Day: today, Lane: queue.Regular, Member: "siti-anak"}
	child, err := s.take(keyed(siti, "key-3"), in)
	if err != nil {
		t.Fatal(err)
	}
	var member string
	e.scan(&member, `SELECT member_id || ' ' || holder || ' ' || ground FROM tickets WHERE id = $1`, child.ticket)
	if member != "siti-anak Dimas " {
		t.Error(member)
	}
	for _, c := range []struct {
		key string
		in  queue.NewTicket
	}{
		{"choice", queue.NewTicket{Day: today, Lane: queue.Regular, Member: "kembar-anak"}}, // somebody else's
		{"required", queue.NewTicket{Day: today, Lane: queue.Priority}},
		{"choice", queue.NewTicket{Day: today, Lane: queue.Priority, Ground: "pregnant"}}, // not here
		{"unknown", queue.NewTicket{Day: "anak-20200101-0800", Lane: queue.Regular}},
		{"too_early", queue.NewTicket{Day: later, Lane: queue.Regular}},
	} {
		_, err := s.take(keyed(siti, "key-4"), c.in)
		wantKey(t, err, c.key)
	}
	if _, err := s.take(keyed(siti, "key-5"), queue.NewTicket{Day: week, Lane: queue.Regular}); err != nil {
		t.Error(err)
	}
	e.exec(`UPDATE queues SET active = false`)
	_, err = s.take(keyed(siti, "key-6"), in)
	wantKey(t, err, "unknown")
}

func TestNumbersBeginBeforeOpening(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.exec(`UPDATE queues SET days = 0`)
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	siti := e.citizen(s, "siti", "", "1")
	e.pass(-3*time.Hour - time.Minute) // 6:59; it opens at 8:00
	_, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
	wantKey(t, err, "too_early")
	e.pass(time.Minute)
	got, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	var age *int
	e.scan(&age, `SELECT age FROM tickets WHERE id = $1`, got.ticket)
	if age != nil {
		t.Errorf("somebody without a birthday is %d", *age)
	}
	e.pass(-time.Minute)
	if again, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular}); err != nil || again.ticket != got.ticket {
		t.Errorf("a retry got %v", err)
	}
}

// What the list of queues says can be taken can be taken, at every hour on
// both sides of midnight there, which is five in the afternoon in UTC.
func TestWhatIsOfferedIsGiven(t *testing.T) {
	t.Parallel()
	for _, days := range []int{0, 1, 7} {
		e := newEngine(t)
		e.queue("anak", "rs")
		e.exec(`UPDATE queues SET days = $1`, days)
		day := e.day("anak", 2, nil)
		s := e.service(nil)
		for n := range 66 {
			e.ms.Store(engineStart.Add(time.Duration(n)*time.Hour + 30*time.Minute).UnixMilli())
			line, err := s.lineOf(context.Background(), day)
			if err != nil {
				t.Fatal(err)
			}
			_, err = s.take(keyed(e.citizen(s, fmt.Sprint("p", n), "", fmt.Sprint(n)), "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
			if line.Open != (err == nil) {
				t.Errorf("%d days ahead, at %s: offered %v, taken %v", days, e.now().In(engineZone), line.Open, err)
			}
		}
	}
}

func TestOnesOwnTicket(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day, future := e.day("anak", 0, nil), e.day("anak", 2, nil)
	s := e.service(nil)
	siti, budi := e.citizen(s, "siti", "", "1"), e.citizen(s, "budi", "", "2")
	got, err := s.take(keyed(siti, "key"), queue.NewTicket{Day: day, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		e.must(s, day, e.take(""))
	}
	for _, try := range []func(context.Context) error{
		func(ctx context.Context) error { _, err := s.Cancel(ctx, queue.TicketID{ID: got.ticket}); return err },
		func(ctx context.Context) error {
			_, err := s.StepOut(ctx, queue.StepOut{ID: got.ticket, Places: 1})
			return err
		},
		func(ctx context.Context) error { _, err := s.ComeBack(ctx, queue.TicketID{ID: got.ticket}); return err },
		func(ctx context.Context) error {
			return failed(s.checkIn(ctx, queue.CheckIn{ID: got.ticket, Code: s.arrivalCode("rs", e.now())}))
		},
	} {
		wantKey(t, try(budi), "unknown")
	}
	o, err := s.owned(siti, got.ticket)
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.StepOut(siti, queue.StepOut{ID: got.ticket, Places: 2})
	if err != nil {
		t.Fatal(err)
	}
	if out.Pass.Stage != queue.Away || len(out.Events) != 1 || out.State.Day != day || out.State.Version != 0 || out.State.Tickets == nil {
		t.Errorf("of a day they know people are told more than what happened: %+v", out)
	}
	state, _ := s.state(context.Background(), day)
	if ahead, _ := state.Position(1); ahead != 2 {
		t.Errorf("after letting two go first %d are", ahead)
	}
	wantKey(t, failed(s.changeOwned(siti, o, queue.Command{Action: queue.Out, Places: 2})), "ticket_away")

	id := got.ticket
	code := s.arrivalCode("rs", e.now())
	wantKey(t, failed(s.checkIn(siti, queue.CheckIn{ID: id, Code: s.arrivalCode("kantor", e.now())})), "arrive_code")
	wantKey(t, failed(s.checkIn(siti, queue.CheckIn{ID: id})), "far")
	wantKey(t, failed(s.checkIn(siti, queue.CheckIn{ID: id, Lon: 112.7, Lat: -7.4546, Near: 10_000})), "far") // 511 m
	e.pass(15 * time.Minute)
	wantKey(t, failed(s.checkIn(siti, queue.CheckIn{ID: id, Code: code})), "arrive_code")
	e.pass(-5 * time.Minute)
	if _, err := s.checkIn(siti, queue.CheckIn{ID: id, Code: " " + code + "\n"}); err != nil {
		t.Error(err)
	}
	if _, err := s.checkIn(siti, queue.CheckIn{ID: id, Lon: 112.7, Lat: -7.4544, Near: 10_000}); err != nil {
		t.Error(err) // 489 m, and once more changes nothing
	}
	if _, err := s.changeOwned(siti, o, queue.Command{Action: queue.Cancel}); err != nil {
		t.Fatal(err)
	}
	if sound(t, e.db, day).Head.Regular.Taken != 3 {
		t.Error("a number that was given back still counts")
	}
	booked, err := s.take(keyed(siti, "key-2"), queue.NewTicket{Day: future, Lane: queue.Regular})
	if err != nil {
		t.Fatal(err)
	}
	wantKey(t, failed(s.checkIn(siti, queue.CheckIn{ID: booked.ticket, Code: s.arrivalCode("rs", e.now())})), "checkin_early")
}

func TestOfficersServeWhereTheyWork(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	for name, c := range map[string]struct {
		ctx context.Context
		in  bool
	}{
		"of the regency":                 {staff(access.Counter, "", ""), true},
		"of the agency":                  {staff(access.Counter, "rumah-sakit", ""), true},
		"of the agency above":            {staff(access.Counter, "dinas", ""), true},
		"of the place":                   {staff(access.Counter, "rumah-sakit", "rs"), true},
		"of another place of the agency": {staff(access.Counter, "rumah-sakit", "kantor"), false},
		"of another agency":              {staff(access.Counter, "lain", ""), false},
		"admin of the agency":            {staff(access.Agency, "rumah-sakit", ""), false},
		"nobody":                         {context.Background(), false},
	} {
		_, err := s.act(c.ctx, queue.Act{Day: day, Action: queue.Sit, Counter: "anak-1"})
		if c.in && err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !c.in {
			wantKey(t, err, "unknown")
			_, err = s.issue(keyed(c.ctx, "key"), queue.Issue{Day: day, Lane: queue.Regular})
			wantKey(t, err, "unknown")
		}
	}
	rina := staff(access.Counter, "", "rs")
	got, err := s.issue(keyed(rina, "key"), queue.Issue{Day: day, Lane: queue.Regular, Name: " Pak Budi "})
	again, err2 := s.issue(keyed(rina, "key"), queue.Issue{Day: day, Lane: queue.Regular, Name: " Pak Budi "})
	if err != nil || err2 != nil || got.number != 1 || again.number != 1 {
		t.Fatalf("%v %v %v %v", got.number, err, again.number, err2)
	}
	state, _ := s.state(context.Background(), day)
	if ticket, _ := state.Ticket(1); !ticket.Present {
		t.Error("who stands at the desk is not there")
	}
	if c, _ := state.Counter("anak-1"); c.Who != "Rina" {
		t.Errorf("%q sits there", c.Who)
	}
	_, err = s.act(rina, queue.Act{Day: day, Action: queue.Undo})
	wantKey(t, err, "required")
	_, err = s.act(rina, queue.Act{Day: day, Action: queue.Rest, Counter: "anak-1"})
	wantKey(t, err, "required")
}

func TestKiosk(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("gigi", "rs")
	e.queue("izin", "kantor")
	day, gigi, izin, next := e.day("anak", 0, nil), e.day("gigi", 0, nil), e.day("izin", 0, nil), e.day("anak", 1, nil)
	s := e.service(nil)
	e.exec(`INSERT INTO queue_devices (id, kind, name, place_id, queues, token_hash, made_at, revoked_at) VALUES
('k', 'kiosk', 'Kios', 'rs', '{anak}', $1, now(), NULL), ('b', 'board', 'Papan', 'rs', '{}', $2, now(), NULL), ('x', 'kiosk', 'Lama', 'rs', '{}', $3, now(), now())`,
		vault.Fingerprint("kiosk"), vault.Fingerprint("board"), vault.Fingerprint("old"))
	guest := keyed(context.Background(), "key")
	slip, err := s.print(guest, queue.Printing{Secret: "kiosk", Day: day, Lane: queue.Regular, Payer: queue.JKN})
	if err != nil || slip.Pass.Label != "A-001" || slip.Pass.Place.Name != "Rumah Sakit" || slip.Pass.Opens != 480 || !slip.Pass.Present || slip.Pass.ID != "" {
		t.Errorf("%v: %+v", err, slip)
	}
	again, err := s.print(guest, queue.Printing{Secret: "kiosk", Day: day, Lane: queue.Regular})
	if err != nil || again.Pass.Number != 1 {
		t.Errorf("the same wish got %d %v", again.Pass.Number, err)
	}
	for _, c := range []struct{ secret, day, key string }{
		{"board", day, "device_gone"}, {"old", day, "device_gone"}, {"guess", day, "device_gone"},
		{"kiosk", gigi, "unknown"}, {"kiosk", izin, "unknown"}, {"kiosk", next, "too_early"},
	} {
		_, err := s.print(guest, queue.Printing{Secret: c.secret, Day: c.day, Lane: queue.Regular})
		wantKey(t, err, c.key)
	}
}

func TestForgottenDaysAreClosed(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	e.queue("gigi", "rs")
	s := e.service(nil)
	open := e.day("anak", 0, nil)
	asleep := e.day("gigi", 0, func(s *queue.State) {
		s.Head.Status = queue.Scheduled
		for i := range s.Counters {
			s.Counters[i].Seated, s.Counters[i].Who = false, ""
		}
	})
	tomorrow := e.day("anak", 1, nil)
	for range 4 {
		e.must(s, open, e.take(""))
	}
	e.must(s, asleep, e.take(""))
	e.must(s, open, officer(queue.CallNext, "anak-1"))
	e.must(s, open, officer(queue.Skip, "anak-1"))
	e.must(s, open, officer(queue.CallNext, "anak-1"))
	if err := s.Sweep(context.Background()); err != nil {
		t.Fatal(err)
	}
	if state := sound(t, e.db, open); state.Head.Status != queue.Open {
		t.Fatal("a day of today was closed")
	}
	e.pass(15 * time.Hour)
	for range 2 {
		if err := s.Sweep(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	state := sound(t, e.db, open)
	if state.Head.Status != queue.Closed || state.Count[queue.Done] != 1 || state.Count[queue.Absent] != 1 || state.Count[queue.Unserved] != 2 || state.Working() != 0 {
		t.Errorf("%+v %v", state.Head, state.Count)
	}
	if state := sound(t, e.db, asleep); state.Head.Status != queue.Closed || state.Count[queue.Unserved] != 1 {
		t.Errorf("%+v %v", state.Head, state.Count)
	}
	if state := sound(t, e.db, tomorrow); state.Head.Status != queue.Open {
		t.Error("a day of today was closed")
	}
}
