package permitform

import (
	"maps"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/form/formula"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// feeOrder is the order in which kinds of fees are offered.
var feeOrder = []catalogue.FeeKind{catalogue.Free, catalogue.Levy, catalogue.TaxFee, catalogue.StateFee, catalogue.Tariff, catalogue.FeeUnknown}

// charges reports whether a kind of fee is ever asked for.
func charges(k catalogue.FeeKind) bool {
	return k != "" && k != catalogue.Free && k != catalogue.FeeUnknown
}

// terms are how long it takes, what it costs, and what who is refused can do.
func (s *Editor) terms(l words.Lang, v permitform.Edit) ui.UI {
	d := s.definition()
	promise := ui.With("section", "card stack stack-4", ui.Attrs{"aria-labelledby": "janji"}, ui.H2("janji", "form-h", words.TermsPromise.In(l)),
		ui.Div("pair",
			s.number(ui.Field{Name: "definition.promise.amount", Label: words.PartAmount.In(l)}, func() int { return s.definition().Promise.Amount }, func(n int) { s.definition().Promise.Amount = n }),
			s.pick(ui.Field{Name: "definition.promise.unit", Label: words.PartUnit.In(l), Choices: units(l, true)}, func() string { return string(s.definition().Promise.Unit) }, func(u string) {
				p := &s.definition().Promise
				if p.Unit = catalogue.Unit(u); p.Unit == catalogue.Unpromised {
					p.Amount = 0
				}
			})),
		s.compared(l, promiseText(l, v.Promise), promiseText(l, d.Promise)),
		s.edit.Switch("definition.complete", words.TermsComplete.In(l), words.TermsCompleteY.In(l), func() *bool { return &s.definition().Complete }),
		ui.FieldError("definition.complete", s.edit.Wrong("definition.complete")),
		ui.Div("pair",
			s.number(ui.Field{Name: "definition.correct", Label: words.TermsCorrect.In(l), Hint: words.TermsUsual.In(l)}, func() int { return s.definition().Correct }, func(n int) { s.definition().Correct = n }),
			s.number(ui.Field{Name: "definition.pay", Label: words.TermsPay.In(l), Hint: words.TermsUsual.In(l)}, func() int { return s.definition().Pay }, func(n int) { s.definition().Pay = n })),
		s.number(ui.Field{Name: "definition.keep", Label: words.TermsKeep.In(l), Hint: words.TermsKeepY.In(l)}, func() int { return s.definition().Keep }, func(n int) { s.definition().Keep = n }))
	return ui.Div("stack stack-4", promise, s.fee(l, v),
		ui.Div("card", s.texts(l, ui.Field{Name: "definition.appeal", Label: words.TermsAppeal.In(l), Hint: words.TermsAppealY.In(l), Optional: words.Optional.In(l), Long: true, Max: 1000},
			func() *form.Text { return &s.definition().Appeal }, nil)))
}

// compared says what the page of the service promises, when that differs.
func (s *Editor) compared(l words.Lang, page, here string) ui.UI {
	if page == here {
		return ui.P("hint", words.TermsPage.In(l, page))
	}
	return ui.Banner("warn", "info", "", words.TermsDiffer.In(l, page))
}

func (s *Editor) fee(l words.Lang, v permitform.Edit) ui.UI {
	kinds := make([]ui.Choice, len(feeOrder))
	for i, kind := range feeOrder {
		kinds[i] = ui.Choice{Value: string(kind), Label: feeKind(l, kind)}
	}
	fee := s.definition().Fee
	body := []ui.UI{ui.H2("biaya", "form-h", words.TermsFee.In(l)),
		s.pick(ui.Field{Name: "definition.fee.kind", Label: words.PartFeeKind.In(l), Choices: kinds}, func() string {
			if k := s.definition().Fee.Kind; k != "" {
				return string(k)
			}
			return string(catalogue.Free)
		}, func(k string) {
			f := &s.definition().Fee
			if f.Kind = catalogue.FeeKind(k); !charges(f.Kind) {
				f.Formula = ""
			}
		}),
		s.compared(l, feeKind(l, v.Fee.Kind), feeKind(l, fee.Kind))}
	if !charges(fee.Kind) && fee.Formula == "" {
		return ui.Div("card stack stack-4", append(body, ui.P("hint", words.TermsNoFee.In(l)))...)
	}
	return ui.Div("card stack stack-4", append(body, s.edit.Text(ui.Field{Name: "definition.fee.formula", Label: words.TermsFormula.In(l), Hint: words.TermsFormulaY.In(l, s.countable(l)),
		Optional: words.Optional.In(l), Long: true, Max: formula.MostLetters}, func() *string { return &s.definition().Fee.Formula }))...)
}

// countable are the names that a formula can speak of.
func (s *Editor) countable(l words.Lang) string {
	names := s.form().Names()
	list := slices.Sorted(maps.Keys(names.Numbers))
	list = append(list, slices.Sorted(maps.Keys(names.Choices))...)
	for _, table := range slices.Sorted(maps.Keys(names.Tables)) {
		for _, column := range slices.Sorted(maps.Keys(names.Tables[table].Numbers)) {
			list = append(list, table+"."+column)
		}
	}
	if len(list) == 0 {
		return words.TermsNoNames.In(l)
	}
	return strings.Join(list, ", ")
}

// calculator tries the formula on answers.
func (s *Editor) calculator(l words.Lang) ui.UI {
	text := s.definition().Fee.Formula
	if strings.TrimSpace(text) == "" {
		return nil
	}
	s.opened(l, &s.edit.Content)
	var asked []*form.Question
	for _, q := range s.sheet.Form().All() {
		if mentions(text, q.ID) {
			asked = append(asked, q)
		}
	}
	return ui.Section("coba-hitung", words.TermsTry.In(l), nil, ui.P("small soft", words.TermsTryY.In(l)),
		ui.Div("card stack stack-5", s.sheet.Questions(asked), ui.With("p", "strong", ui.Attrs{"role": "status"}, ui.Text(s.result(l, text)))))
}

// result is what the formula says about the answers, or what is wrong with it.
func (s *Editor) result(l words.Lang, text string) string {
	fee, err := formula.Parse(text)
	if err == nil {
		err = fee.Check(s.form().Names())
	}
	var sum int64
	if err == nil {
		sum, err = s.sheet.Form().Fee(fee, s.sheet.Answers())
	}
	if f := fault.From(err); f != nil {
		key, bound := f.Key, ""
		if len(f.Fields) > 0 {
			key, bound = f.Fields[0].Key, f.Fields[0].Bound
		}
		return words.Fault(l, key, bound)
	}
	return words.TermsResult.In(l, "Rp"+words.Count(l, int(sum)))
}

// mentions reports whether a formula speaks of a question.
func mentions(text, id string) bool {
	for rest := text; ; {
		i := strings.Index(rest, id)
		if i < 0 {
			return false
		}
		end := i + len(id)
		if (i == 0 || !wordy(rest[i-1])) && (end == len(rest) || !wordy(rest[end])) {
			return true
		}
		rest = rest[end:]
	}
}

func wordy(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// opened puts a form before its writer as applicants get it, with what was
// tried so far.
func (s *Editor) opened(l words.Lang, c *permitform.Content) {
	s.sheet.Lang = l
	s.sheet.Become(form.On(&c.Form, calendar.DateOf(s.house.Clock())))
}

// preview is a form as applicants see it: it can be filled in.
func (s *Editor) preview(l words.Lang, c *permitform.Content) ui.UI {
	s.opened(l, c)
	f := s.sheet.Form()
	steps, asked := f.Steps(s.sheet.Answers()), 0
	var cards []ui.UI
	for _, step := range steps {
		asked += len(step.Questions)
		var help ui.UI
		if text := step.Section.Help.In(l); text != "" {
			help = ui.P("soft", text)
		}
		cards = append(cards, ui.Div("card stack stack-5", ui.H3("", step.Section.Title.In(l)), help, s.sheet.Questions(step.Questions)))
	}
	if len(cards) == 0 {
		cards = append(cards, ui.Banner("plain", "info", "", words.FormNothing.In(l)))
	}
	var hidden, tried ui.UI
	if n := len(f.All()) - asked; n > 0 {
		hidden = ui.P("mini soft", words.FormHidden.In(l, words.Count(l, n)))
	}
	if s.tried != "" {
		tone := "good"
		if len(s.sheet.Complaints()) > 0 {
			tone = "warn"
		}
		tried = ui.Banner(tone, "info", "", s.tried)
	}
	return ui.Section("pratinjau-formulir", words.FormPreview.In(l), nil, ui.P("small soft", words.FormTry.In(l)),
		ui.Div("stack stack-4", cards...), hidden, tried,
		ui.Div("bar wrap",
			ui.Button{Label: words.FormTryCheck.In(l), Icon: "centang", Look: ui.Line, Class: "btn-s", Do: s.try}.UI(),
			ui.Button{Label: words.FormTryClear.In(l), Look: ui.Quiet, Class: "btn-s", Do: func(ctx goapp.Context, _ goapp.Event) {
				s.sheet.Put(s.sheet.Form(), nil)
				s.shown(ctx, "pratinjau-formulir")
			}}.UI()))
}

// try looks at the answers as the server would.
func (s *Editor) try(goapp.Context, goapp.Event) {
	l := s.edit.View.At.Lang
	_, err := s.sheet.Form().Validate(s.sheet.Answers())
	s.tried = words.FormTryGood.In(l)
	f := fault.From(err)
	if f == nil {
		s.sheet.Complain(nil)
		return
	}
	s.sheet.Complain(f.Fields)
	s.tried = words.FillMissing.In(l, words.Count(l, len(f.Fields)))
}
