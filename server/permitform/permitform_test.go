package permitform_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/form"
	flow "rumah/shared/permit"
	contract "rumah/shared/permitform"
	"rumah/shared/revision"
)

// What one drafts another publishes; who applies then is asked the new
// questions, and who has begun keeps the old ones.
func TestAFormIsPublishedBySomebodyElse(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	begun, err := h.permits.Start(h.as("siti"), flow.Start{Service: "sktm", Place: "kantor-bebekan"})
	if err != nil {
		t.Fatal(err)
	}
	e := h.save("ani", 0, letter("nama", "untuk"))
	if e.State != revision.Drafted || !e.Draft.Own || e.Draft.Base != 1 || len(e.Drafted.Form.Sections[0].Questions) != 2 || len(e.Public.Form.Sections[0].Questions) != 1 {
		t.Errorf("draft %+v", e)
	}
	if _, ids := h.asked(); len(ids) != 1 {
		t.Errorf("a draft is asked already: %v", ids)
	}
	at := contract.DraftID{Service: "sktm", Save: 1}
	_, err = h.Publish(h.as("ani"), at)
	refused(t, err, fault.Denied, "own_draft")
	_, err = h.Publish(h.as("dina"), at)
	refused(t, err, fault.Unknown, "unknown")
	if e, err = h.Publish(h.as("budi"), at); err != nil || e.State != revision.Published || e.Draft != nil || len(e.History) != 2 || e.History[0].Author != "ani" || e.History[0].Note != "catatan" {
		t.Fatalf("%+v %v", e, err)
	}
	if version, ids := h.asked(); version != 2 || !slices.Equal(ids, []string{"nama", "untuk"}) {
		t.Errorf("version %d asks %v", version, ids)
	}
	kept, err := h.permits.Application(h.as("siti"), flow.ID{ID: begun.ID})
	if err != nil || len(kept.Form.Sections[0].Questions) != 1 {
		t.Errorf("what was begun is asked %+v, %v", kept.Form, err)
	}
	if _, err := h.permits.Send(h.as("siti"), flow.Send{ID: begun.ID, Answers: form.Answers{"nama": {Text: "Siti"}}}); err != nil {
		t.Errorf("what was begun cannot be sent: %v", err)
	}
	if e, err = h.Edit(h.as("ani"), contract.ServiceID{Service: "sktm"}); err != nil || e.Running != 1 {
		t.Errorf("%d run, %v", e.Running, err)
	}
	old, err := h.Version(h.as("ani"), contract.VersionID{Service: "sktm", Number: 1})
	if err != nil || !reflect.DeepEqual(old, letter("nama")) {
		t.Errorf("the first version says %+v, %v", old, err)
	}
	_, err = h.Version(h.as("ani"), contract.VersionID{Service: "sktm", Number: 3})
	refused(t, err, fault.Unknown, "unknown")
}

// The pack never goes over what an agency has written, and an older history
// comes along.
func TestThePackGivesWay(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	h.load(letter("nama"))
	h.load(letter("nama", "alamat"))
	if version, _ := h.asked(); version != 2 {
		t.Errorf("the pack made version %d", version)
	}
	h.save("ani", 0, letter("nama", "untuk"))
	if _, err := h.Publish(h.as("budi"), contract.DraftID{Service: "sktm", Save: 1}); err != nil {
		t.Fatal(err)
	}
	h.load(letter("nama"))
	h.load()
	if version, ids := h.asked(); version != 3 || !slices.Equal(ids, []string{"nama", "untuk"}) {
		t.Errorf("after another pack version %d asks %v", version, ids)
	}
	h.exec(`INSERT INTO permit_services (service_id, version, definition, form, published_at) VALUES ('izin', 1, '{"steps": []}', '{"sections": []}', now())`)
	h.load()
	e, err := h.Edit(h.as("dina"), contract.ServiceID{Service: "izin"})
	if err != nil || len(e.History) != 1 || e.History[0].Number != 1 || !e.Closed {
		t.Errorf("what an older house had loaded: %+v %v", e, err)
	}
}

// Whatever is wrong is told at its place, and nothing is kept of it.
func TestWrongFormsAreNotKept(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	for name, c := range map[string]struct {
		spoil func(*contract.Content)
		at    string
	}{
		"a condition on nothing": {func(c *contract.Content) {
			c.Form.Sections[0].Questions[0].When = &form.Rule{Ask: "umur", Op: form.Answered}
		}, "content.form.sections.0.questions.0.when.ask form_ask"},
		"no label":                      {func(c *contract.Content) { c.Form.Sections[0].Questions[0].Label = form.Text{} }, "content.form.sections.0.questions.0.label.id required"},
		"no question":                   {func(c *contract.Content) { c.Form.Sections = nil }, "content.form.sections required"},
		"nobody checks":                 {func(c *contract.Content) { c.Definition.Steps = c.Definition.Steps[1:] }, "content.definition.steps permit_check"},
		"nobody signs":                  {func(c *contract.Content) { c.Definition.Steps = c.Definition.Steps[:1] }, "content.definition.steps permit_product"},
		"nobody acts":                   {func(c *contract.Content) { c.Definition.Steps[1].Roles = nil }, "content.definition.steps.1.roles required"},
		"a bill for what is free":       {func(c *contract.Content) { c.Definition.Fee.Kind = catalogue.Levy }, "content.definition.fee.kind permit_bill"},
		"a formula that makes no sense": {func(c *contract.Content) { c.Definition.Fee.Formula = "25000 *" }, "content.definition.fee.formula form_stray"},
	} {
		content := letter("nama")
		c.spoil(&content)
		draft := contract.SaveDraft{Service: "sktm", Content: content}
		if got := faults(draft.Check()); len(got) == 0 || got[0] != c.at {
			t.Errorf("%s: %v, want %s", name, got, c.at)
		}
	}
	strange := letter("nama")
	strange.Definition.Steps[0].Agency = "kelautan"
	_, err := h.Save(h.as("ani"), contract.SaveDraft{Service: "sktm", Content: strange})
	if got := faults(err); !slices.Equal(got, []string{"content.definition.steps.0.agency choice"}) {
		t.Errorf("an agency that there is not: %v", got)
	}
	// What came to the shelf in another way is not published either.
	bad := letter("nama")
	bad.Form.Sections[0].Questions[0].Kind = "mystery"
	h.save("ani", 0, letter("nama", "dua"))
	h.exec(`UPDATE drafts SET content = jsonb_set(content, '{form,sections,0,questions,0,kind}', '"mystery"')`)
	_, err = h.Publish(h.as("budi"), contract.DraftID{Service: "sktm", Save: 1})
	if got := faults(err); len(got) != 1 || !strings.HasPrefix(got[0], "content.form.sections.0.questions.0.kind") {
		t.Errorf("a draft under older rules: %v", got)
	}
	if version, _ := h.asked(); version != 1 {
		t.Errorf("version %d", version)
	}
}

func faults(err error) (list []string) {
	if err == nil {
		return nil
	}
	for _, f := range fault.From(err).Fields {
		list = append(list, f.Name+" "+f.Key)
	}
	return list
}

// A service without a form begins with one that could be published as it is.
func TestANewServiceBeginsWithAForm(t *testing.T) {
	t.Parallel()
	h := open(t)
	for service, steps := range map[string]int{"sktm": 2, "baru": 4} {
		e, err := h.Edit(h.as("ani"), contract.ServiceID{Service: service})
		if err != nil || e.State != revision.Fresh || e.Closed || e.Draft != nil || len(e.Drafted.Definition.Steps) != steps {
			t.Fatalf("%+v %v", e, err)
		}
		if err := e.Drafted.Check(); err != nil {
			t.Errorf("%s begins with %v", service, err)
		}
		if _, err := h.Save(h.as("ani"), contract.SaveDraft{Service: service, Content: e.Drafted}); err != nil {
			t.Fatal(err)
		}
		if e, err = h.Publish(h.as("bupati"), contract.DraftID{Service: service, Save: 1}); err != nil || len(e.History) != 1 {
			t.Errorf("%+v %v", e, err)
		}
	}
}

// What is closed takes no new applications until something is published.
func TestClosingAndOpeningAgain(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	_, err := h.Close(h.as("dina"), contract.ServiceID{Service: "sktm"})
	refused(t, err, fault.Unknown, "unknown")
	for range 2 {
		e, err := h.Close(h.as("ani"), contract.ServiceID{Service: "sktm"})
		if err != nil || !e.Closed || len(e.Public.Form.Sections) != 1 {
			t.Fatalf("%+v %v", e, err)
		}
	}
	_, err = h.permits.Offer(t.Context(), flow.ServiceID{Service: "sktm"})
	refused(t, err, fault.Unknown, "unknown")
	h.load(letter("nama"))
	if _, err = h.permits.Offer(t.Context(), flow.ServiceID{Service: "sktm"}); err == nil {
		t.Error("the pack opened what its agency has closed")
	}
	h.save("ani", 0, letter("nama"))
	if e, err := h.Publish(h.as("budi"), contract.DraftID{Service: "sktm", Save: 1}); err != nil || e.Closed {
		t.Errorf("%+v %v", e, err)
	}
	if version, _ := h.asked(); version != 2 {
		t.Errorf("version %d", version)
	}
}

// Where too few people work is told, office by office.
func TestOfficesWithTooFewPeople(t *testing.T) {
	t.Parallel()
	h := open(t)
	e, err := h.Edit(h.as("ani"), contract.ServiceID{Service: "sktm"})
	want := []contract.Lack{{Place: flow.Named{ID: "kantor-celep", Name: "Kantor Celep"}, Step: "tanda-tangan", Key: "permit_few"}}
	if err != nil || !slices.Equal(e.Lacks, want) {
		t.Errorf("%+v %v", e.Lacks, err)
	}
	c := letter("nama")
	c.Definition.Steps[1].Roles = []access.Role{access.Counter}
	if e := h.save("ani", 0, c); len(e.Lacks) != 2 || e.Lacks[0].Key != "permit_nobody" || e.Lacks[0].Step != "tanda" {
		t.Errorf("%+v", e.Lacks)
	}
}

// Of two who publish at once one does, and the other is told.
func TestTwoWhoPublishAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	for round := range 5 {
		e, err := h.Edit(h.as("ani"), contract.ServiceID{Service: "sktm"})
		if err != nil {
			t.Fatal(err)
		}
		e.Drafted = letter("nama", fmt.Sprint("q", round))
		saved := h.save("ani", 0, e.Drafted)
		var won, lost int
		var lock sync.Mutex
		var wg sync.WaitGroup
		for _, who := range []string{"budi", "bupati", "budi"} {
			wg.Go(func() {
				_, err := h.Publish(h.as(who), contract.DraftID{Service: "sktm", Save: saved.Draft.Save})
				lock.Lock()
				defer lock.Unlock()
				switch {
				case err == nil:
					won++
				case fault.Is(err, fault.Conflict):
					lost++
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if version, _ := h.asked(); won != 1 || lost != 2 || version != round+2 {
			t.Fatalf("round %d: %d won, %d lost, version %d", round, won, lost, version)
		}
	}
}

func TestTheDeskListsOnlyOnesOwn(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.load(letter("nama"))
	h.save("ani", 0, letter("nama"))
	for i := range 60 {
		h.exec(`INSERT INTO services (id, agency_id, name, topic, own) VALUES (?, 'desa', ?, 'letters', true)`, fmt.Sprintf("s-%02d", i), fmt.Sprintf("Layanan %02d", i%30))
	}
	desk, err := h.Desk(h.as("ani"), contract.DeskFilter{})
	if err != nil || desk.Total != 62 || len(desk.Items) != 50 || desk.Items[0].Service != "sktm" || desk.Items[0].State != revision.Drafted || desk.Items[1].State != revision.Fresh {
		t.Fatalf("%+v %v", desk, err)
	}
	rest, err := h.Desk(h.as("ani"), contract.DeskFilter{After: desk.Next})
	if err != nil || len(rest.Items) != 12 || rest.Next != "" {
		t.Fatalf("%+v %v", rest, err)
	}
	seen := map[string]bool{}
	for _, l := range append(desk.Items, rest.Items...) {
		if seen[l.Service] || l.Agency != "Kantor Desa" {
			t.Errorf("%+v", l)
		}
		seen[l.Service] = true
	}
	if desk, err = h.Desk(h.as("ani"), contract.DeskFilter{Text: "mampu"}); err != nil || desk.Total != 1 {
		t.Errorf("%+v %v", desk, err)
	}
	if desk, err = h.Desk(h.as("bupati"), contract.DeskFilter{}); err != nil || desk.Total != 63 {
		t.Errorf("%+v %v", desk, err)
	}
	for _, bad := range []string{"x", "e30", "\x00"} {
		_, err = h.Desk(h.as("ani"), contract.DeskFilter{After: bad})
		refused(t, err, fault.Invalid, "cursor")
	}
	if desk, err = h.Desk(h.as("ani"), contract.DeskFilter{Text: "\x00"}); err != nil || len(desk.Items) != 0 {
		t.Errorf("%+v %v", desk, err)
	}
	_, err = h.Edit(h.as("ani"), contract.ServiceID{Service: "izin"})
	refused(t, err, fault.Unknown, "unknown")
}
