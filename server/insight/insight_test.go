package insight_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rumah/server/database"
	"rumah/server/dbtest"
	"rumah/server/insight"
	"rumah/shared/fault"
	contract "rumah/shared/insight"
)

var wib = time.FixedZone("WIB", 7*3600)

// house is the service on a database of its own with two services.
type house struct {
	*insight.Service
	t   testing.TB
	db  *database.DB
	now time.Time
	n   int
}

func open(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, db: dbtest.Open(t), now: time.Date(2026, 11, 23, 9, 0, 0, 0, wib)}
	h.exec(`
INSERT INTO sources VALUES ('s', 's', 's', '2026-01-01', '', '');
INSERT INTO agencies (id, code, short, name, kind, parent_id, source_id) VALUES ('dinas', '1', 'D', 'Dinas', 'department', NULL, 's');
INSERT INTO schedules VALUES ('h', true, false, false, 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES ('kantor', 'Kantor', 'agency', 'dinas', '', '', 0, 0, 'none', 'h', '', '', 's');
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) VALUES
  ('kia', 'dinas', 'KIA', 'papers', 1, '{}', now(), false), ('sku', 'dinas', 'SKU', 'letters', 1, '{}', now(), false), ('lain', 'dinas', 'Lain', 'letters', 1, '{}', now(), false);
INSERT INTO permit_services (service_id, version, definition, form, published_at, ended_at) VALUES
  ('kia', 1, '{"steps": [], "promise": {"amount": 9, "unit": "hours"}}', '{}', now(), now()), ('kia', 2, '{"steps": [], "promise": {"amount": 2, "unit": "working_days"}}', '{}', now(), NULL),
  ('sku', 1, '{"steps": [], "promise": {"amount": 0, "unit": "none"}}', '{}', now(), now());
INSERT INTO people (id, kind, name, created_at) VALUES ('siti', 'citizen', 'Siti Rahasia', now())`)
	h.Service = insight.New(h.db, func() time.Time { return h.now }, wib, slog.New(slog.DiscardHandler))
	return h
}

func (h *house) exec(sql string, args ...any) {
	h.t.Helper()
	if _, err := h.db.NewRaw(sql, args...).Exec(context.Background()); err != nil {
		h.t.Fatalf("%s: %v", sql, err)
	}
}

// sent is an application that was sent on a day; ended is when the office was
// done with it, "" for not yet.
func (h *house) sent(service, at, ended string, days int, inTime any, returned bool) {
	h.n++
	stage, end := "documents", any(nil)
	var took, minutes any
	if ended != "" {
		stage, end, took, minutes = "issued", ended, days, days*480
	} else {
		inTime = nil
	}
	h.exec(`
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, created_at, saved_at, sent_at, changed_at, ended_at, took_days, took_minutes, in_time, returned)
VALUES (?0, ?1, 1, 'siti', 'Siti Rahasia', 'dinas', 'kantor', '', ?0::bytea, 1, jsonb_build_object('stage', ?2), ?3, ?3, ?3, ?3, ?4::timestamptz, ?5::int, ?6::int, ?7::boolean, ?8)`,
		fmt.Sprint("A", h.n), service, stage, at, end, took, minutes, inTime, returned)
}

// What came in is counted by the month it was sent, what was decided by the
// month of the decision, on the regency's clock; what few cases make up stays
// untold.
func TestWhatOfficesDid(t *testing.T) {
	t.Parallel()
	h := open(t)
	for i := range 10 { // sent in October, decided in November: 1 to 10 days, two late
		h.sent("kia", "2026-10-31T16:59:00Z", "2026-11-02T03:00:00Z", i+1, i < 8, i%2 == 0)
	}
	h.sent("kia", "2026-10-31T17:01:00Z", "", 0, nil, false)                      // already November there
	h.sent("kia", "2025-11-30T16:00:00Z", "2025-11-30T16:30:00Z", 1, true, false) // a year ago: no more
	for range 4 {
		h.sent("sku", "2026-11-10T03:00:00Z", "2026-11-11T03:00:00Z", 1, nil, true)
	}
	all, err := h.Services(t.Context())
	if err != nil || len(all.Items) != 2 || all.From != "2025-12-01" {
		t.Fatalf("%+v %v", all, err)
	}
	kia, sku := all.Items[0], all.Items[1]
	if kia.Received != 11 || kia.Finished != 10 || *kia.Days != 5 || *kia.SlowDays != 9 || *kia.Mins != 5*480 || *kia.InTime != 80 || *kia.Returned != 50 || !kia.Open || kia.Promise.Amount != 2 {
		t.Errorf("%s", text(kia))
	}
	if sku.Received != 4 || sku.Finished != 4 || sku.Days != nil || sku.SlowMins != nil || sku.InTime != nil || sku.Returned != nil || sku.Open {
		t.Errorf("four cases tell too much: %s", text(sku))
	}
	one, err := h.Service.Service(t.Context(), contract.ServiceID{Service: "kia"})
	if err != nil || len(one.Months) != 12 || one.Months[0].Month != "2025-12" || one.Months[11].Month != "2026-11" {
		t.Fatalf("%s %v", text(one), err)
	}
	if october, november := one.Months[10], one.Months[11]; october.Received != 10 || october.Finished != 0 || november.Received != 1 || november.Finished != 10 || *november.Days != 5 {
		t.Errorf("%s %s", text(october), text(november))
	}
	if strings.Contains(text(all)+text(one), "Rahasia") {
		t.Error("somebody is named")
	}
	for _, id := range []string{"lain", "tidak-ada", "\x00"} {
		if _, err := h.Service.Service(t.Context(), contract.ServiceID{Service: id}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%q: %v", id, err)
		}
	}
	// The fifth case lets itself be told, but not before a minute has gone by.
	h.sent("sku", "2026-11-10T03:00:00Z", "2026-11-12T03:00:00Z", 2, nil, false)
	if again, _ := h.Services(t.Context()); again.Items[1].Finished != 4 {
		t.Error("counted anew for everybody who asks")
	}
	h.now = h.now.Add(time.Minute)
	if again, _ := h.Services(t.Context()); again.Items[1].Finished != 5 || *again.Items[1].Days != 1 || *again.Items[1].Returned != 80 {
		t.Errorf("%s", text(again))
	}
}

// What is told of a year and of a month does not tell, between them, of the
// one case of another month.
func TestNothingIsLeftToReckon(t *testing.T) {
	t.Parallel()
	h := open(t)
	for i := range 12 {
		h.sent("kia", "2026-09-01T03:00:00Z", "2026-09-02T03:00:00Z", 1, true, i%2 == 0)
	}
	for range 5 {
		h.sent("kia", "2026-10-01T03:00:00Z", "2026-10-02T03:00:00Z", 1, true, false)
	}
	h.sent("kia", "2026-11-02T03:00:00Z", "2026-11-20T03:00:00Z", 14, false, true)
	one, err := h.Service.Service(t.Context(), contract.ServiceID{Service: "kia"})
	if err != nil {
		t.Fatal(err)
	}
	september, october, november := one.Months[9], one.Months[10], one.Months[11]
	if one.InTime == nil || *one.InTime != 94 || *september.InTime != 100 || *september.Returned != 50 || november.InTime != nil || november.Returned != nil {
		t.Errorf("%s", text(one))
	}
	if october.InTime != nil || october.Returned != nil || october.Days == nil || october.Finished != 5 {
		t.Errorf("with October it is told that the one of November was late: %s", text(october))
	}
}

func text(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// The files say the same, for programs.
func TestFiles(t *testing.T) {
	t.Parallel()
	h := open(t)
	for range 6 {
		h.sent("kia", "2026-11-02T03:00:00Z", "2026-11-03T03:00:00Z", 1, true, false)
	}
	w := httptest.NewRecorder()
	h.CSV(w, httptest.NewRequest("GET", insight.CSVPath, nil))
	rows, err := csv.NewReader(w.Body).ReadAll()
	if err != nil || len(rows) != 1+2*12 || strings.Join(rows[12], ",") != "kia,KIA,Dinas,2,working_days,2026-11,6,6,1,1,480,480,100,0" {
		t.Errorf("%v %v", rows, err)
	}
	if h := w.Header(); h.Get("Content-Type") != "text/csv; charset=utf-8" || h.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%v", h)
	}
	w = httptest.NewRecorder()
	h.JSON(w, httptest.NewRequest("GET", insight.JSONPath, nil))
	var all []contract.Service
	if err := json.Unmarshal(w.Body.Bytes(), &all); err != nil || len(all) != 2 || *all[0].Months[11].Days != 1 {
		t.Errorf("%v %v", all, err)
	}
}

// BenchmarkServices counts 100,000 applications of thirty services.
func BenchmarkServices(b *testing.B) {
	h := open(b)
	h.exec(`
SET LOCAL statement_timeout = 0;
INSERT INTO services (id, agency_id, name, topic, version, content, published_at, own) SELECT 's' || i, 'dinas', 'Layanan ' || i, 'letters', 1, '{}', now(), false FROM generate_series(1, 30) i;
INSERT INTO permit_services (service_id, version, definition, form, published_at) SELECT 's' || i, 1, '{"steps": [], "promise": {"amount": 3, "unit": "working_days"}}', '{}', now() FROM generate_series(1, 30) i;
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, created_at, saved_at, sent_at, changed_at, ended_at, took_days, took_minutes, in_time, returned)
SELECT 'B' || i, 's' || 1 + i % 30, 1, 'siti', 'Siti', 'dinas', 'kantor', decode(repeat('00', 1500), 'hex'), ('B' || i)::bytea, 1, '{"stage": "issued"}', at, at, at, at, at + interval '1 day', i % 9, i % 4000, i % 7 > 0, i % 5 = 0
FROM generate_series(1, 100000) i, LATERAL (SELECT '2026-11-23'::timestamptz - make_interval(mins => i * 5) AS at) t`)
	h.exec(`VACUUM ANALYZE applications`)
	for b.Loop() {
		h.now = h.now.Add(time.Minute)
		all, err := h.Services(b.Context())
		received := 0
		for _, line := range all.Items {
			received += line.Received
		}
		if err != nil || received != 100_000 {
			b.Fatal(received, err)
		}
	}
}
