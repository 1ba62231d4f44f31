package queue

import (
	"context"
	"errors"
	"fmt"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

const (
	// namesKept is how many days after its day a number still says whose it
	// was: long enough for a complaint about a visit. What stays is a number
	// with its times, for the figures.
	namesKept = 42
	// ownKept is how many days people find their past numbers in the app.
	ownKept = 366
	// lookBack is how many days before that are looked at again, for a house
	// that was closed for a while.
	lookBack = 400
)

// Forget ends the numbers of somebody whose account was closed, and takes
// from all of them who it was. Whoever stands at a counter is served as a
// number without a name. Until all is done Sweep goes on with it.
func (s *Service) Forget(ctx context.Context, account string) error {
	rows, err := s.db.Raw().Query(ctx, `SELECT id, day_id, number FROM tickets WHERE account_id = $1 AND stage IN ('waiting', 'away', 'skipped')`, account)
	if err != nil {
		return fmt.Errorf("find the numbers of a closed account: %w", err)
	}
	defer rows.Close()
	type live struct {
		id, day string
		number  int
	}
	var list []live
	for rows.Next() {
		var t live
		if err := rows.Scan(&t.id, &t.day, &t.number); err != nil {
			return fmt.Errorf("find the numbers of a closed account: %w", err)
		}
		list = append(list, t)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("find the numbers of a closed account: %w", err)
	}
	for _, t := range list {
		_, err := s.do(ctx, t.day, wish{Command: queue.Command{Action: queue.Cancel, Number: t.number}})
		if err != nil && !fault.Is(err, fault.Conflict) { // it was called or ended meanwhile
			return fmt.Errorf("end a number of a closed account: %w", err)
		}
	}
	_, err = s.db.Raw().Exec(ctx, `
WITH t AS (
  UPDATE tickets SET holder = '', person = NULL, account_id = NULL, member_id = NULL, age = NULL, ground = '',
    requester = CASE WHEN requester = 'person:' || $1 THEN 'gone' ELSE requester END,
    request_key = CASE WHEN requester = 'person:' || $1 THEN id ELSE request_key END
  WHERE account_id = $1 AND stage NOT IN ('waiting', 'away', 'skipped') RETURNING day_id)
UPDATE queue_events SET actor = 'gone' WHERE actor = $1 AND day_id IN (SELECT day_id FROM t)`, account)
	if err != nil {
		return fmt.Errorf("forget whose numbers they were: %w", err)
	}
	return nil
}

// forgetPeople takes the people from numbers whose time is over: of those who
// closed their account, and after some weeks of everybody.
func (s *Service) forgetPeople(ctx context.Context) error {
	return errors.Join(s.forgetClosed(ctx), s.forgetOld(ctx))
}

// forgetClosed goes on with what was begun when accounts were closed.
func (s *Service) forgetClosed(ctx context.Context) error {
	var closed []string
	err := s.db.Raw().QueryRow(ctx, `
SELECT coalesce(array_agg(id), '{}') FROM people p
WHERE closed_at IS NOT NULL AND EXISTS (SELECT FROM tickets t WHERE t.account_id = p.id)`).Scan(&closed)
	if err != nil {
		return fmt.Errorf("find closed accounts with numbers: %w", err)
	}
	for _, account := range closed {
		if err := s.Forget(ctx, account); err != nil {
			return err
		}
	}
	return nil
}

// forgetOld is done once a day in each process; more would find nothing.
func (s *Service) forgetOld(ctx context.Context) error {
	today := s.today()
	s.mu.Lock()
	done := s.forgotten == today
	s.mu.Unlock()
	if done {
		return nil
	}
	for _, old := range []struct {
		sql  string
		kept int
	}{
		{`UPDATE tickets t SET holder = '', person = NULL, age = NULL, ground = '' FROM queue_days d
WHERE d.id = t.day_id AND d.date >= $1::date AND d.date < $2::date AND (t.holder <> '' OR t.person IS NOT NULL OR t.age IS NOT NULL OR t.ground <> '')`, namesKept},
		{`UPDATE tickets t SET account_id = NULL, member_id = NULL, requester = CASE WHEN requester = 'person:' || account_id THEN 'gone' ELSE requester END,
  request_key = CASE WHEN requester = 'person:' || account_id THEN t.id ELSE request_key END FROM queue_days d
WHERE d.id = t.day_id AND d.date >= $1::date AND d.date < $2::date AND t.account_id IS NOT NULL`, ownKept},
	} {
		last := today.Add(-old.kept)
		if _, err := s.db.Raw().Exec(ctx, old.sql, string(last.Add(-lookBack)), string(last)); err != nil {
			return fmt.Errorf("forget who held old numbers: %w", err)
		}
	}
	s.mu.Lock()
	s.forgotten = today
	s.mu.Unlock()
	return nil
}

// Numbers are all that somebody took in the app, for the copy of what the
// house knows of them.
func (s *Service) Numbers(ctx context.Context, account string) ([]queue.Pass, error) {
	rows, err := s.passes(ctx, `t.account_id = $1 ORDER BY t.taken_at DESC, t.id DESC`, account)
	if err != nil {
		return nil, err
	}
	list := make([]queue.Pass, len(rows))
	for i, row := range rows {
		list[i] = s.pass(row)
	}
	return list, nil
}
