package queue

import (
	"strconv"
	"strings"
)

// figuresHead are the columns of FiguresCSV. They are read by the offices, so
// they are in their language; times are whole seconds.
var figuresHead = []string{"antrean", "tanggal", "jam", "diambil", "dilayani", "tidak_hadir", "tunggu_tengah_detik", "layan_tengah_detik"}

// FiguresCSV writes figures for a spreadsheet: one row for each hour of each
// day, after RFC 4180.
func FiguresCSV(f Figures) []byte {
	var b strings.Builder
	line(&b, figuresHead...)
	n := strconv.Itoa
	for _, d := range f.Days {
		for _, h := range d.Hours {
			line(&b, f.Name, string(d.Date), n(h.Hour), n(h.Taken), n(h.Served), n(h.Absent), n(h.Wait), n(h.Visit))
		}
	}
	return []byte(b.String())
}

func line(b *strings.Builder, cells ...string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(cell(c))
	}
	b.WriteString("\r\n")
}

// cell is a text as a cell. What a spreadsheet would take for a formula gets
// a quote in front, which makes it a text and is not shown.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\r\n") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
