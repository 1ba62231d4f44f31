// Package partner is the desk of those who connect hospitals to the health
// insurance (BPJS).
package partner

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/partner"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// Hospitals is the list of connections: /meja/bpjs.
type Hospitals struct {
	goapp.Compo
	view[*partner.Hospitals]

	house *house.House
}

// The addresses of the connections.
const (
	ListPath        = "/meja/bpjs"
	HospitalPattern = ListPath + "/{place}"
)

// NewHospitals returns the screen.
func NewHospitals(h *house.House) house.Screen {
	return &Hospitals{house: h, view: flow.NewPrivate(func(ctx context.Context, _ link.At) (*partner.Hospitals, error) {
		list, err := h.Partner.Hospitals(ctx)
		return &list, err
	})}
}

// Head implements house.Screen.
func (s *Hospitals) Head() house.Head {
	return house.Head{Title: words.BPJSTitle.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Hospitals) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the list.
func (s *Hospitals) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Hospitals) Render() ui.UI {
	l := s.view.At.Lang
	return draft.Desk(s.house, s.view.At, ListPath, "/meja", words.BPJSTitle.In(l), words.BPJSAbout.In(l), s.body(s.view.At))
}

func (s *Hospitals) body(at link.At) ui.UI {
	list, ok := s.view.Value()
	switch f := s.view.Fault(); {
	case !ok && f != nil:
		return frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))
	case !ok:
		return ui.SkeletonRows(words.Loading.In(at.Lang), 3)
	case len(list.Items) == 0:
		return ui.Empty("kosong", words.BPJSNone.In(at.Lang), words.BPJSNoneY.In(at.Lang), ui.ButtonLink(at.To("/meja/antrean"), words.BPJSNoneGo.In(at.Lang), "tiket", ui.Line, ""))
	}
	rows := make([]ui.Row, len(list.Items))
	for i, h := range list.Items {
		rows[i] = hospitalRow(at, h, s.house.Clock())
	}
	return ui.Div("stack stack-5", flow.Age(at.Lang, s.view.Fault(), s.house.Clock()), ui.Rows(rows...))
}

// hospitalRow is one connection with what needs somebody.
func hospitalRow(at link.At, h partner.HospitalLine, now time.Time) ui.Row {
	l := at.Lang
	tags := []ui.UI{connected(l, h.In, h.Out)}
	if h.Dead > 0 {
		tags = append(tags, ui.Tag("bad", "awas", words.BPJSDeadN.In(l, words.Count(l, h.Dead))))
	}
	if h.Waiting > 0 {
		tags = append(tags, ui.Tag("", "jam", words.BPJSWaitingN.In(l, words.Count(l, h.Waiting))))
	}
	return ui.Row{Href: at.To(ListPath + "/" + h.Place), Icon: "sehat", Tone: "plain", Title: h.Name, Sub: contact(l, now, h.Contact), Tag: ui.Span("bar wrap", tags...)}
}

// connected says which ways a connection goes.
func connected(l words.Lang, in, out bool) ui.UI {
	switch {
	case in && out:
		return ui.Tag("good", "centang", words.BPJSBoth.In(l))
	case in:
		return ui.Tag("wait", "", words.BPJSOnlyIn.In(l))
	case out:
		return ui.Tag("wait", "", words.BPJSOnlyOut.In(l))
	}
	return ui.Tag("", "", words.BPJSOff.In(l))
}

func contact(l words.Lang, now, at time.Time) string {
	if at.IsZero() {
		return words.BPJSNever.In(l)
	}
	return words.BPJSContact.In(l, draft.Ago(l, now, at.In(now.Location())))
}
