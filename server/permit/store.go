package permit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/place"
)

// row is an application with all that deciding about it needs.
type row struct {
	ID, Service, ServiceName string
	Person, Member, Holder   string
	Agency, AgencyName       string
	Place, PlaceName         string
	OfficerName              string
	Edition, Save            int
	Sealed                   []byte
	Version                  int64
	CreatedAt, ChangedAt     time.Time
	SavedAt                  time.Time
	SentAt, DueAt, UntilAt   bun.NullTime
	HalfAt, HotAt            bun.NullTime
	ErasedAt                 bun.NullTime // answers and files were
	Closed                   bool         // who applied has closed their account
	Escalated                int          // per cent
	Head                     string       // JSON, as the following
	Definition, Form         string
	Schedule, DaysOff, Above string
}

// rowSQL reads applications. Above are those of some agencies whose roles
// reach down to the one that gives the service.
const rowSQL = `
SELECT a.id, a.service_id AS service, s.name AS service_name, a.edition, a.person_id AS person, coalesce(a.member_id, '') AS member, a.holder,
  a.agency_id AS agency, g.name AS agency_name, a.place_id AS place, p.name AS place_name, coalesce(o.name, '') AS officer_name,
  a.sealed, a.save, a.version, a.created_at, a.changed_at, a.saved_at, a.sent_at, a.due_at, a.until_at, a.half_at, a.hot_at, a.erased_at, w.closed_at IS NOT NULL AS closed, a.escalated, a.head::text AS head, d.definition::text AS definition, d.form::text AS form,
  (SELECT json_build_object('id', h.id, 'confirmed', h.confirmed, 'on_holiday', h.on_holiday, 'on_leave', h.on_leave, 'week',
    (SELECT coalesce(json_agg(json_build_object('day', day, 'open', open, 'close', close) ORDER BY day, open), '[]') FROM spans WHERE schedule_id = h.id))::text
   FROM schedules h WHERE h.id = p.schedule_id) AS schedule,
  (SELECT coalesce(json_agg(json_build_object('date', date, 'name', name, 'kind', kind)), '[]')::text FROM days_off) AS days_off,
  (SELECT coalesce(json_agg(id), '[]')::text FROM unnest(?0::text[]) id WHERE a.agency_id IN (SELECT agencies_below(ARRAY[id]))) AS above
FROM applications a
JOIN permit_services d ON d.service_id = a.service_id AND d.version = a.edition
JOIN services s ON s.id = a.service_id
JOIN agencies g ON g.id = a.agency_id
JOIN places p ON p.id = a.place_id
JOIN people w ON w.id = a.person_id
LEFT JOIN people o ON o.id = a.officer_id
WHERE `

// dossier is an application as it is decided about.
type dossier struct {
	row
	state      *permit.State
	definition permit.Definition
	schema     form.Schema
	rules      permit.Rules
	above      []string
	files      []string // that are sent with what is written
	told       []string // who is told of what was written
}

// read is the application for which the rest of a statement holds. Fault:
// unknown.
func (s *Service) read(ctx context.Context, above []string, rest string, args ...any) (*dossier, error) {
	all, err := s.readAll(ctx, above, rest, args...)
	if err == nil && len(all) == 0 {
		return nil, unknown()
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// readAll are the applications for which the rest of a statement holds.
func (s *Service) readAll(ctx context.Context, above []string, rest string, args ...any) ([]*dossier, error) {
	var rows []row
	if err := s.db.NewRaw(rowSQL+rest, append([]any{pgdialect.Array(above)}, args...)...).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("read applications: %w", err)
	}
	all := make([]*dossier, len(rows))
	for i, r := range rows {
		d, err := s.unpack(r)
		if err != nil {
			return nil, fmt.Errorf("read application %s: %w", r.ID, err)
		}
		all[i] = d
	}
	return all, nil
}

// unpack is an application as its row says it.
func (s *Service) unpack(r row) (*dossier, error) {
	d := &dossier{row: r, state: &permit.State{}}
	var schedule place.Schedule
	var off []calendar.DayOff
	for _, part := range []struct {
		text string
		into any
	}{{d.Head, &d.state.Head}, {d.Definition, &d.definition}, {d.Form, &d.schema}, {d.Schedule, &schedule}, {d.DaysOff, &off}, {d.Above, &d.above}} {
		if err := json.Unmarshal([]byte(part.text), part.into); err != nil {
			return nil, err
		}
	}
	d.state.ID, d.state.Agency, d.state.Place, d.state.Applicant, d.state.Version = d.ID, d.Agency, d.row.Place, d.Person, d.Version
	if d.Version > 0 {
		d.state.At = d.ChangedAt.UnixMilli()
	}
	d.rules = permit.Rules{Definition: &d.definition, Hours: permit.Hours{Schedule: schedule, Off: calendar.DaysOf(off), Zone: s.loc}}
	return d, nil
}

// day is the day on which the form is filled in: that of sending, and until
// then today.
func (s *Service) day(d *dossier) calendar.Date {
	if d.SentAt.IsZero() {
		return s.today()
	}
	return calendar.DateOf(d.SentAt.In(s.loc))
}

// answers are what was answered.
func (s *Service) answers(d *dossier) (form.Answers, error) {
	var a form.Answers
	data, err := s.Vault.Open(owner(d.ID), d.Sealed)
	if err == nil {
		err = json.Unmarshal(data, &a)
	}
	if err != nil {
		return nil, fmt.Errorf("answers of %s: %w", d.ID, err)
	}
	return a, nil
}

func (s *Service) seal(id string, a form.Answers) ([]byte, error) {
	if a == nil {
		a = form.Answers{}
	}
	data, err := json.Marshal(a)
	if err != nil {
		return nil, fmt.Errorf("write answers: %w", err)
	}
	return s.Vault.Seal(owner(id), data), nil
}

// owner is whose the vault holds answers for: an id of an application is not
// that of a person.
func owner(id string) string { return "application:" + id }

// farOff is where in a desk stands what is not due.
const farOff = 1 << 50

// standing is what lists ask for of an application.
type standing struct {
	due, until any // time.Time or nil
	half, hot  any // when 50 and 80 per cent of the promised time are used
	rank       int64
	asked      []string
}

func (s *Service) standing(d *dossier) standing {
	h := d.state.Head
	at := standing{rank: farOff + h.Since, asked: []string{}}
	if h.Stage.Final() {
		at.rank = -d.state.At
		return at
	}
	if due, ok := h.Clock.Target(d.rules.Hours, d.definition.Promise, s.now()); ok && h.Clock.Running() {
		at.due, at.rank = due.UTC(), due.UnixMilli()
		at.half, at.hot = s.reaches(d, permit.Escalations[0]), s.reaches(d, permit.Escalations[1])
	}
	noticed := h.Stage == permit.Payment && h.Bill != nil && h.Bill.Notice != 0 // who says to have paid waits for the office
	if until, ok := d.state.Until(d.rules); ok && !noticed {
		at.until = until.UTC()
	}
	if step, ok := d.definition.Step(h.Step); ok && h.Stage == step.Stage && step.Agency != "" && step.Agency != d.Agency {
		at.asked = append(at.asked, step.Agency)
	}
	for _, o := range h.Opinions {
		if o.Over == 0 {
			at.asked = append(at.asked, o.Agency)
		}
	}
	return at
}

// reaches is when so many per cent of the promised time will be used, or nil.
func (s *Service) reaches(d *dossier, percent int) any {
	if t, ok := d.state.Head.Clock.Reaches(d.rules.Hours, d.definition.Promise, percent, s.now()); ok {
		return t.UTC()
	}
	return nil
}

// written is an event as its statement takes it.
type written struct {
	Version int64        `json:"version"`
	At      time.Time    `json:"at"`
	Action  string       `json:"action"`
	Actor   *string      `json:"actor"`
	Body    permit.Event `json:"body"`
}

// write writes events that were decided on an application as it was read,
// with what it is from then on, and tells the applicant. Nothing is written
// when somebody was faster (fault: conflict, permit_changed). Answers are
// those that it has from now on; nil leaves them.
func (s *Service) write(ctx context.Context, d *dossier, events []permit.Event, answers []byte) error {
	if len(events) == 0 {
		return nil
	}
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error { return s.writeIn(ctx, tx, d, events, answers) })
	if err == nil {
		s.wrote(d)
	}
	return err
}

// writeIn is write within a transaction; wrote is what follows it.
func (s *Service) writeIn(ctx context.Context, tx bun.IDB, d *dossier, events []permit.Event, answers []byte) error {
	head, err := json.Marshal(d.state.Head)
	if err != nil {
		return fmt.Errorf("write an application as JSON: %w", err)
	}
	log, err := json.Marshal(logOf(events))
	if err != nil {
		return fmt.Errorf("write events as JSON: %w", err)
	}
	at, now := s.standing(d), time.UnixMilli(d.state.At).UTC()
	done, err := tx.NewRaw(`
WITH changed AS (
  UPDATE applications SET version = ?0, head = ?1::jsonb, asked = ?2, rank = ?3, due_at = ?4::timestamptz, until_at = ?5::timestamptz, half_at = ?11::timestamptz, hot_at = ?12::timestamptz, changed_at = ?6::timestamptz,
    sent_at = coalesce(sent_at, ?6::timestamptz), sealed = coalesce(?7::bytea, sealed), save = CASE WHEN ?7::bytea IS NULL THEN save ELSE save + 1 END
  WHERE id = ?8 AND version = ?9 RETURNING id
)
INSERT INTO application_events (application_id, version, at, action, actor_id, body)
SELECT c.id, e.version, e.at, e.action, e.actor, e.body FROM changed c, jsonb_to_recordset(?10::jsonb) e(version bigint, at timestamptz, action text, actor text, body jsonb)`,
		d.state.Version, string(head), pgdialect.Array(at.asked), at.rank, at.due, at.until, now, answers, d.ID, d.Version, string(log), at.half, at.hot).Exec(ctx)
	if blocked(err) { // it is being signed, and the signer takes long
		return fault.Wrap(err, fault.Conflict, "permit_changed")
	}
	if err != nil {
		return fmt.Errorf("write what happened to an application: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, conflict("permit_changed"))
	}
	if len(d.files) > 0 && s.Papers != nil {
		if err := s.Papers.Keep(ctx, tx, d.ID, d.files); err != nil {
			return err
		}
	}
	if err := s.ended(ctx, tx, d, events); err != nil {
		return err
	}
	if err := s.measure(ctx, tx, d); err != nil {
		return err
	}
	d.told = nil
	if note, ok := s.note(d, events, at); ok && s.Inbox != nil {
		d.told, err = s.Inbox.Post(ctx, tx, note)
	}
	return err
}

// blocked reports whether a statement waited too long for somebody else's.
func blocked(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "57014" || pg.Code == "55P03")
}

// wrote brings an application that was written up to date, and tells open
// apps.
func (s *Service) wrote(d *dossier) {
	if len(d.told) > 0 {
		s.Inbox.Told(d.told)
	}
	at, now := s.standing(d), time.UnixMilli(d.state.At).UTC()
	d.Version, d.ChangedAt = d.state.Version, now
	if d.SentAt.IsZero() {
		d.SentAt = bun.NullTime{Time: now}
	}
	d.DueAt, d.UntilAt, d.HalfAt, d.HotAt = nullTime(at.due), nullTime(at.until), nullTime(at.half), nullTime(at.hot)
}

func nullTime(v any) bun.NullTime {
	t, _ := v.(time.Time)
	return bun.NullTime{Time: t}
}

// happened are the events of an application, the first first, with the names
// of who did them and of who had it then.
func (s *Service) happened(ctx context.Context, id string) ([]permit.Event, map[string]string, error) {
	var rows []struct{ Body, Name, Officer, OfficerName string }
	err := s.db.NewRaw(`
SELECT e.body::text AS body, coalesce(p.name, '') AS name, coalesce(o.id, '') AS officer, coalesce(o.name, '') AS officer_name
FROM application_events e LEFT JOIN people p ON p.id = e.actor_id LEFT JOIN people o ON o.id = e.body -> 'head' ->> 'officer'
WHERE e.application_id = ? ORDER BY e.version`, id).Scan(ctx, &rows)
	if err != nil {
		return nil, nil, fmt.Errorf("read what happened to an application: %w", err)
	}
	events, names := make([]permit.Event, len(rows)), map[string]string{}
	for i, r := range rows {
		if err := json.Unmarshal([]byte(r.Body), &events[i]); err != nil {
			return nil, nil, fmt.Errorf("read what happened to an application: %w", err)
		}
		names[events[i].By], names[r.Officer] = r.Name, r.OfficerName
	}
	return events, names, nil
}
