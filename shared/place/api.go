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
	// Fault: unknown, invalid.
	//
	//api:post /{id}/corrections anyone once
	Correct(ctx context.Context, correction NewCorrection) (Correction, error)
}
