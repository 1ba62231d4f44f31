package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// longestWalk is how long a browser may be open: a whole journey beside other
// walks, on two cores.
const longestWalk = 8 * time.Minute

// phone opens a fresh browser of a phone's size with an empty profile. What
// the page complains about on its console fails the test.
func phone(t *testing.T) context.Context { return screen(t, 360, 780, true) }

func screen(t *testing.T, width, height int64, mobile bool) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.UserDataDir(profile(t)))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	browser, stop := chromedp.NewExecAllocator(within(t, longestWalk), options...)
	t.Cleanup(stop)
	ctx, stop := chromedp.NewContext(browser, chromedp.WithErrorf(complain))
	t.Cleanup(stop)
	if err := chromedp.Run(ctx, emulation.SetDeviceMetricsOverride(width, height, 2, mobile), log.Enable(), runtime.Enable()); err != nil {
		t.Fatal(err)
	}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("page: %s", e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning || e.Type == runtime.APITypeLog {
				for _, arg := range e.Args {
					t.Errorf("page says: %s %s", arg.Value, arg.Description)
				}
			}
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError && !expected(t, e.Entry.Text) {
				t.Errorf("page: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
	return ctx
}

// complain leaves out that the library knows no name yet for an event of a
// newer browser, which it says for each dialog.
func complain(format string, args ...any) {
	if !strings.HasPrefix(format, "unhandled node event") {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}

// expected are the complaints of a browser about answers that are right: a
// page that is not there, a form with mistakes, a server that was stopped.
func expected(t *testing.T, text string) bool {
	if strings.Contains(text, "status of 404") || strings.Contains(text, "status of 422") {
		return true
	}
	switch t.Name() {
	case "TestQueueOfTwoServers": // a server that starts lets nobody in yet
		return strings.Contains(text, "net::ERR_") || strings.Contains(text, "WebSocket")
	case "TestOffline", "TestUpdate", "TestQueueOffline", "TestInbox", "TestFivePhotosOnASlowLine", "TestLetterJourney", "TestHomeLeadsToAnApplication", "TestRefusedWhileNobodyLooks":
		return strings.Contains(text, "net::ERR_")
	case "TestPermitDeskWhenSomebodyIsFaster":
		return strings.Contains(text, "status of 409")
	case "TestQueueWithoutSockets":
		return strings.Contains(text, "WebSocket")
	}
	return false
}

// profile is an empty folder for a browser. It goes with the whole run: a
// browser writes for a moment after it was told to stop.
func profile(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp(folder, "profile-")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// do runs steps and fails with the one that did not work.
func do(t *testing.T, ctx context.Context, steps ...chromedp.Action) {
	t.Helper()
	for i, step := range steps {
		wait, stop := context.WithTimeout(ctx, 30*time.Second)
		err := chromedp.Run(wait, step)
		stop()
		if err != nil {
			shot(t, ctx, "gagal-"+strings.ReplaceAll(t.Name(), "/", "-"))
			t.Fatalf("step %d: %v", i+1, err)
		}
	}
}

// live touches the page, which is what our program waits for on a first
// visit, and waits until it has taken the page over.
func live() chromedp.Action {
	return chromedp.Tasks{
		chromedp.Evaluate(`dispatchEvent(new Event('pointerdown'))`, nil),
		chromedp.WaitReady("html[data-siap]", chromedp.ByQuery),
	}
}

// sees waits until some text of the page is visible.
func sees(text string) chromedp.Action {
	return holds(fmt.Sprintf(`document.body.innerText.includes(%q)`, text))
}

// holds waits until an expression, or the promise it gives, is true; over
// reloads of the page too.
func holds(js string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		for {
			var yes bool
			look := chromedp.Evaluate(`Promise.resolve(`+js+`).then(v=>!!v,()=>false)`, &yes, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) })
			if err := look.Do(ctx); err == nil && yes {
				return nil
			}
			select {
			case <-ctx.Done():
				return fmt.Errorf("never true: %s: %w", js, ctx.Err())
			case <-time.After(30 * time.Millisecond):
			}
		}
	})
}

func value[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	var v T
	do(t, ctx, chromedp.Evaluate(js, &v, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return v
}

// shot keeps a picture of the page in shots/, for people to look at.
func shot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	var png []byte
	if err := chromedp.Run(ctx, chromedp.CaptureScreenshot(&png)); err != nil {
		t.Logf("no picture of %s: %v", name, err)
		return
	}
	keep(t, name, png)
}

// whole keeps a picture of the page from top to bottom: of a screen as high
// as the page, so that what stands at the edge of a screen is at the edge of
// the picture.
func whole(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	var png []byte
	size := value[[]float64](t, ctx, `(scrollTo(0,0),[innerWidth,innerHeight,Math.max(innerHeight,document.documentElement.scrollHeight),devicePixelRatio])`)
	stretch := func(height float64) chromedp.Action {
		return emulation.SetDeviceMetricsOverride(int64(size[0]), int64(height), size[3], size[0] < 768)
	}
	do(t, ctx, stretch(size[2]), chromedp.CaptureScreenshot(&png), stretch(size[1]))
	keep(t, name, png)
}

func keep(t *testing.T, name string, png []byte) {
	t.Helper()
	shots := filepath.Join("..", "..", "shots")
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}
