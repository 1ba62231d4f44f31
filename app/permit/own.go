// Package permit is the screens of somebody who needs a letter or a permit:
// what is asked, filling it in, how far it is, and correcting it.
package permit

import (
	"time"

	"rumah/app/flow"
	"rumah/app/own"
	"rumah/shared/calendar"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// The addresses of these screens.
const (
	MinePath           = "/permohonan"
	ApplicationPattern = MinePath + "/{id}"
	ApplyPattern       = "/layanan/{id}/ajukan"
	TrackPath          = "/lacak"
)

// ApplyPath is where a service is applied for.
func ApplyPath(service string) string { return "/layanan/" + service + "/ajukan" }

// view and private are embedded under names of this package; see flow.View.
type (
	view[T any]    = flow.View[T]
	private[T any] = own.Screen[T]
)

// dayOf is a moment as a day of the regency, with the time when it is today.
func dayOf(lang words.Lang, now, t time.Time) string {
	t = t.In(now.Location())
	if day := calendar.DateOf(t); day != calendar.DateOf(now) {
		return words.DayMonth(lang, day)
	}
	return words.Clock(t)
}

// lastDay is the last day of a time to act: it ends at the midnight after.
func lastDay(lang words.Lang, now, until time.Time) string {
	return words.Day(lang, calendar.DateOf(until.In(now.Location()).Add(-time.Second)))
}

// node is what a step of a way, or a stage that is none, is called.
func node(lang words.Lang, way permit.Way, step string, stage permit.Stage) string {
	d := permit.Definition{Steps: way.Steps}
	if s, ok := d.Step(step); ok && s.Stage == stage {
		return d.NodeName(step, lang)
	}
	return d.NodeName(string(stage), lang)
}

// called is where an application in a list is.
func called(lang words.Lang, l permit.Line) string {
	if name := l.Called.In(lang); name != "" && l.Called != (form.Text{}) && l.Stage != permit.Returned {
		return name
	}
	return words.PermitStages[string(l.Stage)].In(lang)
}

// tone is the colour of a stage.
func tone(s permit.Stage) string {
	switch {
	case s == permit.Returned || s == permit.Payment || s == permit.PickUp:
		return "turn"
	case s == permit.Draft:
		return "wait"
	case s == permit.Issued || s == permit.Collected:
		return "good"
	case s == permit.Refused || s == permit.Expired || s == permit.Revoked:
		return "bad"
	case s.Final():
		return ""
	}
	return "info"
}
