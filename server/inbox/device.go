package inbox

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"rumah/server/api"
	"rumah/server/push"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// mark is a keyed hash, short enough for a push and long enough for a secret.
func (s *Service) mark(kind, value string) string {
	return base64.RawURLEncoding.EncodeToString(s.Vault.Hash(kind, value)[:12])
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// devicesSQL answers the devices of somebody with what became of the last
// trial. The one that asks is that which its session used last.
const devicesSQL = `
SELECT d.id, d.name, d.session_id = $2 AND d.seen_at = max(d.seen_at) OVER (PARTITION BY d.session_id), d.added_at, coalesce(d.reached_at, 'epoch'), d.failing_at IS NOT NULL,
  coalesce(t.state, '')
FROM push_devices d LEFT JOIN LATERAL (
  SELECT CASE WHEN v.shown_at IS NOT NULL THEN 'shown' WHEN v.state IN ('waiting', 'sent') THEN v.state ELSE 'failed' END AS state
  FROM deliveries v JOIN messages m ON m.id = v.message_id
  WHERE v.device_id = d.id AND m.kind = $3 AND v.made_at > $4 ORDER BY v.id DESC LIMIT 1
) t ON true
WHERE d.person_id = $1 ORDER BY d.seen_at DESC, d.id`

// Devices implements inbox.API.
func (s *Service) Devices(ctx context.Context) (inbox.Devices, error) {
	list := inbox.Devices{Items: []inbox.Device{}, Key: s.Push.Keys.Public, Now: s.now()}
	a := api.Actor(ctx)
	rows, err := s.db.Raw().Query(ctx, devicesSQL, a.ID, a.Session, string(inbox.Trial), list.Now.Add(-trialTold))
	if err != nil {
		return list, fmt.Errorf("list devices: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var d inbox.Device
		if err := rows.Scan(&d.ID, &d.Name, &d.Here, &d.Added, &d.Reached, &d.Failing, &d.Trial); err != nil {
			return list, fmt.Errorf("list devices: %w", err)
		}
		if d.Reached.Unix() == 0 {
			d.Reached = time.Time{}
		}
		list.Items = append(list.Items, d)
	}
	if err := rows.Err(); err != nil {
		return list, fmt.Errorf("list devices: %w", err)
	}
	return list, nil
}

// Subscribe implements inbox.API. A browser stays the same when somebody
// else signs in there, but is theirs then, with what it is called. One that
// was removed comes back only when somebody agrees anew.
func (s *Service) Subscribe(ctx context.Context, in inbox.Subscribe) (inbox.Devices, error) {
	sub := push.Subscription{Endpoint: in.Endpoint, P256DH: in.P256DH, Auth: in.Auth}
	if field := s.Push.Problem(sub); field != "" {
		return inbox.Devices{}, fault.Wrong(fault.Field{Name: field, Key: "subscription"})
	}
	a, hash := api.Actor(ctx), s.address(in.Endpoint)
	sealed, err := s.seal(hash, sub)
	if err != nil {
		return inbox.Devices{}, err
	}
	name, reads := in.Name, in.Lang
	if name == "" {
		name = s.Device(ctx)
	}
	if reads == "" {
		reads = string(words.ID)
	}
	_, err = s.db.Raw().Exec(ctx, `
WITH crowd AS (
  DELETE FROM push_devices WHERE id IN (SELECT id FROM push_devices WHERE person_id = $2 AND endpoint_hash <> $4 ORDER BY seen_at DESC, id OFFSET $8)
), reads AS (
  INSERT INTO inbox_settings (person_id, lang, changed_at) VALUES ($2, $9, $7) ON CONFLICT (person_id) DO NOTHING
), agreed AS (
  DELETE FROM push_removed WHERE session_id = $3 AND $10
)
INSERT INTO push_devices AS d (id, person_id, session_id, endpoint_hash, sealed, name, added_at, seen_at)
SELECT $1, $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz WHERE $10 OR NOT EXISTS (SELECT FROM push_removed WHERE session_id = $3)
ON CONFLICT (endpoint_hash) DO UPDATE SET person_id = $2, session_id = $3, sealed = $5, seen_at = $7,
  name = CASE WHEN d.person_id = $2 THEN d.name ELSE $6 END, added_at = CASE WHEN d.person_id = $2 THEN d.added_at ELSE $7 END`,
		vault.Token(), a.ID, a.Session, hash, sealed, name, s.now(), inbox.MostDevices-1, reads, in.New)
	if err != nil {
		return inbox.Devices{}, fmt.Errorf("add a device: %w", err)
	}
	return s.Devices(ctx)
}

// address is how the address of a browser is found again.
func (s *Service) address(endpoint string) []byte { return s.Vault.Hash("push endpoint", endpoint) }

// seal keeps the address of a browser for its hash.
func (s *Service) seal(hash []byte, sub push.Subscription) ([]byte, error) {
	data, err := json.Marshal(sub)
	if err != nil {
		return nil, fmt.Errorf("write an address: %w", err)
	}
	return s.Vault.Seal(owner(hash), data), nil
}

// unseal is the address of a browser.
func (s *Service) unseal(hash, sealed []byte) (to push.Subscription, err error) {
	data, err := s.Vault.Open(owner(hash), sealed)
	if err == nil {
		err = json.Unmarshal(data, &to)
	}
	if err != nil {
		return to, fmt.Errorf("open an address: %w", err)
	}
	return to, nil
}

func owner(hash []byte) string { return "push " + base64.RawURLEncoding.EncodeToString(hash) }

// Resubscribe implements inbox.API. The old address is as secret as the new
// one: only the browser and its push service know it.
func (s *Service) Resubscribe(ctx context.Context, in inbox.Resubscribe) error {
	sub := push.Subscription{Endpoint: in.Endpoint, P256DH: in.P256DH, Auth: in.Auth}
	if field := s.Push.Problem(sub); field != "" {
		return fault.Wrong(fault.Field{Name: field, Key: "subscription"})
	}
	hash := s.address(in.Endpoint)
	sealed, err := s.seal(hash, sub)
	if err != nil {
		return err
	}
	done, err := s.db.Raw().Exec(ctx, `
UPDATE push_devices SET endpoint_hash = $2, sealed = $3, seen_at = $4, failing_at = NULL
WHERE endpoint_hash = $1 AND NOT EXISTS (SELECT FROM push_devices WHERE endpoint_hash = $2 AND $1 <> $2)`, s.address(in.Old), hash, sealed, s.now())
	if err != nil {
		return fmt.Errorf("renew a device: %w", err)
	}
	return found(done)
}

// Rename implements inbox.API.
func (s *Service) Rename(ctx context.Context, in inbox.Rename) (inbox.Devices, error) {
	done, err := s.db.Raw().Exec(ctx, `UPDATE push_devices SET name = $3 WHERE id = $1 AND person_id = $2`, in.ID, api.Actor(ctx).ID, in.Name)
	if err != nil {
		return inbox.Devices{}, fmt.Errorf("rename a device: %w", err)
	}
	if err := found(done); err != nil {
		return inbox.Devices{}, err
	}
	return s.Devices(ctx)
}

// Remove implements inbox.API.
func (s *Service) Remove(ctx context.Context, in inbox.ID) (inbox.Devices, error) {
	done, err := s.db.Raw().Exec(ctx, `
WITH gone AS (DELETE FROM push_devices WHERE id = $1 AND person_id = $2 RETURNING session_id)
INSERT INTO push_removed SELECT session_id FROM gone ON CONFLICT (session_id) DO UPDATE SET session_id = excluded.session_id`, in.ID, api.Actor(ctx).ID)
	if err != nil {
		return inbox.Devices{}, fmt.Errorf("remove a device: %w", err)
	}
	if err := found(done); err != nil {
		return inbox.Devices{}, err
	}
	return s.Devices(ctx)
}

// found is unknown when nothing was changed.
func found(done pgconn.CommandTag) error {
	if done.RowsAffected() == 0 {
		return fault.New(fault.Unknown, "unknown")
	}
	return nil
}
