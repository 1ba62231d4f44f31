package proof

import (
	"time"

	"rumah/shared/calendar"
)

// What is signed begins with what it is, so that no signature of one thing
// holds for another.
const (
	documentContext = "rumah proof document 1\x00"
	listContext     = "rumah proof list 1\x00"
)

// Status is what a code turns out to be.
type Status string

// The statuses. Only Genuine holds.
const (
	Genuine    Status = "genuine"     //
	Revoked    Status = "revoked"     // it was taken back
	Replaced   Status = "replaced"    // another document holds instead
	Expired    Status = "expired"     // its last day is over
	Forged     Status = "forged"      // nobody here wrote it so
	UnknownKey Status = "unknown_key" // signed with a key that this phone has not: old knowledge, or forged
	Newer      Status = "newer"       // written in a way that this phone cannot read yet
)

// Statuses are all statuses.
var Statuses = []Status{Genuine, Revoked, Replaced, Expired, Forged, UnknownKey, Newer}

// Key is a public key that documents are signed with.
type Key struct {
	Number    byte          `json:"number"`          // from 1
	Public    []byte        `json:"public"`          // Ed25519, 32 bytes
	From      calendar.Date `json:"from,omitempty"`  // first and last day on which it signs; "" for no bound
	Until     calendar.Date `json:"until,omitempty"` //
	Certified bool          `json:"certified"`       // of a certified provider; else shown as "TIDAK TERSERTIFIKASI"
}

// signs reports whether the key was in use on a day.
func (k *Key) signs(d calendar.Date) bool {
	return d >= k.From && (k.Until == "" || d <= k.Until)
}

// verify reports whether a signature is the key's.
func (k *Key) verify(context string, message, signature []byte) bool {
	return verify(k.Public, append([]byte(context), message...), signature)
}

func keyOf(keys []Key, number byte) *Key {
	for i := range keys {
		if keys[i].Number == number {
			return &keys[i]
		}
	}
	return nil
}

// Result is what is known of a code.
type Result struct {
	Status    Status    `json:"status"`
	Document  Document  `json:"document"`  // zero when the status says nothing about one
	Certified bool      `json:"certified"` // the key is of a certified provider
	Known     time.Time `json:"known"`     // when the list was made that says what is revoked; zero without one
}

// Verify tells what a code is, at a moment on the regency's clock. It asks
// nobody: keys and list are what the phone has. The list says what was
// revoked up to its own time, so a result is as old as Known.
func Verify(code string, keys []Key, list *List, now time.Time) Result {
	r := Result{Status: Forged}
	if list != nil {
		r.Known = list.At
	}
	b, err := read(code)
	if err != nil || len(b) < 2 {
		return r
	}
	key := keyOf(keys, b[1])
	switch {
	case b[0] > format && b[0] <= latest:
		r.Status = Newer
		return r
	case b[0] != format || b[1] == 0 || len(b) < 2+signatureLength:
		return r
	case key == nil:
		r.Status = UnknownKey
		return r
	}
	message, signature := b[:len(b)-signatureLength], b[len(b)-signatureLength:]
	if !key.verify(documentContext, message, signature) {
		return r
	}
	d, err := decode(message)
	if err != nil || !key.signs(d.Date) {
		return r
	}
	r.Document, r.Certified = d, key.Certified
	r.Status = list.status(d.ID)
	if r.Status == Genuine && d.Until != "" && calendar.DateOf(now) > d.Until {
		r.Status = Expired
	}
	return r
}
