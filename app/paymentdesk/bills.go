// Package paymentdesk is the desk of those who look after money: bills that
// wait, those that were paid, and statements of the bank.
package paymentdesk

import (
	"context"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// BillsPath is the address of the screen.
const BillsPath = "/meja/pembayaran"

type view[T any] = flow.View[T]

// Bills is the screen of bills and payments.
type Bills struct {
	goapp.Compo
	view[permit.Bills]

	house   *house.House
	here    goapp.Context
	text    string // of the statement
	turn    int    // see ui.Fresh
	wrong   []int  // lines of it that are none
	busy    bool
	fault   *fault.Fault
	matched *permit.Matched
	more    bool
}

// NewBills returns the screen.
func NewBills(h *house.House) house.Screen {
	return &Bills{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (permit.Bills, error) {
		return h.Permit.Bills(ctx, permit.BillsOf{Paid: at.Get("lihat") == "lunas"})
	})}
}

// Head implements house.Screen.
func (s *Bills) Head() house.Head {
	return house.Head{Title: words.BillsTitle.In(s.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Bills) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav loads the bills that the address asks for.
func (s *Bills) OnNav(ctx goapp.Context) {
	s.here = ctx
	s.Enter(ctx, s)
}

// Render implements the screen.
func (s *Bills) Render() ui.UI {
	at, l := s.At, s.At.Lang
	b, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return s.desk(frame.TroublePart(at, f, flow.Retry(&s.Loading, s)))
		}
		return s.desk(ui.SkeletonRows(words.Loading.In(l), 4))
	}
	paid := at.Get("lihat") == "lunas"
	return s.desk(ui.Div("stack stack-6",
		flow.Age(l, s.Fault(), b.Now.In(s.house.City.Location())),
		ui.Div("bar bar-4 wrap", ui.Kpi(words.BillsOpen.In(l), words.Count(l, b.Open), "", words.BillsOpenY.In(l)), ui.Kpi(words.BillsSum.In(l), "Rp"+words.Count(l, int(b.Sum)), "", words.BillsSumY.In(l))),
		s.statement(at), s.outcome(l), s.odd(at, b),
		ui.Section("tagihan", words.BillsList.In(l), nil,
			ui.Tabs(words.BillsList.In(l), ui.Tab{Href: at.To(BillsPath), Label: words.BillsWait.In(l), On: !paid}, ui.Tab{Href: at.To(BillsPath, "lihat", "lunas"), Label: words.BillsPaid.In(l), On: paid}),
			s.list(at, b), s.rest(l, b))))
}

func (s *Bills) desk(body ui.UI) ui.UI {
	l := s.At.Lang
	return draft.Desk(s.house, s.At, BillsPath, "/meja", words.BillsTitle.In(l), words.BillsAbout.In(l), body)
}

// statement is where a statement of the bank is pasted.
func (s *Bills) statement(at link.At) ui.UI {
	l, wrong := at.Lang, ""
	if len(s.wrong) > 0 {
		wrong = words.BillsLines.In(l, numbers(s.wrong))
	}
	var failed ui.UI
	if s.fault != nil {
		failed = ui.Banner("bad", "awas", "", words.Fault(l, s.fault.Key, ""))
	}
	return ui.Form(at.To(at.Path), "post", "card stack", words.BillsMatch.In(l), s.match, failed,
		ui.Fresh(s.turn, "stack", ui.Field{Name: "mutasi", Label: words.BillsPaste.In(l), Hint: words.BillsHow.In(l), Value: s.text, Error: wrong, Long: true,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.text, s.wrong = ui.Value(ctx), nil }}.UI()),
		ui.Button{Label: words.BillsMatch.In(l), Icon: "centang", Submit: true, Busy: s.busy}.UI())
}

func numbers(list []int) string {
	text := ""
	for i, n := range list {
		if i > 0 {
			text += ", "
		}
		text += strconv.Itoa(n)
	}
	return text
}

// match holds the statement against the bills. What cannot be read is said
// before anything is sent.
func (s *Bills) match(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	if s.busy {
		return
	}
	lines, wrong := permit.ReadStatement(s.text)
	s.fault, s.matched, s.wrong = nil, nil, wrong
	switch {
	case len(wrong) > 0:
		return
	case len(lines) == 0:
		s.wrong = []int{1}
		return
	}
	statement := permit.Statement{Lines: lines}
	if err := statement.Check(); err != nil {
		s.fault = fault.From(err)
		return
	}
	s.busy = true
	flow.Ask(s.here, func(ctx context.Context) (permit.Matched, error) { return s.house.Permit.Match(ctx, statement) },
		func(ctx goapp.Context, m permit.Matched, err error) {
			s.busy = false
			if s.fault = fault.From(err); err != nil {
				return
			}
			s.matched, s.text = &m, ""
			s.turn++
			s.Again(ctx, s)
		})
}

// said is what became of a payment, and the tone of its tag.
func said(l words.Lang, o permit.Fit) ui.UI {
	tone := map[permit.Fit]string{permit.PaidFull: "good", permit.PaidBefore: "", permit.PaidTwice: "wait", permit.PaidShort: "bad", permit.PaidOver: "wait", permit.PaidUnmatched: "bad", permit.PaidBarred: "wait", permit.PaidClosed: "bad"}[o]
	return ui.Tag(tone, "", words.BillOutcomes[string(o)].In(l))
}

// outcome is what became of each line.
func (s *Bills) outcome(l words.Lang) ui.UI {
	if s.matched == nil {
		return nil
	}
	lines := make([][]ui.UI, len(s.matched.Lines))
	for i, m := range s.matched.Lines {
		lines[i] = []ui.UI{ui.Text(m.Number), ui.Text("Rp" + words.Count(l, int(m.Amount))), ui.Text(words.DayMonth(l, m.Day)), said(l, m.Outcome), s.link(m.Application)}
	}
	return ui.With("section", "sec", ui.Attrs{"role": "status", "aria-labelledby": "hasil"},
		ui.H2("hasil", "", words.BillsSettled.In(l, strconv.Itoa(s.matched.Settled), strconv.Itoa(len(lines)))),
		ui.Div("card scroll-x", ui.Table(words.BillsMatch.In(l), s.columns(l), lines)))
}

func (s *Bills) columns(l words.Lang) []ui.Column {
	return []ui.Column{{Title: words.BillNumber.In(l)}, {Title: words.BillsAmount.In(l), Right: true}, {Title: words.BillsDay.In(l)}, {Title: words.BillsOutcome.In(l)}, {Title: words.BillsCase.In(l)}}
}

func (s *Bills) link(application string) ui.UI {
	if application == "" {
		return ui.Text("–")
	}
	return ui.Link(s.At.To("/meja/permohonan/"+application), "tap", ui.Text(application))
}

// odd are the payments that fit no bill, until somebody has looked.
func (s *Bills) odd(at link.At, b permit.Bills) ui.UI {
	if len(b.Odd) == 0 {
		return nil
	}
	lines := make([][]ui.UI, len(b.Odd))
	for i, o := range b.Odd {
		lines[i] = []ui.UI{ui.Text(o.Number), ui.Text("Rp" + words.Count(at.Lang, int(o.Amount))), ui.Text(words.DayMonth(at.Lang, o.Day)), said(at.Lang, o.Outcome), s.link(o.Application)}
	}
	return ui.Section("janggal", words.BillsOdd.In(at.Lang), nil, ui.P("small soft", words.BillsOddY.In(at.Lang)),
		ui.Div("card scroll-x", ui.Table(words.BillsOdd.In(at.Lang), s.columns(at.Lang), lines)))
}

func (s *Bills) list(at link.At, b permit.Bills) ui.UI {
	l := at.Lang
	if len(b.Items) == 0 {
		return ui.Empty("kosong", words.BillsNone.In(l), words.BillsNoneY.In(l), nil)
	}
	rows := make([]ui.Row, len(b.Items))
	for i, x := range b.Items {
		sub := x.Number + " · " + words.BillsMade.In(l, s.day(l, x.Made))
		tag := ui.Tag("", "", "Rp"+words.Count(l, int(x.Amount)))
		switch {
		case !x.Paid.IsZero():
			sub, tag = x.Number+" · "+words.BillsPaidAt.In(l, s.day(l, x.Paid)), ui.Tag("good", "centang", "Rp"+words.Count(l, int(x.Amount)))
		case x.Proof != "":
			sub += " · " + words.BillsProof.In(l)
		case !x.Notice.IsZero():
			sub += " · " + words.BillsNotice.In(l)
		}
		rows[i] = ui.Row{Href: at.To("/meja/permohonan/" + x.ID), Icon: "pajak", Title: x.Holder + ", " + x.Service.Name, Sub: sub, Tag: tag}
	}
	return ui.Rows(rows...)
}

func (s *Bills) day(l words.Lang, t time.Time) string {
	return words.DayMonth(l, calendar.DateOf(t.In(s.house.City.Location())))
}

func (s *Bills) rest(l words.Lang, b permit.Bills) ui.UI {
	if b.Next == "" {
		return nil
	}
	return ui.Button{Label: words.ShowMore.In(l), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: func(goapp.Context, goapp.Event) {
		s.more = true
		of := permit.BillsOf{Paid: s.At.Get("lihat") == "lunas", After: b.Next}
		flow.Ask(s.here, func(ctx context.Context) (permit.Bills, error) { return s.house.Permit.Bills(ctx, of) }, func(ctx goapp.Context, rest permit.Bills, err error) {
			s.more = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(l, err))
				return
			}
			s.Change(func(have *permit.Bills) {
				if have.Next == of.After {
					have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
				}
			})
		})
	}}.UI()
}
