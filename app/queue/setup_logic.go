package queue

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// setupWeek is the order in which days are written.
var setupWeek = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// unlimited is a quota without an end; an empty field means it.
const unlimited = -1

// shareOrder is who would be called first if six waited in the regular lane
// and three in the priority lane, by the very rule the counters use.
func shareOrder(prefix string, share int) []queue.Ticket {
	s := queue.State{Prefix: prefix, Head: queue.Head{Share: share}}
	for n := 1; n <= 9; n++ {
		lane := queue.Regular
		if n > 6 {
			lane = queue.Priority
		}
		s.Tickets = append(s.Tickets, queue.Ticket{Number: n, Lane: lane, Stage: queue.Waiting, Rank: int64(n)})
	}
	return s.Order()
}

// shareSay is the rule of the lanes in a sentence.
func shareSay(l words.Lang, share int) string {
	if share <= 1 {
		return words.SetupShareFirst.In(l)
	}
	return words.SetupShareOf.In(l, strconv.Itoa(share))
}

// sessionsOf are the places in the week of the sessions of a day, in order.
func sessionsOf(week []queue.Session, day time.Weekday) []int {
	var at []int
	for i, s := range week {
		if s.Day == day {
			at = append(at, i)
		}
	}
	return at
}

// withSession adds a session to a day: the first as most begin, the next
// after the one before.
func withSession(week []queue.Session, day time.Weekday) []queue.Session {
	s := queue.Session{Day: day, Opens: 7 * 60, Closes: 12 * 60, Regular: unlimited, JKN: unlimited, Other: unlimited, Priority: unlimited}
	if at := sessionsOf(week, day); len(at) > 0 {
		s = week[at[len(at)-1]]
		s.Opens = min(s.Closes+60, 22*60)
		s.Closes = min(s.Opens+120, 24*60)
	}
	return append(slices.Clone(week), s)
}

// likeMonday writes Monday's sessions into the four days after it.
func likeMonday(week []queue.Session) []queue.Session {
	var rest []queue.Session
	for _, s := range week {
		if s.Day == time.Monday || s.Day == time.Saturday || s.Day == time.Sunday {
			rest = append(rest, s)
		}
	}
	for _, i := range sessionsOf(week, time.Monday) {
		for day := time.Tuesday; day <= time.Friday; day++ {
			s := week[i]
			s.Day = day
			rest = append(rest, s)
		}
	}
	slices.SortStableFunc(rest, bySession)
	return rest
}

func bySession(a, b queue.Session) int {
	return cmp.Or(cmp.Compare((a.Day+6)%7, (b.Day+6)%7), cmp.Compare(a.Opens, b.Opens))
}

// timeValue writes minutes the way a time field does: "07:30". The end of the
// day is midnight.
func timeValue(m place.Minute) string {
	if m < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", m/60%24, m%60)
}

// timeMinutes reads it; -1 for what is no time.
func timeMinutes(text string) place.Minute {
	hours, rest, ok := strings.Cut(text, ":")
	h, err := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(rest[:min(2, len(rest))])
	if !ok || err != nil || err2 != nil || h < 0 || h > 23 || m < 0 || m > 59 {
		return -1
	}
	return place.Minute(h*60 + m)
}

// quotaValue writes a quota; nothing for none.
func quotaValue(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func quotaOf(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 {
		return unlimited
	}
	return n
}

// setupParts are what a colleague may have changed, as texts to compare.
var setupParts = []struct {
	name words.T
	text func(c *queue.Content) string
}{
	{words.SetupBasics, func(c *queue.Content) string { return fmt.Sprint(c.Name, c.Who, c.Icon, c.Prefix, c.Active) }},
	{words.SetupCounters, func(c *queue.Content) string { return fmt.Sprint(c.Counters) }},
	{words.SetupWeek, func(c *queue.Content) string { return fmt.Sprint(c.Week) }},
	{words.SetupRules, func(c *queue.Content) string { return fmt.Sprint(c.Share, c.Rules) }},
	{words.SetupBooking, func(c *queue.Content) string {
		return fmt.Sprint(c.CheckIn, c.Days, c.Before, c.SlotFor, c.SlotOf, c.Payers, c.Usual)
	}},
	{words.SetupVisit, func(c *queue.Content) string { return fmt.Sprint(c.Stage, c.Next, c.Poli, c.Doctor) }},
}

// setupChanged names what differs.
func setupChanged(l words.Lang, a, b *queue.Content) []string {
	var names []string
	for _, p := range setupParts {
		if p.text(a) != p.text(b) {
			names = append(names, p.name.In(l))
		}
	}
	return names
}

// setupClone copies a content with its lists: the fields write into the copy.
func setupClone(c queue.Content) queue.Content {
	c.Week, c.Rules, c.Counters = slices.Clone(c.Week), slices.Clone(c.Rules), slices.Clone(c.Counters)
	return c
}

// daysFromTo says a stretch of days: "23 November" or "23–25 November".
func daysFromTo(l words.Lang, from, to calendar.Date) string {
	switch {
	case from == to:
		return words.DayMonth(l, from)
	case from[:7] == to[:7]:
		return strconv.Itoa(from.Time(time.UTC).Day()) + "–" + words.DayMonth(l, to)
	}
	return words.DayMonth(l, from) + "–" + words.DayMonth(l, to)
}
