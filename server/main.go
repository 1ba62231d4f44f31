// Command rs is the server of the house. It owns the data, serves the app and
// answers its calls.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"rumah/server/config"
	"rumah/server/web"
	"rumah/server/web/graceful"
)

// drain is how long requests in flight may take once we are asked to stop.
const drain = 10 * time.Second

func main() {
	os.Exit(rs(os.Args[1:], os.Stdout, os.Stderr))
}

// rs runs one command and returns its exit code: 0 for done, 1 for failed,
// 2 for asked wrongly.
func rs(args []string, out, complaints io.Writer) int {
	if len(args) > 0 && args[0] == "version" {
		fmt.Fprintln(out, version(nil))
		return 0
	}
	if len(args) > 0 && args[0] == "city" {
		return checkCity(args[1:], out, complaints)
	}
	if len(args) > 0 && args[0] == "demo" {
		return demoAccounts(out, complaints)
	}
	cfg, err := config.Parse(args, config.Getenv, out)
	if errors.Is(err, config.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(complaints, "rs:", err)
		return 2
	}
	// The first signal stops gracefully; after it the next one kills.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	defer stop()
	if err := serve(ctx, cfg, out); err != nil {
		fmt.Fprintln(complaints, "rs:", err)
		return 1
	}
	return 0
}

// serve runs the house until ctx ends. The port comes first: nothing is
// started for a server that cannot be reached.
func serve(ctx context.Context, cfg config.Config, out io.Writer) error {
	log := slog.New(web.Traced(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: cfg.LogLevel})))
	slog.SetDefault(log)
	listener, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		return taken(cfg.Addr, err)
	}
	defer listener.Close()
	began := time.Now()
	h, err := build(ctx, cfg, log)
	if err != nil {
		if ctx.Err() != nil {
			return nil // asked to stop while starting
		}
		return err
	}
	defer h.close()
	fmt.Fprint(out, welcome(cfg, h, listener.Addr(), time.Since(began)))
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	go h.watch(ctx, stop)
	go h.sweep(ctx, log)
	err = graceful.Serve(ctx, web.NewServer(web.ServerConfig{Handler: h.handler, Log: log}), listener, drain, h.health.SetDraining, func() { _ = h.hub.Close(context.WithoutCancel(ctx)) })
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	return err
}

// taken explains why a port cannot be had.
func taken(addr string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("port %s is in use; try another one, ADDR=:8081 for example", port(addr))
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("port %s is not for ordinary users; try one above 1024", port(addr))
	}
	return fmt.Errorf("cannot listen on %q: write host:port or :port", addr)
}

func port(addr string) string {
	if _, p, err := net.SplitHostPort(addr); err == nil {
		return p
	}
	return addr
}

// welcome is what a person who started the house wants to know.
func welcome(cfg config.Config, h *running, addr net.Addr, took time.Duration) string {
	address := "http://" + addr.String()
	if host, p, err := net.SplitHostPort(addr.String()); err == nil {
		if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() || ip.IsLoopback() {
			address = "http://localhost:" + p
		}
	}
	if cfg.BaseURL != "" {
		address = cfg.BaseURL
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n  %s is open: %s\n", h.info.App, address)
	if cfg.Database == "" {
		folder, err := filepath.Abs(cfg.Data)
		if err != nil {
			folder = cfg.Data
		}
		fmt.Fprintf(&b, "  data  %s\n", folder)
	}
	if h.invitation != "" {
		fmt.Fprintf(&b, "  first admin: %s\n", h.invitation)
	}
	b.WriteString(h.accounts)
	fmt.Fprintf(&b, "  ready in %.1f s. Ctrl-C stops it.\n\n", took.Seconds())
	return b.String()
}
