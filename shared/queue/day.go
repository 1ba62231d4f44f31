package queue

import (
	"rumah/shared/fault"
)

// record writes the record of the counter of a command.
func (d *decision) record(c Counter) {
	d.emit(Event{Kind: Seat, Counter: &c})
}

// sit signs an officer in at a counter. Whoever sat there before has gone
// without leaving; the number at the counter stays.
func (d *decision) sit() error {
	c, ok := d.Counter(d.want.Counter)
	if !ok {
		return fault.New(fault.Unknown, "unknown")
	}
	if c.Seated && c.Who == d.want.Who && c.Resting == "" {
		return nil
	}
	c.Seated, c.Who, c.Resting = true, d.want.Who, ""
	d.record(c)
	return nil
}

func (d *decision) rest() error {
	c, err := d.seated()
	if err == nil && c.Resting != d.want.Reason {
		c.Resting = d.want.Reason
		d.record(c)
	}
	return err
}

func (d *decision) work() error {
	c, err := d.seated()
	if err == nil && c.Resting != "" {
		c.Resting = ""
		d.record(c)
	}
	return err
}

// leave signs the officer out; the person at the counter is finished first.
func (d *decision) leave() error {
	c, err := d.seated()
	if err != nil {
		return err
	}
	if c.Busy() {
		return refuse("counter_busy")
	}
	c.Seated, c.Who, c.Resting = false, "", ""
	d.record(c)
	return nil
}

// head writes what the day is doing.
func (d *decision) head(edit func(*Head)) {
	h := d.Head
	edit(&h)
	d.emit(Event{Kind: HeadChanged, Head: &h})
}

func (d *decision) open() error {
	switch {
	case d.Head.Status != Scheduled:
		return refuse("queue_is_open")
	case d.now.UnixMilli() < d.Head.Opens-earliest.Milliseconds():
		return refuse("queue_not_today")
	}
	d.head(func(h *Head) { h.Status, h.Reason = Open, "" })
	return nil
}

func (d *decision) pause() error {
	if d.Head.Status == Scheduled {
		return refuse("queue_not_open")
	}
	d.head(func(h *Head) { h.Status, h.Reason = Paused, d.want.Reason })
	return nil
}

func (d *decision) resume() error {
	if d.Head.Status != Paused {
		return refuse("queue_is_open")
	}
	d.head(func(h *Head) { h.Status, h.Reason = Open, "" })
	return nil
}

// close ends the day. Nobody may be at a counter; who still waits is told
// that it did not come to their turn.
func (d *decision) close() error {
	if d.Head.Status == Scheduled {
		return refuse("queue_not_open")
	}
	for _, t := range d.Tickets {
		if t.Stage.AtCounter() {
			return refuse("counter_busy")
		}
	}
	d.over(LeftOver, Unserved)
	d.head(func(h *Head) { h.Status, h.Reason = Closed, "" })
	return nil
}

// stop cancels the day with all its numbers.
func (d *decision) stop() error {
	d.sendOff()
	d.over(LeftOver, Cancelled)
	d.head(func(h *Head) { h.Status, h.Reason = Stopped, d.want.Reason })
	return nil
}

// sendOff finishes everybody who is at a counter.
func (d *decision) sendOff() {
	for _, c := range append([]Counter(nil), d.Counters...) {
		d.ends(c)
	}
}

// over ends all who wait. Nobody sits at a counter any more, but where
// somebody is served.
func (d *decision) over(kind Kind, stage Stage) {
	for _, t := range append([]Ticket(nil), d.Tickets...) {
		if t.Stage.AtCounter() {
			continue
		}
		end := stage
		if t.Stage == Skipped {
			end = Absent
		}
		d.to(kind, t, end, nil)
	}
	for _, c := range append([]Counter(nil), d.Counters...) {
		if c.Seated && !c.Busy() {
			c.Seated, c.Who, c.Resting = false, "", ""
			d.record(c)
		}
	}
}

// change takes over settings and pace. What is taken of the quotas stays,
// and no quota falls below it.
func (d *decision) change() error {
	h := *d.want.Head
	now := d.Head
	h.Status, h.Reason = now.Status, now.Reason
	h.Regular, h.Priority = resized(now.Regular, h.Regular.Limit), resized(now.Priority, h.Priority.Limit)
	for payer, pool := range d.want.Payers {
		d.Payers[payer] = resized(d.Payers[payer], pool.Limit)
	}
	d.emit(Event{Kind: HeadChanged, Head: &h})
	return nil
}

func resized(p Pool, limit int) Pool {
	if limit >= 0 {
		limit = max(limit, p.Taken)
	}
	p.Limit = limit
	return p
}

// equip adds, renames or takes away a counter; one in use stays.
func (d *decision) equip() error {
	c, ok := d.Counter(d.want.Counter)
	switch {
	case d.want.Name == "" && !ok:
		return nil
	case d.want.Name == "" && c.Seated:
		return refuse("counter_busy")
	}
	c.ID, c.Name = d.want.Counter, d.want.Name
	d.record(c)
	return nil
}
