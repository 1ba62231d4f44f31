// Package paper is the contract of files: photos and documents that people
// send with an application.
package paper

import "rumah/shared/form"

// PieceBytes is how large the pieces are that a phone sends: two seconds of a
// slow connection.
const PieceBytes = 256 << 10

// Limits for one person.
const (
	MostWaiting = 300e6 // bytes of files that are not sent with an application yet
	MostFiles   = 200   // of those
	MostPieces  = 1000  // of one file: a phone needs eighty of the largest
)

// ID names a file, from its first piece on.
type ID struct {
	ID string `path:"id" check:"required,max=40"`
}

// NewUpload is a file that somebody begins to send.
type NewUpload struct {
	Application string `json:"application" check:"required,max=60"`
	Question    string `json:"question" check:"required,max=40"`
	Name        string `json:"name" check:"required,line,max=200"`
	Type        string `json:"type" check:"required,max=60"` // media type
	Size        int64  `json:"size" check:"required,min=1"`  // bytes, of all pieces together
}

// Piece is a part of a file.
type Piece struct {
	ID   string `path:"id" json:"-" check:"required,max=40"`
	At   int64  `query:"at" json:"-" check:"min=0"` // bytes before it
	Data []byte `raw:"max=512KB" json:"-" check:"required"`
}

// Upload is a file on its way.
type Upload struct {
	ID          string    `json:"id"`
	Application string    `json:"application"`
	Question    string    `json:"question"`
	Name        string    `json:"name"`
	Type        string    `json:"type"`
	Size        int64     `json:"size"` // bytes
	At          int64     `json:"at"`   // how many have come: the next piece begins here
	Kept        form.File `json:"kept"` // what it became; without an id until it is finished
}
