package permit

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"rumah/app/browser"
	"rumah/shared/fault"
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
	keptRefused = "permohonan-ditolak:"
)

// keep remembers an application as the server told it; ok is false on a phone
// that is full.
func keep(a permit.Application) (ok bool) {
	text, err := json.Marshal(a)
	return err == nil && browser.KeepOwn(keptPrefix+a.ID, string(text))
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
	unfail(id)
	hold(id)
}

// fail remembers why something that waited was not sent, until somebody has
// looked at it: they may be anywhere when it turns out.
func fail(id string, f *fault.Fault) {
	if text, err := json.Marshal(f); err == nil {
		browser.KeepOwn(keptRefused+id, string(text))
	}
}

func unfail(id string) { browser.DropOwn(keptRefused + id) }

// failed is why an application was not sent; nil for one that was not refused,
// or has gone on since.
func failed(id string, stage permit.Stage) *fault.Fault {
	f := &fault.Fault{}
	if text := browser.KeptOwn(keptRefused + id); text == "" || stage != permit.Draft && stage != permit.Returned || json.Unmarshal([]byte(text), f) != nil {
		return nil
	}
	return f
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

func keepWriting(id string, w writing) (ok bool) {
	text, err := json.Marshal(w)
	return err == nil && browser.KeepOwn(keptWriting+id, string(text))
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

// queue puts one there; ok is false on a phone that is full.
func queue(id string) (ok bool) {
	unfail(id)
	return waits(id) || browser.KeepOwn(keptOutbox, strings.Join(append(outbox(), id), " "))
}

// hold takes one out.
func hold(id string) {
	rest := slices.DeleteFunc(outbox(), func(o string) bool { return o == id })
	browser.KeepOwn(keptOutbox, strings.Join(rest, " "))
}
