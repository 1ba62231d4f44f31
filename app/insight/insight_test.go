package insight

import (
	"testing"

	"rumah/shared/catalogue"
	"rumah/shared/insight"
	"rumah/shared/words"
)

func TestHowLongThingsTook(t *testing.T) {
	t.Parallel()
	days := catalogue.Promise{Amount: 3, Unit: catalogue.WorkingDays}
	minutes := catalogue.Promise{Amount: 30, Unit: catalogue.Minutes}
	n := func(n int) *int { return &n }
	for _, c := range []struct {
		p             catalogue.Promise
		days, minutes *int
		want          string
	}{
		{days, n(0), n(35), "hari yang sama"}, {days, n(1), n(480), "1 hari kerja"}, {days, n(12), nil, "12 hari kerja"}, {days, nil, nil, "–"},
		{minutes, n(0), n(35), "35 menit"}, {minutes, n(0), n(120), "2 jam"}, {minutes, n(0), n(125), "2 jam 5 menit"}, {minutes, nil, nil, "–"}, {minutes, n(2), nil, "2 hari kerja"},
	} {
		if got := Took(words.ID, c.p, c.days, c.minutes); got != c.want {
			t.Errorf("%v: %q, want %q", c, got, c.want)
		}
	}
	for want, p := range map[string]catalogue.Promise{"3 hari kerja": days, "30 menit": minutes, "24 jam": {Amount: 24, Unit: catalogue.Hours}, "–": {Unit: catalogue.Unpromised}} {
		if got := promised(words.ID, p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestServicesWithMostComeFirst(t *testing.T) {
	t.Parallel()
	line := func(name string, received, finished int, open bool) insight.Line {
		return insight.Line{Name: name, Open: open, Figures: insight.Figures{Received: received, Finished: finished}}
	}
	busy, quiet := parted([]insight.Line{line("a", 1, 0, true), line("b", 0, 0, true), line("c", 9, 9, false), line("d", 0, 0, false), line("e", 0, 2, false)})
	names := ""
	for _, l := range append(busy, quiet...) {
		names += l.Name
	}
	if names != "caeb" {
		t.Errorf("%s", names)
	}
	if monthName(words.EN, "2026-11") != "November 2026" || monthName(words.ID, "x") != "x" {
		t.Error("months are called something else")
	}
}
