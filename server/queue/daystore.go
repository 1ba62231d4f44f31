package queue

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// spot is a place as it stands in rows of others.
type spot struct {
	PlaceID, PlaceName, PlaceAddress string
	PlaceLon, PlaceLat               float64
	PlacePrecision                   place.Precision
}

const spotColumns = `p.id AS place_id, p.name AS place_name, p.address AS place_address, p.lon AS place_lon, p.lat AS place_lat, p.precision AS place_precision`

func (s spot) ref() queue.PlaceRef {
	return queue.PlaceRef{ID: s.PlaceID, Name: s.PlaceName, Address: s.PlaceAddress, Lon: s.PlaceLon, Lat: s.PlaceLat, Precision: s.PlacePrecision}
}

// lineRow is a queue-day as the tables know it; who stands where is in its
// state.
type lineRow struct {
	ID, QueueID, Name, Who, Icon string
	Active, Payers               bool
	Date                         calendar.Date
	Opens, Closes                place.Minute
	OpensAt, ClosesAt            time.Time
	Days, Before                 int
	RegularLimit, RegularTaken   int
	PriorityLimit, PriorityTaken int
	JknLimit, JknTaken           int
	OtherLimit, OtherTaken       int
	Rules                        string // JSON
	Mine                         string // id of a live ticket of the reader; "" for none
	spot
}

const daySQL = `
SELECT d.id, d.queue_id, q.name, q.who, q.icon, q.active, q.payers, d.date::text AS date, d.opens, d.closes, d.opens_at, d.closes_at,
  q.days, q.before, d.regular_limit, d.regular_taken, d.priority_limit, d.priority_taken, d.jkn_limit, d.jkn_taken, d.other_limit, d.other_taken,
  q.rules::text AS rules, ` + spotColumns + `,
  CASE WHEN ?0 = '' THEN '' ELSE coalesce((SELECT t.id FROM tickets t WHERE t.account_id = ?0 AND t.day_id = d.id
    AND t.stage IN ('waiting', 'away', 'called', 'serving', 'skipped') ORDER BY t.number LIMIT 1), '') END AS mine
FROM queue_days d
JOIN queues q ON q.id = d.queue_id
JOIN places p ON p.id = q.place_id
WHERE `

// byName is the order of lists of queues; those that are over come last. A queue that was taken away stays
// in them while it has numbers.
const byName = ` AND (q.active OR d.last > 0) ORDER BY d.status IN ('closed', 'cancelled'), q.name COLLATE "C", d.opens, d.id`

// byVisit is the same for those who choose one: medicine is the end of a
// visit, and few come for nothing else.
const byVisit = ` AND (q.active OR d.last > 0) ORDER BY d.status IN ('closed', 'cancelled'), q.stage = 'pharmacy', q.name COLLATE "C", d.opens, d.id`

// listDays are the queue-days for which a condition holds; account is whose
// tickets are looked for, "" for nobody's. ?0 is the account, so the
// condition begins with ?1.
func (s *Service) listDays(ctx context.Context, account, where string, args ...any) ([]lineRow, error) {
	var rows []lineRow
	err := s.db.NewRaw(daySQL+where, append([]any{account}, args...)...).Scan(ctx, &rows)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("list queue-days: %w", err)
	}
	return rows, nil
}

// findDay is one of them. Fault: unknown.
func (s *Service) findDay(ctx context.Context, account, id string) (lineRow, error) {
	if !database.Storable(id) {
		return lineRow{}, fault.New(fault.Unknown, "unknown")
	}
	rows, err := s.listDays(ctx, account, `d.id = ?1`, id)
	if err == nil && len(rows) == 0 {
		err = fault.New(fault.Unknown, "unknown")
	}
	if err != nil {
		return lineRow{}, err
	}
	return rows[0], nil
}

// findDays are those of some ids, as nobody in particular sees them.
func (s *Service) findDays(ctx context.Context, ids []string) (map[string]lineRow, error) {
	rows, err := s.listDays(ctx, "", `d.id IN (?1)`, bun.List(ids))
	found := make(map[string]lineRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

// placeFresh is how long it is believed that a place is there.
const placeFresh = 10 * time.Minute

// stands makes sure that there is such a place, before anything is made or
// remembered for a name that somebody made up. Fault: unknown.
func (s *Service) stands(ctx context.Context, id string) error {
	_, err := s.memos.places.get(id, s.now(), placeFresh, func() (there bool, err error) {
		if database.Storable(id) {
			err = s.db.NewRaw(`SELECT EXISTS (SELECT FROM places WHERE id = ?)`, id).Scan(ctx, &there)
		}
		switch {
		case err != nil:
			return false, fmt.Errorf("look for place %s: %w", id, err)
		case !there:
			return false, fault.New(fault.Unknown, "unknown")
		}
		return true, nil
	})
	return err
}

// when is a place with the dates of its queue-days that can be booked or
// have begun.
type when struct {
	spot
	Dates string // JSON, in order
	Date  calendar.Date
}

// when finds a place and the day to show: today while a queue of today is
// not over, else the next with a queue. Fault: unknown.
func (s *Service) when(ctx context.Context, id string) (when, []calendar.Date, error) {
	var w when
	now := s.now()
	err := s.db.NewRaw(`
WITH dates AS (
  SELECT d.date, bool_or(d.closes_at > ?1 OR d.status IN ('open', 'paused')) AS ahead
  FROM queues q JOIN queue_days d ON d.queue_id = q.id
  WHERE q.place_id = ?0 AND (q.active OR d.last > 0) AND d.date >= ?2::date AND d.date <= ?2::date + q.days
  GROUP BY d.date
)
SELECT `+spotColumns+`, (SELECT coalesce(json_agg(date ORDER BY date), '[]')::text FROM dates) AS dates,
  coalesce((SELECT min(date) FROM dates WHERE ahead), (SELECT min(date) FROM dates), ?2::date)::text AS date
FROM places p WHERE p.id = ?0 AND p.retired_at IS NULL`, id, now, string(s.today())).Scan(ctx, &w)
	if errors.Is(err, sql.ErrNoRows) {
		return w, nil, fault.New(fault.Unknown, "unknown")
	}
	dates := []calendar.Date{}
	if err == nil {
		err = json.Unmarshal([]byte(w.Dates), &dates)
	}
	if err != nil {
		return w, nil, fmt.Errorf("read the days of place %s: %w", id, err)
	}
	return w, dates, nil
}

// today is the date on the regency's clock.
func (s *Service) today() calendar.Date { return calendar.DateOf(s.now().In(s.loc)) }
