package queue

import "time"

// expire ends a day whose date is over. Nobody is called any more, but who is
// at a counter is finished there, and the day is closed after that.
func (d *decision) expire() error {
	for _, c := range append([]Counter(nil), d.Counters...) {
		t, ok := d.Ticket(c.Number)
		if end := t.Since + d.usual().Milliseconds(); ok && d.forgotten(t) {
			d.off(Finished, c, t, Done, func(t *Ticket) { t.Since = end })
		}
	}
	d.over(LeftOver, Unserved)
	for _, c := range d.Counters {
		if c.Busy() {
			return nil
		}
	}
	d.head(func(h *Head) { h.Status, h.Reason = Closed, "" })
	return nil
}

// longVisit is how long nobody wonders about somebody at a counter, whatever
// is usual there.
const longVisit = 2 * time.Hour

// forgotten reports whether somebody is at a counter for so long that they
// must have left, and no officer pressed the button. As far as anybody can
// know they left after as long as people usually take: so the figures of the
// day, and what the queue learns from it, stay those of its visits.
func (d *decision) forgotten(t Ticket) bool {
	return d.now.Sub(time.UnixMilli(t.Since)) >= max(longVisit, 3*d.usual())
}

// usual is how long people are at a counter here.
func (d *decision) usual() time.Duration {
	return time.Duration(d.Head.Pace.Mean * float64(time.Second))
}
