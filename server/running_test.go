package main

import (
	"context"
	"errors"
	"log/slog"
	"testing"
)

// Every store is swept, also when the one before cannot be, and the sweeping
// ends with the house.
func TestSweepGoesOn(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(context.Background())
	swept := 0
	h := &running{sweeps: []func(context.Context) error{
		func(context.Context) error { swept++; return errors.New("the database is away") },
		func(context.Context) error { swept++; stop(); return nil },
	}}
	h.sweep(ctx, slog.New(slog.DiscardHandler))
	if swept != 2 {
		t.Errorf("%d of 2 were swept", swept)
	}
}
