package permit

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/inbox"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// status is how far an application is, once it is sent.
func (s *Application) status(at link.At, v page) []ui.UI {
	body := []ui.UI{s.head(at, v), s.old(at.Lang, v), s.wrong(at.Lang)}
	if s.just {
		body = append(body, ui.Banner("good", "beres", words.StatusSentOK.In(at.Lang), words.StatusSentOKY.In(at.Lang, v.ID)))
	}
	body = append(body, s.turn(at, v), clock(at.Lang, s.House.Clock(), v.Line, v.Way, v.Head.Clock), s.way(at.Lang, v))
	if !v.Erased.IsZero() {
		body = append(body, ui.Banner("plain", "arsip", "", words.StatusErased.In(at.Lang, dayOf(at.Lang, s.House.Clock(), v.Erased))))
	}
	if !v.Stage.Final() {
		body = append(body, &inbox.Ask{House: s.House, Lang: at.Lang, Title: words.StatusTell.In(at.Lang)})
	}
	return append(body, s.code(at, v), s.history(at.Lang, v), s.sent(at.Lang, v), s.more(at, v))
}

// head is the title with its number.
func (s *Application) head(at link.At, v page) ui.UI {
	return ui.Div("stack stack-1",
		ui.Para("small soft", ui.Label("num", words.StatusNumber.In(at.Lang, v.ID)), ui.Text(" · "+v.Place.Name)),
		ui.H1("", words.StatusOf.In(at.Lang, v.Service.Name, v.Holder)),
		ui.Div("", ui.Tag(tone(v.Stage), "", called(at.Lang, v.Line))))
}

func (s *Application) old(lang words.Lang, v page) ui.UI {
	if !v.Old {
		return nil
	}
	return ui.Banner("plain", "luring", words.FillOffline.In(lang), words.StatusOld.In(lang))
}

// turn is what the applicant does now, or what it has come to.
func (s *Application) turn(at link.At, v page) ui.UI {
	switch v.Stage {
	case permit.Payment:
		return s.bill(at.Lang, v)
	case permit.PickUp:
		return ui.Banner("warn", "kantor", words.StatusPickUp.In(at.Lang), words.StatusPickUpY.In(at.Lang, v.Place.Name))
	case permit.Issued, permit.Collected:
		return ui.Div("stack", ui.Banner("good", "beres", words.StatusIssued.In(at.Lang), words.StatusIssuedY.In(at.Lang, v.Head.Number)),
			ui.ButtonLink(at.To("/dokumen/"+v.ID), words.StatusLetter.In(at.Lang), "berkas", ui.Solid, "btn-l btn-full"))
	case permit.Refused:
		var appeal ui.UI
		if text := v.Way.Appeal.In(at.Lang); text != "" {
			appeal = ui.Div("stack stack-1", ui.B(words.StatusAppeal.In(at.Lang)), ui.Text(text))
		}
		return ui.Banner("bad", "awas", words.StatusRefused.In(at.Lang), lastNote(v.Events), appeal)
	case permit.Cancelled, permit.Expired, permit.Revoked, permit.Replaced:
		return ui.Banner("plain", "info", words.StatusOver.In(at.Lang), lastNote(v.Events),
			ui.Div("", ui.Link(at.To(ApplyPath(v.Service.ID)), "tap", ui.Text(words.StatusAgain.In(at.Lang)))))
	}
	return nil
}

// lastNote is what was said with the last thing that happened.
func lastNote(events []permit.Happened) string {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Note != "" {
			return events[i].Note
		}
	}
	return ""
}

// clock is the promise, and what is left of it.
func clock(lang words.Lang, now time.Time, l permit.Line, way permit.Way, c permit.Clock) ui.UI {
	if l.Stage.Final() {
		return nil
	}
	var say, foot ui.UI
	switch {
	case way.Promise.Amount == 0:
		say = ui.P("", words.StatusNoPromise.In(lang))
	case l.Stage.Waiting():
		say = ui.P("", words.StatusPaused.In(lang))
	case l.Due.IsZero():
		say = ui.P("", words.StatusNoDue.In(lang))
	default:
		say = left(lang, now, l.Due)
		foot = ui.P("small strong", words.StatusDue.In(lang, words.Day(lang, calendar.DateOf(l.Due.In(now.Location())))))
	}
	var paused ui.UI
	if n := len(c.Pauses); n > 0 && !l.Stage.Waiting() {
		paused = ui.P("small soft", words.StatusPausedN.In(lang, strconv.Itoa(n)))
	}
	return ui.Div("card stack stack-2", say, foot, paused)
}

// left is how long the promise still runs, in days as people count them.
func left(lang words.Lang, now, due time.Time) ui.UI {
	if now.After(due) {
		return ui.Div("bar between wrap", ui.B(words.StatusLate.In(lang)), ui.Tag("bad", "awas", words.MineLate.In(lang)))
	}
	ok := ui.Tag("good", "centang", words.StatusOnTime.In(lang))
	day := calendar.DateOf(due.In(now.Location()))
	if day == calendar.DateOf(now) {
		return ui.Div("bar between wrap", ui.B(words.StatusToday.In(lang)), ok)
	}
	n := 0
	for d := calendar.DateOf(now); d < day && n < 400; d = d.Add(1) {
		n++
	}
	return ui.Div("bar between wrap base", ui.Span("big-left", ui.Label("num", strconv.Itoa(n)), ui.Text(" "+words.StatusDaysLeft.In(lang))), ok)
}

// way is the river of the steps.
func (s *Application) way(lang words.Lang, v page) ui.UI {
	return ui.Section("jalan", words.StatusWay.In(lang), nil, ui.Div("card", river(lang, s.House.Clock(), v.Line, v.Way, v.Events)))
}

// river is where an application stands on its way. Events tell when it came
// by; whoever holds a tracking code has none.
func river(lang words.Lang, now time.Time, l permit.Line, way permit.Way, events []permit.Happened) ui.UI {
	d := permit.Definition{Steps: way.Steps}
	passed := map[string]time.Time{}
	for _, e := range events {
		if e.From != e.To {
			passed[e.From] = e.At
		}
	}
	steps := []ui.Step{{State: "done", Title: words.PermitStages[string(permit.Submitted)].In(lang), Sub: stamp(lang, now, l.Sent), Spoken: words.StatusDone.In(lang)}}
	if l.Stage == permit.Submitted {
		steps[0].State, steps[0].Spoken = "now", words.StatusNow.In(lang)
	}
	at := len(way.Steps) // that it has come to
	for i, step := range way.Steps {
		if step.ID == l.Step {
			at = i
		}
	}
	for i, step := range way.Steps {
		k := ui.Step{State: "later", Title: d.NodeName(step.ID, lang)}
		switch {
		case l.Stage == permit.Submitted || l.Stage.Final() && l.Stage != permit.Issued && l.Stage != permit.Collected:
			if when, ok := passed[step.ID]; ok {
				k.State, k.Sub, k.Spoken = "done", stamp(lang, now, when), words.StatusDone.In(lang)
			}
		case i < at:
			k.State, k.Spoken = "done", words.StatusDone.In(lang)
			k.Sub = stamp(lang, now, passed[step.ID])
		case i == at && l.Stage == permit.Returned:
			k.State, k.Sub, k.Spoken = "pause", words.PermitStages[string(permit.Returned)].In(lang), words.StatusNow.In(lang)
		case i == at:
			k.State, k.Sub, k.Spoken = "now", words.StatusNow.In(lang), words.StatusNow.In(lang)
		}
		steps = append(steps, k)
	}
	end := ui.Step{State: "later", Title: words.PermitStages[string(permit.Issued)].In(lang)}
	if l.Stage.Final() {
		end = ui.Step{State: "done", Title: words.PermitStages[string(l.Stage)].In(lang), Sub: stamp(lang, now, l.Since), Spoken: words.StatusNow.In(lang)}
		if l.Stage != permit.Issued && l.Stage != permit.Collected {
			end.State = "pause"
		}
	}
	return ui.River(append(steps, end)...)
}

// stamp is a moment as a day and a time.
func stamp(lang words.Lang, now, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(now.Location())
	return words.Day(lang, calendar.DateOf(t)) + ", " + words.Clock(t)
}

// code is the tracking code, to give to somebody who helps.
func (s *Application) code(at link.At, v page) ui.UI {
	if v.Tracking == "" {
		return nil
	}
	return ui.Section("kode", words.StatusCode.In(at.Lang), nil, ui.Div("card stack",
		ui.P("track-code num", v.Tracking), ui.P("small soft", words.StatusCodeY.In(at.Lang)),
		ui.Button{Label: words.StatusCodeLink.In(at.Lang), Icon: "bagikan", Look: ui.Line, Class: "btn-full", Scope: "lacak", Do: func(ctx goapp.Context, _ goapp.Event) {
			browser.Share(v.Service.Name, browser.Origin()+at.To(TrackPath, "kode", v.Tracking), func(copied bool) {
				if copied {
					frame.Toast(ctx, words.LinkCopied.In(at.Lang))
				}
			})
		}}.UI()))
}

// history is all that happened, the latest first.
func (s *Application) history(lang words.Lang, v page) ui.UI {
	d := permit.Definition{Steps: v.Way.Steps}
	var steps []ui.UI
	for i := len(v.Events) - 1; i >= 0; i-- {
		e := v.Events[i]
		who := words.HappenedOffice
		switch e.Role {
		case access.Citizen:
			who = words.HappenedYou
		case "":
			who = words.HappenedHouse
		}
		where := ""
		if e.To != e.From {
			where = d.NodeName(e.To, lang)
		}
		var note ui.UI
		if e.Note != "" {
			note = ui.P("small", e.Note)
		}
		steps = append(steps, ui.Div("stack stack-1 past-line",
			ui.Para("", ui.B(words.PermitDone[string(e.Action)].In(lang)), ui.Text(" "+where)),
			ui.P("mini soft", who.In(lang)+", "+stamp(lang, s.House.Clock(), e.At)), note))
	}
	return ui.Disclose("riwayat", "jam", words.StatusHistory.In(lang), words.StatusHistoryY.In(lang), steps...)
}

// sent is what was answered.
func (s *Application) sent(lang words.Lang, v page) ui.UI {
	rows := s.sheet.Form().Kept().Summary(v.Answers, lang)
	var parts []ui.UI
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Section == "" {
			end++
		}
		parts = append(parts, ui.Div("stack stack-2", ui.H3("", rows[start].Section), s.answers(lang, rows[start:end])))
		start = end
	}
	return ui.Disclose("isian", "berkas", words.StatusAnswers.In(lang), words.StatusAnswersY.In(lang), parts...)
}

// more is what else can be done.
func (s *Application) more(at link.At, v page) ui.UI {
	for _, a := range v.May {
		if a == permit.Cancel {
			return ui.Div("stack",
				ui.Button{Label: words.StatusCancel.In(at.Lang), Icon: "tutup", Look: ui.Quiet, Class: "btn-full", Scope: "batal", Do: ui.ShowDialog("hapus")}.UI(),
				ui.Dialog("hapus", words.StatusCancelAsk.In(at.Lang, v.Service.Name), words.StatusCancelY.In(at.Lang), false,
					ui.Button{Label: words.StatusCancel.In(at.Lang), Look: ui.Stop, Class: "btn-full", Busy: s.doing == "drop", Scope: "hapus-ya", Do: s.drop}.UI(),
					ui.Button{Label: words.NotNow.In(at.Lang), Look: ui.Line, Class: "btn-full", Scope: "hapus-tidak", Do: ui.CloseDialog("hapus")}.UI()))
		}
	}
	return nil
}
