package queue

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/vault"
	callapi "rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// Issue implements queue.API.
func (s *Service) Issue(ctx context.Context, in queue.Issue) (queue.Acted, error) {
	got, err := s.issue(ctx, in)
	if err != nil {
		return queue.Acted{}, err
	}
	return s.acted(ctx, in.Day, "", got)
}

func (s *Service) issue(ctx context.Context, in queue.Issue) (done, error) {
	desk, err := s.deskOf(ctx, in.Day)
	if err != nil {
		return done{}, err
	}
	h := holder{requester: "officer:" + api.Actor(ctx).ID, key: callapi.Key(ctx), via: "desk", name: strings.TrimSpace(in.Name), age: -1, payer: desk.offer.payer(in.Payer)}
	if h.ground, err = desk.offer.ground(in.Lane, in.Ground); err != nil {
		return done{}, err
	}
	return s.do(ctx, in.Day, wish{
		Command: queue.Command{Action: queue.Take, Lane: in.Lane, Slot: in.Slot, Present: desk.offer.date == s.today()},
		actor:   api.Actor(ctx).ID, holder: &h,
	})
}

// Print implements queue.API.
func (s *Service) Print(ctx context.Context, in queue.Printing) (queue.Slip, error) {
	return s.print(ctx, in)
}

// print takes a number at a kiosk. Whoever stands there is at the place.
func (s *Service) print(ctx context.Context, in queue.Printing) (slip queue.Slip, err error) {
	var o offer
	var rules, device string
	p := &slip.Pass
	err = s.db.Raw().QueryRow(ctx, `SELECT id FROM queue_devices WHERE token_hash = $1 AND kind = 'kiosk' AND revoked_at IS NULL`, vault.Fingerprint(in.Secret)).Scan(&device)
	if errors.Is(err, pgx.ErrNoRows) {
		return slip, fault.New(fault.Unknown, "device_gone")
	}
	if err != nil {
		return slip, missing(err, "find a kiosk")
	}
	var opens, closes int
	err = s.db.Raw().QueryRow(ctx, `
SELECT `+offerSQL+`, q.id, q.name, q.who, d.opens, d.closes, l.id, l.name, l.address, l.lon, l.lat, l.precision
FROM queue_devices v JOIN places l ON l.id = v.place_id JOIN queues q ON q.place_id = l.id AND q.active AND (v.queues = '{}' OR q.id = ANY (v.queues))
JOIN queue_days d ON d.queue_id = q.id
WHERE v.id = $1 AND d.id = $2`, device, in.Day).
		Scan(append(o.into(&rules), &p.Queue, &p.Name, &p.Who, &opens, &closes, &p.Place.ID, &p.Place.Name, &p.Place.Address, &p.Place.Lon, &p.Place.Lat, &p.Place.Precision)...)
	if err != nil {
		return slip, missing(err, "find the day of a kiosk")
	}
	switch today := s.today(); {
	case o.date < today:
		return slip, fault.New(fault.Conflict, "queue_over")
	case o.date > today || o.early(today, s.now()):
		return slip, fault.New(fault.Conflict, "too_early")
	}
	if err := s.slow("device:"+device, slipsPerMinute); err != nil {
		return slip, err
	}
	got, err := s.do(ctx, in.Day, wish{
		Command: queue.Command{Action: queue.Take, Lane: in.Lane, Present: true}, actor: "device:" + device,
		holder: &holder{requester: "device:" + device, key: callapi.Key(ctx), via: "kiosk", age: -1, payer: o.payer(in.Payer)},
	})
	if err != nil {
		return slip, err
	}
	p.Day, p.Date, p.Opens, p.Closes, p.Payer = in.Day, o.date, place.Minute(opens), place.Minute(closes), o.payer(in.Payer)
	s.stamp(&slip, got)
	return slip, nil
}

// stamp writes the number on a slip. The link of a number that was given at a
// kiosk is never replaced: nobody else has it in an account.
func (s *Service) stamp(slip *queue.Slip, got done) {
	p, t := &slip.Pass, got.given
	p.Number, p.Label, p.Share = got.number, got.label, s.shareSecret(got.ticket, 0)
	slip.Link = s.shareLink(got.ticket, 0)
	if t.Number == 0 { // printed again after it was over
		return
	}
	p.Lane, p.Slot, p.Stage, p.Present, p.Taken = t.Lane, t.Slot, t.Stage, t.Present, time.UnixMilli(t.Taken).UTC()
	p.Promised, slip.Wait, slip.Ahead = t.wait, t.wait, t.ahead
}
