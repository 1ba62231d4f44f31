package queue

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	inboxscreen "rumah/app/inbox"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/queue"
)

// looked tells the house what somebody found who opened their number to look
// at it: of looks without news there should be none. What is pushed while
// they look is no look.
func (s *Ticket) looked() {
	v, ok := s.Value()
	if !ok || !s.looks || s.Busy() || s.Fault() != nil {
		return
	}
	s.looks = false
	t := s.following.at(v, true)
	look := inbox.Look{Thread: "ticket:" + v.Pass.ID, State: string(t.stage)}
	if t.lined {
		look.State += " " + strconv.Itoa(t.ahead)
	}
	flow.Ask(s.here, func(ctx context.Context) (inbox.Looked, error) { return s.house.Inbox.Looked(ctx, look) },
		func(goapp.Context, inbox.Looked, error) {}) // a look that was not counted is nothing to the person
}

// tell offers to tell the holder when their turn is near, as long as that
// would be news.
func (s *Ticket) tell(t ticketNow) ui.UI {
	if t.stage != queue.Waiting && t.stage != queue.Away {
		return nil
	}
	return &inboxscreen.Ask{House: s.house, Lang: t.lang}
}
