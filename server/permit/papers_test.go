package permit_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"rumah/server/city"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/paper"
	contract "rumah/shared/permit"
)

// withPhoto is the letter, with a photo that must be sent and one that may.
func withPhoto() city.Permit {
	p := domisili()
	may := question("rumah", form.Files, "")
	may.Required = false
	p.Form = schema(question("ktp", form.Files, ""), may)
	return p
}

// upload sends a picture for a question of Siti's.
func (h *house) upload(application, question string) form.File {
	h.t.Helper()
	f, err := h.tryUpload("siti", application, question)
	if err != nil {
		h.t.Fatal(err)
	}
	return f
}

func (h *house) tryUpload(who, application, question string) (form.File, error) {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		h.t.Fatal(err)
	}
	u, err := h.paper.Begin(h.as(who), paper.NewUpload{Application: application, Question: question, Name: "foto.png", Type: "image/png", Size: int64(data.Len())})
	if err != nil {
		return form.File{}, err
	}
	if u, err = h.paper.Add(h.as(who), paper.Piece{ID: u.ID, Data: data.Bytes()}); err != nil {
		return form.File{}, err
	}
	return h.paper.Finish(h.as(who), paper.ID{ID: u.ID})
}

// What a phone says of a file does not matter: it is the application's own, it
// answers the question it was sent for, and it is called what the house calls
// it; anything else is not there.
func TestAnswersNameFilesThatAreThere(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto(), reklame())
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	other, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	mine, house, elsewhere := h.upload(a.ID, "ktp"), h.upload(a.ID, "rumah"), h.upload(other.ID, "ktp")
	lie := form.File{ID: mine.ID, Name: "lain.pdf", Type: "application/pdf", Size: 1}

	for name, file := range map[string]form.File{"of another application": elsewhere, "of another question": house, "made up": {ID: "X", Name: "x.png", Type: "image/png", Size: 1}} {
		answers["ktp"] = form.Answer{Files: []form.File{file}}
		_, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
		if f, ok := fault.From(err).Field("ktp.0"); !ok || f.Key != "file_gone" {
			t.Errorf("%s: %v", name, err)
		}
	}
	answers["ktp"] = form.Answer{Files: []form.File{lie, elsewhere}}
	if _, err := h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: a.Save, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	a, err := h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if err != nil || len(a.Answers["ktp"].Files) != 1 || a.Answers["ktp"].Files[0] != mine {
		t.Fatalf("%v %+v", err, a.Answers["ktp"])
	}
	if saved := h.text(`SELECT string_agg(id, ',') FROM files WHERE saved`); saved != mine.ID {
		t.Errorf("saved is %s", saved)
	}
	answers["ktp"] = form.Answer{Files: []form.File{lie}}
	for range 2 { // whoever lost the answer sends again
		if a, err = h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil || a.Answers["ktp"].Files[0] != mine {
			t.Fatalf("%v %+v", err, a.Answers["ktp"])
		}
	}
	if sent := h.text(`SELECT string_agg(id, ',') FROM files WHERE sent_at IS NOT NULL`); sent != mine.ID {
		t.Errorf("sent is %s", sent)
	}
	want(t, h.paper.Discard(h.as("siti"), paper.ID{ID: mine.ID}), "paper_sent")
	_, err = h.tryUpload("siti", a.ID, "ktp")
	want(t, err, "permit_submitted")
	_, err = h.tryUpload("budi", other.ID, "ktp")
	want(t, err, "unknown")
	_, err = h.tryUpload("siti", other.ID, "nama")
	want(t, err, "choice")
}

// A photo that is returned is taken again; both stay with the office.
func TestAPhotoIsTakenAgain(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto(), reklame())
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	before := h.upload(a.ID, "ktp")
	answers["ktp"] = form.Answer{Files: []form.File{before}}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "ktp." + before.ID, Reason: "Kurang jelas"}}})
	h.act("vera", a.ID, contract.Act{Action: contract.Return})
	after := h.upload(a.ID, "ktp")
	answers["ktp"] = form.Answer{Files: []form.File{after}}
	if _, err := h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	for _, f := range []form.File{before, after} {
		if _, err := h.paper.File(h.as("vera"), paper.ID{ID: f.ID}); err != nil {
			t.Error(err)
		}
	}
}

// Who may work on an application sees its papers, and the applicant sees who
// did: once, however often a page is turned.
func TestOfficersLookIntoPapers(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto(), reklame())
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan", Member: "dimas"})
	f := h.upload(a.ID, "ktp")
	answers["ktp"] = form.Answer{Files: []form.File{f}}
	if _, err := h.paper.File(h.as("vera"), paper.ID{ID: f.ID}); !fault.Is(err, fault.Unknown) {
		t.Errorf("before it was sent: %v", err)
	}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	for _, who := range []string{"vera", "lurah", "camat", "bupati"} {
		for range 2 {
			if got, err := h.paper.File(h.as(who), paper.ID{ID: f.ID}); err != nil || got.Type != f.Type {
				t.Errorf("%s: %v", who, err)
			}
		}
	}
	for _, who := range []string{"carla", "dina", "budi"} {
		if _, err := h.paper.File(h.as(who), paper.ID{ID: f.ID}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", who, err)
		}
	}
	if _, err := h.paper.File(h.as("siti"), paper.ID{ID: f.ID}); err != nil {
		t.Error(err)
	}
	seen := h.text(`SELECT string_agg(reader_id || ' ' || what || ' ' || agency_id || ' ' || whom, ',' ORDER BY id) FROM openings`)
	if seen != "vera document bebekan Dimas Rahasia,lurah document bebekan Dimas Rahasia,camat document bebekan Dimas Rahasia,bupati document bebekan Dimas Rahasia" {
		t.Error(strings.ReplaceAll(seen, ",", "\n"))
	}
}

// A file whose name no store takes is one that is not there.
func TestAFileThatCannotBe(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(withPhoto())
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	for id := range answers {
		answers[id] = form.Answer{Text: answers[id].Text, Files: []form.File{{ID: "a\x00b"}, {ID: "\xff"}}}
	}
	if _, err := h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: 1, Answers: answers}); err != nil {
		t.Error(err)
	}
	for id := range answers {
		answers[id] = form.Answer{Files: []form.File{{ID: "a\x00b"}}}
	}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}
