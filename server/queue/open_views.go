package queue

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Lines implements queue.API.
func (s *Service) Lines(_ context.Context, _ queue.LinesOf) (queue.Lines, error) {
	return queue.Lines{}, fault.New(fault.Unknown, "unknown")
}

// Day implements queue.API.
func (s *Service) Day(_ context.Context, _ queue.DayID) (queue.DayView, error) {
	return queue.DayView{}, fault.New(fault.Unknown, "unknown")
}

// Tickets implements queue.API.
func (s *Service) Tickets(_ context.Context, _ queue.TicketsOf) (queue.Tickets, error) {
	return queue.Tickets{}, fault.New(fault.Unknown, "unknown")
}

// Ticket implements queue.API.
func (s *Service) Ticket(_ context.Context, _ queue.TicketID) (queue.TicketView, error) {
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

// Screen implements queue.API.
func (s *Service) Screen(_ context.Context, _ queue.Secret) (queue.Screen, error) {
	return queue.Screen{}, fault.New(fault.Unknown, "unknown")
}

// Desks implements queue.API.
func (s *Service) Desks(context.Context) (queue.Desks, error) {
	return queue.Desks{}, fault.New(fault.Unknown, "unknown")
}

// Desk implements queue.API.
func (s *Service) Desk(_ context.Context, _ queue.DayID) (queue.Desk, error) {
	return queue.Desk{}, fault.New(fault.Unknown, "unknown")
}
