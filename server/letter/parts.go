package letter

import (
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/image"
	"github.com/johnfercher/maroto/v2/pkg/components/line"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
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

// head is the letterhead with the line under it.
func head(l *Letter) []core.Row {
	at, over := wide, []core.Col{}
	if l.Crest != nil {
		at -= 2
		over = append(over, image.NewFromBytesCol(2, l.Crest, extension.Png, props.Rect{Percent: 90, Center: true}))
	}
	name := col.New(at).Add(
		text.New(strings.ToUpper(l.Over), words(12, fontstyle.Normal, align.Center)),
		text.New(strings.ToUpper(l.Agency), withTop(words(14, fontstyle.Bold, align.Center), 6)),
		text.New(l.Address, withTop(words(9, fontstyle.Normal, align.Center), 13)),
	)
	return []core.Row{
		row.New(20).Add(append(over, name)...),
		row.New(2).Add(line.NewCol(wide, props.Line{Thickness: 0.8, SizePercent: 100})),
		row.New(6),
	}
}

func withTop(p props.Text, top float64) props.Text {
	p.Top = top
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
			text.NewCol(wide-4, ": "+pair[1], words(body, fontstyle.Normal, align.Left)),
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
		r.Add(text.NewCol(w, list[i], words(body-1.5, style, align.Left)))
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
