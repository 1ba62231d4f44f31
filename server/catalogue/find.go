package catalogue

import (
	"context"
	"slices"
	"strings"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/catalogue"
)

// Limits of a page.
const (
	usualPage  = 30
	mostPage   = 100
	mostPlaces = 3
)

// Find implements catalogue.API.
func (s *Service) Find(ctx context.Context, query catalogue.Query) (catalogue.Results, error) {
	after, err := parseCursor(query.After)
	if err != nil {
		return catalogue.Results{}, err
	}
	results := catalogue.Results{Items: []catalogue.Hit{}, Places: []catalogue.Hit{}}
	typed := fold(query.Text)
	typed = typed[:min(len(typed), mostTyped)]
	if len(typed) == 0 && strings.TrimSpace(query.Text) != "" || !database.Storable(string(query.Topic), query.Agency) {
		return results, nil // nothing is called that
	}
	limit := query.Limit
	if limit <= 0 {
		limit = usualPage
	}
	limit = min(limit, mostPage)
	q := search{Topic: query.Topic, Agency: query.Agency, AppsOnly: query.Apps, Cursor: after, Limit: limit + 1}
	var f found
	if len(typed) == 0 {
		f, err = s.list(ctx, q)
	} else {
		f, err = s.understand(ctx, q, typed, &results)
	}
	if err != nil {
		return catalogue.Results{}, err
	}
	results.Total = f.Total
	if len(f.Lines) > limit {
		f.Lines = f.Lines[:limit]
		results.Next = api.Cursor(f.Lines[limit-1].cursor())
	}
	for _, l := range f.Lines {
		results.Items = append(results.Items, l.Hit)
	}
	return results, nil
}

// understand searches for what the words mean, and says how it took them.
func (s *Service) understand(ctx context.Context, q search, typed []string, results *catalogue.Results) (found, error) {
	means, err := s.means(ctx, typed)
	if err != nil {
		return found{}, err
	}
	r := read(typed, means)
	for _, t := range r.Terms {
		q.Words, q.Said, q.Also = append(q.Words, t.Word), append(q.Said, t.Said), append(q.Also, strings.Join(t.Also, " "))
	}
	f, err := s.search(ctx, q)
	if err != nil {
		return found{}, err
	}
	reads := distinct(f.Reads)
	if !slices.Equal(reads, distinct(typed)) {
		results.Read = strings.Join(reads, " ")
	}
	if q.Cursor.ID != "" || q.Topic != "" || q.AppsOnly { // a place has no topic and is no app
		return f, nil
	}
	results.Places, err = s.placesNamed(ctx, r.Plain, q.Agency)
	if err == nil && len(results.Places) == 0 && results.Read != "" {
		results.Places, err = s.placesNamed(ctx, reads, q.Agency)
	}
	return f, err
}

// placesNamed are the places that are called what was typed.
func (s *Service) placesNamed(ctx context.Context, words []string, agency string) ([]catalogue.Hit, error) {
	list, err := s.places.Named(ctx, words, agency, mostPlaces)
	if err != nil {
		return nil, err
	}
	hits := []catalogue.Hit{}
	for _, p := range list {
		where := []string{}
		for _, part := range []string{p.Address, p.AreaName, p.DistrictName} {
			if part != "" && !slices.Contains(where, part) {
				where = append(where, part)
			}
		}
		hits = append(hits, catalogue.Hit{
			Kind: catalogue.HitPlace, ID: p.ID, Name: p.Name, Summary: strings.Join(where, ", "), AgencyID: p.AgencyID, AgencyName: p.AgencyName,
		})
	}
	return hits, nil
}
