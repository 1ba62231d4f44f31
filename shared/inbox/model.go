package inbox

import "time"

// ListOf narrows the reader's messages.
type ListOf struct {
	Archived bool   `query:"archived"`
	Text     string `query:"q" check:"max=80"`
	Topic    Topic  `query:"topic" check:"oneof=queue|permit|report|account|news"`
	Unread   bool   `query:"unread"` // only those
	After    string `query:"after" check:"max=200"`
	Limit    int    `query:"limit" check:"min=1,max=100"` // 0 means 30
}

// Listing are messages, one for each thread: its latest.
type Listing struct {
	Items  []Line    `json:"items"`
	Next   string    `json:"next"`   // cursor; "" at the end
	Unread int       `json:"unread"` // of all, in the inbox
	Now    time.Time `json:"now"`
}

// Line is a message in a list.
type Line struct {
	ID      string    `json:"id"`
	Kind    Kind      `json:"kind"`
	Topic   Topic     `json:"topic"`
	Sender  string    `json:"sender"` // name of the agency; "" for the house itself
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	Link    string    `json:"link"`   // path of what it is about; "" for nothing
	Count   int       `json:"count"`  // messages in its thread
	Unread  bool      `json:"unread"` // any of them
	At      time.Time `json:"at"`
}

// ID names a message, a device or an announcement.
type ID struct {
	ID string `path:"id" check:"required,max=60"`
}

// Unread is what waits.
type Unread struct {
	Count int `json:"count"`
	// Topic is followed live to hear that Count has changed; it is as secret
	// as a session.
	Topic string `json:"topic"`
}

// View is a message with its thread.
type View struct {
	ID       string    `json:"id"`
	Topic    Topic     `json:"topic"`
	Sender   string    `json:"sender"`
	Subject  string    `json:"subject"`
	Link     string    `json:"link"`
	Archived bool      `json:"archived"`
	Said     []Saying  `json:"said"` // the oldest first
	CanReply bool      `json:"can_reply"`
	Owner    string    `json:"owner"`  // who answers there; "" for nobody yet
	Unread   int       `json:"unread"` // of all, after this was shown
	Now      time.Time `json:"now"`
}

// Saying is one thing that was said in a thread.
type Saying struct {
	ID      string    `json:"id"`
	Own     bool      `json:"own"` // by the reader
	Who     string    `json:"who"` // name; "" for the house or the reader
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
	At      time.Time `json:"at"`
	New     bool      `json:"new"` // not read before
}

// Mark marks messages as read.
type Mark struct {
	IDs []string `json:"ids" check:"max=100,each.max=60"`
	All bool     `json:"all"`
}

// Archive puts a thread away, or back.
type Archive struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Back bool   `json:"back"`
}

// NewReply writes to the sender of a message.
type NewReply struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Text string `json:"text" check:"required,min=2,max=2000"`
}

// Receipt says what a device did with a message.
type Receipt struct {
	Receipt string `json:"receipt" check:"required,max=80"` // of the push
	Opened  bool   `json:"opened"`                          // else it was shown
}

// Look is a status that somebody opened.
type Look struct {
	Thread string `json:"thread" check:"required,max=120"` // "ticket:..."
	State  string `json:"state" check:"required,max=200"`  // what it said, in any words that change with it
}

// Looked says whether a look found news.
type Looked struct {
	News bool `json:"news"`
}
