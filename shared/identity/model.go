// Package identity is who somebody is: how a citizen or a member of staff
// comes in, the family they act for, and the rules of NIK, KK, BPJS card and
// phone number.
package identity

import (
	"rumah/shared/access"
	"rumah/shared/fault"
)

// Level is how well the house knows a citizen.
type Level string

// The levels of a signed-in citizen.
const (
	ByPhone Level = "phone" // holds the phone
	ByNIK   Level = "nik"   // an officer has seen the KTP
)

// Viewer is who looks at a page, as far as the frame needs to know. The zero
// Viewer is a guest.
type Viewer struct {
	ID     string         `json:"id,omitempty"`
	Name   string         `json:"name,omitempty"` // "" until they told it
	Staff  bool           `json:"staff,omitempty"`
	Grants []access.Grant `json:"grants,omitempty"`
}

// May reports whether the viewer may call operations for role. It decides
// what is shown; the server decides what is done.
func (v Viewer) May(role access.Role) bool {
	return access.Actor{ID: v.ID, Staff: v.Staff, Grants: v.Grants}.May(role)
}

// AskCode asks for a one-time code.
type AskCode struct {
	Phone string `json:"phone" check:"required,max=40"`
	Lang  string `json:"lang" check:"oneof=id|en|jv"` // of the message; "" is id
}

// CheckMore wants a phone that can receive messages.
func (a *AskCode) CheckMore() error {
	if p, ok := ParsePhone(a.Phone); a.Phone != "" && (!ok || !p.Mobile()) {
		return fault.Wrong(fault.Field{Name: "phone", Key: "mobile"})
	}
	return nil
}

// CodeSent says that a code is on its way.
type CodeSent struct {
	ID    string `json:"id"`    // to enter it
	Phone string `json:"phone"` // as dialled, masked: "0812-••••-6789"
	Again int    `json:"again"` // seconds until another may be asked for
	Valid int    `json:"valid"` // seconds until it expires
	Hint  string `json:"hint"`  // the code itself in a house for trying out; else ""
}

// EnterCode answers with the code.
type EnterCode struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Code string `json:"code" check:"required,max=12"`
}

// CheckMore wants six digits; blanks between them are forgiven.
func (e *EnterCode) CheckMore() error {
	if e.Code != "" && len(Digits(e.Code)) != CodeLength {
		return fault.Wrong(fault.Field{Name: "code", Key: "code"})
	}
	return nil
}

// CodeLength is how many digits a one-time code has, of the phone and of an
// authenticator app.
const CodeLength = 6

// Entered says who is signed in now. The session itself is a cookie.
type Entered struct {
	Viewer Viewer `json:"viewer"`
	New    bool   `json:"new"` // the account has no name yet
}

// Challenge is what a browser asks its authenticator.
type Challenge struct {
	ID      string `json:"id"`
	Options string `json:"options"` // JSON as the WebAuthn API of browsers takes it
}

// PasskeyAnswer is what the authenticator said.
type PasskeyAnswer struct {
	ID       string `json:"id" check:"required,max=60"`
	Response string `json:"response" check:"required,max=20000"` // JSON of the PublicKeyCredential
	Name     string `json:"name" check:"line,max=60"`            // of the device, when one is added
}

// EnterPassword is how staff comes in without a passkey.
type EnterPassword struct {
	Email    string `json:"email" check:"required,email,max=254"`
	Password string `json:"password" check:"required,max=200"`
	Code     string `json:"code" check:"required,max=12"` // of the authenticator app
}
