package queue

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// touch is how a screen at the place stands with the server.
type touch string

const (
	inTouch   touch = "live"
	cutOff    touch = "cut" // what it shows may be old: dimmed, with its age
	tooOld    touch = "old" // what it shows would mislead: people ask the officer
	cutAfter        = 10 * time.Second
	oldAfter        = 2 * time.Minute
	boardAsks       = 4 * time.Second
	askLimit        = 8 * time.Second // for one answer
)

// touchOf is how a screen stands that heard from the server at some time; a
// zero time is never, and then it counts from when the screen began.
func touchOf(heard, began, now time.Time) touch {
	since := heard
	if heard.IsZero() {
		since = began
	}
	switch age := now.Sub(since); {
	case age > oldAfter:
		return tooOld
	case heard.IsZero(), age > cutAfter, age < -cutAfter: // the clock was set back
		return cutOff
	}
	return inTouch
}

const (
	restartAfter     = 12 * time.Hour
	restartFrom      = 1 // o'clock, when nobody waits
	restartUntil     = 4
	askVersionEvery  = 10 * time.Minute
	askRevokedEvery  = 10 * time.Minute
	calledForAtLeast = 60 * time.Second
)

// restarts reports whether a screen that runs unattended should load itself
// anew now: each night, so that nothing it gathered by day stays.
func restarts(began, now time.Time) bool {
	return now.Sub(began) > restartAfter && now.Hour() >= restartFrom && now.Hour() < restartUntil
}

// boardLine is a queue in the list of a board.
type boardLine struct {
	name, sub, number, room, wait, unit string
	on                                  bool // it has the call that is shown large
	off                                 bool // nobody is called there for now
}

// boardNexts is how many of the next numbers a line tells.
const boardNexts = 2

func boardLineOf(lang words.Lang, name string, s *queue.State, now time.Time) boardLine {
	line := boardLine{name: name, number: "–"}
	if len(s.Calls) > 0 {
		call := boardCallOf(name, s, s.Calls[0])
		line.number, line.room = call.label, call.counter
	}
	switch s.Head.Status {
	case queue.Paused:
		line.off, line.sub = true, boardReason(lang, words.BoardPaused, words.BoardPausedFor, s.Head.Reason)
		return line
	case queue.Closed:
		return boardLine{name: name, number: "–", off: true, sub: words.BoardOver.In(lang)}
	case queue.Stopped:
		return boardLine{name: name, number: "–", off: true, sub: boardReason(lang, words.BoardStopped, words.BoardStoppedFor, s.Head.Reason)}
	case queue.Scheduled:
		line.sub = words.BoardOpens.In(lang, words.Clock(time.UnixMilli(s.Head.Opens).In(now.Location())))
		if time.UnixMilli(s.Head.Opens).Sub(now) >= inMinutes { // when it opens says all there is to know
			return line
		}
	default:
		line.sub = boardWaiting(lang, s)
	}
	line.wait, line.unit = boardWait(lang, s.WaitFor(queue.Regular, 0, now), now)
	return line
}

// inMinutes is how long a wait may be until it is told as times of the day.
const inMinutes = 3 * time.Hour

// boardWait is a wait as a figure and its unit.
func boardWait(lang words.Lang, r queue.Range, now time.Time) (figure, unit string) {
	switch {
	case r.Unknown:
		return "?", words.BoardUnsure.In(lang)
	case r.Likely().To < inMinutes:
		return r.Likely().String(), words.BoardMinutes.In(lang)
	}
	return r.Likely().Clock(now), words.BoardClock.In(lang)
}

func boardReason(lang words.Lang, plain, why words.T, reason string) string {
	if reason == "" {
		return plain.In(lang)
	}
	return why.In(lang, reason)
}

// boardWaiting is how many wait and who is next of those who may be called.
func boardWaiting(lang words.Lang, s *queue.State) string {
	if s.Waiting() == 0 {
		return words.BoardNoWaiting.In(lang)
	}
	text := words.BoardWaiting.In(lang, strconv.Itoa(s.Waiting()))
	var next []string
	for _, t := range s.Order() {
		if s.Head.CheckIn && !t.Present {
			continue
		}
		_, digits, _ := strings.Cut(s.Label(t.Number), "-") // the letter stands beside it already
		if next = append(next, digits); len(next) == boardNexts {
			break
		}
	}
	if len(next) == 0 {
		return text
	}
	return text + ", " + words.BoardNext.In(lang, strings.Join(next, " · "))
}

// boardCalls are the calls of all queues, the latest first.
func boardCalls(days []queue.DayView, day func(id string) *queue.State) []boardCall {
	var calls []boardCall
	for _, d := range days {
		if s := day(d.State.Day); s != nil && !s.Head.Status.Over() {
			for _, c := range s.Calls {
				calls = append(calls, boardCallOf(d.Line.Name, s, c))
			}
		}
	}
	slices.SortStableFunc(calls, func(a, b boardCall) int { return int(min(max(b.at-a.at, -1), 1)) })
	return calls
}

// boardAwaits reports whether somebody is still expected at the counter: the
// number was called and nobody came yet, or it was called just now.
func boardAwaits(c boardCall, s *queue.State, now time.Time) bool {
	if s == nil {
		return false
	}
	t, live := s.Ticket(c.number)
	return live && t.Stage == queue.Called || now.Sub(time.UnixMilli(c.at)) < calledForAtLeast
}

// boardTurn is the page of a list that is too long for the screen, and how
// many there are. The pages take turns.
func boardTurn(lines, room int, now time.Time) (page, pages int) {
	if lines <= room {
		return 0, 1
	}
	pages = (lines + room - 1) / room
	return int(now.Unix()/int64(boardPageTime/time.Second)) % pages, pages
}

const boardPageTime = 12 * time.Second
