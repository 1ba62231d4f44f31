package queue

import (
	"context"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

const (
	// pastPage is how many numbers of the past one page has.
	pastPage = 20
	// mostLive bounds the live ones: a family on all days that can be booked.
	mostLive = 60
)

// liveSQL are the tickets that may still be called, or are served past
// midnight. Otherwise a day that nobody closed is over when its date is.
const liveSQL = `t.stage IN ('waiting', 'away', 'called', 'serving', 'skipped') AND (d.date >= $2::date OR t.stage IN ('called', 'serving'))`

// pastCursor is the last line of a page of the past.
type pastCursor struct {
	At time.Time `json:"t"`
	ID string    `json:"i"`
}

// Tickets implements queue.API.
func (s *Service) Tickets(ctx context.Context, of queue.TicketsOf) (queue.Tickets, error) {
	account := citizen(ctx)
	all := queue.Tickets{Live: []queue.TicketView{}, Past: []queue.Pass{}, Now: s.now()}
	if account == "" {
		return all, nil
	}
	after, err := readPast(of.After)
	if err != nil {
		return all, err
	}
	if of.After == "" { // who pages on has the live ones
		if all.Live, err = s.liveOf(ctx, account); err != nil {
			return all, err
		}
	}
	past, err := s.passes(ctx, `t.account_id = $1 AND NOT (`+liveSQL+`) AND ($4 = '' OR (t.taken_at, t.id) < ($3, $4))
ORDER BY t.taken_at DESC, t.id DESC LIMIT $5`, account, string(s.today()), after.At, after.ID, pastPage+1)
	if err != nil {
		return all, err
	}
	if len(past) > pastPage {
		past = past[:pastPage]
		last := past[pastPage-1]
		all.Next = api.Cursor(pastCursor{At: last.TakenAt.UTC(), ID: last.ID})
	}
	for _, row := range past {
		all.Past = append(all.Past, s.pass(row))
	}
	return all, nil
}

func readPast(after string) (c pastCursor, err error) {
	if after == "" {
		return c, nil
	}
	if err := api.ReadCursor(after, &c); err != nil {
		return c, err
	}
	if c.ID == "" || !database.Storable(c.ID) || c.At.Year() < 2000 || c.At.Year() > 9999 {
		return c, api.BadCursor()
	}
	return c, nil
}

func (s *Service) liveOf(ctx context.Context, account string) ([]queue.TicketView, error) {
	rows, err := s.passes(ctx, `t.account_id = $1 AND `+liveSQL+` ORDER BY d.opens_at, t.slot, t.number, t.id LIMIT $3`, account, string(s.today()), mostLive)
	if err != nil {
		return nil, err
	}
	return s.ticketViews(ctx, rows)
}

// Ticket implements queue.API.
func (s *Service) Ticket(ctx context.Context, id queue.TicketID) (queue.TicketView, error) {
	return s.view(ctx, citizen(ctx), id.ID)
}

// view is a ticket of an account with all that its screen shows. Fault:
// unknown, also for somebody else's.
func (s *Service) view(ctx context.Context, account, ticket string) (queue.TicketView, error) {
	row, err := s.ofAccount(ctx, account, ticket)
	if err != nil {
		return queue.TicketView{}, err
	}
	return s.ticketView(ctx, row)
}

func (s *Service) ticketView(ctx context.Context, row passRow) (queue.TicketView, error) {
	views, err := s.ticketViews(ctx, []passRow{row})
	if err != nil {
		return queue.TicketView{}, err
	}
	v := views[0]
	if v.Onward, err = s.wentOn(ctx, row); err == nil {
		v.Instead, err = s.instead(ctx, row)
	}
	return v, err
}

func (s *Service) ticketViews(ctx context.Context, rows []passRow) ([]queue.TicketView, error) {
	views, err := s.frames(ctx, rows)
	for i := range views {
		if err == nil {
			views[i].State, err = s.running(ctx, rows[i])
		}
	}
	return views, err
}

// frames are tickets with all that their screens show, but for their days.
func (s *Service) frames(ctx context.Context, rows []passRow) ([]queue.TicketView, error) {
	visits, err := s.visits(ctx, columnOf(rows, func(r passRow) string { return r.ID }))
	if err != nil {
		return nil, err
	}
	views := make([]queue.TicketView, len(rows))
	for i, row := range rows {
		v := queue.TicketView{Pass: s.pass(row), State: whole(&queue.State{}), Visit: visits[row.ID], Now: s.now()}
		if v.Visit == nil {
			v.Visit = []queue.Step{}
		}
		if v.Hits, err = s.hitRate(ctx, row.Queue); err != nil {
			return nil, err
		}
		views[i] = v
	}
	return views, nil
}

// running is the state of the day of a ticket; empty for one that is over.
func (s *Service) running(ctx context.Context, row passRow) (queue.State, error) {
	if row.Date < s.today() && !row.Stage.AtCounter() {
		return whole(&queue.State{}), nil
	}
	state, err := s.state(ctx, row.Day)
	switch {
	case err != nil:
		return queue.State{}, err
	case state.Head.Status.Over():
		return whole(&queue.State{}), nil
	}
	return whole(state), nil
}

// Reshare implements queue.API.
func (s *Service) Reshare(ctx context.Context, id queue.TicketID) (queue.TicketView, error) {
	row, err := s.ofAccount(ctx, citizen(ctx), id.ID)
	if err != nil {
		return queue.TicketView{}, err
	}
	if row.Share, err = s.reshare(ctx, row.ID); err != nil {
		return queue.TicketView{}, err
	}
	return s.ticketView(ctx, row)
}

// Shared implements queue.API.
func (s *Service) Shared(ctx context.Context, link queue.Secret) (queue.TicketView, error) {
	row, err := s.byLink(ctx, link.Secret)
	if err != nil {
		return queue.TicketView{}, err
	}
	v, err := s.ticketView(ctx, row)
	v.Pass.ID, v.Pass.Holder, v.Pass.Member, v.Pass.Ground, v.Pass.Payer = "", "", "", "", ""
	v.Pass.Way, v.Pass.Score, v.Pass.Note = 0, 0, ""
	if v.Onward != nil {
		v.Onward.ID = ""
	}
	return v, err
}

// byLink is the ticket that a secret link leads to. Fault: unknown, also for
// one that was replaced or whose visit is over since yesterday.
func (s *Service) byLink(ctx context.Context, secret string) (passRow, error) {
	id, generation, ok := s.readSecret(secret)
	if !ok {
		return passRow{}, fault.New(fault.Unknown, "unknown")
	}
	return only(s.passes(ctx, `t.id = $1 AND t.share = $2 AND (d.date >= $3::date OR t.stage IN ('called', 'serving'))`, id, generation, string(s.today())))
}
