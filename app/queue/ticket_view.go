package queue

import (
	"strconv"
	"time"

	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// ticketBars are how the bar above a ticket looks for each tone of the ticket.
var ticketBars = map[string]string{"called": "turn"}

// bar is the tone of the top of the page.
func (t ticketNow) bar() string {
	if b := ticketBars[t.tone()]; b != "" {
		return b
	}
	return "deep"
}

// hero is the upper half of the screen: the number, and what is to be done.
func (t ticketNow) hero() ui.UI {
	what, next := t.says()
	who := ui.Label("soft", t.holder())
	var flow ui.UI
	if t.lined && t.stage == queue.Waiting && t.called() != "" {
		flow = ui.Flow(t.ahead, t.called(), t.me(), words.TicketFlowSays.In(t.lang, t.called(), t.before()))
	}
	return ui.Div("hero deep hero-"+t.heroTone(), ui.Motif("m-hero"),
		ui.H1("sr", words.TicketTitle.In(t.lang, t.pass.Label, t.pass.Name)),
		ui.Div("hero-in",
			ui.Para("bar between small top", who, ui.Label("soft hero-place", t.pass.Place.Name)),
			ui.With("p", "hero-no"+labelLong(t.pass.Label), ui.Attrs{"aria-hidden": "true"}, labelFigure(t.pass.Label)...),
			ui.With("div", "stack stack-1", ui.Attrs{"role": "status"},
				ui.P("hero-say", what), ui.P("hero-next", next)),
			flow))
}

func (t ticketNow) heroTone() string {
	if tone := t.tone(); tone != "" {
		return tone
	}
	return "waiting"
}

func (t ticketNow) holder() string {
	switch {
	case t.pass.Holder != "":
		return words.TicketOf.In(t.lang, t.pass.Holder)
	case t.own:
		return words.QueueMine.In(t.lang)
	}
	return t.pass.Name
}

func (t ticketNow) me() string {
	if t.own {
		return words.TicketYou.In(t.lang)
	}
	return t.pass.Label
}

// badge says how fresh the screen is; nothing changes any more about a number
// that is over.
func (t ticketNow) badge(live bool, heard time.Time) ui.UI {
	switch {
	case !t.stage.Live():
		return nil
	case live:
		return ui.Label("live ticket-live", words.TicketLive.In(t.lang))
	}
	return ui.Label("mini strong ticket-live", words.TicketAsOf.In(t.lang, words.Clock(heard)))
}

// drawnFrom is how long a range is at least that is drawn: a drawing of the
// next few minutes is a dot.
const drawnFrom = 6 * time.Minute

// estimate is the card of the range, with how often such ranges came true.
func (t ticketNow) estimate(hits queue.HitRate) ui.UI {
	if !t.stage.Live() || t.stage.AtCounter() || t.stage == queue.Skipped || !t.lined || t.day.Head.Status == queue.Paused {
		return nil // or it is said above why
	}
	if t.when.Wait.Unknown {
		return ui.Div("card stack stack-1", ui.H2("kira", "", words.TicketRangeNone.In(t.lang)), ui.P("small soft", words.TicketRangeWhy.In(t.lang)))
	}
	minutes := func(d time.Duration) int { return int(d / time.Minute) }
	r := t.when.Wait
	says := words.TicketRangeHalf.In(t.lang, t.when.likely(), t.when.sure())
	start := words.TicketRangeNow
	if t.when.From.After(t.now) {
		start = words.TicketRangeOpens
	}
	var day, drawn ui.UI
	if r.High90 >= drawnFrom {
		drawn = ui.Range{From90: minutes(r.Low90), From50: minutes(r.Low50), To50: minutes(r.High50), To90: minutes(r.High90),
			Likely: ends(r.Likely(), t.when.From), Sure: ends(r.Sure(), t.when.From), Now: start.In(t.lang),
			Says: words.TicketRangeHalf.In(t.lang, t.when.likely(), t.when.sure())}.UI()
	}
	if today := calendar.DateOf(t.now); t.pass.Date != today {
		day = ui.P("small soft strong", dayWords(t.lang, t.pass.Date, today))
	}
	if hits.Of >= 20 {
		says += " " + words.TicketRangeKept.In(t.lang, strconv.Itoa(hits.In90*100/hits.Of))
	}
	return ui.Div("card stack", ui.Div("stack stack-1", day, ui.H2("kira", "", words.TicketRange.In(t.lang, t.when.likely()))),
		drawn, ui.P("small soft", says))
}

func ends(s queue.Band, from time.Time) [2]string {
	a, b := s.Times(from)
	return [2]string{words.Clock(a), words.Clock(b)}
}

// counters are who is being called where.
func (t ticketNow) counters() ui.UI {
	if t.day == nil || len(t.day.Counters) == 0 || !t.stage.Live() || t.day.Head.Status == queue.Scheduled {
		return nil
	}
	lines := make([]ui.UI, 0, len(t.day.Counters))
	for _, c := range t.day.Counters {
		lines = append(lines, t.counter(c))
	}
	return ui.QuietSection("loket", words.TicketCounters.In(t.lang), ui.List("rows", lines...))
}

func (t ticketNow) counter(c queue.Counter) ui.UI {
	state, class := words.TicketIdle.In(t.lang), "called num"
	var number ui.UI
	switch {
	case c.Busy():
		state = words.TicketServed.In(t.lang)
		if k, ok := t.day.Ticket(c.Number); ok && k.Stage == queue.Called {
			state = words.TicketCalls.In(t.lang)
		} else {
			class += " soft"
		}
		if c.Number == t.pass.Number {
			class += " called-me"
		}
		number = ui.Label(class, t.day.Label(c.Number))
		state += ", " + t.clock(time.UnixMilli(c.Since))
	case !c.Seated:
		state = words.TicketUnstaffed.In(t.lang)
	case c.Resting != "":
		state = words.TicketResting.In(t.lang, c.Resting)
	}
	title := c.Name
	if c.Who != "" {
		title += ", " + c.Who
	}
	return ui.Div("row", ui.Span("grow", ui.Label("row-sub", state), ui.Label("row-title", title)), number)
}

// about are the facts of the number.
func (t ticketNow) about() ui.UI {
	p := t.pass
	fact := func(name words.T, value string) [2]ui.UI {
		if value == "" {
			return [2]ui.UI{}
		}
		return [2]ui.UI{ui.Text(name.In(t.lang)), ui.Text(value)}
	}
	slot, payer := "", ""
	if at, ok := queue.Booked(p.Slot); ok {
		slot = at.String()
	}
	if t.own && p.Payer == queue.JKN {
		payer = words.TakeJKN.In(t.lang)
	}
	lane := words.TakeRegular
	if p.Lane == queue.Priority {
		lane = words.TakePriority
	}
	return ui.Section("tentang", words.TicketAbout.In(t.lang), nil, ui.Div("card", ui.Facts(
		fact(words.TicketPlace, p.Place.Name),
		fact(words.TicketDay, dayWords(t.lang, p.Date, calendar.DateOf(t.now))),
		fact(words.TicketHours, p.Opens.String()+"–"+p.Closes.String()),
		fact(words.TicketSlot, slot),
		fact(words.TicketLane, lane.In(t.lang)),
		fact(words.TicketPayer, payer),
		fact(words.TicketTaken, t.clock(p.Taken)))))
}

// leads are where a number leads: into the phone's calendar and its map.
func (t ticketNow) leads() ui.UI {
	var rows []ui.UI
	if t.stage.Live() && !t.stage.AtCounter() && t.pass.Share != "" {
		file := link.At{Lang: words.ID}.To("/t/" + t.pass.Share + "/kalender.ics")
		rows = append(rows, ticketLead(file, "kalender", words.TicketCalendar.In(t.lang), words.TicketCalText.In(t.lang), ui.Attrs{"download": "antrean.ics"}))
	}
	if route := ticketRoute(t.pass.Place); route != "" && t.stage.Live() {
		rows = append(rows, ticketLead(route, "rute", words.TicketRoute.In(t.lang), words.TicketRouteText.In(t.lang), nil))
	}
	if len(rows) == 0 {
		return nil
	}
	return ui.List("rows", rows...)
}

func ticketLead(href, icon, title, sub string, attrs ui.Attrs) ui.UI {
	return ui.LinkWith(href, "row", attrs, ui.Icon(icon), ui.Span("grow", ui.Label("row-title", title), ui.Label("row-sub", sub)), ui.IconGo())
}

// ticketRoute opens the phone's map; "" for a place whose spot is not known.
func ticketRoute(p queue.PlaceRef) string {
	if p.Precision != place.Exact {
		return ""
	}
	degrees := func(v float64) string { return strconv.FormatFloat(v, 'f', 5, 64) }
	spot := degrees(p.Lat) + "," + degrees(p.Lon)
	return "geo:" + spot + "?q=" + spot
}

// longUnheard is after how long without news a screen says so in a sentence;
// the mark above it says so at once.
const longUnheard = time.Minute

// stale says from when the screen is, when asking for newer failed or nothing
// was heard for long: a phone without a network is answered by what it keeps.
func (t ticketNow) stale(v *flow.Loading, live bool, heard time.Time) ui.UI {
	if live || !t.stage.Live() || v.Fault() == nil && t.now.Sub(heard) < longUnheard {
		return nil
	}
	return ui.Banner("plain", "luring", "", words.TicketStale.In(t.lang, words.Clock(heard)))
}
