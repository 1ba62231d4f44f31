package inbox

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

// newsSQL answers announcements of the reader $3's agencies, $1 and $2.
const newsSQL = `
SELECT n.id, n.agency_id, a.name, n.state, n.save, n.content,
  coalesce((SELECT r.name || CASE WHEN d.code IS NULL THEN '' ELSE ', ' || d.name END FROM areas r LEFT JOIN areas d ON d.code = r.parent WHERE r.code = n.area_code),
    (SELECT q.name || ', ' || p.name FROM queue_days y JOIN queues q ON q.id = y.queue_id JOIN places p ON p.id = q.place_id WHERE y.id = n.day_id), ''),
  w.name, n.author_id = $3, n.written_at, coalesce(v.name, ''), n.sent_at, n.reach,
  (SELECT count(*) FROM messages m WHERE m.kind = 'news' AND m.read_at IS NOT NULL AND m.thread = 'news:' || n.id), n.reason
FROM announcements n JOIN agencies a ON a.id = n.agency_id JOIN people w ON w.id = n.author_id LEFT JOIN people v ON v.id = n.approver_id
WHERE ($1 OR n.agency_id IN (SELECT agencies_below($2)))`

func scanNews(row pgx.CollectableRow) (inbox.Announcement, error) {
	var a inbox.Announcement
	var w inbox.Words
	var sent *time.Time
	err := row.Scan(&a.ID, &a.Agency.ID, &a.Agency.Name, &a.State, &a.Save, &w, &a.Name, &a.Author, &a.Own, &a.WrittenAt, &a.Approver, &sent, &a.People, &a.Read, &a.Reason)
	a.Title, a.Text, a.TitleEN, a.TextEN, a.TitleJV, a.TextJV, a.Urgent, a.Audience = w.Title, w.Text, w.TitleEN, w.TextEN, w.TitleJV, w.TextJV, w.Urgent, w.Audience
	if sent != nil {
		a.SentAt = *sent
	}
	return a, err
}

// announcements are one page of them and the one after it, the latest first.
func (s *Service) announcements(ctx context.Context, state inbox.AnnouncementState, after newsCursor) ([]inbox.Announcement, error) {
	in := api.ScopeOf(ctx, access.Agency)
	rows, _ := s.db.Raw().Query(ctx, newsSQL+`
AND ($4 = '' OR n.state = $4) AND ($5 = '' OR (n.written_at, n.id) < ($6, $5)) ORDER BY n.written_at DESC, n.id DESC LIMIT $7`,
		in.All, in.Over, api.Actor(ctx).ID, string(state), after.ID, after.At, deskPage+1)
	list, err := pgx.CollectRows(rows, scanNews)
	if err != nil {
		return nil, fmt.Errorf("list announcements: %w", err)
	}
	return list, nil
}

// announcement is one of them. Fault: unknown.
func (s *Service) announcement(ctx context.Context, id string) (inbox.Announcement, error) {
	if !database.Storable(id) {
		return inbox.Announcement{}, fault.New(fault.Unknown, "unknown")
	}
	in := api.ScopeOf(ctx, access.Agency)
	rows, _ := s.db.Raw().Query(ctx, newsSQL+` AND n.id = $4`, in.All, in.Over, api.Actor(ctx).ID, id)
	a, err := pgx.CollectExactlyOneRow(rows, scanNews)
	if err != nil {
		return a, missing(err)
	}
	return a, nil
}

// begin writes a new announcement.
func (s *Service) begin(ctx context.Context, id, agency string, w inbox.Words) error {
	_, err := s.db.Raw().Exec(ctx, `
INSERT INTO announcements (id, agency_id, state, content, area_code, day_id, author_id, written_at)
VALUES ($1, $2, 'written', $3, nullif($4, ''), nullif($5, ''), $6, $7)`, id, agency, w, w.Audience.Area, w.Audience.Day, api.Actor(ctx).ID, s.now())
	if err != nil {
		return fmt.Errorf("write an announcement: %w", err)
	}
	return nil
}

// rewrite changes one that waits, as its writer has seen it; it is theirs then.
func (s *Service) rewrite(ctx context.Context, in inbox.Revise) (bool, error) {
	done, err := s.db.Raw().Exec(ctx, `
UPDATE announcements SET content = $3, area_code = nullif($4, ''), day_id = nullif($5, ''), author_id = $6, written_at = $7, save = save + 1
WHERE id = $1 AND save = $2 AND state = 'written'`, in.ID, in.Save, in.Words, in.Audience.Area, in.Audience.Day, api.Actor(ctx).ID, s.now())
	if err != nil {
		return false, fmt.Errorf("change announcement %s: %w", in.ID, err)
	}
	return done.RowsAffected() > 0, nil
}

// announceTime bounds the statement that writes to everybody. It may be a
// great many; everything else in the house is quicker.
const announceTime = 4 * time.Minute

// announce approves an announcement as it was read and writes to all it is
// for; note is its record. done is false when it changed or was decided
// meanwhile. Once begun it does not end because whoever approves went away.
func (s *Service) announce(ctx context.Context, a inbox.Announcement, note string) (told []string, done bool, err error) {
	actor := api.Actor(ctx).ID
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), announceTime)
	defer stop()
	err = pgx.BeginFunc(ctx, s.db.Raw(), func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `SET LOCAL statement_timeout = '240s'`); err != nil {
			return err
		}
		var author string
		err := tx.QueryRow(ctx, `SELECT author_id FROM announcements WHERE id = $1 AND save = $2 AND state = 'written' FOR UPDATE`, a.ID, a.Save).Scan(&author)
		switch {
		case isNone(err):
			return nil
		case err != nil:
			return err
		case author == actor:
			return fault.New(fault.Denied, "own_draft")
		}
		done = true
		condition, of := audienceSQL(a.Audience, 2)
		rows, _ := tx.Query(ctx, `
INSERT INTO `+Into+`
SELECT p.id, `+Values+`
FROM jsonb_to_recordset($1::jsonb) x(`+Fields+`), people p LEFT JOIN inbox_settings s ON s.person_id = p.id
WHERE p.closed_at IS NULL AND `+condition+Once+` RETURNING person_id`, append([]any{note}, of...)...)
		if told, err = pgx.CollectRows(rows, pgx.RowTo[string]); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE announcements SET state = 'sent', approver_id = $2, sent_at = $3, reach = $4 WHERE id = $1`, a.ID, actor, s.now(), len(told))
		return err
	})
	if err != nil {
		return nil, false, fmt.Errorf("send announcement %s: %w", a.ID, err)
	}
	return told, done, nil
}
