package partner

import (
	"context"
	"fmt"

	"rumah/shared/fault"
)

// notMixed is the kind of all prescriptions: the house does not know what a
// doctor writes.
const notMixed = "Non Racikan"

const noPharmacy = "Antrean Farmasi tidak tersedia"

// visitOf finds the booking of somebody who has come.
func (s *Service) visitOf(ctx context.Context, c call) (b booking, a *answer, err error) {
	if c.ask["kodebooking"] == "" {
		return b, refuse(noCode), nil
	}
	b, found, err := s.bookingCoded(ctx, c.h.PlaceID, c.ask["kodebooking"])
	if err != nil {
		return b, nil, err
	}
	if !found {
		return b, refuse(noBooking), nil
	}
	if _, err = s.standing(ctx, &b); err != nil {
		return b, nil, err
	}
	switch {
	case b.Status == statusCancelled:
		return b, refuse(wasCancelled, s.at(b.CancelledAt)), nil
	case b.CheckedAt.IsZero():
		return b, refuse("Anda belum melakukan checkin, Silahkan checkin terlebih dahulu"), nil
	}
	return b, nil, nil
}

// takePharmacy answers ambilantreanfarmasi. Who has a number gets it again.
func (s *Service) takePharmacy(ctx context.Context, c call) (*answer, error) {
	b, a, err := s.visitOf(ctx, c)
	if a != nil || err != nil {
		return a, err
	}
	ticket := b.PharmacyID
	if ticket == "" {
		if ticket, err = s.medicine(ctx, b); err != nil {
			if f := fault.From(err); f.Code != fault.Broken {
				return refuse(noPharmacy), nil
			}
			return nil, err
		}
	}
	t, err := s.Lines.Ticket(ctx, ticket)
	if err != nil {
		return nil, err
	}
	return ok(struct {
		Kind    string `json:"jenisresep"`
		Number  int    `json:"nomorantrean"`
		Remarks string `json:"keterangan"`
	}{notMixed, t.Number, ""}), nil
}

// medicine takes a number at the pharmacy, or finds the one that the counter
// gave when the visit went on there.
func (s *Service) medicine(ctx context.Context, b booking) (string, error) {
	steps, err := s.Lines.Steps(ctx, []string{b.TicketID})
	if err != nil {
		return "", err
	}
	ticket := ""
	for _, step := range steps {
		if step.Part == "pharmacy" {
			ticket = step.ID
		}
	}
	if ticket == "" {
		t, err := s.Lines.Pharmacy(ctx, b.TicketID, "bpjs:"+b.PlaceID, b.ID+":pharmacy")
		if err != nil {
			return "", err
		}
		ticket = t.ID
	}
	if _, err := s.db.NewRaw(`UPDATE bpjs_bookings SET pharmacy_id = ? WHERE id = ?`, ticket, b.ID).Exec(ctx); err != nil {
		return "", fmt.Errorf("keep the number at the pharmacy: %w", err)
	}
	return ticket, nil
}

// pharmacy answers statusantreanfarmasi.
func (s *Service) pharmacy(ctx context.Context, c call) (*answer, error) {
	b, a, err := s.visitOf(ctx, c)
	if a != nil || err != nil {
		return a, err
	}
	if b.PharmacyID == "" {
		return refuse("Anda belum mengambil antrean farmasi"), nil
	}
	t, err := s.Lines.Ticket(ctx, b.PharmacyID)
	if err != nil {
		return nil, err
	}
	given, left, called, err := s.Lines.Standing(ctx, t.Day)
	if err != nil {
		return nil, err
	}
	return ok(struct {
		Kind    string `json:"jenisresep"`
		Total   int    `json:"totalantrean"`
		Left    int    `json:"sisaantrean"`
		Called  int    `json:"antreanpanggil"`
		Remarks string `json:"keterangan"`
	}{notMixed, given, left, called, ""}), nil
}
