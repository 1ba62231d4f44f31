package queue

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Kiosk is the screen people touch to take a number: /kios/{secret}. Whoever
// comes next finds it as if nobody had been there.
type Kiosk struct {
	goapp.Compo
	device

	step    kioskStep
	day     string // the queue that was touched
	take    flow.Form[queue.Printing, queue.Slip]
	lang    words.Lang // chosen by who stands there; "" for the page's
	low     bool       // all to touch is in the lower half, for who sits
	touched time.Time
	shown   time.Time // when this step came up
}

// KioskPattern is its address.
const KioskPattern = "/kios/{secret}"

// NewKiosk returns the screen.
func NewKiosk(h *house.House) house.Screen {
	s := &Kiosk{device: newDevice(h, KioskPattern, words.KioskTitle)}
	s.received = func(_ goapp.Context, screen queue.Screen) {
		if screen.Kind == queue.Board {
			browser.Load(link.At{Lang: s.At.Lang}.To("/papan/" + s.secret()))
		}
	}
	return s
}

// OnNav starts the kiosk.
func (s *Kiosk) OnNav(ctx goapp.Context) {
	if !s.running {
		s.stops = append(s.stops, browser.Listen("pointerdown", func() { ctx.Dispatch(func(goapp.Context) { s.touched = s.house.Now() }) }))
	}
	s.start(ctx, s.beat)
}

// beat runs each second.
func (s *Kiosk) beat(goapp.Context) {
	now := s.house.Now()
	if s.step != kioskHome {
		if kioskLeft(s.step, s.take.Busy(), s.touched, now) == 0 {
			s.home()
		}
		return
	}
	if now.Sub(s.touched) > kioskIdle {
		if s.lang != "" || s.low {
			s.home()
		}
		s.renew()
	}
}

// home forgets who was here.
func (s *Kiosk) home() {
	s.turnTo(kioskHome)
	s.reset()
	s.lang, s.low = "", false
	browser.Lang(string(s.speaks()))
}

// reset begins with a key of its own, so that nobody is given the number of
// somebody before.
func (s *Kiosk) reset() {
	s.take = flow.Form[queue.Printing, queue.Slip]{Done: s.taken}
}

// speaks is the language of who stands there.
func (s *Kiosk) speaks() words.Lang {
	if s.lang != "" {
		return s.lang
	}
	return s.At.Lang
}

func (s *Kiosk) turnTo(step kioskStep) { s.step, s.shown = step, s.house.Now() }

// press is a touch on something; it does nothing while a number is on its way
// or when it was meant for the page before.
func (s *Kiosk) press(do func()) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		s.touched = s.house.Now()
		browser.Fullscreen()
		if !s.take.Busy() && kioskHears(s.shown, s.touched) {
			do()
		}
	}
}

// choose takes a queue.
func (s *Kiosk) choose(day string) goapp.EventHandler {
	return s.press(func() {
		s.reset()
		s.day = day
		s.take.Draft = queue.Printing{Secret: s.secret(), Day: day, Lane: queue.Regular}
		s.onward()
	})
}

func (s *Kiosk) inLane(l queue.Lane) goapp.EventHandler {
	return s.press(func() {
		s.take.Draft.Lane = l
		s.onward()
	})
}

func (s *Kiosk) paidBy(p queue.Payer) goapp.EventHandler {
	return s.press(func() {
		s.take.Draft.Payer = p
		s.onward()
	})
}

// asks are the questions of the queue that was touched.
func (s *Kiosk) asks() []kioskStep {
	state := s.news.day(s.day)
	if state == nil {
		return []kioskStep{kioskSure}
	}
	return kioskAsks(s.of(s.day).Line.Payer, state)
}

// of is a queue of the screen; empty when it is there no more.
func (s *Kiosk) of(day string) queue.DayView {
	screen, _ := s.Value()
	for _, d := range screen.Days {
		if d.State.Day == day {
			return d
		}
	}
	return queue.DayView{}
}

// onward goes to the next question, or takes the number after the last.
func (s *Kiosk) onward() {
	if next, ok := kioskAfter(s.asks(), s.step); ok {
		s.turnTo(next)
		return
	}
	s.send()
}

// send takes the number. All tries of one press share a key, so that they
// give one number.
func (s *Kiosk) send() {
	s.take.Send(s.here, s.take.Draft.Check, s.house.Queue.Print)
}

func (s *Kiosk) taken(_ goapp.Context, slip *queue.Slip) {
	s.touched = s.house.Now()
	if slip != nil {
		s.turnTo(kioskDone)
		return
	}
	s.shown = s.touched
}

func (s *Kiosk) back() {
	if s.take.Fault() != nil && !kioskTries(s.take.Fault()) {
		s.home()
		return
	}
	s.turnTo(kioskBefore(s.asks(), s.step))
	if s.step == kioskHome {
		s.reset()
	}
}

func (s *Kiosk) speak(l words.Lang) goapp.EventHandler {
	return s.press(func() {
		s.lang = l
		browser.Lang(string(l))
	})
}
