package web

import (
	"cmp"
	"log/slog"
	"net/http"
	"time"
)

// ServerConfig is what an http.Server needs. Times that are 0 are replaced by
// the defaults below.
type ServerConfig struct {
	Handler http.Handler
	Log     *slog.Logger // gets what net/http complains about; slog.Default() when nil

	// ReadHeader bounds the header alone: 10 s, which stops clients that send
	// a byte now and then, and none that has any signal.
	ReadHeader time.Duration
	// Read bounds header and body: 1 min. An operation that takes large
	// files gives itself more with http.ResponseController.SetReadDeadline.
	Read time.Duration
	// Write bounds the answer: 5 min, in which the whole program reaches a
	// phone with 6 KB/s. Answers without an end lift it for themselves.
	Write time.Duration
	// Idle is how long a connection waits for its next request: 75 s, above
	// the 60 s of common proxies, so that it is the proxy that hangs up.
	Idle time.Duration
	// MaxHeader bounds the header in bytes: 16 KiB. net/http adds 4 KiB and
	// answers 431 on its own.
	MaxHeader int
}

// NewServer returns a server on which nobody can wait for ever.
func NewServer(cfg ServerConfig) *http.Server {
	if cfg.Log == nil {
		cfg.Log = slog.Default()
	}
	return &http.Server{
		Handler:           cfg.Handler,
		ReadHeaderTimeout: cmp.Or(cfg.ReadHeader, 10*time.Second),
		ReadTimeout:       cmp.Or(cfg.Read, time.Minute),
		WriteTimeout:      cmp.Or(cfg.Write, 5*time.Minute),
		IdleTimeout:       cmp.Or(cfg.Idle, 75*time.Second),
		MaxHeaderBytes:    cmp.Or(cfg.MaxHeader, 16<<10),
		ErrorLog:          slog.NewLogLogger(cfg.Log.Handler(), slog.LevelWarn),
	}
}
