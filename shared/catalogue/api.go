package catalogue

import "context"

// API is the contract of the catalogue: every service of every agency, and
// the apps the agencies already have.
//
//api:base /api/services
type API interface {
	// Find answers what people type, the best match first; without a text it
	// lists by name.
	//
	//api:get / anyone cache=60
	Find(ctx context.Context, query Query) (Results, error)

	// Topics is the catalogue at a glance: how much there is of what, and
	// what people look for most.
	//
	//api:get /topics anyone cache=60
	Topics(ctx context.Context) (Overview, error)

	// Get returns one service. Fault: unknown.
	//
	//api:get /{id} anyone cache=60
	Get(ctx context.Context, id ID) (Service, error)

	// App returns one app of an agency. Fault: unknown.
	//
	//api:get /apps/{id} anyone cache=60
	App(ctx context.Context, id ID) (App, error)

	// Desk lists the services the reader may edit, those with a draft first.
	//
	//api:get /desk agency
	Desk(ctx context.Context, filter DeskFilter) (Desk, error)

	// Edit returns what is public, what is drafted and what was.
	// Fault: unknown, also for another agency's service.
	//
	//api:get /desk/{id} agency
	Edit(ctx context.Context, id ID) (Edit, error)

	// Version returns the content of an older version. Fault: unknown.
	//
	//api:get /desk/{id}/versions/{number} agency
	Version(ctx context.Context, at VersionID) (Content, error)

	// Create begins a service that is not public before it is published.
	// Fault: conflict (taken), invalid (id: a reserved name), denied for
	// another agency.
	//
	//api:post /desk agency once
	Create(ctx context.Context, service NewService) (Edit, error)

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

	// Retire takes a service out of the catalogue; its history stays, and
	// publishing a draft brings it back. Fault: unknown.
	//
	//api:post /desk/{id}/retire agency once
	Retire(ctx context.Context, retire Retirement) (Edit, error)
}
