package queue

import (
	"bytes"
	"strings"
	"testing"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

func TestDevicesComeAndGo(t *testing.T) {
	t.Parallel()
	h := newTown(t)
	board, err := h.s.Install(keeper, queue.NewDevice{Kind: queue.Board, Name: "Papan lobi", Place: "dinas-laut", Queues: []string{"tabib"}})
	if err != nil || board.Device.By != "Dewi" || !strings.HasPrefix(board.Link, "https://contoh.id/papan/") {
		t.Fatalf("%+v %v", board, err)
	}
	kiosk, err := h.s.Install(keeper, queue.NewDevice{Kind: queue.Kiosk, Name: "Kios pintu", Place: "loket-hulu"})
	token, found := strings.CutPrefix(kiosk.Link, "https://contoh.id/kios/")
	if err != nil || !found || len(token) < 22 {
		t.Fatalf("%+v %v", kiosk, err)
	}
	// The token itself is kept nowhere.
	var hash []byte
	if err := h.db.NewRaw(`SELECT token_hash FROM queue_devices WHERE id = ?`, kiosk.Device.ID).Scan(t.Context(), &hash); err != nil || !bytes.Equal(hash, vault.Fingerprint(token)) {
		t.Errorf("%x %v", hash, err)
	}
	all, err := h.s.Devices(keeper, queue.DevicesOf{})
	if err != nil || len(all.Items) != 2 || len(all.Places) != 3 || len(all.Queues) != 3 {
		t.Fatalf("%+v %v", all, err)
	}
	if d := all.Items[0]; d.Name != "Papan lobi" || d.By != "Dewi" || len(d.Queues) != 1 || !d.Seen.IsZero() || !d.Made.Equal(monday) {
		t.Errorf("%+v", d)
	}
	if one, err := h.s.Devices(keeper, queue.DevicesOf{Place: "loket-hulu"}); err != nil || len(one.Items) != 1 || one.Items[0].PlaceName == "" {
		t.Errorf("%+v %v", one, err)
	}
	_, err = h.s.Install(keeper, queue.NewDevice{Kind: queue.Board, Name: "Papan", Place: "dinas-laut", Queues: []string{"lapor"}})
	key(t, err, "choice")
	if _, err := h.s.Revoke(admin("dinas-darat"), queue.DeviceID{ID: board.Device.ID}); !fault.Is(err, fault.Unknown) {
		t.Errorf("a stranger revoked: %v", err)
	}
	left, err := h.s.Revoke(keeper, queue.DeviceID{ID: board.Device.ID})
	if err != nil || len(left.Items) != 1 || left.Items[0].Kind != queue.Kiosk {
		t.Errorf("%+v %v", left, err)
	}
	_, err = h.s.Revoke(keeper, queue.DeviceID{ID: board.Device.ID})
	key(t, err, "unknown")
}
