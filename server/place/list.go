package place

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/place"
)

// Limits of a page.
const (
	usualPage = 50
	mostPage  = 100
)

// List implements place.API.
func (s *Service) List(ctx context.Context, filter place.Filter) (place.Page, error) {
	after, err := parseCursor(filter.After)
	if err != nil {
		return place.Page{}, err
	}
	times, err := s.times(ctx)
	if err != nil {
		return place.Page{}, err
	}
	page := place.Page{Items: []place.Place{}, Schedules: map[string]place.Schedule{}, DaysOff: times.DaysOff, Now: times.now}
	words := wordsOf(filter.Text)
	if len(words) == 0 && strings.TrimSpace(filter.Text) != "" || !database.Storable(string(filter.Kind), filter.Agency, filter.District) {
		return page, nil // nothing is called that
	}
	limit := filter.Limit
	if limit <= 0 {
		limit = usualPage
	}
	limit = min(limit, mostPage)
	rows, err := s.search(ctx, search{
		Words: words, Text: strings.Join(words, " "), Kind: filter.Kind, Agency: filter.Agency, District: filter.District,
		OpenOnly: filter.Open, Open: times.open(), Kinds: kindNames(), Cursor: after, Limit: limit + 1,
	})
	if err != nil {
		return place.Page{}, err
	}
	if len(rows) > 0 {
		page.Total = rows[0].Total
	}
	if len(rows) > limit {
		rows = rows[:limit]
		page.Next = api.Cursor(rows[limit-1].cursor())
	}
	for _, r := range rows {
		page.Items = append(page.Items, r.Place)
	}
	page.Schedules = times.of(page.Items)
	return page, nil
}

// mostWords is how many words of a search count.
const mostWords = 8

// wordsOf are the words of a search as they are compared: letters and digits only.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return words[:min(len(words), mostWords)]
}

func kindNames() []string {
	names := make([]string, len(place.Kinds))
	for i, k := range place.Kinds {
		names[i] = string(k)
	}
	return names
}
