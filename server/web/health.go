package web

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"
)

// Health says whether the process lives and whether it should get requests.
type Health struct {
	ready    func(context.Context) error
	draining atomic.Bool
	failed   atomic.Bool // as last told to the log

	turn  chan struct{} // held by who checks; the others wait for the result
	asked time.Time
	err   error
}

// readyWithin is how fast the house must answer to count as ready. A result
// is good for as long, so that asking cannot be used to tire the database.
const readyWithin = time.Second

var errDraining = errors.New("draining")

// NewHealth takes the check of what the house cannot work without. It must
// return when its context is over.
func NewHealth(ready func(context.Context) error) *Health {
	return &Health{ready: ready, turn: make(chan struct{}, 1)}
}

// SetDraining makes the house not ready for good: it is about to stop, and
// balancers shall send requests elsewhere.
func (h *Health) SetDraining() { h.draining.Store(true) }

// Ready returns nil when requests are welcome, and else why not.
func (h *Health) Ready(ctx context.Context) error {
	if h.draining.Load() {
		return errDraining
	}
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-h.turn }()
	if h.asked.IsZero() || time.Since(h.asked) >= readyWithin {
		// The result is for all who wait, even when who asked first leaves.
		ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), readyWithin)
		h.err = h.ready(ctx)
		stop()
		h.asked = time.Now()
	}
	return h.err
}

func (h *Health) live(w http.ResponseWriter) { say(w, http.StatusOK, "alive") }

// answer tells the world only yes or no, and the log why, once per change.
func (h *Health) answer(w http.ResponseWriter, r *http.Request, log *slog.Logger) {
	err := h.Ready(r.Context())
	if failed := err != nil; h.failed.Swap(failed) != failed {
		if err != nil {
			log.WarnContext(r.Context(), "not ready", "err", err)
		} else {
			log.InfoContext(r.Context(), "ready again")
		}
	}
	switch {
	case errors.Is(err, errDraining):
		say(w, http.StatusServiceUnavailable, "draining")
	case err != nil:
		say(w, http.StatusServiceUnavailable, "not ready")
	default:
		say(w, http.StatusOK, "ready")
	}
}

func say(w http.ResponseWriter, status int, word string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, word+"\n") // the reader may be gone
}
