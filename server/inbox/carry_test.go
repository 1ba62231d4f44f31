package inbox_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rumah/server/inbox"
	"rumah/server/push"
	"rumah/server/push/pushtest"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// becomes waits until a question to the database has an answer.
func (h *house) becomes(want, sql string, args ...any) {
	h.t.Helper()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	got := ""
	for end := time.Now().Add(patience); time.Now().Before(end); <-look.C {
		if got = h.text(sql, args...); got == want {
			return
		}
	}
	h.t.Fatalf("%s %v: %q, want %q", sql, args, got, want)
}

// stateSQL is what became of messages with a key, on all devices.
const stateSQL = `SELECT coalesce(string_agg(v.state, ' ' ORDER BY v.id), '') FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.key = $1`

// A push service answers in all ways there are, for a device each. What can
// be delivered is, later when it must be; what cannot is given up, and nobody
// is asked again and again.
func TestAnswersOfPushServices(t *testing.T) {
	t.Parallel()
	h := open(t)
	type answer struct {
		status int
		header map[string]string
	}
	soon := func(seconds int) string {
		return time.Now().Add(time.Duration(seconds) * time.Second).UTC().Format(http.TimeFormat)
	}
	cases := map[string]struct {
		answers []answer // one after another; accepted afterwards
		asked   int
		state   string
		device  string // afterwards: "works", "failing" or "gone"
		gaps    []time.Duration
	}{
		"taken":     {nil, 1, "sent", "works", nil},
		"gone-410":  {[]answer{{status: 410}}, 1, "gone", "gone", nil},
		"gone-404":  {[]answer{{status: 404}}, 1, "gone", "gone", nil},
		"long":      {[]answer{{status: 413}, {status: 413}}, 3, "sent", "works", nil},
		"too-long":  {[]answer{{status: 413}, {status: 413}, {status: 413}}, 3, "failed", "failing", nil},
		"seconds":   {[]answer{{429, map[string]string{"Retry-After": "3"}}}, 2, "sent", "works", []time.Duration{3 * time.Second}},
		"date":      {[]answer{{503, map[string]string{"Retry-After": soon(4)}}}, 2, "sent", "works", []time.Duration{time.Second}},
		"broken":    {[]answer{{status: 500}, {status: 502}}, 3, "sent", "works", []time.Duration{900 * time.Millisecond, 1800 * time.Millisecond}},
		"too-late":  {[]answer{{429, map[string]string{"Retry-After": "86400"}}}, 1, "failed", "failing", nil},
		"elsewhere": {[]answer{{302, map[string]string{"Location": h.service.URL + "/trap"}}}, 1, "failed", "failing", nil},
		"refused":   {[]answer{{status: 403}}, 1, "failed", "failing", nil},
		"nonsense":  {[]answer{{status: 400}}, 1, "failed", "failing", nil},
	}
	h.service.Answer(func(a pushtest.Arrival) (int, map[string]string) {
		if n := len(h.service.Arrivals(a.Path)); n <= len(cases[a.Path].answers) {
			answer := cases[a.Path].answers[n-1]
			return answer.status, answer.header
		}
		return http.StatusCreated, nil
	})
	h.start()
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := h.on(t)
			h.person(name)
			b := h.browser(name, name)
			h.tell(name, name, func(n *inbox.Note) {
				if n.Thread = name; name == "long" {
					n.Kind, n.Values = contract.Announced, func(words.Lang) map[string]string {
						return map[string]string{"judul": "Air mati", "isi": strings.Repeat("Tampung air malam ini. ", 40)}
					}
				}
			})
			h.becomes(c.state, stateSQL, name)
			arrivals := h.service.Arrivals(name)
			if len(arrivals) != c.asked {
				t.Fatalf("asked %d times, want %d", len(arrivals), c.asked)
			}
			for i, least := range c.gaps {
				if gap := arrivals[i+1].At.Sub(arrivals[i].At); gap < least {
					t.Errorf("asked again after %s, want %s", gap, least)
				}
			}
			if after, err := http.ParseTime(fmt.Sprint(cases["date"].answers[0].header["Retry-After"])); name == "date" && (err != nil || arrivals[1].At.Before(after)) {
				t.Errorf("asked again at %s, want %s", arrivals[1].At, after)
			}
			if name == "long" {
				pushed := h.pushed(b, name, 3)
				if one, two, three := len(pushed[0].Body), len(pushed[1].Body), len(pushed[2].Body); one <= two || two == 0 || one > 310 || two > 70 || three > 0 || pushed[2].Title == "" || pushed[0].ID != pushed[2].ID {
					t.Errorf("bodies of %d, %d and %d letters", one, two, three)
				}
			}
			h.becomes(c.device, `SELECT coalesce((SELECT CASE WHEN failing_at IS NOT NULL THEN 'failing' WHEN reached_at IS NOT NULL THEN 'works' ELSE 'new' END FROM push_devices WHERE person_id = $1), 'gone')`, name)
			h.becomes("0", `SELECT count(*)::text FROM jobs.river_job j JOIN deliveries v ON v.id = (j.args->>'delivery')::bigint JOIN messages m ON m.id = v.message_id WHERE m.key = $1 AND j.state NOT IN ('completed', 'discarded')`, name)
		})
	}
}

// on is the house for a test within a test.
func (h *house) on(t *testing.T) *house {
	other := *h
	other.t = t
	return &other
}

// person is somebody new who is signed in.
func (h *house) person(id string) {
	h.t.Helper()
	h.exec(`INSERT INTO people (id, kind, name, created_at) VALUES ($1, 'citizen', $1, now())`, id)
	h.exec(`INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) SELECT id, sha256(id::bytea), id, 'code', '', now(), now(), now() + interval '1 day' FROM people WHERE id = $1`, id)
}

// A push service that hangs has its message later, and a call to somebody
// else is not held up by the hundreds that wait for it.
func TestPushServiceHangs(t *testing.T) {
	t.Parallel()
	h := open(t, func(o *inbox.Options) {
		o.Push = push.New(push.Options{Keys: o.Push.Keys, Contact: "https://contoh.id", Inside: true, Patience: time.Second})
	})
	hang, freed := make(chan struct{}), false
	slow := pushtest.NewService()
	free := func() {
		if !freed {
			freed = true
			close(hang)
		}
	}
	t.Cleanup(func() { free(); slow.Close() })
	slow.Answer(func(pushtest.Arrival) (int, map[string]string) { <-hang; return http.StatusCreated, nil })
	const crowd = 400 // more than there are carriers
	for i := range crowd {
		name := fmt.Sprint("lambat-", i)
		h.person(name)
		b, err := slow.Browser(name)
		if err == nil {
			_, err = h.Subscribe(h.as(name), contract.Subscribe{Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: b.Auth})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	siti := h.browser("siti", "hp")
	h.exec(`INSERT INTO messages (person_id, thread, key, kind, topic, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
		SELECT id, 't', 'k', 'queue_called', 'queue', 0, 'A-1', '', '', 'now', true, false, true, now() + interval '10 minutes', now() FROM people WHERE id LIKE 'lambat-%'`)
	h.start()
	slow.Wait("", 100, patience) // carriers wait there
	began := time.Now()
	h.tell("siti", "a")
	h.pushed(siti, "hp", 1)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("somebody else was told after %s", took)
	}
	free()
	h.becomes(strconv.Itoa(crowd), `SELECT count(*)::text FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.key = 'k' AND v.state = 'sent'`)
}

// How soon a message must be there, and for how long it is news, is what its
// kind says.
func TestKindsTravel(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	h.start()
	for i, c := range []struct {
		kind    contract.Kind
		urgency string
		life    time.Duration
	}{
		{contract.TicketCalled, "high", 10 * time.Minute}, {contract.TicketNear, "high", 30 * time.Minute}, {contract.QueuePaused, "normal", time.Hour},
		{contract.SignedIn, "normal", 24 * time.Hour}, {contract.Announced, "low", 72 * time.Hour}, {contract.DataOpened, "low", 72 * time.Hour},
	} {
		h.tell("siti", string(c.kind), func(n *inbox.Note) { n.Kind, n.Thread = c.kind, string(c.kind) })
		push := h.pushed(b, "hp", i+1)[i]
		a := h.service.Arrivals("hp")[i]
		ttl, err := strconv.Atoi(a.Header.Get("TTL"))
		if err != nil || a.Header.Get("Urgency") != c.urgency || time.Duration(ttl)*time.Second > c.life || time.Duration(ttl)*time.Second < c.life-time.Minute {
			t.Errorf("%s: %v", c.kind, a.Header)
		}
		if dies := time.UnixMilli(push.Dies); push.Kind != string(c.kind) || dies.Sub(a.At) > c.life || dies.Sub(a.At) < c.life-time.Minute {
			t.Errorf("%+v", push)
		}
	}
}

// Ten updates of one number take the place of each other, on the way and on
// the lock screen, and each is told from the others.
func TestUpdatesReplaceEachOther(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	h.start()
	const updates = 10
	for i := range updates {
		h.tell("siti", fmt.Sprint(i), func(n *inbox.Note) { n.Kind = contract.TicketNear })
		h.tell("siti", fmt.Sprint(i)) // twice is once
	}
	h.tell("siti", "other", func(n *inbox.Note) { n.Thread = "ticket:2" })
	var topics, tags, ids []string
	for _, p := range h.pushed(b, "hp", updates+1) {
		tags, ids = append(tags, p.Tag), append(ids, p.ID)
	}
	for _, a := range h.service.Arrivals("hp") {
		topics = append(topics, a.Header.Get("Topic"))
	}
	for what, c := range map[string]struct {
		list []string
		want int
	}{"topics": {topics, 2}, "tags": {tags, 2}, "ids": {ids, updates + 1}} {
		slices.Sort(c.list)
		if n := len(slices.Compact(c.list)); n != c.want || c.list[0] == "" {
			t.Errorf("%d %s, want %d", n, what, c.want)
		}
	}
	if topic := topics[0]; len(topic) > 32 || strings.Trim(topic, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
		t.Errorf("the topic %q is not one of RFC 8030", topic)
	}
}

// What somebody has seen, put away or muted meanwhile, and what is old news,
// is not pushed any more.
func TestNotPushedAnyMore(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	for key, undo := range map[string]string{
		"read":    `UPDATE messages SET read_at = now() WHERE key = 'read'`,
		"away":    `UPDATE messages SET archived_at = now() WHERE key = 'away'`,
		"expired": `UPDATE messages SET dies_at = now() - interval '1 second' WHERE key = 'expired'`,
		"muted":   `UPDATE inbox_settings SET muted = '{news}' WHERE person_id = 'siti'`,
		"gone":    `DELETE FROM deliveries WHERE message_id = (SELECT id FROM messages WHERE key = 'gone')`,
	} {
		h.tell("siti", key, func(n *inbox.Note) {
			if n.Thread = key; key == "muted" {
				n.Kind = contract.Announced
			}
		})
		h.exec(undo)
	}
	h.tell("siti", "seen")
	h.start()
	h.becomes("sent", stateSQL, "seen")
	for key, state := range map[string]string{"read": "needless", "away": "needless", "muted": "needless", "expired": "expired", "gone": ""} {
		h.becomes(state, stateSQL, key)
	}
	if n := len(h.service.Arrivals("hp")); n != 1 {
		t.Errorf("%d were pushed", n)
	}
}

// What is undone is never told: a message is as much part of the transaction
// as what it tells of.
func TestUndoneIsNotTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	h.start()
	tx, err := h.db.BeginTx(t.Context(), nil)
	if err == nil {
		_, err = h.Post(context.Background(), tx, inbox.Note{Person: "siti", Kind: contract.TicketCalled, Thread: "t", Key: "undone", At: time.Now()})
	}
	if err == nil {
		err = tx.Rollback()
	}
	if err != nil {
		t.Fatal(err)
	}
	h.tell("siti", "done")
	h.becomes("sent", stateSQL, "done")
	if n := len(h.service.Arrivals("")); n != 1 {
		t.Errorf("%d were pushed", n)
	}
	if n := h.text(`SELECT count(*)::text FROM deliveries`); n != "1" {
		t.Errorf("%s deliveries", n)
	}
}
