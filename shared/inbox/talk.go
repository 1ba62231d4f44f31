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
	// Topic is followed live to hear that some conversation has changed.
	Topic string    `json:"topic"`
	Now   time.Time `json:"now"`
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
	Closed     bool        `json:"closed"`     // nothing more is expected
	Said       []Saying    `json:"said"`       // the oldest first; Own is the agency's side
	Colleagues []Colleague `json:"colleagues"` // who could answer instead of the reader
	Topic      string      `json:"topic"`      // as of Talks
	Now        time.Time   `json:"now"`
}

// Colleague is somebody to hand a conversation to.
type Colleague struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Own takes a conversation, gives it back, or hands it over.
type Own struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Back bool   `json:"back"`
	Over bool   `json:"over"`              // take it from whoever has it
	To   string `json:"to" check:"max=60"` // to a colleague; "" for the reader
}

// Answer writes to a person.
type Answer struct {
	ID    string `path:"id" json:"-" check:"required,max=60"`
	Text  string `json:"text" check:"required,min=2,max=2000"`
	Seen  string `json:"seen" check:"max=20"` // id of the last saying that was read; what came after it still waits
	Close bool   `json:"close"`               // nothing more is expected
}

// Close ends a conversation without an answer.
type Close struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Seen string `json:"seen" check:"max=20"` // as of Answer
}
