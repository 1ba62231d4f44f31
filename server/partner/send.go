package partner

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rumah/server/queue"
	"rumah/shared/partner"
	shared "rumah/shared/queue"
)

// A letter that BPJS does not hear is sent again, twice as late each time;
// after a day of that, or when they said no a few times, somebody must look.
const (
	firstPause   = 30 * time.Second
	longestPause = time.Hour
	mostSends    = 32
	mostRefusals = 3
	longestError = 300 // letters of what they said
)

// letter is an entry of the outbox.
type letter struct {
	ID              int64
	Status          string
	Kind            partner.Kind
	Task            int
	At, NextAt      time.Time
	Tries, Refusals int
}

// send tells BPJS what waits of a booking, one after the other, until nothing
// is left or one must wait.
func (s *Service) send(ctx context.Context, id string) error {
	b, found, err := s.findBooking(ctx, `b.id = ?`, id)
	if err != nil || !found {
		return err
	}
	to, found, err := s.bpjs(ctx, b.PlaceID)
	if err != nil || !found {
		return err
	}
	for {
		var l letter
		err := s.db.NewRaw(`SELECT id, status, kind, task, at, next_at, tries, refusals FROM bpjs_outbox WHERE booking_id = ? AND status IN ('waiting', 'dead') ORDER BY id LIMIT 1`, id).Scan(ctx, &l)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a letter: %w", err)
		}
		if l.Status == "dead" || l.NextAt.After(s.now()) {
			return nil
		}
		sent, err := s.sendOne(ctx, to, b, l)
		if err != nil || !sent {
			return err
		}
	}
}

// bpjs is BPJS as a hospital calls it; found is false for one that does not.
func (s *Service) bpjs(ctx context.Context, at string) (b bpjs, found bool, err error) {
	var row struct {
		BaseURL string
		Sealed  []byte
	}
	err = s.db.NewRaw(`SELECT base_url, sealed FROM bpjs_hospitals WHERE place_id = ?`, at).Scan(ctx, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return b, false, nil
	}
	if err != nil {
		return b, false, fmt.Errorf("read the connection of %s: %w", at, err)
	}
	b = bpjs{client: s.Client, base: row.BaseURL, now: s.now}
	if err := s.open("bpjs "+at, row.Sealed, &b.keys); err != nil {
		return b, false, err
	}
	return b, row.BaseURL != "", nil
}

// sendOne sends one letter and writes down what became of it. sent is false
// when those behind it must wait.
func (s *Service) sendOne(ctx context.Context, to bpjs, b booking, l letter) (sent bool, err error) {
	path, body, err := s.letter(ctx, b, l)
	if err != nil {
		return false, err
	}
	r, failed := to.post(ctx, path, body)
	if ctx.Err() != nil { // the house stops; nobody failed
		return false, ctx.Err()
	}
	if failed == nil {
		if err := s.met(ctx, b.PlaceID); err != nil {
			return false, err
		}
	}
	switch {
	case failed != nil:
		s.Log.WarnContext(ctx, "bpjs did not hear", "place", b.PlaceID, "letter", l.ID, "err", failed)
		return false, s.later(ctx, l, saidOf(failed), false)
	case r.yes() || lastTask(r.message) >= l.Task && lastTask(r.message) < taskNever && l.Kind == partner.Task:
		return true, s.mark(ctx, `UPDATE bpjs_outbox SET status = 'sent', tries = tries + 1, error = '', ended_at = ?1 WHERE id = ?0`, l.ID, s.now())
	case lastTask(r.message) == taskNever:
		err := s.mark(ctx, `UPDATE bpjs_outbox SET status = 'dismissed', error = ?2, ended_at = ?1 WHERE booking_id = ?0 AND status IN ('waiting', 'dead')`, b.ID, s.now(), cut(r.message))
		if err == nil {
			err = s.mark(ctx, `UPDATE bpjs_bookings SET open = false WHERE id = ?0`, b.ID)
		}
		return false, err
	}
	return false, s.later(ctx, l, strconv.Itoa(r.code)+" "+r.message, true)
}

func (s *Service) mark(ctx context.Context, sql string, args ...any) error {
	if _, err := s.db.NewRaw(sql, args...).Exec(ctx); err != nil {
		return fmt.Errorf("write down a letter: %w", err)
	}
	return nil
}

// later puts a letter off, or gives it up.
func (s *Service) later(ctx context.Context, l letter, said string, refused bool) error {
	l.Tries++
	if refused {
		l.Refusals++
	}
	status := "waiting"
	if l.Tries >= mostSends || l.Refusals >= mostRefusals {
		status = "dead"
		s.Log.WarnContext(ctx, "bpjs letter given up", "letter", l.ID, "kind", l.Kind, "task", l.Task, "tries", l.Tries)
	}
	pause := min(firstPause<<min(l.Tries-1, 16), longestPause)
	return s.mark(ctx, `UPDATE bpjs_outbox SET status = ?1, tries = ?2, refusals = ?3, error = ?4, next_at = ?5 WHERE id = ?0`,
		l.ID, status, l.Tries, l.Refusals, cut(said), s.now().Add(pause))
}

// cut is what they said as it can be kept.
func cut(text string) string {
	letters := []rune(strings.ReplaceAll(strings.ToValidUTF8(text, "?"), "\x00", ""))
	return string(letters[:min(len(letters), longestError)])
}

var terakhir = regexp.MustCompile(`(?i)TaskId terakhir\s*:?\s*([0-9]+)`)

// lastTask is the task BPJS says it knows already; -1 when it says none.
func lastTask(message string) int {
	m := terakhir.FindStringSubmatch(message)
	if m == nil {
		return -1
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return -1
	}
	return n
}

// cancelledHere is what patients read when nobody told us a reason.
const cancelledHere = "Dibatalkan oleh fasilitas kesehatan"

// letter is where a letter goes and what it says.
func (s *Service) letter(ctx context.Context, b booking, l letter) (path string, body any, err error) {
	switch l.Kind {
	case partner.Added:
		body, err = s.added(ctx, b)
		return "antrean/add", body, err
	case partner.Canceled:
		reason := b.Reason
		if reason == "" {
			reason = cancelledHere
		}
		return "antrean/batal", map[string]any{"kodebooking": b.Code, "keterangan": reason}, nil
	case partner.Pharmacy:
		number, err := s.medicineNumber(ctx, b)
		return "antrean/farmasi/add", map[string]any{"kodebooking": b.Code, "jenisresep": strings.ToLower(notMixed), "nomorantrean": number, "keterangan": ""}, err
	}
	return "antrean/updatewaktu", map[string]any{"kodebooking": b.Code, "taskid": l.Task, "waktu": l.At.UnixMilli()}, nil
}

// medicineNumber is the number somebody has at the pharmacy.
func (s *Service) medicineNumber(ctx context.Context, b booking) (int, error) {
	tickets := []string{b.TicketID}
	if b.PharmacyID != "" {
		tickets = append(tickets, b.PharmacyID)
	}
	steps, err := s.Lines.Steps(ctx, tickets)
	if err != nil {
		return 0, err
	}
	number := 0
	for _, step := range steps {
		if step.Part == shared.Pharmacy || step.ID == b.PharmacyID {
			number = step.Number
		}
	}
	return number, nil
}

// addition is a booking of the hospital's own as BPJS is told it.
type addition struct {
	Code     string `json:"kodebooking"`
	Kind     string `json:"jenispasien"`
	Card     string `json:"nomorkartu"`
	NIK      string `json:"nik"`
	Phone    string `json:"nohp"`
	Poli     string `json:"kodepoli"`
	PoliName string `json:"namapoli"`
	Fresh    int    `json:"pasienbaru"`
	Norm     string `json:"norm"`
	Date     string `json:"tanggalperiksa"`
	Doctor   int    `json:"kodedokter"`
	Name     string `json:"namadokter"`
	Hours    string `json:"jampraktek"`
	Visit    int    `json:"jeniskunjungan"`
	Referral string `json:"nomorreferensi"`
	Label    string `json:"nomorantrean"`
	Number   int    `json:"angkaantrean"`
	Estimate int64  `json:"estimasidilayani"` // ms
	quotas
	Remarks string `json:"keterangan"`
}

func (s *Service) added(ctx context.Context, b booking) (addition, error) {
	var t told
	if err := s.open(b.ID, b.Sealed, &t); err != nil {
		return addition{}, err
	}
	d, err := s.Lines.Plan(ctx, queue.Clinic{Place: b.PlaceID, Poli: b.Poli, Doctor: b.Doctor, Date: b.Date, Opens: b.Opens, Closes: b.Closes})
	if err != nil {
		d = queue.ClinicDay{} // the week was changed meanwhile; the booking stands
	}
	kind := "NON JKN"
	if b.JKN {
		kind = "JKN"
	}
	clock := func(m int) string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }
	return addition{
		Code: b.Code, Kind: kind, Card: t.Card, NIK: t.NIK, Phone: t.Phone, Poli: b.Poli, PoliName: b.PoliName, Fresh: one(b.Fresh), Norm: b.Norm,
		Date: string(b.Date), Doctor: b.Doctor, Name: b.DoctorName, Hours: clock(int(b.Opens)) + "-" + clock(int(b.Closes)), Visit: b.Kind, Referral: t.Referral,
		Label: b.Label, Number: b.Number, Estimate: b.EstimateAt.UnixMilli(), quotas: quotasOf(d), Remarks: comeEarly,
	}, nil
}
