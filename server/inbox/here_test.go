package inbox_test

import (
	"context"
	"testing"
	"time"

	callapi "rumah/server/api"
	"rumah/server/push/pushtest"
	"rumah/shared/access"
	contract "rumah/shared/inbox"
)

// at is a request of siti from another device of hers.
func (h *house) at(session string) context.Context {
	h.t.Helper()
	h.exec(`INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at)
VALUES ($1::text, sha256($1::text::bytea), 'siti', 'code', '', now(), now(), now() + interval '1 day') ON CONFLICT DO NOTHING`, session)
	return callapi.WithActor(h.t.Context(), access.Actor{ID: "siti", Session: session})
}

// starts is the app that starts in a browser.
func (h *house) starts(ctx context.Context, b *pushtest.Browser, agreed bool) contract.Devices {
	h.t.Helper()
	list, err := h.Subscribe(ctx, contract.Subscribe{Endpoint: b.Endpoint, P256DH: b.P256DH, Auth: b.Auth, New: agreed})
	if err != nil {
		h.t.Fatal(err)
	}
	return list
}

// A browser knows which of the devices it is. One that was removed does not
// come back by starting; it does when somebody agrees there.
func TestARemovedDeviceStaysAway(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.browser("siti", "lama")
	phone, err := h.service.Browser("hp")
	if err != nil {
		t.Fatal(err)
	}
	list := h.starts(h.at("hp"), phone, true)
	if len(list.Items) != 2 || !list.Items[0].Here || list.Items[1].Here {
		t.Fatalf("which is here: %+v", list.Items)
	}
	// Removed from the other device.
	if list, err = h.Remove(h.as("siti"), contract.ID{ID: list.Items[0].ID}); err != nil || len(list.Items) != 1 || !list.Items[0].Here {
		t.Fatalf("after it was removed: %+v, %v", list.Items, err)
	}
	if list = h.starts(h.at("hp"), phone, false); len(list.Items) != 1 || list.Items[0].Here {
		t.Errorf("it came back by itself: %+v", list.Items)
	}
	if list = h.starts(h.at("hp"), phone, true); len(list.Items) != 2 || !list.Items[0].Here {
		t.Errorf("it does not come back: %+v", list.Items)
	}
	if list = h.starts(h.at("hp"), phone, false); len(list.Items) != 2 {
		t.Errorf("it did not stay: %+v", list.Items)
	}
}

// What became of a trial is told as it is: on its way, with the push
// service, on the screen, or lost.
func TestWhatBecameOfATrial(t *testing.T) {
	t.Parallel()
	h := open(t)
	b, other := h.browser("siti", "hp"), h.browser("siti", "lain")
	tried := func(want contract.Tried) {
		t.Helper()
		for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
			list, err := h.Devices(h.as("siti"))
			if err == nil && len(list.Items) == 2 && list.Items[1].Trial == want && list.Items[0].Trial == contract.NotTried {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%+v, %v, want %q", list.Items, err, want)
			}
		}
	}
	tried(contract.NotTried)
	list, err := h.Devices(h.as("siti"))
	if err == nil {
		_, err = h.Try(h.as("siti"), contract.ID{ID: list.Items[1].ID})
	}
	if err != nil {
		t.Fatal(err)
	}
	tried(contract.TriedWaits)
	h.start()
	p := h.pushed(b, "hp", 1)[0]
	tried(contract.TriedSent)
	if n := len(h.service.Arrivals("")); n != 1 {
		t.Errorf("%d pushes for one trial, and %s is not tried", n, other.Endpoint)
	}
	if err := h.Receipt(t.Context(), contract.Receipt{Receipt: p.Receipt}); err != nil {
		t.Fatal(err)
	}
	tried(contract.TriedShown)
	if age := time.Since(time.UnixMilli(p.At)); age < 0 || age > time.Minute {
		t.Errorf("it happened %v ago", age)
	}
	h.exec(`UPDATE deliveries SET shown_at = NULL, state = 'failed'`)
	tried(contract.TriedLost)
	h.exec(`UPDATE deliveries SET made_at = made_at - interval '1 hour'`)
	tried(contract.NotTried)
}
