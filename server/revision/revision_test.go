package revision_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/dbtest"
	"rumah/server/revision"
	"rumah/shared/access"
	"rumah/shared/fault"
	shared "rumah/shared/revision"
)

type note struct {
	Text string `json:"text"`
}

var shelf = revision.Shelf[note]{Kind: "place"}

var (
	at   = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	ani  = access.Actor{ID: "1", Name: "Ani"}
	budi = access.Actor{ID: "2", Name: "Budi"}
)

func save(db bun.IDB, who access.Actor, save int, text string) error {
	return shelf.Save(context.Background(), db, revision.Write[note]{ID: "kantor", Save: save, Base: 1, Content: note{text}, Author: who, At: at})
}

func refused(t *testing.T, err error, code fault.Code, key string) {
	t.Helper()
	if f := fault.From(err); f == nil || f.Code != code || f.Key != key {
		t.Errorf("want %s %s, got %v", code, key, err)
	}
}

// What one drafts another publishes, and it stays readable.
func TestDraftBecomesVersion(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	ctx := context.Background()
	if d, err := shelf.Draft(ctx, db, "kantor"); err != nil || d != nil || d.For(ani) != nil {
		t.Errorf("%+v %v", d, err)
	}
	refused(t, save(db, ani, 1, "belum pernah dibaca"), fault.Conflict, "edited_meanwhile")
	if err := save(db, ani, 0, "satu"); err != nil {
		t.Fatal(err)
	}
	refused(t, save(db, budi, 0, "lain"), fault.Conflict, "edited_meanwhile")
	if err := save(db, budi, 1, "dua"); err != nil {
		t.Fatal(err)
	}
	d, err := shelf.Draft(ctx, db, "kantor")
	if err != nil || d.Content.Text != "dua" || d.Save != 2 || d.Base != 1 || d.For(ani).Own || !d.For(budi).Own || !d.At.Equal(at) {
		t.Fatalf("%+v %v", d, err)
	}
	_, err = shelf.Publish(ctx, db, "kantor", 2, budi, at)
	refused(t, err, fault.Denied, "own_draft")
	_, err = shelf.Publish(ctx, db, "kantor", 1, ani, at)
	refused(t, err, fault.Conflict, "edited_meanwhile")
	v, err := shelf.Publish(ctx, db, "kantor", 2, ani, at)
	if err != nil || v.Number != 1 || v.Content.Text != "dua" {
		t.Fatalf("%+v %v", v, err)
	}
	_, err = shelf.Publish(ctx, db, "kantor", 2, ani, at)
	refused(t, err, fault.Conflict, "edited_meanwhile")
	history, err := shelf.History(ctx, db, "kantor")
	if want := (shared.Version{Number: 1, Author: "Budi", Publisher: "Ani", PublishedAt: at}); err != nil || len(history) != 1 || history[0] != want {
		t.Errorf("%+v %v", history, err)
	}
	if c, err := shelf.Content(ctx, db, "kantor", 1); err != nil || c.Text != "dua" {
		t.Errorf("%+v %v", c, err)
	}
	_, err = shelf.Content(ctx, db, "kantor", 2)
	refused(t, err, fault.Unknown, "unknown")
	if history, err := (revision.Shelf[note]{Kind: "service"}).History(ctx, db, "kantor"); err != nil || len(history) != 0 {
		t.Errorf("another kind has the same history: %+v %v", history, err)
	}
}

// Nothing changes a version, not even by hand, and nobody publishes alone.
func TestHistoryIsOnlyAddedTo(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	ctx := context.Background()
	if _, err := shelf.Add(ctx, db, "kantor", revision.Version[note]{Version: shared.Version{PublishedAt: at}, Content: note{"satu"}}); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		`UPDATE revisions SET content = '{}'`, `DELETE FROM revisions`, `TRUNCATE revisions`, `UPDATE revisions SET note = 'x' WHERE number = 99`,
	} {
		if _, err := db.ExecContext(ctx, sql); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", sql, err)
		}
	}
	_, err := shelf.Add(ctx, db, "kantor", revision.Version[note]{AuthorID: "1", PublisherID: "1"})
	if err == nil {
		t.Error("somebody published alone")
	}
	if history, err := shelf.History(ctx, db, "kantor"); err != nil || len(history) != 1 {
		t.Errorf("%+v %v", history, err)
	}
}

// Of many who save at once exactly one wins, also on the very first draft.
func TestManyWhoSaveAtOnce(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	for round := range 10 {
		var won, lost int
		var lock sync.Mutex
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				err := save(db, ani, round, "bersama")
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
		if won != 1 || lost != 3 {
			t.Fatalf("round %d: %d won, %d lost", round, won, lost)
		}
	}
}
