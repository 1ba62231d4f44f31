// Package document is the screens of letters that were issued: whether one is
// genuine, for anybody, and those that somebody has.
package document

import (
	"strings"

	"rumah/app/flow"
	"rumah/app/own"
	"rumah/shared/link"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// The addresses of these screens. QR codes hold theirs in capitals.
const (
	CheckPath    = "/periksa"
	CodePattern  = "/v/{code}"
	ShoutPattern = "/V/{code}"
	MinePath     = "/dokumen"
	OnePattern   = MinePath + "/{id}"
)

// view and private are embedded under names of this package; see flow.View.
type (
	view[T any]    = flow.View[T]
	private[T any] = own.Screen[T]
)

// codeOf is the code that an address is about; "" for none.
func codeOf(at link.At) string {
	for _, pattern := range []string{CodePattern, ShoutPattern} {
		if code, ok := at.Match(pattern); ok {
			return code
		}
	}
	return at.Get("kode")
}

// pathOf is where a code is verified: what a camera read, or what was typed.
func pathOf(at link.At, text string) string {
	code, _ := proof.Read(text)
	if code == "" {
		return at.To(CheckPath)
	}
	return at.To("/v/" + strings.ReplaceAll(code, " ", ""))
}

// name is what a status is called in a list, and its colour.
func name(s proof.Status) (words.T, string) {
	switch s {
	case proof.Revoked:
		return words.PaperRevoked, "bad"
	case proof.Replaced:
		return words.PaperInstead, ""
	case proof.Expired:
		return words.PaperOver, ""
	}
	return words.PaperHolds, "good"
}
