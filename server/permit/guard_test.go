package permit_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	contract "rumah/shared/permit"
)

// heard are the messages of a kind that somebody got.
func (h *house) heard(who, kind string) string {
	h.t.Helper()
	return h.text(`SELECT coalesce(string_agg(subject || ' ' || body, chr(10) ORDER BY id), '') FROM messages WHERE person_id = ? AND kind = ?`, who, kind)
}

func (h *house) guard() {
	h.t.Helper()
	if err := h.Guard(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

// At half of the promised time the officer is told, at four fifths and at its
// end the admin; each once, however often and by how many servers it is
// looked at. Of what nobody has the admin hears at once.
func TestPromiseUsedUp(t *testing.T) {
	t.Parallel()
	h := open(t) // Monday, nine; Tuesday is a day off; due on Wednesday at four, half past eight and one are half and four fifths
	free, taken, waiting := h.sent().ID, h.sent().ID, h.sent().ID
	h.act("vera", taken, contract.Act{Action: contract.Take})
	h.act("vino", waiting, contract.Act{Action: contract.Take})
	h.act("vino", waiting, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	wed := func(hour, minute int) time.Time { return time.Date(2026, 11, 25, hour, minute, 0, 0, wib) }
	both := func(at time.Time) {
		t.Helper()
		h.now = at
		var wg sync.WaitGroup
		errs := make([]error, 3)
		for i := range errs {
			wg.Go(func() { errs[i] = h.Escalate(t.Context()) })
		}
		wg.Wait()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
		h.guard()
	}
	both(wed(8, 0))
	if got := h.heard("vera", "desk_due") + h.heard("camat", "desk_due"); got != "" {
		t.Errorf("too early: %s", got)
	}
	both(wed(8, 40))
	if got := h.heard("vera", "desk_due"); got != "50 % waktu terpakai: Surat domisili Nomor "+taken+". Dijanjikan Rabu, 25 November. Vera yang memegang." {
		t.Errorf("%q", got)
	}
	if got := h.heard("camat", "desk_due"); got != "50 % waktu terpakai: Surat domisili Nomor "+free+". Dijanjikan Rabu, 25 November. Belum ada yang memegang." {
		t.Errorf("%q", got)
	}
	both(wed(13, 10))
	both(wed(16, 0))
	both(wed(17, 0))
	if got := h.heard("vera", "desk_due"); strings.Count(got, "\n") != 0 {
		t.Errorf("%q", got)
	}
	got := h.heard("camat", "desk_due")
	for part, n := range map[string]int{"50 %": 1, "80 %": 2, "100 %": 2, taken: 2, free: 3, waiting: 0} {
		if strings.Count(got, part) != n {
			t.Errorf("%s is there %d times, want %d:\n%s", part, strings.Count(got, part), n, got)
		}
	}
	if got := h.text(`SELECT count(*)::text FROM applications WHERE alarm_at IS NOT NULL`); got != "0" {
		t.Errorf("%s wait to be told of", got)
	}
	// A house that slept through all of it tells of the latest alone.
	h.now = wed(9, 0)
	slept := h.sent().ID
	h.now = wed(9, 0).AddDate(0, 0, 7)
	h.guard()
	if got := h.heard("camat", "desk_due"); strings.Count(got, slept) != 1 || !strings.Contains(got, "100 % waktu terpakai: Surat domisili Nomor "+slept) {
		t.Errorf("%s", got)
	}
}

// Time that the applicant needs is not the office's, and nobody is told twice
// of the same share.
func TestPromiseThatStood(t *testing.T) {
	t.Parallel()
	h := open(t)
	id := h.sent().ID
	h.act("vera", id, contract.Act{Action: contract.Take})
	h.now = time.Date(2026, 11, 25, 8, 40, 0, 0, wib)
	h.guard()
	h.act("vera", id, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	h.now = h.now.AddDate(0, 0, 1)
	h.guard()
	own, err := h.Application(h.as("siti"), contract.ID{ID: id})
	if err == nil {
		own.Answers["untuk"] = own.Answers["nama"]
		_, err = h.Resend(h.as("siti"), contract.Send{ID: id, Answers: own.Answers})
	}
	if err != nil {
		t.Fatal(err)
	}
	h.guard()
	if got := h.heard("vera", "desk_due"); strings.Count(got, id) != 1 {
		t.Errorf("%q", got)
	}
	h.now = h.now.AddDate(0, 0, 4)
	h.guard()
	if got := h.heard("camat", "desk_due"); strings.Count(got, id) != 1 || !strings.Contains(got, "100 %") {
		t.Errorf("%q", got)
	}
}

// A day that becomes a day off moves what is due, and applicants are told of
// their new day; so do hours that an agency writes anew.
func TestCalendarChanges(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, other := h.sent().ID, h.sent().ID
	h.act("vera", other, contract.Act{Action: contract.Take})
	h.act("vera", other, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	h.guard() // what stood before the migration is worked out
	times := func() string {
		t.Helper()
		return h.text(`SELECT to_char(due_at AT TIME ZONE 'Asia/Jakarta', 'DD HH24:MI') || ' ' || to_char(half_at AT TIME ZONE 'Asia/Jakarta', 'DD HH24:MI') || ' ' || (rank = extract(epoch FROM due_at) * 1000) FROM applications WHERE id = ?`, a)
	}
	until := func() string {
		t.Helper()
		return h.text(`SELECT to_char(until_at AT TIME ZONE 'Asia/Jakarta', 'DD HH24:MI') FROM applications WHERE id = ?`, other)
	}
	if got := times() + " " + until(); got != "25 16:00 25 08:30 true 28 00:00" {
		t.Fatal(got)
	}
	quiet := h.text(`SELECT count(*)::text FROM messages`)
	h.exec(`INSERT INTO days_off (date, name, kind, source_id) VALUES ('2026-11-25', 'Libur mendadak', 'holiday', 's')`)
	h.guard()
	if got := times() + " " + until(); got != "26 16:00 26 08:30 true 01 00:00" {
		t.Error(got)
	}
	if got := h.heard("siti", "permit_date"); got != "Surat domisili: janji sekarang Kamis, 26 November Hari kerja kantor berubah. Nomor "+a+" selesai paling lambat Kamis, 26 November." {
		t.Errorf("%q", got)
	}
	if got := h.text(`SELECT count(*)::text || ' ' || (SELECT count(*) FROM stale_places) FROM messages`); got == quiet+" 0" {
		t.Error(got)
	}
	h.exec(`UPDATE spans SET close = 720 WHERE schedule_id = 'h'`) // until noon: the same day, and nobody is told
	h.guard()
	if got := times(); got != "26 12:00 26 08:30 true" {
		t.Error(got)
	}
	if got := h.heard("siti", "permit_date"); strings.Count(got, "janji") != 1 {
		t.Errorf("%q", got)
	}
	h.exec(`INSERT INTO schedules (id, confirmed, on_holiday, on_leave) VALUES ('own:kantor-bebekan', true, true, false)`)
	h.exec(`INSERT INTO spans SELECT 'own:kantor-bebekan', day, 480, 960 FROM generate_series(1, 5) day`)
	h.exec(`UPDATE places SET schedule_id = 'own:kantor-bebekan' WHERE id = 'kantor-bebekan'`) // it works on holidays now
	h.guard()
	if got := times(); got != "24 16:00 24 08:30 true" {
		t.Error(got)
	}
	h.exec(`UPDATE schedules SET on_holiday = false WHERE id = 'own:kantor-bebekan'`)
	h.guard()
	if got := times(); got != "26 16:00 26 08:30 true" {
		t.Error(got)
	}
	if got := h.text(`SELECT count(*)::text FROM stale_places`); got != "0" {
		t.Error(got)
	}
	// Places where nothing waits are nobody's concern.
	h.exec(`INSERT INTO schedules (id, confirmed, on_holiday, on_leave) VALUES ('own:kantor-celep', true, false, false)`)
	h.exec(`UPDATE places SET schedule_id = 'own:kantor-celep' WHERE id = 'kantor-celep'`)
	if got := h.text(`SELECT count(*)::text FROM stale_places`); got != "0" {
		t.Error(got)
	}
}

// Many are worked out in batches, and what somebody moves at that moment is
// theirs.
func TestCalendarOfMany(t *testing.T) {
	t.Parallel()
	h := open(t)
	id := h.sent().ID
	h.exec(`
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, rank, due_at, half_at, hot_at, created_at, saved_at, sent_at, changed_at)
SELECT 'X' || n, service_id, edition, person_id, holder, agency_id, place_id, sealed, sha256(n::text::bytea), version, head, rank, due_at, half_at, hot_at, created_at, saved_at, sent_at, changed_at
FROM applications, generate_series(1, 450) n WHERE id = ?`, id)
	h.exec(`INSERT INTO days_off (date, name, kind, source_id) VALUES ('2026-11-25', 'Libur mendadak', 'holiday', 's')`)
	h.guard()
	if got := h.text(`SELECT count(*) || ' ' || (SELECT count(*) FROM messages WHERE kind = 'permit_date') FROM applications WHERE due_at = '2026-11-26 16:00+07'`); got != "451 451" {
		t.Error(got)
	}
}

// Somebody hears of a promise that is used up: where the officer is away or
// has left, the admins at once, and where an agency has none, the regency's.
func TestSomebodyHears(t *testing.T) {
	t.Parallel()
	h := open(t)
	away, left, ad := h.sent().ID, h.sent().ID, h.billed().ID
	h.act("vera", away, contract.Act{Action: contract.Take})
	h.act("vino", left, contract.Act{Action: contract.Take})
	h.act("cici", ad, contract.Act{Action: contract.Confirm})
	h.exec(`INSERT INTO absences (person_id, deputy_id, until, made_at) VALUES ('vera', 'carla', '2026-12-31', now())`)
	h.exec(`UPDATE grants SET revoked_at = now() WHERE person_id = 'vino'`)
	h.now = time.Date(2026, 11, 25, 9, 0, 0, 0, wib)
	h.guard()
	if got := h.heard("vera", "desk_due") + h.heard("vino", "desk_due"); got != "" {
		t.Errorf("who is not there hears %q", got)
	}
	got := h.heard("camat", "desk_due")
	for _, id := range []string{away, left} {
		if strings.Count(got, "50 % waktu terpakai: Surat domisili Nomor "+id) != 1 {
			t.Errorf("of %s: %q", id, got)
		}
	}
	h.now = h.now.AddDate(0, 0, 7)
	h.guard()
	if got := h.heard("bupati", "desk_due"); strings.Count(got, ad) != 1 || strings.Contains(got, away) {
		t.Errorf("the regency hears %q", got)
	}
}
