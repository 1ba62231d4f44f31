// Package display is where a person chooses language, text size and colours.
package display

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

// Display is the screen at /tampilan.
type Display struct {
	goapp.Compo

	house *house.House
	at    link.At
	now   house.Display
}

// New returns the screen.
func New(h *house.House) house.Screen { return &Display{house: h} }

// Visit implements house.Screen.
func (s *Display) Visit(_ context.Context, at link.At) error {
	s.at = at
	s.now = house.ParseDisplay(at.Get("sekarang"))
	return nil
}

// Seed implements house.Screen: how this device sees the page.
func (s *Display) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Display) Plant(at link.At, _ json.RawMessage) { s.at, s.now = at, browser.Displayed() }

// Head implements house.Screen.
func (s *Display) Head() house.Head {
	return house.Head{Title: words.DisplayTitle.In(s.at.Lang), NoIndex: true}
}

// OnNav follows the language of the address.
func (s *Display) OnNav(ctx goapp.Context) {
	s.Plant(link.Parse(ctx.Page().URL()), nil)
	frame.Titled(s.house, s.at, s.Head())
	if browser.Moved(s.at.Path) {
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}

// Render implements the screen.
func (s *Display) Render() ui.UI {
	lang := s.at.Lang
	return frame.Page(s.house, s.at, frame.Bar{Tab: "/tampilan"},
		ui.Div("stack stack-1", ui.H1("", words.DisplayTitle.In(lang)), ui.P("soft small", words.DisplayLead.In(lang))),
		s.languages(lang),
		ui.Form("/tampilan", "post", "stack stack-5", words.DisplayTitle.In(lang), prevent,
			ui.Div("card stack stack-5", s.sizes(lang), s.themes(lang), ui.P("card-sample", words.Sample.In(lang))),
			saveWithoutProgram(lang, s.at)),
		&frame.Install{Lang: lang, Always: true},
		ui.Rows(
			ui.Row{Href: s.at.To("/tentang"), Icon: "info", Tone: "plain", Title: words.AboutTitle.In(lang)},
			ui.Row{Href: "tel:" + s.house.City.Emergency, Icon: "telepon", Tone: "bad", Title: words.Emergency.In(lang, s.house.City.Emergency), Sub: words.Danger.In(lang, s.house.City.Emergency)}))
}

func prevent(_ goapp.Context, e goapp.Event) { e.PreventDefault() }

// saveWithoutProgram is the button for browsers that do not run our program;
// with it each choice holds at once.
func saveWithoutProgram(lang words.Lang, at link.At) ui.UI {
	if goapp.IsClient {
		return ui.Div("no-button")
	}
	return ui.Div("stack", ui.HiddenValue("kembali", at.To("/tampilan")),
		ui.Button{Label: words.Save.In(lang), Look: ui.Line, Submit: true, Class: "btn-full"}.UI())
}

func (s *Display) languages(lang words.Lang) ui.UI {
	rows := make([]ui.UI, len(words.Langs))
	for i, l := range words.Langs {
		rows[i] = frame.LangRow(s.at, l)
	}
	return ui.Section("bahasa", words.Language.In(lang), nil, ui.List("rows", rows...))
}

func (s *Display) sizes(lang words.Lang) ui.UI {
	return ui.Radios{Name: "huruf", Legend: words.TextSize.In(lang), Value: s.now.Text, Look: "seg", Choices: []ui.Choice{
		{Value: "", Label: words.TextNormal.In(lang), Sub: "a1"},
		{Value: "large", Label: words.TextLarge.In(lang), Sub: "a2"},
		{Value: "larger", Label: words.TextLarger.In(lang), Sub: "a3"},
	}, Change: func(ctx goapp.Context, _ goapp.Event) {
		s.now.Text = ui.Value(ctx)
		browser.Show(s.now)
	}}.UI()
}

func (s *Display) themes(lang words.Lang) ui.UI {
	return ui.Radios{Name: "warna", Legend: words.Theme.In(lang), Value: s.now.Theme, Look: "seg", Choices: []ui.Choice{
		{Value: "", Label: words.ThemeSystem.In(lang)},
		{Value: "light", Label: words.ThemeLight.In(lang)},
		{Value: "dark", Label: words.ThemeDark.In(lang)},
	}, Change: func(ctx goapp.Context, _ goapp.Event) {
		s.now.Theme = ui.Value(ctx)
		browser.Show(s.now)
	}}.UI()
}
