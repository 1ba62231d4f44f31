package queue

import (
	"strconv"

	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// today is the day in figures, so far and to come.
func (s *CounterDesk) today(l words.Lang, d queue.Desk, state *queue.State) ui.UI {
	average, unit := "–", ""
	if d.Today.Visit > 0 {
		average, unit = deskTenth(l, d.Today.Visit), words.SampleUnitMin.In(l)
	}
	var chart ui.UI
	if len(d.Today.Hours) > 0 {
		chart = ui.Div("stack", deskHours(l, d.Today.Hours, s.now().Hour()),
			ui.Para("legend", ui.Label("", words.SampleServed.In(l)), ui.Label("k0", words.CounterExpected.In(l))))
	}
	return ui.With("section", "pane", ui.Attrs{"aria-labelledby": "m-hari"},
		ui.Div("pane-head", ui.H2("m-hari", "", words.DeskToday.In(l))),
		ui.Div("pane-body stack stack-4",
			ui.Div("cols-2", ui.Kpi(words.SampleServed.In(l), strconv.Itoa(max(d.Today.Served, state.Count[queue.Done])), "", ""),
				ui.Kpi(words.SampleAverage.In(l), average, unit, "")), chart))
}

// deskTenth writes seconds as minutes with one digit: "6,8".
func deskTenth(l words.Lang, seconds int) string {
	tenths := (seconds + 3) / 6
	mark := ","
	if l == words.EN {
		mark = "."
	}
	return strconv.Itoa(tenths/10) + mark + strconv.Itoa(tenths%10)
}

// deskHours are the hours of a day: what was served, and what is expected of
// those to come. The running hour shows both at once by its outline.
func deskHours(l words.Lang, hours []queue.HourBar, now int) ui.UI {
	bars := make([]ui.Bar, len(hours))
	best, most := 0, -1
	for i, h := range hours {
		n, tone := h.Served, "b1"
		if h.Hour > now {
			n, tone = h.Expected, "b5"
		}
		if n > most {
			best, most = h.Hour, n
		}
		bars[i] = ui.Bar{Label: deskTwo(h.Hour), Value: float64(n), Text: strconv.Itoa(n), Tone: tone}
	}
	return ui.Columns(words.CounterHoursSay.In(l, deskTwo(best), strconv.Itoa(max(0, most))), bars...)
}

// others are the other counters of this queue, then the other queues.
func (s *CounterDesk) others(l words.Lang, d queue.Desk, state *queue.State) ui.UI {
	var rows []ui.UI
	for _, c := range state.Counters {
		if c.ID == s.counterID() {
			continue
		}
		rows = append(rows, deskOther(deskJoin(c.Name, c.Who), s.busy(l, c), deskAt(state.Prefix, c.Number)))
	}
	for _, q := range d.Near {
		last := ""
		if len(q.Line.Calls) > 0 {
			last = deskAt(q.Line.Prefix, q.Line.Calls[0].Number)
		}
		rows = append(rows, deskOther(q.Line.Name, deskWaits(l, q.Line.Waiting), last))
	}
	if len(rows) == 0 {
		return nil
	}
	return ui.With("section", "pane", ui.Attrs{"aria-labelledby": "m-lain"},
		ui.Div("pane-head", ui.H2("m-lain", "", words.CounterOthers.In(l))), ui.List("rows-plain", rows...))
}

func deskOther(title, sub, number string) ui.UI {
	return ui.Div("row", ui.Span("grow", ui.Label("row-title small", title), ui.Label("row-sub mini", sub)), ui.Label("num strong", number))
}

func deskAt(prefix string, n int) string {
	if n == 0 {
		return ""
	}
	return queue.Label(prefix, n)
}

// busy is what another counter does.
func (s *CounterDesk) busy(l words.Lang, c queue.Counter) string {
	switch {
	case !c.Seated:
		return words.CounterFree.In(l)
	case c.Resting != "":
		return c.Resting
	case c.Busy():
		return words.CounterServes.In(l, deskMinutes(l, deskMinutesSince(s.now(), c.Since)))
	}
	return words.CounterIdle.In(l)
}

func deskTwo(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
