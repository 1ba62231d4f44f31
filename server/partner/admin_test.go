package partner_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"rumah/server/partner"
	"rumah/shared/fault"
	contract "rumah/shared/partner"
)

// What an agency sets up is its own; secrets are kept sealed, told once and
// never again, and do not go to another address.
func TestConnection(t *testing.T) {
	t.Parallel()
	h := open(t)
	id := contract.PlaceID{Place: hospital}
	c, err := h.s.Hospital(boss(), id)
	if err != nil || c.Username != "bpjs" || c.Address != "https://rumah.example.id/bpjs/rsud-a" || c.Secret || c.Days != 7 || !c.Registers {
		t.Fatalf("%+v %v", c, err)
	}
	for _, agency := range []string{"other", "rsu"} {
		if _, err := h.s.Hospital(as(agency), id); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s reads it: %v", agency, err)
		}
		if _, err := h.s.Admit(as(agency), contract.Admit{Place: hospital, Username: "thief"}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s changes it: %v", agency, err)
		}
		if list, err := h.s.Hospitals(as(agency)); err != nil || len(list.Items) != 0 {
			t.Errorf("%s lists it: %+v %v", agency, list, err)
		}
	}
	if list, err := h.s.Hospitals(as("")); err != nil || len(list.Items) != 2 { // the regency admin
		t.Errorf("%+v %v", list, err)
	}
	change := contract.Configure{Place: hospital, Save: c.Save, BaseURL: "https://apijkn.example.id/antreanrs", ConsID: consID, Secret: secret, UserKey: key, Days: 30}
	if _, err := h.s.Configure(boss(), contract.Configure{Place: hospital, Save: c.Save, BaseURL: "https://apijkn.example.id", ConsID: consID}); fault.From(err) == nil || len(fault.From(err).Fields) != 2 {
		t.Errorf("%v", err)
	}
	if c, err = h.s.Configure(boss(), change); err != nil || !c.Secret || !c.UserKey || c.ConsID != consID || c.Days != 30 {
		t.Fatalf("%+v %v", c, err)
	}
	if _, err = h.s.Configure(boss(), change); !fault.Is(err, fault.Conflict) {
		t.Errorf("an older page saved: %v", err)
	}
	change.Save, change.Secret, change.UserKey = c.Save, "", ""
	if c, err = h.s.Configure(boss(), change); err != nil || !c.Secret {
		t.Fatalf("%+v %v", c, err)
	}
	change.Save, change.BaseURL = c.Save, "https://thief.example.id"
	if _, err = h.s.Configure(boss(), change); !fault.Is(err, fault.Invalid) {
		t.Errorf("the secret went to another address: %v", err)
	}
	var leaks int
	if err := h.db.NewRaw(`SELECT count(*) FROM bpjs_hospitals h WHERE h::text LIKE ? OR position(?::bytea IN sealed) > 0 OR h::text LIKE ?`, "%"+secret+"%", []byte(secret), "%"+h.password+"%").Scan(t.Context(), &leaks); err != nil || leaks != 0 {
		t.Errorf("%d, %v", leaks, err)
	}
	// A new password ends the old one and its tokens.
	old := h.password
	in, err := h.s.Admit(boss(), contract.Admit{Place: hospital, Username: "bpjs"})
	if err != nil || in.Password == old || len(in.Password) < 20 {
		t.Fatalf("%+v %v", in, err)
	}
	r := httptest.NewRequest("POST", "/bpjs/rsud-a/statusantrean", strings.NewReader("{}"))
	r.Header.Set("x-username", "bpjs")
	r.Header.Set("x-token", h.token)
	if status, _ := h.do(r); status != 401 {
		t.Errorf("an old token: %d", status)
	}
	h.enter(hospital, "bpjs", in.Password)
}

// Whoever looks after an agency looks after the hospitals below it, and after
// no others.
func TestHospitalsBelow(t *testing.T) {
	t.Parallel()
	h := open(t)
	if _, err := h.db.ExecContext(t.Context(), `INSERT INTO agencies (id, code, short, name, kind, source_id) VALUES ('dinas', 'd', 'd', 'Dinas', 'office', 's'); UPDATE agencies SET parent_id = 'dinas' WHERE id = 'rsud'`); err != nil {
		t.Fatal(err)
	}
	for agency, sees := range map[string]bool{"dinas": true, "rsud": true, "other": false} {
		list, err := h.s.Hospitals(as(agency))
		if err != nil || (len(list.Items) > 0) != sees {
			t.Errorf("%s sees %+v %v", agency, list.Items, err)
		}
		if _, err := h.s.Hospital(as(agency), contract.PlaceID{Place: hospital}); (err == nil) != sees {
			t.Errorf("%s opens it: %v", agency, err)
		}
	}
}

// What we send must not reach a machine beside ours.
func TestAddressesOutside(t *testing.T) {
	t.Parallel()
	h := open(t)
	s := partner.New(h.db, h.clock.get, wib, partner.Options{Vault: h.vault, Lines: h.lines, Log: silent})
	for _, address := range []string{
		"http://apijkn.example.id", "https://127.0.0.1/x", "https://[::1]/x", "https://localhost/x", "https://db/x", "https://printer.local", "https://user:pw@apijkn.example.id",
		"https://apijkn.example.id:8443", "ftp://apijkn.example.id", "apijkn.example.id", "https://apijkn.example.id/?a=b", "https://",
	} {
		_, err := s.Configure(boss(), contract.Configure{Place: "rsud-b", BaseURL: address, ConsID: consID, Secret: secret, UserKey: key})
		if f := fault.From(err); f == nil || f.Code != fault.Invalid || f.Fields[0].Key != "partner_url" {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := s.Configure(boss(), contract.Configure{Place: "rsud-b", BaseURL: "https://apijkn.bpjs.example.id/antreanrs/", ConsID: consID, Secret: secret, UserKey: key}); err != nil {
		t.Error(err)
	}
}
