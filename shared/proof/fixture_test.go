package proof

import (
	"crypto/ed25519"
	"crypto/sha256"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/calendar"
)

var wib = time.FixedZone("WIB", 7*3600)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, wib)

// keyOfSeed is a key that is the same in every run.
func keyOfSeed(seed string) ed25519.PrivateKey {
	sum := sha256.Sum256([]byte(seed))
	return ed25519.NewKeyFromSeed(sum[:])
}

func public(k ed25519.PrivateKey) []byte { return k.Public().(ed25519.PublicKey) }

var (
	ours   = keyOfSeed("ours")
	old    = keyOfSeed("old")
	theirs = keyOfSeed("theirs")
)

// ring are the keys that phones have.
var ring = []Key{
	{Number: 1, Public: public(old), Until: "2025-12-31", Certified: true},
	{Number: 2, Public: public(ours), From: "2026-01-01"},
}

func idOf(s string) (id ID) {
	sum := sha256.Sum256([]byte(s))
	copy(id[:], sum[:])
	return id
}

func letter() *Document {
	return &Document{
		ID: idOf("letter"), Service: "Surat keterangan tidak mampu", Number: "470/123/438.7.18/2026", Holder: MaskName("Siti Aminah"),
		Issuer: "Kelurahan Celep", Date: "2026-11-20", Until: "2027-02-20",
	}
}

func signed(t testing.TB, d *Document) string {
	t.Helper()
	code, err := Sign(d, 2, ours)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// anyDocument draws one that can be signed.
var anyDocument = rapid.Custom(func(t *rapid.T) *Document {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("abcXYZ 0129/.-éñ漢•'\"<")), 1, 30, 34)
	d := &Document{
		Service: "S" + text.Draw(t, "service"), Number: "N" + text.Draw(t, "number"), Holder: "H" + text.Draw(t, "holder"), Issuer: "I" + text.Draw(t, "issuer"),
		Date: calendar.Date("2026-01-01").Add(rapid.IntRange(0, 20_000).Draw(t, "date")),
	}
	copy(d.ID[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
	d.ID[15] |= 1
	if rapid.Bool().Draw(t, "ends") {
		d.Until = d.Date.Add(rapid.IntRange(0, 10_000).Draw(t, "until"))
	}
	return d
})
