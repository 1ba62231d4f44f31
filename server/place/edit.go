package place

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/revision"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/place"
	shared "rumah/shared/revision"
)

// shelf holds what agencies write about their places. The first version is
// what a city pack says; it is put there when the second is published.
var shelf = revision.Shelf[place.Content]{Kind: "place"}

type version = revision.Version[place.Content]

// Desk implements place.API.
func (s *Service) Desk(ctx context.Context, filter place.DeskFilter) (place.Desk, error) {
	after, err := parseCursor(filter.After)
	if err != nil {
		return place.Desk{}, err
	}
	desk := place.Desk{Items: []place.DeskLine{}}
	if !database.Storable(filter.Text) {
		return desk, nil
	}
	limit := filter.Limit
	if limit <= 0 {
		limit = usualPage
	}
	limit = min(limit, mostPage)
	lines, total, err := s.deskLines(ctx, deskSearch{Scope: api.ScopeOf(ctx, access.Agency), Text: filter.Text, Cursor: after, Limit: limit + 1})
	if err != nil {
		return place.Desk{}, err
	}
	desk.Total = total
	if len(lines) > limit {
		lines = lines[:limit]
		desk.Next = api.Cursor(lines[limit-1].cursor())
	}
	reader := api.Actor(ctx).ID
	for _, l := range lines {
		l.State = stateOf(l.Draft != nil)
		if l.Draft != nil {
			l.Draft.Own = l.Author == reader
		}
		desk.Items = append(desk.Items, l.DeskLine)
	}
	return desk, nil
}

func stateOf(drafted bool) shared.State {
	if drafted {
		return shared.Drafted
	}
	return shared.Published
}

// Edit implements place.API.
func (s *Service) Edit(ctx context.Context, id place.ID) (place.Edit, error) {
	own, err := mine(ctx, s.db, id.ID)
	if err != nil {
		return place.Edit{}, err
	}
	draft, err := shelf.Draft(ctx, s.db, own.ID)
	if err != nil {
		return place.Edit{}, err
	}
	e := place.Edit{ID: own.ID, Kind: own.Kind, AgencyName: own.AgencyName, State: stateOf(draft != nil), Draft: draft.For(api.Actor(ctx))}
	if e.Public, err = content(ctx, s.db, own); err != nil {
		return place.Edit{}, err
	}
	if e.Drafted = e.Public; draft != nil {
		e.Drafted = whole(draft.Content)
	}
	if e.History, err = shelf.History(ctx, s.db, own.ID); err != nil {
		return place.Edit{}, err
	}
	if len(e.History) == 0 {
		e.History = append(e.History, shared.Version{Number: packVersion, PublishedAt: own.LoadedAt.UTC()})
	}
	e.Notes, err = s.notes(ctx, own.ID)
	return e, err
}

// packVersion is what the pack says, as long as nobody has written anything.
const packVersion = 1

// Version implements place.API.
func (s *Service) Version(ctx context.Context, at place.VersionID) (place.Content, error) {
	own, err := mine(ctx, s.db, at.ID)
	if err != nil {
		return place.Content{}, err
	}
	if !own.Own && at.Number == packVersion {
		return content(ctx, s.db, own)
	}
	c, err := shelf.Content(ctx, s.db, own.ID, at.Number)
	return whole(c), err
}

// Save implements place.API.
func (s *Service) Save(ctx context.Context, draft place.SaveDraft) (place.Edit, error) {
	return s.write(ctx, draft.ID, func(tx bun.Tx, own subject) error {
		return shelf.Save(ctx, tx, revision.Write[place.Content]{
			ID: own.ID, Save: draft.Save, Base: own.Version, Note: draft.Note, Content: whole(draft.Content), Author: api.Actor(ctx), At: s.now(),
		})
	})
}

// Discard implements place.API.
func (s *Service) Discard(ctx context.Context, at place.DraftID) (place.Edit, error) {
	return s.write(ctx, at.ID, func(tx bun.Tx, own subject) error {
		return shelf.Discard(ctx, tx, own.ID, at.Save)
	})
}

// Publish implements place.API.
func (s *Service) Publish(ctx context.Context, at place.DraftID) (place.Edit, error) {
	return s.write(ctx, at.ID, func(tx bun.Tx, own subject) error {
		if !own.Own {
			before, err := content(ctx, tx, own)
			if err != nil {
				return err
			}
			first := version{Version: shared.Version{PublishedAt: own.LoadedAt}, Content: before}
			if _, err := shelf.Add(ctx, tx, own.ID, first); err != nil {
				return err
			}
		}
		v, err := shelf.Publish(ctx, tx, own.ID, at.Save, api.Actor(ctx), s.now())
		if err != nil {
			return err
		}
		return public(ctx, tx, own.ID, v)
	})
}

// Settle implements place.API. A note that is settled already stays settled
// by whoever did it.
func (s *Service) Settle(ctx context.Context, note place.NoteID) (place.Edit, error) {
	return s.write(ctx, note.ID, func(tx bun.Tx, own subject) error {
		if !database.Storable(note.Code) {
			return fault.New(fault.Unknown, "unknown")
		}
		return s.settle(ctx, tx, own.ID, note.Code)
	})
}

// write changes something about a place, all at once or not at all, and
// answers with what its desk shows after that. change uses the context of
// its caller, who says in whose name it happens: a transaction within a
// transaction comes with another.
func (s *Service) write(ctx context.Context, id string, change func(bun.Tx, subject) error) (place.Edit, error) {
	err := s.db.RunInTx(ctx, nil, func(_ context.Context, tx bun.Tx) error {
		own, err := hold(ctx, tx, id)
		if err != nil {
			return err
		}
		return change(tx, own)
	})
	if err != nil {
		return place.Edit{}, err
	}
	return s.Edit(ctx, place.ID{ID: id})
}

// whole is content whose lists are never null for those who read it as JSON,
// with the hours in the order of the week.
func whole(c place.Content) place.Content {
	if c.Aliases == nil {
		c.Aliases = []string{}
	}
	week := append([]place.Span{}, c.Week...)
	slices.SortStableFunc(week, func(a, b place.Span) int {
		if a.Day != b.Day {
			return int(a.Day - b.Day)
		}
		return int(a.Open - b.Open)
	})
	c.Week = week
	return c
}
