package identity

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// People is the screen of a citizen who stands at the desk: /meja/warga.
// Nothing of it is in the address: numbers of people do not belong there.
type People struct {
	goapp.Compo

	house  *house.House
	at     link.At
	find   flow.Form[who.FindPerson, who.PersonCard]
	card   *who.PersonCard // whom was found
	open   flow.Form[who.OpenPerson, who.PersonOpen]
	asking bool   // for the purpose
	usual  string // the purpose chosen from the usual ones
	verify flow.Form[who.ID, who.PersonCard]
}

// NewPeople returns the screen.
func NewPeople(h *house.House) house.Screen {
	s := &People{house: h}
	s.begin()
	return s
}

func (s *People) begin() {
	s.find = flow.Form[who.FindPerson, who.PersonCard]{Done: s.found}
	s.forget()
}

// forget closes what was open of the last person.
func (s *People) forget() {
	s.card, s.asking, s.usual = nil, false, ""
	s.open = flow.Form[who.OpenPerson, who.PersonOpen]{Done: s.opened}
	s.verify = flow.Form[who.ID, who.PersonCard]{Done: s.verified}
}

// Visit implements house.Screen.
func (s *People) Visit(_ context.Context, at link.At) error {
	s.at = at
	return nil
}

// Seed implements house.Screen.
func (s *People) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *People) Plant(at link.At, _ json.RawMessage) { s.at = at }

// Head implements house.Screen.
func (s *People) Head() house.Head {
	return house.Head{Title: words.PeopleTitle.In(s.at.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *People) Titled(goapp.Context) { frame.Titled(s.house, s.at, s.Head()) }

// OnNav begins with nobody.
func (s *People) OnNav(ctx goapp.Context) {
	s.begin()
	arrive(ctx, s, &s.at)
}

// Render implements the screen.
func (s *People) Render() ui.UI {
	at := s.at
	bar := frame.Bar{Tab: "/meja", Back: "/meja"}
	title := ui.Div("stack stack-1", ui.H1("", words.PeopleTitle.In(at.Lang)), ui.P("soft", words.PeopleLead.In(at.Lang)))
	for _, f := range []*fault.Fault{s.find.Fault(), s.open.Fault(), s.verify.Fault()} {
		if f != nil && (f.Code == fault.Signin || f.Code == fault.Denied) {
			return frame.Page(s.house, at, bar, title, gate(at, f.Code == fault.Signin, s.house.Viewer.Staff, access.Verifier))
		}
	}
	if !s.house.Viewer.May(access.Verifier) {
		return frame.Page(s.house, at, bar, title, gate(at, s.house.Viewer.ID == "", s.house.Viewer.Staff, access.Verifier))
	}
	return frame.Page(s.house, at, bar, title, s.findForm(at), s.result(at))
}

func (s *People) findForm(at link.At) ui.UI {
	e := entry[who.FindPerson, who.PersonCard]{&s.find, at.Lang}
	var news ui.UI
	if f := s.find.Fault(); f != nil && f.Code == fault.Unknown {
		news = ui.Banner("", "info", words.PersonNone.In(at.Lang), words.PersonNoneText.In(at.Lang))
	} else {
		news = trouble(at.Lang, f)
	}
	return ui.Form(at.To("/meja/warga"), "post", "card stack stack-4", words.PeopleTitle.In(at.Lang), s.search,
		e.field(ui.Field{Name: "number", Label: words.PersonNumber.In(at.Lang), Hint: words.PersonNumberHint.In(at.Lang), Value: s.find.Draft.Number,
			Mode: "numeric", Auto: "off", Max: 40}, func(v string) { s.find.Draft.Number = v }).UI(),
		ui.Button{Label: words.Search.In(at.Lang), Icon: "cari", Submit: true, Busy: s.find.Busy(), Class: "btn-full"}.UI(), news)
}

func (s *People) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.forget()
	s.find.Send(ctx, s.find.Draft.Check, s.house.Identity.FindPerson)
}

func (s *People) found(_ goapp.Context, card *who.PersonCard) { s.card = card }

func (s *People) result(at link.At) ui.UI {
	if s.card == nil {
		return nil
	}
	c := *s.card
	name := c.Name
	if name == "" {
		name = words.NoName.In(at.Lang)
	}
	var lives ui.UI // comes with the whole numbers
	if c.Profile.AreaName != "" {
		lives = ui.Text(c.Profile.AreaName)
	}
	return ui.Section("warga", words.PersonFound.In(at.Lang), nil,
		ui.Div("card stack stack-4",
			ui.Div("bar bar-4", frame.Face(c.Name, "c"), ui.Div("grow", ui.Label("row-title", name), ui.Label("row-sub num", c.Phone),
				ui.Span("row-tag", levelTag(at.Lang, c.Level)))),
			ui.Facts(
				[2]ui.UI{ui.Text("NIK"), ui.Label("num", or(c.Profile.NIK, words.NotFilled.In(at.Lang)))},
				[2]ui.UI{ui.Text(words.KKLabel.In(at.Lang)), ui.Label("num", or(c.Profile.KK, words.NotFilled.In(at.Lang)))},
				[2]ui.UI{ui.Text(words.LivesTitle.In(at.Lang)), lives})),
		s.opening(at))
}

func or(s, none string) string {
	if s == "" {
		return none
	}
	return s
}
