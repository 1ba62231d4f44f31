package draft

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// Shelf is the screen of all things of one kind that an agency may write. A
// screen embeds it and says what its kind is.
type Shelf struct {
	view[Listing]

	house *house.House
	ways  ShelfWays
	more  bool
}

// ShelfWays is what is peculiar to a kind.
type ShelfWays struct {
	Path                   string
	Title, Sub, Find, More words.T
	Count                  func(words.Lang, int) string
	Ask                    func(ctx context.Context, text, after string) (Listing, error)
	Add                    func(link.At, Listing) ui.UI // begins a new one; nil where that cannot be
}

// Listing is what a list shows.
type Listing struct {
	Items    []Item
	Total    int
	Next     string
	Agencies int // for how many the reader writes; 0 when that is not told
}

// Item is one thing on the list.
type Item struct {
	ID, Icon, Name, Agency string
	State                  revision.State
	Retired                bool
	Version                int // 0 when it is not told
	Draft                  *revision.Draft
	Notes                  int // what citizens say is wrong
}

// NewShelf returns the shelf of a kind.
func NewShelf(h *house.House, ways ShelfWays) Shelf {
	return Shelf{house: h, ways: ways, view: flow.NewPrivate(func(ctx context.Context, at link.At) (Listing, error) {
		return ways.Ask(ctx, at.Get("q"), "")
	})}
}

// Head implements house.Screen.
func (s *Shelf) Head() house.Head {
	return house.Head{Title: s.ways.Title.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Shelf) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the list.
func (s *Shelf) OnNav(ctx goapp.Context) {
	s.more = false
	s.view.Enter(ctx, s)
	ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.view.At.Query.Get("q")) })
}

// Screen is the whole page.
func (s *Shelf) Screen() ui.UI {
	at, w := s.view.At, s.ways
	return Desk(s.house, at, w.Path, "/meja", w.Title.In(at.Lang), w.Sub.In(at.Lang),
		Tabs(at, w.Path),
		ui.Find{Action: at.To(w.Path), Name: "q", Value: at.Get("q"), Label: w.Find.In(at.Lang), Placeholder: w.Find.In(at.Lang),
			Clear: words.Clear.In(at.Lang), ClearHref: at.To(w.Path), Submit: s.search}.UI(),
		s.list(at))
}

func (s *Shelf) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To(s.ways.Path, "q", ui.Typed("cari")))
}

func (s *Shelf) list(at link.At) ui.UI {
	l, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.TroublePart(at, fault, flow.Retry(&s.view.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 6)
	}
	var add, more ui.UI
	if s.ways.Add != nil {
		add = s.ways.Add(at, l)
	}
	if l.Next != "" {
		more = ui.Button{Label: s.ways.More.In(at.Lang), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	if len(l.Items) == 0 {
		return ui.Div("stack stack-5", None(at, s.ways.Path), add)
	}
	rows := make([]ui.Row, len(l.Items))
	for i, item := range l.Items {
		rows[i] = s.row(at, item, l.Agencies == 1)
	}
	return ui.Div("stack stack-4",
		ui.Div("bar between wrap", ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(s.ways.Count(at.Lang, l.Total))), add),
		flow.Age(at.Lang, s.view.Fault(), s.house.Clock()),
		ui.Rows(rows...), more)
}

// row is one thing; where all are of one agency its name says nothing.
func (s *Shelf) row(at link.At, item Item, same bool) ui.Row {
	sub, version := "", ""
	if item.Version > 0 {
		version = words.VersionNo.In(at.Lang, strconv.Itoa(item.Version))
	}
	for _, part := range []string{item.Agency, version, DraftLine(at.Lang, s.house.Clock(), item.Draft)} {
		switch {
		case part == "" || same && part == item.Agency:
		case sub == "":
			sub = part
		default:
			sub += " · " + part
		}
	}
	var notes ui.UI
	switch item.Notes {
	case 0:
	case 1:
		notes = ui.Tag("turn", "laporkan-salah", words.NoteWaiting.In(at.Lang))
	default:
		notes = ui.Tag("turn", "laporkan-salah", words.NotesWaiting.In(at.Lang, words.Count(at.Lang, item.Notes)))
	}
	return ui.Row{Href: at.To(s.ways.Path + "/" + item.ID), Icon: item.Icon, Tone: "plain", Title: item.Name, Sub: sub,
		Tag: ui.Span("bar wrap", StateTag(at.Lang, item.State, item.Retired), notes)}
}

func (s *Shelf) extend(ctx goapp.Context, _ goapp.Event) {
	l, _ := s.view.Value()
	asked, text := s.view.At.String(), s.view.At.Get("q")
	s.more = true
	flow.Ask(ctx, func(ctx context.Context) (Listing, error) { return s.ways.Ask(ctx, text, l.Next) },
		func(ctx goapp.Context, rest Listing, err error) {
			s.more = false
			if s.view.At.String() != asked {
				return
			}
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
				return
			}
			s.view.Change(func(have *Listing) {
				have.Items = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...)
				have.Next = rest.Next
			})
		})
}
