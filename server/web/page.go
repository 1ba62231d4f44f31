package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/lost"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Pages are the screens of the app as complete HTML pages: readable before
// the program arrives and without it.
type Pages struct {
	house  *house.House
	viewer func(context.Context) identity.Viewer
	static *Static
	origin string // "https://host", for addresses that leave the page
	log    *slog.Logger
}

// pageTime is what loading the data of a page may take.
const pageTime = 5 * time.Second

// NewPages returns the pages of a house. origin may be "" while nobody knows
// it; addresses then name the host that was asked. viewer is who looks.
func NewPages(h *house.House, static *Static, origin string, viewer func(context.Context) identity.Viewer, log *slog.Logger) *Pages {
	ui.Use(ui.Assets{
		Icons:  static.Hashed(base + "icon/icons.svg"),
		Scenes: static.Hashed(base + "icon/scenes.svg"),
	})
	return &Pages{house: h, static: static, origin: strings.TrimSuffix(origin, "/"), viewer: viewer, log: log}
}

// seenBy is the house as the maker of a request sees it.
func (p *Pages) seenBy(r *http.Request) *house.House {
	h := *p.house
	h.Viewer = p.viewer(r.Context())
	return &h
}

// ServeHTTP answers every address that is no file and no operation.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		p.post(w, r)
		return
	}
	if to := wished(r); to != "" {
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, to, http.StatusSeeOther)
		return
	}
	at := link.Parse(r.URL)
	if clean := at.String(); at.Path != "/" && strings.HasSuffix(r.URL.Path, "/") {
		http.Redirect(w, r, clean, http.StatusMovedPermanently)
		return
	}
	p.show(w, r, at, app.Open(p.seenBy(r), at), nil)
}

// wished leads who comes from outside to the language chosen on this device;
// a link inside the app is left alone. What fetch metadata say does not help
// here: a worker asks in its own name.
func wished(r *http.Request) string {
	if r.URL.Path != "/" || strings.Contains(r.Header.Get("Referer"), "://"+r.Host+"/") {
		return ""
	}
	cookie, err := r.Cookie(house.LangCookie)
	if err != nil {
		return ""
	}
	if lang, ok := words.Parse(cookie.Value); ok && lang != words.ID {
		return link.Prefix(lang)
	}
	return ""
}

// Fault shows a fault as a page; the edge calls it for what never reached a
// screen.
func (p *Pages) Fault(w http.ResponseWriter, r *http.Request, f *fault.Fault) {
	p.show(w, r, link.Parse(r.URL), lost.With(p.seenBy(r), f), nil)
}

// show loads a screen, unless prepare did, and writes it. The status is that
// of the fault the screen ran into.
func (p *Pages) show(w http.ResponseWriter, r *http.Request, at link.At, screen house.Screen, prepare func(house.Screen)) {
	ctx, stop := context.WithTimeout(r.Context(), pageTime)
	defer stop()
	status := http.StatusOK
	if err := screen.Visit(ctx, at); err != nil {
		f := fault.From(err)
		status = fault.Status(f.Code)
		if f.Code == fault.Invalid {
			status = http.StatusNotFound // an address with a mistake in it
		}
		if f.Code == fault.Broken {
			f.Ref = RequestID(r.Context())
			p.log.ErrorContext(r.Context(), "page", "path", at.Path, "err", err)
		}
	}
	if prepare != nil {
		prepare(screen)
	}
	page, err := p.render(r, at, screen)
	if err != nil {
		p.log.ErrorContext(r.Context(), "render", "path", at.Path, "err", err)
		http.Error(w, words.Fault(at.Lang, "broken", ""), http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", string(at.Lang))
	h.Set("Cache-Control", "no-cache")
	if screen.Head().Fresh || p.viewer(r.Context()).ID != "" {
		h.Set("Cache-Control", "private, no-store") // it is not to be read later, or carries a name
	}
	h.Add("Vary", "Cookie")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page) // the reader may be gone
	}
}

// document is what the page template fills in.
type document struct {
	Lang, Title, Description string
	Display                  house.Display
	App                      string
	Canonical                string
	Others                   []alternate
	NoIndex                  bool
	Origin                   string
	Version                  string
	Body                     template.HTML
	Boot                     template.JS
	CSS, Font, Loader, Exec  string
	Wasm, Share, Logo, Apple string
	Now                      bool   // start the program without waiting for a touch
	Refresh                  int    // seconds, where scripts are off; 0 for never
	Needs                    string // said where scripts are off, on a page that is nothing without the program
}

type alternate struct{ Lang, Href string }

func (p *Pages) render(r *http.Request, at link.At, screen house.Screen) ([]byte, error) {
	seed, err := screen.Seed()
	if err != nil {
		return nil, fmt.Errorf("seed: %w", err)
	}
	display := displayOf(r)
	boot, err := json.Marshal(house.Boot{
		City: p.house.City, Version: p.house.Version, At: r.URL.RequestURI(), Seed: seed, Display: display, Viewer: p.viewer(r.Context()),
		Assets: ui.Assets{Icons: p.static.Hashed(base + "icon/icons.svg"), Scenes: p.static.Hashed(base + "icon/scenes.svg")},
	})
	if err != nil {
		return nil, fmt.Errorf("boot: %w", err)
	}
	head := screen.Head()
	origin := p.originOf(r)
	doc := document{
		Lang: string(at.Lang), Title: frame.FullTitle(p.house, head), Description: head.Description, Display: display,
		App: p.house.City.App, Canonical: origin + at.String(), NoIndex: head.NoIndex, Origin: origin, Version: p.house.Version,
		Body: template.HTML(minifyHTML([]byte(goapp.HTMLString(screen)))), //nolint:gosec // made by app/ui, which escapes
		Boot: template.JS(boot),                                           //nolint:gosec // JSON escapes < > &
		CSS:  p.static.Hashed(base + "css/look.css"), Font: p.static.Hashed(base + "font/plus-jakarta-sans.woff2"),
		Loader: p.static.Hashed(base + "js/app.js"), Exec: p.static.Hashed(base + "js/wasm_exec.js"),
		Share: origin + base + "icon/share.png", Logo: p.static.Hashed(base + "icon/favicon.svg"), Apple: p.static.Hashed(base + "icon/apple-touch-icon.png"),
	}
	doc.Refresh = head.Refresh
	doc.Now = head.Now || head.Refresh > 0 || p.viewer(r.Context()).ID != ""
	if head.Now {
		doc.Needs = words.ScriptsOff.In(at.Lang)
	}
	if program := base + p.program(r.Context(), at); p.static.Has(program) {
		doc.Wasm = p.static.Hashed(program)
	}
	for _, l := range words.Langs {
		doc.Others = append(doc.Others, alternate{string(l), origin + at.In(l)})
	}
	var b bytes.Buffer
	err = shell.Execute(&b, doc)
	return b.Bytes(), err
}

// program is the one that takes a page over: staff and the screens at places
// load the one that knows the desks.
func (p *Pages) program(ctx context.Context, at link.At) string {
	if p.viewer(ctx).Staff || app.AtDesk(at) {
		return "desk.wasm"
	}
	return "app.wasm"
}

func (p *Pages) originOf(r *http.Request) string {
	if p.origin != "" {
		return p.origin
	}
	return "http://" + r.Host
}

func displayOf(r *http.Request) house.Display {
	cookie, err := r.Cookie(house.DisplayCookie)
	if err != nil {
		return house.Display{}
	}
	return house.ParseDisplay(cookie.Value)
}

// shell is the page. go-app takes over the first element of the body, so
// nothing may stand before it.
var shell = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Lang}}"{{with .Display.Theme}} data-theme="{{.}}"{{end}}{{with .Display.Text}} data-text="{{.}}"{{end}}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{{.Title}}</title>
<link rel="preload" href="{{.Font}}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{.CSS}}">
<meta name="description" content="{{.Description}}">
{{if .Refresh}}<noscript><meta http-equiv="refresh" content="{{.Refresh}}"></noscript>
{{end}}{{if .NoIndex}}<meta name="robots" content="noindex">
{{else}}<link rel="canonical" href="{{.Canonical}}">
{{range .Others}}<link rel="alternate" hreflang="{{.Lang}}" href="{{.Href}}">
{{end}}{{end}}<meta name="theme-color" content="#F3F5F1" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#0A1413" media="(prefers-color-scheme: dark)">
<meta property="og:title" content="{{.Title}}"><meta property="og:description" content="{{.Description}}"><meta property="og:type" content="website"><meta property="og:url" content="{{.Canonical}}"><meta property="og:image" content="{{.Share}}"><meta property="og:site_name" content="{{.App}}">
<meta name="mobile-web-app-capable" content="yes"><meta name="apple-mobile-web-app-title" content="{{.App}}"><meta name="format-detection" content="telephone=no">
<link rel="icon" href="{{.Logo}}" type="image/svg+xml"><link rel="apple-touch-icon" href="{{.Apple}}"><link rel="manifest" href="/manifest.webmanifest">
{{if .Wasm}}<script defer src="{{.Exec}}"></script><script defer src="{{.Loader}}" data-wasm="{{.Wasm}}" data-version="{{.Version}}"{{if .Now}} data-now{{end}}></script>
{{end}}</head>
<body>{{.Body}}{{if .Needs}}<noscript><p class="banner banner-warn needs-program">{{.Needs}}</p></noscript>{{end}}<div id="muat" hidden><i></i></div><script type="application/json" id="boot">{{.Boot}}</script></body></html>
`))
