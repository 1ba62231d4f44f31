package queue

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// FiguresPage is the screen of what happened in a queue:
// /meja/antrean/{id}/angka.
type FiguresPage struct {
	goapp.Compo
	view[queue.Figures]

	house    *house.House
	from, to string // in the fields
}

// FiguresPattern is its address.
const FiguresPattern = SetupsPath + "/{id}/angka"

// NewFigures returns the screen.
func NewFigures(h *house.House) house.Screen {
	return &FiguresPage{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (queue.Figures, error) {
		id, _ := at.Match(FiguresPattern)
		return h.Queue.Figures(ctx, queue.FiguresOf{Queue: id, From: dateIn(at, "dari"), To: dateIn(at, "sampai")})
	})}
}

// dateIn is a date of the address; what is none counts as not given.
func dateIn(at link.At, key string) calendar.Date {
	if d := calendar.Date(at.Get(key)); d.Valid() {
		return d
	}
	return ""
}

// Head implements house.Screen.
func (s *FiguresPage) Head() house.Head {
	return house.Head{Title: words.FiguresTitle.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *FiguresPage) Titled(goapp.Context) {
	if d, ok := s.view.Value(); ok {
		s.from, s.to = string(d.From), string(d.To)
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav loads the figures of the days the address names.
func (s *FiguresPage) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *FiguresPage) Render() ui.UI {
	at := s.view.At
	id, _ := at.Match(FiguresPattern)
	bar := frame.DeskBar{Title: words.FiguresTitle.In(at.Lang), Back: SetupsPath + "/" + id, Items: frame.DeskItems(s.house, at, SetupsPath)}
	d, ok := s.view.Value()
	if !ok {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if f := s.view.Fault(); f != nil {
			body = frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))
		}
		return frame.Desk(s.house, at, bar, ui.Div("desk-page", body))
	}
	bar.Sub = d.Name
	return frame.Desk(s.house, at, bar, ui.Div("desk-page figures stack stack-6", append([]ui.UI{s.span(at, d), flow.Age(at.Lang, s.view.Fault(), s.house.Clock())}, s.body(at.Lang, d)...)...))
}

// span chooses the days.
func (s *FiguresPage) span(at link.At, d queue.Figures) ui.UI {
	l := at.Lang
	today := calendar.DateOf(s.house.Clock())
	chips := make([]ui.UI, 0, 3)
	for _, n := range []int{7, 30, 90} {
		from := today.Add(1 - n)
		chips = append(chips, ui.Chip(at.To(at.Path, "dari", string(from), "sampai", string(today)), words.FiguresLast.In(l, strconv.Itoa(n)), d.From == from && d.To == today))
	}
	return ui.Div("card stack stack-4",
		ui.Form(at.To(at.Path), "get", "figures-span", words.FiguresSpan.In(l), s.show,
			ui.Field{Name: "dari", Label: words.SetupFrom.In(l), Type: "date", Value: s.day(s.from, d.From), Change: func(ctx goapp.Context, _ goapp.Event) { s.from = ui.Value(ctx) }}.UI(),
			ui.Field{Name: "sampai", Label: words.SetupTo.In(l), Type: "date", Value: s.day(s.to, d.To), Change: func(ctx goapp.Context, _ goapp.Event) { s.to = ui.Value(ctx) }}.UI(),
			ui.Button{Label: words.FiguresShow.In(l), Submit: true, Look: ui.Line}.UI()),
		ui.Chips(words.FiguresSpan.In(l), chips...))
}

func (s *FiguresPage) day(typed string, known calendar.Date) string {
	if typed != "" {
		return typed
	}
	return string(known)
}

func (s *FiguresPage) show(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	at := s.view.At
	d, _ := s.view.Value()
	ui.Go(ctx, at.To(at.Path, "dari", s.day(s.from, d.From), "sampai", s.day(s.to, d.To)))
}

func (s *FiguresPage) body(l words.Lang, d queue.Figures) []ui.UI {
	sum := figuresTotal(d.Days)
	if sum.taken == 0 {
		return []ui.UI{ui.Empty("kosong", words.FiguresNone.In(l), words.FiguresNoneY.In(l), nil)}
	}
	minute := words.SampleUnitMin.In(l)
	return []ui.UI{
		ui.Div("card figures-kpis",
			ui.Kpi(words.SampleServed.In(l), words.Count(l, sum.served), "", words.FiguresOfTaken.In(l, words.Count(l, sum.taken))),
			ui.Kpi(words.FiguresWait.In(l), wholeMinutes(sum.wait), minute, words.FiguresWaitY.In(l)),
			ui.Kpi(words.FiguresVisit.In(l), deskTenth(l, sum.visit), minute, words.FiguresVisitY.In(l)),
			ui.Kpi(words.CounterAbsent.In(l), strconv.Itoa(percent(sum.absent, sum.taken)), "%", words.FiguresAbsentY.In(l, words.Count(l, sum.absent))),
			figuresRated(l, sum)),
		figuresCharts(l, d),
		ui.Banner("plain", "sasaran", words.FiguresHonest.In(l), hitSay(l, d.Hits)),
		ui.Section("per-hari", words.FiguresByDay.In(l), s.download(l), figuresTable(l, d)),
	}
}

// figuresRated is how people found it, who said so.
func figuresRated(l words.Lang, sum figuresSum) ui.UI {
	if sum.rated == 0 {
		return ui.Kpi(words.FiguresGood.In(l), "–", "", words.FiguresRatedNone.In(l))
	}
	return ui.Kpi(words.FiguresGood.In(l), strconv.Itoa(percent(sum.good, sum.rated)), "%", words.FiguresRated.In(l, words.Count(l, sum.rated)))
}

// longWait is from how many seconds on a wait is worth a colour.
const longWait = 15 * 60

// figuresCharts are the hours: how many people, and how long they waited.
func figuresCharts(l words.Lang, d queue.Figures) ui.UI {
	hours := figuresHours(d.Days)
	people, waits := make([]ui.Bar, len(hours)), make([]ui.Bar, len(hours))
	busy, long := hourSum{days: 1}, hourSum{days: 1}
	for i, h := range hours {
		n := h.perDay()
		text := strconv.Itoa((n + 5) / 10)
		if n < 100 && n%10 != 0 {
			text = deskTenth(l, n*6)
		}
		people[i] = ui.Bar{Label: deskTwo(h.hour), Value: float64(n), Text: text, Tone: "b1"}
		waits[i] = ui.Bar{Label: deskTwo(h.hour), Value: float64(h.wait), Text: wholeMinutes(h.wait), Tone: "b1"}
		if n > busy.perDay() || busy.served == 0 {
			busy = h
		}
		if h.wait >= long.wait {
			long = h
		}
	}
	for i, h := range hours { // the hour that asks for more counters
		if h.hour == long.hour && h.wait >= longWait {
			waits[i].Tone = "b3"
		}
	}
	busySay := words.FiguresBusy.In(l, deskTwo(busy.hour))
	longSay := words.FiguresLong.In(l, deskTwo(long.hour), wholeMinutes(long.wait))
	return ui.Div("figures-charts",
		ui.With("section", "card stack", ui.Attrs{"aria-labelledby": "g-orang"}, ui.H2("g-orang", "h3", words.FiguresPeople.In(l)), ui.P("small soft", busySay), ui.Columns(busySay, people...)),
		ui.With("section", "card stack", ui.Attrs{"aria-labelledby": "g-tunggu"}, ui.H2("g-tunggu", "h3", words.FiguresWaits.In(l)), ui.P("small soft", longSay), ui.Columns(longSay, waits...)))
}

// figuresTable is every day in a line; on phones it goes sideways beside the
// days.
func figuresTable(l words.Lang, d queue.Figures) ui.UI {
	columns := []ui.Column{{Title: words.FiguresDay.In(l)}, {Title: words.FiguresTaken.In(l), Right: true}, {Title: words.SampleServed.In(l), Right: true}, {Title: words.CounterAbsent.In(l), Right: true},
		{Title: words.FiguresCancelled.In(l), Right: true}, {Title: words.FiguresUnserved.In(l), Right: true}, {Title: words.FiguresWaitCol.In(l), Right: true}, {Title: words.FiguresWait90.In(l), Right: true}, {Title: words.FiguresVisitCol.In(l), Right: true}}
	lines := make([][]ui.UI, len(d.Days))
	for i, day := range d.Days {
		cells := []string{strconv.Itoa(day.Taken), strconv.Itoa(day.Served), strconv.Itoa(day.Absent), strconv.Itoa(day.Cancelled), strconv.Itoa(day.Unserved),
			wholeMinutes(day.Wait.Median), wholeMinutes(day.Wait.P90), deskTenth(l, day.Visit.Median)}
		lines[i] = []ui.UI{ui.Label("nowrap", words.Day(l, day.Date))}
		for _, c := range cells {
			lines[i] = append(lines[i], ui.Text(c))
		}
	}
	return ui.Div("card card-flush", ui.Table(words.FiguresByDay.In(l)+", "+d.Name, columns, lines))
}

// download keeps the days as a table for a spreadsheet.
func (s *FiguresPage) download(l words.Lang) ui.UI {
	return ui.Button{Label: words.FiguresCSV.In(l), Icon: "unduh", Look: ui.Line, Class: "btn-s", Do: func(goapp.Context, goapp.Event) {
		if d, ok := s.view.Value(); ok {
			browser.Save("antrean-"+d.Queue+"-"+string(d.From)+"-"+string(d.To)+".csv", "text/csv;charset=utf-8", queue.FiguresCSV(d))
		}
	}}.UI()
}
