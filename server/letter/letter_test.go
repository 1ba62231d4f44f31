package letter_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rumah/server/inspect"
	"rumah/server/letter"
	"rumah/server/letter/lettertest"
	"rumah/server/qr"
)

func sample() *letter.Letter {
	return &letter.Letter{
		Over: "Pemerintah Kabupaten Contoh", Agency: "Kelurahan Celep", Address: "Jl. Raden Patah No. 1, telp. 031-123456",
		Title: "Surat Keterangan Domisili", Number: "Nomor: 470/123/438.7.1.8/2026",
		Body: []letter.Paragraph{
			{Text: "Yang bertanda tangan di bawah ini menerangkan bahwa Siti Nur'aini Wáluyå (Bu \\Siti) benar-benar berdomisili di Jl. Kenanga 7 RT 02 RW 05, Celep, sejak 1 Januari 2020."},
			{Pairs: [][2]string{{"Nama lengkap", "Dhåwå Çaçang Éstu"}, {"Alamat", "Jl. Kenanga 7"}}},
			{Head: []string{"Nama", "Hubungan"}, Rows: [][]string{{"Dimas", "Anak"}, {"Éva", "Anak"}}},
			{Text: "Demikian surat ini dibuat."},
		},
		At: "Celep, 23 November 2026", Office: "Lurah", Signed: "Ditandatangani secara elektronik", Signer: "Drs. Bambang Éko",
		Link: "HTTPS://RUMAH.EXAMPLE.ID/V/ABC$123", Foot: []string{"Periksa dengan memindai kode QR.", "TIDAK TERSERTIFIKASI."},
		Made: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC), Maker: "Rumah",
	}
}

const golden = `PEMERINTAH KABUPATEN CONTOH
KELURAHAN CELEP
Jl. Raden Patah No. 1, telp. 031-123456
SURAT KETERANGAN DOMISILI
Nomor: 470/123/438.7.1.8/2026
Yang bertanda tangan di bawah ini menerangkan bahwa Siti Nur'aini Wáluyå (Bu \Siti) benar-benar
berdomisili di Jl. Kenanga 7 RT 02 RW 05, Celep, sejak 1 Januari 2020.
Nama lengkap : Dhåwå Çaçang Éstu
Alamat : Jl. Kenanga 7
Nama Hubungan
Dimas Anak
Éva Anak
Demikian surat ini dibuat.
Celep, 23 November 2026
Lurah
Ditandatangani secara elektronik
Drs. Bambang Éko
Periksa dengan memindai kode QR.
TIDAK TERSERTIFIKASI.`

// A letter says what it was given, and passes as a document that somebody
// sends on.
func TestALetter(t *testing.T) {
	t.Parallel()
	drawn, err := letter.Draw(sample())
	if err != nil {
		t.Fatal(err)
	}
	if got := lettertest.Text(t, drawn); got != golden {
		t.Errorf("%s", got)
	}
	if _, _, err := inspect.File(drawn, inspect.PDF); err != nil {
		t.Error(err)
	}
}

// An office with a long name, at a long address, has a letterhead whose lines
// stand under each other, with a crest beside them and without.
func TestALongLetterhead(t *testing.T) {
	t.Parallel()
	crest, err := qr.PNG("lambang")
	if err != nil {
		t.Fatal(err)
	}
	for _, crest := range [][]byte{nil, crest} {
		l := sample()
		l.Crest = crest
		l.Agency = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
		l.Address = "Jl. Pahlawan No. 141, Kelurahan Contohrejo, Kecamatan Contohjaya, Contohjaya 61212, telp. 031-1234567, laman https://dpmptsp.example.go.id"
		drawn, err := letter.Draw(l)
		if err != nil {
			t.Fatal(err)
		}
		lines, heights := lettertest.Lines(t, drawn)
		if len(lines) < 6 || lines[0] != "PEMERINTAH KABUPATEN CONTOH" || !strings.HasSuffix(lines[2], "PINTU") || lines[5] != "SURAT KETERANGAN DOMISILI" {
			t.Fatalf("%q", lines)
		}
		for i := range 5 {
			if down := heights[i] - heights[i+1]; down < 9 {
				t.Errorf("%q stands %.1f points above %q", lines[i], down, lines[i+1])
			}
		}
	}
}

// What is long goes on, over as many pages as it needs, and the signature
// stays in one piece.
func TestALongLetter(t *testing.T) {
	t.Parallel()
	l := sample()
	crest, err := qr.PNG("lambang")
	if err != nil {
		t.Fatal(err)
	}
	l.Crest = crest
	for range 60 {
		l.Body = append(l.Body, letter.Paragraph{Text: strings.Repeat("Bahwa segala sesuatunya benar. ", 9)})
	}
	drawn, err := letter.Draw(l)
	if err != nil {
		t.Fatal(err)
	}
	text := lettertest.Text(t, drawn)
	if pages := bytes.Count(drawn, []byte("/Type /Page\n")); pages < 4 || strings.Count(text, "TIDAK TERSERTIFIKASI.") != pages || strings.Count(text, "Drs. Bambang") != 1 {
		t.Errorf("%d pages:\n%s", pages, text)
	}
}

// Whatever somebody answers, a letter can be drawn: a sign that it has none of
// leaves a box, and a mark that turns the writing round does nothing.
func TestALetterOfAnything(t *testing.T) {
	t.Parallel()
	l := sample()
	odd := "Budi 😀 San\u200btoso \u202eterbalik 👩\u200d🏫 \U0010FFFF"
	l.Title, l.Signer, l.Agency = odd, odd, odd
	l.Body = []letter.Paragraph{{Text: odd}, {Pairs: [][2]string{{odd, odd}}}, {Head: []string{odd}, Rows: [][]string{{odd}}}, {Text: strings.Repeat("x", 5000)}}
	drawn, err := letter.Draw(l)
	if err != nil {
		t.Fatal(err)
	}
	if text := lettertest.Text(t, drawn); strings.Count(text, "Budi □ Santoso terbalik □□ □") < 6 {
		t.Errorf("%s", text)
	}
	if l.Signer != odd || l.Body[0].Text != odd {
		t.Error("the letter itself was changed")
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := letter.Draw(sample()); err != nil {
			b.Fatal(err)
		}
	}
}
