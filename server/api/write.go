package api

import (
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"rumah/shared/api"
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

// filePolicy is what a file may do that somebody sent to us: nothing, beside
// being looked at in a page of the house.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

// deliver sends a file as it is, to be looked at. One that is for everybody
// may be kept as the operation says, any other by nobody.
func (m *Mux) deliver(w http.ResponseWriter, r *http.Request, op Operation, file api.File) {
	h := w.Header()
	h.Set("Content-Type", file.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": file.Name}))
	h.Set("Content-Security-Policy", filePolicy)
	h.Set("Cache-Control", "private, no-store")
	if op.Cache > 0 {
		h.Set("Cache-Control", "public, max-age="+strconv.Itoa(op.Cache))
	}
	h.Set("Content-Length", strconv.Itoa(len(file.Data)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(file.Data) // the caller may be gone
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
