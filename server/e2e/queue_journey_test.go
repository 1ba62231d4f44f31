package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rumah/shared/words"
)

// A citizen takes a number, sees the line move while an officer works through
// it, steps out, comes back, checks in, is called, and goes home; a board
// that an admin put up shows the calls.
func TestQueueJourney(t *testing.T) {
	t.Parallel()
	help := officer(t)
	place, lines := help.open(t)
	line := lines[1]
	counter := line.Counters[0]

	// The admin puts up a board.
	boss := screen(t, 1280, 900, false)
	admits(t, boss, admin(t))
	do(t, boss, chromedp.Navigate(origin+"/meja/perangkat"), started(), pressT(words.DeviceAdd), types("#name", "Papan ruang tunggu"))
	fits(t, boss, "new device")
	do(t, boss, pressT(words.DeviceMake), chromedp.WaitVisible("#tautan", chromedp.ByQuery))
	shot(t, boss, "perangkat-dibuat-1280")
	board := screen(t, 1920, 1080, false)
	do(t, board, chromedp.Navigate(value[string](t, boss, `document.getElementById('tautan').value`)), started(), holds(`document.querySelectorAll('.jalur').length>1`))

	// The officer takes a counter over.
	desk := screen(t, 1280, 900, false)
	entersDesk(t, desk, officerMail)
	do(t, desk, chromedp.Navigate(origin+"/meja/loket"), started(), chromedp.Click(fmt.Sprintf(`button[aria-label=%q]`, words.CounterSitAt.In(words.ID, counter.Name, line.Line.Name)), chromedp.ByQuery),
		pressT(words.CounterTake), holds(`location.pathname.startsWith('/meja/loket/')`), sees(words.DeskConnected.ID), chromedp.WaitVisible("#berikut", chromedp.ByQuery))
	day := line.Line.Day

	citizen := phone(t)
	comes(t, citizen, "Antre Contoh")
	do(t, citizen, chromedp.Navigate(origin+"/antrean"), started(), press(place.Place.Name))
	number, label := takes(t, citizen, line.Line)
	do(t, citizen, pushed())
	whole(t, citizen, "antrean-tiket-360")
	fits(t, citizen, "ticket")

	// The line moves on by the keyboard of the officer.
	said := value[string](t, citizen, `document.querySelector('.hero [role=status]').innerText`)
	next := value[string](t, desk, `document.querySelector('#berikut .loket-label').innerText`)
	do(t, desk, chromedp.KeyEvent(" "))
	soon(t, citizen, holds(fmt.Sprintf(`document.querySelector('.hero [role=status]').innerText!==%q`, said)))
	called := strings.Fields(strings.Split(next, ",")[0])
	soon(t, board, holds(fmt.Sprintf(`document.querySelector('.sebut-nomor').innerText.replace(/\s/g,'')===%q`, called[len(called)-1])))

	// Somebody without a phone gets a number.
	do(t, desk, chromedp.KeyEvent("n"), types("#terbit-nama", "Mbah Contoh"), pressT(words.CounterIssueGo), sees(words.CounterIssued.ID))
	shot(t, desk, "loket-terbit-1280")
	do(t, desk, chromedp.Evaluate(`document.getElementById('terbit').close()`, nil), sees("Mbah Contoh"))

	// The citizen is out for a moment and comes back.
	do(t, citizen, pressT(words.TicketOut), press(words.TicketOutPeople.In(words.ID, "3")), told(words.TicketAway.ID))
	shot(t, citizen, "antrean-keluar-360")
	do(t, citizen, pressT(words.TicketBack), holds(fmt.Sprintf(`!document.querySelector('.hero [role=status]').innerText.includes(%q)`, words.TicketAway.ID)))

	// They have come: the code on the board proves it.
	code := value[string](t, board, `document.querySelector('.papan-kode').innerText`)
	do(t, citizen, pressT(words.TicketArrive), types("#code", code), pressT(words.TicketArriveSend), sees(words.TicketPresent.ID))

	// It is their turn, taken back once, and then for good.
	help.callsUpTo(t, day, counter.ID, number)
	do(t, citizen, told(words.TicketNext.ID))
	do(t, desk, holds(fmt.Sprintf(`document.querySelector('#berikut .loket-label').innerText.includes(%q)`, label)))
	do(t, desk, chromedp.KeyEvent(" "))
	soon(t, citizen, told(words.TicketCalled.ID))
	do(t, desk, holds(`document.querySelector('.undo-bar')!==null`))
	shot(t, desk, "loket-1280")
	fits(t, desk, "desk")
	do(t, desk, chromedp.KeyEvent("z"))
	soon(t, citizen, told(words.TicketNext.ID))
	do(t, desk, holds(`document.querySelector('.undo-bar')===null`))
	do(t, desk, holds(fmt.Sprintf(`document.querySelector('#berikut .loket-label').innerText.includes(%q)`, label)), chromedp.KeyEvent(" "))
	soon(t, citizen, told(words.TicketCalledTo.In(words.ID, counter.Name)))
	whole(t, citizen, "antrean-dipanggil-360")
	fits(t, citizen, "called ticket")
	do(t, board, holds(fmt.Sprintf(`document.querySelector('.sebut-nomor').innerText.replace(/\s/g,'')===%q`, label)),
		holds(fmt.Sprintf(`document.querySelector('.sebut-ruang').innerText===%q`, counter.Name)))
	shot(t, board, "papan-1920")
	if out := value[string](t, board, `[...document.querySelectorAll('.layar *')].filter(e=>e.innerText&&e.getBoundingClientRect().right>innerWidth).map(e=>e.innerText).join()`); out != "" {
		t.Errorf("the board has no room for %q", out)
	}
	if out := value[string](t, board, `[...document.querySelectorAll('.jalur')].filter(e=>[...e.children].some(c=>c.getBoundingClientRect().height>e.getBoundingClientRect().height+1)).map(e=>e.innerText).join()`); out != "" {
		t.Errorf("the line of a board has no room for %q", out)
	}
	fits(t, board, "board")
	do(t, desk, chromedp.KeyEvent("m"))
	soon(t, citizen, told(words.TicketServing.ID))
	do(t, desk, sees(words.CounterDidBegin.In(words.ID, label)), chromedp.KeyEvent("s"))
	soon(t, citizen, told(words.TicketDone.ID))
	whole(t, citizen, "antrean-selesai-360")
	do(t, boss, chromedp.Navigate(origin+"/meja/perangkat"), started(), sees("Papan ruang tunggu"))
	fits(t, boss, "devices")
}
