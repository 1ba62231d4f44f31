package queue

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Board is the screen on a wall that shows who is called: /papan/{secret}. It
// names nobody.
type Board struct {
	goapp.Compo
	device

	voice   boardVoice
	calling *boardCall // is being said; nil for nothing
	turn    int        // calls said, so that the end of one does not end the next
	said    time.Time  // when calling began
	sound   bool       // somebody wants to hear it
	audible bool       // and the browser lets it be heard
}

// BoardPattern is its address.
const BoardPattern = "/papan/{secret}"

const (
	// soundKept is under what name a board remembers that it shall speak.
	soundKept = "papan-suara"
	// chimeTime is how long the tones last before the voice begins.
	chimeTime = 1300 * time.Millisecond
	// callTime is how long a call stands alone at least; callMost is when a
	// voice that never ends is given up.
	callTime = 6 * time.Second
	callMost = 20 * time.Second
	// boardReload is after how many seconds a board without its program loads
	// again. Its page covers itself when it could not; see the style of papan.
	boardReload = 20
)

// NewBoard returns the screen.
func NewBoard(h *house.House) house.Screen {
	s := &Board{device: newDevice(h, BoardPattern, words.BoardTitle)}
	s.received = func(ctx goapp.Context, screen queue.Screen) {
		if screen.Kind == queue.Kiosk {
			browser.Load(link.At{Lang: s.At.Lang}.To("/kios/" + s.secret()))
			return
		}
		for _, day := range screen.Days {
			s.hear(day.State.Day)
		}
		s.callNext(ctx)
	}
	s.changed = func(ctx goapp.Context, day string) {
		s.hear(day)
		s.callNext(ctx)
	}
	return s
}

// Head implements house.Screen. A board can be read where scripts are off too,
// a little later.
func (s *Board) Head() house.Head {
	return house.Head{Title: s.title.In(s.At.Lang), NoIndex: true, Refresh: boardReload}
}

// Titled implements flow.Titled.
func (s *Board) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav starts the board.
func (s *Board) OnNav(ctx goapp.Context) {
	if !s.running {
		s.sound = browser.Kept(soundKept) != ""
		if s.sound { // a device that was told to trust us speaks at once
			browser.StartSound(func(ok bool) { ctx.Dispatch(func(goapp.Context) { s.audible = ok }) })
		}
		screen, _ := s.Value()
		for _, day := range screen.Days {
			s.hear(day.State.Day)
		}
	}
	s.start(ctx, s.beat)
}

// OnDismount ends the voice too.
func (s *Board) OnDismount() {
	browser.Hush()
	s.device.OnDismount()
}

// beat runs each second.
func (s *Board) beat(ctx goapp.Context) {
	s.audible = s.sound && browser.Sounding()
	if s.calling != nil && s.house.Now().Sub(s.said) > callMost {
		browser.Hush()
		s.calling = nil
	}
	s.callNext(ctx)
	if s.calling == nil {
		s.renew()
	}
}

// hear takes over the calls of a day.
func (s *Board) hear(id string) {
	state := s.news.day(id)
	if state == nil {
		return
	}
	screen, _ := s.Value()
	for _, day := range screen.Days {
		if day.State.Day == id {
			s.voice.hear(day.Line.Name, state, s.now())
		}
	}
}

// callNext announces the next call, one after the other.
func (s *Board) callNext(ctx goapp.Context) {
	if s.calling != nil {
		return
	}
	call, ok := s.voice.next(s.news.day)
	if !ok {
		return
	}
	s.turn++
	s.calling, s.said = &call, s.house.Now()
	turn := s.turn
	end := func(ctx goapp.Context) {
		if turn == s.turn {
			s.calling = nil
			s.callNext(ctx)
		}
	}
	if !s.audible {
		ctx.After(callTime, end)
		return
	}
	browser.Chime()
	ctx.After(chimeTime, func(ctx goapp.Context) {
		browser.Say(boardSpoken(call.label, call.counter, call.again), func() {
			ctx.Dispatch(func(ctx goapp.Context) {
				ctx.After(max(time.Second, callTime-s.house.Now().Sub(s.said)), end)
			})
		})
	})
}

// soundOn is the press that browsers want before they let a page speak. It
// makes the page fill the screen too.
func (s *Board) soundOn(goapp.Context, goapp.Event) {
	s.sound = true
	browser.Keep(soundKept, "1")
	browser.Fullscreen()
	browser.StartSound(func(ok bool) {
		s.here.Dispatch(func(goapp.Context) {
			s.audible = ok
			browser.Chime()
		})
	})
}

func (s *Board) soundOff(goapp.Context, goapp.Event) {
	s.sound, s.audible = false, false
	browser.Keep(soundKept, "")
	browser.Hush()
}
