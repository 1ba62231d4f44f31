package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/city"
	"rumah/server/revision"
	"rumah/shared/permitform"
	shared "rumah/shared/revision"
)

// Written are the drafts and versions of how services are applied for.
var Written = revision.Shelf[permitform.Content]{Kind: "permit"}

// Import loads how the services of a pack are applied for, whose services are
// already there. What differs from before is a new version, for applications
// keep the one they began with; a service that left the pack takes no new
// ones. What an agency has written in the house always wins over the pack.
// Servers that start together take turns.
func Import(ctx context.Context, db bun.IDB, pack *city.Pack) error {
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load permits', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load permits: %w", err)
		}
		if err := recall(ctx, tx); err != nil {
			return err
		}
		here := []string{}
		for _, p := range pack.Permits {
			here = append(here, p.Service)
			if err := load(ctx, tx, p); err != nil {
				return err
			}
		}
		_, err := tx.NewRaw(`UPDATE permit_services SET ended_at = now() WHERE ended_at IS NULL AND NOT own AND NOT service_id = ANY(?::text[])`, pgdialect.Array(here)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("end permits that left: %w", err)
		}
		return nil
	})
}

// recall adds to the history what was loaded before there was one.
func recall(ctx context.Context, tx bun.Tx) error {
	_, err := tx.ExecContext(ctx, `
INSERT INTO revisions (subject_kind, subject_id, number, content, author_id, author_name, publisher_id, publisher_name, note, published_at)
SELECT 'permit', service_id, version, jsonb_build_object('form', form, 'definition', definition), '', '', '', '', '', published_at FROM permit_services
ON CONFLICT DO NOTHING`)
	if err != nil {
		return fmt.Errorf("add to the history of permits: %w", err)
	}
	return nil
}

func load(ctx context.Context, tx bun.Tx, p city.Permit) error {
	// Whoever publishes at this moment waits, or is waited for.
	if _, err := tx.NewRaw(`SELECT FROM services WHERE id = ? FOR UPDATE`, p.Service).Exec(ctx); err != nil {
		return fmt.Errorf("hold %s: %w", p.Service, err)
	}
	c := permitform.Content{Form: p.Form, Definition: p.Definition}
	form, definition, err := asJSON(c)
	if err != nil {
		return err
	}
	var changed bool
	err = tx.NewRaw(`
SELECT NOT EXISTS (SELECT FROM permit_services WHERE service_id = ?0 AND own)
   AND NOT EXISTS (SELECT FROM permit_services WHERE service_id = ?0 AND ended_at IS NULL AND definition = ?1::jsonb AND form = ?2::jsonb)`,
		p.Service, definition, form).Scan(ctx, &changed)
	if err != nil {
		return fmt.Errorf("look how %s is applied for: %w", p.Service, err)
	}
	if !changed {
		return nil
	}
	var now time.Time
	if err := tx.NewRaw(`SELECT now()`).Scan(ctx, &now); err != nil {
		return fmt.Errorf("read the time: %w", err)
	}
	v := revision.Version[permitform.Content]{Version: shared.Version{PublishedAt: now}, Content: c}
	if v.Number, err = Written.Add(ctx, tx, p.Service, v); err != nil {
		return err
	}
	return Begin(ctx, tx, p.Service, v)
}

// Begin makes a version the one that new applications begin with, and ends
// the one before. It belongs into the transaction that adds the version to
// the history.
func Begin(ctx context.Context, tx bun.IDB, service string, v revision.Version[permitform.Content]) error {
	form, definition, err := asJSON(v.Content)
	if err != nil {
		return err
	}
	if err := End(ctx, tx, service, v.PublishedAt); err != nil {
		return err
	}
	_, err = tx.NewRaw(`
INSERT INTO permit_services (service_id, version, definition, form, published_at, own) VALUES (?, ?, ?::jsonb, ?::jsonb, ?::timestamptz, ?)`,
		service, v.Number, definition, form, v.PublishedAt.UTC(), v.AuthorID != "").Exec(ctx)
	if err != nil {
		return fmt.Errorf("begin a version of how %s is applied for: %w", service, err)
	}
	return nil
}

// End lets no new applications for a service begin.
func End(ctx context.Context, tx bun.IDB, service string, at time.Time) error {
	if _, err := tx.NewRaw(`UPDATE permit_services SET ended_at = ?::timestamptz WHERE service_id = ? AND ended_at IS NULL`, at.UTC(), service).Exec(ctx); err != nil {
		return fmt.Errorf("end how %s was applied for: %w", service, err)
	}
	return nil
}

func asJSON(c permitform.Content) (form, definition string, err error) {
	f, err := json.Marshal(c.Form)
	if err != nil {
		return "", "", fmt.Errorf("write a form as JSON: %w", err)
	}
	d, err := json.Marshal(c.Definition)
	if err != nil {
		return "", "", fmt.Errorf("write a way as JSON: %w", err)
	}
	return string(f), string(d), nil
}
