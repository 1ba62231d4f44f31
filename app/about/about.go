// Package about says what the app is, where its data comes from and what it
// keeps.
package about

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

// About is the screen at /tentang.
type About struct {
	goapp.Compo

	house *house.House
	at    link.At
}

// New returns the screen.
func New(h *house.House) house.Screen { return &About{house: h} }

// Visit implements house.Screen.
func (s *About) Visit(_ context.Context, at link.At) error {
	s.at = at
	return nil
}

// Seed implements house.Screen.
func (s *About) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *About) Plant(at link.At, _ json.RawMessage) { s.at = at }

// Head implements house.Screen.
func (s *About) Head() house.Head {
	return house.Head{Title: words.AboutTitle.In(s.at.Lang), Description: s.lead()}
}

func (s *About) lead() string {
	return words.AboutLead.In(s.at.Lang, s.house.City.App, s.house.City.Region)
}

// OnNav follows the address.
func (s *About) OnNav(ctx goapp.Context) {
	s.at = link.Parse(ctx.Page().URL())
	frame.Titled(s.house, s.at, s.Head())
	if browser.Moved(s.at.Path) {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}

// Render implements the screen.
func (s *About) Render() ui.UI {
	lang := s.at.Lang
	part := func(id string, title, text words.T) ui.UI {
		return ui.Section(id, title.In(lang), nil, ui.P("", text.In(lang)))
	}
	return frame.Page(s.house, s.at, frame.Bar{Tab: "/tampilan", Back: "/tampilan"},
		ui.Div("stack", ui.H1("", words.AboutTitle.In(lang)), ui.P("lead", s.lead())),
		part("data", words.AboutData, words.AboutDataText),
		part("simpan", words.AboutPrivacy, words.AboutPrivacyText),
		ui.Section("pembuat", words.AboutMachines.In(lang), nil, ui.Rows(
			ui.Row{Href: s.at.To("/terbuka"), Icon: "grafik", Tone: "plain", Title: words.InsightTitle.In(lang)},
			ui.Row{Href: "/api/docs", Icon: "berkas", Tone: "plain", Title: words.ApiDocs.In(lang)},
			ui.Row{Href: s.at.To("/gaya"), Icon: "gambar", Tone: "plain", Title: words.StyleGuide.In(lang)})),
		ui.P("mini soft num", words.VersionLine.In(lang, s.house.Version)))
}
