package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// trialEvery is how often somebody may try a device. All of theirs together:
// a device may belong to a push service that hangs, and each trial waits for
// it.
const trialEvery = 5 * time.Second

// trialTold is how long it is told what became of a trial.
const trialTold = 5 * time.Minute

// trialSQL writes a message that the trigger carries nowhere, and carries it
// to one device.
const trialSQL = `
WITH m AS (
  INSERT INTO ` + Into + `
  SELECT d.person_id, ` + Values + `
  FROM jsonb_to_recordset($1::jsonb) x(` + Fields + `) JOIN push_devices d ON d.id = $2 AND d.person_id = x.person LEFT JOIN inbox_settings s ON s.person_id = d.person_id` + Once + `
  RETURNING id, sent_at
), v AS (
  INSERT INTO deliveries (message_id, device_id, way, made_at) SELECT id, $2, 'push', sent_at FROM m RETURNING id
)
INSERT INTO jobs.river_job (kind, args, queue, priority, max_attempts) SELECT 'inbox_push', jsonb_build_object('delivery', id), 'now', 1, 3 FROM v`

// Try implements inbox.API.
func (s *Service) Try(ctx context.Context, in inbox.ID) (inbox.Devices, error) {
	list, err := s.Devices(ctx)
	if err != nil {
		return list, err
	}
	name := ""
	for _, d := range list.Items {
		if d.ID == in.ID {
			name = d.Name
		}
	}
	if name == "" {
		return inbox.Devices{}, fault.New(fault.Unknown, "unknown")
	}
	person, now := api.Actor(ctx).ID, s.now()
	records, err := s.Records(ctx, []Note{{
		Person: person, Kind: inbox.Trial, Thread: "device:" + in.ID, Link: "/akun/kabar", At: now,
		Key:    "trial:" + strconv.FormatInt(now.Unix()/int64(trialEvery.Seconds()), 36),
		Values: func(words.Lang) map[string]string { return map[string]string{"perangkat": name} },
	}})
	if err != nil {
		return inbox.Devices{}, err
	}
	records[0].Push = false // but to this one, below
	data, err := json.Marshal(records)
	if err != nil {
		return inbox.Devices{}, fmt.Errorf("write notes as JSON: %w", err)
	}
	done, err := s.db.Raw().Exec(ctx, trialSQL, string(data), in.ID)
	if err == nil && done.RowsAffected() == 0 {
		busy := fault.New(fault.Busy, "busy")
		busy.Retry = int(trialEvery.Seconds())
		return inbox.Devices{}, busy
	}
	if err == nil {
		_, err = s.db.Raw().Exec(ctx, `SELECT pg_notify('jobs.river_insert', '{"queue":"now"}')`)
	}
	if err != nil {
		return inbox.Devices{}, fmt.Errorf("try a device: %w", err)
	}
	s.Told([]string{person})
	return list, nil
}
