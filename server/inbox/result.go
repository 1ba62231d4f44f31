package inbox

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// readParcels reads deliveries, those that are sent at the same moment
// together.
func (s *Service) readParcels(ctx context.Context, ids []int64) (map[int64]parcel, error) {
	rows, err := s.db.Raw().Query(ctx, `
SELECT v.id, v.state, m.id, m.kind, m.thread, m.subject, m.body, m.link, m.urgency, m.again, m.sent_at, m.dies_at, m.read_at IS NOT NULL,
  coalesce(d.id, ''), d.endpoint_hash, d.sealed, coalesce(s.private, false), coalesce(s.lang, 'id'),
  (SELECT count(*) FROM (SELECT FROM messages u WHERE u.person_id = m.person_id AND u.read_at IS NULL AND u.archived_at IS NULL LIMIT 100) x)
FROM deliveries v JOIN messages m ON m.id = v.message_id LEFT JOIN push_devices d ON d.id = v.device_id AND d.person_id = m.person_id
LEFT JOIN inbox_settings s ON s.person_id = m.person_id
WHERE v.id = ANY ($1)`, ids)
	if err != nil {
		return nil, fmt.Errorf("read deliveries: %w", err)
	}
	defer rows.Close()
	found := make(map[int64]parcel, len(ids))
	for rows.Next() {
		var p parcel
		if err := rows.Scan(&p.id, &p.state, &p.message, &p.kind, &p.thread, &p.subject, &p.body, &p.link, &p.urgency, &p.again, &p.at, &p.dies, &p.read,
			&p.device, &p.address, &p.sealed, &p.private, &p.lang, &p.unread); err != nil {
			return nil, fmt.Errorf("read deliveries: %w", err)
		}
		found[p.id] = p
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read deliveries: %w", err)
	}
	return found, nil
}

// result is what became of a delivery.
type result struct {
	delivery              int64
	state, reason, device string
	at                    time.Time
}

// finish writes a result, those of the same moment together.
func (s *Service) finish(ctx context.Context, r result) error {
	_, _, err := s.done.Get(ctx, r)
	return err
}

// writeResults writes what became of deliveries. A device that is gone is
// forgotten; one that was reached is known to work.
func (s *Service) writeResults(ctx context.Context, results []result) (map[result]struct{}, error) {
	n := len(results)
	ids, states, reasons, devices, times := make([]int64, n), make([]string, n), make([]string, n), make([]string, n), make([]time.Time, n)
	for i, r := range results {
		ids[i], states[i], reasons[i], devices[i], times[i] = r.delivery, r.state, r.reason, r.device, r.at
	}
	_, err := s.db.Raw().Exec(ctx, `
WITH r AS MATERIALIZED (
  SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) AS r(id, state, reason, device, at)
), v AS (
  UPDATE deliveries v SET state = r.state, reason = r.reason, done_at = r.at FROM r WHERE v.id = r.id AND v.state = 'waiting'
), reached AS (
  UPDATE push_devices d SET reached_at = r.at, failing_at = NULL
  FROM (SELECT device, max(at) AS at FROM r WHERE state = 'sent' GROUP BY device) r
  WHERE d.id = r.device AND (d.reached_at IS NULL OR d.failing_at IS NOT NULL OR d.reached_at < r.at - interval '1 minute')
)
DELETE FROM push_devices WHERE id IN (SELECT device FROM r WHERE state = 'gone' AND device <> '')`, ids, states, reasons, devices, times)
	if err != nil {
		return nil, fmt.Errorf("write what became of deliveries: %w", err)
	}
	return nil, nil
}

// failing notes that a device is not reached at the moment.
func (s *Service) failing(ctx context.Context, device string, at time.Time) error {
	_, err := s.db.Raw().Exec(ctx, `UPDATE push_devices SET failing_at = $2 WHERE id = $1 AND failing_at IS NULL`, device, at)
	if err != nil {
		return fmt.Errorf("note that a device is not reached: %w", err)
	}
	return nil
}

// receipt is by which a device names a delivery; nobody can make one up.
func (s *Service) receipt(delivery int64) string {
	id := strconv.FormatInt(delivery, 36)
	return id + "." + s.mark("receipt", id)
}

// unreceipt is the delivery a device names; ok is false for one made up.
func (s *Service) unreceipt(receipt string) (delivery int64, ok bool) {
	id, mark, _ := strings.Cut(receipt, ".")
	delivery, err := strconv.ParseInt(id, 36, 64)
	return delivery, err == nil && same(mark, s.mark("receipt", id))
}
