package inbox

import "rumah/shared/calendar"

// FiguresOf asks for what became of messages.
type FiguresOf struct {
	Agency string        `query:"agency" check:"max=60"` // "" for all the reader may see
	From   calendar.Date `query:"from"`                  // "" for a week ago
	To     calendar.Date `query:"to"`                    // "" for today
}

// Figures are what became of messages.
type Figures struct {
	From     calendar.Date `json:"from"`
	To       calendar.Date `json:"to"`
	Agency   string        `json:"agency"`   // "" for all the reader may see
	Agencies []Sender      `json:"agencies"` // to choose from
	Kinds    []KindFigures `json:"kinds"`    // the most messages first
	// Looks are how often people opened a status, and Empty how often
	// nothing was new: what this house exists to bring down. They are of the
	// whole house, for a look is at a number or a paper and not at an agency.
	Looks []LookFigures `json:"looks"` // by day
}

// KindFigures are those of one kind.
type KindFigures struct {
	Kind      Kind `json:"kind"`
	Messages  int  `json:"messages"`
	Read      int  `json:"read"` // in the inbox
	Pushed    int  `json:"pushed"`
	Delivered int  `json:"delivered"` // accepted by the push service
	Shown     int  `json:"shown"`
	Opened    int  `json:"opened"`
	Failed    int  `json:"failed"`
	Expired   int  `json:"expired"` // its time was over before it could be sent
	Other     int  `json:"other"`   // sent by SMS, WhatsApp or mail
	// Half and Most are how long it took from the message to the push being
	// accepted, for half and for 95 % of them, in ms.
	Half int `json:"half"`
	Most int `json:"most"`
}

// LookFigures are the looks of one day.
type LookFigures struct {
	Date  calendar.Date `json:"date"`
	Looks int           `json:"looks"`
	Empty int           `json:"empty"`
}
