// Package document is the contract of issued documents: letters and permits
// that were signed, how anybody can tell whether one is genuine, and what
// their holders do with them.
package document

import (
	"time"

	"rumah/shared/calendar"
	"rumah/shared/proof"
)

// ID names a document, or an application.
type ID struct {
	ID string `path:"id" check:"required,max=60"`
}

// Named is something with its name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Line is a document in a list.
type Line struct {
	ID          string        `json:"id"` // the short code: 26 letters
	Application string        `json:"application"`
	Service     Named         `json:"service"`
	Title       string        `json:"title"`
	Number      string        `json:"number"`
	Holder      string        `json:"holder"` // whole, for those who may know
	Issuer      string        `json:"issuer"`
	Signer      string        `json:"signer"`
	Date        calendar.Date `json:"date"`
	Until       calendar.Date `json:"until"` // last day it holds; "" when it does not end
	Status      proof.Status  `json:"status"`
	Certified   bool          `json:"certified"`
	Link        string        `json:"link"`    // that its QR code holds: anybody can open it
	Size        int64         `json:"size"`    // bytes of the file
	Ended       time.Time     `json:"ended"`   // zero while it holds
	Reason      string        `json:"reason"`  // why it was taken back
	Instead     string        `json:"instead"` // number of what holds instead
}

// Mine are somebody's documents.
type Mine struct {
	Items []Line    `json:"items"`
	Now   time.Time `json:"now"`
}

// Shown is a document as it is held out to somebody.
type Shown struct {
	Line
	QR     string    `json:"qr"`      // path of the code's modules
	QRSize int       `json:"qr_size"` // modules a side
	Now    time.Time `json:"now"`
}

// Attach puts a document into an application.
type Attach struct {
	ID          string `path:"id" json:"-" check:"required,max=60"`
	Application string `json:"application" check:"required,max=60"`
	Question    string `json:"question" check:"required,max=40"`
}

// Signing is how far the signature of an application is.
type Signing string

// How far it is.
const (
	NotSigned Signing = ""        //
	Signed    Signing = "signed"  //
	Unknown   Signing = "unknown" // it was tried and the answer was lost: whoever tries again has looked
)

// Issued is what became of an application.
type Issued struct {
	Signing    Signing   `json:"signing"`
	Passphrase bool      `json:"passphrase"` // signing asks for one
	Number     string    `json:"number"`     // of the document, or the one that is kept for it
	Tried      time.Time `json:"tried"`      // when the answer was lost
	Document   Line      `json:"document"`   // without an id until it is signed
	Instead    []Line    `json:"instead"`    // documents of the same holder that could replace it
}

// Code is what somebody scanned or typed.
type Code struct {
	Code string `path:"code" check:"required,max=400"`
	Hash string `query:"hash" check:"max=64"` // SHA-256 of a file, in hexadecimal; "" for none
}

// Match says whether a file is the one that was signed.
type Match string

// The answers.
const (
	NoFile  Match = ""      // none was given
	Same    Match = "same"  //
	Another Match = "other" // it was changed, or is another
)

// Verdict is what the house knows of a code. What it says names nobody.
type Verdict struct {
	Result  proof.Result `json:"result"`
	Signer  string       `json:"signer"`  // name and office of who signed it
	Office  string       `json:"office"`  //
	Ended   time.Time    `json:"ended"`   // zero while it holds
	Instead string       `json:"instead"` // number of what holds instead
	Match   Match        `json:"match"`
	Code    string       `json:"code"` // that of the QR code
	Now     time.Time    `json:"now"`
}

// Keyring is what codes are verified with.
type Keyring struct {
	Keys []proof.Key `json:"keys"`
	List []byte      `json:"list"` // sealed: what was taken back
	At   time.Time   `json:"at"`
}
