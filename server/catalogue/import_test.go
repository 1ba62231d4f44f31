package catalogue_test

import (
	"context"
	"testing"
	"time"

	service "rumah/server/catalogue"
	"rumah/server/dbtest"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// A pack that is loaded again never undoes what an agency has written.
func TestImportKeepsWhatTheHouseWrote(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	ctx := context.Background()
	e, err := s.Save(as("Ani", ""), catalogue.SaveDraft{ID: "ktp-baru", Content: content("Kartu dari dinas")})
	if err == nil {
		_, err = s.Publish(as("Budi", ""), catalogue.DraftID{ID: "ktp-baru", Save: e.Draft.Save})
	}
	if err == nil {
		_, err = s.Retire(as("Budi", ""), catalogue.Retirement{ID: "kk-baru", Reason: "digabung"})
	}
	if err == nil { // a draft alone is no edit yet
		_, err = s.Save(as("Ani", ""), catalogue.SaveDraft{ID: "akta-kematian", Content: content("Masih ditulis")})
	}
	if err != nil {
		t.Fatal(err)
	}
	versions := func(id string) int {
		e, err := s.Edit(as("Ani", ""), catalogue.ID{ID: id})
		if err != nil {
			t.Fatal(err)
		}
		return len(e.History)
	}

	// The same again changes nothing.
	w.pack.Hash += "2"
	load(t, db, w.pack)
	if versions("ktp-baru") != 2 || versions("akta-kelahiran") != 1 {
		t.Error("loading the same again made versions")
	}

	// A changed pack: everything has a new summary, two services left.
	w.pack.Hash += "3"
	for i := range w.pack.Services {
		w.pack.Services[i].Content.Summary = "Ringkasan yang baru."
	}
	gone := []string{"ktp-baru", "akta-kelahiran"}
	w.pack.Services = append(w.pack.Services[1:3:3], w.pack.Services[4:]...)
	load(t, db, w.pack)
	if svc, err := s.Get(ctx, catalogue.ID{ID: gone[0]}); err != nil || svc.Content.Name != "Kartu dari dinas" || svc.Source.Title != "" {
		t.Errorf("%+v %v", svc, err)
	}
	if _, err := s.Get(ctx, catalogue.ID{ID: gone[1]}); !fault.Is(err, fault.Unknown) {
		t.Errorf("what left the pack is shown: %v", err)
	}
	if _, err := s.Get(ctx, catalogue.ID{ID: "kk-baru"}); !fault.Is(err, fault.Unknown) {
		t.Errorf("what the house retired is back: %v", err)
	}
	if svc, err := s.Get(ctx, catalogue.ID{ID: "akta-kematian"}); err != nil || svc.Version != 2 || svc.Content.Summary != "Ringkasan yang baru." || svc.Source.Title == "" {
		t.Errorf("%+v %v", svc, err)
	}
	if r, err := s.Find(ctx, catalogue.Query{}); err != nil || r.Total != 8+2 {
		t.Errorf("%d: %v", r.Total, err)
	}

	// What comes back to the pack is public again.
	again := made(t)
	again.pack.Hash += "4"
	load(t, db, again.pack)
	if _, err := s.Get(ctx, catalogue.ID{ID: gone[1]}); err != nil {
		t.Errorf("what came back is not shown: %v", err)
	}
}

// Loading twice costs nothing the second time.
func TestImportIsRepeatable(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	began := time.Now()
	if err := service.Import(context.Background(), db, w.pack); err != nil {
		t.Fatal(err)
	}
	t.Logf("the second time took %s", time.Since(began).Round(time.Microsecond))
	var n int
	if err := db.NewRaw("SELECT count(*) FROM revisions").Scan(context.Background(), &n); err != nil || n != len(w.pack.Services) {
		t.Errorf("%d versions: %v", n, err)
	}
}
