package queue

import (
	"math"
	"strconv"
	"strings"
	"time"

	"rumah/shared/queue"
	"rumah/shared/words"
)

// forecast is when a number will be called, as a screen says it.
type forecast struct{ queue.When }

func forecastOf(s *queue.State, stand queue.Standing, now time.Time) forecast {
	return forecast{s.When(stand, now)}
}

// likely and sure are the two spans as times of day: "09.40–09.55".
func (f forecast) likely() string { return waitClock(f.Wait.Likely(), f.From) }
func (f forecast) sure() string   { return waitClock(f.Wait.Sure(), f.From) }

func waitClock(s queue.Band, from time.Time) string { return words.Span(s.Times(from)) }

// waitSays is the wait of a line before somebody joins it: a figure and its
// unit. A line of another day tells the time of day, and so does one that
// opens so much later that minutes mean nothing.
func waitSays(lang words.Lang, l queue.Line, lane queue.Lane, now time.Time) (figure, unit string) {
	r, known := l.Wait[lane]
	if !known || r.Unknown {
		return "", ""
	}
	half := r.Likely()
	if l.Status == queue.Scheduled && half.From > time.Hour || half.To > 12*time.Hour {
		return waitClock(half, now), ""
	}
	from, to := half.Minutes()
	if to < 180 {
		return waitPair(strconv.Itoa(from), strconv.Itoa(to)), words.TakeMinutes.In(lang)
	}
	return waitPair(waitHours(lang, from), waitHours(lang, to)), words.TakeHours.In(lang)
}

func waitPair(from, to string) string {
	if from == to {
		return to
	}
	return from + "–" + to
}

// waitHours writes minutes as hours and their half: "3,5".
func waitHours(lang words.Lang, minutes int) string {
	return waitDecimal(lang, math.Round(float64(minutes)/30)/2)
}

// waitKm writes metres as kilometres: "3,1".
func waitKm(lang words.Lang, metres float64) string {
	return waitDecimal(lang, math.Round(metres/100)/10)
}

func waitDecimal(lang words.Lang, v float64) string {
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if lang != words.EN {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// point is where a phone is, in degrees. It never leaves the phone but to
// check in.
type point struct{ lat, lon float64 }

// far is how far a place is, in metres.
func (p point) far(to queue.PlaceRef) float64 {
	const degree = 111_195 // metres of a degree along a meridian
	x := (to.Lon - p.lon) * math.Cos((to.Lat+p.lat)/2*math.Pi/180)
	return degree * math.Hypot(x, to.Lat-p.lat)
}

// ride is how long a motorcycle takes over a distance as the crow flies:
// roads are longer than that, and parking takes a few minutes too.
func ride(metres float64) time.Duration {
	const detour, speed = 1.4, 25_000.0 / 60 // metres a minute in town
	minutes := 3 + metres*detour/speed
	return time.Duration(math.Ceil(min(minutes, 600)/5)*5) * time.Minute
}
