// Package proof is the small signed code that an issued document carries, so
// that any phone can tell whether it is genuine without asking anybody.
//
// The code says what the document is, signed with the regency's key
// (Ed25519). It stands in a QR code as a link: any camera opens the page that
// verifies it, and the app reads it offline, with a list of what was revoked
// that it fetched before. A phone says how old that list is.
//
// A code is one format byte, the number of the key, sixteen random bytes, the
// days, four short texts and the signature, written in 41 characters that QR
// codes keep in five and a half bits each and that may stand in an address.
// There is one way only to write a document, and every other is refused.
//
// Source: specs, permits 4; field, M5.
package proof

import (
	"strings"
	"unicode/utf8"

	"rumah/shared/calendar"
	"rumah/shared/check"
)

// Document is what a code says. Nothing in it names a person: the holder is
// masked before it is signed.
type Document struct {
	ID      ID            `json:"id"`
	Service string        `json:"service"` // what it is: "Surat keterangan tidak mampu"
	Number  string        `json:"number"`  // "470/123/438.7.18/2026"
	Holder  string        `json:"holder"`  // masked: "S*** A***"
	Issuer  string        `json:"issuer"`  // "Kelurahan Celep"
	Date    calendar.Date `json:"date"`    // on which it was signed
	Until   calendar.Date `json:"until"`   // last day it holds; "" when it does not end
}

// MostText is how many bytes the four texts of a document may have together,
// so that a whole link stays below 300 bytes of a QR code.
const MostText = 140

// firstDay is day 0 of codes.
const firstDay calendar.Date = "2020-01-01"

// mostDays is how many days from the first a code can name: to 2129.
const mostDays = 40_000

// Check says what is wrong with a document that is to be signed.
func (d *Document) Check() error {
	var f check.Faults
	if d.ID == (ID{}) {
		f.Add("id", "required", "")
	}
	line := &check.TextRule{Required: true, Form: check.Line, Key: "characters"}
	f.Text("service", d.Service, line)
	f.Text("number", d.Number, line)
	f.Text("holder", d.Holder, &check.TextRule{Form: check.Line, Key: "characters"})
	f.Text("issuer", d.Issuer, line)
	if len(d.Service)+len(d.Number)+len(d.Holder)+len(d.Issuer) > MostText {
		f.Add("service", "proof_long", "140")
	}
	days, ok := between(firstDay, d.Date)
	if !ok || days >= mostDays {
		f.Add("date", "date", "")
	}
	if d.Until != "" {
		if left, ok := between(d.Date, d.Until); !ok || left >= mostDays {
			f.Add("until", "days_order", "")
		}
	}
	return f.Err()
}

// MaskName is a name of which only the first letters of its first two words
// are left: enough for its holder to know it, and for nobody to find them.
func MaskName(name string) string {
	var masked []string
	for _, word := range strings.Fields(check.Seen(name)) {
		if first, _ := utf8.DecodeRuneInString(word); first != utf8.RuneError && len(masked) < 2 {
			masked = append(masked, string(first)+"***")
		}
	}
	return strings.Join(masked, " ")
}
