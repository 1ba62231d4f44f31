package queue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// arriving is a check-in by the QR code that a place shows, which leads here.
type arriving struct {
	code  string // that was tried
	here  bool   // the reader's numbers are all there already
	wrong *fault.Fault
}

// arriveKey is the part of the address that holds the code.
const arriveKey = "hadir"

// arrive tries the code of the address, once.
func (s *Mine) arrive(ctx goapp.Context) {
	code := s.At.Get(arriveKey)
	if code == s.arriving.code || !s.house.Viewer.May(access.Citizen) {
		return
	}
	s.arriving = arriving{code: code}
	if code == "" {
		return
	}
	today := calendar.DateOf(s.house.Clock())
	flow.Ask(ctx, func(ctx context.Context) (string, error) { return arriveWith(ctx, s.house, code, today) }, func(ctx goapp.Context, id string, err error) {
		s.arriving.wrong = fault.From(err)
		switch {
		case err != nil || s.At.Get(arriveKey) != code:
		case id == "":
			s.arriving.here = true
		default:
			frame.Toast(ctx, words.TicketPresent.In(s.At.Lang))
			ui.Go(ctx, s.At.To("/antrean/"+id))
		}
	})
}

// arriveWith tells with a code that the reader has come, for each number of
// today that is still on its way: the code is of a place, and only the server
// knows of which. It returns the number that was told first; none when all
// were there already.
func arriveWith(ctx context.Context, h *house.House, code string, today calendar.Date) (id string, err error) {
	list, err := h.Queue.Tickets(ctx, queue.TicketsOf{})
	if err != nil {
		return "", err
	}
	failed, here := error(fault.New(fault.Unknown, "unknown")), false
	for _, v := range list.Live {
		if v.Pass.Date != today {
			continue
		}
		if v.Pass.Present {
			here = true
			continue
		}
		_, err := h.Queue.CheckIn(ctx, queue.CheckIn{ID: v.Pass.ID, Code: code})
		switch {
		case err != nil:
			failed = err
		case id == "":
			id = v.Pass.ID
		}
	}
	if id != "" || here {
		return id, nil
	}
	return "", failed
}

// arrival says what came of it.
func (s *Mine) arrival(at link.At) ui.UI {
	l, code := at.Lang, at.Get(arriveKey)
	switch f := s.arriving.wrong; {
	case code == "":
		return nil
	case !s.house.Viewer.May(access.Citizen):
		return ui.Banner("plain", "pin", words.TicketArrive.In(l), words.ArriveSignIn.In(l),
			ui.Link(at.To("/masuk", "ke", at.To("/antrean", arriveKey, code)), "tap take-help", ui.Text(words.SignIn.In(l))))
	case s.arriving.here:
		return ui.Banner("good", "centang", "", words.TicketPresent.In(l))
	case f == nil:
		return nil
	case f.Code == fault.Unknown || f.Code == fault.Invalid:
		return ui.Banner("bad", "awas", words.ArriveNone.In(l), words.ArriveNoneY.In(l))
	default:
		return ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
	}
}
