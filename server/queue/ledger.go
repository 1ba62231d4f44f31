package queue

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// ledger is what the log of a day and its tickets add up to: the public
// state, and beside it what only the house knows.
type ledger struct {
	day     string
	state   *queue.State
	records map[int]*record  // by number
	held    map[string][]int // numbers by person
	keys    map[string]int   // number by requester and key
	acts    map[string]act   // the last one of each counter
	turned  map[string]turn  // of each counter
	lanes   map[queue.Lane]lane
	changed []*record    // since the last writing
	told    queue.Status // what people were told last of the day as a whole
}

// lane is how many wait in a lane, and a rank that none of them is behind.
type lane struct {
	waiting int
	last    int64
}

// act is what one command did.
type act struct {
	first  int64 // version of its first event
	events []queue.Event
}

// turn is who is at a counter, and since which version.
type turn struct {
	number int
	since  int64
}

// record is a ticket as its row has it.
type record struct {
	id, day, person, requester, key string
	payer                           queue.Payer
	now                             queue.Ticket
	times                           times
	past                            []times // before the latest events, for an undo
	holder                          *holder // of one that was not written yet
	promised                        queue.Promise
	changed                         bool
	counter                         string // where it is in the row, when called or served there

	account, whom string // who is told of it, in the app; and the member of the family it is for
	from          string // number they came with from another queue; "" for none
	sent          bool   // an officer sent them; else the visit went on
	nearest       int    // least people before it that were told; -1 for none yet
}

// times are when things happened to a ticket, in ms; 0 for not yet.
type times struct{ present, called, began, ended int64 }

func newLedger(day string, first *queue.State) *ledger {
	l := &ledger{
		day: day, state: first, records: map[int]*record{}, held: map[string][]int{}, keys: map[string]int{},
		acts: map[string]act{}, turned: map[string]turn{}, lanes: map[queue.Lane]lane{}, told: first.Head.Status,
	}
	for _, t := range first.Tickets {
		l.moves(t, "")
	}
	return l
}

// moves counts a ticket where it stands now.
func (l *ledger) moves(t queue.Ticket, from queue.Stage) {
	in := l.lanes[t.Lane]
	if from == queue.Waiting {
		in.waiting--
	}
	if t.Stage == queue.Waiting {
		in.waiting++
		in.last = max(in.last, t.Rank)
	}
	l.lanes[t.Lane] = in
}

// ahead is how many are called before a number that was just taken. Whoever
// takes one is usually behind all others of the lane, and so need not look
// at each of them.
func (l *ledger) ahead(t queue.Ticket) int {
	in := l.lanes[t.Lane]
	if in.last > t.Rank {
		ahead, _ := l.state.Position(t.Number)
		return ahead
	}
	return l.state.Before(t.Lane, in.waiting-1, l.state.Waiting()-in.waiting)
}

func wishKey(requester, key string) string { return requester + "\x00" + key }

// keep takes a ticket into the ledger.
func (l *ledger) keep(number int, r *record) {
	r.day = l.day
	l.records[number] = r
	l.keys[wishKey(r.requester, r.key)] = number
	if r.person != "" {
		l.held[r.person] = append(l.held[r.person], number)
	}
}

// note follows an event that the state has already been brought to.
func (l *ledger) note(e logged) {
	if c := e.Counter; c != nil && l.turned[c.ID].number != c.Number {
		l.turned[c.ID] = turn{c.Number, e.Version}
	}
	if e.counter != "" && e.Kind != queue.Seat {
		a := l.acts[e.counter]
		if a.first != e.act {
			a = act{first: e.act}
		}
		a.events = append(a.events, e.Event)
		l.acts[e.counter] = a
	}
	if e.Ticket == nil {
		return
	}
	l.moves(*e.Ticket, e.From)
	r := l.records[e.Ticket.Number]
	if r == nil {
		return // of a ticket that was erased
	}
	r.follow(e.Event)
	if !r.changed {
		r.changed = true
		l.changed = append(l.changed, r)
	}
}

// mostPast is how many acts on one ticket can be undone one after the other;
// all of them happened within seconds.
const mostPast = 8

// follow brings the record to where an event left it.
func (r *record) follow(e queue.Event) {
	r.now = *e.Ticket
	if e.Kind == queue.Undone {
		if n := len(r.past); n > 0 {
			r.times, r.past = r.past[n-1], r.past[:n-1]
		}
		return
	}
	r.past = append(r.past, r.times)
	if len(r.past) > mostPast {
		r.past = slices.Clone(r.past[1:])
	}
	switch {
	case !r.now.Present:
		r.times.present = 0
	case r.times.present == 0:
		r.times.present = e.At
	}
	switch e.Kind {
	case queue.WasCalled:
		r.times.called, r.times.began = e.At, 0
	case queue.WasRecalled:
		r.times.called = e.At
	case queue.Began:
		r.times.began = e.At
	}
	r.times.ended = 0
	if !r.now.Stage.Live() {
		r.times.ended = max(r.now.Since, r.times.called, r.times.began) // of one that was forgotten, as near as can be
	}
}

// at is the counter a ticket holds.
func (r *record) at() string {
	if r.now.Stage.AtCounter() {
		return r.now.Counter
	}
	return ""
}

// decide carries out wishes in turn. A fault answers only the wish it is
// about. When what was decided cannot be written, the ledger is of no use
// any more.
func (l *ledger) decide(wishes []*asked, now time.Time) *batch {
	b := &batch{ledger: l, wishes: wishes, answers: make([]outcome, len(wishes)), from: l.state.Version, state: l.state}
	for i, a := range wishes {
		got, err := l.one(a.wish, now, b)
		b.answers[i] = outcome{got, err}
	}
	b.to, b.changed = l.state.Version, l.changed
	l.changed = nil
	return b
}

// one carries out one wish.
func (l *ledger) one(w wish, now time.Time, b *batch) (done, error) {
	if w.Action == queue.Take {
		if n, ok := l.keys[wishKey(w.holder.requester, w.holder.key)]; ok {
			got := done{ticket: l.records[n].id, number: n, label: l.state.Label(n), version: l.state.Version}
			if t, live := l.state.Ticket(n); live {
				got.given = given{Ticket: t, wait: queue.Range{Unknown: true}}
				if ahead, waits := l.state.Position(n); waits {
					got.given.ahead, got.given.wait = ahead, promiseOf(l.state, n, ahead, now).Range
				}
			}
			return got, nil
		}
	}
	if err := l.fill(&w, now); err != nil {
		return done{}, err
	}
	events, err := l.state.Do(w.Command, now)
	if err != nil {
		return done{}, err
	}
	got := done{number: w.Number, events: events, epoch: l.state.Epoch}
	for _, e := range events {
		if e.Kind == queue.Took {
			l.keep(e.Ticket.Number, l.taken(w))
		}
		if e.Ticket != nil {
			got.number = e.Ticket.Number
		}
		entry := logged{Event: e, day: l.day, act: events[0].Version, actor: w.actor, counter: w.Counter}
		if entry.body, err = json.Marshal(e); err != nil {
			return done{}, fmt.Errorf("write an event: %w", err)
		}
		l.note(entry)
		if e.Kind == queue.Took {
			ahead := l.ahead(*e.Ticket)
			promised := promiseOf(l.state, e.Ticket.Number, ahead, now)
			l.records[e.Ticket.Number].promised, got.given = promised, given{*e.Ticket, ahead, promised.Range}
		}
		b.events = append(b.events, entry)
	}
	if r := l.records[got.number]; r != nil {
		got.ticket, got.label = r.id, l.state.Label(got.number)
	}
	got.version = l.state.Version
	return got, nil
}

// taken is the record of a new ticket.
func (l *ledger) taken(w wish) *record {
	h := w.holder
	r := &record{
		id: vault.Token(), person: h.person, requester: h.requester, key: h.key, payer: w.Payer, holder: h,
		account: h.account, from: h.from, sent: strings.HasPrefix(h.key, "move:"), nearest: -1,
	}
	if h.member != "" {
		r.whom = h.name
	}
	return r
}

// fill adds to a command what only the ledger knows.
func (l *ledger) fill(w *wish, now time.Time) error {
	switch w.Action {
	case queue.Take:
		if w.Payer = w.holder.payer; w.Payer == "" {
			w.Payer = queue.Other
		}
		for _, n := range l.held[w.holder.person] {
			_, live := l.state.Ticket(n)
			if r := l.records[n]; live || w.since > 0 && r.times.ended > w.since && r.now.Stage != queue.Cancelled {
				return fault.New(fault.Conflict, "ticket_twice")
			}
		}
	case queue.Cancel, queue.Retract:
		if r := l.records[w.Number]; r != nil {
			w.Payer = r.payer
		}
	case queue.Return:
		if r := l.records[w.Number]; r != nil {
			late := r.now
			w.Late = &late
		}
	case queue.Undo:
		return l.undone(w, now)
	case queue.CallNext, queue.CallNumber, queue.Recall, queue.Begin, queue.Finish, queue.Skip, queue.NotPresent:
		if w.seen != 0 && w.seen < l.turned[w.Counter].since {
			return fault.New(fault.Conflict, "seen_changed")
		}
	}
	return nil
}

// undone finds what a counter did last.
func (l *ledger) undone(w *wish, now time.Time) error {
	last := l.acts[w.Counter]
	if w.act != 0 && w.act != last.first {
		return fault.New(fault.Conflict, "undo_changed")
	}
	for _, e := range last.events {
		switch {
		case e.Was == nil || e.Kind == queue.Undone:
			return fault.New(fault.Conflict, "undo_nothing")
		case now.UnixMilli()-e.At > queue.UndoFor.Milliseconds():
			return fault.New(fault.Conflict, "undo_late")
		}
	}
	w.Events = last.events
	return nil
}
