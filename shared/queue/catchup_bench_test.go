package queue

import (
	"encoding/json"
	"testing"
	"time"
)

// BenchmarkCatchUp is a phone that comes back after 1,000 events: it reads
// them as they come over the wire and applies them, in a hall where 200 wait.
// The Makefile runs it as the phone does, in WebAssembly.
func BenchmarkCatchUp(b *testing.B) {
	s := day(3, false, 0)
	s.Head.Regular.Limit, s.Head.Priority.Limit, s.Payers = -1, -1, nil
	now := atEight
	act := func(c Command) []Event {
		now = now.Add(10 * time.Second)
		events, err := s.Do(c, now)
		if err != nil {
			b.Fatal(c.Action, err)
		}
		return events
	}
	act(Command{Action: OpenDay})
	act(Command{Action: Sit, Counter: "c1", Who: "dr. Ratna"})
	for range 200 {
		act(Command{Action: Take, Lane: Regular})
	}
	behind := s.Clone()
	var missed []Event
	for len(missed) < 1000 {
		missed = append(missed, act(Command{Action: Take, Lane: Regular})...)
		missed = append(missed, act(Command{Action: CallNext, Counter: "c1"})...)
	}
	wire, err := json.Marshal(missed[:1000])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		phone := behind.Clone()
		var events []Event
		if err := json.Unmarshal(wire, &events); err != nil {
			b.Fatal(err)
		}
		for _, e := range events {
			if !phone.Apply(e) {
				b.Fatal("an event does not follow")
			}
		}
		if _, ok := phone.Position(phone.Last); !ok {
			b.Fatal("the last number does not wait")
		}
	}
	b.ReportMetric(float64(len(wire))/1024, "KiB")
}
