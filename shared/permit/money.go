package permit

import (
	"time"

	"rumah/shared/calendar"
)

// ProofQuestion is what a file answers that shows a payment. No form can have
// a question of this name.
const ProofQuestion = "_bukti"

// Paid is an applicant's word that the bill was paid.
type Paid struct {
	ID    string `path:"id" json:"-" check:"required,max=60"`
	Proof string `json:"proof" check:"max=40"` // id of a file; "" for none
}

// BillsOf narrows bills.
type BillsOf struct {
	Paid  bool   `query:"paid"` // those that were, the latest first, instead of those that wait, the oldest first
	After string `query:"after" check:"max=200"`
}

// Bills is a page of bills.
type Bills struct {
	Items []BillLine `json:"items"`
	Next  string     `json:"next"`
	Open  int        `json:"open"` // how many wait
	Sum   int64      `json:"sum"`  // whole rupiah that they wait for
	Odd   []Odd      `json:"odd"`  // payments that fit no bill, the latest first; at most fifty
	Now   time.Time  `json:"now"`
}

// BillLine is a bill in a list.
type BillLine struct {
	ID      string    `json:"id"` // of the application
	Service Named     `json:"service"`
	Place   Named     `json:"place"`
	Holder  string    `json:"holder"`
	Number  string    `json:"number"`
	Amount  int64     `json:"amount"` // whole rupiah
	Made    time.Time `json:"made"`
	Notice  time.Time `json:"notice"` // when the applicant said to have paid; zero: not
	Proof   string    `json:"proof"`  // id of the file that shows it
	Paid    time.Time `json:"paid"`   // zero: not
	Ref     string    `json:"ref"`
	Bank    string    `json:"bank"`
}

// Statement is what a bank says that it received.
type Statement struct {
	Lines []Received `json:"lines" check:"required,max=1000"`
}

// Received is one payment.
type Received struct {
	Number string        `json:"number" check:"required,line,max=80"`   // of the bill, as the payer wrote it
	Amount int64         `json:"amount" check:"min=1,max=100000000000"` // whole rupiah
	Day    calendar.Date `json:"day" check:"required"`                  //
	Ref    string        `json:"ref" check:"required,line,max=80"`      // of the bank: the same payment has the same
}

// Fit is what became of a payment.
type Fit string

// The outcomes.
const (
	PaidFull      Fit = "settled"   // the bill is paid
	PaidBefore    Fit = "again"     // this payment was matched before
	PaidTwice     Fit = "double"    // the bill was paid already
	PaidShort     Fit = "short"     // less than the bill
	PaidOver      Fit = "over"      // more than the bill
	PaidUnmatched Fit = "unmatched" // no bill of the reader's office has this number
	PaidBarred    Fit = "barred"    // somebody else must confirm it
	PaidClosed    Fit = "closed"    // the application is over without it: it is to be given back
)

// Odd is a payment that fits no bill.
type Odd struct {
	Received
	Outcome     Fit       `json:"outcome"`
	Application string    `json:"application"` // "" for none
	At          time.Time `json:"at"`          // when it was seen
}

// Match is what became of a line of a statement.
type Match struct {
	Received
	Outcome     Fit    `json:"outcome"`
	Application string `json:"application"` // "" for none
	Want        int64  `json:"want"`        // whole rupiah of the bill
}

// Matched is what became of a statement.
type Matched struct {
	Lines   []Match `json:"lines"`
	Settled int     `json:"settled"`
}
