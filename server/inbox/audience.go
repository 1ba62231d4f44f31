package inbox

import (
	"context"
	"fmt"
	"strconv"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/inbox"
)

// inLine are the stages of those who wait in a queue; who is at a counter
// waits no more.
const inLine = `('waiting', 'away', 'called', 'skipped')`

// audienceSQL is the condition that a person p belongs to an audience, and
// what it takes, from place n on.
func audienceSQL(a inbox.Audience, n int) (condition string, of []any) {
	at := "$" + strconv.Itoa(n)
	switch {
	case a.Area != "":
		return `p.kind = 'citizen' AND p.area_code IN (SELECT code FROM areas WHERE code = ` + at + ` OR parent = ` + at + `)`, []any{a.Area}
	case a.Day != "":
		return `p.id IN (SELECT account_id FROM tickets WHERE day_id = ` + at + ` AND stage IN ` + inLine + `)`, []any{a.Day}
	}
	return `p.kind = 'citizen'`, nil
}

// fits refuses an audience there is not, and a queue of another agency.
func (s *Service) fits(ctx context.Context, agency string, a inbox.Audience) error {
	return s.audience(ctx, a, false, []string{agency})
}

// audience refuses an area there is not, and a queue that is not of some
// agencies or those below them.
func (s *Service) audience(ctx context.Context, a inbox.Audience, all bool, agencies []string) error {
	if err := a.CheckMore(); err != nil {
		return err
	}
	name, query, args := "area", `SELECT EXISTS (SELECT FROM areas WHERE code = $1 AND retired_at IS NULL)`, []any{a.Area}
	switch {
	case a.Day != "":
		name, args = "day", []any{a.Day, all, agencies}
		query = `SELECT EXISTS (SELECT FROM queue_days d JOIN queues q ON q.id = d.queue_id JOIN places p ON p.id = q.place_id
  WHERE d.id = $1 AND ($2 OR p.agency_id IN (SELECT agencies_below($3))))`
	case a.Area == "":
		return nil
	}
	there := false
	if database.Storable(a.Area, a.Day) {
		if err := s.db.Raw().QueryRow(ctx, query, args...).Scan(&there); err != nil {
			return fmt.Errorf("look for an audience: %w", err)
		}
	}
	if !there {
		return fault.Wrong(fault.Field{Name: "audience." + name, Key: "choice"})
	}
	return nil
}

// Reach implements inbox.API.
func (s *Service) Reach(ctx context.Context, a inbox.Audience) (inbox.Reach, error) {
	in := api.ScopeOf(ctx, access.Agency)
	if err := s.audience(ctx, a, in.All, in.Over); err != nil {
		return inbox.Reach{}, err
	}
	r := inbox.Reach{Now: s.now()}
	condition, of := audienceSQL(a, 3)
	err := s.db.Raw().QueryRow(ctx, `
SELECT count(*), coalesce(sum(d.count), 0), coalesce(sum(d.count) FILTER (WHERE $1 = ANY (s.muted)), 0),
  coalesce((SELECT name FROM areas WHERE code = $2), (SELECT q.name FROM queue_days y JOIN queues q ON q.id = y.queue_id WHERE y.id = $2), '')
FROM people p LEFT JOIN inbox_settings s ON s.person_id = p.id
LEFT JOIN (SELECT person_id, count(*) AS count FROM push_devices GROUP BY person_id) d ON d.person_id = p.id
WHERE p.closed_at IS NULL AND `+condition, append([]any{string(inbox.News), a.Area + a.Day}, of...)...).Scan(&r.People, &r.Devices, &r.Muted, &r.Name)
	if err != nil {
		return r, fmt.Errorf("count an audience: %w", err)
	}
	return r, nil
}

// Audiences implements inbox.API.
func (s *Service) Audiences(ctx context.Context) (inbox.Audiences, error) {
	list, in := inbox.Audiences{Now: s.now()}, api.ScopeOf(ctx, access.Agency)
	rows, _ := s.db.Raw().Query(ctx, `
SELECT d.id, p.agency_id, q.name || ', ' || p.name, d.opens, w.count
FROM queue_days d JOIN queues q ON q.id = d.queue_id JOIN places p ON p.id = q.place_id,
  LATERAL (SELECT count(DISTINCT account_id)::int AS count FROM tickets t WHERE t.day_id = d.id AND t.stage IN `+inLine+`) w
WHERE d.date = $1::date AND w.count > 0 AND ($2 OR p.agency_id IN (SELECT agencies_below($3)))
ORDER BY p.name COLLATE "C", q.name COLLATE "C", d.opens`, string(calendar.DateOf(list.Now.In(s.loc))), in.All, in.Over)
	var err error
	if list.Days, err = pgx.CollectRows(rows, pgx.RowToStructByPos[inbox.AudienceDay]); err != nil {
		return list, fmt.Errorf("list audiences: %w", err)
	}
	return list, nil
}
