package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// sets makes a queue of its own for a test, open the whole day, with one
// counter: what a test does to it troubles no other.
func sets(t *testing.T, name, prefix string) (place queue.PlaceRef, line queue.DeskLine) {
	t.Helper()
	help, boss := officer(t), admin(t)
	at, _ := help.open(t)
	c := queue.Content{Name: name, Prefix: prefix, Icon: "tiket", Active: true, Stage: queue.Single, Share: 3, Days: 7, Before: 60, Usual: 300, Counters: []queue.CounterOf{{Name: "Meja " + prefix}}}
	for day := range time.Weekday(7) {
		c.Week = append(c.Week, queue.Session{Day: day, Closes: 1440, Regular: -1, JKN: -1, Other: -1})
	}
	made, err := boss.Create(t.Context(), queue.NewQueue{Place: at.Place.ID, Content: c})
	if err != nil {
		t.Fatal(err)
	}
	find := func() queue.DeskLine {
		d, err := help.Desks(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range d.Places[0].Queues {
			if q.Line.Queue == made.ID {
				return q
			}
		}
		t.Fatalf("%s is not at the desk", name)
		return queue.DeskLine{}
	}
	if line = find(); line.Line.Status == queue.Scheduled {
		help.acts(t, queue.Act{Day: line.Line.Day, Action: queue.OpenDay, Counter: line.Counters[0].ID})
		line = find()
	}
	return at.Place, line
}

// serves opens a counter in a browser, as the officer who sits there.
func serves(t *testing.T, line queue.DeskLine) context.Context {
	t.Helper()
	help := officer(t)
	help.sits(t, line, 0)
	desk := screen(t, 1280, 900, false)
	admits(t, desk, help)
	do(t, desk, chromedp.Navigate(origin+"/meja/loket/"+line.Line.Day+"?loket="+line.Counters[0].ID), started(), sees(words.DeskConnected.ID))
	return desk
}

// shows opens a board of one queue in a browser.
func shows(t *testing.T, place queue.PlaceRef, line queue.DeskLine) context.Context {
	t.Helper()
	in, err := admin(t).Install(t.Context(), queue.NewDevice{Kind: queue.Board, Name: "Papan " + line.Line.Name, Place: place.ID, Queues: []string{line.Line.Queue}})
	if err != nil {
		t.Fatal(err)
	}
	board := screen(t, 1920, 1080, false)
	do(t, board, chromedp.Navigate(in.Link), started(), chromedp.WaitVisible(".jalur", chromedp.ByQuery))
	return board
}

// said waits until the part of a page holds some words, or holds them no more.
func said(selector, text string, there bool) chromedp.Action {
	return holds(fmt.Sprintf(`document.querySelector(%q)?.innerText.includes(%q)===%t`, selector, text, there))
}

// An officer pauses the whole queue for a reason, which everybody reads at
// once; then only the counter.
func TestQueuePause(t *testing.T) {
	t.Parallel()
	place, line := sets(t, "Zona Jeda", "ZJ")
	desk, board, citizen := serves(t, line), shows(t, place, line), phone(t)
	comes(t, citizen, "Jeda Contoh")
	do(t, citizen, chromedp.Navigate(origin+"/antrean/di/"+place.ID), started())
	takes(t, citizen, line.Line)
	do(t, citizen, pushed(), told(words.TicketNext.ID))

	const reason = "Salat Jumat berjemaah"
	do(t, desk, chromedp.KeyEvent("i"), asks("tunda"))
	shot(t, desk, "loket-jeda-tanya-1280")
	do(t, desk, chromedp.Click(`#tunda input[value=true]`, chromedp.ByQuery), types("#tunda-lain", reason), pressT(words.CounterPause))
	paused := words.TicketDayPaused.In(words.ID, reason)
	soon(t, citizen, told(paused))
	soon(t, board, said(".papan-isi", words.BoardPausedFor.In(words.ID, reason), true))
	do(t, desk, said(".loket-hero", reason, true))
	shot(t, board, "papan-jeda-1920")
	shot(t, desk, "loket-jeda-1280")
	whole(t, citizen, "antrean-jeda-360")
	fits(t, citizen, "paused ticket")
	fits(t, board, "paused board")

	do(t, desk, holds(`!document.querySelector('dialog[open]')`), chromedp.KeyEvent(" "))
	soon(t, citizen, told(words.TicketNext.ID))
	soon(t, board, said(".papan-isi", reason, false))

	// The counter alone rests: the queue goes on, and the phone says who rests.
	do(t, desk, chromedp.KeyEvent("i"), asks("tunda"), chromedp.Click(`#tunda input[value=false]`, chromedp.ByQuery),
		chromedp.Click(fmt.Sprintf(`#tunda input[value=%q]`, words.CounterRest1.ID), chromedp.ByQuery), pressT(words.CounterPause))
	do(t, citizen, said("main", words.TicketResting.In(words.ID, words.CounterRest1.ID), true), told(words.TicketNext.ID))
	do(t, desk, said(".loket-hero", words.CounterResting.ID, true), holds(`!document.querySelector('dialog[open]')`), chromedp.KeyEvent(" "))
	do(t, citizen, said("main", words.TicketIdle.ID, true))
}

// Somebody stands in the wrong queue: the officer moves them, and their phone
// shows the new number.
func TestQueueMove(t *testing.T) {
	t.Parallel()
	place, from := sets(t, "Zona Asal", "ZA")
	_, to := sets(t, "Zona Tujuan", "ZT")
	desk, citizen := serves(t, from), phone(t)
	comes(t, citizen, "Pindah Contoh")
	do(t, citizen, chromedp.Navigate(origin+"/antrean/di/"+place.ID), started())
	number, label := takes(t, citizen, from.Line)
	do(t, citizen, pushed())
	first := value[string](t, citizen, `location.pathname`)
	do(t, desk, said(bigLabel, label, true), chromedp.KeyEvent(" "))
	soon(t, citizen, told(words.TicketCalled.ID))

	do(t, desk, chromedp.KeyEvent("a"), asks("alih"))
	shot(t, desk, "loket-alih-1280")
	do(t, desk, press(to.Line.Name), sees(words.CounterDidMoveTo.In(words.ID, queue.Label(from.Line.Prefix, number), to.Line.Name)))
	soon(t, citizen, told(words.TicketMovedTo.In(words.ID, to.Line.Name)))
	whole(t, citizen, "antrean-dialihkan-360")
	fits(t, citizen, "moved ticket")

	// One touch leads to the new number, which is in line and there already.
	do(t, citizen, pressT(words.TicketSeeNew), holds(fmt.Sprintf(`/^\/antrean\/[^/]+$/.test(location.pathname)&&location.pathname!==%q`, first)),
		sees(words.TicketPresent.ID), told(words.TicketNext.ID))
	moved := value[string](t, citizen, `document.querySelector('.hero-no').innerText.replace(/\s/g,'')`)
	if !strings.HasPrefix(moved, to.Line.Prefix+"-") {
		t.Errorf("after the move: %s", moved)
	}
	do(t, citizen, chromedp.Navigate(origin+"/antrean"), started(), said(".ticket", moved[len(to.Line.Prefix)+1:], true))
	help := officer(t)
	day, counter := help.sits(t, to, 0)
	help.acts(t, queue.Act{Day: day, Action: queue.CallNext, Counter: counter})
	soon(t, citizen, said(".ticket", words.TicketCalled.ID, true))
}

// bigLabel is what the big button of a desk says.
const bigLabel = "#berikut .loket-label"

// A doctor falls ill: the admin closes the day, the one who waits reads why
// and takes a number of the next day with two touches.
func TestQueueLeave(t *testing.T) {
	t.Parallel()
	place, line := sets(t, "Zona Cuti", "ZC")
	citizen, boss := phone(t), screen(t, 1280, 900, false)
	comes(t, citizen, "Cuti Contoh")
	do(t, citizen, chromedp.Navigate(origin+"/antrean/di/"+place.ID), started())
	takes(t, citizen, line.Line)
	do(t, citizen, pushed())
	first := value[string](t, citizen, `location.pathname`)

	const reason = "dr. Contoh sakit hari ini"
	admits(t, boss, admin(t))
	do(t, boss, chromedp.Navigate(origin+"/meja/antrean/"+line.Line.Queue), started(), press(words.SetupLeaveNew.ID), pressT(words.SetupLeaveGo), sees(words.Fault(words.ID, "required", "")))
	today := string(line.Line.Date)
	do(t, boss, dates("#from", today), dates("#to", today), types("#reason", reason), pressT(words.SetupLeaveGo), asks("cuti-tanya"))
	shot(t, boss, "cuti-tanya-1280")
	do(t, boss, pressT(words.SetupLeaveYes), sees(words.SetupLeaveDone.In(words.ID, "1")), sees(words.SetupStruck.In(words.ID, "1")))
	whole(t, boss, "cuti-1280")
	fits(t, boss, "leave")

	soon(t, citizen, told(words.TicketStopped.In(words.ID, reason)))
	do(t, citizen, sees(line.Line.Name), chromedp.WaitVisible(".instead", chromedp.ByQuery))
	whole(t, citizen, "antrean-cuti-360")
	fits(t, citizen, "cancelled ticket")
	do(t, citizen, pressT(words.TicketInstead), holds(`document.querySelector('.take-on')!==null`), pressT(words.TakeButton),
		holds(fmt.Sprintf(`/^\/antrean\/[^/]+$/.test(location.pathname)&&location.pathname!==%q`, first)), chromedp.WaitVisible(".hero-no", chromedp.ByQuery),
		sees(words.TakeTomorrow.ID))
	whole(t, citizen, "antrean-besok-360")
}

// dates puts a date into a field as somebody who picks it.
func dates(selector, date string) chromedp.Action {
	return chromedp.Tasks{chromedp.SetValue(selector, date, chromedp.ByQuery),
		chromedp.Evaluate(fmt.Sprintf(`(()=>{const e=document.querySelector(%q);for(const n of ['input','change'])e.dispatchEvent(new Event(n,{bubbles:true}))})()`, selector), nil)}
}
