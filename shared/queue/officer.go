package queue

import (
	"rumah/shared/fault"
)

// seated is the counter of a command, with an officer who calls numbers.
func (d *decision) seated() (Counter, error) {
	c, ok := d.Counter(d.want.Counter)
	switch {
	case !ok:
		return c, fault.New(fault.Unknown, "unknown")
	case !c.Seated:
		return c, refuse("counter_empty")
	}
	return c, nil
}

// calling is a counter that may call a number now.
func (d *decision) calling() (Counter, error) {
	c, err := d.seated()
	switch {
	case err != nil:
		return c, err
	case d.Head.Status == Scheduled:
		return c, refuse("queue_not_open")
	case d.Head.Status == Paused:
		return c, refuse("queue_paused")
	case c.Resting != "":
		return c, refuse("counter_resting")
	}
	return c, nil
}

// here is the number at the counter of a command.
func (d *decision) here() (Counter, Ticket, error) {
	c, err := d.seated()
	if err != nil {
		return c, Ticket{}, err
	}
	t, ok := d.Ticket(c.Number)
	if !ok {
		return c, t, refuse("counter_free")
	}
	if d.want.Number != 0 && d.want.Number != t.Number {
		return c, t, refuse("ticket_not_here")
	}
	return c, t, nil
}

// callNext ends the visit at the counter and calls whose turn it is.
func (d *decision) callNext() error {
	c, err := d.calling()
	if err != nil {
		return err
	}
	t, ok := d.Next(d.now)
	switch {
	case !ok && d.Count[Waiting] > 0:
		return refuse("nobody_present")
	case !ok:
		return refuse("nobody_waiting")
	}
	d.ends(c)
	d.call(c, t)
	return nil
}

// callNumber calls a number out of turn; who was skipped or stepped out too.
func (d *decision) callNumber() error {
	c, err := d.calling()
	if err != nil {
		return err
	}
	t, err := d.live(Waiting, Away, Skipped)
	if err != nil {
		return err
	}
	d.ends(c)
	d.call(c, t)
	return nil
}

// ends finishes whoever is at the counter.
func (d *decision) ends(c Counter) {
	if t, ok := d.Ticket(c.Number); ok {
		d.off(Finished, c, t, Done, nil)
	}
}

// call brings a number to a counter.
func (d *decision) call(c Counter, t Ticket) {
	now := d.now.UnixMilli()
	c, _ = d.Counter(c.ID)
	was, wasTicket, wasRun := c, t, d.Run
	run := wasRun + 1
	if t.Lane == Priority {
		run = 0
	}
	t.Stage, t.Since, t.Counter, t.Calls = Called, now, c.ID, t.Calls+1
	c.Number, c.Since = t.Number, now
	d.emit(Event{Kind: WasCalled, Ticket: &t, From: wasTicket.Stage, Counter: &c, Run: &run, Was: &Before{Ticket: &wasTicket, Counter: &was, Run: &wasRun}})
}

// off takes a number from its counter.
func (d *decision) off(kind Kind, c Counter, t Ticket, stage Stage, edit func(*Ticket)) {
	was, wasTicket, now := c, t, d.now.UnixMilli()
	t.Stage, t.Since = stage, now
	if edit != nil {
		edit(&t)
	}
	c.Number, c.Since = 0, now
	d.emit(Event{Kind: kind, Ticket: &t, From: wasTicket.Stage, Counter: &c, Was: &Before{Ticket: &wasTicket, Counter: &was}})
}

func (d *decision) recall() error {
	_, t, err := d.here()
	if err != nil {
		return err
	}
	if t.Stage != Called {
		return refuse("ticket_serving")
	}
	d.to(WasRecalled, t, Called, func(t *Ticket) { t.Calls++ })
	return nil
}

// begin says that the person stands at the counter, and so has come.
func (d *decision) begin() error {
	_, t, err := d.here()
	if err == nil && t.Stage == Called {
		d.to(Began, t, Serving, func(t *Ticket) { t.Present = true })
	}
	return err
}

func (d *decision) finish() error {
	c, t, err := d.here()
	if err == nil {
		d.off(Finished, c, t, Done, nil)
	}
	return err
}

// skip is for somebody who did not answer and may still come.
func (d *decision) skip() error {
	c, t, err := d.here()
	if err == nil {
		d.off(WasSkipped, c, t, Skipped, nil)
	}
	return err
}

// notPresent ends the visit of somebody who never came: at the counter, or
// skipped before.
func (d *decision) notPresent() error {
	if t, ok := d.Ticket(d.want.Number); ok && t.Stage == Skipped {
		d.to(WasAbsent, t, Absent, nil)
		return nil
	}
	c, t, err := d.here()
	if err == nil {
		d.off(WasAbsent, c, t, Absent, nil)
	}
	return err
}

// putBack lets somebody who was skipped, called by mistake or counted as
// absent wait again, behind so many people.
func (d *decision) putBack() error {
	if d.want.Places < 0 || d.want.Places > MostPlaces {
		return fault.Wrong(fault.Field{Name: "places", Key: "choice"})
	}
	t, live := d.Ticket(d.want.Number)
	if !live && d.want.Late != nil && d.want.Late.Number == d.want.Number && d.want.Late.Stage == Absent {
		t, live = *d.want.Late, true
	}
	if !live {
		return refuse("ticket_over")
	}
	back := func(t *Ticket) { t.Rank = after(d.lane(t.Lane), d.want.Places) }
	switch {
	case t.Stage == Waiting:
		return refuse("ticket_waiting")
	case t.Stage.AtCounter():
		c, _ := d.Counter(t.Counter)
		d.off(PutBack, c, t, Waiting, back)
	default:
		d.to(PutBack, t, Waiting, back)
	}
	return nil
}

// move ends a number here because it goes on in another queue.
func (d *decision) move() error {
	t, err := d.live()
	if err != nil {
		return err
	}
	if t.Stage.AtCounter() {
		c, _ := d.Counter(t.Counter)
		d.off(Went, c, t, Moved, nil)
		return nil
	}
	d.to(Went, t, Moved, nil)
	return nil
}

// undo brings back what was before the last thing a counter did, unless
// somebody acted on it since.
func (d *decision) undo() error {
	if len(d.want.Events) == 0 {
		return refuse("undo_nothing")
	}
	for _, e := range d.want.Events {
		if e.Was == nil || d.now.UnixMilli()-e.At > UndoFor.Milliseconds() {
			return refuse("undo_late")
		}
	}
	if !d.untouched() {
		return refuse("undo_changed")
	}
	for i := len(d.want.Events) - 1; i >= 0; i-- {
		e := d.want.Events[i]
		d.emit(Event{Kind: Undone, Ticket: e.Was.Ticket, From: e.Ticket.Stage, Counter: e.Was.Counter, Run: e.Was.Run})
	}
	return nil
}

// untouched reports whether everything is as the events left it.
func (d *decision) untouched() bool {
	tickets, counters := make(map[int]Ticket), make(map[string]Counter)
	run := -1
	for _, e := range d.want.Events {
		if e.Ticket == nil {
			return false
		}
		tickets[e.Ticket.Number] = *e.Ticket
		if e.Counter != nil {
			counters[e.Counter.ID] = *e.Counter
		}
		if e.Run != nil {
			run = *e.Run
		}
	}
	for number, left := range tickets {
		if t, live := d.Ticket(number); live != left.Stage.Live() || live && t != left {
			return false
		}
	}
	for id, left := range counters {
		if c, _ := d.Counter(id); c != left {
			return false
		}
	}
	return run < 0 || run == d.Run
}
