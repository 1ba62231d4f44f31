package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Create implements queue.API.
func (s *Service) Create(ctx context.Context, create queue.NewQueue) (queue.Setup, error) {
	if err := create.Check(); err != nil {
		return queue.Setup{}, err
	}
	id := ""
	err := s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) (err error) {
		if err := s.holdPlace(ctx, tx, create.Place); err != nil {
			return err
		}
		if id, err = newID(ctx, tx, create.Place, create.Content.Name); err != nil {
			return err
		}
		if err := fits(ctx, tx, create.Place, id, create.Content); err != nil {
			return err
		}
		return writeQueue(ctx, tx, create.Place, id, true, create.Content)
	})
	if err != nil {
		return queue.Setup{}, err
	}
	s.prepared.forget()
	return s.Setup(ctx, queue.QueueID{ID: id})
}

// Configure implements queue.API. Days that are not over follow: a quota
// never falls below what is taken; an opening that left the week is
// cancelled where nobody has a number, and else takes place; the letters of
// numbers that can already be taken stay as they are.
func (s *Service) Configure(ctx context.Context, change queue.Configure) (queue.Setup, error) {
	if err := change.Check(); err != nil {
		return queue.Setup{}, err
	}
	l, err := s.own(ctx, s.db, change.ID)
	if err != nil {
		return queue.Setup{}, err
	}
	if err := s.unseated(ctx, l, change.Content); err != nil {
		return queue.Setup{}, err
	}
	err = s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) error {
		if err := s.holdPlace(ctx, tx, l.Place.ID); err != nil {
			return err
		}
		now, err := s.own(ctx, tx, change.ID)
		switch {
		case err != nil:
			return err
		case now.Save != change.Save:
			return fault.New(fault.Conflict, "edited_meanwhile")
		}
		for i, c := range change.Content.Counters {
			if c.ID != "" && !slices.ContainsFunc(now.Content.Counters, func(o queue.CounterOf) bool { return o.ID == c.ID }) {
				return fault.Wrong(fault.Field{Name: fmt.Sprintf("content.counters.%d.name", i), Key: "choice"})
			}
		}
		if err := fits(ctx, tx, l.Place.ID, change.ID, change.Content); err != nil {
			return err
		}
		return writeQueue(ctx, tx, l.Place.ID, change.ID, true, change.Content)
	})
	if err != nil {
		return queue.Setup{}, err
	}
	return s.followed(ctx, change.ID)
}

// followed brings the days of a changed queue in line and answers how it is
// set up now.
func (s *Service) followed(ctx context.Context, id string) (queue.Setup, error) {
	s.prepared.forget()
	if err := s.alignAll(ctx, id); err != nil {
		return queue.Setup{}, err
	}
	return s.Setup(ctx, queue.QueueID{ID: id})
}

// unseated refuses to take away a counter where somebody sits. Who sits down
// in this very moment keeps the counter until they leave.
func (s *Service) unseated(ctx context.Context, l *layout, c queue.Content) error {
	var days []string
	err := s.db.NewRaw(`SELECT id FROM queue_days WHERE queue_id = ?0 AND status IN ('scheduled', 'open', 'paused') AND date BETWEEN ?1::date - 1 AND ?1::date`,
		l.ID, string(s.today())).Scan(ctx, &days)
	if err != nil {
		return fmt.Errorf("list the open days of queue %s: %w", l.ID, err)
	}
	for _, gone := range l.Content.Counters {
		if slices.ContainsFunc(c.Counters, func(o queue.CounterOf) bool { return o.ID == gone.ID }) {
			continue
		}
		for _, day := range days {
			state, err := s.state(ctx, day)
			if err != nil {
				return err
			}
			if there, _ := state.Counter(gone.ID); there.Seated {
				return fault.New(fault.Conflict, "counter_busy")
			}
		}
	}
	return nil
}

// holdPlace lets one at a time set up the queues of a place the reader looks
// after.
func (s *Service) holdPlace(ctx context.Context, tx bun.Tx, id string) error {
	var held string
	if !database.Storable(id) {
		return fault.New(fault.Unknown, "unknown")
	}
	err := tx.NewRaw(`SELECT id FROM places p WHERE `+mine+` AND id = ?0 AND retired_at IS NULL FOR NO KEY UPDATE`, append([]any{id}, scope(ctx)...)...).Scan(ctx, &held)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fault.New(fault.Unknown, "unknown")
	case err != nil:
		return fmt.Errorf("wait for place %s: %w", id, err)
	}
	return nil
}

// fits looks whether a queue goes with the others of its place.
func fits(ctx context.Context, tx bun.Tx, placeID, id string, c queue.Content) error {
	type other struct {
		ID     string `json:"id"`
		Next   string `json:"next"`
		Prefix string `json:"prefix"`
		Poli   string `json:"poli"`
		Doctor int    `json:"doctor"`
		Active bool   `json:"active"`
	}
	others, err := list[other](ctx, tx, "the queues of a place", `
SELECT coalesce(json_agg(json_build_object('id', id, 'next', coalesce(next_id, ''), 'prefix', prefix, 'poli', poli, 'doctor', doctor, 'active', active)), '[]')::text
FROM queues WHERE place_id = ? AND id <> ?`, placeID, id)
	if err != nil {
		return err
	}
	next := map[string]string{}
	for _, o := range others {
		next[o.ID] = o.Next
		switch {
		case !c.Active || !o.Active:
		case o.Prefix == c.Prefix:
			return fault.New(fault.Conflict, "prefix_taken")
		case c.Poli != "" && c.Doctor != 0 && o.Poli == c.Poli && o.Doctor == c.Doctor:
			return fault.New(fault.Conflict, "clinic_taken")
		}
	}
	for at := c.Next; at != ""; at = next[at] {
		if _, there := next[at]; !there { // another place's, or the queue itself
			return fault.Wrong(fault.Field{Name: "content.next", Key: "queue_circle"})
		}
	}
	return nil
}

// newID names a new queue after its place and itself.
func newID(ctx context.Context, tx bun.Tx, placeID, name string) (string, error) {
	const most = 50 // with the number of a counter, and a date, it stays within its limits
	base := slug(placeID + "-" + name)
	base = strings.Trim(base[:min(len(base), most)], "-")
	var id string
	err := tx.NewRaw(`
SELECT id FROM (SELECT CASE n WHEN 1 THEN ?0 ELSE ?0 || '-' || n END AS id, n FROM generate_series(1, 1000) AS n) AS t
WHERE NOT EXISTS (SELECT FROM queues q WHERE q.id = t.id) ORDER BY n LIMIT 1`, base).Scan(ctx, &id)
	if err != nil {
		return "", fmt.Errorf("name a new queue: %w", err)
	}
	return id, nil
}

// slug is a text in small letters, digits and single hyphens.
func slug(s string) string {
	parts := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(parts, "-")
}

// writeQueue makes the tables say what a queue is; edited is whether the
// house says so, and no pack.
func writeQueue(ctx context.Context, tx bun.Tx, placeID, id string, edited bool, c queue.Content) error {
	if c.Rules == nil {
		c.Rules = []queue.LaneRule{}
	}
	rules, err := json.Marshal(c.Rules)
	if err != nil {
		return fmt.Errorf("write the rules of queue %s as JSON: %w", id, err)
	}
	_, err = tx.NewRaw(`
INSERT INTO queues AS q (id, place_id, name, who, icon, prefix, active, stage, next_id, poli, doctor, share, check_in, days, before, slot_for, slot_of,
  payers, usual, rules, edited)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
ON CONFLICT (id) DO UPDATE SET place_id = excluded.place_id, name = excluded.name, who = excluded.who, icon = excluded.icon, prefix = excluded.prefix,
  active = excluded.active, stage = excluded.stage, next_id = excluded.next_id, poli = excluded.poli, doctor = excluded.doctor, share = excluded.share,
  check_in = excluded.check_in, days = excluded.days, before = excluded.before, slot_for = excluded.slot_for, slot_of = excluded.slot_of,
  payers = excluded.payers, usual = excluded.usual, rules = excluded.rules, edited = excluded.edited, save = q.save + 1, changed_at = now()`,
		id, placeID, c.Name, c.Who, c.Icon, c.Prefix, c.Active, c.Stage, c.Next, c.Poli, c.Doctor, c.Share, c.CheckIn, c.Days, c.Before, c.SlotFor, c.SlotOf,
		c.Payers, c.Usual, string(rules), edited).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write queue %s: %w", id, err)
	}
	if err := writeWeek(ctx, tx, id, c.Week); err != nil {
		return err
	}
	return writeCounters(ctx, tx, id, c.Counters)
}

func writeWeek(ctx context.Context, tx bun.Tx, id string, week []queue.Session) error {
	if week == nil {
		week = []queue.Session{}
	}
	data, err := json.Marshal(week)
	if err != nil {
		return fmt.Errorf("write the week of queue %s as JSON: %w", id, err)
	}
	_, err = tx.NewRaw(`
WITH week AS (
  SELECT * FROM json_to_recordset(?1::json) AS r(day smallint, opens smallint, closes smallint, regular int, priority int, jkn int, other int)
), gone AS (
  DELETE FROM queue_sessions WHERE queue_id = ?0 AND (day, opens) NOT IN (SELECT day, opens FROM week)
)
INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other)
SELECT ?0, day, opens, closes, regular, priority, jkn, other FROM week
ON CONFLICT (queue_id, day, opens) DO UPDATE SET closes = excluded.closes, regular = excluded.regular, priority = excluded.priority,
  jkn = excluded.jkn, other = excluded.other`, id, string(data)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write the week of queue %s: %w", id, err)
	}
	return nil
}

// writeCounters names the counters of a queue. New ones are counted on from
// all there ever were; those that are gone are kept for the numbers they
// called.
func writeCounters(ctx context.Context, tx bun.Tx, id string, counters []queue.CounterOf) error {
	var made int
	if err := tx.NewRaw(`SELECT count(*) FROM counters WHERE queue_id = ?`, id).Scan(ctx, &made); err != nil {
		return fmt.Errorf("count the counters of queue %s: %w", id, err)
	}
	named := slices.Clone(counters)
	for i := range named {
		if named[i].ID == "" {
			made++
			named[i].ID = fmt.Sprintf("%s-%02d", id, made)
		}
	}
	data, err := json.Marshal(named)
	if err != nil {
		return fmt.Errorf("write the counters of queue %s as JSON: %w", id, err)
	}
	_, err = tx.NewRaw(`
WITH here AS (
  SELECT * FROM json_to_recordset(?1::json) AS r(id text, name text)
), gone AS (
  UPDATE counters SET retired_at = now() WHERE queue_id = ?0 AND retired_at IS NULL AND id NOT IN (SELECT id FROM here)
)
INSERT INTO counters AS c (id, queue_id, name) SELECT id, ?0, name FROM here
ON CONFLICT (id) DO UPDATE SET name = excluded.name, retired_at = NULL WHERE c.queue_id = excluded.queue_id`, id, string(data)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write the counters of queue %s: %w", id, err)
	}
	return nil
}
