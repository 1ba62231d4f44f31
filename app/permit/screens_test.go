package permit

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/house"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/form"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// noon is what the clock shows in all tests, in a zone seven hours ahead.
var noon = time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)

// office is a permit.API with one application.
type office struct {
	permit.API
	a    permit.Application
	mine permit.Mine
}

func (o office) Application(context.Context, permit.ID) (permit.Application, error) { return o.a, nil }
func (o office) Mine(context.Context, permit.MineOf) (permit.Mine, error)           { return o.mine, nil }

func (o office) house() *house.House {
	return &house.House{City: city.Info{App: "Rumah", Offset: 420}, Permit: o, Viewer: identity.Viewer{ID: "siti", Name: "Siti"}, Now: func() time.Time { return noon }}
}

func asks(id string, kind form.Kind, edit func(*form.Question)) form.Question {
	q := form.Question{ID: id, Kind: kind, Label: form.Text{ID: "Isian " + id}, Required: true}
	if edit != nil {
		edit(&q)
	}
	return q
}

// letter is an application for a letter at a stage.
func letter(stage permit.Stage) permit.Application {
	a := permit.Application{
		Line: permit.Line{ID: "AB12CD34EF", Service: permit.Named{ID: "domisili", Name: "Surat domisili"}, Place: permit.Named{ID: "k", Name: "Kelurahan Sidokare"}, Holder: "Genta", Stage: stage, Since: noon, Sent: noon.Add(-48 * time.Hour)},
		Form: form.Schema{Sections: []form.Section{
			{ID: "satu", Title: form.Text{ID: "Pemohon"}, Questions: []form.Question{asks("nama", form.Line, nil), asks("menikah", form.YesNo, nil)}},
			{ID: "dua", Title: form.Text{ID: "Pasangan"}, When: &form.Rule{Ask: "menikah", Op: form.Is, To: []string{"yes"}}, Questions: []form.Question{asks("pasangan", form.Line, nil)}},
			{ID: "tiga", Title: form.Text{ID: "Berkas"}, Questions: []form.Question{asks("ktp", form.Files, nil), asks("benar", form.Statement, nil)}},
		}},
		Day: "2026-11-23", Save: 3, Version: 4, Now: noon, Answers: form.Answers{"nama": {Text: "Genta"}, "menikah": {Text: "no"}, "ktp": {Files: []form.File{{ID: "f1", Name: "ktp.jpg", Type: "image/jpeg", Size: 5000}, {ID: "f2", Name: "belakang.jpg", Type: "image/jpeg", Size: 5000}}}},
		Way:  permit.Way{Steps: []permit.Step{{ID: "berkas", Stage: permit.Documents}, {ID: "bayar", Stage: permit.Payment}, {ID: "tanda", Stage: permit.Signature, Name: form.Text{ID: "Tanda tangan lurah"}}}, Promise: catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays}},
		Head: permit.Head{Stage: stage}, Tracking: "ABCD-EFGH-JKMN", QR: "M0 0h1v1h-1z", QRSize: 21,
	}
	return a
}

// drawn is the screen of an application once it has loaded.
func drawn(t *testing.T, lang words.Lang, address string, o office) string {
	t.Helper()
	screen := NewApplication(o.house())
	if address == MinePath {
		screen = NewMine(o.house())
	}
	return show(t, screen, link.Prefix(lang)+address)
}

// show is a screen once it has loaded what an address names.
func show(t *testing.T, screen house.Screen, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if err := screen.(interface {
		Load(context.Context, link.At) error
	}).Load(t.Context(), link.Parse(u)); err != nil {
		t.Fatal(err)
	}
	return goapp.HTMLString(screen)
}

func says(t *testing.T, what, page string, say []string, not ...string) {
	t.Helper()
	for _, text := range say {
		if !strings.Contains(page, text) {
			t.Errorf("%s: does not say %q", what, text)
		}
	}
	for _, text := range not {
		if strings.Contains(page, text) {
			t.Errorf("%s: says %q", what, text)
		}
	}
}

// A draft says that it is not sent, begins where something is missing, and
// leaves out what is not asked.
func TestADraftBeginsWhereSomethingIsMissing(t *testing.T) {
	t.Parallel()
	a := letter(permit.Draft)
	a.Version, a.Until = 0, noon.AddDate(0, 0, 90)
	for _, lang := range words.Langs {
		says(t, string(lang), drawn(t, lang, "/permohonan/x", office{a: a}), []string{words.FillTag.In(lang), words.FillStep.In(lang, "2", "3"), "Berkas", "ktp.jpg", words.FillPrevious.In(lang)}, "Isian nama", "Pasangan")
	}
	says(t, "the first step", drawn(t, words.ID, "/permohonan/x?langkah=1", office{a: a}), []string{words.FillStep.In(words.ID, "1", "3"), "Isian nama"}, words.FillPrevious.ID)
	says(t, "beyond the last", drawn(t, words.ID, "/permohonan/x?langkah=99", office{a: a}), []string{words.FillReview.ID, words.FillMissing.In(words.ID, "1"), words.FillSend.ID})
	says(t, "no number", drawn(t, words.ID, "/permohonan/x?langkah=-7", office{a: a}), []string{words.FillStep.In(words.ID, "1", "3")})
	a.Answers["menikah"] = form.Answer{Text: "yes"}
	says(t, "married", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{"Isian pasangan", words.FillStep.In(words.ID, "2", "4")})
	a.Save, a.Answers = 1, form.Answers{"nama": {Text: "Genta"}}
	says(t, "new", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{"Isian nama"})
}

// A correction asks for what was marked, says why, and lets only a marked file
// be taken out.
func TestACorrectionAsksOnlyForWhatIsMarked(t *testing.T) {
	t.Parallel()
	a := letter(permit.Returned)
	a.Until, a.Head.Marks = noon.AddDate(0, 0, 9), []permit.Mark{{Path: "ktp.f1", Reason: "Buram."}}
	says(t, "one file", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{words.FixTitleOne.ID, words.FixSays.In(words.ID, "Buram."), words.PaperRemove.In(words.ID, "ktp.jpg"), words.FixSend.ID, words.PaperPick.ID},
		words.PaperRemove.In(words.ID, "belakang.jpg"), "j-nama")
	a.Head.Marks = []permit.Mark{{Path: "ktp", Reason: "Buram."}, {Path: "nama", Reason: "Salah tulis."}}
	says(t, "two answers", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{words.FixTitle.In(words.ID, "2"), "Salah tulis.", "j-nama", words.PaperRemove.In(words.ID, "belakang.jpg")}, "j-menikah")
}

// What was sent says where it is, by when it is done, and what to do.
func TestHowFarItIs(t *testing.T) {
	t.Parallel()
	a := letter(permit.Documents)
	a.Step, a.Head.Step, a.Due, a.May = "berkas", "berkas", noon.AddDate(0, 0, 2), []permit.Action{permit.Cancel}
	says(t, "on time", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{"AB12CD34EF", words.StatusOnTime.ID, words.StatusDaysLeft.ID, "Tanda tangan lurah", "ABCD-EFGH-JKMN", words.StatusCancel.ID})
	a.Due = noon.Add(-time.Hour)
	says(t, "late", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{words.StatusLate.ID}, words.StatusOnTime.ID)
	a = letter(permit.Payment)
	a.Step, a.Head.Step, a.Until, a.May = "bayar", "bayar", noon.AddDate(0, 0, 5), []permit.Action{permit.Notice}
	a.Head.Bill = &permit.Bill{Amount: 112_500, Number: "8808-1"}
	says(t, "to pay", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{"Rp112.500", "8808-1", words.BillDid.ID, words.BillProof.ID, words.StatusPaused.ID})
	a.Head.Bill.Notice = noon.UnixMilli()
	says(t, "paid, says the applicant", drawn(t, words.ID, "/permohonan/x", office{a: a}), nil, words.BillDid.ID)
	a = letter(permit.Refused)
	a.Way.Appeal, a.Events = form.Text{ID: "Temui lurah."}, []permit.Happened{{Version: 4, At: noon, Action: permit.Refuse, From: "berkas", To: "refused", Note: "Bukan warga sini."}}
	says(t, "refused", drawn(t, words.ID, "/permohonan/x", office{a: a}), []string{words.StatusRefused.ID, "Bukan warga sini.", "Temui lurah."}, words.StatusCancel.ID)
}

// A list puts first what waits for its reader.
func TestWhatWaitsForMeStandsFirst(t *testing.T) {
	t.Parallel()
	line := func(id string, stage permit.Stage) permit.Line {
		l := letter(stage).Line
		l.ID, l.Service.Name = id, "Layanan "+id
		return l
	}
	page := drawn(t, words.ID, MinePath, office{mine: permit.Mine{Now: noon, Live: []permit.Line{line("a", permit.Documents), line("b", permit.Draft), line("c", permit.Returned)}, Past: []permit.Line{line("d", permit.Issued)}, Next: "x"}})
	last := 0
	for _, name := range []string{"Layanan c", "Layanan b", "Layanan a", "Layanan d"} {
		at := strings.Index(page, name)
		if at < last {
			t.Errorf("%s stands at %d, after %d", name, at, last)
		}
		last = at
	}
	says(t, "none", drawn(t, words.ID, MinePath, office{mine: permit.Mine{Now: noon}}), []string{words.MineNone.ID, words.MineFind.ID}, words.ShowMore.ID)
}

// Files that only the phone has are not told to the server, and take the place
// of their own when they are sent.
func TestFilesOnThePhone(t *testing.T) {
	t.Parallel()
	local := form.File{ID: here + "1", Name: "a.jpg"}
	answers := form.Answers{"nama": {Text: "Genta"}, "ktp": {Files: []form.File{{ID: "f1"}, local}}, "kk": {Files: []form.File{local}}}
	if got := known(answers); len(got["ktp"].Files) != 1 || !got["kk"].Blank() || got["nama"].Text != "Genta" || len(answers["ktp"].Files) != 2 {
		t.Errorf("%+v", got)
	}
	if _, left := unsent(known(answers)); left {
		t.Error("one is left")
	}
	after := replaced(answers, "ktp", local.ID, form.File{ID: "f2"})
	if after["ktp"].Files[1].ID != "f2" || answers["ktp"].Files[1].ID != local.ID || after["kk"].Files[0].ID != local.ID {
		t.Errorf("%+v", after)
	}
}
