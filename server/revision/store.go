package revision

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/revision"
)

// Save keeps a draft. Whoever has read another state of it is told that
// somebody was faster.
func (s Shelf[C]) Save(ctx context.Context, db bun.IDB, w Write[C]) error {
	content, err := json.Marshal(w.Content)
	if err != nil {
		return fmt.Errorf("write the draft of %s %s as JSON: %w", s.Kind, w.ID, err)
	}
	// One statement, so that of two who save at once one wins: the second
	// waits for the row and finds another number in it.
	res, err := db.NewRaw(`
INSERT INTO drafts AS d (subject_kind, subject_id, save, base, content, author_id, author_name, note, at)
SELECT ?0, ?1, 1, ?3, ?4::jsonb, ?5, ?6, ?7, ?8::timestamptz
WHERE ?2 = 0 OR EXISTS (SELECT FROM drafts WHERE subject_kind = ?0 AND subject_id = ?1)
ON CONFLICT (subject_kind, subject_id) DO UPDATE SET
  save = d.save + 1, base = CASE WHEN d.content IS NULL THEN excluded.base ELSE d.base END, content = excluded.content,
  author_id = excluded.author_id, author_name = excluded.author_name, note = excluded.note, at = excluded.at
WHERE CASE WHEN d.content IS NULL THEN ?2 = 0 ELSE ?2 = d.save END`,
		s.Kind, w.ID, w.Save, w.Base, string(content), w.Author.ID, w.Author.Name, w.Note, w.At.UTC()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("save the draft of %s %s: %w", s.Kind, w.ID, err)
	}
	return first(res)
}

// Discard throws a draft away.
func (s Shelf[C]) Discard(ctx context.Context, db bun.IDB, id string, save int) error {
	res, err := db.NewRaw(`
UPDATE drafts SET content = NULL
WHERE subject_kind = ? AND subject_id = ? AND save = ? AND content IS NOT NULL`, s.Kind, id, save).Exec(ctx)
	if err != nil {
		return fmt.Errorf("discard the draft of %s %s: %w", s.Kind, id, err)
	}
	return first(res)
}

// first tells whoever came second.
func first(res sql.Result) error {
	switch n, err := res.RowsAffected(); {
	case err != nil:
		return err
	case n == 0:
		return fault.New(fault.Conflict, "edited_meanwhile")
	}
	return nil
}

// Publish adds the draft to the history as the next version and takes it off
// the desk. Two people look at what becomes public: whoever wrote the draft
// last cannot publish it. It belongs in the transaction that makes the
// version public, with the subject's own row locked.
func (s Shelf[C]) Publish(ctx context.Context, tx bun.IDB, id string, save int, publisher access.Actor, at time.Time) (Version[C], error) {
	d, err := s.draft(ctx, tx, id, " FOR UPDATE")
	switch {
	case err != nil:
		return Version[C]{}, err
	case d == nil || d.Save != save:
		return Version[C]{}, fault.New(fault.Conflict, "edited_meanwhile")
	case d.AuthorID == publisher.ID:
		return Version[C]{}, fault.New(fault.Denied, "own_draft")
	}
	v := Version[C]{
		Version: revision.Version{Author: d.Author, Publisher: publisher.Name, PublishedAt: at.UTC(), Note: d.Note},
		Content: d.Content, AuthorID: d.AuthorID, PublisherID: publisher.ID,
	}
	if v.Number, err = s.Add(ctx, tx, id, v); err != nil {
		return Version[C]{}, err
	}
	return v, s.Discard(ctx, tx, id, save)
}

// Add appends a version to the history and returns its number.
func (s Shelf[C]) Add(ctx context.Context, tx bun.IDB, id string, v Version[C]) (number int, err error) {
	content, err := json.Marshal(v.Content)
	if err != nil {
		return 0, fmt.Errorf("write a version of %s %s as JSON: %w", s.Kind, id, err)
	}
	err = tx.NewRaw(`
INSERT INTO revisions (subject_kind, subject_id, number, content, author_id, author_name, publisher_id, publisher_name, note, published_at)
SELECT ?0, ?1, coalesce(max(number), 0) + 1, ?2::jsonb, ?3, ?4, ?5, ?6, ?7, ?8::timestamptz
FROM revisions WHERE subject_kind = ?0 AND subject_id = ?1
RETURNING number`,
		s.Kind, id, string(content), v.AuthorID, v.Author, v.PublisherID, v.Publisher, v.Note, v.PublishedAt.UTC()).Scan(ctx, &number)
	if err != nil {
		return 0, fmt.Errorf("add a version of %s %s: %w", s.Kind, id, err)
	}
	return number, nil
}

// Draft is what is being written about a subject; nil when nothing is.
func (s Shelf[C]) Draft(ctx context.Context, db bun.IDB, id string) (*Draft[C], error) {
	return s.draft(ctx, db, id, "")
}

func (s Shelf[C]) draft(ctx context.Context, db bun.IDB, id, lock string) (*Draft[C], error) {
	var d Draft[C]
	var content string
	err := db.NewRaw(`
SELECT save, base, author_name, at, note, author_id, content FROM drafts
WHERE subject_kind = ? AND subject_id = ? AND content IS NOT NULL`+lock, s.Kind, id).
		Scan(ctx, &d.Save, &d.Base, &d.Author, &d.At, &d.Note, &d.AuthorID, &content)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(content), &d.Content)
	}
	if err != nil {
		return nil, fmt.Errorf("read the draft of %s %s: %w", s.Kind, id, err)
	}
	d.At = d.At.UTC()
	return &d, nil
}

// History lists the versions of a subject, newest first.
func (s Shelf[C]) History(ctx context.Context, db bun.IDB, id string) ([]revision.Version, error) {
	list := []revision.Version{}
	err := db.NewRaw(`
SELECT number, author_name AS author, publisher_name AS publisher, published_at, note FROM revisions
WHERE subject_kind = ? AND subject_id = ? ORDER BY number DESC`, s.Kind, id).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("read the history of %s %s: %w", s.Kind, id, err)
	}
	for i := range list {
		list[i].PublishedAt = list[i].PublishedAt.UTC()
	}
	return list, nil
}

// Content is what a version says. Fault: unknown.
func (s Shelf[C]) Content(ctx context.Context, db bun.IDB, id string, number int) (C, error) {
	var c C
	var content string
	err := db.NewRaw(`SELECT content FROM revisions WHERE subject_kind = ? AND subject_id = ? AND number = ?`, s.Kind, id, number).Scan(ctx, &content)
	if errors.Is(err, sql.ErrNoRows) {
		return c, fault.New(fault.Unknown, "unknown")
	}
	if err == nil {
		err = json.Unmarshal([]byte(content), &c)
	}
	if err != nil {
		return c, fmt.Errorf("read version %d of %s %s: %w", number, s.Kind, id, err)
	}
	return c, nil
}
