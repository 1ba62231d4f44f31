package place_test

import (
	"context"
	"testing"

	"rumah/server/city"
	"rumah/server/dbtest"
	"rumah/shared/place"
)

// A pack that lost what people, roles, invitations and logs refer to still
// loads: what is referred to stays, retired, and so does what is above it.
func TestWhatIsReferredToOutlivesThePack(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Tx(t), context.Background()
	s, pack, p := office(t, db)
	village, below := "", []string{}
	for _, a := range pack.Areas {
		if a.Parent != "" {
			village = a.Code
		}
	}
	if err := db.NewRaw(`SELECT id FROM agencies WHERE parent_id IS NOT NULL ORDER BY id LIMIT 1`).Scan(ctx, &below); err != nil {
		t.Fatal(err)
	}
	agencies := []string{p.AgencyID, pack.Agencies[0].ID, pack.Agencies[len(pack.Agencies)-1].ID}
	agencies = append(agencies, below...)
	if _, err := db.NewRaw(`
INSERT INTO people (id, kind, name, area_code, created_at) VALUES ('warga', 'citizen', 'Siti', ?0, now()), ('petugas', 'staff', 'Rina', NULL, now());
INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_at) VALUES ('g1', 'petugas', 'counter', ?1, ?2, now()), ('g2', 'petugas', 'verifier', ?5, NULL, now());
INSERT INTO invitations (id, token_hash, name, email, role, agency_id, totp_sealed, created_at, expires_at) VALUES ('u1', 'x', 'Budi', 'budi@contoh.id', 'counter', ?3, 'x', now(), now());
INSERT INTO openings (person_id, whom, reader_id, agency_id, what, purpose, at) VALUES ('warga', '', 'petugas', ?4, 'identifiers', 'Mencocokkan', now())`,
		village, agencies[0], p.ID, agencies[1], agencies[2], agencies[len(agencies)-1]).Exec(ctx); err != nil {
		t.Fatal(err)
	}
	list, err := s.List(ctx, place.Filter{Limit: 2})
	if err != nil || len(list.Items) < 2 {
		t.Fatal(err)
	}
	drafted := list.Items[1].ID
	if _, err := s.Save(as("Ani", ""), place.SaveDraft{ID: drafted, Content: written}); err != nil {
		t.Fatal(err)
	}
	for _, folder := range packs(t) {
		reload(t, db, folder, func(pack *city.Pack) { pack.Places, pack.Agencies, pack.Areas = nil, nil, nil })
		for what, sql := range map[string]string{
			"the village":      `SELECT retired_at IS NOT NULL FROM areas WHERE code = ?0`,
			"its district":     `SELECT d.retired_at IS NOT NULL FROM areas v JOIN areas d ON d.code = v.parent WHERE v.code = ?0`,
			"the place":        `SELECT retired_at IS NOT NULL FROM places WHERE id = ?1`,
			"a drafted place":  `SELECT retired_at IS NOT NULL FROM places WHERE id = ?2`,
			"the agencies":     `SELECT count(*) > 0 AND bool_and(retired_at IS NOT NULL) FROM agencies`,
			"all others leave": `SELECT count(*) = 2 FROM places`,
		} {
			var so bool
			if err := db.NewRaw(sql, village, p.ID, drafted).Scan(ctx, &so); err != nil || !so {
				t.Errorf("%s: %v %v", what, so, err)
			}
		}
		reload(t, db, folder, nil)
		if again, err := s.List(ctx, place.Filter{Limit: 1}); err != nil || again.Total != list.Total {
			t.Errorf("%d of %d came back, %v", again.Total, list.Total, err)
		}
	}
}
