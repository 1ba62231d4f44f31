package api

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
)

// write sends an answer. A public one that may be kept carries its hash; who
// has it already is told so and nothing more.
func (m *Mux) write(w http.ResponseWriter, r *http.Request, op Operation, status int, body []byte) {
	h := w.Header()
	if status == http.StatusNoContent {
		h.Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		return
	}
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	if op.Cache > 0 && status == http.StatusOK {
		sum := sha256.Sum256(body)
		tag := `"` + hex.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		h.Set("Cache-Control", "public, max-age="+strconv.Itoa(op.Cache))
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the caller may be gone
	}
}

// matches compares weakly, as the standard asks for If-None-Match: the edge
// marks a packed answer as weak.
func matches(header, tag string) bool {
	for _, part := range strings.Split(header, ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
		if part == tag || part == "*" {
			return true
		}
	}
	return false
}
