package permit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rumah/shared/fault"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

// A letter from the first question to the signature: what the profile knows
// is there already, it is kept as it is written, it is sent once, one officer
// checks it, another signs it, and the applicant is told each time.
func TestTheWholeWayOfALetter(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	if a.Answers["nik"].Text != nik || a.Stage != contract.Draft || a.Tracking != "" || a.Agency.ID != "bebekan" {
		t.Fatalf("%+v", a)
	}
	saved, err := h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: a.Save, Answers: form.Answers{"nama": {Text: "Sit"}, "bukan": {Text: "x"}}})
	if err != nil || saved.Save != a.Save+1 {
		t.Fatal(saved, err)
	}
	_, err = h.Save(h.as("siti"), contract.Save{ID: a.ID, Save: a.Save, Answers: answers})
	want(t, err, "permit_device")
	again, err := h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if err != nil || again.Answers["nama"].Text != "Sit" || len(again.Answers) != 1 {
		t.Fatal(again.Answers, err)
	}
	_, err = h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: again.Answers})
	want(t, err, "required")

	a, err = h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil || a.Stage != contract.Submitted || len(a.Tracking) != 14 || a.Due.In(wib).Format("2006-01-02 15.04") != "2026-11-25 16.00" {
		t.Fatalf("%+v %v", a.Line, err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.Pass})
	f := h.act("lurah", a.ID, contract.Act{Action: contract.Sign, Number: "470/1/2026"})
	if f.Stage != contract.Issued || f.Head.Number != "470/1/2026" || len(f.Events) != 4 || f.Events[3].By != "Lurah" {
		t.Errorf("%+v", f)
	}
	mine, err := h.Mine(h.as("siti"), contract.MineOf{})
	if err != nil || len(mine.Live) != 0 || len(mine.Past) != 1 || mine.Past[0].Stage != contract.Issued {
		t.Errorf("%+v %v", mine, err)
	}
	told := h.told("siti")
	for _, part := range []string{"permit_moved: Surat domisili: Diajukan", "Selesai paling lambat Rabu, 25 November.", "Tanda tangan lurah", "permit_issued: Surat domisili sudah terbit Nomor 470/1/2026. Suratnya sudah sah."} {
		if !strings.Contains(told, part) {
			t.Errorf("%q is not in\n%s", part, told)
		}
	}
	if n := strings.Count(told, "\n") + 1; n != 4 {
		t.Errorf("told %d times:\n%s", n, told)
	}
}

// What is free is sent and done; what costs something has its bill from the
// house, waits for the money, and is handed out by the house again.
func TestAFeeIsWorkedOutPaidAndConfirmed(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, answers := h.begin(contract.Start{Service: "reklame"}) // there is one place
	answers["luas"] = form.Answer{Text: "4,5"}
	a, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if err != nil || !a.Due.IsZero() {
		t.Fatal(a.Line, err) // the promise counts from complete documents
	}
	h.act("dina", a.ID, contract.Act{Action: contract.Take})
	f := h.act("dina", a.ID, contract.Act{Action: contract.Pass})
	if f.Stage != contract.Payment || f.Head.Bill == nil || f.Head.Bill.Amount != 112_500 || f.Estimate != 112_500 || f.Until.IsZero() || !f.Due.IsZero() {
		t.Fatalf("%+v", f)
	}
	a, err = h.Notify(h.as("siti"), contract.Paid{ID: a.ID})
	if err != nil || a.Head.Bill.Notice == 0 || !a.Until.IsZero() || a.Due.IsZero() {
		t.Fatal(a.Line, err)
	}
	h.act("cici", a.ID, contract.Act{Action: contract.Dispute, Note: "Tidak ada di rekening."})
	h.act("cici", a.ID, contract.Act{Action: contract.Confirm})
	f = h.act("sinta", a.ID, contract.Act{Action: contract.Sign, Number: "510/9/2026"})
	if f.Stage != contract.Issued || f.Events[len(f.Events)-1].Action != contract.Issue || f.Events[len(f.Events)-1].By != "" {
		t.Errorf("%+v", f.Events)
	}
	told := h.told("siti")
	for _, part := range []string{"permit_turn: Izin reklame menunggu Anda Bayar Rp112.500 dengan kode " + a.ID, "Pembayaran belum kami terima. Tidak ada di rekening.", "permit_issued"} {
		if !strings.Contains(told, part) {
			t.Errorf("%q is not in\n%s", part, told)
		}
	}
}

// What an officer marks comes back, and nothing else may change.
func TestReturnedAndCorrected(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	_, err := h.try("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "umur", Reason: "tidak ditanyakan"}}})
	want(t, err, "choice")
	h.act("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "untuk", Reason: "Sebut nama banknya"}}})
	if a, _ = h.Application(h.as("siti"), contract.ID{ID: a.ID}); len(a.Head.Marks) != 0 || len(a.Events) != 2 {
		t.Errorf("a mark is told before it is said: %+v %+v", a.Head.Marks, a.Events)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Return})
	a, err = h.Application(h.as("siti"), contract.ID{ID: a.ID})
	if err != nil || a.Stage != contract.Returned || len(a.Head.Marks) != 1 || a.Until.In(wib).Format("2006-01-02 15.04") != "2026-11-28 00.00" || a.Officer.ID != "" || a.Head.Officer != "" {
		t.Fatalf("%+v %v", a, err)
	}
	answers := a.Answers
	answers["nama"] = form.Answer{Text: "Orang Lain"}
	_, err = h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	want(t, err, "answer_locked")
	answers["nama"], answers["untuk"] = form.Answer{Text: holder}, form.Answer{Text: "membuka rekening Bank Jatim"}
	if a, err = h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil || a.Stage != contract.Documents {
		t.Fatal(a.Line, err)
	}
	if _, err = h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil { // the answer was lost
		t.Error(err)
	}
	answers["untuk"] = form.Answer{Text: "yang lain"}
	_, err = h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	want(t, err, "permit_documents")
	f, err := h.Open(h.as("vera"), contract.ID{ID: a.ID})
	if err != nil || f.Answers["untuk"].Text != "membuka rekening Bank Jatim" || f.Officer.ID != "vera" || f.Version != 5 {
		t.Errorf("%+v %v", f, err)
	}
	if told := h.told("siti"); !strings.Contains(told, "Ada 1 isian yang perlu diperbaiki. Paling lambat Jumat, 27 November.") {
		t.Error(told)
	}
}

// Who never corrects loses the application when the time is over, not before.
func TestNobodyCorrects(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.MarkUp, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	f := h.act("vera", a.ID, contract.Act{Action: contract.Return})
	for _, day := range []struct {
		after int
		stage contract.Stage
	}{{-1, contract.Returned}, {0, contract.Expired}, {1, contract.Expired}} {
		h.now = f.Until.AddDate(0, 0, day.after)
		if err := h.Tend(t.Context()); err != nil {
			t.Fatal(err)
		}
		if a, err := h.Application(h.as("siti"), contract.ID{ID: a.ID}); err != nil || a.Stage != day.stage {
			t.Errorf("%d: %s %v", day.after, a.Stage, err)
		}
	}
}

// A draft is deleted, what was sent is cancelled, and cancelling twice is
// cancelling.
func TestDropped(t *testing.T) {
	t.Parallel()
	h := open(t)
	draft, _ := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan", Member: "dimas"})
	if draft.Holder != "Dimas Rahasia" || draft.Member != "dimas" {
		t.Errorf("%+v", draft)
	}
	a := h.sent()
	for range 2 {
		if err := h.Drop(h.as("siti"), contract.ID{ID: a.ID}); err != nil {
			t.Error(err)
		}
	}
	if err := h.Drop(h.as("siti"), contract.ID{ID: draft.ID}); err != nil {
		t.Error(err)
	}
	want(t, h.Drop(h.as("siti"), contract.ID{ID: draft.ID}), "unknown")
	_, err := h.try("vera", a.ID, contract.Act{Action: contract.Take})
	want(t, err, "permit_cancelled")
}

// An application keeps the form it began with, whatever is published since.
func TestAFormThatChangedMeanwhile(t *testing.T) {
	t.Parallel()
	h := open(t)
	old, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	next := domisili()
	next.Form = schema(question("sejak", form.Date, ""))
	h.load(next)
	h.load(next) // once more is nothing new
	o, err := h.Offer(h.as("siti"), contract.ServiceID{Service: "domisili"})
	if err != nil || o.Version != 2 || len(o.Form.Sections[0].Questions) != 4 || len(o.Places) != 2 {
		t.Errorf("%+v %v", o, err)
	}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: old.ID, Answers: answers}); err != nil {
		t.Error(err)
	}
	fresh, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	_, err = h.Send(h.as("siti"), contract.Send{ID: fresh.ID, Answers: answers})
	want(t, err, "required")
	_, err = h.Offer(h.as("siti"), contract.ServiceID{Service: "reklame"}) // it left the pack
	want(t, err, "unknown")
}

// What the rules refuse is not sent: an area that is not there, a file that
// nobody has sent, a place or a relative of somebody else's choice.
func TestWhatIsNotThere(t *testing.T) {
	t.Parallel()
	h := open(t)
	p := domisili()
	p.Form = schema(question("wilayah", form.Area, ""))
	h.load(p)
	for _, c := range []struct {
		start contract.Start
		key   string
	}{
		{contract.Start{Service: "tidak-ada"}, "unknown"}, {contract.Start{Service: "reklame"}, "unknown"}, {contract.Start{Service: "domisili"}, "required"},
		{contract.Start{Service: "domisili", Place: "loket-dinas"}, "choice"}, {contract.Start{Service: "domisili", Place: "kantor-celep", Member: "orang"}, "choice"},
	} {
		_, err := h.Start(h.as("siti"), c.start)
		want(t, err, c.key)
	}
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-celep"})
	answers["wilayah"] = form.Answer{Text: "35.15.08.1005"}
	_, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	want(t, err, "areacode")
	for range contract.MostDrafts - 1 {
		h.begin(contract.Start{Service: "domisili", Place: "kantor-celep"})
	}
	_, err = h.Start(h.as("siti"), contract.Start{Service: "domisili", Place: "kantor-celep"})
	want(t, err, "permit_drafts")
}

// The answers are sealed, and what happened stays written.
func TestWhatTheDatabaseHolds(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent()
	row := h.text(`SELECT to_jsonb(a)::text FROM applications a WHERE id = ?`, a.ID)
	log := h.text(`SELECT json_agg(e)::text FROM application_events e`)
	for _, secret := range []string{nik, "membuka rekening", a.Tracking, strings.ReplaceAll(a.Tracking, "-", "")} {
		if strings.Contains(row+log, secret) {
			t.Errorf("%s stands in the database", secret)
		}
	}
	for _, sql := range []string{`UPDATE application_events SET action = 'x'`, `DELETE FROM application_events`, `TRUNCATE applications CASCADE`} {
		if _, err := h.db.NewRaw(sql).Exec(t.Context()); err == nil {
			t.Errorf("%s was done", sql)
		}
	}
	var event contract.Event
	if err := json.Unmarshal([]byte(h.text(`SELECT body::text FROM application_events`)), &event); err != nil || event.By != "siti" || event.Head.Stage != contract.Submitted {
		t.Errorf("%+v %v", event, err)
	}
	if !fault.Is(func() error { _, err := h.Open(h.as("vera"), contract.ID{ID: "a\x00"}); return err }(), fault.Unknown) {
		t.Error("a zero byte is no id")
	}
}

// A fee that cannot be worked out is told when it is sent, in words that
// belong to no single question.
func TestAFeeOfNothingThatCanBe(t *testing.T) {
	t.Parallel()
	h := open(t)
	p := reklame()
	p.Definition.Fee.Formula = "100000 / (luas - 4)"
	h.load(domisili(), p)
	a, answers := h.begin(contract.Start{Service: "reklame"})
	_, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers})
	if f := fault.From(err); f == nil || f.Code != fault.Invalid || f.Key != "permit_fee" || len(f.Fields) != 0 {
		t.Errorf("%+v", err)
	}
	answers["luas"] = form.Answer{Text: "5"}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Error(err)
	}
}

// An area that has gone since an application was sent does not keep anybody
// from correcting something else.
func TestAnAreaThatHasGone(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.exec(`
INSERT INTO areas (code, name, kind, parent, postal, old_name, removed, lon, lat, outline, x, y, x0, y0, x1, y1, source_id)
SELECT code, name, kind, parent, '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's' FROM (VALUES ('35.15.08', 'Kota', 'district', NULL), ('35.15.08.1005', 'Celep', 'kelurahan', '35.15.08')) a(code, name, kind, parent)`)
	p := domisili()
	p.Form = schema(question("wilayah", form.Area, ""))
	h.load(p, reklame())
	a, answers := h.begin(contract.Start{Service: "domisili", Place: "kantor-bebekan"})
	answers["wilayah"] = form.Answer{Text: "35.15.08.1005"}
	if _, err := h.Send(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Fatal(err)
	}
	h.act("vera", a.ID, contract.Act{Action: contract.Take})
	h.act("vera", a.ID, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Path: "untuk", Reason: "Kurang jelas"}}})
	h.exec(`UPDATE areas SET retired_at = now() WHERE code = '35.15.08.1005'`)
	answers["untuk"] = form.Answer{Text: "melamar pekerjaan"}
	if _, err := h.Resend(h.as("siti"), contract.Send{ID: a.ID, Answers: answers}); err != nil {
		t.Error(err)
	}
}
