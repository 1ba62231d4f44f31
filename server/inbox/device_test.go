package inbox_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"rumah/server/push/pushtest"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
)

// One account has a few devices; another one takes the place of that which
// was not heard of for the longest time.
func TestManyDevices(t *testing.T) {
	t.Parallel()
	h := open(t)
	other := h.browser("budi", "budi")
	for i := range 100 {
		h.browser("siti", fmt.Sprint("hp-", i))
	}
	if n := h.text(`SELECT count(*)::text FROM push_devices WHERE person_id = 'siti'`); n != fmt.Sprint(contract.MostDevices) {
		t.Errorf("%s devices", n)
	}
	h.start()
	h.tell("siti", "a")
	h.tell("budi", "a")
	h.pushed(other, "budi", 1)
	for i := 100 - contract.MostDevices; i < 100; i++ {
		if n := len(h.service.Wait(fmt.Sprint("hp-", i), 1, patience)); n != 1 {
			t.Errorf("device %d was told %d times", i, n)
		}
	}
	if n := len(h.service.Arrivals("")); n != contract.MostDevices+1 {
		t.Errorf("%d pushes", n)
	}
}

// subscribed has a browser that is there subscribe as somebody.
func (h *house) subscribed(person string, b *pushtest.Browser) {
	h.t.Helper()
	if _, err := h.Subscribe(h.as(person), contract.Subscribe{Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: b.Auth, New: true}); err != nil {
		h.t.Fatal(err)
	}
}

// A browser belongs to whoever signed in there last. What the one before is
// told, also what was on its way, does not appear there any more.
func TestSomebodyElseSignsIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	b := h.browser("siti", "hp")
	h.tell("siti", "on its way")
	h.subscribed("budi", b)
	h.tell("siti", "later")
	h.tell("budi", "own")
	h.start()
	p := h.pushed(b, "hp", 1)[0]
	h.becomes("gone", stateSQL, "on its way")
	h.becomes("", stateSQL, "later")
	if id := h.text(`SELECT id::text FROM messages WHERE key = 'own'`); p.ID != id || len(h.service.Arrivals("hp")) != 1 {
		t.Errorf("%+v of %d", p, len(h.service.Arrivals("hp")))
	}
	if n := h.text(`SELECT count(*)::text FROM push_devices`); n != "1" {
		t.Errorf("%s devices", n)
	}
}

// A device ends with its session, and everything with the account.
func TestDeviceEndsWithTheSession(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	h.browser("budi", "budi")
	h.tell("siti", "on its way")
	h.tell("budi", "on its way")
	h.exec(`DELETE FROM sessions WHERE person_id = 'siti'`)
	h.exec(`UPDATE people SET closed_at = now() WHERE id = 'budi'`)
	if err := h.Forget(t.Context(), "budi"); err != nil {
		t.Fatal(err)
	}
	h.tell("siti", "later")
	h.tell("budi", "later")
	h.start()
	h.becomes("gone", stateSQL, "on its way") // Siti's; Budi's is not there any more
	h.becomes("", stateSQL, "later")
	h.becomes("0", `SELECT count(*)::text FROM jobs.river_job WHERE kind = 'inbox_push' AND state <> 'completed'`)
	if n := len(h.service.Arrivals("")); n != 0 {
		t.Errorf("%d were pushed", n)
	}
	if n := h.text(`SELECT count(*)::text FROM messages WHERE person_id = 'budi'`); n != "0" {
		t.Errorf("a closed account has %s messages", n)
	}
	if n := h.text(`SELECT count(*)::text FROM messages WHERE person_id = 'siti'`); n != "2" {
		t.Errorf("siti has %s messages", n)
	}
}

// A browser renews its subscription while a message is handed to the old
// address. That this one is gone does not end the device.
func TestRenewedMeanwhile(t *testing.T) {
	t.Parallel()
	h := open(t)
	old := h.browser("siti", "old")
	next, err := h.service.Browser("next")
	if err != nil {
		t.Fatal(err)
	}
	h.service.Answer(func(a pushtest.Arrival) (int, map[string]string) {
		if a.Path == "next" {
			return http.StatusCreated, nil
		}
		err := h.Resubscribe(t.Context(), contract.Resubscribe{Old: old.Endpoint, Endpoint: next.Endpoint, P256DH: next.P256DH, Auth: next.Auth})
		if err != nil {
			t.Error(err)
		}
		return http.StatusGone, nil
	})
	h.start()
	h.tell("siti", "a")
	h.becomes("gone", stateSQL, "a")
	h.tell("siti", "b")
	h.pushed(next, "next", 1)
	if err := h.Resubscribe(t.Context(), contract.Resubscribe{Old: old.Endpoint, Endpoint: old.Endpoint, P256DH: old.P256DH, Auth: old.Auth}); !fault.Is(err, fault.Unknown) {
		t.Errorf("an address that is not there any more was renewed: %v", err)
	}
}

// Addresses and keys that are none are refused with the name of the field.
func TestBadSubscriptions(t *testing.T) {
	t.Parallel()
	h := open(t)
	b, err := h.service.Browser("hp")
	if err != nil {
		t.Fatal(err)
	}
	for field, s := range map[string]contract.Subscribe{
		"endpoint": {Endpoint: "javascript:alert(1)", P256DH: b.P256DH, Auth: b.Auth},
		"p256dh":   {Endpoint: b.Endpoint, P256DH: "AAAA", Auth: b.Auth},
		"auth":     {Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: "kunci"},
	} {
		_, err := h.Subscribe(h.as("siti"), s)
		again := h.Resubscribe(t.Context(), contract.Resubscribe{Old: b.Endpoint, Endpoint: s.Endpoint, P256DH: s.P256DH, Auth: s.Auth})
		for _, err := range []error{err, again} {
			var f *fault.Fault
			if !errors.As(err, &f) || f.Code != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name != field {
				t.Errorf("%s: %v", field, err)
			}
		}
	}
	h.subscribed("siti", b)
	// A key that rots in the database ends its own messages and nothing else.
	h.exec(`UPDATE push_devices SET sealed = '\x00'`)
	h.start()
	h.tell("siti", "a")
	h.becomes("failed", stateSQL, "a")
}

// A trial goes to the one device that is tried, again only after a while, and
// to nobody else's.
func TestTrial(t *testing.T) {
	t.Parallel()
	h := open(t)
	phone := h.browser("siti", "hp")
	h.browser("siti", "tablet")
	h.browser("budi", "budi")
	h.start()
	device := func(person string) string {
		return h.text(`SELECT id FROM push_devices WHERE person_id = $1 ORDER BY added_at, id LIMIT 1`, person)
	}
	ctx, id := h.as("siti"), device("siti")
	if _, err := h.Try(ctx, contract.ID{ID: id}); err != nil {
		t.Fatal(err)
	}
	busy := 0
	for range 3 { // the next few seconds may begin in between
		_, err := h.Try(ctx, contract.ID{ID: id})
		var f *fault.Fault
		switch {
		case errors.As(err, &f) && f.Code == fault.Busy && f.Retry > 0:
			busy++
		case err != nil:
			t.Error(err)
		}
	}
	if busy < 2 {
		t.Errorf("of three more trials %d were too early", busy)
	}
	p := h.pushed(phone, "hp", 1)[0]
	if p.Kind != string(contract.Trial) || !strings.Contains(p.Title+p.Body, "Chrome, Android") && p.Body == "" {
		t.Errorf("%+v", p)
	}
	h.becomes("sent", `SELECT coalesce(min(v.state), '') FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.kind = 'account_trial'`)
	if n := len(h.service.Arrivals("tablet")) + len(h.service.Arrivals("budi")); n > 0 {
		t.Errorf("%d others were tried", n)
	}
	for _, bad := range []string{device("budi"), "x"} {
		if _, err := h.Try(ctx, contract.ID{ID: bad}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// What a device reports is believed when it names what it was given, and the
// first time counts.
func TestReceipts(t *testing.T) {
	t.Parallel()
	h := open(t)
	phone, tablet := h.browser("siti", "hp"), h.browser("siti", "tablet")
	h.start()
	h.tell("siti", "a")
	receipt, other := h.pushed(phone, "hp", 1)[0].Receipt, h.pushed(tablet, "tablet", 1)[0].Receipt
	id, mark, _ := strings.Cut(receipt, ".")
	otherID, _, _ := strings.Cut(other, ".")
	for _, bad := range []string{"", "x", id, id + ".", otherID + "." + mark, id + "." + mark + "A", mark, "9999." + mark, receipt + ".", "\x00.", strings.ToUpper(id) + "x." + mark} {
		if err := h.Receipt(t.Context(), contract.Receipt{Receipt: bad}); !fault.Is(err, fault.Unknown) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	const seen = `SELECT coalesce(string_agg(coalesce(shown_at::text, '-') || ' ' || coalesce(opened_at::text, '-'), ', ' ORDER BY shown_at NULLS LAST), '') FROM deliveries`
	if got := h.text(seen); got != "- -, - -" {
		t.Fatalf("noted %s", got)
	}
	say := func(opened bool) string {
		if err := h.Receipt(t.Context(), contract.Receipt{Receipt: receipt, Opened: opened}); err != nil {
			t.Fatal(err)
		}
		return h.text(seen)
	}
	shown := say(false)
	if again := say(false); again != shown || strings.HasPrefix(shown, "-") {
		t.Errorf("%s, then %s", shown, again)
	}
	opened := say(true)
	if again := say(true); again != opened || opened == shown || !strings.HasSuffix(opened, ", - -") || opened[:20] != shown[:20] {
		t.Errorf("%s, then %s, then %s", shown, opened, again)
	}
	if again := say(false); again != opened {
		t.Errorf("%s, then %s", opened, again)
	}
}

// Devices that are never reached, and messages that are too old, go.
func TestSweep(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "hp")
	h.browser("budi", "budi")
	h.tell("siti", "a")
	h.tell("budi", "a")
	h.exec(`UPDATE push_devices SET failing_at = now() - interval '61 days' WHERE person_id = 'siti'`)
	h.exec(`UPDATE push_devices SET failing_at = now() - interval '59 days' WHERE person_id = 'budi'`)
	h.exec(`UPDATE messages SET sent_at = now() - interval '3 years' WHERE person_id = 'siti'`)
	if err := h.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]string{"push_devices": "budi", "messages": "budi"} {
		if got := h.text(`SELECT string_agg(person_id, ' ') FROM ` + what); got != want {
			t.Errorf("%s of %s are left", what, got)
		}
	}
	if n := h.text(`SELECT count(*)::text FROM deliveries`); n != "1" {
		t.Errorf("%s deliveries are left", n)
	}
}
