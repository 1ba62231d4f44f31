package permit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/payment"
	"rumah/server/qr"
	"rumah/shared/calendar"
	"rumah/shared/check"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// noBank is the fault of a gateway that does not answer, or says what cannot
// be.
const noBank = "permit_bank"

// mostRef bounds how a bank may name a payment.
const mostRef = 200

// bill has the gateway make a bill, where there is one and the officer named
// no number, once the rules would let it be made. The same order asked for
// again is the same bill, so whoever gets no answer may try again.
func (s *Service) bill(ctx context.Context, d *dossier, c *permit.Command) error {
	if c.Action != permit.SetFee || c.Amount == 0 || s.Bank == nil || c.Number != "" && !c.House {
		return nil
	}
	asked, owed, billed := *c, d.state.Head.Owes(c.Amount), d.state.Clone()
	asked.Number = "-"
	if _, err := billed.Do(d.rules, asked, s.now()); err != nil || owed == 0 {
		return err
	}
	until, _ := billed.Until(d.rules) // the bank takes money as long as the house waits for it
	b, err := s.Bank.Make(ctx, payment.Order{
		ID: d.ID + "-" + strconv.FormatInt(d.Version, 10) + "-" + strconv.FormatInt(owed, 10), Amount: owed, Name: d.Holder, For: d.ServiceName, Until: until.UTC(),
	})
	if err != nil {
		return fault.Wrap(err, fault.Conflict, noBank)
	}
	if _, _, err := qr.Path(b.QRIS); b.QRIS != "" && err != nil { // nobody could be shown it
		return fault.Wrap(err, fault.Conflict, noBank)
	}
	c.Number, c.QRIS, c.Bank = b.Number, b.QRIS, s.Bank.Name()
	return nil
}

// Notify implements permit.API.
func (s *Service) Notify(ctx context.Context, in permit.Paid) (permit.Application, error) {
	d, err := s.own(ctx, in.ID)
	if err != nil {
		return permit.Application{}, err
	}
	switch paid, err := s.askBank(ctx, d); {
	case err != nil && fault.From(err).Key != noBank:
		return permit.Application{}, err
	case paid:
		return s.Application(ctx, permit.ID{ID: in.ID})
	}
	c := permit.Command{Action: permit.Notice, By: api.Actor(ctx)}
	if in.Proof != "" {
		if c.Proof, err = s.proof(ctx, d, in.Proof); err != nil {
			return permit.Application{}, err
		}
	}
	events, err := d.state.Do(d.rules, c, s.now())
	if err == nil {
		err = s.write(ctx, d, events, nil)
	}
	if err != nil {
		return permit.Application{}, err
	}
	return s.Application(ctx, permit.ID{ID: in.ID})
}

// proof is a file that shows a payment. Fault: invalid (proof).
func (s *Service) proof(ctx context.Context, d *dossier, id string) (form.File, error) {
	wrong := fault.Wrong(fault.Field{Name: "proof", Key: "file_gone"})
	if s.Papers == nil {
		return form.File{}, wrong
	}
	files, questions, err := s.Papers.Files(ctx, d.ID, []string{id})
	switch {
	case err != nil:
		return form.File{}, err
	case questions[id] != permit.ProofQuestion:
		return form.File{}, wrong
	}
	d.files = append(d.files, id)
	return files[id], nil
}

// askBank confirms a bill that the gateway made and knows to be paid, and
// keeps what came for one that nobody waits for any more. Fault: conflict
// (permit_bank: it does not answer).
func (s *Service) askBank(ctx context.Context, d *dossier) (paid bool, err error) {
	b := d.state.Head.Bill
	if s.Bank == nil || b == nil || b.Bank != s.Bank.Name() || b.Paid != 0 {
		return false, nil
	}
	p, err := s.Bank.Paid(ctx, b.Number)
	if err != nil {
		return false, fault.Wrap(err, fault.Conflict, noBank)
	}
	if p.Amount <= 0 || p.Ref == "" {
		return false, nil
	}
	if !database.Storable(p.Ref) || len(p.Ref) > mostRef {
		return false, fault.Wrap(errors.New("the reference of a payment is none"), fault.Conflict, noBank)
	}
	line := permit.Received{Number: b.Number, Amount: p.Amount, Day: calendar.DateOf(p.At.In(s.loc)), Ref: p.Ref}
	outcome := fits(line, &d.state.Head)
	if outcome == permit.PaidFull {
		if err := s.confirm(ctx, d, permit.Command{House: true, Ref: p.Ref}); err != nil {
			return false, err
		}
	}
	return outcome == permit.PaidFull, s.record(ctx, line, outcome, d.ID, b.Bank, "", "")
}

// fits is whether a payment is that of the bill of an application. One that
// was confirmed, and of which nothing else was kept before a server died, is
// known by its reference.
func fits(p permit.Received, h *permit.Head) permit.Fit {
	b := h.Bill
	switch {
	case b.Paid != 0 && b.Ref == p.Ref && b.Amount == p.Amount:
		return permit.PaidBefore
	case b.Paid != 0:
		return permit.PaidTwice
	case h.Stage.Final():
		return permit.PaidClosed
	case p.Amount < b.Amount:
		return permit.PaidShort
	case p.Amount > b.Amount:
		return permit.PaidOver
	}
	return permit.PaidFull
}

// confirm writes that the bill is paid, and what the house does next by
// itself.
func (s *Service) confirm(ctx context.Context, d *dossier, c permit.Command) error {
	c.Action = permit.Confirm
	events, err := d.state.Do(d.rules, c, s.now())
	if err != nil {
		return err
	}
	answers, err := s.answers(d)
	if err != nil {
		return err
	}
	more, err := s.settle(ctx, d, form.On(&d.schema, s.day(d)), answers)
	if err != nil {
		return err
	}
	return s.write(ctx, d, append(events, more...), nil)
}

// record keeps what became of a payment. What was wrong before and is right
// now is written over; what is right stays, and so does what an office knows
// of its own bill when another office knows none.
func (s *Service) record(ctx context.Context, p permit.Received, outcome permit.Fit, application, bank, agency, person string) error {
	_, err := s.db.NewRaw(`
INSERT INTO payments (number, ref, amount, day, bank, agency_id, application_id, outcome, person_id, seen_at)
VALUES (?0, ?1, ?2, ?3, ?4, nullif(?5, ''), nullif(?6, ''), ?7, nullif(?8, ''), ?9)
ON CONFLICT (number, ref) DO UPDATE SET outcome = EXCLUDED.outcome, application_id = EXCLUDED.application_id, agency_id = EXCLUDED.agency_id, amount = EXCLUDED.amount, day = EXCLUDED.day, seen_at = EXCLUDED.seen_at
WHERE payments.outcome <> 'settled' AND (EXCLUDED.application_id IS NOT NULL OR payments.application_id IS NULL AND payments.agency_id IS NOT DISTINCT FROM EXCLUDED.agency_id)`,
		p.Number, p.Ref, p.Amount, string(p.Day), bank, agency, application, string(outcome), person, s.now().UTC()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("keep a payment: %w", err)
	}
	return nil
}

// Match implements permit.API.
func (s *Service) Match(ctx context.Context, in permit.Statement) (permit.Matched, error) {
	matched := permit.Matched{Lines: make([]permit.Match, len(in.Lines))}
	for i, line := range in.Lines {
		at := check.At("lines", i)
		switch {
		case !line.Day.Valid():
			return permit.Matched{}, fault.Wrong(fault.Field{Name: at + ".day", Key: "date"})
		case line.Amount < 1:
			return permit.Matched{}, fault.Wrong(fault.Field{Name: at + ".amount", Key: "too_small", Bound: "1"})
		}
	}
	for i, line := range in.Lines {
		m, err := s.match(ctx, line)
		if err != nil {
			return permit.Matched{}, err
		}
		if m.Outcome == permit.PaidFull {
			matched.Settled++
		}
		matched.Lines[i] = m
	}
	return matched, nil
}

// match holds one payment against the bill of its number. When something else
// happened to the application at that moment, perhaps another payment of the
// same bill, it is looked at as it is then.
func (s *Service) match(ctx context.Context, line permit.Received) (permit.Match, error) {
	m, err := s.matchOnce(ctx, line)
	if changed(err) {
		m, err = s.matchOnce(ctx, line)
	}
	return m, err
}

func (s *Service) matchOnce(ctx context.Context, line permit.Received) (permit.Match, error) {
	m, a := permit.Match{Received: line, Outcome: permit.PaidUnmatched}, api.Actor(ctx)
	r := reachOf(a)
	var before string
	if err := s.db.NewRaw(`SELECT coalesce((SELECT outcome FROM payments WHERE number = ? AND ref = ?), '')`, line.Number, line.Ref).Scan(ctx, &before); err != nil {
		return m, fmt.Errorf("look for a payment: %w", err)
	}
	d, err := s.read(ctx, r.agencies, `a.head #>> '{bill,number}' = ?1 AND a.version > 0 AND ?2 ORDER BY (a.stage = 'payment') DESC, a.id LIMIT 1`, line.Number, r.within())
	switch {
	case before == string(permit.PaidFull):
		m.Outcome = permit.PaidBefore
		if d != nil {
			m.Application, m.Want = d.ID, d.state.Head.Bill.Amount
		}
		return m, nil
	case fault.Is(err, fault.Unknown):
		return m, s.record(ctx, line, m.Outcome, "", "", speaker(r), a.ID)
	case err != nil:
		return m, err
	}
	b := d.state.Head.Bill
	m.Application, m.Want, m.Outcome = d.ID, b.Amount, fits(line, &d.state.Head)
	if m.Outcome == permit.PaidFull {
		err := s.confirm(ctx, d, permit.Command{By: d.acting(a), Ref: line.Ref})
		switch {
		case changed(err):
			return m, err
		case fault.Is(err, fault.Denied), fault.Is(err, fault.Conflict):
			m.Outcome = permit.PaidBarred
		case err != nil:
			return m, err
		}
	}
	return m, s.record(ctx, line, m.Outcome, d.ID, "", d.Agency, a.ID)
}

// speaker is an agency for which somebody works; "" for the whole regency.
func speaker(r reach) string {
	if len(r.speaks) == 0 {
		return ""
	}
	return r.speaks[0]
}

const (
	billPage   = 50
	mostOdd    = 50
	mostPolled = 200
)

// Bills implements permit.API.
func (s *Service) Bills(ctx context.Context, of permit.BillsOf) (permit.Bills, error) {
	list := permit.Bills{Items: []permit.BillLine{}, Odd: []permit.Odd{}, Now: s.now()}
	after, err := readCursor(of.After)
	if err != nil {
		return list, err
	}
	r := reachOf(api.Actor(ctx))
	which := bun.SafeQuery(`a.stage = 'payment'`)
	order := bun.SafeQuery(`(head #>> '{bill,at}')::bigint, a.id`)
	past := bun.SafeQuery(`((head #>> '{bill,at}')::bigint, a.id) > (?, ?)`, after.Rank, after.ID)
	if of.Paid {
		which, order = bun.SafeQuery(`head #>> '{bill,paid}' IS NOT NULL`), bun.SafeQuery(`(head #>> '{bill,at}')::bigint DESC, a.id DESC`)
		past = bun.SafeQuery(`((head #>> '{bill,at}')::bigint, a.id) < (?, ?)`, after.Rank, after.ID)
	}
	if of.After == "" {
		past = bun.SafeQuery(`true`)
	}
	var text string
	err = s.db.NewRaw(`
SELECT json_build_object(
  'items', (SELECT coalesce(json_agg(l), '[]') FROM (
    SELECT a.id, json_build_object('id', s.id, 'name', s.name) AS service, json_build_object('id', p.id, 'name', p.name) AS place, a.holder,
      head #>> '{bill,number}' AS number, (head #>> '{bill,amount}')::bigint AS amount, to_timestamp((head #>> '{bill,at}')::bigint / 1000.0) AS made,
      to_timestamp((head #>> '{bill,notice}')::bigint / 1000.0) AS notice, coalesce(head #>> '{bill,proof,id}', '') AS proof,
      to_timestamp((head #>> '{bill,paid}')::bigint / 1000.0) AS paid, coalesce(head #>> '{bill,ref}', '') AS ref, coalesce(head #>> '{bill,bank}', '') AS bank
    FROM applications a JOIN services s ON s.id = a.service_id JOIN places p ON p.id = a.place_id
    WHERE head #>> '{bill,number}' IS NOT NULL AND ?0 AND ?1 AND ?2 ORDER BY ?3 LIMIT ?4) l),
  'open', (SELECT count(*) FROM applications a WHERE a.stage = 'payment' AND ?1),
  'sum', (SELECT coalesce(sum((head #>> '{bill,amount}')::bigint), 0) FROM applications a WHERE a.stage = 'payment' AND ?1),
  'odd', (SELECT coalesce(json_agg(o), '[]') FROM (
    SELECT y.number, y.ref, y.amount, y.day, y.outcome, coalesce(y.application_id, '') AS application, y.seen_at AS at FROM payments y LEFT JOIN applications a ON a.id = y.application_id
    WHERE y.outcome NOT IN ('settled', 'again') AND (y.application_id IS NOT NULL AND ?1 OR y.application_id IS NULL AND y.agency_id = ANY(ARRAY(SELECT agencies_below(?5::text[]))))
    ORDER BY y.seen_at DESC LIMIT ?6) o))::text`, which, r.within(), past, order, billPage+1, pgdialect.Array(r.speaks), mostOdd).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &list)
	}
	if err != nil {
		return list, fmt.Errorf("list bills: %w", err)
	}
	if len(list.Items) > billPage {
		list.Items = list.Items[:billPage]
		last := list.Items[billPage-1]
		list.Next = api.Cursor(cursor{Rank: last.Made.UnixMilli(), ID: last.ID})
	}
	for i := range list.Items {
		l := &list.Items[i]
		l.Made, l.Notice, l.Paid = utc(l.Made), utc(l.Notice), utc(l.Paid)
	}
	return list, nil
}

// lateMoney is how long after an application was cancelled the gateway is
// asked whether somebody paid its bill all the same: by then it has run out.
const lateMoney = 60 * 24 * time.Hour

// Reconcile asks the gateway about the bills that it made and that wait, and
// of late about those of cancelled applications. Where there are more than can
// be asked about at once, each has the same chance to be among them.
func (s *Service) Reconcile(ctx context.Context) error {
	if s.Bank == nil {
		return nil
	}
	var ids []string
	err := s.db.NewRaw(`
SELECT id FROM applications a WHERE head #>> '{bill,bank}' = ?0 AND head #>> '{bill,number}' IS NOT NULL AND head #>> '{bill,paid}' IS NULL
  AND (stage = 'payment' OR stage = 'cancelled' AND changed_at > ?1::timestamptz AND NOT EXISTS (SELECT FROM payments y WHERE y.application_id = a.id AND y.outcome = 'closed'))
ORDER BY random() LIMIT ?2`, s.Bank.Name(), s.now().Add(-lateMoney).UTC(), mostPolled).Scan(ctx, &ids)
	if err != nil {
		return fmt.Errorf("find bills that wait: %w", err)
	}
	var failed []error
	for _, id := range ids {
		d, err := s.read(ctx, nil, `a.id = ?1`, id)
		if err == nil {
			_, err = s.askBank(ctx, d)
		}
		if err != nil && !fault.Is(err, fault.Conflict) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}
