package inbox_test

import (
	"context"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	contract "rumah/shared/inbox"
)

// crowd is how many people are told at once, each with one device, and bound
// how long that may take.
const (
	crowd = 10_000
	bound = 2 * time.Second
)

// carrying is a piece of work of the same size as ours, for the peer.
type carrying struct {
	Delivery int64 `json:"delivery"`
}

func (carrying) Kind() string { return "peer" }

// An announcement to 10,000 people is on its way in less than two seconds, on
// connections that have told single people before; beside it the same number
// of jobs given to River as River does it. It measures, so nothing runs beside
// it.
func TestAnnouncementToManyIsQuick(t *testing.T) {
	h := staffed(t)
	h.town()
	h.exec(`INSERT INTO people (id, kind, name, area_code, created_at) SELECT 'w' || i, 'citizen', 'Warga', '35.15.01.2001', now() FROM generate_series(1, $1::int) i`, crowd)
	h.exec(`
INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) SELECT id, sha256(id::bytea), id, 'code', '', now(), now(), now() + interval '1 day' FROM people WHERE id LIKE 'w%' AND kind = 'citizen' AND id <> 'wati'`)
	h.exec(`
INSERT INTO push_devices (id, person_id, session_id, endpoint_hash, sealed, name, added_at, seen_at) SELECT id, id, id, sha256(id::bytea), '\x00', 'HP', now(), now() FROM sessions WHERE id LIKE 'w%' AND id <> 'wati'`)
	h.exec(`ANALYZE`)
	peer := func() time.Duration {
		client, err := river.NewClient(riverpgxv5.New(h.db.Raw()), &river.Config{Schema: "jobs"})
		if err != nil {
			t.Fatal(err)
		}
		many := make([]river.InsertManyParams, crowd)
		for i := range many {
			many[i].Args = carrying{int64(i)}
		}
		began := time.Now()
		if _, err := client.InsertMany(context.Background(), many); err != nil {
			t.Fatal(err)
		}
		return time.Since(began)
	}
	for i := range 20 { // whoever sends it may have told single people before
		h.called("siti", string(rune('a'+i)))
	}
	best := time.Hour // of three: others measure and build on the same machine
	for round := range 3 {
		w := porong
		w.Urgent = round == 2
		a, err := h.Announce(h.desk("rina", "dinas"), contract.Announce{Agency: "dinas", Words: w})
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if a, err = h.Approve(h.desk("wati", "dinas"), contract.Decision{ID: a.ID, Save: 1}); err != nil {
			t.Fatal(err)
		}
		took, other := time.Since(began), peer()
		if given := h.text(`SELECT count(*)::text FROM jobs.river_job j JOIN deliveries v ON v.id = (j.args ->> 'delivery')::bigint JOIN messages m ON m.id = v.message_id WHERE j.kind = 'inbox_push' AND m.thread = $1`, "news:"+a.ID); given != "10000" || a.People != crowd+3 {
			t.Errorf("%d people, %s pushes", a.People, given)
		}
		t.Logf("%d messages, deliveries and jobs: %v; %d jobs of River's InsertMany: %v (%.2fx)", crowd, took, crowd, other, took.Seconds()/other.Seconds())
		best = min(best, took)
	}
	if best > bound {
		t.Errorf("announcing took %v at best", best)
	}
}
