package permit

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/words"
)

// correction asks for what an officer has marked, and nothing else.
func (s *Application) correction(at link.At, v page) []ui.UI {
	if waits(v.ID) {
		return s.waiting(at, v)
	}
	title := words.FixTitleOne.In(at.Lang)
	if n := len(v.Head.Marks); n > 1 {
		title = words.FixTitle.In(at.Lang, strconv.Itoa(n))
	}
	asked := toFix(s.sheet.Form(), v, s.sheet.Answers())
	fields := make([]ui.UI, len(asked))
	for i, f := range asked {
		fields[i] = ui.Div("card stack", f.says(at.Lang), s.sheet.Question(f.question))
	}
	var note ui.UI
	if text := lastNote(v.Events); text != "" {
		note = ui.Banner("plain", "info", "", words.FixSays.In(at.Lang, text))
	}
	return []ui.UI{
		ui.Div("stack stack-1",
			ui.Para("small soft", ui.Label("num", words.StatusNumber.In(at.Lang, v.ID)), ui.Text(" · "+v.Service.Name)),
			ui.H1("", title), ui.P("soft", words.FixLead.In(at.Lang))),
		s.old(at.Lang, v), s.wrong(at.Lang),
		ui.Banner("warn", "kalender", "", words.FixUntil.In(at.Lang, lastDay(at.Lang, s.House.Clock(), v.Until))),
		note,
		ui.Form(at.To(at.Path), "post", "stack stack-5", title, s.resend, append(fields,
			s.offline(at.Lang),
			ui.Button{Label: words.FixSend.In(at.Lang), Icon: "kirim", Submit: true, Class: "btn-l btn-full", Busy: s.doing == "send"}.UI())...),
		s.way(at.Lang, v), s.history(at.Lang, v), s.sent(at.Lang, v), s.more(at, v),
	}
}

// fix is one question of a correction.
type fix struct {
	question *form.Question
	reasons  []string // none when it is asked because of another answer
}

// says is why it is asked.
func (f fix) says(lang words.Lang) ui.UI {
	if len(f.reasons) == 0 {
		return ui.P("small soft", words.FixNew.In(lang))
	}
	return ui.Banner("warn", "pena", "", words.FixSays.In(lang, strings.Join(f.reasons, " ")))
}

// toFix are the questions of a correction in the order of the form: those
// that were marked, and those that are asked because an answer changed.
func toFix(f *form.Form, v page, now form.Answers) []fix {
	before, after := f.Visible(v.Answers), f.Visible(now)
	var list []fix
	for _, q := range f.All() {
		one := fix{question: q}
		for _, m := range v.Head.Marks {
			if id, _, _ := strings.Cut(m.Path, "."); id == q.ID {
				one.reasons = append(one.reasons, m.Reason)
			}
		}
		if after[q.ID] && (len(one.reasons) > 0 || !before[q.ID]) {
			list = append(list, one)
		}
	}
	return list
}

// resend sends the correction, or has it wait for a network.
func (s *Application) resend(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	v, ok := s.Value()
	if !ok || s.doing != "" {
		return
	}
	paths := make([]string, len(v.Head.Marks))
	for i, m := range v.Head.Marks {
		paths[i] = m.Path
	}
	kept, err := s.sheet.Form().Correct(v.Answers, s.sheet.Answers(), paths)
	switch {
	case err != nil:
		s.complain(ctx, answer.Faults(err))
	case len(form.Diff(v.Answers, kept)) == 0:
		frame.Toast(ctx, words.FixSame.In(s.At.Lang))
	default:
		s.hand(ctx, v)
	}
}
