package e2e

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rumah/server/identity"
	"rumah/shared/api"
	"rumah/shared/fault"
	people "rumah/shared/identity"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// staff is somebody who works in a house without a browser.
type staff struct {
	queue.Client
	base   string
	cookie *http.Cookie
}

// Call implements api.Caller.
func (s *staff) Call(ctx context.Context, call api.Call, out any) error {
	body, kind := *bytes.NewBuffer(call.Bytes), "application/json"
	if call.Bytes != nil {
		kind = "application/octet-stream"
	}
	if call.Body != nil {
		if err := json.NewEncoder(&body).Encode(call.Body); err != nil {
			return err
		}
	}
	address := s.base + call.Path
	if len(call.Query) > 0 {
		address += "?" + call.Query.Encode()
	}
	r, err := http.NewRequestWithContext(ctx, call.Method, address, &body)
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", kind)
	if call.Once {
		r.Header.Set("Idempotency-Key", rand.Text())
	}
	if s.cookie != nil {
		r.AddCookie(s.cookie)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	for _, c := range answer.Cookies() {
		s.cookie = &http.Cookie{Name: c.Name, Value: c.Value}
	}
	if answer.StatusCode >= http.StatusBadRequest {
		var f fault.Fault
		if json.Unmarshal(text, &f) == nil && f.Code != "" {
			return &f
		}
		return fmt.Errorf("%s %s: %s %s", call.Method, call.Path, answer.Status, text)
	}
	if out == nil || len(text) == 0 {
		return nil
	}
	if file, ok := out.(*api.File); ok {
		file.Data = text
		return nil
	}
	return json.Unmarshal(text, out)
}

// at is the same person in another house with the same database.
func (s *staff) at(base string) *staff {
	same := &staff{base: base, cookie: s.cookie}
	same.Client = queue.Client{Caller: same}
	return same
}

// works signs somebody of the staff in.
func works(t *testing.T, base, email string) *staff {
	t.Helper()
	s := (&staff{}).at(base)
	in := people.EnterPassword{Email: email, Password: identity.DemoPassword, Code: deskCode(t, base+email)}
	if _, err := (people.Client{Caller: s}).EnterPassword(t.Context(), in); err != nil {
		t.Fatalf("%s does not come in: %v", email, err)
	}
	return s
}

// hands is the one officer all tests of the shared house work with: a code
// of the authenticator app counts once.
var hands struct {
	sync.Mutex
	officer, admin *staff
}

const (
	officerMail = "loket@contoh.id"
	adminMail   = "admin2.dukcapil@contoh.id"
)

func officer(t *testing.T) *staff {
	t.Helper()
	hands.Lock()
	defer hands.Unlock()
	if hands.officer == nil {
		hands.officer = works(t, origin, officerMail)
	}
	return hands.officer
}

func admin(t *testing.T) *staff {
	t.Helper()
	hands.Lock()
	defer hands.Unlock()
	if hands.admin == nil {
		hands.admin = works(t, origin, adminMail)
	}
	return hands.admin
}

// open are the place of an officer and its queues that are open now, the one
// where most wait first.
func (s *staff) open(t *testing.T) (queue.DeskPlace, []queue.DeskLine) {
	t.Helper()
	d, err := s.Desks(t.Context())
	if err != nil || len(d.Places) == 0 {
		t.Fatalf("no place to work at: %v", err)
	}
	var lines []queue.DeskLine
	for _, q := range d.Places[0].Queues {
		if q.Line.Status == queue.Open && len(q.Counters) > 1 {
			lines = append(lines, q)
		}
	}
	if len(lines) < 2 {
		t.Fatalf("%d queues are open, two are needed", len(lines))
	}
	if len(lines[0].Counters) < len(lines[1].Counters) {
		lines[0], lines[1] = lines[1], lines[0]
	}
	return d.Places[0], lines
}

// acts does one thing and fails when it cannot be done.
func (s *staff) acts(t *testing.T, act queue.Act) queue.Acted {
	t.Helper()
	got, err := s.Act(t.Context(), act)
	if err != nil {
		t.Fatalf("%s: %v", act.Action, err)
	}
	return got
}

// sits takes a counter of a queue over.
func (s *staff) sits(t *testing.T, line queue.DeskLine, counter int) (day, id string) {
	t.Helper()
	day, id = line.Line.Day, line.Counters[counter].ID
	s.acts(t, queue.Act{Day: day, Action: queue.Sit, Counter: id})
	return day, id
}

// waits calls whoever is before a number, until it is next.
func (s *staff) callsUpTo(t *testing.T, day, counter string, number int) {
	t.Helper()
	for {
		d, err := s.Desk(t.Context(), queue.DayID{Day: day})
		if err != nil {
			t.Fatal(err)
		}
		next, ok := d.State.Next(time.Now())
		if !ok {
			t.Fatalf("nobody is next, and %d should be", number)
		}
		if next.Number == number {
			return
		}
		s.acts(t, queue.Act{Day: day, Action: queue.CallNext, Counter: counter})
	}
}

// issue gives a number to somebody without a phone, and returns it with its
// link.
func (s *staff) issues(t *testing.T, day, name string) (queue.Acted, int) {
	t.Helper()
	got, err := s.Issue(t.Context(), queue.Issue{Day: day, Name: name, Lane: queue.Regular, Payer: queue.Other})
	if err != nil || len(got.People) == 0 {
		t.Fatalf("no number: %v", err)
	}
	return got, got.People[0].Number
}

// comes signs a new citizen with a name in.
func comes(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	enters(t, ctx, freshPhone())
	do(t, ctx, types("#name", name), pressT(words.GoOn), pressT(words.NotNow), holds(`location.pathname==='/akun'`))
}

// takes takes a number of a queue from the list of its place: a tap on the
// queue, and one on the button. It returns the number and its label.
func takes(t *testing.T, ctx context.Context, line queue.Line) (number int, label string) {
	t.Helper()
	do(t, ctx, press(line.Name), holds(`document.querySelector('.take-on')!==null`), pressT(words.TakeButton),
		holds(`/^\/antrean\/[^/]+$/.test(location.pathname)`), chromedp.WaitVisible(".hero-no", chromedp.ByQuery))
	label = value[string](t, ctx, `document.querySelector('.hero-no').innerText.replace(/\s/g,'')`)
	if _, err := fmt.Sscanf(label, line.Prefix+"-%d", &number); err != nil {
		t.Fatalf("%q is no number: %v", label, err)
	}
	return number, label
}

// told waits until the sentence of a ticket holds some words.
func told(text string) chromedp.Action {
	return holds(fmt.Sprintf(`document.querySelector('.hero [role=status]').innerText.includes(%q)`, text))
}

// pushed waits until a ticket says that its news come at once.
func pushed() chromedp.Action {
	return holds(fmt.Sprintf(`document.querySelector('.ticket-live').innerText===%q`, words.TicketLive.ID))
}

// fits fails when something is wider than the screen, or not accessible.
func fits(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	if over := value[int](t, ctx, `document.documentElement.scrollWidth-innerWidth`); over > 0 {
		t.Errorf("%s is %d px wider than the screen", name, over)
	}
	check(t, ctx, checker, name)
}

// soon is within what somebody who waits takes for at once.
func soon(t *testing.T, ctx context.Context, step chromedp.Action) {
	t.Helper()
	began := time.Now()
	do(t, ctx, step)
	if took := time.Since(began); took > 4*time.Second {
		t.Errorf("that took %v", took)
	}
}

// admits gives a browser the session of somebody of the staff.
func admits(t *testing.T, ctx context.Context, s *staff) {
	t.Helper()
	do(t, ctx, network.SetCookie(s.cookie.Name, s.cookie.Value).WithURL(s.base).WithPath("/").WithSecure(true).WithHTTPOnly(true))
}
