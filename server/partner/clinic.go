package partner

import (
	"context"

	"rumah/server/queue"
	"rumah/shared/calendar"
	"rumah/shared/fault"
)

// pastStatus and pastTake are what a date in the past is told, by service.
const (
	pastStatus = "Tanggal Periksa tidak berlaku"
	pastTake   = "Tanggal Periksa tidak berlaku mundur"
)

const (
	notServed = "Pendaftaran ke Poli ini tidak tersedia"
	isClosed  = "Pendaftaran ke Poli ini sudah tutup"
	isFull    = "Kuota penuh"
)

// clinic reads which opening of which poli and doctor a call is about, and
// says what is wrong in the order that Mobile JKN knows.
func (s *Service) clinic(ctx context.Context, c call, past string) (queue.Clinic, *answer, error) {
	of := queue.Clinic{Place: c.h.PlaceID, Poli: c.ask["kodepoli"]}
	switch "" {
	case c.ask["kodepoli"]:
		return of, refuse("Kode Poli tidak boleh kosong"), nil
	case c.ask["kodedokter"]:
		return of, refuse("Kode Dokter tidak boleh kosong"), nil
	case c.ask["tanggalperiksa"]:
		return of, refuse("Tanggal tidak boleh kosong"), nil
	}
	var fine bool
	if of.Date, fine = day(c.ask["tanggalperiksa"]); !fine {
		return of, refuse("Format Tanggal tidak sesuai, format yang benar adalah yyyy-mm-dd"), nil
	}
	if of.Date < s.today() {
		return of, refuse("%s", past), nil
	}
	if c.ask["jampraktek"] == "" {
		return of, refuse("Jam Praktek tidak boleh kosong"), nil
	}
	if of.Opens, of.Closes, fine = hours(c.ask["jampraktek"]); !fine {
		return of, refuse("Jam Praktek tidak ditemukan"), nil
	}
	doctor, fine := c.ask.whole("kodedokter")
	if doctor > 1<<31-1 {
		fine = false
	}
	of.Doctor = int(doctor)
	hasPoli, hasDoctor, err := s.Lines.Names(ctx, of.Place, of.Poli, of.Doctor)
	switch {
	case err != nil:
		return of, nil, err
	case !hasPoli:
		return of, refuse("Poli tidak ditemukan"), nil
	case !hasDoctor || !fine || doctor <= 0:
		return of, refuse("Dokter tidak ditemukan"), nil
	}
	return of, nil, nil
}

// last is the last date that can be booked.
func (s *Service) last(h hospital) calendar.Date { return s.today().Add(h.Days) }

// planned is an opening of the week that takes numbers; an answer when there
// is none.
func (s *Service) planned(ctx context.Context, of queue.Clinic) (queue.ClinicDay, *answer, error) {
	d, err := s.Lines.Plan(ctx, of)
	if fault.Is(err, fault.Unknown) || err == nil && d.JKN.Limit == 0 && d.Other.Limit == 0 {
		return d, refuse(notServed), nil
	}
	return d, nil, err
}

// quotas are the places of an opening as BPJS wants to know them. It knows no
// opening without a limit.
type quotas struct {
	JKNLeft   int `json:"sisakuotajkn"`
	JKN       int `json:"kuotajkn"`
	OtherLeft int `json:"sisakuotanonjkn"`
	Other     int `json:"kuotanonjkn"`
}

// unlimited stands for no limit.
const unlimited = 999

func quotasOf(d queue.ClinicDay) (q quotas) {
	q.JKN, q.JKNLeft, q.Other, q.OtherLeft = d.JKN.Limit, d.JKN.Left(), d.Other.Limit, d.Other.Left()
	if d.JKN.Limit < 0 {
		q.JKN, q.JKNLeft = unlimited, max(0, unlimited-d.JKN.Taken)
	}
	if d.Other.Limit < 0 {
		q.Other, q.OtherLeft = unlimited, max(0, unlimited-d.Other.Taken)
	}
	return q
}

// status answers statusantrean: how an opening stands, to plan a visit.
func (s *Service) status(ctx context.Context, c call) (*answer, error) {
	of, wrong, err := s.clinic(ctx, c, pastStatus)
	if wrong != nil || err != nil {
		return wrong, err
	}
	d, wrong, err := s.planned(ctx, of)
	if wrong != nil || err != nil {
		return wrong, err
	}
	if of.Date <= s.last(c.h) { // what cannot be booked yet has no numbers
		if d, err = s.Lines.Find(ctx, of); fault.Is(err, fault.Unknown) {
			return refuse(notServed), nil
		} else if err != nil {
			return nil, err
		}
	}
	return ok(struct {
		Poli    string `json:"namapoli"`
		Doctor  string `json:"namadokter"`
		Total   int    `json:"totalantrean"`
		Left    int    `json:"sisaantrean"`
		Called  string `json:"antreanpanggil"`
		quotas         // in between, as the catalogue has it
		Remarks string `json:"keterangan"`
	}{d.Name, d.Who, d.Given, d.Waiting, d.Called, quotasOf(d), ""}), nil
}
