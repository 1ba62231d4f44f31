package paper

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/uptrace/bun"
	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"

	"rumah/server/database"
	"rumah/shared/form"
	"rumah/shared/paper"
)

// row is a file.
type row struct {
	ID, Person, Application, Question string
	Name, Type, Letter                string
	Size, Received                    int64
	Pieces                            []string `bun:",array"`
	FinishedAt, SentAt                bun.NullTime
}

func (r *row) file() form.File {
	return form.File{ID: r.ID, Name: r.Name, Type: r.Type, Size: r.Size, Letter: r.Letter}
}

func (r *row) upload() paper.Upload {
	u := paper.Upload{ID: r.ID, Application: r.Application, Question: r.Question, Name: r.Name, Type: r.Type, Size: r.Size, At: r.Received}
	if !r.FinishedAt.IsZero() {
		u.Kept = r.file()
	}
	return u
}

const rowColumns = `id, person_id AS person, application_id AS application, question, name, type, size, received, pieces, finished_at, sent_at, coalesce(letter_id, '') AS letter`

// read is the file for which a condition holds. Fault: unknown.
func (s *Service) read(ctx context.Context, id, where string, args ...any) (*row, error) {
	if !database.Storable(id) {
		return nil, unknown()
	}
	r := &row{}
	err := s.db.NewRaw(`SELECT `+rowColumns+` FROM files WHERE id = ?0`+where, append([]any{id}, args...)...).Scan(ctx, r)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, unknown()
	case err != nil:
		return nil, fmt.Errorf("read a file's row: %w", err)
	}
	return r, nil
}

// begin writes a file that is to come, when somebody has not too many that
// wait. Two begun in the same moment may both be the last that fits.
func (s *Service) begin(ctx context.Context, r *row, now time.Time) (there bool, err error) {
	done, err := s.db.NewRaw(`
INSERT INTO files (id, person_id, application_id, question, name, type, size, begun_at, touched_at, letter_id)
SELECT ?0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, nullif(?10, '') FROM (SELECT count(*) AS many, coalesce(sum(size), 0) AS bytes FROM files WHERE person_id = ?1 AND sent_at IS NULL) waiting
WHERE many < ?8 AND bytes + ?6 <= ?9`, r.ID, r.Person, r.Application, r.Question, r.Name, r.Type, r.Size, now, paper.MostFiles, int64(paper.MostWaiting), r.Letter).Exec(ctx)
	if err != nil {
		return false, fmt.Errorf("begin a file: %w", err)
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// add notes a piece that lies at a key, unless another came to its place
// before.
func (s *Service) add(ctx context.Context, r *row, at int64, size int, key string) (added bool, err error) {
	done, err := s.db.NewRaw(`
UPDATE files SET received = received + ?0, pieces = pieces || ?1::text, touched_at = ?2 WHERE id = ?3 AND received = ?4 AND finished_at IS NULL`,
		size, key, s.now().UTC(), r.ID, at).Exec(ctx)
	if err != nil {
		return false, fmt.Errorf("add a piece of a file: %w", err)
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// finish notes what a file has become. Of two at once both are right.
func (s *Service) finish(ctx context.Context, r *row, hash []byte) error {
	_, err := s.db.NewRaw(`
UPDATE files SET type = ?0, size = ?1, received = ?1, hash = ?2, finished_at = ?3, touched_at = ?3 WHERE id = ?4 AND finished_at IS NULL`,
		r.Type, r.Size, hash, s.now().UTC(), r.ID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("finish a file: %w", err)
	}
	return nil
}

// dropPieces deletes the pieces of a file that lies whole now.
func (s *Service) dropPieces(ctx context.Context, id string) error {
	if err := s.remove(ctx, id, false); err != nil {
		return err
	}
	if _, err := s.db.NewRaw(`UPDATE files SET pieces = '{}' WHERE id = ?`, id).Exec(ctx); err != nil {
		return fmt.Errorf("note that pieces are gone: %w", err)
	}
	return nil
}

// forget deletes a row; what lies outside follows, see Sweep.
func (s *Service) forget(ctx context.Context, id string) (gone bool, err error) {
	done, err := s.db.NewRaw(`DELETE FROM files WHERE id = ? AND sent_at IS NULL`, id).Exec(ctx)
	if err != nil {
		return false, fmt.Errorf("forget a file: %w", err)
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// keyOf is where a whole file lies.
func keyOf(id string) string { return "files/" + id }

// piecesOf is what the keys of its pieces begin with.
func piecesOf(id string) string { return "pieces/" + id + "/" }

// put seals bytes of a file and lays them outside.
func (s *Service) put(ctx context.Context, id, key string, data []byte) error {
	err := s.Store.WriteAll(ctx, key, s.Vault.Seal("file "+id, data), &blob.WriterOptions{ContentType: "application/octet-stream"})
	if err != nil {
		return fmt.Errorf("put a file: %w", err)
	}
	return nil
}

// get reads what put has laid there.
func (s *Service) get(ctx context.Context, id, key string) ([]byte, error) {
	sealed, err := s.Store.ReadAll(ctx, key)
	if err != nil {
		return nil, fmt.Errorf("get a file: %w", err)
	}
	data, err := s.Vault.Open("file "+id, sealed)
	if err != nil {
		return nil, fmt.Errorf("get file %s: %w", id, err)
	}
	return data, nil
}

// remove deletes all bytes of a file that lie outside, whole only with
// everything.
func (s *Service) remove(ctx context.Context, id string, everything bool) error {
	keys := []string{}
	if everything {
		keys = append(keys, keyOf(id))
	}
	for list := s.Store.List(&blob.ListOptions{Prefix: piecesOf(id)}); ; {
		object, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("list pieces of a file: %w", err)
		}
		keys = append(keys, object.Key)
	}
	for _, key := range keys {
		if err := s.Store.Delete(ctx, key); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
			return fmt.Errorf("delete a file: %w", err)
		}
	}
	return nil
}
