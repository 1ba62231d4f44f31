package document

import (
	"context"
	"encoding/json"
	"time"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/document"
	"rumah/shared/proof"
)

// keptRing is what the phone keeps to verify codes without a network. It is
// nobody's: it stays when somebody leaves.
const keptRing = "kunci-surat"

// fresh is how old the ring may be before another is asked for. Whoever
// verifies without a network is told of when it is.
const fresh = 12 * time.Hour

// Resync brings the ring up to date, when it is time.
func Resync(h *house.House) {
	ring, ok := kept()
	if ok && h.Now().Sub(ring.At).Abs() < fresh {
		return
	}
	go func() {
		wait, stop := context.WithTimeout(context.Background(), time.Minute)
		defer stop()
		if got, err := h.Documents.Keys(wait); err == nil && later(ring, got) {
			keep(got)
		}
	}()
}

// later reports whether a ring may take the place of one that is kept: it
// opens, and does not know less of what was taken back.
func later(have, got document.Keyring) bool {
	list, err := proof.OpenList(got.List, got.Keys)
	if err != nil {
		return false
	}
	before, err := proof.OpenList(have.List, have.Keys)
	return err != nil || list.Version >= before.Version
}

func keep(ring document.Keyring) {
	if text, err := json.Marshal(ring); err == nil {
		browser.Keep(keptRing, string(text))
	}
}

func kept() (ring document.Keyring, ok bool) {
	text := browser.Kept(keptRing)
	return ring, text != "" && json.Unmarshal([]byte(text), &ring) == nil
}

// here verifies a code with what a ring knows; ok is false for one that only
// the house can tell of.
func here(ring document.Keyring, code string, now time.Time) (r proof.Result, ok bool) {
	if _, short := proof.ParseID(code); short {
		return r, false
	}
	code, _ = proof.Read(code)
	list, _ := proof.OpenList(ring.List, ring.Keys) // without one the result says that it knows of none
	return proof.Verify(code, ring.Keys, list, now), true
}
