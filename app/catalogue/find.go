package catalogue

import (
	"context"
	"net/url"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Found is what the search screen shows: what was found and, when that is
// nothing, what people usually look for.
type Found struct {
	Results catalogue.Results   `json:"results"`
	Instead *catalogue.Overview `json:"instead,omitempty"`
}

// List is the screen of the search over everything (/cari), of all services
// (/layanan) and of all apps (/aplikasi).
type List struct {
	goapp.Compo
	view[Found]

	house  *house.House
	more   bool // the next page is on its way
	typing int  // letters typed since the address; the search waits for the last of them
	came   bool // the first address is there
}

// NewList returns the screen.
func NewList(h *house.House) house.Screen {
	return &List{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (Found, error) { return find(ctx, h, at) })}
}

func find(ctx context.Context, h *house.House, at link.At) (Found, error) {
	query := queryOf(at)
	results, err := h.Catalogue.Find(ctx, query)
	found := Found{Results: results}
	if err != nil || len(results.Items)+len(results.Places) > 0 {
		return found, err
	}
	instead, err := h.Catalogue.Topics(ctx)
	found.Instead = &instead
	return found, err
}

// pageSize fills a phone's screen a few times.
const pageSize = 30

// pause is how long somebody must stop typing before the search runs.
const pause = 350 * time.Millisecond

func queryOf(at link.At) catalogue.Query {
	return catalogue.Query{
		Text:   at.Get("q"),
		Topic:  catalogue.Topic(at.Get("topik")),
		Agency: at.Get("dinas"),
		Apps:   at.Path == "/aplikasi",
		After:  at.Get("lanjut"),
		Limit:  pageSize,
	}
}

// to is the same list under another query; the place in it starts anew.
func to(at link.At, q catalogue.Query) string {
	return at.To(at.Path, "q", q.Text, "topik", string(q.Topic), "dinas", q.Agency)
}

// Head implements house.Screen.
func (s *List) Head() house.Head {
	at := s.view.At
	q := queryOf(at)
	head := house.Head{Title: title(at, q), Description: lead(at, s.house), NoIndex: at.Path == "/cari" || q.Text != "" || q.After != ""}
	if q.Text != "" {
		head.Title = q.Text
	}
	return head
}

func title(at link.At, q catalogue.Query) string {
	switch {
	case q.Topic != "" && topics[q.Topic].icon != "":
		return TopicName(at.Lang, q.Topic)
	case at.Path == "/aplikasi":
		return words.AppsTitle.In(at.Lang)
	case at.Path == "/layanan":
		return words.ServicesTitle.In(at.Lang)
	}
	return words.SearchTitle.In(at.Lang)
}

func lead(at link.At, h *house.House) string {
	if at.Path == "/aplikasi" {
		return words.AppsLead.In(at.Lang, h.City.RegionShort)
	}
	return words.ServicesLead.In(at.Lang, h.City.RegionShort)
}

// Titled implements flow.Titled.
func (s *List) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads what the address asks for.
func (s *List) OnNav(ctx goapp.Context) {
	s.more, s.typing = false, 0
	s.view.Enter(ctx, s)
	ctx.Defer(func(goapp.Context) { browser.ShowChosen() })
	if s.came { // the field keeps what was typed whatever its attribute says
		ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.view.At.Query.Get("q")) })
	}
	s.came = true
}

// Render implements the screen.
func (s *List) Render() ui.UI {
	at := s.view.At
	q := queryOf(at)
	return frame.Page(s.house, at, frame.Bar{Tab: "/layanan", Back: above(at), Actions: []ui.UI{frame.LanguageAction(at)}},
		ui.Div("stack",
			ui.Div("stack stack-1", ui.H1("", title(at, q)), s.lead(at, q)),
			s.field(at, q),
			chips(at, q)),
		s.results(at, q), tracking(at, q))
}

// tracking leads those who have applied, with an account or on paper, to how
// far it is.
func tracking(at link.At, q catalogue.Query) ui.UI {
	if at.Path != "/layanan" || q.Text != "" {
		return nil
	}
	return ui.Rows(ui.Row{Href: at.To("/lacak"), Icon: "qr", Tone: "plain", Title: words.TrackRow.In(at.Lang)})
}

// above is where the arrow leads; the list of services is a tab and has none.
func above(at link.At) string {
	switch at.Path {
	case "/cari":
		return "/"
	case "/aplikasi":
		return "/layanan"
	}
	return ""
}

// lead says what is here; somebody who has typed wants the answer instead.
func (s *List) lead(at link.At, q catalogue.Query) ui.UI {
	if q.Text != "" {
		return nil
	}
	if at.Path == "/cari" {
		return ui.P("soft", words.SearchLead.In(at.Lang))
	}
	return ui.P("soft", lead(at, s.house))
}

func (s *List) field(at link.At, q catalogue.Query) ui.UI {
	empty := q
	empty.Text = ""
	value := at.Query.Get("q")
	if s.typing > 0 { // a letter typed while this is drawn must not be lost
		value = ui.Typed("cari")
	}
	return ui.Find{
		Action: at.To(at.Path), Name: "q", Value: value,
		Label: words.FindAnything.In(at.Lang), Placeholder: words.FindAnythingFor.In(at.Lang),
		Clear: words.Clear.In(at.Lang), ClearHref: to(at, empty),
		Keep:  map[string]string{"topik": string(q.Topic), "dinas": q.Agency},
		Input: s.typed, Submit: s.search,
	}.UI()
}

// typed searches once somebody stops typing. The address follows without a
// step of its own in the history, so that going back leaves the search.
func (s *List) typed(ctx goapp.Context, _ goapp.Event) {
	s.typing++
	turn := s.typing
	ctx.After(pause, func(ctx goapp.Context) {
		q := queryOf(s.view.At)
		text := ui.Typed("cari")
		if turn != s.typing || strings.TrimSpace(text) == q.Text {
			return
		}
		q.Text = text
		here, err := url.Parse(to(s.view.At, q))
		if err != nil {
			return
		}
		s.more = false
		ctx.Page().ReplaceURL(here)
		s.view.At = link.Parse(here)
		s.view.Again(ctx, s)
	})
}

// search goes to the address of what was typed, so that it can be shared and
// gone back to.
func (s *List) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.typing++
	q := queryOf(s.view.At)
	q.Text = ui.Typed("cari")
	ui.Go(ctx, to(s.view.At, q))
}

// chips narrow by topic; apps have none.
func chips(at link.At, q catalogue.Query) ui.UI {
	if q.Apps {
		return nil
	}
	chip := func(topic catalogue.Topic, label string) ui.UI {
		other := q
		other.Topic = topic
		return ui.Chip(to(at, other), label, q.Topic == topic)
	}
	all := []ui.UI{chip("", words.All.In(at.Lang))}
	for _, topic := range catalogue.Topics {
		all = append(all, chip(topic, TopicName(at.Lang, topic)))
	}
	return ui.Chips(words.FilterTopics.In(at.Lang), all...)
}

// next shows more below what is there; without our program it is a link to
// the page after.
func (s *List) next(at link.At, q catalogue.Query, r catalogue.Results) ui.UI {
	if r.Next == "" {
		return nil
	}
	label := words.MoreHits.In(at.Lang)
	if !goapp.IsClient {
		return ui.ButtonLink(at.To(at.Path, "q", q.Text, "topik", string(q.Topic), "dinas", q.Agency, "lanjut", r.Next), label, "", ui.Line, "btn-full")
	}
	return ui.Button{Label: label, Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
}

func (s *List) extend(ctx goapp.Context, _ goapp.Event) {
	found, _ := s.view.Value()
	asked := s.view.At.String()
	q := queryOf(s.view.At)
	q.After = found.Results.Next
	s.more = true
	flow.Ask(ctx, func(ctx context.Context) (catalogue.Results, error) { return s.house.Catalogue.Find(ctx, q) },
		func(ctx goapp.Context, rest catalogue.Results, err error) {
			s.more = false
			if s.view.At.String() != asked {
				return // another search by now
			}
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
				return
			}
			s.view.Change(func(have *Found) {
				items := have.Results.Items
				have.Results.Items = append(items[:len(items):len(items)], rest.Items...)
				have.Results.Next = rest.Next
			})
		})
}
