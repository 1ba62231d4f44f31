package inbox

import (
	"slices"
	"strings"

	"rumah/app/frame"
	"rumah/app/own"
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
	return s.Page(bar, s, func() ui.UI { return ui.SkeletonPage(words.Loading.In(s.At.Lang)) }, func(at link.At, v page) []ui.UI {
		parts := []ui.UI{s.top(at, v), s.age(at.Lang, v)}
		if talked(v) {
			parts = append(parts, s.talk(at, v))
		} else {
			parts = append(parts, s.before(at, v))
		}
		return append(parts, s.answer(at, v), s.acts(at, v))
	})
}

// talked reports whether the reader has said something too.
func talked(v page) bool {
	return slices.ContainsFunc(v.Said, func(one inbox.Saying) bool { return one.Own })
}

// top is the answer first: what is said last, and the way to what it is
// about.
func (s *Message) top(at link.At, v page) ui.UI {
	var open, text ui.UI
	if v.Link != "" {
		label := words.InboxOpen
		if strings.HasPrefix(v.Link, "/antrean/") {
			label = words.InboxOpenQueue
		}
		open = ui.ButtonLink(link.Prefix(at.Lang)+v.Link, label.In(at.Lang), "", ui.Solid, "btn-full")
	}
	if n := len(v.Said); n > 0 && !talked(v) {
		text = ui.Div("stack stack-2", ui.P("lead pre", v.Said[n-1].Text), ui.P("small soft", s.when(at.Lang, v.Said[n-1])))
	}
	return ui.Div("stack stack-4 message",
		ui.Div("stack stack-1", ui.P("small soft", sender(at.Lang, v.Sender, v.Topic, s.House.City.App)), ui.H1("", v.Subject)),
		text, open)
}

// when is the time of something that was said, with its day unless it is
// today.
func (s *Message) when(lang words.Lang, one inbox.Saying) string {
	at := one.At.In(s.House.City.Location())
	day, today := calendar.DateOf(at), calendar.DateOf(s.House.Clock())
	if day == today {
		return words.Clock(at)
	}
	return dayName(lang, day, today) + ", " + words.Clock(at)
}

func (s *Message) age(lang words.Lang, v page) ui.UI {
	if !v.Old {
		return nil
	}
	return ui.Banner("plain", "luring", "", words.InboxOldPage.In(lang, words.Clock(v.Now.In(s.House.City.Location()))))
}

// before is what was said earlier on the same thing, the latest first. Few
// need it, so it is folded away.
func (s *Message) before(at link.At, v page) ui.UI {
	n := len(v.Said) - 1
	if n < 1 {
		return nil
	}
	rows := make([]ui.UI, n)
	for i := range rows {
		one := v.Said[n-1-i]
		rows[i] = ui.Div("row top before", ui.Div("grow", ui.Label("row-title", one.Subject), ui.Label("row-sub", one.Text)), ui.Label("mini soft num", s.when(at.Lang, one)))
	}
	return ui.Disclose("sebelumnya", "jam", words.InboxBefore.In(at.Lang, words.Count(at.Lang, n)), words.InboxBeforeWhy.In(at.Lang), ui.List("rows-plain", rows...))
}

// talk is what both sides said, the oldest first, under the days they said
// it.
func (s *Message) talk(at link.At, v page) ui.UI {
	return ui.QuietSection("isi-pesan", words.InboxThread.In(at.Lang), ui.Div("thread", s.sayings(at, v, v.Said)...))
}

func (s *Message) sayings(at link.At, v page, said []inbox.Saying) []ui.UI {
	zone := s.House.City.Location()
	today := calendar.DateOf(s.House.Clock())
	parts := make([]ui.UI, 0, len(said)+2)
	var day calendar.Date
	for i, one := range said {
		if of := calendar.DateOf(one.At.In(zone)); of != day {
			day = of
			parts = append(parts, ui.P("day", dayName(at.Lang, day, today)))
		}
		who := i == 0 || said[i-1].Who != one.Who || said[i-1].Own != one.Own
		parts = append(parts, saying(at.Lang, one, words.Clock(one.At.In(zone)), who, one.Subject == v.Subject))
	}
	return parts
}

// saying is one thing that was said: who said it where that is another one
// than before, and its subject where that is not the title of the screen.
func saying(lang words.Lang, one inbox.Saying, clock string, named, titled bool) ui.UI {
	class, who, subject := "said", one.Who, ui.UI(nil)
	if one.Own {
		class, who = "said said-own", words.TicketYou.In(lang)
	} else if one.New {
		class = "said said-new"
	}
	if one.Subject != "" && !titled {
		subject = ui.P("strong", one.Subject)
	}
	if named && who != "" {
		clock = who + ", " + clock
	}
	return ui.Div(class, subject, ui.P("pre", one.Text), ui.P("mini soft num", clock))
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
	return own.Wrong(lang, f)
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
