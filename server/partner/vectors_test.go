package partner_test

import (
	"bytes"
	"fmt"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// What is wrong with a wish for a number is told in the order that Mobile
// JKN expects, in its words.
func TestTakeIsRefusedInOrder(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.register(nik, card)
	for _, c := range []struct {
		change  []any
		message string
	}{
		{[]any{"nomorkartu", "000123456789"}, "Nomor Kartu harus 13 digit"},
		{[]any{"nomorkartu", "00012345678901"}, "Nomor Kartu harus 13 digit"},
		{[]any{"nomorkartu", "000123456789x"}, "Format Nomor Kartu tidak sesuai"},
		{[]any{"nik", ""}, "NIK tidak boleh kosong"},
		{[]any{"nik", "351234567898765"}, "NIK harus 16 digit"},
		{[]any{"nik", "35123456789876543"}, "NIK harus 16 digit"},
		{[]any{"nik", "35123456789876ab"}, "Format NIK tidak sesuai"},
		{[]any{"nohp", ""}, "No.HP tidak boleh kosong"},
		{[]any{"nohp", "rumah"}, "Format No.HP salah"},
		{[]any{"kodepoli", ""}, "Kode Poli tidak boleh kosong"},
		{[]any{"kodedokter", ""}, "Kode Dokter tidak boleh kosong"},
		{[]any{"tanggalperiksa", nil}, "Tanggal tidak boleh kosong"},
		{[]any{"tanggalperiksa", "2026-02-30"}, "Format Tanggal tidak sesuai, format yang benar adalah yyyy-mm-dd"},
		{[]any{"tanggalperiksa", "24-11-2026"}, "Format Tanggal tidak sesuai, format yang benar adalah yyyy-mm-dd"},
		{[]any{"tanggalperiksa", "2026-11-23"}, "Tanggal Periksa tidak berlaku mundur"},
		{[]any{"jampraktek", ""}, "Jam Praktek tidak boleh kosong"},
		{[]any{"jampraktek", "pagi"}, "Jam Praktek tidak ditemukan"},
		{[]any{"jampraktek", "12:00-08:00"}, "Jam Praktek tidak ditemukan"},
		{[]any{"kodepoli", "XXX"}, "Poli tidak ditemukan"},
		{[]any{"kodedokter", 99}, "Dokter tidak ditemukan"},
		{[]any{"kodedokter", "dua"}, "Dokter tidak ditemukan"},
		{[]any{"jeniskunjungan", ""}, "Jenis Kunjungan tidak boleh kosong"},
		{[]any{"jeniskunjungan", "satu"}, "Jenis Kunjungan tidak sesuai"},
		{[]any{"jeniskunjungan", 5}, "Jenis Kunjungan tidak ditemukan"},
		{[]any{"nomorreferensi", ""}, "Nomor Referensi tidak boleh kosong"},
		{[]any{"nomorreferensi", "a b"}, "Nomor Referensi tidak sesuai format"},
		{[]any{"tanggalperiksa", "2026-11-27"}, "Pendaftaran ke Poli ini tidak tersedia"}, // a Friday: other hours
		{[]any{"tanggalperiksa", "2026-11-29"}, "Pendaftaran ke Poli ini tidak tersedia"}, // a Sunday
		{[]any{"jampraktek", "09:00-12:00"}, "Pendaftaran ke Poli ini tidak tersedia"},
		{[]any{"tanggalperiksa", "2027-12-29"}, "Tanggal periksa bisa dilakukan tanggal 24-11-2026 hingga tanggal 01-12-2026"}, // H+400
		{[]any{"norm", "999"}, "Format No.RM salah"},
		// The first thing that is wrong is told.
		{[]any{"nik", "1", "nohp", "", "kodepoli", ""}, "NIK harus 16 digit"},
		{[]any{"jeniskunjungan", 9, "kodepoli", "XXX"}, "Poli tidak ditemukan"},
		{[]any{"nomorreferensi", "", "tanggalperiksa", "2026-11-29"}, "Nomor Referensi tidak boleh kosong"},
	} {
		h.expect("ambilantrean", with(visit(), c.change...), 201, c.message)
	}
	if n := len(h.lines.tickets); n != 0 {
		t.Errorf("%d numbers were given", n)
	}
}

// Numbers come as texts, hours with spaces, and answers carry numbers.
func TestTake(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.register(nik, card)
	a := h.expect("ambilantrean", with(visit(), "kodedokter", "12346", "jeniskunjungan", "1", "jampraktek", "08:00 - 12:00", "norm", "000001"), 200, "Ok")
	r := a.Response
	code, _ := r["kodebooking"].(string)
	if r["nomorantrean"] != "A-001" || r["angkaantrean"] != 1.0 || len(code) != 16 || !strings.HasPrefix(code, "20261124") || r["norm"] != "000001" ||
		r["namapoli"] != "Poli Anak" || r["namadokter"] != "dr. Ratna, Sp.A" || r["sisakuotajkn"] != 29.0 || r["kuotajkn"] != 30.0 || r["sisakuotanonjkn"] != 5.0 || r["kuotanonjkn"] != 5.0 ||
		r["estimasidilayani"] != float64(time.Date(2026, 11, 24, 8, 5, 0, 0, wib).UnixMilli()) || r["keterangan"] == "" {
		t.Errorf("%v", r)
	}
	// The same again, because the answer was lost, is the same number.
	if again := h.expect("ambilantrean", visit(), 200, "Ok"); again.Response["kodebooking"] != code {
		t.Errorf("%v", again.Response)
	}
	h.later(2 * time.Minute)
	h.expect("ambilantrean", visit(), 201, "Anda sudah terdaftar dalam antrian menggunakan nomor referensi yang sama")
	h.expect("ambilantrean", with(visit(), "nomorreferensi", "0001R0040116A000002"), 201, "Nomor Antrean hanya dapat diambil 1 kali pada Tanggal, Dokter dan Poli yang sama")
	// Another day with the same referral.
	h.expect("ambilantrean", with(visit(), "tanggalperiksa", "2026-11-25"), 201, "Anda sudah terdaftar dalam antrian menggunakan nomor referensi yang sama")

	s := h.expect("statusantrean", visit(), 200, "Ok").Response
	if s["totalantrean"] != 1.0 || s["sisaantrean"] != 1.0 || s["antreanpanggil"] != "" || s["sisakuotajkn"] != 29.0 || s["keterangan"] != "" {
		t.Errorf("%v", s)
	}
	s = h.expect("statusantrean", with(visit(), "tanggalperiksa", "2027-01-05"), 200, "Ok").Response
	if s["totalantrean"] != 0.0 || s["sisakuotajkn"] != 30.0 {
		t.Errorf("%v", s)
	}
	h.expect("statusantrean", with(visit(), "tanggalperiksa", "2026-11-23"), 201, "Tanggal Periksa tidak berlaku")
	h.later(5 * time.Hour)
	h.register("3512345678980001", "0001234567001")
	h.expect("ambilantrean", with(visit(), "nik", "3512345678980001", "nomorkartu", "0001234567001", "nomorreferensi", "0001R0040116A000009"), 201, "Pendaftaran ke Poli ini sudah tutup")
}

// Who is not insured has no card and no referral, and places of their own.
func TestTakeWithoutInsurance(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.lines.quota = 0
	h.register(nik, card)
	r := h.expect("ambilantrean", with(visit(), "nomorkartu", "", "nomorreferensi", ""), 200, "Ok").Response
	if r["sisakuotanonjkn"] != 4.0 || r["kuotajkn"] != 0.0 {
		t.Errorf("%v", r)
	}
	h.register("3512345678980001", "0001234567001")
	h.expect("ambilantrean", with(visit(), "nik", "3512345678980001", "nomorkartu", "0001234567001"), 201, "Kuota penuh")
}

// Who is new is sent to be registered, or to the desk, and comes back.
func TestNewPatients(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.expect("ambilantrean", visit(), 202, "Data pasien ini tidak ditemukan")
	p := person(nik, card)
	for _, c := range []struct {
		name    string
		value   any
		message string
	}{
		{"nomorkartu", "", "Nomor Kartu tidak boleh kosong"}, {"nik", "1", "NIK harus 16 digit"}, {"nomorkk", "12", "Nomor KK harus 16 digit"},
		{"nama", "", "Nama tidak boleh kosong"}, {"jeniskelamin", "X", "Jenis Kelamin tidak ditemukan"}, {"tanggallahir", "2027-01-01", "Tanggal lahir pasien salah"},
		{"tanggallahir", "1985-13-01", "Format Tanggal Lahir tidak sesuai, format yang benar adalah yyyy-mm-dd"}, {"nohp", "x", "Format No.HP salah"}, {"alamat", "", "Alamat tidak boleh kosong"},
		{"kodekel", "", "Kode Kelurahan tidak boleh kosong"}, {"rt", "abc", "Format RT salah"},
	} {
		h.expect("pasienbaru", with(p, c.name, c.value), 201, c.message)
	}
	a := h.expect("pasienbaru", p, 200, "Harap datang ke admisi untuk melengkapi data rekam medis")
	norm := a.Response["norm"]
	if norm != "000001" {
		t.Errorf("%v", a)
	}
	h.expect("infopasienbaru", p, 201, "Pasien dengan NIK dan No.Kartu tersebut sudah terdaftar")
	if r := h.expect("ambilantrean", with(visit(), "norm", norm), 200, "Ok").Response; r["norm"] != norm || r["pasienbaru"] != 1.0 {
		t.Errorf("%v", r)
	}
	if _, err := h.db.ExecContext(t.Context(), `UPDATE bpjs_hospitals SET registers = false`); err != nil {
		t.Fatal(err)
	}
	other := person("3512345678980001", "0001234567001")
	h.expect("ambilantrean", with(visit(), "nik", other["nik"], "nomorkartu", other["nomorkartu"], "nomorreferensi", "R00401160002"), 201,
		"Data pasien ini tidak ditemukan, silahkan melakukan registrasi pasien baru ke loket administrasi Kami")
	// Nothing that names a person stands in the tables.
	var leaks int
	err := h.db.NewRaw(`SELECT (SELECT count(*) FROM bpjs_patients p WHERE p::text LIKE ?0 OR p::text LIKE ?1) + (SELECT count(*) FROM bpjs_bookings b WHERE b::text LIKE ?0 OR b::text LIKE ?1)`, "%"+nik+"%", "%"+card+"%").Scan(t.Context(), &leaks)
	if err != nil || leaks != 0 {
		t.Errorf("%d rows name a person, %v", leaks, err)
	}
}

// Two ask for the last place at the same time: one gets it.
func TestLastPlace(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.lines.quota = 1
	people := [][2]string{{nik, card}, {"3512345678980001", "0001234567001"}}
	for _, p := range people {
		h.register(p[0], p[1])
	}
	var wait sync.WaitGroup
	codes := make([]int, len(people))
	for i, p := range people {
		wait.Go(func() {
			codes[i] = h.ask("ambilantrean", with(visit(), "nik", p[0], "nomorkartu", p[1], "nomorreferensi", fmt.Sprintf("0001R00401%d", i))).Metadata.Code
		})
	}
	wait.Wait()
	if codes[0]+codes[1] != 200+201 || len(h.lines.tickets) != 1 {
		t.Errorf("%v, %d numbers", codes, len(h.lines.tickets))
	}
	var live, all int
	if err := h.db.NewRaw(`SELECT count(*) FILTER (WHERE status = 'live'), count(*) FROM bpjs_bookings`).Scan(t.Context(), &live, &all); err != nil || live != 1 || all != 1 {
		t.Errorf("%d of %d bookings, %v", live, all, err)
	}
}

// One person asks in many requests at the same time: there is one number.
func TestSamePersonAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.register(nik, card)
	var wait sync.WaitGroup
	codes := make([]any, 8)
	for i := range codes {
		wait.Go(func() { codes[i] = h.ask("ambilantrean", visit()).Response["kodebooking"] })
	}
	wait.Wait()
	for _, c := range codes {
		if c != codes[0] || c == nil {
			t.Errorf("%v", codes)
		}
	}
	if len(h.lines.tickets) != 1 {
		t.Errorf("%d numbers", len(h.lines.tickets))
	}
}

// A server that dies between the booking and its number, or before it said
// so, leaves nothing that the next try does not finish.
func TestTakeAfterFailure(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.register(nik, card)
	h.lines.fail = fmt.Errorf("the database is gone")
	h.expect("ambilantrean", visit(), 201, "Maaf terjadi kesalahan, hubungi Administrator")
	h.later(time.Hour)
	h.expect("ambilantrean", visit(), 200, "Ok")
}

// What is wrong as a call is answered with its status, in the envelope.
func TestCalls(t *testing.T) {
	t.Parallel()
	h := open(t)
	sign := func(method jwt.SigningMethod, key any, claims jwt.RegisteredClaims) string {
		token, err := jwt.NewWithClaims(method, claims).SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	good := jwt.RegisteredClaims{Subject: "bpjs", Audience: jwt.ClaimStrings{hospital}, ExpiresAt: jwt.NewNumericDate(morning.Add(time.Hour))}
	for name, c := range map[string]struct {
		method, path, kind, body, user, token string
		status                                int
		message                               string
	}{
		"get":             {"GET", "/bpjs/rsud-a/statusantrean", "", "", "bpjs", h.token, 405, "Methode tersebut tidak bisa digunakan...!!!"},
		"post a token":    {"POST", "/bpjs/rsud-a/auth", "", "", "bpjs", h.token, 405, "Methode tersebut tidak bisa digunakan...!!!"},
		"no service":      {"POST", "/bpjs/rsud-a/nothing", "", "{}", "bpjs", h.token, 404, "Service tidak terdaftar"},
		"too deep":        {"POST", "/bpjs/rsud-a/statusantrean/x", "", "{}", "bpjs", h.token, 404, "Service tidak terdaftar"},
		"no hospital":     {"POST", "/bpjs/rsud-x/statusantrean", "", "{}", "bpjs", h.token, 404, "Service tidak terdaftar"},
		"broken hospital": {"POST", "/bpjs/%00/statusantrean", "", "{}", "bpjs", h.token, 404, "Service tidak terdaftar"},
		"not admitted":    {"POST", "/bpjs/rsud-b/statusantrean", "", "{}", "bpjs", h.token, 404, "Service tidak terdaftar"},
		"no token":        {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "bpjs", "", 401, "Username dan Token wajib diisi..!!"},
		"no user":         {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "", h.token, 401, "Username dan Token wajib diisi..!!"},
		"other user":      {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "other", h.token, 401, "Token salah/expired..!!"},
		"made up":         {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "bpjs", "x.y.z", 401, "Token salah/expired..!!"},
		"unsigned":        {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "bpjs", sign(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, good), 401, "Token salah/expired..!!"},
		"other key":       {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "bpjs", sign(jwt.SigningMethodHS256, []byte("key"), good), 401, "Token salah/expired..!!"},
		"other way":       {"POST", "/bpjs/rsud-a/statusantrean", "", "{}", "bpjs", sign(jwt.SigningMethodHS512, []byte("key"), good), 401, "Token salah/expired..!!"},
		"no JSON":         {"POST", "/bpjs/rsud-a/statusantrean", "application/json", "{", "bpjs", h.token, 400, "Format JSON tidak sesuai"},
		"null":            {"POST", "/bpjs/rsud-a/statusantrean", "application/json", "null", "bpjs", h.token, 400, "Format JSON tidak sesuai"},
		"a list":          {"POST", "/bpjs/rsud-a/statusantrean", "application/json", `{"kodepoli":["ANA"]}`, "bpjs", h.token, 400, "Format JSON tidak sesuai"},
		"zero letter":     {"POST", "/bpjs/rsud-a/statusantrean", "application/json", `{"kodepoli":"A\u0000"}`, "bpjs", h.token, 400, "Format JSON tidak sesuai"},
		"a form":          {"POST", "/bpjs/rsud-a/statusantrean", "application/x-www-form-urlencoded", "a=b", "bpjs", h.token, 415, "Content-Type harus application/json"},
		"large":           {"POST", "/bpjs/rsud-a/statusantrean", "application/json", `{"a":"` + strings.Repeat("x", 20000) + `"}`, "bpjs", h.token, 413, "Data yang dikirim terlalu besar"},
	} {
		r := httptest.NewRequest(c.method, c.path, bytes.NewBufferString(c.body))
		for header, value := range map[string]string{"Content-Type": c.kind, "x-username": c.user, "x-token": c.token} {
			if value != "" {
				r.Header.Set(header, value)
			}
		}
		if status, a := h.do(r); status != c.status || a.Metadata.Code != 201 || a.Metadata.Message != c.message {
			t.Errorf("%s: %d %+v", name, status, a)
		}
	}
	h.clock.move(6 * time.Minute)
	r := httptest.NewRequest("POST", "/bpjs/rsud-a/statusantrean", bytes.NewBufferString("{}"))
	r.Header.Set("x-username", "bpjs")
	r.Header.Set("x-token", h.token)
	if status, a := h.do(r); status != 401 {
		t.Errorf("a token works after its time: %d %+v", status, a)
	}
}

// Passwords cannot be guessed for long, and names are not told apart from
// passwords.
func TestEntry(t *testing.T) {
	t.Parallel()
	h := open(t)
	try := func(user, password string) (int, string) {
		r := httptest.NewRequest("GET", "/bpjs/rsud-a/token", nil)
		r.Header.Set("x-username", user)
		r.Header.Set("x-password", password)
		status, a := h.do(r)
		return status, a.Metadata.Message
	}
	if status, m := try("", ""); status != 401 || m != "Username dan Password wajib diisi..!!" {
		t.Errorf("%d %s", status, m)
	}
	for _, c := range [][2]string{{"bpjs", "x"}, {"other", h.password}} {
		if status, m := try(c[0], c[1]); status != 401 || m != "Username salah..!!" {
			t.Errorf("%d %s", status, m)
		}
	}
	for range 40 { // BPJS comes in for nearly every patient
		h.enter(hospital, "bpjs", h.password)
	}
	for range 28 {
		try("bpjs", "guess")
	}
	if status, _ := try("bpjs", h.password); status != 429 {
		t.Errorf("%d", status)
	}
	h.clock.move(11 * time.Minute)
	if status, _ := try("bpjs", h.password); status != 200 {
		t.Errorf("%d", status)
	}
}
