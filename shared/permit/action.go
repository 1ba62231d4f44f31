package permit

import (
	"rumah/shared/access"
	"rumah/shared/form"
)

// Action is what somebody wants to happen.
type Action string

// What an applicant does, or an officer at the counter for them.
const (
	Submit   Action = "submit"
	Resubmit Action = "resubmit" // after a correction; form.Correct has looked at it
	Notice   Action = "notice"   // says to have paid
	Cancel   Action = "cancel"
)

// What the office does.
const (
	Take      Action = "take"      // begins to work on it, or is given it: To
	HandOver  Action = "hand_over" // somebody else has it from now on: To
	MarkUp    Action = "mark"      // says what must be corrected: Marks, all of them
	Return    Action = "return"    // to the applicant, with the marks
	Pass      Action = "pass"      // a check found nothing wrong
	SendBack  Action = "send_back" // to a check before: Step
	Ask       Action = "ask"       // another agency for its opinion: Agency, Note
	Answer    Action = "answer"    // that: Opinion, View, Note
	Withdraw  Action = "withdraw"  // the question: Opinion
	SetFee    Action = "fee"       // Amount, Number of the bill
	Confirm   Action = "confirm"   // the money is there
	Dispute   Action = "dispute"   // it is not
	InitialIt Action = "initial"   //
	Sign      Action = "sign"      // Number of the document, allotted by who keeps the numbers
	Issue     Action = "issue"     //
	Collect   Action = "collect"   //
	Refuse    Action = "refuse"    // Note: why
	Revoke    Action = "revoke"    //
	Replace   Action = "replace"   // Number: of what holds instead
	Remark    Action = "remark"    // for colleagues only
)

// What the house does at its time.
const (
	Expire Action = "expire" // nobody corrected
	Lapse  Action = "lapse"  // nobody paid
)

// Actions are all actions.
var Actions = []Action{Submit, Resubmit, Notice, Cancel, Take, HandOver, MarkUp, Return, Pass, SendBack, Ask, Answer, Withdraw,
	SetFee, Confirm, Dispute, InitialIt, Sign, Issue, Collect, Refuse, Revoke, Replace, Remark, Expire, Lapse}

// Command is one wish. Only the fields its action names are looked at.
type Command struct {
	Action  Action
	By      access.Actor // who wishes it
	House   bool         // it is the house itself
	Seen    int64        // version that was looked at; 0 when that does not matter
	Note    string       // words for who is told, or for colleagues
	To      access.Actor // take, hand over; the zero Actor is By
	Step    string       // send back
	Marks   []Mark       // mark
	Agency  string       // ask
	Opinion int          // answer, withdraw: its place in the list, from 1
	View    View         // answer
	Amount  int64        // fee: whole rupiah
	Number  string       // fee, sign, replace
	Bank    string       // fee: which gateway made the bill
	QRIS    string       // fee
	Ref     string       // confirm: of the payment
	Proof   form.File    // notice
}

// View is what another agency thinks of it.
type View string

// The views.
const (
	For     View = "for"
	Against View = "against"
	If      View = "if" // under conditions that the note names
)
