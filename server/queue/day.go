package queue

import (
	"context"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// wish is a command on its way into the log of a day.
type wish struct {
	queue.Command
	actor  string  // who wants it; "" for the house itself
	holder *holder // who gets the number, of a take
}

// holder is what is kept of somebody who takes a number.
type holder struct {
	requester, key string // one wish, one number
	via            string // "phone", "desk", "kiosk", "bpjs", "move"
	person         string // key of who holds it; "" for somebody unknown
	account        string // in the app; "" for none
	member         string // of the family; "" for the account's owner
	name           string // "" when nobody told
	age            int    // years; -1 when unknown
	ground         string
	payer          queue.Payer
	visit          string // of which it is a part; "" for none yet
}

// done is what came of a wish.
type done struct {
	ticket string        // id of the ticket it was about; "" for none
	number int           //
	events []queue.Event // empty when the same wish was done before
	state  *queue.State  // after it; not to be changed
}

// do carries out a wish on a day: it is in the log when do returns without
// an error, and the phones are told. Fault: unknown, and those of State.Do.
func (s *Service) do(ctx context.Context, day string, w wish) (done, error) {
	return done{}, fault.New(fault.Unknown, "unknown")
}

// state is a day as it is now; not to be changed. Fault: unknown.
func (s *Service) state(ctx context.Context, day string) (*queue.State, error) {
	return s.replayed(ctx, day)
}
