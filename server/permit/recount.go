package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// mostStale is how many places are worked out anew in one go.
const mostStale = 20

// Recount works out anew when applications are due at places whose hours or
// days off have changed: the database itself notes which (migration 0014).
func (s *Service) Recount(ctx context.Context) error {
	var places []struct {
		PlaceID   string
		ChangedAt time.Time
	}
	if err := s.db.NewRaw(`SELECT place_id, changed_at FROM stale_places ORDER BY changed_at, place_id LIMIT ?`, mostStale).Scan(ctx, &places); err != nil {
		return fmt.Errorf("find places whose calendar has changed: %w", err)
	}
	for _, p := range places {
		if err := s.recountPlace(ctx, p.PlaceID); err != nil {
			return err
		}
		// What has changed again meanwhile is worked out again.
		if _, err := s.db.NewRaw(`DELETE FROM stale_places WHERE place_id = ? AND changed_at = ?::timestamptz`, p.PlaceID, p.ChangedAt).Exec(ctx); err != nil {
			return fmt.Errorf("note that a place was worked out anew: %w", err)
		}
	}
	return nil
}

// recountPlace goes through all that is not over at a place.
func (s *Service) recountPlace(ctx context.Context, place string) error {
	after := ""
	for {
		list, err := s.readAll(ctx, nil, `a.place_id = ?1 AND a.version > 0 AND NOT a.over AND a.id > ?2 ORDER BY a.id LIMIT ?3`, place, after, guardBatch)
		if err != nil {
			return err
		}
		if _, err := s.recount(ctx, list); err != nil || len(list) < guardBatch {
			return err
		}
		after = list[len(list)-1].ID
	}
}

// moved is an application whose times are others now.
type moved struct {
	*dossier `json:"-"`
	ID       string `json:"id"`
	Version  int64  `json:"version"`
	Rank     int64  `json:"rank"`
	Due      any    `json:"due"`
	Until    any    `json:"until"`
	Half     any    `json:"half"`
	Hot      any    `json:"hot"`
}

// recount writes the times of applications that are others than was written,
// and tells those who are promised another day than before, in one
// transaction. Whoever moves one at the same moment works them out as well. It
// answers how many were written.
func (s *Service) recount(ctx context.Context, list []*dossier) (written int, err error) {
	var rows []moved
	for _, d := range list {
		if at := s.standing(d); !same(at.due, d.DueAt) || !same(at.until, d.UntilAt) || !same(at.half, d.HalfAt) || !same(at.hot, d.HotAt) {
			rows = append(rows, moved{d, d.ID, d.row.Version, at.rank, at.due, at.until, at.half, at.hot})
		}
	}
	if len(rows) == 0 {
		return 0, nil
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return 0, fmt.Errorf("write times as JSON: %w", err)
	}
	var told []string
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var ids []string
		err := tx.NewRaw(`
UPDATE applications a SET rank = x.rank, due_at = x.due, until_at = x.until, half_at = x.half, hot_at = x.hot
FROM jsonb_to_recordset(?::jsonb) x(id text, version bigint, rank bigint, due timestamptz, until timestamptz, half timestamptz, hot timestamptz)
WHERE a.id = x.id AND a.version = x.version RETURNING a.id`, string(data)).Scan(ctx, &ids)
		if err != nil {
			return fmt.Errorf("write when applications are due: %w", err)
		}
		written = len(ids)
		if s.Inbox != nil {
			told, err = s.Inbox.Post(ctx, tx, s.newDays(rows, ids)...)
		}
		return err
	})
	if err == nil && len(told) > 0 {
		s.Inbox.Told(told)
	}
	return written, err
}

// same reports whether a time is the one that was written; Postgres keeps
// microseconds.
func same(now any, was bun.NullTime) bool {
	t, _ := now.(time.Time)
	return t.Truncate(time.Microsecond).Equal(was.Time)
}

// newDays tells of those that were written who is promised another day.
func (s *Service) newDays(rows []moved, ids []string) []inbox.Note {
	done := map[string]bool{}
	for _, id := range ids {
		done[id] = true
	}
	var notes []inbox.Note
	for _, m := range rows {
		due, ok := m.Due.(time.Time)
		if !ok || !done[m.ID] || m.DueAt.IsZero() {
			continue
		}
		day := calendar.DateOf(due.In(s.loc))
		if day == calendar.DateOf(m.DueAt.In(s.loc)) {
			continue
		}
		notes = append(notes, inbox.Note{
			Person: m.Person, Kind: contract.PermitDate, Thread: "permit:" + m.ID, Key: "permit:" + m.ID + ":date:" + string(day) + ":" + strconv.FormatInt(m.Version, 10),
			Agency: m.Agency, Link: "/permohonan/" + m.ID, At: s.now().UTC(),
			Values: func(lang words.Lang) map[string]string {
				return map[string]string{"layanan": m.ServiceName, "nomor": m.ID, "tanggal": words.Day(lang, day)}
			},
		})
	}
	return notes
}
