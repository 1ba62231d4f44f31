package inbox_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"rumah/server/inbox"
	"rumah/server/message"
	"rumah/server/message/messagetest"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

const price = 350

// other is a house with ways beside pushing: a gateway for texts, which may
// cost so much a month, and a mail server.
type other struct {
	*house
	gateway *messagetest.Gateway
	post    *messagetest.Post
}

func openOther(t *testing.T, most int, edit ...func(*inbox.Options)) *other {
	t.Helper()
	post, err := messagetest.NewPost()
	if err != nil {
		t.Fatal(err)
	}
	o := &other{gateway: messagetest.NewGateway(), post: post}
	t.Cleanup(o.gateway.Close)
	t.Cleanup(post.Close)
	mail, err := message.ParseMail("smtp://"+post.Address(), "Rumah <noreply@contoh.id>")
	if err != nil {
		t.Fatal(err)
	}
	o.house = open(t, append([]func(*inbox.Options){func(options *inbox.Options) {
		options.Ways, options.Cap, options.Price = message.Ways{Phone: message.Gateway{URL: o.gateway.URL}, Email: mail}, most, price
		options.Contact = contacts
	}}, edit...)...)
	return o
}

// contacts are how people are reached: citizens by phone, staff by mail, and
// one by both.
func contacts(_ context.Context, person string) (phone, email string, err error) {
	switch person {
	case "rina":
		return "", "rina@contoh.id", nil
	case "budi":
		return "+62812000budi", "budi@contoh.id", nil
	case "nobody":
		return "", "", errors.New("who?")
	}
	return "+62811" + person, "", nil
}

// agree has somebody agree to other ways.
func (o *other) agree(person string, edit ...func(*contract.Configure)) {
	o.t.Helper()
	set := contract.Configure{Lang: "id", Near: 3, Phone: true}
	for _, e := range edit {
		e(&set)
	}
	if _, err := o.Configure(o.as(person), set); err != nil {
		o.t.Fatal(err)
	}
}

// due has the time come that devices have to show messages.
func (o *other) due() {
	o.t.Helper()
	o.exec(`UPDATE jobs.river_job SET state = 'available', scheduled_at = now() WHERE kind = 'inbox_fallback' AND state IN ('scheduled', 'retryable', 'available')`)
}

// over waits until nothing is to be told by another way.
func (o *other) over() {
	o.t.Helper()
	o.becomes("0", `SELECT count(*)::text FROM jobs.river_job WHERE kind = 'inbox_fallback' AND state NOT IN ('completed', 'discarded', 'cancelled')`)
}

const otherSQL = `SELECT coalesce(string_agg(v.way || ' ' || v.state || ' ' || v.cost, ', ' ORDER BY v.id), '') FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.key = $1 AND v.way <> 'push'`

// Whoever agreed to it and was shown a message by no device in time is told by
// another way: once, by what takes it first, and only what cannot wait.
func TestOtherWays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		person   string
		settings func(*contract.Configure)
		note     func(*inbox.Note)
		then     string // happens before the time is over
		gateway  int    // what it answers
		texts    int
		mails    int
		want     string
	}{
		"text":       {want: "phone sent 350", texts: 1},
		"not agreed": {settings: func(s *contract.Configure) { s.Phone = false }},
		"calm":       {note: func(n *inbox.Note) { n.Kind = contract.Announced }},
		"not pushed": {note: func(n *inbox.Note) { n.Kind = contract.TicketTaken }},
		"shown":      {then: `UPDATE deliveries SET state = 'sent', shown_at = now()`},
		"only sent":  {then: `UPDATE deliveries SET state = 'sent'`, want: "phone sent 350", texts: 1},
		"read":       {then: `UPDATE messages SET read_at = now()`},
		"put away":   {then: `UPDATE messages SET archived_at = now()`},
		"old news":   {then: `UPDATE messages SET dies_at = now()`},
		"no more":    {then: `UPDATE inbox_settings SET phone = false`},
		"muted":      {settings: func(s *contract.Configure) { s.Muted = []contract.Topic{contract.Queues} }},
		"mutes":      {then: `UPDATE inbox_settings SET muted = '{queue}'`},
		"firm": {settings: func(s *contract.Configure) { s.Muted = []contract.Topic{contract.Account} }, note: func(n *inbox.Note) { n.Kind = contract.SignedIn },
			want: "phone sent 350", texts: 1},
		"left":        {then: `UPDATE people SET closed_at = now()`},
		"staff":       {person: "rina", want: "mail sent 0", mails: 1},
		"refused":     {person: "budi", gateway: http.StatusBadRequest, texts: 1, want: "phone failed 0, mail sent 0", mails: 1},
		"nobody says": {person: "budi", gateway: http.StatusBadGateway, texts: 1, want: "phone unknown 350"},
		"too dear":    {person: "budi", then: `INSERT INTO text_costs VALUES (date_trunc('month', now() AT TIME ZONE 'Asia/Jakarta'), 700)`, want: "mail sent 0", mails: 1},
		"last month":  {then: `INSERT INTO text_costs VALUES (date_trunc('month', now() AT TIME ZONE 'Asia/Jakarta') - interval '1 month', 700)`, want: "phone sent 350", texts: 1},
		"died before": {then: `INSERT INTO deliveries (message_id, way, cost, made_at) SELECT id, 'phone', 350, now() FROM messages`, want: "phone unknown 350"},
		"told before": {then: `INSERT INTO deliveries (message_id, way, cost, state, made_at) SELECT id, 'phone', 350, 'sent', now() FROM messages`, want: "phone sent 350"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := openOther(t, 2*price)
			if c.person == "" {
				c.person = "siti"
			}
			if c.settings == nil {
				c.settings = func(*contract.Configure) {}
			}
			if c.gateway > 0 {
				o.gateway.Answer(func(messagetest.Text) int { return c.gateway })
			}
			o.browser(c.person, "hp")
			o.agree(c.person, c.settings)
			o.tell(c.person, "a", func(n *inbox.Note) {
				if c.note != nil {
					c.note(n)
				}
			})
			if c.then != "" {
				o.exec(c.then)
			}
			o.due()
			o.start()
			o.over()
			for range 2 { // and never again
				if got := o.text(otherSQL, "a"); got != c.want {
					t.Errorf("%q, want %q", got, c.want)
				}
				if texts, mails := len(o.gateway.Texts()), len(o.post.Mails()); texts != c.texts || mails != c.mails {
					t.Errorf("%d texts and %d mails, want %d and %d", texts, mails, c.texts, c.mails)
				}
				o.exec(`INSERT INTO jobs.river_job (kind, args, queue, max_attempts) SELECT 'inbox_fallback', jsonb_build_object('message', id), 'other', 5 FROM messages`)
				o.over()
			}
			if strings.Contains(c.want, "phone sent") && c.then == "" && o.text(`SELECT spent::text FROM text_costs`) != fmt.Sprint(price) {
				t.Error("the month knows nothing of it")
			}
		})
	}
}

// When devices have had their time depends on how soon a message must be
// there, and on quiet hours.
func TestWhenOtherWaysAreTaken(t *testing.T) {
	t.Parallel()
	o := openOther(t, price)
	now := time.Now().In(wib)
	minute := func(at time.Time) int { return at.Hour()*60 + at.Minute() }
	o.agree("siti")
	o.agree("budi", func(s *contract.Configure) { // sleeps for another hour
		s.Quiet, s.From, s.To = true, minute(now.Add(-time.Hour)), minute(now.Add(time.Hour))
	})
	o.agree("rina", func(s *contract.Configure) { // goes to sleep in ten minutes, for an hour
		s.Quiet, s.From, s.To = true, minute(now.Add(10*time.Minute)), minute(now.Add(70*time.Minute))
	})
	soon := func(n *inbox.Note) { n.Kind = contract.QueuePaused }
	for _, person := range []string{"siti", "budi", "rina"} {
		o.tell(person, "now")
		o.tell(person, "soon", soon)
	}
	for person, want := range map[string]map[string]time.Duration{
		"siti": {"now": 45 * time.Second, "soon": 15 * time.Minute},
		"budi": {"now": 45 * time.Second, "soon": 75 * time.Minute},
		"rina": {"now": 45 * time.Second, "soon": 70 * time.Minute},
	} {
		for key, after := range want {
			var at time.Time
			err := o.db.Raw().QueryRow(t.Context(), `SELECT j.scheduled_at FROM jobs.river_job j JOIN messages m ON m.id = (j.args->>'message')::bigint WHERE j.kind = 'inbox_fallback' AND j.queue = 'other' AND m.key = $1 AND m.person_id = $2`,
				key, person).Scan(&at)
			if err != nil || (at.Sub(now)-after).Abs() > time.Minute+time.Second {
				t.Errorf("%s, %s: after %s, want %s, %v", person, key, at.Sub(now), after, err)
			}
		}
	}
}

// The cap of a month holds, though many are told at the same moment.
func TestCapHolds(t *testing.T) {
	t.Parallel()
	const people, affordable = 40, 7
	o := openOther(t, affordable*price+price-1)
	for i := range people {
		name := fmt.Sprint("warga-", i)
		o.person(name)
		o.agree(name)
		o.tell(name, "a")
	}
	o.due()
	o.start()
	o.over()
	if n := len(o.gateway.Texts()); n != affordable {
		t.Errorf("%d texts were sent, %d can be paid", n, affordable)
	}
	if spent := o.text(`SELECT spent::text FROM text_costs`); spent != fmt.Sprint(affordable*price) {
		t.Errorf("%s rupiah were spent", spent)
	}
	if cost := o.text(`SELECT sum(cost)::text FROM deliveries WHERE way = 'phone'`); cost != fmt.Sprint(affordable*price) {
		t.Errorf("deliveries cost %s rupiah", cost)
	}
}

// A gateway that is away is asked again; what it did not take costs nothing.
func TestGatewayIsAway(t *testing.T) {
	t.Parallel()
	o := openOther(t, price) // enough for one
	o.gateway.Answer(func(messagetest.Text) int {
		if len(o.gateway.Texts()) < 3 {
			return http.StatusServiceUnavailable
		}
		return http.StatusOK
	})
	o.agree("siti")
	o.tell("siti", "a")
	o.due()
	o.start()
	for n := range 2 {
		o.becomes(fmt.Sprint(n+1), `SELECT count(*)::text FROM deliveries WHERE state = 'failed' AND cost = 0 AND reason LIKE '%503%'`)
		if n == 1 {
			o.becomes("1", `SELECT count(*)::text FROM jobs.river_job WHERE kind = 'inbox_fallback' AND state = 'retryable'`) // for a longer while
			o.due()
		}
	}
	o.over()
	if got := o.text(otherSQL, "a"); got != "phone failed 0, phone failed 0, phone sent 350" {
		t.Error(got)
	}
	if spent := o.text(`SELECT spent::text FROM text_costs`); spent != fmt.Sprint(price) {
		t.Errorf("%s rupiah were spent", spent)
	}
}

// A house without a gateway, or with nothing to spend, sends no texts and
// offers none; staff are offered mail.
func TestOffByDefault(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string]func(*inbox.Options){
		"no gateway": func(o *inbox.Options) { o.Ways = message.Ways{} },
		"no money":   func(o *inbox.Options) { o.Cap, o.Ways.Email = 0, nil },
	} {
		o := openOther(t, price, edit)
		for _, person := range []string{"siti", "rina"} {
			o.agree(person)
			if set, err := o.Settings(o.as(person)); err != nil || len(set.Ways) != 1 || set.Ways[0] != contract.ByPush {
				t.Errorf("%s: %v %v", name, set.Ways, err)
			}
			o.tell(person, "a")
		}
		o.due()
		o.start()
		o.over()
		if n := len(o.gateway.Texts()) + len(o.post.Mails()); n > 0 {
			t.Errorf("%s: %d were told", name, n)
		}
	}
	o := openOther(t, price)
	for person, want := range map[string]contract.Way{"siti": contract.ByPhone, "rina": contract.ByMail} {
		if set, err := o.Settings(o.as(person)); err != nil || len(set.Ways) != 2 || set.Ways[1] != want {
			t.Errorf("%s: %v %v", person, set.Ways, err)
		}
	}
}

// A text says what happened and where to read on, in letters that are paid as
// one text; for a private lock screen it says nothing. A mail says all.
func TestWhatIsSaid(t *testing.T) {
	t.Parallel()
	o := openOther(t, 10*price)
	o.agree("siti")
	o.agree("budi", func(s *contract.Configure) { s.Private, s.Lang = true, "en" })
	o.agree("rina")
	long := func(n *inbox.Note) {
		n.Kind, n.Urgent = contract.Announced, true
		n.Values = func(words.Lang) map[string]string {
			return map[string]string{"judul": "Banjir di Tanggulangin – “siaga”", "isi": strings.Repeat("Mohon pindah ke balai désa … ", 20)}
		}
	}
	for _, person := range []string{"siti", "budi", "rina"} {
		o.tell(person, "a", long)
	}
	o.due()
	o.start()
	o.over()
	said := map[string]string{}
	for _, text := range o.gateway.Texts() {
		said[text.To] = text.Text
		if len(text.Text) > 160 || strings.ContainsFunc(text.Text, func(r rune) bool { return r > '~' || r < ' ' }) {
			t.Errorf("%q is more than one text", text.Text)
		}
	}
	if text := said["+62811siti"]; !strings.HasPrefix(text, `Banjir di Tanggulangin - "siaga". Mohon pindah ke balai desa`) || !strings.HasSuffix(text, "... https://contoh.id/antrean/1") {
		t.Errorf("%q", text)
	}
	if text := said["+62812000budi"]; text != "There is news for you. Open Rumah to read it. https://contoh.id/en/antrean/1" {
		t.Errorf("%q", text)
	}
	mails := o.post.Mails()
	if len(mails) != 1 || !strings.Contains(mails[0], "RCPT TO:<rina@contoh.id>") || !strings.Contains(mails[0], "https://contoh.id/antrean/1") || strings.Count(mails[0], "balai d=C3=A9sa") < 15 {
		t.Errorf("%q", mails)
	}
}
