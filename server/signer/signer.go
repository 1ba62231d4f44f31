// Package signer signs documents: with the house's own key, or through the
// regency's BSrE client. Whoever signs, what is signed is a PDF, and what
// comes back is that PDF with a signature in it.
package signer

import (
	"context"
	"errors"
	"time"
)

// Signer signs documents.
type Signer interface {
	// Sign signs a PDF. It is called once for one wish of one person and
	// never again by itself. Fault: invalid (passphrase) or conflict
	// (sign_refused) when it was surely not signed; ErrUnknown when nobody
	// knows.
	Sign(ctx context.Context, w Wish) (signed []byte, err error)

	// Certified reports whether the signatures are of a certified provider.
	// The others are shown as what they are.
	Certified() bool
}

// Wish is one document that somebody signs.
type Wish struct {
	PDF        []byte
	Name       string // of who signs
	Email      string // by which a provider knows them
	Passphrase string // for this one wish: it is not kept and stands in no log
	Reason     string
	At         time.Time
}

// ErrUnknown says that a document may or may not have been signed: the answer
// was lost. Nobody tries again without having looked.
var ErrUnknown = errors.New("signer: nobody knows whether it was signed")
