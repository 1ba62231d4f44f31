package queue

import (
	"slices"

	"rumah/shared/fault"
)

// take gives the next number.
func (d *decision) take() error {
	if d.now.UnixMilli() >= d.Head.Closes && (!d.want.Inside || d.Head.Status == Scheduled) {
		return refuse("queue_over")
	}
	pool := d.Head.Regular
	switch d.want.Lane {
	case Regular:
	case Priority:
		if pool = d.Head.Priority; pool.Limit == 0 {
			return fault.Wrong(fault.Field{Name: "lane", Key: "lane_none"})
		}
	default:
		return fault.Wrong(fault.Field{Name: "lane", Key: "choice"})
	}
	if pool.Left() == 0 {
		return refuse("quota_full")
	}
	if pool, counted := d.Payers[d.want.Payer]; counted && pool.Left() == 0 {
		return refuse("quota_" + string(d.want.Payer))
	}
	if d.Last >= MostNumbers {
		return refuse("quota_full")
	}
	slot, err := d.slot()
	if err != nil {
		return err
	}
	number, now := d.Last+1, d.now.UnixMilli()
	t := Ticket{Number: number, Lane: d.want.Lane, Stage: Waiting, Rank: rank(number, slot), Present: d.want.Present, Slot: slot, Taken: now, Since: now}
	d.emit(Event{Kind: Took, Ticket: &t, Payer: d.want.Payer})
	return nil
}

func (d *decision) arrive() error {
	t, err := d.live()
	if err != nil {
		return err
	}
	if !t.Present {
		d.to(Arrived, t, t.Stage, func(t *Ticket) { t.Present = true })
	}
	return nil
}

// out lets people of the same lane go first.
func (d *decision) out() error {
	if d.want.Places < 1 || d.want.Places > MostPlaces {
		return fault.Wrong(fault.Field{Name: "places", Key: "choice"})
	}
	t, err := d.live(Waiting)
	if err != nil {
		return err
	}
	lane := d.lane(t.Lane)
	mine := slices.IndexFunc(lane, func(o Ticket) bool { return o.Number == t.Number })
	behind := lane[mine+1:]
	d.to(SteppedOut, t, Away, func(t *Ticket) {
		if len(behind) > 0 {
			t.Rank = after(behind, d.want.Places)
		}
	})
	return nil
}

// back is where somebody who stepped out left their place. Whose turn has
// passed meanwhile lets a few go first, and so does who missed their call.
func (d *decision) back() error {
	t, err := d.live(Away, Skipped)
	if err != nil {
		return err
	}
	if t.Stage == Skipped && t.Calls >= MostReturns {
		return refuse("ticket_missed")
	}
	lane := d.lane(t.Lane)
	late := t.Stage == Skipped || len(lane) > 0 && t.Rank < lane[0].Rank
	d.to(CameBack, t, Waiting, func(t *Ticket) {
		if late {
			t.Rank = after(lane, lateReturn)
		}
	})
	return nil
}

// cancel gives the place back to others.
func (d *decision) cancel() error {
	t, err := d.live(Waiting, Away, Skipped)
	if err == nil {
		d.gives(t)
	}
	return err
}

// retract is cancel for somebody who is called back to the queue they came
// from. Once a counter here has called the number it is too late.
func (d *decision) retract() error {
	t, live := d.Ticket(d.want.Number)
	switch {
	case !live:
		return refuse("undo_changed") // it ended meanwhile
	case t.Calls > 0:
		return refuse("undo_moved")
	}
	d.gives(t)
	return nil
}

// gives ends a number and frees its place.
func (d *decision) gives(t Ticket) {
	from := t.Stage
	t.Stage, t.Since = Cancelled, d.now.UnixMilli()
	d.emit(Event{Kind: Gave, Ticket: &t, From: from, Payer: d.want.Payer})
}
