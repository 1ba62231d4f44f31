package queue

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Take implements queue.API.
func (s *Service) Take(_ context.Context, _ queue.NewTicket) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// StepOut implements queue.API.
func (s *Service) StepOut(_ context.Context, _ queue.StepOut) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// ComeBack implements queue.API.
func (s *Service) ComeBack(_ context.Context, _ queue.TicketID) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// CheckIn implements queue.API.
func (s *Service) CheckIn(_ context.Context, _ queue.CheckIn) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// Cancel implements queue.API.
func (s *Service) Cancel(_ context.Context, _ queue.TicketID) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// Act implements queue.API.
func (s *Service) Act(_ context.Context, _ queue.Act) (queue.Acted, error) {
	return queue.Acted{}, fault.New(fault.Unknown, "unknown")
}

// Issue implements queue.API.
func (s *Service) Issue(_ context.Context, _ queue.Issue) (queue.Acted, error) {
	return queue.Acted{}, fault.New(fault.Unknown, "unknown")
}

// Print implements queue.API.
func (s *Service) Print(_ context.Context, _ queue.Printing) (queue.Slip, error) {
	return queue.Slip{}, fault.New(fault.Unknown, "unknown")
}
