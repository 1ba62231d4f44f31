package inbox

import (
	"time"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Render implements the screen.
func (s *List) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: ListPath}
	if at.Get(archiveKey) != "" {
		bar.Back = ListPath
	}
	if s.House.Viewer.ID != "" {
		bar.Actions = []ui.UI{
			ui.IconButton("cari", words.InboxFind.In(at.Lang), ui.Attrs{"aria-expanded": yes(s.finds)}, s.find),
			ui.IconLink(at.To(SettingsPath), "atur", words.TellTitle.In(at.Lang)),
		}
	}
	head := func() []ui.UI { return []ui.UI{s.titleLine(at), s.field(at), s.filters(at)} }
	return s.Page(bar, s, func() ui.UI {
		return ui.Div("stack stack-5", append(head(), ui.SkeletonRows(words.Loading.In(at.Lang), 6))...)
	},
		func(at link.At, list shelf) []ui.UI {
			return append(head(), s.age(at.Lang, list), s.days(at, list), s.next(at.Lang, list), s.foot(at, list))
		})
}

func yes(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

// titleLine is the title, and what can be done with all messages.
func (s *List) titleLine(at link.At) ui.UI {
	title := words.InboxTitle
	if at.Get(archiveKey) != "" {
		title = words.InboxArchive
	}
	var mark ui.UI
	if list, ok := s.Value(); ok && list.Unread > 0 && !list.Old && at.Get(archiveKey) == "" {
		mark = ui.Button{Label: words.InboxMarkAll.In(at.Lang), Look: ui.Quiet, Class: "btn-s", Busy: s.marks, Do: s.markAll}.UI()
	}
	return ui.Div("bar between wrap inbox-title", ui.H1("", title.In(at.Lang)), mark)
}

func (s *List) field(at link.At) ui.UI {
	if !s.finds && at.Get(textKey) == "" {
		return nil
	}
	keep := map[string]string{}
	for _, k := range []string{topicKey, unreadKey, archiveKey} {
		keep[k] = at.Get(k)
	}
	return ui.Find{Action: at.To(ListPath), Name: textKey, Value: at.Get(textKey), Label: words.InboxFind.In(at.Lang), Placeholder: words.InboxFind.In(at.Lang),
		Clear: words.Clear.In(at.Lang), ClearHref: s.to(textKey, ""), Keep: keep, Submit: s.search}.UI()
}

// topicWords are what topics are called.
var topicWords = map[inbox.Topic]words.T{
	inbox.Queues: words.TopicQueue, inbox.Permits: words.TopicPermit, inbox.Reports: words.TopicReport, inbox.Account: words.TopicAccount, inbox.News: words.TopicNews,
}

// filters are the ways to see fewer: those unread, or of one topic.
func (s *List) filters(at link.At) ui.UI {
	topic, unread := at.Get(topicKey), at.Get(unreadKey) != ""
	label := words.InboxUnread.In(at.Lang)
	if n := frame.Unread(); n > 0 {
		label = words.InboxUnreadN.In(at.Lang, words.Count(at.Lang, n))
	}
	chips := []ui.UI{ui.Chip(at.To(ListPath, textKey, at.Get(textKey), archiveKey, at.Get(archiveKey)), words.All.In(at.Lang), topic == "" && !unread)}
	if at.Get(archiveKey) == "" {
		chips = append(chips, ui.Chip(s.to(unreadKey, opposite(unread)), label, unread))
	}
	for _, t := range inbox.Topics {
		to := string(t)
		if topic == to {
			to = ""
		}
		chips = append(chips, ui.Chip(s.to(topicKey, to), topicWords[t].In(at.Lang), topic == string(t)))
	}
	return ui.Chips(words.InboxFilters.In(at.Lang), chips...)
}

// opposite is the query value that switches a filter.
func opposite(on bool) string {
	if on {
		return ""
	}
	return "1"
}

// age says from when the list is, where the network is gone.
func (s *List) age(lang words.Lang, list shelf) ui.UI {
	of := list.Now.In(s.House.City.Location())
	if !list.Old {
		return flow.Age(lang, s.Fault(), of)
	}
	text := words.DataOf.In(lang, words.Clock(of))
	if !since(s.House.Clock(), of) {
		text = words.DataOf.In(lang, words.Clock(of)+", "+words.Day(lang, calendar.DateOf(of)))
	}
	return ui.Banner("plain", "luring", "", text)
}

// days are the messages under the days they came.
func (s *List) days(at link.At, list shelf) ui.UI {
	if len(list.Items) == 0 {
		return s.none(at)
	}
	zone := s.House.City.Location()
	today := calendar.DateOf(s.House.Clock())
	var days []calendar.Date
	rows := map[calendar.Date][]ui.UI{}
	for _, line := range list.Items {
		day := calendar.DateOf(line.At.In(zone))
		if rows[day] == nil {
			days = append(days, day)
		}
		rows[day] = append(rows[day], s.row(at, line, zone))
	}
	parts := make([]ui.UI, len(days))
	for i, day := range days {
		id := "hari-" + string(day)
		parts[i] = ui.With("section", "sec", ui.Attrs{"aria-labelledby": id}, ui.H2(id, "day", dayName(at.Lang, day, today)), ui.List("rows", rows[day]...))
	}
	return ui.Div("stack stack-5", parts...)
}

// dayName is a day as people call it from today.
func dayName(lang words.Lang, d, today calendar.Date) string {
	switch {
	case d == today:
		return words.TakeToday.In(lang)
	case d == today.Add(-1):
		return words.InboxYester.In(lang)
	case string(d)[:4] != string(today)[:4]:
		return words.FullDay(lang, d)
	}
	return words.Day(lang, d)
}

// row is one message: who, when, what.
func (s *List) row(at link.At, line inbox.Line, zone *time.Location) ui.UI {
	class, new := "row msg", ui.UI(nil)
	if line.Unread {
		class, new = "row msg msg-new", ui.Hidden(words.InboxNew.In(at.Lang)+" ")
	}
	from := sender(at.Lang, line.Sender, line.Topic, s.House.City.App)
	when := words.Clock(line.At.In(zone))
	if line.Count > 1 {
		when = words.InboxCount.In(at.Lang, words.Count(at.Lang, line.Count)) + " · " + when
	}
	icon, tone := picture(line.Kind, line.Topic)
	label, mark := words.InboxArchOf, "arsip"
	if at.Get(archiveKey) != "" {
		label, mark = words.InboxBackDo, "kembali"
	}
	return ui.Div("msg-line",
		ui.Link(at.To(ListPath+"/"+line.ID), class,
			ui.Span("spot"+tone, ui.Icon(icon)),
			ui.Span("grow",
				ui.Span("bar between mini soft", ui.Label("cut", from), ui.Label("nowrap num", when)),
				ui.Span("row-title", new, ui.Text(line.Subject)),
				ui.Label("row-sub msg-text", line.Text))),
		ui.Press("icon-btn", line.ID, ui.Attrs{"aria-label": label.In(at.Lang, line.Subject)}, s.archive(line), ui.Icon(mark)))
}

// sender is who a message is from: an agency, or the house itself.
func sender(lang words.Lang, agency string, topic inbox.Topic, app string) string {
	switch {
	case agency != "":
		return agency
	case topic == inbox.Account:
		return words.InboxHouse.In(lang)
	}
	return app
}

// picture is the icon of a message and the tone of its spot.
func picture(kind inbox.Kind, topic inbox.Topic) (icon, tone string) {
	switch kind {
	case inbox.DataOpened:
		return "mata", " spot-plain"
	case inbox.Trial:
		return "lonceng", " spot-plain"
	case inbox.Answered:
		return "kotak", ""
	case inbox.VisitOver:
		return "bintang", ""
	case inbox.PermitYourTurn:
		return "pena", " spot-warn"
	case inbox.QueuePaused:
		return "jeda", " spot-warn"
	case inbox.QueueCancelled, inbox.TicketUnserved, inbox.TicketAbsent:
		return "tiket", " spot-bad"
	}
	switch topic {
	case inbox.Permits:
		return "berkas", ""
	case inbox.Reports:
		return "lapor", ""
	case inbox.Account:
		return "kunci", " spot-plain"
	case inbox.News:
		return "panggil", " spot-info"
	}
	return "tiket", ""
}

func (s *List) next(lang words.Lang, list shelf) ui.UI {
	if list.Next == "" {
		return nil
	}
	return ui.Button{Label: words.ShowMore.In(lang), Look: ui.Line, Class: "btn-full", Busy: s.more, Scope: "lanjut", Do: s.extend}.UI()
}

// foot leads to the archive, and says how long messages are kept.
func (s *List) foot(at link.At, list shelf) ui.UI {
	if list.Next != "" {
		return nil
	}
	var archive ui.UI
	if at.Get(archiveKey) == "" {
		archive = ui.Para("center", ui.Link(at.To(ListPath, archiveKey, "1"), "tap", ui.Text(words.InboxInArch.In(at.Lang))))
	}
	return ui.Div("stack stack-1 center", archive, ui.P("small soft", words.InboxKept.In(at.Lang)))
}

// none stands where there is nothing: why, and the way to all.
func (s *List) none(at link.At) ui.UI {
	of := wanted(at)
	all := ui.ButtonLink(at.To(ListPath), words.InboxSeeAll.In(at.Lang), "", ui.Line, "")
	switch {
	case of.Text != "":
		return ui.Empty("ketemu-nihil", words.InboxLost.In(at.Lang), words.InboxLostText.In(at.Lang, of.Text), all)
	case of.Topic != "" && topicWords[of.Topic] != (words.T{}):
		return ui.Empty("kosong", words.InboxTopicNone.In(at.Lang, topicWords[of.Topic].In(at.Lang)), words.InboxNoneText.In(at.Lang), all)
	case of.Archived:
		return ui.Empty("kosong", words.InboxArchNone.In(at.Lang), words.InboxArchText.In(at.Lang), all)
	case of.Unread:
		return ui.Empty("kosong", words.InboxRead.In(at.Lang), words.InboxReadText.In(at.Lang), all)
	}
	return ui.Empty("kosong", words.InboxNone.In(at.Lang), words.InboxNoneText.In(at.Lang), nil)
}
