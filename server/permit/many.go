package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/inbox"
	"rumah/shared/permit"
)

// change is what was decided about one of many applications.
type change struct {
	*dossier
	events []permit.Event
}

// altered is a change as its statement takes it.
type altered struct {
	ID      string      `json:"id"`
	Was     int64       `json:"was"`
	Version int64       `json:"version"`
	Head    permit.Head `json:"head"`
	Asked   []string    `json:"asked"`
	Rank    int64       `json:"rank"`
	Due     any         `json:"due"`
	Until   any         `json:"until"`
	Half    any         `json:"half"`
	Hot     any         `json:"hot"`
	At      time.Time   `json:"at"`
	Log     []written   `json:"log"`
}

// writeMany is write for many applications, in one statement: those that
// somebody else has changed meanwhile are left as they are. It answers which
// were written.
func (s *Service) writeMany(ctx context.Context, list []change) (map[string]bool, error) {
	done := map[string]bool{}
	if len(list) == 0 {
		return done, nil
	}
	rows, places := make([]altered, len(list)), make([]standing, len(list))
	for i, c := range list {
		at := s.standing(c.dossier)
		rows[i] = altered{ID: c.ID, Was: c.Version, Version: c.state.Version, Head: c.state.Head, Asked: at.asked, Rank: at.rank, Due: at.due, Until: at.until, Half: at.half, Hot: at.hot,
			At: time.UnixMilli(c.state.At).UTC(), Log: logOf(c.events)}
		places[i] = at
	}
	data, err := json.Marshal(rows)
	if err != nil {
		return nil, fmt.Errorf("write applications as JSON: %w", err)
	}
	var told []string
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var ids []string
		err := tx.NewRaw(`
WITH wanted AS (
  SELECT * FROM jsonb_to_recordset(?::jsonb) x(id text, was bigint, version bigint, head jsonb, asked jsonb, rank bigint, due timestamptz, until timestamptz, half timestamptz, hot timestamptz, at timestamptz, log jsonb)
), held AS ( -- in one order, so that two who give out the same wait for each other
  SELECT a.id FROM applications a JOIN wanted w ON w.id = a.id AND w.was = a.version ORDER BY a.id FOR UPDATE OF a
), changed AS (
  UPDATE applications a SET version = w.version, head = w.head, asked = ARRAY(SELECT jsonb_array_elements_text(w.asked)), rank = w.rank, due_at = w.due, until_at = w.until, half_at = w.half, hot_at = w.hot, changed_at = w.at
  FROM wanted w JOIN held h ON h.id = w.id WHERE a.id = w.id AND a.version = w.was RETURNING a.id, w.log
), logged AS (
  INSERT INTO application_events (application_id, version, at, action, actor_id, body)
  SELECT c.id, e.version, e.at, e.action, e.actor, e.body FROM changed c, jsonb_to_recordset(c.log) e(version bigint, at timestamptz, action text, actor text, body jsonb)
)
SELECT id FROM changed`, string(data)).Scan(ctx, &ids)
		if err != nil {
			return fmt.Errorf("write what happened to applications: %w", err)
		}
		for _, id := range ids {
			done[id] = true
		}
		var notes []inbox.Note
		for i, c := range list {
			if note, ok := s.note(c.dossier, c.events, places[i]); ok && done[c.ID] {
				notes = append(notes, note)
			}
		}
		if s.Inbox != nil {
			told, err = s.Inbox.Post(ctx, tx, notes...)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(told) > 0 {
		s.Inbox.Told(told)
	}
	return done, nil
}

// logOf are events as a statement takes them.
func logOf(events []permit.Event) []written {
	list := make([]written, len(events))
	for i, e := range events {
		list[i] = written{Version: e.Version, At: time.UnixMilli(e.At).UTC(), Action: string(e.Action), Body: e}
		if e.By != "" {
			list[i].Actor = &events[i].By
		}
	}
	return list
}
