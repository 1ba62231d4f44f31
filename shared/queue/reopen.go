package queue

// reopen takes a cancelled day back. Its numbers stay cancelled, and the
// places they had are free again.
func (d *decision) reopen() error {
	switch {
	case d.Head.Status != Stopped:
		return refuse("queue_is_open")
	case d.now.UnixMilli() >= d.Head.Closes:
		return refuse("queue_over")
	}
	for payer, pool := range d.Payers {
		pool.Taken = 0
		d.Payers[payer] = pool
	}
	d.head(func(h *Head) { h.Status, h.Reason, h.Regular.Taken, h.Priority.Taken = Scheduled, "", 0, 0 })
	return nil
}
