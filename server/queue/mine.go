package queue

import (
	"context"
	"crypto/subtle"
	"math"
	"strings"
	"time"

	"rumah/server/api"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// owned is a ticket of the reader, and where it is for.
type owned struct {
	day       string
	number    int
	opens     time.Time
	place     string
	lon, lat  float64
	precision place.Precision
}

// owned is a ticket of the reader. Fault: unknown, also for somebody else's.
func (s *Service) owned(ctx context.Context, ticket string) (owned, error) {
	var o owned
	err := s.db.Raw().QueryRow(ctx, `
SELECT t.day_id, t.number, d.opens_at, l.id, l.lon, l.lat, l.precision
FROM tickets t JOIN queue_days d ON d.id = t.day_id JOIN queues q ON q.id = d.queue_id JOIN places l ON l.id = q.place_id
WHERE t.id = $1 AND t.account_id = $2`, ticket, api.Actor(ctx).ID).
		Scan(&o.day, &o.number, &o.opens, &o.place, &o.lon, &o.lat, &o.precision)
	if err != nil {
		return o, missing(err, "find a ticket")
	}
	return o, nil
}

// change does something to a ticket of the reader.
func (s *Service) change(ctx context.Context, ticket string, c queue.Command) (queue.TicketView, error) {
	o, err := s.owned(ctx, ticket)
	if err != nil {
		return queue.TicketView{}, err
	}
	got, err := s.changeOwned(ctx, o, c)
	if err != nil {
		return queue.TicketView{}, err
	}
	return s.changed(ctx, ticket, got)
}

func (s *Service) changeOwned(ctx context.Context, o owned, c queue.Command) (done, error) {
	if err := s.slow(queue.Label(o.day, o.number), changesPerMinute); err != nil {
		return done{}, err
	}
	c.Number = o.number
	return s.do(ctx, o.day, wish{Command: c, actor: api.Actor(ctx).ID})
}

// changed is a ticket of the reader after they did something: of its day
// they know more than what happened just now.
func (s *Service) changed(ctx context.Context, ticket string, got done) (queue.TicketView, error) {
	row, err := s.ofAccount(ctx, api.Actor(ctx).ID, ticket)
	if err != nil {
		return queue.TicketView{}, err
	}
	views, err := s.frames(ctx, []passRow{row})
	if err != nil {
		return queue.TicketView{}, err
	}
	views[0].State, views[0].Events = whole(&queue.State{Day: row.Day, Epoch: got.epoch}), got.events
	return views[0], nil
}

// StepOut implements queue.API.
func (s *Service) StepOut(ctx context.Context, out queue.StepOut) (queue.TicketView, error) {
	return s.change(ctx, out.ID, queue.Command{Action: queue.Out, Places: out.Places})
}

// ComeBack implements queue.API.
func (s *Service) ComeBack(ctx context.Context, id queue.TicketID) (queue.TicketView, error) {
	return s.change(ctx, id.ID, queue.Command{Action: queue.Back})
}

// Cancel implements queue.API.
func (s *Service) Cancel(ctx context.Context, id queue.TicketID) (queue.TicketView, error) {
	return s.change(ctx, id.ID, queue.Command{Action: queue.Cancel})
}

// arriveEarly is how long before the opening somebody can have arrived.
const arriveEarly = 3 * time.Hour

// CheckIn implements queue.API.
func (s *Service) CheckIn(ctx context.Context, in queue.CheckIn) (queue.TicketView, error) {
	got, err := s.checkIn(ctx, in)
	if err != nil {
		return queue.TicketView{}, err
	}
	return s.changed(ctx, in.ID, got)
}

func (s *Service) checkIn(ctx context.Context, in queue.CheckIn) (done, error) {
	o, err := s.owned(ctx, in.ID)
	if err != nil {
		return done{}, err
	}
	now := s.now()
	switch {
	case now.Before(o.opens.Add(-arriveEarly)):
		return done{}, fault.New(fault.Conflict, "checkin_early")
	case in.Code != "" && !s.shown(o.place, in.Code, now):
		return done{}, fault.Wrong(fault.Field{Name: "code", Key: "arrive_code"})
	case in.Code == "" && !o.near(in):
		return done{}, fault.Wrong(fault.Field{Name: "near", Key: "far"})
	}
	return s.changeOwned(ctx, o, queue.Command{Action: queue.Arrive})
}

// codeSteps are the present code of a place and those before it that still
// work: people read it, then find the ticket on their phone.
const codeSteps = 3

// shown reports whether a place shows a code now, or did a moment ago.
func (s *Service) shown(place, code string, now time.Time) bool {
	code = strings.ToUpper(strings.TrimSpace(code))
	for i := range codeSteps {
		if subtle.ConstantTimeCompare([]byte(code), []byte(s.arrivalCode(place, now.Add(-time.Duration(i)*arrivalStep)))) == 1 {
			return true
		}
	}
	return false
}

// mostDoubt is how much an inexact position may add to the distance.
const mostDoubt = 200

// near reports whether somebody is at the place of a ticket, as far as their
// phone knows. Of a place that is only known by its village nobody can say.
func (o owned) near(in queue.CheckIn) bool {
	return o.precision == place.Exact && metres(o.lon, o.lat, in.Lon, in.Lat) <= queue.NearEnough+math.Min(in.Near, mostDoubt)
}

// metres is the way between two points over the ground.
func metres(lon1, lat1, lon2, lat2 float64) float64 {
	const radius, degree = 6_371_000, math.Pi / 180
	north, east := math.Sin((lat2-lat1)*degree/2), math.Sin((lon2-lon1)*degree/2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, north*north+math.Cos(lat1*degree)*math.Cos(lat2*degree)*east*east)))
}
