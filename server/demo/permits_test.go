package demo

import (
	"log/slog"
	"testing"
	"time"

	"gocloud.dev/blob/memblob"

	"rumah/server/catalogue"
	"rumah/server/dbtest"
	"rumah/server/identity"
	"rumah/server/permit"
	"rumah/server/place"
	"rumah/server/vault"
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
	for _, load := range []func() error{
		func() error { return place.Import(ctx, db, pack) }, func() error { return catalogue.Import(ctx, db, pack) }, func() error { return permit.Import(ctx, db, pack) },
		func() error { return people.MakeUp(ctx, People(pack)) },
		func() error { return Permits(ctx, db, v, files, pack, sunday, sunday.Location()) },
		func() error { return Permits(ctx, db, v, files, pack, sunday.AddDate(0, 0, 1), sunday.Location()) },
	} {
		if err := load(); err != nil {
			t.Fatal(err)
		}
	}
	var n, stages, mine, late int
	err = db.NewRaw(`SELECT count(*), count(DISTINCT stage), count(officer_id), count(*) FILTER (WHERE due_at < ?) FROM applications WHERE version > 0`, sunday).Scan(ctx, &n, &stages, &mine, &late)
	if err != nil || n != len(scenes) || stages < 5 || mine < 4 || late < 1 {
		t.Errorf("%d applications in %d stages, %d with somebody, %d late: %v", n, stages, mine, late, err)
	}
}
