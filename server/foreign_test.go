package main

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rumah/server/api"
	"rumah/server/dbtest"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/catalogue"
	"rumah/shared/identity"
	"rumah/shared/queue"
)

// find is the first of everybody whom yes describes.
func find(t *testing.T, people []*somebody, yes func(*somebody) bool) *somebody {
	t.Helper()
	for _, s := range people {
		if yes(s) {
			return s
		}
	}
	t.Fatal("nobody like that in the pack")
	return nil
}

func holds(role access.Role) func(*somebody) bool {
	return func(s *somebody) bool { return len(s.actor.Grants) == 1 && s.actor.Grants[0].Role == role }
}

// A wellFormed body for each operation that names something of somebody's,
// so that it is refused for whose it is and for nothing else.
const (
	service  = `{"name":"Nama","summary":"Ringkasan yang cukup panjang.","topic":"papers","promise":{"unit":"none"},"fee":{"kind":"free"}}`
	where    = `{"name":"Nama","week":[]}`
	counters = `{"name":"Nama","prefix":"Z","stage":"single","share":1,"usual":60,"week":[],"counters":[{"name":"Loket"}]}`
)

// attempt is an operation with something that is not theirs.
type attempt struct {
	as         *somebody
	operation  string
	path, body string
}

// refused reports whether an answer says that there is no such thing. Whom a
// number is for is a choice among the own family, and said to be none.
func (a attempt) refused(status int, body string) bool {
	if a.operation == "queue.Take" || a.operation == "permit.Start" {
		return status == http.StatusUnprocessableEntity && strings.Contains(body, `"choice"`)
	}
	return status == http.StatusNotFound || status == http.StatusForbidden
}

// setUp closes a queue of an agency for a day, and hangs up a board.
func setUp(t *testing.T, admin queue.Client) (line, leave, board string) {
	t.Helper()
	ctx := context.Background()
	setups, err := admin.Setups(ctx, queue.SetupsOf{})
	if err != nil || len(setups.Items) == 0 {
		t.Fatal(err)
	}
	line = setups.Items[len(setups.Items)-1].ID
	closed, err := admin.Absent(callapi.WithKey(ctx, "a-key-that-is-long-enough-too"), queue.NewLeave{ID: line, From: "2099-01-01", To: "2099-01-01", Reason: "Rapat Rahasia"})
	if err != nil {
		t.Fatal(err)
	}
	made, err := admin.Install(ctx, queue.NewDevice{Kind: queue.Board, Name: "Papan Rahasia", Place: setups.Items[0].PlaceID})
	if err != nil {
		t.Fatal(err)
	}
	return line, closed.Leaves[0].ID, made.Device.ID
}

// What belongs to one person or agency is not there for another: every
// operation that takes an id is called with a real one by somebody who holds
// the right role for the wrong people.
func TestNobodyReachesWhatIsNotTheirs(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	pack, err := loadPack("")
	if err != nil {
		t.Fatal(err)
	}
	db := dbtest.URL(t)
	p := launch(t, nil, "-database", db, "-unlimited", "-log", "error")
	p.ready(t)
	base := "http://" + p.addr
	people := everybody(t, base, pack)
	citizens := []*somebody{}
	for _, s := range people {
		if s.actor.ID != "" && !s.actor.Staff {
			citizens = append(citizens, s)
		}
	}
	admin := find(t, people, holds(access.Agency))
	other := find(t, people, func(s *somebody) bool { return holds(access.Agency)(s) && s.agency != admin.agency })
	verifier := find(t, people, holds(access.Verifier))

	saved, err := citizens[0].identity(base).AddMember(callapi.WithKey(ctx, "a-key-that-is-long-enough"), identity.NewMember{Name: "Dimas Rahasia", Relation: identity.Child, Born: "2020-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	sessions, err := citizens[0].identity(base).Sessions(ctx)
	if err != nil {
		t.Fatal(err)
	}
	staff, err := admin.identity(base).Staff(ctx, identity.StaffFilter{})
	if err != nil {
		t.Fatal(err)
	}
	colleague := identity.StaffLine{}
	for _, line := range staff.Items {
		if line.ID == verifier.actor.ID {
			colleague = line
		}
	}
	invitation, err := admin.identity(base).Invite(ctx, identity.Invite{Name: "Wati Rahasia", Email: "wati@contoh.id", Role: access.Counter, Agency: admin.agency})
	if err != nil {
		t.Fatal(err)
	}
	desk, err := catalogue.Client{Caller: api.HTTP{Base: base, Client: admin.http}}.Desk(ctx, catalogue.DeskFilter{})
	if err != nil || len(desk.Items) == 0 {
		t.Fatal(err)
	}
	place := ""
	for _, at := range pack.Places {
		if at.Agency == admin.agency {
			place = at.ID
		}
	}
	line, leave, board := setUp(t, queue.Client{Caller: api.HTTP{Base: base, Client: admin.http}})
	tried := map[string]bool{}
	for _, c := range slices.Concat(tryLine(t, base, people, citizens[0], citizens[1], saved.Me.Family[0]), tryInbox(t, base, people, citizens[0], citizens[1]), tryPermit(t, base, people, citizens[0], citizens[1], saved.Me.Family[0]), tryPaper(t, base, db, people, citizens[0], citizens[1], saved.Me.Family[0]), tryForms(other, desk.Items[0].ID), []attempt{
		{citizens[1], "identity.SaveMember", "/api/identity/family/" + saved.Me.Family[0].ID, `{"name":"Dicuri"}`},
		{citizens[1], "identity.RemoveMember", "/api/identity/family/" + saved.Me.Family[0].ID, ""},
		{citizens[1], "identity.EndSession", "/api/identity/sessions/" + sessions.Items[0].ID, ""},
		{citizens[1], "identity.RemovePasskey", "/api/identity/passkeys/" + sessions.Items[0].ID, ""},
		{other, "identity.Withdraw", "/api/identity/staff/invitations/" + invitation.ID, ""},
		{other, "identity.Grant", "/api/identity/staff/" + colleague.ID + "/grants", `{"role":"counter","agency":"` + other.agency + `"}`},
		{other, "identity.Revoke", "/api/identity/staff/" + colleague.ID + "/grants/" + colleague.Grants[0].ID, ""},
		{other, "identity.Invite", "/api/identity/staff/invitations", `{"name":"Aku","email":"aku@contoh.id","role":"agency","agency":"` + admin.agency + `"}`},
		{other, "queue.Setup", "/api/queue/admin/queues/" + line, ""},
		{other, "queue.Configure", "/api/queue/admin/queues/" + line, `{"save":1,"content":` + counters + `}`},
		{other, "queue.Absent", "/api/queue/admin/queues/" + line + "/leaves", `{"from":"2099-01-01","to":"2099-01-02","reason":"bukan urusanku"}`},
		{other, "queue.Present", "/api/queue/admin/queues/" + line + "/leaves/" + leave, ""},
		{other, "queue.Revoke", "/api/queue/admin/devices/" + board, ""},
		{other, "queue.Figures", "/api/queue/admin/figures?queue=" + line, ""},
		{other, "catalogue.Edit", "/api/services/desk/" + desk.Items[0].ID, ""},
		{other, "catalogue.Version", "/api/services/desk/" + desk.Items[0].ID + "/versions/1", ""},
		{other, "catalogue.Create", "/api/services/desk", `{"id":"milik-orang","agency":"` + admin.agency + `","content":` + service + `}`},
		{other, "catalogue.Save", "/api/services/desk/" + desk.Items[0].ID + "/draft", `{"content":` + service + `}`},
		{other, "catalogue.Discard", "/api/services/desk/" + desk.Items[0].ID + "/draft/1", ""},
		{other, "catalogue.Publish", "/api/services/desk/" + desk.Items[0].ID + "/draft/1/publish", ""},
		{other, "catalogue.Retire", "/api/services/desk/" + desk.Items[0].ID + "/retire", `{"reason":"tidak perlu lagi"}`},
		{other, "place.Edit", "/api/places/desk/" + place, ""},
		{other, "place.Version", "/api/places/desk/" + place + "/versions/1", ""},
		{other, "place.Save", "/api/places/desk/" + place + "/draft", `{"content":` + where + `}`},
		{other, "place.Discard", "/api/places/desk/" + place + "/draft/1", ""},
		{other, "place.Publish", "/api/places/desk/" + place + "/draft/1/publish", ""},
		{other, "place.Settle", "/api/places/desk/" + place + "/corrections/K-DEM1/settle", ""},
		{other, "partner.Hospital", "/api/partner/bpjs/" + place, ""},
		{other, "partner.Configure", "/api/partner/bpjs/" + place, `{}`},
		{other, "partner.Admit", "/api/partner/bpjs/" + place + "/password", `{"username":"bpjs"}`},
		{other, "partner.Probe", "/api/partner/bpjs/" + place + "/probe", ""},
		{other, "partner.Outbox", "/api/partner/bpjs/" + place + "/outbox", ""},
		{other, "partner.Patients", "/api/partner/bpjs/" + place + "/patients", `{"text":"1,3512345678987654,"}`},
		{other, "partner.Operations", "/api/partner/bpjs/" + place + "/operations", `{"text":"OP1,2026-12-01,Katarak,MAT,Mata,,0"}`},
		{other, "partner.Settle", "/api/partner/bpjs/" + place + "/outbox/1", `{"action":"retry"}`},
	}) {
		method := ""
		for _, op := range api.Operations {
			if op.ID == c.operation {
				method = op.Method
			}
		}
		if method == "" {
			t.Errorf("%s is no operation", c.operation)
			continue
		}
		tried[c.operation] = true
		r, err := http.NewRequest(method, base+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		if c.operation == "paper.Add" {
			r.Header.Set("Content-Type", "application/octet-stream")
		}
		r.Header.Set(api.KeyHeader, "a-key-for-what-is-not-mine")
		answer, err := c.as.http.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if !c.refused(answer.StatusCode, string(body)) || strings.Contains(string(body), "Rahasia") {
			t.Errorf("%s as %s: %d %s", c.operation, c.as.name, answer.StatusCode, body)
		}
	}
	// Whoever adds an operation with an id adds it above, or says here whose
	// business it is.
	open := map[string]string{
		"identity.OpenPerson": "any verifier, and the citizen sees it", "identity.VerifyPerson": "any verifier",
	}
	for _, op := range api.Operations {
		if op.Role != access.Anyone && strings.Contains(op.Path, "{") && !tried[op.ID] && open[op.ID] == "" {
			t.Errorf("%s takes an id and is not tried with another's", op.ID)
		}
	}
}
