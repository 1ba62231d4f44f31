package push_test

import (
	"sync"
	"testing"

	webpush "github.com/SherClockHolmes/webpush-go"

	"rumah/server/dbtest"
	"rumah/server/push"
	"rumah/server/vault"
)

// A house has one pair of keys for good, also when several servers make it at
// the same moment: browsers subscribe to it. With another secret it is not
// opened, and no other is made in its place.
func TestKeep(t *testing.T) {
	t.Parallel()
	db := dbtest.Open(t)
	v, err := vault.New("a secret for tests that is long enough")
	if err != nil {
		t.Fatal(err)
	}
	kept := make([]push.Keys, 8)
	var all sync.WaitGroup
	for i := range kept {
		all.Go(func() {
			var err error
			if kept[i], err = push.Keep(t.Context(), db, v); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, k := range kept {
		if k != kept[0] || k.Private == "" {
			t.Fatalf("%v", kept)
		}
	}
	if again, err := push.Parse(kept[0].Private); err != nil || again != kept[0] {
		t.Errorf("%v %v", again, err)
	}
	var stored string
	if err := db.NewRaw(`SELECT value::text FROM settings WHERE key = 'push_keys'`).Scan(t.Context(), &stored); err != nil || len(stored) < 50 {
		t.Errorf("%q %v", stored, err)
	}
	other, err := vault.New("another secret for tests, long enough too")
	if err != nil {
		t.Fatal(err)
	}
	if keys, err := push.Keep(t.Context(), db, other); err == nil {
		t.Errorf("another secret opened %v", keys)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	private, public, err := webpush.GenerateVAPIDKeys()
	if err != nil {
		t.Fatal(err)
	}
	if keys, err := push.Parse(private + "="); err != nil || keys.Public != public {
		t.Errorf("%v %v", keys, err)
	}
	for _, bad := range []string{"", "x", "AAAA", public, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"} {
		if keys, err := push.Parse(bad); err == nil {
			t.Errorf("%q is %v", bad, keys)
		}
	}
}
