package identity

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// purposes are the usual reasons to look at somebody's numbers. What is sent
// is the sentence in the first language: the citizen reads it, in whatever
// language the officer works.
var purposes = []struct {
	key  string
	text words.T
}{
	{"verify", words.PurposeVerify},
	{"apply", words.PurposeApply},
	{"mend", words.PurposeMend},
}

// ownPurpose stands for a reason in the officer's own words.
const ownPurpose = "own"

// opening is what can be done with the person who was found: look at the
// numbers, for a reason they will read, and then say that the KTP fits.
func (s *People) opening(at link.At) ui.UI {
	switch {
	case s.card.Profile.NIK == "" && s.open.Receipt() == nil && !s.asking:
		var open ui.UI
		if s.card.Profile.KK+s.card.Profile.BPJS != "" {
			open = s.ask(at)
		}
		return ui.Div("stack stack-3", ui.Banner("plain", "info", words.Fault(at.Lang, "nothing_to_verify", ""), words.AskToFill.In(at.Lang)), open)
	case s.open.Receipt() != nil:
		return s.whole(at, *s.open.Receipt())
	case s.asking:
		return s.purposeForm(at)
	}
	return s.ask(at)
}

func (s *People) ask(at link.At) ui.UI {
	return ui.Button{Label: words.OpenNumbers.In(at.Lang), Icon: "mata", Look: ui.Line, Class: "btn-full", Scope: "buka",
		Do: func(goapp.Context, goapp.Event) { s.asking = true }}.UI()
}

func (s *People) purposeForm(at link.At) ui.UI {
	e := entry[who.OpenPerson, who.PersonOpen]{&s.open, at.Lang}
	choices := make([]ui.Choice, 0, len(purposes)+1)
	for _, p := range purposes {
		choices = append(choices, ui.Choice{Value: p.key, Label: p.text.In(at.Lang)})
	}
	choices = append(choices, ui.Choice{Value: ownPurpose, Label: words.PurposeOwn.In(at.Lang)})
	wrong := e.wrong("purpose")
	var text ui.UI
	if s.usual == ownPurpose {
		text = e.field(ui.Field{Name: "purpose", Label: words.PurposeText.In(at.Lang), Value: s.open.Draft.Purpose, Auto: "off", Max: 200},
			func(v string) { s.open.Draft.Purpose = v }).UI()
		wrong = ""
	}
	return ui.Form(at.To("/meja/warga"), "post", "card stack stack-4", words.OpenNumbers.In(at.Lang), s.sendPurpose,
		ui.Banner("warn", "mata", words.CitizenSees.In(at.Lang), words.CitizenSeesText.In(at.Lang)),
		ui.Radios{Name: "usual", Legend: words.PurposeAsk.In(at.Lang), Value: s.usual, Error: wrong, Look: "choice", Choices: choices,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.choose(ui.Value(ctx)) }}.UI(),
		text, trouble(at.Lang, s.open.Fault()),
		ui.Button{Label: words.OpenNumbers.In(at.Lang), Icon: "mata", Submit: true, Busy: s.open.Busy(), Class: "btn-full"}.UI())
}

func (s *People) choose(usual string) {
	s.usual, s.open.Draft.Purpose = usual, ""
	for _, p := range purposes {
		if p.key == usual {
			s.open.Draft.Purpose = p.text.In(words.ID)
		}
	}
	s.open.Edited("purpose")
}

func (s *People) sendPurpose(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.open.Draft.ID = s.card.ID
	s.open.Send(ctx, s.open.Draft.Check, s.house.Identity.OpenPerson)
}

func (s *People) opened(_ goapp.Context, open *who.PersonOpen) {
	if open != nil {
		s.card = &open.Card
	}
}

// whole shows the numbers beside which the KTP is held.
func (s *People) whole(at link.At, o who.PersonOpen) ui.UI {
	var done ui.UI
	switch {
	case s.card.Level == who.ByNIK:
		done = ui.Banner("good", "beres", words.VerifiedNow.In(at.Lang), "")
	case o.NIK == "":
		done = ui.P("small soft", words.Fault(at.Lang, "nothing_to_verify", ""))
	default:
		done = ui.Button{Label: words.VerifyNow.In(at.Lang), Icon: "centang", Class: "btn-l btn-full", Busy: s.verify.Busy(), Scope: "cocok", Do: s.sayVerified}.UI()
	}
	return ui.Div("stack stack-4",
		ui.Div("card", ui.Facts(
			[2]ui.UI{ui.Text("NIK"), ui.Label("num strong secret-text", or(groups(o.NIK), words.NotFilled.In(at.Lang)))},
			[2]ui.UI{ui.Text(words.KKLabel.In(at.Lang)), ui.Label("num strong secret-text", or(groups(o.KK), words.NotFilled.In(at.Lang)))},
			[2]ui.UI{ui.Text(words.BornLabel.In(at.Lang)), ui.Text(or(day(at.Lang, o.Born), words.NotFilled.In(at.Lang)))})),
		warnings(at.Lang, words.MindThis, o.Warnings), trouble(at.Lang, s.verify.Fault()), done)
}

func day(lang words.Lang, d calendar.Date) string {
	if !d.Valid() {
		return ""
	}
	return words.FullDay(lang, d)
}

// groups writes a number in fours, as it is read out and compared.
func groups(number string) string {
	out := ""
	for i, r := range number {
		if i > 0 && i%4 == 0 {
			out += " "
		}
		out += string(r)
	}
	return out
}

func (s *People) sayVerified(ctx goapp.Context, _ goapp.Event) {
	s.verify.Draft.ID = s.card.ID
	s.verify.Send(ctx, s.verify.Draft.Check, s.house.Identity.VerifyPerson)
}

func (s *People) verified(ctx goapp.Context, card *who.PersonCard) {
	if card != nil {
		s.card = card
		frame.Toast(ctx, words.VerifiedNow.In(s.at.Lang))
	}
}
