package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
)

// fixed serves one document that changes only with the version of the server.
func fixed(kind string, body []byte) http.Handler {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:8]) + `"`
	br, gz := packBrotli(body), packGzip(body)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", kind)
		h.Set("ETag", tag)
		h.Set("Cache-Control", "no-cache")
		h.Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		out := body
		switch accept := r.Header.Get("Accept-Encoding"); {
		case accepts(accept, "br"):
			out = br
			h.Set("Content-Encoding", "br")
		case accepts(accept, "gzip"):
			out = gz
			h.Set("Content-Encoding", "gzip")
		}
		h.Set("Content-Length", strconv.Itoa(len(out)))
		if r.Method != http.MethodHead {
			_, _ = w.Write(out) // the reader may be gone
		}
	})
}
