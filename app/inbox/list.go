package inbox

import (
	"context"

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

// ListPath is the address of the reader's messages.
const ListPath = "/kotak"

// The keys of what the list is narrowed to.
const (
	textKey    = "q"
	topicKey   = "soal"
	unreadKey  = "baru"
	archiveKey = "arsip"
)

// List is the screen of the reader's messages: /kotak.
type List struct {
	goapp.Compo
	private[shelf]

	finds  bool // the search field is open
	more   bool // the rest is on its way
	marks  bool // all are being marked
	length int  // how many were shown, to be asked for again
}

// shelf are messages as they are shown.
type shelf struct {
	inbox.Listing
	Old bool // of before the network went
}

// NewList returns the screen.
func NewList(h *house.House) house.Screen {
	s := &List{}
	s.private = own.New(h, s.fetch)
	s.Title = func() string { return words.InboxTitle.In(s.At.Lang) }
	return s
}

// wanted is what an address asks for.
func wanted(at link.At) inbox.ListOf {
	return inbox.ListOf{Text: at.Get(textKey), Topic: inbox.Topic(at.Get(topicKey)), Unread: at.Get(unreadKey) != "", Archived: at.Get(archiveKey) != ""}
}

// pageSize is what the server tells at once; mostAsked the most it would.
const (
	pageSize  = 30
	mostAsked = 100
)

// fetch asks for messages. Without a network those that were kept stand in.
func (s *List) fetch(ctx context.Context, at link.At) (shelf, error) {
	of := wanted(at)
	all := of == inbox.ListOf{}
	if s.length > pageSize {
		of.Limit = min(s.length, mostAsked)
	}
	list, err := s.House.Inbox.List(ctx, of)
	if fault.Is(err, fault.Offline) && !of.Archived {
		if have, ok := kept(); ok {
			return shelf{narrow(have, of), true}, nil
		}
	}
	if err == nil && all {
		keep(list)
	}
	return shelf{Listing: list}, err
}

// OnMount hears of new messages.
func (s *List) OnMount(ctx goapp.Context) {
	frame.OnNews(ctx, func(ctx goapp.Context, n frame.News) {
		if list, ok := s.Value(); ok && !s.Busy() && (n.Fresh || list.Old || n.Count != list.Unread) {
			s.length = len(list.Items)
			s.Again(ctx, s)
		}
	})
}

// OnNav loads what the address asks for.
func (s *List) OnNav(ctx goapp.Context) {
	s.length, s.more = 0, false
	if !s.Arrive(ctx, s) {
		return
	}
	text := s.At.Get(textKey)
	s.finds = s.finds || text != ""
	ctx.Defer(func(goapp.Context) {
		browser.Fill("cari", text) // it keeps what was typed whatever its attribute says
		browser.ShowChosen()
	})
}

// Titled implements flow.Titled; it also tells the bell what the list knows.
func (s *List) Titled(ctx goapp.Context) {
	s.private.Titled(ctx)
	if list, ok := s.Value(); ok && !list.Old && !s.Busy() && list.Unread != frame.Unread() {
		frame.Read(ctx, list.Unread)
	}
}

// extend asks for the rest.
func (s *List) extend(goapp.Context, goapp.Event) {
	list, ok := s.Value()
	if !ok || s.more {
		return
	}
	s.more = true
	asked, of := s.At.String(), wanted(s.At)
	of.After = list.Next
	flow.Ask(s.Here, func(ctx context.Context) (inbox.Listing, error) { return s.House.Inbox.List(ctx, of) },
		func(ctx goapp.Context, rest inbox.Listing, err error) {
			s.more = false
			switch {
			case s.At.String() != asked:
			case err != nil:
				frame.Toast(ctx, flow.Sentence(s.At.Lang, err))
			default:
				s.Change(func(have *shelf) {
					have.Items = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...)
					have.Next = rest.Next
				})
			}
		})
}

// markAll marks all messages as read.
func (s *List) markAll(goapp.Context, goapp.Event) {
	if s.marks {
		return
	}
	s.marks = true
	flow.Ask(s.Here, func(ctx context.Context) (inbox.Unread, error) { return s.House.Inbox.Mark(ctx, inbox.Mark{All: true}) },
		func(ctx goapp.Context, left inbox.Unread, err error) {
			s.marks = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.At.Lang, err))
				return
			}
			s.Change(func(have *shelf) {
				have.Unread = left.Count
				have.Items = append([]inbox.Line{}, have.Items...)
				for i := range have.Items {
					have.Items[i].Unread = false
				}
			})
			frame.Read(ctx, left.Count)
			frame.Toast(ctx, words.InboxMarked.In(s.At.Lang))
		})
}

// archive puts a line away, or back, and offers to take that back.
func (s *List) archive(line inbox.Line) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		back := s.At.Get(archiveKey) != ""
		archive(s.Here, s.House, s.At.Lang, line.ID, back, func(goapp.Context) {
			s.Change(func(have *shelf) {
				rest := have.Items[:0:0]
				for _, l := range have.Items {
					if l.ID != line.ID {
						rest = append(rest, l)
					}
				}
				have.Items = rest
			})
		})
	}
}

// archive puts a message away, or back; done is called once it is.
func archive(ctx goapp.Context, h *house.House, lang words.Lang, id string, back bool, done func(goapp.Context)) {
	move := func(back bool) func(context.Context) (inbox.Unread, error) {
		return func(ctx context.Context) (inbox.Unread, error) {
			return h.Inbox.Archive(ctx, inbox.Archive{ID: id, Back: back})
		}
	}
	flow.Ask(ctx, move(back), func(ctx goapp.Context, left inbox.Unread, err error) {
		if err != nil {
			frame.Toast(ctx, flow.Sentence(lang, err))
			return
		}
		said := words.InboxArchived
		if back {
			said = words.InboxBack
		}
		done(ctx)
		frame.Read(ctx, left.Count)
		frame.Undo(ctx, said.In(lang), words.CounterUndo.In(lang), func(ctx goapp.Context) {
			flow.Ask(ctx, move(!back), func(ctx goapp.Context, left inbox.Unread, err error) {
				if err != nil {
					frame.Toast(ctx, flow.Sentence(lang, err))
					return
				}
				frame.Changed(ctx, left.Count)
			})
		})
	})
}

func (s *List) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.to(textKey, ui.Typed("cari")))
}

// find opens the search field.
func (s *List) find(ctx goapp.Context, _ goapp.Event) {
	s.finds = !s.finds
	ctx.Defer(func(goapp.Context) { browser.Focus("cari") })
}

// to is the list narrowed to something else in one respect.
func (s *List) to(key, value string) string {
	var query []string
	for _, k := range []string{textKey, topicKey, unreadKey, archiveKey} {
		v := s.At.Get(k)
		if k == key {
			v = value
		}
		query = append(query, k, v)
	}
	return s.At.To(ListPath, query...)
}
