package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"rumah/server/config"
	"rumah/server/database"
	"rumah/server/identity"
	"rumah/server/inbox"
	"rumah/server/message"
	"rumah/server/push"
)

// telling are the inboxes, and the ways to phones.
func (h *running) telling(ctx context.Context, cfg config.Config, db *database.DB, people *identity.Service, ways message.Ways) (*inbox.Service, error) {
	var keys push.Keys
	var err error
	if cfg.PushKey != "" {
		keys, err = push.Parse(cfg.PushKey)
	} else {
		keys, err = push.Keep(ctx, db, h.vault)
	}
	if err != nil {
		return nil, err
	}
	if cfg.SMS == "" {
		ways.Phone = nil // a log is no way to a phone
	}
	if cfg.Mail == "" {
		ways.Email = nil
	}
	s := inbox.New(db, time.Now, h.info.Location(), inbox.Options{
		Vault: h.vault, Jobs: h.shop, Ways: ways, Cap: cfg.TextCap, Price: cfg.TextPrice, App: h.info.App, Origin: address(cfg), Log: h.log,
		Push:    push.New(push.Options{Keys: keys, Contact: contact(cfg), Inside: !cfg.Production}),
		Publish: h.hub.Publish, Device: identity.Device, Contact: people.Contact,
	})
	h.hub.Register("inbox", s)
	h.sweeps = append(h.sweeps, s.Sweep)
	return s, nil
}

// contact is whom push services call when something is wrong. Apple refuses
// pushes without one.
func contact(cfg config.Config) string {
	switch {
	case cfg.Contact != "":
		return cfg.Contact
	case strings.HasPrefix(cfg.BaseURL, "https://"):
		return cfg.BaseURL
	}
	return "https://example.org" // a house for trying out
}

// forgetting ends what each domain keeps of somebody whose account was
// closed.
func forgetting(each ...func(context.Context, string) error) func(context.Context, string) error {
	return func(ctx context.Context, person string) error {
		var failed []error
		for _, forget := range each {
			failed = append(failed, forget(ctx, person))
		}
		return errors.Join(failed...)
	}
}
