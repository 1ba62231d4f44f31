package catalogue_test

import (
	"context"
	"strings"
	"testing"

	"rumah/server/dbtest"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/place"
)

// A service is shown with all around it.
func TestGetAndTopics(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ctx := context.Background()
	svc, err := s.Get(ctx, catalogue.ID{ID: "ktp-baru"})
	if err != nil {
		t.Fatal(err)
	}
	if len(svc.Where) < 2 || len(svc.DaysOff) == 0 || svc.Source.Title == "" || svc.Version != 1 || !svc.Now.Equal(noon) {
		t.Errorf("%+v", svc)
	}
	for i, p := range svc.Where {
		if _, ok := svc.Schedules[p.Schedule]; !ok || p.Kind != place.District || i > 0 && svc.Where[i-1].Name > p.Name {
			t.Errorf("%+v", p)
		}
	}
	if svc.App == nil || svc.App.Host != "dukcapil.example.id" || len(svc.App.Services) != 1 {
		t.Errorf("%+v", svc.App)
	}
	if len(svc.Related) != 4 || svc.Related[0].Topic != catalogue.Papers || svc.Related[0].ID == svc.ID {
		t.Errorf("%+v", svc.Related)
	}
	if svc.QRSize < 21 || !strings.HasPrefix(svc.QR, "M0 0h7v1h-7z") {
		t.Errorf("%d %s", svc.QRSize, svc.QR)
	}
	o, err := s.Topics(ctx)
	if err != nil || o.Services != 10 || len(o.Topics) != 5 || o.Topics[0] != (catalogue.TopicCount{Topic: catalogue.Papers, Count: 6}) || len(o.Popular) != 6 || o.Popular[0].ID != "ktp-baru" || len(o.Apps) != 2 {
		t.Errorf("%+v %v", o, err)
	}
	app, err := s.App(ctx, catalogue.ID{ID: "antre-dokter"})
	if err != nil || app.Host != "" || app.Services == nil || app.AgencyName == "" {
		t.Errorf("%+v %v", app, err)
	}
	for _, id := range []string{"no-such-thing", "ktp-baru\x00"} {
		_, one := s.Get(ctx, catalogue.ID{ID: id})
		_, two := s.App(ctx, catalogue.ID{ID: id})
		if !fault.Is(one, fault.Unknown) || !fault.Is(two, fault.Unknown) {
			t.Errorf("%q: %v, %v", id, one, two)
		}
	}
}
