package e2e

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// somePlace is a place of the pack that has a street address, found through
// the public API so that the test fits any city.
func somePlace(t *testing.T) (id, name string) {
	t.Helper()
	r, err := http.Get(origin + "/api/places?kind=hospital")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var list struct {
		Items []struct{ ID, Name string }
	}
	body, _ := io.ReadAll(r.Body)
	if err := json.Unmarshal(body, &list); err != nil || len(list.Items) == 0 {
		t.Fatalf("no hospital in the pack: %v %s", err, body)
	}
	return list.Items[0].ID, list.Items[0].Name
}

// someService is the service that most people need, in any city.
func someService(t *testing.T) string {
	t.Helper()
	r, err := http.Get(origin + "/api/services/topics")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var overview struct{ Popular []struct{ ID string } }
	if err := json.NewDecoder(r.Body).Decode(&overview); err != nil || len(overview.Popular) == 0 {
		t.Fatalf("no service stands out: %v", err)
	}
	return overview.Popular[0].ID
}

// Everything can be read, searched, filtered and corrected with JavaScript off.
func TestWithoutJavaScript(t *testing.T) {
	t.Parallel()
	id, name := somePlace(t)
	ctx := phone(t)
	do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(origin+"/tempat"))
	do(t, ctx, chromedp.SendKeys("#cari", name+"\n", chromedp.ByQuery), chromedp.WaitVisible(`a.row[href="/tempat/`+id+`"]`, chromedp.ByQuery))
	shot(t, ctx, "tanpa-js-cari-360")
	do(t, ctx, chromedp.Click(`a.row[href="/tempat/`+id+`"]`, chromedp.ByQuery), chromedp.WaitVisible("#jam", chromedp.ByQuery))
	do(t, ctx, chromedp.Click("#catatan summary", chromedp.ByQuery),
		chromedp.SendKeys("#text", "pendek", chromedp.ByQuery),
		chromedp.Click("#catatan button[type=submit]", chromedp.ByQuery),
		chromedp.WaitVisible("#text-error", chromedp.ByQuery), chromedp.WaitVisible("#about-error", chromedp.ByQuery))
	var kept string
	do(t, ctx, chromedp.Value("#text", &kept, chromedp.ByQuery))
	if !strings.Contains(kept, "pendek") {
		t.Errorf("what was typed is gone: %q", kept)
	}
	shot(t, ctx, "tanpa-js-catatan-salah-360")
	do(t, ctx, chromedp.Click(`#catatan input[value=hours]`, chromedp.ByQuery),
		chromedp.SendKeys("#text", ", hari Jumat tutup pukul sebelas", chromedp.ByQuery),
		chromedp.Click("#catatan button[type=submit]", chromedp.ByQuery),
		chromedp.WaitVisible("#catatan .banner-good", chromedp.ByQuery))
}

// The program takes the page over without changing what is on the screen.
func TestTakeover(t *testing.T) {
	t.Parallel()
	id, _ := somePlace(t)
	for _, path := range []string{"/", "/cari?q=ktp+ilang", "/layanan", "/layanan/" + someService(t), "/tempat", "/tempat/" + id, "/peta", "/tentang", "/en/tempat", "/jv"} {
		t.Run(path, func(t *testing.T) {
			ctx := phone(t)
			do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(origin+path))
			// What only the program can do comes into a place kept for it. The
			// clock goes on, and others take numbers meanwhile.
			const text = `document.querySelectorAll('.program-only').forEach(e=>e.style.visibility='hidden'),[...document.querySelectorAll('main>:not(.install,.no-install)')].map(e=>e.innerText).join('\n').replace(/\d+/g,'0')`
			const boxes = `JSON.stringify([...document.querySelectorAll('main h1,main h2,main .row,main .card,main .btn')].filter(e=>!e.closest('.install,.program-only')).map(e=>{const r=e.getBoundingClientRect();return [Math.round(r.x),Math.round(r.y),Math.round(r.width),Math.round(r.height)]}))`
			before, places := value[string](t, ctx, text), value[string](t, ctx, boxes)
			do(t, ctx, emulation.SetScriptExecutionDisabled(false), chromedp.Reload(), live())
			if after := value[string](t, ctx, text); after != before {
				t.Errorf("the text changed\nbefore: %q\nafter:  %q", before, after)
			}
			if after := value[string](t, ctx, boxes); after != places {
				t.Errorf("the page moved\nbefore: %s\nafter:  %s", places, after)
			}
		})
	}
}

// A person finds a place, in the language and looks they like, goes back,
// and leaves a note. Wrong input keeps what was typed.
func TestFindAPlaceAndLeaveANote(t *testing.T) {
	t.Parallel()
	id, name := somePlace(t)
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(origin+"/tempat"), live(),
		chromedp.SendKeys("#cari", name+"\n", chromedp.ByQuery),
		chromedp.WaitVisible(`a.row[href="/tempat/`+id+`"]`, chromedp.ByQuery))
	if title := value[string](t, ctx, "document.title"); !strings.HasPrefix(title, name) {
		t.Errorf("title of the search is %q", title)
	}
	do(t, ctx, chromedp.Click(`a.row[href="/tempat/`+id+`"]`, chromedp.ByQuery), chromedp.WaitVisible("#jam", chromedp.ByQuery),
		holds(`document.activeElement.id==='judul'`), holds(`scrollY===0`))
	do(t, ctx, chromedp.Click("#catatan summary", chromedp.ByQuery),
		chromedp.SendKeys("#text", "pendek", chromedp.ByQuery),
		chromedp.Click("#catatan button[type=submit]", chromedp.ByQuery),
		chromedp.WaitVisible("#text-error", chromedp.ByQuery), chromedp.WaitVisible("#about-error", chromedp.ByQuery))
	if kept := value[string](t, ctx, `document.getElementById('text').value`); kept != "pendek" {
		t.Errorf("what was typed is gone: %q", kept)
	}
	shot(t, ctx, "catatan-salah-360")
	do(t, ctx, chromedp.Click(`#catatan input[value=hours]`, chromedp.ByQuery),
		chromedp.SendKeys("#text", ", Jumat tutup pukul 11.00", chromedp.ByQuery),
		chromedp.DoubleClick("#catatan button[type=submit]", chromedp.ByQuery),
		chromedp.WaitVisible("#catatan .banner-good", chromedp.ByQuery))
	shot(t, ctx, "catatan-terkirim-360")
	do(t, ctx, chromedp.NavigateBack(), chromedp.WaitVisible(`a.row[href="/tempat/`+id+`"]`, chromedp.ByQuery))
	do(t, ctx, chromedp.Click(`.langs a[hreflang=en]`, chromedp.ByQuery), holds(`location.pathname==='/en/tempat'`),
		holds(`document.documentElement.lang==='en'`), sees("Service places"))
	do(t, ctx, chromedp.Navigate(origin+"/"), holds(`location.pathname==='/en'`))
}

func TestDisplayChoices(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(origin+"/tampilan"), live(),
		chromedp.Click(`input[name=warna][value=dark]`, chromedp.ByQuery), holds(`document.documentElement.dataset.theme==='dark'`),
		chromedp.Click(`input[name=huruf][value=larger]`, chromedp.ByQuery), holds(`document.documentElement.dataset.text==='larger'`))
	// The server knows it on the next page, so the first paint is right.
	do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(origin+"/tempat"),
		chromedp.WaitReady(`html[data-theme=dark][data-text=larger]`, chromedp.ByQuery))
	shot(t, ctx, "tempat-gelap-huruf-besar-360")
}

// What was typed before the program arrived is still there after it took over.
func TestTypingSurvivesTheTakeover(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	do(t, ctx,
		page.Enable(),
		chromedp.ActionFunc(func(ctx context.Context) error {
			// The phone is slow: someone types before the program has loaded.
			_, err := page.AddScriptToEvaluateOnNewDocument(`addEventListener('DOMContentLoaded',()=>{const e=document.getElementById('cari');e.focus();e.value='pusk'})`).Do(ctx)
			return err
		}),
		chromedp.Navigate(origin+"/"), live(),
		holds(`document.getElementById('cari').value==='pusk'`), holds(`document.activeElement.id==='cari'`))
}

// Chromium finds nothing that keeps the app from being installed.
func TestInstallable(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(origin+"/"), live(), holds(`navigator.serviceWorker.controller!==null || navigator.serviceWorker.ready.then(()=>true)`))
	do(t, ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		faults, err := page.GetInstallabilityErrors().Do(ctx)
		for _, f := range faults {
			if f.ErrorID != "in-incognito" {
				t.Errorf("not installable: %s %v", f.ErrorID, f.ErrorArguments)
			}
		}
		return err
	}), chromedp.ActionFunc(func(ctx context.Context) error {
		url, faults, text, _, err := page.GetAppManifest().Do(ctx)
		for _, f := range faults {
			t.Errorf("manifest: %s", f.Message)
		}
		if url == "" || !strings.Contains(text, "shortcuts") {
			t.Errorf("manifest %q: %s", url, text)
		}
		return err
	}))
}

// The server goes away: what was seen can still be read, what was not says
// so, and the house comes back by itself.
func TestOffline(t *testing.T) {
	t.Parallel()
	server, err := start(binary, filepath.Join(folder, "data-offline"), "")
	if err != nil {
		t.Fatal(err)
	}
	stopped := false
	defer func() {
		if !stopped {
			server.stop()
		}
	}()
	id, name := somePlace(t)
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(server.origin+"/"), live(), holds(`navigator.serviceWorker.ready.then(()=>true)`))
	// The second visit is controlled by the worker, as on any later day.
	do(t, ctx, chromedp.Navigate(server.origin+"/tempat/"+id), live(), holds(`navigator.serviceWorker.controller!==null`), chromedp.Reload(), live())
	do(t, ctx, holds(`caches.match(document.querySelector('script[data-wasm]').dataset.wasm).then(r=>!!r)`), holds(`caches.match(location.href,{ignoreVary:true}).then(r=>!!r)`), holds(`caches.match('/',{ignoreVary:true}).then(r=>!!r)`))
	server.stop()
	stopped = true
	do(t, ctx, chromedp.Navigate(server.origin+"/tempat/"+id), live(), sees(name))
	shot(t, ctx, "luring-tempat-360")
	do(t, ctx, chromedp.Navigate(server.origin+"/"), live())
	do(t, ctx, chromedp.Navigate(server.origin+"/tempat/tidak-pernah-dibuka"), chromedp.WaitVisible(".trouble", chromedp.ByQuery), sees("tanpa internet"))
	shot(t, ctx, "luring-360")
	again, err := start(binary, filepath.Join(folder, "data-offline"), strings.TrimPrefix(server.origin, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer again.stop()
	do(t, ctx, chromedp.Navigate(server.origin+"/peta"), live(), chromedp.WaitVisible("svg.map", chromedp.ByQuery))
}

// A newer version is offered and taken with one press.
func TestUpdate(t *testing.T) {
	t.Parallel()
	newer, err := build("rs-newer", "newer")
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(folder, "data-update")
	server, err := start(binary, data, "")
	if err != nil {
		t.Fatal(err)
	}
	addr := strings.TrimPrefix(server.origin, "http://")
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(server.origin+"/"), live(), holds(`navigator.serviceWorker.ready.then(()=>true)`),
		chromedp.Reload(), live(), holds(`navigator.serviceWorker.controller!==null`))
	server.stop()
	if server, err = start(newer, data, addr); err != nil {
		t.Fatal(err)
	}
	defer server.stop()
	do(t, ctx, chromedp.Evaluate(`rumah.check()`, nil), chromedp.WaitVisible(".note-act button", chromedp.ByQuery))
	shot(t, ctx, "versi-baru-360")
	do(t, ctx, chromedp.Click(".note-act button", chromedp.ByQuery),
		holds(`document.querySelector('script[data-version]')?.dataset.version.endsWith('newer')`), live())
}

// The first readable content fits a slow network: page, looks and font.
func TestFirstContentIsSmall(t *testing.T) {
	t.Parallel()
	const most = 60_000
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}, Timeout: 10 * time.Second}
	total := 0
	fetch := func(path string) string {
		r, _ := http.NewRequest(http.MethodGet, origin+path, nil)
		r.Header.Set("Accept-Encoding", "br")
		answer, err := client.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		body, _ := io.ReadAll(answer.Body)
		total += len(body)
		t.Logf("%-50s %6d bytes %s", path, len(body), answer.Header.Get("Content-Encoding"))
		return string(body)
	}
	_, page, _ := get(t, "/")
	fetch("/")
	for _, mark := range []string{`rel="preload" href="`, `rel="stylesheet" href="`} {
		_, rest, ok := strings.Cut(page, mark)
		if !ok {
			t.Fatalf("the page has no %s", mark)
		}
		href, _, _ := strings.Cut(rest, `"`)
		fetch(href)
	}
	t.Logf("first content: %d bytes of %d", total, most)
	if total > most {
		t.Errorf("first content is %d bytes, at most %d", total, most)
	}
}
