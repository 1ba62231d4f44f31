package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// Static is every file the phone may ask for, in memory and compressed. A
// file answers under its plain name, to be asked for again each time, and
// under a name with its hash, which never changes.
type Static struct {
	files map[string]*file  // by address
	names map[string]string // plain address to hashed address
}

type file struct {
	kind      string
	data      []byte // identity; nil for what was compressed at build
	br, gz    []byte
	tag       string
	immutable bool
}

const base = "/assets/"

// NewStatic reads the files of assets. The style sheets become one, look.css,
// with the addresses in them hashed.
func NewStatic(assets fs.FS) (*Static, error) {
	s := &Static{files: map[string]*file{}, names: map[string]string{}}
	for _, dir := range []string{"font", "icon", "js"} {
		if err := s.addDir(assets, dir); err != nil {
			return nil, err
		}
	}
	css, err := styles(assets)
	if err != nil {
		return nil, err
	}
	s.add("css/look.css", []byte(s.hashedIn(css)))
	if err := s.addPrograms(assets); err != nil {
		return nil, err
	}
	s.compress()
	return s, nil
}

func (s *Static) addDir(assets fs.FS, dir string) error {
	return fs.WalkDir(assets, dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := fs.ReadFile(assets, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		s.add(name, data)
		return nil
	})
}

// styles joins the sheets in the order of their names.
func styles(assets fs.FS) (string, error) {
	sheets, err := fs.Glob(assets, "css/*.css")
	if err != nil || len(sheets) == 0 {
		return "", fmt.Errorf("no style sheets in css: %w", err)
	}
	sort.Strings(sheets)
	var b strings.Builder
	for _, name := range sheets {
		data, err := fs.ReadFile(assets, name)
		if err != nil {
			return "", fmt.Errorf("read %s: %w", name, err)
		}
		b.Write(minifyCSS(data))
	}
	return b.String(), nil
}

func (s *Static) hashedIn(css string) string {
	for plain, hashed := range s.names {
		css = strings.ReplaceAll(css, `url("`+plain+`")`, `url("`+hashed+`")`)
	}
	return css
}

func (s *Static) add(name string, data []byte) {
	sum := sha256.Sum256(data)
	s.put(name, &file{data: data}, hex.EncodeToString(sum[:5]))
}

// addPrograms adds the programs for the phone as the build left them: that of
// citizens, and that of desks, which knows everything.
func (s *Static) addPrograms(assets fs.FS) error {
	loader, err := fs.ReadFile(assets, "dist/wasm_exec.js")
	if err != nil {
		return nil //nolint:nilerr // not built yet: pages work without it
	}
	s.add("js/wasm_exec.js", loader)
	for _, name := range []string{"app.wasm", "desk.wasm"} {
		br, err := fs.ReadFile(assets, "dist/"+name+".br")
		if err != nil {
			return fmt.Errorf("read program: %w", err)
		}
		gz, err := fs.ReadFile(assets, "dist/"+name+".gz")
		if err != nil {
			return fmt.Errorf("read program: %w", err)
		}
		sum := sha256.Sum256(br)
		s.put(name, &file{br: br, gz: gz}, hex.EncodeToString(sum[:5]))
	}
	return nil
}

func (s *Static) put(name string, f *file, hash string) {
	ext := path.Ext(name)
	f.kind = kindOf(ext)
	f.tag = `"` + hash + `"`
	plain := base + name
	hashed := base + strings.TrimSuffix(name, ext) + "." + hash + ext
	forever := *f
	forever.immutable = true
	s.files[plain], s.files[hashed], s.names[plain] = f, &forever, hashed
}

func kindOf(ext string) string {
	switch ext {
	case ".wasm":
		return "application/wasm"
	case ".woff2":
		return "font/woff2"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	return mime.TypeByExtension(ext)
}

// Hashed is the address of a file that may be kept for ever; the plain one
// when there is no such file.
func (s *Static) Hashed(plain string) string {
	if hashed, ok := s.names[plain]; ok {
		return hashed
	}
	return plain
}

// Names are the addresses with a hash, sorted: they change when any file does.
func (s *Static) Names() []string { return slices.Sorted(maps.Values(s.names)) }

// Has reports whether there is a file at the plain address.
func (s *Static) Has(plain string) bool { return s.names[plain] != "" }

// compress packs what shrinks, each file once for both its names.
func (s *Static) compress() {
	var wg sync.WaitGroup
	for plain, hashed := range s.names {
		f := s.files[plain]
		if f.data == nil || !shrinks(f.kind) {
			continue
		}
		wg.Go(func() {
			f.br, f.gz = packBrotli(f.data), packGzip(f.data)
			twin := s.files[hashed]
			twin.br, twin.gz = f.br, f.gz
		})
	}
	wg.Wait()
}

func shrinks(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.Contains(kind, "json") || strings.Contains(kind, "svg")
}

func packBrotli(data []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	_, _ = w.Write(data) // to memory: cannot fail
	_ = w.Close()
	return b.Bytes()
}

func packGzip(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// ServeHTTP answers under /assets/.
func (s *Static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := s.files[r.URL.Path]
	if f == nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if f.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if match := r.Header.Get("If-None-Match"); match != "" && strings.Contains(match, f.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	f.write(w, r)
}

func (f *file) write(w http.ResponseWriter, r *http.Request) {
	accept := r.Header.Get("Accept-Encoding")
	body, encoding := f.data, ""
	switch {
	case f.br != nil && accepts(accept, "br"):
		body, encoding = f.br, "br"
	case f.gz != nil && accepts(accept, "gzip"):
		body, encoding = f.gz, "gzip"
	case body == nil:
		f.unpacked(w, r)
		return
	}
	if encoding != "" {
		w.Header().Set("Content-Encoding", encoding)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader may be gone
	}
}

// unpacked serves the rare client that takes no compression.
func (f *file) unpacked(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		return
	}
	if unpack, err := gzip.NewReader(bytes.NewReader(f.gz)); err == nil {
		_, _ = io.Copy(w, unpack)
	}
}

// accepts is a plain reading of Accept-Encoding: named, and not refused.
func accepts(header, encoding string) bool {
	for _, part := range strings.Split(header, ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			quality = strings.ReplaceAll(quality, " ", "")
			return quality != "q=0" && quality != "q=0.0" && quality != "q=0.00" && quality != "q=0.000"
		}
	}
	return false
}
