package paper

import (
	"context"

	"rumah/shared/api"
	"rumah/shared/form"
)

// API is the contract of papers: those that people send with what they apply
// for. One comes in pieces, so that a lost connection costs a piece.
//
//api:base /api/papers
type API interface {
	// Begin makes room for a file that answers a question of an application
	// of the reader's. What it says of itself is binding. Fault: unknown,
	// invalid (question, name, type, size), conflict (permit_<stage>: it
	// cannot be changed; papers_full: the reader has sent too much).
	//
	//api:post /uploads citizen once
	Begin(ctx context.Context, file NewUpload) (Upload, error)

	// Upload is how far a file has come. Fault: unknown.
	//
	//api:get /uploads/{id} citizen
	Upload(ctx context.Context, id ID) (Upload, error)

	// Add adds a piece. The answer says where the next one begins: a piece
	// that was there before changes nothing, one from further on is not
	// taken. Fault: unknown, invalid (size: more than was said, or in crumbs).
	//
	//api:put /uploads/{id} citizen
	Add(ctx context.Context, piece Piece) (Upload, error)

	// Finish looks into a file that has come whole, and keeps it: what is
	// answered goes into the answer of the question. Pictures are drawn anew,
	// so type and size may be others than before. Asked again it says the
	// same. A file that is refused is gone. Fault: unknown, invalid (file),
	// conflict (paper_unfinished).
	//
	//api:post /uploads/{id}/finish citizen
	Finish(ctx context.Context, id ID) (form.File, error)

	// File is a file itself, for whoever sent it and for the officers who
	// work on the application; the sender can see who did. Fault: unknown,
	// busy (opened_many).
	//
	//api:get /files/{id} person
	File(ctx context.Context, id ID) (api.File, error)

	// Discard takes back a file that was not sent with an application, or
	// what has come of it. Fault: unknown, conflict (paper_sent).
	//
	//api:delete /files/{id} citizen
	Discard(ctx context.Context, id ID) error
}
