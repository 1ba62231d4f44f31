package permit

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"rumah/server/database"
	"rumah/shared/form"
	"rumah/shared/permit"
)

// offer is how a service is applied for today.
type offer struct {
	name       string
	edition    int
	definition permit.Definition
	form       form.Schema
	places     []spot
}

// spot is where a service is given, and whose that is.
type spot struct {
	permit.Named
	Agency string `json:"agency"`
}

// offer reads one. Fault: unknown, also when the service was retired.
func (s *Service) offer(ctx context.Context, service string) (offer, error) {
	var o offer
	var definition, schema, places string
	if !database.Storable(service) {
		return o, unknown()
	}
	err := s.db.NewRaw(`
SELECT s.name, d.version, d.definition::text, d.form::text, (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'agency', p.agency_id) ORDER BY p.name COLLATE "C", p.id), '[]')::text FROM places p
  WHERE p.retired_at IS NULL AND (jsonb_exists(s.content -> 'places', p.id) OR jsonb_exists(s.content -> 'place_kinds', p.kind)))
FROM permit_services d JOIN services s ON s.id = d.service_id AND s.version > 0 AND s.retired_at IS NULL
WHERE d.service_id = ? AND d.ended_at IS NULL`, service).Scan(ctx, &o.name, &o.edition, &definition, &schema, &places)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return o, unknown()
	case err == nil:
		err = errors.Join(json.Unmarshal([]byte(definition), &o.definition), json.Unmarshal([]byte(schema), &o.form), json.Unmarshal([]byte(places), &o.places))
	}
	if err != nil {
		return o, fmt.Errorf("read how %s is applied for: %w", service, err)
	}
	return o, nil
}

// Offer implements permit.API.
func (s *Service) Offer(ctx context.Context, of permit.ServiceID) (permit.Offer, error) {
	o, err := s.offer(ctx, of.Service)
	if err != nil {
		return permit.Offer{}, err
	}
	answer := permit.Offer{
		Service: permit.Named{ID: of.Service, Name: o.name}, Version: o.edition, Form: o.form, Way: permit.WayOf(&o.definition), Places: []permit.Named{}, Now: s.now(),
	}
	for _, p := range o.places {
		answer.Places = append(answer.Places, p.Named)
	}
	return answer, nil
}
