package inbox

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

// defaultLimit is a page of messages.
const defaultLimit = 30

// listSQL answers one line for each thread: its latest message.
const listSQL = `
WITH m AS (
  SELECT DISTINCT ON (thread) id, kind, topic, agency_id, subject, body, link, sent_at,
    count(*) OVER (PARTITION BY thread) AS count, bool_or(read_at IS NULL) OVER (PARTITION BY thread) AS unread
  FROM messages WHERE person_id = $1 AND (archived_at IS NOT NULL) = $2
  ORDER BY thread, id DESC
)
SELECT m.id, m.kind, m.topic, coalesce(a.name, ''), m.subject, m.body, m.link, m.sent_at, m.count, m.unread
FROM m LEFT JOIN agencies a ON a.id = m.agency_id
WHERE ($3 = '' OR m.topic = $3) AND (NOT $4 OR m.unread) AND ($5 = '' OR strpos(lower(m.subject || ' ' || m.body || ' ' || coalesce(a.name, '')), lower($5)) > 0)
  AND ($6 = 0 OR m.id < $6)
ORDER BY m.id DESC LIMIT $7`

// List implements inbox.API.
func (s *Service) List(ctx context.Context, of inbox.ListOf) (inbox.Listing, error) {
	list := inbox.Listing{Items: []inbox.Line{}, Now: s.now()}
	person, limit := api.Actor(ctx).ID, of.Limit
	if limit == 0 {
		limit = defaultLimit
	}
	var after int64
	if of.After != "" {
		if err := api.ReadCursor(of.After, &after); err != nil {
			return list, err
		}
	}
	if !database.Storable(of.Text) {
		return list, nil
	}
	rows, err := s.db.Raw().Query(ctx, listSQL, person, of.Archived, string(of.Topic), of.Unread, strings.TrimSpace(of.Text), after, limit+1)
	if err != nil {
		return list, fmt.Errorf("list messages: %w", err)
	}
	defer rows.Close()
	var ids []int64
	for rows.Next() {
		var l inbox.Line
		var id int64
		if err := rows.Scan(&id, &l.Kind, &l.Topic, &l.Sender, &l.Subject, &l.Text, &l.Link, &l.At, &l.Count, &l.Unread); err != nil {
			return list, fmt.Errorf("list messages: %w", err)
		}
		l.ID = strconv.FormatInt(id, 10)
		list.Items, ids = append(list.Items, l), append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return list, fmt.Errorf("list messages: %w", err)
	}
	if len(ids) > limit {
		list.Items, list.Next = list.Items[:limit], api.Cursor(ids[limit-1])
	}
	list.Unread, err = s.unread(ctx, person)
	return list, err
}

// unread is how many messages wait to be read; those put away do not.
func (s *Service) unread(ctx context.Context, person string) (count int, err error) {
	err = s.db.Raw().QueryRow(ctx, `SELECT count(*) FROM messages WHERE person_id = $1 AND read_at IS NULL AND archived_at IS NULL`, person).Scan(&count)
	if err != nil {
		return 0, fmt.Errorf("count messages: %w", err)
	}
	return count, nil
}

// Unread implements inbox.API.
func (s *Service) Unread(ctx context.Context) (inbox.Unread, error) {
	person := api.Actor(ctx).ID
	count, err := s.unread(ctx, person)
	return inbox.Unread{Count: count, Topic: s.topic(person)}, err
}

// Mark implements inbox.API.
func (s *Service) Mark(ctx context.Context, mark inbox.Mark) (inbox.Unread, error) {
	ids := []int64{}
	for _, text := range mark.IDs {
		if id, err := strconv.ParseInt(text, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	person := api.Actor(ctx).ID
	_, err := s.db.Raw().Exec(ctx, `
UPDATE messages SET read_at = $4 WHERE person_id = $1 AND read_at IS NULL AND ($2 OR thread IN (SELECT thread FROM messages WHERE person_id = $1 AND id = ANY ($3)))`,
		person, mark.All, ids, s.now())
	if err != nil {
		return inbox.Unread{}, fmt.Errorf("mark messages: %w", err)
	}
	s.Told([]string{person})
	return s.Unread(ctx)
}

// Archive implements inbox.API. What comes later of the same thread stands in
// the inbox again.
func (s *Service) Archive(ctx context.Context, in inbox.Archive) (inbox.Unread, error) {
	person := api.Actor(ctx).ID
	var at *time.Time
	if now := s.now(); !in.Back {
		at = &now
	}
	done, err := s.db.Raw().Exec(ctx, `
UPDATE messages SET archived_at = $3 WHERE person_id = $1 AND thread = (SELECT thread FROM messages WHERE person_id = $1 AND id = $2)`, person, number(in.ID), at)
	if err != nil {
		return inbox.Unread{}, fmt.Errorf("put messages away: %w", err)
	}
	if err := found(done); err != nil {
		return inbox.Unread{}, err
	}
	s.Told([]string{person})
	return s.Unread(ctx)
}

// number is the id of a message; one that is none is nobody's.
func number(id string) int64 {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return -1
	}
	return n
}

// Snapshot implements live.Source: whoever begins to follow an inbox asks for
// it anew.
func (s *Service) Snapshot(_ context.Context, _ string) (body json.RawMessage, version int64, epoch string, err error) {
	return changed, 0, "", nil
}

// Since implements live.Source. Inboxes have no versions.
func (s *Service) Since(context.Context, string, int64, string) ([]json.RawMessage, int64, bool, error) {
	return nil, 0, false, nil
}

// mine is a message of the reader, by which its thread is found.
type mine struct {
	id                   int64
	thread, agency, name string
}

// mine finds a message of the reader. Fault: unknown.
func (s *Service) mine(ctx context.Context, id string) (mine, error) {
	var m mine
	err := s.db.Raw().QueryRow(ctx, `
SELECT m.id, m.thread, coalesce(m.agency_id, ''), coalesce(a.name, '') FROM messages m LEFT JOIN agencies a ON a.id = m.agency_id WHERE m.person_id = $1 AND m.id = $2`,
		api.Actor(ctx).ID, number(id)).Scan(&m.id, &m.thread, &m.agency, &m.name)
	if err != nil {
		return m, missing(err)
	}
	return m, nil
}

// Message implements inbox.API.
func (s *Service) Message(ctx context.Context, in inbox.ID) (inbox.View, error) {
	m, err := s.mine(ctx, in.ID)
	if err != nil {
		return inbox.View{}, err
	}
	return s.view(ctx, m)
}

// view is a thread as its reader sees it. What is shown was read.
func (s *Service) view(ctx context.Context, m mine) (inbox.View, error) {
	person := api.Actor(ctx).ID
	v := inbox.View{ID: strconv.FormatInt(m.id, 10), Sender: m.name, Said: []inbox.Saying{}, Now: s.now()}
	rows, err := s.db.Raw().Query(ctx, `
WITH before AS (
  SELECT id, kind, topic, subject, body, link, archived_at IS NOT NULL AS archived, read_at IS NULL AS new, sent_at,
    (SELECT p.name FROM sayings y JOIN people p ON p.id = y.author_id WHERE y.message_id = m.id) AS who -- the officer who answered
  FROM messages m WHERE person_id = $1 AND thread = $2
), read AS (
  UPDATE messages SET read_at = $3 WHERE person_id = $1 AND thread = $2 AND read_at IS NULL
)
SELECT id, kind, topic, subject, body, link, archived, new, sent_at, false, coalesce(who, '') FROM before
UNION ALL
SELECT -y.id, '', '', '', y.body, '', false, false, y.at, true, '' FROM sayings y JOIN talks t ON t.id = y.talk_id WHERE t.person_id = $1 AND t.thread = $2 AND NOT y.staff
ORDER BY 9, 1`, person, m.thread, v.Now)
	if err != nil {
		return v, fmt.Errorf("read a thread: %w", err)
	}
	defer rows.Close()
	unread := false
	for rows.Next() {
		var said inbox.Saying
		var id int64
		var kind inbox.Kind
		var topic inbox.Topic
		var link string
		var archived bool
		if err := rows.Scan(&id, &kind, &topic, &said.Subject, &said.Text, &link, &archived, &said.New, &said.At, &said.Own, &said.Who); err != nil {
			return v, fmt.Errorf("read a thread: %w", err)
		}
		said.ID = strconv.FormatInt(id, 10)
		if !said.Own {
			v.Topic, v.Subject, v.Archived = topic, said.Subject, archived
			v.Link = cmp.Or(link, v.Link) // an answer is about what it answers
			v.CanReply = v.CanReply || m.agency != "" && inbox.Rules[kind].Reply
			said.Who, unread = cmp.Or(said.Who, m.name), unread || said.New
		}
		v.Said = append(v.Said, said)
	}
	if err := rows.Err(); err != nil {
		return v, fmt.Errorf("read a thread: %w", err)
	}
	if v.Owner, err = s.owner(ctx, person, m.thread); err != nil {
		return v, err
	}
	if unread {
		s.Told([]string{person})
	}
	v.Unread, err = s.unread(ctx, person)
	return v, err
}

// owner is who answers a thread; "" for nobody yet.
func (s *Service) owner(ctx context.Context, person, thread string) (name string, err error) {
	err = s.db.Raw().QueryRow(ctx, `
SELECT coalesce((SELECT p.name FROM talks t JOIN people p ON p.id = t.owner_id WHERE t.person_id = $1 AND t.thread = $2), '')`, person, thread).Scan(&name)
	if err != nil {
		return "", fmt.Errorf("find who answers: %w", err)
	}
	return name, nil
}

// missing turns a row that is not there into unknown.
func missing(err error) error {
	if isNone(err) {
		return fault.New(fault.Unknown, "unknown")
	}
	return fmt.Errorf("read the inbox: %w", err)
}
