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
	busy bool
	ears map[int]func(tiding)
	next int
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
			if t, over := carry(h, id); over {
				tell(t)
			}
		}
	}()
}

// carry sends one with its files; over is false when it must wait longer.
func carry(h *house.House, id string) (t tiding, over bool) {
	ferryAll(h, id)
	w, ok := writingKept(id)
	a, known := kept(id)
	if !ok || !known {
		hold(id)
		return t, false
	}
	t.id = id
	if file, left := unsent(w.Answers); left {
		if refused[file.ID] == nil {
			return t, false
		}
		hold(id) // another must be chosen
		t.f = refused[file.ID]
		return t, true
	}
	wait, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	var err error
	t.sent, err = dispatch(wait, h, a, w.Answers)
	if t.f = fault.From(err); err == nil {
		settle(t.sent)
		return t, true
	}
	switch t.f.Code {
	case fault.Invalid, fault.Conflict, fault.Unknown, fault.Denied:
		hold(id) // it must be looked at
		return t, true
	}
	return t, false
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
