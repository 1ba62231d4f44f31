package queue

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Setups is the screen of the queues of an agency, /meja/antrean, and of the
// one that is being added, /meja/antrean/baru.
type Setups struct {
	goapp.Compo
	view[queue.Setups]

	house *house.House
	here  goapp.Context

	draft   queue.NewQueue
	counter string
	minutes string
	key     string
	busy    bool
	wrong   *fault.Fault
}

// The addresses of the queues of an agency.
const (
	SetupsPath = "/meja/antrean"
	NewSetupAt = SetupsPath + "/baru"
)

// NewSetups returns the screen.
func NewSetups(h *house.House) house.Screen {
	s := &Setups{house: h, minutes: "10", view: flow.NewPrivate(func(ctx context.Context, at link.At) (queue.Setups, error) {
		return h.Queue.Setups(ctx, queue.SetupsOf{Place: at.Get("tempat")})
	})}
	s.draft.Content = queue.Content{Active: true, Stage: queue.Single, Share: 3, Icon: "tiket", Days: 7, Before: 60,
		Rules: []queue.LaneRule{{Who: "elderly"}, {Who: "disabled"}, {Who: "pregnant"}, {Who: "infant"}}}
	s.draft.Content.Week = likeMonday(withSession(nil, setupWeek[0]))
	return s
}

// Head implements house.Screen.
func (s *Setups) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *Setups) isNew() bool { return s.view.At.Path == NewSetupAt }

func (s *Setups) title() string {
	if s.isNew() {
		return words.SetupNew.In(s.view.At.Lang)
	}
	return words.SetupTitle.In(s.view.At.Lang)
}

// Titled implements flow.Titled.
func (s *Setups) Titled(goapp.Context) {
	if d, ok := s.view.Value(); ok && s.draft.Place == "" && len(d.Places) > 0 {
		s.draft.Place = d.Places[0].ID
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav loads the queues.
func (s *Setups) OnNav(ctx goapp.Context) {
	s.here = ctx
	s.view.Enter(ctx, s)
}

// Render implements the screen.
func (s *Setups) Render() ui.UI {
	at := s.view.At
	back, sub := "/meja", words.SetupSub.In(at.Lang)
	if s.isNew() {
		back, sub = SetupsPath, words.SetupNewY.In(at.Lang)
	}
	return frame.Desk(s.house, at, frame.DeskBar{Title: s.title(), Sub: sub, Back: back, Items: frame.DeskItems(s.house, at, SetupsPath)},
		ui.Div("desk-page stack stack-5", s.body(at)...))
}

func (s *Setups) body(at link.At) []ui.UI {
	d, ok := s.view.Value()
	f := s.view.Fault()
	switch {
	case !ok && f != nil:
		return []ui.UI{frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))}
	case !ok:
		return []ui.UI{ui.SkeletonRows(words.Loading.In(at.Lang), 6)}
	case s.isNew():
		return []ui.UI{s.form(at, d)}
	}
	parts := []ui.UI{flow.Age(at.Lang, f, s.house.Clock())}
	if len(d.Places) > 0 {
		parts = append(parts, ui.Div("bar", ui.ButtonLink(at.To(NewSetupAt), words.SetupNew.In(at.Lang), "tambah", ui.Line, "btn-s")))
	}
	if len(d.Items) == 0 {
		return append(parts, ui.Empty("kosong", words.SetupNone.In(at.Lang), words.SetupNoneY.In(at.Lang), nil))
	}
	for i := 0; i < len(d.Items); {
		first := d.Items[i]
		var rows []ui.Row
		for ; i < len(d.Items) && d.Items[i].PlaceID == first.PlaceID; i++ {
			rows = append(rows, setupRow(at, d.Items[i]))
		}
		parts = append(parts, ui.Section("tempat-"+first.PlaceID, first.PlaceName, nil, ui.Rows(rows...)))
	}
	return parts
}

// setupRow is one queue with how it stands today.
func setupRow(at link.At, q queue.SetupLine) ui.Row {
	state := ui.Tag("good", "", words.SetupActive.In(at.Lang))
	if !q.Active {
		state = ui.Tag("", "", words.SetupInactive.In(at.Lang))
	}
	return ui.Row{Href: at.To(SetupsPath + "/" + q.ID), Icon: "tiket", Tone: "plain", Title: q.Name,
		Sub: deskJoin(q.Who, words.SetupNumbers.In(at.Lang, q.Prefix)),
		Tag: ui.Span("bar wrap", state, ui.Tag("", "keluarga", deskWaits(at.Lang, q.Waiting)))}
}

// form asks for the least a queue needs; the rest has sensible values that
// can be changed on the next screen.
func (s *Setups) form(at link.At, d queue.Setups) ui.UI {
	if len(d.Places) == 0 {
		return ui.Empty("kosong", words.SetupNone.In(at.Lang), words.SetupNoneY.In(at.Lang), nil)
	}
	l, c := at.Lang, &s.draft.Content
	places := make([]ui.Choice, len(d.Places))
	for i, p := range d.Places {
		places[i] = ui.Choice{Value: p.ID, Label: p.Name}
	}
	return ui.Form(at.To(NewSetupAt), "post", "card stack stack-5", words.SetupNew.In(l), s.send,
		s.field(l, ui.Field{Name: "place", Label: words.SetupPlace.In(l), Choices: places, Value: s.draft.Place}, func(v string) { s.draft.Place = v }),
		s.field(l, ui.Field{Name: "name", Label: words.SetupName.In(l), Hint: words.SetupNameY.In(l), Max: 60, Value: c.Name}, func(v string) { c.Name = v }),
		s.field(l, ui.Field{Name: "who", Label: words.SetupWho.In(l), Optional: words.Optional.In(l), Max: 80, Value: c.Who}, func(v string) { c.Who = v }),
		ui.Div("pair",
			s.field(l, ui.Field{Name: "prefix", Label: words.SetupPrefix.In(l), Hint: words.SetupPrefixY.In(l), Max: 3, Value: c.Prefix}, func(v string) { c.Prefix = strings.ToUpper(v) }),
			s.field(l, ui.Field{Name: "usual", Label: words.SetupUsual.In(l), Hint: words.SetupUsualY.In(l), Type: "number", Mode: "numeric", Value: s.minutes}, func(v string) { s.minutes = v })),
		s.field(l, ui.Field{Name: "counters.0.name", Label: words.SetupFirstCounter.In(l), Hint: words.SetupCounterY.In(l), Max: 40, Value: s.counter}, func(v string) { s.counter = v }),
		ui.Banner("plain", "info", "", words.SetupNewRest.In(l)),
		s.trouble(l),
		ui.Button{Label: words.SetupNewGo.In(l), Submit: true, Busy: s.busy, Class: "btn-full"}.UI())
}

func (s *Setups) trouble(l words.Lang) ui.UI {
	if s.wrong == nil || s.wrong.Code == fault.Invalid {
		return nil
	}
	return deskWrong(l, s.wrong)
}

func (s *Setups) field(l words.Lang, f ui.Field, set func(string)) ui.UI {
	f.Error = setupWrong(l, s.wrong, f.Name)
	f.Change = func(ctx goapp.Context, _ goapp.Event) { set(ui.Value(ctx)) }
	return f.UI()
}

// setupWrong is the sentence about a field; "" when nothing is wrong with it.
func setupWrong(l words.Lang, f *fault.Fault, name string) string {
	if f == nil {
		return ""
	}
	for _, field := range f.Fields {
		if strings.TrimPrefix(field.Name, "content.") == name {
			return words.Fault(l, field.Key, field.Bound)
		}
	}
	return ""
}

func (s *Setups) send(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	if s.busy {
		return
	}
	c := &s.draft.Content
	c.Usual = 60 * max(0, quotaOf(s.minutes))
	c.Counters = []queue.CounterOf{{Name: strings.TrimSpace(s.counter)}}
	if err := s.draft.Check(); err != nil {
		s.wrong = fault.From(err)
		s.here.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	if s.key == "" {
		s.key = browser.NewKey()
	}
	draft, key := s.draft, s.key
	s.busy, s.wrong = true, nil
	flow.Ask(s.here, func(ctx context.Context) (queue.Setup, error) {
		return s.house.Queue.Create(api.WithKey(ctx, key), draft)
	},
		func(ctx goapp.Context, made queue.Setup, err error) {
			s.busy, s.wrong = false, fault.From(err)
			if err == nil {
				ui.Go(ctx, s.view.At.To(SetupsPath+"/"+made.ID))
				return
			}
			if s.wrong.Code == fault.Invalid || s.wrong.Code == fault.Conflict {
				s.key = ""
			}
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		})
}
