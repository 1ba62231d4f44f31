package inbox

import (
	"strconv"
	"strings"
)

// csvHead are the columns of FiguresCSV. They are read by the offices, so they
// are in their language.
const csvHead = "jenis,kabar,dibaca,dikirim_ke_hp,sampai,tampil,dibuka,gagal,basi,cara_lain,separuh_md,95_persen_md\r\n"

// FiguresCSV writes figures for a spreadsheet, one row for each kind. Its
// cells are our own words and numbers, so none needs quotes.
func FiguresCSV(f Figures) []byte {
	var b strings.Builder
	b.WriteString(csvHead)
	for _, k := range f.Kinds {
		b.WriteString(string(k.Kind))
		for _, n := range []int{k.Messages, k.Read, k.Pushed, k.Delivered, k.Shown, k.Opened, k.Failed, k.Expired, k.Other, k.Half, k.Most} {
			b.WriteString("," + strconv.Itoa(n))
		}
		b.WriteString("\r\n")
	}
	return []byte(b.String())
}
