package queue

import (
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// text is a field of the editor. It asks for its value anew at every letter:
// a handler outlives the rendering it was made in.
func (s *SetupEditor) text(f ui.Field, at func() *string) ui.UI {
	return s.value(f, *at(), func(v string) { *at() = v })
}

// number is a field for a whole number; anything else counts as none.
func (s *SetupEditor) number(f ui.Field, at func() *int) ui.UI {
	f.Type, f.Mode = "number", "numeric"
	return s.value(f, strconv.Itoa(*at()), func(v string) { *at() = max(0, quotaOf(v)) })
}

// quota is a number of which an empty field means no limit.
func (s *SetupEditor) quota(name, label string, at func() *int) ui.UI {
	return s.value(ui.Field{Name: name, Label: label, Type: "number", Mode: "numeric"}, quotaValue(*at()), func(v string) { *at() = quotaOf(v) })
}

func (s *SetupEditor) value(f ui.Field, value string, set func(string)) ui.UI {
	name := f.Name
	f.Value, f.Error = value, setupWrong(s.view.At.Lang, s.wrong, name)
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		set(ui.Value(ctx))
		s.edited(name)
	}
	return f.UI()
}

func (s *SetupEditor) toggle(name, label, sub string, at func() *bool) ui.UI {
	return ui.Check(name, label, sub, *at(), func(goapp.Context, goapp.Event) {
		*at() = !*at()
		s.edited(name)
	})
}

// renew draws a part of the fields anew, after some came or went in it.
func (s *SetupEditor) renew(name string) {
	s.turns[name]++
	s.edited(name)
}

func (s *SetupEditor) fields(l words.Lang, v queue.Setup) ui.UI {
	return ui.Fresh(s.turn, "stack stack-6 edit-fields",
		ui.Section("s-pokok", words.SetupBasics.In(l), nil, s.basics(l)),
		ui.Section("s-loket", words.SetupCounters.In(l), nil, s.counters(l)),
		ui.Section("s-jadwal", words.SetupWeek.In(l), nil, s.week(l)),
		ui.Section("s-jalur", words.SetupRules.In(l), nil, s.lanes(l)),
		ui.Section("s-pesan", words.SetupBooking.In(l), nil, s.booking(l)),
		ui.Section("s-kunjungan", words.SetupVisit.In(l), nil, s.visit(l, v)))
}

// setupIcons are the pictures a queue may have.
var setupIcons = []struct {
	icon string
	name words.T
}{
	{"tiket", words.SetupIcon1}, {"sehat", words.SetupIcon2}, {"anak", words.SetupIcon3}, {"klinik", words.SetupIcon4}, {"perisai", words.SetupIcon5},
	{"ktp", words.SetupIcon6}, {"berkas", words.SetupIcon7}, {"usaha", words.SetupIcon8}, {"pajak", words.SetupIcon9},
}

func (s *SetupEditor) basics(l words.Lang) ui.UI {
	icons := make([]ui.Choice, len(setupIcons))
	for i, o := range setupIcons {
		icons[i] = ui.Choice{Value: o.icon, Label: o.name.In(l), Icon: o.icon}
	}
	return ui.Div("card stack stack-5",
		ui.Div("pair",
			s.text(ui.Field{Name: "name", Label: words.SetupName.In(l), Hint: words.SetupNameY.In(l), Max: 60}, func() *string { return &s.c.Name }),
			s.text(ui.Field{Name: "who", Label: words.SetupWho.In(l), Hint: words.SetupWhoY.In(l), Optional: words.Optional.In(l), Max: 80}, func() *string { return &s.c.Who })),
		ui.Div("pair",
			s.value(ui.Field{Name: "prefix", Label: words.SetupPrefix.In(l), Hint: words.SetupPrefixY.In(l), Max: 3}, s.c.Prefix, func(v string) { s.c.Prefix = strings.ToUpper(strings.TrimSpace(v)) }),
			s.value(ui.Field{Name: "usual", Label: words.SetupUsual.In(l), Hint: words.SetupUsualY.In(l), Type: "number", Mode: "decimal"}, setupMinutes(s.c.Usual), func(v string) { s.c.Usual = setupSeconds(v) })),
		ui.Radios{Name: "icon", Legend: words.SetupIcon.In(l), Value: s.c.Icon, Look: "choice", Choices: icons,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.c.Icon = ui.Value(ctx); s.edited("icon") }}.UI(),
		s.toggle("active", words.SetupIsActive.In(l), words.SetupIsActiveY.In(l), func() *bool { return &s.c.Active }))
}

// setupMinutes writes seconds as minutes: "7", "1.5".
func setupMinutes(seconds int) string {
	return strconv.FormatFloat(float64(seconds)/60, 'f', -1, 64)
}

func setupSeconds(text string) int {
	m, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	if err != nil || m < 0 || m > 1000 {
		return 0
	}
	return int(m*60 + .5)
}

func (s *SetupEditor) counters(l words.Lang) ui.UI {
	lines := make([]ui.UI, len(s.c.Counters))
	for i := range s.c.Counters {
		n := strconv.Itoa(i)
		lines[i] = ui.Div("setup-line",
			s.text(ui.Field{Name: "counters." + n + ".name", Label: words.SetupCounterN.In(l, strconv.Itoa(i+1)), Max: 40}, func() *string { return &s.c.Counters[i].Name }),
			s.drop("counters."+n, words.ItemRemove.In(l, s.c.Counters[i].Name), func() { s.c.Counters = slices.Delete(slices.Clone(s.c.Counters), i, i+1); s.renew("counters") }))
	}
	return ui.Div("card stack", ui.P("hint", words.SetupCounterY.In(l)), ui.Fresh(s.turns["counters"], "setup-lines", lines...),
		ui.FieldError("counters", setupWrong(l, s.wrong, "counters")),
		s.adder("loket-tambah", words.SetupCounterAdd.In(l), func() { s.c.Counters = append(slices.Clone(s.c.Counters), queue.CounterOf{}); s.renew("counters") }))
}

func (s *SetupEditor) drop(scope, label string, do func()) ui.UI {
	return ui.Press("icon-btn", scope, ui.Attrs{"aria-label": label}, func(goapp.Context, goapp.Event) { do() }, ui.Icon("tutup"))
}

func (s *SetupEditor) adder(scope, label string, do func()) ui.UI {
	return ui.Button{Label: label, Icon: "tambah", Look: ui.Line, Class: "btn-s loket-add", Scope: scope, Do: func(goapp.Context, goapp.Event) { do() }}.UI()
}

// lanes are how the two lanes are merged, with what comes of it, and who may
// use the priority lane.
func (s *SetupEditor) lanes(l words.Lang) ui.UI {
	choices := make([]ui.Choice, 0, 5)
	for _, n := range []int{1, 2, 3, 4, 5} {
		label := words.SetupShareN.In(l, strconv.Itoa(n))
		if n == 1 {
			label = words.SetupShare1.In(l)
		}
		choices = append(choices, ui.Choice{Value: strconv.Itoa(n), Label: label})
	}
	var example []ui.UI
	for _, t := range shareOrder(s.c.Prefix, s.c.Share) {
		tone := ""
		if t.Lane == queue.Priority {
			tone = "brand"
		}
		example = append(example, ui.Tag(tone, "", queue.Label(s.c.Prefix, t.Number)))
	}
	lines := make([]ui.UI, len(deskGrounds))
	for i, g := range deskGrounds {
		lines[i] = s.rule(l, g)
	}
	return ui.Div("card stack stack-5",
		ui.Radios{Name: "share", Legend: words.SetupShare.In(l), Value: strconv.Itoa(s.c.Share), Look: "seg", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
			s.c.Share = max(1, quotaOf(ui.Value(ctx)))
			s.edited("share")
		}}.UI(),
		ui.With("div", "card-sample stack stack-2", ui.Attrs{"aria-live": "polite"}, ui.P("", shareSay(l, s.c.Share)),
			ui.P("small soft", words.SetupShareEx.In(l)), ui.Div("bar wrap num setup-order", example...)),
		ui.With("fieldset", "stack plain-set", nil, ui.With("legend", "label", nil, ui.Text(words.SetupWhoMay.In(l))), ui.P("hint", words.SetupEvidenceY.In(l)), ui.Div("setup-lines", lines...)))
}

// rule is one ground of the priority lane and what is asked to be shown.
func (s *SetupEditor) rule(l words.Lang, ground string) ui.UI {
	find := func() int {
		return slices.IndexFunc(s.c.Rules, func(r queue.LaneRule) bool { return r.Who == ground })
	}
	var evidence ui.UI
	if find() >= 0 {
		evidence = s.text(ui.Field{Name: "rules." + ground, Label: words.SetupEvidence.In(l, deskGround(l, ground)), Optional: words.Optional.In(l), Max: 120},
			func() *string {
				if i := find(); i >= 0 {
					return &s.c.Rules[i].Evidence
				}
				return new(string)
			})
	}
	return ui.Div("setup-rule", ui.Check("aturan-"+ground, deskGround(l, ground), "", find() >= 0, func(goapp.Context, goapp.Event) {
		if i := find(); i >= 0 {
			s.c.Rules = slices.Delete(slices.Clone(s.c.Rules), i, i+1)
		} else {
			s.c.Rules = append(slices.Clone(s.c.Rules), queue.LaneRule{Who: ground})
		}
		s.edited("rules")
	}), evidence)
}

func (s *SetupEditor) booking(l words.Lang) ui.UI {
	c := &s.c
	var slots ui.UI
	if c.SlotFor > 0 {
		slots = ui.Div("pair",
			s.number(ui.Field{Name: "slot_for", Label: words.SetupSlotFor.In(l)}, func() *int { return &s.c.SlotFor }),
			s.number(ui.Field{Name: "slot_of", Label: words.SetupSlotOf.In(l)}, func() *int { return &s.c.SlotOf }))
	}
	return ui.Div("card stack stack-5",
		ui.Div("pair",
			s.number(ui.Field{Name: "days", Label: words.SetupDays.In(l), Hint: words.SetupDaysY.In(l)}, func() *int { return &s.c.Days }),
			s.number(ui.Field{Name: "before", Label: words.SetupBefore.In(l), Hint: words.SetupBeforeY.In(l)}, func() *int { return &s.c.Before })),
		s.toggle("checkin", words.SetupCheckIn.In(l), words.SetupCheckInY.In(l), func() *bool { return &s.c.CheckIn }),
		ui.Check("pakai-jam", words.SetupSlots.In(l), words.SetupSlotsY.In(l), c.SlotFor > 0, func(goapp.Context, goapp.Event) {
			if c.SlotFor > 0 {
				c.SlotFor, c.SlotOf = 0, 0
			} else {
				c.SlotFor, c.SlotOf = 30, 6
			}
			s.edited("slot_for")
		}), slots,
		s.toggle("payers", words.SetupPayers.In(l), words.SetupPayersY.In(l), func() *bool { return &s.c.Payers }))
}

func (s *SetupEditor) visit(l words.Lang, v queue.Setup) ui.UI {
	nexts := []ui.Choice{{Value: "", Label: words.SetupNextNone.In(l)}}
	for _, q := range v.Nexts {
		if q.ID != v.ID {
			nexts = append(nexts, ui.Choice{Value: q.ID, Label: q.Name})
		}
	}
	doctor := ""
	if s.c.Doctor > 0 {
		doctor = strconv.Itoa(s.c.Doctor)
	}
	return ui.Div("card stack stack-5",
		s.value(ui.Field{Name: "stage", Label: words.SetupStage.In(l), Hint: words.SetupStageY.In(l), Choices: []ui.Choice{
			{Value: string(queue.Single), Label: words.SetupStage1.In(l)}, {Value: string(queue.Admission), Label: words.SetupStage2.In(l)},
			{Value: string(queue.Service), Label: words.SetupStage3.In(l)}, {Value: string(queue.Pharmacy), Label: words.SetupStage4.In(l)}}},
			string(s.c.Stage), func(v string) { s.c.Stage = queue.VisitStage(v) }),
		s.value(ui.Field{Name: "next", Label: words.SetupNext.In(l), Hint: words.SetupNextY.In(l), Choices: nexts}, s.c.Next, func(v string) { s.c.Next = v }),
		ui.Div("pair",
			s.text(ui.Field{Name: "poli", Label: words.SetupPoli.In(l), Hint: words.SetupPoliY.In(l), Optional: words.Optional.In(l), Max: 10}, func() *string { return &s.c.Poli }),
			s.value(ui.Field{Name: "doctor", Label: words.SetupDoctor.In(l), Optional: words.Optional.In(l), Hint: words.SetupDoctorY.In(l), Mode: "numeric", Max: 9}, doctor, func(v string) { s.c.Doctor = max(0, quotaOf(v)) })))
}
