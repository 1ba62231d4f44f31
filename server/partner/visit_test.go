package partner_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// booked is the code of a number that was taken for today, and its ticket.
func (h *house) booked() (code, ticket string) {
	h.Helper()
	h.register(nik, card)
	code, _ = h.expect("ambilantrean", visit(), 200, "Ok").Response["kodebooking"].(string)
	h.must(nil, h.db.NewRaw(`SELECT ticket_id FROM bpjs_bookings WHERE code = ?`, code).Scan(h.Context(), &ticket))
	return code, ticket
}

func TestCheckIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, ticket := h.booked()
	at := func(hour, minute int) int64 { return time.Date(2026, 11, 24, hour, minute, 0, 0, wib).UnixMilli() }
	in := func(code string, at any) map[string]any { return map[string]any{"kodebooking": code, "waktu": at} }
	h.expect("checkinantrean", in("", at(7, 30)), 201, "Kode Booking tidak boleh kosong")
	h.expect("checkinantrean", in(code, ""), 201, "Waktu tidak boleh kosong")
	h.expect("checkinantrean", in(code, time.Date(2026, 11, 23, 23, 0, 0, 0, wib).UnixMilli()), 201, "Waktu Checkin tidak berlaku mundur")
	h.expect("checkinantrean", in("20261124X", at(7, 30)), 201, "Data Booking tidak ditemukan")
	h.expect("checkinantrean", in(code, at(9, 0)), 201, "Chekin Anda sudah expired. Silahkan konfirmasi ke loket pendaftaran")
	h.expect("checkinantrean", in(code, at(6, 59)), 201, "Chekin Anda masih harus menunggu lagi, paling cepat pukul 24-11-2026 07:00")
	h.expect("sisaantrean", map[string]any{"kodebooking": code}, 201, "Anda belum melakukan checkin, Silahkan checkin terlebih dahulu")
	h.expect("checkinantrean", in(code, "1795480200000"), 200, "Ok") // 07:30, as a text
	h.expect("checkinantrean", in(code, at(7, 31)), 201, "Anda Sudah Checkin pada tanggal 24-11-2026 07:30:00")
	h.expect("batalantrean", map[string]any{"kodebooking": code, "keterangan": "sembuh"}, 201, "Anda Sudah Checkin Pada Tanggal 24-11-2026 07:30:00, Pendaftaran Tidak Bisa Dibatalkan")

	r := h.expect("sisaantrean", map[string]any{"kodebooking": code}, 200, "Ok").Response
	if r["nomorantrean"] != "A-001" || r["sisaantrean"] != 1.0 || r["waktutunggu"] != 0.0 || r["antreanpanggil"] != "" || r["namapoli"] != "Poli Anak" {
		t.Errorf("%v", r)
	}
	// Somebody after them waits as long as those before take, in seconds.
	h.register("3512345678980001", "0001234567001")
	second, _ := h.expect("ambilantrean", with(visit(), "nik", "3512345678980001", "nomorkartu", "0001234567001", "nomorreferensi", "R00401160002"), 200, "Ok").Response["kodebooking"].(string)
	h.expect("checkinantrean", in(second, at(7, 40)), 200, "Ok")
	if r := h.expect("sisaantrean", map[string]any{"kodebooking": second}, 200, "Ok").Response; r["sisaantrean"] != 2.0 || r["waktutunggu"] != 300.0 {
		t.Errorf("%v", r)
	}
	h.must(nil, h.lines.call(ticket))
	if r := h.expect("sisaantrean", map[string]any{"kodebooking": code}, 200, "Ok").Response; r["sisaantrean"] != 0.0 || r["antreanpanggil"] != "A-001" {
		t.Errorf("%v", r)
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, _ := h.booked()
	off := map[string]any{"kodebooking": code, "keterangan": "Ada keperluan"}
	h.expect("batalantrean", with(off, "kodebooking", ""), 201, "Kode Booking tidak boleh kosong")
	h.expect("batalantrean", with(off, "keterangan", ""), 201, "Keterangan tidak boleh kosong")
	h.expect("batalantrean", with(off, "kodebooking", "x"), 201, "Data Booking tidak ditemukan")
	h.expect("batalantrean", off, 200, "Ok")
	h.expect("batalantrean", off, 201, "Booking Anda Sudah Dibatalkan pada tanggal 24-11-2026 07:30:00")
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": morning.UnixMilli()}, 201, "Booking Anda Sudah Dibatalkan pada tanggal 24-11-2026 07:30:00")
	h.expect("sisaantrean", map[string]any{"kodebooking": code}, 201, "Data booking sudah dibatalkan")
	h.expect("sisaantrean", map[string]any{"kodebooking": "x"}, 201, "Antrean Tidak Ditemukan !")
	// The place and the referral are free again.
	if r := h.expect("ambilantrean", visit(), 200, "Ok").Response; r["sisakuotajkn"] != 29.0 || r["angkaantrean"] != 2.0 {
		t.Errorf("%v", r)
	}
	// A day later nothing can be cancelled.
	code, _ = h.expect("ambilantrean", visit(), 200, "Ok").Response["kodebooking"].(string)
	h.later(24 * time.Hour)
	h.expect("batalantrean", with(off, "kodebooking", code), 201, "Pembatalan Antrean tidak berlaku mundur")
}

// Another hospital's bookings are nobody's here.
func TestOtherHospital(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, _ := h.booked()
	if _, err := h.db.ExecContext(t.Context(), `INSERT INTO bpjs_hospitals (place_id, username, password_hash, base_url, registers, days, changed_at) VALUES ('rsud-b', '', '', '', true, 7, now())`); err != nil {
		t.Fatal(err)
	}
	if _, err := h.db.ExecContext(t.Context(), `UPDATE bpjs_bookings SET place_id = 'rsud-b'`); err != nil {
		t.Fatal(err)
	}
	h.expect("sisaantrean", map[string]any{"kodebooking": code}, 201, "Antrean Tidak Ditemukan !")

	// The other hospital has the same user with the same password: the token
	// of this one still opens nothing there.
	if _, err := h.db.ExecContext(t.Context(), `UPDATE bpjs_hospitals b SET username = a.username, password_hash = a.password_hash FROM bpjs_hospitals a WHERE a.place_id = 'rsud-a' AND b.place_id = 'rsud-b'`); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest("POST", "/bpjs/rsud-b/sisaantrean", strings.NewReader(`{"kodebooking":"`+code+`"}`))
	r.Header.Set("x-username", "bpjs")
	r.Header.Set("x-token", h.token)
	if status, a := h.do(r); status != 401 || a.Metadata.Message != "Token salah/expired..!!" {
		t.Errorf("%d %+v", status, a)
	}
}

func TestOperations(t *testing.T) {
	t.Parallel()
	h := open(t)
	span := map[string]any{"tanggalawal": "2026-11-24", "tanggalakhir": "2026-11-30"}
	h.expect("jadwaloperasirs", with(span, "tanggalawal", ""), 201, "Tanggal Awal tidak boleh kosong")
	h.expect("jadwaloperasirs", with(span, "tanggalakhir", ""), 201, "Tanggal Akhir tidak boleh kosong")
	h.expect("jadwaloperasirs", with(span, "tanggalakhir", "2026-13-01"), 201, "Format Tanggal Akhir tidak sesuai, format yang benar adalah yyyy-mm-dd")
	h.expect("jadwaloperasirs", with(span, "tanggalawal", "2026-11-01"), 201, "Tanggal Awal tidak berlaku mundur")
	h.expect("jadwaloperasirs", with(span, "tanggalawal", "2026-12-01"), 201, "Format tanggal awal harus lebih kecil dari tanggal akhir")
	h.expect("jadwaloperasirs", span, 201, "Maaf tidak ada Jadwal Operasi pada tanggal tersebut")
	h.expect("jadwaloperasipasien", map[string]any{"nopeserta": ""}, 201, "Nomor Peserta tidak boleh kosong")
	h.expect("jadwaloperasipasien", map[string]any{"nopeserta": "12"}, 201, "Nomor Peserta harus 13 digit")
	h.expect("jadwaloperasipasien", map[string]any{"nopeserta": card}, 201, "Maaf anda tidak memiliki jadwal operasi")
	sealed := h.vault.Seal(hospital+"/OP1", []byte(`"`+card+`"`))
	if _, err := h.db.NewRaw(`INSERT INTO bpjs_operations (place_id, code, date, action, poli, poli_name, done, card_hash, card, changed_at)
VALUES ('rsud-a', 'OP1', '2026-11-26', 'Operasi katarak', 'MAT', 'Poli Mata', false, ?0, ?1, ?2), ('rsud-a', 'OP2', '2026-11-25', 'Sectio', 'OBG', 'Obgyn', true, NULL, NULL, ?2)`,
		h.vault.Hash("bpjs card", card), sealed, morning).Exec(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, _ := h.expect("jadwaloperasirs", span, 200, "Ok").Response["list"].([]any)
	if len(all) != 2 {
		t.Fatalf("%v", all)
	}
	first, second := all[0].(map[string]any), all[1].(map[string]any)
	if first["nopeserta"] != "" || first["terlaksana"] != 1.0 || second["nopeserta"] != card || second["tanggaloperasi"] != "2026-11-26" || second["lastupdate"] != float64(morning.UnixMilli()) {
		t.Errorf("%v", all)
	}
	mine, _ := h.expect("jadwaloperasipasien", map[string]any{"nopeserta": card}, 200, "Ok").Response["list"].([]any)
	if len(mine) != 1 || mine[0].(map[string]any)["kodebooking"] != "OP1" || mine[0].(map[string]any)["nopeserta"] != nil || mine[0].(map[string]any)["lastupdate"] != nil {
		t.Errorf("%v", mine)
	}
}

func TestPharmacy(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, _ := h.booked()
	ask := map[string]any{"kodebooking": code}
	h.expect("ambilantreanfarmasi", map[string]any{}, 201, "Kode Booking tidak boleh kosong")
	h.expect("ambilantreanfarmasi", map[string]any{"kodebooking": "x"}, 201, "Data Booking tidak ditemukan")
	h.expect("ambilantreanfarmasi", ask, 201, "Anda belum melakukan checkin, Silahkan checkin terlebih dahulu")
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": morning.UnixMilli()}, 200, "Ok")
	h.expect("statusantreanfarmasi", ask, 201, "Anda belum mengambil antrean farmasi")
	for range 2 {
		if r := h.expect("ambilantreanfarmasi", ask, 200, "Ok").Response; r["nomorantrean"] != 1.0 || r["jenisresep"] != "Non Racikan" {
			t.Errorf("%v", r)
		}
	}
	if r := h.expect("statusantreanfarmasi", ask, 200, "Ok").Response; r["totalantrean"] != 1.0 || r["sisaantrean"] != 1.0 || r["antreanpanggil"] != 0.0 {
		t.Errorf("%v", r)
	}
}
