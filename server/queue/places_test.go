package queue

import (
	"io/fs"
	"testing"
	"time"

	"rumah/assets"
	"rumah/server/city"
	"rumah/server/dbtest"
	places "rumah/server/place"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// A place with queues tells how many wait in those of today; one without is
// not in the list.
func TestPlaces(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t)
	packs, err := fs.ReadDir(assets.FS, "city")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(assets.FS, "city/"+packs[0].Name())
	if err != nil {
		t.Fatal(err)
	}
	pack, err := city.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := places.Import(t.Context(), db, pack); err != nil {
		t.Fatal(err)
	}
	wib := time.FixedZone("WIB", 7*3600)
	s := New(db, func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, wib) }, wib, Options{})
	hospital, village := placeOf(t, pack, "hospital"), placeOf(t, pack, "village")
	for _, sql := range []string{
		`DELETE FROM tickets; DELETE FROM queue_events; DELETE FROM queue_days; DELETE FROM counters; DELETE FROM queues`,
		`INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
		 SELECT id, place, id, '', 'anak', prefix, active, 'single', '', 0, 3, false, 7, 60, 0, 0, false, 600, '[]'
		 FROM (VALUES ('satu', '` + hospital + `', 'A', true), ('dua', '` + hospital + `', 'B', true), ('lama', '` + hospital + `', 'C', false), ('desa', '` + village + `', 'A', true)) v (id, place, prefix, active)`,
		`INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
		 SELECT q || '-' || date, q, date::date, 480, 720, now(), now(), status, 'e', -1, 0, -1, -1, '{}'
		 FROM (VALUES ('satu', '2026-11-23', 'open'), ('satu', '2026-11-24', 'scheduled'), ('dua', '2026-11-23', 'closed')) v (q, date, status)`,
		`INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, holder, ground, payer, via, requester, request_key, promised, taken_at)
		 SELECT day || n, day, n, 'regular', stage, 0, false, '', '', 'other', 'desk', 'x', day || n, '{}', now()
		 FROM (VALUES ('satu-2026-11-23', 1, 'done'), ('satu-2026-11-23', 2, 'waiting'), ('satu-2026-11-23', 3, 'waiting'), ('satu-2026-11-24', 1, 'waiting'), ('dua-2026-11-23', 1, 'waiting')) v (day, n, stage)`,
	} {
		if _, err := db.Exec(sql); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Places(t.Context(), queue.PlacesOf{})
	if err != nil || len(all.Items) != 2 {
		t.Fatalf("%+v (%v)", all, err)
	}
	first := all.Items[0]
	if first.Place.ID != hospital || first.Place.Name == "" || first.Queues != 2 || first.Today != 1 || first.Now != 1 || first.Opens != 0 || first.Waiting != 2 {
		t.Errorf("the hospital: %+v", first)
	}
	one, err := s.Places(t.Context(), queue.PlacesOf{Place: village})
	if err != nil || len(one.Items) != 1 || one.Items[0].Today != 0 || one.Items[0].Waiting != 0 || one.Items[0].District == "" {
		t.Errorf("the village: %+v (%v)", one, err)
	}
	// Nobody has looked at the village today, so its day is not made yet.
	for _, c := range []struct {
		opens, closes, today int
		next                 place.Minute
	}{{480, 720, 1, 0}, {480, 530, 0, 0}, {600, 720, 1, 600}} {
		if _, err := db.Exec(`DELETE FROM queue_sessions WHERE queue_id = 'desa'; INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) VALUES ('desa', 1, ?, ?, -1, 0, -1, -1)`, c.opens, c.closes); err != nil {
			t.Fatal(err)
		}
		if one, err := s.Places(t.Context(), queue.PlacesOf{Place: village}); err != nil || one.Items[0].Today != c.today || one.Items[0].Opens != c.next || one.Items[0].Now != 0 {
			t.Errorf("the village, %d until %d: %+v (%v)", c.opens, c.closes, one, err)
		}
	}
}

func placeOf(t *testing.T, pack *city.Pack, kind string) string {
	t.Helper()
	for _, p := range pack.Places {
		if string(p.Kind) == kind {
			return p.ID
		}
	}
	t.Fatalf("no %s in the pack", kind)
	return ""
}
