package queue

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
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
var ways = []int{15, 30, 45, 60}

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
	if t.pass.Place.Precision != place.Nowhere {
		here = ui.Button{Label: words.TicketLeaveHere.In(t.lang), Icon: "sasaran", Look: ui.Soft, Class: "btn-s", Busy: s.doing == "locate", Do: s.locateWay}.UI()
	}
	var there ui.UI
	if t.when.From.Equal(t.now) {
		there = ui.Button{Label: words.TicketLeaveThere.In(t.lang), Look: ui.Quiet, Class: "btn-s", Scope: "di-sana",
			Do: func(ctx goapp.Context, _ goapp.Event) { s.there(ctx) }}.UI()
	}
	return ui.Section("berangkat", words.TicketLeaveAsk.In(t.lang), nil, ui.Div("card stack",
		ui.P("small soft", words.TicketLeaveWay.In(t.lang)), ui.Div("way-choices", buttons...), ui.Div("bar wrap grow-btns", here, there)))
}

func (s *Ticket) tellWay(ctx goapp.Context, minutes int) {
	s.way, s.asks = minutes, false
	_ = ctx.LocalStorage().Set(wayKept, minutes) // where nothing is kept, the question comes again
	s.sendWay(minutes)
}

// there is said by who needs no telling when to leave.
func (s *Ticket) there(goapp.Context) {
	s.way, s.asks = -1, false
	s.sendWay(0)
}

// sendWay tells the house, which says when it is time to leave. Where it does
// not hear it, this screen still says so.
func (s *Ticket) sendWay(minutes int) {
	way := queue.Way{ID: s.id(), Minutes: minutes}
	s.told = way.ID
	flow.Ask(s.here, func(ctx context.Context) (bool, error) { return true, s.house.Queue.Way(ctx, way) }, func(goapp.Context, bool, error) {})
}

// knowWay takes over what the house knows of the way to this place, or tells
// it what the phone knows.
func (s *Ticket) knowWay(goapp.Context) {
	v, ok := s.Value()
	if !ok || s.told == s.id() || v.Pass.ID != s.id() {
		return
	}
	switch {
	case v.Pass.Way > 0:
		s.told, s.way = s.id(), v.Pass.Way
	case s.way > 0 && s.leaves(s.following.at(v, true)):
		s.sendWay(s.way)
	}
}

func (s *Ticket) locateWay(goapp.Context, goapp.Event) {
	s.doing = "locate"
	browser.Locate(func(lat, lon float64, ok bool) {
		s.here.Dispatch(func(ctx goapp.Context) {
			s.doing = ""
			v, known := s.Value()
			switch {
			case !known:
			case !ok:
				frame.Toast(ctx, words.QueueNoPlace.In(s.At.Lang))
			default:
				way := ride(point{lat, lon}.far(v.Pass.Place))
				s.tellWay(ctx, int(way/time.Minute))
			}
		})
	})
}
