package demo

import (
	"context"
	"crypto/ed25519"
	"log/slog"
	"testing"
	"time"

	"github.com/uptrace/bun"
	"gocloud.dev/blob/memblob"

	"rumah/server/catalogue"
	"rumah/server/dbtest"
	"rumah/server/document"
	"rumah/server/identity"
	"rumah/server/permit"
	"rumah/server/place"
	"rumah/server/signer"
	"rumah/server/vault"
	"rumah/shared/calendar"
	"rumah/shared/proof"
)

// A house for trying out has applications in all stages that a desk knows,
// whatever the hour, and as many after the next start.
func TestPermitsInEveryStage(t *testing.T) {
	t.Parallel()
	db, ctx, pack := dbtest.DB(t), t.Context(), inUse(t)
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	files := memblob.OpenBucket(nil)
	defer files.Close()
	people := identity.New(db, func() time.Time { return sunday }, sunday.Location(), identity.Options{Vault: v, Log: slog.New(slog.DiscardHandler)})
	loc := sunday.Location()
	desk := Desk{Vault: v, Store: files, Pack: pack, Now: sunday, Loc: loc}
	desk.Issued = document.Options{Vault: v, Store: files, Region: pack.Info.Region, Town: pack.Info.RegionShort, App: pack.Info.App, Email: func(context.Context, string) (string, error) { return "", nil }}
	own := func() (err error) {
		if desk.Issued.Key, err = document.Keep(ctx, db, v, false, nil, pack.Info.Region, sunday, loc); err != nil {
			return err
		}
		desk.Issued.Signer, err = signer.NewOwn(desk.Issued.Key.Secret, desk.Issued.Key.Certificate)
		return err
	}
	for _, load := range []func() error{
		func() error { return place.Import(ctx, db, pack) }, func() error { return catalogue.Import(ctx, db, pack) }, func() error { return permit.Import(ctx, db, pack) },
		func() error { return people.MakeUp(ctx, People(pack)) },
		own,
		func() error { return Permits(ctx, db, desk) },
		func() error { desk.Now = sunday.AddDate(0, 0, 1); return Permits(ctx, db, desk) },
	} {
		if err := load(); err != nil {
			t.Fatal(err)
		}
	}
	var n, stages, mine, late int
	err = db.NewRaw(`SELECT count(*), count(DISTINCT stage), count(officer_id), count(*) FILTER (WHERE due_at < ?) FROM applications WHERE version > 0`, sunday).Scan(ctx, &n, &stages, &mine, &late)
	var genuine int
	for _, code := range codes(t, db) {
		if r := proof.Verify(code, []proof.Key{{Number: desk.Issued.Key.Number, Public: desk.Issued.Key.Private.Public().(ed25519.PublicKey), From: calendar.DateOf(sunday)}}, nil, sunday); r.Status == proof.Genuine && !r.Certified {
			genuine++
		}
	}
	if genuine != 2 {
		t.Errorf("%d genuine letters", genuine)
	}
	if err != nil || n != len(scenes) || stages < 5 || mine < 4 || late < 1 {
		t.Errorf("%d applications in %d stages, %d with somebody, %d late: %v", n, stages, mine, late, err)
	}
}

// codes are those of all letters.
func codes(t *testing.T, db *bun.DB) (list []string) {
	t.Helper()
	if err := db.NewRaw(`SELECT code FROM documents`).Scan(t.Context(), &list); err != nil {
		t.Fatal(err)
	}
	return list
}
