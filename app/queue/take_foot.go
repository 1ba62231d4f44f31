package queue

import (
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// foot is what is chosen and the button that takes it, always in reach.
func (s *Take) foot(at link.At, lines queue.Lines, want queue.NewTicket, line queue.Line, now time.Time) ui.UI {
	if len(lines.Items) == 0 {
		return nil
	}
	var mine ui.UI
	summary := ui.P("small soft", words.TakeChoose.In(at.Lang))
	if line.Day != "" {
		if line.Mine != "" && s.form.Fault() == nil {
			mine = ui.Link(at.To("/antrean/"+line.Mine), "small tap", ui.Text(words.TakeSee.In(at.Lang)))
		}
		summary = s.chosen(at.Lang, want, line, now)
	}
	return ui.With("section", "foot stack stack-2", ui.Attrs{"aria-label": words.TakeAction.In(at.Lang)},
		s.failed(at, lines, line), mine, summary, s.button(at, lines, want, line))
}

// chosen is what the button below it does. The questions may be out of sight,
// below a long list: who they do not fit gets there by one touch.
func (s *Take) chosen(lang words.Lang, want queue.NewTicket, line queue.Line, now time.Time) ui.UI {
	about, how := "", []string{words.TakeLaneRegular.In(lang)}
	if want.Lane == queue.Priority {
		how[0] = words.TakeLanePrior.In(lang)
	}
	switch figure, unit := waitSays(lang, line, want.Lane, now); {
	case figure == "":
	case unit == "":
		about = words.TakeAboutAt.In(lang, figure)
	default:
		about = words.TakeAbout.In(lang, figure, unit)
	}
	if want.Slot > 0 {
		how = append(how, words.TakeAboutAt.In(lang, place.Minute(want.Slot).String()))
	}
	switch want.Payer {
	case queue.JKN:
		how = append(how, words.TakeJKN.In(lang))
	case queue.Other:
		how = append(how, words.TakeOwnMoney.In(lang))
	}
	var change ui.UI
	if !s.house.Viewer.Staff {
		change = ui.Button{Label: words.TakeChange.In(lang), Look: ui.Quiet, Class: "btn-s take-change", Do: func(goapp.Context, goapp.Event) { browser.Focus(takeOptions) }}.UI()
	}
	return ui.Div("take-chosen small", ui.Label("strong", line.Name), ui.With("b", "ink nowrap", nil, ui.Text(about)),
		ui.Label("soft", strings.Join(how, ", ")), change)
}

func (s *Take) button(at link.At, lines queue.Lines, want queue.NewTicket, line queue.Line) ui.UI {
	switch v := s.house.Viewer; {
	case v.Staff:
		return ui.P("small strong", words.QueueStaff.In(at.Lang))
	case line.Day == "":
		return ui.Button{Label: words.TakeButton.In(at.Lang), Class: "btn-full", Disabled: true}.UI()
	case v.ID == "":
		return ui.ButtonLink(at.To("/masuk", "ke", takeAddress(at, lines.Date, want)), words.TakeSignIn.In(at.Lang), "", ui.Solid, "btn-full")
	}
	label := words.TakeButton.In(at.Lang)
	for _, m := range s.family {
		if m.ID == want.Member {
			label = words.TakeButtonFor.In(at.Lang, m.Name)
		}
	}
	return ui.Button{Label: label, Class: "btn-full", Busy: s.form.Busy(), Do: s.send}.UI()
}

// failed says why no number was taken, and what helps.
func (s *Take) failed(at link.At, lines queue.Lines, line queue.Line) ui.UI {
	f := s.form.Fault()
	if f == nil {
		return nil
	}
	var help ui.UI
	switch f.Key {
	case "ticket_twice":
		to := "/antrean"
		if line.Mine != "" {
			to += "/" + line.Mine
		}
		help = ui.Link(at.To(to), "tap take-help", ui.Text(words.TakeSee.In(at.Lang)))
	case "quota_full", "quota_jkn", "quota_other", "queue_over", "queue_closed", "queue_stopped":
		if next := takeNextDay(lines); next != "" {
			help = ui.Link(at.To(at.Path, "hari", string(next)), "tap take-help", ui.Text(words.TakeOtherDay.In(at.Lang)))
		}
	}
	if f.Code == fault.Signin {
		help = ui.Link(at.To("/masuk", "ke", takeAddress(at, lines.Date, s.form.Draft)), "tap take-help", ui.Text(words.SignIn.In(at.Lang)))
	}
	return ui.Banner("bad", "awas", "", words.Fault(at.Lang, f.Key, ""), help)
}

// takeNextDay is the day after the one shown; "" when it is the last.
func takeNextDay(lines queue.Lines) calendar.Date {
	for _, d := range lines.Days {
		if d > lines.Date {
			return d
		}
	}
	return ""
}
