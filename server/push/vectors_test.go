package push_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"strings"
	"testing"
	"time"

	"rumah/server/push"
	"rumah/server/push/pushtest"
)

func raw(t *testing.T, text string) []byte {
	t.Helper()
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The pass of RFC 8292, section 2.4, is good by the same check that ours is:
// it says for whom, until when and by whom, and our key has signed it.
func TestPassIsSigned(t *testing.T) {
	t.Parallel()
	const example = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA"
	read := opened(t, "vapid t="+example+", k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs")
	if read.Aud != "https://push.example.net" || read.Exp != 1453523768 || read.Sub != "mailto:push@example.com" {
		t.Errorf("%+v", read)
	}
	service := pushtest.NewService()
	t.Cleanup(service.Close)
	for contact, sub := range map[string]string{"Rumah <mail@contoh.id>": "mailto:mail@contoh.id", "mail@contoh.id": "mailto:mail@contoh.id", "https://contoh.id": "https://contoh.id"} {
		s, b := sender(t, func(o *push.Options) { o.Contact = contact }), browser(t, service.URL+"/hp")
		if o := s.Send(t.Context(), push.Sending{To: b.Subscription, Payload: []byte("a"), TTL: time.Minute, Urgency: "low"}); o.Verdict != push.Accepted {
			t.Fatalf("%+v", o)
		}
		sent := service.Arrivals("hp")
		header := sent[len(sent)-1].Header.Get("Authorization")
		if !strings.HasSuffix(header, ", k="+s.Keys.Public) {
			t.Errorf("%s has another key than browsers subscribe to", header)
		}
		got := opened(t, header)
		if life := time.Until(time.Unix(got.Exp, 0)); got.Aud != service.URL || got.Sub != sub || life <= time.Hour || life > 24*time.Hour {
			t.Errorf("%+v, good for %s", got, life)
		}
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
	service := pushtest.NewService()
	t.Cleanup(service.Close)
	s, b := sender(t), browser(t, service.URL+"/hp")
	for n := 0; n <= push.MostPayload; n += 111 {
		s.Send(t.Context(), push.Sending{To: b.Subscription, Payload: make([]byte, n), TTL: time.Minute})
	}
	s.Send(t.Context(), push.Sending{To: b.Subscription, Payload: make([]byte, push.MostPayload), TTL: time.Minute})
	lengths := map[int]bool{}
	for _, a := range service.Arrivals("hp") {
		lengths[len(a.Body)] = true
	}
	if len(lengths) != 4 || !lengths[512] || !lengths[4096] {
		t.Errorf("lengths %v", lengths)
	}
}
