package permit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rumah/shared/form"
	"rumah/shared/paper"
	contract "rumah/shared/permit"
)

// issued is a letter of Siti's with a photo, signed by the lurah.
func (h *house) issued() (contract.Application, form.File) {
	h.t.Helper()
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	photo := h.upload(a.ID, "ktp")
	answers["ktp"] = form.Answer{Files: []form.File{photo}}
	a, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil {
		h.t.Fatal(err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.Pass})
	h.act("lurah", a.ID, contract.Act{Action: contract.Sign, Number: "470/1"})
	return a, photo
}

func (h *house) sweep() {
	h.t.Helper()
	for range 2 {
		if err := h.Sweep(h.t.Context()); err != nil {
			h.t.Fatal(err)
		}
	}
}

// What somebody answered and sent is erased when its time is over, that of its
// service or the usual; that there was an application, what happened and how
// long it took stays. What is not over is not touched.
func TestAnswersAreErasedWhenTheirTimeIsOver(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto())
	long, _ := h.issued()
	short := withPhoto()
	short.Definition.Keep = 30
	h.load(short)
	a, photo := h.issued()
	live, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	answers["ktp"] = form.Answer{Files: []form.File{h.upload(live.ID, "ktp")}}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: live.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.now = h.now.AddDate(0, 0, 30)
	h.sweep()
	if f, err := h.Open(h.as("vera"), contract.ID{ID: a.ID}); err != nil || f.Answers["untuk"].Text == "" || !f.Erased.IsZero() {
		t.Errorf("after 30 days: %v %+v", err, f.Answers)
	}
	took, happened := h.took(a.ID), h.text(`SELECT count(*)::text FROM application_events WHERE application_id = ?`, a.ID)
	h.now = h.now.AddDate(0, 0, 1)
	h.sweep()
	f, err := h.Open(h.as("vera"), contract.ID{ID: a.ID})
	if err != nil || len(f.Answers) != 0 || !f.Erased.Equal(h.now) || f.Holder == holder || !strings.HasPrefix(f.Holder, holder[:1]+"***") || f.Head.Number != "470/1" {
		t.Errorf("after 31 days: %v %q %+v", err, f.Holder, f.Answers)
	}
	if whole, err := h.Reveal(h.as("vera"), contract.ID{ID: a.ID}); err != nil || len(whole.Answers) != 0 {
		t.Errorf("%v %+v", err, whole)
	}
	own, err := h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if err != nil || len(own.Answers) != 0 || !own.Erased.Equal(h.now) {
		t.Errorf("%v %+v", err, own.Answers)
	}
	if _, err := h.paper.File(h.as("siti"), paper.ID{ID: photo.ID}); err == nil {
		t.Error("the photo is there")
	}
	if gone := h.text(`SELECT string_agg(id, ',') FROM files_gone`); gone != photo.ID {
		t.Errorf("%q is to go", gone)
	}
	if now := h.took(a.ID); now != took {
		t.Errorf("took %s, before %s", now, took)
	}
	if now := h.text(`SELECT count(*)::text FROM application_events WHERE application_id = ?`, a.ID); now != happened {
		t.Errorf("%s things happened, before %s", now, happened)
	}
	for _, id := range []string{long.ID, live.ID} {
		if f, err := h.Open(h.as("vera"), contract.ID{ID: id}); err != nil || f.Answers["untuk"].Text == "" || f.Holder != holder {
			t.Errorf("%s: %v %+v", id, err, f.Answers)
		}
	}
	h.now = h.now.AddDate(0, 0, 5*365)
	h.sweep()
	if f, err := h.Open(h.as("vera"), contract.ID{ID: long.ID}); err != nil || len(f.Answers) != 0 {
		t.Errorf("after five years: %v %+v", err, f.Answers)
	}
}

// Whoever closes their account ends what waits, and what was decided is an
// archive that no officer opens.
func TestAClosedAccountLeavesAnArchive(t *testing.T) {
	t.Parallel()
	h := open(t)
	live := h.sent()
	h.load(withPhoto())
	a, photo := h.issued()
	id := contract.ID{ID: a.ID}
	if _, err := h.paper.File(h.as("vera"), paper.ID{ID: photo.ID}); err != nil {
		t.Fatal(err)
	}
	h.exec(`UPDATE people SET name = '', closed_at = now() WHERE id = 'siti'`)
	before := h.told("siti")
	h.sweep()
	if stage := h.text(`SELECT stage FROM applications WHERE id = ?`, live.ID); stage != string(contract.Cancelled) {
		t.Errorf("what waited is %s", stage)
	}
	f, err := h.Open(h.as("vera"), id)
	if err != nil || !f.Closed || len(f.Answers) != 0 || f.Stage != contract.Issued {
		t.Errorf("%v %+v", err, f)
	}
	_, err = h.Reveal(h.as("lurah"), id)
	want(t, err, "permit_archived")
	_, err = h.paper.File(h.as("vera"), paper.ID{ID: photo.ID})
	want(t, err, "permit_archived")
	if after := h.told("siti"); after != before {
		t.Errorf("who has left is told %q", after)
	}
	if kept := h.text(`SELECT count(*)::text FROM files`); kept != "1" {
		t.Errorf("%s files are kept", kept)
	}
}

// The copy of somebody's data has all that they applied for, whole, and
// nothing of anybody else.
func TestTheCopyHasApplications(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto())
	a, _ := h.issued()
	h.act("lurah", a.ID, contract.Act{Action: contract.Revoke, Note: "Keliru."})
	draft, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-celep"})
	all, err := h.Copy(t.Context(), "siti")
	if err != nil || len(all) != 2 || all[0].ID != draft.ID || !all[0].Sent.IsZero() || all[1].ID != a.ID || all[1].Sent.IsZero() {
		t.Fatalf("%v %+v", err, all)
	}
	text, err := json.Marshal(all[1])
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{nik, holder, "membuka rekening", "Kantor Bebekan", "Surat domisili", "Keliru.", ".png"} {
		if !strings.Contains(string(text), part) {
			t.Errorf("%s is not in the copy", part)
		}
	}
	for _, part := range []string{"Vera", "vera", "Lurah"} {
		if strings.Contains(string(text), part) {
			t.Errorf("%s is in the copy", part)
		}
	}
	if none, err := h.Copy(t.Context(), "budi"); err != nil || len(none) != 0 {
		t.Errorf("%v %+v", err, none)
	}
}
