package main

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"time"

	"rumah/server/config"
	"rumah/server/database"
	"rumah/server/inbox"
	"rumah/server/jobs"
	"rumah/server/live"
	"rumah/server/queue"
	"rumah/server/web"
	"rumah/shared/identity"
)

// watchers opens the hub of what is live, and the bus that joins it with
// those of other instances.
func (h *running) watchers(cfg config.Config, log *slog.Logger) error {
	bus, err := live.OpenNATS(live.NATSOptions{URL: cfg.NATS, Listen: cfg.NATSListen, Token: hex.EncodeToString(h.vault.Hash("nats", "bus")), Log: log})
	if err != nil {
		return err
	}
	h.closers = append(h.closers, bus.Close)
	base, err := baseURL(cfg.BaseURL)
	if err != nil {
		return err
	}
	options := live.Options{Base: base, IP: web.ClientIP, Bus: bus, Log: log}
	if cfg.Unlimited {
		options.IP = nil // one machine may be all phones
	}
	h.hub, err = live.New(options)
	return err
}

// lines are the queues, what phones are told of them, and what is looked
// after every minute.
func (h *running) lines(cfg config.Config, db *database.DB, told *inbox.Service, log *slog.Logger) *queue.Service {
	lines := queue.New(db, time.Now, h.info.Location(), queue.Options{Vault: h.vault, Origin: address(cfg), Log: log, Unlimited: cfg.Unlimited, Inbox: told, Publish: h.hub.Publish})
	h.closers = append(h.closers, lines.Close)
	h.hub.Register("day", lines)
	h.hub.Register("place", lines)
	jobs.Work(h.shop, func(ctx context.Context, _ tending) error {
		return errors.Join(lines.Resume(ctx), lines.Tend(ctx), lines.Depart(ctx))
	})
	h.shop.Every(time.Minute, tending{})
	return lines
}

// numbersOf are the numbers of somebody as their copy has them.
func numbersOf(lines *queue.Service) func(ctx context.Context, person string) ([]identity.ExportedNumber, error) {
	return func(ctx context.Context, person string) ([]identity.ExportedNumber, error) {
		passes, err := lines.Numbers(ctx, person)
		list := make([]identity.ExportedNumber, len(passes))
		for i, p := range passes {
			list[i] = identity.ExportedNumber{
				Label: p.Label, Queue: p.Name, Place: p.Place.Name, Date: p.Date, Holder: p.Holder, Lane: string(p.Lane), Ground: p.Ground, Payer: string(p.Payer),
				Stage: string(p.Stage), Taken: p.Taken, Called: p.Called, Ended: p.Ended,
			}
		}
		return list, err
	}
}

// tending is the work on queues that is done every minute.
type tending struct{}

// Kind implements river.JobArgs.
func (tending) Kind() string { return "queue_tend" }
