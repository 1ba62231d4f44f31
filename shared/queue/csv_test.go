package queue

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestFiguresCSV(t *testing.T) {
	t.Parallel()
	f := Figures{Name: `Poli "Anak", lantai 2`, Days: []DayFigures{
		{Date: "2026-11-23", Hours: []HourFigures{{Hour: 8, Taken: 12, Served: 10, Absent: 1, Wait: 1500, Visit: 300}, {Hour: 9}}},
		{Date: "2026-11-24"},
	}}
	want := "antrean,tanggal,jam,diambil,dilayani,tidak_hadir,tunggu_tengah_detik,layan_tengah_detik\r\n" +
		"\"Poli \"\"Anak\"\", lantai 2\",2026-11-23,8,12,10,1,1500,300\r\n" +
		"\"Poli \"\"Anak\"\", lantai 2\",2026-11-23,9,0,0,0,0,0\r\n"
	if got := string(FiguresCSV(f)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Whatever a queue is called, a spreadsheet reads one cell and no formula.
func TestFiguresCSVIsReadAsItWasMeant(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.SampledFrom([]rune("=+-@,\"\n\t';aé "))).Draw(t, "name")
		f := Figures{Name: name, Days: []DayFigures{{Date: "2026-11-23", Hours: []HourFigures{{Hour: 8}}}}}
		rows, err := csv.NewReader(bytes.NewReader(FiguresCSV(f))).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != len(figuresHead) {
			t.Fatalf("%v %v", rows, err)
		}
		got := rows[1][0]
		if got != name && got != "'"+name || got != "" && slices.Contains([]byte("=+-@\t\r"), got[0]) {
			t.Fatalf("%q became %q", name, got)
		}
	})
}
