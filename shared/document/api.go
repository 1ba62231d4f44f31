package document

import (
	"context"

	"rumah/shared/api"
	"rumah/shared/form"
)

// API is the contract of issued documents: of who holds one, of whoever wants
// to know whether one is genuine, and of the officers who issued it. They are
// made by signing an application (permit.Act), and taken back or replaced
// there too.
//
//api:base /api/documents
type API interface {
	// Mine are the reader's documents, the latest first.
	//
	//api:get / citizen
	Mine(ctx context.Context) (Mine, error)

	// One is one of them, by its id or that of its application, with its code
	// to be shown to a camera. Fault: unknown.
	//
	//api:get /mine/{id} citizen
	One(ctx context.Context, id ID) (Shown, error)

	// File is a document as it was signed, for its holder and for officers
	// who reach its application; the holder can see who did. Fault: unknown,
	// busy.
	//
	//api:get /files/{id} person
	File(ctx context.Context, id ID) (api.File, error)

	// Attach puts a document of the reader's own into an application of
	// theirs, as a file that answers a question. Fault: unknown, invalid
	// (question, type, size), conflict (permit_<stage>, papers_full).
	//
	//api:post /files/{id}/attachments citizen once
	Attach(ctx context.Context, attach Attach) (form.File, error)

	// Of is the document of an application, for its officers: how far its
	// signature is, and what could hold instead of it. Fault: unknown.
	//
	//api:get /applications/{id} officer
	Of(ctx context.Context, id ID) (Issued, error)

	// Verify tells what a code is, from what the house knows now. The code is
	// that of the QR code, or the short one that people type; hash is that of
	// a file that is to be compared. Fault: busy.
	//
	//api:get /codes/{code} anyone
	Verify(ctx context.Context, code Code) (Verdict, error)

	// Keys are what a phone needs to verify codes without a network.
	//
	//api:get /keys anyone
	Keys(ctx context.Context) (Keyring, error)
}
