package inboxdesk

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// Render implements the screen.
func (s *Announcement) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	a, ok := s.view.Value()
	switch {
	case !ok:
		return draft.Desk(s.house, at, NewsPath, NewsPath, s.title(), "", waits(at, &s.view.Loading, s, ui.SkeletonPage(words.Loading.In(l))))
	case s.writing || a.One.ID == "":
		return draft.Desk(s.house, at, NewsPath, NewsPath, s.title(), words.NewsAbout.In(l), s.fields(l, a))
	}
	return draft.Desk(s.house, at, NewsPath, NewsPath, s.title(), a.One.Agency.Name,
		flow.Age(l, s.view.Fault(), s.house.Clock()), troubled(l, s.wrong),
		ui.Para("bar wrap", newsTag(l, a.One), urgentTag(l, a.One)),
		ui.Div("write-beside", ui.Div("stack stack-5", s.became(l, a.One), s.facts(l, a.One), s.acts(l, a.One)), s.beside(l, a.One.Agency.Name, wordsOf(a.One))),
		s.questions(l, a.One))
}

func urgentTag(l words.Lang, a inbox.Announcement) ui.UI {
	if !a.Urgent {
		return nil
	}
	return ui.Tag("bad", "awas", words.NewsUrgentIs.In(l))
}

// became is the one figure of an announcement: whom it will reach, whom it
// reached, or why it was not sent.
func (s *Announcement) became(l words.Lang, a inbox.Announcement) ui.UI {
	switch a.State {
	case inbox.Sent:
		part := 0.0
		if a.People > 0 {
			part = float64(a.Read) / float64(a.People)
		}
		percent := words.Count(l, int(part*100+.5)) + "%"
		return ui.Div("card stack stack-4", ui.Div("news-kpis",
			ui.Kpi(words.NewsReceived.In(l), words.Count(l, a.People), words.NewsPeople.In(l), seen(s.house, l, a.SentAt)),
			ui.Kpi(words.NewsRead.In(l), words.Count(l, a.Read), words.NewsPeople.In(l), words.NewsReadPart.In(l, percent))),
			ui.Meter(part, words.NewsReadOf.In(l, words.Count(l, a.Read), words.Count(l, a.People))))
	case inbox.Withdrawn:
		say := words.NewsWithdrawn.In(l)
		if a.Reason != "" {
			say = words.NewsPulledFor.In(l, a.Reason)
		}
		return ui.Banner("plain", "tutup", "", say)
	}
	return ui.Div("card", s.reaching(l))
}

// facts are who wrote it for whom, and who agreed.
func (s *Announcement) facts(l words.Lang, a inbox.Announcement) ui.UI {
	rows := []ui.Row{{Icon: "pin", Tone: "plain", Title: words.NewsTo.In(l), Sub: audienceName(s.house, l, a)},
		{Icon: "pena", Tone: "plain", Title: a.Author, Sub: words.NewsWrote.In(l, seen(s.house, l, a.WrittenAt))}}
	if a.State == inbox.Sent {
		rows = append(rows, ui.Row{Icon: "centang", Tone: "plain", Title: a.Approver, Sub: words.NewsAgreed.In(l, seen(s.house, l, a.SentAt))})
	}
	return ui.Rows(rows...)
}

// acts are what may be done with one that waits.
func (s *Announcement) acts(l words.Lang, a inbox.Announcement) ui.UI {
	if a.State != inbox.Written {
		return nil
	}
	var why ui.UI
	said := ui.Attrs{}
	look := ui.Turn
	if a.Own {
		why, look = ui.With("p", "small soft", ui.Attrs{"id": "setuju-sebab"}, ui.Text(words.NewsOwn.In(l))), ui.Line
		said["aria-describedby"] = "setuju-sebab"
	}
	return ui.Div("stack stack-3", ui.Div("bar wrap",
		ui.Button{Label: words.NewsApprove.In(l), Icon: "kirim", Look: look, Disabled: a.Own, Busy: s.doing == "approve", Scope: "setuju", Attrs: said, Do: ui.ShowDialog(approveDialog)}.UI(),
		ui.Button{Label: words.NewsEdit.In(l), Icon: "pena", Look: ui.Line, Scope: "ubah", Do: func(goapp.Context, goapp.Event) {
			if known, ok := s.view.Value(); ok {
				s.begin(known)
				s.aim()
			}
		}}.UI(),
		ui.Button{Label: words.NewsPull.In(l), Look: ui.Quiet, Busy: s.doing == "pull", Scope: "tarik", Do: ui.ShowDialog(pullDialog)}.UI()), why)
}

// beside is the announcement on a phone, in the language that is chosen.
func (s *Announcement) beside(l words.Lang, sender string, w inbox.Words) ui.UI {
	title, text := w.Title, w.Text
	switch {
	case s.lang == words.EN && w.TitleEN != "" && w.TextEN != "":
		title, text = w.TitleEN, w.TextEN
	case s.lang == words.JV && w.TitleJV != "" && w.TextJV != "":
		title, text = w.TitleJV, w.TextJV
	}
	if title == "" {
		title = "…"
	}
	choices := make([]ui.Choice, len(words.Langs))
	for i, lang := range words.Langs {
		choices[i] = ui.Choice{Value: string(lang), Label: lang.Name()}
	}
	return ui.With("section", "stack stack-4 beside", ui.Attrs{"aria-label": words.NewsAsSent.In(l)},
		ui.Div("panes", ui.Radios{Name: "bahasa-baca", Legend: words.TemplateLang.In(l), Value: string(s.lang), Look: "seg", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
			s.lang, _ = words.Parse(ui.Value(ctx))
		}}.UI()),
		reading{app: s.house.City.App, sender: sender, icon: inbox.Rules[inbox.Announced].Icon, subject: title, body: text, lang: s.lang}.draw(l, words.NewsMoreY.In(l)))
}

// questions are asked before what cannot be undone.
func (s *Announcement) questions(l words.Lang, a inbox.Announcement) ui.UI {
	people := "…"
	if s.reach != nil {
		people = words.Count(l, s.reach.People)
	}
	return ui.Div("",
		ui.Dialog(approveDialog, words.NewsApproveQ.In(l, people), words.NewsApproveY.In(l), false,
			ui.Button{Label: words.NewsApprove.In(l), Icon: "kirim", Class: "btn-full", Scope: "setuju-ya", Do: s.approve}.UI(),
			ui.Button{Label: words.Keep.In(l), Look: ui.Line, Class: "btn-full", Scope: "setuju-batal", Do: ui.CloseDialog(approveDialog)}.UI()),
		ui.Dialog(pullDialog, words.NewsPullQ.In(l), words.NewsPullY.In(l), false,
			ui.Field{Name: "alasan", Label: words.NewsPullWhy.In(l), Optional: words.Optional.In(l), Value: s.reason, Max: 200, Change: func(ctx goapp.Context, _ goapp.Event) { s.reason = ui.Value(ctx) }}.UI(),
			ui.Button{Label: words.NewsPull.In(l), Look: ui.Stop, Class: "btn-full", Scope: "tarik-ya", Do: s.pull}.UI(),
			ui.Button{Label: words.Keep.In(l), Look: ui.Line, Class: "btn-full", Scope: "tarik-batal", Do: ui.CloseDialog(pullDialog)}.UI()))
}
