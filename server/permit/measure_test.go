package permit_test

import (
	"testing"
	"time"

	contract "rumah/shared/permit"
)

// took is what public figures know of an application.
func (h *house) took(id string) string {
	return h.text(`SELECT concat_ws(' ', coalesce(to_char(ended_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI'), 'open'), took_days, took_minutes, in_time, returned) FROM applications WHERE id = ?`, id)
}

// What an application took is written when the office is done with it, by the
// working days of the office and without the time its applicant had it.
func TestWhatAnApplicationTook(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent() // Monday, 9.00; Tuesday is a holiday, so it is due on Wednesday
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "untuk", Reason: "Tulis lebih jelas."}}})
	h.act("vera", a.ID, contract.Act{Action: contract.Return})
	if got := h.took(a.ID); got != "open" {
		t.Errorf("before it is decided: %s", got)
	}
	h.now = time.Date(2026, 11, 25, 8, 0, 0, 0, wib)
	answers := a.Answers
	answers["untuk"] = answers["nama"]
	if _, err := h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Pass})
	h.now = time.Date(2026, 11, 25, 11, 0, 0, 0, wib)
	h.act("lurah", a.ID, contract.Act{Action: contract.Sign, Number: "470/1/2026"})
	if got := h.took(a.ID); got != "2026-11-25 11:01 0 184 t t" { // three minutes on Monday, and from 8.00
		t.Errorf("took %s", got)
	}

	late := h.sent() // Wednesday, 11.01
	h.act("vera", late.ID, contract.Act{Action: contract.Take})
	h.act("vera", late.ID, contract.Act{Action: contract.Pass})
	h.now = time.Date(2026, 11, 30, 9, 0, 0, 0, wib)
	h.act("lurah", late.ID, contract.Act{Action: contract.Refuse, Note: "Di luar wilayah."})
	if got := h.took(late.ID); got != "2026-11-30 09:01 3 1320 f f" {
		t.Errorf("the late one took %s", got)
	}
	// What came later leaves it alone, and what its applicant dropped is no
	// work of the office.
	h.now = h.now.Add(24 * time.Hour)
	h.act("lurah", a.ID, contract.Act{Action: contract.Revoke, Note: "Keliru."})
	if got := h.took(a.ID); got != "2026-11-25 11:01 0 184 t t" {
		t.Errorf("after it was revoked: %s", got)
	}
	dropped := h.sent()
	if err := h.Drop(h.as("siti"), contract.ID{ID: dropped.ID}); err != nil {
		t.Fatal(err)
	}
	if got := h.took(dropped.ID); got != "open" {
		t.Errorf("dropped: %s", got)
	}

	// What an older house decided is measured later, and the same.
	h.exec(`UPDATE applications SET ended_at = NULL, took_days = NULL, took_minutes = NULL, in_time = NULL, returned = NULL`)
	if err := h.Sweep(h.as("")); err != nil {
		t.Fatal(err)
	}
	if got := h.took(a.ID) + ", " + h.took(late.ID) + ", " + h.took(dropped.ID); got != "2026-11-25 11:01 0 184 t t, 2026-11-30 09:01 3 1320 f f, open" {
		t.Errorf("measured later: %s", got)
	}
}

// Who is refused before the documents were complete took nothing: nothing was
// promised yet.
func TestARefusalBeforeTheClockBegins(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, answers := h.begin(contract.Start{Service: "reklame"})
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	h.act("dina", a.ID, contract.Act{Action: contract.Refuse, Note: "Tidak boleh di sini."})
	if got := h.took(a.ID); got != "2026-11-23 09:02 f" {
		t.Errorf("took %s", got)
	}
}
