// Package insight is the pages on which everybody reads what offices have
// really done.
package insight

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/insight"
	"rumah/shared/link"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// List is the screen of all services with their figures: /terbuka.
type List struct {
	goapp.Compo
	view[insight.Services]

	house *house.House
}

// ListPath is its address. The files lie below it.
const (
	ListPath = "/terbuka"
	csvPath  = ListPath + "/data.csv"
	jsonPath = ListPath + "/data.json"
)

// NewList returns the screen.
func NewList(h *house.House) house.Screen {
	return &List{house: h, view: flow.NewView(func(ctx context.Context, _ link.At) (insight.Services, error) { return h.Insight.Services(ctx) })}
}

// Head implements house.Screen.
func (s *List) Head() house.Head {
	return house.Head{Title: words.InsightTitle.In(s.view.At.Lang), Description: words.InsightLead.In(s.view.At.Lang)}
}

// Titled implements flow.Titled.
func (s *List) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the figures.
func (s *List) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *List) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/layanan", Back: "/layanan", Wide: true}
	v, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	l := at.Lang
	busy, quiet := parted(v.Items)
	var lines ui.UI
	if len(busy) == 0 {
		lines = ui.Empty("kosong", words.InsightNone.In(l), words.InsightNoneY.In(l), nil)
	} else {
		lines = ui.Div("stack", ui.Div("only-narrow", rows(at, busy)), ui.Div("only-wide insight-table", table(at, busy)))
	}
	var rest ui.UI
	if len(quiet) > 0 {
		names := make([]ui.UI, len(quiet))
		for i, line := range quiet {
			names[i] = ui.Link(at.To("/layanan/"+line.Service), "", ui.Text(line.Name))
		}
		rest = ui.Section("tenang", words.InsightQuiet.In(l), nil, ui.List("insight-quiet small", names...))
	}
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2", ui.H1("h-xl", words.InsightTitle.In(l)), ui.P("lead soft", words.InsightLead.In(l)),
			ui.P("small soft", words.InsightSince.In(l, words.FullDay(l, v.From)))),
		flow.Age(l, s.view.Fault(), v.At.In(s.house.City.Location())),
		lines, notes(l), rest, files(l))
}

// parted are the services for which somebody has applied, those with the most
// first, and the others.
func parted(items []insight.Line) (busy, quiet []insight.Line) {
	for _, line := range items {
		if line.Received+line.Finished > 0 {
			busy = append(busy, line)
		} else if line.Open {
			quiet = append(quiet, line)
		}
	}
	slices.SortStableFunc(busy, func(a, b insight.Line) int { return cmp.Compare(b.Received, a.Received) })
	return busy, quiet
}

// notes say how it is counted.
func notes(l words.Lang) ui.UI {
	return ui.Div("stack stack-1", ui.P("mini soft", words.InsightHow.In(l)), ui.P("mini soft", words.InsightFew.In(l, strconv.Itoa(insight.Few))))
}

func files(l words.Lang) ui.UI {
	return ui.Section("data", words.InsightFiles.In(l), nil, ui.P("small soft", words.InsightFilesY.In(l)),
		ui.Div("bar wrap", ui.ButtonLink(csvPath, words.InsightCSV.In(l), "unduh", ui.Line, "btn-s"), ui.ButtonLink(jsonPath, words.InsightJSON.In(l), "unduh", ui.Line, "btn-s")))
}

func rows(at link.At, lines []insight.Line) ui.UI {
	list := make([]ui.Row, len(lines))
	for i, line := range lines {
		said := words.InsightLine.In(at.Lang, words.Count(at.Lang, line.Received), words.Count(at.Lang, line.Finished))
		if line.Days != nil {
			said += ", " + words.InsightLineHalf.In(at.Lang, Took(at.Lang, line.Promise, line.Days, line.Mins))
		}
		if line.InTime != nil {
			said += ", " + words.InsightLineKept.In(at.Lang, strconv.Itoa(*line.InTime))
		}
		list[i] = ui.Row{Href: at.To(ListPath + "/" + line.Service), Title: line.Name, Sub: said}
	}
	return ui.Rows(list...)
}

func table(at link.At, lines []insight.Line) ui.UI {
	l := at.Lang
	columns := []ui.Column{{Title: words.InsightService.In(l)}, {Title: words.InsightIn.In(l), Right: true}, {Title: words.InsightDone.In(l), Right: true}, {Title: words.InsightPromise.In(l), Right: true},
		{Title: words.InsightHalf.In(l), Right: true}, {Title: words.InsightNine.In(l), Right: true}, {Title: words.InsightKept.In(l), Right: true}, {Title: words.InsightReturned.In(l), Right: true}}
	body := make([][]ui.UI, len(lines))
	for i, line := range lines {
		body[i] = append([]ui.UI{ui.Link(at.To(ListPath+"/"+line.Service), "", ui.Text(line.Name)), number(l, line.Received), number(l, line.Finished),
			ui.Text(promised(l, line.Promise))}, figures(l, line.Promise, line.Figures)...)
	}
	return ui.Table(words.InsightTitle.In(l), columns, body)
}

func number(l words.Lang, n int) ui.UI { return ui.Text(words.Count(l, n)) }

// figures are what may be untold.
func figures(l words.Lang, p catalogue.Promise, f insight.Figures) []ui.UI {
	return []ui.UI{ui.Text(Took(l, p, f.Days, f.Mins)), ui.Text(Took(l, p, f.SlowDays, f.SlowMins)), ui.Text(percent(f.InTime)), ui.Text(percent(f.Returned))}
}

func percent(n *int) string {
	if n == nil {
		return words.InsightUntold.ID
	}
	return strconv.Itoa(*n) + "%"
}

// Took is how long something took: in working days, or in minutes where that
// is how it is promised.
func Took(l words.Lang, p catalogue.Promise, days, minutes *int) string {
	switch {
	case insight.ByMinutes(p) && minutes != nil:
		return minutesText(l, *minutes)
	case days == nil:
		return words.InsightUntold.In(l)
	case *days == 0:
		return words.InsightSameDay.In(l)
	case *days == 1:
		return words.InsightDay.In(l)
	}
	return words.InsightDays.In(l, words.Count(l, *days))
}

// minutesText is a number of minutes as people say it.
func minutesText(l words.Lang, n int) string {
	switch {
	case n < 60:
		return words.InMinutes.In(l, strconv.Itoa(n))
	case n%60 == 0:
		return words.InHours.In(l, strconv.Itoa(n/60))
	}
	return words.CounterHours.In(l, strconv.Itoa(n/60), strconv.Itoa(n%60))
}

// promised is what a service promises.
func promised(l words.Lang, p catalogue.Promise) string {
	if p.Amount == 0 {
		return words.InsightUntold.In(l)
	}
	if insight.ByMinutes(p) {
		minutes := p.Amount
		if p.Unit == catalogue.Hours {
			minutes *= 60
		}
		return minutesText(l, minutes)
	}
	return Took(l, p, &p.Amount, nil)
}
