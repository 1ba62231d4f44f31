package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// packer is a compressor that is used again and again: a fresh one costs more
// memory than the pages it packs.
type packer interface {
	io.WriteCloser
	Flush() error
	Reset(io.Writer)
}

// brotliLevel packs a page of 40 KB in about a millisecond; the levels above
// it cost several times that for a few percent.
const brotliLevel = 4

var packers = [...]sync.Pool{
	asGzip:   {New: func() any { return gzip.NewWriter(nil) }},
	asBrotli: {New: func() any { return brotli.NewWriterLevel(nil, brotliLevel) }},
}

func takePacker(c coding, to io.Writer) packer {
	p := packers[c].Get().(packer)
	p.Reset(to)
	return p
}

func givePacker(c coding, p packer) {
	p.Reset(nil) // or it would keep the whole request
	packers[c].Put(p)
}

// packable reports whether a body of this kind is packed on its way out:
// pages and JSON, unless somebody did it already or forbade it. Files come
// packed from the build. Nothing secret may stand in one body with what the
// reader sent, or its size would tell.
func packable(h http.Header, status int) bool {
	if !hasBody(status) || status == http.StatusPartialContent || h.Get("Content-Encoding") != "" || h.Get("Content-Range") != "" {
		return false
	}
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "text/html", "application/json":
		return !strings.Contains(h.Get("Cache-Control"), "no-transform")
	}
	return false
}

// vary says that the body depends on Accept-Encoding, once.
func vary(h http.Header) {
	for _, v := range h["Vary"] {
		if strings.Contains(strings.ToLower(v), "accept-encoding") {
			return
		}
	}
	h.Add("Vary", "Accept-Encoding")
}
