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
	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

func isNone(err error) bool { return errors.Is(err, pgx.ErrNoRows) || errors.Is(err, sql.ErrNoRows) }

// Settings implements inbox.API.
func (s *Service) Settings(ctx context.Context) (inbox.Settings, error) {
	set, err := s.settings(ctx, api.Actor(ctx).ID)
	set.Ways = s.ways(api.Actor(ctx).Staff)
	return set, err
}

// settings are how somebody wants to be told.
func (s *Service) settings(ctx context.Context, person string) (inbox.Settings, error) {
	set := inbox.Settings{Lang: "id", Muted: []inbox.Topic{}, Near: inbox.DefaultNear, From: 21 * 60, To: 5 * 60}
	var from, to *int
	err := s.db.Raw().QueryRow(ctx, `SELECT lang, muted, near, quiet_from, quiet_to, private, phone FROM inbox_settings WHERE person_id = $1`, person).
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

// lookSQL notes a look of $1 at what is theirs: a number they took. Whoever
// looks has read what was told of it, and needs no text that says so.
const lookSQL = `
WITH own AS (SELECT FROM tickets WHERE id = $8 AND account_id = $1),
before AS (SELECT state, at FROM looks WHERE person_id = $1 AND thread = $2),
seen AS (
  INSERT INTO looks AS l (person_id, thread, state, at) SELECT $1, $2, $3, $4 FROM own ON CONFLICT (person_id, thread) DO UPDATE SET state = $3, at = $4
), counted AS (
  INSERT INTO look_days AS d (date, topic, looks, empty)
  SELECT $5::date, $6, 1, CASE WHEN state = $3 THEN 1 ELSE 0 END FROM (SELECT state, at FROM before UNION ALL SELECT ''::bytea, 'epoch'::timestamptz WHERE NOT EXISTS (SELECT FROM before)) b, own
  WHERE at < $4::timestamptz - make_interval(secs => $7)
  ON CONFLICT (date, topic) DO UPDATE SET looks = d.looks + 1, empty = d.empty + excluded.empty
), read AS (
  UPDATE messages SET read_at = $4 WHERE person_id = $1 AND thread = $2 AND read_at IS NULL AND EXISTS (SELECT FROM own) RETURNING id
)
SELECT EXISTS (SELECT FROM own) AND NOT EXISTS (SELECT FROM before WHERE state = $3), EXISTS (SELECT FROM read)`

// Looked implements inbox.API. A look at what is not the reader's is none.
func (s *Service) Looked(ctx context.Context, in inbox.Look) (inbox.Looked, error) {
	kind, id, _ := strings.Cut(in.Thread, ":")
	if kind != ticketThread || !database.Storable(id) {
		return inbox.Looked{}, nil
	}
	state := sha256.Sum256([]byte(in.State))
	person, now := api.Actor(ctx).ID, s.now()
	var news, read bool
	err := s.db.Raw().QueryRow(ctx, lookSQL,
		person, in.Thread, state[:], now, string(calendar.DateOf(now.In(s.loc))), ticketThread, glance.Seconds(), id).Scan(&news, &read)
	if err != nil {
		return inbox.Looked{}, fmt.Errorf("note a look: %w", err)
	}
	if read {
		s.Told([]string{person})
	}
	return inbox.Looked{News: news}, nil
}

// ticketThread is what threads of numbers begin with, and the topic of looks
// at them.
const ticketThread = "ticket"
