package app_test

import (
	"context"
	"time"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// permits is a permit.API that says one thing everywhere.
type permits struct {
	permit.API
	speech
}

func (p permits) named() permit.Named { return permit.Named{ID: "x", Name: p.text} }

func (p permits) says() form.Text { return form.Text{ID: p.text, EN: p.text, JV: p.text} }

// schema asks questions of every kind.
func (p permits) schema() form.Schema {
	var first, second []form.Question
	for i, kind := range form.Kinds {
		q := form.Question{ID: string(kind), Kind: kind, Label: p.says(), Help: p.says(), Required: i%2 == 0, Prefill: form.FromName}
		switch kind {
		case form.Choice, form.Choices:
			q.Choices = []form.Option{{ID: "a", Label: p.says()}, {ID: "b", Label: p.says()}}
		case form.Table:
			for _, c := range []form.Kind{form.Line, form.Choice, form.Area} {
				q.Columns = append(q.Columns, form.Question{ID: string(c), Kind: c, Label: p.says(), Help: p.says(), Choices: []form.Option{{ID: "a", Label: p.says()}}})
			}
		}
		if i < 9 {
			first = append(first, q)
		} else {
			second = append(second, q)
		}
	}
	return form.Schema{Sections: []form.Section{{ID: "s", Title: p.says(), Help: p.says(), Questions: first}, {ID: "t", Title: p.says(), Questions: second}}}
}

func (p permits) way() permit.Way {
	return permit.Way{Steps: []permit.Step{{ID: "d", Stage: permit.Documents, Name: p.says()}, {ID: "s", Stage: permit.Signature}},
		Promise: catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays}, Appeal: p.says()}
}

func (p permits) line(stage permit.Stage) permit.Line {
	l := permit.Line{ID: string(stage), Service: p.named(), Place: p.named(), Holder: p.text, Stage: stage, Called: p.says(), Since: asked, Sent: asked, Officer: p.named()}
	if stage.Waiting() || stage == permit.Draft {
		l.Until = asked.AddDate(0, 0, 9)
	} else {
		l.Due = asked.AddDate(0, 0, 3)
	}
	if stage == permit.Documents || stage == permit.Returned {
		l.Step = "d"
	}
	return l
}

func (p permits) Offer(context.Context, permit.ServiceID) (permit.Offer, error) {
	return permit.Offer{Service: p.named(), Version: 2, Form: p.schema(), Way: p.way(), Places: []permit.Named{p.named(), {ID: "y", Name: p.text}}, Now: asked}, p.err
}

func (p permits) Mine(context.Context, permit.MineOf) (permit.Mine, error) {
	m := permit.Mine{Next: p.text, Now: asked}
	for _, s := range permit.Stages {
		if s.Final() {
			m.Past = append(m.Past, p.line(s))
		} else {
			m.Live = append(m.Live, p.line(s))
		}
	}
	return m, p.err
}

// Application is at the stage that its id names.
func (p permits) Application(_ context.Context, id permit.ID) (permit.Application, error) {
	stage := permit.Stage(id.ID)
	answers := form.Answers{}
	for _, k := range form.Kinds {
		answers[string(k)] = form.Answer{Text: p.text}
	}
	answers["choices"] = form.Answer{List: []string{"a", p.text}}
	answers["table"] = form.Answer{Rows: []map[string]string{{"text": p.text, "choice": p.text, "area": p.text}, {}}}
	answers["files"] = form.Answer{Files: []form.File{{ID: "f", Name: p.text, Type: p.text, Size: 1200}}}
	a := permit.Application{
		Line: p.line(stage), Agency: p.named(), Tracking: p.text, QR: p.text, QRSize: 29, Form: p.schema(), Day: "2026-11-23", Answers: answers, Save: 3, Way: p.way(), Version: 4,
		May: []permit.Action{permit.Cancel, permit.Notice}, Now: asked,
		Head: permit.Head{Stage: stage, Step: "d", Number: p.text, Bill: &permit.Bill{Amount: 25000, Number: p.text},
			Marks: []permit.Mark{{Path: "text", Reason: p.text}, {Path: "files.f", Reason: p.text}}, Clock: permit.Clock{Start: 1, Pauses: []permit.Pause{{From: 2, To: 3}}}},
		Events: []permit.Happened{{Version: 1, At: asked, Action: permit.Submit, From: "draft", To: "submitted", Role: access.Citizen},
			{Version: 2, At: asked.Add(time.Hour), Action: permit.Take, From: "submitted", To: "d", Role: access.Verifier, Note: p.text}, {Version: 3, At: asked, Action: permit.Expire, From: "d", To: "expired", Note: p.text}},
	}
	return a, p.err
}

func (p permits) Track(_ context.Context, code permit.Code) (permit.Tracked, error) {
	if code.Code == "none" {
		return permit.Tracked{}, fault.New(fault.Unknown, "unknown")
	}
	return permit.Tracked{Service: p.named(), Agency: p.named(), Stage: permit.Documents, Step: "d", Way: p.way(), Since: asked, Sent: "2026-11-20", Due: asked, Now: asked}, p.err
}
