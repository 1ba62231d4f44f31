package permit

import (
	"context"
	"slices"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// bill is what must be paid, how, and by when.
func (s *Application) bill(lang words.Lang, v page) ui.UI {
	b := v.Head.Bill
	if b == nil {
		return nil
	}
	code := ui.P("", words.BillWhere.In(lang, v.Place.Name))
	if v.PaySize > 0 {
		code = ui.Div("stack stack-2 center", ui.P("strong", words.BillScan.In(lang)), ui.QR(v.Pay, v.PaySize, words.BillScanAlt.In(lang)))
	}
	return ui.Section("bayar", words.BillTitle.In(lang, "Rp"+words.Count(lang, int(b.Amount))), nil, ui.Div("card stack",
		ui.Facts([2]ui.UI{ui.Text(words.BillNumber.In(lang)), ui.Label("track-code num", b.Number)}), code,
		s.paidSays(lang, v, b), ui.P("small soft", words.BillOnly.In(lang))))
}

// paidSays is the way to tell that the bill was paid, or that it was told.
func (s *Application) paidSays(lang words.Lang, v page, b *permit.Bill) ui.UI {
	switch {
	case b.Notice != 0:
		return ui.Banner("", "jam", "", words.BillNoted.In(lang, stamp(lang, s.House.Clock(), time.UnixMilli(b.Notice))))
	case !slices.Contains(v.May, permit.Notice):
		return nil
	}
	var proof ui.UI
	if s.proof != nil {
		proof = ui.Upload{Name: s.proof.Name, State: size(s.proof.Size), Icon: "gambar", Part: -1,
			Action: ui.IconButton("tutup", words.PaperRemove.In(lang, s.proof.Name), nil, func(goapp.Context, goapp.Event) { s.proof = nil })}.UI()
	} else {
		accept := new(form.Question).Accepts()
		proof = ui.Drop{ID: "bukti", Label: words.BillProof.In(lang), Sub: words.BillProofY.In(lang), Icon: "unggah", Accept: accept, Change: func(goapp.Context, goapp.Event) {
			browser.Choose("bukti", 1, accept, func(p browser.Paper) { s.Here.Dispatch(func(goapp.Context) { s.proof = &p }) },
				func(name string) { s.Here.Dispatch(func(goapp.Context) { s.lost = name }) })
		}}.UI()
	}
	var until ui.UI
	if !v.Until.IsZero() {
		until = ui.P("strong", words.BillUntil.In(lang, lastDay(lang, s.House.Clock(), v.Until)))
	}
	return ui.Div("stack", until, proof,
		ui.Button{Label: words.BillDid.In(lang), Look: ui.Turn, Class: "btn-l btn-full", Busy: s.doing == "paid", Scope: "bayar", Do: s.paid}.UI())
}

// paid tells the office that the bill was paid, with the proof that was
// chosen.
func (s *Application) paid(goapp.Context, goapp.Event) {
	v, ok := s.Value()
	if !ok || s.doing != "" {
		return
	}
	s.doing, s.fault = "paid", nil
	proof := s.proof
	flow.Ask(s.Here, func(ctx context.Context) (permit.Application, error) {
		said := permit.Paid{ID: v.ID}
		if proof != nil {
			file, err := carryFile(s.House, v.ID, passage{question: permit.ProofQuestion, from: here + proof.Key}, form.File{ID: here + proof.Key, Name: proof.Name, Type: proof.Type, Size: proof.Size})
			if err != nil {
				return permit.Application{}, err
			}
			said.Proof = file.ID
		}
		return s.House.Permit.Notify(ctx, said)
	}, func(_ goapp.Context, a permit.Application, err error) {
		s.doing = ""
		if s.fault = fault.From(err); err != nil {
			return
		}
		s.proof = nil
		keep(a)
		s.write.opened = a.Version
		s.Change(func(p *page) { *p = page{Application: a} })
	})
}
