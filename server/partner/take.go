package partner

import (
	"context"
	"regexp"

	"rumah/server/queue"
	"rumah/shared/fault"
	shared "rumah/shared/queue"
)

const (
	oncePerDay   = "Nomor Antrean hanya dapat diambil 1 kali pada Tanggal, Dokter dan Poli yang sama"
	sameReferral = "Anda sudah terdaftar dalam antrian menggunakan nomor referensi yang sama"
	comeEarly    = "Peserta harap 60 menit lebih awal guna pencatatan administrasi."
	unknownCard  = "Data pasien ini tidak ditemukan"
	toTheDesk    = "Data pasien ini tidak ditemukan, silahkan melakukan registrasi pasien baru ke loket administrasi Kami"
)

var (
	phone    = regexp.MustCompile(`^\+?[0-9]{8,15}$`)
	referral = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z./-]{4,39}$`)
)

// wanted is a number that somebody wants, after its fields were checked.
type wanted struct {
	h                     hospital
	of                    queue.Clinic
	card, nik, phone      string
	norm, referral        string
	kind                  int // jeniskunjungan
	person                string
	patient               patient
	day                   queue.ClinicDay
	cardHash, referenceID []byte
}

func (w wanted) payer() shared.Payer {
	if w.card == "" {
		return shared.Other
	}
	return shared.JKN
}

// take answers ambilantrean. The order of the steps is that in which Mobile
// JKN expects to hear what is wrong.
func (s *Service) take(ctx context.Context, c call) (*answer, error) {
	w := wanted{h: c.h}
	for _, step := range []func(context.Context, call, *wanted) (*answer, error){
		s.takeWho, s.takeWhere, s.takeWhy, s.takeWhen, s.takePatient, s.takeTwice, s.takeOpen,
	} {
		if a, err := step(ctx, c, &w); a != nil || err != nil {
			return a, err
		}
	}
	return s.book(ctx, w)
}

// takeWho reads the numbers of a person. Who is not insured has no card.
func (s *Service) takeWho(_ context.Context, c call, w *wanted) (*answer, error) {
	if c.ask["nomorkartu"] != "" {
		if wrong := c.ask.number("nomorkartu", "Nomor Kartu", 13); wrong != "" {
			return refuse("%s", wrong), nil
		}
	}
	if wrong := c.ask.number("nik", "NIK", 16); wrong != "" {
		return refuse("%s", wrong), nil
	}
	switch {
	case c.ask["nohp"] == "":
		return refuse("No.HP tidak boleh kosong"), nil
	case !phone.MatchString(c.ask["nohp"]):
		return refuse("Format No.HP salah"), nil
	}
	w.card, w.nik, w.phone, w.norm = c.ask["nomorkartu"], c.ask["nik"], c.ask["nohp"], c.ask["norm"]
	w.person, w.cardHash = queue.Person(s.Vault, w.nik), s.hash("bpjs card", w.card)
	return nil, nil
}

func (s *Service) takeWhere(ctx context.Context, c call, w *wanted) (a *answer, err error) {
	w.of, a, err = s.clinic(ctx, c, pastTake)
	return a, err
}

// takeWhy reads why somebody comes, and with which referral.
func (s *Service) takeWhy(ctx context.Context, c call, w *wanted) (*answer, error) {
	kind, number := c.ask.whole("jeniskunjungan")
	switch {
	case c.ask["jeniskunjungan"] == "":
		return refuse("Jenis Kunjungan tidak boleh kosong"), nil
	case !number:
		return refuse("Jenis Kunjungan tidak sesuai"), nil
	case kind < 1 || kind > 4:
		return refuse("Jenis Kunjungan tidak ditemukan"), nil
	}
	w.kind, w.referral = int(kind), c.ask["nomorreferensi"]
	switch {
	case w.referral == "" && w.card == "":
		return nil, nil // who is not insured needs none
	case w.referral == "":
		return refuse("Nomor Referensi tidak boleh kosong"), nil
	case !referral.MatchString(w.referral):
		return refuse("Nomor Referensi tidak sesuai format"), nil
	}
	w.referenceID = s.hash("bpjs referral", w.referral)
	other, used, err := s.referralOf(ctx, w.h.PlaceID, w.referenceID)
	switch {
	case err != nil || !used:
		return nil, err
	case other.Person == w.person && s.again(other):
		return nil, nil // the same wish, asked again; takeTwice answers it
	}
	return refuse(sameReferral), nil
}

// takeWhen sees to it that the poli opens then, and that then can be booked.
func (s *Service) takeWhen(ctx context.Context, _ call, w *wanted) (*answer, error) {
	_, a, err := s.planned(ctx, w.of)
	if a != nil || err != nil {
		return a, err
	}
	if last := s.last(w.h); w.of.Date > last {
		return refuse("Tanggal periksa bisa dilakukan tanggal %s hingga tanggal %s", saidDate(s.today()), saidDate(last)), nil
	}
	return nil, nil
}

// takePatient finds the medical record of a person.
func (s *Service) takePatient(ctx context.Context, _ call, w *wanted) (*answer, error) {
	p, found, err := s.patientOf(ctx, w.h.PlaceID, w.person)
	switch {
	case err != nil:
		return nil, err
	case !found && w.h.Registers:
		return &answer{200, codeFresh, unknownCard, nil}, nil
	case !found:
		return refuse(toTheDesk), nil
	case w.norm != "" && w.norm != p.Norm:
		return refuse("Format No.RM salah"), nil
	}
	w.patient = p
	return nil, nil
}

// takeTwice answers somebody who has a number: the same request again gets
// the same number, for the first answer may have been lost.
func (s *Service) takeTwice(ctx context.Context, _ call, w *wanted) (*answer, error) {
	d, err := s.Lines.Find(ctx, w.of)
	if fault.Is(err, fault.Unknown) {
		return refuse(notServed), nil
	}
	if err != nil {
		return nil, err
	}
	w.day = d
	b, found, err := s.bookingFor(ctx, d.ID, w.person)
	switch {
	case err != nil:
		return nil, err
	case !found || b.Status == statusTaking: // begun, never finished: book goes on with it
		return nil, nil
	case s.again(b) && string(b.Reference) == string(w.referenceID):
		return s.booked(b, d), nil
	}
	return refuse(oncePerDay), nil
}

func (s *Service) takeOpen(_ context.Context, _ call, w *wanted) (*answer, error) {
	pool := w.day.Other
	if w.payer() == shared.JKN {
		pool = w.day.JKN
	}
	switch {
	case w.day.Over || !s.now().Before(w.day.ClosesAt):
		return refuse(isClosed), nil
	case pool.Left() == 0:
		return refuse(isFull), nil
	}
	return nil, nil
}

// refusals are the faults of taking a number as the patient reads them.
var refusals = map[string]string{
	"ticket_twice": oncePerDay, "quota_full": isFull, "quota_jkn": isFull, "quota_other": isFull, "slot_full": isFull,
	"queue_over": isClosed, "queue_closed": isClosed, "queue_stopped": notServed, "too_early": notServed,
}

// book takes the number. The booking is written before it, so that whatever
// dies in between, the next try finishes it with the same number.
func (s *Service) book(ctx context.Context, w wanted) (*answer, error) {
	b, err := s.begin(ctx, w)
	if a, known := alreadyBooked(err); known {
		return a, nil
	}
	if err != nil {
		return nil, err
	}
	if b.Status != statusTaking { // somebody asked the same at the same time, and was first
		return s.booked(b, w.day), nil
	}
	t, err := s.Lines.Take(ctx, queue.ClinicTake{
		Day: w.day.ID, Requester: "bpjs:" + w.h.PlaceID, Key: b.ID, Person: w.person, Name: w.patient.Name, Payer: w.payer(),
	})
	if f := fault.From(err); f != nil && f.Code != fault.Broken {
		if err := s.forget(ctx, b.ID); err != nil {
			return nil, err
		}
		if message, known := refusals[f.Key]; known {
			return refuse("%s", message), nil
		}
		s.Log.WarnContext(ctx, "bpjs booking refused", "place", w.h.PlaceID, "err", err)
		return refuse(broken), nil
	}
	if err != nil {
		s.Log.ErrorContext(ctx, "bpjs booking failed", "place", w.h.PlaceID, "err", err)
		return refuse(broken), nil
	}
	if b, err = s.finish(ctx, b.ID, t); err != nil {
		return nil, err
	}
	d, err := s.Lines.Find(ctx, w.of) // with the place that is gone now
	if err != nil {
		d = w.day
	}
	return s.booked(b, d), nil
}

// booked is the answer with a number.
func (s *Service) booked(b booking, d queue.ClinicDay) *answer {
	return ok(struct {
		Label    string `json:"nomorantrean"`
		Number   int    `json:"angkaantrean"`
		Code     string `json:"kodebooking"`
		Fresh    int    `json:"pasienbaru"`
		Norm     string `json:"norm"`
		Poli     string `json:"namapoli"`
		Doctor   string `json:"namadokter"`
		Estimate int64  `json:"estimasidilayani"` // ms
		quotas
		Remarks string `json:"keterangan"`
	}{b.Label, b.Number, b.Code, one(b.Fresh), b.Norm, b.PoliName, b.DoctorName, b.EstimateAt.UnixMilli(), quotasOf(d), comeEarly})
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
