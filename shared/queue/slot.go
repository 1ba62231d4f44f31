package queue

import (
	"slices"

	"rumah/shared/fault"
	"rumah/shared/place"
)

// Midnight is a booked time of 00:00. All other booked times are minutes
// after midnight; 0 says that there is none, and phones that were loaded
// before anything could be booked for midnight take it so.
const Midnight = -1

// Booking is a time as a number that is booked for it carries it.
func Booking(at int) int {
	if at == 0 {
		return Midnight
	}
	return at
}

// Booked is the time a number is booked for; ok is false for none.
func Booked(slot int) (at place.Minute, ok bool) {
	return place.Minute(max(slot, 0)), slot != 0
}

// Slot is a time that can be booked.
type Slot struct {
	At   int `json:"at"` // minutes after the day's midnight
	Left int `json:"left"`
}

// Slots are the times of the day that are not over at a moment (ms), with
// the places left. A day without booked times has none.
func (s *State) Slots(now int64) []Slot {
	if s.Head.SlotFor == 0 {
		return nil
	}
	taken := make(map[int]int)
	for _, t := range s.Tickets {
		taken[t.Slot]++
	}
	var slots []Slot
	const minute = 60_000
	for begin := s.Head.Opens; begin < s.Head.Closes; begin += int64(s.Head.SlotFor) * minute {
		if begin+int64(s.Head.SlotFor)*minute <= now {
			continue
		}
		at := s.First + int((begin-s.Head.Opens)/minute)
		slots = append(slots, Slot{At: at, Left: max(0, s.Head.SlotOf-taken[Booking(at)])})
	}
	return slots
}

// FirstFree is the first of some times that has a place, as a number that is
// booked for it carries it; 0 for none.
func FirstFree(slots []Slot) int {
	for _, s := range slots {
		if s.Left > 0 {
			return Booking(s.At)
		}
	}
	return 0
}

// slot is the booked time of a number: as wished, or the first free one that
// is not over.
func (d *decision) slot() (int, error) {
	if d.Head.SlotFor == 0 {
		return 0, nil
	}
	free := d.Slots(d.now.UnixMilli())
	if d.want.Slot == 0 {
		if first := FirstFree(free); first != 0 {
			return first, nil
		}
		return 0, refuse("slot_full")
	}
	i := slices.IndexFunc(free, func(s Slot) bool { return Booking(s.At) == d.want.Slot })
	switch {
	case i < 0:
		return 0, fault.Wrong(fault.Field{Name: "slot", Key: "choice"})
	case free[i].Left == 0:
		return 0, refuse("slot_full")
	}
	return d.want.Slot, nil
}
