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

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := letter.Draw(sample()); err != nil {
			b.Fatal(err)
		}
	}
}
