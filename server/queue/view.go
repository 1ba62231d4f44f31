package queue

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// view is a ticket of an account with all that its screen shows. Fault:
// unknown, also for somebody else's.
func (s *Service) view(ctx context.Context, account, ticket string) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// acted is what an officer reads after something was done to some numbers.
func (s *Service) acted(ctx context.Context, day string, numbers ...int) (queue.Acted, error) {
	return queue.Acted{}, fault.New(fault.Unknown, "unknown")
}
