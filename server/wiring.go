package main

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"gocloud.dev/blob"

	"rumah"
	"rumah/app/house"
	"rumah/assets"
	"rumah/server/api"
	"rumah/server/catalogue"
	"rumah/server/config"
	"rumah/server/database"
	"rumah/server/document"
	"rumah/server/identity"
	"rumah/server/inbox"
	"rumah/server/insight"
	"rumah/server/jobs"
	"rumah/server/live"
	"rumah/server/paper"
	"rumah/server/partner"
	"rumah/server/payment"
	"rumah/server/permit"
	"rumah/server/permitform"
	"rumah/server/place"
	"rumah/server/queue"
	"rumah/server/web"
	livecontract "rumah/shared/live"
)

// rooms are the services of the house.
type rooms struct {
	db       *database.DB
	people   *identity.Service
	places   *place.Service
	services *catalogue.Service
	lines    *queue.Service
	partners *partner.Service
	told     *inbox.Service
	permits  *permit.Service
	figures  *insight.Service
	papers   *paper.Service
	issued   *document.Service
	store    *blob.Bucket
}

// wire joins services, pages and the edge.
func (h *running) wire(ctx context.Context, cfg config.Config, r rooms, log *slog.Logger) error {
	static, err := web.NewStatic(assets.FS)
	if err != nil {
		return err
	}
	stamp := version(static)
	r.places = place.New(r.db, time.Now, h.info.Location())
	r.services = catalogue.New(r.db, time.Now, h.info.Location(), address(cfg))
	r.partners = h.partners(cfg, r, log)
	r.permits = permit.New(r.db, time.Now, h.info.Location(), permit.Options{Vault: h.vault, Origin: address(cfg), Known: r.people.Known, Guess: r.people.Track, Look: r.people.Look, Glance: r.people.Glance, Inbox: r.told})
	r.papers = paper.New(r.db, time.Now, paper.Options{Vault: h.vault, Store: r.store, Question: r.permits.Question, Reach: r.permits.ReachPapers, Count: r.people.Uploaded})
	r.permits.Papers = r.papers
	if cfg.Payment != "" {
		r.permits.Bank = payment.Web{URL: cfg.Payment, Token: cfg.PaymentToken}
	}
	jobs.Work(h.shop, func(ctx context.Context, _ reconciling) error { return r.permits.Reconcile(ctx) })
	h.shop.Every(reconcileEvery, reconciling{})
	jobs.Work(h.shop, func(ctx context.Context, _ guarding) error { return r.permits.Guard(ctx) })
	h.shop.Every(time.Minute, guarding{})
	jobs.Work(h.shop, func(ctx context.Context, _ weighing) error { return r.permits.Weigh(ctx) })
	h.shop.Every(time.Hour, weighing{})
	r.permits.Documents = r.issued
	r.issued.Reach, r.issued.See, r.issued.Adopt = r.permits.Reach, r.permits.See, r.papers.Adopt
	r.figures = insight.New(r.db, time.Now, h.info.Location(), log)
	r.people.Numbers, r.people.Forget = numbersOf(r.lines), forgetting(r.lines.Forget, r.permits.Forget, r.told.Forget)
	r.people.Inbox, r.people.Applications, r.people.Letters = r.told, r.permits.Copy, r.issued.Copy
	pages := web.NewPages(&house.House{City: h.info, Version: stamp, Places: r.places, Catalogue: r.services, Queue: r.lines, Inbox: r.told, Permit: r.permits, Papers: r.papers, Documents: r.issued, Insight: r.figures, Live: h.hub, Now: time.Now}, static, cfg.BaseURL, identity.Viewer, log)
	manifest, err := web.Manifest(rumah.Manifest, h.info)
	if err != nil {
		return err
	}
	worker, err := web.Worker(static, stamp, h.info.App)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/assets/", static)
	mux.Handle("GET /manifest.webmanifest", manifest)
	mux.Handle("GET /worker.js", worker)
	mux.HandleFunc("GET /robots.txt", pages.Robots)
	mux.HandleFunc("GET /t/{secret}/kalender.ics", r.lines.Calendar)
	mux.HandleFunc("GET /sitemap.xml", pages.Sitemap)
	mux.HandleFunc("GET "+insight.CSVPath, r.figures.CSV)
	mux.HandleFunc("GET "+insight.JSONPath, r.figures.JSON)
	mux.Handle("GET /favicon.ico", http.RedirectHandler(static.Hashed("/assets/icon/favicon-32.png"), http.StatusFound))
	operations, err := h.contracts(r, static, log)
	if err != nil {
		return err
	}
	mux.Handle("/api/", r.people.Door(operations))
	mux.Handle("GET "+livecontract.Path, h.hub) // everybody may watch: who it is does not matter
	mux.Handle("/bpjs/", r.partners)
	mux.Handle("/", r.people.Door(pages))
	h.health = web.NewHealth(r.db.Ready)
	base, err := baseURL(cfg.BaseURL)
	if err != nil {
		return err
	}
	metrics := web.NewMetrics(web.MetricsConfig{Version: stamp, Token: cfg.Metrics, Pool: func() web.PoolStat { return r.db.Pool() }})
	metrics.Registry.MustRegister(r.told.Metrics()...)
	h.handler = web.Edge(web.EdgeConfig{
		Production: cfg.Production, BaseURL: base, TrustedProxies: cfg.Proxies, RedirectHTTPS: cfg.Production, Log: log, Health: h.health,
		Metrics: metrics, ErrorPage: pages.Fault, Limits: web.Limits{Off: cfg.Unlimited},
	}, mux)
	return nil
}

// partners connects the hospitals to BPJS.
func (h *running) partners(cfg config.Config, r rooms, log *slog.Logger) *partner.Service {
	return partner.New(r.db, time.Now, h.info.Location(), partner.Options{
		Vault: h.vault, Lines: r.lines.Clinics(), Jobs: h.shop, Origin: address(cfg), Inside: !cfg.Production, IP: web.ClientIP, Log: log,
	})
}

// contracts mounts the operations of all domains.
func (h *running) contracts(r rooms, static *web.Static, log *slog.Logger) (*api.Mux, error) {
	keys := api.Keys{DB: r.db.DB, Vault: h.vault}
	h.sweeps = append(h.sweeps, r.people.Sweep, r.lines.Sweep, r.partners.Sweep, r.permits.Sweep, r.papers.Sweep, func(ctx context.Context) error { return keys.Forget(ctx, answersKept) })
	m := api.New(api.Config{Guard: r.people, Audit: r.people, Once: keys, Log: log, Ref: web.RequestID})
	identity.Mount(m, r.people)
	place.Mount(m, r.places)
	catalogue.Mount(m, r.services)
	queue.Mount(m, r.lines)
	live.Mount(m, h.hub)
	partner.Mount(m, r.partners)
	inbox.Mount(m, r.told)
	permit.Mount(m, r.permits)
	paper.Mount(m, r.papers)
	document.Mount(m, r.issued)
	permitform.Mount(m, permitform.New(r.db, time.Now))
	insight.Mount(m, r.figures)
	return m, m.Describe(static.Hashed("/assets/css/look.css"))
}

// reconciling is asking the bank about bills that wait.
type reconciling struct{}

// Kind implements river.JobArgs.
func (reconciling) Kind() string { return "permit_reconcile" }

const reconcileEvery = 2 * time.Minute

// guarding is the work on applications that is done every minute.
type guarding struct{}

// Kind implements river.JobArgs.
func (guarding) Kind() string { return "permit_guard" }

// weighing is looking who has too much.
type weighing struct{}

// Kind implements river.JobArgs.
func (weighing) Kind() string { return "permit_weigh" }
