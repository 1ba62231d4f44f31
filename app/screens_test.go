package app_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"

	"rumah/app"
	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

var addresses = []string{"/meja/layanan", "/meja/layanan/baru", "/meja/layanan/x", "/meja/tempat", "/meja/tempat/x", "/", "/cari?q=x", "/cari?dinas=x", "/layanan", "/layanan?topik=papers", "/layanan/x", "/aplikasi", "/aplikasi/x", "/tempat", "/tempat?q=x&buka=1&jenis=clinic", "/tempat/x", "/peta", "/peta/35.15.08", "/tampilan", "/tentang", "/gaya", "/gaya/meja", "/luring", "/tidak-ada", "/papan/x", "/kios/x", "/meja/perangkat", "/meja/bpjs", "/meja/bpjs/x",
	"/meja/permohonan", "/meja/permohonan/x", "/meja/pembayaran", "/meja/formulir", "/meja/formulir/x", "/meja/pesan", "/meja/pesan/x", "/meja/templat", "/meja/templat/x:queue_called", "/meja/pengumuman", "/meja/pengumuman/baru", "/meja/pengumuman/x", "/meja/pengumuman/y", "/meja/kabar",
	"/antrean", "/antrean?q=x", "/antrean?jenis=clinic", "/antrean/di/x", "/layanan/x/ajukan", "/periksa", "/periksa?kode=galat", "/v/genuine", "/V/revoked", "/v/replaced", "/v/expired", "/v/forged", "/v/unknown_key", "/v/newer", "/lacak", "/lacak?kode=none", "/lacak?kode=abc", "/antrean/di/x?antrean=x&jalur=priority&alasan=elderly", "/t/x"}

// own are the addresses of what belongs to somebody, and the doors to it.
var own = []string{"/masuk", "/masuk?ke=/tempat", "/masuk/petugas", "/undangan", "/akun", "/akun/data-diri", "/akun/keluarga", "/akun/keluarga/baru", "/akun/keluarga/x",
	"/akun/keluarga/tidak-ada", "/akun/keamanan", "/akun/dibuka", "/akun/data", "/akun/kabar", "/kotak", "/kotak?q=x&soal=queue&baru=1", "/kotak?arsip=1", "/kotak/x", "/dokumen", "/dokumen/genuine", "/dokumen/revoked", "/dokumen/replaced", "/dokumen/expired", "/permohonan", "/permohonan/draft", "/permohonan/draft?langkah=2", "/permohonan/draft?langkah=periksa", "/permohonan/returned", "/permohonan/payment", "/permohonan/pickup", "/permohonan/documents", "/permohonan/submitted", "/permohonan/refused", "/permohonan/issued", "/permohonan/cancelled", "/antrean/x", "/meja", "/meja/petugas", "/meja/petugas?q=x", "/meja/warga", "/meja/catatan", "/meja/catatan?q=x&peringatan=1"}

func render(t *testing.T, api speech, lang words.Lang, address string) *html.Node {
	t.Helper()
	u, err := url.Parse(link.Prefix(lang) + address)
	if err != nil {
		t.Fatal(err)
	}
	h := &house.House{City: city.Info{App: api.text, Region: api.text, RegionShort: api.text, Zone: "WIB", Offset: 420, Emergency: "112"}, Version: api.text, Places: api, Catalogue: offer{speech: api},
		Identity: people{speech: api}, Queue: lines{speech: api}, Insight: counted{speech: api}, Inbox: messages{speech: api}, Permit: permits{speech: api}, Documents: letters{speech: api}, Viewer: api.viewer,
		Now: func() time.Time { return time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC) }}
	at := link.Parse(u)
	if q := at.Query; q.Has("q") {
		q.Set("q", api.text)
	}
	screen := app.Open(h, at)
	_ = screen.Visit(context.Background(), at) // a screen that could not load is a page too
	if desk, ok := (offer{speech: api}).desks()[at.Path]; ok && api.err == nil {
		seed, err := json.Marshal(desk)
		if err != nil {
			t.Fatal(err)
		}
		screen.Plant(at, seed)
	}
	if private, ok := screen.(interface {
		Load(context.Context, link.At) error
	}); ok && slices.Contains(own, address) {
		_ = private.Load(context.Background(), at)
	}
	root, err := html.Parse(strings.NewReader(goapp.HTMLString(screen)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// each calls do for every element.
func each(n *html.Node, do func(*html.Node)) {
	if n.Type == html.ElementNode {
		do(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

func value(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Every screen, in every language, loaded or failed: one title, a main part,
// named controls, links that lead somewhere safe.
func TestEveryScreenInEveryLanguage(t *testing.T) {
	t.Parallel()
	apis := []speech{{text: "Kata"}, {text: "Kata", err: fault.New(fault.Offline, "offline")}, {text: "Kata", err: errors.New("database is gone")}}
	for _, viewer := range as("Kata") {
		apis = append(apis, speech{text: "Kata", viewer: viewer}, speech{text: "Kata", viewer: viewer, err: fault.New(fault.Signin, "signin")},
			speech{text: "Kata", viewer: viewer, err: fault.New(fault.Denied, "denied")})
	}
	for _, api := range apis {
		for _, lang := range words.Langs {
			for _, address := range append(own, addresses...) {
				root := render(t, api, lang, address)
				titles, mains, labels, ids := 0, 0, map[string]bool{}, map[string]int{}
				each(root, func(n *html.Node) {
					switch n.Data {
					case "h1":
						titles++
					case "main":
						mains++
					case "label":
						labels[value(n, "for")] = true
					}
					if id := value(n, "id"); id != "" {
						ids[id]++
					}
				})
				if titles != 1 || mains != 1 {
					t.Errorf("%s %s (%v): %d titles, %d mains", lang, address, api.err, titles, mains)
				}
				each(root, func(n *html.Node) {
					if id := value(n, "id"); ids[id] > 1 {
						t.Errorf("%s %s: id %q %d times", lang, address, id, ids[id])
					}
					named := value(n, "aria-label") != "" || labels[value(n, "id")] || under(n, "label")
					switch n.Data {
					case "input", "select", "textarea":
						if value(n, "type") != "hidden" && !named {
							t.Errorf("%s %s: %s %q has no label", lang, address, n.Data, value(n, "id"))
						}
					case "button", "a":
						if text(n) == "" && value(n, "aria-label") == "" {
							t.Errorf("%s %s: a %s without a name: %s", lang, address, n.Data, value(n, "class"))
						}
					}
				})
				if all := text(root); strings.Contains(all, "{0}") || strings.Contains(all, "database is gone") {
					t.Errorf("%s %s: unfilled or leaking text", lang, address)
				}
			}
		}
	}
}

// What is on a desk is private: the server makes the page without asking for
// it, carries nothing of it, and tells search engines to stay away.
func TestDesksArePrivate(t *testing.T) {
	t.Parallel()
	for address := range (offer{}).desks() {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		// Neither API answers anything: an operation that is called panics.
		screen := app.Open(&house.House{City: city.Info{Offset: 420}, Now: time.Now}, link.Parse(u))
		if err := screen.Visit(t.Context(), link.Parse(u)); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		if seed, err := screen.Seed(); seed != nil || err != nil {
			t.Errorf("%s carries %s (%v)", address, seed, err)
		}
		if !screen.Head().NoIndex {
			t.Errorf("%s may be indexed", address)
		}
		if !strings.Contains(goapp.HTMLString(screen), "skel") {
			t.Errorf("%s shows no skeleton", address)
		}
	}
}

func under(n *html.Node, tag string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == tag {
			return true
		}
	}
	return false
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data)
	}
	all := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all += text(c)
	}
	return all
}

// Whatever the data says, it stays data: no screen gains an element, a
// handler, a style or an unsafe link from it.
func FuzzScreens(f *testing.F) {
	for _, s := range []string{`"><script>alert(1)</script>`, `\" onload=alert(1) x="`, "javascript:alert(1)", "\x00\xff", "true", "</title><svg/onload=1>", "{{.}}", "a'b`c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, address := range append(own, addresses...) {
			who := 0 // a guest, where a page is for all
			switch {
			case strings.HasPrefix(address, "/akun"), strings.HasPrefix(address, "/kotak"):
				who = 1
			case strings.HasPrefix(address, "/meja"):
				who = 2
			}
			hostile := render(t, speech{text: s, viewer: as("y" + s)[who]}, words.ID, address)
			plain := render(t, speech{text: "x", viewer: as("yx")[who]}, words.ID, address)
			count := func(root *html.Node) (n int) {
				each(root, func(*html.Node) { n++ })
				return n
			}
			if got, most := count(hostile), count(plain); got > most+4 { // the clear button, the retry, two mark tags
				t.Fatalf("%s: %q made %d elements of %d", address, s, got, most)
			}
			each(hostile, func(n *html.Node) {
				if n.Data == "script" || n.Data == "iframe" || n.Data == "img" {
					t.Fatalf("%s: %q made a %s", address, s, n.Data)
				}
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
						t.Fatalf("%s: %q set %s", address, s, a.Key)
					}
					if a.Key == "href" && strings.Contains(strings.ToLower(a.Val), "javascript:") && !strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "tel:") {
						t.Fatalf("%s: %q leads to %s", address, s, a.Val)
					}
				}
			})
		}
	})
}

// What belongs to somebody is loaded by the phone that they hold: the server
// makes the page without asking for it, carries nothing of it, and tells
// search engines to stay away.
func TestOwnPagesCarryNothing(t *testing.T) {
	t.Parallel()
	for _, viewer := range as("Kata") {
		for _, address := range own {
			u, err := url.Parse(address)
			if err != nil {
				t.Fatal(err)
			}
			// Neither API answers anything: an operation that is called panics.
			screen := app.Open(&house.House{City: city.Info{Offset: 420}, Viewer: viewer, Now: time.Now}, link.Parse(u))
			if err := screen.Visit(t.Context(), link.Parse(u)); err != nil {
				t.Errorf("%s: %v", address, err)
			}
			if seed, err := screen.Seed(); seed != nil || err != nil {
				t.Errorf("%s carries %s (%v)", address, seed, err)
			}
			if !screen.Head().NoIndex {
				t.Errorf("%s may be indexed", address)
			}
			if page := goapp.HTMLString(screen); viewer.ID == "" && (strings.HasPrefix(address, "/akun/") || strings.HasPrefix(address, "/kotak")) && !strings.Contains(page, "/masuk?ke=") {
				t.Errorf("%s does not show a guest the way in", address)
			}
		}
	}
}
