package pushtest_test

import (
	"crypto/ecdh"
	"encoding/base64"
	"io"
	"net/http"
	"testing"

	webpush "github.com/SherClockHolmes/webpush-go"

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

// The browser of our tests reads the examples of RFC 8188, section 3, and of
// RFC 8291, section 5.
func TestBrowserReadsTheRFCs(t *testing.T) {
	t.Parallel()
	for _, v := range []struct{ name, key, body string }{
		{"", "yqdlZ-tYemfogSmv7Ws5PQ", "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg"},
		{"a1", "BO3ZVPxUlnLORbVGMpbT1Q", "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA"},
	} {
		text, err := pushtest.Decode(raw(t, v.body), func(name []byte) ([]byte, error) {
			if string(name) != v.name {
				t.Errorf("the key %q, want %q", name, v.name)
			}
			return raw(t, v.key), nil
		})
		if err != nil || string(text) != "I am the walrus" {
			t.Errorf("%q %v", text, err)
		}
	}

	key, err := ecdh.P256().NewPrivateKey(raw(t, "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
	if err != nil {
		t.Fatal(err)
	}
	b := pushtest.Open("", key, raw(t, "BTBZMqHH6r4Tts7J_aSIgg"))
	body := raw(t, "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")
	text, err := b.Decrypt(body)
	if err != nil || string(text) != "When I grow up, I want to be a watermelon" {
		t.Errorf("%q %v", text, err)
	}
	for i := range body {
		body[i] ^= 1
		if text, err := b.Decrypt(body); err == nil && (i < 16 || i >= 20) { // the size of a record is not sealed
			t.Errorf("byte %d was changed and it still says %q", i, text)
		}
		body[i] ^= 1
	}
	for _, short := range [][]byte{nil, body[:20], body[:50], body[:len(body)-1]} {
		if _, err := b.Decrypt(short); err == nil {
			t.Errorf("%d bytes were read", len(short))
		}
	}
}

type wire struct{ body []byte }

func (w *wire) Do(r *http.Request) (*http.Response, error) {
	var err error
	w.body, err = io.ReadAll(r.Body)
	return &http.Response{StatusCode: http.StatusCreated, Body: http.NoBody}, err
}

// And it reads what the usual library writes.
func TestBrowserReadsWebpush(t *testing.T) {
	t.Parallel()
	b, err := pushtest.NewBrowser("https://push.example.net/x")
	if err != nil {
		t.Fatal(err)
	}
	private, public, err := webpush.GenerateVAPIDKeys()
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{}
	_, err = webpush.SendNotification([]byte("sugeng enjing"), &webpush.Subscription{Endpoint: b.Endpoint, Keys: webpush.Keys{P256dh: b.P256DH, Auth: b.Auth}},
		&webpush.Options{HTTPClient: w, VAPIDPublicKey: public, VAPIDPrivateKey: private, Subscriber: "mail@contoh.id"})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := b.Decrypt(w.body); err != nil || string(text) != "sugeng enjing" {
		t.Errorf("%q %v", text, err)
	}
}
