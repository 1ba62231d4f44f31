package partner

import (
	"context"
	"fmt"
	"time"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

const (
	noCode       = "Kode Booking tidak boleh kosong"
	noBooking    = "Data Booking tidak ditemukan"
	wasCancelled = "Booking Anda Sudah Dibatalkan pada tanggal %s"
	wasChecked   = "Anda Sudah Checkin pada tanggal %s"
)

// standing is the number of a booking as it is now, which may be further
// than the booking knows: an officer checks people in and cancels too.
func (s *Service) standing(ctx context.Context, b *booking) (stage queue.Stage, err error) {
	steps, err := s.Lines.Steps(ctx, []string{b.TicketID})
	if err != nil {
		return "", err
	}
	for _, step := range steps {
		if step.ID != b.TicketID {
			continue
		}
		if b.CheckedAt.IsZero() && !step.Present.IsZero() {
			b.CheckedAt = step.Present
		}
		if step.Stage == queue.Cancelled && b.CancelledAt.IsZero() {
			b.Status, b.CancelledAt = statusCancelled, step.Ended
		}
		return step.Stage, nil
	}
	return "", fault.New(fault.Unknown, "unknown")
}

// left answers sisaantrean: how many are before somebody who has come.
func (s *Service) left(ctx context.Context, c call) (*answer, error) {
	if c.ask["kodebooking"] == "" {
		return refuse(noCode), nil
	}
	b, found, err := s.bookingCoded(ctx, c.h.PlaceID, c.ask["kodebooking"])
	if err != nil {
		return nil, err
	}
	if !found {
		return refuse("Antrean Tidak Ditemukan !"), nil
	}
	stage, err := s.standing(ctx, &b)
	switch {
	case err != nil:
		return nil, err
	case b.Status == statusCancelled:
		return refuse("Data booking sudah dibatalkan"), nil
	case b.CheckedAt.IsZero():
		return refuse("Anda belum melakukan checkin, Silahkan checkin terlebih dahulu"), nil
	}
	t, err := s.Lines.Ticket(ctx, b.TicketID)
	if err != nil {
		return nil, err
	}
	left := 0
	if stage == queue.Waiting || stage == queue.Away {
		left = t.Ahead + 1
	}
	return ok(struct {
		Label   string `json:"nomorantrean"`
		Poli    string `json:"namapoli"`
		Doctor  string `json:"namadokter"`
		Left    int    `json:"sisaantrean"`
		Called  string `json:"antreanpanggil"`
		Wait    int    `json:"waktutunggu"` // seconds
		Remarks string `json:"keterangan"`
	}{b.Label, b.PoliName, b.DoctorName, left, t.Called, waitOf(t.Each, left), ""}), nil
}

// waitOf is the wait as BPJS reckons it: the usual time of one, for all who
// are before.
func waitOf(each time.Duration, left int) int {
	return int((each * time.Duration(max(0, left-1))).Seconds())
}

// cancel answers batalantrean.
func (s *Service) cancel(ctx context.Context, c call) (*answer, error) {
	switch "" {
	case c.ask["kodebooking"]:
		return refuse(noCode), nil
	case c.ask["keterangan"]:
		return refuse("Keterangan tidak boleh kosong"), nil
	}
	b, found, err := s.bookingCoded(ctx, c.h.PlaceID, c.ask["kodebooking"])
	if err != nil {
		return nil, err
	}
	if !found {
		return refuse(noBooking), nil
	}
	_, err = s.standing(ctx, &b)
	switch {
	case err != nil:
		return nil, err
	case b.Status == statusCancelled:
		return refuse(wasCancelled, s.at(b.CancelledAt)), nil
	case !b.CheckedAt.IsZero():
		return refuse("Anda Sudah Checkin Pada Tanggal %s, Pendaftaran Tidak Bisa Dibatalkan", s.at(b.CheckedAt)), nil
	case b.Date < s.today():
		return refuse("Pembatalan Antrean tidak berlaku mundur"), nil
	}
	// Written first: when we die before the number is given back, the next
	// look over the bookings does it.
	reason := []rune(c.ask["keterangan"])
	_, err = s.db.NewRaw(`
UPDATE bpjs_bookings SET status = 'cancelled', cancelled_at = ?1, cancelled_by = 'bpjs', reason = ?2 WHERE id = ?0 AND status = 'live'`,
		b.ID, s.now(), string(reason[:min(len(reason), 200)])).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("cancel a booking: %w", err)
	}
	if err := s.giveBack(ctx, b.TicketID); err != nil {
		return nil, err
	}
	return ok(nil), nil
}

// giveBack cancels a number; one that is over already is.
func (s *Service) giveBack(ctx context.Context, ticket string) error {
	if err := s.Lines.Cancel(ctx, ticket); err != nil && !fault.Is(err, fault.Conflict) {
		return fmt.Errorf("give a number back: %w", err)
	}
	return nil
}

// Somebody can check in so long before the practice begins and after.
const (
	checkInBefore = time.Hour
	checkInAfter  = time.Hour
)

// checkIn answers checkinantrean.
func (s *Service) checkIn(ctx context.Context, c call) (*answer, error) {
	switch "" {
	case c.ask["kodebooking"]:
		return refuse(noCode), nil
	case c.ask["waktu"]:
		return refuse("Waktu tidak boleh kosong"), nil
	}
	ms, number := c.ask.whole("waktu")
	at := time.UnixMilli(ms)
	switch {
	case !number || ms > 1<<45:
		return refuse("Format Waktu tidak sesuai"), nil
	case at.In(s.loc).Format(time.DateOnly) < string(s.today()):
		return refuse("Waktu Checkin tidak berlaku mundur"), nil
	}
	b, found, err := s.bookingCoded(ctx, c.h.PlaceID, c.ask["kodebooking"])
	if err != nil {
		return nil, err
	}
	if !found {
		return refuse(noBooking), nil
	}
	_, err = s.standing(ctx, &b)
	switch {
	case err != nil:
		return nil, err
	case b.Status == statusCancelled:
		return refuse(wasCancelled, s.at(b.CancelledAt)), nil
	case !b.CheckedAt.IsZero():
		return refuse(wasChecked, s.at(b.CheckedAt)), nil
	case at.Sub(b.OpensAt) >= checkInAfter:
		return refuse("Chekin Anda sudah expired. Silahkan konfirmasi ke loket pendaftaran"), nil
	case b.OpensAt.Sub(at) > checkInBefore:
		return refuse("Chekin Anda masih harus menunggu lagi, paling cepat pukul %s", b.OpensAt.Add(-checkInBefore).In(s.loc).Format("02-01-2006 15:04")), nil
	}
	if err := s.Lines.Arrive(ctx, b.TicketID); err != nil {
		if fault.Is(err, fault.Conflict) { // the number was over in the same moment
			return refuse("Chekin Anda sudah expired. Silahkan konfirmasi ke loket pendaftaran"), nil
		}
		return nil, err
	}
	if err := s.came(ctx, b, s.now()); err != nil {
		return nil, err
	}
	return ok(nil), nil
}

// came notes that somebody is there: the patient is not new any more.
func (s *Service) came(ctx context.Context, b booking, at time.Time) error {
	_, err := s.db.NewRaw(`
WITH here AS (UPDATE bpjs_bookings SET checked_at = ?1 WHERE id = ?0 AND checked_at IS NULL)
UPDATE bpjs_patients SET seen_at = ?1 WHERE id = ?2 AND seen_at IS NULL`, b.ID, at, b.PatientID).Exec(ctx)
	if err != nil {
		return fmt.Errorf("check a booking in: %w", err)
	}
	return nil
}
