package place

import (
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/place"
)

func TestTimesOfADay(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]place.Minute{"07:30": 450, "00:00": 0, "23:59": 1439, "": notFilled, "24:00": notFilled, "x:y": notFilled, "08:15:00": 495} {
		if got := clockMinute(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	for m, want := range map[place.Minute]string{450: "07:30", 1440: "00:00", notFilled: ""} {
		if got := clockValue(m); got != want {
			t.Errorf("%d: %q, want %q", m, got, want)
		}
	}
}

// A second opening that is not written yet keeps a place from being saved,
// closing a day takes both of its openings away.
func TestWeekOfAPlace(t *testing.T) {
	t.Parallel()
	s := NewEditor(nil).(*Editor)
	c := &s.edit.Content
	c.Name = "Kantor"
	s.toggle(time.Monday)
	if len(c.Week) != 1 || c.Check() != nil {
		t.Fatalf("a day that opens: %v, %v", c.Week, c.Check())
	}
	s.add(place.Span{Day: time.Monday, Open: notFilled, Close: notFilled})
	if c.Check() == nil {
		t.Error("an opening without times was let through")
	}
	c.Week[1] = place.Span{Day: time.Monday, Open: 16 * 60, Close: 18 * 60}
	s.toggle(time.Friday)
	s.toggle(time.Monday)
	if len(c.Week) != 1 || c.Week[0].Day != time.Friday {
		t.Errorf("closing Monday left %v", c.Week)
	}
	s.toggle(time.Monday)
	s.likeMonday(goapp.Context{}, goapp.Event{})
	if len(c.Week) != 5 {
		t.Errorf("Tuesday to Thursday are not like Monday: %v", c.Week)
	}
}
