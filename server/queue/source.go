package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Topics that phones follow: the log of a day, and the lines of a place.
const (
	dayTopic   = "day:"
	placeTopic = "place:"
)

// mostSince is how many events a phone catches up by; beyond it a snapshot
// is shorter.
const mostSince = 2000

// Snapshot is what somebody reads who begins to follow a topic: the state of
// a day, or the lines of a place today, as they are for nobody in
// particular. Fault: unknown.
func (s *Service) Snapshot(ctx context.Context, topic string) (body json.RawMessage, version int64, epoch string, err error) {
	if day, ok := strings.CutPrefix(topic, dayTopic); ok && database.Storable(day) {
		state, err := s.state(ctx, day)
		if err != nil {
			return nil, 0, "", err
		}
		body, err = json.Marshal(whole(state))
		return body, state.Version, state.Epoch, err
	}
	if id, ok := strings.CutPrefix(topic, placeTopic); ok {
		lines, err := s.linesFor(ctx, "", queue.LinesOf{Place: id, Date: s.today()})
		if err != nil {
			return nil, 0, "", err
		}
		body, err = json.Marshal(lines)
		return body, 0, "", err
	}
	return nil, 0, "", fault.New(fault.Unknown, "unknown")
}

// Since are the events of a topic after a version. ok is false when they
// cannot be told: the log was begun anew, too much happened, or the topic has
// none; then a snapshot is needed.
func (s *Service) Since(ctx context.Context, topic string, version int64, epoch string) (events []json.RawMessage, to int64, ok bool, err error) {
	day, found := strings.CutPrefix(topic, dayTopic)
	if !found || !database.Storable(day, epoch) {
		return nil, 0, false, nil
	}
	var row struct {
		Version int64
		Epoch   string
		Events  string // JSON
	}
	err = s.db.NewRaw(`
SELECT d.version, d.epoch, (SELECT coalesce(json_agg(e.body ORDER BY e.version), '[]')::text FROM (
  SELECT body, version FROM queue_events WHERE day_id = d.id AND version > ?1 AND version <= d.version AND d.epoch = ?2 ORDER BY version LIMIT ?3
) e) AS events
FROM queue_days d WHERE d.id = ?0`, day, version, epoch, mostSince+1).Scan(ctx, &row)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, 0, false, fault.New(fault.Unknown, "unknown")
	case err == nil:
		err = json.Unmarshal([]byte(row.Events), &events)
	}
	if err != nil {
		return nil, 0, false, fmt.Errorf("read what happened in %s: %w", day, err)
	}
	if row.Epoch != epoch || version < 0 || version+int64(len(events)) != row.Version || len(events) > mostSince {
		return nil, 0, false, nil
	}
	return events, row.Version, true, nil
}

// Versions are where topics are now; unknown ones are left out. A place has
// no versions: its number only changes when its lines do, or the day.
func (s *Service) Versions(ctx context.Context, topics []string) (map[string]int64, error) {
	var rows []struct {
		Topic   string
		Version int64
	}
	err := s.db.NewRaw(`
SELECT ?0 || id AS topic, version FROM queue_days WHERE id = ANY(?1)
UNION ALL
SELECT ?2 || p.id, (?3::date - date '2000-01-01') * 1000000000::bigint + coalesce(sum(d.version + 1), 0)::bigint
FROM places p LEFT JOIN queues q ON q.place_id = p.id LEFT JOIN queue_days d ON d.queue_id = q.id AND d.date = ?3
WHERE p.id = ANY(?4) GROUP BY p.id`,
		dayTopic, pgdialect.Array(named(topics, dayTopic)), placeTopic, string(s.today()), pgdialect.Array(named(topics, placeTopic))).Scan(ctx, &rows)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("read versions: %w", err)
	}
	versions := make(map[string]int64, len(rows))
	for _, row := range rows {
		versions[row.Topic] = row.Version
	}
	return versions, nil
}

// named are the ids of the topics of a kind.
func named(topics []string, kind string) []string {
	ids := []string{}
	for _, topic := range topics {
		if id, ok := strings.CutPrefix(topic, kind); ok && database.Storable(id) {
			ids = append(ids, id)
		}
	}
	return ids
}
