package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// The scene is a hospital with two polis and a pharmacy, an office of another
// agency, and people who want something there. What happens in its queues is
// written here by hand, so that these tests only look.
var (
	sceneZone  = time.FixedZone("WIB", 7*3600)
	sceneToday = calendar.Date("2026-11-23") // a Monday
	sceneEight = time.Date(2026, 11, 23, 8, 0, 0, 0, sceneZone)
)

const (
	sceneAnak = "poli-anak-20261123-0800"
	sceneGigi = "poli-gigi-20261123-0800"
	sceneKTP  = "loket-ktp-20261123-0800"
)

// What must never be seen by others.
const (
	sceneName    = "Siti Rahayu"
	scenePerson  = "key-of-siti"
	sceneAccount = "acc-siti"
	sceneMember  = "mem-siti"
	sceneStaff   = "staff-dewi"
)

type scene struct {
	t      *testing.T
	db     *database.DB
	now    time.Time
	vault  *vault.Vault
	states map[string]*queue.State
	told   chan string // topics published
}

func newScene(t *testing.T) *scene {
	t.Helper()
	safe, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	sc := &scene{t: t, db: dbtest.Open(t), now: sceneEight, vault: safe, states: map[string]*queue.State{}, told: make(chan string, 100)}
	sc.exec(`
INSERT INTO sources VALUES ('s', 'Sumber', 'CC0', '2026-01-01', 'https://example.id', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES
  ('dinkes', '1', 'Dinkes', 'Dinas Kesehatan', 'dinas', NULL, 's'), ('rs', '2', 'RS', 'Rumah Sakit', 'rsud', 'dinkes', 's'), ('capil', '3', 'Capil', 'Catatan Sipil', 'dinas', NULL, 's');
INSERT INTO schedules VALUES ('h', true, true, true, 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('rsud', 'RSUD Kota', 'hospital', 'rs', 'Jl. Raya 1', '', 112.7, -7.4, 'rooftop', 'h', '', '', 's'),
  ('kantor', 'Kantor Capil', 'agency', 'capil', 'Jl. Raya 2', '', 112.8, -7.5, 'rooftop', 'h', '', '', 's');
INSERT INTO people (id, kind, name, created_at) VALUES ('acc-siti', 'citizen', 'Siti Rahayu', now()), ('acc-budi', 'citizen', 'Budi Santoso', now()), ('staff-dewi', 'staff', 'Dewi', now());
INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ('mem-siti', 'acc-siti', 'child', 'Siti Rahayu', '', now())`)
	sc.queue("farmasi", "rsud", "Farmasi", "F", "")
	sc.queue("poli-anak", "rsud", "Poli Anak", "A", "farmasi")
	sc.queue("poli-gigi", "rsud", "Poli Gigi", "G", "")
	sc.queue("loket-ktp", "kantor", "Loket KTP", "K", "")
	return sc
}

// open is a service that has seen nothing yet, so that what the scene wrote
// behind the back of another is known to it.
func (sc *scene) open() *Service {
	return New(sc.db, func() time.Time { return sc.now }, sceneZone, Options{
		Vault: sc.vault, Origin: "https://rumah.example.id", Log: slog.New(slog.DiscardHandler),
		Publish: func(topic string, _, _ int64, _ string, events []json.RawMessage) {
			sc.told <- topic + " " + string(events[0])
		},
	})
}

func (sc *scene) exec(sql string, args ...any) {
	sc.t.Helper()
	if _, err := sc.db.NewRaw(sql, args...).Exec(context.Background()); err != nil {
		sc.t.Fatal(err)
	}
}

func (sc *scene) queue(id, placeID, name, prefix, next string) {
	sc.t.Helper()
	sc.exec(`INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, next_id, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
VALUES (?, ?, ?, 'dr. Ratna', 'child', ?, true, 'single', nullif(?, ''), '', 0, 2, false, 3, 60, 0, 0, ?, 300, '[{"who":"elderly","evidence":"KTP"}]')`,
		id, placeID, name, prefix, next, id == "poli-anak")
	sc.exec(`INSERT INTO counters (id, queue_id, name) VALUES (?, ?, 'Ruang 1'), (?, ?, 'Ruang 2')`, id+"-1", id, id+"-2", id)
}

// day begins a queue-day, from eight to two.
func (sc *scene) day(queueID string, date calendar.Date) string {
	sc.t.Helper()
	id := queue.DayIDOf(queueID, date, 480)
	opens := date.Time(sceneZone).Add(8 * time.Hour)
	prefix := map[string]string{"poli-anak": "A", "poli-gigi": "G", "farmasi": "F", "loket-ktp": "K"}[queueID]
	state := &queue.State{
		Day: id, First: 480, Prefix: prefix, Epoch: "e-" + id,
		Head: queue.Head{
			Status: queue.Scheduled, Opens: opens.UnixMilli(), Closes: opens.Add(6 * time.Hour).UnixMilli(), Share: 2,
			Regular: queue.Pool{Limit: 30}, Priority: queue.Pool{Limit: 10}, Pace: queue.Sensible(300),
		},
		Tickets: []queue.Ticket{}, Counters: []queue.Counter{{ID: queueID + "-1", Name: "Ruang 1"}, {ID: queueID + "-2", Name: "Ruang 2"}}, Calls: []queue.Call{}, Count: map[queue.Stage]int{},
	}
	first, err := json.Marshal(state)
	if err != nil {
		sc.t.Fatal(err)
	}
	jkn, other := -1, -1
	if queueID == "poli-anak" { // it alone counts who pays
		jkn, other = 8, 4
	}
	sc.exec(`INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
VALUES (?, ?, ?, 480, 840, ?, ?, 'scheduled', ?, 30, 10, ?, ?, ?)`, id, queueID, string(date), opens, opens.Add(6*time.Hour), state.Epoch, jkn, other, string(first))
	sc.states[id] = state
	return id
}

// who holds a number.
type who struct {
	account, member, name, person, visit string
	payer                                queue.Payer
}

var siti = who{account: sceneAccount, member: sceneMember, name: sceneName, person: scenePerson, payer: queue.JKN}

// do makes something happen at a day.
func (sc *scene) do(day string, c queue.Command, by ...who) []queue.Event {
	sc.t.Helper()
	state := sc.states[day]
	events, err := state.Do(c, sc.now)
	if err != nil {
		sc.t.Fatalf("%s at %s: %v", c.Action, day, err)
	}
	for i, e := range events {
		body, _ := json.Marshal(e)
		var was any
		if e.Was != nil {
			data, _ := json.Marshal(e.Was)
			was = string(data)
		}
		sc.exec(`INSERT INTO queue_events (day_id, version, at, kind, act, actor, counter, body, was) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			day, e.Version, sc.now, e.Kind, events[0].Version, sceneStaff, c.Counter, string(body), was)
		if e.Ticket != nil {
			sc.ticket(day, e, append(by, who{payer: queue.Other})[min(i, len(by))])
		}
	}
	sc.exec(`UPDATE queue_days SET version = ?, last = ?, status = ?, regular_taken = ?, priority_taken = ? WHERE id = ?`,
		state.Version, state.Last, state.Head.Status, state.Head.Regular.Taken, state.Head.Priority.Taken, day)
	return events
}

func ticketID(day string, number int) string { return fmt.Sprintf("tic-%s-%d", day, number) }

func (sc *scene) ticket(day string, e queue.Event, by who) {
	sc.t.Helper()
	n, id := e.Ticket, ticketID(day, e.Ticket.Number)
	if e.Kind == queue.Took {
		promised, _ := json.Marshal(queue.Range{Low90: 0, Low50: 5 * time.Minute, Mid: 10 * time.Minute, High50: 20 * time.Minute, High90: 40 * time.Minute})
		sc.exec(`INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, person, account_id, member_id, holder, age, ground, payer, via, requester, request_key, visit_id, promised, taken_at)
VALUES (?, ?, ?, ?, 'waiting', ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, 67, 'disabled', ?, 'phone', ?, ?, nullif(?, ''), ?, ?)`,
			id, day, n.Number, n.Lane, n.Slot, n.Present, by.person, by.account, by.member, by.name, by.payer, "r"+id, id, by.visit, string(promised), sc.now)
		sc.exec(`UPDATE queue_days SET jkn_taken = jkn_taken + ?, other_taken = other_taken + ? WHERE id = ?`, count(by.payer == queue.JKN), count(by.payer == queue.Other), day)
		return
	}
	sc.exec(`UPDATE tickets SET stage = ?0, present = ?1, counter_id = nullif(?2, ''), called_at = CASE WHEN ?3 THEN ?4 ELSE called_at END,
ended_at = CASE WHEN ?5 THEN NULL ELSE ?4::timestamptz END WHERE id = ?6`, n.Stage, n.Present, n.Counter, e.Kind == queue.WasCalled, sc.now, n.Stage.Live(), id)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// take gives numbers.
func (sc *scene) take(day string, by ...who) {
	sc.t.Helper()
	for _, w := range by {
		sc.do(day, queue.Command{Action: queue.Take, Lane: queue.Regular, Payer: w.payer}, w)
	}
}

// running opens a day with one counter.
func (sc *scene) running(queueID string) string {
	sc.t.Helper()
	day := sc.day(queueID, sceneToday)
	sc.do(day, queue.Command{Action: queue.OpenDay})
	sc.do(day, queue.Command{Action: queue.Sit, Counter: queueID + "-1", Who: "dr. Ratna"})
	return day
}

func stranger(n int) who {
	return who{name: fmt.Sprintf("Orang %d", n), person: fmt.Sprintf("p%d", n), payer: queue.Other}
}

func as(id string) context.Context {
	return api.WithActor(context.Background(), access.Actor{ID: id, Name: id})
}

func clerk(grants ...access.Grant) context.Context {
	return api.WithActor(context.Background(), access.Actor{ID: sceneStaff, Name: "Dewi", Staff: true, Grants: grants})
}

func counterAt(placeID string) context.Context {
	return clerk(access.Grant{Role: access.Counter, Agency: "rs", Place: placeID})
}

func unknown(t *testing.T, what string, err error) {
	t.Helper()
	if !fault.Is(err, fault.Unknown) {
		t.Errorf("%s: want unknown, got %v", what, err)
	}
}

// nameless fails when something that others read tells who somebody is.
func nameless(t *testing.T, what string, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{sceneName, "Siti", "Orang", scenePerson, sceneAccount, sceneMember, sceneStaff, "tic-", "disabled", `"jkn":"`} {
		if strings.Contains(string(data), secret) {
			t.Errorf("%s tells %q: %s", what, secret, data)
		}
	}
}
