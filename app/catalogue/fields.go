package catalogue

import (
	"cmp"
	"strconv"

	"rumah/app/draft"
	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/place"
	"rumah/shared/words"
)

// fields are all components of a service, in the order a citizen reads them.
func (s *Editor) fields(v catalogue.Edit) ui.UI {
	l := s.edit.View.At.Lang
	return s.edit.Fields(
		section("s-pokok", words.PartBasics.In(l), s.basics(l)),
		section("s-syarat", words.PartRequired.In(l), s.requirements(l)),
		section("s-langkah", words.StepsTitle.In(l), s.lines(l, "steps", words.StepsTitle, words.PartOneStep, 30, 300, func() *[]string { return &s.edit.Content.Steps })),
		section("s-janji", words.PartPromise.In(l), s.promise(l)),
		section("s-biaya", words.Fee.In(l), s.fee(l)),
		section("s-hasil", words.PartResult.In(l), s.product(l)),
		section("s-tempat", words.PartPlaces.In(l), s.places(l, v.Places)),
		section("s-hukum", words.LegalBasis.In(l), s.lines(l, "legal", words.LegalBasis, words.PartOneLegal, 20, 300, func() *[]string { return &s.edit.Content.Legal })),
		section("s-standar", words.PartStandard.In(l), s.standard(l)),
		section("s-simpan", words.PartFinish.In(l), ui.Div("stack stack-4",
			s.edit.Switch("confirmed", words.PartConfirmed.In(l), words.PartConfirmedY.In(l), func() *bool { return &s.edit.Content.Confirmed }),
			s.edit.NoteField())))
}

func section(id, title string, body ui.UI) ui.UI {
	return ui.Section(id, title, nil, ui.Div("card", body))
}

// text is a field of one line.
func (s *Editor) text(name, label, hint, optional string, letters int, value func() *string) ui.UI {
	return s.edit.Text(ui.Field{Name: name, Label: label, Hint: hint, Optional: optional, Max: letters}, value)
}

// long is a field of several lines that may stay empty.
func (s *Editor) long(name, label string, letters int, value func() *string) ui.UI {
	return s.edit.Text(ui.Field{Name: name, Label: label, Optional: words.Optional.In(s.edit.View.At.Lang), Long: true, Max: letters}, value)
}

func (s *Editor) lines(l words.Lang, name string, title, item words.T, most, letters int, list func() *[]string) ui.UI {
	return s.edit.Strings(draft.List{Name: name, Title: title.In(l), Quiet: true, Max: most,
		Item: func(n int) string { return item.In(l, strconv.Itoa(n)) }}, letters > 160, letters, list)
}

func (s *Editor) basics(l words.Lang) ui.UI {
	c := &s.edit.Content
	return ui.Div("stack stack-5",
		s.text("name", words.PartName.In(l), "", "", 120, func() *string { return &c.Name }),
		s.edit.Text(ui.Field{Name: "summary", Label: words.PartSummary.In(l), Hint: words.PartSummaryY.In(l), Long: true, Max: 240}, func() *string { return &c.Summary }),
		choose(&s.edit, ui.Field{Name: "topic", Label: words.PartTopic.In(l), Choices: topicChoices(l)}, func() *catalogue.Topic { return &c.Topic }),
		s.edit.Strings(draft.List{Name: "aliases", Title: words.PartAliases.In(l), Hint: words.PartAliasesY.In(l), Max: 40,
			Item: func(n int) string { return words.PartAlias.In(l) + " " + strconv.Itoa(n) }}, false, 60, func() *[]string { return &c.Aliases }))
}

func topicChoices(l words.Lang) []ui.Choice {
	choices := make([]ui.Choice, len(catalogue.Topics))
	for i, topic := range catalogue.Topics {
		choices[i] = ui.Choice{Value: string(topic), Label: TopicName(l, topic)}
	}
	return choices
}

func (s *Editor) requirements(l words.Lang) ui.UI {
	list := func() *[]catalogue.Requirement { return &s.edit.Content.Requirements }
	return draft.Lines(&s.edit, draft.List{Name: "requirements", Title: words.PartRequired.In(l), Quiet: true, Max: 40,
		Item: func(n int) string { return words.PartOneReq.In(l, strconv.Itoa(n)) }}, list,
		func(i int) ui.UI {
			at := draft.FirstField("requirements", i)
			one := func() *catalogue.Requirement { return &(*list())[i] }
			return ui.Div("stack stack-2",
				s.text(at+".name", words.PartOneReq.In(l, strconv.Itoa(i+1)), "", "", 160, func() *string { return &one().Name }),
				s.text(at+".note", words.PartReqNote.In(l), "", words.Optional.In(l), 240, func() *string { return &one().Note }),
				s.edit.Switch(at+".optional", words.PartReqOpt.In(l), "", func() *bool { return &one().Optional }))
		})
}

func (s *Editor) promise(l words.Lang) ui.UI {
	p := &s.edit.Content.Promise
	return ui.Div("stack stack-5", ui.Div("pair",
		s.edit.Number(ui.Field{Name: "promise.amount", Label: words.PartAmount.In(l)}, func() int64 { return int64(p.Amount) }, func(n int64) { p.Amount = int(n) }),
		choose(&s.edit, ui.Field{Name: "promise.unit", Label: words.PartUnit.In(l), Choices: []ui.Choice{
			{Value: string(catalogue.WorkingDays), Label: words.UnitDays.In(l)}, {Value: string(catalogue.Hours), Label: words.UnitHours.In(l)},
			{Value: string(catalogue.Minutes), Label: words.UnitMinutes.In(l)}, {Value: string(catalogue.Unpromised), Label: words.UnitNone.In(l)},
		}}, func() *catalogue.Unit { return &p.Unit })),
		s.text("promise.note", words.PartNote.In(l), "", words.Optional.In(l), 200, func() *string { return &p.Note }))
}

// feeOrder is the order in which kinds of fees are offered.
var feeOrder = []catalogue.FeeKind{catalogue.Free, catalogue.Levy, catalogue.TaxFee, catalogue.StateFee, catalogue.Tariff, catalogue.FeeUnknown}

func (s *Editor) fee(l words.Lang) ui.UI {
	f := &s.edit.Content.Fee
	kinds := make([]ui.Choice, len(feeOrder))
	for i, kind := range feeOrder {
		kinds[i] = ui.Choice{Value: string(kind), Label: feeKinds[kind].In(l)}
	}
	return ui.Div("stack stack-5", ui.Div("pair",
		choose(&s.edit, ui.Field{Name: "fee.kind", Label: words.PartFeeKind.In(l), Choices: kinds}, func() *catalogue.FeeKind { return &f.Kind }),
		s.edit.Number(ui.Field{Name: "fee.amount", Label: words.PartFeeAmount.In(l), Hint: words.PartFeeAmountY.In(l)}, func() int64 { return f.Amount }, func(n int64) { f.Amount = n })),
		s.text("fee.note", words.PartNote.In(l), "", words.Optional.In(l), 240, func() *string { return &f.Note }))
}

func (s *Editor) product(l words.Lang) ui.UI {
	c := &s.edit.Content
	return ui.Div("stack stack-5",
		s.text("product", words.Product.In(l), "", words.Optional.In(l), 200, func() *string { return &c.Product }),
		s.text("valid_for", words.PartValid.In(l), "", words.Optional.In(l), 120, func() *string { return &c.ValidFor }),
		s.long("complaints", words.Complaints.In(l), 400, func() *string { return &c.Complaints }),
		s.app(l))
}

// noApp stands for none in the drop-down: an option without a value would
// send its own label.
const noApp = "-"

func (s *Editor) app(l words.Lang) ui.UI {
	now := s.edit.Content.App
	choices := []ui.Choice{{Value: noApp, Label: words.PartAppNone.In(l)}}
	known := now == ""
	for _, app := range s.apps {
		choices = append(choices, ui.Choice{Value: app.ID, Label: app.Name})
		known = known || app.ID == now
	}
	if !known {
		choices = append(choices, ui.Choice{Value: now, Label: now})
	}
	return s.edit.Choose(ui.Field{Name: "app", Label: words.PartApp.In(l), Choices: choices}, cmp.Or(now, noApp), func(v string) {
		if v == noApp {
			v = ""
		}
		s.edit.Content.App = v
	})
}

// places are ticked one by one, or by kind where every office of a kind does
// the same.
func (s *Editor) places(l words.Lang, choices []place.Place) ui.UI {
	c := &s.edit.Content
	kinds := make([]ui.UI, len(place.Kinds))
	for i, kind := range place.Kinds {
		kinds[i] = draft.Member(&s.edit, "kind-"+string(kind), placescreen.KindName(l, kind), "", func() *[]place.Kind { return &c.PlaceKinds }, kind)
	}
	one := ui.P("soft", words.PartPlacesNone.In(l))
	if len(choices) > 0 {
		ticks := make([]ui.UI, len(choices))
		for i, p := range choices {
			ticks[i] = draft.Member(&s.edit, "place-"+p.ID, p.Name, placescreen.Where(l, p), func() *[]string { return &c.Places }, p.ID)
		}
		one = ui.Div("ticks-long", ui.List("ticks", ticks...))
	}
	return ui.Div("stack stack-4",
		ui.P("hint", words.PartPlacesY.In(l)), one, ui.FieldError("places", s.edit.Wrong("places")),
		ui.H3("", words.PartKinds.In(l)), ui.List("ticks", kinds...))
}

func (s *Editor) standard(l words.Lang) ui.UI {
	c := &s.edit.Content
	return ui.Div("stack stack-5",
		s.long("facilities", words.Facilities.In(l), 600, func() *string { return &c.Facilities }),
		s.long("competence", words.Competence.In(l), 600, func() *string { return &c.Competence }),
		s.long("oversight", words.Oversight.In(l), 600, func() *string { return &c.Oversight }),
		s.long("staffing", words.Staffing.In(l), 600, func() *string { return &c.Staffing }),
		s.long("guarantee", words.Guarantee.In(l), 600, func() *string { return &c.Guarantee }),
		s.long("safety", words.SafetyPromise.In(l), 600, func() *string { return &c.Safety }),
		s.long("evaluation", words.Evaluation.In(l), 600, func() *string { return &c.Evaluation }))
}

// choose is a drop-down over values of a type of their own.
func choose[T ~string](e *draft.Editor[catalogue.Edit, catalogue.Content], f ui.Field, value func() *T) ui.UI {
	return e.Choose(f, string(*value()), func(v string) { *value() = T(v) })
}
