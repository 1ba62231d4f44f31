package partner

import (
	"time"

	"rumah/server/queue"
	"rumah/shared/partner"
	shared "rumah/shared/queue"
)

// The tasks of a visit as BPJS counts them. Who is new begins at the
// admission, who is known at the poli.
const (
	taskAdmission = 1  // waits at the admission
	taskAdmitted  = 2  // is called there
	taskWaits     = 3  // waits before the poli
	taskCalled    = 4  // is called there
	taskSeen      = 5  // leaves the poli, waits for medicine
	taskMixing    = 6  // medicine is made
	taskMedicine  = 7  // medicine is there
	taskNever     = 99 // did not come
)

// mark is something BPJS is to be told.
type mark struct {
	Kind partner.Kind
	Task int
	At   time.Time
}

// past is what was told before.
type past struct {
	last  int // task
	at    time.Time
	over  bool // nothing follows
	kinds map[partner.Kind]bool
}

func pastOf(told []mark) past {
	p := past{kinds: make(map[partner.Kind]bool)}
	for _, m := range told {
		p.kinds[m.Kind] = true
		p.over = p.over || m.Task == taskNever || m.Kind == partner.Canceled
		p.last = max(p.last, m.Task)
		if m.At.After(p.at) {
			p.at = m.At
		}
	}
	return p
}

// marks are what is to be told of a booking beside what was, in order. What
// happened after settled may still be undone, and waits.
func marks(b booking, steps []queue.ClinicStep, told []mark, settled time.Time) []mark {
	p := pastOf(told)
	if p.over {
		return nil
	}
	w := wayOf(b, steps)
	stop := func(kind partner.Kind, task int, at time.Time) []mark {
		if at.IsZero() || at.After(settled) {
			return nil
		}
		return []mark{{kind, task, p.next(at)}}
	}
	switch w.clinic.Stage {
	case shared.Cancelled:
		if b.CancelledBy == "bpjs" {
			return nil // they told us
		}
		return stop(partner.Canceled, 0, w.clinic.Ended)
	case shared.Absent, shared.Unserved:
		return stop(partner.Task, taskNever, w.clinic.Ended)
	}
	return w.follow(p, settled)
}

// next is a moment as it can be told: strictly after what was told before.
func (p past) next(at time.Time) time.Time {
	at = at.Truncate(time.Millisecond)
	if after := p.at.Add(time.Millisecond); at.Before(after) {
		return after
	}
	return at
}

// way is one person's way through a hospital.
type way struct {
	first    int // task
	clinic   queue.ClinicStep
	medicine time.Time // when a number was taken at the pharmacy
	at       [taskMedicine + 1]time.Time
}

func wayOf(b booking, steps []queue.ClinicStep) way {
	w := way{first: taskWaits}
	if b.Fresh {
		w.first = taskAdmission
	}
	for _, s := range steps {
		switch {
		case s.ID == b.TicketID:
			w.clinic = s
			w.set(taskWaits, s.Present)
			w.set(taskCalled, called(s))
			w.set(taskSeen, finished(s))
		case s.Part == shared.Admission:
			w.first = taskAdmission
			w.at[taskWaits] = time.Time{} // it begins where the admission ends
			w.set(taskAdmission, first(s.Present, s.Taken))
			w.set(taskAdmitted, called(s))
			w.set(taskWaits, finished(s))
		case s.Part == shared.Pharmacy || s.ID == b.PharmacyID:
			w.medicine = s.Taken
			w.set(taskMixing, called(s))
			w.set(taskMedicine, finished(s))
		}
	}
	if w.at[taskWaits].IsZero() {
		w.set(taskWaits, w.clinic.Present)
	}
	return w
}

func (w *way) set(task int, at time.Time) {
	if w.at[task].IsZero() {
		w.at[task] = at
	}
}

func first(a, b time.Time) time.Time {
	if a.IsZero() {
		return b
	}
	return a
}

// called is when somebody was called; zero when the call was taken back.
func called(s queue.ClinicStep) time.Time {
	switch s.Stage {
	case shared.Called, shared.Serving, shared.Done, shared.Moved:
		return first(s.Called, s.Began)
	}
	return s.Began
}

func finished(s queue.ClinicStep) time.Time {
	if s.Stage == shared.Done || s.Stage == shared.Moved {
		return s.Ended
	}
	return time.Time{}
}

// follow are the tasks that follow what was told. One that was never noted,
// because somebody was called who had not checked in, is told with the next.
func (w way) follow(p past, settled time.Time) []mark {
	var list []mark
	add := func(kind partner.Kind, task int, at time.Time) {
		m := mark{kind, task, p.next(at)}
		p.at = m.At
		list = append(list, m)
	}
	next := w.first
	if p.last > 0 { // what was begun goes on, whatever is known of its beginning now
		next = p.last + 1
	}
	for task := next; task <= taskMedicine; task++ {
		at := w.known(task)
		if at.IsZero() || at.After(settled) {
			break
		}
		if task == taskMixing && !p.kinds[partner.Pharmacy] {
			add(partner.Pharmacy, 0, first(w.medicine, at))
			p.kinds[partner.Pharmacy] = true
		}
		add(partner.Task, task, at)
		p.last = task
	}
	if p.last == taskSeen && !w.medicine.IsZero() && !w.medicine.After(settled) && !p.kinds[partner.Pharmacy] {
		add(partner.Pharmacy, 0, w.medicine)
	}
	return list
}

// known is when a task happened, or the first one after it that is known.
func (w way) known(task int) time.Time {
	for _, at := range w.at[task:] {
		if !at.IsZero() {
			return at
		}
	}
	return time.Time{}
}
