// Package graceful stops a server without dropping anybody.
package graceful

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Serve serves until ctx is over, then stops: it calls stopping in order
// (turn readiness off; behind a balancer, also wait until it has noticed:
// requests are still answered meanwhile), takes no more connections, waits
// up to drain for the requests in flight and cuts those that are left.
//
// It returns nil when everybody was served, and an error when the server
// failed or somebody was cut. Hijacked connections are not waited for: who
// owns them closes them from Server.RegisterOnShutdown.
func Serve(ctx context.Context, server *http.Server, listener net.Listener, drain time.Duration, stopping ...func()) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	for _, stop := range stopping {
		stop()
	}
	// ctx is over already; the wait has a clock of its own.
	wait, done := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer done()
	if err := server.Shutdown(wait); err != nil {
		return errors.Join(fmt.Errorf("requests still in flight after %s were cut: %w", drain, err), server.Close())
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve %s: %w", listener.Addr(), err)
	}
	return nil
}
