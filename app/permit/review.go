package permit

import (
	"context"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// review is the last look before it is sent.
func (s *Application) review(at link.At, v page, steps []form.Step) []ui.UI {
	n := len(steps) + 1
	body := []ui.UI{
		s.bar(at.Lang, v),
		ui.Div("stack stack-2",
			ui.Steps(n, n, words.FillStep.In(at.Lang, strconv.Itoa(n), strconv.Itoa(n))),
			ui.H1("", words.FillReview.In(at.Lang)), ui.P("soft", words.FillReviewY.In(at.Lang))),
		s.elsewhere(at.Lang), s.wrong(at.Lang), s.missing(at, steps),
		ui.Div("card tall", ui.Facts(
			[2]ui.UI{ui.Text(words.ApplyFor.In(at.Lang)), ui.Text(v.Holder)},
			[2]ui.UI{ui.Text(words.ApplyWhere.In(at.Lang)), ui.Text(v.Place.Name)})),
	}
	rows := s.sheet.Form().Kept().Summary(s.sheet.Answers(), at.Lang)
	for i, step := range steps {
		title := step.Section.Title.In(at.Lang)
		change := ui.LinkWith(s.step(i, steps), "tap small", ui.Attrs{"aria-label": words.FillChangeOf.In(at.Lang, title)}, ui.Text(words.FillChange.In(at.Lang)))
		body = append(body, ui.Section("langkah-"+strconv.Itoa(i+1), title, change, ui.Div("card", s.answers(at.Lang, rowsOf(rows, step.Questions)))))
	}
	return append(body, s.rest(at, v))
}

// rowsOf are the rows of some questions.
func rowsOf(rows []form.Row, questions []*form.Question) []form.Row {
	var some []form.Row
	for _, r := range rows {
		for _, q := range questions {
			if r.ID == q.ID {
				some = append(some, r)
			}
		}
	}
	return some
}

// missing leads to what cannot be left out.
func (s *Application) missing(at link.At, steps []form.Step) ui.UI {
	count := 0
	var rows []ui.Row
	for i, step := range steps {
		for _, id := range step.Missing {
			count++
			q := s.sheet.Form().Question(id)
			rows = append(rows, ui.Row{Href: s.step(i, steps), Icon: "pena", Tone: "warn", Title: short(q.Label.In(at.Lang)), Sub: step.Section.Title.In(at.Lang)})
		}
	}
	if count == 0 {
		return nil
	}
	return ui.Div("stack", ui.Banner("warn", "awas", words.FillMissing.In(at.Lang, strconv.Itoa(count)), words.FillMissingY.In(at.Lang)), ui.Rows(rows...))
}

// short is a label where there is little room: statements are long.
func short(label string) string {
	const most = 80
	if letters := []rune(label); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return label
}

// answers are what was answered, as people read it.
func (s *Application) answers(lang words.Lang, rows []form.Row) ui.UI {
	pairs := make([][2]ui.UI, len(rows))
	for i, r := range rows {
		pairs[i] = [2]ui.UI{ui.Text(short(r.Label)), s.value(lang, r)}
	}
	return ui.Div("tall", ui.Facts(pairs...)) // questions are sentences
}

func (s *Application) value(lang words.Lang, r form.Row) ui.UI {
	switch {
	case len(r.Files) > 0:
		names := make([]ui.UI, len(r.Files))
		for i, f := range r.Files {
			names[i] = ui.Span("bar", ui.IconS("berkas"), ui.Text(f.Name))
		}
		return ui.Div("stack stack-1", names...)
	case len(r.Cells) > 0:
		return s.lines(lang, r)
	case r.Value == "":
		return ui.Label("soft", words.FillBlank.In(lang))
	case r.Kind == form.Area:
		return ui.Text(s.sheet.AreaName(r.Value))
	case r.Kind == form.Statement:
		return ui.Span("bar", ui.IconS("centang"), ui.Text(words.YesWord.In(lang)))
	}
	parts := strings.Split(r.Value, "\n")
	lines := make([]ui.UI, len(parts))
	for i, p := range parts {
		lines[i] = ui.Div("", ui.Text(p))
	}
	return ui.Div("", lines...)
}

// lines are the lines of a table, each in one paragraph: a table would not fit
// a phone.
func (s *Application) lines(lang words.Lang, r form.Row) ui.UI {
	q := s.sheet.Form().Question(r.ID)
	lines := make([]ui.UI, len(r.Cells))
	for i, cells := range r.Cells {
		var said []string
		for j, cell := range cells {
			if q != nil && j < len(q.Columns) && q.Columns[j].Kind == form.Area && cell != "" {
				cell = s.sheet.AreaName(cell)
			}
			if cell != "" && j < len(r.Columns) {
				said = append(said, r.Columns[j]+": "+cell)
			}
		}
		lines[i] = ui.P("", strconv.Itoa(i+1)+". "+strings.Join(said, ", "))
	}
	return ui.Div("stack stack-1", lines...)
}

// send sends it, or has it wait for a network.
func (s *Application) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	v, ok := s.Value()
	if !ok || s.doing != "" {
		return
	}
	if _, err := s.sheet.Form().Validate(s.sheet.Answers()); err != nil {
		s.complain(ctx, answer.Faults(err))
		return
	}
	s.hand(ctx, v)
}

// hand gives the answers to the server, once it can be reached.
func (s *Application) hand(ctx goapp.Context, v page) {
	s.write.dirty = true
	s.note()
	if _, left := unsent(s.sheet.Answers()); left || !browser.Online() {
		s.wait(ctx, v)
		return
	}
	s.doing, s.fault = "send", nil
	answers := s.sheet.Answers()
	flow.Ask(s.Here, func(ctx context.Context) (permit.Application, error) {
		return dispatch(ctx, s.House, v.Application, answers)
	}, func(ctx goapp.Context, a permit.Application, err error) {
		switch {
		case err == nil:
			settle(a)
			s.arrived(ctx, a)
		case fault.Is(err, fault.Offline):
			s.doing = ""
			s.wait(ctx, v)
		default:
			s.refused(ctx, fault.From(err))
		}
	})
}

// phoneFull is the fault of a phone that can keep nothing more.
const phoneFull = "phone_full"

// wait puts it where it goes from by itself, on a phone that can keep it.
func (s *Application) wait(ctx goapp.Context, v page) {
	if s.write.full || !keep(v.Application) || !queue(v.ID) {
		s.fault = fault.New(fault.Offline, phoneFull)
		return
	}
	if browser.Online() {
		Deliver(s.House)
	}
	ctx.Defer(func(goapp.Context) {
		browser.ToTop()
		browser.FocusTitle()
	})
}

// waiting stands while it waits for a network.
func (s *Application) waiting(at link.At, v page) []ui.UI {
	title, say := words.FillWaits, ui.Banner("warn", "luring", "", words.FillWaitsY.In(at.Lang))
	if browser.Online() {
		title, say = words.FillGoes, ui.Banner("", "kirim", "", words.FillGoesY.In(at.Lang))
	}
	var files []ui.UI
	for _, q := range s.sheet.Form().All() {
		for _, f := range s.sheet.Answers()[q.ID].Files {
			if onPhone(f) {
				state, part, bad := s.progress(at.Lang, f)
				files = append(files, ui.Upload{Name: f.Name, State: state, Icon: "berkas", Part: part, Bad: bad}.UI())
			}
		}
	}
	return []ui.UI{
		ui.Div("stack stack-2", ui.P("small soft", v.Service.Name), ui.H1("", title.In(at.Lang))),
		say, ui.Div("stack stack-2", files...),
		ui.Div("bar wrap grow-btns",
			ui.Button{Label: words.TryAgain.In(at.Lang), Icon: "ulang", Scope: "coba", Do: func(goapp.Context, goapp.Event) { Deliver(s.House) }}.UI(),
			ui.Button{Label: words.FillHold.In(at.Lang), Look: ui.Line, Scope: "tahan", Do: func(goapp.Context, goapp.Event) { hold(v.ID) }}.UI()),
	}
}
