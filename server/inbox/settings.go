package inbox

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

func isNone(err error) bool { return errors.Is(err, pgx.ErrNoRows) || errors.Is(err, sql.ErrNoRows) }

// Settings implements inbox.API.
func (s *Service) Settings(ctx context.Context) (inbox.Settings, error) {
	set := inbox.Settings{Lang: "id", Muted: []inbox.Topic{}, Near: inbox.DefaultNear, From: 21 * 60, To: 5 * 60, Ways: s.ways(api.Actor(ctx).Staff)}
	var from, to *int
	err := s.db.Raw().QueryRow(ctx, `SELECT lang, muted, near, quiet_from, quiet_to, private, phone FROM inbox_settings WHERE person_id = $1`, api.Actor(ctx).ID).
		Scan(&set.Lang, &set.Muted, &set.Near, &from, &to, &set.Private, &set.Phone)
	if err != nil && !isNone(err) {
		return set, fmt.Errorf("read settings: %w", err)
	}
	if from != nil && to != nil {
		set.Quiet, set.From, set.To = true, s.local(*from), s.local(*to)
	}
	return set, nil
}

// ways are how this house can reach a citizen, or one of its staff.
func (s *Service) ways(staff bool) []inbox.Way {
	ways := []inbox.Way{inbox.ByPush}
	switch {
	case staff && s.Ways.Email != nil:
		ways = append(ways, inbox.ByMail)
	case !staff && s.texts():
		ways = append(ways, inbox.ByPhone)
	}
	return ways
}

const dayMinutes = 24 * 60

// offset is what the regency's clock is ahead of UTC, in minutes. Indonesia
// knows no summer time, so it is the same all year.
func (s *Service) offset() int {
	_, seconds := s.now().In(s.loc).Zone()
	return seconds / 60
}

func (s *Service) local(minute int) int {
	return (minute + s.offset() + dayMinutes) % dayMinutes
}

func (s *Service) universal(minute int) int {
	return (minute - s.offset() + dayMinutes) % dayMinutes
}

// Configure implements inbox.API.
func (s *Service) Configure(ctx context.Context, in inbox.Configure) (inbox.Settings, error) {
	var from, to *int
	if in.Quiet {
		f, t := s.universal(in.From), s.universal(in.To)
		from, to = &f, &t
	}
	muted := make([]string, len(in.Muted))
	for i, t := range in.Muted {
		muted[i] = string(t)
	}
	_, err := s.db.Raw().Exec(ctx, `
INSERT INTO inbox_settings (person_id, lang, muted, near, quiet_from, quiet_to, private, phone, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (person_id) DO UPDATE SET lang = $2, muted = $3, near = $4, quiet_from = $5, quiet_to = $6, private = $7, phone = $8, changed_at = $9`,
		api.Actor(ctx).ID, in.Lang, muted, max(1, in.Near), from, to, in.Private, in.Phone, s.now())
	if err != nil {
		return inbox.Settings{}, fmt.Errorf("save settings: %w", err)
	}
	return s.Settings(ctx)
}

// Receipt implements inbox.API.
func (s *Service) Receipt(ctx context.Context, in inbox.Receipt) error {
	id, ok := s.unreceipt(in.Receipt)
	if !ok {
		return fault.New(fault.Unknown, "unknown")
	}
	_, err := s.db.Raw().Exec(ctx, `
UPDATE deliveries SET shown_at = coalesce(shown_at, $2), opened_at = CASE WHEN $3 THEN coalesce(opened_at, $2) ELSE opened_at END WHERE id = $1`, id, s.now(), in.Opened)
	if err != nil {
		return fmt.Errorf("note a receipt: %w", err)
	}
	return nil
}

// glance is how soon after a look another one is the same: a page that loads
// again, a phone that was turned.
const glance = 10 * time.Second

// Looked implements inbox.API.
func (s *Service) Looked(ctx context.Context, in inbox.Look) (inbox.Looked, error) {
	topic, _, _ := strings.Cut(in.Thread, ":")
	state := sha256.Sum256([]byte(in.State))
	now := s.now()
	var news bool
	err := s.db.Raw().QueryRow(ctx, `
WITH before AS (SELECT state, at FROM looks WHERE person_id = $1 AND thread = $2),
seen AS (
  INSERT INTO looks AS l (person_id, thread, state, at) VALUES ($1, $2, $3, $4) ON CONFLICT (person_id, thread) DO UPDATE SET state = $3, at = $4
), counted AS (
  INSERT INTO look_days AS d (date, topic, looks, empty)
  SELECT $5::date, $6, 1, CASE WHEN state = $3 THEN 1 ELSE 0 END FROM (SELECT state, at FROM before UNION ALL SELECT ''::bytea, 'epoch'::timestamptz WHERE NOT EXISTS (SELECT FROM before)) b
  WHERE at < $4::timestamptz - make_interval(secs => $7)
  ON CONFLICT (date, topic) DO UPDATE SET looks = d.looks + 1, empty = d.empty + excluded.empty
)
SELECT NOT EXISTS (SELECT FROM before WHERE state = $3)`,
		api.Actor(ctx).ID, in.Thread, state[:], now, string(calendar.DateOf(now.In(s.loc))), topic, glance.Seconds()).Scan(&news)
	if err != nil {
		return inbox.Looked{}, fmt.Errorf("note a look: %w", err)
	}
	return inbox.Looked{News: news}, nil
}
