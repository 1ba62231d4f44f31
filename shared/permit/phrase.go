package permit

import "time"

// MostPhrases is how many sentences an agency keeps.
const MostPhrases = 300

// Phrase is a sentence that officers of an agency pick.
type Phrase struct {
	ID      string    `json:"id"`
	Agency  Named     `json:"agency"`
	Service Named     `json:"service"` // empty: for all services
	Title   string    `json:"title"`
	Body    string    `json:"body"`
	Author  string    `json:"author"` // name
	May     bool      `json:"may"`    // the reader may change it
	At      time.Time `json:"at"`
}

// Phrases are those that somebody can pick, by title.
type Phrases struct {
	Items    []Phrase `json:"items"`
	Agencies []Named  `json:"agencies"` // for which the reader may keep one
}

// NewPhrase is a sentence to keep.
type NewPhrase struct {
	ID      string `json:"id" check:"max=60"` // "" for a new one
	Agency  string `json:"agency" check:"required,slug,max=60"`
	Service string `json:"service" check:"slug,max=60"` // "" for all services
	Title   string `json:"title" check:"required,line,min=3,max=80"`
	Body    string `json:"body" check:"required,min=3,max=2000"`
}
