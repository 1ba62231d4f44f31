package paper

import (
	"context"
	"crypto/rand"
	"crypto/sha256"

	"rumah/server/api"
	"rumah/shared/form"
)

// Adopt makes a file that answers a question of an application of the maker
// of a request, out of bytes that are the house's own. Of a file it takes what
// it is called, its type, and which letter it is. Fault: as Begin.
func (s *Service) Adopt(ctx context.Context, application, question string, f form.File, data []byte) (form.File, error) {
	q, err := s.Question(ctx, application, question)
	if err == nil {
		err = fits(&q, f.Type, int64(len(data)))
	}
	if err != nil {
		return form.File{}, err
	}
	r := &row{ID: rand.Text(), Person: api.Actor(ctx).ID, Application: application, Question: question, Name: f.Name, Type: f.Type, Letter: f.Letter, Size: int64(len(data))}
	there, err := s.begin(ctx, r, s.now().UTC())
	switch {
	case err != nil:
		return form.File{}, err
	case !there:
		return form.File{}, conflict("papers_full")
	}
	if err := s.put(ctx, r.ID, keyOf(r.ID), data); err != nil {
		return form.File{}, err
	}
	hash := sha256.Sum256(data)
	return r.file(), s.finish(ctx, r, hash[:])
}
