package document

import (
	"context"

	"rumah/shared/identity"
)

// Copy are somebody's documents as their copy has them, the latest first.
func (s *Service) Copy(ctx context.Context, person string) ([]identity.ExportedLetter, error) {
	rows, err := s.rows(ctx, `d.person_id = ? ORDER BY d.signed_at DESC, d.id`, person)
	list := make([]identity.ExportedLetter, len(rows))
	for i, r := range rows {
		d := s.line(r)
		list[i] = identity.ExportedLetter{Title: d.Title, Number: d.Number, Holder: d.Holder, Issuer: d.Issuer, Date: d.Date, Until: d.Until, Status: string(d.Status), Reason: d.Reason, Link: d.Link}
	}
	return list, err
}
