package api_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"rumah/server/api"
	"rumah/server/dbtest"
	"rumah/shared/access"
	shared "rumah/shared/api"
	"rumah/shared/codegen/fixture"
	"rumah/shared/fault"
)

func always(int) bool { return true }

// A try that its server did not survive is made again; should it come back
// from the dead, it changes nothing.
func TestAbandonedTry(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	keys, ctx := api.Keys{DB: db, Vault: safe(t)}, context.Background()
	say := func(word string) func() (int, []byte) {
		return func() (int, []byte) { return 200, []byte(word) }
	}
	_, body, err := keys.Do(ctx, "a", "op", someKey, []byte("c"), func() (int, []byte) {
		if _, _, err := keys.Do(ctx, "a", "op", someKey, []byte("c"), say("early"), always); fault.From(err).Key != "in_progress" {
			t.Errorf("a second try beside the first: %v", err)
		}
		if _, err := db.ExecContext(ctx, `UPDATE idempotency_keys SET created_at = created_at - interval '1 hour'`); err != nil {
			t.Error(err)
		}
		if _, body, err := keys.Do(ctx, "a", "op", someKey, []byte("c"), say("second"), always); err != nil || string(body) != "second" {
			t.Errorf("after an hour: %s %v", body, err)
		}
		return 200, []byte("first")
	}, always)
	if err != nil || string(body) != "second" {
		t.Errorf("the first try is answered %q %v, want what was kept", body, err)
	}
	if _, body, err := keys.Do(ctx, "a", "op", someKey, []byte("c"), say("third"), always); err != nil || string(body) != "second" {
		t.Errorf("kept is %q %v", body, err)
	}
}

// Whose key it is matters: another actor and another operation are not
// answered with somebody else's answer.
func TestKeysAreOnesOwn(t *testing.T) {
	t.Parallel()
	keys, ctx := api.Keys{DB: dbtest.DB(t), Vault: safe(t)}, context.Background()
	for _, owner := range [][2]string{{"a", "op"}, {"b", "op"}, {"a", "other"}, {"", "op"}} {
		answer := owner[0] + owner[1]
		_, body, err := keys.Do(ctx, owner[0], owner[1], someKey, []byte("c"), func() (int, []byte) { return 200, []byte(answer) }, always)
		if err != nil || string(body) != answer {
			t.Errorf("%v: %q %v", owner, body, err)
		}
	}
}

func TestForget(t *testing.T) {
	t.Parallel()
	db := dbtest.DB(t)
	keys, ctx := api.Keys{DB: db, Vault: safe(t)}, context.Background()
	for _, key := range []string{"old", "new"} {
		if _, _, err := keys.Do(ctx, "a", "op", key, []byte("c"), func() (int, []byte) { return 200, nil }, always); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.ExecContext(ctx, `UPDATE idempotency_keys SET created_at = now() - interval '49 hours' WHERE key = 'old'`); err != nil {
		t.Fatal(err)
	}
	if err := keys.Forget(ctx, 48*time.Hour); err != nil {
		t.Fatal(err)
	}
	var left []string
	if err := db.NewRaw(`SELECT key FROM idempotency_keys`).Scan(ctx, &left); err != nil || len(left) != 1 || left[0] != "new" {
		t.Errorf("left are %v, %v", left, err)
	}
}

// A try that failed under another's hands leaves nothing behind: whoever
// looked for its answer is asked to come again.
func TestKeyThatWasGivenBack(t *testing.T) {
	t.Parallel()
	keys, ctx := api.Keys{DB: dbtest.DB(t), Vault: safe(t)}, context.Background()
	if _, _, err := keys.Do(ctx, "a", "op", someKey, []byte("c"), func() (int, []byte) { return 500, nil }, func(int) bool { return false }); err != nil {
		t.Fatal(err)
	}
	if _, _, err := keys.Before(ctx, "a", "op", someKey, []byte("c")); fault.From(err).Key != "in_progress" {
		t.Errorf("%v", err)
	}
}

// A service that keeps the keys itself is told the key; without one nothing
// reaches it.
func TestKeysOfAService(t *testing.T) {
	t.Parallel()
	_, client := serve(t, citizens{}, &shop{})
	const key = "reservation-key-01"
	loan, err := client.Reserve(shared.WithKey(context.Background(), key), fixture.ID{ID: "drill"})
	if err != nil || loan.Code != key {
		t.Errorf("told %q, %v", loan.Code, err)
	}
	if _, err := client.Reserve(context.Background(), fixture.ID{ID: "drill"}); !fault.Is(err, fault.Invalid) {
		t.Errorf("without a key: %v", err)
	}
}

// citizens is the guard of a house where everybody is one.
type citizens struct{}

func (citizens) Actor(*http.Request) (access.Actor, error) { return acting("a", access.Citizen), nil }
