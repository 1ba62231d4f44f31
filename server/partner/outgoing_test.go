package partner_test

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	lzstring "github.com/daku10/go-lz-string"

	"rumah/shared/fault"
	contract "rumah/shared/partner"
)

const (
	consID = "12345"
	secret = "a secret of the stand-in"
	key    = "a user key"
)

// standIn is BPJS as the catalogue describes it: it checks signatures, and
// the order of what it is told.
type standIn struct {
	*httptest.Server
	mu     sync.Mutex
	heard  []string         // "code task" in order
	last   map[string]int   // task by booking
	at     map[string]int64 // of the last task
	wrong  []string         // what must never come
	answer func(path string, body map[string]any) (status, code int, message string)
	news   chan struct{}
}

func newStandIn(t *testing.T, now func() time.Time) *standIn {
	b := &standIn{last: map[string]int{}, at: map[string]int64{}, news: make(chan struct{}, 1000)}
	b.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		timestamp := r.Header.Get("x-timestamp")
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write([]byte(consID + "&" + timestamp))
		if r.Header.Get("x-cons-id") != consID || r.Header.Get("user_key") != key || r.Header.Get("x-signature") != base64.StdEncoding.EncodeToString(mac.Sum(nil)) || timestamp != fmt.Sprint(now().Unix()) {
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(w, `{"metadata":{"message":"Unauthorized","code":401}}`)
			return
		}
		if r.Method == http.MethodGet {
			fmt.Fprintf(w, `{"response":%q,"metadata":{"message":"Ok","code":1}}`, sealFor(t, timestamp, `[{"nmpoli":"ANAK","nmsubspesialis":"ANAK","kdsubspesialis":"ANA","kdpoli":"ANA"},{"kdpoli":"INT"}]`))
			return
		}
		var body map[string]any
		_ = json.NewDecoder(r.Body).Decode(&body)
		status, code, message := b.hear(strings.TrimPrefix(r.URL.Path, "/antreanrs/"), body)
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"metadata":{"message":%q,"code":%d}}`, message, code)
		b.news <- struct{}{}
	}))
	t.Cleanup(b.Close)
	return b
}

// hear takes a letter.
func (b *standIn) hear(path string, body map[string]any) (status, code int, message string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.answer != nil {
		if status, code, message = b.answer(path, body); status != 0 {
			return status, code, message
		}
	}
	booking, _ := body["kodebooking"].(string)
	if path != "antrean/updatewaktu" {
		b.heard = append(b.heard, path)
		return 200, 200, "Ok"
	}
	task, at := int(body["taskid"].(float64)), int64(body["waktu"].(float64))
	if task <= b.last[booking] || at <= b.at[booking] || b.last[booking] != 0 && task != 99 && task != b.last[booking]+1 {
		b.wrong = append(b.wrong, fmt.Sprintf("task %d at %d after %d at %d", task, at, b.last[booking], b.at[booking]))
	}
	b.last[booking], b.at[booking] = task, at
	b.heard = append(b.heard, fmt.Sprint(task))
	return 200, 200, "Ok"
}

func sealFor(t *testing.T, timestamp, plain string) string {
	packed, err := lzstring.CompressToEncodedURIComponent(plain)
	if err != nil {
		t.Error(err)
	}
	sum := sha256.Sum256([]byte(consID + secret + timestamp))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		t.Error(err)
	}
	data := []byte(packed)
	pad := aes.BlockSize - len(data)%aes.BlockSize
	data = append(data, slices.Repeat([]byte{byte(pad)}, pad)...)
	cipher.NewCBCEncrypter(block, sum[:16]).CryptBlocks(data, data)
	return base64.StdEncoding.EncodeToString(data)
}

// connect makes the hospital call the stand-in.
func (h *house) connect() *standIn {
	h.Helper()
	b := newStandIn(h.T, h.clock.get)
	c, err := h.s.Hospital(boss(), contract.PlaceID{Place: hospital})
	h.must(c, err)
	h.must(h.s.Configure(boss(), contract.Configure{Place: hospital, Save: c.Save, BaseURL: b.URL + "/antreanrs/", ConsID: consID, Secret: secret, UserKey: key, Registers: true, Days: 7}))
	return b
}

// work starts what is done beside the requests.
func (h *house) work() {
	h.Helper()
	h.must(nil, h.shop.Start(h.Context()))
	h.Cleanup(h.shop.Stop)
}

// look lets time pass and the house look over its bookings.
func (h *house) look() {
	h.Helper()
	h.clock.move(time.Minute)
	h.must(nil, h.s.Look(h.Context()))
}

// until waits for so many letters to arrive.
func (b *standIn) until(t *testing.T, n int, heard ...string) {
	t.Helper()
	for range n {
		select {
		case <-b.news:
		case <-time.After(30 * time.Second):
			t.Fatalf("only %v", b.heard)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if !slices.Equal(b.heard, heard) || len(b.wrong) > 0 {
		t.Fatalf("heard %v, wrong %v, want %v", b.heard, b.wrong, heard)
	}
}

// A visit is told task by task, in order, with the medicine at the end.
func TestVisitIsTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, ticket := h.booked()
	b := h.connect()
	h.work()
	h.expectNothing()
	h.later(time.Second)
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": morning.UnixMilli()}, 200, "Ok")
	h.look()
	b.until(t, 3, "1", "2", "3") // on the first visit; nobody noted the admission
	h.look()                     // again changes nothing
	h.must(nil, h.lines.call(ticket))
	h.look()
	b.until(t, 1, "1", "2", "3", "4")
	h.later(time.Second)
	h.expect("ambilantreanfarmasi", map[string]any{"kodebooking": code}, 200, "Ok")
	h.must(nil, h.lines.finish(ticket))
	h.look()
	b.until(t, 2, "1", "2", "3", "4", "5", "antrean/farmasi/add")
	var medicine string
	h.must(nil, h.db.NewRaw(`SELECT pharmacy_id FROM bpjs_bookings WHERE code = ?`, code).Scan(t.Context(), &medicine))
	h.must(nil, h.lines.call(medicine))
	h.clock.move(time.Minute)
	h.must(nil, h.lines.finish(medicine))
	h.look()
	b.until(t, 2, "1", "2", "3", "4", "5", "antrean/farmasi/add", "6", "7")
	// The next visit is not the first, and begins at the poli.
	h.later(24 * time.Hour)
	code, _ = h.expect("ambilantrean", with(visit(), "tanggalperiksa", "2026-11-25", "nomorreferensi", "R00401160002"), 200, "Ok").Response["kodebooking"].(string)
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": h.clock.get().UnixMilli()}, 200, "Ok")
	h.look()
	b.until(t, 1, "1", "2", "3", "4", "5", "antrean/farmasi/add", "6", "7", "3")
	h.clock.move(365 * 24 * time.Hour)
	h.must(nil, h.s.Sweep(t.Context()))
	var left int
	h.must(nil, h.db.NewRaw(`SELECT (SELECT count(*) FROM bpjs_bookings) + (SELECT count(*) FROM bpjs_outbox)`).Scan(t.Context(), &left))
	if left != 0 {
		t.Errorf("%d rows are kept", left)
	}
}

// expectNothing sees to it that a look finds nothing to tell.
func (h *house) expectNothing() {
	h.Helper()
	h.look()
	var n int
	h.must(nil, h.db.NewRaw(`SELECT count(*) FROM bpjs_outbox`).Scan(h.Context(), &n))
	if n != 0 {
		h.Fatalf("%d letters", n)
	}
}

// Who took a number in the app and is known to the hospital is told of
// first, then of the visit; who is not known is not.
func TestVisitorsAreTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.register(nik, card)
	b := h.connect()
	h.work()
	var body map[string]any
	b.answer = func(path string, told map[string]any) (int, int, string) {
		if path == "antrean/add" {
			body = told
		}
		return 0, 0, ""
	}
	v := h.walk(nik)
	h.walk("3512345678980001")
	h.look()
	b.until(t, 1, "antrean/add")
	if body["jenispasien"] != "NON JKN" || body["nomorkartu"] != "" || body["nik"] != nik || body["norm"] != "000001" || body["jampraktek"] != "08:00-12:00" || body["angkaantrean"] != 1.0 ||
		body["nomorantrean"] != "A-001" || body["kuotajkn"] != 30.0 || body["nomorreferensi"] != "" || body["pasienbaru"] != 1.0 {
		t.Errorf("%v", body)
	}
	h.must(nil, h.lines.Arrive(t.Context(), v.Ticket))
	h.look()
	b.until(t, 3, "antrean/add", "1", "2", "3")
}

// Who never came is told once, after it cannot be undone any more; whom the
// hospital sends away too, and whom BPJS cancelled is not.
func TestEndsAreTold(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, _ := h.booked()
	b := h.connect()
	h.work()
	h.expect("batalantrean", map[string]any{"kodebooking": code, "keterangan": "sembuh"}, 200, "Ok")
	h.expectNothing()
	h.later(2 * time.Minute)
	next := func() string {
		var id string
		c := h.expect("ambilantrean", visit(), 200, "Ok").Response["kodebooking"]
		h.must(nil, h.db.NewRaw(`SELECT ticket_id FROM bpjs_bookings WHERE code = ?`, c).Scan(t.Context(), &id))
		return id
	}
	ticket := next()
	h.must(nil, h.lines.call(ticket))
	h.must(nil, h.lines.never(ticket))
	h.must(nil, h.s.Look(t.Context())) // it may still be undone
	h.look()
	b.until(t, 1, "99")
	h.later(2 * time.Minute)
	h.must(nil, h.lines.Cancel(t.Context(), next()))
	h.look()
	b.until(t, 1, "99", "antrean/batal")
	h.look()
	var open int
	h.must(nil, h.db.NewRaw(`SELECT count(*) FROM bpjs_bookings WHERE status = 'live'`).Scan(t.Context(), &open))
	if open != 0 {
		t.Errorf("%d bookings go on", open)
	}
}

// What BPJS does not hear is said again; what it refuses waits for somebody,
// and those behind it wait too; what it knows already is said.
func TestLettersThatFail(t *testing.T) {
	t.Parallel()
	h := open(t)
	code, ticket := h.booked()
	b := h.connect()
	var booking string
	h.must(nil, h.db.NewRaw(`SELECT id FROM bpjs_bookings`).Scan(t.Context(), &booking))
	say := func(status, code int, message string) {
		b.answer = func(string, map[string]any) (int, int, string) { return status, code, message }
	}
	send := func() []contract.Letter {
		t.Helper()
		h.must(nil, h.s.Look(t.Context()))
		h.must(nil, h.s.Send(t.Context(), booking))
		o, err := h.s.Outbox(boss(), contract.OutboxOf{Place: hospital})
		h.must(o, err)
		return o.Items
	}
	say(503, 500, "down")
	h.expect("checkinantrean", map[string]any{"kodebooking": code, "waktu": morning.UnixMilli()}, 200, "Ok")
	h.clock.move(time.Minute)
	box := send()
	if len(box) != 3 || box[0].Task != 1 || box[0].Tries != 1 || box[0].Error != "503 down" || !box[0].Next.Equal(h.clock.get().Add(30*time.Second)) {
		t.Fatalf("%+v", box)
	}
	if box = send(); box[0].Tries != 1 {
		t.Fatalf("it did not wait: %+v", box)
	}
	h.clock.move(30 * time.Second)
	if box = send(); box[0].Tries != 2 || !box[0].Next.Equal(h.clock.get().Add(time.Minute)) {
		t.Fatalf("%+v", box)
	}
	say(200, 201, "Data tidak sesuai")
	for range 3 {
		h.clock.move(time.Hour)
		box = send()
	}
	if box[0].Status != contract.Dead || box[0].Tries != 5 || box[0].Error != "201 Data tidak sesuai" || box[1].Status != contract.Waiting {
		t.Fatalf("%+v", box)
	}
	h.clock.move(time.Hour)
	say(200, 200, "Ok")
	if box = send(); len(box) != 3 {
		t.Fatalf("something went past the dead letter: %+v", box)
	}
	if lines, err := h.s.Hospitals(boss()); err != nil || len(lines.Items) != 2 || lines.Items[0].Dead != 1 || lines.Items[0].Waiting != 2 {
		t.Fatalf("%+v %v", lines, err)
	}
	// Somebody tries it again, and then dismisses it.
	settle := contract.Settle{Place: hospital, Letter: box[0].ID, Action: "retry"}
	h.must(h.s.Settle(boss(), settle))
	say(200, 201, "tetap salah")
	if box = send(); box[0].Tries != 1 || box[0].Error != "201 tetap salah" {
		t.Fatalf("%+v", box)
	}
	settle.Action = "dismiss"
	h.must(h.s.Settle(boss(), settle))
	if _, err := h.s.Settle(boss(), settle); !fault.Is(err, fault.Conflict) {
		t.Errorf("it was settled twice: %v", err)
	}
	// BPJS knows the next already, and says so in two ways.
	answers := []reply{{208, "sudah ada"}, {201, "TaskId terakhir 3"}}
	b.answer = func(string, map[string]any) (int, int, string) {
		r := answers[0]
		answers = answers[1:]
		return 200, r.code, r.message
	}
	if box = send(); len(box) != 0 {
		t.Fatalf("%+v", box)
	}
	// It was cancelled there: nothing more is said.
	say(200, 201, "TaskId terakhir 99")
	h.must(nil, h.lines.call(ticket))
	h.must(nil, h.lines.finish(ticket))
	h.clock.move(time.Minute)
	box = send()
	var open int
	h.must(nil, h.db.NewRaw(`SELECT count(*) FROM bpjs_bookings WHERE open`).Scan(t.Context(), &open))
	if len(box) != 0 || open != 0 {
		t.Errorf("%d open, %+v", open, box)
	}
}

type reply struct {
	code    int
	message string
}

// The keys can be tried; an answer is opened with the moment of the question.
func TestProbe(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.connect()
	if p, err := h.s.Probe(boss(), contract.PlaceID{Place: hospital}); err != nil || !p.Fine || p.Polis != 2 || p.Said != "Ok" {
		t.Errorf("%+v %v", p, err)
	}
	c, err := h.s.Hospital(boss(), contract.PlaceID{Place: hospital})
	h.must(c, err)
	h.must(h.s.Configure(boss(), contract.Configure{Place: hospital, Save: c.Save, BaseURL: b.URL + "/antreanrs", ConsID: consID, Secret: "other", Registers: true, Days: 7}))
	if p, err := h.s.Probe(boss(), contract.PlaceID{Place: hospital}); err != nil || p.Fine || p.Said != "401 Unauthorized" {
		t.Errorf("%+v %v", p, err)
	}
	// Nobody is there: the reader is not told how machines say so.
	b.Close()
	if p, err := h.s.Probe(boss(), contract.PlaceID{Place: hospital}); err != nil || p.Fine || p.Said != "" {
		t.Errorf("%+v %v", p, err)
	}
}
