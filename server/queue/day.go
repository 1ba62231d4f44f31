package queue

import (
	"context"
	"strings"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// wish is a command on its way into the log of a day.
type wish struct {
	queue.Command
	actor  string  // who wants it; "" for the house itself
	holder *holder // who gets the number, of a take
	seen   int64   // version that an officer looked at; 0 does not say
	since  int64   // of a take: one of the person that ended after it counts as live, ms; 0 for none
	act    int64   // of an undo: version of the first event it takes back; 0 for the last there is
}

// holder is what is kept of somebody who takes a number.
type holder struct {
	requester, key string // one wish, one number
	via            string // "phone", "desk", "kiosk", "bpjs", "move"
	person         string // key of who holds it; "" for somebody unknown
	account        string // in the app; "" for none
	member         string // of the family; "" for the account's owner
	name           string // "" when nobody told
	age            int    // years; -1 when unknown
	ground         string
	payer          queue.Payer
	visit          string // of which it is a part; "" for none yet
	from           string // number they come with from another queue; "" for none
}

// done is what came of a wish.
type done struct {
	ticket  string        // id of the ticket it was about; "" for none
	number  int           //
	label   string        // of the number
	events  []queue.Event // empty when the same wish was done before
	version int64         // of the day, after it
	epoch   string        // of the day
	given   given         // of a take
}

// given is how a number stands that was just taken, or was by the same wish.
type given struct {
	queue.Ticket // as it is; empty for one that is over
	ahead        int
	wait         queue.Range
}

// do carries out a wish on a day: it is in the log when do returns without
// an error, and the phones are told. Fault: unknown, and those of State.Do.
//
// Whoever stops waiting before the wish was begun takes it back; one that was
// begun happens all the same, and a take is found again by its key. When the
// database is lost in the middle the answer is broken: whether it happened is
// known by asking again.
func (s *Service) do(ctx context.Context, day string, w wish) (done, error) {
	a := &asked{wish: w, ctx: ctx, answer: make(chan outcome, 1)}
	s.runner(day).add(a)
	select {
	case got := <-a.answer:
		return got.done, got.err
	case <-ctx.Done():
		return done{}, fault.Wrap(ctx.Err(), fault.Broken, "broken")
	}
}

// fresh is how long a snapshot is taken for the present without asking the
// database: another instance may have been faster by so much.
const fresh = 200 * time.Millisecond

// state is a day as it is now; not to be changed. Fault: unknown.
func (s *Service) state(ctx context.Context, day string) (*queue.State, error) {
	l := s.runner(day)
	if snap := l.snap.Load(); snap.fresh() && snap.state != nil {
		return snap.state, nil
	}
	if err := l.hold(ctx); err != nil {
		return nil, err
	}
	defer l.release()
	if snap := l.snap.Load(); l.ledger == nil || !snap.fresh() {
		if err := l.refresh(ctx, s.db.Raw()); err != nil {
			s.forget(day, l, err)
			return nil, err
		}
	} else if snap.state != nil {
		return snap.state, nil // somebody asked meanwhile
	}
	return l.copied(), nil
}

// Heard says that another instance brought the day of a topic to a version,
// so that nobody is shown an older one.
func (s *Service) Heard(topic string, version int64) {
	s.mu.Lock()
	l := s.runners[strings.TrimPrefix(topic, dayTopic)]
	s.mu.Unlock()
	if l == nil {
		return
	}
	if snap := l.snap.Load(); snap != nil && snap.version < version {
		l.snap.CompareAndSwap(snap, &snapshot{version: snap.version}) // no longer fresh
	}
}
