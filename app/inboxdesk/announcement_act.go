package inboxdesk

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// ask changes the announcement and takes over the answer.
func (s *Announcement) ask(what string, do func(context.Context) (inbox.Announcement, error), then func(goapp.Context, inbox.Announcement)) {
	send(&s.sending, &s.view.At, what, do, func(ctx goapp.Context, one inbox.Announcement) {
		if s.wrong == nil {
			s.dirty = false
			browser.Guard(false)
			then(ctx, one)
			return
		}
		if s.wrong.Code == fault.Conflict && !s.writing {
			s.view.Again(ctx, s)
		}
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
	})
}

// stands shows the announcement as the server has it now.
func (s *Announcement) stands(ctx goapp.Context, one inbox.Announcement) {
	s.writing = false
	s.view.Change(func(a **announcing) {
		now := **a
		now.One = one
		*a = &now
	})
	s.Titled(ctx)
}

// save writes a new announcement, or another text of one that waits.
func (s *Announcement) save(ctx goapp.Context, _ goapp.Event) {
	a, ok := s.view.Value()
	if !ok {
		return
	}
	if s.wrong = fault.From(s.valid()); s.wrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	in, at := s.draft, s.view.At
	if a.One.ID == "" {
		s.ask("save", func(ctx context.Context) (inbox.Announcement, error) { return s.house.Inbox.Announce(ctx, in) }, func(ctx goapp.Context, one inbox.Announcement) {
			frame.Toast(ctx, words.NewsSaved.In(at.Lang))
			ui.Go(ctx, at.To(NewsPath+"/"+one.ID))
		})
		return
	}
	change := inbox.Revise{ID: a.One.ID, Save: a.One.Save, Words: in.Words}
	s.ask("save", func(ctx context.Context) (inbox.Announcement, error) { return s.house.Inbox.Revise(ctx, change) }, func(ctx goapp.Context, one inbox.Announcement) {
		s.stands(ctx, one)
		frame.Toast(ctx, words.NewsSaved.In(at.Lang))
	})
}

// valid is what is wrong with the fields; an audience must have been chosen.
func (s *Announcement) valid() error {
	err := s.draft.Check()
	f := fault.From(err)
	missing := ""
	switch {
	case s.to == toArea && s.draft.Audience.Area == "":
		missing = "audience.area"
	case s.to == toQueue && s.draft.Audience.Day == "":
		missing = "audience.day"
	}
	if missing == "" {
		return err
	}
	if f == nil {
		return fault.Wrong(fault.Field{Name: missing, Key: "required"})
	}
	f.Fields = append(f.Fields, fault.Field{Name: missing, Key: "required"})
	return f
}

func (s *Announcement) approve(goapp.Context, goapp.Event) {
	browser.Shut(approveDialog)
	a, _ := s.view.Value()
	in := inbox.Decision{ID: a.One.ID, Save: a.One.Save}
	s.ask("approve", func(ctx context.Context) (inbox.Announcement, error) { return s.house.Inbox.Approve(ctx, in) }, func(ctx goapp.Context, one inbox.Announcement) {
		s.stands(ctx, one)
		frame.Toast(ctx, words.NewsDone.In(s.view.At.Lang, words.Count(s.view.At.Lang, one.People)))
	})
}

func (s *Announcement) pull(goapp.Context, goapp.Event) {
	browser.Shut(pullDialog)
	a, _ := s.view.Value()
	in := inbox.Decision{ID: a.One.ID, Save: a.One.Save, Reason: s.reason}
	s.ask("pull", func(ctx context.Context) (inbox.Announcement, error) { return s.house.Inbox.Withdraw(ctx, in) }, func(ctx goapp.Context, one inbox.Announcement) {
		s.stands(ctx, one)
		frame.Toast(ctx, words.NewsPulled.In(s.view.At.Lang))
	})
}
