package inbox_test

import (
	"context"
	"testing"

	callapi "rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
)

// staffed adds tono, who looks after the agency lain, and ratu, who looks
// after all of the regency. rina and wati look after dinas, as grants say.
func staffed(t *testing.T) *house {
	t.Helper()
	h := open(t)
	h.exec(`
INSERT INTO people (id, kind, name, created_at) VALUES ('tono', 'staff', 'Tono', now()), ('ratu', 'staff', 'Ratu', now());
INSERT INTO grants (id, person_id, role, agency_id, granted_at) VALUES ('g1', 'rina', 'agency', 'dinas', now()), ('g2', 'wati', 'agency', 'dinas', now()), ('g3', 'tono', 'agency', 'lain', now()), ('g4', 'ratu', 'regency', NULL, now())`)
	return h
}

// desk is a request of somebody who looks after an agency; "" for all.
func (h *house) desk(person, agency string) context.Context {
	role := access.Agency
	if agency == "" {
		role = access.Regency
	}
	name := h.text(`SELECT name FROM people WHERE id = $1`, person)
	return callapi.WithActor(h.t.Context(), access.Actor{ID: person, Name: name, Staff: true, Grants: []access.Grant{{Role: role, Agency: agency}}})
}

func refused(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.From(err); f == nil || f.Code != code || f.Key != key {
		t.Errorf("want %s %s, got %v", code, key, err)
	}
}

// newest is the message a person got last.
func (h *house) newest(person string) contract.Line {
	h.t.Helper()
	list, err := h.List(h.as(person), contract.ListOf{})
	if err != nil || len(list.Items) == 0 {
		h.t.Fatalf("%s has no message: %v", person, err)
	}
	return list.Items[0]
}
