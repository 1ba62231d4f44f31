package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

var engineZone = time.FixedZone("WIB", 7*3600)

// engineStart is ten o'clock on a Monday.
var engineStart = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

// engine is a database with a place, and servers that share it.
type engine struct {
	t     testing.TB
	start time.Time // its day is the one of tests
	db    *database.DB
	ms    atomic.Int64
	keys  atomic.Int64
}

func newEngine(t testing.TB) *engine {
	t.Helper()
	e := &engine{t: t, start: engineStart, db: dbtest.Open(t)}
	e.ms.Store(engineStart.UnixMilli())
	e.exec(engineSQL)
	return e
}

const engineSQL = `
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES
  ('dinas', '1', 'D', 'Dinas', 'office', NULL, 's'), ('rumah-sakit', '2', 'RS', 'Rumah Sakit', 'office', 'dinas', 's'), ('lain', '3', 'L', 'Lain', 'office', NULL, 's');
INSERT INTO schedules (id, confirmed, on_holiday, on_leave, source_id) VALUES ('j', true, false, false, 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES
  ('rs', 'Rumah Sakit', 'hospital', 'rumah-sakit', 'Jalan 1', '', 112.7, -7.45, 'exact', 'j', '', '', 's'),
  ('kantor', 'Kantor', 'office', 'lain', 'Jalan 2', '', 112.71, -7.46, 'village', 'j', '', '', 's');`

func (e *engine) exec(sql string, args ...any) {
	e.t.Helper()
	if _, err := e.db.Raw().Exec(context.Background(), sql, args...); err != nil {
		e.t.Fatal(err)
	}
}

func (e *engine) scan(into any, sql string, args ...any) {
	e.t.Helper()
	if err := e.db.Raw().QueryRow(context.Background(), sql, args...).Scan(into); err != nil {
		e.t.Fatal(err)
	}
}

func (e *engine) now() time.Time { return time.UnixMilli(e.ms.Load()) }

func (e *engine) pass(d time.Duration) { e.ms.Add(d.Milliseconds()) }

// service is one server of the house.
func (e *engine) service(publish func(topic string, from, to int64, epoch string, events []json.RawMessage)) *Service {
	v, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		e.t.Fatal(err)
	}
	s := New(e.db, e.now, engineZone, Options{Vault: v, Origin: "https://contoh.id", Publish: publish, Log: slog.New(slog.DiscardHandler)})
	e.t.Cleanup(s.Close)
	return s
}

// queue adds a queue with two counters.
func (e *engine) queue(id, place string) {
	e.t.Helper()
	e.exec(`
INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
VALUES ($1, $2, 'Poli ' || $1, '', '', upper(right($1, 2)), true, 'single', '', 0, 2, false, 7, 60, 0, 0, true, 300, '[{"who":"elderly","evidence":"KTP"}]')`, id, place)
	e.exec(`INSERT INTO counters (id, queue_id, name) VALUES ($1 || '-1', $1, 'Ruang 1'), ($1 || '-2', $1, 'Ruang 2')`, id)
}

// day adds an open day, two officers at its counters.
func (e *engine) day(queueID string, ahead int, edit func(*queue.State)) string {
	e.t.Helper()
	date := calendar.DateOf(e.start.In(engineZone)).Add(ahead)
	opens := date.Time(engineZone).Add(8 * time.Hour)
	id := queue.DayIDOf(queueID, date, 480)
	first := &queue.State{Day: id, First: 480, Prefix: "A", Epoch: "e1", Count: map[queue.Stage]int{}, Tickets: []queue.Ticket{}, Calls: []queue.Call{}}
	first.Head = queue.Head{Status: queue.Open, Opens: opens.UnixMilli(), Closes: opens.Add(8 * time.Hour).UnixMilli(), Share: 2, Regular: queue.Pool{Limit: -1}, Priority: queue.Pool{Limit: -1}, Pace: queue.Sensible(300)}
	for _, n := range []string{"1", "2"} {
		first.Counters = append(first.Counters, queue.Counter{ID: queueID + "-" + n, Name: "Ruang " + n, Who: "dr. Ratna", Seated: true})
	}
	first.Payers = map[queue.Payer]queue.Pool{queue.JKN: {Limit: -1}, queue.Other: {Limit: -1}}
	if edit != nil {
		edit(first)
	}
	text, err := json.Marshal(first)
	if err != nil {
		e.t.Fatal(err)
	}
	h := first.Head
	e.exec(`
INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
VALUES ($1, $2, $3::date, 480, 960, $4, $5, $6, 'e1', $7, $8, $9, $10, $11)`, id, queueID, string(date), time.UnixMilli(h.Opens), time.UnixMilli(h.Closes), string(h.Status),
		h.Regular.Limit, h.Priority.Limit, first.Payers[queue.JKN].Limit, first.Payers[queue.Other].Limit, string(text))
	return id
}

// take is a wish for a number; person "" is nobody in particular.
func (e *engine) take(person string) wish {
	key := fmt.Sprint("key-", e.keys.Add(1))
	return wish{Command: queue.Command{Action: queue.Take, Lane: queue.Regular}, holder: &holder{requester: "r:" + person, key: key, via: "phone", person: person, age: -1, payer: queue.Other}}
}

func officer(action queue.Action, counter string) wish {
	return wish{Command: queue.Command{Action: action, Counter: counter}, actor: "officer"}
}

func (e *engine) must(s *Service, day string, w wish) done {
	e.t.Helper()
	got, err := s.do(context.Background(), day, w)
	if err != nil {
		e.t.Fatalf("%s: %v", w.Action, err)
	}
	return got
}

func (e *engine) refused(s *Service, day string, w wish, key string) {
	e.t.Helper()
	_, err := s.do(context.Background(), day, w)
	wantKey(e.t, err, key)
}

// wantKey checks the key of a fault, or of its only field.
func wantKey(t testing.TB, err error, key string) {
	t.Helper()
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Fatalf("got %v, not a fault %s", err, key)
	}
	if got := f.Key; got != key && (len(f.Fields) != 1 || f.Fields[0].Key != key) {
		t.Fatalf("got %v, not %s", err, key)
	}
}

// sound checks that the tables of a day are what its log says, and that
// nothing is in them that must never be.
func sound(t testing.TB, db *database.DB, day string) *queue.State {
	t.Helper()
	ctx := context.Background()
	l := &runner{s: &Service{db: db}, day: day}
	if err := l.refresh(ctx, db.Raw()); err != nil {
		t.Fatal(err)
	}
	s, p := l.ledger.state, l.ledger.state.Payers
	for _, at := range []queue.Lane{queue.Regular, queue.Priority} {
		in := l.ledger.lanes[at]
		last := s.Clone()
		last.Tickets = append(last.Tickets, queue.Ticket{Number: s.Last + 1, Lane: at, Stage: queue.Waiting, Rank: math.MaxInt64})
		want, _ := last.Position(s.Last + 1)
		if got := s.Before(at, in.waiting, s.Waiting()-in.waiting); got != want {
			t.Errorf("%s: %d are before who takes a number in lane %s, the state says %d", day, got, at, want)
		}
	}
	var row struct {
		Version                                    int64
		Status                                     string
		Last, Regular, Priority, JKN, Other, Count int
	}
	err := db.Raw().QueryRow(ctx, `
SELECT version, status, last, regular_taken, priority_taken, jkn_taken, other_taken, (SELECT count(*) FROM tickets t WHERE t.day_id = d.id) FROM queue_days d WHERE id = $1`, day).
		Scan(&row.Version, &row.Status, &row.Last, &row.Regular, &row.Priority, &row.JKN, &row.Other, &row.Count)
	if err != nil {
		t.Fatal(err)
	}
	if row.Version != s.Version || row.Status != string(s.Head.Status) || row.Last != s.Last || row.Regular != s.Head.Regular.Taken || row.Priority != s.Head.Priority.Taken || row.Count != s.Last {
		t.Errorf("%s: the row is %+v, the log says %+v with %d tickets", day, row, s.Head, s.Last)
	}
	if row.Regular+row.Priority != row.JKN+row.Other {
		t.Errorf("%s: %d and %d by lane, %d and %d by payer, %+v", day, row.Regular, row.Priority, row.JKN, row.Other, p)
	}
	rows, err := db.Raw().Query(ctx, `SELECT id, number, stage, present, coalesce(counter_id, ''), present_at, called_at, began_at, ended_at FROM tickets WHERE day_id = $1 ORDER BY number`, day)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		var id, stage, counter string
		var number int
		var present bool
		var at [4]*time.Time
		if err := rows.Scan(&id, &number, &stage, &present, &counter, &at[0], &at[1], &at[2], &at[3]); err != nil {
			t.Fatal(err)
		}
		r := l.ledger.records[number]
		if number != n || r == nil || r.id != id || string(r.now.Stage) != stage || r.now.Present != present || r.now.Counter != counter {
			t.Fatalf("%s: ticket %d of the table (%s, %s, %s) is %+v in the log", day, number, stage, counter, id, r)
		}
		for i, ms := range []int64{r.times.present, r.times.called, r.times.began, r.times.ended} {
			if want := instant(ms); (want == nil) != (at[i] == nil) || want != nil && !want.Equal(*at[i]) {
				t.Fatalf("%s: ticket %d has times %v, the log says %+v", day, number, at, r.times)
			}
		}
		if live, ok := s.Ticket(number); ok != r.now.Stage.Live() || ok && live != r.now {
			t.Fatalf("%s: ticket %d is %+v in the state and %+v in the log", day, number, live, r.now)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return s
}

// Sixty-four people at once: numbers without a gap, not one above the quota,
// one for each person, and the same number for the same wish.
func TestEverybodyAtOnce(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	const quota = 500
	day := e.day("anak", 0, func(s *queue.State) { s.Head.Regular.Limit = quota })
	frames := make(map[int64]int64)
	var mu sync.Mutex
	s := e.service(func(topic string, from, to int64, epoch string, events []json.RawMessage) {
		if strings.HasPrefix(topic, placeTopic) {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		if topic != dayTopic+day || epoch != "e1" || int64(len(events)) != to-from {
			t.Errorf("a frame for %s from %d to %d with %d events", topic, from, to, len(events))
		}
		frames[from] = to
	})
	var wg sync.WaitGroup
	var took, full, twice atomic.Int64
	for g := range 64 {
		wg.Go(func() {
			for i := range 12 {
				w := e.take(fmt.Sprint("p", (g*12+i)%(quota+60)))
				first, err := s.do(context.Background(), day, w)
				again, err2 := s.do(context.Background(), day, w)
				switch {
				case err == nil:
					took.Add(1)
					if err2 != nil || again.ticket != first.ticket || again.number != first.number || len(again.events) > 0 {
						t.Errorf("the same wish got %v and %v (%v)", first.number, again.number, err2)
					}
					state, err := s.state(context.Background(), day)
					if err != nil {
						t.Error(err)
						return
					}
					if _, ok := state.Ticket(first.number); !ok || !first.given.Stage.Live() || state.Version < first.version {
						t.Errorf("number %d is answered and not in the state", first.number)
					}
				case fault.From(err).Key == "quota_full":
					full.Add(1)
				case fault.From(err).Key == "ticket_twice":
					twice.Add(1)
				default:
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if took.Load() != quota || full.Load() == 0 || took.Load()+full.Load()+twice.Load() != 64*12 {
		t.Errorf("%d took, %d were too late, %d had one", took.Load(), full.Load(), twice.Load())
	}
	state := sound(t, e.db, day)
	if state.Last != quota {
		t.Errorf("the last number is %d", state.Last)
	}
	at := int64(0)
	for frames[at] > at {
		at = frames[at]
	}
	if at != state.Version {
		t.Errorf("the frames end at %d of %d", at, state.Version)
	}
}

// Two servers on one database, each with a cache of its own, and officers
// who call at the same moment.
func TestTwoServersKeepOneLine(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	servers := []*Service{e.service(nil), e.service(nil)}
	for i := range 120 {
		e.must(servers[i%2], day, e.take(fmt.Sprint("a", i)))
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	called := make(map[int]string)
	for i := range 4 {
		counter := fmt.Sprintf("anak-%d", i%2+1)
		wg.Go(func() {
			for range 25 {
				got, err := servers[i/2].do(context.Background(), day, officer(queue.CallNext, counter))
				if err != nil {
					t.Error(err)
					continue
				}
				mu.Lock()
				if called[got.number] != "" {
					t.Errorf("%d was called to %s and to %s", got.number, called[got.number], counter)
				}
				called[got.number] = counter
				mu.Unlock()
			}
		})
		wg.Go(func() {
			for n := range 25 {
				if _, err := servers[i%2].do(context.Background(), day, e.take(fmt.Sprint("b", i, "-", n))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	sound(t, e.db, day)
	for _, s := range servers {
		s.Heard(dayTopic+day, 1<<40)
		got, err := s.state(context.Background(), day)
		if err != nil || got.Last != 220 || got.Count[queue.Done] != 98 {
			t.Errorf("%v: last %d, %v", err, got.Last, got.Count)
		}
	}
}

// Whatever happens in whatever order, on either server: tables, log and
// caches stay one.
func TestRandomDayIsItsLog(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, func(s *queue.State) { s.Head.Regular.Limit = 150 })
	servers := []*Service{e.service(nil), e.service(nil)}
	actions := []queue.Action{queue.Take, queue.Take, queue.Take, queue.Arrive, queue.Out, queue.Back, queue.Cancel, queue.CallNext, queue.CallNext, queue.CallNumber,
		queue.Recall, queue.Begin, queue.Finish, queue.Skip, queue.NotPresent, queue.Return, queue.Undo, queue.Undo, queue.Rest, queue.Work}
	var wg sync.WaitGroup
	var did, undone atomic.Int64
	for g := range 16 {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(7, uint64(g)))
			for range 60 {
				e.pass(time.Duration(random.IntN(900)) * time.Millisecond)
				w := e.take(fmt.Sprint("p", random.IntN(120)))
				if a := actions[random.IntN(len(actions))]; a != queue.Take {
					w = wish{actor: "x", Command: queue.Command{Action: a, Number: random.IntN(100), Counter: fmt.Sprintf("anak-%d", random.IntN(2)+1), Places: random.IntN(4) + 1, Reason: "istirahat"}}
					if slices.Contains([]queue.Action{queue.Recall, queue.Begin, queue.Finish, queue.Skip}, a) {
						w.Number = 0
					}
				}
				_, err := servers[random.IntN(2)].do(context.Background(), day, w)
				if err == nil {
					did.Add(1)
					if w.Action == queue.Undo {
						undone.Add(1)
					}
				} else if fault.From(err).Code == fault.Broken {
					t.Errorf("%s: %v", w.Action, err)
				}
			}
		})
	}
	wg.Wait()
	sound(t, e.db, day)
	if did.Load() < 200 || undone.Load() == 0 {
		t.Errorf("only %d things happened, %d were undone", did.Load(), undone.Load())
	}
}

// What an undo brings back is as it was, in the rows too.
func TestUndo(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, nil)
	s := e.service(nil)
	for i := range 3 {
		e.must(s, day, e.take(fmt.Sprint("p", i)))
	}
	e.refused(s, day, officer(queue.Undo, "anak-1"), "undo_nothing")
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.pass(time.Minute)
	before, _ := s.state(context.Background(), day)
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.pass(5 * time.Second)
	e.must(e.service(nil), day, officer(queue.Undo, "anak-1")) // another server reads it from the log
	after := sound(t, e.db, day)
	if !reflect.DeepEqual(before.Tickets, after.Tickets) || !reflect.DeepEqual(before.Counters, after.Counters) {
		t.Errorf("before %+v %+v\nafter  %+v %+v", before.Tickets, before.Counters, after.Tickets, after.Counters)
	}
	e.refused(s, day, officer(queue.Undo, "anak-1"), "undo_nothing")
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.pass(11 * time.Second)
	e.refused(s, day, officer(queue.Undo, "anak-1"), "undo_late")
	e.must(s, day, officer(queue.Finish, "anak-1"))
	e.must(s, day, officer(queue.Undo, "anak-1"))
	e.must(s, day, officer(queue.Skip, "anak-1"))
	back := officer(queue.CallNumber, "anak-2")
	back.Number = 2
	e.must(s, day, back)
	e.refused(s, day, officer(queue.Undo, "anak-1"), "undo_changed")
	sound(t, e.db, day)
}

// What must not happen is refused, and only to whom it is about.
func TestRefusals(t *testing.T) {
	t.Parallel()
	e := newEngine(t)
	e.queue("anak", "rs")
	day := e.day("anak", 0, func(s *queue.State) { s.Head.Priority.Limit = 0; s.Payers[queue.JKN] = queue.Pool{Limit: 1} })
	other := e.day("anak", 1, nil)
	s := e.service(nil)
	e.refused(s, "tidak-ada", e.take("a"), "unknown")
	wrong := e.take("a")
	wrong.Lane = queue.Priority
	e.refused(s, day, wrong, "lane_none")
	jkn := e.take("j1")
	jkn.holder.payer = queue.JKN
	e.must(s, day, jkn)
	jkn = e.take("j2")
	jkn.holder.payer = queue.JKN
	e.refused(s, day, jkn, "quota_jkn")
	mine := e.must(s, day, e.take("a"))
	e.refused(s, day, e.take("a"), "ticket_twice")
	cancel := wish{Command: queue.Command{Action: queue.Cancel, Number: mine.number}}
	e.must(s, day, cancel)
	e.refused(s, day, cancel, "ticket_over")
	call := officer(queue.CallNumber, "anak-1")
	call.Number = mine.number
	e.refused(s, day, call, "ticket_over")
	e.must(s, day, e.take("a")) // who gave a number back may have another

	// A key that was used on another day is refused by the index alone, and
	// nobody else pays for it.
	used := e.take("k")
	e.must(s, other, used)
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { e.must(s, day, e.take(fmt.Sprint("many", i))) })
	}
	wg.Go(func() { e.refused(s, day, used, "key_reused") })
	wg.Wait()

	// One counter has one number, also of another day of the queue.
	e.must(s, day, officer(queue.CallNext, "anak-1"))
	e.refused(s, other, officer(queue.CallNext, "anak-1"), "ticket_counter")

	seen := officer(queue.CallNext, "anak-1")
	seen.seen = sound(t, e.db, day).Version
	e.must(s, day, seen)
	e.refused(s, day, seen, "seen_changed")

	gone, stop := context.WithCancel(context.Background())
	stop()
	if _, err := s.do(gone, day, e.take("z")); err == nil {
		t.Error("somebody who had gone was answered")
	}
	e.must(s, day, officer(queue.Finish, "anak-1"))
	e.must(s, day, wish{Command: queue.Command{Action: queue.CloseDay}})
	e.refused(s, day, e.take("b"), "queue_closed")
	e.must(s, other, wish{Command: queue.Command{Action: queue.Stop, Reason: "Dokter cuti"}})
	e.refused(s, other, e.take("b"), "queue_stopped")
	e.pass(48 * time.Hour)
	past := e.day("anak", -1, nil)
	e.refused(s, past, e.take("b"), "queue_over")
	for _, d := range []string{day, other, past} {
		sound(t, e.db, d)
	}
}
