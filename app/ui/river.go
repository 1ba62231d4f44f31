package ui

import (
	"math"
	"strconv"
)

// Step is one knot of a river: where an application or a visit has come to.
type Step struct {
	State string // done, now, pause, later
	Title string
	Sub   string
	Time  string
	// Spoken is the state in words, for those who do not see the knot.
	Spoken string
}

// River is the way something takes, from top to bottom.
func River(steps ...Step) UI {
	items := make([]UI, len(steps))
	for i, s := range steps {
		mark := map[string]string{"done": "centang", "now": "beranda", "pause": "jeda"}[s.State]
		knot := Span("knot")
		if s.State == "now" {
			knot = Span("knot", icon("atap", "i"))
		} else if mark != "" {
			knot = Span("knot", Icon(mark))
		}
		items[i] = element("li", s.State, nil, nil, knot,
			Span("bar between top", Label("row-title", s.Title), Label("small soft num nowrap", s.Time)), subline(s.Sub), Hidden(s.Spoken))
	}
	return element("ol", "river", nil, nil, items...)
}

// Steps are the steps of a form; words say the same.
func Steps(now, of int, text string) UI {
	items := make([]UI, of)
	for i := range items {
		state := ""
		switch {
		case i+1 < now:
			state = "done"
		case i+1 == now:
			state = "now"
		}
		items[i] = element("li", state, nil, nil)
	}
	return Div("stack stack-2", P("small soft strong", text), element("ol", "steps", Attrs{"aria-hidden": "true"}, nil, items...))
}

// Flow draws the people ahead as a stream that ends at the person's house.
// Up to 12 are drawn one by one; beyond that three, the number between, and
// the last five. Says is the same in a sentence.
func Flow(ahead int, called, me, says string) UI {
	drawn := ahead
	if ahead > 12 {
		drawn = 9 // 3, a gap, 5
	}
	parts := []UI{drawing("path", "bed", Attrs{"d": "M18 46C80 46 86 22 150 26S220 58 302 44"})}
	for i := 1; i <= drawn; i++ {
		x, y := stream(float64(i) / float64(drawn+1))
		if ahead > 12 && i == 4 {
			parts = append(parts, drawing("text", "", Attrs{"x": fixed1(x), "y": fixed1(y + 4), "text-anchor": "middle"}, Text("+"+itoa(ahead-8))))
			continue
		}
		parts = append(parts, drawing("circle", "one", Attrs{"cx": fixed1(x), "cy": fixed1(y), "r": "5"}))
	}
	parts = append(parts,
		drawing("circle", "called", Attrs{"cx": "18", "cy": "46", "r": "11"}),
		drawing("text", "t-c", Attrs{"x": "7", "y": "77"}, Text(called)),
		drawing("path", "me", Attrs{"d": "M289 41 302 29l13 12v14a3 3 0 0 1-3 3h-20a3 3 0 0 1-3-3z"}),
		drawing("text", "t-me", Attrs{"text-anchor": "end", "x": "315", "y": "76"}, Text(me)))
	return drawing("svg", "flow", Attrs{"viewBox": "0 0 320 82", "role": "img", "aria-label": says}, parts...)
}

// stream is the point of the bed at t from 0 to 1: two cubic curves.
func stream(t float64) (x, y float64) {
	curve := func(t float64, p [8]float64) (float64, float64) {
		u := 1 - t
		at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		return at(p[0], p[2], p[4], p[6]), at(p[1], p[3], p[5], p[7])
	}
	if t < .5 {
		return curve(t*2, [8]float64{18, 46, 80, 46, 86, 22, 150, 26})
	}
	return curve(t*2-1, [8]float64{150, 26, 214, 30, 220, 58, 302, 44})
}

func fixed1(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

// Range draws a wait as a span: dark for half of all cases, outlined for
// nine in ten. Minutes from now; the sentence beside it says the same.
type Range struct {
	From90, From50, To50, To90 int
	Likely, Sure               [2]string // clock times of the two spans
	Now, Says                  string
}

// UI draws the range. The likely times stand above it and the others below,
// so that only two of a kind can meet; then they are written as one.
func (r Range) UI() UI {
	const left, right, letters = 10.0, 310.0, 36.0
	length := max(float64(r.To90)*1.06, 1)
	x := func(minute int) float64 { return left + (right-left)*float64(minute)/length }
	box := func(class string, from, to int) UI {
		return drawing("rect", class, Attrs{"x": fixed1(x(from)), "y": "22", "width": fixed1(max(x(to)-x(from), 6)), "height": "26", "rx": "8"})
	}
	label := func(class string, at, y float64, anchor, text string) UI {
		return drawing("text", class, Attrs{"x": fixed1(at), "y": fixed1(y), "text-anchor": anchor}, Text(text))
	}
	pair := func(class string, from, to, y float64, text [2]string) []UI {
		if to-from < letters {
			both := text[0] + "–" + text[1]
			if text[0] == text[1] {
				both = text[0]
			}
			return []UI{label(class, min(max((from+to)/2, left+letters), right-letters), y, "middle", both)}
		}
		return []UI{label(class, min(max(from, left+letters/2), right-1.5*letters), y, "middle", text[0]), label(class, min(to, right-letters/2), y, "middle", text[1])}
	}
	parts := []UI{
		drawing("path", "axis", Attrs{"d": "M10 35H310"}),
		box("r90", r.From90, r.To90), box("r50", r.From50, r.To50),
		drawing("path", "nowline", Attrs{"d": "M10 18V52"}),
	}
	parts = append(parts, pair("t-on", x(r.From50), x(r.To50), 13, r.Likely)...)
	parts = append(parts, pair("", x(r.From90), x(r.To90), 66, r.Sure)...)
	if x(r.From90) > left+2*letters {
		parts = append(parts, label("", left-4, 66, "start", r.Now))
	}
	return drawing("svg", "range", Attrs{"viewBox": "0 0 320 70", "role": "img", "aria-label": r.Says}, parts...)
}

// Ticket is a number in a queue, as a card on home.
type Ticket struct {
	Href, Live, Where, Number string
	Ahead, AheadSub           string
	Flow                      UI
	State                     string // waiting, near, called, paused, done, stale
	Still                     bool   // Live tells from when it is, not that it is live
	Note                      UI     // Leave, or what else matters now
}

// UI draws the ticket.
func (t Ticket) UI() UI {
	class := "ticket deep"
	if t.State != "" {
		class += " ticket-" + t.State
	}
	head := Live(t.Live)
	if t.Still || t.State == "stale" || t.State == "done" || t.State == "paused" {
		head = Label("mini strong", t.Live)
	}
	number := "ticket-no"
	if len(t.Number) > 6 { // "ABC-041" beside how many are ahead
		number += " ticket-no-long"
	}
	return Link(t.Href, class, Motif("m-ticket"),
		Span("bar between", head, Label("mini soft", t.Where)),
		Span("bar between base", Label(number, t.Number), Span("ticket-say", B(t.Ahead), Text(t.AheadSub))),
		t.Flow, t.Note)
}

// Leave is the yellow line: your move.
func Leave(icon, text, clock, rest string) UI {
	return Span("leave leave-s", Icon(icon), Span("grow", Text(text+" "), B(clock)), Label("", rest))
}
