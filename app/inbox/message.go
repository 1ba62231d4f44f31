package inbox

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// MessagePattern is the address of one message.
const MessagePattern = ListPath + "/{id}"

// Message is the screen of a message with all that was said in its thread:
// /kotak/{id}.
type Message struct {
	goapp.Compo
	private[page]

	reply  flow.Form[inbox.NewReply, inbox.View]
	drafts string          // the draft that is in the form
	told   *inbox.Settings // nil until they are known
	busy   bool            // something is being done with it
}

// page is a message as it is shown.
type page struct {
	inbox.View
	Old bool // of before the network went
}

// NewMessage returns the screen.
func NewMessage(h *house.House) house.Screen {
	s := &Message{}
	s.private = own.New(h, func(ctx context.Context, at link.At) (page, error) {
		id, _ := at.Match(MessagePattern)
		v, err := h.Inbox.Message(ctx, inbox.ID{ID: id})
		if fault.Is(err, fault.Offline) {
			if have, ok := keptView(id); ok {
				return have, nil
			}
		}
		return page{View: v}, err
	})
	s.Title = func() string {
		if v, ok := s.Value(); ok && v.Subject != "" {
			return v.Subject
		}
		return words.InboxTitle.In(s.At.Lang)
	}
	s.reply.Done = s.replied
	return s
}

// OnNav loads the message the address names.
func (s *Message) OnNav(ctx goapp.Context) {
	s.told, s.drafts = nil, ""
	s.reply = flow.Form[inbox.NewReply, inbox.View]{Done: s.replied}
	s.Arrive(ctx, s)
}

// OnMount hears what is added to the thread while it is read.
func (s *Message) OnMount(ctx goapp.Context) {
	frame.OnNews(ctx, func(ctx goapp.Context, n frame.News) {
		if v, ok := s.Value(); ok && !s.Busy() && (n.Fresh || v.Old) {
			s.Again(ctx, s)
		}
	})
}

// Titled implements flow.Titled. With the message come its draft, and whether
// its topic is muted.
func (s *Message) Titled(ctx goapp.Context) {
	s.private.Titled(ctx)
	v, ok := s.Value()
	if !ok || s.Busy() || v.Old {
		return
	}
	if v.Unread != frame.Unread() {
		frame.Read(ctx, v.Unread)
	}
	s.restore(ctx, v)
	if s.told == nil && v.Topic != inbox.Account {
		flow.Ask(s.Here, s.House.Inbox.Settings, func(_ goapp.Context, told inbox.Settings, err error) {
			if err == nil {
				s.told = &told
			}
		})
	}
}

// draftOf is where the draft of an answer to a thread is kept.
func draftOf(v page) string {
	return "balasan:" + v.Thread
}

// restore brings back what was written and not sent.
func (s *Message) restore(ctx goapp.Context, v page) {
	name := draftOf(v)
	if !v.CanReply || name == s.drafts {
		return
	}
	s.drafts = name
	s.reply.Draft = inbox.NewReply{ID: v.ID, Text: browser.KeptOwn(name)}
	text := s.reply.Draft.Text
	ctx.Defer(func(goapp.Context) { browser.Fill("text", text) })
}

// writes keeps each letter: a phone may lose its network, or its battery.
func (s *Message) writes(ctx goapp.Context, _ goapp.Event) {
	s.reply.Draft.Text = ui.Value(ctx)
	s.reply.Edited("text")
	browser.KeepOwn(s.drafts, s.reply.Draft.Text)
}

func (s *Message) send(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.reply.Send(s.Here, s.reply.Draft.Check, s.House.Inbox.Reply)
}

func (s *Message) replied(ctx goapp.Context, v *inbox.View) {
	if v == nil {
		return
	}
	browser.DropOwn(s.drafts)
	s.reply.Draft.Text = ""
	ui.Blank("text")
	s.Change(func(have *page) { have.View = *v })
	frame.Toast(ctx, words.ReplySent.In(s.At.Lang))
}

// archive puts the thread away and goes back to the list, or brings it back.
func (s *Message) archive(goapp.Context, goapp.Event) {
	v, ok := s.Value()
	if !ok || s.busy {
		return
	}
	s.busy = true
	archive(s.Here, s.House, s.At.Lang, v.ID, v.Archived, func(ctx goapp.Context) {
		s.busy = false
		s.Change(func(have *page) { have.Archived = !v.Archived })
		if !v.Archived {
			ui.Go(ctx, s.At.To(ListPath))
		}
	})
}

// mute silences the topic of the message on all phones, or lets it sound
// again.
func (s *Message) mute(goapp.Context, goapp.Event) {
	v, ok := s.Value()
	if !ok || s.told == nil || s.busy {
		return
	}
	s.busy = true
	was := slices.Contains(s.told.Muted, v.Topic)
	flow.Ask(s.Here, func(ctx context.Context) (inbox.Settings, error) {
		told, err := s.House.Inbox.Settings(ctx) // of this moment: another phone may have changed them
		if err != nil {
			return told, err
		}
		if slices.Contains(told.Muted, v.Topic) == was {
			told.Muted = toggled(told.Muted, v.Topic)
		}
		return s.House.Inbox.Configure(ctx, configure(told))
	}, func(ctx goapp.Context, told inbox.Settings, err error) {
		s.busy = false
		if err != nil {
			frame.Toast(ctx, flow.Sentence(s.At.Lang, err))
			return
		}
		s.told = &told
		said := words.InboxMuted
		if was {
			said = words.InboxUnmuted
		}
		frame.Toast(ctx, said.In(s.At.Lang, topicWords[v.Topic].In(s.At.Lang)))
	})
}
