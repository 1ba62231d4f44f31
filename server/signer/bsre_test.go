package signer

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rumah/shared/fault"
	"rumah/shared/words"
)

const passphrase = "RahasiaSekali123"

// client is a client of BSrE that stands in: status and sign answer what a
// test wants.
type client struct {
	*httptest.Server
	status, sign http.HandlerFunc
	signed       atomic.Int64
}

func stand(t *testing.T, sign http.HandlerFunc) (*client, *BSrE) {
	t.Helper()
	c := &client{sign: sign, status: func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, `{"status_code":1111,"message":"ok","status":"ISSUE"}`)
	}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/v2/user/check/status", func(w http.ResponseWriter, r *http.Request) { c.status(w, r) })
	mux.HandleFunc("POST /api/v2/sign/pdf", func(w http.ResponseWriter, r *http.Request) {
		c.signed.Add(1)
		c.sign(w, r)
	})
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "rumah" || password != "kunci" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(c.Close)
	b, err := NewBSrE(strings.Replace(c.URL, "http://", "http://rumah:kunci@", 1) + "/")
	if err != nil {
		t.Fatal(err)
	}
	return c, b
}

func signing(pdf string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"time": 12, "file": [][]byte{[]byte(pdf)}})
	}
}

func answers(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

var wish = Wish{PDF: []byte("%PDF-1.3 plain"), Name: "Lurah", Email: "lurah@contoh.go.id", Passphrase: passphrase, Reason: "Surat 1"}

func TestBSrESigns(t *testing.T) {
	t.Parallel()
	var got map[string]any
	_, b := stand(t, func(w http.ResponseWriter, r *http.Request) {
		_ = json.NewDecoder(r.Body).Decode(&got)
		signing("%PDF-1.3 plain /ByteRange signed")(w, r)
	})
	signed, err := b.Sign(t.Context(), wish)
	if err != nil || !bytes.Contains(signed, []byte("signed")) || !b.Certified() {
		t.Fatalf("%v %s", err, signed)
	}
	if got["email"] != wish.Email || got["passphrase"] != passphrase || got["nik"] != nil || got["file"].([]any)[0] != "JVBERi0xLjMgcGxhaW4=" {
		t.Errorf("%v", got)
	}
}

// Each way in which it may end: done, surely not done, or nobody knows; and
// the document is sent once whatever happens.
func TestHowASignatureMayEnd(t *testing.T) {
	t.Parallel()
	wait := make(chan struct{})
	t.Cleanup(func() { close(wait) })
	for name, c := range map[string]struct {
		sign http.HandlerFunc
		want string // key of the fault; "?" for nobody knows
	}{
		"a wrong passphrase":   {answers(400, `{"status_code":2031,"error":"Passphrase anda salah"}`), "sign_passphrase"},
		"it broke":             {answers(500, `{"error":"internal"}`), "?"},
		"something between":    {answers(502, `<html>`), "?"},
		"no file":              {answers(200, `{"time":1,"file":[]}`), "?"},
		"not signed after all": {signing("%PDF-1.3 plain"), "?"},
		"something else":       {signing("<html> /ByteRange"), "?"},
		"half an answer":       {answers(200, `{"time":1,"fi`), "?"},
		"it hangs":             {func(_ http.ResponseWriter, r *http.Request) { hang(r, wait) }, "?"},
		"it hangs up":          {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "?"},
		"it leads elsewhere": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/", http.StatusTemporaryRedirect)
		}, "broken"},
		"another client's house": {answers(401, ``), "broken"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			stood, b := stand(t, c.sign)
			b.client.Timeout = 300 * time.Millisecond
			_, err := b.Sign(t.Context(), wish)
			f := fault.From(err)
			got := f.Key
			if len(f.Fields) > 0 {
				got = f.Fields[0].Key
			}
			if errors.Is(err, ErrUnknown) {
				got = "?"
			}
			if got != c.want || stood.signed.Load() != 1 {
				t.Errorf("%v, sent %d times", err, stood.signed.Load())
			}
			if err != nil && strings.Contains(err.Error(), passphrase) {
				t.Error("the passphrase is told")
			}
			if c.want != "?" && words.Faults[got] == (words.T{}) {
				t.Errorf("%s has no words", got)
			}
		})
	}
}

// hang waits until whoever asked has given up.
func hang(r *http.Request, until chan struct{}) {
	_, _ = io.Copy(io.Discard, r.Body)
	select {
	case <-r.Context().Done():
	case <-until:
	}
}

// What is wrong before is told before: nothing is sent to be signed.
func TestWhoCannotSignDoesNotTry(t *testing.T) {
	t.Parallel()
	stood, b := stand(t, signing("never"))
	for want, status := range map[string]http.HandlerFunc{
		"sign_certificate": answers(200, `{"status_code":2021,"status":"NO_CERTIFICATE"}`), "sign_away": answers(503, ``),
	} {
		stood.status = status
		if _, err := b.Sign(t.Context(), wish); fault.From(err).Key != want || words.Faults[want] == (words.T{}) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	none := wish
	none.Passphrase = ""
	if _, err := b.Sign(t.Context(), none); fault.From(err).Fields[0].Key != "required" {
		t.Error(err)
	}
	stood.Close()
	if _, err := b.Sign(t.Context(), wish); fault.From(err).Key != "sign_away" || errors.Is(err, ErrUnknown) {
		t.Errorf("nobody was there: %v", err)
	}
	if stood.signed.Load() != 0 {
		t.Error("something was sent")
	}
	for _, address := range []string{"", "https://esign.example.go.id", "ftp://a:b@c", "::"} {
		if _, err := NewBSrE(address); err == nil {
			t.Errorf("%q is an address", address)
		}
	}
}
