package identity

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// tellEntry tells somebody who is signed in elsewhere too that their account
// was opened once more. Who signs in for the first time knows that.
func (s *Service) tellEntry(ctx context.Context, tx bun.IDB, person, session, device string, at time.Time) error {
	if s.Inbox == nil {
		return nil
	}
	var elsewhere bool
	err := tx.NewRaw(`SELECT EXISTS (SELECT FROM sessions WHERE person_id = ? AND id <> ? AND expires_at > ?)`, person, session, at).Scan(ctx, &elsewhere)
	if err != nil {
		return fmt.Errorf("look for other sessions: %w", err)
	}
	if !elsewhere {
		return nil
	}
	_, err = s.Inbox.Post(ctx, tx, inbox.Note{
		Person: person, Kind: contract.SignedIn, Thread: "account:" + person, Key: "signin:" + session, Link: "/akun/keamanan", At: at.UTC(),
		Values: func(lang words.Lang) map[string]string {
			return map[string]string{"perangkat": device, "jam": s.moment(lang, at)}
		},
	})
	return err
}

// moment is when something happened, as a message says it.
func (s *Service) moment(lang words.Lang, at time.Time) string {
	local := at.In(s.loc)
	return words.DayMonth(lang, calendar.DateOf(local)) + " " + words.Clock(local)
}

// tellOpening tells a citizen who saw their identifiers, and why.
func (s *Service) tellOpening(ctx context.Context, tx bun.IDB, o opening) error {
	if s.Inbox == nil {
		return nil
	}
	_, err := s.Inbox.Post(ctx, tx, inbox.Note{
		Person: o.person, Kind: contract.DataOpened, Thread: "opened:" + o.person, Key: fmt.Sprint("opened:", o.id), Link: "/akun/dibuka", At: o.at.UTC(),
		Values: func(lang words.Lang) map[string]string {
			return map[string]string{"petugas": o.reader, "dinas": o.agency, "keperluan": o.purpose, "jam": s.moment(lang, o.at)}
		},
	})
	return err
}

// opening is a look of an officer at somebody's identifiers.
type opening struct {
	id                              int64
	person, reader, agency, purpose string
	at                              time.Time
}

// told tells the open apps of somebody that there is news, after a
// transaction.
func (s *Service) told(person string) {
	if s.Inbox != nil {
		s.Inbox.Told([]string{person})
	}
}
