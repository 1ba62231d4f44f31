package queue

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// device is what a board and a kiosk do alike: they run unattended by a
// secret link, keep in touch with the server, and know when they are not.
type device struct {
	view[queue.Screen]

	house   *house.House
	pattern string
	title   words.T
	news    news
	here    goapp.Context // of the screen; that of a button ends with the button

	began    time.Time     // on this device's clock, like heard and asked
	heard    time.Time     // when what is shown was last known to be true; zero for never
	asked    time.Time     // when the last question began
	revised  time.Time     // when a newer version was last asked for
	ahead    time.Duration // of the server's clock before this device's
	busy     bool
	revoked  bool
	newer    bool // a newer version waits
	follows  []string
	stops    []func()
	running  bool
	origin   string                            // "https://host" as the device knows it; "" before it runs
	received func(goapp.Context, queue.Screen) // after each answer; nil for nothing
	changed  func(goapp.Context, string)       // after news of a day
}

func newDevice(h *house.House, pattern string, title words.T) device {
	d := device{house: h, pattern: pattern, title: title}
	d.view = flow.NewView(func(ctx context.Context, at link.At) (queue.Screen, error) {
		secret, _ := at.Match(pattern)
		return h.Queue.Screen(ctx, queue.Secret{Secret: secret})
	})
	return d
}

// Visit implements house.Screen.
func (d *device) Visit(ctx context.Context, at link.At) error {
	err := d.view.Visit(ctx, at)
	d.began = d.house.Now()
	if err == nil {
		d.heard = d.began
		d.know()
	}
	d.revoked = gone(err)
	return err
}

// gone reports whether a link was revoked. Not every "not found" says so: one
// may come from something between us and the server.
func gone(err error) bool { return err != nil && fault.From(err).Key == "device_gone" }

// Plant implements house.Screen. A page kept by the browser may be old; what
// it carries counts as heard only when it was made a moment ago.
func (d *device) Plant(at link.At, seed json.RawMessage) {
	d.view.Plant(at, seed)
	d.began, d.heard = d.house.Now(), time.Time{}
	if screen, ok := d.Value(); ok {
		if age := d.began.Sub(screen.Now); age >= 0 && age < cutAfter {
			d.heard = screen.Now
		}
		d.know()
	}
}

// know takes over the days of the screen.
func (d *device) know() {
	screen, _ := d.Value()
	for _, day := range screen.Days {
		d.news.know(day.State)
	}
}

// Head implements house.Screen.
func (d *device) Head() house.Head {
	return house.Head{Title: d.title.In(d.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (d *device) Titled(goapp.Context) { frame.Titled(d.house, d.At, d.Head()) }

// now is the time on the regency's clock as the server has it: the clock of
// a TV is often wrong.
func (d *device) now() time.Time { return d.house.Clock().Add(d.ahead) }

// touch is how the screen stands with the server.
func (d *device) touch() touch { return touchOf(d.heard, d.began, d.house.Now()) }

// start keeps the screen running: each second beat is called, and what is
// due is asked for.
func (d *device) start(ctx goapp.Context, beat func(goapp.Context)) {
	d.At, d.here = link.Parse(ctx.Page().URL()), ctx
	d.Titled(ctx)
	if d.running {
		return
	}
	d.running, d.origin = true, browser.Origin()
	d.stops = append(d.stops, browser.StayAwake(), browser.Listen("rumah:update", func() { ctx.Dispatch(func(goapp.Context) { d.newer = true }) }),
		browser.Listen("online", func() { ctx.Dispatch(d.ask) }))
	d.newer = browser.UpdateWaits()
	d.ask(ctx)
	d.tick(ctx, beat)
}

// OnDismount ends what runs.
func (d *device) OnDismount() {
	d.running = false
	d.news.stop()
	for _, stop := range d.stops {
		stop()
	}
	d.stops = nil
}

func (d *device) tick(ctx goapp.Context, beat func(goapp.Context)) {
	ctx.After(time.Second, func(ctx goapp.Context) {
		if !d.running {
			return
		}
		if d.house.Now().Sub(d.asked) >= d.every() {
			d.ask(ctx)
		}
		beat(ctx)
		d.tick(ctx, beat)
	})
}

// every is how often the screen asks for the whole. Calls come by themselves,
// at once; but an open line that died says so only after a while, and a board
// must know within seconds whether what it shows is true.
func (d *device) every() time.Duration {
	if d.revoked {
		return askRevokedEvery
	}
	return boardAsks
}

func (d *device) ask(ctx goapp.Context) {
	if d.busy {
		return
	}
	d.busy, d.asked = true, d.house.Now()
	at, secret := d.asked, d.secret()
	flow.Ask(ctx, func(ctx context.Context) (queue.Screen, error) {
		wait, stop := context.WithTimeout(ctx, askLimit)
		defer stop()
		return d.house.Queue.Screen(wait, queue.Secret{Secret: secret})
	}, func(ctx goapp.Context, screen queue.Screen, err error) {
		d.busy, d.revoked = false, gone(err)
		if d.revoked {
			d.news.stop()
			d.follows = nil
		}
		if err != nil {
			return
		}
		// The answer is as old as the question: it may have taken long.
		d.heard, d.ahead = at, screen.Now.Sub(d.house.Now())
		d.Change(func(known *queue.Screen) { *known = screen })
		d.know()
		d.follow(screen)
		if d.received != nil {
			d.received(ctx, screen)
		}
	})
}

// follow listens to the days that are shown, anew when they are others.
func (d *device) follow(screen queue.Screen) {
	days := make([]string, len(screen.Days))
	for i, day := range screen.Days {
		days[i] = day.State.Day
	}
	if slices.Equal(days, d.follows) {
		return
	}
	d.follows = days
	d.news.follow(d.here, days, func(ctx goapp.Context, day string, events []queue.Event) {
		if len(events) > 0 {
			d.heard = d.house.Now()
		}
		if d.changed != nil {
			d.changed(ctx, day)
		}
	})
}

// renew loads the program anew when there is a newer one, or when it has run
// for a day. It is called when nothing would be disturbed.
func (d *device) renew() {
	now := d.house.Now()
	if d.revised.IsZero() || now.Sub(d.revised) > askVersionEvery {
		d.revised = now
		browser.CheckUpdate()
	}
	switch {
	case d.touch() != inTouch: // a page that cannot load shows nothing at all
	case d.newer:
		d.newer = false // once is enough; the page goes
		browser.Update()
	case restarts(d.began, d.house.Clock()):
		d.began = now
		browser.Reload()
	}
}

// since says when the screen was last in touch; "" for never.
func (d *device) since() string {
	if d.heard.IsZero() {
		return ""
	}
	return words.Clock(d.heard.In(d.house.City.Location()).Add(d.ahead))
}

// code is a QR code of one of our addresses. Only the device knows by which
// name it reached us, so a page without its program has none.
func (d *device) code(path, says string) ui.UI {
	if d.origin == "" {
		return nil
	}
	return &screenCode{Link: d.origin + path, Says: says}
}

// screenCode is a component of its own, because a board is drawn each second
// and a code is only worth drawing when it is another.
type screenCode struct {
	goapp.Compo
	Link, Says string
}

// Render draws the code.
func (c *screenCode) Render() ui.UI {
	if code := deskCode(c.Link, c.Says); code != nil {
		return code
	}
	return ui.Span("")
}

// secret is the secret part of the link.
func (d *device) secret() string {
	secret, _ := d.At.Match(d.pattern)
	return secret
}

// goneScreen stands on a device whose link was revoked.
func (d *device) goneScreen(class string) ui.UI {
	return ui.Div(class+" layar-cabut deep", ui.Motif("m-layar"),
		ui.With("main", "layar-pesan", ui.Attrs{"id": "isi"}, ui.Icon("papan"), ui.H1("", words.DeviceGone.In(d.At.Lang)), ui.P("", words.DeviceGoneText.In(d.At.Lang))))
}
