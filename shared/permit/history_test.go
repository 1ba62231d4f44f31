package permit

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rumah/shared/access"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
	"rumah/shared/words"
)

// anyDefinition draws a way that Check lets through: some of the stages, with
// a signature or an issuing in the end.
func anyDefinition(t *rapid.T) *Definition {
	whole := building()
	d := &Definition{Promise: days(5), Complete: rapid.Bool().Draw(t, "complete"), Correct: rapid.IntRange(0, 3).Draw(t, "correct")}
	keep := func(name string, stages ...Stage) bool {
		if !rapid.Bool().Draw(t, name) {
			return false
		}
		for _, s := range whole.Steps {
			if slices.Contains(stages, s.Stage) {
				d.Steps = append(d.Steps, s)
			}
		}
		return true
	}
	d.Steps = append(d.Steps, whole.Steps[0])
	keep("survey", Technical)
	keep("roads", Recommendation)
	if keep("money", Assessment, Payment) {
		d.Fee = Fee{Kind: catalogue.Levy}
	}
	if keep("initials", Initials) {
		d.Apart = []Pair{{"documents", "initials"}}
	}
	d.Steps = append(d.Steps, whole.Steps[6])
	keep("issuing", Issuing)
	keep("pickup", PickUp)
	return d
}

// wish draws a command that is sometimes possible and sometimes not. Small
// numbers are drawn more often than large ones, so what should be rare is
// large.
func wish(t *rapid.T, s *State, d *Definition) Command {
	c := Command{
		Action:  rapid.SampledFrom(Actions).Draw(t, "action"),
		By:      rapid.SampledFrom(everybody).Draw(t, "by"),
		Note:    rapid.SampledFrom([]string{"sesuai", "sesuai", ""}).Draw(t, "note"),
		Step:    rapid.SampledFrom([]string{"documents", "survey", "roads"}).Draw(t, "step"),
		Agency:  rapid.SampledFrom([]string{"dinas-jalan", "dinas-air"}).Draw(t, "agency"),
		Opinion: rapid.IntRange(0, 2).Draw(t, "opinion"), View: For,
		Amount: rapid.SampledFrom([]int64{0, 5000, 5000, -1}).Draw(t, "amount"), Number: rapid.SampledFrom([]string{"1", "1", ""}).Draw(t, "number"),
		House: rapid.IntRange(0, 5).Draw(t, "house") == 5,
	}
	if rapid.IntRange(0, 3).Draw(t, "seen") == 3 {
		c.Seen = s.Version - int64(rapid.IntRange(0, 1).Draw(t, "behind"))
	}
	if rapid.Bool().Draw(t, "marks") {
		c.Marks = []Mark{{"ktp", "buram"}}
	}
	if rapid.IntRange(0, 2).Draw(t, "to") == 2 {
		c.To = rapid.SampledFrom(everybody).Draw(t, "to whom")
	}
	if rapid.IntRange(0, 4).Draw(t, "able") < 4 {
		able(t, &c, s, d)
	}
	if ends := []Action{Cancel, Refuse, Revoke, Replace}; slices.Contains(ends, c.Action) && rapid.IntRange(0, 5).Draw(t, "end") < 5 {
		c.Action = rapid.SampledFrom([]Action{Take, MarkUp, Pass, InitialIt, Sign, Collect}).Draw(t, "rather")
	}
	return c
}

// able makes a command one that somebody could really give, mostly one that
// goes on.
func able(t *rapid.T, c *Command, s *State, d *Definition) {
	var on, all []Command
	for range 4 {
		by := rapid.SampledFrom(everybody).Draw(t, "somebody")
		for _, row := range s.May(Rules{d, office()}, by) {
			all = append(all, Command{Action: row.Action, By: by})
			if row.From != row.To && row.Action != Cancel {
				on = append(on, Command{Action: row.Action, By: by})
			}
		}
	}
	if len(on) > 0 && rapid.IntRange(0, 3).Draw(t, "on") < 3 {
		all = on
	}
	if len(all) == 0 || s.Head.Stage == Issuing {
		c.House, c.Action = true, Issue
		return
	}
	chosen := rapid.SampledFrom(all).Draw(t, "chosen")
	c.Action, c.By, c.House, c.To, c.Note, c.Number = chosen.Action, chosen.By, false, access.Actor{}, "sesuai", "1"
	switch marks := len(s.Head.Marks) > 0; {
	case c.Action == Return && !marks:
		c.Action, c.Marks = MarkUp, []Mark{{"ktp", "buram"}}
	case c.Action == Pass && marks:
		c.Action = Return
	}
}

func TestHistories(t *testing.T) {
	t.Parallel()
	seen := map[Stage]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := anyDefinition(t)
		if err := d.Check(nil); err != nil {
			t.Fatalf("%+v: %v", d, err)
		}
		r := Rules{d, office()}
		server, phone := fresh(), fresh()
		first := server.Clone()
		var log []Event
		now := at(t, "2026-11-02 09:00")
		for range rapid.IntRange(20, 90).Draw(t, "steps") {
			now = now.Add(time.Duration(rapid.IntRange(-5, 600).Draw(t, "minutes")) * time.Minute) // clocks go back, too
			c := wish(t, server, d)
			before := server.Clone()
			may := before.May(r, c.By)
			events, err := server.Do(r, c, now)
			if err != nil {
				if !reflect.DeepEqual(before, server) {
					t.Fatalf("%s was refused (%v) and changed the state", c.Action, err)
				}
				if f := fault.From(err); words.Faults[f.Key] == (words.T{}) {
					t.Fatalf("%s has no words", f.Key)
				}
				continue
			}
			for _, e := range events {
				if !phone.Apply(sent(t, e)) {
					t.Fatalf("the phone at %d refused event %d", phone.Version, e.Version)
				}
				if !c.House && !slices.ContainsFunc(may, func(t Transition) bool { return t.Action == e.Action }) {
					t.Fatalf("%s was done by %s, who may not", e.Action, e.By)
				}
				moved(t, before, e, d)
				seen[e.Head.Stage]++
			}
			log = append(log, events...)
			clocked(t, server, r, now)
		}
		for _, e := range log {
			first.Apply(e)
		}
		if a, b, c := written(t, server), written(t, phone), written(t, first); a != b || a != c {
			t.Fatalf("server %s\nphone  %s\nreplay %s", a, b, c)
		}
		honest(t, log, d)
	})
	for _, stage := range []Stage{Recommendation, Returned, Payment, Signature} {
		if seen[stage] == 0 {
			t.Errorf("no history came to %s, so little was looked at: %v", stage, seen)
		}
	}
}

// moved checks one event against the table and against what was before.
func moved(t *rapid.T, before *State, e Event, d *Definition) {
	row := slices.IndexFunc(Table(d), func(r Transition) bool { return r.Action == e.Action && r.From == e.From && r.To == e.To })
	if row < 0 || e.From != before.Head.node() || e.To != e.Head.node() {
		t.Fatalf("%s from %s to %s stands in no table; it was at %s and is at %s", e.Action, e.From, e.To, before.Head.node(), e.Head.node())
	}
	if e.At < before.At || e.Head.Since > e.At {
		t.Fatalf("time went back: %d, then %d", before.At, e.At)
	}
	if before.Head.Stage.Final() && (e.Action != Revoke && e.Action != Replace || before.Head.Stage != Issued && before.Head.Stage != Collected) {
		t.Fatalf("%s led out of %s", e.Action, before.Head.Stage)
	}
	if e.Head.Stage == Returned && len(e.Head.Marks) == 0 {
		t.Fatal("returned with nothing to correct")
	}
	if refusal := e.Head.Stage == Refused || e.Head.Stage == Revoked; refusal && e.Note == "" {
		t.Fatalf("%s without a reason", e.Action)
	}
}

// honest checks that nobody signed what they had verified, and that nobody
// did two steps that must be apart.
func honest(t *rapid.T, log []Event, d *Definition) {
	hands := map[string][]string{}
	for _, e := range log {
		if e.From != e.To && slices.Contains([]Action{Pass, InitialIt, Sign}, e.Action) && e.By != "" {
			hands[e.From] = append(hands[e.From], e.By)
		}
	}
	pairs := append([]Pair{{"documents", "signature"}, {"survey", "signature"}}, d.Apart...)
	for _, pair := range pairs {
		for _, who := range hands[pair.One] {
			if slices.Contains(hands[pair.Other], who) {
				t.Fatalf("%s did %s and %s", who, pair.One, pair.Other)
			}
		}
	}
}

// clocked checks that the clock never goes back and that its target can be
// told.
func clocked(t *rapid.T, s *State, r Rules, now time.Time) {
	c := s.Head.Clock
	last := c.Start
	for i, p := range c.Pauses {
		if p.From < last || p.To != 0 && p.To < p.From || p.To == 0 && (i < len(c.Pauses)-1 || c.End != 0) || c.Start == 0 {
			t.Fatalf("the clock is %+v", c)
		}
		last = p.To
	}
	if c.End != 0 && c.End < last || c.End != 0 && c.Start == 0 {
		t.Fatalf("the clock is %+v", c)
	}
	if used := c.Used(r.Hours, now); used < 0 || c.Days(r.Hours, now) < 0 {
		t.Fatalf("%s of work", used)
	}
	_, ok := c.Target(r.Hours, r.Definition.Promise, now)
	if ok != (c.Start != 0) {
		t.Fatalf("a clock %+v has a target: %v", c, ok)
	}
	if stage := s.Head.Stage; c.Start != 0 && c.End == 0 {
		waits := stage == Returned || stage == Payment && s.Head.Bill.Notice == 0
		if c.Running() == waits || stage.Final() {
			t.Fatalf("at %s the clock runs: %v", stage, c.Running())
		}
	}
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

func written(t *rapid.T, s *State) string {
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWithEnoughPeopleEveryApplicationComesToItsEnd(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := anyDefinition(t)
		people := []access.Actor{vera, vino, sari, sekcam, cici, admin}
		if err := CheckStaff(d, "camat", "", people); err != nil {
			t.Fatalf("%v", err)
		}
		s, r := fresh(), Rules{d, office()}
		now := at(t, "2026-11-02 09:00")
		for range 30 {
			if s.Head.Stage.Final() {
				return
			}
			on := slices.ContainsFunc(append(people, siti, roads), func(p access.Actor) bool {
				return slices.ContainsFunc([]Action{Submit, Take, Pass, SetFee, Confirm, InitialIt, Sign, Issue, Collect}, func(a Action) bool {
					before := s.Head.node()
					_, err := s.Do(r, Command{Action: a, By: p, Note: "ok", Amount: 5000, Number: "1"}, now)
					return err == nil && s.Head.node() != before
				})
			})
			if !on {
				if _, err := s.Do(r, Command{Action: Issue, House: true}, now); err != nil {
					t.Fatalf("nobody can go on at %s (%s has it): %v", s.Head.node(), s.Head.Officer, s.Head.Hands)
				}
			}
		}
		t.Fatalf("it is still at %s", s.Head.node())
	})
}
