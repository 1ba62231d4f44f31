package permitform

import (
	"slices"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// beginning is what a service that nobody can apply for yet begins with:
// enough to be published as it is.
func beginning(own subject) permitform.Content {
	c := permitform.Content{
		Form: form.Schema{Sections: []form.Section{
			{ID: "pemohon", Title: text(words.FormApplicant), Questions: []form.Question{
				{ID: "nama", Kind: form.Line, Label: text(words.FullName), Required: true, Prefill: form.FromName, Least: 2, Most: 120},
				{ID: "nik", Kind: form.NIK, Label: form.Text{ID: "NIK"}, Required: true, Prefill: form.FromNIK},
				{ID: "telepon", Kind: form.Phone, Label: text(words.EntryPhone), Required: true, Prefill: form.FromPhone},
			}},
			{ID: "berkas", Title: text(words.FormPapers), Questions: []form.Question{
				{ID: "ktp", Kind: form.Files, Label: text(words.FormKTP), Required: true, Most: 2},
			}},
			{ID: "pernyataan", Title: text(words.FormTruth), Questions: []form.Question{
				{ID: "benar", Kind: form.Statement, Label: text(words.FormTrue), Required: true},
			}},
		}},
		Definition: permit.Definition{
			Promise: own.Content.Promise, Complete: true, Fee: permit.Fee{Kind: own.Content.Fee.Kind},
			Steps: []permit.Step{
				{ID: "berkas", Stage: permit.Documents, Roles: []access.Role{access.Verifier}},
				{ID: "tanda-tangan", Stage: permit.Signature, Roles: []access.Role{access.Signer}},
			},
		},
	}
	if !slices.Contains([]catalogue.FeeKind{"", catalogue.Free, catalogue.FeeUnknown}, c.Definition.Fee.Kind) {
		c.Definition.Steps = slices.Insert(c.Definition.Steps, 1,
			permit.Step{ID: "biaya", Stage: permit.Assessment, Roles: []access.Role{access.Verifier}},
			permit.Step{ID: "bayar", Stage: permit.Payment, Roles: []access.Role{access.Counter}})
	}
	return c
}

func text(t words.T) form.Text { return form.Text{ID: t.ID, EN: t.EN, JV: t.JV} }

// whole is content whose lists are never null for those who read it as JSON.
func whole(c permitform.Content) permitform.Content {
	if c.Form.Sections == nil {
		c.Form.Sections = []form.Section{}
	}
	if c.Definition.Steps == nil {
		c.Definition.Steps = []permit.Step{}
	}
	return c
}
