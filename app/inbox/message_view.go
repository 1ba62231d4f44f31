package inbox

import (
	"slices"
	"strings"

	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Render implements the screen.
func (s *Message) Render() ui.UI {
	bar := frame.Bar{Tab: ListPath, Back: ListPath}
	return s.page(bar, s, func() ui.UI { return ui.SkeletonPage(words.Loading.In(s.At.Lang)) }, func(at link.At, v page) []ui.UI {
		return []ui.UI{s.top(at, v), s.age(at.Lang, v), s.thread(at, v), s.answer(at, v), s.acts(at, v)}
	})
}

// top is the answer first: who says what, and the way to what it is about.
func (s *Message) top(at link.At, v page) ui.UI {
	var open ui.UI
	if v.Link != "" {
		label := words.InboxOpen
		if strings.HasPrefix(v.Link, "/antrean/") {
			label = words.InboxOpenQueue
		}
		open = ui.ButtonLink(link.Prefix(at.Lang)+v.Link, label.In(at.Lang), "", ui.Solid, "btn-full")
	}
	return ui.Div("stack stack-4",
		ui.Div("stack stack-1",
			ui.P("small soft", sender(at.Lang, v.Sender, v.Topic, s.house.City.App)+" · "+topicWords[v.Topic].In(at.Lang)),
			ui.H1("", v.Subject)),
		open)
}

func (s *Message) age(lang words.Lang, v page) ui.UI {
	if !v.Old {
		return nil
	}
	return ui.Banner("plain", "luring", "", words.InboxOldPage.In(lang, words.Clock(v.Now.In(s.house.City.Location()))))
}

// shownSayings is how much of a long thread is open; before it stands a fold.
const shownSayings = 4

// thread is what was said, the oldest first, under the days it was said.
func (s *Message) thread(at link.At, v page) ui.UI {
	said := v.Said
	var before ui.UI
	if more := len(said) - shownSayings; more > 1 {
		before = ui.Disclose("sebelumnya", "jam", words.InboxBefore.In(at.Lang, words.Count(at.Lang, more)), words.InboxBeforeWhy.In(at.Lang),
			ui.Div("thread", s.sayings(at, v, said[:more])...))
		said = said[more:]
	}
	return ui.QuietSection("isi-pesan", words.InboxThread.In(at.Lang), before, ui.Div("thread", s.sayings(at, v, said)...))
}

func (s *Message) sayings(at link.At, v page, said []inbox.Saying) []ui.UI {
	zone := s.house.City.Location()
	today := calendar.DateOf(s.house.Clock())
	parts := make([]ui.UI, 0, len(said)+2)
	var day calendar.Date
	for i, one := range said {
		if of := calendar.DateOf(one.At.In(zone)); of != day {
			day = of
			parts = append(parts, ui.P("day", dayName(at.Lang, day, today)))
		}
		parts = append(parts, saying(at.Lang, one, words.Clock(one.At.In(zone)), i == len(said)-1 && one.Subject == v.Subject))
	}
	return parts
}

// saying is one thing that was said. The last of a thread has its subject as
// the title of the screen.
func saying(lang words.Lang, one inbox.Saying, clock string, titled bool) ui.UI {
	class, who, subject := "said", one.Who, ui.UI(nil)
	if one.Own {
		class, who = "said said-own", words.TicketYou.In(lang)
	} else if one.New {
		class = "said said-new"
	}
	if one.Subject != "" && !titled {
		subject = ui.P("strong", one.Subject)
	}
	if who != "" {
		who += " · "
	}
	return ui.Div(class, subject, ui.P("pre", one.Text), ui.P("mini soft num", who+clock))
}

// answer is where the reader writes back.
func (s *Message) answer(at link.At, v page) ui.UI {
	if !v.CanReply || v.Old {
		return nil
	}
	who := words.ReplyDesk.In(at.Lang, v.Sender)
	if v.Owner != "" {
		who = words.ReplyOwner.In(at.Lang, v.Owner)
	}
	key, bound := s.reply.Wrong("text")
	hint := ""
	if key != "" {
		hint = words.Fault(at.Lang, key, bound)
	}
	return ui.Form(at.To(at.Path), "post", "card stack", words.ReplyTo.In(at.Lang, v.Sender), s.send,
		s.unsent(at.Lang),
		ui.Field{Name: "text", Label: words.ReplyTo.In(at.Lang, v.Sender), Hint: who, Error: hint, Long: true, Max: 2000, Value: s.reply.Draft.Text, Change: s.writes}.UI(),
		ui.Button{Label: words.ReplySend.In(at.Lang), Icon: "kirim", Look: ui.Soft, Class: "btn-full", Submit: true, Busy: s.reply.Busy()}.UI())
}

// unsent says why an answer was not sent, and that it is safe.
func (s *Message) unsent(lang words.Lang) ui.UI {
	f := s.reply.Fault()
	switch {
	case f == nil || len(f.Fields) > 0:
		return nil
	case f.Code == fault.Offline:
		return ui.Banner("warn", "luring", "", words.VoiceDraft.In(lang))
	}
	return wrong(lang, f)
}

// acts are what can be done with the message itself.
func (s *Message) acts(at link.At, v page) ui.UI {
	if v.Old {
		return nil
	}
	put, mark := words.InboxArchDo, "arsip"
	if v.Archived {
		put, mark = words.InboxBackDo, "kembali"
	}
	var mute ui.UI
	if s.told != nil && topicWords[v.Topic] != (words.T{}) {
		label, icon := words.InboxMute, "senyap"
		if slices.Contains(s.told.Muted, v.Topic) {
			label, icon = words.InboxUnmute, "lonceng"
		}
		mute = ui.Row{Icon: icon, Tone: "plain", Title: label.In(at.Lang, topicWords[v.Topic].In(at.Lang))}.Press(s.mute)
	}
	rows := []ui.UI{ui.Row{Icon: mark, Tone: "plain", Title: put.In(at.Lang)}.Press(s.archive)}
	if mute != nil {
		rows = append(rows, mute)
	}
	return ui.List("rows", rows...)
}
