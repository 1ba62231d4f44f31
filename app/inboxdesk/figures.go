package inboxdesk

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Figures is the screen of what became of messages: /meja/kabar.
type Figures struct {
	goapp.Compo
	view[inbox.Figures]

	house *house.House
}

// FiguresPath is its address.
const FiguresPath = "/meja/kabar"

// NewFigures returns the screen.
func NewFigures(h *house.House) house.Screen {
	return &Figures{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (inbox.Figures, error) {
		of := inbox.FiguresOf{Agency: at.Get("dinas")}
		if n, err := strconv.Atoi(at.Get("hari")); err == nil && n > 0 {
			of.To = calendar.DateOf(h.Clock())
			of.From = of.To.Add(1 - n)
		}
		return h.Inbox.Figures(ctx, of)
	})}
}

// Head implements house.Screen.
func (s *Figures) Head() house.Head {
	return house.Head{Title: words.ToldFigures.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Figures) Titled(goapp.Context) { frame.Titled(s.house, s.view.At, s.Head()) }

// OnNav loads the figures of the days the address names.
func (s *Figures) OnNav(ctx goapp.Context) { s.view.Enter(ctx, s) }

// Render implements the screen.
func (s *Figures) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	f, ok := s.view.Value()
	if !ok {
		return draft.Desk(s.house, at, FiguresPath, "/meja", words.ToldFigures.In(l), words.ToldAbout.In(l), waits(at, &s.view.Loading, s, ui.SkeletonPage(words.Loading.In(l))))
	}
	return draft.Desk(s.house, at, FiguresPath, "/meja", words.ToldFigures.In(l), words.ToldAbout.In(l),
		ui.Div("figures told stack stack-6", s.span(at, f), flow.Age(l, s.view.Fault(), s.house.Clock()), s.sums(l, f), s.looks(l, f), s.kinds(l, f)))
}

// span chooses the days, and an agency where there are several.
func (s *Figures) span(at link.At, f inbox.Figures) ui.UI {
	l, agency := at.Lang, at.Get("dinas")
	days := len(f.Looks)
	chips := make([]ui.UI, 0, 3)
	for _, n := range []int{7, 14, 30} {
		chips = append(chips, ui.Chip(at.To(FiguresPath, "hari", strconv.Itoa(n), "dinas", agency), words.FiguresLast.In(l, strconv.Itoa(n)), days == n))
	}
	var choose ui.UI
	if len(f.Agencies) > 1 {
		choose = ui.Div("talk-agency", ui.Field{Name: "dinas", Label: words.TemplatesOf.In(l), Value: agency + none, Choices: figureAgencies(l, f.Agencies), Change: func(ctx goapp.Context, _ goapp.Event) {
			chosen := ui.Value(ctx)
			ui.Go(ctx, at.To(FiguresPath, "hari", at.Get("hari"), "dinas", chosen[:len(chosen)-len(none)]))
		}}.UI())
	}
	return ui.Div("stack stack-4", choose, ui.Chips(words.FiguresSpan.In(l), chips...))
}

// figureAgencies are all and each; a value ends in none, so that that of all
// is not empty.
func figureAgencies(l words.Lang, list []inbox.Sender) []ui.Choice {
	choices := []ui.Choice{{Value: none, Label: words.ToldAll.In(l)}}
	for _, c := range senders(list) {
		c.Value += none
		choices = append(choices, c)
	}
	return choices
}

// total adds up all kinds. The times are those of the slowest kind: a mean of
// medians would be of nobody.
func total(kinds []inbox.KindFigures) (sum inbox.KindFigures) {
	for _, k := range kinds {
		sum.Messages += k.Messages
		sum.Read += k.Read
		sum.Pushed += k.Pushed
		sum.Delivered += k.Delivered
		sum.Opened += k.Opened
		sum.Half, sum.Most = max(sum.Half, k.Half), max(sum.Most, k.Most)
	}
	return sum
}

func (s *Figures) sums(l words.Lang, f inbox.Figures) ui.UI {
	if len(f.Kinds) == 0 {
		return ui.Empty("kosong", words.ToldNone.In(l), words.ToldNoneY.In(l), nil)
	}
	sum, n := total(f.Kinds), func(n int) string { return words.Count(l, n) }
	if sum.Pushed == 0 { // nothing went to a phone, so nothing can be said of it
		return ui.Div("card figures-kpis", ui.Kpi(words.ToldMessages.In(l), n(sum.Messages), "", words.ToldMessagesY.In(l, n(sum.Read))))
	}
	half, most := "–", words.ToldMost.In(l, "–")
	if sum.Delivered > 0 {
		half, most = "≤ "+took(l, sum.Half), words.ToldMost.In(l, took(l, sum.Most))
	}
	return ui.Div("card figures-kpis",
		ui.Kpi(words.ToldMessages.In(l), n(sum.Messages), "", words.ToldMessagesY.In(l, n(sum.Read))),
		ui.Kpi(words.ToldDelivered.In(l), n(percent(sum.Delivered, sum.Pushed)), "%", words.ToldDeliverY.In(l, n(sum.Delivered), n(sum.Pushed))),
		ui.Kpi(words.ToldOpened.In(l), n(percent(sum.Opened, sum.Delivered)), "%", words.ToldOpenedY.In(l, n(sum.Opened))),
		ui.Kpi(words.ToldHalf.In(l), half, "", most))
}

// percent is a share in whole percent; 0 of nothing.
func percent(part, of int) int {
	if of == 0 {
		return 0
	}
	return (part*100 + of/2) / of
}

// took is a time in ms as people say it.
func took(l words.Lang, ms int) string {
	switch {
	case ms < 1000:
		return words.ToldMillis.In(l, strconv.Itoa(ms))
	case ms < 120_000:
		return words.ToldSeconds.In(l, strconv.Itoa((ms+500)/1000))
	}
	return words.ToldMinutes.In(l, strconv.Itoa((ms+30_000)/60_000))
}

// fewDays is how many days have room for a figure each.
const fewDays = 7

// looks is how often people checked for themselves, and in vain: the figure
// this house exists to bring down.
func (s *Figures) looks(l words.Lang, f inbox.Figures) ui.UI {
	all, vain, most := 0, 0, 0
	for _, d := range f.Looks {
		all, vain, most = all+d.Looks, vain+d.Empty, max(most, d.Looks)
	}
	bars := make([]ui.Bar, len(f.Looks))
	for i, d := range f.Looks {
		text := words.Count(l, d.Looks)
		if len(bars) > fewDays && d.Looks < most { // of many days only the highest: the others' texts would run into each other
			text = ""
		}
		bars[i] = ui.Bar{Label: strconv.Itoa(d.Date.Time(s.house.City.Location()).Day()), Value: float64(d.Looks), Part: float64(d.Empty), Text: text, Tone: "b5"}
	}
	if all == 0 {
		return ui.Section("cek", words.ToldEmpty.In(l), nil, ui.P("small soft", words.ToldEmptyNone.In(l)))
	}
	say := words.ToldEmptySay.In(l, words.Count(l, all), words.Count(l, vain))
	return ui.Section("cek", words.ToldEmpty.In(l), nil, ui.Div("card stack stack-4", ui.P("lead", say), ui.Columns(say, bars...),
		ui.Div("legend", ui.Label("k5b", words.ToldLooks.In(l)), ui.Label("k3", words.ToldVain.In(l))), ui.P("small soft", words.ToldEmptyY.In(l))))
}

// kinds is every kind in a line.
func (s *Figures) kinds(l words.Lang, f inbox.Figures) ui.UI {
	if len(f.Kinds) == 0 {
		return nil
	}
	columns := []ui.Column{{Title: words.ToldKind.In(l)}}
	for _, title := range []words.T{words.ToldMessages, words.ToldRead, words.ToldPushed, words.ToldDelivered, words.ToldShown, words.ToldOpened, words.ToldFailed, words.ToldExpired, words.ToldOther, words.ToldTook} {
		columns = append(columns, ui.Column{Title: title.In(l), Right: true})
	}
	lines := make([][]ui.UI, len(f.Kinds))
	for i, k := range f.Kinds {
		lines[i] = []ui.UI{ui.Text(kindName(l, k.Kind))}
		for _, n := range []int{k.Messages, k.Read, k.Pushed, k.Delivered, k.Shown, k.Opened, k.Failed, k.Expired, k.Other} {
			lines[i] = append(lines[i], ui.Text(words.Count(l, n)))
		}
		speed := "–"
		if k.Delivered > 0 {
			speed = took(l, k.Half) + " / " + took(l, k.Most)
		}
		lines[i] = append(lines[i], ui.Text(speed))
	}
	download := ui.Button{Label: words.FiguresCSV.In(l), Icon: "unduh", Look: ui.Line, Class: "btn-s", Do: func(goapp.Context, goapp.Event) {
		if f, ok := s.view.Value(); ok {
			browser.Save("kabar-"+string(f.From)+"-"+string(f.To)+".csv", "text/csv;charset=utf-8", inbox.FiguresCSV(f))
		}
	}}.UI()
	return ui.Section("per-jenis", words.ToldByKind.In(l), download, ui.Div("card card-flush", ui.Table(words.ToldByKind.In(l)+", "+words.FullDay(l, f.From)+" – "+words.FullDay(l, f.To), columns, lines)))
}
