// Package style is the living style page: every part of the house in every
// state, made of the same functions the screens use.
package style

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Style is the screen at /gaya.
type Style struct {
	goapp.Compo

	house *house.House
	at    link.At
}

// New returns the screen.
func New(h *house.House) house.Screen { return &Style{house: h} }

// Visit implements house.Screen.
func (s *Style) Visit(_ context.Context, at link.At) error {
	s.at = at
	return nil
}

// Seed implements house.Screen.
func (s *Style) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Style) Plant(at link.At, _ json.RawMessage) { s.at = at }

// Head implements house.Screen.
func (s *Style) Head() house.Head {
	return house.Head{Title: words.StyleTitle.In(s.at.Lang), Description: words.StyleLead.In(s.at.Lang), NoIndex: true}
}

// OnNav follows the address.
func (s *Style) OnNav(ctx goapp.Context) {
	s.at = link.Parse(ctx.Page().URL())
	frame.Titled(s.house, s.at, s.Head())
	if browser.Moved(s.at.Path) {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}

// Render implements the screen.
func (s *Style) Render() ui.UI {
	l := s.at.Lang
	return frame.Page(s.house, s.at, frame.Bar{Tab: "/tampilan", Back: "/tentang", Wide: true},
		ui.Div("stack", ui.H1("h-xl", words.StyleTitle.In(l)), ui.P("lead soft", words.StyleLead.In(l))),
		colours(l), letters(l), buttons(l), fields(l), papers(l), lists(s.at), status(l), river(l), tickets(s.at),
		figures(l), layers(l), empties(l), icons(l),
		ui.Section("meja", words.StyleDesk.In(l), nil,
			ui.ButtonLink(s.at.To("/gaya/meja"), words.StyleDeskOpen.In(l), "papan", ui.Line, "")))
}

// swatches are the colours by token; the class shows the colour on its own
// ground with its own text.
var swatches = []string{"ground", "surface", "sunken", "ink", "muara", "muara-soft", "deep", "kunyit", "kunyit-soft",
	"udang", "udang-soft", "mangrove-soft", "bandeng-soft"}

func colours(l words.Lang) ui.UI {
	items := make([]ui.UI, len(swatches))
	for i, name := range swatches {
		items[i] = ui.Div("swatch sw-"+name, ui.Label("mini strong", name))
	}
	return ui.Section("warna", words.StyleColour.In(l), nil, ui.Div("swatches", items...))
}

func letters(l words.Lang) ui.UI {
	return ui.Section("huruf", words.StyleType.In(l), nil, ui.Div("card stack stack-4",
		ui.P("hero-no num", "A-041"),
		ui.P("big", words.Sample.In(l)),
		ui.H3("h-xl", words.HomeTitle.In(l, "Delta")),
		ui.P("lead", words.HomeLead.In(l)),
		ui.P("", words.AboutPrivacyText.In(l)),
		ui.P("small soft", words.VoiceRange.In(l)),
		ui.P("mini soft num", "0123456789 · 09.40–09.55 · Rp25.000 · 1.284")))
}

func buttons(l words.Lang) ui.UI {
	take, send, stop := words.VoiceTake.In(l), words.WrongSend.In(l), words.VoiceCancel.In(l)
	row := func(bs ...ui.Button) ui.UI {
		out := make([]ui.UI, len(bs))
		for i, b := range bs {
			out[i] = b.UI()
		}
		return ui.Div("bar bar-3 wrap", out...)
	}
	return ui.Section("tombol", words.StyleButtons.In(l), nil, ui.Div("card stack stack-4",
		row(ui.Button{Label: take, Icon: "tiket"}, ui.Button{Label: send, Look: ui.Line}, ui.Button{Label: send, Look: ui.Soft},
			ui.Button{Label: send, Look: ui.Quiet}, ui.Button{Label: words.VoiceReplace.In(l), Look: ui.Turn, Icon: "kamera"}, ui.Button{Label: stop, Look: ui.Stop}),
		row(ui.Button{Label: send, Class: "btn-s", Look: ui.Line}, ui.Button{Label: take, Class: "btn-l"}),
		ui.Div("bar bar-3 wrap", ui.Button{Label: take, Disabled: true}.UI(), ui.Label("small soft", words.VoiceSoldOut.In(l))),
		row(ui.Button{Label: words.VoiceSending.In(l), Busy: true}),
		ui.Div("bar", ui.IconButton("bagikan", words.Share.In(l), nil, nil), ui.IconButton("cari", words.Search.In(l), nil, nil))))
}

func fields(l words.Lang) ui.UI {
	who := []ui.Choice{{Value: "self", Label: words.SampleSelf.In(l)}, {Value: "child", Label: words.SampleChild.In(l)}, {Value: "parent", Label: words.SampleParent.In(l)}}
	tiles := []ui.Choice{{Value: "self", Label: words.SampleSelf.In(l), Icon: "akun"}, {Value: "child", Label: words.SampleChild.In(l), Icon: "anak"}, {Value: "parent", Label: words.SampleParent.In(l), Icon: "keluarga"}}
	return ui.Section("isian", words.StyleFields.In(l), nil, ui.Div("card stack stack-5",
		ui.Field{Name: "gaya-nama", Label: words.SampleName.In(l), Value: "Laras Wulandari"}.UI(),
		ui.Field{Name: "gaya-nik", Label: words.SampleNIK.In(l), Hint: words.SampleNIKHint.In(l), Value: "351508000000000", Error: words.VoiceNIK.In(l), Mode: "numeric"}.UI(),
		ui.Field{Name: "gaya-hp", Label: words.Phone.In(l), Optional: words.Optional.In(l), Type: "tel", Mode: "tel"}.UI(),
		ui.Field{Name: "gaya-tetap", Label: words.District.In(l), Value: "Delta", ReadOnly: true}.UI(),
		ui.Field{Name: "gaya-cerita", Label: words.SampleStory.In(l), Long: true}.UI(),
		ui.Field{Name: "gaya-untuk", Label: words.SampleFor.In(l), Choices: who, Value: "child"}.UI(),
		ui.Radios{Name: "gaya-ubin", Legend: words.SampleFor.In(l), Value: "child", Look: "choice", Choices: tiles}.UI(),
		ui.Radios{Name: "gaya-seg", Legend: words.SampleFor.In(l), Value: "self", Look: "seg", Choices: who}.UI(),
		ui.Check("gaya-benar", words.SampleAgree.In(l), words.SampleAgreeWhy.In(l), true, nil),
		ui.Find{Action: "/gaya", Name: "q", Label: words.FindPlace.In(l), Placeholder: words.FindExample.In(l)}.UI(),
		ui.Drop{ID: "gaya-berkas", Label: words.SampleFile.In(l), Sub: words.SampleFileSub.In(l), Icon: "kamera"}.UI(),
		ui.Upload{Name: "kk.jpg", State: "1,8 MB · " + words.VoiceSending.In(l), Icon: "gambar", Part: 62}.UI(),
		ui.Upload{Name: "ktp.jpg", State: words.VoicePhoto.In(l), Icon: "awas", Part: -1, Bad: true,
			Action: ui.Button{Label: words.TryAgain.In(l), Look: ui.Line, Class: "btn-s"}.UI()}.UI()))
}
