package partner

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"rumah/server/queue"
	"rumah/shared/calendar"
	"rumah/shared/place"
)

// The statuses of bookings. One that is being taken has no number yet.
const (
	statusTaking    = "taking"
	statusLive      = "live"
	statusCancelled = "cancelled"
	statusAbsent    = "absent"
)

// booking is a number that was taken through BPJS, or that BPJS is told of.
type booking struct {
	ID, Code, PlaceID, Status, PatientID string
	Known, Fresh                         bool
	JKN                                  bool `bun:"jkn"`
	Kind                                 int
	Reference                            []byte
	Person                               string
	Sealed                               []byte
	DayID, TicketID, PharmacyID          string
	Number                               int
	Label                                string
	Poli, PoliName, DoctorName           string
	Doctor                               int
	Date                                 calendar.Date
	Opens, Closes                        place.Minute
	OpensAt                              time.Time
	EstimateAt, CheckedAt, CancelledAt   time.Time // zero before
	MadeAt                               time.Time
	CancelledBy, Reason, Norm            string
	Tells                                bool // the hospital calls BPJS
}

// told is what a booking holds that names a person.
type told struct {
	Card     string `json:"card"`
	NIK      string `json:"nik"`
	Phone    string `json:"phone"`
	Norm     string `json:"norm"`
	Referral string `json:"referral"`
}

const bookingSQL = `
SELECT b.id, b.code, b.place_id, b.status, b.patient_id, b.known, b.fresh, b.jkn, b.kind, b.reference_hash AS reference, b.person, b.sealed,
  b.day_id, coalesce(b.ticket_id, '') AS ticket_id, coalesce(b.pharmacy_id, '') AS pharmacy_id, b.number, b.label, b.poli, b.poli_name, b.doctor, b.doctor_name,
  b.date::text AS date, b.opens, b.closes, b.opens_at, coalesce(b.estimate_at, '0001-01-01T00:00:00Z'::timestamptz) AS estimate_at,
  coalesce(b.checked_at, '0001-01-01T00:00:00Z'::timestamptz) AS checked_at, coalesce(b.cancelled_at, '0001-01-01T00:00:00Z'::timestamptz) AS cancelled_at,
  b.made_at, b.cancelled_by, b.reason, p.norm, h.base_url <> '' AS tells
FROM bpjs_bookings b JOIN bpjs_patients p ON p.id = b.patient_id JOIN bpjs_hospitals h ON h.place_id = b.place_id WHERE `

func (s *Service) findBooking(ctx context.Context, where string, args ...any) (b booking, found bool, err error) {
	err = s.db.NewRaw(bookingSQL+where, args...).Scan(ctx, &b)
	if errors.Is(err, sql.ErrNoRows) {
		return b, false, nil
	}
	if err != nil {
		return b, false, fmt.Errorf("look up a booking: %w", err)
	}
	return b, true, nil
}

func (s *Service) bookingFor(ctx context.Context, day, person string) (booking, bool, error) {
	return s.findBooking(ctx, `b.day_id = ? AND b.person = ? AND b.status IN ('taking', 'live')`, day, person)
}

func (s *Service) bookingCoded(ctx context.Context, at, code string) (booking, bool, error) {
	return s.findBooking(ctx, `b.place_id = ? AND b.code = ? AND b.status <> 'taking'`, at, code)
}

func (s *Service) referralOf(ctx context.Context, at string, reference []byte) (booking, bool, error) {
	return s.findBooking(ctx, `b.place_id = ? AND b.reference_hash = ? AND b.status IN ('taking', 'live')`, at, reference)
}

// againFor is how long the same request gets the same number.
const againFor = time.Minute

// again reports whether a booking is so young that a request like it is the
// same one, tried again. One that was never finished is always.
func (s *Service) again(b booking) bool {
	return b.Status == statusTaking || s.now().Sub(b.MadeAt) < againFor
}

// letters of a code can be read out without mistaking one for another.
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

// newCode is the code of a booking: the day, and what nobody guesses.
func newCode(d calendar.Date) string {
	random := make([]byte, 8)
	_, _ = rand.Read(random) // never fails
	for i, b := range random {
		random[i] = letters[int(b)%len(letters)]
	}
	return strings.ReplaceAll(string(d), "-", "") + string(random)
}

// begin writes a booking before its number is taken, or finds the one that
// was begun for the same person and day.
func (s *Service) begin(ctx context.Context, w wanted) (booking, error) {
	id := rand.Text()
	sealed, err := s.seal(id, told{Card: w.card, NIK: w.nik, Phone: w.phone, Norm: w.patient.Norm, Referral: w.referral})
	if err != nil {
		return booking{}, err
	}
	_, err = s.db.NewRaw(`
INSERT INTO bpjs_bookings (id, code, place_id, status, known, patient_id, fresh, jkn, kind, reference_hash, person, sealed, day_id,
  poli, poli_name, doctor, doctor_name, date, opens, closes, opens_at, made_at)
VALUES (?, ?, ?, 'taking', true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (day_id, person) WHERE status IN ('taking', 'live') DO NOTHING`,
		id, newCode(w.of.Date), w.h.PlaceID, w.patient.ID, w.patient.Fresh, w.card != "", w.kind, w.referenceID, w.person, sealed, w.day.ID,
		w.of.Poli, w.day.Name, w.of.Doctor, w.day.Who, w.of.Date, w.of.Opens, w.of.Closes, w.day.OpensAt, s.now()).Exec(ctx)
	if err != nil {
		return booking{}, fmt.Errorf("begin a booking: %w", err)
	}
	b, found, err := s.bookingFor(ctx, w.day.ID, w.person)
	if err == nil && !found {
		err = errors.New("a booking is gone before it was taken")
	}
	return b, err
}

// alreadyBooked is the answer to somebody whose referral was used in the same
// moment.
func alreadyBooked(err error) (*answer, bool) {
	var refused *pgconn.PgError
	if errors.As(err, &refused) && refused.ConstraintName == "bpjs_bookings_reference" {
		return refuse(sameReferral), true
	}
	return nil, false
}

// finish gives a booking its number. Doing it twice changes nothing.
func (s *Service) finish(ctx context.Context, id string, t queue.ClinicTicket) (booking, error) {
	_, err := s.db.NewRaw(`
UPDATE bpjs_bookings SET status = 'live', ticket_id = ?1, number = ?2, label = ?3, estimate_at = ?4 WHERE id = ?0 AND status = 'taking'`,
		id, t.ID, t.Number, t.Label, t.Expected).Exec(ctx)
	if err != nil {
		return booking{}, fmt.Errorf("finish a booking: %w", err)
	}
	b, found, err := s.findBooking(ctx, `b.id = ?`, id)
	if err == nil && !found {
		err = errors.New("a booking is gone after it was taken")
	}
	return b, err
}

// forget takes back a booking that got no number.
func (s *Service) forget(ctx context.Context, id string) error {
	if _, err := s.db.NewRaw(`DELETE FROM bpjs_bookings WHERE id = ? AND status = 'taking'`, id).Exec(ctx); err != nil {
		return fmt.Errorf("forget a booking: %w", err)
	}
	return nil
}
