package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

const healthMail = "admin.dinkes@contoh.id"

// insurance stands in for BPJS: it knows one key, and says no to news until
// it is told to say yes.
func insurance(t *testing.T) (base string, kind *atomic.Bool) {
	t.Helper()
	kind = new(atomic.Bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Header.Get("user_key") != "kunci benar":
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(w, `{"metadata":{"message":"Unauthorized","code":401}}`)
		case r.Method == http.MethodGet:
			fmt.Fprint(w, `{"metadata":{"message":"Ok","code":1}}`)
		case !kind.Load():
			fmt.Fprint(w, `{"metadata":{"message":"Poli belum terdaftar","code":201}}`)
		default:
			fmt.Fprint(w, `{"metadata":{"message":"Ok","code":200}}`)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, kind
}

// clinic is a poli of the hospital with the codes that BPJS knows it by.
func clinic(t *testing.T, boss *staff) (id string, line queue.Line) {
	t.Helper()
	all, err := boss.Setups(t.Context(), queue.SetupsOf{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all.Places {
		places, err := boss.Places(t.Context(), queue.PlacesOf{Place: p.ID})
		if err == nil && len(places.Items) == 1 && places.Items[0].Kind == place.Hospital {
			id = p.ID
			break
		}
	}
	c := queue.Content{Name: "Zona BPJS", Prefix: "ZB", Icon: "sehat", Active: true, Stage: queue.Service, Share: 3, Days: 7, Before: 60, Usual: 300, Payers: true, Poli: "ANA", Doctor: 12345,
		Counters: []queue.CounterOf{{Name: "Ruang ZB"}}}
	for day := range time.Weekday(7) {
		c.Week = append(c.Week, queue.Session{Day: day, Opens: 1, Closes: 1439, Regular: -1, JKN: -1, Other: -1})
	}
	made, err := boss.Create(t.Context(), queue.NewQueue{Place: id, Content: c})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := boss.Lines(t.Context(), queue.LinesOf{Place: id})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines.Items {
		if l.Queue == made.ID {
			return id, l
		}
	}
	t.Fatal("the new poli is not in the list of the hospital")
	return
}

// The admin of a hospital connects it to BPJS: makes the password BPJS calls
// with, which works at once; enters keys, wrong ones first; hands over whom
// the hospital knows; and sees what BPJS did not take, and sends it again.
func TestPartnerDesk(t *testing.T) {
	t.Parallel()
	boss := works(t, origin, healthMail)
	id, line := clinic(t, boss)
	base, kind := insurance(t)
	desk := screen(t, 1280, 900, false)
	admits(t, desk, boss)
	do(t, desk, chromedp.Navigate(origin+"/meja"), started(), press(words.BPJSTitle.ID), holds(`location.pathname==='/meja/bpjs'`), tap(`a[href="/meja/bpjs/`+id+`"]`), chromedp.WaitVisible("#username", chromedp.ByQuery))
	whole(t, desk, "bpjs-baru-1280")
	fits(t, desk, "a new connection")

	// Who may call us.
	do(t, desk, types("#username", "x"), pressT(words.BPJSMake), sees(words.Fault(words.ID, "too_short", "3")), types("#username", "bpjs-e2e"), pressT(words.BPJSMake),
		chromedp.WaitVisible("#kata-sandi", chromedp.ByQuery), sees(words.BPJSOnlyIn.ID))
	password := value[string](t, desk, `document.getElementById('kata-sandi').value`)
	shot(t, desk, "bpjs-sandi-1280")
	if code := bpjsEnters(t, id, "bpjs-e2e", password); code != 200 {
		t.Errorf("with the new password BPJS is answered %d", code)
	}
	do(t, desk, pressT(words.BPJSKept), sees(words.BPJSHasPassword.ID), pressT(words.BPJSRemake), asks("sandi-baru"), pressT(words.BPJSRemakeYes),
		holds(fmt.Sprintf(`document.getElementById('kata-sandi')?.value&&document.getElementById('kata-sandi').value!==%q`, password)))
	if code := bpjsEnters(t, id, "bpjs-e2e", password); code == 200 {
		t.Error("the old password still works")
	}
	do(t, desk, pressT(words.BPJSKept))

	// Whom we call: an address that is none, keys that are wrong, then right.
	do(t, desk, types("#base_url", "bpjs"), types("#cons_id", "12345"), types("#secret", "rahasia"), types("#user_key", "kunci salah"), pressT(words.BPJSSave), sees(words.FixMarked.ID))
	shot(t, desk, "bpjs-salah-1280")
	do(t, desk, types("#base_url", base), pressT(words.BPJSSave), sees(words.BPJSSaved.ID), pressT(words.BPJSProbe), sees(words.BPJSProbeBadY.In(words.ID, "401 Unauthorized")),
		types("#user_key", "kunci benar"), pressT(words.BPJSSave), sees(words.BPJSAllSaved.ID), pressT(words.BPJSProbe), sees(words.BPJSProbeFineY.In(words.ID, "0")), sees(words.BPJSBoth.ID))

	// Whom the hospital knows: a wrong line says which, then all are taken.
	const nik = "3515081405900007"
	do(t, desk, press(words.BPJSPatients.ID), holds(`document.getElementById('bpjs-pasien').open`), types("#tabel-0", "RM-1,123,\n"), chromedp.Evaluate(`document.getElementById('tabel-0').closest('.stack').querySelector('button').click()`, nil),
		sees(words.BPJSRefused.ID))
	whole(t, desk, "bpjs-tabel-salah-1280")
	do(t, desk, types("#tabel-0", "RM-1,"+nik+",\n"), chromedp.Evaluate(`document.getElementById('tabel-0').closest('.stack').querySelector('button').click()`, nil), sees(words.BPJSTaken.In(words.ID, "1")))

	// One of them takes a number in the app. BPJS says no to that news.
	citizen := phone(t)
	comes(t, citizen, "Pasien Contoh")
	do(t, citizen, chromedp.Navigate(origin+"/akun/data-diri"), started(), types("#nik", nik), chromedp.Click("form button[type=submit]", chromedp.ByQuery), holds(`fetch('/api/identity/me',{cache:'no-store'}).then(r=>r.json()).then(m=>!!m.profile.nik)`),
		chromedp.Navigate(origin+"/antrean/di/"+id+"?antrean="+line.Day+"&bayar=other"), started(), pressT(words.TakeButton), chromedp.WaitVisible(".hero-no", chromedp.ByQuery))
	do(t, desk, holds(`fetch('/api/partner/bpjs/`+id+`/outbox',{cache:'no-store'}).then(r=>r.json()).then(o=>o.items.some(l=>l.error.includes('Poli')))`), chromedp.Reload(), started(), sees(words.BPJSAdded.ID), sees("Poli belum terdaftar"))
	whole(t, desk, "bpjs-kabar-1280")
	fits(t, desk, "news that BPJS refused")
	kind.Store(true)
	do(t, desk, pressT(words.BPJSRetry), sees(words.BPJSRetried.ID), holds(`fetch('/api/partner/bpjs/`+id+`/outbox',{cache:'no-store'}).then(r=>r.json()).then(o=>o.items.length===0)`),
		chromedp.Reload(), started(), sees(words.BPJSBoxNone.ID))
	do(t, desk, chromedp.EmulateViewport(360, 780), chromedp.Reload(), started(), sees(words.BPJSBoxNone.ID))
	whole(t, desk, "bpjs-360")
	fits(t, desk, "a connection on a phone")
	do(t, desk, chromedp.Navigate(origin+"/meja/bpjs"), started(), sees(words.BPJSBoth.ID))
}

// bpjsEnters asks for a token as BPJS does.
func bpjsEnters(t *testing.T, place, user, password string) (code int) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, origin+"/bpjs/"+place+"/auth", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("x-username", user)
	r.Header.Set("x-password", password)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	var said struct{ Metadata struct{ Code int } }
	if err := json.Unmarshal(text, &said); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return said.Metadata.Code
}
