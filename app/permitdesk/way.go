package permitdesk

import (
	"math"
	"slices"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// ms is a moment of the log.
func ms(at int64) time.Time { return time.UnixMilli(at) }

// way is the way it goes and its clock, its bill, and what others think.
func (s *Desk) way(l words.Lang, f permit.File) ui.UI {
	return ui.Div("stack stack-5", s.target(l, f), s.river(l, f), s.bill(l, f), s.opinions(l, f))
}

// target is by when it is promised and how much of that time is used.
func (s *Desk) target(l words.Lang, f permit.File) ui.UI {
	now := s.now(f.Now)
	due := words.CaseNoTarget.In(l)
	if !f.Due.IsZero() {
		due = words.Day(l, now.day(f.Due)) + ", " + words.Clock(f.Due.In(now.loc))
	} else if f.Head.Clock.Start != 0 && f.Head.Clock.End == 0 {
		due = words.CaseStill.In(l)
	}
	pairs := [][2]ui.UI{{ui.Text(words.CaseTarget.In(l)), ui.Text(due)}, {ui.Text(words.CasePlace.In(l)), ui.Text(f.Place.Name)}}
	for _, number := range [][2]string{{words.CaseDocument.In(l), f.Head.Number}, {words.CaseInstead.In(l), f.Head.Instead}} {
		if number[1] != "" {
			pairs = append(pairs, [2]ui.UI{ui.Text(number[0]), ui.Text(number[1])})
		}
	}
	var used ui.UI
	if f.Share > 0 {
		p := now.pace(f.Line)
		if p.part < 0 {
			p = calm
		}
		used = ui.Div("stack stack-1", ui.P("small "+p.class, words.CaseUsed.In(l, strconv.Itoa(int(math.Round(f.Share*100))))), ui.Usage(f.Share, p.bar))
	}
	return ui.Div("card stack", ui.Facts(pairs...), used)
}

// river are the steps of its way.
func (s *Desk) river(l words.Lang, f permit.File) ui.UI {
	at := slices.IndexFunc(f.Way.Steps, func(step permit.Step) bool { return step.ID == f.Head.Step })
	if f.Stage == permit.Submitted {
		at = 0
	}
	steps := make([]ui.Step, len(f.Way.Steps))
	for i, step := range f.Way.Steps {
		one := ui.Step{State: "later", Title: nodeName(l, f, step.ID), Spoken: words.CaseStepLater.In(l)}
		switch {
		case f.Stage.Final() && (at < 0 && f.Head.Number != "" || i < at), at >= 0 && i < at:
			one.State, one.Spoken = "done", words.CaseStepDone.In(l)
		case i == at && f.Stage.Waiting():
			one.State, one.Spoken = "pause", words.CaseStepWait.In(l)
		case i == at:
			one.State, one.Spoken = "now", words.CaseStepNow.In(l)
		}
		if step.Agency != "" {
			one.Sub = named(f, step.Agency)
		}
		if i == at && f.Officer.Name != "" {
			one.Sub = f.Officer.Name
		}
		steps[i] = one
	}
	if f.Stage.Final() {
		steps = append(steps, ui.Step{State: "done", Title: words.PermitStages[string(f.Stage)].In(l), Time: s.now(f.Now).moment(l, f.Since), Spoken: words.CaseStepDone.In(l)})
	}
	return ui.River(steps...)
}

func (s *Desk) bill(l words.Lang, f permit.File) ui.UI {
	b := f.Head.Bill
	if b == nil {
		return nil
	}
	state := ui.Tag("wait", "jam", words.PermitStages[string(permit.Payment)].In(l))
	if b.Paid != 0 {
		state = ui.Tag("good", "centang", words.CasePaid.In(l, s.now(f.Now).moment(l, ms(b.Paid))))
	}
	return ui.Div("card stack stack-2", ui.H3("", words.CaseBill.In(l)), ui.P("num", words.CaseBillNo.In(l, rupiah(l, b.Amount), b.Number)), ui.Para("bar wrap", state))
}

// rupiah is money as it is written here.
func rupiah(l words.Lang, amount int64) string { return "Rp" + words.Count(l, int(amount)) }

// views are what an agency may think, in words.
var views = []struct {
	view permit.View
	tone string
	name words.T
}{{permit.For, "good", words.CaseViewFor}, {permit.If, "wait", words.CaseViewIf}, {permit.Against, "bad", words.CaseViewNo}}

// opinions are what other agencies were asked.
func (s *Desk) opinions(l words.Lang, f permit.File) ui.UI {
	if len(f.Head.Opinions) == 0 {
		return nil
	}
	cards := make([]ui.UI, len(f.Head.Opinions))
	for i, o := range f.Head.Opinions {
		state := ui.Tag("wait", "jam", words.CaseWaiting.In(l))
		var act ui.UI
		switch {
		case o.Over == 0 && may(f, permit.Withdraw):
			act = ui.Button{Label: words.PermitActions[string(permit.Withdraw)].In(l), Look: ui.Quiet, Class: "btn-s loket-add", Scope: strconv.Itoa(i), Busy: s.doing == permit.Withdraw,
				Do: func(goapp.Context, goapp.Event) { s.send(permit.Act{Action: permit.Withdraw, Opinion: i + 1}) }}.UI()
		case o.Over != 0 && o.View == "":
			state = ui.Tag("", "", words.CaseWithdrawn.In(l))
		}
		for _, v := range views {
			if o.View == v.view {
				state = ui.Tag(v.tone, "", v.name.In(l))
			}
		}
		cards[i] = ui.Div("card stack stack-2", ui.Div("bar between wrap", ui.Label("row-title", named(f, o.Agency)), state), ui.P("small soft pre", o.Question), ui.P("pre", o.Answer), act)
	}
	return ui.Div("stack", append([]ui.UI{ui.H3("", words.CaseOpinions.In(l))}, cards...)...)
}

// question is what the reader's agency was asked and has not answered, and its
// place in the list, from 1.
func (s *Desk) question(f permit.File) (o permit.Opinion, place int, ok bool) {
	if !may(f, permit.Answer) {
		return o, 0, false
	}
	for i, one := range f.Head.Opinions {
		if one.Over == 0 && (place == 0 || s.speaks(one.Agency) && !s.speaks(o.Agency)) {
			o, place = one, i+1
		}
	}
	return o, place, place > 0
}

// speaks reports whether the reader works for an agency.
func (s *Desk) speaks(agency string) bool {
	return slices.ContainsFunc(s.house.Viewer.Grants, func(g access.Grant) bool { return g.Agency == agency })
}

// may reports whether the reader can do something now.
func may(f permit.File, a permit.Action) bool {
	return slices.ContainsFunc(f.May, func(t permit.Transition) bool { return t.Action == a })
}

// log is what happened, the latest first.
func (s *Desk) log(l words.Lang, f permit.File) ui.UI {
	rows := make([]ui.UI, 0, len(f.Events))
	for i := len(f.Events) - 1; i >= 0; i-- {
		h := f.Events[i]
		parts := []ui.UI{ui.Div("bar between top", ui.Label("row-title", happened(l, h)), ui.Label("mini soft num nowrap", s.now(f.Now).moment(l, h.At)))}
		if h.From != h.To {
			parts = append(parts, ui.Label("row-sub", nodeName(l, f, h.From)+" → "+nodeName(l, f, h.To)))
		}
		if h.Note != "" {
			parts = append(parts, ui.P("small pre", h.Note))
		}
		for _, m := range h.Marks {
			parts = append(parts, ui.P("small", markName(l, f, m.Path)+": "+m.Reason))
		}
		rows = append(rows, ui.Div("stack stack-1 meja-kejadian", parts...))
	}
	return ui.List("", rows...)
}

// nodeName is what a step or a stage is called at a desk.
func nodeName(l words.Lang, f permit.File, node string) string {
	if node == string(permit.Returned) {
		return words.CasesReturned.In(l)
	}
	return (&permit.Definition{Steps: f.Way.Steps}).NodeName(node, l)
}

// doer is who did something: a name, the applicant, or the house.
func doer(l words.Lang, h permit.Happened) string {
	if h.By == "" {
		return words.CaseSomebody.In(l)
	}
	return h.By
}

// happened is an event in a sentence.
func happened(l words.Lang, h permit.Happened) string {
	said, ok := words.CaseEvents[string(h.Action)]
	switch {
	case h.Whom != "" && h.Whom != h.By:
		return words.CaseGave.In(l, doer(l, h), h.Whom)
	case !ok:
		return doer(l, h)
	}
	return said.In(l, doer(l, h))
}

// markName is what a marked answer is called.
func markName(l words.Lang, f permit.File, path string) string {
	for _, row := range filled(&f).Summary(f.Answers, l) {
		if row.ID == path {
			return row.Label
		}
		for _, file := range row.Files {
			if form.Mark(row.ID, file.ID) == path {
				return row.Label + ", " + file.Name
			}
		}
	}
	return path
}
