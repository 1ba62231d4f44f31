// Package revision keeps what agencies write: one draft for each subject, and
// every version that was public. A domain decides who may write and what a
// version changes; here is decided who was first and who may publish.
package revision

import (
	"time"

	"rumah/shared/access"
	"rumah/shared/revision"
)

// Shelf holds the drafts and versions of one kind of subject, whose content
// is a C.
type Shelf[C any] struct {
	Kind string // "service" or "place"
}

// Write is one save of a draft.
type Write[C any] struct {
	ID      string
	Save    int // of the draft that was read; 0 when there was none
	Base    int // the version that is public
	Note    string
	Content C
	Author  access.Actor
	At      time.Time
}

// Draft is what is being written.
type Draft[C any] struct {
	revision.Draft
	Content  C
	AuthorID string
}

// For is the draft as the reader is told of it; nil when there is none.
func (d *Draft[C]) For(reader access.Actor) *revision.Draft {
	if d == nil {
		return nil
	}
	told := d.Draft
	told.Own = d.AuthorID == reader.ID
	return &told
}

// Version is a version to be added to the history.
type Version[C any] struct {
	revision.Version
	Content     C
	AuthorID    string // "" for the city pack
	PublisherID string
}
