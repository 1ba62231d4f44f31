package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// A double press at a kiosk gives one number. A board and a kiosk whose
// links are revoked say so.
func TestQueueKiosk(t *testing.T) {
	t.Parallel()
	help, boss := officer(t), admin(t)
	place, lines := help.open(t)
	line := lines[0].Line
	links := map[queue.DeviceKind]queue.Installed{}
	for _, kind := range []queue.DeviceKind{queue.Kiosk, queue.Board} {
		in, err := boss.Install(t.Context(), queue.NewDevice{Kind: kind, Name: "Uji " + string(kind), Place: place.Place.ID, Queues: []string{}})
		if err != nil {
			t.Fatal(err)
		}
		links[kind] = in
	}
	printed := func() (n int) {
		d, err := help.Desk(t.Context(), queue.DayID{Day: line.Day})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range d.People {
			if v.By == "kiosk" {
				n++
			}
		}
		return n
	}
	before := printed()
	kiosk := screen(t, 1080, 1920, true)
	const tile = `[...document.querySelectorAll('.kios-pilih')].find(e=>e.querySelector('.kios-judul').innerText===%q&&!e.disabled)`
	touch := func(title string) chromedp.Action {
		return chromedp.Tasks{holds(fmt.Sprintf(`(()=>{document.querySelectorAll('[data-tekan]').forEach(e=>e.removeAttribute('data-tekan'));const e=`+tile+`;e&&e.setAttribute('data-tekan','');return e})()`, title)),
			chromedp.DoubleClick(`[data-tekan]`, chromedp.ByQuery)}
	}
	do(t, kiosk, chromedp.Navigate(links[queue.Kiosk].Link), started(), holds(`document.querySelectorAll('.kios-pilih').length>0`))
	fits(t, kiosk, "kiosk")
	shot(t, kiosk, "kios-1080")
	do(t, kiosk, touch(line.Name), chromedp.WaitVisible(".kios-soal", chromedp.ByQuery))
	fits(t, kiosk, "question of a kiosk")
	first := value[string](t, kiosk, `document.querySelector('.kios-pilih .kios-judul').innerText`)
	// A new page hears no touch for a moment; who stands there takes longer.
	do(t, kiosk, holds(fmt.Sprintf(`(()=>{const e=`+tile+`;if(e){e.click();e.click()}return document.querySelector('.kios-tiket-no')!==null})()`, first)))
	do(t, kiosk, chromedp.WaitVisible(".kios-tiket-no", chromedp.ByQuery), holds(`document.querySelector('.struk-no').textContent!==''`))
	shot(t, kiosk, "kios-nomor-1080")
	fits(t, kiosk, "number of a kiosk")
	label := value[string](t, kiosk, `document.querySelector('.kios-tiket-no').innerText.replace(/\s/g,'')`)
	if !strings.HasPrefix(label, line.Prefix+"-") || printed() != before+1 {
		t.Errorf("%s, and %d numbers", label, printed()-before)
	}

	board := screen(t, 1920, 1080, false)
	do(t, board, chromedp.Navigate(links[queue.Board].Link), started(), holds(`document.querySelectorAll('.jalur').length>1`))
	for _, in := range links {
		if _, err := boss.Revoke(t.Context(), queue.DeviceID{ID: in.Device.ID}); err != nil {
			t.Fatal(err)
		}
	}
	do(t, board, sees(words.DeviceGone.ID))
	do(t, kiosk, sees(words.DeviceGone.ID))
	do(t, board, chromedp.Reload(), sees(words.DeviceGone.ID))
	fits(t, board, "revoked board")
}

// What staff sets up, on a phone and on a desk.
func TestQueueSetup(t *testing.T) {
	t.Parallel()
	boss := admin(t)
	all, err := boss.Setups(t.Context(), queue.SetupsOf{})
	if err != nil || len(all.Items) == 0 {
		t.Fatalf("nothing to set up: %v", err)
	}
	one := "/meja/antrean/" + all.Items[0].ID
	ctx := phone(t)
	admits(t, ctx, boss)
	for _, size := range []int64{360, 1280} {
		do(t, ctx, chromedp.EmulateViewport(size, 800))
		for name, path := range map[string]string{"daftar": "/meja/antrean", "baru": "/meja/antrean/baru", "atur": one, "angka": one + "/angka", "perangkat": "/meja/perangkat"} {
			do(t, ctx, chromedp.Navigate(origin+path), started(), holds(`!document.querySelector('.skel')`))
			whole(t, ctx, fmt.Sprintf("meja-antrean-%s-%d", name, size))
			fits(t, ctx, path)
		}
	}
}

// The desk of a counter on a phone: an officer may have nothing else.
func TestQueueDeskOnAPhone(t *testing.T) {
	t.Parallel()
	help := officer(t)
	_, lines := help.open(t)
	ctx := phone(t)
	admits(t, ctx, help)
	do(t, ctx, chromedp.Navigate(origin+"/meja/loket"), started(), holds(`document.querySelector('.loket-cards')!==null`))
	whole(t, ctx, "loket-pilih-360")
	fits(t, ctx, "counters")
	do(t, ctx, chromedp.Navigate(origin+"/meja/loket/"+lines[0].Line.Day+"?loket="+lines[0].Counters[3].ID), started(), holds(`document.querySelector('#m-tunggu')!==null`))
	whole(t, ctx, "loket-360")
	fits(t, ctx, "desk on a phone")
}

// Whoever scans the code a place shows is checked in; who has not signed in,
// or has no number there, is told what to do.
func TestQueueArrivesByCode(t *testing.T) {
	t.Parallel()
	help, boss := officer(t), admin(t)
	place, lines := help.open(t)
	in, err := boss.Install(t.Context(), queue.NewDevice{Kind: queue.Board, Name: "Uji hadir", Place: place.Place.ID, Queues: []string{}})
	if err != nil {
		t.Fatal(err)
	}
	board, err := (&staff{}).at(origin).Screen(t.Context(), queue.Secret{Secret: in.Link[strings.LastIndex(in.Link, "/")+1:]})
	if err != nil || board.Arrive == "" {
		t.Fatalf("the board has no code: %v", err)
	}
	scanned := origin + "/antrean?hadir=" + board.Arrive
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(scanned), started(), sees(words.ArriveSignIn.ID))
	comes(t, ctx, "Hadir Contoh")
	do(t, ctx, chromedp.Navigate(scanned), started(), sees(words.ArriveNone.ID), chromedp.Navigate(origin+"/antrean/di/"+place.Place.ID), started())
	takes(t, ctx, lines[0].Line)
	do(t, ctx, chromedp.Navigate(scanned), holds(`/^\/antrean\/[^/]+$/.test(location.pathname)`), sees(words.TicketPresent.ID))
	do(t, ctx, chromedp.Navigate(scanned), started(), sees(words.TicketPresent.ID), holds(`document.querySelector('.ticket')!==null`))
	shot(t, ctx, "antrean-saya-360")
	fits(t, ctx, "own numbers")
}
