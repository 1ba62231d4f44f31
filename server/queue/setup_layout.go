package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// layout is a queue as it is set up, with all that its days depend on.
type layout struct {
	ID        string          `json:"id"`
	Agency    string          `json:"agency"`
	Save      int64           `json:"save"`
	Place     queue.PlaceRef  `json:"place"`
	OnHoliday bool            `json:"on_holiday"`
	OnLeave   bool            `json:"on_leave"`
	Content   queue.Content   `json:"content"`
	Leaves    []queue.Closure `json:"leaves"` // those that are not over
}

// layoutSQL reads layouts of the queues q at the places p; ?0 is today.
const layoutSQL = `
SELECT json_build_object('id', q.id, 'agency', p.agency_id, 'save', q.save, 'on_holiday', h.on_holiday, 'on_leave', h.on_leave,
  'place', ` + placeJSON + `,
  'content', json_build_object('name', q.name, 'who', q.who, 'icon', q.icon, 'prefix', q.prefix, 'active', q.active, 'stage', q.stage,
    'next', coalesce(q.next_id, ''), 'poli', q.poli, 'doctor', q.doctor, 'share', q.share, 'checkin', q.check_in, 'days', q.days,
    'before', q.before, 'slot_for', q.slot_for, 'slot_of', q.slot_of, 'payers', q.payers, 'usual', q.usual, 'rules', q.rules,
    'week', (SELECT coalesce(json_agg(json_build_object('day', w.day, 'opens', w.opens, 'closes', w.closes, 'regular', w.regular,
        'priority', w.priority, 'jkn', w.jkn, 'other', w.other) ORDER BY w.day, w.opens), '[]') FROM queue_sessions w WHERE w.queue_id = q.id),
    'counters', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) ORDER BY c.id COLLATE "C"), '[]')
        FROM counters c WHERE c.queue_id = q.id AND c.retired_at IS NULL)),
  'leaves', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'from', l.from_date, 'to', l.to_date, 'reason', l.reason, 'struck', l.struck)
      ORDER BY l.from_date, l.id), '[]') FROM queue_closures l WHERE l.queue_id = q.id AND l.ended_at IS NULL AND l.to_date >= ?0::date))::text
FROM queues q JOIN places p ON p.id = q.place_id JOIN schedules h ON h.id = p.schedule_id
WHERE `

// placeJSON is the place p as a PlaceRef.
const placeJSON = `json_build_object('id', p.id, 'name', p.name, 'address', p.address, 'lon', p.lon, 'lat', p.lat, 'precision', p.precision)`

// layouts are the queues of which holds is true; its arguments begin at ?1.
func (s *Service) layouts(ctx context.Context, db bun.IDB, holds string, args ...any) ([]layout, error) {
	var rows []string
	err := db.NewRaw(layoutSQL+holds+` ORDER BY q.id`, append([]any{string(s.today())}, args...)...).Scan(ctx, &rows)
	list := make([]layout, len(rows))
	for i := range rows {
		if err == nil {
			err = json.Unmarshal([]byte(rows[i]), &list[i])
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read how queues are set up: %w", err)
	}
	return list, nil
}

// session is the opening of a date that begins at a minute.
func (l *layout) session(date calendar.Date, opens place.Minute) (queue.Session, bool) {
	day := date.Time(time.UTC).Weekday()
	i := slices.IndexFunc(l.Content.Week, func(w queue.Session) bool { return w.Day == day && w.Opens == opens })
	if i < 0 || !l.Content.Active {
		return queue.Session{}, false
	}
	return l.Content.Week[i], true
}

// leave is the one that closes the queue on a date; nil when none does.
func (l *layout) leave(date calendar.Date) *queue.Closure {
	for i := range l.Leaves {
		if l.Leaves[i].From <= date && date <= l.Leaves[i].To {
			return &l.Leaves[i]
		}
	}
	return nil
}

// off is the day off on which the queue's place is closed; nil on others.
func (l *layout) off(date calendar.Date, off calendar.Days) *calendar.DayOff {
	return place.Schedule{OnHoliday: l.OnHoliday, OnLeave: l.OnLeave}.At(date.Time(time.UTC), off).Off
}

// head is what a day of the queue begins as, but for its pace.
func (l *layout) head(date calendar.Date, w queue.Session, loc *time.Location) queue.Head {
	midnight := date.Time(loc)
	at := func(m place.Minute) int64 { return midnight.Add(time.Duration(m) * time.Minute).UnixMilli() }
	return queue.Head{
		Status: queue.Scheduled, Opens: at(w.Opens), Closes: at(w.Closes), Share: l.Content.Share, CheckIn: l.Content.CheckIn,
		SlotFor: l.Content.SlotFor, SlotOf: l.Content.SlotOf, Regular: queue.Pool{Limit: w.Regular}, Priority: queue.Pool{Limit: w.Priority},
	}
}

// payers are the places of a day by who pays; without limits in a queue that
// does not ask.
func (l *layout) payers(w queue.Session) map[queue.Payer]queue.Pool {
	if !l.Content.Payers {
		w.JKN, w.Other = -1, -1
	}
	return map[queue.Payer]queue.Pool{queue.JKN: {Limit: w.JKN}, queue.Other: {Limit: w.Other}}
}

// daysOff are those of some dates.
func (s *Service) daysOff(ctx context.Context, from, to calendar.Date) (calendar.Days, error) {
	var list []calendar.DayOff
	err := s.db.NewRaw(`SELECT date::text, name, kind FROM days_off WHERE date BETWEEN ?::date AND ?::date`, string(from), string(to)).Scan(ctx, &list)
	if err != nil {
		return nil, fmt.Errorf("read days off: %w", err)
	}
	return calendar.DaysOf(list), nil
}
