package partner_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/jobs"
	"rumah/server/partner"
	"rumah/server/queue"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	contract "rumah/shared/partner"
	shared "rumah/shared/queue"
)

// wib is the clock of the hospital.
var wib = time.FixedZone("WIB", 7*3600)

// morning is a working Tuesday before the practice begins.
var morning = time.Date(2026, 11, 24, 7, 30, 0, 0, wib)

const (
	hospital = "rsud-a"
	agency   = "rsud"
	card     = "0001234567890"
	nik      = "3512345678987654"
	today    = "2026-11-24"
)

// clock is a clock that tests set.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) get() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// house is a hospital with its connection, over lines in memory.
type house struct {
	*testing.T
	db       *database.DB
	s        *partner.Service
	lines    *lines
	clock    *clock
	shop     *jobs.Shop
	vault    *vault.Vault
	password string
	token    string
}

var silent = slog.New(slog.DiscardHandler)

func open(t *testing.T) *house {
	t.Helper()
	db := dbtest.Open(t)
	v, err := vault.New("a key of this house for tests only")
	if err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		`INSERT INTO sources (id, title, licence, date, url, note) VALUES ('s', 's', 's', '2026-01-01', '', '')`,
		`INSERT INTO schedules (id, confirmed, on_holiday, on_leave, source_id) VALUES ('s', true, false, false, 's')`,
		`INSERT INTO people (id, kind, name, created_at) VALUES ('boss', 'staff', 'Boss', now())`,
		`INSERT INTO agencies (id, code, short, name, kind, source_id) VALUES ('rsud', 'r', 'r', 'RSUD', 'hospital', 's'), ('other', 'o', 'o', 'Other', 'office', 's')`,
		`INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id)
		 VALUES ('rsud-a', 'RSUD A', 'hospital', 'rsud', '', '', 112, -7, 'exact', 's', '', '', 's'), ('rsud-b', 'RSUD B', 'hospital', 'rsud', '', '', 112, -7, 'exact', 's', '', '', 's')`,
	} {
		if _, err := db.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	c := &clock{now: morning}
	h := &house{T: t, db: db, clock: c, lines: newLines(c), vault: v, shop: jobs.New(db, silent)}
	h.s = partner.New(db, c.get, wib, partner.Options{Vault: v, Lines: h.lines, Jobs: h.shop, Origin: "https://rumah.example.id", Inside: true, Log: silent})
	h.admit()
	return h
}

// boss is the agency admin of the hospital.
func boss() context.Context { return as(agency) }

func as(agency string) context.Context {
	return api.WithActor(context.Background(), access.Actor{ID: "boss", Name: "Boss", Staff: true, Grants: []access.Grant{{Role: access.Agency, Agency: agency}}})
}

// admit sets the connection up and signs in as BPJS.
func (h *house) admit() {
	h.Helper()
	h.must(h.s.Configure(seen(h), contract.Configure{Place: hospital, Registers: true, Days: 7}))
	in, err := h.s.Admit(boss(), contract.Admit{Place: hospital, Username: "bpjs"})
	h.must(in, err)
	h.password, h.token = in.Password, h.enter(hospital, "bpjs", in.Password)
}

// seen makes the place one with a clinic, so that it may get a connection.
func seen(h *house) context.Context {
	h.Helper()
	_, err := h.db.ExecContext(h.Context(), `
INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
SELECT p || '-anak', p, 'Poli Anak', 'dr. Ratna, Sp.A', '', 'A', true, 'service', 'ANA', 12346, 2, false, 7, 0, 0, 0, true, 300, '[]' FROM unnest(ARRAY['rsud-a', 'rsud-b']) p`)
	h.must(nil, err)
	return boss()
}

func (h *house) must(_ any, err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *house) enter(at, user, password string) string {
	h.Helper()
	r := httptest.NewRequest("GET", "/bpjs/"+at+"/auth", nil)
	r.Header.Set("X-Username", user)
	r.Header.Set("X-Password", password)
	status, a := h.do(r)
	token, _ := a.Response["token"].(string)
	if status != 200 || a.Metadata.Code != 200 || token == "" {
		h.Fatalf("no token: %d %+v", status, a)
	}
	return token
}

// later is some time later, with a token of then.
func (h *house) later(d time.Duration) {
	h.Helper()
	h.clock.move(d)
	h.token = h.enter(hospital, "bpjs", h.password)
}

// said is the envelope of an answer.
type said struct {
	Response map[string]any `json:"response"`
	Metadata struct {
		Message string `json:"message"`
		Code    int    `json:"code"`
	} `json:"metadata"`
}

func (h *house) do(r *http.Request) (int, said) {
	h.Helper()
	w := httptest.NewRecorder()
	h.s.ServeHTTP(w, r)
	var a said
	body, _ := io.ReadAll(w.Body)
	if err := json.Unmarshal(body, &a); err != nil || a.Metadata.Code == 0 || a.Metadata.Message == "" {
		h.Fatalf("%s %s: not the envelope: %s", r.Method, r.URL, body)
	}
	return w.Code, a
}

// ask calls a service as BPJS does.
func (h *house) ask(service string, body map[string]any) said {
	h.Helper()
	data, err := json.Marshal(body)
	h.must(nil, err)
	r := httptest.NewRequest("POST", "/bpjs/"+hospital+"/"+service, bytes.NewReader(data))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("x-token", h.token)
	r.Header.Set("x-username", "bpjs")
	status, a := h.do(r)
	if status != 200 {
		h.Fatalf("%s: %d %+v", service, status, a)
	}
	return a
}

// expect is ask with the code and the message that must come.
func (h *house) expect(service string, body map[string]any, code int, message string) said {
	h.Helper()
	a := h.ask(service, body)
	if a.Metadata.Code != code || message != "" && a.Metadata.Message != message {
		h.Errorf("%s: want %d %q, got %+v", service, code, message, a)
	}
	return a
}

// with is a body with some fields changed; nil takes one away.
func with(body map[string]any, change ...any) map[string]any {
	all := make(map[string]any, len(body))
	for k, v := range body {
		all[k] = v
	}
	for i := 0; i < len(change); i += 2 {
		if all[change[i].(string)] = change[i+1]; change[i+1] == nil {
			delete(all, change[i].(string))
		}
	}
	return all
}

func visit() map[string]any {
	return map[string]any{
		"nomorkartu": card, "nik": nik, "nohp": "085635228888", "kodepoli": "ANA", "kodedokter": 12346, "tanggalperiksa": today,
		"jampraktek": "08:00-12:00", "norm": "", "jeniskunjungan": 1, "nomorreferensi": "0001R0040116A000001",
	}
}

func person(nik, card string) map[string]any {
	return map[string]any{
		"nomorkartu": card, "nik": nik, "nomorkk": "3512345678987600", "nama": "Siti Ma'rufah", "jeniskelamin": "P", "tanggallahir": "1985-03-01", "nohp": "085635228888",
		"alamat": "Jl. Merdeka 1", "kodeprop": "11", "namaprop": "Jawa Timur", "kodedati2": "0120", "namadati2": "Kab. A", "kodekec": "1319", "namakec": "B",
		"kodekel": "D2105", "namakel": "C", "rw": "001", "rt": "013",
	}
}

// register makes somebody known to the hospital.
func (h *house) register(nik, card string) {
	h.Helper()
	h.expect("pasienbaru", person(nik, card), 200, "")
}

// lines are queues in memory with the rules of the house. There is one poli,
// with a doctor who is there on working days from 8 to 12 and on Fridays
// from 13 to 15.
type lines struct {
	mu      sync.Mutex
	clock   *clock
	days    map[string]*shared.State
	tickets map[string]*line
	keys    map[string]string
	quota   int
	fail    error // of the next take
	walked  []queue.ClinicVisitor
}

type line struct {
	queue.ClinicTicket
	of                            string
	part                          shared.VisitStage
	payer                         shared.Payer
	person                        string
	taken, present, called, ended time.Time
}

func newLines(c *clock) *lines {
	return &lines{clock: c, days: map[string]*shared.State{}, tickets: map[string]*line{}, keys: map[string]string{}, quota: 30}
}

func (l *lines) Names(_ context.Context, at, poli string, doctor int) (bool, bool, error) {
	return poli == "ANA", poli == "ANA" && doctor == 12346, nil
}

func (l *lines) Plan(_ context.Context, of queue.Clinic) (queue.ClinicDay, error) {
	date := of.Date.Time(wib)
	fits := of.Opens == 8*60 && of.Closes == 12*60 && date.Weekday() != time.Sunday && date.Weekday() != time.Friday ||
		of.Opens == 13*60 && of.Closes == 15*60 && date.Weekday() == time.Friday
	if !fits {
		return queue.ClinicDay{}, fault.New(fault.Unknown, "unknown")
	}
	return queue.ClinicDay{
		ID: shared.DayIDOf(of.Place, of.Date, of.Opens), Name: "Poli Anak", Who: "dr. Ratna, Sp.A",
		OpensAt: date.Add(time.Duration(of.Opens) * time.Minute), ClosesAt: date.Add(time.Duration(of.Closes) * time.Minute),
		JKN: shared.Pool{Limit: l.quota}, Other: shared.Pool{Limit: 5},
	}, nil
}

func (l *lines) Find(ctx context.Context, of queue.Clinic) (queue.ClinicDay, error) {
	d, err := l.Plan(ctx, of)
	if err != nil {
		return d, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.days[d.ID]
	if s == nil {
		s = &shared.State{Day: d.ID, Prefix: "A", Counters: []shared.Counter{{ID: "r1", Name: "Ruang 1", Seated: true}}, Payers: map[shared.Payer]shared.Pool{shared.JKN: d.JKN, shared.Other: d.Other},
			Head: shared.Head{Status: shared.Open, Opens: d.OpensAt.UnixMilli(), Closes: d.ClosesAt.UnixMilli(), Share: 2, Regular: shared.Pool{Limit: -1}, Pace: shared.Sensible(300)}}
		l.days[d.ID] = s
	}
	d.JKN, d.Other, d.Given, d.Waiting = s.Payers[shared.JKN], s.Payers[shared.Other], s.Last, s.Waiting()
	d.Over = s.Head.Status.Over() || l.clock.get().UnixMilli() >= s.Head.Closes
	if len(s.Calls) > 0 {
		d.Called = s.Label(s.Calls[0].Number)
	}
	return d, nil
}

func (l *lines) Take(_ context.Context, t queue.ClinicTake) (queue.ClinicTicket, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fail != nil {
		err := l.fail
		l.fail = nil
		return queue.ClinicTicket{}, err
	}
	key := t.Requester + " " + t.Key
	if id, done := l.keys[key]; done {
		return l.tickets[id].ClinicTicket, nil
	}
	for _, o := range l.tickets {
		if o.Day == t.Day && o.person == t.Person && o.Stage.Live() {
			return queue.ClinicTicket{}, fault.New(fault.Conflict, "ticket_twice")
		}
	}
	return l.take(key, t, shared.Service, "")
}

func (l *lines) take(key string, t queue.ClinicTake, part shared.VisitStage, of string) (queue.ClinicTicket, error) {
	s, now := l.days[t.Day], l.clock.get()
	events, err := s.Do(shared.Command{Action: shared.Take, Lane: shared.Regular, Payer: t.Payer}, now)
	if err != nil {
		return queue.ClinicTicket{}, err
	}
	number := events[0].Ticket.Number
	id := fmt.Sprintf("%s-%d", t.Day, number)
	made := &line{part: part, payer: t.Payer, person: t.Person, taken: now, of: of,
		ClinicTicket: queue.ClinicTicket{ID: id, Day: t.Day, Number: number, Label: s.Label(number), Stage: shared.Waiting, Expected: time.UnixMilli(s.Head.Opens).Add(time.Duration(number) * 5 * time.Minute)}}
	if made.of == "" {
		made.of = id
	}
	l.tickets[id], l.keys[key] = made, id
	return made.ClinicTicket, nil
}

func (l *lines) act(ticket string, c shared.Command, edit func(*line)) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.tickets[ticket]
	if t == nil {
		return fault.New(fault.Unknown, "unknown")
	}
	c.Number, c.Counter, c.Payer = t.Number, "r1", t.payer
	events, err := l.days[t.Day].Do(c, l.clock.get())
	for _, e := range events {
		if e.Ticket != nil && e.Ticket.Number == t.Number {
			t.Stage, t.Present = e.Ticket.Stage, e.Ticket.Present
		}
	}
	if err == nil {
		edit(t)
	}
	return err
}

func (l *lines) Cancel(_ context.Context, ticket string) error {
	return l.act(ticket, shared.Command{Action: shared.Cancel}, func(t *line) { t.ended = l.clock.get() })
}

func (l *lines) Arrive(_ context.Context, ticket string) error {
	return l.act(ticket, shared.Command{Action: shared.Arrive}, func(t *line) { t.present = l.clock.get() })
}

// call, finish and never are what an officer does.
func (l *lines) call(ticket string) error {
	return l.act(ticket, shared.Command{Action: shared.CallNumber}, func(t *line) { t.called = l.clock.get() })
}

func (l *lines) finish(ticket string) error {
	return l.act(ticket, shared.Command{Action: shared.Finish}, func(t *line) { t.ended = l.clock.get() })
}

func (l *lines) never(ticket string) error {
	return l.act(ticket, shared.Command{Action: shared.NotPresent}, func(t *line) { t.ended = l.clock.get() })
}

func (l *lines) Ticket(_ context.Context, ticket string) (queue.ClinicTicket, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.tickets[ticket]
	if t == nil {
		return queue.ClinicTicket{}, fault.New(fault.Unknown, "unknown")
	}
	v, s := t.ClinicTicket, l.days[t.Day]
	v.Ahead, _ = s.Position(v.Number)
	v.Each = 5 * time.Minute
	if len(s.Calls) > 0 {
		v.Called = s.Label(s.Calls[0].Number)
	}
	return v, nil
}

func (l *lines) Pharmacy(_ context.Context, ticket, requester, key string) (queue.ClinicTicket, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.tickets[ticket]
	day := "farmasi-" + t.Day
	if l.days[day] == nil {
		l.days[day] = l.days[t.Day].Clone()
		l.days[day].Tickets, l.days[day].Last, l.days[day].Calls, l.days[day].Count = nil, 0, nil, nil
		l.days[day].Counters = []shared.Counter{{ID: "r1", Name: "Loket", Seated: true}}
	}
	if id, done := l.keys[requester+" "+key]; done {
		return l.tickets[id].ClinicTicket, nil
	}
	return l.take(requester+" "+key, queue.ClinicTake{Day: day, Payer: t.payer, Person: t.person}, shared.Pharmacy, ticket)
}

func (l *lines) Standing(_ context.Context, day string) (given, left, called int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.days[day]
	if len(s.Calls) > 0 {
		called = s.Calls[0].Number
	}
	return s.Last, s.Waiting(), called, nil
}

func (l *lines) Steps(_ context.Context, tickets []string) ([]queue.ClinicStep, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var steps []queue.ClinicStep
	for _, id := range tickets {
		for _, t := range l.tickets {
			if t.of == id || t.ID == id {
				steps = append(steps, queue.ClinicStep{Of: id, ID: t.ID, Part: t.part, Stage: t.Stage, Number: t.Number, Taken: t.taken, Present: t.present, Called: t.called, Ended: t.ended})
			}
		}
	}
	return steps, nil
}

func (l *lines) Visitors(_ context.Context, at string, from calendar.Date) ([]queue.ClinicVisitor, error) {
	return l.walked, nil
}

// walk takes a number for somebody who does not come through BPJS.
func (h *house) walk(nik string) queue.ClinicVisitor {
	h.Helper()
	d, err := h.lines.Find(h.Context(), queue.Clinic{Place: hospital, Poli: "ANA", Doctor: 12346, Date: today, Opens: 8 * 60, Closes: 12 * 60})
	h.must(d, err)
	who := queue.Person(h.vault, nik)
	t, err := h.lines.Take(h.Context(), queue.ClinicTake{Day: d.ID, Requester: "app", Key: nik, Person: who, Payer: shared.Other})
	h.must(t, err)
	v := queue.ClinicVisitor{Ticket: t.ID, Day: d.ID, Number: t.Number, Prefix: "A", Person: who, Poli: "ANA", Name: "Poli Anak", Doctor: 12346, Who: d.Who,
		Date: today, Opens: 8 * 60, Closes: 12 * 60, OpensAt: d.OpensAt, TakenAt: h.clock.get()}
	h.lines.walked = append(h.lines.walked, v)
	return v
}
