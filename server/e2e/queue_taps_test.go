package e2e

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// offered is the last place of a kind where a number can be taken now, and
// its first such queue: the last, because it is the hardest to reach.
func offered(t *testing.T, fits func(queue.PlaceLine) bool) (queue.PlaceLine, queue.Line) {
	t.Helper()
	anybody := (&staff{}).at(origin)
	places, err := anybody.Places(t.Context(), queue.PlacesOf{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range places.Items {
		p := places.Items[len(places.Items)-1-i]
		if !fits(p) {
			continue
		}
		lines, err := anybody.Lines(t.Context(), queue.LinesOf{Place: p.Place.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines.Items {
			if l.Open {
				return p, l
			}
		}
	}
	t.Fatal("there is no such place with a number to take")
	return queue.PlaceLine{}, queue.Line{}
}

// taps are how often a finger came down since count began.
func taps(t *testing.T, ctx context.Context) int {
	t.Helper()
	return value[int](t, ctx, `window.taps`)
}

// tap touches what a selector finds, as a finger would.
func tap(selector string) chromedp.Action {
	return chromedp.Tasks{chromedp.WaitVisible(selector, chromedp.ByQuery), chromedp.Click(selector, chromedp.ByQuery)}
}

// From home three taps lead to a number, at every kind of place and for
// somebody who never took one: the place, the line with how many wait and
// how long, and taking it. Where there is one line it is chosen already.
func TestQueueThreeTaps(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	comes(t, ctx, "Tiga Contoh")
	kind := func(k place.Kind) func(queue.PlaceLine) bool {
		return func(p queue.PlaceLine) bool { return p.Kind == k && p.Queues > 1 }
	}
	for _, c := range []struct {
		name string
		fits func(queue.PlaceLine) bool
		most int
	}{
		{"puskesmas", kind(place.Clinic), 3}, {"hospital", kind(place.Hospital), 3}, {"office", kind(place.Agency), 3}, {"kecamatan", kind(place.District), 3},
		{"one line", func(p queue.PlaceLine) bool { return p.Queues == 1 }, 2},
	} {
		p, line := offered(t, c.fits)
		do(t, ctx, chromedp.Navigate(origin+"/"), started(), chromedp.WaitVisible(`.door-rows`, chromedp.ByQuery),
			chromedp.Evaluate(`window.taps=0;addEventListener('pointerdown',()=>taps++,true)`, nil))
		if c.most == 3 && c.name == "puskesmas" {
			whole(t, ctx, "beranda-antrean-360")
			fits(t, ctx, "home")
		}
		do(t, ctx, tap(fmt.Sprintf(`a[href="/antrean/di/%s"]`, p.Place.ID)), holds(`document.querySelector('.take-line')!==null`))
		if c.most == 3 {
			do(t, ctx, tap(fmt.Sprintf(`a.take-line[href*="antrean=%s"]`, line.Day)))
		}
		do(t, ctx, holds(`document.querySelector('.take-on .wait')?.innerText.trim()!==''`), // how many wait
			holds(`/\d/.test(document.querySelector('.foot .ink')?.innerText)`)) // and how long, before taking
		if c.name == "hospital" {
			whole(t, ctx, "antrean-tempat-360")
			fits(t, ctx, "place")
		}
		do(t, ctx, tap(`.foot button.btn-full`), holds(`/^\/antrean\/[^/]+$/.test(location.pathname)`), chromedp.WaitVisible(".hero-no", chromedp.ByQuery))
		if n := taps(t, ctx); n > c.most {
			t.Errorf("%s: %d taps to a number, at most %d", c.name, n, c.most)
		}
	}
	// It can be given back, and the place is the first that home offers now.
	do(t, ctx, pressT(words.TicketCancel), pressT(words.TicketCancelDo), told(words.TicketGone.ID),
		chromedp.Navigate(origin+"/"), started(), holds(`document.querySelector('section[aria-labelledby=antrean] .rows').innerText.includes(`+fmt.Sprintf("%q", words.QueueLast.ID)+`)`))
}
