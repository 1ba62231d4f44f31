package permit

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/document"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// Somebody who has letters is offered those that hold, that the question takes
// and that are not there yet.
func TestLettersThatCanBeAttached(t *testing.T) {
	t.Parallel()
	a := letter(permit.Draft)
	a.Version = 0
	a.Answers["ktp"] = form.Answer{Files: []form.File{{ID: "f1", Name: "Surat satu.pdf", Type: pdf, Size: 5000, Letter: "satu"}}}
	own := func(id string, edit func(*document.Line)) document.Line {
		d := document.Line{ID: id, Title: "Surat " + id, Number: "470/" + id, Holder: "Genta", Date: "2026-11-20", Status: proof.Genuine, Size: 50_000}
		if edit != nil {
			edit(&d)
		}
		return d
	}
	screen := NewApplication(office{a: a}.house()).(*Application)
	page := func() string {
		t.Helper()
		return show(t, screen, "/permohonan/x")
	}
	says(t, "without letters", page(), []string{"Surat satu.pdf", words.PaperOwnIs.ID}, words.PaperOwn.ID)
	screen.letters.items = []document.Line{
		own("satu", nil), own("dua", nil), own("tiga", func(d *document.Line) { d.Until = "2026-11-22" }), own("empat", func(d *document.Line) { d.Until = "2026-11-23" }),
		own("lima", func(d *document.Line) { d.Status = proof.Revoked }), own("enam", func(d *document.Line) { d.Size = 1e9 }),
	}
	says(t, "with letters", page(), []string{words.PaperOwn.ID, "470/dua", "470/empat"}, "470/satu", "470/tiga", "470/lima", "470/enam")
	screen.sheet.Form().Question("ktp").Accept = []string{"image/jpeg"}
	if text := goapp.HTMLString(screen); strings.Contains(text, words.PaperOwn.ID) {
		t.Error("a question for photos offers letters")
	}
}
