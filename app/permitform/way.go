package permitform

import (
	"slices"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

func (s *Editor) definition() *permit.Definition { return &s.edit.Content.Definition }

// way are the stages of the way through the office.
func (s *Editor) way(l words.Lang, v permitform.Edit) ui.UI {
	list := func() *[]permit.Step { return &s.definition().Steps }
	steps := draft.Lines(&s.edit, draft.List{Name: "definition.steps", Title: words.WaySteps.In(l), Hint: words.WayStepsY.In(l), Max: permit.MostSteps,
		Item: func(n int) string { return words.WayStep.In(l, strconv.Itoa(n)) }}, list,
		func(i int) ui.UI { return s.stage(l, v, i) })
	pairs := func() *[]permit.Pair { return &s.definition().Apart }
	apart := draft.Lines(&s.edit, draft.List{Name: "definition.apart", Title: words.WayApart.In(l), Hint: words.WayApartY.In(l), Max: 20,
		Item: func(n int) string { return words.WayPair.In(l, strconv.Itoa(n)) }}, pairs,
		func(i int) ui.UI {
			at := check.At("definition.apart", i)
			one := func() *permit.Pair { return &(*pairs())[i] }
			return ui.Div("pair", s.stepChoice(l, at+".one", words.WayOne, func() *string { return &one().One }), s.stepChoice(l, at+".other", words.WayOther, func() *string { return &one().Other }))
		})
	return ui.Div("stack stack-4", ui.Div("card", steps), ui.Div("card", apart))
}

// newStep is a stage that has just been added.
var newStep = permit.Step{Stage: permit.Documents, Roles: []access.Role{access.Verifier}}

// stage are the fields of one stage.
func (s *Editor) stage(l words.Lang, v permitform.Edit, i int) ui.UI {
	at := check.At("definition.steps", i)
	step := func() *permit.Step { return &s.definition().Steps[i] }
	if step().Stage == "" {
		id := step().ID
		*step() = newStep
		step().ID = id
	}
	var stages []ui.Choice
	for _, stage := range permit.StepStages {
		stages = append(stages, ui.Choice{Value: string(stage), Label: stageName(l, stage)})
	}
	if step().ID == "" {
		step().ID = s.freshStep()
	}
	return ui.Div("stack stack-4",
		s.pick(ui.Field{Name: at + ".stage", Label: words.WayStage.In(l), Choices: stages}, func() string { return string(step().Stage) }, func(v string) { s.restage(step(), permit.Stage(v)) }),
		s.texts(l, ui.Field{Name: at + ".name", Label: words.WayName.In(l), Hint: words.WayNameY.In(l), Optional: words.Optional.In(l), Max: 80}, func() *form.Text { return &step().Name }, nil),
		s.roles(l, at, step), s.office(l, v, at, step),
		s.edit.Switch(at+".note", words.WayNote.In(l), "", func() *bool { return &step().Note }),
		s.ownPromise(l, at, step),
		s.edit.Text(ui.Field{Name: at + ".id", Label: words.WayID.In(l), Hint: words.WayIDY.In(l), Max: 40}, func() *string { return &step().ID }))
}

// freshStep is an id for a stage that no other has.
func (s *Editor) freshStep() string {
	taken := func(id string) bool {
		_, there := s.definition().Step(id)
		return there || slices.Contains(permit.Stages, permit.Stage(id))
	}
	for n := 1; ; n++ {
		if id := "tahap-" + strconv.Itoa(n); !taken(id) {
			return id
		}
	}
}

// restage makes a step another stage, done by whom that usually is.
func (s *Editor) restage(step *permit.Step, stage permit.Stage) {
	step.Stage = stage
	switch stage {
	case permit.Signature, permit.Initials, permit.Recommendation:
		step.Roles = []access.Role{access.Signer}
	case permit.Payment, permit.PickUp:
		step.Roles = []access.Role{access.Counter}
	case permit.Issuing:
		step.Roles, step.Agency = nil, ""
	default:
		step.Roles = []access.Role{access.Verifier}
	}
}

func (s *Editor) roles(l words.Lang, at string, step func() *permit.Step) ui.UI {
	ticks := make([]ui.UI, len(permit.Acting))
	for i, role := range permit.Acting {
		ticks[i] = draft.Member(&s.edit, at+".roles-"+string(role), roleNames[role].In(l), "", func() *[]access.Role { return &step().Roles }, role)
	}
	var house ui.UI
	if slices.Contains(permit.ByHouse, step().Stage) {
		house = ui.P("hint", words.WayHouse.In(l))
	}
	return ui.With("fieldset", "plain-set stack stack-2", nil, ui.With("legend", "label", nil, ui.Text(words.WayRoles.In(l))), house,
		ui.List("ticks", ticks...), ui.FieldError(at+".roles", s.edit.Wrong(at+".roles")))
}

// ownOffice stands for the office that receives the application.
const ownOffice = "-"

func (s *Editor) office(l words.Lang, v permitform.Edit, at string, step func() *permit.Step) ui.UI {
	choices := []ui.Choice{{Value: ownOffice, Label: words.WayOwn.In(l)}}
	for _, agency := range v.Agencies {
		choices = append(choices, ui.Choice{Value: agency.ID, Label: agency.Name})
	}
	value := step().Agency
	if value == "" {
		value = ownOffice
	}
	return s.edit.Choose(ui.Field{Name: at + ".agency", Label: words.WayAgency.In(l), Choices: choices}, value, func(v string) {
		if v == ownOffice {
			v = ""
		}
		step().Agency = v
	})
}

// ownPromise is the time for one stage alone.
func (s *Editor) ownPromise(l words.Lang, at string, step func() *permit.Step) ui.UI {
	amount := func() int {
		if p := step().Promise; p != nil {
			return p.Amount
		}
		return 0
	}
	unit := catalogue.WorkingDays
	if p := step().Promise; p != nil {
		unit = p.Unit
	}
	return ui.Div("pair",
		s.number(ui.Field{Name: at + ".promise.amount", Label: words.WayPromise.In(l), Hint: words.WayPromiseY.In(l)}, amount, func(n int) {
			if n <= 0 {
				step().Promise = nil
				return
			}
			p := catalogue.Promise{Unit: unit}
			if step().Promise != nil {
				p = *step().Promise
			}
			p.Amount = n
			step().Promise = &p
		}),
		s.edit.Choose(ui.Field{Name: at + ".promise.unit", Label: words.PartUnit.In(l), Choices: units(l, false)}, string(unit), func(v string) {
			if step().Promise != nil {
				p := *step().Promise
				p.Unit = catalogue.Unit(v)
				step().Promise = &p
			}
		}))
}

func units(l words.Lang, none bool) []ui.Choice {
	list := []ui.Choice{{Value: string(catalogue.WorkingDays), Label: words.UnitDays.In(l)}, {Value: string(catalogue.Hours), Label: words.UnitHours.In(l)},
		{Value: string(catalogue.Minutes), Label: words.UnitMinutes.In(l)}}
	if none {
		list = append(list, ui.Choice{Value: string(catalogue.Unpromised), Label: words.UnitNone.In(l)})
	}
	return list
}

// stepChoice is one stage of a pair.
func (s *Editor) stepChoice(l words.Lang, at string, label words.T, value func() *string) ui.UI {
	choices := []ui.Choice{}
	known := false
	for _, step := range s.definition().Steps {
		choices = append(choices, ui.Choice{Value: step.ID, Label: s.definition().NodeName(step.ID, l)})
		known = known || step.ID == *value()
	}
	if !known {
		choices = append([]ui.Choice{{Value: noKind, Label: words.ChooseOne.In(l)}}, choices...)
	}
	return s.edit.Choose(ui.Field{Name: at, Label: label.In(l), Choices: choices}, *value(), func(v string) { *value() = v })
}

// lacks are the offices that could not carry out what was saved.
func (s *Editor) lacks(l words.Lang, v permitform.Edit) ui.UI {
	const shown = 4
	if len(v.Lacks) == 0 {
		return nil
	}
	var lines []ui.UI
	for i, lack := range v.Lacks {
		if i == shown {
			lines = append(lines, ui.Label("small", words.WayLackMore.In(l, strconv.Itoa(len(v.Lacks)-shown))))
			break
		}
		said := words.WayLackNone
		if lack.Key == "permit_few" {
			said = words.WayLackFew
		}
		lines = append(lines, ui.Label("small", said.In(l, lack.Place.Name, v.Drafted.Definition.NodeName(lack.Step, l))))
	}
	return ui.Banner("warn", "awas", words.WayLacks.In(l), "", ui.List("stack stack-1", lines...))
}

// diagram is everything that may happen to an application, stage by stage:
// who does it, where it leads, and what it does to the clock.
func (s *Editor) diagram(l words.Lang, d *permit.Definition) ui.UI {
	table := permit.Table(d)
	var nodes []ui.UI
	for _, node := range order(table) {
		var lines []ui.UI
		for _, t := range table {
			if t.From == node && t.From != t.To && t.Action != permit.Take && t.Action != permit.Cancel {
				lines = append(lines, ui.Span("form-arrow", ui.Label("strong", words.PermitActions[string(t.Action)].In(l)), ui.Text(" → "+d.NodeName(t.To, l)),
					ui.Label("row-sub", comma(whoText(l, t), clockText(l, t)))))
			}
		}
		if len(lines) > 0 {
			nodes = append(nodes, ui.Div("row", ui.Span("grow stack stack-1", ui.Label("row-title", d.NodeName(node, l)), ui.List("form-arrows", lines...))))
		}
	}
	return ui.Section("alur-gambar", words.WayDiagram.In(l), nil, ui.P("small soft", words.WayDiagramY.In(l)), ui.List("rows", nodes...),
		ui.Div("bar", ui.Button{Label: words.WayCopy.In(l), Icon: "salin", Look: ui.Quiet, Class: "btn-s", Do: func(ctx goapp.Context, _ goapp.Event) {
			browser.Copy(permit.Diagram(d, l), func(bool) {})
			frame.Toast(ctx, words.Copied.In(l))
		}}.UI()))
}

// order are the nodes of a table, each once, as they come.
func order(table []permit.Transition) []string {
	var nodes []string
	for _, t := range table {
		if !slices.Contains(nodes, t.From) {
			nodes = append(nodes, t.From)
		}
	}
	return nodes
}

func whoText(l words.Lang, t permit.Transition) string {
	who := []string{}
	if t.Who.Applicant {
		who = append(who, words.WayByCitizen.In(l))
	}
	if t.Who.House {
		who = append(who, words.WayByHouse.In(l))
	}
	if len(t.Who.Roles) > 0 && !t.Who.Applicant {
		who = append(who, rolesText(l, t.Who.Roles))
	}
	return comma(who...)
}

func clockText(l words.Lang, t permit.Transition) string {
	switch {
	case t.Begins:
		return words.WayBegins.In(l)
	case t.Clock == permit.Hold:
		return words.WayClockHold.In(l)
	case t.Clock == permit.Stop:
		return words.WayClockOver.In(l)
	case t.Clock == permit.Run && t.Action == permit.Resubmit:
		return words.WayClockOn.In(l)
	}
	return ""
}
