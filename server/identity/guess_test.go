package identity_test

import (
	"context"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// One phone has one session, whoever comes in after whom.
func TestComingInEndsTheSessionBefore(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	sent, err := c.AskCode(ctx(), identity.AskCode{Phone: "081234567891"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint}); err != nil {
		t.Fatal(err)
	}
	if n := h.count(`SELECT count(*) FROM sessions`); n != 1 {
		t.Errorf("%d sessions", n)
	}
}

// A cookie is a secret, or nothing: whatever else it holds is a guest.
func TestCookiesOfNobody(t *testing.T) {
	t.Parallel()
	h := open(t)
	for _, value := range []string{"", "x", strings.Repeat("A", 8000), "'; DROP TABLE people; --", "%00", "\xff\xfe", "\x00"} {
		r, _ := http.NewRequest(http.MethodGet, h.url+"/api/identity/me", nil)
		r.Header["Cookie"] = []string{"__Host-sesi=" + strings.ReplaceAll(value, "\x00", "\x01")}
		answer, err := h.http.Client().Do(r)
		if err != nil {
			continue // net/http refuses to send it
		}
		_ = answer.Body.Close()
		if answer.StatusCode != http.StatusUnauthorized && answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%.20q: %s", value, answer.Status)
		}
	}
}

// A house that does not know its own address does not tell phones to trust
// the one that the asker claims.
func TestCodesAreBoundToTheHouseOnly(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.svc.Origin = ""
	r, _ := http.NewRequest(http.MethodPost, h.url+"/api/identity/codes", strings.NewReader(`{"phone":"081234567890","lang":"id"}`))
	r.Host = "evil.example"
	r.Header.Set("Content-Type", "application/json")
	answer, err := h.http.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if text := h.last().Text; answer.StatusCode != http.StatusOK || strings.Contains(text, "evil.example") {
		t.Errorf("%s: %q", answer.Status, text)
	}
}

// Guesses at a password that come all at once are as few as those one after
// another.
func TestGuessesAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	h.pass(time.Minute)
	told := make(chan fault.Code, 30)
	for range cap(told) {
		go func() {
			_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: w.email, Password: "salah sekali", Code: "123456"})
			told <- fault.From(err).Code
		}()
	}
	tried := 0
	for range cap(told) {
		if <-told == fault.Denied {
			tried++
		}
	}
	if tried != 5 {
		t.Errorf("%d guesses were looked at", tried)
	}
}

// Who asks for codes in somebody else's name, or guesses at their password,
// keeps out nobody but themselves.
func TestLockingOutSomebodyElse(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	at := func(ip string) {
		h.svc.IP = func(context.Context) netip.Addr { return netip.MustParseAddr(ip) }
	}
	ask := func() error {
		h.pass(time.Minute)
		_, err := h.phone().AskCode(ctx(), identity.AskCode{Phone: "081234567890"})
		return err
	}
	guess := func(word string) error {
		_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: w.email, Password: word, Code: h.code(w.secret)})
		return err
	}
	at("2001:db8::1")
	asked, guessed := 0, 0
	for range 20 {
		h.pass(time.Hour)
		for range 6 {
			if ask() == nil {
				asked++
			}
		}
	}
	if asked != 10 {
		t.Errorf("one address got %d codes in a day", asked)
	}
	for n := range 12 {
		at("2001:db8::" + strconv.Itoa(n+1)) // all of one household
		if fault.Is(guess("salah sekali"), fault.Denied) {
			guessed++
		}
	}
	if guessed != 5 {
		t.Errorf("one address guessed %d times", guessed)
	}
	at("2001:db8:0:1::1")
	if err := ask(); err != nil {
		t.Error("the phone itself is kept out:", err)
	}
	if err := guess(password); err != nil {
		t.Error("the account itself is kept out:", err)
	}
}
