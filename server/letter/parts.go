package letter

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/image"
	"github.com/johnfercher/maroto/v2/pkg/components/line"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/border"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/props"
)

// A row is twelve columns wide.
const wide = 12

func words(size float64, style fontstyle.Type, how align.Type) props.Text {
	return props.Text{Family: family, Size: size, Style: style, Align: how, Top: 0.8, Bottom: 0.8, VerticalPadding: 1.1}
}

// head is the letterhead with the thick and the thin line under it. A crest
// stands beside all of its lines, so they are one row, as high as they need.
func head(l *Letter) []core.Row {
	at, over := wide, []core.Col{}
	if l.Crest != nil {
		at -= 2
		over = append(over, image.NewFromBytesCol(2, l.Crest, extension.Png, props.Rect{Percent: 90, Center: true}))
	}
	name, top := col.New(at), 0.0
	for _, part := range []struct {
		text  string
		size  float64
		style fontstyle.Type
	}{{strings.ToUpper(l.Over), 12, fontstyle.Normal}, {strings.ToUpper(l.Agency), 14, fontstyle.Bold}, {l.Address, 9, fontstyle.Normal}} {
		how := words(part.size, part.style, align.Center)
		name.Add(text.New(part.text, withTop(how, top)))
		top += float64(lines(part.text, part.size, at)) * (part.size*point + how.VerticalPadding)
	}
	return []core.Row{
		row.New(max(top+2, 20)).Add(append(over, name)...),
		row.New(1).Add(line.NewCol(wide, props.Line{Thickness: 0.9, SizePercent: 100})),
		row.New(1).Add(line.NewCol(wide, props.Line{Thickness: 0.25, SizePercent: 100})),
		row.New(6),
	}
}

const (
	point = 0.3528 // millimetres
	sheet = 165.0  // millimetres between the margins
)

// lines is how many lines a text takes at most: a letter is at most as wide
// as 0.72 of its height, on average.
func lines(s string, size float64, columns int) int {
	width := float64(utf8.RuneCountInString(s)) * size * point * 0.72
	return max(int(math.Ceil(width/(sheet*float64(columns)/wide))), 1)
}

func withTop(p props.Text, top float64) props.Text {
	p.Top = top
	return p
}

func withLeft(p props.Text, left float64) props.Text {
	p.Left = left
	return p
}

func title(l *Letter) []core.Row {
	return []core.Row{
		text.NewAutoRow(strings.ToUpper(l.Title), words(13, fontstyle.Bold, align.Center)),
		text.NewAutoRow(l.Number, words(body, fontstyle.Normal, align.Center)),
		row.New(6),
	}
}

func paragraph(p *Paragraph) []core.Row {
	var rows []core.Row
	if p.Text != "" {
		rows = append(rows, text.NewAutoRow(p.Text, words(body, fontstyle.Normal, align.Left)))
	}
	for _, pair := range p.Pairs {
		rows = append(rows, row.New().Add(
			text.NewCol(4, pair[0], words(body, fontstyle.Normal, align.Left)),
			col.New(wide-4).Add(text.New(":", words(body, fontstyle.Normal, align.Left)), text.New(pair[1], withLeft(words(body, fontstyle.Normal, align.Left), 3))),
		))
	}
	if len(p.Head) > 0 {
		rows = append(rows, table(p)...)
	}
	return append(rows, row.New(2.5))
}

// table is one with as many columns as fit; every cell wraps.
func table(p *Paragraph) []core.Row {
	widths := split(len(p.Head))
	rows := []core.Row{cells(p.Head, widths, fontstyle.Bold)}
	for _, r := range p.Rows {
		rows = append(rows, cells(r, widths, fontstyle.Normal))
	}
	return rows
}

func cells(list []string, widths []int, style fontstyle.Type) core.Row {
	r := row.New()
	for i, w := range widths {
		r.Add(text.NewCol(w, list[i], withLeft(words(body-1, style, align.Left), 1.5)).WithStyle(&props.Cell{BorderType: border.Full, BorderThickness: 0.2}))
	}
	return r
}

// split shares the columns of a row among n cells, at most one each.
func split(n int) []int {
	n = min(n, wide)
	widths := make([]int, n)
	for i := range widths {
		widths[i] = wide*(i+1)/n - wide*i/n
	}
	return widths
}

// sign is the place of the signature, which is not torn apart.
func sign(l *Letter, code []byte) []core.Row {
	const side = 34 // millimetres of the code
	who := col.New(wide/2).Add(
		text.New(l.At, words(body, fontstyle.Normal, align.Left)),
		text.New(l.Office, withTop(words(body, fontstyle.Normal, align.Left), 6)),
		text.New(l.Signed, withTop(words(small+0.5, fontstyle.Normal, align.Left), 18)),
		text.New(l.Signer, withTop(words(body, fontstyle.Bold, align.Left), 24)),
	)
	return []core.Row{
		row.New(6),
		row.New(side).Add(image.NewFromBytesCol(wide/2, code, extension.Png, props.Rect{Percent: 100, Left: 0}), who),
	}
}

// foot stands on every page.
func foot(l *Letter) []core.Row {
	rows := []core.Row{row.New(2).Add(line.NewCol(wide, props.Line{Thickness: 0.2, SizePercent: 100}))}
	for _, s := range l.Foot {
		rows = append(rows, text.NewAutoRow(s, words(small, fontstyle.Normal, align.Left)))
	}
	return rows
}
