package place

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/place"
)

// Desk implements place.API.
func (s *Service) Desk(context.Context, place.DeskFilter) (place.Desk, error) {
	return place.Desk{}, fault.New(fault.Unknown, "unknown")
}

// Edit implements place.API.
func (s *Service) Edit(context.Context, place.ID) (place.Edit, error) {
	return place.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Save implements place.API.
func (s *Service) Save(context.Context, place.SaveDraft) (place.Edit, error) {
	return place.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Discard implements place.API.
func (s *Service) Discard(context.Context, place.DraftID) (place.Edit, error) {
	return place.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Publish implements place.API.
func (s *Service) Publish(context.Context, place.DraftID) (place.Edit, error) {
	return place.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Settle implements place.API.
func (s *Service) Settle(context.Context, place.NoteID) (place.Edit, error) {
	return place.Edit{}, fault.New(fault.Unknown, "unknown")
}
