package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"rumah/shared/access"
	"rumah/shared/identity"
)

// Began implements api.Audit.
func (s *Service) Began(ctx context.Context, a access.Actor, operation, target string) (int64, error) {
	var id int64
	err := s.asks.QueryRowContext(ctx, `INSERT INTO audit_log (at, person_id, who, operation, target) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		s.now(), a.ID, a.Name, operation, target).Scan(&id)
	if err != nil {
		return 0, fmt.Errorf("write the audit log: %w", err)
	}
	return id, nil
}

// Ended implements api.Audit. The row of the beginning is there whatever
// happens here.
func (s *Service) Ended(ctx context.Context, a access.Actor, id int64, operation, target string, status int) {
	_, err := s.asks.ExecContext(context.WithoutCancel(ctx), `INSERT INTO audit_log (of, at, person_id, who, operation, target, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		id, s.now(), a.ID, a.Name, operation, target, strconv.Itoa(status))
	if err != nil {
		s.Log.ErrorContext(ctx, "outcome missing in the audit log", "of", id, "status", status, "err", err)
	}
}

// note writes what is no operation of a signed-in member of staff: coming in,
// and alarms.
func (s *Service) note(ctx context.Context, person, who, operation, outcome, alarm string) {
	_, err := s.db.NewRaw(`INSERT INTO audit_log (at, person_id, who, operation, target, outcome, alarm) VALUES (?, ?, ?, ?, '', ?, ?)`,
		s.now(), person, who, operation, outcome, alarm).Exec(context.WithoutCancel(ctx))
	if err != nil {
		s.Log.ErrorContext(ctx, "missing in the audit log", "person", person, "operation", operation, "outcome", outcome, "alarm", alarm, "err", err)
	}
}

func (s *Service) alarm(ctx context.Context, a access.Actor, operation, key string) {
	s.Log.WarnContext(ctx, "alarm", "person", a.ID, "operation", operation, "alarm", key)
	s.note(ctx, a.ID, a.Name, operation, "refused", key)
}

// pageAudit is how many lines one page of the log has.
const pageAudit = 50

// Audit implements identity.API.
func (s *Service) Audit(ctx context.Context, filter identity.AuditFilter) (identity.Audit, error) {
	before, err := cursor(filter.After)
	if err != nil {
		return identity.Audit{}, err
	}
	list := identity.Audit{Items: []identity.AuditLine{}, Now: s.now()}
	var rows string
	err = s.db.NewRaw(`
SELECT coalesce(json_agg(l), '[]')::text FROM (
  SELECT l.id, l.at, l.who, l.operation, l.target, coalesce(nullif(l.outcome, ''), e.outcome, '') AS outcome, l.alarm
  FROM audit_log l LEFT JOIN audit_log e ON e.of = l.id
  WHERE l.of IS NULL AND l.id < ?0 AND (NOT ?1 OR l.alarm <> '')
    AND (?2 = '' OR strpos(lower(l.who || ' ' || l.operation || ' ' || l.target), lower(?2)) > 0)
  ORDER BY l.id DESC LIMIT ?3
) l`, before, filter.Alarm, filter.Text, pageAudit+1).Scan(ctx, &rows)
	if err == nil {
		err = json.Unmarshal([]byte(rows), &list.Items)
	}
	if err != nil {
		return list, fmt.Errorf("read the audit log: %w", err)
	}
	if len(list.Items) > pageAudit {
		list.Items = list.Items[:pageAudit]
		list.Next = strconv.FormatInt(list.Items[pageAudit-1].ID, 10)
	}
	return list, nil
}
