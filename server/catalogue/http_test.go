package catalogue_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/api/apitest"
	service "rumah/server/catalogue"
	"rumah/server/dbtest"
	"rumah/server/place"
	"rumah/server/vault"
	"rumah/shared/access"
	wire "rumah/shared/api"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// named is a guard that takes everybody for who they say they are: an admin
// of the agency they name.
type named struct{}

func (named) Actor(r *http.Request) (access.Actor, error) {
	name := r.Header.Get("X-Name")
	if name == "" {
		return access.Actor{}, nil
	}
	return access.Actor{ID: name, Name: name, Staff: true, Grants: []access.Grant{{Role: access.Agency, Agency: r.Header.Get("X-Agency")}}}, nil
}

// house is the two contracts over HTTP.
func house(t *testing.T) (w town, m *api.Mux, server *httptest.Server) {
	t.Helper()
	db := dbtest.DB(t)
	w = made(t)
	load(t, db, w.pack)
	safe, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	m = api.New(api.Config{Guard: named{}, Once: api.Keys{DB: db, Vault: safe}})
	service.Mount(m, open(db))
	place.Mount(m, place.New(db, func() time.Time { return noon }, wib))
	server = httptest.NewServer(m)
	t.Cleanup(server.Close)
	return w, m, server
}

// From the desk to the reader over the wire, by two people.
func TestServiceOverHTTP(t *testing.T) {
	t.Parallel()
	w, _, server := house(t)
	ctx := context.Background()
	client := func(name, agency string) catalogue.Client {
		header := http.Header{}
		if name != "" {
			header = http.Header{"X-Name": {name}, "X-Agency": {agency}}
		}
		return catalogue.Client{Caller: api.HTTP{Base: server.URL, Client: server.Client(), Header: header}}
	}
	guest, ani, budi := client("", ""), client("Ani", w.above), client("Budi", w.above)
	_, err := guest.Desk(ctx, catalogue.DeskFilter{})
	if !fault.Is(err, fault.Signin) {
		t.Errorf("a guest at the desk: %v", err)
	}
	e, err := ani.Create(wire.WithKey(ctx, "begun-by-ani-0123456789"), catalogue.NewService{ID: "izin-keramaian", Agency: w.below, Content: content("Izin Keramaian")})
	if err != nil {
		t.Fatal(err)
	}
	if e, err = budi.Publish(ctx, catalogue.DraftID{ID: e.ID, Save: e.Draft.Save}); err != nil || len(e.History) != 1 {
		t.Fatalf("%+v %v", e, err)
	}
	r, err := guest.Find(ctx, catalogue.Query{Text: "keramean"})
	if err != nil || len(r.Items) != 1 || r.Items[0].ID != "izin-keramaian" || r.Read != "keramaian" {
		t.Errorf("%+v %v", r, err)
	}
	svc, err := guest.Get(ctx, catalogue.ID{ID: "izin-keramaian"})
	if err != nil || svc.Content.Name != "Izin Keramaian" || svc.QR == "" {
		t.Errorf("%+v %v", svc, err)
	}
	if _, err := client("Citra", w.other).Edit(ctx, catalogue.ID{ID: "izin-keramaian"}); !fault.Is(err, fault.Unknown) {
		t.Errorf("somebody else's service: %v", err)
	}
}

// Whatever an admin of everything sends, there is a clear answer.
func TestHostileAdmin(t *testing.T) {
	t.Parallel()
	_, m, server := house(t)
	client := &http.Client{Transport: admin{}}
	apitest.Attack(t, server.URL, client, m.Operations())
}

// admin signs every request.
type admin struct{}

func (admin) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Name", "Admin")
	return http.DefaultTransport.RoundTrip(r)
}
