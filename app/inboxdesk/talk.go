package inboxdesk

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Talk is the screen of one conversation: /meja/pesan/{id}.
type Talk struct {
	goapp.Compo
	view[inbox.Talk]

	sending

	house *house.House
	news  stir
	keys  func() // stops hearing them

	text  string // the answer that is being written
	turn  int    // see ui.Fresh
	last  string // what the person said last, as it was when writing began
	fresh bool   // they wrote again since
}

// TalkPattern is its address.
const TalkPattern = TalksPath + "/{id}"

// The dialogs.
const (
	overDialog = "ambil-alih"
	handDialog = "serahkan"
	keysDialog = "tombol"
	answerID   = "jawaban"
)

// unsent holds answers that were begun and not sent when somebody left, until
// the page is loaded again. It is used by the goroutine that renders.
var unsent = map[string]string{}

// NewTalk returns the screen.
func NewTalk(h *house.House) house.Screen {
	return &Talk{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (inbox.Talk, error) {
		id, _ := at.Match(TalkPattern)
		return h.Inbox.Talk(ctx, inbox.ID{ID: id})
	})}
}

// Plant implements house.Screen.
func (s *Talk) Plant(at link.At, seed json.RawMessage) {
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *Talk) Head() house.Head { return house.Head{Title: s.title(), NoIndex: true, Now: true} }

func (s *Talk) title() string {
	if t, ok := s.view.Value(); ok {
		return personName(s.view.At.Lang, t.Who)
	}
	return words.TalksTitle.In(s.view.At.Lang)
}

// Titled implements flow.Titled.
func (s *Talk) Titled(goapp.Context) {
	s.arrived()
	if t, ok := s.view.Value(); ok {
		s.news.follow(s.here, t.Topic, func(ctx goapp.Context) { s.view.Again(ctx, s) })
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// arrived notices that the person wrote while an answer is being written.
func (s *Talk) arrived() {
	if t, ok := s.view.Value(); ok {
		last := lastSaid(t)
		s.fresh = s.fresh || s.text != "" && s.last != "" && last != s.last
		s.last = last
	}
}

// lastSaid is the id of what the person said last.
func lastSaid(t inbox.Talk) string {
	for i := len(t.Said) - 1; i >= 0; i-- {
		if !t.Said[i].Own {
			return t.Said[i].ID
		}
	}
	return ""
}

func (s *Talk) id() string {
	id, _ := s.view.At.Match(TalkPattern)
	return id
}

// OnNav loads the conversation and listens to the keys.
func (s *Talk) OnNav(ctx goapp.Context) {
	s.here = ctx
	if path := link.Parse(ctx.Page().URL()).Path; path != s.view.At.Path {
		s.keep()
		s.text, s.key, s.doing, s.wrong, s.last, s.fresh = unsent[path], "", "", nil, "", false
		s.turn++
	}
	s.view.Enter(ctx, s)
	browser.Guard(s.text != "")
	if s.keys == nil {
		s.keys = browser.Keys(func(k browser.Key) bool { return talkWish(k) != "" }, func(k browser.Key) {
			s.here.Dispatch(func(ctx goapp.Context) { s.press(ctx, talkWish(k)) })
		})
	}
}

// OnDismount keeps what is not sent and lets go of the keys and the news.
func (s *Talk) OnDismount() {
	s.keep()
	browser.Guard(false)
	s.news.end()
	if s.keys != nil {
		s.keys()
		s.keys = nil
	}
}

func (s *Talk) keep() {
	if delete(unsent, s.view.At.Path); s.text != "" {
		unsent[s.view.At.Path] = s.text
	}
}

// talkWish is what a key asks of a conversation; "" for nothing.
func talkWish(k browser.Key) string {
	switch {
	case k.Dialog:
		return ""
	case k.Field == answerID && k.Name == "Enter" && k.Chord:
		return "send"
	case k.Chord || k.Field != "":
		return ""
	}
	return map[string]string{"p": "take", "b": "write", "n": "next", "?": "keys"}[k.Name]
}

func (s *Talk) press(ctx goapp.Context, wish string) {
	t, ok := s.view.Value()
	if !ok {
		return
	}
	switch {
	case wish == "take" && t.Owner == "":
		s.own(ctx, inbox.Own{ID: t.ID}, words.TalkTaken.In(s.view.At.Lang))
	case wish == "write":
		browser.Focus(answerID)
	case wish == "send":
		s.send(ctx, false)
	case wish == "next":
		s.next(ctx, goapp.Event{})
	case wish == "keys":
		browser.Ask(keysDialog)
	}
}

// ask calls the server and takes over its answer. Where a colleague was
// faster the conversation is read again, and says who it was.
func (s *Talk) ask(what, said string, do func(context.Context) (inbox.Talk, error), then func()) {
	send(&s.sending, &s.view.At, what, do, func(ctx goapp.Context, t inbox.Talk) {
		switch {
		case s.wrong == nil:
			s.view.Change(func(have *inbox.Talk) { *have = t })
			then()
			s.arrived()
			frame.Toast(ctx, said)
		case s.wrong.Key == "talk_taken":
			s.wrong = nil
			s.outrun(ctx)
		case s.wrong.Code == fault.Conflict:
			s.view.Again(ctx, s)
		}
	})
}

// outrun reads the conversation that a colleague has taken.
func (s *Talk) outrun(goapp.Context) {
	path, id := s.view.At.Path, s.id()
	flow.Ask(s.here, func(ctx context.Context) (inbox.Talk, error) { return s.house.Inbox.Talk(ctx, inbox.ID{ID: id}) }, func(ctx goapp.Context, t inbox.Talk, err error) {
		if s.view.At.Path != path {
			return
		}
		if s.wrong = fault.From(err); err == nil {
			s.view.Change(func(have *inbox.Talk) { *have = t })
			s.arrived()
			frame.Toast(ctx, words.TalkWasTaken.In(s.view.At.Lang, t.Owner))
		}
	})
}

// own takes the conversation, gives it back or hands it over.
func (s *Talk) own(_ goapp.Context, in inbox.Own, said string) {
	browser.Shut(overDialog)
	browser.Shut(handDialog)
	s.ask("own", said, func(ctx context.Context) (inbox.Talk, error) { return s.house.Inbox.Own(ctx, in) }, func() {})
}

// send sends what is written.
func (s *Talk) send(ctx goapp.Context, over bool) {
	t, ok := s.view.Value()
	in := inbox.Answer{ID: s.id(), Text: s.text, Seen: lastSaid(t), Close: over}
	if !ok || t.Owner != "" && !t.TalkLine.Own {
		return
	}
	if s.wrong = fault.From(in.Check()); s.wrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	s.ask("send", words.TalkSent.In(s.view.At.Lang), func(ctx context.Context) (inbox.Talk, error) { return s.house.Inbox.Answer(ctx, in) }, func() {
		s.text, s.fresh = "", false
		s.turn++
		browser.Guard(false)
	})
}

func (s *Talk) closes(goapp.Context, goapp.Event) {
	t, _ := s.view.Value()
	in := inbox.Close{ID: s.id(), Seen: lastSaid(t)}
	s.ask("close", words.TalkDone.In(s.view.At.Lang), func(ctx context.Context) (inbox.Talk, error) { return s.house.Inbox.Close(ctx, in) }, func() {})
}

// next goes to whoever waits longest, beside this one.
func (s *Talk) next(goapp.Context, goapp.Event) {
	at, id := s.view.At, s.id()
	flow.Ask(s.here, func(ctx context.Context) (inbox.Talks, error) { return s.house.Inbox.Talks(ctx, inbox.TalksOf{}) }, func(ctx goapp.Context, list inbox.Talks, err error) {
		if err != nil {
			frame.Toast(ctx, flow.Sentence(at.Lang, err))
			return
		}
		for _, t := range list.Items {
			if t.ID != id && (t.Owner == "" || t.Own) {
				ui.Go(ctx, at.To(TalksPath+"/"+t.ID))
				return
			}
		}
		frame.Toast(ctx, words.TalkNoNext.In(at.Lang))
	})
}
