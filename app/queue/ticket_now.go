package queue

import (
	"strconv"
	"time"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// ticketNow is a number at one moment: what its holder has and what its day
// is doing. All that a screen says of it follows from here.
type ticketNow struct {
	lang  words.Lang
	pass  queue.Pass
	day   *queue.State // nil for a day that is over
	now   time.Time    // on the regency's clock
	own   bool         // the reader holds it; false by a secret link
	stage queue.Stage
	ahead int  // people before it
	lined bool // ahead is known
	calls int  // how often it was called
	when  forecast
	steps []queue.Step  // of the visit, in order; empty for a single queue
	next  *queue.Onward // the number it went on with
}

func ticketAt(lang words.Lang, pass queue.Pass, day *queue.State, now time.Time, own bool) ticketNow {
	t := ticketNow{lang: lang, pass: pass, day: day, now: now, own: own, stage: pass.Stage}
	t.when.Wait.Unknown = true
	if day == nil || day.Day == "" {
		t.day = nil
		return t
	}
	if live, ok := day.Ticket(pass.Number); ok {
		t.stage, t.calls, t.pass.Present = live.Stage, live.Calls, live.Present
		if c, ok := day.Counter(live.Counter); ok {
			t.pass.Counter = c.Name
		}
		if live.Stage == queue.Called || live.Stage == queue.Skipped {
			t.pass.Called = ticketCalledAt(day, live)
		}
	}
	if t.ahead, t.lined = day.Position(pass.Number); t.lined {
		stand, _ := day.StandingOf(pass.Number, now)
		t.when = forecastOf(day, stand, now)
	}
	return t
}

// ticketCalledAt is the time of the last call, which a recall does not move
// in the ticket's own record.
func ticketCalledAt(day *queue.State, t queue.Ticket) time.Time {
	for _, c := range day.Calls {
		if c.Number == t.Number {
			return time.UnixMilli(c.At)
		}
	}
	return time.UnixMilli(t.Since)
}

// nearEnough is how few people ahead make somebody get ready.
const nearEnough = 3

// tone is how the screen looks: deep as usual, near, the person's turn,
// missed, paused or over.
func (t ticketNow) tone() string {
	switch {
	case t.stage == queue.Called:
		return "called"
	case t.stage == queue.Skipped, t.stuck():
		return "missed"
	case !t.stage.Live():
		return "done"
	case t.stage == queue.Away || t.day != nil && t.day.Head.Status == queue.Paused:
		return "paused"
	case t.stage == queue.Waiting && t.lined && t.ahead <= nearEnough && t.day.Head.Status == queue.Open:
		return "near"
	}
	return ""
}

// says is the answer people came for: what is, then what to do.
func (t ticketNow) says() (what, next string) {
	in := func(w words.T, fill ...string) string { return w.In(t.lang, fill...) }
	switch t.stage {
	case queue.Waiting:
		return t.saysWaiting()
	case queue.Away:
		return in(words.TicketAway), in(words.TicketAwayText, strconv.Itoa(t.ahead))
	case queue.Called:
		return in(words.TicketCalled), t.to(words.TicketCalledTo)
	case queue.Serving:
		return in(words.TicketServing), t.to(words.TicketServingAt)
	case queue.Skipped:
		if t.calls >= queue.MostReturns || !t.own {
			return in(words.TicketSkipped, t.clock(t.pass.Called)), t.to(words.TicketSkipAsk)
		}
		return in(words.TicketSkipped, t.clock(t.pass.Called)), in(words.TicketSkipText, "2")
	case queue.Done:
		if step, ok := t.holding(); ok {
			return t.saysHeld(step)
		}
		if t.next != nil {
			return in(words.TicketDoneHere, t.next.Name), in(words.TicketNewNumber, t.next.Label)
		}
		return in(words.TicketDone), t.kept()
	case queue.Absent:
		return in(words.TicketAbsent), in(words.TicketAbsentFix)
	case queue.Cancelled:
		if t.pass.Reason != "" {
			return in(words.TicketStopped, t.pass.Reason), in(words.TicketStopFix)
		}
		return in(words.TicketGone), ""
	case queue.Moved:
		if t.next != nil {
			return in(words.TicketMovedTo, t.next.Name), in(words.TicketNewNumber, t.next.Label)
		}
		return in(words.TicketMoved), in(words.TicketMovedFix)
	case queue.Unserved:
		return in(words.TicketUnserved), in(words.TicketStopFix)
	}
	return in(words.TicketOver), ""
}

func (t ticketNow) saysWaiting() (what, next string) {
	if !t.lined {
		return words.StageWaiting.In(t.lang), ""
	}
	position := words.TicketPosition.In(t.lang, strconv.Itoa(t.ahead+1))
	switch {
	case t.day.Head.Status == queue.Paused && t.day.Head.Reason != "":
		return words.TicketDayPaused.In(t.lang, t.day.Head.Reason), words.TicketPausedFix.In(t.lang)
	case t.day.Head.Status == queue.Paused:
		return words.TicketDayPlain.In(t.lang), words.TicketPausedFix.In(t.lang)
	case t.day.Head.Status == queue.Scheduled:
		return position + " " + t.before(), words.TicketStarts.In(t.lang, t.clock(time.UnixMilli(t.day.Head.Opens)))
	case t.ahead <= nearEnough:
		return t.before(), words.TicketNear.In(t.lang)
	}
	return position, t.before()
}

// before says how many are ahead.
func (t ticketNow) before() string {
	switch {
	case t.ahead == 0 && t.own:
		return words.TicketNext.In(t.lang)
	case t.ahead == 0:
		return words.TicketNextOf.In(t.lang)
	case !t.own:
		return words.TicketAheadOf.In(t.lang, strconv.Itoa(t.ahead))
	case t.ahead == 1:
		return words.TicketAheadOne.In(t.lang)
	}
	return words.TicketAhead.In(t.lang, strconv.Itoa(t.ahead))
}

// to names the counter, where one is known.
func (t ticketNow) to(sentence words.T) string {
	if t.pass.Counter == "" {
		return ""
	}
	return sentence.In(t.lang, t.pass.Counter)
}

// kept sets what came true beside what was said when the number was taken.
func (t ticketNow) kept() string {
	p := t.pass
	if p.Called.IsZero() || p.Taken.IsZero() || p.Promised.Unknown || p.Promised.High90 == 0 {
		return ""
	}
	said := waitClock(p.Promised.Likely(), p.Taken.In(t.now.Location()))
	if waited := p.Called.Sub(p.Taken); waited < 4*time.Hour {
		return words.TicketCalledAt.In(t.lang, t.clock(p.Called), strconv.Itoa(int(waited/time.Minute)), said)
	}
	return words.TicketCalledIn.In(t.lang, t.clock(p.Called), said)
}

func (t ticketNow) clock(at time.Time) string { return words.Clock(at.In(t.now.Location())) }

// called is the label of the number that was called last, of somebody else;
// "" before the first.
func (t ticketNow) called() string {
	if t.day == nil {
		return ""
	}
	for _, c := range t.day.Calls {
		if c.Number != t.pass.Number {
			return t.day.Label(c.Number)
		}
	}
	return ""
}

// stageWords are what the stages are called in a list.
var stageWords = map[queue.Stage]words.T{
	queue.Waiting: words.StageWaiting, queue.Away: words.StageAway, queue.Called: words.StageCalled, queue.Serving: words.StageServing,
	queue.Skipped: words.StageSkipped, queue.Done: words.StageDone, queue.Absent: words.StageAbsent, queue.Cancelled: words.StageCancelled,
	queue.Moved: words.StageMoved, queue.Unserved: words.StageUnserved,
}
