package queue

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	callapi "rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// offer is what a queue says of taking its numbers on one of its days.
type offer struct {
	date         calendar.Date
	opens        time.Time
	days, before int
	payers       bool
	rules        []queue.LaneRule
}

// offerSQL are the columns of an offer, of queue_days d and queues q.
const offerSQL = `d.date::text, d.opens_at, q.days, q.before, q.payers, q.rules::text`

// into are where the columns of an offer go.
func (o *offer) into(rules *string) []any {
	return []any{&o.date, &o.opens, &o.days, &o.before, &o.payers, rules}
}

func (o *offer) read(rules string) error {
	if err := json.Unmarshal([]byte(rules), &o.rules); err != nil {
		return fmt.Errorf("read the rules of a queue: %w", err)
	}
	return nil
}

// early reports whether numbers are not given yet: the day is too far ahead,
// or only today's are given and the hour has not come. Who could book
// yesterday need not wait for the hour today.
func (o *offer) early(today calendar.Date, now time.Time) bool {
	if o.days > 0 {
		return o.date > today.Add(o.days)
	}
	return o.date > today || now.Before(o.opens.Add(-time.Duration(o.before)*time.Minute))
}

// payer is who is counted as paying.
func (o *offer) payer(told queue.Payer) queue.Payer {
	if o.payers && told == queue.JKN {
		return queue.JKN
	}
	return queue.Other
}

// ground checks what somebody gives for the priority lane.
func (o *offer) ground(lane queue.Lane, told string) (string, error) {
	if lane != queue.Priority {
		return "", nil
	}
	if told == "" {
		return "", fault.Wrong(fault.Field{Name: "ground", Key: "required"})
	}
	if len(o.rules) > 0 && !slices.ContainsFunc(o.rules, func(r queue.LaneRule) bool { return r.Who == told }) {
		return "", fault.Wrong(fault.Field{Name: "ground", Key: "choice"})
	}
	return told, nil
}

// personKey is who holds a ticket: whoever has the NIK, when it is known, so
// that two who care for one person do not both take a number for them.
func personKey(nikHash []byte, otherwise string) string {
	if len(nikHash) == 0 {
		return otherwise
	}
	return "nik:" + base64.RawURLEncoding.EncodeToString(nikHash)
}

// taker is who takes a number in the app, and for whom.
type taker struct {
	offer  offer
	holder holder
	before string // day of the ticket that was made with the same key
	held   []int  // what the account holds
}

// Take implements queue.API.
func (s *Service) Take(ctx context.Context, in queue.NewTicket) (queue.Taken, error) {
	got, err := s.take(ctx, in)
	if err != nil {
		return queue.Taken{}, err
	}
	return queue.Taken{ID: got.ticket, Day: in.Day, Number: got.number, Label: got.label, Version: got.version, Now: s.now()}, nil
}

func (s *Service) take(ctx context.Context, in queue.NewTicket) (done, error) {
	account := api.Actor(ctx).ID
	defer s.turns.enter(account)()
	t, err := s.taker(ctx, in, account, callapi.Key(ctx))
	if err != nil {
		return done{}, err
	}
	switch {
	case t.before == "" && t.offer.early(s.today(), s.now()):
		return done{}, fault.New(fault.Conflict, "too_early")
	case t.before != "" && t.before != in.Day:
		return done{}, fault.New(fault.Conflict, "key_reused")
	}
	if t.before == "" {
		if err := s.fair(t.held); err != nil {
			return done{}, err
		}
	}
	if t.holder.ground, err = t.offer.ground(in.Lane, in.Ground); err != nil {
		return done{}, err
	}
	t.holder.payer = t.offer.payer(in.Payer)
	return s.do(ctx, in.Day, wish{Command: queue.Command{Action: queue.Take, Lane: in.Lane, Slot: in.Slot}, actor: account, holder: &t.holder})
}

// question is what is asked to take a number.
type question struct{ day, account, member, requester, key string }

// taker reads all that a take needs; those of the same moment together.
func (s *Service) taker(ctx context.Context, in queue.NewTicket, account, key string) (*taker, error) {
	r, there, err := s.takers.Get(ctx, question{in.Day, account, in.Member, "person:" + account, key})
	switch {
	case err != nil:
		return nil, fmt.Errorf("read who takes a number: %w", err)
	case !there:
		return nil, fault.New(fault.Unknown, "unknown")
	case !r.ofFamily:
		return nil, fault.Wrong(fault.Field{Name: "member", Key: "choice"})
	}
	t := &taker{offer: r.offer, before: r.before, held: r.held, holder: holder{
		requester: "person:" + account, key: key, via: "phone", account: account, member: in.Member, name: r.name,
	}}
	whom, kind := account, "person:"
	if in.Member != "" {
		whom, kind = in.Member, "member:"
	}
	t.holder.person = personKey(r.nikHash, kind+whom)
	if t.holder.age, err = s.age(whom, r.sealed); err != nil {
		return nil, err
	}
	return t, t.offer.read(r.rules)
}

// reading is the answer to a question.
type reading struct {
	offer           offer
	rules           string
	ofFamily        bool
	name, before    string
	sealed, nikHash []byte
	held            []int
}

// readTakers answers questions in one trip.
func (s *Service) readTakers(ctx context.Context, asked []question) (map[question]reading, error) {
	rows, err := s.db.Raw().Query(ctx, `
SELECT k.n, `+offerSQL+`, k.member = '' OR m.id IS NOT NULL,
  CASE WHEN k.member = '' THEN coalesce(p.name, '') ELSE coalesce(m.name, '') END,
  coalesce((SELECT t.day_id FROM tickets t WHERE t.requester = k.requester AND t.request_key = k.key), ''),
  CASE WHEN k.member = '' THEN p.sealed ELSE m.sealed END, CASE WHEN k.member = '' THEN p.nik_hash ELSE m.nik_hash END, `+heldSQL+`
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY k(day, account, member, requester, key, n)
JOIN queue_days d ON d.id = k.day JOIN queues q ON q.id = d.queue_id AND q.active
JOIN people p ON p.id = k.account AND p.closed_at IS NULL LEFT JOIN members m ON m.id = k.member AND m.person_id = p.id`,
		columnOf(asked, func(q question) string { return q.day }), columnOf(asked, func(q question) string { return q.account }),
		columnOf(asked, func(q question) string { return q.member }), columnOf(asked, func(q question) string { return q.requester }),
		columnOf(asked, func(q question) string { return q.key }), string(s.today()))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := make(map[question]reading, len(asked))
	for rows.Next() {
		var r reading
		var n int
		if err := rows.Scan(slices.Concat([]any{&n}, r.offer.into(&r.rules), []any{&r.ofFamily, &r.name, &r.before, &r.sealed, &r.nikHash, &r.held})...); err != nil {
			return nil, err
		}
		found[asked[n-1]] = r
	}
	return found, rows.Err()
}

// age is how old somebody is, in years; -1 when nobody told.
func (s *Service) age(whom string, sealed []byte) (int, error) {
	if sealed == nil {
		return -1, nil
	}
	var own struct {
		Born calendar.Date `json:"born"`
	}
	data, err := s.Vault.Open(whom, sealed)
	if err == nil {
		err = json.Unmarshal(data, &own)
	}
	if err != nil {
		return -1, fmt.Errorf("birthday of %s: %w", whom, err)
	}
	if !own.Born.Valid() {
		return -1, nil
	}
	born, today := own.Born.Time(time.UTC), s.today().Time(time.UTC)
	years := today.Year() - born.Year()
	if today.YearDay() < born.AddDate(years, 0, 0).YearDay() {
		years--
	}
	return min(max(years, 0), 150), nil
}

// missing turns a row that is not there into unknown.
func missing(err error, what string) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return fault.New(fault.Unknown, "unknown")
	}
	return fmt.Errorf("%s: %w", what, err)
}
