package live

import "context"

// API is the contract of live data for phones whose network blocks sockets:
// they ask again and again what a socket would have pushed.
//
//api:base /api/live
type API interface {
	// Follow returns what happened to a topic since a version, or all that is
	// known of it. Fault: unknown.
	//
	//api:get / anyone
	Follow(ctx context.Context, since Since) (Frame, error)
}
