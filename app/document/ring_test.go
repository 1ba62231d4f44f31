//go:build !js

package document

import (
	"crypto/ed25519"
	"crypto/sha256"
	"net/url"
	"testing"
	"time"

	"rumah/shared/document"
	"rumah/shared/link"
	"rumah/shared/proof"
	"rumah/shared/words"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("WIB", 7*3600))

func keyOf(seed string) ed25519.PrivateKey {
	sum := sha256.Sum256([]byte(seed))
	return ed25519.NewKeyFromSeed(sum[:])
}

// ring is one of a key with a list of a version.
func ring(t *testing.T, key ed25519.PrivateKey, version int64, revoked ...proof.ID) document.Keyring {
	t.Helper()
	list, err := proof.NewList(version, noon, revoked, nil).Seal(1, key)
	if err != nil {
		t.Fatal(err)
	}
	return document.Keyring{Keys: []proof.Key{{Number: 1, Public: key.Public().(ed25519.PublicKey)}}, List: list, At: noon}
}

func code(t *testing.T, key ed25519.PrivateKey, id proof.ID) string {
	t.Helper()
	c, err := proof.Sign(&proof.Document{ID: id, Service: "Surat", Number: "470/1", Holder: "S***", Issuer: "Celep", Date: "2026-11-20"}, 1, key)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A phone believes what it keeps: a ring that opens, and never one that knows
// less of what was taken back.
func TestWhichRingIsKept(t *testing.T) {
	t.Parallel()
	ours, theirs := keyOf("ours"), keyOf("theirs")
	older, newer := ring(t, ours, 3), ring(t, ours, 4)
	broken := newer
	broken.List = newer.List[:len(newer.List)-1]
	stranger := newer
	stranger.Keys = ring(t, theirs, 1).Keys
	for name, c := range map[string]struct {
		have, got document.Keyring
		want      bool
	}{
		"the first": {document.Keyring{}, older, true}, "the next": {older, newer, true}, "the same": {newer, newer, true}, "one of before": {newer, older, false},
		"a broken one": {older, broken, false}, "a list of another house": {older, stranger, false}, "none": {older, document.Keyring{}, false},
	} {
		if got := later(c.have, c.got); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Without a network the phone tells of whole codes, by what it keeps.
func TestThePhoneVerifiesByItself(t *testing.T) {
	t.Parallel()
	ours := keyOf("ours")
	good, gone := proof.ID{1}, proof.ID{2}
	r := ring(t, ours, 1, gone)
	whole := code(t, ours, good)
	for name, c := range map[string]struct {
		code string
		want proof.Status
		ok   bool
	}{
		"genuine": {whole, proof.Genuine, true}, "its link": {"https://rumah.example.id/V/" + whole, proof.Genuine, true}, "revoked": {code(t, ours, gone), proof.Revoked, true},
		"forged": {code(t, keyOf("theirs"), good), proof.Forged, true}, "cut": {whole[:len(whole)-3], proof.Forged, true}, "typed": {good.String(), "", false},
	} {
		got, ok := here(r, c.code, noon)
		if ok != c.ok || got.Status != c.want || ok && got.Known.IsZero() {
			t.Errorf("%s: %v %+v", name, ok, got)
		}
	}
	r.List = nil
	if got, ok := here(r, whole, noon); !ok || got.Status != proof.Genuine || !got.Known.IsZero() {
		t.Errorf("without a list: %+v", got)
	}
}

func TestAddressesOfCodes(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{"/v/AB$C": "AB$C", "/V/AB$C": "AB$C", "/en/v/AB%24C": "AB$C", "/periksa?kode=+AB+": "AB", "/periksa": "", "/v": ""} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := codeOf(link.Parse(u)); got != want {
			t.Errorf("%s is about %q", address, got)
		}
	}
	at := link.At{Lang: words.ID, Path: CheckPath}
	for text, want := range map[string]string{"HTTPS://RUMAH.EXAMPLE.ID/V/AB$*+-:1": "/v/AB$%2A+-:1", "4kcxf-q708p fdvex": "/v/4KCXF-Q708PFDVEX", "": "/periksa", " ": "/periksa"} {
		if got := pathOf(at, text); got != want {
			t.Errorf("%q leads to %s", text, got)
		}
	}
}
