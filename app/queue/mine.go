package queue

import (
	"context"
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
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
	return house.Head{Title: words.QueueTitle.In(s.At.Lang), Description: words.QueueLead.In(s.At.Lang), NoIndex: s.At.Get("q")+s.At.Get(arriveKey) != ""}
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

// live are the numbers that may still be called.
func (s *Mine) live(at link.At) ui.UI {
	if !s.house.Viewer.May(access.Citizen) {
		return nil
	}
	if !s.numbers.known {
		if f := s.numbers.fault; f != nil {
			return ui.Banner("plain", "luring", "", words.Fault(at.Lang, f.Key, ""))
		}
		return nil
	}
	if len(s.numbers.list.Live) == 0 {
		return nil
	}
	cards := make([]ui.UI, len(s.numbers.list.Live))
	for i, v := range s.numbers.list.Live {
		cards[i] = s.numbers.card(at, v)
	}
	return ui.QuietSection("nomor", words.QueueMine.In(at.Lang), ui.Div("stack", cards...))
}

func (s *Mine) places(at link.At) ui.UI {
	title := words.QueueWhere
	if len(s.numbers.list.Live) > 0 {
		title = words.QueueOther
	}
	list, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.TroublePart(at, f, flow.Retry(&s.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 5)
	}
	items := s.sorted(list.Items, at.Get("q"))
	var rows ui.UI = ui.Empty("ketemu-nihil", words.QueueNone.In(at.Lang), words.QueueNoneText.In(at.Lang),
		ui.ButtonLink(at.To("/antrean"), words.QueueNoneAll.In(at.Lang), "", ui.Line, ""))
	if len(items) > 0 {
		lines := make([]ui.Row, len(items))
		for i, p := range items {
			lines[i] = s.row(at, p)
		}
		rows = ui.Rows(lines...)
	}
	return ui.Section("tempat", title.In(at.Lang), s.nearest(at),
		ui.Find{Action: at.To("/antrean"), Name: "q", Value: at.Get("q"), Label: words.QueueFind.In(at.Lang), Placeholder: words.QueueFindHint.In(at.Lang),
			Clear: words.Clear.In(at.Lang), ClearHref: at.To("/antrean"), Submit: s.search}.UI(),
		flow.Age(at.Lang, s.Fault(), list.Now.In(s.house.City.Location())),
		rows)
}

func (s *Mine) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.At.To("/antrean", "q", ui.Typed("cari")))
}

// nearest is the button that sorts by distance; nil without our program.
func (s *Mine) nearest(at link.At) ui.UI {
	if goapp.IsServer || s.where != nil {
		return nil
	}
	return ui.Button{Label: words.QueueNear.In(at.Lang), Icon: "sasaran", Look: ui.Quiet, Class: "btn-s", Busy: s.finding, Do: s.locate}.UI()
}

func (s *Mine) locate(ctx goapp.Context, _ goapp.Event) {
	s.finding = true
	browser.Locate(func(lat, lon float64, ok bool) {
		ctx.Dispatch(func(ctx goapp.Context) {
			s.finding = false
			if !ok {
				frame.Toast(ctx, words.QueueNoPlace.In(s.At.Lang))
				return
			}
			s.where = &point{lat, lon}
		})
	})
}

// sorted are the places whose name or area has some letters: the nearest
// first once it is known where the phone is, else the one used last.
func (s *Mine) sorted(all []queue.PlaceLine, text string) []queue.PlaceLine {
	text = strings.ToLower(text)
	var items []queue.PlaceLine
	for _, p := range all {
		if strings.Contains(strings.ToLower(p.Place.Name+" "+p.Area+" "+p.District), text) {
			items = append(items, p)
		}
	}
	last, _ := s.numbers.Place()
	slices.SortStableFunc(items, func(a, b queue.PlaceLine) int {
		if s.where != nil {
			return int(s.where.distance(a)) - int(s.where.distance(b))
		}
		return mineRank(b, last) - mineRank(a, last)
	})
	return items
}

func mineRank(p queue.PlaceLine, last string) int {
	if p.Place.ID == last {
		return 1
	}
	return 0
}

// distance is how far a place is; those nobody can place come last.
func (p point) distance(to queue.PlaceLine) float64 {
	if to.Place.Precision == place.Nowhere {
		return 1 << 30
	}
	return p.far(to.Place)
}

func (s *Mine) row(at link.At, p queue.PlaceLine) ui.Row {
	row := PlaceRow(at, p)
	if last, _ := s.numbers.Place(); last == p.Place.ID {
		row.Sub = words.QueueLast.In(at.Lang)
	}
	if s.where != nil && p.Place.Precision != place.Nowhere {
		row.Sub = words.AwayKm.In(at.Lang, waitKm(at.Lang, s.where.far(p.Place))) + ", " + row.Sub
	}
	return row
}

// PlaceRow is a place with queues in a list: who waits there today.
func PlaceRow(at link.At, p queue.PlaceLine) ui.Row {
	tag := ui.Tag("", "keluarga", words.QueueWaiting.In(at.Lang, strconv.Itoa(p.Waiting)))
	switch {
	case p.Today == 0:
		tag = ui.Tag("", "jam", words.QueueNotToday.In(at.Lang))
	case p.Waiting == 0:
		tag = ui.Tag("good", "centang", words.QueueNobody.In(at.Lang))
	}
	return ui.Row{Href: at.To("/antrean/di/" + p.Place.ID), Icon: placescreen.KindIcon(p.Kind), Title: p.Place.Name,
		Sub: placescreen.Where(at.Lang, place.Place{AreaName: p.Area, DistrictName: p.District}), Tag: tag}
}

// how tells those who never took a number what it is like.
func (s *Mine) how(at link.At) ui.UI {
	if v := s.house.Viewer; v.Staff {
		return ui.Banner("plain", "info", "", words.QueueStaff.In(at.Lang))
	} else if v.ID != "" && (!s.numbers.known || len(s.numbers.list.Live)+len(s.numbers.list.Past) > 0) {
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
