package place

import "context"

// API is the contract of the places of the regency.
//
//api:base /api/places
type API interface {
	// List finds service points, the best match first, else by kind and name.
	//
	//api:get / anyone cache=60
	List(ctx context.Context, filter Filter) (Page, error)

	// Summary is the regency at a glance: how much there is, and how much of
	// it is open now.
	//
	//api:get /summary anyone cache=30
	Summary(ctx context.Context) (Summary, error)

	// Map returns outlines for the map.
	//
	//api:get /map anyone cache=3600
	Map(ctx context.Context, filter MapFilter) (Map, error)

	// Get returns one service point. Fault: unknown.
	//
	//api:get /{id} anyone cache=60
	Get(ctx context.Context, id ID) (Detail, error)

	// Correct files a citizen's note that a fact about a place is wrong, for
	// its agency to check. Sending it twice with one key files it once.
	// Fault: unknown, invalid, busy (too many wait to be read).
	//
	//api:post /{id}/corrections anyone once
	Correct(ctx context.Context, correction NewCorrection) (Correction, error)

	// Desk lists the places the reader may edit, those with a draft first.
	//
	//api:get /desk agency
	Desk(ctx context.Context, filter DeskFilter) (Desk, error)

	// Edit returns what is public, what is drafted, what was, and what
	// citizens say is wrong. Fault: unknown, also for another agency's place.
	//
	//api:get /desk/{id} agency
	Edit(ctx context.Context, id ID) (Edit, error)

	// Version returns the content of an older version. Fault: unknown.
	//
	//api:get /desk/{id}/versions/{number} agency
	Version(ctx context.Context, at VersionID) (Content, error)

	// Save keeps a draft. Fault: unknown, conflict (edited_meanwhile).
	//
	//api:put /desk/{id}/draft agency
	Save(ctx context.Context, draft SaveDraft) (Edit, error)

	// Discard throws a draft away. Fault: unknown, conflict (edited_meanwhile).
	//
	//api:delete /desk/{id}/draft/{save} agency
	Discard(ctx context.Context, at DraftID) (Edit, error)

	// Publish makes the draft public. Whoever wrote it last cannot (fault:
	// denied, own_draft). Fault: unknown, conflict (edited_meanwhile).
	//
	//api:post /desk/{id}/draft/{save}/publish agency
	Publish(ctx context.Context, at DraftID) (Edit, error)

	// Settle closes a citizen's note about a place. Fault: unknown.
	//
	//api:post /desk/{id}/corrections/{code}/settle agency
	Settle(ctx context.Context, note NoteID) (Edit, error)
}
