package queue

import (
	"slices"
	"time"

	"rumah/shared/fault"
)

// Action is what somebody wants to happen.
type Action string

// What a citizen does with their own number, or an officer for them.
const (
	Take   Action = "take"
	Arrive Action = "arrive"
	Out    Action = "out"    // let Places people go first
	Back   Action = "back"   //
	Cancel Action = "cancel" //
)

// What an officer does.
const (
	CallNext   Action = "next"   // ends the visit at the counter, then calls
	CallNumber Action = "number" //
	Recall     Action = "recall"
	Begin      Action = "begin"
	Finish     Action = "finish"
	Skip       Action = "skip"
	NotPresent Action = "absent"
	Return     Action = "return" // puts a skipped or absent number back behind Places people
	Move       Action = "move"   // it goes on in another queue
	Undo       Action = "undo"
	Sit        Action = "sit"
	Rest       Action = "rest"
	Work       Action = "work"
	Leave      Action = "leave"
	OpenDay    Action = "open"
	Pause      Action = "pause"
	Resume     Action = "resume"
	CloseDay   Action = "close"
)

// What the house does.
const (
	Stop    Action = "stop"    // cancels the day: a doctor is away
	Expire  Action = "expire"  // ends a day whose date is over; who is at a counter is finished there first
	Change  Action = "change"  // settings or pace of the day: Head
	Equip   Action = "equip"   // a counter is added, renamed or, without a name, taken away
	Reopen  Action = "reopen"  // a cancelled day takes place after all, without the numbers it had
	Retract Action = "retract" // takes back a number that somebody was sent here with, unless it was called
)

// Limits of what a command may ask.
const (
	MostPlaces  = 50               // people let go first
	MostNumbers = 9999             // of a day: ranks and desks know no more
	UndoFor     = 10 * time.Second // after it, others may have acted on it
	MostReturns = 4                // calls after which a person cannot put themselves back
	earliest    = 3 * time.Hour    // before its time that a day may be opened
	lateReturn  = 2                // people who go before somebody who comes back after their turn
)

// Command is one wish. Only the fields its action names are looked at.
type Command struct {
	Action  Action
	Number  int    // all but take and those of the day
	Counter string // those of an officer
	Lane    Lane   // take
	Slot    int    // take, on days with booked times: see Booking; 0 for the first that is free
	Payer   Payer  // take, cancel
	Present bool   // take: stands at the place already
	Inside  bool   // take: comes from another queue of the place, and so also after hours while people are served
	Places  int    // out, return
	Reason  string // rest, pause, stop
	Who     string // sit: as everybody may know
	Name    string // equip
	Head    *Head  // change; the numbers taken are kept
	Payers  map[Payer]Pool
	Late    *Ticket // return of a number that was over: as it was
	Events  []Event // undo: what is undone, in order, with what was before
}

// decision is a command being carried out. Whatever may be wrong is looked
// at before the first event.
type decision struct {
	*State
	want   Command
	now    time.Time
	events []Event
}

// Do carries out a command: it answers what happened and applies it, or
// answers a fault and changes nothing.
func (s *State) Do(c Command, now time.Time) ([]Event, error) {
	do, known := actions[c.Action]
	if !known {
		return nil, fault.Wrong(fault.Field{Name: "action", Key: "choice"})
	}
	if s.Head.Status.Over() && !slices.Contains(late, c.Action) {
		return nil, fault.New(fault.Conflict, map[Status]string{Closed: "queue_closed", Stopped: "queue_stopped"}[s.Head.Status])
	}
	d := &decision{State: s, want: c, now: now}
	if err := do(d); err != nil {
		return nil, err
	}
	return d.events, nil
}

// late are the actions that make sense of a day that is over.
var late = []Action{Change, Equip, Reopen, Retract}

var actions = map[Action]func(*decision) error{
	Reopen: (*decision).reopen, Retract: (*decision).retract,
	Take: (*decision).take, Arrive: (*decision).arrive, Out: (*decision).out, Back: (*decision).back, Cancel: (*decision).cancel,
	CallNext: (*decision).callNext, CallNumber: (*decision).callNumber, Recall: (*decision).recall, Begin: (*decision).begin,
	Finish: (*decision).finish, Skip: (*decision).skip, NotPresent: (*decision).notPresent, Return: (*decision).putBack,
	Move: (*decision).move, Undo: (*decision).undo,
	Sit: (*decision).sit, Rest: (*decision).rest, Work: (*decision).work, Leave: (*decision).leave,
	OpenDay: (*decision).open, Pause: (*decision).pause, Resume: (*decision).resume, CloseDay: (*decision).close,
	Stop: (*decision).stop, Expire: (*decision).expire, Change: (*decision).change, Equip: (*decision).equip,
}

// refuse is a fault of somebody who is late: the line has moved on.
func refuse(key string) error { return fault.New(fault.Conflict, key) }

// emit makes an event happen.
func (d *decision) emit(e Event) {
	e.Version, e.At = d.Version+1, d.now.UnixMilli()
	d.Apply(e)
	d.events = append(d.events, e)
}

// to brings a ticket to a stage, with what else changes about it.
func (d *decision) to(kind Kind, t Ticket, stage Stage, edit func(*Ticket)) {
	was, from := t, t.Stage
	if stage != t.Stage {
		t.Stage, t.Since = stage, d.now.UnixMilli()
	}
	if edit != nil {
		edit(&t)
	}
	d.emit(Event{Kind: kind, Ticket: &t, From: from, Was: &Before{Ticket: &was}})
}

// live is the ticket that a command names.
func (d *decision) live(stages ...Stage) (Ticket, error) {
	t, ok := d.Ticket(d.want.Number)
	if !ok {
		return t, refuse("ticket_over")
	}
	if len(stages) > 0 && !slices.Contains(stages, t.Stage) {
		return t, refuse("ticket_" + string(t.Stage))
	}
	return t, nil
}
