package queue

import (
	"strings"

	"rumah/shared/check"
	"rumah/shared/fault"
)

// CheckMore looks at what one field alone does not tell: that openings do not
// overlap, that numbers begin with capital letters, and that booked times
// come with their places.
func (c *Content) CheckMore() error {
	var f check.Faults
	if strings.Trim(c.Prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		f.Add("prefix", "prefix_letters", "")
	}
	if c.SlotFor > 0 && c.SlotOf < 1 {
		f.Add("slot_of", "required", "")
	}
	for i, s := range c.Week {
		wrong := s.Closes <= s.Opens
		for _, before := range c.Week[:i] {
			wrong = wrong || s.Day == before.Day && s.Opens < before.Closes && before.Opens < s.Closes
		}
		if wrong {
			f.Add(check.At("week", i), "hours", "")
		}
	}
	c.counters(&f)
	return f.Err()
}

// counters refuses two counters of one name: nobody would know where to go.
func (c *Content) counters(f *check.Faults) {
	for i, counter := range c.Counters {
		for _, before := range c.Counters[:i] {
			if strings.EqualFold(counter.Name, before.Name) || counter.ID != "" && counter.ID == before.ID {
				f.Add(check.At("counters", i)+".name", "twice", "")
				break
			}
		}
	}
}

// longestLeave is how many days a leave may last: beyond it the queue is closed,
// not away.
const longestLeave = 366

// CheckMore looks at the order of the days.
func (l *NewLeave) CheckMore() error {
	switch {
	case l.From == "" || l.To == "": // told already
		return nil
	case !l.From.Valid():
		return fault.Wrong(fault.Field{Name: "from", Key: "date"})
	case !l.To.Valid():
		return fault.Wrong(fault.Field{Name: "to", Key: "date"})
	case l.To < l.From:
		return fault.Wrong(fault.Field{Name: "to", Key: "days_order"})
	case l.To > l.From.Add(longestLeave):
		return fault.Wrong(fault.Field{Name: "to", Key: "leave_long"})
	}
	return nil
}
