package queue

import (
	"strconv"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// hourSum is one hour of the day over all days that are shown.
type hourSum struct {
	hour, days, served int
	wait               int // seconds: of the days' medians, the mean by people served
}

// figuresHours are the hours in which anybody was served, in order. A mean
// per day is over the days on which the hour was open.
func figuresHours(days []queue.DayFigures) []hourSum {
	var sums [24]hourSum
	for _, d := range days {
		for _, h := range d.Hours {
			if h.Hour < 0 || h.Hour > 23 || h.Served+h.Absent+h.Taken == 0 {
				continue
			}
			s := &sums[h.Hour]
			s.days++
			s.served += h.Served
			s.wait += h.Wait * h.Served
		}
	}
	var hours []hourSum
	for hour, s := range sums {
		if s.days > 0 {
			s.hour = hour
			if s.served > 0 {
				s.wait /= s.served
			}
			hours = append(hours, s)
		}
	}
	return hours
}

// perDay is how many are served in the hour on a usual day, times ten.
func (s hourSum) perDay() int { return (s.served*10 + s.days/2) / s.days }

// figuresSum is all days in one.
type figuresSum struct {
	taken, served, absent, cancelled, unserved, rated, good int
	wait, visit                                             int // seconds, as in hourSum
}

func figuresTotal(days []queue.DayFigures) figuresSum {
	var f figuresSum
	for _, d := range days {
		f.taken += d.Taken
		f.served += d.Served
		f.absent += d.Absent
		f.cancelled += d.Cancelled
		f.unserved += d.Unserved
		f.rated += d.Rated
		f.good += d.Good
		f.wait += d.Wait.Median * d.Served
		f.visit += d.Visit.Median * d.Served
	}
	if f.served > 0 {
		f.wait /= f.served
		f.visit /= f.served
	}
	return f
}

// percent is a share in whole percent; 0 of nothing.
func percent(part, of int) int {
	if of == 0 {
		return 0
	}
	return (part*100 + of/2) / of
}

// hitSay is how often our own ranges were right, beside what we promise.
func hitSay(l words.Lang, h queue.HitRate) string {
	if h.Of == 0 {
		return words.FiguresHitsNone.In(l)
	}
	return words.FiguresHits.In(l, words.Count(l, h.Of), strconv.Itoa(percent(h.In90, h.Of)), strconv.Itoa(percent(h.In50, h.Of)))
}

// wholeMinutes is a length of time in minutes, rounded; "<1" below one.
func wholeMinutes(seconds int) string {
	if seconds > 0 && seconds < 30 {
		return "<1"
	}
	return strconv.Itoa((seconds + 30) / 60)
}
