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

// Tickets implements queue.API.
func (s *Service) Tickets(_ context.Context, _ queue.TicketsOf) (queue.Tickets, error) {
	return queue.Tickets{}, fault.New(fault.Unknown, "unknown")
}

// Ticket implements queue.API.
func (s *Service) Ticket(_ context.Context, _ queue.TicketID) (queue.TicketView, error) {
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

// Reshare implements queue.API.
func (s *Service) Reshare(_ context.Context, _ queue.TicketID) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// Shared implements queue.API.
func (s *Service) Shared(_ context.Context, _ queue.Secret) (queue.TicketView, error) {
	return queue.TicketView{}, fault.New(fault.Unknown, "unknown")
}

// Desks implements queue.API.
func (s *Service) Desks(context.Context) (queue.Desks, error) {
	return queue.Desks{}, fault.New(fault.Unknown, "unknown")
}

// Desk implements queue.API.
func (s *Service) Desk(_ context.Context, _ queue.DayID) (queue.Desk, error) {
	return queue.Desk{}, fault.New(fault.Unknown, "unknown")
}

// Act implements queue.API.
func (s *Service) Act(_ context.Context, _ queue.Act) (queue.Acted, error) {
	return queue.Acted{}, fault.New(fault.Unknown, "unknown")
}

// Issue implements queue.API.
func (s *Service) Issue(_ context.Context, _ queue.Issue) (queue.Acted, error) {
	return queue.Acted{}, fault.New(fault.Unknown, "unknown")
}
