package database

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Storable reports whether Postgres can be asked about the texts: they are
// UTF-8 without the zero letter. Addresses of pages reach services unchecked.
func Storable(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool {
		return !utf8.ValidString(s) || strings.ContainsRune(s, 0)
	})
}
