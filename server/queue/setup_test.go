package queue

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/place"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// town is the small pack of the tests with its queues: tabib (Mondays and
// Wednesdays) leads to obat, both at dinas-laut; lapor is at loket-hulu, and
// so are days off on the 24th and 25th.
type town struct {
	t    *testing.T
	db   *database.DB
	s    *Service
	pack *city.Pack
	mu   sync.Mutex
	time time.Time
}

// monday is nine in the morning there.
var monday = time.Date(2026, 12, 21, 1, 0, 0, 0, time.UTC)

func newTown(t *testing.T) *town {
	t.Helper()
	pack, err := city.Load(os.DirFS("../city/testdata/teluk"))
	if err != nil {
		t.Fatal(err)
	}
	h := &town{t: t, db: dbtest.Open(t), pack: pack, time: monday}
	h.load()
	if _, err := h.db.ExecContext(t.Context(), `INSERT INTO people (id, kind, name, created_at) VALUES ('dewi', 'staff', 'Dewi', now())`); err != nil {
		t.Fatal(err)
	}
	h.s = h.open()
	return h
}

// load loads the pack, also one that was changed.
func (h *town) load() {
	h.t.Helper()
	for _, load := range []func() error{
		func() error { return place.Import(h.t.Context(), h.db, h.pack) },
		func() error { return Import(h.t.Context(), h.db, h.pack) },
	} {
		if err := load(); err != nil {
			h.t.Fatal(err)
		}
	}
}

// open is one more server on the same database.
func (h *town) open() *Service {
	secrets, err := vault.New(strings.Repeat("x", 32))
	if err != nil {
		h.t.Fatal(err)
	}
	return New(h.db, h.now, time.FixedZone("WITA", 8*3600), Options{Vault: secrets, Origin: "https://contoh.id"})
}

func (h *town) now() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.time
}

func (h *town) pass(d time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.time = h.time.Add(d)
}

// admin is somebody who looks after an agency.
func admin(agency string) context.Context {
	return api.WithActor(context.Background(), access.Actor{ID: "dewi", Name: "Dewi", Staff: true, Grants: []access.Grant{{Role: access.Agency, Agency: agency}}})
}

var keeper = admin("dinas-laut")

func (h *town) prepare(placeID string, from, to calendar.Date) {
	h.t.Helper()
	if err := h.s.prepare(h.t.Context(), "", placeID, from, to); err != nil {
		h.t.Fatal(err)
	}
}

// column is the text a statement answers, one for each row.
func (h *town) column(query string, args ...any) []string {
	h.t.Helper()
	got := []string{}
	if err := h.db.NewRaw(query, args...).Scan(h.t.Context(), &got); err != nil {
		h.t.Fatal(err)
	}
	return got
}

func (h *town) state(day string) *queue.State {
	h.t.Helper()
	state, err := h.s.state(h.t.Context(), day)
	h.kept(err)
	if err != nil {
		h.t.Fatal(err)
	}
	return state
}

// kept skips a test of days where nobody keeps them yet.
func (h *town) kept(err error) {
	h.t.Helper()
	if fault.Is(err, fault.Unknown) && len(h.column(`SELECT id FROM queue_days`)) > 0 && len(h.column(`SELECT day_id FROM queue_events`)) == 0 {
		h.t.Skip("nobody keeps the days here")
	}
}

func (h *town) do(day string, c queue.Command) done {
	h.t.Helper()
	got, err := h.try(day, c)
	h.kept(err)
	if err != nil {
		h.t.Fatalf("%s: %v", c.Action, err)
	}
	return got
}

func (h *town) try(day string, c queue.Command) (done, error) {
	w := wish{Command: c}
	if c.Action == queue.Take {
		w.Lane = queue.Regular
		w.holder = &holder{requester: "uji", key: vault.Token(), via: "desk", age: -1, payer: queue.Other}
	}
	return h.s.do(h.t.Context(), day, w)
}

func (h *town) setup(id string) queue.Setup {
	h.t.Helper()
	got, err := h.s.Setup(keeper, queue.QueueID{ID: id})
	if err != nil {
		h.t.Fatal(err)
	}
	return got
}

func (h *town) configure(id string, edit func(*queue.Content)) (queue.Setup, error) {
	was := h.setup(id)
	edit(&was.Content)
	return h.s.Configure(keeper, queue.Configure{ID: id, Save: was.Save, Content: was.Content})
}

func key(t *testing.T, err error, want string) {
	t.Helper()
	f := fault.From(err)
	if f == nil {
		t.Errorf("want %s, got none", want)
		return
	}
	if got := f.Key; got != want && (len(f.Fields) == 0 || f.Fields[0].Key != want) {
		t.Errorf("want %s, got %v", want, err)
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\ngot  %v\nwant %v", what, got, want)
	}
}

const daysSQL = `SELECT id FROM queue_days ORDER BY id`

func TestPrepareMakesTheDaysThatCanBeBooked(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-01", "2099-01-01")
	h.prepare("loket-hulu", "2026-12-21", "2026-12-31")
	same(t, "days", h.column(daysSQL), []string{
		"lapor-20261221-0800", "lapor-20261222-0800", "lapor-20261223-0800", // the 24th is a day off
		"obat-20261221-0800",
		"tabib-20261221-0800", "tabib-20261221-1300", "tabib-20261223-0800", "tabib-20261228-0800", "tabib-20261228-1300",
	})
	s := h.state("tabib-20261223-0800")
	if s.Prefix != "T" || s.First != 480 || s.Version != 0 || s.Epoch == "" || s.Head.Status != queue.Scheduled || !s.Head.CheckIn || s.Head.Share != 2 ||
		s.Head.SlotFor != 30 || s.Head.SlotOf != 4 || s.Head.Regular.Limit != 20 || s.Head.Priority.Limit != 5 || s.Payers[queue.JKN].Limit != 15 || s.Head.Pace.Mean < 500 {
		t.Errorf("%+v", s)
	}
	if opens := time.UnixMilli(s.Head.Opens).UTC(); opens != time.Date(2026, 12, 23, 0, 0, 0, 0, time.UTC) {
		t.Errorf("opens at %s", opens)
	}
	if len(s.Counters) != 2 || s.Counters[1] != (queue.Counter{ID: "tabib-02", Name: "Ruang 2"}) {
		t.Errorf("counters %+v", s.Counters)
	}
	if o := h.state("obat-20261221-0800"); o.Head.Regular.Limit != -1 || o.Payers[queue.JKN].Limit != -1 {
		t.Errorf("limits %+v %+v", o.Head, o.Payers)
	}
}

// Servers that look at once make each day once, and looking again is free.
func TestPrepareTogether(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	other := h.open()
	var wg sync.WaitGroup
	for _, s := range []*Service{h.s, other, h.s, other} {
		wg.Go(func() {
			if err := s.prepare(t.Context(), "tabib", "", "2026-12-21", "2026-12-28"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := len(h.column(daysSQL)); n != 5 {
		t.Errorf("%d days", n)
	}
	if _, err := h.db.ExecContext(t.Context(), `DELETE FROM queue_days`); err != nil {
		t.Fatal(err)
	}
	h.prepare("", "2026-12-21", "2026-12-28")
	if err := h.s.prepare(t.Context(), "tabib", "", "2026-12-21", "2026-12-28"); err != nil || len(h.column(daysSQL)) != 0 {
		t.Errorf("looked again within the minute: %v", err)
	}
	h.pass(2 * time.Minute)
	if err := h.s.prepare(t.Context(), "tabib", "", "2026-12-21", "2026-12-28"); err != nil || len(h.column(daysSQL)) != 5 {
		t.Errorf("did not look again after it: %v", err)
	}
}

func TestSetupsAreOfTheReadersAgencies(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	all, err := h.s.Setups(keeper, queue.SetupsOf{})
	if err != nil || len(all.Items) != 3 || len(all.Places) != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	at, err := h.s.Setups(keeper, queue.SetupsOf{Place: "dinas-laut"})
	if err != nil || len(at.Items) != 2 || at.Items[1].Prefix != "T" || at.Items[1].Who != "dr. Karang" {
		t.Fatalf("%+v %v", at, err)
	}
	stranger := admin("dinas-darat")
	if none, err := h.s.Setups(stranger, queue.SetupsOf{}); err != nil || len(none.Items) != 0 || len(none.Places) != 0 {
		t.Errorf("%+v %v", none, err)
	}
	content := h.setup("tabib").Content
	for what, err := range map[string]error{
		"setup":     second(h.s.Setup(stranger, queue.QueueID{ID: "tabib"})),
		"create":    second(h.s.Create(stranger, queue.NewQueue{Place: "dinas-laut", Content: content})),
		"configure": second(h.s.Configure(stranger, queue.Configure{ID: "tabib", Save: 1, Content: content})),
		"absent":    second(h.s.Absent(stranger, queue.NewLeave{ID: "tabib", From: "2026-12-22", To: "2026-12-22", Reason: "cuti"})),
		"present":   second(h.s.Present(stranger, queue.LeaveID{ID: "tabib", Leave: "x"})),
		"figures":   second(h.s.Figures(stranger, queue.FiguresOf{Queue: "tabib"})),
		"install":   second(h.s.Install(stranger, queue.NewDevice{Kind: queue.Board, Name: "Papan", Place: "dinas-laut"})),
		"nothing":   second(h.s.Setup(keeper, queue.QueueID{ID: "tak-ada"})),
		"a byte":    second(h.s.Setup(keeper, queue.QueueID{ID: "tabib\x00"})),
	} {
		if !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestCreate(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	content := h.setup("tabib").Content
	content.Name, content.Prefix, content.Doctor, content.Next = "Poli Gigi & Mulut", "G", 0, "obat"
	content.Counters = []queue.CounterOf{{Name: "Ruang 1"}, {Name: "Ruang 2"}}
	made, err := h.s.Create(keeper, queue.NewQueue{Place: "dinas-laut", Content: content})
	if err != nil {
		t.Fatal(err)
	}
	if made.ID != "dinas-laut-poli-gigi-mulut" || made.Save != 1 || len(made.Content.Week) != 3 || made.Content.Counters[1].ID != "dinas-laut-poli-gigi-mulut-02" || len(made.Nexts) != 2 {
		t.Errorf("%+v", made)
	}
	_, err = h.s.Create(keeper, queue.NewQueue{Place: "dinas-laut", Content: content})
	key(t, err, "prefix_taken")
	content.Prefix = "H"
	if again, err := h.s.Create(keeper, queue.NewQueue{Place: "dinas-laut", Content: content}); err != nil || again.ID != "dinas-laut-poli-gigi-mulut-2" {
		t.Errorf("%s %v", again.ID, err)
	}
	content.Prefix, content.Doctor = "I", 7
	_, err = h.s.Create(keeper, queue.NewQueue{Place: "dinas-laut", Content: content})
	key(t, err, "clinic_taken")
	for want, spoil := range map[string]func(*queue.Content){
		"prefix_letters": func(c *queue.Content) { c.Prefix = "a1" },
		"hours":          func(c *queue.Content) { c.Week = append(c.Week, c.Week[0]) },
		"twice":          func(c *queue.Content) { c.Counters = []queue.CounterOf{{Name: "Ruang"}, {Name: "ruang"}} },
		"queue_circle":   func(c *queue.Content) { c.Next = "lapor" },
		"required":       func(c *queue.Content) { c.SlotOf = 0 },
	} {
		bad := content
		bad.Doctor, bad.Week = 0, slices.Clone(content.Week)
		spoil(&bad)
		_, err := h.s.Create(keeper, queue.NewQueue{Place: "dinas-laut", Content: bad})
		key(t, err, want)
	}
}

const tabib = "tabib-20261221-0800"

func TestConfigureReachesTheDays(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-21", "2026-12-28")
	for range 3 {
		h.do(tabib, queue.Command{Action: queue.Take})
	}
	h.do(tabib, queue.Command{Action: queue.Sit, Counter: "tabib-02", Who: "dr. Karang"})
	stale := h.setup("tabib")
	after, err := h.configure("tabib", func(c *queue.Content) {
		c.Share, c.Counters[0].Name = 5, "Ruang Timur"
		c.Counters = append(c.Counters, queue.CounterOf{Name: "Ruang 3"})
		c.Week = slices.DeleteFunc(c.Week, func(w queue.Session) bool { return w.Day == time.Monday && w.Opens == 13*60 })
		c.Week[0].Regular, c.Week[0].Closes = 2, 12*60
	})
	if err != nil || after.Save != stale.Save+1 || len(after.Content.Counters) != 3 {
		t.Fatalf("%+v %v", after, err)
	}
	s := h.state(tabib)
	if s.Head.Share != 5 || s.Head.Regular != (queue.Pool{Limit: 3, Taken: 3}) || len(s.Counters) != 3 || s.Counters[0].Name != "Ruang Timur" || s.Head.Closes-s.Head.Opens != 4*3600_000 {
		t.Errorf("%+v %+v", s.Head, s.Counters)
	}
	if next := h.state("tabib-20261228-0800"); next.Head.Regular.Limit != 2 {
		t.Errorf("%+v", next.Head)
	}
	if gone := h.state("tabib-20261228-1300"); gone.Head.Status != queue.Stopped || gone.Head.Reason != "" {
		t.Errorf("%+v", gone.Head)
	}
	same(t, "end", h.column(`SELECT closes || ' ' || (closes_at AT TIME ZONE 'UTC')::time FROM queue_days WHERE id = ?`, tabib), []string{"720 04:00:00"})
	_, err = h.s.Configure(keeper, queue.Configure{ID: "tabib", Save: stale.Save, Content: stale.Content})
	key(t, err, "edited_meanwhile")
	_, err = h.configure("tabib", func(c *queue.Content) { c.Counters = c.Counters[:1] })
	key(t, err, "counter_busy")
	h.do(tabib, queue.Command{Action: queue.Leave, Counter: "tabib-02"})
	if _, err = h.configure("tabib", func(c *queue.Content) { c.Counters = c.Counters[:1] }); err != nil {
		t.Fatal(err)
	}
	if s := h.state(tabib); len(s.Counters) != 1 {
		t.Errorf("%+v", s.Counters)
	}
	// What was as it should be is not written again.
	version := h.state(tabib).Version
	if err := h.s.repace(t.Context(), tabib); err != nil || h.state(tabib).Version != version {
		t.Errorf("from %d to %d, %v", version, h.state(tabib).Version, err)
	}
	// The opening comes back, and its days with it.
	if _, err := h.configure("tabib", func(c *queue.Content) { c.Week = stale.Content.Week }); err != nil {
		t.Fatal(err)
	}
	if back := h.state("tabib-20261228-1300"); back.Head.Status != queue.Scheduled {
		t.Errorf("%+v", back.Head)
	}
}

// An opening that left the week takes place for those who have a number.
func TestConfigureKeepsDaysWithNumbers(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	h.prepare("dinas-laut", "2026-12-21", "2026-12-28")
	h.do(tabib, queue.Command{Action: queue.Take})
	if _, err := h.configure("tabib", func(c *queue.Content) { c.Week = c.Week[2:] }); err != nil {
		t.Fatal(err)
	}
	if s := h.state(tabib); s.Head.Status != queue.Scheduled || s.Count[queue.Waiting] != 1 {
		t.Errorf("%+v", s)
	}
	if err := h.s.Tend(t.Context()); err != nil || h.state(tabib).Head.Status != queue.Scheduled {
		t.Errorf("%+v %v", h.state(tabib).Head, err)
	}
}

func TestConfigureRefusesACircle(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	_, err := h.configure("obat", func(c *queue.Content) { c.Next = "tabib" })
	key(t, err, "queue_circle")
	_, err = h.configure("obat", func(c *queue.Content) { c.Next = "obat" })
	key(t, err, "queue_circle")
	_, err = h.configure("obat", func(c *queue.Content) { c.Prefix = "T" })
	key(t, err, "prefix_taken")
	_, err = h.configure("obat", func(c *queue.Content) { c.Counters[0].ID = "tabib-01" })
	key(t, err, "choice")
}
