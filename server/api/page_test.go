package api_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rumah/server/api"
	"rumah/shared/fault"
)

// A cursor comes back as it went, fits into an address, and whatever else is
// sent in its place is told so.
func TestCursor(t *testing.T) {
	t.Parallel()
	type last struct {
		Rank int    `json:"r"`
		Name []byte `json:"n"`
		ID   string `json:"i"`
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		went := last{rapid.IntRange(0, 20_000).Draw(t, "rank"), api.Begin(name), "some-slug"}
		text := api.Cursor(went)
		var came last
		if err := api.ReadCursor(text, &came); err != nil || came.Rank != went.Rank || string(came.Name) != string(went.Name) || came.ID != went.ID {
			t.Fatalf("%+v became %+v: %v", went, came, err)
		}
		if len(text) > 200 || strings.ContainsAny(text, "+/=&?# ") || !strings.HasPrefix(name, string(came.Name)) {
			t.Fatalf("%q does not fit", text)
		}
	})
	for _, bad := range []string{"%", "x", "bnVsbA==", "WzFd", strings.Repeat("A", 500)} {
		if err := api.ReadCursor(bad, &last{}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%q was read: %v", bad, err)
		}
	}
}
