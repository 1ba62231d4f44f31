package e2e

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// An officer whose mouse is broken sits down, calls, serves, skips, takes
// back, finds, gives a number, rests and leaves.
func TestQueueKeysOnly(t *testing.T) {
	t.Parallel()
	_, line := sets(t, "Zona Tombol", "ZK")
	help := officer(t)
	day, counter := line.Line.Day, line.Counters[0]
	var labels []string
	for _, name := range []string{"Arum", "Bayu", "Citra"} {
		_, n := help.issues(t, day, name)
		labels = append(labels, queue.Label(line.Line.Prefix, n))
	}
	desk := screen(t, 1280, 900, false)
	admits(t, desk, help)
	do(t, desk, chromedp.Navigate(origin+"/meja/loket"), started(), holds(`document.querySelector('.loket-cards')!==null`),
		chromedp.Evaluate(`addEventListener('pointerdown',()=>document.documentElement.dataset.tetikus='1',true)`, nil))
	tabsTo(t, desk, words.CounterSitAt.In(words.ID, counter.Name, line.Line.Name))
	do(t, desk, stroke(kb.Enter), holds(`location.pathname.startsWith('/meja/loket/')`), sees(words.DeskConnected.ID), said(bigLabel, labels[0], true))

	keys := func(key string, steps ...chromedp.Action) {
		t.Helper()
		do(t, desk, append([]chromedp.Action{stroke(key)}, steps...)...)
	}
	number := func(label string) chromedp.Action {
		return holds(fmt.Sprintf(`document.querySelector('.loket-hero .call-no')?.getAttribute('aria-label')===%q`, label))
	}
	did := func(t words.T, label string) chromedp.Action { return said(".undo-hold", t.In(words.ID, label), true) }
	undone := holds(`document.querySelector('.undo-bar')===null`)

	keys(" ", number(labels[0]), did(words.CounterDidCall, labels[0]))
	keys("u", said(".loket-hero", words.CounterCalledTimes.In(words.ID, "2"), true), undone)
	keys("m", did(words.CounterDidBegin, labels[0]))
	keys("s", did(words.CounterDidFinish, labels[0]), said(bigLabel, labels[1], true))
	keys(" ", number(labels[1]), did(words.CounterDidCall, labels[1])) // one thing at a time: the next key waits for the answer
	keys("l", did(words.CounterDidSkip, labels[1]), said(".loket-skipped", labels[1], true))
	keys("z", number(labels[1]), undone)
	keys("t", did(words.CounterDidAbsent, labels[1]))
	keys("z", number(labels[1]), undone)
	keys("l", did(words.CounterDidSkip, labels[1]), said(".loket-skipped", labels[1], true))
	shot(t, desk, "loket-tombol-1280")
	fits(t, desk, "desk by keys")

	// A number that was skipped is called by its digits, a name is found.
	keys("2", holds(`document.activeElement.id==='cari-antre'&&document.activeElement.value==='2'`), stroke(kb.Enter), number(labels[1]), did(words.CounterDidCall, labels[1]))
	keys("s", did(words.CounterDidFinish, labels[1]), said(bigLabel, labels[2], true))
	keys("/", stroke("citra"), said(".loket-list", labels[2], true), stroke(kb.Escape), holds(`document.activeElement.id!=='cari-antre'`))
	keys("?", asks("tombol"), stroke(kb.Escape), holds(`!document.querySelector('dialog[open]')`))
	keys("n", asks("terbit"), holds(`document.activeElement.id==='terbit-nama'`), stroke("Dian"),
		stroke(kb.Enter), sees(words.CounterIssued.ID), stroke(kb.Escape), holds(`!document.querySelector('dialog[open]')`), said(".loket-list", "Dian", true))
	keys("i", asks("tunda"))
	tabsTo(t, desk, words.CounterPause.ID)
	keys(kb.Enter, said(".loket-hero", words.CounterResting.ID, true), holds(`!document.querySelector('dialog[open]')`))
	keys(" ", said(bigLabel, labels[2], true))
	keys("o", asks("lain"))
	tabsTo(t, desk, words.CounterLeave.ID)
	keys(kb.Enter, holds(`location.pathname==='/meja/loket'`))
	if value[bool](t, desk, `'tetikus' in document.documentElement.dataset`) {
		t.Error("a mouse was used")
	}
}

// stroke presses keys as a keyboard does: what a page keeps from a key never
// becomes a letter.
func stroke(keys string) chromedp.Action {
	var steps chromedp.Tasks
	for _, r := range keys {
		for _, event := range kb.Encode(r) {
			if event.Type == input.KeyDown {
				event.Type = input.KeyRawDown
			}
			steps = append(steps, event)
		}
	}
	return steps
}

// tabsTo presses Tab until what has a name has the focus, as somebody does
// who sees where it is.
func tabsTo(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	const most = 200
	at := fmt.Sprintf(`(e=>(e.getAttribute('aria-label')||e.querySelector('.row-title')?.innerText||e.innerText||'').trim()===%q)(document.activeElement)`, name)
	for range most {
		if value[bool](t, ctx, at) {
			return
		}
		do(t, ctx, stroke(kb.Tab))
	}
	t.Fatalf("%d times Tab do not lead to %q", most, name)
}
