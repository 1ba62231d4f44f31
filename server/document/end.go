package document

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/server/permit"
	"rumah/shared/fault"
)

// holds is the condition that a document d holds on a day.
const holds = `d.ended IS NULL AND (d.until IS NULL OR d.until >= ?::date)`

// End implements permit.Documents. What holds instead must be a document of
// the same service and account that holds. An application that ended in no document of the
// house, for its card was printed elsewhere, has none to end.
func (s *Service) End(ctx context.Context, tx bun.IDB, application string, e permit.Ending) error {
	var d struct{ ID, Person, Service string }
	// Both are held, in one order: of two that are to replace each other one does.
	_, err := tx.NewRaw(`
SELECT FROM documents WHERE application_id = ?0 OR number = ?1 AND person_id = (SELECT person_id FROM documents WHERE application_id = ?0) ORDER BY id FOR UPDATE`, application, e.Instead).Exec(ctx)
	if err == nil {
		err = tx.NewRaw(`SELECT id, person_id AS person, service_id AS service FROM documents WHERE application_id = ?`, application).Scan(ctx, &d)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("find the document of an application: %w", err)
	}
	ended, instead := "revoked", sql.NullString{}
	if e.Instead != "" {
		ended = "replaced"
		err := tx.NewRaw(`SELECT id FROM documents d WHERE number = ? AND person_id = ? AND service_id = ? AND id <> ? AND `+holds+` LIMIT 1`, e.Instead, d.Person, d.Service, d.ID, string(s.day(e.At))).Scan(ctx, &instead)
		if errors.Is(err, sql.ErrNoRows) {
			return fault.Wrong(fault.Field{Name: "number", Key: "document_instead"})
		}
		if err != nil {
			return fmt.Errorf("find what holds instead: %w", err)
		}
	}
	_, err = tx.NewRaw(`UPDATE documents SET ended = ?, ended_at = ?, ended_by = nullif(?, ''), reason = ?, instead_id = ? WHERE id = ?`, ended, e.At, e.By, e.Reason, instead, d.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end a document: %w", err)
	}
	return nil
}
