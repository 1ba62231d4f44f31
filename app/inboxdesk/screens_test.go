package inboxdesk

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/revision"
	"rumah/shared/words"
)

var now = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

func delta() *house.House {
	return &house.House{City: city.Info{App: "Rumah Delta", RegionShort: "Delta", Offset: 420}, Viewer: identity.Viewer{ID: "r", Name: "Rina", Staff: true}, Now: func() time.Time { return now }}
}

// planted is a screen with the data of its address.
func planted[S house.Screen](t *testing.T, s house.Screen, l words.Lang, path string, seed any) S {
	t.Helper()
	data, err := json.Marshal(seed)
	if err != nil {
		t.Fatal(err)
	}
	s.Plant(link.At{Lang: l, Path: path}, data)
	return s.(S)
}

// sees checks that a screen says some things and not others.
func sees(t *testing.T, s goapp.UI, say []string, not ...string) {
	t.Helper()
	page := strings.ReplaceAll(goapp.HTMLString(s), "&#39;", "'")
	for _, text := range say {
		if !strings.Contains(page, text) {
			t.Errorf("does not say %q", text)
		}
	}
	for _, text := range not {
		if strings.Contains(page, text) {
			t.Errorf("says %q", text)
		}
	}
}

func conversation(edit func(*inbox.Talk)) inbox.Talk {
	t := inbox.Talk{TalkLine: inbox.TalkLine{ID: "t", Who: "Siti <b>", Agency: "Dinas", Subject: "Poli tutup", Waits: true, Since: now.Add(-2 * time.Hour)}, Now: now,
		Colleagues: []inbox.Colleague{{ID: "w", Name: "Wati"}},
		Said:       []inbox.Saying{{ID: "-1", Own: true, Subject: "Poli tutup", Text: "Dokter sakit", At: now}, {ID: "7", Who: "Siti <b>", Text: "Kapan buka?", At: now}}}
	edit(&t)
	return t
}

// A conversation says who has it, and only they may answer.
func TestTalkInEveryState(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		open := func(edit func(*inbox.Talk)) *Talk {
			return planted[*Talk](t, NewTalk(delta()), l, TalksPath+"/t", conversation(edit))
		}
		sees(t, open(func(*inbox.Talk) {}), []string{"Siti &lt;b&gt;", words.TalkFree.In(l), words.TalkTake.In(l), words.TalkSend.In(l), words.TalkClose.In(l), "Kapan buka?"}, words.TalkGiveBack.In(l))
		sees(t, open(func(c *inbox.Talk) { c.Owner, c.TalkLine.Own = "Rina", true }), []string{words.TalkYours.In(l), words.TalkGiveBack.In(l), "Wati", words.TalkSend.In(l)}, words.TalkTake.In(l)+"<")
		sees(t, open(func(c *inbox.Talk) { c.Owner = "Wati" }), []string{words.TalkTheirs.In(l, "Wati"), words.TalkOver.In(l)}, words.TalkSend.In(l)+"<", answerID+`"`)
		theirs := goapp.HTMLString(open(func(c *inbox.Talk) { c.Owner = "Wati" }))
		if n := strings.Count(theirs[strings.Index(theirs, words.Fault(l, "talk_taken", "")):], words.TalkOver.In(l)); n < 2 { // below the note, and in the dialog
			t.Errorf("the note does not offer to take it over: %d", n)
		}
		sees(t, open(func(c *inbox.Talk) { c.Waits, c.Closed, c.Who = false, true, "" }), []string{words.TalkClosed.In(l), words.TalkNoName.In(l)}, words.TalkClose.In(l)+"<")
		list := planted[*Talks](t, NewTalks(delta()), l, TalksPath, inbox.Talks{Items: []inbox.TalkLine{conversation(func(*inbox.Talk) {}).TalkLine}, Waiting: 3, Now: now})
		sees(t, list, []string{words.TalksCount.In(l, "3"), words.TalkFree.In(l), `num">3<`}, "· Dinas")
		sees(t, planted[*Talks](t, NewTalks(delta()), l, TalksPath, inbox.Talks{Now: now}), []string{words.TalksNone.In(l)})
	}
}

// What is being written stays while the person writes again, and that is told.
func TestTalkThatGoesOnWhileSomebodyAnswers(t *testing.T) {
	t.Parallel()
	s := planted[*Talk](t, NewTalk(delta()), words.ID, TalksPath+"/t", conversation(func(*inbox.Talk) {}))
	s.text = "Besok"
	s.arrived()
	if s.fresh {
		t.Error("nothing new was said")
	}
	s.view.Change(func(c *inbox.Talk) {
		c.Said = append(c.Said, inbox.Saying{ID: "9", Text: "Halo?", At: now})
	})
	s.arrived()
	sees(t, s, []string{"Besok", "Halo?", words.TalkNewY.ID})
	s.wrong = fault.From(fault.Wrong(fault.Field{Name: "text", Key: "too_short", Bound: "2"}))
	sees(t, s, []string{words.Fault(words.ID, "too_short", "2")})
}

func TestKeys(t *testing.T) {
	t.Parallel()
	for key, want := range map[browser.Key]string{
		{Name: "p"}: "take", {Name: "b"}: "write", {Name: "n"}: "next", {Name: "?"}: "keys", {Name: "x"}: "", {Name: "p", Field: answerID}: "", {Name: "p", Chord: true}: "", {Name: "p", Dialog: true}: "",
		{Name: "Enter", Field: answerID, Chord: true}: "send", {Name: "Enter", Field: answerID}: "", {Name: "Enter", Chord: true}: "",
	} {
		if got := talkWish(key); got != want {
			t.Errorf("%+v: %q, want %q", key, got, want)
		}
	}
	for key, want := range map[browser.Key]string{{Name: "/"}: "find", {Name: "j"}: "down", {Name: "k"}: "up", {Name: "j", Field: "cari"}: "", {Name: "Enter"}: ""} {
		if got := listWish(key); got != want {
			t.Errorf("%+v: %q, want %q", key, got, want)
		}
	}
}

func template() inbox.Template {
	house := inbox.Wording{ID: inbox.Text{Subject: "{nomor}, silakan ke {loket}", Body: "Giliran {untuk}."}, EN: inbox.Text{Subject: "{nomor}, go to {loket}", Body: "Your turn."}, JV: inbox.Text{Subject: "{nomor}, mangga {loket}", Body: "Giliran."}}
	drafted := house
	drafted.ID.Subject, drafted.JV = "Nomor {nomor} ke {loket}", inbox.Text{}
	return inbox.Template{ID: "d:queue_called", Kind: inbox.TicketCalled, Agency: inbox.Sender{ID: "d", Name: "Dinas"}, State: revision.Fresh, House: house, Public: house, Drafted: drafted,
		Draft: &revision.Draft{Save: 1, Author: "Wati", At: now}}
}

// The phone beside the fields shows what is written, in the language that is
// written, and the house's words where there are none.
func TestTemplateEditor(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		s := planted[*Template](t, NewTemplate(delta()), l, TemplatesPath+"/d:queue_called", template())
		sees(t, s, []string{"Nomor A-041 ke Ruang 3", "Giliran untuk Bintang.", words.TemplateHouse.In(l), words.StateDrafted.In(l), words.TemplateUrgent.In(l), "{loket}", words.TemplateNeeded.In(l)}, words.TemplateEmpty.In(l))
		s.lang = words.JV
		sees(t, s, []string{words.TemplateEmpty.In(l), "A-041, mangga Ruang 3"})
		s.private = true
		sees(t, s, []string{words.PrivateNews.JV, "Rumah Delta"})
		s.edit.Pane = draft.Preview
		sees(t, s, []string{words.PrivateNews.ID, words.PrivateNews.EN})
		s.edit.Pane = draft.Changes
		sees(t, s, []string{"Nomor {nomor} ke {loket}", "{nomor}, silakan ke {loket}", words.EmptyPart.In(l)}, words.ChangedAll.In(l))
	}
	s := planted[*Template](t, NewTemplate(delta()), words.ID, TemplatesPath+"/d:queue_called", template())
	wrong := template().House
	wrong.EN.Body = "{rahasia}"
	if f := fault.From(s.check(&wrong)); f == nil || f.Fields[0].Name != "en.body" || s.lang != words.EN {
		t.Errorf("%v, in %s", f, s.lang)
	}
	wrong = template().House
	wrong.JV.Subject = strings.Repeat("x", 81)
	if f := fault.From(s.check(&wrong)); f == nil || s.lang != words.JV {
		t.Errorf("%v, in %s", f, s.lang)
	}
	sees(t, planted[*Templates](t, NewTemplates(delta()), words.ID, TemplatesPath, inbox.Templates{}), []string{words.TemplatesNone.ID})
}

func news(edit func(*inbox.Announcement)) map[string]any {
	a := inbox.Announcement{ID: "a", Agency: inbox.Sender{ID: "d", Name: "Dinas"}, State: inbox.Written, Save: 2, Title: "Air <mati>", Text: "Sampai sore.", TitleEN: "No water", TextEN: "Until the evening.",
		Audience: inbox.Audience{Area: "35.15.01.2001"}, Name: "Kedungboto, Porong", Author: "Wati", WrittenAt: now}
	edit(&a)
	return map[string]any{"One": a, "Agencies": []inbox.Sender{a.Agency}}
}

// An announcement shows what may be done with it, and what became of it.
func TestAnnouncementInEveryState(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		open := func(edit func(*inbox.Announcement)) *Announcement {
			return planted[*Announcement](t, NewAnnouncement(delta()), l, NewsPath+"/a", news(edit))
		}
		sees(t, open(func(*inbox.Announcement) {}), []string{"Air &lt;mati&gt;", words.NewsYourMove.In(l), words.NewsApprove.In(l), "Kedungboto, Porong", words.NewsEdit.In(l)}, words.NewsOwn.In(l), words.NewsUrgentIs.In(l))
		sees(t, open(func(a *inbox.Announcement) { a.Own, a.Urgent = true, true }), []string{words.NewsOwn.In(l), words.NewsUrgentIs.In(l), "disabled"})
		sees(t, open(func(a *inbox.Announcement) {
			a.State, a.SentAt, a.Approver, a.People, a.Read = inbox.Sent, now, "Rina", 8214, 1204
		}), []string{words.Count(l, 8214), words.NewsReadPart.In(l, "15%"), "Rina"}, words.NewsApprove.In(l)+"<", words.NewsEdit.In(l)+"<")
		sees(t, open(func(a *inbox.Announcement) { a.State, a.Reason = inbox.Withdrawn, "sudah beres" }), []string{words.NewsPulledFor.In(l, "sudah beres")}, words.NewsEdit.In(l)+"<")
		s := open(func(*inbox.Announcement) {})
		s.reach = &inbox.Reach{People: 8214, Devices: 5000, Muted: 310}
		sees(t, s, []string{words.NewsReach.In(l, words.Count(l, 8214)), words.NewsReachDev.In(l, words.Count(l, 4690)), words.NewsApproveQ.In(l, words.Count(l, 8214))})
		s.lang = words.EN
		sees(t, s, []string{"No water"})
		a, _ := s.view.Value()
		s.begin(a)
		if s.district != "35.15.01" || s.to != toArea {
			t.Errorf("%q %q", s.district, s.to)
		}
		s.draft.Urgent = true
		sees(t, s, []string{words.NewsSave.In(l), words.NewsCancel.In(l), words.NewsReachDev.In(l, words.Count(l, 5000))})
		s.wrong = fault.New(fault.Conflict, "edited_meanwhile")
		sees(t, s, []string{words.NewsMeanwhile.In(l), words.NewsNewest.In(l)})
	}
}

// A new one says for whom it must be chosen, and checks before it is sent.
func TestNewAnnouncement(t *testing.T) {
	t.Parallel()
	s := planted[*Announcement](t, NewAnnouncement(delta()), words.ID, NewNewsPath, map[string]any{"Agencies": []inbox.Sender{{ID: "d", Name: "Dinas"}}, "Days": []inbox.AudienceDay{{ID: "h", Agency: "d", Name: "Poli Anak", Waiting: 12}}})
	sees(t, s, []string{words.NewsReachAsk.ID, words.NewsSave.ID})
	f := fault.From(s.valid())
	for _, name := range []string{"title", "text", "audience.area"} {
		if _, ok := f.Field(name); !ok {
			t.Errorf("%s is not asked for: %v", name, f)
		}
	}
	s.draft.Title, s.draft.Text, s.draft.Audience.Area = "Air mati sebentar", "Sampai pukul 15.00.", "35.15.01"
	if err := s.valid(); err != nil {
		t.Error(err)
	}
	s.to, s.draft.Audience = toQueue, inbox.Audience{}
	if _, ok := fault.From(s.valid()).Field("audience.day"); !ok {
		t.Error("no queue is asked for")
	}
	sees(t, s, []string{words.NewsQueueOne.In(words.ID, "Poli Anak", "12")})
	if s.to = toAll; s.valid() != nil {
		t.Error("all of the regency needs no choice")
	}
}

// Figures say what is known and no more.
func TestFiguresAreHonest(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		open := func(f inbox.Figures) *Figures {
			f.From, f.To = "2026-11-22", "2026-11-23"
			return planted[*Figures](t, NewFigures(delta()), l, FiguresPath, f)
		}
		looks := []inbox.LookFigures{{Date: "2026-11-22", Looks: 100, Empty: 30}, {Date: "2026-11-23", Looks: 20, Empty: 1}}
		sees(t, open(inbox.Figures{Looks: looks}), []string{words.ToldNone.In(l), words.ToldEmptySay.In(l, "120", "31")})
		sees(t, open(inbox.Figures{Looks: looks[:0], Kinds: []inbox.KindFigures{{Kind: inbox.Answered, Messages: 3}}}), []string{words.ToldEmptyNone.In(l), words.ToldNames["talk_answer"].In(l)}, words.ToldDelivered.In(l)+"</span><span class=\"v\"")
		sees(t, open(inbox.Figures{Kinds: []inbox.KindFigures{{Kind: inbox.TicketCalled, Messages: 10, Pushed: 8}}}), []string{words.ToldHalf.In(l), words.ToldMost.In(l, "–")}, "≤", words.ToldMillis.In(l, "0"))
		sees(t, open(inbox.Figures{Kinds: []inbox.KindFigures{{Kind: inbox.TicketCalled, Messages: 10, Pushed: 8, Delivered: 6, Opened: 3, Half: 240, Most: 130_000}}}),
			[]string{"75", words.ToldDeliverY.In(l, "6", "8"), words.ToldMillis.In(l, "240"), words.ToldMinutes.In(l, "2")})
	}
	if csv := string(inbox.FiguresCSV(inbox.Figures{Kinds: []inbox.KindFigures{{Kind: "news", Messages: 3, Most: 7}}})); !strings.HasSuffix(csv, "\r\nnews,3,0,0,0,0,0,0,0,0,0,7\r\n") {
		t.Errorf("%q", csv)
	}
}
