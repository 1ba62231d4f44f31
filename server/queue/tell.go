package queue

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	contract "rumah/shared/inbox"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Teller words what holders of numbers are told, and tells their open apps.
type Teller interface {
	Records(ctx context.Context, notes []inbox.Note) ([]inbox.Record, error)
	Post(ctx context.Context, db bun.IDB, notes ...inbox.Note) (told []string, err error)
	Told(people []string)
}

// about is what messages say of a queue beside what its state knows.
type about struct {
	name, place, agency string
	last                bool // nobody is sent on from here
}

// aboutFresh is how long a renamed queue is told by its old name.
const aboutFresh = 5 * time.Minute

func (s *Service) about(ctx context.Context, day string) (about, error) {
	return s.memos.about.get(day, s.now(), aboutFresh, func() (a about, err error) {
		err = s.db.Raw().QueryRow(ctx, `
SELECT q.name, p.name, p.agency_id, q.next_id IS NULL FROM queue_days d JOIN queues q ON q.id = d.queue_id JOIN places p ON p.id = q.place_id WHERE d.id = $1`, day).
			Scan(&a.name, &a.place, &a.agency, &a.last)
		if err != nil {
			return a, fmt.Errorf("read what a queue is called: %w", err)
		}
		return a, nil
	})
}

// compose words what the holders of a batch's numbers are told. It stands in
// the statement that writes the batch, so that nobody is told what did not
// happen, and nothing happens that nobody is told.
func (s *Service) compose(ctx context.Context, b *batch) error {
	if s.Inbox == nil || len(b.events) == 0 {
		return nil
	}
	tales := b.ledger.tales(b.events, s.now())
	if len(tales) == 0 {
		return nil
	}
	a, err := s.about(ctx, b.ledger.day)
	if err != nil {
		return err
	}
	if !a.last { // the visit goes on
		tales = slices.DeleteFunc(tales, func(t tale) bool { return t.kind == contract.VisitOver })
	}
	notes := make([]inbox.Note, len(tales))
	for i, t := range tales {
		notes[i] = s.note(a, b.state, t)
	}
	if b.told, err = s.Inbox.Records(ctx, notes); err != nil {
		return err
	}
	for i, t := range tales {
		b.told[i].Day, b.told[i].Ahead = b.ledger.day, t.only
	}
	return nil
}

// tale is something that the holder of a number is told.
type tale struct {
	*record
	kind   contract.Kind
	key    string
	at     time.Time
	reason string
	when   queue.When // it is called; unknown when nobody can say
	only   *int       // people before them: told to those only who want to hear so early
}

// tales are what the holders of numbers are told of some events, which the
// ledger has noted already.
func (l *ledger) tales(events []logged, now time.Time) []tale {
	var list []tale
	moved, stopped := false, l.state.Head.Status == queue.Stopped
	for _, e := range events {
		at := time.UnixMilli(e.At).UTC()
		if e.Kind == queue.HeadChanged {
			list = append(list, l.headTales(e, at, now)...)
			continue
		}
		if e.Ticket == nil {
			continue
		}
		moved = moved || e.From == queue.Waiting && e.Ticket.Stage != queue.Waiting
		r := l.records[e.Ticket.Number]
		kind := kindOf(e, r, stopped)
		if r == nil || r.account == "" || kind == "" {
			continue
		}
		t := tale{record: r, kind: kind, key: string(kind) + ":" + r.id + ":" + strconv.FormatInt(e.Version, 10), at: at, reason: l.state.Head.Reason}
		switch {
		case e.Kind == queue.Took: // in the rush of an opening nobody looks at the line twice
			t.when = queue.When{From: r.promised.At, Wait: r.promised.Range}
		case e.Ticket.Stage == queue.Waiting:
			t.when = l.when(*e.Ticket, now)
		}
		list = append(list, t)
	}
	if moved && l.state.Head.Status == queue.Open {
		list = append(list, l.near(now)...)
	}
	return list
}

// kindOf is what a number's holder is told of an event; "" for nothing: they
// did it themselves, or it will be told in another way.
func kindOf(e logged, r *record, stopped bool) contract.Kind {
	switch e.Kind {
	case queue.Took:
		switch {
		case r == nil:
			return ""
		case r.from == "":
			return contract.TicketTaken
		case r.sent:
			return contract.TicketMoved
		}
		return contract.TicketOnward
	case queue.WasCalled, queue.WasRecalled:
		return contract.TicketCalled
	case queue.WasSkipped:
		return contract.TicketSkipped
	case queue.WasAbsent:
		return contract.TicketAbsent
	case queue.Finished:
		return contract.VisitOver
	case queue.PutBack:
		return contract.TicketBack
	case queue.LeftOver:
		if stopped {
			return contract.QueueCancelled
		}
		return contract.TicketUnserved
	case queue.Undone:
		if e.Ticket.Stage == queue.Waiting && e.From != queue.Waiting {
			return contract.TicketBack
		}
	}
	return ""
}

// headTales tell everybody who waits that the queue rests, or goes on.
func (l *ledger) headTales(e logged, at, now time.Time) []tale {
	var kind contract.Kind
	switch was := l.told; {
	case e.Head.Status == queue.Paused && was != queue.Paused:
		kind = contract.QueuePaused
	case e.Head.Status == queue.Open && was == queue.Paused:
		kind = contract.QueueResumed
	}
	l.told = e.Head.Status
	if kind == "" {
		return nil
	}
	var list []tale
	for _, t := range l.state.Tickets {
		if r := l.records[t.Number]; r != nil && r.account != "" && (t.Stage == queue.Waiting || t.Stage == queue.Away) {
			list = append(list, tale{record: r, kind: kind, key: string(kind) + ":" + r.id + ":" + strconv.FormatInt(e.Version, 10), at: at, reason: e.Head.Reason, when: l.when(t, now)})
		}
	}
	return list
}

// when is the forecast for a number.
func (l *ledger) when(t queue.Ticket, now time.Time) queue.When {
	stand, waits := l.state.StandingOf(t.Number, now)
	if !waits {
		return queue.When{Wait: queue.Range{Unknown: true}}
	}
	return l.state.When(stand, now)
}

// soonest is how long before a booked time its holder is told that few people
// go before them: earlier those people say nothing.
const soonest = 30 * time.Minute

// near tells those at the front how many go before them. Each place is told
// once: who wants to hear it is known where it is written.
func (l *ledger) near(now time.Time) []tale {
	order := l.state.Order()
	var list []tale
	for ahead, t := range order[:min(len(order), contract.MostNear+1)] {
		r := l.records[t.Number]
		if r == nil || r.account == "" || r.nearest >= 0 && ahead >= r.nearest {
			continue
		}
		stand, _ := l.state.StandingOf(t.Number, now)
		if stand.Closed && stand.Opens > soonest {
			continue
		}
		r.nearest = ahead
		told := tale{record: r, kind: contract.TicketNear, key: string(contract.TicketNear) + ":" + r.id, at: now.UTC(), when: l.state.When(stand, now), only: &ahead}
		if ahead == 0 {
			told.kind, told.key = contract.TicketNext, string(contract.TicketNext)+":"+r.id
		}
		list = append(list, told)
	}
	return list
}

// note is a tale as the inbox takes it.
func (s *Service) note(a about, state *queue.State, t tale) inbox.Note {
	n := inbox.Note{Person: t.account, Kind: t.kind, Thread: "ticket:" + t.id, Key: t.key, Agency: a.agency, Link: "/antrean/" + t.id, At: t.at}
	ticket, called, counter := t.now, t.times.called, ""
	if c, ok := state.Counter(ticket.Counter); ok {
		counter = c.Name
	}
	label, date := state.Label(ticket.Number), calendar.DateOf(time.UnixMilli(state.Head.Opens).In(s.loc))
	ahead := ""
	if t.only != nil {
		ahead = strconv.Itoa(*t.only)
	} else if t.kind == contract.TicketBack {
		people, _ := state.Position(ticket.Number)
		ahead = strconv.Itoa(people)
	}
	when := ""
	if w := t.when; !w.Wait.Unknown && !w.From.IsZero() {
		from, to := w.Wait.Likely().Times(w.From.In(s.loc))
		when = words.Span(from, to)
	}
	n.Values = func(lang words.Lang) map[string]string {
		v := map[string]string{
			"nomor": label, "antrean": a.name, "tempat": a.place, "loket": counter, "sisa": ahead, "alasan": t.reason, "kira": when, "hari": words.Day(lang, date),
		}
		if t.from != "" {
			v["nomor"], v["nomor_baru"], v["ke"] = t.from, label, a.name
		}
		if called != 0 {
			v["jam"] = words.Clock(time.UnixMilli(called).In(s.loc))
		}
		if t.whom != "" {
			v["untuk"] = words.ToldFor.In(lang, t.whom)
		}
		return v
	}
	return n
}

// tell tells the open apps of those who were told something.
func (s *Service) tell(b *batch) {
	if len(b.told) == 0 {
		return
	}
	var people []string
	for _, r := range b.told {
		if !slices.Contains(people, r.Person) {
			people = append(people, r.Person)
		}
	}
	s.Inbox.Told(people)
}

// strand tells somebody whose visit goes on in a queue that has no number
// for them, and what to do; once.
func (s *Service) strand(ctx context.Context, t traveller, next string) error {
	if s.Inbox == nil || t.holder.account == "" {
		return nil
	}
	var name, place, agency string
	err := s.db.Raw().QueryRow(ctx, `SELECT q.name, p.name, p.agency_id FROM queues q JOIN places p ON p.id = q.place_id WHERE q.id = $1`, next).Scan(&name, &place, &agency)
	if err != nil {
		return fmt.Errorf("read what a queue is called: %w", err)
	}
	whom := ""
	if t.holder.member != "" {
		whom = t.holder.name
	}
	return s.post(ctx, inbox.Note{
		Person: t.holder.account, Kind: contract.TicketStranded, Thread: "ticket:" + t.id, Key: string(contract.TicketStranded) + ":" + t.id, Agency: agency, Link: "/antrean/" + t.id, At: s.now().UTC(),
		Values: func(lang words.Lang) map[string]string {
			v := map[string]string{"nomor": t.holder.from, "tempat": place, "ke": name}
			if whom != "" {
				v["untuk"] = words.ToldFor.In(lang, whom)
			}
			return v
		},
	})
}
