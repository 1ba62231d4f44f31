package demo

import (
	"encoding/json"
	"io/fs"
	"path"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/assets"
	"rumah/server/city"
	"rumah/server/dbtest"
	"rumah/server/place"
	service "rumah/server/queue"
	"rumah/shared/queue"
)

// inUse is the first pack people use.
func inUse(t *testing.T) *city.Pack {
	t.Helper()
	folders, err := fs.ReadDir(assets.FS, "city")
	if err != nil {
		t.Fatal(err)
	}
	folder, err := fs.Sub(assets.FS, path.Join("city", folders[0].Name()))
	if err != nil {
		t.Fatal(err)
	}
	pack, err := city.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

// sunday is the middle of a night in which nobody works.
var sunday = time.Date(2026, 11, 22, 0, 40, 0, 0, time.FixedZone("WIB", 7*3600))

func TestQueuesAreAliveAtAnyHour(t *testing.T) {
	t.Parallel()
	db, ctx, pack := dbtest.DB(t), t.Context(), inUse(t)
	if err := place.Import(ctx, db, pack); err != nil {
		t.Fatal(err)
	}
	if err := service.Import(ctx, db, pack); err != nil {
		t.Fatal(err)
	}
	counts := func() (n [4]int) {
		t.Helper()
		if err := db.NewRaw(`SELECT (SELECT count(*) FROM queue_days), (SELECT count(*) FROM tickets), (SELECT count(*) FROM queue_events),
			(SELECT count(DISTINCT d.id) FROM queue_days d JOIN tickets t ON t.day_id = d.id WHERE d.status = 'open' AND t.stage = 'waiting')`).Scan(ctx, &n[0], &n[1], &n[2], &n[3]); err != nil {
			t.Fatal(err)
		}
		return n
	}
	load := func(now time.Time) {
		t.Helper()
		if err := Queues(ctx, db, pack, now, sunday.Location()); err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	load(sunday)
	took, first := time.Since(began), counts()
	t.Logf("%v: %d days, %d numbers, %d events, %d open", took, first[0], first[1], first[2], first[3])
	if first[0] < 60 || first[1] < 1000 || first[3] < 5 {
		t.Errorf("%v", first)
	}
	load(sunday.Add(time.Hour))
	if again := counts(); again != first {
		t.Errorf("%v, then %v", first, again)
	}
	sound(t, db)
	// People of yesterday are still there: the house closes their day first.
	load(sunday.Add(24 * time.Hour))
	if next := counts(); next != first {
		t.Errorf("a day came on top of one that is open: %v, then %v", first, next)
	}
}

// sound compares every day with what its log adds up to.
func sound(t *testing.T, db *bun.DB) {
	t.Helper()
	var days []struct {
		ID, First, Events, Tickets, Status string
		Version                            int64
		Last                               int
	}
	if err := db.NewRaw(`
SELECT id, first::text, status, version, last,
  (SELECT json_agg(body ORDER BY version)::text FROM queue_events WHERE day_id = d.id) AS events,
  (SELECT json_agg(json_build_object('n', number, 's', stage, 'p', present, 'c', counter_id, 'l', lane))::text FROM tickets WHERE day_id = d.id) AS tickets
FROM queue_days d`).Scan(t.Context(), &days); err != nil {
		t.Fatal(err)
	}
	for _, d := range days {
		var state queue.State
		var events []queue.Event
		var tickets []queue.Ticket
		for text, into := range map[string]any{d.First: &state, d.Events: &events, d.Tickets: &tickets} {
			if err := json.Unmarshal([]byte(text), into); err != nil {
				t.Fatal(err)
			}
		}
		ended := map[int]queue.Ticket{}
		for _, e := range events {
			if !state.Apply(e) {
				t.Fatalf("%s: event %d does not follow", d.ID, e.Version)
			}
			if e.Ticket != nil {
				ended[e.Ticket.Number] = *e.Ticket
			}
		}
		if state.Version != d.Version || state.Last != d.Last || string(state.Head.Status) != d.Status || len(tickets) != d.Last {
			t.Errorf("%s: %d %d %s and %d numbers, the log says %d %d %s", d.ID, d.Version, d.Last, d.Status, len(tickets), state.Version, state.Last, state.Head.Status)
		}
		for _, row := range tickets {
			if log := ended[row.Number]; log.Stage != row.Stage || log.Present != row.Present || log.Counter != row.Counter || log.Lane != row.Lane {
				t.Errorf("%s: %+v, the log says %+v", d.ID, row, log)
			}
		}
	}
}
