package inbox

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// talksTopic is where the desks hear that some conversation has changed. It
// says no more than that.
func (s *Service) talksTopic() string { return s.topic("talks of all desks") }

// stirred tells the desks, and whom a conversation is with.
func (s *Service) stirred(person string) {
	s.Told([]string{person})
	s.Publish(s.talksTopic(), 0, 0, "", []json.RawMessage{changed})
}

// answerable are the kinds of messages that may be replied to.
func answerable() []string {
	var kinds []string
	for _, k := range inbox.Kinds() {
		if inbox.Rules[k].Reply {
			kinds = append(kinds, string(k))
		}
	}
	return kinds
}

// Reply implements inbox.API. It reaches the agency that wrote last of those
// that can be written to.
func (s *Service) Reply(ctx context.Context, in inbox.NewReply) (inbox.View, error) {
	m, err := s.mine(ctx, in.ID)
	if err != nil {
		return inbox.View{}, err
	}
	person := api.Actor(ctx).ID
	switch said, err := s.reply(ctx, person, m.thread, in.Text); {
	case err != nil:
		return inbox.View{}, err
	case !said:
		return inbox.View{}, fault.New(fault.Conflict, "reply_closed")
	}
	s.stirred(person)
	return s.view(ctx, m)
}

// Talks implements inbox.API.
func (s *Service) Talks(ctx context.Context, of inbox.TalksOf) (inbox.Talks, error) {
	list := inbox.Talks{Items: []inbox.TalkLine{}, Topic: s.talksTopic(), Now: s.now()}
	var after talkCursor
	if of.After != "" {
		if err := api.ReadCursor(of.After, &after); err != nil {
			return list, err
		}
	}
	var err error
	if list.Waiting, err = s.talksWaiting(ctx); err != nil || !database.Storable(of.Text, after.ID) {
		return list, err
	}
	lines, err := s.talkLines(ctx, of, after)
	if err != nil {
		return list, err
	}
	if len(lines) > deskPage {
		lines = lines[:deskPage]
		list.Next = api.Cursor(lines[deskPage-1].cursor)
	}
	for _, l := range lines {
		list.Items = append(list.Items, l.TalkLine)
	}
	return list, nil
}

// Talk implements inbox.API.
func (s *Service) Talk(ctx context.Context, id inbox.ID) (inbox.Talk, error) {
	return s.talk(ctx, id.ID)
}

// Own implements inbox.API.
func (s *Service) Own(ctx context.Context, in inbox.Own) (inbox.Talk, error) {
	t, err := s.talk(ctx, in.ID)
	if err != nil {
		return t, err
	}
	owner := in.To
	switch {
	case in.Back:
		owner = ""
	case in.To == "":
		owner = api.Actor(ctx).ID
	case !slices.ContainsFunc(t.Colleagues, func(c inbox.Colleague) bool { return c.ID == in.To }):
		return t, fault.Wrong(fault.Field{Name: "to", Key: "choice"})
	}
	person, free, err := s.give(ctx, in.ID, owner, in.Over)
	switch {
	case err != nil:
		return t, err
	case !free:
		return t, fault.New(fault.Conflict, "talk_taken")
	}
	s.stirred(person)
	return s.talk(ctx, in.ID)
}

// Answer implements inbox.API. What is said and the message by which it goes
// out are written together.
func (s *Service) Answer(ctx context.Context, in inbox.Answer) (inbox.Talk, error) {
	t, err := s.settle(ctx, in.ID, in.Seen, in.Close, func(tx bun.Tx, t held) error {
		key, who := "answer:"+vault.Token(), api.Actor(ctx)
		told, err := s.Post(ctx, tx, Note{
			Person: t.person, Kind: inbox.Answered, Thread: t.thread, Key: key, Agency: t.agency, At: s.now(),
			Values: func(words.Lang) map[string]string {
				return map[string]string{"isi": in.Text, "petugas": who.Name, "dinas": t.name}
			},
		})
		switch {
		case err != nil:
			return err
		case len(told) == 0: // the account was closed
			return fault.New(fault.Conflict, "reply_closed")
		}
		return say(ctx, tx, t, key, who.ID, in.Text, s.now())
	})
	return t, err
}

// Close implements inbox.API.
func (s *Service) Close(ctx context.Context, in inbox.Close) (inbox.Talk, error) {
	return s.settle(ctx, in.ID, in.Seen, true, func(_ bun.Tx, t held) error {
		if t.more {
			return fault.New(fault.Conflict, "talk_more")
		}
		return nil
	})
}

// settle ends the waiting of a conversation, by whoever owns it or takes it
// now, with what do does. What the person wrote after seen still waits.
func (s *Service) settle(ctx context.Context, id, seen string, over bool, do func(bun.Tx, held) error) (inbox.Talk, error) {
	last, err := strconv.ParseInt(seen, 10, 64)
	if err != nil {
		last = 0
	}
	person, reader := "", api.Actor(ctx).ID
	err = s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) error {
		t, err := s.hold(ctx, tx, id, last)
		switch {
		case err != nil:
			return err
		case t.owner != "" && t.owner != reader:
			return fault.New(fault.Conflict, "talk_taken")
		}
		person = t.person
		if err := do(tx, t); err != nil {
			return err
		}
		_, err = tx.NewRaw(`
UPDATE talks t SET owner_id = ?0, changed_at = ?1::timestamptz, closed_at = CASE WHEN ?2 AND w.at IS NULL THEN ?1::timestamptz END, waits_at = w.at
FROM (SELECT min(at) AS at FROM sayings WHERE talk_id = ?3 AND NOT staff AND id > ?4) w WHERE t.id = ?3`, reader, s.now().UTC(), over, id, last).Exec(ctx)
		if err != nil {
			return fmt.Errorf("settle conversation %s: %w", id, err)
		}
		return nil
	})
	if err != nil {
		return inbox.Talk{}, err
	}
	s.stirred(person)
	return s.talk(ctx, id)
}
