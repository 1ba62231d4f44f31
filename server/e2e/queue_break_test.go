package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	push "rumah/shared/live"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Without a network a number stays as it was last known, and says how old
// that is; with one again it is where it is, by itself.
func TestQueueOffline(t *testing.T) {
	t.Parallel()
	help := officer(t)
	place, lines := help.open(t)
	day, counter := help.sits(t, lines[0], 0)
	ctx := phone(t)
	comes(t, ctx, "Luring Contoh")
	do(t, ctx, chromedp.Navigate(origin+"/antrean/di/"+place.Place.ID), started())
	number, _ := takes(t, ctx, lines[0].Line)
	do(t, ctx, pushed())
	const hero = `document.querySelector('.hero [role=status]').innerText`
	before := value[string](t, ctx, hero)

	do(t, ctx, network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1),
		holds(fmt.Sprintf(`document.querySelector('.ticket-live').innerText!==%q&&/\d\d\.\d\d/.test(document.querySelector('.ticket-live').innerText)`, words.TicketLive.ID)))
	help.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: number})
	shot(t, ctx, "antrean-luring-360")
	if now := value[string](t, ctx, hero); now != before {
		t.Errorf("without a network %q became %q", before, now)
	}
	do(t, ctx, network.EmulateNetworkConditions(false, 0, -1, -1), told(words.TicketCalled.ID), pushed())
}

// socketless is the shared house behind a proxy that lets no socket through.
func socketless(t *testing.T) string {
	t.Helper()
	to, err := url.Parse(origin)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == push.Path {
			http.Error(w, "no sockets here", http.StatusForbidden)
			return
		}
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// Where sockets are blocked the line moves all the same, a little later.
func TestQueueWithoutSockets(t *testing.T) {
	t.Parallel()
	help := officer(t)
	_, lines := help.open(t)
	day, counter := help.sits(t, lines[0], 1)
	given, number := help.issues(t, day, "Tanpa Soket")
	ctx := phone(t)
	do(t, ctx, chromedp.Navigate(strings.Replace(given.Link, origin, socketless(t), 1)), started(), chromedp.WaitVisible(".hero-no", chromedp.ByQuery))
	help.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: number})
	do(t, ctx, told(words.TicketCalled.ID))
	if value[bool](t, ctx, fmt.Sprintf(`document.querySelector('.ticket-live').innerText===%q`, words.TicketLive.ID)) {
		t.Error("a number that asks for news says that it is told at once")
	}
}

// A shared link is read without JavaScript, names nobody and refreshes
// itself; with JavaScript it moves at once.
func TestQueueShared(t *testing.T) {
	t.Parallel()
	help := officer(t)
	_, lines := help.open(t)
	day, counter := help.sits(t, lines[0], 2)
	const name = "Rahasia Sekali"
	help.issues(t, day, "Di Depan") // so that somebody is ahead
	help.issues(t, day, "Di Depan")
	given, number := help.issues(t, day, name)
	label := queue.Label(lines[0].Line.Prefix, number)
	ctx := phone(t)
	do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(given.Link), chromedp.WaitVisible(".hero-no", chromedp.ByQuery),
		sees(words.TicketAheadOf.In(words.ID, "")[1:]), chromedp.WaitReady(`meta[http-equiv=refresh]`, chromedp.ByQuery))
	whole(t, ctx, "antrean-dibagikan-tanpa-js-360")
	_, page, header := get(t, strings.TrimPrefix(given.Link, origin))
	for _, secret := range []string{name, "Rahasia"} {
		if strings.Contains(page, secret) {
			t.Errorf("the page holds %q", secret)
		}
	}
	if !strings.Contains(page, label) || !strings.Contains(page, "noindex") && header.Get("X-Robots-Tag") == "" {
		t.Errorf("without %s, or for search engines: %.600s", label, page)
	}

	do(t, ctx, emulation.SetScriptExecutionDisabled(false), chromedp.Reload(), started(), pushed())
	fits(t, ctx, "shared ticket")
	whole(t, ctx, "antrean-dibagikan-360")
	help.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: number})
	soon(t, ctx, told(words.TicketCalled.ID))
	if strings.Contains(value[string](t, ctx, `document.documentElement.outerHTML`), "Rahasia") {
		t.Error("with JavaScript the page holds the name")
	}
}
