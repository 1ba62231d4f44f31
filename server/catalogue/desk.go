package catalogue

import (
	"context"

	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// Desk implements catalogue.API.
func (s *Service) Desk(context.Context, catalogue.DeskFilter) (catalogue.Desk, error) {
	return catalogue.Desk{}, fault.New(fault.Unknown, "unknown")
}

// Edit implements catalogue.API.
func (s *Service) Edit(context.Context, catalogue.ID) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Version implements catalogue.API.
func (s *Service) Version(context.Context, catalogue.VersionID) (catalogue.Content, error) {
	return catalogue.Content{}, fault.New(fault.Unknown, "unknown")
}

// Create implements catalogue.API.
func (s *Service) Create(context.Context, catalogue.NewService) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Save implements catalogue.API.
func (s *Service) Save(context.Context, catalogue.SaveDraft) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Discard implements catalogue.API.
func (s *Service) Discard(context.Context, catalogue.DraftID) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Publish implements catalogue.API.
func (s *Service) Publish(context.Context, catalogue.DraftID) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}

// Retire implements catalogue.API.
func (s *Service) Retire(context.Context, catalogue.Retirement) (catalogue.Edit, error) {
	return catalogue.Edit{}, fault.New(fault.Unknown, "unknown")
}
