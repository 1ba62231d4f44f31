package app_test

import (
	"time"

	"rumah/app/draft"
	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/revision"
)

// formOf asks a question of every kind, and says the same one thing.
func formOf(text string) form.Schema {
	said := form.Text{ID: text, EN: text, JV: text}
	section := form.Section{ID: "a", Title: said, Help: said}
	for _, k := range form.Kinds {
		q := form.Question{ID: "q_" + string(k), Kind: k, Label: said, Help: said, When: &form.Rule{Not: &form.Rule{Ask: text, Op: form.Answered}}}
		switch k {
		case form.Choice, form.Choices:
			q.Choices = []form.Option{{ID: "a", Label: said}, {ID: "b", Label: said}}
		case form.Table:
			q.Columns = []form.Question{{ID: "a", Kind: form.Line, Label: said}}
		}
		section.Questions = append(section.Questions, q)
	}
	return form.Schema{Sections: []form.Section{section, {ID: "b", Title: said, When: &form.Rule{Ask: text, Op: form.Is, To: []string{text}}}}}
}

func wayOf(text string) permit.Definition {
	said := form.Text{ID: text, EN: text, JV: text}
	return permit.Definition{Promise: catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays, Note: text}, Fee: permit.Fee{Kind: catalogue.Levy, Formula: text}, Appeal: said,
		Steps: []permit.Step{{ID: "a", Stage: permit.Documents, Name: said, Roles: []access.Role{access.Verifier}, Agency: text, Promise: &catalogue.Promise{Amount: 1, Unit: catalogue.Hours}},
			{ID: "b", Stage: permit.Signature, Name: said, Roles: []access.Role{access.Signer}}},
		Apart: []permit.Pair{{One: text, Other: "b"}}}
}

// formDesks are the desks of forms, which have much to say.
func formDesks(text string) map[string]any {
	content := permitform.Content{Form: formOf(text), Definition: wayOf(text)}
	draftOf := &revision.Draft{Save: 3, Base: 1, Author: text, At: time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC), Note: text}
	return map[string]any{
		"/meja/formulir": draft.Listing{Items: []draft.Item{{ID: text, Icon: "berkas", Name: text, Agency: text, State: revision.Drafted, Version: 2, Draft: draftOf}, {ID: text, Name: text, State: revision.Fresh}}, Total: 2, Next: text},
		"/meja/formulir/x": permitform.Edit{Service: "x", Name: text, Agency: text, State: revision.Drafted, Closed: true, Running: 12, Public: content, Drafted: content, Draft: draftOf,
			History: []revision.Version{{Number: 1, Author: text, Publisher: text, Note: text}}, Agencies: []permit.Named{{ID: text, Name: text}},
			Lacks: []permitform.Lack{{Place: permit.Named{ID: text, Name: text}, Step: "a", Key: "permit_nobody"}}},
	}
}
