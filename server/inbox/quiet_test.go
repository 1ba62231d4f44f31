package inbox_test

import (
	"testing"
	"time"

	"rumah/server/inbox"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// Quiet hours end when they end, over midnight and on whatever clock a
// message was written.
func TestAfterQuiet(t *testing.T) {
	t.Parallel()
	h := open(t)
	for _, c := range []struct {
		at, from, to string // from and to on the clock of the database
		want         string
	}{
		{"2026-03-01T13:59:59.999Z", "14:00", "22:00", "2026-03-01T13:59:59.999Z"},
		{"2026-03-01T14:00:00Z", "14:00", "22:00", "2026-03-01T22:00:00Z"},
		{"2026-03-01T21:59:59.999Z", "14:00", "22:00", "2026-03-01T22:00:00Z"},
		{"2026-03-01T22:00:00Z", "14:00", "22:00", "2026-03-01T22:00:00Z"},
		{"2026-03-01T13:59:31Z", "14:00", "22:00", "2026-03-01T13:59:31Z"},
		{"2026-03-01T21:30:00Z", "22:00", "05:00", "2026-03-01T21:30:00Z"},
		{"2026-03-01T22:00:00Z", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-03-01T23:59:59.9Z", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-03-02T00:00:00Z", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-03-02T04:59:59Z", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-03-02T05:00:00Z", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-12-31T23:00:00Z", "22:00", "05:00", "2027-01-01T05:00:00Z"},
		{"2028-02-28T23:00:00Z", "22:00", "00:00", "2028-02-29T00:00:00Z"},
		{"2026-03-02T06:00:00+07:00", "22:00", "05:00", "2026-03-02T05:00:00Z"}, // 23:00 UTC the day before
		{"2026-03-02T11:59:00+07:00", "22:00", "05:00", "2026-03-02T05:00:00Z"},
		{"2026-03-02T12:00:00+07:00", "22:00", "05:00", "2026-03-02T05:00:00Z"},
	} {
		for _, zone := range []string{"UTC", "Asia/Jakarta", "America/New_York"} {
			got := h.text(`
WITH z AS MATERIALIZED (SELECT set_config('timezone', $4, true))
SELECT to_char(after_quiet($1::timestamptz, (extract(epoch FROM $2::time) / 60)::smallint, (extract(epoch FROM $3::time) / 60)::smallint) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')
FROM z`, c.at, c.from, c.to, zone)
			want, err := time.Parse(time.RFC3339, c.want)
			if err != nil {
				t.Fatal(err)
			}
			if got != want.Format("2006-01-02T15:04:05.000") {
				t.Errorf("%s, quiet from %s to %s, on the clock of %s: %s, want %s", c.at, c.from, c.to, zone, got, c.want)
			}
		}
	}
	if got := h.text(`SELECT (after_quiet('2026-03-01T23:00Z', NULL, NULL) = '2026-03-01T23:00Z')::text`); got != "true" {
		t.Error("quiet without quiet hours")
	}
}

// Who sleeps is told in the morning, but for what cannot wait. Both is said
// in the settings on the clock of the regency.
func TestQuietHours(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	now := time.Now().In(wib)
	minute := func(at time.Time) int { return at.Hour()*60 + at.Minute() }
	set := contract.Configure{Lang: "id", Near: 3, Quiet: true, From: minute(now.Add(-90 * time.Minute)), To: minute(now.Add(90 * time.Minute))}
	if kept, err := h.Configure(h.as("siti"), set); err != nil || kept.From != set.From || kept.To != set.To {
		t.Fatalf("%+v %v", kept, err)
	}
	h.tell("siti", "call")
	h.tell("siti", "news", func(n *inbox.Note) { n.Kind, n.Thread = contract.Announced, "news" })
	h.tell("siti", "soon", func(n *inbox.Note) { n.Kind, n.Thread = contract.SignedIn, "soon" })
	h.tell("siti", "flood", func(n *inbox.Note) { n.Kind, n.Thread, n.Urgent = contract.Announced, "flood", true })
	h.start()
	h.becomes("sent", stateSQL, "call")
	h.becomes("sent", stateSQL, "flood")
	const dueSQL = `SELECT v.state || ' ' || j.state || ' ' || to_char(j.scheduled_at AT TIME ZONE 'Asia/Jakarta', 'HH24:MI') FROM jobs.river_job j JOIN deliveries v ON v.id = (j.args->>'delivery')::bigint JOIN messages m ON m.id = v.message_id WHERE m.key = $1`
	end := now.Add(90 * time.Minute).Format("15:04")
	for _, key := range []string{"news", "soon"} {
		if got := h.text(dueSQL, key); got != "waiting scheduled "+end {
			t.Errorf("%s is %q, want at %s", key, got, end)
		}
	}
	if n := len(h.service.Arrivals("hp")); n != 2 {
		t.Errorf("%d were pushed", n)
	}
}

// A muted topic stands in the inbox and is not pushed, but for what is firm
// or urgent.
func TestMuted(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	if _, err := h.Configure(h.as("siti"), contract.Configure{Lang: "id", Near: 3, Muted: []contract.Topic{contract.News, contract.Account, contract.Queues}}); err != nil {
		t.Fatal(err)
	}
	h.start()
	for key, edit := range map[string]func(*inbox.Note){
		"news":   func(n *inbox.Note) { n.Kind = contract.Announced },
		"ticket": func(*inbox.Note) {},
		"signin": func(n *inbox.Note) { n.Kind = contract.SignedIn },
		"flood":  func(n *inbox.Note) { n.Kind, n.Urgent = contract.Announced, true },
	} {
		h.tell("siti", key, func(n *inbox.Note) { n.Thread = key; edit(n) })
	}
	kinds := map[string]bool{}
	for _, p := range h.pushed(b, "hp", 2) {
		kinds[p.Kind] = true
	}
	if !kinds[string(contract.SignedIn)] || !kinds[string(contract.Announced)] {
		t.Errorf("pushed %v", kinds)
	}
	for key, want := range map[string]string{"news": "", "ticket": "", "signin": "sent", "flood": "sent"} {
		h.becomes(want, stateSQL, key)
	}
	if list, err := h.List(h.as("siti"), contract.ListOf{}); err != nil || len(list.Items) != 4 {
		t.Errorf("%+v %v", list, err)
	}
}

// A private lock screen says that there is news, in the language of whom it
// is for, and nothing of what.
func TestPrivate(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	if _, err := h.Configure(h.as("siti"), contract.Configure{Lang: "jv", Near: 3, Private: true}); err != nil {
		t.Fatal(err)
	}
	h.start()
	h.tell("siti", "a")
	p := h.pushed(b, "hp", 1)[0]
	if p.Title != words.PrivateNews.JV || p.Body != words.PrivateBody.In(words.JV, "Rumah") || p.Lang != "jv" || p.URL != "/jv/antrean/1" {
		t.Errorf("%+v", p)
	}
	if _, err := h.Configure(h.as("siti"), contract.Configure{Lang: "en", Near: 3}); err != nil {
		t.Fatal(err)
	}
	h.tell("siti", "b")
	if p := h.pushed(b, "hp", 2)[1]; p.Title != "A-041, please go to Ruang 3" || p.Lang != "en" {
		t.Errorf("%+v", p)
	}
}
