package inbox

import "time"

// TalksOf narrows the conversations of a desk.
type TalksOf struct {
	Text  string `query:"q" check:"max=80"`
	Mine  bool   `query:"mine"` // only those the reader answers
	Done  bool   `query:"done"` // also those that were answered
	After string `query:"after" check:"max=200"`
}

// Talks are conversations: those that wait for an answer first, the longest
// waiting at the top.
type Talks struct {
	Items   []TalkLine `json:"items"`
	Next    string     `json:"next"`
	Waiting int        `json:"waiting"` // of all
	Now     time.Time  `json:"now"`
}

// TalkLine is a conversation in a list.
type TalkLine struct {
	ID      string    `json:"id"`
	Who     string    `json:"who"` // the person's name; "" for one who told none
	Agency  string    `json:"agency"`
	Subject string    `json:"subject"`
	Text    string    `json:"text"` // what was said last
	Waits   bool      `json:"waits"`
	Since   time.Time `json:"since"` // it waits, or the last answer
	Owner   string    `json:"owner"` // name; "" for nobody
	Own     bool      `json:"own"`   // the reader
}

// Talk is a conversation as the agency sees it.
type Talk struct {
	TalkLine
	Said []Saying  `json:"said"` // the oldest first; Own is the agency's side
	Link string    `json:"link"`
	Now  time.Time `json:"now"`
}

// Own takes a conversation, or gives it back.
type Own struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Back bool   `json:"back"`
	Over bool   `json:"over"` // take it from whoever has it
}

// Answer writes to a person.
type Answer struct {
	ID    string `path:"id" json:"-" check:"required,max=60"`
	Text  string `json:"text" check:"required,min=2,max=2000"`
	Close bool   `json:"close"` // nothing more is expected
}
