// Package phone measures what a phone does with a code: it has no keys to sign
// with, so what it verifies lies here.
package phone_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	_ "embed"
	"testing"
	"time"

	"rumah/shared/proof"
)

// code is that of a letter, and list names ten thousand that were revoked;
// both are of the key below.
var (
	//go:embed testdata/code
	code string
	//go:embed testdata/list
	list []byte
)

func keys() []proof.Key {
	sum := sha256.Sum256([]byte("ours"))
	return []proof.Key{{Number: 2, Public: ed25519.NewKeyFromSeed(sum[:]).Public().(ed25519.PublicKey)}}
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("WIB", 7*3600))

func verify(t testing.TB, keys []proof.Key) {
	t.Helper()
	known, err := proof.OpenList(list, keys)
	if err != nil {
		t.Fatal(err)
	}
	if r := proof.Verify(code, keys, known, noon); r.Status != proof.Genuine || known.Len() != 10_000 {
		t.Fatalf("%+v, %d", r, known.Len())
	}
}

func TestACodeIsGenuineOnThePhone(t *testing.T) {
	t.Parallel()
	verify(t, keys())
}

// BenchmarkVerify opens the list and verifies one code, as the phone does once
// it has scanned one.
func BenchmarkVerify(b *testing.B) {
	ring := keys()
	for b.Loop() {
		verify(b, ring)
	}
}
