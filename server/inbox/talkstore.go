package inbox

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

// reply writes what a person says, into the conversation of a thread or a new
// one; said is false where nobody can be written to.
func (s *Service) reply(ctx context.Context, person, thread, text string) (said bool, err error) {
	done, err := s.db.Raw().Exec(ctx, `
WITH m AS (
  SELECT id, agency_id, subject FROM messages WHERE person_id = $1 AND thread = $2 AND agency_id IS NOT NULL AND kind = ANY ($3) ORDER BY id DESC LIMIT 1
), t AS (
  INSERT INTO talks AS t (id, person_id, thread, agency_id, message_id, subject, waits_at, changed_at)
  SELECT $4, $1, $2, agency_id, id, subject, $6::timestamptz, $6 FROM m
  ON CONFLICT (person_id, thread) DO UPDATE SET waits_at = coalesce(t.waits_at, excluded.waits_at), closed_at = NULL, changed_at = excluded.changed_at
  RETURNING id
)
INSERT INTO sayings (talk_id, author_id, staff, body, at) SELECT id, $1, false, $5, $6 FROM t`,
		person, thread, answerable(), vault.Token(), text, s.now())
	if err != nil {
		return false, fmt.Errorf("reply to an agency: %w", err)
	}
	return done.RowsAffected() > 0, nil
}

// talkCursor is where a page of conversations ended.
type talkCursor struct {
	Rank int // 0 for those that wait
	At   int64
	ID   string
}

type talkLine struct {
	inbox.TalkLine
	cursor talkCursor
}

// talksWaiting is how many conversations of the reader's agencies wait.
func (s *Service) talksWaiting(ctx context.Context) (count int, err error) {
	in := api.ScopeOf(ctx, access.Agency)
	err = s.db.Raw().QueryRow(ctx, `SELECT count(*) FROM talks WHERE waits_at IS NOT NULL AND ($1 OR agency_id IN (SELECT agencies_below($2)))`, in.All, in.Over).Scan(&count)
	if err != nil {
		return 0, fmt.Errorf("count conversations: %w", err)
	}
	return count, nil
}

// linesSQL answers lines of conversations that the reader $3 may see, $1 and
// $2; those that wait stand first, the longest waiting at the top, and below
// them those answered last.
const linesSQL = `
WITH own AS (
  SELECT t.id, p.name AS who, a.name AS agency, t.subject, (SELECT y.body FROM sayings y WHERE y.talk_id = t.id ORDER BY y.id DESC LIMIT 1) AS text,
    t.waits_at IS NOT NULL AS waits, coalesce(t.waits_at, t.changed_at) AS since, coalesce(o.name, '') AS owner, coalesce(t.owner_id = $3, false) AS own,
    t.closed_at IS NOT NULL AS closed, t.waits_at IS NULL AS rank, t.person_id, t.thread, t.agency_id,
    (extract(epoch FROM coalesce(t.waits_at, t.changed_at)) * CASE WHEN t.waits_at IS NULL THEN -1e6 ELSE 1e6 END)::bigint AS at
  FROM talks t JOIN people p ON p.id = t.person_id JOIN agencies a ON a.id = t.agency_id LEFT JOIN people o ON o.id = t.owner_id
  WHERE ($1 OR t.agency_id IN (SELECT agencies_below($2)))
)
SELECT id, who, agency, subject, text, waits, since, owner, own, rank::int, at, closed, person_id, thread, agency_id FROM own`

// into is where linesSQL puts a line.
func (l *talkLine) into(more ...any) []any {
	return append([]any{&l.ID, &l.Who, &l.Agency, &l.Subject, &l.Text, &l.Waits, &l.Since, &l.Owner, &l.TalkLine.Own, &l.cursor.Rank, &l.cursor.At}, more...)
}

// talkLines are one page of conversations and the line after it.
func (s *Service) talkLines(ctx context.Context, of inbox.TalksOf, after talkCursor) ([]talkLine, error) {
	in := api.ScopeOf(ctx, access.Agency)
	rows, _ := s.db.Raw().Query(ctx, linesSQL+`
WHERE (NOT $4 OR own) AND ($5 OR waits)
  AND ($6 = '' OR strpos(lower(who || ' ' || subject), lower($6)) > 0 OR EXISTS (SELECT FROM sayings y WHERE y.talk_id = own.id AND strpos(lower(y.body), lower($6)) > 0))
  AND ($7 = '' OR (rank::int, at, id COLLATE "C") > ($8, $9, $7))
ORDER BY rank, at, id COLLATE "C" LIMIT $10`,
		in.All, in.Over, api.Actor(ctx).ID, of.Mine, of.Done, strings.TrimSpace(of.Text), after.ID, after.Rank, after.At, deskPage+1)
	lines, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (l talkLine, err error) {
		var closed bool
		var person, thread, agency string
		err = row.Scan(l.into(&closed, &person, &thread, &agency)...)
		l.cursor.ID = l.ID
		return l, err
	})
	if err != nil {
		return nil, fmt.Errorf("list conversations: %w", err)
	}
	return lines, nil
}

// talk is a conversation of the reader's agencies. Fault: unknown.
func (s *Service) talk(ctx context.Context, id string) (inbox.Talk, error) {
	t := inbox.Talk{Topic: s.talksTopic(), Now: s.now()}
	if !database.Storable(id) {
		return t, fault.New(fault.Unknown, "unknown")
	}
	in, reader := api.ScopeOf(ctx, access.Agency), api.Actor(ctx).ID
	var l talkLine
	var person, thread, agency string
	err := s.db.Raw().QueryRow(ctx, linesSQL+` WHERE id = $4`, in.All, in.Over, reader, id).Scan(l.into(&t.Closed, &person, &thread, &agency)...)
	if err != nil {
		return t, missing(err)
	}
	t.TalkLine = l.TalkLine
	if t.Said, err = s.said(ctx, id, person, thread, agency); err != nil {
		return t, err
	}
	t.Colleagues, err = s.colleagues(ctx, agency, reader)
	return t, err
}

// said is what was said in a conversation, with what the agency told the
// person of the matter.
func (s *Service) said(ctx context.Context, id, person, thread, agency string) ([]inbox.Saying, error) {
	rows, _ := s.db.Raw().Query(ctx, `
SELECT -m.id, m.subject, m.body, m.sent_at AS at, true, '' FROM messages m WHERE m.person_id = $2 AND m.thread = $3 AND m.agency_id = $4 AND m.kind <> $5
UNION ALL
SELECT y.id, '', y.body, y.at, y.staff, p.name FROM sayings y JOIN people p ON p.id = y.author_id WHERE y.talk_id = $1
ORDER BY at, 1`, id, person, thread, agency, string(inbox.Answered))
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (y inbox.Saying, err error) {
		var n int64
		err = row.Scan(&n, &y.Subject, &y.Text, &y.At, &y.Own, &y.Who)
		y.ID = strconv.FormatInt(n, 10)
		return y, err
	})
	if err != nil {
		return nil, fmt.Errorf("read conversation %s: %w", id, err)
	}
	return list, nil
}

// colleagues are who else looks after an agency, or one above it.
func (s *Service) colleagues(ctx context.Context, agency, reader string) ([]inbox.Colleague, error) {
	rows, _ := s.db.Raw().Query(ctx, `
WITH RECURSIVE above AS (
  SELECT id, parent_id FROM agencies WHERE id = $1
  UNION
  SELECT a.id, a.parent_id FROM agencies a JOIN above b ON a.id = b.parent_id
)
SELECT p.id, p.name FROM people p
WHERE p.id <> $2 AND p.closed_at IS NULL
  AND EXISTS (SELECT FROM grants g WHERE g.person_id = p.id AND g.role = 'agency' AND g.revoked_at IS NULL AND g.agency_id IN (SELECT id FROM above))
ORDER BY p.name COLLATE "C", p.id LIMIT 50`, agency, reader)
	list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[inbox.Colleague])
	if err != nil {
		return nil, fmt.Errorf("list colleagues: %w", err)
	}
	return list, nil
}

// give makes somebody the owner of a conversation, "" nobody; free is false
// where it belongs to another and is not taken over.
func (s *Service) give(ctx context.Context, id, owner string, over bool) (person string, free bool, err error) {
	err = s.db.Raw().QueryRow(ctx, `
UPDATE talks SET owner_id = nullif($2, '') WHERE id = $1 AND ($4 OR owner_id IS NULL OR owner_id = $3) RETURNING person_id`, id, owner, api.Actor(ctx).ID, over).Scan(&person)
	if isNone(err) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("give conversation %s to somebody: %w", id, err)
	}
	return person, true, nil
}

// held is a conversation that is about to change; whoever else changes it
// waits.
type held struct {
	id, person, thread, agency, name, owner string
	more                                    bool // the person wrote after what was seen
}

// hold locks a conversation of the reader's agencies. What was said is read
// after the lock is there: a reply may have been on its way. Fault: unknown.
func (s *Service) hold(ctx context.Context, tx bun.Tx, id string, seen int64) (held, error) {
	t := held{id: id}
	if !database.Storable(id) {
		return t, fault.New(fault.Unknown, "unknown")
	}
	in := api.ScopeOf(ctx, access.Agency)
	err := tx.NewRaw(`
SELECT t.person_id, t.thread, t.agency_id, a.name, coalesce(t.owner_id, '') FROM talks t JOIN agencies a ON a.id = t.agency_id
WHERE t.id = ?0 AND (?1 OR t.agency_id IN (SELECT agencies_below(?2::text[]))) FOR UPDATE OF t`, id, in.All, pgdialect.Array(in.Over)).
		Scan(ctx, &t.person, &t.thread, &t.agency, &t.name, &t.owner)
	if err != nil {
		return t, missing(err)
	}
	err = tx.NewRaw(`SELECT EXISTS (SELECT FROM sayings WHERE talk_id = ? AND NOT staff AND id > ?)`, id, seen).Scan(ctx, &t.more)
	if err != nil {
		return t, fmt.Errorf("read conversation %s: %w", id, err)
	}
	return t, nil
}

// say adds what an officer says, tied to the message that carries it.
func say(ctx context.Context, tx bun.Tx, t held, key, author, text string, at time.Time) error {
	_, err := tx.NewRaw(`
INSERT INTO sayings (talk_id, author_id, staff, body, message_id, at)
SELECT ?, ?, true, ?, id, ?::timestamptz FROM messages WHERE person_id = ? AND key = ?`, t.id, author, text, at.UTC(), t.person, key).Exec(ctx)
	if err != nil {
		return fmt.Errorf("answer in conversation %s: %w", t.id, err)
	}
	return nil
}
