package proof

import (
	"crypto/ed25519"
	std "crypto/sha512"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTheHashIsSHA512(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		message := rapid.SliceOfN(rapid.Byte(), 0, 600).Draw(t, "message")
		if sha512(message) != std.Sum512(message) {
			t.Fatalf("%x", message)
		}
	})
	long := make([]byte, 100_000)
	if sha512(long) != std.Sum512(long) {
		t.Error("a long message")
	}
}

// The phone must take exactly what the server takes.
func TestPhoneAndServerVerifyTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		key := keyOfSeed(rapid.String().Draw(t, "key"))
		message := rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "message")
		signature, who := ed25519.Sign(key, message), public(key)
		if !lightVerify(who, message, signature) || !verify(who, message, signature) {
			t.Fatal("a good signature was refused")
		}
		for _, part := range []*[]byte{&message, &signature, &who} {
			if len(*part) == 0 {
				continue
			}
			at, was := rapid.IntRange(0, len(*part)-1).Draw(t, "at"), *part
			*part = slices.Clone(was)
			(*part)[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			if phone, server := lightVerify(who, message, signature), verify(who, message, signature); phone || server {
				t.Fatalf("a changed one was taken: by the phone %v, by the server %v", phone, server)
			}
			*part = was
		}
	})
}

func TestOddSignatures(t *testing.T) {
	t.Parallel()
	message := []byte("a letter")
	good, who := ed25519.Sign(ours, message), public(ours)
	small := append([]byte{1}, make([]byte, 31)...) // the neutral point
	high := slices.Clone(small)
	high[31] = 0x80
	for name, c := range map[string]struct{ public, signature []byte }{
		"good": {who, good}, "malleable": {who, malleable(good)}, "short": {who, good[:63]}, "long": {who, append(slices.Clone(good), 0)}, "none": {who, nil},
		"no key": {nil, good}, "half a key": {who[:31], good}, "a key off the curve": {append([]byte{2}, make([]byte, 31)...), good},
		"a key of small order": {small, append(slices.Clone(small), make([]byte, 32)...)}, "a key not canonical": {high, append(slices.Clone(small), make([]byte, 32)...)},
	} {
		if phone, server := lightVerify(c.public, message, c.signature), verify(c.public, message, c.signature); phone != server || phone && name != "good" && name != "a key of small order" && name != "a key not canonical" {
			t.Errorf("%s: by the phone %v, by the server %v", name, phone, server)
		}
	}
}

func FuzzVerifySignature(f *testing.F) {
	f.Add(public(ours), []byte("a letter"), ed25519.Sign(ours, []byte("a letter")))
	f.Fuzz(func(t *testing.T, public, message, signature []byte) {
		if phone, server := lightVerify(public, message, signature), verify(public, message, signature); phone != server {
			t.Fatalf("by the phone %v, by the server %v", phone, server)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	code, err := Sign(letter(), 2, ours)
	if err != nil {
		b.Fatal(err)
	}
	raw, err := read(code)
	if err != nil {
		b.Fatal(err)
	}
	message := append([]byte(documentContext), raw[:len(raw)-signatureLength]...)
	for b.Loop() {
		if !lightVerify(public(ours), message, raw[len(raw)-signatureLength:]) {
			b.Fatal("refused")
		}
	}
}
