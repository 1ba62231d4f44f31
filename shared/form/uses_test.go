package form

import (
	"reflect"
	"testing"

	"rumah/shared/form/formula"
	"rumah/shared/words"
)

func TestTheProfileFillsWhatIsBlank(t *testing.T) {
	t.Parallel()
	f := house(t)
	p := Profile{
		FromName: " Siti  Aminah ", FromNIK: "3515••••••••0002", FromKK: "3515140101200001", FromBorn: "1968-08-05", FromPhone: "0812 3456 7890",
		FromEmail: "siti", FromArea: "35.15.08", FromAddress: "Jl. Mawar",
	}
	typed := Answers{"kk": one("3515140101209999"), "luas": one("12")}
	got := f.Prefill(typed, p)
	want := Answers{"nama": one("Siti Aminah"), "kk": one("3515140101209999"), "lahir": one("1968-08-05"), "hp": one("+6281234567890"), "luas": one("12")}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if len(typed) != 2 {
		t.Errorf("what was typed was changed: %v", typed)
	}
}

func TestSummaryReadsAsPeopleDo(t *testing.T) {
	t.Parallel()
	a := good()
	for id, s := range map[string]string{"hp": "081234567890", "luas": "1250,5", "nilai": "1500000", "cerita": "dua\nlantai", "desa": "35.15.08.1005"} {
		a[id] = one(s)
	}
	a["sarana"] = Answer{List: []string{"gas", "air"}}
	a["ruang"] = Answer{Rows: []map[string]string{{"nama": "Dapur", "luas": "12.25", "penghuni": "3515144508680002"}, {"nama": "Teras"}}}
	type line struct {
		Section, ID, Label, Value, Masked string
	}
	var got []line
	var table, hidden Row
	for _, r := range house(t).Summary(a, words.EN) {
		got = append(got, line{r.Section, r.ID, r.Label, r.Value, r.Masked().Value})
		if r.ID == "ruang" {
			table, hidden = r, r.Masked()
		}
	}
	want := []line{
		{"Applicant", "nama", "Nama lengkap", "Siti Aminah", "Siti Aminah"}, {"", "nik", "NIK", "3515144508680002", "3515••••••••0002"}, {"", "kk", "Nomor KK", "", ""},
		{"", "lahir", "Tanggal lahir", "5 August 1968", "5 August 1968"}, {"", "hp", "Nomor HP", "081234567890", "0812••••7890"}, {"", "surel", "Surel", "", ""},
		{"", "desa", "Desa atau kelurahan", "35.15.08.1005", "35.15.08.1005"},
		{"Bangunan", "jenis", "Jenis", "House", "House"}, {"", "lantai", "Jumlah lantai", "2", "2"}, {"", "luas", "Luas (m²)", "1,250.5", "1,250.5"},
		{"", "nilai", "Nilai bangunan", "Rp1,500,000", "Rp1,500,000"}, {"", "sarana", "Sarana", "Air\nGas", "Air\nGas"}, {"", "titik", "Letak", "", ""},
		{"", "cerita", "Rencana", "dua\nlantai", "dua\nlantai"}, {"", "ruang", "Ruangan", "", ""},
		{"Usaha", "nib", "NIB", "", ""}, {"Berkas", "ktp", "Foto KTP", "", ""}, {"", "benar", "Data ini benar.", "Yes", "Yes"},
	}
	want = append(want[:15], want[16:]...) // a house is no business
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
	if want := [][]string{{"Dapur", "12.25", "3515144508680002"}, {"Teras", "", ""}}; !reflect.DeepEqual(table.Cells, want) || !reflect.DeepEqual(table.Columns, []string{"Nama", "Luas", "NIK penghuni"}) {
		t.Errorf("%v %v", table.Columns, table.Cells)
	}
	if hidden.Cells[0][2] != "3515••••••••0002" || hidden.Cells[0][0] != "Dapur" {
		t.Errorf("masked: %v", hidden.Cells)
	}
}

func TestNumbersAndMoneyInTheLanguage(t *testing.T) {
	t.Parallel()
	for n, want := range map[cents]string{0: "0", -5: "-0,05", 100: "1", 123456789: "1.234.567,89", -120: "-1,2"} {
		if got := showCents(n, words.ID); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
		if got, ok := parseNumber(n.String()); !ok || got != n {
			t.Errorf("%d is written %s and read %d", n, n, got)
		}
	}
}

func TestFeeOfTheAnswers(t *testing.T) {
	t.Parallel()
	s := schemaOf(t, building)
	fee, err := formula.Parse(`if(jenis = "ruko", 50000, 0) + sum(ruang.luas) * 1000 + luas * 10 + if(tinggi = "yes", 7, 0)`)
	if err == nil {
		err = fee.Check(s.Names())
	}
	if err != nil {
		t.Fatal(err)
	}
	a := with(with(good(), "jenis", one("ruko")), "luas", one("1.250,5"))
	a["ruang"] = Answer{Rows: []map[string]string{{"nama": "Dapur", "luas": "12,25"}, {"nama": "Teras"}}}
	a["tinggi"] = one("yes") // of two floors that is not asked
	if got, err := On(s, day).Fee(fee, a); err != nil || got != 50000+12250+12505 {
		t.Errorf("%d %v", got, err)
	}
	for text, ok := range map[string]bool{"nama * 2": false, "lantai + nilai": true, "count(ruang)": true, "sum(ruang.nama)": false, "count(ktp)": false, `if(jenis = "istana", 1, 2)`: false} {
		f, err := formula.Parse(text)
		if err == nil {
			err = f.Check(s.Names())
		}
		if (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestTextFallsBackToIndonesian(t *testing.T) {
	t.Parallel()
	text := Text{ID: "Pemohon", EN: "Applicant"}
	for lang, want := range map[words.Lang]string{words.ID: "Pemohon", words.EN: "Applicant", words.JV: "Pemohon"} {
		if got := text.In(lang); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
