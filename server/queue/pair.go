package queue

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/shared/fault"
)

// half is what is wished of one of two days, at the moment it is decided.
type half struct {
	day  string
	wish func(at time.Time) wish
}

// part is a half being carried out.
type part struct {
	*runner
	half  half
	batch *batch
}

// both carries out a wish in each of two days, or none of them: one
// transaction writes both logs, so that nobody is between two queues,
// whatever breaks. The one that is more often refused comes first: it costs
// nothing then. Fault: those of either half.
func (s *Service) both(ctx context.Context, first, second half) (a, b done, err error) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), writeTime)
	defer stop()
	parts := []*part{{runner: s.runner(first.day), half: first}, {runner: s.runner(second.day), half: second}}
	inTurn := parts // always in the same order, or two of them would wait for each other
	if first.day > second.day {
		inTurn = []*part{parts[1], parts[0]}
	}
	for _, p := range inTurn {
		if err := p.hold(ctx); err != nil {
			return a, b, err
		}
		defer p.release()
	}
	if err := s.together(ctx, parts); err != nil {
		return a, b, err
	}
	for _, p := range parts {
		p.publish(p.batch)
	}
	return parts[0].batch.answers[0].done, parts[1].batch.answers[0].done, nil
}

// together writes the parts, however often its connection breaks.
func (s *Service) together(ctx context.Context, parts []*part) (err error) {
	var unsure [][]*batch // of tries that broke, perhaps after the writing
	for range tries {
		if err = s.attempt(ctx, parts, unsure); !lost(err) {
			break
		}
		if parts[0].batch != nil && parts[1].batch != nil {
			unsure = append(unsure, []*batch{parts[0].batch, parts[1].batch})
		}
	}
	if refused := refusal(err); refused != nil {
		return refused
	}
	return err
}

// attempt decides and writes the parts once. What was decided and is not
// written is forgotten.
func (s *Service) attempt(ctx context.Context, parts []*part, unsure [][]*batch) error {
	dirty := false
	defer func() {
		for _, p := range parts {
			if dirty {
				p.ledger = nil
			}
		}
	}()
	tx, err := s.lockedDays(ctx, parts)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }() // after a commit it does nothing
	for _, tried := range unsure {
		there, err := tried[0].written(ctx, tx)
		if err != nil {
			return err
		}
		if there {
			for i, p := range parts {
				tried[i].state, p.batch = p.ledger.state, tried[i]
			}
			return nil
		}
	}
	at := s.now()
	for _, p := range parts {
		was := dirty
		dirty = true
		p.batch = p.ledger.decide([]*asked{{wish: p.half.wish(at), ctx: ctx, answer: make(chan outcome, 1)}}, at)
		err := p.batch.answers[0].err
		if err == nil && len(p.batch.events) == 0 { // a wish of the same key was done before, whatever became of it
			err = fault.New(fault.Conflict, "seen_changed")
		}
		if err != nil {
			dirty = was // a refusal changes nothing
			return err
		}
		if err := s.compose(ctx, p.batch); err != nil {
			return err
		}
		if err := p.batch.write(ctx, tx); err != nil {
			return err
		}
	}
	if err := tx.Commit(ctx); err != nil {
		return fmt.Errorf("commit two queue-days: %w", err)
	}
	dirty = false
	return nil
}

// lockedDays keeps other instances away from the days of the parts, and
// brings what is known of them up to date.
func (s *Service) lockedDays(ctx context.Context, parts []*part) (pgx.Tx, error) {
	tx, err := s.db.Raw().Begin(ctx)
	if err == nil {
		days := columnOf(parts, func(p *part) string { return p.day })
		_, err = tx.Exec(ctx, `SELECT FROM queue_days WHERE id = ANY ($1) ORDER BY id FOR UPDATE`, days)
	}
	if err != nil {
		err = fmt.Errorf("lock two queue-days: %w", err)
	}
	for _, p := range parts {
		p.batch = nil
		if err == nil {
			err = p.refresh(ctx, tx)
		}
	}
	if err != nil && tx != nil {
		_ = tx.Rollback(context.WithoutCancel(ctx))
	}
	return tx, err
}
