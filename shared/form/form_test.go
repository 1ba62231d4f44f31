package form

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestEveryKindKeepsOneWayOfWriting(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 2001)
	for _, c := range []struct{ id, typed, kept, wrong string }{
		{"nama", "  Siti \u00a0 Aminah\n", "Siti Aminah", ""},
		{"nama", "S", "", "nama too_short 2"},
		{"nama", strings.Repeat("é", 81), "", "nama too_long 80"},
		{"nama", "Siti\x00", "", "nama characters"},
		{"nama", "  ", "", "nama required"},
		{"nama", strings.Repeat("a", 30_000), "", "nama too_long 5000"},
		{"nik", "351514 4508 6800 02", "3515144508680002", ""},
		{"nik", "3515147208680001", "", "nik nik_date"},
		{"nik", "351514050868000", "", "nik nik_length"},
		{"nik", "35151405O8680001", "", "nik nik_digits"},
		{"nik", "3515••••••••0002", "", "nik nik_digits"},
		{"kk", "3515-1401-0120-0001", "3515140101200001", ""},
		{"kk", "12", "", "kk kk"},
		{"lahir", "1968-08-05", "1968-08-05", ""},
		{"lahir", "2026-11-23", "2026-11-23", "wali required"},
		{"lahir", "2026-11-24", "", "lahir date_late 2026-11-23"},
		{"lahir", "5 Agustus", "", "lahir date"},
		{"lahir", "1899-12-31", "", "lahir date"},
		{"lahir", "2026-02-29", "", "lahir date"},
		{"hp", "+62 812-3456-7890", "+6281234567890", ""},
		{"hp", "8,12E+10", "", "hp phone"},
		{"surel", "siti@contoh.id", "siti@contoh.id", ""},
		{"surel", "siti@contoh", "", "surel email"},
		{"desa", "35.15.08.1005", "35.15.08.1005", ""},
		{"desa", "35.15.08", "", "desa areacode"},
		{"jenis", "rumah", "rumah", ""},
		{"jenis", "istana", "", "jenis choice"},
		{"lantai", "1.250", "", "lantai too_large 60"},
		{"lantai", "0", "", "lantai too_small 1"},
		{"lantai", "dua", "", "lantai number"},
		{"luas", "1.250,5", "1250.5", ""},
		{"luas", "0,5", "0.5", ""},
		{"luas", "0.25", "", "luas too_small 0,5"},
		{"luas", "1,250.75", "1250.75", ""},
		{"luas", "1.250.000", "1250000", ""},
		{"luas", "1.25.000", "", "luas number"},
		{"luas", "1.2.5", "", "luas number"},
		{"luas", "12.3456", "", "luas number"},
		{"luas", "99999999999999", "", "luas number"},
		{"nilai", "Rp 150.000", "150000", ""},
		{"nilai", "rp.150.000,00", "150000", ""},
		{"nilai", "150000,5", "", "nilai money"},
		{"nilai", "-5", "", "nilai money"},
		{"nilai", "Rp", "", "nilai money"},
		{"nilai", "5000000001", "", "nilai too_large 5.000.000.000"},
		{"titik", "-7.4478, 112.7183", "-7.447800,112.718300", ""},
		{"titik", "112.7183,-7.4478", "", "titik point"},
		{"titik", "NaN,Inf", "", "titik point"},
		{"titik", "-7.4", "", "titik point"},
		{"cerita", "satu\r\ndua\n", "satu\ndua", ""},
		{"cerita", long, "", "cerita too_long 2000"},
		{"benar", "yes", "yes", ""},
		{"benar", "no", "", "benar agree"},
		{"benar", "", "", "benar agree"},
	} {
		kept, err := house(t).Validate(with(good(), c.id, one(c.typed)))
		if got := kept[c.id].Text; got != c.kept {
			t.Errorf("%s %.40q is kept as %q, want %q", c.id, c.typed, got, c.kept)
		}
		if got := strings.Join(faults(err), "; "); got != c.wrong {
			t.Errorf("%s %.40q: %s, want %s", c.id, c.typed, got, c.wrong)
		}
	}
}

func TestListsRowsAndFiles(t *testing.T) {
	t.Parallel()
	photo := File{ID: "01A", Name: "ktp.jpg", Type: "image/jpeg", Size: 1}
	with := func(f File, edit func(*File)) File { edit(&f); return f }
	for _, c := range []struct {
		id           string
		answer, kept Answer
		wrong        []string
	}{
		{"sarana", Answer{List: []string{"gas", "air", "gas"}}, Answer{List: []string{"air", "gas"}}, nil},
		{"sarana", Answer{List: []string{"air", "kabel"}}, Answer{}, []string{"sarana choice"}},
		{"sarana", Answer{List: []string{"air", "listrik", "gas"}}, Answer{}, []string{"sarana too_many 2"}},
		{"sarana", Answer{List: make([]string, 201)}, Answer{}, []string{"sarana too_many 200"}},
		{"sarana", Answer{Text: "air"}, Answer{}, []string{"sarana json"}},
		{"nama", Answer{Text: "Siti", List: []string{"air"}}, Answer{}, []string{"nama json"}},
		{"ruang", Answer{Rows: []map[string]string{{"nama": " Dapur ", "luas": "12,5"}, {"nama": " ", "luas": ""}, nil}},
			Answer{Rows: []map[string]string{{"nama": "Dapur", "luas": "12.5"}}}, nil},
		{"ruang", Answer{Rows: []map[string]string{{"luas": "x"}}}, Answer{},
			[]string{"ruang.0.nama required", "ruang.0.luas number"}},
		{"ruang", Answer{Rows: []map[string]string{{"nama": "Dapur", "warna": "biru", "Kunci Jahat": "x"}}}, Answer{Rows: []map[string]string{{"nama": "Dapur"}}},
			[]string{"ruang.0 unknown_field", "ruang.0.warna unknown_field"}},
		{"ruang", Answer{Rows: make([]map[string]string, 4)}, Answer{}, []string{"ruang too_many 3"}},
		{"ktp", Answer{}, Answer{}, []string{"ktp required"}},
		{"ktp", Answer{Files: []File{photo, with(photo, func(f *File) { f.ID = "01B"; f.Type = "application/pdf" })}},
			Answer{Files: []File{photo, {ID: "01B", Name: "ktp.jpg", Type: "application/pdf", Size: 1}}}, nil},
		{"ktp", Answer{Files: []File{photo, photo}}, Answer{}, []string{"ktp.1 twice"}},
		{"ktp", Answer{Files: []File{with(photo, func(f *File) { f.Type = "text/html" })}}, Answer{}, []string{"ktp.0 file_type JPEG, PDF"}},
		{"ktp", Answer{Files: []File{with(photo, func(f *File) { f.Size = 200e6 })}}, Answer{}, []string{"ktp.0 file_size 2 MB"}},
		{"ktp", Answer{Files: []File{with(photo, func(f *File) { f.Size = 0 })}}, Answer{}, []string{"ktp.0 file_size 2 MB"}},
		{"ktp", Answer{Files: []File{with(photo, func(f *File) { f.ID = "../etc" })}}, Answer{}, []string{"ktp.0 json"}},
		{"ktp", Answer{Files: []File{with(photo, func(f *File) { f.Name = "a\nb" })}}, Answer{}, []string{"ktp.0 characters"}},
		{"ktp", Answer{Files: []File{photo, photo, photo, photo}}, Answer{}, []string{"ktp too_many 3"}},
	} {
		a := good()
		a[c.id] = c.answer
		kept, err := house(t).Validate(a)
		if !kept[c.id].Equal(c.kept) {
			t.Errorf("%s %v is kept as %v, want %v", c.id, c.answer, kept[c.id], c.kept)
		}
		if got := faults(err); !slices.Equal(got, c.wrong) {
			t.Errorf("%s %v: %v, want %v", c.id, c.answer, got, c.wrong)
		}
	}
}

func TestUnknownAnswersAreRefused(t *testing.T) {
	t.Parallel()
	a := with(with(good(), "warna", one("biru")), strings.Repeat("x", 1000), one("y"))
	_, err := house(t).Validate(a)
	if got, want := faults(err), []string{"warna unknown_field", "answers unknown_field"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestConditions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id, text string
		list     []string
		asked    string // one that is asked then
		not      string // one that is not
	}{
		{id: "jenis", text: "rumah", not: "nib"},
		{id: "jenis", text: "ruko", asked: "nib"},
		{id: "jenis", text: "gudang", asked: "nib"},
		{id: "jenis", text: "istana", not: "nib"},
		{id: "lahir", text: "2009-11-23", not: "wali"}, // seventeen today
		{id: "lahir", text: "2009-11-24", asked: "wali"},
		{id: "lahir", text: "", not: "wali"},
		{id: "lantai", text: "4", not: "tinggi"},
		{id: "lantai", text: "5", asked: "tinggi"},
		{id: "nilai", text: "1.000.000.000", not: "nib"},
		{id: "nilai", text: "1.000.000.001", asked: "nib"},
	} {
		visible := house(t).Visible(with(good(), c.id, Answer{Text: c.text, List: c.list}))
		if c.asked != "" && !visible[c.asked] || visible[c.not] {
			t.Errorf("%s %q: %v", c.id, c.text, visible)
		}
	}
	rich := with(good(), "nilai", one("2000000000"))
	if !house(t).Visible(rich)["nib"] || house(t).Visible(with(rich, "sarana", Answer{List: []string{"gas"}}))["nib"] {
		t.Error("not and all do not go together")
	}
}

func TestAnswersToWhatIsNotAskedAreDropped(t *testing.T) {
	t.Parallel()
	f := house(t)
	a := with(with(good(), "nib", one("1234567890123")), "wali", one(strings.Repeat("bad", 1000)))
	kept, err := f.Validate(a)
	if err != nil || !kept["nib"].Blank() || !kept["wali"].Blank() {
		t.Errorf("%v %v", kept, err)
	}
	kept, err = f.Validate(with(a, "jenis", one("ruko")))
	if err != nil || kept["nib"].Text != "1234567890123" {
		t.Errorf("%v %v", kept, err)
	}
}

func TestStepsAndWhatIsMissing(t *testing.T) {
	t.Parallel()
	f := house(t)
	sections := func(a Answers) (ids []string) {
		for _, s := range f.Steps(a) {
			ids = append(ids, s.Section.ID)
		}
		return ids
	}
	if got, want := sections(nil), []string{"pemohon", "bangunan", "berkas"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	shop := Answers{"jenis": one("ruko"), "nama": one("S")}
	if got, want := sections(shop), []string{"pemohon", "bangunan", "usaha", "berkas"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got, want := f.Missing(shop), []string{"nama", "nik", "lantai", "nib", "ktp", "benar"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := f.Missing(good()); got != nil {
		t.Errorf("%v is missing", got)
	}
	if q := f.Question("luas"); q == nil || q.Label.ID != "Luas (m²)" || f.Question("warna") != nil {
		t.Errorf("question %v", q)
	}
}

func TestDiff(t *testing.T) {
	t.Parallel()
	a := good()
	b := with(with(a, "nama", one("Siti")), "hp", one("+6281234567890"))
	delete(b, "lantai")
	b["kk"] = Answer{} // a blank says nothing
	if got, want := Diff(a, b), []string{"hp", "lantai", "nama"}; !slices.Equal(got, want) || !reflect.DeepEqual(Diff(b, a), want) {
		t.Errorf("%v %v, want %v", got, Diff(b, a), want)
	}
	if got := Diff(a, good()); got != nil {
		t.Errorf("%v", got)
	}
}

// What nobody can see is no answer, and what was seen is kept without it: a
// number out of somebody's contacts brings marks along.
func TestAnswersAreWhatIsSeen(t *testing.T) {
	t.Parallel()
	f := On(&Schema{Sections: []Section{{ID: "a", Title: Text{ID: "A"}, Questions: []Question{
		{ID: "nama", Kind: Line, Label: Text{ID: "Nama"}, Required: true}, {ID: "telepon", Kind: Phone, Label: Text{ID: "Telepon"}},
	}}}}, "2026-11-23")
	if _, err := f.Validate(Answers{"nama": {Text: "\u200b \u2800\u200d"}}); err == nil {
		t.Error("a name that nobody can see is a name")
	}
	kept, err := f.Validate(Answers{"nama": {Text: "Si\u200bti \u202eNur"}, "telepon": {Text: "\u202a0812-3456-7890\u202c"}})
	if err != nil || kept["nama"].Text != "Siti Nur" || kept["telepon"].Text != "+6281234567890" {
		t.Errorf("%+v %v", kept, err)
	}
}
