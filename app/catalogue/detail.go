package catalogue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Detail is the screen of one service: /layanan/{id}.
type Detail struct {
	goapp.Compo
	view[catalogue.Service]

	house *house.House

	here    *point // where the phone is, once somebody asked for it
	looking bool   // the phone is being asked
	unseen  bool   // it did not say
}

// DetailPattern is its address.
const DetailPattern = "/layanan/{id}"

// NewDetail returns the screen.
func NewDetail(h *house.House) house.Screen {
	return &Detail{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (catalogue.Service, error) {
		id, _ := at.Match(DetailPattern)
		return h.Catalogue.Get(ctx, catalogue.ID{ID: id})
	})}
}

// Head implements house.Screen.
func (s *Detail) Head() house.Head {
	lang := s.view.At.Lang
	v, ok := s.view.Value()
	if !ok {
		return house.Head{Title: words.ServicesTitle.In(lang), NoIndex: true}
	}
	c := v.Content
	return house.Head{Title: c.Name, Description: c.Summary + " " + feeText(lang, c.Fee) + ". " + promiseSentence(lang, c.Promise)}
}

// Titled implements flow.Titled.
func (s *Detail) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the service the address names.
func (s *Detail) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Detail) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/layanan", Back: "/layanan", Wide: true, Actions: []ui.UI{frame.SearchAction(at), s.share(at)}}
	v, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2",
			ui.Para("bar small strong brand", ui.IconS(TopicIcon(v.Content.Topic)),
				ui.Span("", ui.Link(at.To("/layanan", "dinas", v.AgencyID), "", ui.Text(v.AgencyName)), ui.Text(" · "),
					ui.Link(at.To("/layanan", "topik", string(v.Content.Topic)), "", ui.Text(TopicName(at.Lang, v.Content.Topic))))),
			ui.H1("h-xl", v.Content.Name),
			ui.P("lead soft", v.Content.Summary)),
		flow.Age(at.Lang, s.view.Fault(), v.Now.In(s.house.City.Location())),
		body(at, v, s.where(at, v)),
		code(at, v),
		related(at, v.Related))
}

func (s *Detail) share(at link.At) ui.UI {
	if goapp.IsServer {
		return ui.Div("icon-btn")
	}
	return ui.IconButton("bagikan", words.Share.In(at.Lang), nil, func(ctx goapp.Context, _ goapp.Event) {
		at := s.view.At
		browser.Share(s.Head().Title, browser.Origin()+at.To(at.Path), func(copied bool) {
			if copied {
				frame.Toast(ctx, words.LinkCopied.In(at.Lang))
			}
		})
	})
}

// code is the link to this page for the counter: to print and to scan.
func code(at link.At, v catalogue.Service) ui.UI {
	if v.QR == "" || v.QRSize < 1 {
		return nil
	}
	title := words.ShowCode.In(at.Lang)
	return ui.Div("code-hold",
		ui.Button{Label: title, Icon: "qr", Look: ui.Quiet, Class: "no-print", Do: ui.ShowDialog("kode")}.UI(),
		ui.Dialog("kode", words.QRTitle.In(at.Lang), words.CodeWhy.In(at.Lang), true,
			ui.P("code-name", v.Content.Name),
			ui.QR(v.QR, v.QRSize, words.CodeAlt.In(at.Lang, v.Content.Name)),
			ui.Button{Label: words.PrintIt.In(at.Lang), Class: "btn-full no-print", Do: func(goapp.Context, goapp.Event) { browser.Print() }}.UI(),
			ui.Button{Label: words.Close.In(at.Lang), Look: ui.Line, Class: "btn-full no-print", Scope: "kode", Do: ui.CloseDialog("kode")}.UI()))
}

func related(at link.At, hits []catalogue.Hit) ui.UI {
	if len(hits) == 0 {
		return nil
	}
	return ui.Section("mirip", words.RelatedTitle.In(at.Lang), nil, Short(at, hits))
}

// day writes a date that may be missing.
func day(lang words.Lang, d calendar.Date) string {
	if !d.Valid() {
		return "–"
	}
	return words.FullDay(lang, d)
}
