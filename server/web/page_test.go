package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rumah/app/house"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// town is a place.API with one place.
type town struct {
	place.API

	err  error
	sent []place.NewCorrection
}

func (t *town) one() place.Place {
	return place.Place{ID: "satu", Name: "Puskesmas <Satu>", Kind: place.Clinic, Schedule: "x"}
}

func (t *town) List(context.Context, place.Filter) (place.Page, error) {
	return place.Page{Items: []place.Place{t.one()}, Total: 1, Schedules: map[string]place.Schedule{"x": {}}}, t.err
}
func (t *town) Summary(context.Context) (place.Summary, error) { return place.Summary{}, t.err }
func (t *town) Map(context.Context, place.MapFilter) (place.Map, error) {
	return place.Map{Frame: place.Frame{W: 10, H: 10}}, t.err
}
func (t *town) Get(_ context.Context, id place.ID) (place.Detail, error) {
	if id.ID != "satu" {
		return place.Detail{}, fault.New(fault.Unknown, "unknown")
	}
	return place.Detail{Place: t.one()}, t.err
}
func (t *town) Correct(_ context.Context, c place.NewCorrection) (place.Correction, error) {
	t.sent = append(t.sent, c)
	return place.Correction{Code: "K-7F3Q"}, t.err
}

// shelves is a catalogue.API with nothing on them.
type shelves struct{ catalogue.API }

func (shelves) Topics(context.Context) (catalogue.Overview, error) { return catalogue.Overview{}, nil }

// counters is a queue.API with one number, which everybody may see.
type counters struct{ queue.API }

func (counters) Places(context.Context, queue.PlacesOf) (queue.Places, error) {
	return queue.Places{}, nil
}

func (counters) Shared(_ context.Context, link queue.Secret) (queue.TicketView, error) {
	v := queue.TicketView{Pass: queue.Pass{Name: "Poli Anak", Number: 41, Label: "A-041", Stage: queue.Done}}
	if link.Secret == "jalan" {
		v.Pass.Stage = queue.Waiting
	}
	return v, nil
}

func testPages(t *testing.T, api *town) *Pages {
	t.Helper()
	h := &house.House{City: city.Info{App: "Rumah Delta", Region: "Kabupaten Delta", RegionShort: "Delta", Offset: 420, Emergency: "112"}, Version: "v1", Places: api, Catalogue: shelves{}, Queue: counters{}, Now: time.Now}
	return NewPages(h, testStatic(t), "https://rumah.example", guest, slog.New(slog.NewTextHandler(io.Discard, nil)))
}

func TestPageIsCompleteWithoutTheProgram(t *testing.T) {
	t.Parallel()
	p := testPages(t, &town{})
	r := asked(p, "/en/tempat/satu", "Cookie", "tampilan=dark.larger")
	page := unpacked(t, r)
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Language") != "en" {
		t.Errorf("status %d, language %s", r.StatusCode, r.Header.Get("Content-Language"))
	}
	for _, want := range []string{
		`<html lang="en" data-theme="dark" data-text="larger">`, "<title>Puskesmas &lt;Satu&gt; · Rumah Delta</title>",
		`<link rel="canonical" href="https://rumah.example/en/tempat/satu">`, `hreflang="jv" href="https://rumah.example/jv/tempat/satu"`,
		"Puskesmas &lt;Satu&gt;</h1>", `"name":"Puskesmas \u003cSatu\u003e"`, `data-wasm="/assets/app.`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Count(page, "<script") != 3 || strings.Contains(page, "style=") || strings.Contains(page, " on") && strings.Contains(page, `onclick=`) {
		t.Error("the page has script or style that the policy forbids")
	}
}

// Citizens do not pay for the desks: their pages load the small program.
func TestWhichProgramTakesAPageOver(t *testing.T) {
	t.Parallel()
	citizen, staff := testPages(t, &town{}), testPages(t, &town{})
	staff.viewer = func(context.Context) identity.Viewer { return identity.Viewer{ID: "b", Staff: true} }
	for _, c := range []struct {
		pages      *Pages
		path, want string
	}{
		{citizen, "/", "app"}, {citizen, "/antrean", "app"}, {citizen, "/tidak-ada", "app"}, {citizen, "/meja", "desk"},
		{citizen, "/en/meja/petugas", "desk"}, {staff, "/", "desk"}, {staff, "/meja/petugas", "desk"},
	} {
		if page := unpacked(t, asked(c.pages, c.path)); !strings.Contains(page, `data-wasm="/assets/`+c.want+`.`) {
			t.Errorf("%s is not taken over by %s", c.path, c.want)
		}
	}
}

func TestStatusOfAPage(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]int{"/": 200, "/tempat/satu": 200, "/tempat/dua": 404, "/tidak-ada": 404, "/luring": 200, "/tempat/": 301, "/jv": 200} {
		if r := asked(testPages(t, &town{}), path); r.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, r.StatusCode, want)
		}
	}
	for code, want := range map[fault.Code]int{fault.Broken: 500, fault.Busy: 429, fault.Invalid: 404} {
		r := asked(testPages(t, &town{err: fault.New(code, string(code))}), "/tempat")
		if r.StatusCode != want || !strings.Contains(unpacked(t, r), "<h1") {
			t.Errorf("%s: %d, want %d", code, r.StatusCode, want)
		}
	}
}

// No address of ours leads elsewhere: browsers read a backslash as a slash
// and pass over tabs.
func TestNoAddressLeadsElsewhere(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	mux.Handle("/", testPages(t, &town{}))
	for _, path := range []string{"/%5Cevil.example/", "/%5C%5Cevil.example/", "/%09/evil.example/", "/en/%2Fevil.example/", "/%2F%5Cevil.example/", "/en/%5Cevil.example/", "/%2Fevil.example/"} {
		r := asked(mux, path)
		to := r.Header.Get("Location")
		if len(to) > 1 && (strings.ContainsAny(to[:2], "\\\t") || to[1] == '/' || to[0] != '/') {
			t.Errorf("%s leads to %q", path, to)
		}
		if page := unpacked(t, r); strings.Contains(page, `href="//`) || strings.Contains(page, `href="/\`) {
			t.Errorf("%s has a link elsewhere", path)
		}
	}
}

func TestLanguageOfADeviceLeadsTheFirstVisit(t *testing.T) {
	t.Parallel()
	p := testPages(t, &town{})
	if r := asked(p, "/", "Cookie", "bahasa=jv"); r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/jv" {
		t.Errorf("%d %s", r.StatusCode, r.Header.Get("Location"))
	}
	for _, h := range [][]string{{"Cookie", "bahasa=id"}, {"Cookie", "bahasa=xx"}, {"Cookie", "bahasa=jv", "Referer", "http://example.com/jv/tempat"}} {
		if r := asked(p, "/", h...); r.StatusCode != http.StatusOK {
			t.Errorf("%v: %d", h, r.StatusCode)
		}
	}
}

func send(p *Pages, path string, form url.Values) *http.Response {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w.Result()
}

func TestNoteWithoutTheProgram(t *testing.T) {
	t.Parallel()
	api := &town{}
	p := testPages(t, api)
	page := unpacked(t, send(p, "/en/tempat/satu", url.Values{"about": {"hours"}, "text": {`no"<b>`}}))
	if len(api.sent) != 0 || !strings.Contains(page, `id="text-error"`) || !strings.Contains(page, `no&#34;&lt;b&gt;</textarea>`) {
		t.Errorf("a short note must come back with what was typed: %d sent", len(api.sent))
	}
	r := send(p, "/en/tempat/satu", url.Values{"about": {"hours"}, "text": {"closes at eleven on Fridays"}})
	if len(api.sent) != 1 || api.sent[0].ID != "satu" || r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/en/tempat/satu?catatan=K-7F3Q#catatan" {
		t.Errorf("%d sent, %d %s", len(api.sent), r.StatusCode, r.Header.Get("Location"))
	}
	for code, want := range map[string]bool{"K-7F3Q": true, "K-<b>": false, "K-7F3QX": false, "": false} {
		page := unpacked(t, asked(p, "/en/tempat/satu?catatan="+url.QueryEscape(code)))
		if strings.Contains(page, "banner-good") != want {
			t.Errorf("%q: a receipt %v, want %v", code, !want, want)
		}
	}
}

func TestDisplayWithoutTheProgram(t *testing.T) {
	t.Parallel()
	p := testPages(t, &town{})
	for back, want := range map[string]string{"/en/tampilan": "/en/tampilan", "//evil.example": "/tampilan", "https://evil.example": "/tampilan", `/\evil`: "/tampilan", "/\t/evil.example": "/tampilan", "": "/tampilan"} {
		r := send(p, "/tampilan", url.Values{"warna": {"dark"}, "huruf": {"<x>"}, "kembali": {back}})
		if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != want {
			t.Errorf("%q leads to %q", back, r.Header.Get("Location"))
		}
		if c := r.Header.Get("Set-Cookie"); !strings.HasPrefix(c, "tampilan=dark.;") || !strings.Contains(c, "Secure") {
			t.Errorf("cookie %q", c)
		}
	}
}

func TestManifestBearsTheCity(t *testing.T) {
	t.Parallel()
	h, err := Manifest([]byte(`{"name":"x","id":"/","shortcuts":[]}`), city.Info{App: "Rumah Delta", Short: "Delta"})
	if err != nil {
		t.Fatal(err)
	}
	r := asked(h, "/manifest.webmanifest")
	if text := unpacked(t, r); !strings.Contains(text, `"name":"Rumah Delta"`) || !strings.Contains(text, `"shortcuts":[]`) || r.Header.Get("Content-Type") != "application/manifest+json" {
		t.Errorf("%s %s", r.Header.Get("Content-Type"), text)
	}
	if _, err := Manifest([]byte("{"), city.Info{}); err == nil {
		t.Error("a broken manifest must not start")
	}
}

func BenchmarkHome(b *testing.B) {
	static, err := NewStatic(testFiles)
	if err != nil {
		b.Fatal(err)
	}
	h := &house.House{City: city.Info{App: "Rumah", Offset: 420}, Places: &town{}, Queue: counters{}, Now: time.Now}
	p := NewPages(h, static, "https://rumah.example", guest, slog.New(slog.NewTextHandler(io.Discard, nil)))
	for b.Loop() {
		p.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
	}
}

func guest(context.Context) identity.Viewer { return identity.Viewer{} }

// A page that names somebody is for them alone: no store on the way keeps it.
func TestPagesThatNameSomebody(t *testing.T) {
	t.Parallel()
	p := testPages(t, &town{})
	p.viewer = func(context.Context) identity.Viewer { return identity.Viewer{ID: "x", Name: "Siti Contoh"} }
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if got := w.Header().Get("Cache-Control"); got != "private, no-store" {
		t.Errorf("Cache-Control %q", got)
	}
	if body := w.Body.String(); !strings.Contains(body, "Siti Contoh") || !strings.Contains(body, "data-now") {
		t.Error("the program does not learn who looks, or does not start")
	}
}

// Blanks between elements are go-app's, blanks of a text are ours.
func TestMinifyKeepsTheBlanksOfTexts(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"<p>\n  <b>Gratis.</b>\n   Lamanya satu hari.\n</p>": "<p><b>Gratis.</b> Lamanya satu hari.</p>",
		"<p>\n  <b>Gratis.</b>\n  Lamanya\n</p>":             "<p><b>Gratis.</b>Lamanya</p>",
		"<ul>\n    <li>\n      <i></i>\n    </li>\n</ul>":    "<ul><li><i></i></li></ul>",
		"<p>satu \n  <b>dua</b>\n</p>":                       "<p>satu <b>dua</b></p>",
		"<pre>a\nb</pre>":                                    "<pre>a\nb</pre>",
	} {
		if got := string(minifyHTML([]byte(in))); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// A number that was shared keeps itself fresh where scripts are off, as long
// as it may be called; with scripts the program does, and starts at once.
func TestSharedNumberRefreshesItself(t *testing.T) {
	t.Parallel()
	p := testPages(t, &town{})
	refreshing := `<noscript><meta http-equiv="refresh" content="20"></noscript>`
	page := unpacked(t, asked(p, "/t/jalan"))
	if !strings.Contains(page, refreshing) || !strings.Contains(page, `<meta name="robots" content="noindex">`) || !strings.Contains(page, "A-041") {
		t.Errorf("a live number: %.600s", page)
	}
	if strings.Contains(page, "needs-program") {
		t.Error("it is readable without the program and says otherwise")
	}
	if page := unpacked(t, asked(p, "/t/selesai")); strings.Contains(page, `http-equiv="refresh"`) {
		t.Error("a number that is over loads itself again for ever")
	}
	if page := unpacked(t, asked(p, "/tempat")); strings.Contains(page, `http-equiv="refresh"`) {
		t.Error("other pages load themselves again")
	}
}
