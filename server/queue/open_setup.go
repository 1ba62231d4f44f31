package queue

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// Setups implements queue.API.
func (s *Service) Setups(_ context.Context, _ queue.SetupsOf) (queue.Setups, error) {
	return queue.Setups{}, fault.New(fault.Unknown, "unknown")
}

// Setup implements queue.API.
func (s *Service) Setup(_ context.Context, _ queue.QueueID) (queue.Setup, error) {
	return queue.Setup{}, fault.New(fault.Unknown, "unknown")
}

// Create implements queue.API.
func (s *Service) Create(_ context.Context, _ queue.NewQueue) (queue.Setup, error) {
	return queue.Setup{}, fault.New(fault.Unknown, "unknown")
}

// Configure implements queue.API.
func (s *Service) Configure(_ context.Context, _ queue.Configure) (queue.Setup, error) {
	return queue.Setup{}, fault.New(fault.Unknown, "unknown")
}

// Absent implements queue.API.
func (s *Service) Absent(_ context.Context, _ queue.NewLeave) (queue.Setup, error) {
	return queue.Setup{}, fault.New(fault.Unknown, "unknown")
}

// Present implements queue.API.
func (s *Service) Present(_ context.Context, _ queue.LeaveID) (queue.Setup, error) {
	return queue.Setup{}, fault.New(fault.Unknown, "unknown")
}

// Devices implements queue.API.
func (s *Service) Devices(_ context.Context, _ queue.DevicesOf) (queue.Devices, error) {
	return queue.Devices{}, fault.New(fault.Unknown, "unknown")
}

// Install implements queue.API.
func (s *Service) Install(_ context.Context, _ queue.NewDevice) (queue.Installed, error) {
	return queue.Installed{}, fault.New(fault.Unknown, "unknown")
}

// Revoke implements queue.API.
func (s *Service) Revoke(_ context.Context, _ queue.DeviceID) (queue.Devices, error) {
	return queue.Devices{}, fault.New(fault.Unknown, "unknown")
}

// Figures implements queue.API.
func (s *Service) Figures(_ context.Context, _ queue.FiguresOf) (queue.Figures, error) {
	return queue.Figures{}, fault.New(fault.Unknown, "unknown")
}
