package paper

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	shared "rumah/shared/api"
	"rumah/shared/form"
	"rumah/shared/paper"
)

// File implements paper.API.
func (s *Service) File(ctx context.Context, id paper.ID) (shared.File, error) {
	a := api.Actor(ctx)
	r, err := s.read(ctx, id.ID, ` AND finished_at IS NOT NULL AND (person_id = ?1 OR ?2 AND sent_at IS NOT NULL)`, a.ID, a.Staff)
	if err != nil {
		return shared.File{}, err
	}
	if r.Person != a.ID {
		if err := s.Reach(ctx, r.Application); err != nil {
			return shared.File{}, err
		}
	}
	data, err := s.get(ctx, r.ID, keyOf(r.ID))
	return shared.File{Name: r.Name, Type: r.Type, Data: data}, err
}

// Discard implements paper.API.
func (s *Service) Discard(ctx context.Context, id paper.ID) error {
	r, err := s.own(ctx, id.ID)
	if err != nil {
		return err
	}
	gone, err := s.forget(ctx, r.ID)
	if err == nil && !gone {
		err = s.sent(ctx, id)
	}
	return err
}

// sent is why a file could not be taken back: nothing, when it is gone.
func (s *Service) sent(ctx context.Context, id paper.ID) error {
	if _, err := s.own(ctx, id.ID); err != nil {
		return err
	}
	return conflict("paper_sent")
}

// Files are the files of an application that answer its questions, by id, as
// the house knows them, and which question each answers.
func (s *Service) Files(ctx context.Context, application string, ids []string) (map[string]form.File, map[string]string, error) {
	var rows []row
	err := s.db.NewRaw(`SELECT `+rowColumns+` FROM files WHERE application_id = ? AND id = ANY(?::text[]) AND finished_at IS NOT NULL`, application, pgdialect.Array(ids)).Scan(ctx, &rows)
	if err != nil {
		return nil, nil, fmt.Errorf("look up files: %w", err)
	}
	files, questions := map[string]form.File{}, map[string]string{}
	for _, r := range rows {
		files[r.ID], questions[r.ID] = r.file(), r.Question
	}
	return files, questions, nil
}

// Save notes which files the saved answers of a draft name. The others are
// forgotten after a while.
func (s *Service) Save(ctx context.Context, tx bun.IDB, application string, ids []string) error {
	_, err := tx.NewRaw(`UPDATE files SET saved = NOT saved WHERE application_id = ? AND saved <> (id = ANY(?::text[]))`, application, pgdialect.Array(ids)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the files of a draft: %w", err)
	}
	return nil
}

// Keep notes that files were sent with an application: they stay as long as
// it does.
func (s *Service) Keep(ctx context.Context, tx bun.IDB, application string, ids []string) error {
	_, err := tx.NewRaw(`UPDATE files SET sent_at = ? WHERE application_id = ? AND id = ANY(?::text[]) AND sent_at IS NULL`, s.now().UTC(), application, pgdialect.Array(ids)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("keep the files of an application: %w", err)
	}
	return nil
}
