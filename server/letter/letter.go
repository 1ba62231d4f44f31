// Package letter draws the letters of offices as PDF: letterhead, number,
// what it says, who signs, and the code by which anybody can tell whether it
// is genuine. It knows nothing of where they come from.
package letter

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/pagesize"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"

	"rumah/server/qr"
)

// Letter is what stands in one.
type Letter struct {
	Over    string // above the agency: "Pemerintah Kabupaten ..."
	Agency  string
	Address string // and phone; "" for none
	Crest   []byte // PNG; nil for none

	Title  string
	Number string // "Nomor: 470/123/438.7.18/2026"
	Body   []Paragraph

	At     string // where and when: "Celep, 23 November 2026"
	Office string // of who signs
	Signed string // "Ditandatangani secara elektronik"
	Signer string

	Link  string   // that the QR code holds
	Foot  []string // how to check it, and what the signature is worth
	Made  time.Time
	Maker string // program
}

// Paragraph is a text, or pairs of what was asked and answered, or a table.
type Paragraph struct {
	Text  string
	Pairs [][2]string
	Head  []string
	Rows  [][]string
}

const (
	family = "letter"
	body   = 10.5 // points
	small  = 7.5
)

// Draw draws a letter on A4.
func Draw(l *Letter) ([]byte, error) {
	l = legible(l)
	picture, err := qr.PNG(l.Link)
	if err != nil {
		return nil, err
	}
	m := maroto.New(config.NewBuilder().
		WithPageSize(pagesize.A4).WithLeftMargin(25).WithRightMargin(20).WithTopMargin(15).WithBottomMargin(12).
		WithCustomFonts(fonts()).WithDefaultFont(&props.Font{Family: family, Size: body}).
		WithTitle(l.Title+" "+l.Number, true).WithAuthor(l.Agency, true).WithCreator(l.Maker, true).WithCreationDate(l.Made).WithCompression(true).
		Build())
	if err := m.RegisterFooter(foot(l)...); err != nil {
		return nil, fmt.Errorf("draw the foot of a letter: %w", err)
	}
	m.AddRows(head(l)...)
	m.AddRows(title(l)...)
	for i := range l.Body {
		m.AddRows(paragraph(&l.Body[i])...)
	}
	m.AddRows(sign(l, picture)...)
	drawn, err := m.Generate()
	if err != nil {
		return nil, fmt.Errorf("draw a letter: %w", err)
	}
	return drawn.GetBytes(), nil
}

// fonts are embedded into each letter, as far as it needs them. They are as
// wide as Arial, which letters of offices are to be written in. Each gets
// copies: the writer scribbles in them.
func fonts() []*entity.CustomFont {
	return []*entity.CustomFont{
		{Family: family, Style: fontstyle.Normal, Bytes: bytes.Clone(liberationsansregular.TTF)}, {Family: family, Style: fontstyle.Bold, Bytes: bytes.Clone(liberationsansbold.TTF)},
	}
}
