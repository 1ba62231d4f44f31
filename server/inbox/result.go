package inbox

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rumah/server/jobs"
)

// parcel is a delivery with all that sending it takes.
type parcel struct {
	id       int64
	state    string
	message  int64
	kind     string
	thread   string
	subject  string
	body     string
	link     string
	urgency  string
	again    bool
	at       time.Time
	dies     time.Time
	needless bool   // it was read, put away or muted meanwhile
	device   string // "" for one that was removed, or is somebody else's now
	address  []byte // its hash
	sealed   []byte
	private  bool
	lang     string
	unread   int
}

// readParcels reads deliveries, those that are sent at the same moment
// together.
func (s *Service) readParcels(ctx context.Context, ids []int64) (map[int64]parcel, error) {
	rows, err := s.Jobs.Pool().Query(ctx, `
SELECT v.id, v.state, m.id, m.kind, m.thread, m.subject, m.body, m.link, m.urgency, m.again, m.sent_at, m.dies_at,
  m.read_at IS NOT NULL OR m.archived_at IS NOT NULL OR NOT m.firm AND m.topic = ANY (coalesce(s.muted, '{}')),
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
		if err := rows.Scan(&p.id, &p.state, &p.message, &p.kind, &p.thread, &p.subject, &p.body, &p.link, &p.urgency, &p.again, &p.at, &p.dies, &p.needless,
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

// result is what became of a delivery; of one that waits on, that its device
// is not reached at the moment.
type result struct {
	delivery, job int64
	state, reason string
	device        string
	address       string // its hash, when the message was handed over
	urgency       string
	written, at   time.Time
}

// finish writes a result, and that the work is over.
func (s *Service) finish(ctx context.Context, r result) error {
	r.job = jobs.ID(ctx)
	if err := s.note(ctx, r); err != nil {
		return err
	}
	s.figures.count(r)
	return nil
}

// note writes a result, those of the same moment together. When the database
// is away it waits for it: what was handed over would be handed over again.
func (s *Service) note(ctx context.Context, r result) error {
	for {
		_, _, err := s.done.Get(ctx, r)
		if err == nil || ctx.Err() != nil {
			return err
		}
		select {
		case <-time.After(noteAgain):
		case <-ctx.Done():
			return err
		}
	}
}

// noteAgain is how soon a result is written again that could not be.
const noteAgain = time.Second

// gather is how long results wait for others, to be written together. Nobody
// waits for them.
const gather = 20 * time.Millisecond

// resultsSQL writes what became of deliveries. A device that is gone is
// forgotten, unless the browser has told another address meanwhile. What
// somebody else is writing of a device at this moment is as good: nobody
// waits for another here.
const resultsSQL = `
WITH r AS MATERIALIZED (
  SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[]) AS r(id, state, reason, device, address, at)
), v AS (
  UPDATE deliveries v SET state = r.state, reason = r.reason, done_at = r.at FROM r WHERE v.id = r.id AND v.state = 'waiting' AND r.state <> 'waiting'
), seen AS (
  SELECT device, max(at) FILTER (WHERE state = 'sent') AS reached, min(at) FILTER (WHERE state IN ('waiting', 'failed')) AS failing FROM r GROUP BY device
), marked AS MATERIALIZED (
  SELECT d.id, coalesce(s.reached, d.reached_at) AS reached, CASE WHEN s.reached IS NULL THEN s.failing END AS failing
  FROM seen s JOIN push_devices d ON d.id = s.device
  WHERE s.reached IS NOT NULL AND (d.reached_at IS NULL OR d.failing_at IS NOT NULL OR d.reached_at < s.reached - interval '1 minute') OR s.reached IS NULL AND s.failing IS NOT NULL AND d.failing_at IS NULL
  FOR NO KEY UPDATE OF d SKIP LOCKED
), m AS (
  UPDATE push_devices d SET reached_at = m.reached, failing_at = m.failing FROM marked m WHERE d.id = m.id
), gone AS MATERIALIZED (
  SELECT d.id FROM r JOIN push_devices d ON d.id = r.device AND d.endpoint_hash = r.address WHERE r.state = 'gone' FOR UPDATE OF d SKIP LOCKED
), forgotten AS (
  DELETE FROM push_devices WHERE id IN (SELECT id FROM gone)
)
`

func (s *Service) writeResults(ctx context.Context, results []result) (map[result]struct{}, error) {
	n := len(results)
	ids, work, addresses, times := make([]int64, n), make([]int64, n), make([][]byte, n), make([]time.Time, n)
	states, reasons, devices := make([]string, n), make([]string, n), make([]string, n)
	for i, r := range results {
		ids[i], work[i], states[i], reasons[i], devices[i], addresses[i], times[i] = r.delivery, r.job, r.state, r.reason, r.device, []byte(r.address), r.at
	}
	_, err := s.Jobs.Pool().Exec(ctx, resultsSQL+fmt.Sprintf(jobs.Over, 7), ids, states, reasons, devices, addresses, times, work)
	if err != nil {
		return nil, fmt.Errorf("write what became of deliveries: %w", err)
	}
	return nil, nil
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
