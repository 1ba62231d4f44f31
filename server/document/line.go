package document

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/calendar"
	"rumah/shared/document"
	contract "rumah/shared/permit"
	"rumah/shared/proof"
)

// row is a document as lists have it.
type row struct {
	ID, Application, Person string
	ServiceID, Service      string
	Title, Number           string
	Holder, Issuer          string
	Signer, Office          string
	Date, Until, Code       string
	Certified               bool
	Size                    int64
	Ended, Reason, Instead  string
	EndedAt                 bun.NullTime
	SignedAt                time.Time
	Hash                    []byte
}

const rowSQL = `
SELECT d.id, d.application_id AS application, d.person_id AS person, d.service_id, coalesce(s.name, d.title) AS service, d.title, d.number, d.holder, d.issuer, d.signer, d.office,
  d.date::text AS date, coalesce(d.until::text, '') AS until, d.code, d.certified, d.size, coalesce(d.ended, '') AS ended, d.reason, coalesce(i.number, '') AS instead,
  d.ended_at, d.signed_at, d.hash
FROM documents d LEFT JOIN services s ON s.id = d.service_id LEFT JOIN documents i ON i.id = d.instead_id WHERE `

// rows are the documents for which the rest of a statement holds.
func (s *Service) rows(ctx context.Context, rest string, args ...any) ([]row, error) {
	var list []row
	if err := s.db.NewRaw(rowSQL+rest, args...).Scan(ctx, &list); err != nil {
		return nil, fmt.Errorf("read documents: %w", err)
	}
	return list, nil
}

// one is the only document for which the rest of a statement holds. Fault:
// unknown.
func (s *Service) one(ctx context.Context, rest string, args ...any) (row, error) {
	list, err := s.rows(ctx, rest, args...)
	if err == nil && len(list) != 1 {
		err = unknown()
	}
	if err != nil {
		return row{}, err
	}
	return list[0], nil
}

// line is a document as those read it who may know whose it is.
func (s *Service) line(r row) document.Line {
	link, _ := proof.Link(s.Origin, r.Code)
	return document.Line{
		ID: r.ID, Application: r.Application, Service: document.Named{ID: r.ServiceID, Name: r.Service}, Title: r.Title, Number: r.Number, Holder: r.Holder, Issuer: r.Issuer,
		Signer: r.Signer, Date: calendar.Date(r.Date), Until: calendar.Date(r.Until), Status: s.status(r), Certified: r.Certified, Link: link, Size: r.Size,
		Ended: utc(r.EndedAt.Time), Reason: r.Reason, Instead: r.Instead,
	}
}

// status is what a document is today.
func (s *Service) status(r row) proof.Status {
	switch {
	case r.Ended != "":
		return proof.Status(r.Ended)
	case r.Until != "" && s.day(s.now()) > calendar.Date(r.Until):
		return proof.Expired
	}
	return proof.Genuine
}

func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC()
}

// Letters implements permit.Documents.
func (s *Service) Letters(ctx context.Context, ids []string) ([]contract.Letter, error) {
	rows, err := s.rows(ctx, `d.id = ANY(?::text[])`, pgdialect.Array(ids))
	letters := make([]contract.Letter, len(rows))
	for i, r := range rows {
		letters[i] = contract.Letter{ID: r.ID, Number: r.Number, Holder: r.Holder, Issuer: r.Issuer, Status: s.status(r)}
	}
	return letters, err
}
