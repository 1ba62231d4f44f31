package permit

import (
	"context"
	"time"

	"rumah/app/house"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// tiding is what became of something that waited for a network.
type tiding struct {
	id   string             // of the application
	sent permit.Application // what it is now, when it was sent
	file *passage           // a file of it, when it is one of those
	f    *fault.Fault       // why not
}

// post is the carrier of what waits. There is one on a phone; a server has
// none.
var post struct {
	busy  bool
	later *time.Timer
	ears  map[int]func(tiding)
	next  int
}

func tell(t tiding) {
	for _, ear := range post.ears {
		ear(t)
	}
}

// hear has do told what becomes of what waits, until stop is called.
func hear(do func(tiding)) (stop func()) {
	if post.ears == nil {
		post.ears = map[int]func(tiding){}
	}
	post.next++
	ear := post.next
	post.ears[ear] = do
	return func() { delete(post.ears, ear) }
}

const (
	// patience is how long one sending may take on a slow network.
	patience = 60 * time.Second
	// again is when it is tried once more where no phone says that the network
	// is back: it was there all the time, and weak.
	again = 30 * time.Second
)

// Deliver sends what waits for a network. Whoever's answer is lost sends
// again later: the server files the same answers once.
func Deliver(h *house.House) {
	if post.busy || len(outbox()) == 0 {
		return
	}
	post.busy = true
	go func() {
		tried := map[string]bool{}
		for id := untried(tried); id != ""; id = untried(tried) {
			tried[id] = true
			if t, over := carry(h, id); over {
				tell(t)
			}
		}
		post.busy = false
		if post.later != nil {
			post.later.Stop()
		}
		if len(outbox()) > 0 {
			post.later = time.AfterFunc(again, func() { Deliver(h) })
		}
	}()
}

// untried is the first that waits and was not tried, also of those that came
// meanwhile; "" for none.
func untried(tried map[string]bool) string {
	for _, id := range outbox() {
		if !tried[id] {
			return id
		}
	}
	return ""
}

// carry sends one with its files; over is false when it must wait longer.
func carry(h *house.House, id string) (t tiding, over bool) {
	stopped := ferryAll(h, id)
	w, ok := writingKept(id)
	a, known := kept(id)
	if !ok || !known {
		hold(id)
		return t, false
	}
	t.id = id
	if file, left := unsent(w.Answers); left {
		if t.f = refused[file.ID]; t.f == nil {
			t.f = stopped
		}
		return t, dropped(id, t.f) // another file must be chosen, or there is nothing to send it with
	}
	wait, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var err error
	t.sent, err = dispatch(wait, h, a, w.Answers)
	if t.f = fault.From(err); err == nil {
		settle(t.sent)
		return t, true
	}
	return t, dropped(id, t.f)
}

// dropped takes one out of what waits when waiting is of no use: somebody must
// look at it.
func dropped(id string, f *fault.Fault) bool {
	if f == nil || f.Code != fault.Invalid && f.Code != fault.Conflict && f.Code != fault.Unknown && f.Code != fault.Denied {
		return false
	}
	hold(id)
	fail(id, f)
	return true
}

// dispatch sends answers, or a correction of them.
func dispatch(ctx context.Context, h *house.House, a permit.Application, answers form.Answers) (permit.Application, error) {
	if a.Stage == permit.Draft {
		return h.Permit.Send(ctx, permit.Send{ID: a.ID, Answers: answers})
	}
	return h.Permit.Resend(ctx, permit.Send{ID: a.ID, Answers: answers})
}

// settle keeps what was sent, and forgets what was written for it.
func settle(a permit.Application) {
	forget(a.ID)
	keep(a)
}
