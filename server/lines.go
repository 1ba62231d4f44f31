package main

import (
	"encoding/hex"
	"log/slog"
	"time"

	"rumah/server/config"
	"rumah/server/database"
	"rumah/server/live"
	"rumah/server/queue"
	"rumah/server/web"
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
	h.hub, err = live.New(live.Options{Base: base, IP: web.ClientIP, Bus: bus, Log: log})
	return err
}

// lines are the queues, and what phones are told of them.
func (h *running) lines(cfg config.Config, db *database.DB, log *slog.Logger) *queue.Service {
	lines := queue.New(db, time.Now, h.info.Location(), queue.Options{Vault: h.vault, Origin: address(cfg), Log: log, Publish: h.hub.Publish})
	h.hub.Register("day", lines)
	h.hub.Register("place", lines)
	return lines
}
