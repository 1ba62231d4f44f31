package web

import (
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

// sink is a response that goes nowhere, so that only our own cost shows.
type sink struct{ header http.Header }

func (s sink) Header() http.Header         { return s.header }
func (s sink) Write(p []byte) (int, error) { return len(p), nil }
func (s sink) WriteHeader(int)             {}

// BenchmarkEdge is what the edge adds to a request, beside the same handlers
// without it: a small JSON answer, a file that is packed already, and a page
// of 40 KB packed on its way out.
func BenchmarkEdge(b *testing.B) {
	page := []byte(pageLike(40 << 10))
	mux := http.NewServeMux()
	serve := func(pattern, kind, encoding string, body []byte) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			if encoding != "" {
				w.Header().Set("Content-Encoding", encoding)
			}
			_, _ = w.Write(body)
		})
	}
	serve("GET /api/places/{id}", "application/json", "", []byte(`{"id":"a","name":"Puskesmas"}`))
	serve("GET /assets/", "text/css", "br", page)
	serve("GET /tempat", "text/html", "", page)
	log := slog.New(slog.NewJSONHandler(io.Discard, nil))
	guarded := Edge(EdgeConfig{Log: log, Limits: Limits{Pages: Budget{1e9, 1e9}, Reads: Budget{1e9, 1e9}}}, mux)
	for _, kind := range []struct{ name, path, accept string }{
		{"json", "/api/places/a", "gzip, br"}, {"file", "/assets/look.css", "gzip, br"},
		{"page", "/tempat", ""}, {"page-gzip", "/tempat", "gzip"}, {"page-br", "/tempat", "gzip, br"},
	} {
		for _, way := range []struct {
			name    string
			handler http.Handler
		}{{"bare", mux}, {"edge", guarded}} {
			b.Run(kind.name+"/"+way.name, func(b *testing.B) {
				r, err := http.NewRequest("GET", "http://localhost"+kind.path, nil)
				if err != nil {
					b.Fatal(err)
				}
				r.RemoteAddr, r.RequestURI = "192.0.2.1:4711", kind.path
				r.Header.Set("Accept-Encoding", kind.accept)
				r.Header.Set("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36")
				b.ReportAllocs()
				for b.Loop() {
					way.handler.ServeHTTP(sink{http.Header{}}, r)
				}
			})
		}
	}
}

// BenchmarkEdgeSocket is the same over a real connection.
func BenchmarkEdgeSocket(b *testing.B) {
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"id":"a","name":"Puskesmas"}`)
	})
	log := slog.New(slog.NewJSONHandler(io.Discard, nil))
	for _, way := range []struct {
		name    string
		handler http.Handler
	}{{"bare", handler}, {"edge", Edge(EdgeConfig{Log: log, Limits: Limits{Off: true}}, handler)}} {
		b.Run(way.name, func(b *testing.B) {
			s := open(b, EdgeConfig{Limits: Limits{Off: true}}, nil)
			s.Config.Handler = way.handler
			for b.Loop() {
				res, err := plainClient.Get(s.URL + "/api/places/a")
				if err != nil {
					b.Fatal(err)
				}
				_, _ = io.Copy(io.Discard, res.Body)
				_ = res.Body.Close()
			}
		})
	}
}

// BenchmarkPack is the price and the gain of the codings on a page.
func BenchmarkPack(b *testing.B) {
	page := []byte(pageLike(40 << 10))
	for _, c := range []coding{asGzip, asBrotli} {
		b.Run(c.String(), func(b *testing.B) {
			var n counter
			for b.Loop() {
				n = 0
				p := takePacker(c, &n)
				_, _ = p.Write(page)
				_ = p.Close()
				givePacker(c, p)
			}
			b.ReportMetric(float64(n), "bytes")
			b.ReportMetric(float64(len(page))/float64(n), "ratio")
		})
	}
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// pageLike is a list as the pages have it: the same tags, other words.
func pageLike(size int) string {
	names := strings.Fields("Puskesmas Kelurahan Kecamatan Kantor Dinas Balai Rumah Sakit Mal Pelayanan Publik Krian Waru Taman Gedangan Buduran Candi Porong Tulangan Sukodono Prambon")
	var page strings.Builder
	page.WriteString("<!doctype html><html lang=\"id\"><body><ul>")
	for i := 0; page.Len() < size; i++ {
		name := names[i*7%len(names)] + " " + names[i*13%len(names)]
		page.WriteString(`<li class="row"><a class="row-link" href="/tempat/` + strings.ToLower(name[:5]) + string(rune('a'+i%26)) + string(rune('a'+i*3%26)) +
			`"><svg class="icon" aria-hidden="true"><use href="/assets/icon/icons.svg#rumah"></use></svg><strong>` + name +
			`</strong><span class="soft">Buka sampai ` + string(rune('0'+i%10)) + `.` + string(rune('0'+i*3%6)) + `0</span></a></li>`)
	}
	page.WriteString("</ul></body></html>")
	return page.String()
}
