package inboxdesk

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// Render implements the screen.
func (s *Talk) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	t, ok := s.view.Value()
	if !ok {
		return talkDesk(s.house, at, TalksPath, s.title(), "", 0, nil, ui.Div("desk-page", waits(at, &s.view.Loading, s, ui.SkeletonPage(words.Loading.In(l)))))
	}
	actions := []ui.UI{
		ui.IconButton("tanya", words.TalkKeys.In(l), ui.Attrs{"aria-keyshortcuts": "?"}, ui.ShowDialog(keysDialog)),
		ui.IconButton("maju", words.TalkNext.In(l), ui.Attrs{"aria-keyshortcuts": "n"}, s.next),
	}
	return talkDesk(s.house, at, TalksPath, s.title(), t.Subject, 0, actions, ui.Div("desk-page talk stack stack-4",
		flow.Age(l, s.view.Fault(), t.Now.In(s.house.City.Location())), s.owner(l, t), s.said(l, t), s.composer(l, t), s.dialogs(l, t)))
}

// owner says who answers, and what can be done about it.
func (s *Talk) owner(l words.Lang, t inbox.Talk) ui.UI {
	busy := s.doing == "own"
	state := ui.Tag("good", "centang", words.TalkAnswered.In(l))
	switch {
	case t.Waits:
		state = ui.Tag("wait", "jam", words.TalkSince.In(l, seen(s.house, l, t.Since)))
	case t.Closed:
		state = ui.Tag("good", "centang", words.TalkClosed.In(l))
	}
	name, tone, acts := words.TalkFree.In(l), "b", []ui.UI{}
	switch {
	case t.TalkLine.Own:
		name, tone = words.TalkYours.In(l), ""
		if len(t.Colleagues) > 0 {
			acts = append(acts, ui.Button{Label: words.TalkHand.In(l), Icon: "alih", Look: ui.Line, Class: "btn-s", Scope: "serah", Do: ui.ShowDialog(handDialog)}.UI())
		}
		acts = append(acts, ui.Button{Label: words.TalkGiveBack.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "kembali", Busy: busy, Do: func(ctx goapp.Context, _ goapp.Event) {
			s.own(ctx, inbox.Own{ID: s.id(), Back: true}, words.TalkGiven.In(l))
		}}.UI())
	case t.Owner != "":
		name, tone = words.TalkTheirs.In(l, t.Owner), "c"
		acts = append(acts, s.over(l, "alih"))
	default:
		acts = append(acts, ui.Button{Label: words.TalkTake.In(l), Look: ui.Line, Class: "btn-s", Scope: "pegang", Busy: busy, Attrs: ui.Attrs{"aria-keyshortcuts": "p"}, Do: func(ctx goapp.Context, _ goapp.Event) {
			s.own(ctx, inbox.Own{ID: s.id()}, words.TalkTaken.In(l))
		}}.UI())
	}
	holder := t.Owner
	if holder == "" {
		holder = "?"
	}
	return ui.Div("card talk-owner", ui.Avatar(letters(holder), tone),
		ui.Span("grow", ui.Label("row-title", name), ui.Label("row-sub", t.Agency)), state, ui.Div("bar wrap", acts...))
}

// over asks to take a conversation from a colleague: beside their name and,
// in a long one, where it would be answered.
func (s *Talk) over(l words.Lang, scope string) ui.UI {
	return ui.Button{Label: words.TalkOver.In(l), Look: ui.Line, Class: "btn-s", Scope: scope, Busy: s.doing == "own", Do: ui.ShowDialog(overDialog)}.UI()
}

// letters are what an avatar shows of a name.
func letters(name string) string {
	out := ""
	for _, word := range strings.Fields(name) {
		if out += string([]rune(word)[:1]); len(out) > 1 {
			break
		}
	}
	return out
}

// said is the conversation: what the agency told stands as a card, the words
// of both sides as in a chat.
func (s *Talk) said(l words.Lang, t inbox.Talk) ui.UI {
	lines := make([]ui.UI, len(t.Said))
	for i, y := range t.Said {
		at := y.At.In(s.house.City.Location())
		when := words.DayMonth(l, calendar.DateOf(at)) + " " + words.Clock(at)
		switch {
		case y.Subject != "":
			lines[i] = ui.Div("say say-told", ui.Label("mini strong soft", words.TalkTold.In(l)+" · "+when), ui.B(y.Subject), ui.Label("pre", y.Text))
		case y.Own:
			lines[i] = ui.Div("say say-own", ui.Label("pre", y.Text), ui.Label("mini soft", y.Who+" · "+when))
		default:
			lines[i] = ui.Div("say", ui.Label("pre", y.Text), ui.Label("mini soft", personName(l, y.Who)+" · "+when))
		}
	}
	return ui.QuietSection("kata", words.TalkSaid.In(l), ui.List("says", lines...))
}

// composer is where the answer is written, by whoever may.
func (s *Talk) composer(l words.Lang, t inbox.Talk) ui.UI {
	if t.Owner != "" && !t.TalkLine.Own {
		return ui.Div("stack stack-2", ui.Banner("plain", "akun", words.TalkTheirs.In(l, t.Owner), words.Fault(l, "talk_taken", "")), s.over(l, "alih-bawah"))
	}
	var news, done ui.UI
	if s.fresh {
		news = ui.Banner("warn", "kotak", words.TalkNew.In(l, personName(l, t.Who)), words.TalkNewY.In(l))
	}
	if t.Waits {
		done = ui.Button{Label: words.TalkClose.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "tutup", Busy: s.doing == "close", Do: s.closes}.UI()
	}
	return ui.Div("card stack stack-4", news, troubled(l, s.wrong),
		ui.Fresh(s.turn, "", ui.Field{Name: answerID, Label: words.TalkAnswer.In(l), Hint: words.TalkAnswerY.In(l, personName(l, t.Who), s.house.Viewer.Name), Value: s.text, Long: true, Max: 2000,
			Error: wrong(l, s.wrong, "text"), Change: func(ctx goapp.Context, _ goapp.Event) {
				s.text, s.wrong, s.key, s.fresh = ui.Value(ctx), nil, "", false
				browser.Guard(s.text != "")
			}}.UI()),
		ui.Div("bar wrap",
			ui.Button{Label: words.TalkSend.In(l), Icon: "kirim", Scope: "kirim", Busy: s.doing == "send", Attrs: ui.Attrs{"aria-keyshortcuts": "Control+Enter"}, Do: func(ctx goapp.Context, _ goapp.Event) { s.send(ctx, false) }}.UI(),
			ui.Button{Label: words.TalkSendClose.In(l), Look: ui.Line, Scope: "kirim-tutup", Busy: s.doing == "send", Do: func(ctx goapp.Context, _ goapp.Event) { s.send(ctx, true) }}.UI(), done))
}

// talkKeys are the keys of both screens.
var talkKeys = []struct {
	key  string
	what words.T
}{
	{"p", words.TalkKeyTake}, {"b", words.TalkKeyWrite}, {"Ctrl Enter", words.TalkKeySend}, {"n", words.TalkKeyNext}, {"/", words.TalkKeyFind}, {"j k", words.TalkKeyMove}, {"Enter", words.TalkKeyOpen},
}

func (s *Talk) dialogs(l words.Lang, t inbox.Talk) ui.UI {
	colleagues := make([]ui.UI, len(t.Colleagues)+1)
	for i, c := range t.Colleagues {
		colleagues[i] = ui.Button{Label: c.Name, Icon: "akun", Look: ui.Line, Class: "btn-full", Scope: c.ID, Do: func(ctx goapp.Context, _ goapp.Event) {
			s.own(ctx, inbox.Own{ID: s.id(), To: c.ID}, words.TalkHanded.In(l, c.Name))
		}}.UI()
	}
	colleagues[len(t.Colleagues)] = ui.Button{Label: words.Keep.In(l), Look: ui.Quiet, Class: "btn-full", Scope: handDialog, Do: ui.CloseDialog(handDialog)}.UI()
	keys := make([]ui.UI, len(talkKeys))
	for i, k := range talkKeys {
		keys[i] = ui.Div("loket-key", ui.Kbd(k.key), ui.Hidden(k.key+":"), ui.Label("", k.what.In(l)))
	}
	return ui.Div("",
		ui.Dialog(handDialog, words.TalkHandTo.In(l), words.TalkHandY.In(l), true, colleagues...),
		ui.Dialog(overDialog, words.TalkOverAsk.In(l, t.Owner), words.TalkOverY.In(l, t.Owner), false,
			ui.Button{Label: words.TalkOver.In(l), Class: "btn-full", Scope: "alih-ya", Do: func(ctx goapp.Context, _ goapp.Event) {
				s.own(ctx, inbox.Own{ID: s.id(), Over: true}, words.TalkTaken.In(l))
			}}.UI(),
			ui.Button{Label: words.Keep.In(l), Look: ui.Line, Class: "btn-full", Scope: overDialog, Do: ui.CloseDialog(overDialog)}.UI()),
		ui.Dialog(keysDialog, words.TalkKeys.In(l), words.TalksAbout.In(l), false, ui.List("loket-keys", keys...),
			ui.Button{Label: words.Close.In(l), Class: "btn-full", Scope: keysDialog, Do: ui.CloseDialog(keysDialog)}.UI()))
}
