package partner_test

import (
	"fmt"
	"sync"
	"testing"

	"rumah/server/partner"
	"rumah/server/queue"
)

// engine is a hospital over the queues of the house themselves.
func engine(t *testing.T, jkn int) *house {
	t.Helper()
	h := open(t)
	for _, sql := range []string{
		`UPDATE queues SET check_in = true, before = 720`,
		fmt.Sprintf(`INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) SELECT 'rsud-a-anak', d, 480, 720, -1, 0, %d, 5 FROM generate_series(1, 6) d`, jkn),
		`INSERT INTO counters (id, queue_id, name) VALUES ('r1', 'rsud-a-anak', 'Ruang 1')`,
	} {
		if _, err := h.db.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	lines := queue.New(h.db, h.clock.get, wib, queue.Options{Vault: h.vault, Log: silent})
	h.s = partner.New(h.db, h.clock.get, wib, partner.Options{Vault: h.vault, Lines: lines.Clinics(), Origin: "https://rumah.example.id", Inside: true, Log: silent})
	return h
}

// A visit through Mobile JKN is a ticket of the house like any other.
func TestVisitInTheHouse(t *testing.T) {
	t.Parallel()
	h := engine(t, 30)
	h.register(nik, card)
	r := h.expect("ambilantrean", visit(), 200, "Ok").Response
	if r["nomorantrean"] != "A-001" || r["sisakuotajkn"] != 29.0 || r["sisakuotanonjkn"] != 5.0 {
		t.Fatalf("%v", r)
	}
	code, _ := r["kodebooking"].(string)
	var row struct {
		Person, Payer, Via string
		Taken              int
	}
	err := h.db.NewRaw(`SELECT t.person, t.payer, t.via, d.jkn_taken AS taken FROM tickets t JOIN queue_days d ON d.id = t.day_id`).Scan(t.Context(), &row)
	if err != nil || row.Person != queue.Person(h.vault, nik) || row.Payer != "jkn" || row.Via != "bpjs" || row.Taken != 1 {
		t.Errorf("%+v %v", row, err)
	}
	if s := h.expect("statusantrean", visit(), 200, "Ok").Response; s["totalantrean"] != 1.0 || s["sisaantrean"] != 1.0 {
		t.Errorf("%v", s)
	}
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": morning.UnixMilli()}, 200, "Ok")
	if s := h.expect("sisaantrean", map[string]any{"kodebooking": code}, 200, "Ok").Response; s["sisaantrean"] != 1.0 || s["waktutunggu"] != 0.0 {
		t.Errorf("%v", s)
	}
	h.register("3512345678980001", "0001234567001")
	second := with(visit(), "nik", "3512345678980001", "nomorkartu", "0001234567001", "nomorreferensi", "R00401160002", "tanggalperiksa", "2026-11-25")
	code, _ = h.expect("ambilantrean", second, 200, "Ok").Response["kodebooking"].(string)
	h.expect("batalantrean", map[string]any{"kodebooking": code, "keterangan": "sembuh"}, 200, "Ok")
	if s := h.expect("ambilantrean", second, 200, "Ok").Response; s["sisakuotajkn"] != 29.0 || s["angkaantrean"] != 2.0 {
		t.Errorf("%v", s)
	}
}

// Twenty ask for the last two places of the house at the same time.
func TestLastPlacesInTheHouse(t *testing.T) {
	t.Parallel()
	h := engine(t, 2)
	const many = 20
	number := func(i int) (nik, card string) {
		return fmt.Sprintf("35123456789800%02d", i), fmt.Sprintf("00012345670%02d", i)
	}
	for i := range many {
		h.register(number(i))
	}
	var wait sync.WaitGroup
	answers := make([]said, many)
	for i := range many {
		wait.Go(func() {
			nik, card := number(i)
			answers[i] = h.ask("ambilantrean", with(visit(), "nik", nik, "nomorkartu", card, "nomorreferensi", fmt.Sprintf("R0040116%04d", i)))
		})
	}
	wait.Wait()
	won := 0
	for _, a := range answers {
		switch {
		case a.Metadata.Code == 200:
			won++
		case a.Metadata.Message != "Kuota penuh":
			t.Errorf("%+v", a)
		}
	}
	var taken, tickets, live int
	err := h.db.NewRaw(`SELECT (SELECT jkn_taken FROM queue_days), (SELECT count(*) FROM tickets), (SELECT count(*) FROM bpjs_bookings)`).Scan(t.Context(), &taken, &tickets, &live)
	if err != nil || won != 2 || taken != 2 || tickets != 2 || live != 2 {
		t.Errorf("%d won, %d taken, %d tickets, %d bookings, %v", won, taken, tickets, live, err)
	}
}
