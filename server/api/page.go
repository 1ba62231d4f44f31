package api

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"rumah/shared/access"
	"rumah/shared/fault"
)

// NameBytes is how much of a name a cursor carries and statements sort by:
// enough to tell names apart, and short enough for an address.
const NameBytes = 36

// Begin is the part of a name a cursor carries.
func Begin(name string) []byte { return []byte(name)[:min(len(name), NameBytes)] }

// Cursor writes where a page ended as it travels. The order it stands in must
// be total, so that the next page begins right after it even among equals,
// and even when lines came or went in between.
func Cursor(last any) string {
	data, err := json.Marshal(last)
	if err != nil {
		panic(err) // a struct of texts and numbers
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// ReadCursor reads what Cursor wrote. It travelled through a phone, so its
// reader still looks at each value and answers BadCursor for what it never
// wrote.
func ReadCursor(after string, into any) error {
	data, err := base64.RawURLEncoding.DecodeString(after)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		return BadCursor()
	}
	return nil
}

// BadCursor is the fault of a cursor that we did not write.
func BadCursor() error { return fault.Wrong(fault.Field{Name: "after", Key: "cursor"}) }

// Scope is for which agencies somebody acts: all, or some and those below
// them. Statements take it whole.
type Scope struct {
	All  bool
	Over []string `bun:",array"`
}

// ScopeOf is for which agencies the maker of a request holds role.
func ScopeOf(ctx context.Context, role access.Role) Scope {
	all, over := Actor(ctx).Over(role)
	return Scope{All: all, Over: over}
}
