package app_test

import (
	"context"

	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/proof"
)

// letters is a document.API that says one thing everywhere.
type letters struct {
	document.API
	speech
}

func (p letters) line(status proof.Status) document.Line {
	return document.Line{ID: string(status), Application: p.text, Service: document.Named{ID: "x", Name: p.text}, Title: p.text, Number: p.text, Holder: p.text, Issuer: p.text, Signer: p.text,
		Date: "2026-11-20", Until: "2027-02-20", Status: status, Link: "https://x.example/V/" + p.text, Size: 1200, Ended: asked, Reason: p.text, Instead: p.text}
}

func (p letters) Mine(context.Context) (document.Mine, error) {
	m := document.Mine{Now: asked}
	for _, s := range proof.Statuses {
		m.Items = append(m.Items, p.line(s))
	}
	over := p.line(proof.Genuine)
	over.ID, over.Until = "over", "2026-11-22"
	m.Items = append(m.Items, over)
	return m, p.err
}

// One is in the status that its id names.
func (p letters) One(_ context.Context, id document.ID) (document.Shown, error) {
	return document.Shown{Line: p.line(proof.Status(id.ID)), QR: p.text, QRSize: 29, Now: asked}, p.err
}

// Verify finds what the code names.
func (p letters) Verify(_ context.Context, code document.Code) (document.Verdict, error) {
	if code.Code == "galat" {
		return document.Verdict{}, fault.Wrong(fault.Field{Name: "code", Key: "too_long", Bound: "400"})
	}
	v := document.Verdict{Result: proof.Result{Status: proof.Status(code.Code), Known: asked}, Code: code.Code, Now: asked}
	switch v.Result.Status {
	case proof.Forged, proof.UnknownKey, proof.Newer:
	default:
		v.Result.Document = proof.Document{Service: p.text, Number: p.text, Holder: p.text, Issuer: p.text, Date: "2026-11-20", Until: "2027-02-20"}
		v.Signer, v.Office, v.Ended, v.Instead, v.Match = p.text, p.text, asked, p.text, document.Another
	}
	return v, p.err
}

func (p letters) Keys(context.Context) (document.Keyring, error) {
	return document.Keyring{At: asked}, p.err
}
