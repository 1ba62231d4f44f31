package catalogue_test

import (
	"context"
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"rumah/server/city"
	"rumah/server/dbtest"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// What people type finds what they mean; the text is read as they meant it.
func TestFindReadsWhatPeopleType(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	load(t, db, made(t).pack)
	s := open(db)
	for _, try := range []struct{ text, first, read string }{
		{"ktp", "ktp-baru", ""},
		{"mau bikin KTP", "ktp-baru", "ktp"},
		{"ktp ilang", "ktp-hilang", "ktp hilang"},
		{"KTP-el", "ktp-baru", ""},
		{"surat lahir", "akta-kelahiran", "akta kelahiran"},
		{"akta kelahrian", "akta-kelahiran", "akta kelahiran"},
		{"akt", "akta-kelahiran", ""},
		{"ktp hilnag", "ktp-hilang", "ktp hilang"},
		{"ktp ilnag", "ktp-hilang", "ktp hilang"},
		{"sktn", "tidak-mampu", "sktm"},
		{"birth certificate", "akta-kelahiran", "akta kelahiran"},
		{"rabi", "pengantar-nikah", "nikah"},
		{"pecah kk", "kk-baru", ""},
		{"sktm", "tidak-mampu", ""},
		{"pajak", "bayar-pbb", ""},
		{"kartu kuning", "kartu-kuning", ""},
		{"daftar dokter", "antre-dokter", ""},
		{"bikin mau", "ktp-baru", ""},
	} {
		r, err := s.Find(context.Background(), catalogue.Query{Text: try.text})
		if err != nil {
			t.Fatalf("%q: %v", try.text, err)
		}
		if len(r.Items) == 0 || r.Items[0].ID != try.first || r.Read != try.read {
			t.Errorf("%q: want %s read as %q, got %q read as %q", try.text, try.first, try.read, ids(r.Items), r.Read)
		}
	}
}

func ids(hits []catalogue.Hit) []string {
	list := []string{}
	for _, h := range hits {
		list = append(list, h.ID)
	}
	return list
}

// table is what people type and what they mean, by the pack.
func table(folder fs.FS) ([][]string, error) {
	file, err := folder.Open("tests/services.csv")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.Comment = '#'
	rows, err := reader.ReadAll()
	if err != nil {
		return nil, err
	}
	return rows[1:], nil
}

// Each query of the pack's table finds its service among the first three.
func TestFindAnswersTheTableOfThePack(t *testing.T) {
	t.Parallel()
	for _, folder := range folders(t) {
		rows, err := table(folder)
		if err != nil {
			t.Fatal(err)
		}
		pack, err := city.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		db := dbtest.DB(t)
		load(t, db, pack)
		s, hit := open(db), 0
		for _, row := range rows {
			r, err := s.Find(context.Background(), catalogue.Query{Text: row[0], Limit: 3})
			if err != nil {
				t.Fatalf("%q: %v", row[0], err)
			}
			if slices.Contains(ids(r.Items), row[1]) {
				hit++
			} else {
				t.Logf("%q does not find %s but %q, read as %q", row[0], row[1], ids(r.Items), r.Read)
			}
		}
		t.Logf("%d of %d queries find their service in the first three", hit, len(rows))
		if 100*hit < 95*len(rows) {
			t.Error("fewer than 95 %")
		}
	}
}

// Nothing anybody types is a failure.
func TestFindTakesAnything(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	load(t, db, made(t).pack)
	s := open(db)
	for _, text := range []string{
		"'; DROP TABLE services; --", "%", "_", "%%%", `\`, "a", "é", "?", "?0 ?words", "nul\x00nul", "\xff\xfe", strings.Repeat("😀", 80),
		strings.Repeat("a ", 40), strings.Repeat("a", 80), "...", "'", "ktp' OR '1'='1", "ktp\n\tkk", "ＫＴＰ", "{}", "$1", "ktp & kk | !akta", " ",
	} {
		r, err := s.Find(context.Background(), catalogue.Query{Text: text})
		if err != nil || r.Items == nil || r.Places == nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	if r, err := s.Find(context.Background(), catalogue.Query{Text: "...", Agency: "\x00"}); err != nil || r.Total != 0 {
		t.Errorf("only signs: %+v %v", r, err)
	}
	if r, err := s.Find(context.Background(), catalogue.Query{Text: "ＫＴＰ"}); err != nil || len(r.Items) == 0 || r.Items[0].ID != "ktp-baru" {
		t.Errorf("wide letters: %+v %v", r, err)
	}
	for _, after := range []string{"nonsense", "e30", "bnVsbA"} {
		if _, err := s.Find(context.Background(), catalogue.Query{After: after}); !fault.Is(err, fault.Invalid) {
			t.Errorf("a made-up cursor %q: %v", after, err)
		}
	}
}

// Paging shows everything once, whatever is asked.
func TestFindPagesAreCompleteAndStable(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	for _, query := range []catalogue.Query{{}, {Text: "surat"}, {Text: "akta kartu"}, {Topic: catalogue.Papers}, {Agency: w.above}, {Apps: true}} {
		query.Limit = 2
		seen, total := map[string]bool{}, -1
		for page := 0; ; page++ {
			r, err := s.Find(context.Background(), query)
			if err != nil {
				t.Fatal(err)
			}
			if total >= 0 && r.Total != total {
				t.Errorf("%+v: the total went from %d to %d", query, total, r.Total)
			}
			total = r.Total
			if page > 0 && len(r.Places) > 0 {
				t.Errorf("%+v: places on page %d", query, page)
			}
			for _, hit := range r.Items {
				if key := string(hit.Kind) + hit.ID; seen[key] {
					t.Errorf("%+v: %s twice", query, key)
				} else {
					seen[key] = true
				}
				if hit.Name == "" || hit.Summary == "" || hit.AgencyName == "" || hit.Kind == catalogue.HitService && hit.Promise.Unit == "" {
					t.Errorf("%+v", hit)
				}
			}
			if query.After = r.Next; r.Next == "" {
				break
			}
			if len(r.Next) > 200 {
				t.Errorf("a cursor of %d letters", len(r.Next))
			}
		}
		if len(seen) != total || total == 0 {
			t.Errorf("%+v: %d of %d", query, len(seen), total)
		}
	}
}

// A search also leads to the places that are surely meant.
func TestFindLeadsToPlaces(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	name := w.pack.Places[0].Name
	r, err := s.Find(context.Background(), catalogue.Query{Text: name})
	if err != nil || len(r.Places) == 0 || r.Places[0].ID != w.pack.Places[0].ID || r.Places[0].Kind != catalogue.HitPlace {
		t.Errorf("%q: %+v %v", name, r.Places, err)
	}
	if r, err = s.Find(context.Background(), catalogue.Query{Text: "sktm"}); err != nil || len(r.Places) != 0 {
		t.Errorf("%+v %v", r.Places, err)
	}
}
