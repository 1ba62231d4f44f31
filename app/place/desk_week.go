package place

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/ui"
	"rumah/shared/place"
	"rumah/shared/words"
)

// week is the order in which days are written.
var week = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// notFilled is a time that was not written yet; no place can be saved with it.
const notFilled place.Minute = -1

// fields are all that can be written about a place.
func (s *Editor) fields(l words.Lang) ui.UI {
	c := &s.edit.Content
	optional := words.Optional.In(l)
	basics := ui.Div("card stack stack-5",
		s.edit.Text(ui.Field{Name: "name", Label: words.PlaceName.In(l), Max: 120}, func() *string { return &c.Name }),
		s.edit.Text(ui.Field{Name: "address", Label: words.PlaceAddress.In(l), Hint: words.PlaceAddressY.In(l), Optional: optional, Max: 200}, func() *string { return &c.Address }),
		s.edit.Text(ui.Field{Name: "phone", Label: words.PlacePhone.In(l), Hint: words.PlacePhoneY.In(l), Optional: optional, Type: "tel", Mode: "tel", Max: 20}, func() *string { return &c.Phone }),
		s.edit.Strings(draft.List{Name: "aliases", Title: words.PartAliases.In(l), Max: 20,
			Item: func(n int) string { return words.PartAlias.In(l) + " " + strconv.Itoa(n) }}, false, 60, func() *[]string { return &c.Aliases }))
	return s.edit.Fields(
		ui.Section("t-pokok", words.PlaceBasics.In(l), nil, basics),
		ui.Section("t-jam", words.WeekTitle.In(l), nil, s.week(l),
			ui.Div("card stack stack-1",
				s.edit.Switch("on_holiday", words.OpenHoliday.In(l), "", func() *bool { return &c.OnHoliday }),
				s.edit.Switch("on_leave", words.OpenLeave.In(l), "", func() *bool { return &c.OnLeave }),
				s.edit.Switch("confirmed", words.HoursSure.In(l), "", func() *bool { return &c.Confirmed }))),
		ui.Section("t-simpan", words.PartFinish.In(l), nil, ui.Div("card", s.edit.NoteField())))
}

func (s *Editor) week(l words.Lang) ui.UI {
	days := make([]ui.UI, len(week))
	for i, day := range week {
		days[i] = s.day(l, day)
	}
	return ui.Div("stack",
		ui.P("hint", words.WeekHint.In(l)),
		ui.Button{Label: words.WeekCopy.In(l), Icon: "salin", Look: ui.Quiet, Class: "btn-s", Do: s.likeMonday}.UI(),
		s.edit.Part("week", "stack", ui.List("rows week", days...)), ui.FieldError("week", s.edit.Wrong("week")))
}

// of are the places in the week of the openings of a day, in order.
func (s *Editor) of(day time.Weekday) []int {
	var at []int
	for i, span := range s.edit.Content.Week {
		if span.Day == day {
			at = append(at, i)
		}
	}
	return at
}

func (s *Editor) day(l words.Lang, day time.Weekday) ui.UI {
	name := words.Weekday(l, day)
	key := "day-" + strconv.Itoa(int(day))
	open := s.of(day)
	closed := ui.Check(key, words.WeekClosed.In(l, name), "", len(open) == 0, func(ctx goapp.Context, _ goapp.Event) { s.toggle(day) })
	// Each part keeps its place, there or not, so that the field somebody is
	// in stays the same one.
	var first, later, more ui.UI
	if len(open) > 0 {
		first = s.times(l, day, 0, words.WeekOpens.In(l, name), words.WeekCloses.In(l, name))
		more = s.second(key+"-add", words.WeekAdd.In(l, name), "tambah", func() { s.add(place.Span{Day: day, Open: notFilled, Close: notFilled}) })
	}
	if len(open) > 1 {
		later = s.times(l, day, 1, words.WeekOpens2.In(l, name), words.WeekCloses2.In(l, name))
		more = s.second(key+"-less", words.WeekRemove.In(l, name), "tutup", func() { s.drop(s.of(day)[1:]) })
	}
	return ui.With("fieldset", "week-day plain-set", ui.Attrs{"aria-label": name}, ui.P("row-title", name), closed, first, later, more)
}

func (s *Editor) second(key, label, icon string, do func()) ui.UI {
	return ui.Button{Label: label, Icon: icon, Look: ui.Quiet, Class: "btn-s", Scope: key, Do: func(goapp.Context, goapp.Event) {
		do()
		s.edit.Edited("week")
	}}.UI()
}

// times are the two fields of the n-th opening of a day.
func (s *Editor) times(l words.Lang, day time.Weekday, n int, opens, closes string) ui.UI {
	span := s.edit.Content.Week[s.of(day)[n]]
	key := fmt.Sprintf("day-%d-%d", day, n)
	field := func(name, label string, value place.Minute, set func(*place.Span, place.Minute)) ui.UI {
		return ui.Field{Name: key + name, Label: label, Type: "time", Value: clockValue(value), Change: func(ctx goapp.Context, _ goapp.Event) {
			if at := s.of(day); n < len(at) {
				set(&s.edit.Content.Week[at[n]], clockMinute(ui.Value(ctx)))
				s.edit.Edited("week")
			}
		}}.UI()
	}
	return ui.Div("pair",
		field("-open", opens, span.Open, func(s *place.Span, m place.Minute) { s.Open = m }),
		field("-close", closes, span.Close, func(s *place.Span, m place.Minute) {
			if m == 0 { // midnight ends the day
				m = 24 * 60
			}
			s.Close = m
		}))
}

func (s *Editor) toggle(day time.Weekday) {
	if open := s.of(day); len(open) > 0 {
		s.drop(open)
	} else {
		s.add(place.Span{Day: day, Open: 8 * 60, Close: 15 * 60})
	}
	s.edit.Edited("week")
}

func (s *Editor) add(span place.Span) {
	s.edit.Content.Week = append(s.edit.Content.Week[:len(s.edit.Content.Week):len(s.edit.Content.Week)], span)
}

func (s *Editor) drop(at []int) {
	var rest []place.Span
	for i, span := range s.edit.Content.Week {
		keep := true
		for _, gone := range at {
			keep = keep && i != gone
		}
		if keep {
			rest = append(rest, span)
		}
	}
	s.edit.Content.Week = rest
}

// likeMonday writes Monday's hours into the three days after it: offices
// differ on Fridays.
func (s *Editor) likeMonday(goapp.Context, goapp.Event) {
	monday := s.of(time.Monday)
	spans := make([]place.Span, len(monday))
	for i, at := range monday {
		spans[i] = s.edit.Content.Week[at]
	}
	for _, day := range []time.Weekday{time.Tuesday, time.Wednesday, time.Thursday} {
		s.drop(s.of(day))
		for _, span := range spans {
			span.Day = day
			s.add(span)
		}
	}
	s.edit.Edited("week")
	s.edit.RenewPart("week")
}

func bySpan(a, b place.Span) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Open, b.Open))
}

// clockValue writes minutes the way a time field does: "07:30". The end of
// the day is midnight.
func clockValue(m place.Minute) string {
	if m < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", m/60%24, m%60)
}

func clockMinute(text string) place.Minute {
	hours, minutes, ok := strings.Cut(text, ":")
	h, err := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes[:min(2, len(minutes))])
	if !ok || err != nil || err2 != nil || h > 23 || m > 59 || h < 0 || m < 0 {
		return notFilled
	}
	return place.Minute(h*60 + m)
}
