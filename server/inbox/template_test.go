package inbox_test

import (
	"testing"

	"rumah/server/inbox"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
	"rumah/shared/revision"
)

func (h *house) called(person, key string) contract.Line {
	h.t.Helper()
	h.tell(person, key, func(n *inbox.Note) { n.Agency = "dinas" })
	return h.newest(person)
}

// An agency words a message anew: one writes, another publishes, and the next
// message says so; a language that is empty says what the house says.
func TestTemplateFromDraftToMessage(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	rina, wati := h.desk("rina", "dinas"), h.desk("wati", "dinas")
	if before := h.called("siti", "a"); before.Subject != "A-041, silakan ke Ruang 3" {
		t.Errorf("%+v", before)
	}
	list, err := h.Templates(rina, contract.TemplatesOf{})
	if err != nil || list.Agency.ID != "dinas" || len(list.Agencies) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	seen := map[contract.Kind]contract.TemplateLine{}
	for _, l := range list.Items {
		seen[l.Kind] = l
	}
	if called := seen[contract.TicketCalled]; called.Own || called.Version != 0 || called.State != revision.Fresh || called.Text.Subject != "{nomor}, silakan ke {loket}" {
		t.Errorf("%+v", called)
	}
	if _, there := seen[contract.SignedIn]; there || len(seen) < 20 {
		t.Errorf("%d kinds, and the house's own among them: %v", len(seen), there)
	}
	id := contract.TemplateOf("dinas", contract.TicketCalled)
	e, err := h.Template(rina, contract.TemplateID{ID: id})
	if err != nil || e.Drafted != e.House || e.Public != e.House || e.Draft != nil || len(e.History) != 0 {
		t.Fatalf("%+v %v", e, err)
	}
	content := e.Public
	content.ID = contract.Text{Subject: "Nomor {nomor} ditunggu di {loket}", Body: "{untuk} {antrean}, {tempat}."}
	content.JV = contract.Text{}
	for _, wrong := range []contract.Text{{Subject: "Nomor {nomor} di {loket}", Body: "{rahasia}"}, {Subject: "Nomor {nomor}", Body: "Silakan."}, {Subject: "Nomor {nomor} {loket}"}} {
		bad := content
		bad.EN = wrong
		if _, err := h.SaveTemplate(rina, contract.SaveTemplate{ID: id, Content: bad}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
	if e, err = h.SaveTemplate(rina, contract.SaveTemplate{ID: id, Note: "lebih hangat", Content: content}); err != nil || e.Draft == nil || !e.Draft.Own || e.Drafted != content || e.Public != e.House {
		t.Fatalf("%+v %v", e, err)
	}
	_, err = h.SaveTemplate(wati, contract.SaveTemplate{ID: id, Content: content})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	_, err = h.PublishTemplate(rina, contract.TemplateDraft{ID: id, Save: 1})
	refused(t, err, fault.Denied, "own_draft")
	if before := h.called("siti", "b"); before.Subject != "A-041, silakan ke Ruang 3" {
		t.Errorf("a draft is told: %+v", before)
	}
	if e, err = h.PublishTemplate(wati, contract.TemplateDraft{ID: id, Save: 1}); err != nil || e.State != revision.Published || e.Public != content || len(e.History) != 1 || e.History[0].Author != "Rina" {
		t.Fatalf("%+v %v", e, err)
	}
	if after := h.called("siti", "c"); after.Subject != "Nomor A-041 ditunggu di Ruang 3" {
		t.Errorf("the next message says %q", after.Subject)
	}
	if v := h.text(`SELECT version::text FROM messages WHERE key = 'c'`); v != "1" {
		t.Errorf("version %s", v)
	}
	h.exec(`INSERT INTO inbox_settings (person_id, lang, changed_at) VALUES ('budi', 'jv', now())`)
	if after := h.called("budi", "c"); after.Subject != "A-041, mangga dhateng Ruang 3" {
		t.Errorf("an empty language says %q", after.Subject)
	}
	// Another agency goes on with the house's words.
	h.tell("siti", "d", func(n *inbox.Note) { n.Agency = "lain" })
	if other := h.newest("siti"); other.Subject != "A-041, silakan ke Ruang 3" {
		t.Errorf("%+v", other)
	}
	// All of it empty is the house's words again; what was stays readable.
	if e, err = h.SaveTemplate(wati, contract.SaveTemplate{ID: id}); err != nil || e.State != revision.Drafted || e.Drafted != (contract.Wording{}) {
		t.Fatalf("%+v %v", e, err)
	}
	if e, err = h.PublishTemplate(rina, contract.TemplateDraft{ID: id, Save: e.Draft.Save}); err != nil || len(e.History) != 2 {
		t.Fatalf("%+v %v", e, err)
	}
	if after := h.called("siti", "e"); after.Subject != "A-041, silakan ke Ruang 3" {
		t.Errorf("%+v", after)
	}
	if old, err := h.TemplateVersion(rina, contract.TemplateVersion{ID: id, Number: 1}); err != nil || old != content {
		t.Errorf("%+v %v", old, err)
	}
	if list, err = h.Templates(rina, contract.TemplatesOf{Agency: "dinas"}); err != nil {
		t.Fatal(err)
	}
	for _, l := range list.Items {
		if l.Kind == contract.TicketCalled && (l.Own || l.Version != 2 || l.State != revision.Published) {
			t.Errorf("%+v", l)
		}
	}
}

// A draft that was thrown away is gone, and the list says who writes what.
func TestTemplateDraftDiscarded(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	rina, wati := h.desk("rina", "dinas"), h.desk("wati", "dinas")
	id := contract.TemplateOf("dinas", contract.VisitOver)
	content := inbox.House(contract.VisitOver)
	content.EN.Subject = "{antrean}: how did it go?"
	if _, err := h.SaveTemplate(rina, contract.SaveTemplate{ID: id, Content: content}); err != nil {
		t.Fatal(err)
	}
	list, err := h.Templates(wati, contract.TemplatesOf{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range list.Items {
		if drafted := l.Draft != nil; drafted != (l.Kind == contract.VisitOver) || drafted && (l.Draft.Own || l.Draft.Author != "rina" && l.Draft.Author != "Rina") {
			t.Errorf("%+v", l)
		}
	}
	_, err = h.DiscardTemplate(wati, contract.TemplateDraft{ID: id, Save: 2})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	e, err := h.DiscardTemplate(wati, contract.TemplateDraft{ID: id, Save: 1})
	if err != nil || e.Draft != nil || e.Drafted != e.Public || e.State != revision.Fresh {
		t.Errorf("%+v %v", e, err)
	}
}

// The words of another agency are not there, nor are kinds that the house
// itself words.
func TestTemplatesThatAreNotTheirs(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	tono := h.desk("tono", "lain")
	for _, id := range []string{"dinas:queue_called", "lain:account_signin", "lain:tidak-ada", "lain", ":", "lain:queue_called\x00", "tidak-ada:queue_called"} {
		for name, err := range map[string]error{
			"template": second(h.Template(tono, contract.TemplateID{ID: id})),
			"version":  second(h.TemplateVersion(tono, contract.TemplateVersion{ID: id, Number: 1})),
			"save":     second(h.SaveTemplate(tono, contract.SaveTemplate{ID: id})),
			"discard":  second(h.DiscardTemplate(tono, contract.TemplateDraft{ID: id, Save: 1})),
			"publish":  second(h.PublishTemplate(tono, contract.TemplateDraft{ID: id, Save: 1})),
		} {
			if !fault.Is(err, fault.Unknown) {
				t.Errorf("%s of %q: %v", name, id, err)
			}
		}
	}
	_, err := h.Templates(tono, contract.TemplatesOf{Agency: "dinas"})
	refused(t, err, fault.Unknown, "unknown")
	if list, err := h.Templates(h.desk("ratu", ""), contract.TemplatesOf{Agency: "lain"}); err != nil || list.Agency.Name != "Dinas Lain" || len(list.Agencies) != 2 {
		t.Errorf("%+v %v", list, err)
	}
}
