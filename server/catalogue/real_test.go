package catalogue_test

import (
	"context"
	"testing"

	"github.com/uptrace/bun"

	"rumah/server/dbtest"
	"rumah/shared/catalogue"
)

// took is n cases that took some days, decided so many hours ago.
func took(t *testing.T, tx bun.IDB, n, days, hours int, inTime bool) {
	t.Helper()
	_, err := tx.NewRaw(`
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, created_at, saved_at, sent_at, changed_at, ended_at, took_days, took_minutes, in_time, returned)
SELECT 'C' || ?2 || '-' || i, 'ktp-baru', 1, 'siti', 'Siti', p.agency_id, p.id, '', ('C' || ?2 || '-' || i)::bytea, 1, '{"stage": "issued"}', ?4, ?4, ?4, ?4, ?4::timestamptz - make_interval(hours => ?2), ?1, ?1 * 480, ?3, false
FROM generate_series(1, ?0) i, (SELECT id, agency_id FROM places ORDER BY id LIMIT 1) p`, n, days, hours, inTime, noon.UTC()).Exec(context.Background())
	if err != nil {
		t.Fatal(err)
	}
}

// A service says what its latest cases really took, once there are enough.
func TestWhatAServiceReallyTakes(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	load(t, db, made(t).pack)
	s := open(db)
	for _, sql := range []string{
		`INSERT INTO permit_services (service_id, version, definition, form, published_at) VALUES ('ktp-baru', 1, '{}', '{}', now())`,
		`INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', 'Siti', now())`,
	} {
		if _, err := db.NewRaw(sql).Exec(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	get := func() *catalogue.Real {
		svc, err := s.Get(context.Background(), catalogue.ID{ID: "ktp-baru"})
		if err != nil {
			t.Fatal(err)
		}
		return svc.Real
	}
	took(t, db, 4, 2, 100, true)
	took(t, db, 50, 9, 24*400, true) // more than a year ago
	if r := get(); r != nil {
		t.Errorf("four cases tell %+v", r)
	}
	took(t, db, 4, 3, 90, false)
	if r := get(); r == nil || r.Cases != 8 || r.Days != 2 || r.Minutes != 960 || *r.InTime != 50 {
		t.Errorf("%+v", r)
	}
	took(t, db, 100, 1, 10, true) // the latest hundred
	if r := get(); r.Cases != 100 || r.Days != 1 || *r.InTime != 100 {
		t.Errorf("%+v", r)
	}
}
