package permit

import (
	"context"
	"time"

	"rumah/app/house"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// sent is what became of an application that waited for a network.
type sent struct {
	id string
	a  permit.Application
	f  *fault.Fault
}

// post is the carrier of what waits. There is one on a phone; a server has
// none.
var post struct {
	busy bool
	ears map[int]func(sent)
	next int
}

// hear has do told what becomes of what waits, until stop is called.
func hear(do func(sent)) (stop func()) {
	if post.ears == nil {
		post.ears = map[int]func(sent){}
	}
	post.next++
	ear := post.next
	post.ears[ear] = do
	return func() { delete(post.ears, ear) }
}

// patience is how long one sending may take on a slow network.
const patience = 60 * time.Second

// Deliver sends what waits for a network. Whoever's answer is lost sends
// again later: the server files the same answers once.
func Deliver(h *house.House) {
	if post.busy || len(outbox()) == 0 {
		return
	}
	post.busy = true
	go func() {
		defer func() { post.busy = false }()
		for _, id := range outbox() {
			if s, over := carry(h, id); over {
				for _, ear := range post.ears {
					ear(s)
				}
			}
		}
	}()
}

// carry sends one; over is false when it must wait longer.
func carry(h *house.House, id string) (s sent, over bool) {
	w, ok := writingKept(id)
	a, known := kept(id)
	if !ok || !known {
		hold(id)
		return s, false
	}
	s.id = id
	wait, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var err error
	s.a, err = dispatch(wait, h, a, w.Answers)
	if s.f = fault.From(err); err == nil {
		settle(s.a)
		return s, true
	}
	switch s.f.Code {
	case fault.Invalid, fault.Conflict, fault.Unknown, fault.Denied:
		hold(id) // it must be looked at
		return s, true
	}
	return s, false
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
