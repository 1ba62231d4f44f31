package permitdesk

import (
	"context"
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// onward are the actions that end a stage, of which a desk has at most one.
var onward = []permit.Action{permit.Answer, permit.Pass, permit.SetFee, permit.Confirm, permit.InitialIt, permit.Sign, permit.Issue, permit.Collect}

// other is an action of the menu.
type other struct {
	action permit.Action
	key    string
	icon   string
}

// aside are the others, in the order of the menu, with their keys.
var aside = []other{
	{permit.Take, "t", "akun"}, {permit.HandOver, "h", "alih"}, {permit.MarkUp, "", "tanda"}, {permit.Ask, "p", "tanya"}, {permit.SendBack, "", "kembali"},
	{permit.Dispute, "", "awas"}, {permit.Remark, "c", "pena"}, {permit.Revoke, "", "sampah"}, {permit.Replace, "", "salin"},
}

// main is the action of the big button; "" for none.
func (s *Desk) main(f permit.File) permit.Action {
	for _, a := range onward {
		if may(f, a) {
			return a
		}
	}
	if may(f, permit.Take) && f.Officer.ID == "" {
		return permit.Take
	}
	return ""
}

// able reports whether the reader could do the stage themselves: an admin who
// hands out work cannot.
func (s *Desk) able(f permit.File) bool {
	return slices.ContainsFunc(f.Colleagues, func(c permit.Candidate) bool { return c.ID == s.house.Viewer.ID })
}

// asks reports whether an action needs more than the wish: words, a choice,
// or a second thought because it cannot be undone.
func (s *Desk) asks(f permit.File, a permit.Action) bool {
	switch a {
	case permit.Take:
		return !s.able(f)
	case permit.MarkUp, permit.InitialIt, permit.Issue, permit.Collect:
		return false
	case permit.Pass:
		return slices.ContainsFunc(f.May, func(t permit.Transition) bool { return t.Action == a && t.Note })
	}
	return true
}

// choose begins an action: at once where nothing more is needed, else with its
// form.
func (s *Desk) choose(ctx goapp.Context, a permit.Action) {
	f, ok := s.file()
	if !ok || !may(f, a) {
		return
	}
	browser.Shut(moreDialog)
	s.wrong = nil
	if !s.asks(f, a) {
		s.send(permit.Act{Action: a})
		return
	}
	s.panel = a
	switch {
	case a == permit.Ask && s.asked == nil:
		s.offices()
	case a == permit.Replace:
		s.learnInstead()
	}
	ctx.Defer(func(goapp.Context) { browser.Focus(panelID) })
}

// offices asks which agencies there are.
func (s *Desk) offices() {
	flow.Ask(s.here, s.house.Permit.Offices, func(ctx goapp.Context, o permit.Offices, err error) {
		if err != nil {
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		s.asked = &o
	})
}

// submit sends what was filled in.
func (s *Desk) submit(ctx goapp.Context) {
	f, ok := s.file()
	if !ok || s.panel == "" {
		return
	}
	a := s.panel
	act := permit.Act{Action: a, Note: s.writing.notes[a], Number: s.writing.number[a], Step: s.writing.step, Agency: s.writing.agency, View: s.writing.view}
	switch a {
	case permit.SetFee:
		amount, wrong := s.fee(f)
		if s.wrong = wrong; wrong != nil {
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			return
		}
		act.Amount = amount
	case permit.Sign:
		act.Passphrase, act.Again = s.secret.text, s.secret.again
	case permit.Answer:
		_, act.Opinion, _ = s.question(f)
	case permit.SendBack:
		if act.Step == "" {
			act.Step = before(f)[0]
		}
	}
	s.send(act)
}

// fee is the amount that was written, or what the formula says.
func (s *Desk) fee(f permit.File) (int64, *fault.Fault) {
	text := strings.NewReplacer(".", "", ",", "", " ", "", "Rp", "").Replace(s.writing.amount)
	if text == "" {
		return f.Estimate, nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault.From(fault.Wrong(fault.Field{Name: "amount", Key: "number"}))
	}
	return n, nil
}

// before are the stages it can be sent back to.
func before(f permit.File) []string {
	var steps []string
	for _, t := range f.May {
		if t.Action == permit.SendBack {
			steps = append(steps, t.To)
		}
	}
	return steps
}

// send does one thing, on the version that is on the screen. Where somebody
// was faster it is read again, and what was written stays.
func (s *Desk) send(act permit.Act) {
	f, ok := s.file()
	if !ok || s.doing != "" {
		return
	}
	act.ID, act.Seen = f.ID, f.Version
	switch act.Action {
	case permit.MarkUp:
		act.Marks = append([]permit.Mark{}, s.writing.marks...)
	case permit.Return, permit.Pass:
		if s.writing.marking {
			act.Marks = append([]permit.Mark{}, s.writing.marks...)
		}
	}
	w := s.writing
	s.doing, s.wrong = act.Action, nil
	flow.Ask(s.here, func(ctx context.Context) (permit.File, error) { return s.house.Permit.Act(ctx, act) }, func(ctx goapp.Context, got permit.File, err error) {
		if err == nil {
			w.sent(act.Action)
			s.list.Again(ctx, s)
			s.recount()
		}
		if s.id() != act.ID {
			return
		}
		s.doing, s.wrong = "", fault.From(err)
		switch {
		case err == nil:
			s.did(ctx, act, got)
		case s.wrong.Code == fault.Conflict:
			s.again(act.Seen)
		default:
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		}
	})
}

// did shows what came of it.
func (s *Desk) did(ctx goapp.Context, act permit.Act, got permit.File) {
	before, _ := s.file()
	s.view.Change(func(f *permit.File) { *f = got })
	s.panel, s.seen, s.secret = "", 0, secret{}
	s.arrived()
	l := s.view.At.Lang
	label := words.PermitDone[string(act.Action)].In(l)
	if before.Stage != got.Stage || before.Step != got.Step {
		frame.Toast(ctx, words.CaseDidTo.In(l, label, stepName(l, got.Line)))
	} else {
		frame.Toast(ctx, words.CaseDid.In(l, label))
	}
	ctx.Defer(func(goapp.Context) { browser.Focus(nameID) })
}

// again reads the application anew, and says what has happened since.
func (s *Desk) again(seen int64) {
	id := s.id()
	flow.Ask(s.here, func(ctx context.Context) (permit.File, error) { return s.house.Permit.Open(ctx, permit.ID{ID: id}) }, func(ctx goapp.Context, got permit.File, err error) {
		if s.id() != id {
			return
		}
		if err != nil { // it is none of theirs any more
			s.wrong = fault.From(err)
			return
		}
		s.view.Change(func(f *permit.File) { *f = got })
		s.arrived()
		if got.Version > seen {
			s.seen = seen
		}
		if s.panel != "" && !may(got, s.panel) {
			s.panel = ""
		}
		s.list.Again(ctx, s)
	})
}

// foot is what can be done now: the form of what was chosen, or the buttons.
func (s *Desk) foot(l words.Lang, f permit.File) ui.UI {
	if s.panel != "" {
		return s.form(l, f)
	}
	main := s.main(f)
	var refuse, more, back, on ui.UI
	if len(s.rarer(f)) > 0 {
		more = ui.IconButton("lainnya", words.CaseMore.In(l), ui.Attrs{"aria-keyshortcuts": "l", "title": "l"}, ui.ShowDialog(moreDialog))
	}
	if may(f, permit.Refuse) {
		refuse = s.button(l, permit.Refuse, ui.Stop, "", "x")
	}
	if may(f, permit.Return) {
		label := words.CaseReturn.In(l)
		if n := len(s.writing.marks); n > 0 {
			label += " (" + strconv.Itoa(n) + ")"
		}
		back = s.labelled(label, permit.Return, ui.Line, "ulang", "r")
	}
	switch {
	case main == permit.Take && !s.able(f):
		on = s.labelled(words.CaseGive.In(l), main, ui.Solid, "akun", "t")
	case main == permit.Take:
		on = s.button(l, main, ui.Solid, "akun", "t")
	case main != "":
		on = s.button(l, main, ui.Solid, "maju", "s")
	default:
		on = ui.Press("btn", "lanjut", ui.Attrs{"aria-keyshortcuts": "n"}, func(ctx goapp.Context, _ goapp.Event) { s.next(ctx) }, ui.IconS("maju"), ui.Text(words.CaseNext.In(l)), ui.Kbd("n"))
	}
	return ui.With("div", "desk-foot", ui.Attrs{"role": "group", "aria-label": words.CaseActs.In(l)}, s.why(l, f, main),
		ui.Div("bar wrap", refuse, more, ui.Span("grow"), back, on))
}

// why says why there is nothing to do.
func (s *Desk) why(l words.Lang, f permit.File, main permit.Action) ui.UI {
	switch {
	case main != "" || f.Stage.Final():
		return nil
	case f.Officer.ID != "" && f.Officer.ID != s.house.Viewer.ID:
		return ui.P("small soft", words.CaseTheirs.In(l, f.Officer.Name))
	}
	return ui.P("small soft", words.CaseNothing.In(l))
}

func (s *Desk) button(l words.Lang, a permit.Action, look ui.Look, icon, key string) ui.UI {
	return s.labelled(words.PermitActions[string(a)].In(l), a, look, icon, key)
}

// labelled is a button with its key.
func (s *Desk) labelled(label string, a permit.Action, look ui.Look, icon, key string) ui.UI {
	attrs, mark := ui.Attrs{"aria-keyshortcuts": key}, ui.UI(nil)
	if s.doing == a {
		attrs["aria-busy"], attrs["aria-disabled"] = "true", "true"
	}
	if icon != "" {
		mark = ui.IconS(icon)
	}
	return ui.Press("btn "+string(look), string(a), attrs, func(ctx goapp.Context, _ goapp.Event) { s.choose(ctx, a) }, mark, ui.Text(label), ui.Kbd(key))
}

// rarer are the actions of the menu that can be done now.
func (s *Desk) rarer(f permit.File) []other {
	return slices.DeleteFunc(slices.Clone(aside), func(a other) bool {
		switch {
		case !may(f, a.action) || a.action == s.main(f):
			return true
		case a.action == permit.HandOver:
			return f.Officer.ID == ""
		case a.action == permit.Take:
			return f.Officer.ID != ""
		}
		return a.action == permit.MarkUp && !s.writing.marking
	})
}

// moreDialog are the actions that are rarer.
func (s *Desk) moreDialog(l words.Lang) ui.UI {
	f, ok := s.file()
	if !ok {
		return nil
	}
	var buttons []ui.UI
	for _, a := range s.rarer(f) {
		label := words.PermitActions[string(a.action)].In(l)
		if a.action == permit.MarkUp {
			label = words.CaseMarksKeep.In(l)
		}
		buttons = append(buttons, ui.Button{Label: label, Icon: a.icon, Look: ui.Line, Class: "btn-full", Scope: "lain-" + string(a.action), Attrs: ui.Attrs{"aria-keyshortcuts": a.key},
			Do: func(ctx goapp.Context, _ goapp.Event) { s.choose(ctx, a.action) }}.UI())
	}
	buttons = append(buttons, ui.Button{Label: words.Close.In(l), Look: ui.Quiet, Class: "btn-full", Scope: moreDialog, Do: ui.CloseDialog(moreDialog)}.UI())
	return ui.Dialog(moreDialog, words.CaseActs.In(l), "", true, buttons...)
}
