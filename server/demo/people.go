package demo

import (
	"encoding/json"
	"strconv"
	"time"

	"rumah/shared/queue"
)

// Names of nobody.
var (
	names    = []string{"Aminah", "Bambang", "Citra", "Darmawan", "Eko", "Fatimah", "Gatot", "Hesti", "Imam", "Joko", "Kartini", "Lilik", "Mulyono", "Nurul", "Oki", "Puji", "Qomar", "Rahayu", "Suparti", "Tutik", "Umar", "Vina", "Wati", "Yudi"}
	officers = []string{"Rini Contoh", "Agus Contoh", "Lestari Contoh", "Hadi Contoh"}
)

// comes is a person who takes a number.
func (p *play) comes(at time.Time) {
	p.coming = p.coming[1:]
	t := &ticketRow{
		Lane: queue.Regular, Payer: queue.Other, Via: []string{"phone", "phone", "kiosk", "desk"}[p.rng.IntN(4)],
		Holder: names[p.rng.IntN(len(names))] + " Contoh", Age: 5 + p.rng.IntN(55), Taken: at.UTC().Truncate(time.Millisecond),
	}
	if p.rng.Float64() < 0.7 && p.Content.Payers {
		t.Payer = queue.JKN
	}
	if p.rng.Float64() < 0.15 {
		t.Lane, t.Ground, t.Age = queue.Priority, "elderly", 60+p.rng.IntN(25)
	}
	present := t.Via != "phone"
	events := p.do(queue.Command{Action: queue.Take, Lane: t.Lane, Payer: t.Payer, Present: present}, at)
	if len(events) == 0 {
		return
	}
	number := events[0].Ticket.Number
	t.ID, t.Number, t.Day, t.Key = p.state.Day+"-"+strconv.Itoa(number), number, p.state.Day, p.state.Day+"-"+strconv.Itoa(number)
	p.people[number] = t
	t.follow(events[0])
	p.promise(t, at)
	switch {
	case p.rng.Float64() < 0.04:
		p.later = append(p.later, later{at.Add(p.seconds(120, 1500)), queue.Command{Action: queue.Cancel, Number: number, Payer: t.Payer}})
	case !present:
		p.later = append(p.later, later{at.Add(p.seconds(30, 400)), queue.Command{Action: queue.Arrive, Number: number}})
	}
}

// promise tells somebody how long it will take, as the house would.
func (p *play) promise(t *ticketRow, at time.Time) {
	ahead, _ := p.state.Position(t.Number)
	working := p.counters()
	if seated := p.state.Seated(); len(seated) > 0 {
		working = seated
	}
	f := queue.NewForecast(at.In(p.loc), p.learner.Pace(at.In(p.loc), working), p.state.Standing(ahead, at))
	p.promised[t.Number] = f
	t.Promised, _ = json.Marshal(f.Promise()) // of numbers: it never fails
}

// do carries out a wish by the rules of the house and writes it down. What
// cannot be done at the moment is not done.
func (p *play) do(c queue.Command, at time.Time) []queue.Event {
	if c.Action == queue.Cancel {
		if t, live := p.state.Ticket(c.Number); !live || t.Stage != queue.Waiting {
			return nil
		}
	}
	events, err := p.state.Do(c, at)
	if err != nil {
		return nil
	}
	for _, e := range events {
		row := eventRow{Day: p.state.Day, Version: e.Version, At: time.UnixMilli(e.At).UTC(), Kind: e.Kind, Act: events[0].Version, Counter: c.Counter, Was: e.Was}
		row.Body, _ = json.Marshal(e) // of numbers and texts: it never fails
		p.Events = append(p.Events, row)
		if e.Ticket != nil && p.people[e.Ticket.Number] != nil {
			p.people[e.Ticket.Number].follow(e)
		}
	}
	if c.Action == queue.Cancel && len(events) > 0 {
		t := p.people[c.Number]
		p.learner.GaveUp(at.In(p.loc), max(0, at.Sub(t.Taken)))
	}
	return events
}

// follow brings a ticket's row to where an event left it.
func (t *ticketRow) follow(e queue.Event) {
	at := time.UnixMilli(e.At).UTC()
	t.Stage, t.Present, t.Counter = e.Ticket.Stage, e.Ticket.Present, e.Ticket.Counter
	if t.Present && t.PresentAt == nil {
		t.PresentAt = &at
	}
	switch e.Kind {
	case queue.WasCalled:
		t.CalledAt, t.BeganAt = &at, nil
	case queue.Began:
		t.BeganAt = &at
	}
	t.EndedAt = nil
	if !t.Stage.Live() {
		t.EndedAt = &at
	}
}
