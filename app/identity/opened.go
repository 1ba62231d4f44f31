package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Opened is the screen of who opened the reader's data: /akun/dibuka.
type Opened struct {
	goapp.Compo
	own[who.Openings]

	more more
}

// NewOpened returns the screen.
func NewOpened(h *house.House) house.Screen {
	return &Opened{own: newOwn(h, access.Citizen, words.OpenedTitle, func(ctx context.Context, _ link.At) (who.Openings, error) {
		return h.Identity.Opened(ctx, who.OpenedPage{})
	})}
}

// Render implements the screen.
func (s *Opened) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun"}, words.OpenedLead, s.body)
}

var openedWhat = map[string]words.T{"identifiers": words.OpenedNumbers, "document": words.OpenedDocument}

func (s *Opened) body(at link.At, o who.Openings) []ui.UI {
	if len(o.Items) == 0 {
		return []ui.UI{ui.Empty("kosong", words.OpenedNone.In(at.Lang), words.OpenedNoneText.In(at.Lang), nil)}
	}
	rows := make([]ui.UI, len(o.Items))
	for i, line := range o.Items {
		rows[i] = s.opening(at, line)
	}
	return []ui.UI{
		ui.List("rows", rows...),
		s.next(at, o.Next),
		ui.P("small soft", words.OpenedOdd.In(at.Lang)),
	}
}

func (s *Opened) opening(at link.At, o who.Opening) ui.UI {
	what := words.OpenedOther
	if known, ok := openedWhat[o.What]; ok {
		what = known
	}
	whom := words.OfYours.In(at.Lang)
	if o.Whom != "" {
		whom = words.OfMember.In(at.Lang, o.Whom)
	}
	return ui.Div("row top", ui.Span("spot spot-plain", ui.Icon("mata")),
		ui.Div("grow stack stack-1",
			ui.Label("row-title", list(o.Who, o.Agency)),
			ui.Label("row-sub", moment(at.Lang, o.At, s.house.City.Location())),
			ui.Label("row-sub", what.In(at.Lang)+" "+whom),
			ui.Label("small", words.OpenedFor.In(at.Lang, o.Purpose))))
}

func (s *Opened) next(at link.At, after string) ui.UI {
	return s.more.button(at.Lang, after, func(ctx goapp.Context) {
		o, _ := s.view.Value()
		ask(ctx, &s.more, func(ctx context.Context) (who.Openings, error) {
			return s.house.Identity.Opened(ctx, who.OpenedPage{After: o.Next})
		}, func(rest who.Openings) {
			s.view.Change(func(have *who.Openings) {
				have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
			})
		})
	})
}
