package permit

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/city"
)

// Import loads how the services of a pack are applied for, whose services are
// already there. What differs from before is a new version, for applications
// keep the one they began with; a service that left the pack takes no new
// ones. Servers that start together take turns.
func Import(ctx context.Context, db bun.IDB, pack *city.Pack) error {
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load permits', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load permits: %w", err)
		}
		here := []string{}
		for _, p := range pack.Permits {
			here = append(here, p.Service)
			if err := load(ctx, tx, p); err != nil {
				return err
			}
		}
		_, err := tx.NewRaw(`UPDATE permit_services SET ended_at = now() WHERE ended_at IS NULL AND NOT service_id = ANY(?::text[])`, pgdialect.Array(here)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("end permits that left: %w", err)
		}
		return nil
	})
}

func load(ctx context.Context, tx bun.Tx, p city.Permit) error {
	definition, err := json.Marshal(p.Definition)
	if err != nil {
		return fmt.Errorf("write the way of %s as JSON: %w", p.Service, err)
	}
	form, err := json.Marshal(p.Form)
	if err != nil {
		return fmt.Errorf("write the form of %s as JSON: %w", p.Service, err)
	}
	var changed bool
	err = tx.NewRaw(`SELECT NOT EXISTS (SELECT FROM permit_services WHERE service_id = ? AND ended_at IS NULL AND definition = ?::jsonb AND form = ?::jsonb)`,
		p.Service, string(definition), string(form)).Scan(ctx, &changed)
	if err != nil {
		return fmt.Errorf("look how %s is applied for: %w", p.Service, err)
	}
	if !changed {
		return nil
	}
	if _, err := tx.NewRaw(`UPDATE permit_services SET ended_at = now() WHERE service_id = ? AND ended_at IS NULL`, p.Service).Exec(ctx); err != nil {
		return fmt.Errorf("end how %s was applied for: %w", p.Service, err)
	}
	_, err = tx.NewRaw(`
INSERT INTO permit_services (service_id, version, definition, form, published_at)
SELECT ?0, coalesce(max(version), 0) + 1, ?1::jsonb, ?2::jsonb, now() FROM permit_services WHERE service_id = ?0`, p.Service, string(definition), string(form)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("load how %s is applied for: %w", p.Service, err)
	}
	return nil
}
