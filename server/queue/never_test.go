package queue

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/database/embedded"
	"rumah/server/vault"
	callapi "rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// What this test is made of.
const (
	crashClients  = 64
	crashOps      = 100_000
	crashDays     = 8
	crashCounters = 2 // of each day
	crashQuota    = 1500
	crashPeople   = 240
	crashes       = 8 // in turn of the server and of Postgres
)

// crash is the real server on a Postgres that survives a power cut, and
// people with a session each.
type crash struct {
	*engine
	cluster *embedded.Cluster
	folder  string // of the cluster
	binary  string
	data    string // of the server
	addr    string
	log     *os.File
	server  *exec.Cmd
	days    []string
	http    *http.Client

	done atomic.Int64 // operations
	kept sync.Mutex
	got  map[string]taken // what phones were told, by ticket
	gone []string         // tickets that were given back
	seen map[string]int64 // latest version that was shown, by day
	last map[string]int   // number that was called last, by day
}

type taken struct {
	day    string
	number int
}

// A hundred thousand things happen from sixty-four phones and desks while
// server and Postgres are killed in the middle. Afterwards nothing is in the
// database that must never be, and nothing is missing that a phone was told.
func TestNever(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	c := newCrash(t)
	var wg sync.WaitGroup
	for n := range crashClients {
		wg.Go(func() { c.client(n) })
	}
	c.killInTheMiddle()
	wg.Wait()
	if t.Failed() {
		return
	}
	c.check()
}

func shelter(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "rumah-never-")
	if err == nil {
		err = os.Chmod(folder, 0o755) // Postgres is another user
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

func newCrash(t *testing.T) *crash {
	t.Helper()
	c := &crash{engine: &engine{t: t, start: time.Now().Add(24 * time.Hour)}, folder: shelter(t), data: shelter(t), got: map[string]taken{}, seen: map[string]int64{}, last: map[string]int{}}
	c.http = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: crashClients, DisableCompression: true}, Timeout: time.Minute}
	c.binary = filepath.Join(c.data, "rs")
	if text, err := exec.Command("go", "build", "-o", c.binary, "rumah/server").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, text)
	}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	c.addr = "localhost:" + strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)
	listener.Close()
	if c.log, err = os.Create(filepath.Join(c.data, "log")); err != nil {
		t.Fatal(err)
	}
	c.startPostgres()
	t.Cleanup(func() { c.cluster.Stop() })
	c.startServer()
	t.Cleanup(func() { c.stopServer() })
	c.open()
	return c
}

func (c *crash) startPostgres() {
	c.t.Helper()
	var err error
	if c.cluster, err = embedded.Start(context.Background(), c.folder, embedded.Options{}); err != nil {
		c.t.Fatal(err)
	}
}

func (c *crash) startServer() {
	c.t.Helper()
	c.server = exec.Command(c.binary, "-addr", c.addr, "-data", c.data, "-database", c.cluster.URL(""), "-unlimited", "-log", "error")
	c.server.Stdout, c.server.Stderr = c.log, c.log
	if err := c.server.Start(); err != nil {
		c.t.Fatal(err)
	}
	for end := time.Now().Add(2 * time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if r, err := c.http.Get("http://" + c.addr + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
	}
	text, _ := os.ReadFile(c.log.Name())
	c.t.Fatalf("the server did not become ready\n%s", text)
}

func (c *crash) stopServer() {
	_ = c.server.Process.Kill() // the way power goes
	_ = c.server.Wait()
}

// open makes people with sessions, and days with places for many.
func (c *crash) open() {
	c.t.Helper()
	db, err := database.Open(context.Background(), c.cluster.URL(""))
	if err != nil {
		c.t.Fatal(err)
	}
	defer db.Close()
	c.db = db
	c.exec(engineSQL)
	for i := range crashDays {
		id := fmt.Sprintf("never-%02d", i)
		c.queue(id, "rs")
		c.days = append(c.days, c.day(id, 0, func(s *queue.State) { s.Head.Regular.Limit = crashQuota }))
	}
	c.exec(`UPDATE queues SET edited = true WHERE id LIKE 'never-%'`)
	for i := range crashPeople {
		c.person(fmt.Sprint("warga-", i), "citizen")
	}
	for i := range crashClients {
		c.person(fmt.Sprint("loket-", i), "staff")
		c.exec(`INSERT INTO grants (id, person_id, role, granted_at) VALUES ($1, $1, 'counter', now())`, fmt.Sprint("loket-", i))
	}
}

// person is somebody who is signed in; their name is their token.
func (c *crash) person(id, kind string) {
	c.exec(`INSERT INTO people (id, kind, name, created_at) VALUES ($1, $2, 'Siti', now())`, id, kind)
	c.exec(`INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) VALUES ($1, $2, $1, 'code', '', now(), now(), now() + interval '1 day')`, id, vault.Fingerprint(id))
}

// as calls the server as somebody.
func (c *crash) as(id string) queue.Client {
	return queue.Client{Caller: api.HTTP{Base: "http://" + c.addr, Client: c.http, Header: http.Header{"Cookie": {"__Host-sesi=" + id}}}}
}

// client does one thing after another until all is done.
func (c *crash) client(n int) {
	random := rand.New(rand.NewPCG(uint64(n), 11))
	var mine []struct{ ticket, who string }
	for c.done.Add(1) <= crashOps && !c.t.Failed() {
		day := c.days[random.IntN(len(c.days))]
		roll := random.IntN(100)
		switch {
		case roll < 30:
			who := fmt.Sprint("warga-", random.IntN(crashPeople))
			if ticket := c.takeNumber(random, who, day); ticket != "" {
				mine = append(mine, struct{ ticket, who string }{ticket, who})
			}
		case roll < 52 && len(mine) > 0:
			i := random.IntN(len(mine))
			c.own(random, mine[i].who, mine[i].ticket)
		default:
			c.officer(random, fmt.Sprint("loket-", n), day)
		}
	}
}

// again calls until somebody answers: nobody knows what happened when nobody
// did.
func (c *crash) again(call func() error) error {
	for end := time.Now().Add(3 * time.Minute); ; {
		err := call()
		if !fault.Is(err, fault.Offline) && !fault.Is(err, fault.Broken) {
			return err
		}
		if time.Now().After(end) || c.t.Failed() {
			return fmt.Errorf("nobody answers: %w", err)
		}
		<-time.After(50 * time.Millisecond)
	}
}

// allowed fails the test for an answer that is neither good nor a refusal.
func (c *crash) allowed(what string, err error) bool {
	var f *fault.Fault
	if err == nil || errors.As(err, &f) && f.Code == fault.Conflict {
		return err == nil
	}
	c.t.Errorf("%s: %v", what, err)
	return false
}

func (c *crash) takeNumber(random *rand.Rand, who, day string) string {
	ctx := callapi.WithKey(context.Background(), fmt.Sprintf("never-%016x", random.Uint64()))
	client := c.as(who)
	var given queue.Taken
	err := c.again(func() (err error) {
		given, err = client.Take(ctx, queue.NewTicket{Day: day, Lane: queue.Regular})
		return err
	})
	if !c.allowed("take", err) {
		return ""
	}
	if random.IntN(20) == 0 { // a double tap
		twice, err := client.Take(ctx, queue.NewTicket{Day: day, Lane: queue.Regular})
		if err == nil && twice.ID != given.ID {
			c.t.Errorf("one wish got %s and %s", given.Label, twice.Label)
		}
	}
	c.kept.Lock()
	defer c.kept.Unlock()
	if before, there := c.got[given.ID]; there && before.number != given.Number {
		c.t.Errorf("ticket %s has the numbers %d and %d", given.ID, before.number, given.Number)
	}
	c.got[given.ID] = taken{day, given.Number}
	c.seen[day] = max(c.seen[day], given.Version)
	return given.ID
}

// own does something to a ticket of one's own.
func (c *crash) own(random *rand.Rand, who, ticket string) {
	client, ctx := c.as(who), context.Background()
	var err error
	switch random.IntN(4) {
	case 0:
		_, err = client.StepOut(ctx, queue.StepOut{ID: ticket, Places: 1 + random.IntN(5)})
	case 1:
		_, err = client.ComeBack(ctx, queue.TicketID{ID: ticket})
	case 2:
		_, err = client.Cancel(ctx, queue.TicketID{ID: ticket})
		if err == nil {
			c.kept.Lock()
			c.gone = append(c.gone, ticket)
			c.kept.Unlock()
		}
	case 3:
		err = c.again(func() error { _, err := client.Ticket(ctx, queue.TicketID{ID: ticket}); return err })
	}
	if !fault.Is(err, fault.Offline) && !fault.Is(err, fault.Broken) {
		c.allowed("own ticket", err)
	}
}

// officer does something at a counter.
func (c *crash) officer(random *rand.Rand, who, day string) {
	actions := []queue.Action{queue.CallNext, queue.CallNext, queue.CallNext, queue.CallNext, queue.Finish, queue.Skip, queue.Begin, queue.Recall, queue.NotPresent, queue.Undo, queue.Move}
	act := queue.Act{Day: day, Action: actions[random.IntN(len(actions))], Counter: fmt.Sprintf("%s-%d", day[:len("never-00")], 1+random.IntN(crashCounters))}
	if to := c.days[random.IntN(len(c.days))]; act.Action == queue.Move && to != day {
		act.Number, act.To = max(1, c.called(day)), to
	} else if act.Action == queue.Move {
		act.Action = queue.CallNext
	}
	acted, err := c.as(who).Act(context.Background(), act)
	if fault.Is(err, fault.Offline) || fault.Is(err, fault.Broken) || !c.allowed(string(act.Action), err) {
		return
	}
	c.kept.Lock()
	defer c.kept.Unlock()
	c.seen[day] = max(c.seen[day], acted.Version)
	for _, v := range acted.People {
		if v.Stage == queue.Called {
			c.last[day] = v.Number
		}
	}
}

// called is the number that was called last in a day, as far as anybody saw.
func (c *crash) called(day string) int {
	c.kept.Lock()
	defer c.kept.Unlock()
	return c.last[day]
}

// killInTheMiddle kills the server and Postgres in turn, each time after as
// many operations again.
func (c *crash) killInTheMiddle() {
	for n := range crashes {
		for c.done.Load() < int64((n+1)*crashOps/(crashes+1)) {
			if c.t.Failed() {
				return
			}
			<-time.After(10 * time.Millisecond)
		}
		if n%2 == 0 {
			c.stopServer()
			c.startServer()
			continue
		}
		if err := syscall.Kill(c.cluster.Process(), syscall.SIGKILL); err != nil {
			c.t.Error(err)
		}
		c.cluster.Stop()
		c.startPostgres()
	}
}
