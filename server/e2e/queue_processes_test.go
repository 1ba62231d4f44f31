package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/coder/websocket"

	"rumah/server/database/embedded"
	push "rumah/shared/live"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Two servers share a database and a bus: what an officer does at one is
// seen at once by who follows at the other. One that is killed leaves the
// other at work.
func TestQueueOfTwoServers(t *testing.T) {
	t.Parallel()
	cluster, err := embedded.Start(t.Context(), filepath.Join(folder, "data-two"), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Stop)
	bus := freeAddress(t)
	shared := []string{"-database", cluster.URL(""), "-secret-key", "a key of two servers that is long enough"}
	first := opens(t, "two-a", append(shared, "-nats-listen", bus)...)
	second := opens(t, "two-b", append(shared, "-nats", "nats://"+bus)...)

	here := works(t, first.origin, officerMail)
	there := here.at(second.origin)
	place, lines := there.open(t)
	day, counter := there.sits(t, lines[0], 0)
	given, number := there.issues(t, day, "Dua Peladen")
	path := given.Link[strings.Index(given.Link, "/t/"):]

	page := phone(t)
	do(t, page, chromedp.Navigate(first.origin+path), started(), pushed())
	a, b := listens(t, first.origin, day), listens(t, second.origin, day)
	there.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: number})
	soon(t, page, told(words.TicketCalled.ID))
	a.until(number, queue.Called)
	b.until(number, queue.Called)

	// And the other way round.
	here.acts(t, queue.Act{Day: day, Action: queue.Begin, Counter: counter, Number: number})
	soon(t, page, told(words.TicketServing.ID))
	b.until(number, queue.Serving)

	// A board and a kiosk stand at the one that is killed. They say that they
	// are cut off, and are right again once that server is there again.
	boss := works(t, first.origin, adminMail)
	installs := func(kind queue.DeviceKind) string {
		in, err := boss.Install(t.Context(), queue.NewDevice{Kind: kind, Name: "Dua " + string(kind), Place: place.Place.ID, Queues: []string{}})
		if err != nil {
			t.Fatal(err)
		}
		return second.origin + strings.TrimPrefix(in.Link, first.origin)
	}
	board, kiosk := screen(t, 1280, 720, false), screen(t, 1080, 1920, true)
	do(t, board, chromedp.Navigate(installs(queue.Board)), started(), holds(`document.querySelector('.jalur')!==null&&!document.querySelector('.papan-putus')`))
	do(t, kiosk, chromedp.Navigate(installs(queue.Kiosk)), started(), chromedp.WaitVisible(".kios-pilih", chromedp.ByQuery))
	if err := second.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	here.acts(t, queue.Act{Day: day, Action: queue.Finish, Counter: counter, Number: number})
	soon(t, page, told(words.TicketDone.ID))
	_, after := here.issues(t, day, "Sesudahnya")
	a.until(after, queue.Waiting)
	do(t, board, holds(`document.querySelector('.papan-putus')!==null`))
	shot(t, board, "papan-putus-1280")
	do(t, kiosk, sees(words.KioskOffline.ID))
	shot(t, kiosk, "kios-putus-1080")
	here.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: after})
	_ = second.cmd.Wait()
	again, err := start(binary, filepath.Join(folder, "data-two-b"), strings.TrimPrefix(second.origin, "http://"), append(shared, "-nats", "nats://"+bus)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(again.stop)
	do(t, board, holds(fmt.Sprintf(`!document.querySelector('.papan-putus')&&document.querySelector('.papan-isi').innerText.includes(%q)`, queue.Label(lines[0].Line.Prefix, after))))
	do(t, kiosk, holds(`document.querySelector('.kios-pilih:not([disabled])')!==null`))
	if text := value[string](t, kiosk, `document.body.innerText`); strings.Contains(text, words.KioskOffline.ID) {
		t.Errorf("the kiosk still says %q", text)
	}
}

// opens runs another server until the test ends.
func opens(t *testing.T, data string, settings ...string) *process {
	t.Helper()
	p, err := start(binary, filepath.Join(folder, "data-"+data), "", settings...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.stop)
	return p
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// listener keeps a copy of a queue-day over a socket.
type listener struct {
	t       *testing.T
	conn    *websocket.Conn
	tracker push.Tracker
	state   queue.State
}

// listens follows a day at a server.
func listens(t *testing.T, base, day string) *listener {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	conn, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(base, "http")+push.Path, nil)
	if err != nil {
		t.Fatal(err)
	}
	conn.SetReadLimit(1 << 20)
	t.Cleanup(func() { _ = conn.CloseNow() })
	call, err := json.Marshal(push.Call{Do: push.Follow, Topic: "day:" + day})
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Write(ctx, websocket.MessageText, call); err != nil {
		t.Fatal(err)
	}
	l := &listener{t: t, conn: conn}
	for l.state.Day == "" {
		l.next()
	}
	return l
}

// next takes one frame in.
func (l *listener) next() {
	l.t.Helper()
	ctx, stop := context.WithTimeout(l.t.Context(), 10*time.Second)
	defer stop()
	_, text, err := l.conn.Read(ctx)
	if err != nil {
		l.t.Fatal(err)
	}
	var f push.Frame
	if err := json.Unmarshal(text, &f); err != nil {
		l.t.Fatal(err)
	}
	if f.Topic == "" {
		return
	}
	verdict, skip := l.tracker.Take(&f)
	switch verdict {
	case push.Whole:
		if err := json.Unmarshal(f.Snapshot, &l.state); err != nil {
			l.t.Fatal(err)
		}
	case push.Next:
		for _, raw := range f.Events[skip:] {
			var e queue.Event
			if err := json.Unmarshal(raw, &e); err != nil {
				l.t.Fatal(err)
			}
			if !l.state.Apply(e) {
				l.t.Fatalf("event %d does not follow %d", e.Version, l.state.Version)
			}
		}
	default:
		l.t.Fatalf("frame of %s: %v", f.Topic, verdict)
	}
}

// until reads until a number is at a stage.
func (l *listener) until(number int, stage queue.Stage) {
	l.t.Helper()
	for {
		if k, live := l.state.Ticket(number); live && k.Stage == stage {
			return
		}
		l.next()
	}
}
