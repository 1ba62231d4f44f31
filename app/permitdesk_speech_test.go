package app_test

import (
	"time"

	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// permitDesks are what the phone knows on the desk of applications, all saying
// one thing.
func permitDesks(text string) map[string]any {
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)
	named := permit.Named{ID: text, Name: text}
	line := permit.Line{ID: text, Service: named, Place: named, Holder: text, Stage: permit.Documents, Step: "berkas", Called: form.Text{ID: text}, Since: now, Sent: now.Add(-time.Hour), Due: now.Add(time.Hour), Half: now, Hot: now, Officer: named}
	over := line
	over.ID, over.Stage, over.Due = text+"2", permit.Returned, time.Time{}
	open := line
	open.ID = "x"
	questions := []form.Question{{ID: "nama", Kind: form.Line, Label: form.Text{ID: text}}, {ID: "ktp", Kind: form.Files, Label: form.Text{ID: text}},
		{ID: "anak", Kind: form.Table, Label: form.Text{ID: text}, Columns: []form.Question{{ID: "sebut", Kind: form.Line, Label: form.Text{ID: text}}}}, {ID: "titik", Kind: form.Point, Label: form.Text{ID: text}}}
	f := permit.File{Line: open, Agency: named, Form: form.Schema{Sections: []form.Section{{ID: "satu", Title: form.Text{ID: text}, Questions: questions}}}, Day: "2026-11-20", Version: 3, Share: .5, Now: now,
		Answers: form.Answers{"nama": {Text: text}, "titik": {Text: text}, "anak": {Rows: []map[string]string{{"sebut": text}}}, "ktp": {Files: []form.File{{ID: text, Name: text, Type: text, Size: 1}}}},
		Way:     permit.Way{Steps: []permit.Step{{ID: "berkas", Stage: permit.Documents, Name: form.Text{ID: text}, Agency: text}}, Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}},
		Head:    permit.Head{Stage: permit.Documents, Step: "berkas", Rounds: 1, Marks: []permit.Mark{{Path: "nama", Reason: text}}, Opinions: []permit.Opinion{{Agency: text, Question: text, Asked: 1}}, Bill: &permit.Bill{Amount: 1, Number: text}},
		Events:  []permit.Happened{{Version: 1, At: now, Action: permit.Submit, By: text, Note: text}}, May: []permit.Transition{{Action: permit.MarkUp}, {Action: permit.Return}, {Action: permit.Pass}, {Action: permit.Answer}, {Action: permit.Refuse}, {Action: permit.HandOver}},
		Colleagues: []permit.Candidate{{Named: named, Has: 3, Away: "2026-11-30", Takes: text}}, Names: []permit.Named{named}}
	return map[string]any{
		"/meja/pembayaran": permit.Bills{Items: []permit.BillLine{{ID: text, Service: named, Place: named, Holder: text, Number: text, Amount: 5, Made: now, Proof: text}, {ID: "y", Service: named, Holder: text, Number: text, Amount: 5, Made: now, Paid: now}},
			Next: text, Open: 2, Sum: 10, Odd: []permit.Odd{{Received: permit.Received{Number: text, Amount: 4, Day: "2026-11-20", Ref: text}, Outcome: permit.PaidShort, Application: text}}, Now: now},
		"/meja/permohonan":   permit.Desk{Items: []permit.Line{line, over}, Next: text, Now: now},
		"/meja/permohonan/x": f,
	}
}
