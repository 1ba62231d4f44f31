package paper

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/inspect"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/paper"
)

// Begin implements paper.API.
func (s *Service) Begin(ctx context.Context, in paper.NewUpload) (paper.Upload, error) {
	if !database.Storable(in.Name) {
		return paper.Upload{}, fault.Wrong(fault.Field{Name: "name", Key: "characters"})
	}
	q, err := s.Question(ctx, in.Application, in.Question)
	if err != nil {
		return paper.Upload{}, err
	}
	if err := fits(&q, in.Type, in.Size); err != nil {
		return paper.Upload{}, err
	}
	if s.Count != nil {
		if err := s.Count(ctx); err != nil {
			return paper.Upload{}, err
		}
	}
	r := &row{ID: rand.Text(), Person: api.Actor(ctx).ID, Application: in.Application, Question: in.Question, Name: in.Name, Type: in.Type, Size: in.Size}
	there, err := s.begin(ctx, r, s.now().UTC())
	switch {
	case err != nil:
		return paper.Upload{}, err
	case !there:
		return paper.Upload{}, conflict("papers_full")
	}
	return r.upload(), nil
}

// fits looks whether a question takes a file that nobody has seen yet.
func fits(q *form.Question, kind string, size int64) error {
	var f check.Faults
	taken := slices.DeleteFunc(slices.Clone(q.Accepts()), func(k string) bool { return !slices.Contains(inspect.Kinds, k) })
	if !slices.Contains(taken, kind) {
		f.Add("type", "file_type", form.FileKinds(taken))
	}
	if size > q.Bytes() {
		f.Add("size", "file_size", form.Megabytes(q.Bytes()))
	}
	return f.Err()
}

// own is a file of the maker of a request. Fault: unknown.
func (s *Service) own(ctx context.Context, id string) (*row, error) {
	return s.read(ctx, id, ` AND person_id = ?1`, api.Actor(ctx).ID)
}

// Upload implements paper.API.
func (s *Service) Upload(ctx context.Context, id paper.ID) (paper.Upload, error) {
	r, err := s.own(ctx, id.ID)
	if err != nil {
		return paper.Upload{}, err
	}
	return r.upload(), nil
}

// Add implements paper.API.
func (s *Service) Add(ctx context.Context, in paper.Piece) (paper.Upload, error) {
	r, err := s.own(ctx, in.ID)
	switch {
	case err != nil:
		return paper.Upload{}, err
	case !r.FinishedAt.IsZero() || in.At != r.Received:
		return r.upload(), nil
	case in.At+int64(len(in.Data)) > r.Size:
		return paper.Upload{}, fault.Wrong(fault.Field{Name: "size", Key: "file_size", Bound: form.Megabytes(r.Size)})
	case len(r.Pieces) >= paper.MostPieces: // each is written down, and read again at the end
		return paper.Upload{}, fault.Wrong(fault.Field{Name: "size", Key: "too_many", Bound: strconv.Itoa(paper.MostPieces)})
	}
	key := piecesOf(r.ID) + strconv.FormatInt(in.At, 10) + "-" + rand.Text() // of two at one place each lies by itself
	if err := s.put(ctx, r.ID, key, in.Data); err != nil {
		return paper.Upload{}, err
	}
	added, err := s.add(ctx, r, in.At, len(in.Data), key)
	if err != nil {
		return paper.Upload{}, err
	}
	if !added { // the same piece twice at once
		return s.Upload(ctx, paper.ID{ID: in.ID})
	}
	r.Received += int64(len(in.Data))
	return r.upload(), nil
}

// Finish implements paper.API.
func (s *Service) Finish(ctx context.Context, id paper.ID) (form.File, error) {
	r, err := s.own(ctx, id.ID)
	switch {
	case err != nil:
		return form.File{}, err
	case !r.FinishedAt.IsZero():
		return r.file(), nil
	case r.Received < r.Size:
		return form.File{}, conflict("paper_unfinished")
	}
	q, err := s.Question(ctx, r.Application, r.Question)
	if err != nil {
		return form.File{}, err
	}
	select {
	case s.looking <- struct{}{}:
		defer func() { <-s.looking }()
	case <-ctx.Done():
		return form.File{}, ctx.Err()
	}
	data, err := s.whole(ctx, r)
	if err != nil {
		if now, gone := s.own(ctx, r.ID); gone == nil && !now.FinishedAt.IsZero() { // asked twice at once, and the other was first
			return now.file(), nil
		}
		return form.File{}, err
	}
	if data, r.Type, err = inspect.File(data, r.Type); err == nil {
		err = kept(&q, r.Type, int64(len(data)))
	}
	if err != nil {
		if _, gone := s.forget(ctx, r.ID); gone != nil {
			return form.File{}, gone
		}
		return form.File{}, err
	}
	r.Size = int64(len(data))
	if err := s.put(ctx, r.ID, keyOf(r.ID), data); err != nil {
		return form.File{}, err
	}
	hash := sha256.Sum256(data)
	if err := s.finish(ctx, r, hash[:]); err != nil {
		return form.File{}, err
	}
	return r.file(), s.dropPieces(ctx, r.ID)
}

// kept looks whether a question takes what a file has become.
func kept(q *form.Question, kind string, size int64) error {
	switch {
	case !slices.Contains(q.Accepts(), kind):
		return fault.Wrong(fault.Field{Name: "file", Key: "file_type", Bound: form.FileKinds(q.Accepts())})
	case size > q.Bytes():
		return fault.Wrong(fault.Field{Name: "file", Key: "file_size", Bound: form.Megabytes(q.Bytes())})
	}
	return nil
}

// whole puts the pieces together.
func (s *Service) whole(ctx context.Context, r *row) ([]byte, error) {
	var all bytes.Buffer
	all.Grow(int(r.Size))
	for _, key := range r.Pieces {
		piece, err := s.get(ctx, r.ID, key)
		if err != nil {
			return nil, err
		}
		all.Write(piece)
	}
	if int64(all.Len()) != r.Size {
		return nil, fmt.Errorf("the pieces of file %s are %d bytes, not %d", r.ID, all.Len(), r.Size)
	}
	return all.Bytes(), nil
}
