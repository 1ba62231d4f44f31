package queue

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// leaves reports whether the holder still has to come.
func (s *Ticket) leaves(t ticketNow) bool {
	return t.stage == queue.Waiting && !t.when.Wait.Unknown && !t.pass.Present && s.way >= 0
}

// departure says when to leave, once it is known how long the way is.
func (s *Ticket) departure(t ticketNow) ui.UI {
	if !s.leaves(t) || s.way == 0 || s.asks {
		return nil
	}
	leave := t.when.LeaveAt(time.Duration(s.way) * time.Minute)
	title := words.TicketLeave.In(t.lang, words.Clock(leave))
	if !leave.After(t.now) {
		title = words.TicketLeaveNow.In(t.lang)
	}
	var route ui.UI
	if to := ticketRoute(t.pass.Place); to != "" {
		route = ui.Link(to, "btn btn-s btn-ink", ui.Text(words.TicketRoute.In(t.lang)))
	}
	return ui.Div("leave", ui.Icon("motor"),
		ui.Div("grow", ui.B(title), ui.P("small", words.TicketLeaveRide.In(t.lang, strconv.Itoa(s.way)))),
		ui.Div("bar", ui.Button{Label: words.TicketLeaveOther.In(t.lang), Look: ui.Quiet, Class: "btn-s leave-change",
			Do: func(goapp.Context, goapp.Event) { s.asks = true }}.UI(), route))
}

// ways are the minutes that are offered without asking the phone where it is.
var ways = []int{15, 30, 45, 60, 90, 120}

// askWay asks how long the way is, once; the answer is kept on the phone.
func (s *Ticket) askWay(t ticketNow) ui.UI {
	if !s.leaves(t) || s.way > 0 && !s.asks {
		return nil
	}
	buttons := make([]ui.UI, 0, len(ways)+2)
	for _, minutes := range ways {
		buttons = append(buttons, ui.Button{Label: strconv.Itoa(minutes) + " " + words.TakeMinutes.In(t.lang), Look: ui.Line, Class: "btn-s", Scope: strconv.Itoa(minutes),
			Do: func(ctx goapp.Context, _ goapp.Event) { s.tellWay(ctx, minutes) }}.UI())
	}
	var here ui.UI
	if t.pass.Place.Precision == place.Exact {
		here = ui.Button{Label: words.TicketLeaveHere.In(t.lang), Icon: "sasaran", Look: ui.Soft, Class: "btn-s", Busy: s.locating, Do: s.locateWay}.UI()
	}
	var there ui.UI
	if t.when.From.Equal(t.now) {
		there = ui.Button{Label: words.TicketLeaveThere.In(t.lang), Look: ui.Quiet, Class: "btn-s", Scope: "di-sana",
			Do: func(goapp.Context, goapp.Event) { s.there() }}.UI()
	}
	return ui.Section("berangkat", words.TicketLeaveAsk.In(t.lang), nil, ui.Div("card stack",
		ui.P("small soft", words.TicketLeaveWay.In(t.lang)), ui.Div("way-choices", buttons...), ui.Div("bar wrap grow-btns", here, there), ui.FieldError("berangkat", s.lost)))
}

func (s *Ticket) tellWay(ctx goapp.Context, minutes int) {
	s.way, s.asks, s.lost = minutes, false, ""
	if v, ok := s.Value(); ok {
		_ = ctx.LocalStorage().Set(wayKept(v.Pass), minutes) // where nothing is kept, the question comes again
	}
	s.sendWay(minutes)
}

// wayKept is where a phone keeps how long its way to a place is.
func wayKept(p queue.Pass) string { return "perjalanan:" + p.Place.ID }

// there is said by who needs no telling when to leave.
func (s *Ticket) there() {
	s.way, s.asks = -1, false
	s.sendWay(0)
}

// sendWay tells the house, which says when it is time to leave. Where it does
// not hear it, this screen still says so.
func (s *Ticket) sendWay(minutes int) {
	way := queue.Way{ID: s.id(), Minutes: minutes}
	s.told = way.ID
	flow.Ask(s.here, func(ctx context.Context) (bool, error) { return true, s.house.Queue.Way(ctx, way) }, func(_ goapp.Context, _ bool, err error) {
		if err != nil && s.told == way.ID {
			s.told = "" // with the next news it is told again
		}
	})
}

// knowWay takes over what the house knows of the way to this place, or tells
// it what the phone knows.
func (s *Ticket) knowWay(ctx goapp.Context) {
	v, ok := s.Value()
	if !ok || s.told == s.id() || v.Pass.ID != s.id() {
		return
	}
	if s.way == 0 {
		_ = ctx.LocalStorage().Get(wayKept(v.Pass), &s.way) // nothing kept is as good as something unreadable
		s.way = max(0, min(s.way, queue.MostWay))
	}
	switch {
	case v.Pass.Way > 0:
		s.told, s.way = s.id(), v.Pass.Way
	case s.way > 0 && s.leaves(s.following.at(v, true)):
		s.sendWay(s.way)
	}
}

func (s *Ticket) locateWay(goapp.Context, goapp.Event) {
	s.locating, s.lost = true, ""
	browser.Locate(func(lat, lon float64, ok bool) {
		s.here.Dispatch(func(ctx goapp.Context) {
			s.locating = false
			v, known := s.Value()
			switch {
			case !known:
			case !ok:
				s.lost = words.TicketLeaveNoPlace.In(s.At.Lang)
			default:
				way := int(ride(point{lat, lon}.far(v.Pass.Place)) / time.Minute)
				if way > queue.MostWay {
					s.lost = words.TicketLeaveFar.In(s.At.Lang)
					return
				}
				s.tellWay(ctx, way)
			}
		})
	})
}
