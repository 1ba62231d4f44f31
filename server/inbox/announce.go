package inbox

import (
	"context"
	"fmt"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// Announcements implements inbox.API.
func (s *Service) Announcements(ctx context.Context, of inbox.AnnouncementsOf) (inbox.Announcements, error) {
	list := inbox.Announcements{Items: []inbox.Announcement{}, Now: s.now()}
	var after newsCursor
	if of.After != "" {
		if err := api.ReadCursor(of.After, &after); err != nil {
			return list, err
		}
	}
	var err error
	if list.Agencies, err = s.senders(ctx); err != nil || !database.Storable(after.ID) {
		return list, err
	}
	if list.Items, err = s.announcements(ctx, of.State, after); err != nil {
		return list, err
	}
	if len(list.Items) > deskPage {
		list.Items = list.Items[:deskPage]
		last := list.Items[deskPage-1]
		list.Next = api.Cursor(newsCursor{last.WrittenAt, last.ID})
	}
	return list, nil
}

// Announcement implements inbox.API.
func (s *Service) Announcement(ctx context.Context, id inbox.ID) (inbox.Announcement, error) {
	return s.announcement(ctx, id.ID)
}

// Announce implements inbox.API.
func (s *Service) Announce(ctx context.Context, in inbox.Announce) (inbox.Announcement, error) {
	if _, err := s.sender(ctx, in.Agency); err != nil {
		return inbox.Announcement{}, fault.New(fault.Denied, "denied")
	}
	if err := s.fits(ctx, in.Agency, in.Audience); err != nil {
		return inbox.Announcement{}, err
	}
	id := vault.Token()
	if err := s.begin(ctx, id, in.Agency, in.Words); err != nil {
		return inbox.Announcement{}, err
	}
	return s.announcement(ctx, id)
}

// Revise implements inbox.API.
func (s *Service) Revise(ctx context.Context, in inbox.Revise) (inbox.Announcement, error) {
	a, err := s.announcement(ctx, in.ID)
	if err == nil {
		err = s.fits(ctx, a.Agency.ID, in.Audience)
	}
	if err != nil {
		return a, err
	}
	done, err := s.rewrite(ctx, in)
	if err == nil && !done {
		return a, s.refusal(ctx, in.ID)
	}
	if err != nil {
		return a, err
	}
	return s.announcement(ctx, in.ID)
}

// Approve implements inbox.API. Everybody's message is written in the
// transaction that says so; whoever approves for the second time finds it
// sent.
func (s *Service) Approve(ctx context.Context, in inbox.Decision) (inbox.Announcement, error) {
	a, err := s.announcement(ctx, in.ID)
	switch {
	case err != nil:
		return a, err
	case a.Save != in.Save:
		return a, s.refusal(ctx, in.ID)
	}
	note, err := s.records(ctx, s.news(a))
	if err != nil {
		return a, err
	}
	told, done, err := s.announce(ctx, a, note)
	switch {
	case err != nil:
		return a, err
	case !done:
		return a, s.refusal(ctx, in.ID)
	}
	s.Told(told)
	return s.announcement(ctx, in.ID)
}

// newsThread is what messages of an announcement are about.
func newsThread(id string) string { return "news:" + id }

// news is an announcement as its readers get it.
func (s *Service) news(a inbox.Announcement) Note {
	return Note{
		Kind: inbox.Announced, Thread: newsThread(a.ID), Key: newsThread(a.ID), Agency: a.Agency.ID, At: s.now(), Urgent: a.Urgent,
		Values: func(l words.Lang) map[string]string {
			title, text := a.Title, a.Text
			switch {
			case l == words.EN && a.TitleEN != "" && a.TextEN != "":
				title, text = a.TitleEN, a.TextEN
			case l == words.JV && a.TitleJV != "" && a.TextJV != "":
				title, text = a.TitleJV, a.TextJV
			}
			return map[string]string{"judul": title, "isi": text, "dinas": a.Agency.Name}
		},
	}
}

// Withdraw implements inbox.API.
func (s *Service) Withdraw(ctx context.Context, in inbox.Decision) (inbox.Announcement, error) {
	a, err := s.announcement(ctx, in.ID)
	if err != nil {
		return a, err
	}
	done, err := s.db.Raw().Exec(ctx, `UPDATE announcements SET state = 'withdrawn', reason = $3 WHERE id = $1 AND save = $2 AND state = 'written'`, in.ID, in.Save, in.Reason)
	switch {
	case err != nil:
		return a, fmt.Errorf("withdraw announcement %s: %w", in.ID, err)
	case done.RowsAffected() == 0:
		return a, s.refusal(ctx, in.ID)
	}
	return s.announcement(ctx, in.ID)
}

// refusal is why an announcement was not changed.
func (s *Service) refusal(ctx context.Context, id string) error {
	a, err := s.announcement(ctx, id)
	switch {
	case err != nil:
		return err
	case a.State != inbox.Written:
		return fault.New(fault.Conflict, "announced")
	}
	return fault.New(fault.Conflict, "edited_meanwhile")
}

// newsCursor is where a page of announcements ended.
type newsCursor struct {
	At time.Time
	ID string
}
