// Package demo fills a house for trying it out and remembers that it did, so
// that nothing made up ever goes on air.
package demo

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/server/city"
	"rumah/server/identity"
)

// mark is the setting that says that the database holds demo data.
const mark = "demo"

// Loaded reports whether the database holds demo data.
func Loaded(ctx context.Context, db bun.IDB) (bool, error) {
	var loaded bool
	err := db.NewRaw("SELECT EXISTS (SELECT FROM settings WHERE key = ?)", mark).Scan(ctx, &loaded)
	if err != nil {
		return false, fmt.Errorf("look for demo data: %w", err)
	}
	return loaded, nil
}

// Load fills the database once: a note of a citizen on each of three places.
func Load(ctx context.Context, db bun.IDB) error {
	_, err := db.NewRaw(`
WITH fresh AS (
  INSERT INTO settings (key, value) VALUES (?, '{"corrections": 3}') ON CONFLICT DO NOTHING RETURNING key
), chosen AS (
  SELECT id, row_number() OVER (ORDER BY id) AS n FROM places WHERE retired_at IS NULL AND EXISTS (SELECT FROM fresh)
)
INSERT INTO corrections (place_id, about, text, phone, code, created_at)
SELECT id, (ARRAY['hours', 'address', 'phone'])[n], (ARRAY[
  'Hari Jumat loketnya tutup pukul 11.00, tadi saya ke sana.',
  'Pintu masuknya sekarang dari jalan samping, dekat masjid.',
  'Nomor di halaman ini tidak tersambung sejak kemarin.'])[n], '', 'K-DEM' || n, now()
FROM chosen WHERE n <= 3`, mark).Exec(ctx)
	if err != nil {
		return fmt.Errorf("load demo data: %w", err)
	}
	return nil
}

// People are those of the pack to try the house out with.
func People(pack *city.Pack) []identity.MadeUp {
	list := make([]identity.MadeUp, len(pack.Accounts))
	for i, a := range pack.Accounts {
		list[i] = identity.MadeUp{Name: a.Name, Phone: a.Phone, Email: a.Email, Role: a.Role, Agency: a.Agency, Place: a.Place}
	}
	return list
}
