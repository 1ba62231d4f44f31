package queue

import (
	"context"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"time"

	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// Clinics are the queues as a partner outside knows them: by the codes of a
// poli and of a doctor. What a partner does goes through the same commands as
// what is done in the app, so that quotas and numbers are one.
type Clinics struct{ s *Service }

// Clinics are the queues for partners.
func (s *Service) Clinics() Clinics { return Clinics{s} }

// Clinic names one opening of a poli and a doctor.
type Clinic struct {
	Place, Poli   string
	Doctor        int
	Date          calendar.Date
	Opens, Closes place.Minute
}

// ClinicDay is one opening as it stands.
type ClinicDay struct {
	ID        string // of the queue-day
	Name, Who string // of the poli and the doctor
	OpensAt   time.Time
	ClosesAt  time.Time
	Over      bool   // no number is given any more
	Given     int    // numbers
	Waiting   int    // of them still wait
	Called    string // the number called last; "" before the first
	JKN       queue.Pool
	Other     queue.Pool
}

// Person is the key of somebody by their NIK: the same for somebody who
// takes a number in the app and by a partner.
func Person(v *vault.Vault, nik string) string {
	return "nik:" + base64.RawURLEncoding.EncodeToString(v.Hash("nik", nik))
}

// Names reports whether a place has a poli, and the poli a doctor.
func (c Clinics) Names(ctx context.Context, at, poli string, doctor int) (hasPoli, hasDoctor bool, err error) {
	var row struct{ Poli, Doctor bool }
	err = c.s.db.NewRaw(`SELECT count(*) > 0 AS poli, coalesce(bool_or(doctor = ?2), false) AS doctor FROM queues WHERE place_id = ?0 AND poli = ?1 AND active`, at, poli, doctor).Scan(ctx, &row)
	if err != nil {
		return false, false, fmt.Errorf("look up a poli: %w", err)
	}
	return row.Poli, row.Doctor, nil
}

// clinicPlan is an opening of the week.
type clinicPlan struct {
	Queue, Name, Who string
	Payers           bool
	Regular          int
	JKN              int `bun:"jkn"`
	Other            int
}

// plan is the opening of a clinic on a date. Fault: unknown when there is
// none, because of the week or because the doctor is away.
func (c Clinics) plan(ctx context.Context, of Clinic) (clinicPlan, error) {
	var p clinicPlan
	err := c.s.db.NewRaw(`
SELECT q.id AS queue, q.name, q.who, q.payers, n.regular, n.jkn, n.other
FROM queues q JOIN queue_sessions n ON n.queue_id = q.id
WHERE q.place_id = ?0 AND q.poli = ?1 AND q.doctor = ?2 AND q.active AND n.day = extract(dow FROM ?3::date) AND n.opens = ?4 AND n.closes = ?5
  AND NOT EXISTS (SELECT FROM queue_closures x WHERE x.queue_id = q.id AND x.ended_at IS NULL AND ?3::date BETWEEN x.from_date AND x.to_date)`,
		of.Place, of.Poli, of.Doctor, of.Date, of.Opens, of.Closes).Scan(ctx, &p)
	if errors.Is(err, sql.ErrNoRows) {
		return p, fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return p, fmt.Errorf("look up an opening: %w", err)
	}
	return p, nil
}

// Plan is an opening as the week has it, for any date. Fault: unknown.
func (c Clinics) Plan(ctx context.Context, of Clinic) (ClinicDay, error) {
	p, err := c.plan(ctx, of)
	if err != nil {
		return ClinicDay{}, err
	}
	midnight := of.Date.Time(c.s.loc)
	d := ClinicDay{
		ID: queue.DayIDOf(p.Queue, of.Date, of.Opens), Name: p.Name, Who: p.Who,
		OpensAt: midnight.Add(time.Duration(of.Opens) * time.Minute), ClosesAt: midnight.Add(time.Duration(of.Closes) * time.Minute),
		JKN: queue.Pool{Limit: p.JKN}, Other: queue.Pool{Limit: p.Other},
	}
	if !p.Payers {
		d.JKN, d.Other = queue.Pool{Limit: p.Regular}, queue.Pool{Limit: p.Regular}
	}
	return d, nil
}

// Find is an opening as it stands; its day begins to exist. Fault: unknown.
func (c Clinics) Find(ctx context.Context, of Clinic) (ClinicDay, error) {
	p, err := c.plan(ctx, of)
	if err != nil {
		return ClinicDay{}, err
	}
	if err := c.s.prepare(ctx, p.Queue, of.Place, of.Date, of.Date); err != nil {
		return ClinicDay{}, err
	}
	d, err := c.Plan(ctx, of)
	if err != nil {
		return d, err
	}
	state, err := c.s.state(ctx, d.ID)
	if err != nil {
		return d, err
	}
	d.OpensAt, d.ClosesAt = time.UnixMilli(state.Head.Opens), time.UnixMilli(state.Head.Closes)
	d.Over = state.Head.Status.Over() || c.s.now().UnixMilli() >= state.Head.Closes
	d.Given, d.Waiting = state.Last, clinicWaiting(state)
	if len(state.Calls) > 0 {
		d.Called = state.Label(state.Calls[0].Number)
	}
	if p.Payers {
		d.JKN, d.Other = state.Payers[queue.JKN], state.Payers[queue.Other]
	} else {
		d.JKN, d.Other = state.Head.Regular, state.Head.Regular
	}
	return d, nil
}

// clinicWaiting are those whose turn is still to come.
func clinicWaiting(s *queue.State) int {
	return s.Count[queue.Waiting] + s.Count[queue.Away] + s.Count[queue.Skipped]
}
