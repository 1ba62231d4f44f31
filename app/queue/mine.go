package queue

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Mine is the screen of the reader's numbers and of the places that have
// queues: /antrean.
type Mine struct {
	goapp.Compo
	view[queue.Places]

	house   *house.House
	numbers Numbers
	where   *point // the phone, once somebody asked for the nearest
	finding bool   // the phone is being asked where it is
	more    bool   // older numbers are on their way
	came    bool   // the first address is there

	arriving arriving
}

// NewMine returns the screen.
func NewMine(h *house.House) house.Screen {
	return &Mine{house: h, view: flow.NewView(func(ctx context.Context, _ link.At) (queue.Places, error) {
		return h.Queue.Places(ctx, queue.PlacesOf{})
	})}
}

// Head implements house.Screen.
func (s *Mine) Head() house.Head {
	return house.Head{Title: words.QueueTitle.In(s.At.Lang), Description: words.QueueLead.In(s.At.Lang), NoIndex: len(s.At.Query) > 0}
}

// Titled implements flow.Titled.
func (s *Mine) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav loads the places of this moment, and the reader's own numbers.
func (s *Mine) OnNav(ctx goapp.Context) {
	s.Enter(ctx, s)
	s.numbers.Ask(ctx, s.house)
	s.arrive(ctx)
	if s.came { // the field keeps what was typed whatever its attribute says
		ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.At.Query.Get("q")) })
	}
	s.came = true
}

// OnDismount ends following.
func (s *Mine) OnDismount() { s.numbers.Stop() }

// Render implements the screen.
func (s *Mine) Render() ui.UI {
	at := s.At
	return frame.Page(s.house, at, frame.Bar{Tab: "/antrean", Actions: []ui.UI{frame.LanguageAction(at)}},
		ui.Div("stack stack-1", ui.H1("", words.QueueTitle.In(at.Lang)), ui.P("soft", words.QueueLead.In(at.Lang))),
		s.arrival(at), s.live(at), s.places(at), s.how(at), s.past(at))
}

// live are the numbers that may still be called. What stands there before they
// are known, and where there are none, is about as high as one: the list below
// must not jump.
func (s *Mine) live(at link.At) ui.UI {
	if !s.house.Viewer.May(access.Citizen) {
		return nil
	}
	if f := s.numbers.fault; f != nil && !s.numbers.known {
		return ui.Banner("plain", "luring", "", words.Fault(at.Lang, f.Key, ""))
	}
	say, more := words.Loading.In(at.Lang), ""
	if s.numbers.known {
		say, more = words.QueueNoNumber.In(at.Lang), words.QueueNoNumberY.In(at.Lang)
	}
	cards := []ui.UI{ui.Div("ticket deep today", ui.Motif("m-ticket"), ui.Span("today-say", ui.B(say)), ui.Label("small soft", more))}
	if len(s.numbers.list.Live) > 0 {
		cards = cards[:0]
	}
	for _, v := range s.numbers.list.Live {
		cards = append(cards, s.numbers.card(at, v))
	}
	return ui.QuietSection("nomor", words.QueueMine.In(at.Lang), ui.Div("stack", cards...))
}

// how tells those who never took a number what it is like.
func (s *Mine) how(at link.At) ui.UI {
	if v := s.house.Viewer; v.Staff {
		return ui.Banner("plain", "info", "", words.QueueStaff.In(at.Lang))
	} else if at.Get("q")+at.Get(kindKey) != "" || v.ID != "" && (!s.numbers.known || len(s.numbers.list.Live)+len(s.numbers.list.Past) > 0) {
		return nil
	}
	step := func(title, text words.T, spoken string) ui.Step {
		return ui.Step{State: "later", Title: title.In(at.Lang), Sub: text.In(at.Lang), Spoken: spoken}
	}
	return ui.Section("cara", words.QueueHow.In(at.Lang), nil, ui.Div("card", ui.River(
		step(words.QueueStep1, words.QueueStep1Text, ""),
		step(words.QueueStep2, words.QueueStep2Text, ""),
		step(words.QueueStep3, words.QueueStep3Text, ""))))
}

func (s *Mine) past(at link.At) ui.UI {
	list := s.numbers.list
	if len(list.Past) == 0 {
		return nil
	}
	today := calendar.DateOf(s.house.Clock())
	rows := make([]ui.Row, len(list.Past))
	for i, p := range list.Past {
		tone := ""
		if p.Stage == queue.Done || p.Stage == queue.Moved {
			tone = "good"
		}
		rows[i] = ui.Row{Href: at.To("/antrean/" + p.ID), Icon: "tiket", Tone: "plain", Title: p.Label + " " + p.Name,
			Sub: dayWords(at.Lang, p.Date, today) + ", " + p.Place.Name, Tag: ui.Tag(tone, "", stageWords[p.Stage].In(at.Lang))}
	}
	var more ui.UI
	if list.Next != "" {
		more = ui.Button{Label: words.QueueMore.In(at.Lang), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	return ui.Section("lewat", words.QueueHistory.In(at.Lang), nil, ui.Rows(rows...), more)
}

func (s *Mine) extend(ctx goapp.Context, _ goapp.Event) {
	after := queue.TicketsOf{After: s.numbers.list.Next}
	s.more = true
	flow.Ask(ctx, func(ctx context.Context) (queue.Tickets, error) { return s.house.Queue.Tickets(ctx, after) },
		func(ctx goapp.Context, rest queue.Tickets, err error) {
			s.more = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.At.Lang, err))
				return
			}
			if s.numbers.list.Next == after.After {
				s.numbers.list.Past = append(slices.Clip(s.numbers.list.Past), rest.Past...)
				s.numbers.list.Next = rest.Next
			}
		})
}
