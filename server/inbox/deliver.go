package inbox

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
	"time"

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

// deliver carries one message to one device.
func (s *Service) deliver(ctx context.Context, id int64) error {
	ctx, stop := context.WithTimeout(ctx, sendTime)
	defer stop()
	parcels := s.parcels
	if jobs.Queue(ctx) == jobs.Urgent {
		parcels = s.urgent
	}
	p, there, err := parcels.Get(ctx, id)
	if err != nil {
		return err
	}
	now := s.now()
	r := result{delivery: id, device: p.device, address: string(p.address), urgency: p.urgency, written: p.at, at: now}
	switch {
	case !there || p.state != waiting: // forgotten, or done before a server died
		return nil
	case p.device == "":
		r.state = gone
	case p.needless:
		r.state = needless
	case !now.Before(p.dies):
		r.state = expired
	default:
		outcome := s.send(ctx, &p, now)
		if ctx.Err() != nil { // the house closes; another one goes on
			return ctx.Err()
		}
		r.at, r.reason = s.now(), outcome.Reason
		if r.state = states[outcome.Verdict]; r.state == waiting {
			return s.later(ctx, r, p.dies, max(outcome.Wait, jobs.Wait(ctx)))
		}
	}
	return s.finish(ctx, r)
}

// The states of a delivery.
const (
	waiting  = "waiting"
	sent     = "sent"
	failed   = "failed"
	expired  = "expired"
	gone     = "gone"
	needless = "needless"
)

// states are what verdicts of push services make of a delivery.
var states = map[push.Verdict]string{push.Accepted: sent, push.Gone: gone, push.Large: failed, push.Refused: failed, push.Later: waiting}

// later has a delivery tried again after a while: what the push service asked
// for, or one that grows. Without time for it the delivery has failed.
func (s *Service) later(ctx context.Context, r result, dies time.Time, wait time.Duration) error {
	if !r.at.Add(wait).Before(dies) {
		r.state = failed
		return s.finish(ctx, r)
	}
	if err := s.note(ctx, r); err != nil {
		return err
	}
	return jobs.Again(wait)
}

// send hands a message over, shortened when that is asked for.
func (s *Service) send(ctx context.Context, p *parcel, now time.Time) push.Outcome {
	to, err := s.unseal(p.address, p.sealed)
	if err != nil {
		s.Log.ErrorContext(ctx, "a device cannot be pushed to", "device", p.device, "err", err)
		return push.Outcome{Verdict: push.Refused, Reason: "its address cannot be opened"}
	}
	sending := push.Sending{To: to, TTL: p.dies.Sub(now), Urgency: urgencies[p.urgency], Topic: topicOf(p.thread)}
	var outcome push.Outcome
	for _, most := range []int{mostBody, shortBody, 0} {
		if sending.Payload, err = json.Marshal(s.payload(p, most)); err != nil {
			return push.Outcome{Verdict: push.Refused, Reason: err.Error()}
		}
		if outcome = s.Push.Send(ctx, sending); outcome.Verdict != push.Large {
			break
		}
	}
	return outcome
}

// How much of a message a lock screen has room for, and how much is left of
// it where a push service wants less, in letters.
const (
	mostBody  = 300
	shortBody = 60
)

// urgencies are ours as RFC 8030 calls them.
var urgencies = map[string]string{string(inbox.Now): push.Urgent, string(inbox.Soon): "normal", string(inbox.Calm): "low"}

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
		ID: strconv.FormatInt(p.message, 10), Kind: p.kind, Title: p.subject, Body: shorten(p.body, most), URL: path(p.message, p.link, lang), Tag: topicOf(p.thread), Again: p.again,
		Urgent: p.urgency == string(inbox.Now), Unread: p.unread, Lang: string(lang), At: p.at.UnixMilli(), Dies: p.dies.UnixMilli(), Receipt: s.receipt(p.id),
	}
	if p.private {
		out.Title, out.Body = words.PrivateNews.In(lang), words.PrivateBody.In(lang, s.App)
	}
	return out
}

// path is where a tap leads: to what a message is about, else to itself.
func path(message int64, about string, lang words.Lang) string {
	if about == "" {
		about = "/kotak/" + strconv.FormatInt(message, 10)
	}
	return link.Prefix(lang) + about
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
