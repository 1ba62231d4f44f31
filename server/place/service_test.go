package place_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/assets"
	"rumah/server/city"
	"rumah/server/dbtest"
	service "rumah/server/place"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// wib is the clock of the packs tested here.
var wib = time.FixedZone("WIB", 7*3600)

// noon is a working Monday in the middle of the day.
var noon = time.Date(2026, 11, 23, 10, 0, 0, 0, wib)

func packs(t *testing.T) map[string]fs.FS {
	t.Helper()
	folders, err := fs.ReadDir(assets.FS, "city")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no packs: %v", err)
	}
	all := map[string]fs.FS{}
	for _, f := range folders {
		sub, err := fs.Sub(assets.FS, path.Join("city", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name()] = sub
	}
	return all
}

func loaded(t *testing.T, db bun.IDB, folder fs.FS, now time.Time) *service.Service {
	t.Helper()
	pack, err := city.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := service.Import(context.Background(), db, pack); err != nil {
		t.Fatal(err)
	}
	return service.New(db, func() time.Time { return now }, wib)
}

func each(t *testing.T, now time.Time, do func(*testing.T, *service.Service, fs.FS)) {
	for name, folder := range packs(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			do(t, loaded(t, dbtest.Tx(t), folder, now), folder)
		})
	}
}

// What people type finds the place they mean among the first three.
func TestSearchFindsWhatPeopleMean(t *testing.T) {
	t.Parallel()
	each(t, noon, func(t *testing.T, s *service.Service, folder fs.FS) {
		file, err := folder.Open("tests/search.csv")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil || len(rows) < 31 {
			t.Fatalf("%d queries: %v", len(rows)-1, err)
		}
		missed := 0
		for _, row := range rows[1:] {
			page, err := s.List(context.Background(), place.Filter{Text: row[0], Limit: 3})
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, p := range page.Items {
				found = found || p.ID == row[1]
			}
			if !found {
				missed++
				t.Errorf("%q does not find %s", row[0], row[1])
			}
		}
		t.Logf("%d of %d queries find their place in the first three", len(rows)-1-missed, len(rows)-1)
	})
}

// Paging shows every place once, whatever the filter.
func TestPagesAreCompleteAndStable(t *testing.T) {
	t.Parallel()
	each(t, noon, func(t *testing.T, s *service.Service, _ fs.FS) {
		for _, filter := range []place.Filter{{}, {Text: "puskesmas"}, {Open: true}, {Kind: place.Clinic}} {
			filter.Limit = 7
			seen, total := map[string]bool{}, -1
			for {
				page, err := s.List(context.Background(), filter)
				if err != nil {
					t.Fatal(err)
				}
				if total >= 0 && page.Total != total {
					t.Errorf("%+v: the total went from %d to %d", filter, total, page.Total)
				}
				total = page.Total
				for _, p := range page.Items {
					if seen[p.ID] {
						t.Errorf("%+v: %s twice", filter, p.ID)
					}
					seen[p.ID] = true
					if _, ok := page.Schedules[p.Schedule]; !ok {
						t.Errorf("%s: its hours are missing", p.ID)
					}
				}
				if page.Next == "" {
					break
				}
				filter.After = page.Next
			}
			if len(seen) != total || total == 0 {
				t.Errorf("%+v: %d of %d", filter, len(seen), total)
			}
		}
		if _, err := s.List(context.Background(), place.Filter{After: "nonsense"}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a made-up cursor: %v", err)
		}
	})
}

// The filter, the summary and the rule of the phone agree on what is open.
func TestOpenIsOpenEverywhere(t *testing.T) {
	t.Parallel()
	for name, now := range map[string]time.Time{"monday": noon, "night": noon.Add(12 * time.Hour), "sunday": noon.AddDate(0, 0, -1), "christmas": time.Date(2026, 12, 25, 10, 0, 0, 0, wib)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			each(t, now, func(t *testing.T, s *service.Service, _ fs.FS) {
				summary, err := s.Summary(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				open := 0
				for _, k := range summary.Kinds {
					open += k.Open
				}
				page, err := s.List(context.Background(), place.Filter{Open: true, Limit: 1})
				if err != nil || page.Total != open {
					t.Errorf("the list has %d open, the summary %d: %v", page.Total, open, err)
				}
				if name == "monday" && open < 50 || name != "monday" && open != len(summary.Always) {
					t.Errorf("%d open, %d always", open, len(summary.Always))
				}
			})
		})
	}
}

func TestGetAndMap(t *testing.T) {
	t.Parallel()
	each(t, noon, func(t *testing.T, s *service.Service, _ fs.FS) {
		ctx := context.Background()
		page, err := s.List(ctx, place.Filter{Kind: place.Hospital})
		if err != nil || len(page.Items) == 0 {
			t.Fatal(err)
		}
		d, err := s.Get(ctx, place.ID{ID: page.Items[0].ID})
		if err != nil || d.Place != page.Items[0] || d.Outline.Outline == "" || d.Source.Title == "" {
			t.Errorf("%+v %v", d, err)
		}
		if x, y := d.Frame.Point(d.Place.Lon, d.Place.Lat); x < d.Frame.X || y < d.Frame.Y || x > d.Frame.X+d.Frame.W || y > d.Frame.Y+d.Frame.H {
			t.Errorf("the pin at %d %d is outside of %+v", x, y, d.Frame)
		}
		if _, err := s.Get(ctx, place.ID{ID: "no-such-place"}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%v", err)
		}
		regency, err := s.Map(ctx, place.MapFilter{})
		if err != nil || len(regency.Areas) < 2 {
			t.Fatal(err)
		}
		district, err := s.Map(ctx, place.MapFilter{District: regency.Areas[0].Code})
		if err != nil || len(district.Areas) < 2 || district.Frame.W >= regency.Frame.W {
			t.Errorf("%d villages, %+v: %v", len(district.Areas), district.Frame, err)
		}
		if _, err := s.Map(ctx, place.MapFilter{District: "99.99.99"}); !fault.Is(err, fault.Unknown) {
			t.Errorf("a district of elsewhere: %v", err)
		}
	})
}

func TestCorrect(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	for _, folder := range packs(t) {
		s := loaded(t, db, folder, noon)
		ctx := context.Background()
		page, err := s.List(ctx, place.Filter{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		note := place.NewCorrection{ID: page.Items[0].ID, About: "hours", Text: "tutup lebih awal, 'kata \"orang\""}
		c, err := s.Correct(ctx, note)
		if err != nil || !strings.HasPrefix(c.Code, "K-") || !c.At.Equal(noon) {
			t.Errorf("%+v %v", c, err)
		}
		var kept string
		if err := db.NewRaw("SELECT text FROM corrections WHERE code = ?", c.Code).Scan(ctx, &kept); err != nil || kept != note.Text {
			t.Errorf("%q %v", kept, err)
		}
		note.ID = "no-such-place"
		if _, err := s.Correct(ctx, note); !fault.Is(err, fault.Unknown) {
			t.Errorf("%v", err)
		}
	}
}

// A machine that writes notes fills neither the desk nor the codes.
func TestNotesHaveAnEnd(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Tx(t), context.Background()
	s, _, p := office(t, db)
	note := place.NewCorrection{ID: p.ID, About: "other", Text: "beli pulsa murah di sini"}
	filed, code := 0, ""
	for range 150 {
		c, err := s.Correct(ctx, note)
		if err == nil {
			filed, code = filed+1, c.Code
		} else if !fault.Is(err, fault.Busy) {
			t.Fatal(err)
		}
	}
	if filed != 100 {
		t.Errorf("%d notes wait", filed)
	}
	if _, err := s.Settle(as("Ani", p.AgencyID), place.NoteID{ID: p.ID, Code: code}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Correct(ctx, note); err != nil {
		t.Error("one was settled:", err)
	}
}

// Loading twice changes nothing; what left the pack is not shown any more,
// and what refers to it stays.
func TestImportIsRepeatable(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	ctx := context.Background()
	for _, folder := range packs(t) {
		pack, err := city.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if err := errors.Join(service.Import(ctx, db, pack), service.Import(ctx, db, pack)); err != nil {
			t.Fatal(err)
		}
		t.Logf("loaded in %s", time.Since(began).Round(time.Millisecond))
		s := service.New(db, func() time.Time { return noon }, wib)
		before, err := s.List(ctx, place.Filter{Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		gone := before.Items[0].ID
		if _, err := s.Correct(ctx, place.NewCorrection{ID: gone, About: "closed", Text: "sudah pindah ke seberang"}); err != nil {
			t.Fatal(err)
		}
		for i, p := range pack.Places {
			if p.ID == gone {
				pack.Places = append(pack.Places[:i:i], pack.Places[i+1:]...)
				break
			}
		}
		pack.Hash += "x"
		if err := service.Import(ctx, db, pack); err != nil {
			t.Fatal(err)
		}
		after, err := s.List(ctx, place.Filter{Limit: 1})
		if err != nil || after.Total != before.Total-1 {
			t.Errorf("%d after %d: %v", after.Total, before.Total, err)
		}
		if _, err := s.Get(ctx, place.ID{ID: gone}); !fault.Is(err, fault.Unknown) {
			t.Errorf("what is gone is shown: %v", err)
		}
	}
}
