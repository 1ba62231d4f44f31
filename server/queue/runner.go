package queue

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// runner is a queue-day in this process: what is known of it, and the wishes
// that wait. Wishes that come while others are being written are written
// together, so a thousand people in one minute cost few transactions.
//
// What is known is a cache. The statement that writes asks for the version it
// was decided on, so a cache that is behind, because another instance was
// faster, is never written from.
type runner struct {
	s    *Service
	day  string
	snap atomic.Pointer[snapshot] // as readers see it
	busy chan struct{}            // holds one token: who has it may use ledger
	// ledger is nil when nothing is known, or nothing for certain.
	ledger    *ledger
	contested time.Time // when another instance was faster

	mu      sync.Mutex
	waiting []*asked
	working bool
	used    time.Time
}

// snapshot is what readers see of a day. The state that is written from is
// not theirs: they get a copy, made for the first of them, so that the rush
// of an opening copies nothing that nobody looks at.
type snapshot struct {
	version int64
	checked time.Time    // when it was the present for certain
	state   *queue.State // nobody changes it any more; nil before somebody asked
}

// fresh reports whether a snapshot may be taken for the present.
func (s *snapshot) fresh() bool { return s != nil && time.Since(s.checked) < fresh }

// copied is the state of the ledger for readers; whoever calls holds the
// runner.
func (l *runner) copied() *queue.State {
	was := l.snap.Load()
	snap := &snapshot{version: was.version, checked: was.checked, state: l.ledger.state.Clone()}
	l.snap.CompareAndSwap(was, snap) // else it is no longer fresh
	return snap.state
}

// asked is a wish and where its answer goes.
type asked struct {
	wish
	ctx    context.Context
	answer chan outcome
}

type outcome struct {
	done done
	err  error
}

// runner is the one of a day, new when nobody asked for it lately.
func (s *Service) runner(day string) *runner {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.runners[day]
	if l == nil {
		l = &runner{s: s, day: day, busy: make(chan struct{}, 1)}
		s.runners[day] = l
	}
	l.used = time.Now()
	return l
}

// forget drops a day that does not exist.
func (s *Service) forget(day string, l *runner, err error) {
	if !fault.Is(err, fault.Unknown) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.runners[day] == l {
		delete(s.runners, day)
	}
}

// idle is how long a day is kept in memory after its last use.
const idle = 2 * time.Hour

// tidy drops the days that nobody has asked for in a while. One that is asked
// for at this moment may be known twice for a moment, which costs a read.
func (s *Service) tidy() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for day, l := range s.runners {
		if time.Since(l.used) > idle {
			delete(s.runners, day)
		}
	}
}

func (l *runner) hold(ctx context.Context) error {
	select {
	case l.busy <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), fault.Broken, "broken")
	}
}

func (l *runner) release() { <-l.busy }

// most is how many wishes are written together.
const most = 256

// writeTime bounds one writing, with all its tries.
const writeTime = 20 * time.Second

// add lets a wish wait for its turn. Somebody works only while there is work.
func (l *runner) add(a *asked) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = append(l.waiting, a)
	if !l.working {
		l.working = true
		go l.work()
	}
}

func (l *runner) work() {
	for {
		l.mu.Lock()
		batch := l.waiting[:min(most, len(l.waiting))]
		l.waiting = l.waiting[len(batch):]
		l.working = len(batch) > 0
		l.mu.Unlock()
		if len(batch) == 0 {
			return
		}
		l.together(batch)
	}
}

// together writes wishes in one go; nobody is left without an answer.
func (l *runner) together(batch []*asked) {
	ctx, stop := context.WithTimeout(context.Background(), writeTime)
	defer stop()
	l.busy <- struct{}{}
	defer l.release()
	defer func() {
		if cause := recover(); cause != nil {
			l.ledger = nil
			l.s.Log.Error("queue-day panicked", "day", l.day, "cause", cause, "stack", string(debug.Stack()))
			answerAll(batch, fault.New(fault.Broken, "broken"))
		}
	}()
	wanted := batch[:0]
	for _, a := range batch {
		if a.ctx.Err() == nil { // else whoever wished it has gone
			wanted = append(wanted, a)
		}
	}
	if len(wanted) > 0 {
		l.carryOut(ctx, wanted)
	}
}

func answerAll(batch []*asked, err error) {
	for _, a := range batch {
		select {
		case a.answer <- outcome{err: err}:
		default: // has one
		}
	}
}

// carryOut decides and writes. What the database refuses as a whole is tried
// one by one, so that only the guilty wish is answered with it.
func (l *runner) carryOut(ctx context.Context, wishes []*asked) {
	err := l.write(ctx, wishes)
	if err == nil {
		return
	}
	l.ledger = nil
	refused := refusal(err)
	switch {
	case refused != nil && len(wishes) == 1:
		answerAll(wishes, refused)
	case len(wishes) > 1 && (refused != nil || errors.Is(err, errApart)):
		for _, a := range wishes {
			l.carryOut(ctx, []*asked{a})
		}
	default:
		answerAll(wishes, err)
		l.s.forget(l.day, l, err)
	}
}

// tries are how often a batch is decided. They follow each other at once:
// whoever waits is told to try again before long.
const tries = 4

// contest is how long after another instance was faster this one locks a day
// before it decides. Otherwise it decides on what it knows, and the writing
// finds out.
const contest = 2 * time.Second

func (l *runner) write(ctx context.Context, wishes []*asked) error {
	var unsure []*batch // whose connection broke, perhaps after the writing
	for range tries {
		b, err := l.attempt(ctx, wishes, unsure)
		switch {
		case err == nil:
			l.publish(b)
			return nil
		case lost(err):
			l.ledger = nil
			if b != nil && len(b.events) > 0 {
				unsure = append(unsure, b)
			}
		case errors.Is(err, errBehind):
			l.ledger, l.contested = nil, time.Now()
		case !errors.Is(err, errAgain):
			return err
		}
	}
	return fmt.Errorf("write queue-day %s: gave up after %d tries", l.day, tries)
}

// attempt decides all wishes and writes what comes of them. The answers are
// not given yet.
func (l *runner) attempt(ctx context.Context, wishes []*asked, unsure []*batch) (*batch, error) {
	if len(unsure) > 0 || time.Since(l.contested) < contest {
		return l.lockedAttempt(ctx, wishes, unsure)
	}
	if l.ledger == nil {
		if err := l.refresh(ctx, l.s.db.Raw()); err != nil {
			return nil, err
		}
	}
	b := l.ledger.decide(wishes, l.s.now())
	switch {
	case len(b.events) == 0:
		return b, l.certain(ctx)
	case b.apart():
		return b, errApart
	}
	if err := l.s.compose(ctx, b); err != nil {
		return b, err
	}
	return b, l.s.write(ctx, b)
}

// certain makes sure that refusals and answers from memory are those of the
// present: another instance may have been faster.
func (l *runner) certain(ctx context.Context) error {
	if l.snap.Load().fresh() {
		return nil
	}
	version := l.ledger.state.Version
	if err := l.refresh(ctx, l.s.db.Raw()); err != nil {
		return err
	}
	if l.ledger.state.Version != version {
		return errAgain
	}
	return nil
}

// lockedAttempt keeps other instances away while it reads and decides. What
// an earlier try may have written is looked for under the lock: if it is not
// there now it will never be, for its version will be taken.
func (l *runner) lockedAttempt(ctx context.Context, wishes []*asked, unsure []*batch) (*batch, error) {
	tx, err := l.s.db.Raw().Begin(ctx)
	if err != nil {
		return nil, fmt.Errorf("lock a queue-day: %w", err)
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }() // after a commit it does nothing
	if _, err := tx.Exec(ctx, `SELECT FROM queue_days WHERE id = $1 FOR UPDATE`, l.day); err != nil {
		return nil, fmt.Errorf("lock a queue-day: %w", err)
	}
	if err := l.refresh(ctx, tx); err != nil {
		return nil, err
	}
	for _, b := range unsure {
		there, err := b.written(ctx, tx)
		if err != nil {
			return nil, err
		}
		if there {
			b.state = l.ledger.state
			return b, nil
		}
	}
	b := l.ledger.decide(wishes, l.s.now())
	if b.apart() {
		return b, errApart
	}
	if len(b.events) > 0 {
		if err := l.s.compose(ctx, b); err != nil {
			return b, err
		}
		if err := b.write(ctx, tx); err != nil {
			return b, err
		}
	}
	if err := tx.Commit(ctx); err != nil {
		return b, fmt.Errorf("commit a queue-day: %w", err)
	}
	return b, nil
}

// publish shows what was written: to readers, to who wished it, to phones.
func (l *runner) publish(b *batch) {
	if len(b.events) > 0 {
		l.snap.Store(&snapshot{version: b.state.Version, checked: time.Now()})
	}
	for i, a := range b.wishes {
		a.answer <- b.answers[i]
	}
	if len(b.events) == 0 {
		return
	}
	l.s.Publish(dayTopic+l.day, b.from, b.to, b.state.Epoch, b.bodies())
	l.s.tellPlace(l.day)
	l.s.tell(b)
}
