package city

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/place"
)

// packs are all packs of the house and of the tests, by folder.
func packs(t *testing.T) map[string]fs.FS {
	t.Helper()
	found := map[string]fs.FS{}
	for _, pattern := range []string{"testdata/*", "../../assets/city/*"} {
		folders, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			found[filepath.Base(folder)] = os.DirFS(folder)
		}
	}
	if len(found) < 2 {
		t.Fatalf("found only the packs %v", found)
	}
	return found
}

// small is the pack of the tests in memory, to be spoilt.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join("testdata/teluk", name))
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: data}
	}
	return m
}

func TestEveryPackLoads(t *testing.T) {
	t.Parallel()
	for name, fsys := range packs(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pack, err := Load(fsys)
			if err != nil {
				t.Fatal(err)
			}
			if pack.Info.ID != name {
				t.Errorf("the pack in folder %s calls itself %s", name, pack.Info.ID)
			}
			if again, _ := Load(fsys); again.Hash != pack.Hash || len(pack.Hash) != 64 {
				t.Errorf("hash %q, then %q", pack.Hash, again.Hash)
			}
		})
	}
}

// Borders between neighbours are drawn twice, so they must be the same line.
func TestNeighboursShareTheirBorders(t *testing.T) {
	t.Parallel()
	for name, fsys := range packs(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pack, err := Load(fsys)
			if err != nil {
				t.Fatal(err)
			}
			for _, districts := range []bool{true, false} {
				used := map[[2]Point]int{}
				for _, a := range pack.Areas {
					if (a.Kind == District) == districts {
						countEdges(used, a.Outline)
					}
				}
				for edge, n := range used {
					if n > 2 {
						t.Errorf("the line %v is the border of %d areas", edge, n)
					}
				}
			}
		})
	}
}

func countEdges(used map[[2]Point]int, o Outline) {
	for _, ring := range o {
		for i, b := range ring {
			a := ring[(i+len(ring)-1)%len(ring)]
			if b.X < a.X || b.X == a.X && b.Y < a.Y {
				a, b = b, a
			}
			used[[2]Point{a, b}]++
		}
	}
}

func TestLoadReadsWhatIsWritten(t *testing.T) {
	t.Parallel()
	pack, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if pack.Info.Offset != 8*60 || pack.Info.Zone != "WITA" || pack.Info.Emergency != "119" {
		t.Errorf("info %+v", pack.Info)
	}
	office, harbour, duty := pack.Schedules[0], pack.Places[0], pack.Places[1]
	if !office.Confirmed || len(office.Week) != 9 || office.Week[1].Open != 13*60 {
		t.Errorf("office hours %+v", office)
	}
	if !pack.Schedules[1].Always() {
		t.Errorf("sat-fri from 00.00 to 24.00 is not always: %+v", pack.Schedules[1])
	}
	if harbour.Lon != 120.06 || len(harbour.Aliases) != 2 || harbour.Aliases[1] != "perahu" {
		t.Errorf("place %+v", harbour)
	}
	if duty.Precision != place.InDistrict || duty.Lon != 120.3 || duty.Lat != -5.1 {
		t.Errorf("a place known by its district stands at %g %g", duty.Lon, duty.Lat)
	}
	if sunk := pack.Areas[3]; !sunk.Removed || sunk.Outline != nil {
		t.Errorf("removed area %+v", sunk)
	}
}

func TestLoadGathersAService(t *testing.T) {
	t.Parallel()
	pack, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	card, permit := pack.Services[0], pack.Services[1]
	c := card.Content
	if len(c.Requirements) != 2 || !c.Requirements[1].Optional || len(c.Steps) != 2 || len(c.Legal) != 1 || card.Popular != 1 {
		t.Errorf("service %+v", card)
	}
	if c.Promise != (catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays, Note: "sejak berkas lengkap"}) || c.Fee.Kind != catalogue.Free {
		t.Errorf("promise %+v, fee %+v", c.Promise, c.Fee)
	}
	if p := permit.Content; p.Fee.Amount != 15000 || !p.Confirmed || p.App != "layar" ||
		!slices.Equal(p.Places, []string{"dinas-laut", "loket-hulu"}) || !slices.Equal(p.PlaceKinds, []place.Kind{place.Utility}) {
		t.Errorf("service %+v", permit)
	}
	// What a service says itself counts more than its agency, and the agency
	// more than all agencies; each brings its source.
	if c.Oversight != "Diawasi Kepala Dinas Kelautan." || permit.Content.Oversight != "Diawasi Syahbandar." || c.Safety != "Data disimpan dengan aman." {
		t.Errorf("oversight %q and %q, safety %q", c.Oversight, permit.Content.Oversight, c.Safety)
	}
	if want := []string{"karangan", "jam-umum"}; !slices.Equal(card.Sources, want) {
		t.Errorf("sources %v, want %v", card.Sources, want)
	}
	if s := pack.Synonyms; len(s) != 5 || s[0].Means != "" || s[4].Said != "fishing card" {
		t.Errorf("synonyms %+v", s)
	}
	if a := pack.Accounts; len(a) != 3 || a[0].Role != access.Citizen || a[1].Place != "dinas-laut" {
		t.Errorf("accounts %+v", a)
	}
	if len(pack.Apps) != 2 || pack.Apps[1].URL != "" || len(pack.Clinics) != 2 {
		t.Errorf("apps %+v, clinics %+v", pack.Apps, pack.Clinics)
	}
}

func TestHashFollowsTheFiles(t *testing.T) {
	t.Parallel()
	before, _ := Load(small(t))
	fsys := small(t)
	fsys["holidays.csv"].Data = append(fsys["holidays.csv"].Data, "2026-12-26,Besoknya,leave,karangan\n"...)
	after, err := Load(fsys)
	if err != nil || before.Hash == after.Hash {
		t.Errorf("hash %s after a change, %v", after.Hash, err)
	}
}

func TestLoadFailsWithAllProblems(t *testing.T) {
	t.Parallel()
	fsys := small(t)
	spoil(t, fsys, "places.csv", ",kantor,nelayan", ",kantorr,nelayan")
	spoil(t, fsys, "hours.csv", "08.00,12.00", "8.00,12.00")
	_, err := Load(fsys)
	var problems Problems
	if !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("got %v", err)
	}
	want := "hours.csv:2: open: \"8.00\" is not a time of day such as 07.30\n" +
		"places.csv:2: schedule: \"kantorr\" is not in schedules.csv"
	if err.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", err, want)
	}
}

func spoil(t testing.TB, fsys fstest.MapFS, file, old, with string) {
	t.Helper()
	before := string(fsys[file].Data)
	after := strings.Replace(before, old, with, 1)
	if before == after {
		t.Fatalf("%s does not have %q", file, old)
	}
	fsys[file].Data = []byte(after)
}
