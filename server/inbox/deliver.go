package inbox

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/riverqueue/river"

	"rumah/server/jobs"
	"rumah/server/push"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// delivering is the work of carrying a message to one device. The trigger
// carry_messages gives it, in the transaction of the message.
type delivering struct {
	Delivery int64 `json:"delivery"`
}

// Kind implements river.JobArgs.
func (delivering) Kind() string { return "inbox_push" }

// sendTime bounds one try, with what is read before and written after.
const sendTime = 40 * time.Second

// parcel is a delivery with all that sending it takes.
type parcel struct {
	id      int64
	state   string
	message int64
	kind    string
	thread  string
	subject string
	body    string
	link    string
	urgency string
	again   bool
	at      time.Time
	dies    time.Time
	read    bool
	device  string // "" for one that was removed
	address []byte // its hash
	sealed  []byte
	private bool
	lang    string
	unread  int
}

// deliver carries one message to one device.
func (s *Service) deliver(ctx context.Context, id int64) error {
	ctx, stop := context.WithTimeout(ctx, sendTime)
	defer stop()
	p, there, err := s.parcels.Get(ctx, id)
	if err != nil {
		return err
	}
	now := s.now()
	switch {
	case !there || p.state != "waiting": // forgotten, or done before a server died
		return nil
	case p.device == "":
		return s.finish(ctx, result{delivery: id, state: "gone", at: now})
	case p.read:
		return s.finish(ctx, result{delivery: id, state: "needless", at: now})
	case !now.Before(p.dies):
		return s.finish(ctx, result{delivery: id, state: "expired", at: now})
	}
	outcome, err := s.send(ctx, &p, now)
	if err != nil {
		return err
	}
	r := result{delivery: id, device: p.device, at: s.now(), reason: outcome.Reason}
	switch outcome.Verdict {
	case push.Accepted:
		r.state = "sent"
	case push.Gone:
		r.state = "gone"
	case push.Later:
		return s.later(ctx, r, p.dies, outcome.Wait)
	default:
		r.state = "failed"
	}
	return s.finish(ctx, r)
}

// later has a delivery tried again, as the push service asked for or after a
// while that grows, as long as there is time.
func (s *Service) later(ctx context.Context, r result, dies time.Time, wait time.Duration) error {
	if jobs.Last(ctx) || !r.at.Add(wait).Before(dies) {
		r.state = "failed"
		return s.finish(ctx, r)
	}
	if err := s.failing(ctx, r.device, r.at); err != nil {
		return err
	}
	if wait > 0 {
		return river.JobSnooze(wait)
	}
	return errors.New("not delivered: " + r.reason)
}

// send hands a message over, shortened when that is asked for.
func (s *Service) send(ctx context.Context, p *parcel, now time.Time) (push.Outcome, error) {
	data, err := s.Vault.Open(owner(p.address), p.sealed)
	var to push.Subscription
	if err == nil {
		err = json.Unmarshal(data, &to)
	}
	if err != nil {
		return push.Outcome{}, fmt.Errorf("open the address of device %s: %w", p.device, err)
	}
	sending := push.Sending{To: to, TTL: p.dies.Sub(now), Urgency: urgencies[p.urgency], Topic: topicOf(p.thread)}
	var outcome push.Outcome
	for _, most := range []int{mostBody, shortBody, 0} {
		if sending.Payload, err = json.Marshal(s.payload(p, most)); err != nil {
			return outcome, fmt.Errorf("write a push: %w", err)
		}
		if outcome = s.Push.Send(ctx, sending); outcome.Verdict != push.Large {
			break
		}
	}
	return outcome, nil
}

// How much of a message a lock screen has room for, and how much is left of
// it where a push service wants less, in letters.
const (
	mostBody  = 300
	shortBody = 60
)

// urgencies are ours as RFC 8030 calls them.
var urgencies = map[string]string{string(inbox.Now): "high", string(inbox.Soon): "normal", string(inbox.Calm): "low"}

// topicOf names what a message is about to a push service, which must learn
// nothing from it: one that waits there is replaced by the next.
func topicOf(thread string) string {
	sum := sha256.Sum256([]byte(thread))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:32]
}

// payload is what a device shows.
func (s *Service) payload(p *parcel, most int) inbox.Push {
	lang, _ := words.Parse(p.lang)
	out := inbox.Push{
		ID: strconv.FormatInt(p.message, 10), Kind: p.kind, Title: p.subject, Body: shorten(p.body, most), URL: p.url(lang), Tag: topicOf(p.thread), Again: p.again,
		Urgent: p.urgency == string(inbox.Now), Unread: p.unread, Lang: string(lang), At: p.at.UnixMilli(), Dies: p.dies.UnixMilli(), Receipt: s.receipt(p.id),
	}
	if p.private {
		out.Title, out.Body = words.PrivateNews.In(lang), words.PrivateBody.In(lang, s.App)
	}
	return out
}

// url is where a tap leads: to what the message is about, else to itself.
func (p *parcel) url(lang words.Lang) string {
	path := p.link
	if path == "" {
		path = "/kotak/" + strconv.FormatInt(p.message, 10)
	}
	return link.Prefix(lang) + path
}

// shorten cuts a text between two words.
func shorten(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	if cut == "" {
		return ""
	}
	return strings.TrimRight(cut, " ,.;:") + "…"
}
