package queue

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/city"
)

// importVersion is part of the recorded hash: raise it when the same pack
// must be loaded anew because what is made of it has changed.
const importVersion = "1"

// Import loads the queues of a pack whose places are already there, all at
// once or not at all. What was set up in the house wins over the pack, and a
// queue that left the pack gives no more numbers. A pack that is already
// there is left alone; servers that start together take turns. The days that
// are there follow when they are tended.
func Import(ctx context.Context, db bun.IDB, pack *city.Pack) error {
	hash := pack.Hash + "." + importVersion
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var loaded bool
		if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('load queues', 0))`); err != nil {
			return fmt.Errorf("wait for other servers that load the queues: %w", err)
		}
		if err := tx.NewRaw(`SELECT EXISTS (SELECT FROM imports WHERE domain = 'queue' AND hash = ?)`, hash).Scan(ctx, &loaded); err != nil || loaded {
			return err
		}
		if err := loadQueues(ctx, tx, pack); err != nil {
			return fmt.Errorf("load city pack %s: %w", pack.Info.ID, err)
		}
		_, err := tx.NewRaw(`
INSERT INTO imports (domain, hash) VALUES ('queue', ?)
ON CONFLICT (domain) DO UPDATE SET hash = excluded.hash, loaded_at = now()`, hash).Exec(ctx)
		if err != nil {
			return fmt.Errorf("record city pack %s: %w", pack.Info.ID, err)
		}
		return nil
	})
}

// loadQueues closes what left the pack, then writes what is in it. The order
// lets letters and names pass from one queue to another.
func loadQueues(ctx context.Context, tx bun.Tx, pack *city.Pack) error {
	own, err := edited(ctx, tx)
	if err != nil {
		return err
	}
	here := []string{}
	for _, q := range pack.Queues {
		here = append(here, q.ID)
	}
	// Letters are taken back first, for two queues may have changed them.
	if _, err := tx.NewRaw(`UPDATE queues SET active = false WHERE NOT edited`).Exec(ctx); err != nil {
		return fmt.Errorf("take back the letters of queues: %w", err)
	}
	if _, err := tx.NewRaw(`UPDATE queues SET next_id = NULL WHERE NOT edited AND NOT id = ANY(?::text[])`, pgdialect.Array(here)).Exec(ctx); err != nil {
		return fmt.Errorf("close queues that left: %w", err)
	}
	next := map[string]string{}
	for _, q := range pack.Queues {
		if own.queues[q.ID] {
			continue
		}
		c := q.Content
		next[q.ID], c.Next = c.Next, "" // which may not be there yet
		c.Active = !own.letters[[2]string{q.Place, c.Prefix}]
		if err := writeQueue(ctx, tx, q.Place, q.ID, false, c); err != nil {
			return err
		}
	}
	for id, to := range next {
		if to == "" {
			continue
		}
		if _, err := tx.NewRaw(`UPDATE queues q SET next_id = n.id FROM queues n WHERE q.id = ? AND n.id = ? AND n.place_id = q.place_id`, id, to).Exec(ctx); err != nil {
			return fmt.Errorf("lead queue %s on to %s: %w", id, to, err)
		}
	}
	return nil
}

// ours is what was set up in the house.
type ours struct {
	queues  map[string]bool
	letters map[[2]string]bool // place and prefix in use
}

func edited(ctx context.Context, tx bun.Tx) (ours, error) {
	var rows []struct {
		ID, PlaceID, Prefix string
		Active              bool
	}
	own := ours{queues: map[string]bool{}, letters: map[[2]string]bool{}}
	if err := tx.NewRaw(`SELECT id, place_id, prefix, active FROM queues WHERE edited FOR UPDATE`).Scan(ctx, &rows); err != nil {
		return own, fmt.Errorf("read the queues of the house: %w", err)
	}
	for _, r := range rows {
		own.queues[r.ID] = true
		if r.Active {
			own.letters[[2]string{r.PlaceID, r.Prefix}] = true
		}
	}
	return own, nil
}
