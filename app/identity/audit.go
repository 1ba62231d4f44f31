package identity

import (
	"context"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Audit is the screen of what staff did: /meja/catatan.
type Audit struct {
	goapp.Compo
	own[who.Audit]

	more more
}

// NewAudit returns the screen.
func NewAudit(h *house.House) house.Screen {
	return &Audit{own: newOwn(h, access.Auditor, words.AuditTitle, func(ctx context.Context, at link.At) (who.Audit, error) {
		return h.Identity.Audit(ctx, auditFilter(at))
	})}
}

func auditFilter(at link.At) who.AuditFilter {
	return who.AuditFilter{Text: at.Get("q"), Alarm: at.Get("peringatan") == "1"}
}

func auditPath(at link.At, text string, alarm bool) string {
	only := ""
	if alarm {
		only = "1"
	}
	return at.To("/meja/catatan", "q", text, "peringatan", only)
}

// Render implements the screen.
func (s *Audit) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/meja", Back: "/meja", Wide: true}, words.AuditLead, s.body)
}

func (s *Audit) body(at link.At, a who.Audit) []ui.UI {
	f := auditFilter(at)
	keep := map[string]string{}
	if f.Alarm {
		keep["peringatan"] = "1"
	}
	return []ui.UI{
		ui.Div("stack",
			ui.Find{Action: at.To("/meja/catatan"), Name: "q", Value: f.Text, Label: words.FindAudit.In(at.Lang), Placeholder: words.FindAudit.In(at.Lang),
				Clear: words.Clear.In(at.Lang), ClearHref: auditPath(at, "", f.Alarm), Keep: keep, Submit: s.search}.UI(),
			ui.Chips(words.AuditTitle.In(at.Lang), ui.Chip(auditPath(at, f.Text, false), words.All.In(at.Lang), !f.Alarm),
				ui.Chip(auditPath(at, f.Text, true), words.OnlyAlarms.In(at.Lang), f.Alarm))),
		s.lines(at, a),
		s.more.button(at.Lang, a.Next, s.next),
	}
}

func (s *Audit) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, auditPath(s.view.At, ui.Typed("cari"), auditFilter(s.view.At).Alarm))
}

func (s *Audit) lines(at link.At, a who.Audit) ui.UI {
	if len(a.Items) == 0 {
		return ui.Empty("ketemu-nihil", words.AuditNone.In(at.Lang), words.AuditNoneText.In(at.Lang), nil)
	}
	lines := make([][]ui.UI, len(a.Items))
	for i, l := range a.Items {
		var alarm ui.UI
		if l.Alarm != "" {
			alarm = ui.Div("stack stack-1", ui.Para("", ui.Tag("bad", "awas", words.Alarm.In(at.Lang))), ui.P("small bad", words.Fault(at.Lang, l.Alarm, "")))
		}
		lines[i] = []ui.UI{
			ui.Label("num nowrap", moment(at.Lang, l.At, s.house.City.Location())),
			ui.Text(l.Who),
			ui.Div("stack stack-1", ui.Label("strong", deed(at.Lang, l.Operation)), ui.Label("small soft target", strings.TrimSpace(l.Operation+" "+l.Target)), alarm),
			outcome(at.Lang, l.Outcome),
		}
	}
	return ui.Div("card card-flush fold-table", ui.Table(words.AuditTitle.In(at.Lang), []ui.Column{
		{Title: words.WhenColumn.In(at.Lang)}, {Title: words.WhoColumn.In(at.Lang)}, {Title: words.WhatColumn.In(at.Lang)}, {Title: words.OutcomeColumn.In(at.Lang)},
	}, lines))
}

var deeds = map[string]words.T{
	"identity.EnterPassword": words.DidEnter,
	"identity.EnterPasskey":  words.DidEnterKey,
	"identity.Accept":        words.DidAccept,
	"identity.Leave":         words.DidLeave,
	"identity.Invite":        words.DidInvite,
	"identity.Withdraw":      words.DidWithdraw,
	"identity.Grant":         words.DidGrant,
	"identity.Revoke":        words.DidRevoke,
	"identity.FindPerson":    words.DidFind,
	"identity.OpenPerson":    words.DidOpen,
	"identity.VerifyPerson":  words.DidVerify,
	"catalogue.Create":       words.DidNewService,
	"catalogue.Save":         words.DidSaveService,
	"catalogue.Publish":      words.DidSendService,
	"catalogue.Discard":      words.DidDropService,
	"catalogue.Retire":       words.DidEndService,
	"place.Save":             words.DidSavePlace,
	"place.Publish":          words.DidSendPlace,
	"place.Discard":          words.DidDropPlace,
	"place.Settle":           words.DidSettle,
}

// deed is what was done, in words where there are some; its name in the
// contract stands below it, to be searched for.
func deed(lang words.Lang, operation string) string {
	if t, ok := deeds[operation]; ok {
		return t.In(lang)
	}
	return operation
}

// outcome says how a call ended; the number stands beside what went wrong,
// for those who look it up.
func outcome(lang words.Lang, status string) ui.UI {
	switch {
	case status == "in", strings.HasPrefix(status, "2"):
		return ui.Tag("good", "", words.DidWell.In(lang))
	case status == "refused":
		return ui.Tag("bad", "", words.Refused.In(lang))
	case status == "":
		return ui.Tag("wait", "", words.NeverEnded.In(lang))
	case status == "401", status == "403":
		return ui.Tag("bad", "", words.WasRefused.In(lang, status))
	}
	return ui.Tag("", "", words.WentWrong.In(lang, status))
}

func (s *Audit) next(ctx goapp.Context) {
	a, _ := s.view.Value()
	filter := auditFilter(s.view.At)
	filter.After = a.Next
	ask(ctx, &s.more, func(ctx context.Context) (who.Audit, error) { return s.house.Identity.Audit(ctx, filter) }, func(rest who.Audit) {
		s.view.Change(func(have *who.Audit) {
			have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
		})
	})
}
