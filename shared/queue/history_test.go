package queue

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var atEight = time.Date(2026, 11, 23, 1, 0, 0, 0, time.UTC)

func day(share int, checkIn bool, slots int) *State {
	return &State{
		Day: "poli-anak-20261123-0800", Prefix: "A", First: 480, Epoch: "e",
		Head: Head{
			Status: Scheduled, Opens: atEight.UnixMilli(), Closes: atEight.Add(6 * time.Hour).UnixMilli(),
			Share: share, CheckIn: checkIn, SlotFor: slots, SlotOf: 3, Regular: Pool{Limit: 30}, Priority: Pool{Limit: 10},
		},
		Counters: []Counter{{ID: "c1", Name: "Ruang 1"}, {ID: "c2", Name: "Ruang 2"}},
		Count:    map[Stage]int{},
		Payers:   map[Payer]Pool{JKN: {Limit: 20}, Other: {Limit: -1}},
	}
}

// wish draws a command that is sometimes possible and sometimes not.
func wish(t *rapid.T, s *State, last []Event) Command {
	actions := []Action{Take, Take, Take, Take, Arrive, Out, Back, Cancel, CallNext, CallNext, CallNext, CallNumber, Recall, Begin, Finish,
		Skip, NotPresent, Return, Move, Undo, Sit, Sit, Rest, Work, Leave, OpenDay, OpenDay, Pause, Resume, CloseDay, Stop, Expire, Change, Equip, Retract}
	c := Command{
		Action:  rapid.SampledFrom(actions).Draw(t, "action"),
		Number:  rapid.IntRange(0, s.Last+1).Draw(t, "number"),
		Counter: rapid.SampledFrom([]string{"c1", "c2", "c3"}).Draw(t, "counter"),
		Lane:    rapid.SampledFrom([]Lane{Regular, Regular, Priority, "fast"}).Draw(t, "lane"),
		Payer:   rapid.SampledFrom([]Payer{JKN, Other}).Draw(t, "payer"),
		Slot:    rapid.SampledFrom([]int{0, 0, 0, Midnight, 30, 480, 510}).Draw(t, "slot"),
		Present: rapid.Bool().Draw(t, "present"), Inside: rapid.Bool().Draw(t, "inside"),
		Places: rapid.IntRange(-1, 6).Draw(t, "places"),
		Reason: "istirahat", Who: rapid.SampledFrom([]string{"dr. Ratna", "dr. Bagas"}).Draw(t, "who"),
		Name:   rapid.SampledFrom([]string{"", "Ruang 3"}).Draw(t, "name"),
		Events: last,
	}
	if (c.Action == CloseDay || c.Action == Stop || c.Action == Expire) && rapid.IntRange(0, 9).Draw(t, "end") > 0 {
		c.Action = Take
	}
	if c.Action == Change {
		h := s.Head
		h.Regular.Limit, h.Share = rapid.IntRange(-1, 40).Draw(t, "limit"), rapid.IntRange(1, 4).Draw(t, "share")
		c.Head = &h
	}
	if s.Head.Status == Stopped && rapid.Bool().Draw(t, "reopen") {
		c.Action = Reopen
	}
	return c
}

func TestServerPhoneAndReplayKnowTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		share := rapid.IntRange(1, 4).Draw(t, "share")
		checkIn, slots := rapid.Bool().Draw(t, "checkin"), rapid.SampledFrom([]int{0, 30}).Draw(t, "slots")
		server := day(share, checkIn, slots)
		server.First = rapid.SampledFrom([]int{0, 480}).Draw(t, "first")
		phone, first := server.Clone(), server.Clone()
		var log, last []Event
		now := atEight
		for range rapid.IntRange(1, 120).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "seconds")) * time.Second)
			c := wish(t, server, last)
			before := server.Clone()
			events, err := server.Do(c, now)
			if err != nil {
				if !reflect.DeepEqual(before, server) {
					t.Fatalf("%s was refused (%v) and still changed the state", c.Action, err)
				}
				continue
			}
			log = append(log, events...)
			for _, e := range events {
				if !phone.Apply(sent(t, e)) {
					t.Fatalf("the phone at %d refused event %d", phone.Version, e.Version)
				}
			}
			if c.Counter != "" && len(events) > 0 && events[0].Was != nil {
				last = events
			}
			consistent(t, server)
		}
		for _, e := range log {
			first.Apply(e)
		}
		if a, b, c := text(t, server), text(t, phone), text(t, first); a != b || a != c {
			t.Fatalf("server %s\nphone  %s\nreplay %s", a, b, c)
		}
	})
}

// sent is an event as the phone reads it off the wire.
func sent(t *rapid.T, e Event) Event {
	var got Event
	data, err := json.Marshal(e)
	if err == nil {
		err = json.Unmarshal(data, &got)
	}
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func text(t *rapid.T, s *State) string {
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// consistent checks what must be true of every state.
func consistent(t *rapid.T, s *State) {
	if s.Head.Regular.Taken < 0 || s.Head.Priority.Taken < 0 || s.Payers[JKN].Taken < 0 {
		t.Fatalf("less than nothing is taken: %+v %+v %+v", s.Head.Regular, s.Head.Priority, s.Payers)
	}
	all, live := 0, 0
	for stage, n := range s.Count {
		if n < 0 {
			t.Fatalf("%d are %s", n, stage)
		}
		all += n
		if stage.Live() {
			live += n
		}
	}
	if all != s.Last || live != len(s.Tickets) {
		t.Fatalf("%d numbers given, %d counted; %d live, %d counted", s.Last, all, len(s.Tickets), live)
	}
	at := make(map[string]int)
	for _, ticket := range s.Tickets {
		if !ticket.Stage.AtCounter() {
			continue
		}
		c, _ := s.Counter(ticket.Counter)
		if c.Number != ticket.Number || at[c.ID] != 0 {
			t.Fatalf("%d is %s at %s, which has %d", ticket.Number, ticket.Stage, ticket.Counter, c.Number)
		}
		at[c.ID] = ticket.Number
	}
	for _, c := range s.Counters {
		if c.Number != at[c.ID] {
			t.Fatalf("%s has %d, no ticket says so", c.ID, c.Number)
		}
	}
	if p := s.Head.Regular; p.Limit >= 0 && p.Taken > p.Limit || s.Payers[JKN].Taken > s.Payers[JKN].Limit {
		t.Fatalf("more taken than there is: %+v %+v", p, s.Payers)
	}
	for _, l := range []Lane{Regular, Priority} {
		next := s.Clone()
		n := s.Last + 1
		next.Tickets = append(next.Tickets, Ticket{Number: n, Lane: l, Stage: Waiting, Rank: rank(n, 0)})
		if behind, ahead := s.ahead(Ticket{Number: n, Lane: l, Rank: rank(n, 0)}), slices.IndexFunc(next.Order(), func(o Ticket) bool { return o.Number == n }); behind != ahead {
			t.Fatalf("the next of %s is told %d and has %d ahead", l, behind, ahead)
		}
	}
	for i, o := range s.Order() {
		if ahead, ok := s.Position(o.Number); !ok || ahead != i {
			t.Fatalf("%d is in place %d of the order and told %d %v", o.Number, i, ahead, ok)
		}
	}
}

func TestUndoBringsBackWhatWas(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := day(2, false, 0)
		must(t, s, Command{Action: OpenDay})
		must(t, s, Command{Action: Sit, Counter: "c1", Who: "dr. Ratna"})
		for range 6 {
			must(t, s, Command{Action: Take, Lane: rapid.SampledFrom([]Lane{Regular, Priority}).Draw(t, "lane"), Payer: JKN})
		}
		for range rapid.IntRange(0, 3).Draw(t, "calls") {
			must(t, s, Command{Action: CallNext, Counter: "c1"})
		}
		before := s.Clone()
		events := must(t, s, Command{Action: rapid.SampledFrom([]Action{CallNext, CallNext}).Draw(t, "action"), Counter: "c1"})
		must(t, s, Command{Action: Undo, Counter: "c1", Events: events})
		s.Version, s.Calls, before.Calls = before.Version, nil, nil
		if !reflect.DeepEqual(before, s) {
			t.Fatalf("before %s\nafter  %s", text(t, before), text(t, s))
		}
	})
}

func must(t *rapid.T, s *State, c Command) []Event {
	events, err := s.Do(c, atEight)
	if err != nil {
		t.Fatalf("%s: %v", c.Action, err)
	}
	return events
}
