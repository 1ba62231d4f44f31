package inbox_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/database/embedded"
	"rumah/server/message/messagetest"
	"rumah/server/push/pushtest"
	"rumah/server/vault"
	contract "rumah/shared/inbox"
)

// What this test is made of.
const (
	crashPeople   = 60
	crashDevices  = 2 // of each
	crashMessages = 600
	crashWriters  = 6
	crashTexts    = 30 // by SMS afterwards
	crashSecret   = "a secret for a crash that is long enough"
)

// ends are what happens in the middle, in turn.
var ends = []string{"server", "postgres", "stop", "server", "postgres", "server"}

// crash is the real server on a Postgres that survives a power cut, with a
// push service, a gateway and phones beside it.
type crash struct {
	t       *testing.T
	cluster *embedded.Cluster
	db      *pgx.Conn // of the test
	folder  string    // of the cluster
	binary  string
	data    string // of the server
	addr    string
	log     *os.File
	server  *exec.Cmd
	service *pushtest.Service
	gateway *messagetest.Gateway
	phones  map[string]*pushtest.Browser // by name

	asked   atomic.Int64 // pushes
	mu      sync.Mutex
	written map[string]bool // keys of messages that are committed; false when nobody knows
}

// Hundreds of messages are on their way while server and Postgres are killed
// in the middle. Nothing that was committed is lost, nothing that was undone
// is told, and no device shows anything twice. Texts, which are paid, are
// sent at most once.
func TestKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	c := newCrash(t)
	var writers sync.WaitGroup
	for n := range crashWriters {
		writers.Go(func() { c.write(n) })
	}
	c.killInTheMiddle()
	writers.Wait()
	c.settle()
	if t.Failed() {
		return
	}
	c.check()
	c.texts()
}

func newCrash(t *testing.T) *crash {
	t.Helper()
	c := &crash{t: t, folder: shelter(t), data: shelter(t), service: pushtest.NewService(), gateway: messagetest.NewGateway(), phones: map[string]*pushtest.Browser{}, written: map[string]bool{}}
	t.Cleanup(c.service.Close)
	t.Cleanup(c.gateway.Close)
	c.service.Answer(func(a pushtest.Arrival) (int, map[string]string) {
		n := c.asked.Add(1)
		<-time.After(time.Duration(20+n%7*10) * time.Millisecond) // so that many are on their way
		switch {
		case n%40 == 0:
			return http.StatusInternalServerError, nil
		case n%55 == 0:
			return http.StatusTooManyRequests, map[string]string{"Retry-After": "1"}
		}
		return http.StatusCreated, nil
	})
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
	t.Cleanup(func() { c.kill(syscall.SIGKILL) })
	c.open()
	return c
}

// shelter is a folder that Postgres, which is another user, can reach.
func shelter(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "rumah-carry-")
	if err == nil {
		err = os.Chmod(folder, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
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
	c.server = exec.Command(c.binary, "-addr", c.addr, "-data", c.data, "-database", c.cluster.URL(""), "-unlimited", "-log", "error", "-secret-key", crashSecret,
		"-sms", c.gateway.URL, "-text-price", strconv.Itoa(price), "-text-cap", strconv.Itoa((crashTexts-5)*price))
	c.server.Stdout, c.server.Stderr = c.log, c.log
	if err := c.server.Start(); err != nil {
		c.t.Fatal(err)
	}
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-look.C {
		if r, err := http.Get("http://" + c.addr + "/readyz"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
	}
	text, _ := os.ReadFile(c.log.Name())
	c.t.Fatalf("the server did not become ready\n%s", text)
}

func (c *crash) kill(signal syscall.Signal) {
	_ = c.server.Process.Signal(signal)
	_ = c.server.Wait()
}

// ask asks the database until it answers.
func (c *crash) ask(into any, sql string, args ...any) {
	c.t.Helper()
	err, asked := error(nil), false
	for end := time.Now().Add(patience); (err != nil || !asked) && time.Now().Before(end); {
		if c.db == nil || c.db.IsClosed() {
			c.db, err = pgx.Connect(context.Background(), c.cluster.URL(""))
		} else if err = nil; into == nil {
			_, err = c.db.Exec(context.Background(), sql, args...)
			asked = true
		} else {
			err = c.db.QueryRow(context.Background(), sql, args...).Scan(into)
			asked = true
		}
		var wrong interface{ SQLState() string }
		if errors.As(err, &wrong) && strings.HasPrefix(wrong.SQLState(), "42") {
			break // it will never like it
		}
	}
	if err != nil {
		c.t.Errorf("%s: %v", sql, err)
	}
}

// open gives people phones.
func (c *crash) open() {
	c.t.Helper()
	v, err := vault.New(crashSecret)
	if err != nil {
		c.t.Fatal(err)
	}
	for i := range crashPeople + crashTexts {
		id := fmt.Sprint("warga-", i)
		c.ask(nil, `INSERT INTO people (id, kind, name, phone_sealed, created_at) VALUES ($1, 'citizen', $1, $2, now())`, id, v.Seal(id, []byte(fmt.Sprint("+62812", i))))
		if i >= crashPeople { // these have no browser, and agree to texts
			c.ask(nil, `INSERT INTO inbox_settings (person_id, phone, changed_at) VALUES ($1, true, now())`, id)
			continue
		}
		c.ask(nil, `INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) VALUES ($1, $2, $1, 'code', '', now(), now(), now() + interval '1 day')`, id, vault.Fingerprint(id))
		client := contract.Client{Caller: api.HTTP{Base: "http://" + c.addr, Client: http.DefaultClient, Header: http.Header{"Cookie": {"__Host-sesi=" + id}}}}
		for n := range crashDevices {
			name := fmt.Sprint(id, "-", n)
			b, err := c.service.Browser(name)
			if err == nil {
				_, err = client.Subscribe(c.t.Context(), contract.Subscribe{Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: b.Auth, New: true})
			}
			if err != nil {
				c.t.Fatal(err)
			}
			c.phones[name] = b
		}
	}
}

const crashSQL = `
INSERT INTO messages (person_id, thread, key, kind, topic, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
SELECT 'warga-' || who, 'ticket:' || $1, $1 || '-' || who, 'queue_called', 'queue', 0, $1, '', '', $2, true, false, true, now() + interval '1 day', now() FROM unnest($3::int[]) who`

// write tells people things, some of them at once, and takes some of it back.
// When the database goes away in the middle, nobody knows what was committed.
func (c *crash) write(n int) {
	random := rand.New(rand.NewPCG(uint64(n), 12))
	for i := 0; i < crashMessages/crashWriters; {
		who := random.Perm(crashPeople)[:1+random.IntN(12)]
		undone, urgency := random.IntN(5) == 0, []string{"now", "soon", "calm"}[random.IntN(3)]
		thread := fmt.Sprintf("done-%d-%d", n, i)
		if undone {
			thread = "un" + thread
		}
		began, err := c.transaction(thread, urgency, who, undone)
		if !began {
			<-time.After(100 * time.Millisecond)
			continue
		}
		i += len(who)
		c.mu.Lock()
		for _, w := range who {
			c.written[fmt.Sprint(thread, "-", w)] = err == nil && !undone
		}
		c.mu.Unlock()
	}
}

// transaction writes messages; began is false when it certainly wrote none.
func (c *crash) transaction(thread, urgency string, who []int, undo bool) (began bool, err error) {
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	db, err := pgx.Connect(ctx, c.cluster.URL(""))
	if err != nil {
		return false, err
	}
	defer func() { _ = db.Close(ctx) }()
	tx, err := db.Begin(ctx)
	if err != nil {
		return false, err
	}
	if _, err := tx.Exec(ctx, crashSQL, thread, urgency, who); err != nil {
		return false, err
	}
	if undo {
		return true, tx.Rollback(ctx)
	}
	return true, tx.Commit(ctx)
}

// killInTheMiddle ends the server or Postgres, in turn, each time after as
// many pushes again.
func (c *crash) killInTheMiddle() {
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for n, what := range ends {
		until := time.Now().Add(patience)
		for c.asked.Load() < int64((n+1)*crashMessages*crashDevices/(len(ends)+2)) {
			if <-look.C; time.Now().After(until) {
				c.t.Errorf("only %d pushes before the %s was to end", c.asked.Load(), what)
				return
			}
		}
		switch what {
		case "postgres":
			if err := syscall.Kill(c.cluster.Process(), syscall.SIGKILL); err != nil {
				c.t.Error(err)
			}
			c.cluster.Stop()
			c.startPostgres()
		case "server":
			c.kill(syscall.SIGKILL)
			c.startServer()
		case "stop":
			c.kill(syscall.SIGTERM)
			c.startServer()
		}
	}
}

// settle waits until everything has been carried.
func (c *crash) settle() {
	began, left := time.Now(), ""
	look := time.NewTicker(100 * time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-look.C {
		c.ask(&left, `SELECT count(*)::text FROM deliveries WHERE state = 'waiting'`)
		if left == "0" {
			c.t.Logf("all carried %s after the last of it was written", time.Since(began).Round(time.Millisecond))
			return
		}
	}
	var jobs string
	c.ask(&jobs, `SELECT coalesce(string_agg(state || ' ' || n, ', '), '') FROM (SELECT state::text, count(*) n FROM jobs.river_job WHERE kind = 'inbox_push' GROUP BY 1) x`)
	c.t.Errorf("%s deliveries wait; work is %s", left, jobs)
}

// shown is what one device got, as it shows it: what has the id of something
// it has shown is not shown again.
type shown struct {
	titles   map[string]string // by id
	repeated int
}

func (c *crash) show(name string) shown {
	s := shown{titles: map[string]string{}}
	tags := map[string]string{}
	for _, a := range c.service.Arrivals(name) {
		text, err := c.phones[name].Decrypt(a.Body)
		var p contract.Push
		if err == nil {
			err = json.Unmarshal(text, &p)
		}
		if err != nil {
			c.t.Fatalf("%s: %v", name, err)
		}
		if before, there := tags[p.ID]; there {
			s.repeated++
			if before != p.Tag+a.Header.Get("Topic") {
				c.t.Errorf("%s got message %s under another tag", name, p.ID)
			}
		}
		s.titles[p.ID], tags[p.ID] = p.Title, p.Tag+a.Header.Get("Topic")
	}
	return s
}

// check holds what devices show against what was written.
func (c *crash) check() {
	arrived, messages, repeated := map[string]int{}, 0, 0
	for name := range c.phones {
		s := c.show(name)
		repeated += s.repeated
		person := name[len("warga-"):strings.LastIndexByte(name, '-')]
		for _, title := range s.titles {
			arrived[title+"-"+person]++
		}
	}
	var list []string
	c.ask(&list, `SELECT array_agg(key) FROM messages`)
	held := map[string]bool{}
	for _, key := range list {
		held[key] = true
	}
	for key, certain := range c.written {
		there := held[key]
		switch n := arrived[key]; {
		case certain && !there:
			c.t.Errorf("%s was committed and is not there", key)
		case there && n != crashDevices:
			c.t.Errorf("%s is shown on %d devices", key, n)
		case !there && n > 0 || strings.HasPrefix(key, "un") && there:
			c.t.Errorf("%s was undone and is shown on %d devices", key, n)
		case there:
			messages++
		}
	}
	c.t.Logf("%d messages, %d pushes, of them %d again for the failures or because somebody died", messages, c.asked.Load(), repeated)
}

// texts are told to those without a browser, while the server dies with some
// of them at the gateway.
func (c *crash) texts() {
	died := make(chan struct{})
	var taken atomic.Int64
	c.gateway.Answer(func(messagetest.Text) int {
		if taken.Add(1) == 8 {
			close(died)
		}
		<-time.After(200 * time.Millisecond)
		return http.StatusOK
	})
	who := make([]int, crashTexts)
	for i := range who {
		who[i] = crashPeople + i
	}
	c.ask(nil, crashSQL, "text", "now", who)
	c.ask(nil, `UPDATE jobs.river_job SET state = 'available', scheduled_at = now() WHERE kind = 'inbox_fallback'`)
	select {
	case <-died:
	case <-time.After(patience):
		c.t.Fatal("nobody sends texts")
	}
	c.kill(syscall.SIGKILL)
	c.startServer()
	look := time.NewTicker(100 * time.Millisecond)
	defer look.Stop()
	left := "?"
	for end := time.Now().Add(patience); left != "0" && time.Now().Before(end); <-look.C {
		c.ask(&left, `SELECT count(*)::text FROM jobs.river_job WHERE kind = 'inbox_fallback' AND state NOT IN ('completed', 'discarded')`)
	}
	if left != "0" {
		c.t.Errorf("%s texts are not over", left)
	}
	got := map[string]int{}
	for _, text := range c.gateway.Texts() {
		got[text.To]++
	}
	for to, n := range got {
		if n > 1 {
			c.t.Errorf("%s got the same text %d times", to, n)
		}
	}
	var spent, noted int
	var states string
	c.ask(&spent, `SELECT coalesce(sum(spent), 0)::int FROM text_costs`)
	c.ask(&noted, `SELECT coalesce(sum(cost), 0)::int FROM deliveries`)
	c.ask(&states, `SELECT string_agg(state || ' ' || n, ', ') FROM (SELECT state, count(*) n FROM deliveries WHERE way = 'phone' GROUP BY 1 ORDER BY 1) x`)
	if spent != noted || spent > (crashTexts-5)*price || spent < len(got)*price {
		c.t.Errorf("%d texts at %d cost %d, deliveries say %d", len(got), price, spent, noted)
	}
	c.t.Logf("%d of %d got a text: %s", len(got), crashTexts, states)
}
