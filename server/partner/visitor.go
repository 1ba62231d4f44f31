package partner

import (
	"context"
	"crypto/rand"
	"fmt"

	"github.com/uptrace/bun"

	"rumah/server/queue"
	"rumah/shared/partner"
)

// kindOwn is the reason of a visit that came without a referral: BPJS wants
// one of its four, and this is for somebody who is known to the hospital.
const kindOwn = 3

// visitors makes bookings of those who came without BPJS and whom a hospital
// knows as a patient: BPJS is told of them too. Who is insured and has taken
// a number elsewhere is not: we have no referral of theirs to tell.
func (s *Service) visitors(ctx context.Context) error {
	var places []string
	if err := s.db.NewRaw(`SELECT place_id FROM bpjs_hospitals WHERE base_url <> ''`).Scan(ctx, &places); err != nil {
		return fmt.Errorf("read who calls BPJS: %w", err)
	}
	for _, at := range places {
		list, err := s.Lines.Visitors(ctx, at, s.today())
		if err != nil {
			return err
		}
		for start := 0; start < len(list); start += chunk {
			if err := s.welcome(ctx, at, list[start:min(start+chunk, len(list))]); err != nil {
				return err
			}
		}
	}
	return nil
}

// welcome books those of some visitors whom the hospital knows.
func (s *Service) welcome(ctx context.Context, at string, list []queue.ClinicVisitor) error {
	people, tickets := make([]string, len(list)), make([]string, len(list))
	for i, v := range list {
		people[i], tickets[i] = v.Person, v.Ticket
	}
	var booked []string
	if err := s.db.NewRaw(`SELECT ticket_id FROM bpjs_bookings WHERE ticket_id IN (?)`, bun.List(tickets)).Scan(ctx, &booked); err != nil {
		return fmt.Errorf("read which visitors are booked: %w", err)
	}
	done := make(map[string]bool, len(booked))
	for _, id := range booked {
		done[id] = true
	}
	var known []string
	if err := s.db.NewRaw(`SELECT person FROM bpjs_patients WHERE place_id = ? AND person IN (?)`, at, bun.List(people)).Scan(ctx, &known); err != nil {
		return fmt.Errorf("read which visitors are known: %w", err)
	}
	patients := make(map[string]bool, len(known))
	for _, person := range known {
		patients[person] = true
	}
	for _, v := range list {
		if done[v.Ticket] || !patients[v.Person] {
			continue
		}
		if err := s.bookVisitor(ctx, at, v); err != nil {
			return err
		}
	}
	return nil
}

// bookVisitor writes a booking with the letter that tells of it.
func (s *Service) bookVisitor(ctx context.Context, at string, v queue.ClinicVisitor) error {
	p, found, err := s.patientOf(ctx, at, v.Person)
	if err != nil || !found {
		return err
	}
	t, err := s.Lines.Ticket(ctx, v.Ticket)
	if err != nil {
		return err
	}
	id := rand.Text()
	sealed, err := s.seal(id, told{NIK: p.NIK, Phone: p.Phone, Norm: p.Norm})
	if err != nil {
		return err
	}
	_, err = s.db.NewRaw(`
WITH made AS (
  INSERT INTO bpjs_bookings (id, code, place_id, status, known, patient_id, fresh, jkn, kind, person, sealed, day_id, ticket_id, number, label,
    poli, poli_name, doctor, doctor_name, date, opens, closes, opens_at, estimate_at, made_at)
  VALUES (?0, ?1, ?2, 'live', false, ?3, ?4, false, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
  ON CONFLICT DO NOTHING RETURNING id)
INSERT INTO bpjs_outbox (booking_id, place_id, kind, task, at, next_at, made_at) SELECT id, ?2, ?22, 0, ?23, ?21, ?21 FROM made`,
		id, newCode(v.Date), at, p.ID, p.Fresh, kindOwn, v.Person, sealed, v.Day, v.Ticket, v.Number, v.Label(),
		v.Poli, v.Name, v.Doctor, v.Who, v.Date, v.Opens, v.Closes, v.OpensAt, t.Expected, s.now(), partner.Added, v.TakenAt).Exec(ctx)
	if err != nil {
		return fmt.Errorf("book a visitor: %w", err)
	}
	return nil
}
