package queue

import (
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/shared/queue"
)

// placeCopy keeps the lines of a place as they are told: each is complete in
// itself, and the screen takes over what is newer than it knows.
type placeCopy struct {
	take  *Take
	place string
	link  flow.Link
	end   func()
}

// follow keeps the lines of the place fresh; of days ahead nothing is told,
// so those are asked for anew each minute.
func (s *Take) follow(ctx goapp.Context) {
	place, _ := s.At.Match(TakePattern)
	if s.copy != nil && s.copy.place == place {
		return
	}
	s.unfollow()
	s.copy = &placeCopy{take: s, place: place}
	s.copy.end = flow.Follow(ctx, "place:"+place, s.copy)
}

func (s *Take) unfollow() {
	if s.copy != nil {
		s.copy.end()
		s.copy = nil
	}
}

// live reports whether news of the place arrive at once.
func (s *Take) live() bool { return s.copy != nil && s.copy.link.State == flow.Live }

// Snapshot implements flow.Sink.
func (c *placeCopy) Snapshot(_ goapp.Context, all json.RawMessage) error {
	var lines queue.Lines
	if err := json.Unmarshal(all, &lines); err != nil {
		return err
	}
	for _, l := range lines.Items {
		c.take.hear(l)
	}
	return nil
}

// Events implements flow.Sink.
func (c *placeCopy) Events(_ goapp.Context, events []json.RawMessage) error {
	for _, body := range events {
		var l queue.Line
		if err := json.Unmarshal(body, &l); err != nil {
			return err
		}
		c.take.hear(l)
	}
	return nil
}

// Linked implements flow.Sink.
func (c *placeCopy) Linked(_ goapp.Context, link flow.Link) { c.link = link }

// hear takes over a line that is newer. What is the reader's own is not told
// to everybody, so it stays.
func (s *Take) hear(l queue.Line) {
	if _, ok := s.Value(); !ok {
		return
	}
	s.Change(func(lines *queue.Lines) {
		for i, known := range lines.Items {
			if known.Day == l.Day && known.Version <= l.Version {
				l.Mine = known.Mine
				lines.Items[i] = l
			}
		}
	})
}
