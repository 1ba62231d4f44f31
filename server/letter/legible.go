package letter

import (
	"strings"
	"unicode"
)

// missing stands where the letters of a letter have no sign: that something
// was there is not hidden.
const missing = '□'

// legible is a letter with what can be drawn. People answer with pictures and
// with marks that nobody sees, and the writer of PDFs knows no sign beyond the
// first 65,536.
func legible(l *Letter) *Letter {
	drawn := *l
	for _, s := range []*string{&drawn.Over, &drawn.Agency, &drawn.Address, &drawn.Title, &drawn.Number, &drawn.At, &drawn.Office, &drawn.Signed, &drawn.Signer, &drawn.Maker} {
		*s = plain(*s)
	}
	drawn.Body, drawn.Foot = make([]Paragraph, len(l.Body)), plains(l.Foot)
	for i, p := range l.Body {
		p.Text, p.Head = plain(p.Text), plains(p.Head)
		pairs, rows := make([][2]string, len(p.Pairs)), make([][]string, len(p.Rows))
		for j, pair := range p.Pairs {
			pairs[j] = [2]string{plain(pair[0]), plain(pair[1])}
		}
		for j, row := range p.Rows {
			rows[j] = plains(row)
		}
		p.Pairs, p.Rows = pairs, rows
		drawn.Body[i] = p
	}
	return &drawn
}

func plains(list []string) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = plain(s)
	}
	return all
}

func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
			return -1
		case r > 0xFFFF:
			return missing
		}
		return r
	}, s)
}
