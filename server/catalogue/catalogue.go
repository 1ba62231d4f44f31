// Package catalogue serves what the agencies offer: it finds services and
// apps by the words people use, shows them, and lets agencies write them.
package catalogue

import (
	"context"
	"errors"
	"net/url"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/database"
	places "rumah/server/place"
	"rumah/server/qr"
	"rumah/server/revision"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// Service implements catalogue.API.
type Service struct {
	db     bun.IDB
	now    func() time.Time
	loc    *time.Location
	origin string
	places *places.Service
}

var _ catalogue.API = (*Service)(nil)

// shelf holds what agencies write about their services.
var shelf = revision.Shelf[catalogue.Content]{Kind: "service"}

// New returns the service. loc is the regency's clock, origin is what links
// begin with: "https://host".
func New(db bun.IDB, now func() time.Time, loc *time.Location, origin string) *Service {
	return &Service{db: db, now: now, loc: loc, origin: origin, places: places.New(db, now, loc)}
}

// mostPopular is how many services stand out.
const mostPopular = 6

// Topics implements catalogue.API.
func (s *Service) Topics(ctx context.Context) (catalogue.Overview, error) {
	counts, err := s.counts(ctx)
	if err != nil {
		return catalogue.Overview{}, err
	}
	o := catalogue.Overview{Topics: []catalogue.TopicCount{}}
	for _, topic := range catalogue.Topics {
		if n := counts[topic]; n > 0 {
			o.Topics = append(o.Topics, catalogue.TopicCount{Topic: topic, Count: n})
			o.Services += n
		}
	}
	var failed [2]error
	o.Popular, failed[0] = s.hits(ctx, `e.popular > 0 ORDER BY e.popular, e.name COLLATE "C", e.id LIMIT ?`, mostPopular)
	o.Apps, failed[1] = s.hits(ctx, `e.kind = 'app' ORDER BY e.name COLLATE "C", e.id`)
	return o, errors.Join(failed[:]...)
}

// mostRelated is how many other services a service leads to.
const mostRelated = 4

// Get implements catalogue.API.
func (s *Service) Get(ctx context.Context, id catalogue.ID) (catalogue.Service, error) {
	if !database.Storable(id.ID) {
		return catalogue.Service{}, fault.New(fault.Unknown, "unknown")
	}
	svc, err := s.one(ctx, id.ID)
	if err != nil {
		return catalogue.Service{}, err
	}
	where, err := s.places.Where(ctx, svc.Content.Places, svc.Content.PlaceKinds)
	if err != nil {
		return catalogue.Service{}, err
	}
	svc.Where, svc.Schedules, svc.DaysOff, svc.Now = where.Items, where.Schedules, where.DaysOff, where.Now
	svc.Related, err = s.hits(ctx, `e.kind = 'service' AND e.topic = ?0 AND e.id <> ?1
ORDER BY e.agency_id <> ?2, e.popular = 0, e.popular, e.name COLLATE "C", e.id LIMIT ?3`, svc.Content.Topic, svc.ID, svc.AgencyID, mostRelated)
	if err != nil {
		return catalogue.Service{}, err
	}
	if svc.Content.App != "" {
		app, err := s.app(ctx, svc.Content.App)
		switch {
		case err == nil:
			svc.App = &app
		case !fault.Is(err, fault.Unknown): // the app may have left since
			return catalogue.Service{}, err
		}
	}
	svc.QR, svc.QRSize, err = qr.Path(s.origin + "/layanan/" + svc.ID)
	return svc, err
}

// App implements catalogue.API.
func (s *Service) App(ctx context.Context, id catalogue.ID) (catalogue.App, error) {
	if !database.Storable(id.ID) {
		return catalogue.App{}, fault.New(fault.Unknown, "unknown")
	}
	return s.app(ctx, id.ID)
}

func (s *Service) app(ctx context.Context, id string) (catalogue.App, error) {
	app, err := s.oneApp(ctx, id)
	if err != nil {
		return catalogue.App{}, err
	}
	if address, err := url.Parse(app.URL); err == nil {
		app.Host = address.Hostname()
	}
	app.Services, err = s.hits(ctx, `e.kind = 'service' AND s.content ->> 'app' = ? ORDER BY e.name COLLATE "C", e.id`, id)
	return app, err
}
