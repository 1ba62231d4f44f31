package demo

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// town plays the people and officers of one queue. The same queue and day
// play the same each time.
type town struct {
	line
	loc     *time.Location
	learner *queue.Learner
}

func newTown(l line, loc *time.Location) *town {
	return &town{line: l, loc: loc, learner: queue.NewLearner(float64(l.Content.Usual))}
}

// play is one day being played.
type play struct {
	*town
	dayRow
	rng      *rand.Rand
	state    *queue.State
	people   map[int]*ticketRow
	promised map[int]queue.Forecast
	called   map[int]time.Time
	coming   []time.Time
	later    []later
	first    time.Time // call of the day
}

// later is something a person does after a while.
type later struct {
	at   time.Time
	wish queue.Command
}

// station is a counter and what it does next.
type station struct {
	id   string
	next time.Time
	does func(*play, *station)
}

// history are the days of the last weeks, as the pack has them.
func (t *town) history(now time.Time) []*play {
	var days []*play
	for back := weeksBack; back > 0; back-- {
		date := calendar.DateOf(now.In(t.loc)).Add(-back)
		for _, w := range t.Content.Week {
			if w.Day == date.Time(time.UTC).Weekday() {
				days = append(days, t.past(date, w))
			}
		}
	}
	return days
}

// past plays a day from its opening to its end.
func (t *town) past(date calendar.Date, w queue.Session) *play {
	p := t.begin(date, w.Opens, w.Closes)
	opens, closes := time.UnixMilli(p.state.Head.Opens), time.UnixMilli(p.state.Head.Closes)
	// Most come early, as everywhere.
	n := 8 + len(p.Content.Counters)*(6+p.rng.IntN(5))
	for i := range n {
		at := opens.Add(-time.Duration(p.rng.IntN(50)) * time.Minute)
		if i > n/3 {
			share := p.rng.Float64()
			at = opens.Add(time.Duration(share * share * float64(closes.Sub(opens)) * 0.6))
		}
		p.coming = append(p.coming, at)
	}
	end := closes.Add(30 * time.Minute)
	p.run(opens.Add(time.Duration(p.rng.IntN(9))*time.Minute), end)
	for _, c := range p.state.Counters {
		if c.Busy() {
			p.do(queue.Command{Action: queue.Finish, Counter: c.ID}, end)
		}
	}
	p.do(queue.Command{Action: queue.CloseDay}, end)
	return p
}

// living plays the day that is under way, up to now.
func (t *town) living(now time.Time) *play {
	p := t.begin(calendar.DateOf(now.In(t.loc)), 0, allDay)
	begun := now.Add(-around)
	for range 5 {
		p.coming = append(p.coming, begun.Add(-time.Duration(p.rng.IntN(600))*time.Second))
	}
	gap := float64(t.Content.Usual) / float64(len(t.Content.Counters)) * 1.05
	for at := begun; at.Before(now); at = at.Add(time.Duration(p.rng.ExpFloat64() * gap * float64(time.Second))) {
		p.coming = append(p.coming, at)
	}
	for range 6 {
		p.coming = append(p.coming, now.Add(-time.Duration(60+p.rng.IntN(1200))*time.Second))
	}
	p.run(begun, now)
	if order := p.state.Order(); len(order) > 3 {
		p.do(queue.Command{Action: queue.Out, Number: order[2].Number, Places: 3}, now)
	}
	return p
}

// allDay is when a day ends that is open day and night.
const allDay = 24 * 60

// begin is a day before anything has happened.
func (t *town) begin(date calendar.Date, opens, closes place.Minute) *play {
	at := func(m place.Minute) time.Time { return date.Time(t.loc).Add(time.Duration(m) * time.Minute) }
	id := queue.DayIDOf(t.ID, date, opens)
	seed := fnv.New64a()
	_, _ = seed.Write([]byte(id))
	c := t.Content
	p := &play{
		town: t, rng: rand.New(rand.NewPCG(seed.Sum64(), 1)), people: map[int]*ticketRow{}, promised: map[int]queue.Forecast{}, called: map[int]time.Time{},
		state: &queue.State{
			Day: id, First: int(opens), Prefix: c.Prefix, Epoch: "demo", Tickets: []queue.Ticket{}, Counters: []queue.Counter{}, Calls: []queue.Call{}, Count: map[queue.Stage]int{},
			Head: queue.Head{
				Status: queue.Scheduled, Opens: at(opens).UnixMilli(), Closes: at(closes).UnixMilli(), Share: c.Share, CheckIn: c.CheckIn,
				Regular: queue.Pool{Limit: -1}, Priority: queue.Pool{Limit: -1}, Pace: t.learner.Pace(at(opens), t.counters()),
			},
			Payers: map[queue.Payer]queue.Pool{queue.JKN: {Limit: -1}, queue.Other: {Limit: -1}},
		},
	}
	for _, counter := range c.Counters {
		p.state.Counters = append(p.state.Counters, queue.Counter{ID: counter.ID, Name: counter.Name})
	}
	p.dayRow = dayRow{ID: id, Queue: t.ID, Date: date, Opens: int(opens), Closes: int(closes), OpensAt: at(opens).UTC(), ClosesAt: at(closes).UTC(), First: p.state.Clone()}
	return p
}

// run opens the counters at a moment and lets everything take its course.
func (p *play) run(begun, end time.Time) {
	slices.SortFunc(p.coming, time.Time.Compare)
	var stations []*station
	open := false
	for {
		at, act := end, func() {}
		if len(p.coming) > 0 && p.coming[0].Before(at) {
			at, act = p.coming[0], func() { p.comes(p.coming[0]) }
		}
		for i := range p.later {
			if p.later[i].at.Before(at) {
				at, act = p.later[i].at, func() { p.does(i) }
			}
		}
		for _, s := range stations {
			if s.next.Before(at) {
				at, act = s.next, func() { s.does(p, s) }
			}
		}
		if !open && !begun.After(at) {
			open, stations = true, p.open(begun)
			continue
		}
		if !at.Before(end) {
			return
		}
		act()
	}
}

// open seats an officer at every counter.
func (p *play) open(at time.Time) []*station {
	p.do(queue.Command{Action: queue.OpenDay}, at)
	var stations []*station
	for i, id := range p.counters() {
		who := officers[i%len(officers)]
		if p.who != "" {
			who = p.who
		}
		p.do(queue.Command{Action: queue.Sit, Counter: id, Who: who}, at)
		stations = append(stations, &station{id: id, next: at.Add(time.Duration(1+i) * 20 * time.Second), does: (*play).calls})
	}
	return stations
}

func (p *play) seconds(least, most int) time.Duration {
	return time.Duration(least+p.rng.IntN(most-least)) * time.Second
}

// calls is a counter that is free.
func (p *play) calls(s *station) {
	events := p.do(queue.Command{Action: queue.CallNext, Counter: s.id}, s.next)
	if len(events) == 0 {
		s.next = s.next.Add(45 * time.Second)
		return
	}
	number := events[len(events)-1].Ticket.Number
	p.called[number] = s.next
	if p.first.IsZero() {
		p.first = s.next
		if p.Closes < allDay {
			p.learner.Opened(s.next.In(p.loc), s.next.Sub(p.OpensAt))
		}
	}
	s.next, s.does = s.next.Add(p.seconds(20, 60)), (*play).meets
}

// meets is a counter that has called: somebody comes, or does not.
func (p *play) meets(s *station) {
	c, _ := p.state.Counter(s.id)
	if chance := p.rng.Float64(); chance < 0.08 {
		action := queue.NotPresent
		if chance < 0.03 {
			action = queue.Skip
		}
		p.do(queue.Command{Action: action, Counter: s.id, Number: c.Number}, s.next)
		p.learner.Missed(p.called[c.Number].In(p.loc))
		s.next, s.does = s.next.Add(5*time.Second), (*play).calls
		return
	}
	p.do(queue.Command{Action: queue.Begin, Counter: s.id, Number: c.Number}, s.next)
	// Most are quick, some take three times as long.
	length := float64(p.Content.Usual) * 0.8 * math.Exp(p.rng.NormFloat64()*0.45)
	s.next, s.does = s.next.Add(time.Duration(length*float64(time.Second)).Truncate(time.Millisecond)), (*play).ends
}

// ends is a counter that has served somebody.
func (p *play) ends(s *station) {
	c, _ := p.state.Counter(s.id)
	called := p.called[c.Number]
	p.do(queue.Command{Action: queue.Finish, Counter: s.id, Number: c.Number}, s.next)
	p.learner.Came(called.In(p.loc), p.waited(c.Number))
	p.learner.Served(s.next.In(p.loc), s.id, s.next.Sub(called))
	if f, ok := p.promised[c.Number]; ok {
		p.learner.Resolved(f, called.Sub(f.At))
	}
	s.next, s.does = s.next.Add(p.seconds(5, 25)), (*play).calls
}

// waited is how long somebody who was called had waited.
func (p *play) waited(number int) time.Duration {
	since := p.people[number].Taken
	if p.OpensAt.After(since) {
		since = p.OpensAt
	}
	return p.called[number].Sub(since)
}

// does is something a person had in mind.
func (p *play) does(i int) {
	l := p.later[i]
	p.later = slices.Delete(p.later, i, i+1)
	p.do(l.wish, l.at)
}
