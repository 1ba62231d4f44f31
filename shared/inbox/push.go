package inbox

// Push is what a device gets and shows, as JSON. The service worker reads it;
// it has nothing a lock screen may not say.
type Push struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Body    string `json:"body"`
	URL     string `json:"url"`    // path a tap leads to
	Tag     string `json:"tag"`    // replaces what is shown with the same
	Again   bool   `json:"again"`  // and rings though it does
	Urgent  bool   `json:"urgent"` // stays until it is touched
	Unread  int    `json:"unread"` // for the badge
	Lang    string `json:"lang"`
	At      int64  `json:"at"`      // ms; when it happened
	Dies    int64  `json:"dies"`    // ms; after it it is old news
	Receipt string `json:"receipt"` // tells the house what became of it
}
