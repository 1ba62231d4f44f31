package signer

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"rumah/server/inspect"
	"rumah/server/letter"
)

var noon = time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC)

func drawn(t testing.TB) []byte {
	t.Helper()
	pdf, err := letter.Draw(&letter.Letter{Agency: "Kelurahan Celep", Title: "Surat", Number: "1", Link: "HTTPS://X/V/A", Made: noon})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

func own(t testing.TB) *Own {
	t.Helper()
	secret := bytes.Repeat([]byte{7}, 32)
	certificate, err := Certificate(secret, "Kabupaten Contoh", noon)
	if err != nil {
		t.Fatal(err)
	}
	o, err := NewOwn(secret, certificate)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// verified reports whether the one signature of a PDF is a key's, over all of
// it but the signature.
func verified(t *testing.T, pdf []byte, key *ecdsa.PublicKey) bool {
	t.Helper()
	m := regexp.MustCompile(`/ByteRange \[0 +(\d+) +(\d+) +(\d+)\]`).FindSubmatch(pdf)
	if m == nil {
		return false
	}
	var at [3]int
	for i := range at {
		at[i], _ = strconv.Atoi(string(m[i+1]))
	}
	if at[1]+at[2] != len(pdf) || pdf[at[0]] != '<' || pdf[at[1]-1] != '>' {
		return false
	}
	der, err := hex.DecodeString(string(pdf[at[0]+1 : at[1]-1]))
	if err != nil {
		return false
	}
	var info contentInfo
	if _, err := asn1.Unmarshal(der, &info); err != nil {
		return false
	}
	s := info.Content.Signers[0]
	hash := sha256.Sum256(append(bytes.Clone(pdf[:at[0]]), pdf[at[1]:]...))
	signed := append([]byte{0x31}, s.Signed.FullBytes[1:]...)
	sum := sha256.Sum256(signed)
	return bytes.Contains(signed, hash[:]) && ecdsa.VerifyASN1(key, sum[:], s.Signature)
}

func TestTheHouseSigns(t *testing.T) {
	t.Parallel()
	o := own(t)
	pdf := drawn(t)
	signed, err := o.Sign(t.Context(), Wish{PDF: pdf, Name: "Bu (Lurah) Éko", Reason: "Surat 1", At: noon})
	if err != nil {
		t.Fatal(err)
	}
	public := o.certificate.PublicKey.(*ecdsa.PublicKey)
	if !bytes.HasPrefix(signed, pdf) || !verified(t, signed, public) || o.Certified() {
		t.Error("the signature does not hold")
	}
	if _, _, err := inspect.File(signed, inspect.PDF); err != nil {
		t.Error(err)
	}
	for _, at := range []int{100, len(pdf) / 2, len(signed) - 20} {
		changed := bytes.Clone(signed)
		changed[at] ^= 1
		if verified(t, changed, public) {
			t.Errorf("changed at %d it still holds", at)
		}
	}
	if !strings.Contains(o.certificate.Subject.String(), "TIDAK TERSERTIFIKASI") {
		t.Error(o.certificate.Subject)
	}
}

func TestWhatIsNotOursIsNotSigned(t *testing.T) {
	t.Parallel()
	o := own(t)
	signed, err := o.Sign(t.Context(), Wish{PDF: drawn(t), At: noon})
	if err != nil {
		t.Fatal(err)
	}
	for name, pdf := range map[string][]byte{"nothing": nil, "no end": drawn(t)[:500], "signed before": signed} {
		if _, err := o.Sign(t.Context(), Wish{PDF: pdf, At: noon}); err == nil {
			t.Errorf("%s is signed", name)
		}
	}
	if _, err := NewOwn(bytes.Repeat([]byte{8}, 32), o.certificate.Raw); err == nil {
		t.Error("the certificate of another key")
	}
	if _, err := NewOwn(nil, nil); err == nil {
		t.Error("no certificate")
	}
}

func BenchmarkDrawAndSign(b *testing.B) {
	o := own(b)
	for b.Loop() {
		if _, err := o.Sign(b.Context(), Wish{PDF: drawn(b), Name: "Lurah", At: noon}); err != nil {
			b.Fatal(err)
		}
	}
}
