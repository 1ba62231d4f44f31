package app_test

import (
	"time"

	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/revision"
)

// inboxDesks are what the phone knows on the desk of messages, all saying one
// thing.
func inboxDesks(text string) map[string]any {
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)
	agency := inbox.Sender{ID: text, Name: text}
	line := inbox.TalkLine{ID: text, Who: text, Agency: text, Subject: text, Text: text, Waits: true, Since: now, Owner: text, Own: true}
	other := inbox.TalkLine{ID: text + "2", Subject: text, Text: text, Since: now, Agency: text + "2"}
	said := []inbox.Saying{{ID: "-1", Own: true, Subject: text, Text: text, At: now}, {ID: "1", Who: text, Text: text, At: now}, {ID: "2", Own: true, Who: text, Text: text, At: now}}
	draftOf := &revision.Draft{Save: 3, Base: 1, Author: text, Own: true, At: now, Note: text}
	t := inbox.Text{Subject: text, Body: text}
	wording := inbox.Wording{ID: t, EN: t}
	news := inbox.Announcement{ID: text, Agency: agency, State: inbox.Written, Save: 1, Title: text, Text: text, TitleEN: text, TextEN: text, Urgent: true,
		Audience: inbox.Audience{Area: "00.00.00.0000"}, Name: text, Author: text, Own: true, WrittenAt: now, Approver: text, Reason: text}
	sent := news
	sent.ID, sent.State, sent.SentAt, sent.People, sent.Read = text+"2", inbox.Sent, now, 8214, 1204
	kind := inbox.KindFigures{Kind: inbox.TicketCalled, Messages: 120, Read: 80, Pushed: 150, Delivered: 140, Shown: 130, Opened: 60, Failed: 5, Expired: 5, Other: 2, Half: 240, Most: 1800}
	return map[string]any{
		"/meja/pesan":   inbox.Talks{Items: []inbox.TalkLine{line, other}, Next: text, Waiting: 3, Now: now},
		"/meja/pesan/x": inbox.Talk{TalkLine: line, Said: said, Colleagues: []inbox.Colleague{{ID: text, Name: text}}, Now: now},
		"/meja/templat": inbox.Templates{Agency: agency, Agencies: []inbox.Sender{agency, {ID: text + "2", Name: text}}, Items: []inbox.TemplateLine{
			{Kind: inbox.TicketCalled, Topic: inbox.Queues, Text: t, Own: true, State: revision.Drafted, Version: 2, Draft: draftOf}, {Kind: inbox.Announced, Topic: inbox.News, Text: t}}},
		"/meja/templat/x:queue_called": inbox.Template{ID: "x:queue_called", Kind: inbox.TicketCalled, Agency: agency, State: revision.Drafted, House: wording, Public: wording, Drafted: wording,
			Draft: draftOf, History: []revision.Version{{Number: 1, Author: text, Publisher: text, PublishedAt: now, Note: text}}},
		"/meja/pengumuman": inbox.Announcements{Items: []inbox.Announcement{news, sent}, Next: text, Agencies: []inbox.Sender{agency}, Now: now},
		"/meja/pengumuman/baru": struct {
			Agencies  []inbox.Sender
			Districts []ui.Choice
			Days      []inbox.AudienceDay
		}{[]inbox.Sender{agency, {ID: text + "2", Name: text}}, []ui.Choice{{Value: text, Label: text}}, []inbox.AudienceDay{{ID: text, Agency: text, Name: text, Waiting: 3}}},
		"/meja/pengumuman/x": struct{ One inbox.Announcement }{news},
		"/meja/pengumuman/y": struct{ One inbox.Announcement }{sent},
		"/meja/kabar": inbox.Figures{From: "2026-11-17", To: "2026-11-23", Agencies: []inbox.Sender{agency, {ID: text + "2", Name: text}}, Kinds: []inbox.KindFigures{kind, {Kind: inbox.Kind(text), Messages: 1}},
			Looks: []inbox.LookFigures{{Date: "2026-11-22", Looks: 120, Empty: 31}, {Date: "2026-11-23"}}},
	}
}
