package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"

	"rumah/assets"
	"rumah/server/catalogue"
	"rumah/server/city"
	"rumah/server/config"
	"rumah/server/database"
	"rumah/server/database/embedded"
	"rumah/server/demo"
	"rumah/server/identity"
	"rumah/server/jobs"
	"rumah/server/live"
	"rumah/server/message"
	"rumah/server/paper/store"
	"rumah/server/permit"
	"rumah/server/place"
	"rumah/server/queue"
	"rumah/server/vault"
	"rumah/server/web"
	cityinfo "rumah/shared/city"
)

// running is a house on air and what must be closed after it.
type running struct {
	info       cityinfo.Info
	crest      []byte // of the regency, for letters; nil for none
	log        *slog.Logger
	handler    http.Handler
	health     *web.Health
	vault      *vault.Vault
	hub        *live.Hub
	invitation string            // link for the first admin; "" when there is one
	accounts   string            // to try the house out with, as they are told
	cluster    *embedded.Cluster // nil with a database of one's own
	shop       *jobs.Shop        // work beside the requests
	closers    []func()
	sweeps     []func(context.Context) error // of each store that would grow for ever
}

// build starts everything behind the port, in the order of need.
func build(ctx context.Context, cfg config.Config, log *slog.Logger) (*running, error) {
	h := &running{log: log}
	ready := false
	defer func() {
		if !ready {
			h.close()
		}
	}()
	pack, err := loadPack(cfg.City)
	if err != nil {
		return nil, err
	}
	h.info, h.crest = pack.Info, pack.Crest
	db, err := h.open(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := db.Migrate(ctx); err != nil {
		return nil, err
	}
	if err := place.Import(ctx, db, pack); err != nil {
		return nil, fmt.Errorf("load the city pack: %w", err)
	}
	if err := catalogue.Import(ctx, db, pack); err != nil {
		return nil, fmt.Errorf("load the services of the city pack: %w", err)
	}
	if err := queue.Import(ctx, db, pack); err != nil {
		return nil, fmt.Errorf("load the queues of the city pack: %w", err)
	}
	if err := permit.Import(ctx, db, pack); err != nil {
		return nil, fmt.Errorf("load the permits of the city pack: %w", err)
	}
	ways, err := ways(cfg, log)
	if err != nil {
		return nil, err
	}
	people, err := h.people(cfg, db, ways)
	if err != nil {
		return nil, err
	}
	if err := h.watchers(cfg, log); err != nil {
		return nil, err
	}
	if cfg.Production {
		if err := refuseDemo(ctx, db); err != nil {
			return nil, err
		}
	}
	h.shop = jobs.New(db, log)
	told, err := h.telling(ctx, cfg, db, people, ways)
	if err != nil {
		return nil, err
	}
	lines := h.lines(cfg, db, told, log)
	if err := lines.Sweep(ctx); err != nil { // what was left open does not stand in the way of today
		return nil, err
	}
	files, err := store.Open(ctx, cfg.Files, cfg.Data)
	if err != nil {
		return nil, err
	}
	h.closers = append(h.closers, func() { _ = files.Close() })
	r := rooms{db: db, people: people, lines: lines, told: told, store: files}
	if r.issued, err = h.documents(ctx, cfg, r); err != nil {
		return nil, err
	}
	if !cfg.Production {
		if err := h.demonstrate(ctx, r, pack); err != nil {
			return nil, err
		}
		h.accounts = accountsText(pack)
	}
	if err := h.invite(ctx, cfg, people); err != nil {
		return nil, err
	}
	if err := h.wire(ctx, cfg, r, log); err != nil {
		return nil, err
	}
	if err := h.shop.Start(ctx); err != nil {
		return nil, err
	}
	h.closers = append(h.closers, h.shop.Stop)
	ready = true
	return h, nil
}

// open opens the database that was given, or runs one.
func (h *running) open(ctx context.Context, cfg config.Config) (*database.DB, error) {
	address := cfg.Database
	if address == "" {
		cluster, err := embedded.Start(ctx, cfg.Data, embedded.Options{})
		if err != nil {
			return nil, err
		}
		h.cluster, address = cluster, cluster.URL("")
		h.closers = append(h.closers, cluster.Stop)
	}
	db, err := database.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	h.closers = append(h.closers, func() { _ = db.Close() })
	return db, nil
}

// demonstrate fills a house for trying out.
func (h *running) demonstrate(ctx context.Context, r rooms, pack *city.Pack) error {
	now, loc := time.Now(), pack.Info.Location()
	if err := demo.Load(ctx, r.db); err != nil {
		return err
	}
	if err := demo.Queues(ctx, r.db, pack, now, loc); err != nil {
		return err
	}
	if err := r.people.MakeUp(ctx, demo.People(pack)); err != nil {
		return err
	}
	return demo.Permits(ctx, r.db, demo.Desk{Vault: h.vault, Store: r.store, Pack: pack, Now: now, Loc: loc, Issued: r.issued.Options})
}

// refuseDemo: a house in production does not show what was made up.
func refuseDemo(ctx context.Context, db *database.DB) error {
	made, err := demo.Loaded(ctx, db)
	if err == nil && made {
		err = errors.New("this database holds demo data; production needs an empty one")
	}
	return err
}

// people opens the vault and the ways out of the house.
func (h *running) people(cfg config.Config, db *database.DB, ways message.Sender) (*identity.Service, error) {
	key, err := secret(cfg)
	if err != nil {
		return nil, err
	}
	if h.vault, err = vault.New(key); err != nil {
		return nil, err
	}
	return identity.New(db, time.Now, h.info.Location(), identity.Options{
		Vault: h.vault, Send: ways, App: h.info.App, Origin: strings.TrimSuffix(cfg.BaseURL, "/"), Demo: !cfg.Production && cfg.SMS == "", IP: web.ClientIP, Log: h.log,
	}), nil
}

// ways are how messages leave: as configured, else into the log.
func ways(cfg config.Config, log *slog.Logger) (message.Ways, error) {
	ways := message.Ways{Phone: message.Log{To: log}, Email: message.Log{To: log}}
	if cfg.SMS != "" {
		ways.Phone = message.Gateway{URL: cfg.SMS, Token: cfg.SMSToken}
	}
	switch {
	case cfg.Mail != "":
		mail, err := message.ParseMail(cfg.Mail, cfg.MailFrom)
		if err != nil {
			return ways, err
		}
		ways.Email = mail
	case cfg.Production:
		ways.Email = nil // a link to an account does not belong into a log
	}
	return ways, nil
}

// invite lets the first admin in.
func (h *running) invite(ctx context.Context, cfg config.Config, people *identity.Service) error {
	if cfg.FirstAdmin == "" {
		return nil
	}
	link, err := people.First(ctx, cfg.FirstAdmin)
	if strings.HasPrefix(link, "/") { // the house has not been told its address
		link = address(cfg) + link
	}
	h.invitation = link
	return err
}

// address is what links to this house begin with.
func address(cfg config.Config) string {
	if cfg.BaseURL != "" {
		return strings.TrimSuffix(cfg.BaseURL, "/")
	}
	return "http://" + cfg.Addr
}

func baseURL(s string) (*url.URL, error) {
	if s == "" {
		return nil, nil
	}
	return url.Parse(s)
}

// watch stops the house when its own Postgres ends.
func (h *running) watch(ctx context.Context, stop context.CancelCauseFunc) {
	if h.cluster == nil {
		return
	}
	select {
	case <-h.cluster.Exited():
		stop(errors.New("the embedded Postgres ended; its log is in the data folder"))
	case <-ctx.Done():
	}
}

// answersKept is how long a call may be tried again with its key: a phone
// that was without a signal for a day still sends once.
const answersKept = 3 * 24 * time.Hour

// sweepEvery is how often the house is swept. Servers that share a database
// may do it at the same time.
const sweepEvery = time.Hour

// sweep forgets what has ended, until ctx ends.
func (h *running) sweep(ctx context.Context, log *slog.Logger) {
	turn := time.NewTicker(sweepEvery)
	defer turn.Stop()
	for {
		for _, sweep := range h.sweeps {
			if err := sweep(ctx); err != nil && ctx.Err() == nil {
				log.ErrorContext(ctx, "sweep", "err", err)
			}
		}
		select {
		case <-turn.C:
		case <-ctx.Done():
			return
		}
	}
}

// close closes in the reverse order of opening.
func (h *running) close() {
	for i := len(h.closers) - 1; i >= 0; i-- {
		h.closers[i]()
	}
	h.closers = nil
}

// loadPack finds a city pack: a folder, the name of an embedded one, or the
// only one there is.
func loadPack(name string) (*city.Pack, error) {
	pack, err := packFS(name)
	if err != nil {
		return nil, err
	}
	loaded, err := city.Load(pack)
	if err != nil {
		return nil, fmt.Errorf("the city pack has mistakes:\n%w", err)
	}
	return loaded, nil
}

func packFS(name string) (fs.FS, error) {
	packs, err := fs.ReadDir(assets.FS, "city")
	if err != nil {
		return nil, err
	}
	if name == "" && len(packs) == 1 {
		name = packs[0].Name()
	}
	for _, p := range packs {
		if p.Name() == name {
			return fs.Sub(assets.FS, path.Join("city", name))
		}
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return os.DirFS(name), nil
	}
	names := make([]string, len(packs))
	for i, p := range packs {
		names[i] = p.Name()
	}
	return nil, fmt.Errorf("no city pack %q: give a folder, or one of %s", name, strings.Join(names, ", "))
}
