package insight

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/insight"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Service is the screen of one service month by month: /terbuka/{service}.
type Service struct {
	goapp.Compo
	view[insight.Service]

	house *house.House
}

// ServicePattern is its address.
const ServicePattern = ListPath + "/{id}"

// NewService returns the screen.
func NewService(h *house.House) house.Screen {
	return &Service{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (insight.Service, error) {
		id, _ := at.Match(ServicePattern)
		return h.Insight.Service(ctx, insight.ServiceID{Service: id})
	})}
}

// Head implements house.Screen.
func (s *Service) Head() house.Head {
	l := s.view.At.Lang
	v, ok := s.view.Value()
	if !ok {
		return house.Head{Title: words.InsightTitle.In(l), NoIndex: true}
	}
	return house.Head{Title: words.InsightTitle.In(l) + ": " + v.Name, Description: words.InsightLead.In(l)}
}

// Titled implements flow.Titled.
func (s *Service) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the service the address names.
func (s *Service) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Service) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/layanan", Back: ListPath, Wide: true}
	v, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, fault, flow.Retry(&s.view.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	l := at.Lang
	return frame.Page(s.house, at, bar,
		ui.Div("stack stack-2", ui.Para("small strong brand", ui.Text(v.Agency)), ui.H1("h-xl", v.Name),
			ui.P("small soft", words.InsightSince.In(l, words.FullDay(l, v.From)))),
		flow.Age(l, s.view.Fault(), v.At.In(s.house.City.Location())),
		kpis(l, v), months(l, v), notes(l),
		ui.Div("bar wrap", ui.ButtonLink(at.To("/layanan/"+v.Service), words.InsightToPage.In(l), "layanan", ui.Line, "btn-s")), files(l))
}

// kpis are the figures of all months.
func kpis(l words.Lang, v insight.Service) ui.UI {
	f := figures(l, v.Promise, v.Figures)
	kpi := func(label words.T, value ui.UI) ui.UI {
		return ui.Div("kpi", ui.Label("small soft", label.In(l)), ui.Span("v num", value))
	}
	return ui.Div("card insight-kpis",
		kpi(words.InsightIn, number(l, v.Received)), kpi(words.InsightDone, number(l, v.Finished)), kpi(words.InsightPromise, ui.Text(promised(l, v.Promise))),
		kpi(words.InsightHalf, f[0]), kpi(words.InsightNine, f[1]), kpi(words.InsightKept, f[2]), kpi(words.InsightReturned, f[3]))
}

// months are a chart of what was finished and all figures in a table.
func months(l words.Lang, v insight.Service) ui.UI {
	bars := make([]ui.Bar, len(v.Months))
	lines := make([][]ui.UI, len(v.Months))
	most, when := 0, ""
	for i, m := range v.Months {
		name := monthName(l, m.Month)
		bars[i] = ui.Bar{Label: m.Month[max(0, len(m.Month)-2):], Value: float64(m.Finished), Text: words.Count(l, m.Finished), Tone: "b1"}
		if m.Finished > most {
			most, when = m.Finished, name
		}
		lines[len(v.Months)-1-i] = append([]ui.UI{ui.Text(name), number(l, m.Received), number(l, m.Finished)}, figures(l, v.Promise, m.Figures)...)
	}
	var chart ui.UI
	if most > 0 {
		chart = ui.Div("card insight-chart", ui.Columns(words.InsightChart.In(l, when, strconv.Itoa(most)), bars...))
	}
	return ui.Section("bulan", words.InsightMonths.In(l), nil, chart, ui.Div("insight-table",
		ui.Table(v.Name, []ui.Column{{Title: words.InsightMonth.In(l)}, {Title: words.InsightIn.In(l), Right: true}, {Title: words.InsightDone.In(l), Right: true},
			{Title: words.InsightHalf.In(l), Right: true}, {Title: words.InsightNine.In(l), Right: true}, {Title: words.InsightKept.In(l), Right: true}, {Title: words.InsightReturned.In(l), Right: true}}, lines)))
}

// monthName is "November 2026".
func monthName(l words.Lang, month string) string {
	day := calendar.Date(month + "-01")
	if !day.Valid() {
		return month
	}
	return words.MonthYear(l, day.Time(time.UTC))
}
