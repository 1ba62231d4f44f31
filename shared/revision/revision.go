// Package revision is how what an agency writes becomes public: somebody
// drafts, somebody else publishes, and every version stays readable.
package revision

import "time"

// Version is one published state of something.
type Version struct {
	Number      int       `json:"number"` // from 1
	Author      string    `json:"author"` // name of who wrote it last; "" for the city pack
	Publisher   string    `json:"publisher"`
	PublishedAt time.Time `json:"published_at"`
	Note        string    `json:"note"` // what changed, in the author's words
}

// Draft is what is being written and not public yet.
type Draft struct {
	// Save counts how often the draft was saved. Whoever saves or publishes
	// names the Save they have read; another one means somebody was faster
	// (fault: conflict, edited_meanwhile).
	Save   int       `json:"save"`
	Base   int       `json:"base"` // number of the version it was begun from
	Author string    `json:"author"`
	Own    bool      `json:"own"` // the reader wrote it last, so somebody else must publish it
	At     time.Time `json:"at"`
	Note   string    `json:"note"`
}

// State is what a desk shows beside a name in a list.
type State string

// The states.
const (
	Published State = "published" // nothing is waiting
	Drafted   State = "drafted"   // published, with a draft waiting
	Fresh     State = "fresh"     // never published yet
)
