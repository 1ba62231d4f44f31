package inbox

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// noon is what the clock shows in all tests, in a zone seven hours ahead.
var noon = time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)

// box is an inbox.API with given messages.
type box struct {
	inbox.API
	list     inbox.Listing
	view     inbox.View
	settings inbox.Settings
	devices  inbox.Devices
}

func (b box) List(context.Context, inbox.ListOf) (inbox.Listing, error) { return b.list, nil }
func (b box) Message(context.Context, inbox.ID) (inbox.View, error)     { return b.view, nil }
func (b box) Settings(context.Context) (inbox.Settings, error)          { return b.settings, nil }
func (b box) Devices(context.Context) (inbox.Devices, error)            { return b.devices, nil }

func (b box) house() *house.House {
	return &house.House{City: city.Info{App: "Rumah", Offset: 420}, Inbox: b, Viewer: identity.Viewer{ID: "siti", Name: "Siti"}, Now: func() time.Time { return noon }}
}

// drawn is a screen at an address once it has loaded.
func drawn(t *testing.T, lang words.Lang, address string, screen house.Screen) string {
	t.Helper()
	u, err := url.Parse(link.Prefix(lang) + address)
	if err != nil {
		t.Fatal(err)
	}
	if err := screen.(interface {
		Load(context.Context, link.At) error
	}).Load(t.Context(), link.Parse(u)); err != nil {
		t.Fatal(err)
	}
	return goapp.HTMLString(screen)
}

// says checks that a page says some sentences and not others.
func says(t *testing.T, what, page string, say []string, not ...string) {
	t.Helper()
	for _, text := range say {
		if !strings.Contains(page, text) && !strings.Contains(page, strings.ReplaceAll(text, `"`, "&#34;")) {
			t.Errorf("%s: does not say %q", what, text)
		}
	}
	for _, text := range not {
		if strings.Contains(page, text) {
			t.Errorf("%s: says %q", what, text)
		}
	}
}

func line(id string, ago time.Duration, edit func(*inbox.Line)) inbox.Line {
	l := inbox.Line{ID: id, Kind: inbox.TicketCalled, Topic: inbox.Queues, Sender: "RSUD", Subject: "Perihal " + id, Text: "Isi " + id, Count: 1, At: noon.Add(-ago)}
	if edit != nil {
		edit(&l)
	}
	return l
}

// Messages stand under their days, those unread are marked for eyes and ears.
func TestAListOfMessages(t *testing.T) {
	t.Parallel()
	b := box{list: inbox.Listing{Unread: 2, Now: noon, Next: "more", Items: []inbox.Line{
		line("4", time.Hour, func(l *inbox.Line) { l.Unread = true }),
		line("3", 11*time.Hour+50*time.Minute, func(l *inbox.Line) { l.Count = 3 }),
		line("2", 12*time.Hour+10*time.Minute, func(l *inbox.Line) { l.Sender, l.Topic, l.Kind = "", inbox.Account, inbox.DataOpened }),
		line("1", 400*24*time.Hour, func(l *inbox.Line) { l.Sender, l.Topic = "", inbox.News }),
	}}}
	for _, lang := range words.Langs {
		page := drawn(t, lang, "/kotak", NewList(b.house()))
		says(t, string(lang), page, []string{words.TakeToday.In(lang), words.InboxYester.In(lang), "2025", words.InboxNew.In(lang), words.InboxCount.In(lang, "3"), words.InboxHouse.In(lang),
			words.InboxMarkAll.In(lang), words.ShowMore.In(lang), "11.00", "00.10"}, words.InboxKept.In(lang))
		if n := strings.Count(page, "msg-new"); n != 1 {
			t.Errorf("%s: %d are marked as new", lang, n)
		}
		if today, yesterday := strings.Index(page, `id="hari-2026-11-23"`), strings.Index(page, `id="hari-2026-11-22"`); today < 0 || yesterday < today {
			t.Errorf("%s: the days are not in order", lang)
		}
	}
}

// Where there is nothing it is said why, and how to see more.
func TestListsWithNothing(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		for address, title := range map[string]words.T{
			"/kotak": words.InboxNone, "/kotak?q=ktp": words.InboxLost, "/kotak?baru=1": words.InboxRead, "/kotak?arsip=1": words.InboxArchNone,
		} {
			says(t, address, drawn(t, lang, address, NewList(box{}.house())), []string{title.In(lang)}, words.InboxMarkAll.In(lang))
		}
		says(t, "topic", drawn(t, lang, "/kotak?soal=permit", NewList(box{}.house())), []string{words.InboxTopicNone.In(lang, words.TopicPermit.In(lang)), words.InboxSeeAll.In(lang)})
		says(t, "an unknown topic", drawn(t, lang, "/kotak?soal=x", NewList(box{}.house())), []string{words.InboxNone.In(lang)})
	}
}

// A message says first what is new and what to do; what came before is folded
// away, and a talk stands as one.
func TestAMessage(t *testing.T) {
	t.Parallel()
	v := inbox.View{ID: "9", Topic: inbox.Queues, Sender: "RSUD", Subject: "Silakan ke Ruang 3", Link: "/antrean/abc", Now: noon, Said: []inbox.Saying{
		{ID: "7", Who: "RSUD", Subject: "Tinggal 3 orang", Text: "Mohon bersiap.", At: noon.AddDate(0, 0, -1)},
		{ID: "9", Who: "RSUD", Subject: "Silakan ke Ruang 3", Text: "Giliran Anda.", At: noon, New: true},
	}}
	for _, lang := range words.Langs {
		page := drawn(t, lang, "/kotak/9", NewMessage(box{view: v}.house()))
		says(t, string(lang), page, []string{"Giliran Anda.", `href="` + link.Prefix(lang) + `/antrean/abc"`, words.InboxOpenQueue.In(lang), words.InboxBefore.In(lang, "1"), words.InboxYester.In(lang) + ", 12.00", words.InboxArchDo.In(lang)},
			"<textarea", "said-own")

		talk := v
		talk.CanReply, talk.Owner, talk.Archived = true, "Bu Rina", true
		talk.Said = append(talk.Said[:1:1], inbox.Saying{ID: "-1", Own: true, Text: "Bisa pindah?", At: noon.Add(-time.Hour)}, talk.Said[1])
		page = drawn(t, lang, "/kotak/9", NewMessage(box{view: talk}.house()))
		says(t, string(lang), page, []string{"said-own", "said-new", words.TicketYou.In(lang) + ", 11.00", words.ReplyOwner.In(lang, "Bu Rina"), words.ReplySend.In(lang), words.InboxBackDo.In(lang)}, "sebelumnya")
		talk.Owner = ""
		says(t, string(lang), drawn(t, lang, "/kotak/9", NewMessage(box{view: talk}.house())), []string{words.ReplyDesk.In(lang, "RSUD")})
	}
	// A link to anywhere else is none.
	v.Link = "//example.org"
	if page := drawn(t, words.ID, "/kotak/9", NewMessage(box{view: v}.house())); strings.Contains(page, "example.org\"") && strings.Contains(page, "href=\"//") {
		t.Error("a message leads out of the house")
	}
}

// An answer that could not be sent is said to be kept, never to be sent.
func TestAnAnswerThatIsNotSent(t *testing.T) {
	t.Parallel()
	v := inbox.View{ID: "9", Topic: inbox.Queues, Sender: "RSUD", CanReply: true, Said: []inbox.Saying{{ID: "9", Text: "x", At: noon}}}
	for code, want := range map[fault.Code]words.T{fault.Offline: words.VoiceDraft, fault.Broken: words.Faults["broken"]} {
		s := NewMessage(box{view: v}.house()).(*Message)
		s.reply.Answer(inbox.NewReply{Text: "Terima kasih"}, fault.New(code, string(code)))
		says(t, string(code), drawn(t, words.ID, "/kotak/9", s), []string{want.ID})
	}
	s := NewMessage(box{view: v}.house()).(*Message)
	s.reply.Answer(inbox.NewReply{ID: "9"}, (&inbox.NewReply{ID: "9"}).Check())
	says(t, "an empty answer", drawn(t, words.ID, "/kotak/9", s), []string{words.Faults["required"].ID})
}

// Every standing of a phone has a sentence that helps, in every language; a
// button stands where pressing it may change something.
func TestStandings(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Langs {
		for stands, want := range map[standing]struct {
			title  words.T
			button bool
		}{
			mayAsk: {words.TellAsk, true}, denied: {words.TellDenied, false}, dismissed: {words.TellDismiss, true}, byHand: {words.TellApple, false},
			never: {words.TellNever, false}, failed: {words.TellFailed, true}, isTold: {words.TellOn, false},
		} {
			ask := &Ask{House: box{}.house(), Lang: lang, telling: telling{stands: stands}}
			page := goapp.HTMLString(ask)
			says(t, want.title.ID, page, []string{want.title.In(lang)})
			if got := strings.Contains(page, `class="btn"`); got != want.button {
				t.Errorf("%s, %s: a button: %v", lang, want.title.ID, got)
			}
			ask.hidden = true
			if page := goapp.HTMLString(ask); strings.Contains(page, want.title.In(lang)) {
				t.Errorf("%s is said to somebody who wants it later", want.title.ID)
			}
		}
		if page := goapp.HTMLString(&Ask{House: box{}.house(), Lang: lang}); strings.Contains(page, "<h2") {
			t.Errorf("%s: something is asked before the browser was", lang)
		}
	}
}

// What became of a trial is said as it is, and a way that the house does not
// have is not offered.
func TestHowSomebodyIsTold(t *testing.T) {
	t.Parallel()
	device := func(trial inbox.Tried) inbox.Devices {
		return inbox.Devices{Now: noon, Items: []inbox.Device{{ID: "a", Name: "HP Ibu", Here: true, Added: noon.AddDate(0, 0, -3), Trial: trial}}}
	}
	b := box{settings: inbox.Settings{Lang: "jv", Near: 1, Muted: []inbox.Topic{inbox.News}, Quiet: true, From: 21 * 60, To: 5*60 + 5, Ways: []inbox.Way{inbox.ByPush}}}
	for _, lang := range words.Langs {
		for trial, want := range map[inbox.Tried]words.T{inbox.TriedWaits: words.TriedWaiting, inbox.TriedSent: words.TriedSent, inbox.TriedShown: words.TriedShown, inbox.TriedLost: words.TriedLost} {
			b.devices = device(trial)
			says(t, string(trial), drawn(t, lang, SettingsPath, NewSettings(b.house())), []string{want.In(lang), "HP Ibu", words.ThisDevice.In(lang)})
		}
		b.devices = device(inbox.NotTried)
		b.devices.Items[0].Failing = true
		page := drawn(t, lang, SettingsPath, NewSettings(b.house()))
		says(t, string(lang), page, []string{words.TellFailing.In(lang), words.TellFailingDo.In(lang), `value="21:00"`, `value="05:05"`, words.TellNearOne.In(lang)}, words.TellPhone.In(lang), words.TriedSent.In(lang))
		all := b
		all.settings.Ways = []inbox.Way{inbox.ByPush, inbox.ByPhone}
		says(t, string(lang), drawn(t, lang, SettingsPath, NewSettings(all.house())), []string{words.TellPhone.In(lang)})
		none := b
		none.devices = inbox.Devices{}
		says(t, string(lang), drawn(t, lang, SettingsPath, NewSettings(none.house())), []string{words.TellNoDevice.In(lang)})
	}
}

// What a phone has kept is narrowed as the server would.
func TestNarrow(t *testing.T) {
	t.Parallel()
	list := inbox.Listing{Next: "more", Items: []inbox.Line{
		line("a", 0, func(l *inbox.Line) { l.Text, l.Unread = "Poli Gigi", true }), line("b", 0, func(l *inbox.Line) { l.Topic = inbox.News }), line("c", 0, func(l *inbox.Line) { l.Sender = "Dinkes" }),
	}}
	for want, of := range map[string]inbox.ListOf{"abc": {}, "a": {Text: " gigi "}, "b": {Topic: inbox.News}, "c": {Text: "DINKES"}, "": {Unread: true, Topic: inbox.News}} {
		got := ""
		rest := narrow(list, of)
		for _, l := range rest.Items {
			got += l.ID
		}
		if got != want || rest.Next != "" {
			t.Errorf("%+v: %q, want %q", of, got, want)
		}
	}
}

// A filter is added to those that hold, and taken away alone.
func TestFiltersAdd(t *testing.T) {
	t.Parallel()
	s := NewList(box{}.house()).(*List)
	s.At = link.At{Lang: words.EN, Path: ListPath, Query: url.Values{textKey: {"a b"}, topicKey: {"queue"}}}
	for got, want := range map[string]string{
		s.to(unreadKey, "1"): "/en/kotak?baru=1&q=a+b&soal=queue", s.to(topicKey, ""): "/en/kotak?q=a+b", s.to(textKey, ""): "/en/kotak?soal=queue",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if got := toggled(toggled([]inbox.Topic{inbox.News}, inbox.Queues), inbox.News); len(got) != 1 || got[0] != inbox.Queues {
		t.Errorf("toggled: %v", got)
	}
}
