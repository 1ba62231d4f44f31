package queue

import (
	"context"
	"encoding/json"
	"sync"
	"time"
)

// lineEvery is how often the line of a queue is told to those who look at
// its place. Who waits in it follows the day itself and is told everything.
const lineEvery = time.Second

// heralds remember what was told lately, so that the rush of an opening is a
// line a second and not one for each number.
type heralds struct {
	mu     sync.Mutex
	due    map[string]bool // told less than lineEvery ago; true when it changed since
	silent bool            // the house closes
}

// hush ends telling.
func (h *heralds) hush() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.silent = true
}

// tell runs told now, or once when the time has come, however often it is
// called until then.
func (h *heralds) tell(key string, told func()) {
	h.mu.Lock()
	if h.silent {
		h.mu.Unlock()
		return
	}
	if _, lately := h.due[key]; lately {
		h.due[key] = true
		h.mu.Unlock()
		return
	}
	if h.due == nil {
		h.due = make(map[string]bool)
	}
	h.due[key] = false
	h.mu.Unlock()
	go h.run(key, told)
}

func (h *heralds) run(key string, told func()) {
	told()
	time.AfterFunc(nextLine(time.Now()), func() {
		h.mu.Lock()
		changed := h.due[key] && !h.silent
		if changed {
			h.due[key] = false
		} else {
			delete(h.due, key)
		}
		h.mu.Unlock()
		if changed {
			h.run(key, told)
		}
	})
}

// nextLine is how long it is until lines are told again: all of them at the
// same moments, so that they are read from the database together.
func nextLine(now time.Time) time.Duration {
	return now.Truncate(lineEvery).Add(lineEvery).Sub(now)
}

// lineTime bounds the making of one line.
const lineTime = 5 * time.Second

// tellPlace tells those who look at the place of a day how it stands there.
// It returns at once.
func (s *Service) tellPlace(day string) {
	s.memos.told.tell(day, func() {
		ctx, stop := context.WithTimeout(context.Background(), lineTime)
		defer stop()
		line, place, err := s.lineAt(ctx, day)
		var body json.RawMessage
		if err == nil {
			body, err = json.Marshal(line)
		}
		if err != nil {
			s.Log.Warn("a line was not told", "day", day, "err", err)
			return
		}
		s.Publish(placeTopic+place, 0, 0, "", []json.RawMessage{body})
	})
}
