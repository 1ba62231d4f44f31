package permit

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"rumah/app/browser"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// What the phone keeps of applications, for when there is no network. It goes
// with whoever is signed in.
const (
	keptMine    = "permohonan"
	keptPrefix  = "permohonan:"
	keptWriting = "isian:"
	keptOutbox  = "permohonan-kirim"
)

// keep remembers an application as the server told it.
func keep(a permit.Application) {
	if text, err := json.Marshal(a); err == nil {
		browser.KeepOwn(keptPrefix+a.ID, string(text))
	}
}

// kept is the application as it was last told.
func kept(id string) (a permit.Application, ok bool) {
	text := browser.KeptOwn(keptPrefix + id)
	return a, text != "" && json.Unmarshal([]byte(text), &a) == nil
}

// forget drops all that is kept of one.
func forget(id string) {
	browser.DropOwn(keptPrefix + id)
	browser.DropOwn(keptWriting + id)
	hold(id)
}

func keepMine(m permit.Mine) {
	if text, err := json.Marshal(m); err == nil {
		browser.KeepOwn(keptMine, string(text))
	}
}

func mineKept() (m permit.Mine, ok bool) {
	text := browser.KeptOwn(keptMine)
	return m, text != "" && json.Unmarshal([]byte(text), &m) == nil
}

// writing is what somebody wrote on this phone into an application, and the
// server may not have yet.
type writing struct {
	Save    int          `json:"save"` // what it was written on; 0 for a correction
	Answers form.Answers `json:"answers"`
	At      time.Time    `json:"at"`
	Dirty   bool         `json:"dirty"` // the server does not have it
}

func keepWriting(id string, w writing) {
	if text, err := json.Marshal(w); err == nil {
		browser.KeepOwn(keptWriting+id, string(text))
	}
}

func writingKept(id string) (w writing, ok bool) {
	text := browser.KeptOwn(keptWriting + id)
	return w, text != "" && json.Unmarshal([]byte(text), &w) == nil
}

// outbox are the applications that wait for a network to be sent.
func outbox() []string {
	return strings.Fields(browser.KeptOwn(keptOutbox))
}

// waits reports whether an application waits for a network to be sent.
func waits(id string) bool { return slices.Contains(outbox(), id) }

// queue puts one there.
func queue(id string) {
	if !waits(id) {
		browser.KeepOwn(keptOutbox, strings.Join(append(outbox(), id), " "))
	}
}

// hold takes one out.
func hold(id string) {
	rest := slices.DeleteFunc(outbox(), func(o string) bool { return o == id })
	browser.KeepOwn(keptOutbox, strings.Join(rest, " "))
}
