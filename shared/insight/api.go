// Package insight is what offices have really done, for everybody to read:
// how much came in, how long it took, and how often the promise was kept.
// Nothing of it tells of a person: what fewer than Few people would make up
// is not told.
package insight

import "context"

// API is the contract of public figures.
//
//api:base /api/insight
type API interface {
	// Services are the services that can be applied for, with their figures
	// of the last twelve months.
	//
	//api:get /services anyone cache=300
	Services(ctx context.Context) (Services, error)

	// Service is one of them, month by month. Fault: unknown, also for one
	// that was never applied for here.
	//
	//api:get /services/{service} anyone cache=300
	Service(ctx context.Context, of ServiceID) (Service, error)
}
