package queue

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rumah/app/browser"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// wish is what a key asks of the counter's desk.
type wish string

// The wishes that are no action of the queue.
const (
	noWish    wish = ""
	wishMain  wish = "main"  // whatever the big button does now
	wishMove  wish = "move"  // choose a queue
	wishIssue wish = "issue" // a number for somebody without a phone
	wishPause wish = "pause"
	wishMore  wish = "more"
	wishHelp  wish = "help"
	wishFind  wish = "find"  // the field for a number or a name
	wishDigit wish = "digit" // the same, beginning with this digit
	wishClear wish = "clear" // and away from it
)

// findField is the id of the field for a number or a name.
const findField = "cari-antre"

// keyWishes are the keys of the desk, as its buttons show them.
var keyWishes = map[string]wish{
	" ": wishMain, "u": wish(queue.Recall), "m": wish(queue.Begin), "s": wish(queue.Finish), "l": wish(queue.Skip), "t": wish(queue.NotPresent),
	"a": wishMove, "z": wish(queue.Undo), "n": wishIssue, "i": wishPause, "o": wishMore, "/": wishFind, "?": wishHelp,
}

// wishOf is what a key asks for. Letters that somebody types, chords and keys
// of an open dialog belong to the browser; so does the space bar on a button
// that somebody went to by keyboard.
func wishOf(k browser.Key) wish {
	switch {
	case k.Chord || k.Dialog || k.Repeat:
		return noWish
	case k.Field == findField && k.Name == "Escape":
		return wishClear
	case k.Field != "":
		return noWish
	case k.Name == " " && k.Control:
		return noWish
	case len(k.Name) == 1 && k.Name[0] >= '0' && k.Name[0] <= '9':
		return wishDigit
	}
	return keyWishes[k.Name]
}

// deskOrder is who waits, in the order of the calls; who stepped out stands
// where they would be.
func deskOrder(s *queue.State) []queue.Ticket {
	all := *s
	all.Tickets = slices.Clone(s.Tickets)
	for i := range all.Tickets {
		if all.Tickets[i].Stage == queue.Away {
			all.Tickets[i].Stage = queue.Waiting
		}
	}
	order := all.Order()
	for i := range order {
		order[i], _ = s.Ticket(order[i].Number)
	}
	return order
}

// deskSkipped is who did not answer, the latest first.
func deskSkipped(s *queue.State) []queue.Ticket {
	var skipped []queue.Ticket
	for _, t := range s.Tickets {
		if t.Stage == queue.Skipped {
			skipped = append(skipped, t)
		}
	}
	slices.SortStableFunc(skipped, func(a, b queue.Ticket) int { return int(b.Since/1000 - a.Since/1000) })
	return skipped
}

// deskTag is where somebody is, in a word.
type deskTag struct {
	tone string
	name words.T
}

func deskTagOf(t queue.Ticket) deskTag {
	switch {
	case t.Stage == queue.Away:
		return deskTag{"", words.CounterAway}
	case t.Stage == queue.Skipped:
		return deskTag{"bad", words.CounterSkipped}
	case t.Present:
		return deskTag{"good", words.DeskPresent}
	}
	return deskTag{"wait", words.DeskOnWay}
}

// deskMinutesSince is how long ago something was, in whole minutes.
func deskMinutesSince(now time.Time, ms int64) int {
	return max(0, int(now.Sub(time.UnixMilli(ms))/time.Minute))
}

// deskMinutes is a length of time as people say it.
func deskMinutes(l words.Lang, n int) string {
	if n >= 120 {
		return words.CounterHours.In(l, strconv.Itoa(n/60), strconv.Itoa(n%60))
	}
	return words.CounterMinutes.In(l, strconv.Itoa(n))
}

// deskLasted is a running time: "04.12", or "1.04.12" after an hour.
func deskLasted(d time.Duration) string {
	s := max(0, int(d/time.Second))
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	if s >= 3600 {
		return strconv.Itoa(s/3600) + "." + two(s/60%60) + "." + two(s%60)
	}
	return two(s/60) + "." + two(s%60)
}

// deskAge is how old somebody is; "" when nobody told.
func deskAge(l words.Lang, years int) string {
	switch {
	case years < 0:
		return ""
	case years == 0:
		return words.CounterInfant.In(l)
	}
	return words.CounterAge.In(l, strconv.Itoa(years))
}

// deskName is a visitor in a list: name and age, or what stands for a name.
func deskName(l words.Lang, v queue.Visitor) string {
	name := v.Name
	if name == "" {
		name = words.CounterNoName.In(l)
	}
	if age := deskAge(l, v.Age); age != "" {
		return name + ", " + age
	}
	return name
}

// deskNumber reads a number as somebody types it: "41", "041" or "A-041".
func deskNumber(text, prefix string) (int, bool) {
	text = strings.ToUpper(strings.TrimSpace(text))
	if rest, ok := strings.CutPrefix(text, strings.ToUpper(prefix)); ok {
		text = strings.TrimPrefix(rest, "-")
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n > 0
}

// deskFits reports whether a line is what somebody looks for: its number begins
// so, or a part of the name does.
func deskFits(text, prefix string, number int, name string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return true
	}
	if n, ok := deskNumber(text, prefix); ok {
		return strings.HasPrefix(strconv.Itoa(number), strconv.Itoa(n))
	}
	for _, word := range strings.Fields(strings.ToLower(name)) {
		if strings.HasPrefix(word, text) {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(name), text) || strings.HasPrefix(strings.ToLower(queue.Label(prefix, number)), text)
}

// deskUsual is how long a visit takes here, in whole minutes; 0 when nobody can
// say.
func deskUsual(s *queue.State) int { return int(s.Head.Pace.Mean/60 + .5) }

// The big button's acts beside those of the queue.
const (
	mainNobody = queue.Action("nobody") // nothing to do: nobody waits
	mainAbsent = queue.Action("nobody_here")
	mainOver   = queue.Action("over")
)

// deskMain is what the big button does now: the one thing that is next.
func deskMain(s *queue.State, c queue.Counter, now time.Time) queue.Action {
	_, next := s.Next(now)
	switch {
	case s.Head.Status.Over():
		return mainOver
	case !c.Seated:
		return queue.Sit
	case s.Head.Status == queue.Scheduled:
		return queue.OpenDay
	case s.Head.Status == queue.Paused:
		return queue.Resume
	case c.Resting != "":
		return queue.Work
	case next:
		return queue.CallNext
	case c.Busy():
		return queue.Finish
	case s.Count[queue.Waiting] > 0:
		return mainAbsent
	}
	return mainNobody
}

// deskCan reports whether an act makes sense for whoever is at the counter.
func deskCan(a queue.Action, stage queue.Stage) bool {
	switch a {
	case queue.Recall, queue.Begin:
		return stage == queue.Called
	}
	return stage.AtCounter()
}
