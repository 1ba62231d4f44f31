package push

import (
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"
)

// vectors are the examples of RFC 8291, section 5.
var vectors = struct{ text, from, to, auth, salt, body string }{
	text: "When I grow up, I want to be a watermelon",
	from: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
	to:   "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
	auth: "BTBZMqHH6r4Tts7J_aSIgg",
	salt: "DGv6ra1nlYgDCS1FRnbzlw",
	body: "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
}

func raw(t *testing.T, text string) []byte {
	t.Helper()
	data, err := decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// With the keys and the salt of the RFC our encryption is that of the RFC,
// byte for byte.
func TestSealAsTheRFC(t *testing.T) {
	t.Parallel()
	from, err := ecdh.P256().NewPrivateKey(raw(t, vectors.from))
	if err != nil {
		t.Fatal(err)
	}
	to, err := ecdh.P256().NewPublicKey(raw(t, vectors.to))
	if err != nil {
		t.Fatal(err)
	}
	body, err := envelope{to: to, auth: raw(t, vectors.auth), from: from, salt: raw(t, vectors.salt), size: 4096}.seal([]byte(vectors.text))
	if err != nil {
		t.Fatal(err)
	}
	if got := base64.RawURLEncoding.EncodeToString(body); got != vectors.body {
		t.Errorf("\n%s, want\n%s", got, vectors.body)
	}
}

// The pass of RFC 8292, section 2.4, is good by the same check that ours is:
// it says for whom, until when and by whom, and our key has signed it.
func TestPassIsSigned(t *testing.T) {
	t.Parallel()
	const example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"
	claims := opened(t, "vapid t="+example+", k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs")
	if claims.Aud != "https://push.example.net" || claims.Exp != 1453523768 || claims.Sub != "mailto:push@example.com" {
		t.Errorf("%+v", claims)
	}

	keys, err := Parse(vectors.from)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	p := passes{keys: keys, subject: subject("Rumah <mail@contoh.id>")}
	header, err := p.header("https://push.example.net/send/abc?x", now)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(header, ", k="+keys.Public) {
		t.Errorf("%s has another key than browsers subscribe to", header)
	}
	claims = opened(t, header)
	if life := time.Unix(claims.Exp, 0).Sub(now); claims.Aud != "https://push.example.net" || claims.Sub != "mailto:mail@contoh.id" || life <= passKept || life > 24*time.Hour {
		t.Errorf("%+v, good for %s", claims, life)
	}
	for at, same := range map[time.Duration]bool{time.Hour: true, passKept + time.Second: false} {
		if again, err := p.header("https://push.example.net/other", now.Add(at)); err != nil || (again == header) != same {
			t.Errorf("after %s: %v, %v", at, again == header, err)
		}
	}
	if other, err := p.header("https://push.example.org/send", now); err != nil || opened(t, other).Aud != "https://push.example.org" {
		t.Errorf("a pass for another service: %s %v", other, err)
	}
	if s := subject("https://contoh.id"); s != "https://contoh.id" {
		t.Errorf("whom to call: %s", s)
	}
}

type claims struct {
	Aud string `json:"aud"`
	Exp int64  `json:"exp"`
	Sub string `json:"sub"`
}

// opened is what a pass says, if it was signed by the key beside it.
func opened(t *testing.T, header string) (c claims) {
	t.Helper()
	token, key, _ := strings.Cut(strings.TrimPrefix(header, "vapid t="), ", k=")
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		t.Fatalf("%s is no pass", header)
	}
	public, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), raw(t, key))
	if err != nil {
		t.Fatal(err)
	}
	sum, signature := sha256.Sum256([]byte(parts[0]+"."+parts[1])), raw(t, parts[2])
	if len(signature) != 64 || !ecdsa.Verify(public, sum[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
		t.Fatalf("%s is not signed", header)
	}
	if err := json.Unmarshal(raw(t, parts[1]), &c); err != nil {
		t.Fatal(err)
	}
	var head struct{ Typ, Alg string }
	if err := json.Unmarshal(raw(t, parts[0]), &head); err != nil || head.Alg != "ES256" || head.Typ != "JWT" {
		t.Fatalf("%+v %v", head, err)
	}
	return c
}

// What is inside tells little by its length, and everything fits into one
// record that push services take.
func TestLengthsTellLittle(t *testing.T) {
	t.Parallel()
	browser, err := ecdh.P256().NewPublicKey(raw(t, vectors.to))
	if err != nil {
		t.Fatal(err)
	}
	lengths := map[int]bool{}
	for n := 0; n <= MostPayload; n += 7 {
		body, err := seal(make([]byte, n), browser, raw(t, vectors.auth))
		if err != nil {
			t.Fatal(err)
		}
		lengths[len(body)] = true
	}
	if len(lengths) != 4 || !lengths[512] || !lengths[4096] {
		t.Errorf("lengths %v", lengths)
	}
}
