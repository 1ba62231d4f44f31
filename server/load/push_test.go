//go:build linux

package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"
	"github.com/jackc/pgx/v5"

	"rumah/server/jobs"
	"rumah/server/push/pushtest"
	"rumah/shared/inbox"
)

const (
	announced = 10_000 // people who are told something at once
	callable  = 400    // people who may be called to a counter meanwhile
	callEvery = 20 * time.Millisecond
)

// BenchmarkPush tells ten thousand people something by one statement, and
// sends it to their phones beside a loop that does nothing but
// webpush.SendNotification: for the same phones, at the same push service,
// with as many at once. Then it does so again while people are called to
// counters: from writing the call to the push service that gets it.
func BenchmarkPush(b *testing.B) {
	h := open(b, announced+callable)
	office := &office{Service: pushtest.NewService(), began: map[string]time.Time{}}
	b.Cleanup(office.Close)
	office.Answer(office.take)
	phones := h.subscribe(b, office)
	bare := newBare(b, phones)
	h.announce(b, office, nil) // both have their connections
	bare.send(b, office)
	var table strings.Builder
	var wrote, ours, theirs float64
	for b.Loop() {
		wrote, ours, theirs, office.waits = 0, 0, 0, nil
		for n := range rounds {
			s := bare.send(b, office)
			q := h.announce(b, office, nil)
			c := h.announce(b, office, h.call)
			fmt.Fprintf(&table, "%5d %9.0f ms %9.0f /s %9.0f /s %6.2f %8.0f %5.0f us %6.2f %9.0f /s\n",
				n+1, q.wrote.Seconds()*1000, q.rate, s.rate, q.rate/s.rate, q.cpu, s.cpu, s.cpu/q.cpu, c.rate)
			wrote, ours, theirs = max(wrote, q.wrote.Seconds()*1000, c.wrote.Seconds()*1000), ours+q.rate/rounds, theirs+s.rate/rounds
		}
	}
	b.Logf("%d pushes\n%5s %12s %12s %12s %6s %17s %6s %12s\n%sa call while they are sent, of %d: p50 %.0f, p95 %.0f, p99 %.0f ms", announced,
		"", "enqueued in", "sent", "bare loop", "ratio", "CPU of each", "ratio", "with calls", table.String(), len(office.waits), office.quantile(0.50), office.quantile(0.95), office.quantile(0.99))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(wrote, "enqueue-ms")
	b.ReportMetric(ours, "pushes/s")
	b.ReportMetric(theirs, "bare/s")
	b.ReportMetric(ours/theirs, "ratio")
	b.ReportMetric(office.quantile(0.95), "call-p95-ms")
}

// sent is how it went to send to everybody.
type sent struct {
	wrote time.Duration // the statement that told them
	rate  float64       // pushes a second
	cpu   float64       // microseconds a push, of all who take part
}

// office is the push service, in this process for both sides.
type office struct {
	*pushtest.Service
	left atomic.Int64
	done chan struct{}

	mu    sync.Mutex
	began map[string]time.Time // when a call to a phone was written
	waits []float64            // ms from there
}

// expect has so many pushes to come.
func (o *office) expect() { o.done = make(chan struct{}); o.left.Store(announced) }

func (o *office) take(a pushtest.Arrival) (int, map[string]string) {
	if !strings.HasPrefix(a.Path, "call-") {
		if o.left.Add(-1) == 0 {
			close(o.done)
		}
		return http.StatusCreated, nil
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if began, there := o.began[a.Path]; there {
		o.waits = append(o.waits, a.At.Sub(began).Seconds()*1000)
		delete(o.began, a.Path)
	}
	return http.StatusCreated, nil
}

// quantile is of the times of calls, by nearest rank.
func (o *office) quantile(at float64) float64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.waits) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(o.waits))
	return sorted[int(math.Ceil(at*float64(len(sorted))))-1]
}

// subscribe gives everybody a phone, as an app does.
func (h *house) subscribe(b *testing.B, o *office) []*pushtest.Browser {
	b.Helper()
	phones := make([]*pushtest.Browser, len(h.sessions))
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16}}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			for n := int(next.Add(1) - 1); n < len(phones); n = int(next.Add(1) - 1) {
				name := fmt.Sprintf("news-%d", n)
				if n >= announced {
					name = fmt.Sprintf("call-%d", n)
				}
				to, err := o.Browser(name)
				if err != nil {
					b.Error(err)
					return
				}
				if phones[n] = to; !h.put(b, client, h.sessions[n], inbox.Subscribe{Endpoint: to.Endpoint, P256DH: to.P256DH, Auth: to.Auth, New: true}) {
					return
				}
			}
		})
	}
	wg.Wait()
	h.exec(b, `ANALYZE push_devices, inbox_settings`)
	return phones
}

func (h *house) put(b *testing.B, client *http.Client, session string, device inbox.Subscribe) bool {
	body, err := json.Marshal(device)
	if err != nil {
		b.Error(err)
		return false
	}
	r, err := http.NewRequest(http.MethodPut, h.origin+"/api/inbox/devices", bytes.NewReader(body))
	if err != nil {
		b.Error(err)
		return false
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Cookie", "__Host-sesi="+session)
	answer, err := client.Do(r)
	if err != nil {
		b.Error(err)
		return false
	}
	defer answer.Body.Close()
	if text, err := io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		b.Errorf("%s %.200s %v", answer.Status, text, err)
		return false
	}
	return true
}

// tellSQL tells people of a range something.
const tellSQL = `
INSERT INTO messages (person_id, thread, key, kind, topic, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
SELECT id, $1, $1, $2, $3, 0, 'Air PDAM mati besok pagi', 'Besok pukul 08.00 sampai 14.00 air mati di Kecamatan Buduran karena pipa diganti. Tampung air malam ini. Kami kabari lagi kalau sudah mengalir.',
  '', $4, true, false, true, now() + interval '3 days', now()
FROM people WHERE id >= $5 AND id < $6`

// announce tells everybody something and waits until the push service has it,
// while something else happens.
func (h *house) announce(b *testing.B, o *office, meanwhile func(*testing.B, *office, <-chan struct{})) (s sent) {
	b.Helper()
	o.expect()
	began := time.Now()
	h.exec(b, tellSQL, fmt.Sprint("news:", began.UnixNano()), "news", "news", "calm", person(0), person(announced))
	s.wrote = time.Since(began)
	began, before := time.Now(), h.cpu(b)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		if meanwhile != nil {
			meanwhile(b, o, stop)
		}
	}()
	select {
	case <-o.done:
	case <-time.After(3 * time.Minute):
		b.Fatalf("%d pushes have not come", o.left.Load())
	}
	s.rate, s.cpu = announced/time.Since(began).Seconds(), (h.cpu(b)-before)/announced
	close(stop)
	<-stopped
	h.rest(b)
	return s
}

func person(n int) string { return fmt.Sprintf("load-%06d", n) }

// call calls one person after another until it is told to stop, over a
// connection of its own.
func (h *house) call(b *testing.B, o *office, stop <-chan struct{}) {
	db, err := pgx.Connect(context.Background(), h.cluster.URL(""))
	if err != nil {
		b.Error(err)
		return
	}
	defer func() { _ = db.Close(context.Background()) }()
	turn := time.NewTicker(callEvery)
	defer turn.Stop()
	for n := 0; ; n++ {
		select {
		case <-stop:
			return
		case <-turn.C:
		}
		who, now := announced+n%callable, time.Now()
		o.mu.Lock()
		o.began[fmt.Sprintf("call-%d", who)] = now
		o.mu.Unlock()
		if _, err := db.Exec(context.Background(), tellSQL, fmt.Sprint("ticket:", now.UnixNano()), "queue_called", "queue", "now", person(who), person(who+1)); err != nil {
			b.Error(err)
			return
		}
	}
}

// rest waits until the house has written what became of everything.
func (h *house) rest(b *testing.B) {
	b.Helper()
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for end := time.Now().Add(time.Minute); h.text(b, `SELECT count(*)::text FROM deliveries WHERE state = 'waiting'`) != "0"; <-look.C {
		if time.Now().After(end) {
			b.Fatal("deliveries are left")
		}
	}
}

// bare is a loop over webpush.SendNotification.
type bare struct {
	client          *http.Client
	private, public string
	phones          []*pushtest.Browser
}

func newBare(b *testing.B, phones []*pushtest.Browser) *bare {
	b.Helper()
	l := &bare{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: jobs.Carriers}}, phones: phones[:announced]}
	var err error
	if l.private, l.public, err = webpush.GenerateVAPIDKeys(); err != nil {
		b.Fatal(err)
	}
	return l
}

// send sends to everybody.
func (l *bare) send(b *testing.B, o *office) (s sent) {
	b.Helper()
	payload := bytes.Repeat([]byte("x"), 500) // as long as ours
	o.expect()
	began, before := time.Now(), processor(os.Getpid())
	var next atomic.Int64
	var wg sync.WaitGroup
	for range jobs.Carriers {
		wg.Go(func() {
			for n := next.Add(1) - 1; n < announced; n = next.Add(1) - 1 {
				to := l.phones[n]
				answer, err := webpush.SendNotification(payload, &webpush.Subscription{Endpoint: to.Endpoint, Keys: webpush.Keys{P256dh: to.P256DH, Auth: to.Auth}},
					&webpush.Options{HTTPClient: l.client, RecordSize: 1024, Subscriber: "https://contoh.id", TTL: 600, VAPIDPublicKey: l.public, VAPIDPrivateKey: l.private})
				if err != nil {
					b.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
			}
		})
	}
	wg.Wait()
	return sent{rate: announced / time.Since(began).Seconds(), cpu: (processor(os.Getpid()) - before) / announced}
}

// cpu is what this process, the house and its Postgres have used of the
// processors: on a machine with others it says more than the clock.
func (h *house) cpu(b *testing.B) float64 {
	b.Helper()
	used := processor(os.Getpid()) + processor(h.pid)
	all, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range all {
		var pid int
		if _, err := fmt.Sscanf(file, "/proc/%d/stat", &pid); err == nil && field(pid, 1) == float64(h.cluster.Process()) {
			used += processor(pid)
		}
	}
	return used
}

// processor is the time of a process in microseconds.
func processor(pid int) float64 { return (field(pid, 11) + field(pid, 12)) * 10_000 }

// field is one of a process's figures, counted after its name.
func field(pid, n int) (v float64) {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)) // it may have ended
	_, rest, _ := strings.Cut(string(text), ") ")
	if fields := strings.Fields(rest); len(fields) > n {
		_, _ = fmt.Sscan(fields[n], &v)
	}
	return v
}
