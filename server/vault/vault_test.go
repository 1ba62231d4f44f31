package vault_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"rumah/server/vault"
)

func open(t *testing.T, secret string) *vault.Vault {
	t.Helper()
	v, err := vault.New(secret)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// What is sealed opens for its owner with its key, and for nothing else.
func TestSealed(t *testing.T) {
	t.Parallel()
	ours, theirs := open(t, "a key of thirty-two letters, ours"), open(t, "a key of thirty-two letters, not ours")
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOf(rapid.Byte()).Draw(t, "data")
		sealed := ours.Seal("owner", data)
		if got, err := ours.Open("owner", sealed); err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%q: %v", got, err)
		}
		if len(data) > 8 && bytes.Contains(sealed, data) {
			t.Fatal("readable")
		}
		if bytes.Equal(sealed, ours.Seal("owner", data)) {
			t.Fatal("the same twice")
		}
		if _, err := ours.Open("another", sealed); err == nil {
			t.Fatal("opens for another owner")
		}
		if _, err := theirs.Open("owner", sealed); err == nil {
			t.Fatal("opens with another key")
		}
		sealed[rapid.IntRange(0, len(sealed)-1).Draw(t, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		if _, err := ours.Open("owner", sealed); err == nil {
			t.Fatal("opens after a change")
		}
	})
	if _, err := ours.Open("owner", nil); err == nil {
		t.Error("nothing opens")
	}
}

func TestHash(t *testing.T) {
	t.Parallel()
	ours, theirs := open(t, "a key of thirty-two letters, ours"), open(t, "a key of thirty-two letters, not ours")
	if !bytes.Equal(ours.Hash("nik", "1"), ours.Hash("nik", "1")) {
		t.Error("not found again")
	}
	if bytes.Equal(ours.Hash("nik", "1"), ours.Hash("phone", "1")) || bytes.Equal(ours.Hash("nik", "1"), theirs.Hash("nik", "1")) {
		t.Error("the same for another kind or key")
	}
}
