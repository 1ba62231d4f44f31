package permitdesk

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// panelID is the first field of the form that is open.
const panelID = "isi-langkah"

// form asks what an action needs. It stands beside what was answered, so that
// both can be read.
func (s *Desk) form(l words.Lang, f permit.File) ui.UI {
	a := s.panel
	title := words.PermitActions[string(a)].In(l)
	if a == permit.Take {
		title = words.CaseGive.In(l)
	}
	var wrong, send ui.UI
	if s.wrong != nil && len(s.wrong.Fields) == 0 && s.seen == 0 { // else it is said above
		wrong = ui.Banner("bad", "awas", "", words.Fault(l, s.wrong.Key, ""))
	}
	look := ui.Solid
	if a == permit.Refuse || a == permit.Revoke {
		look = ui.Stop
	}
	if a != permit.Take && a != permit.HandOver {
		attrs := ui.Attrs{"aria-keyshortcuts": "Control+Enter", "title": "Ctrl Enter"}
		if a == permit.Confirm || a == permit.Sign { // there is nothing to fill in
			attrs["id"] = panelID
		}
		blocked := a == permit.Return && len(s.writing.marks) == 0
		send = ui.Button{Label: title, Look: look, Submit: true, Busy: s.doing == a, Disabled: blocked, Scope: "kirim-" + string(a), Attrs: attrs}.UI()
	}
	return ui.Form(s.view.At.To(DeskPath), "post", "desk-foot meja-isian", title, func(ctx goapp.Context, e goapp.Event) {
		e.PreventDefault()
		s.submit(ctx)
	},
		ui.Div("bar between", ui.H3("", title), ui.IconButton("tutup", words.CaseKeepText.In(l), ui.Attrs{"aria-keyshortcuts": "Escape"}, func(ctx goapp.Context, _ goapp.Event) { s.shut(ctx) })),
		ui.Fresh(s.writing.turn, "stack scroll-y meja-isi", append(s.fields(l, f, a), wrong)...),
		ui.Div("bar", ui.Span("grow"), send))
}

// shut closes the form; what was written stays for later.
func (s *Desk) shut(ctx goapp.Context) {
	s.panel, s.wrong, s.secret = "", nil, secret{}
	ctx.Defer(func(goapp.Context) { browser.Focus(nameID) })
}

// fields are those of an action.
func (s *Desk) fields(l words.Lang, f permit.File, a permit.Action) []ui.UI {
	told := words.CaseNoteTold.In(l)
	switch a {
	case permit.Return:
		return append(s.marksOf(l, f), s.note(l, a, words.CaseNote, told, true))
	case permit.Refuse, permit.Revoke:
		return []ui.UI{s.note(l, a, words.CaseWhy, words.CaseRefuseY.In(l)+" "+told, false), forGood(l)}
	case permit.Pass:
		return []ui.UI{s.note(l, a, words.CaseNote, words.CasePassY.In(l), false)}
	case permit.Dispute:
		return []ui.UI{s.note(l, a, words.CaseNote, told, false)}
	case permit.SendBack:
		return []ui.UI{s.steps(l, f), s.note(l, a, words.CaseNote, words.CaseNoteOwn.In(l), false)}
	case permit.Ask:
		return []ui.UI{s.agencies(l), s.note(l, a, words.CaseAskWhat, words.CaseAskY.In(l), false)}
	case permit.Answer:
		return []ui.UI{s.opinion(l, f), s.note(l, a, words.CaseViewWhy, words.CaseNoteOwn.In(l), false)}
	case permit.SetFee:
		return []ui.UI{s.amount(l, f), s.numbered(l, a, words.CaseBillCode, "", f.ID)}
	case permit.Confirm:
		return []ui.UI{paid(l, f), forGood(l)}
	case permit.Sign:
		return []ui.UI{ui.P("", words.CaseSignY.In(l)), s.passphrase(l), s.looked(l), forGood(l)}
	case permit.Replace:
		return []ui.UI{s.instead(l), s.note(l, a, words.CaseNote, told, false), forGood(l)}
	case permit.Take, permit.HandOver:
		return s.people(l, f, a)
	}
	return []ui.UI{s.note(l, a, words.CaseNote, words.CaseNoteOwn.In(l), false)}
}

func forGood(l words.Lang) ui.UI { return ui.P("small strong warn", words.CaseForGood.In(l)) }

// first is the id of a field: the first of a form is gone to.
func first(name string, isFirst bool) string {
	if isFirst {
		return panelID
	}
	return name
}

// noteID is the id of the field for words of an action: the first of its form
// where nothing else is asked.
func noteID(a permit.Action) string {
	return first("note", a != permit.SendBack && a != permit.Ask && a != permit.Answer && a != permit.Replace)
}

// note is the field for words, with the sentences that stand ready for it.
func (s *Desk) note(l words.Lang, a permit.Action, label words.T, hint string, optional bool) ui.UI {
	f := ui.Field{Name: noteID(a), Label: label.In(l), Hint: hint, Value: s.writing.notes[a], Long: true, Max: permit.MostNote, Error: wrongOf(l, s.wrong, "note"),
		Change: func(ctx goapp.Context, _ goapp.Event) {
			put(&s.writing.notes, a, ui.Value(ctx))
			s.wrong = nil
			browser.Guard(!s.writing.blank())
		}}
	if optional {
		f.Optional = words.CaseOptional.In(l)
	}
	return ui.Div("stack stack-1", f.UI(), s.phraseButton(l, target{field: noteID(a)}))
}

// numbered is the field for the number of a bill or a document.
func (s *Desk) numbered(l words.Lang, a permit.Action, label words.T, hint, usual string) ui.UI {
	if usual != "" && s.writing.number[a] == "" {
		put(&s.writing.number, a, usual)
	}
	return ui.Field{Name: first("number", a != permit.SetFee), Label: label.In(l), Hint: hint, Value: s.writing.number[a], Max: 80, Auto: "off", Error: wrongOf(l, s.wrong, "number"),
		Change: func(ctx goapp.Context, _ goapp.Event) {
			put(&s.writing.number, a, ui.Value(ctx))
			s.wrong = nil
		}}.UI()
}

// amount is the field for the fee, filled in with what the formula says.
func (s *Desk) amount(l words.Lang, f permit.File) ui.UI {
	value, hint := s.writing.amount, words.CaseAmountNo.In(l)
	if f.Estimate > 0 {
		hint = words.CaseAmountY.In(l, rupiah(l, f.Estimate))
	}
	if value == "" {
		value = strconv.FormatInt(f.Estimate, 10)
	}
	return ui.Field{Name: panelID, Label: words.CaseAmount.In(l), Hint: hint, Value: value, Mode: "numeric", Auto: "off", Max: 20, Error: wrongOf(l, s.wrong, "amount"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.writing.amount, s.wrong = ui.Value(ctx), nil }}.UI()
}

// marksOf are what is marked, or that nothing is.
func (s *Desk) marksOf(l words.Lang, f permit.File) []ui.UI {
	if len(s.writing.marks) == 0 {
		return []ui.UI{ui.Banner("warn", "tanda", "", words.CaseReturnNo.In(l))}
	}
	lines := make([]ui.UI, len(s.writing.marks))
	for i, m := range s.writing.marks {
		lines[i] = ui.Div("", ui.Label("small strong", markName(l, f, m.Path)+": "), ui.Label("small", m.Reason), ui.FieldError("tanda-"+strconv.Itoa(i), wrongOf(l, s.wrong, "marks."+strconv.Itoa(i)+".reason")))
	}
	return []ui.UI{ui.List("stack stack-1", lines...), ui.P("small soft", words.CaseReturnY.In(l))}
}

// passphrase is asked for where the provider of signatures has said that it
// wants one. It is kept no longer than the form.
func (s *Desk) passphrase(l words.Lang) ui.UI {
	if _, wanted := s.wrong.Field("passphrase"); wanted {
		s.secret.wanted = true
	}
	if !s.secret.wanted {
		return nil
	}
	return ui.Field{Name: "passphrase", Label: words.CasePass.In(l), Hint: words.CasePassHint.In(l), Type: "password", Value: s.secret.text, Max: 200, Auto: "off", Error: wrongOf(l, s.wrong, "passphrase"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.secret.text = ui.Value(ctx) }}.UI()
}

// looked is what somebody says who tries again though nobody knows what became
// of the try before.
func (s *Desk) looked(l words.Lang) ui.UI {
	if s.wrong == nil || s.wrong.Key != "sign_unknown" {
		return nil
	}
	return ui.Check("sign-again", words.CaseLooked.In(l), "", s.secret.again, func(goapp.Context, goapp.Event) { s.secret.again = !s.secret.again })
}

// secret is what a signature needs beside the wish.
type secret struct {
	wanted bool
	text   string
	again  bool
}

func paid(l words.Lang, f permit.File) ui.UI {
	if f.Head.Bill == nil {
		return nil
	}
	return ui.P("strong", words.CasePaidAsk.In(l, rupiah(l, f.Head.Bill.Amount), f.Head.Bill.Number))
}

func (s *Desk) steps(l words.Lang, f permit.File) ui.UI {
	list := before(f)
	choices := make([]ui.Choice, len(list))
	for i, id := range list {
		choices[i] = ui.Choice{Value: id, Label: nodeName(l, f, id)}
	}
	if s.writing.step == "" && len(list) > 0 {
		s.writing.step = list[0]
	}
	return ui.Field{Name: panelID, Label: words.CaseBackTo.In(l), Value: s.writing.step, Choices: choices, Error: wrongOf(l, s.wrong, "step"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.writing.step = ui.Value(ctx) }}.UI()
}

func (s *Desk) agencies(l words.Lang) ui.UI {
	choices := []ui.Choice{{Label: words.CaseAskPick.In(l)}}
	if s.asked != nil {
		for _, o := range s.asked.Items {
			choices = append(choices, ui.Choice{Value: o.ID, Label: o.Name})
		}
	}
	return ui.Field{Name: panelID, Label: words.CaseAskWhom.In(l), Value: s.writing.agency, Choices: choices, Error: wrongOf(l, s.wrong, "agency"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.writing.agency, s.wrong = ui.Value(ctx), nil }}.UI()
}

func (s *Desk) opinion(l words.Lang, f permit.File) ui.UI {
	choices := make([]ui.Choice, len(views))
	for i, v := range views {
		choices[i] = ui.Choice{Value: string(v.view), Label: v.name.In(l)}
	}
	asked, _, _ := s.question(f)
	return ui.Div("stack", ui.P("small pre", asked.Question), ui.Radios{Name: panelID, Legend: words.CaseView.In(l), Value: string(s.writing.view), Look: "choice", Choices: choices, Error: wrongOf(l, s.wrong, "view"),
		Change: func(ctx goapp.Context, _ goapp.Event) { s.writing.view, s.wrong = permit.View(ui.Value(ctx)), nil }}.UI())
}

// people are the colleagues to whom it can be given.
func (s *Desk) people(l words.Lang, f permit.File, a permit.Action) []ui.UI {
	list := []ui.UI{ui.P("strong", words.CaseGiveTo.In(l))}
	for _, c := range f.Colleagues {
		if c.ID == f.Officer.ID {
			continue
		}
		attrs := ui.Attrs{}
		if len(list) == 1 {
			attrs["id"] = panelID
		}
		list = append(list, s.candidate(l, c, s.doing == a, attrs, func(goapp.Context, goapp.Event) { s.send(permit.Act{Action: a, To: c.ID}) }))
	}
	if len(list) == 1 {
		return []ui.UI{ui.Banner("plain", "akun", "", words.CaseNobody.In(l))}
	}
	return list
}
