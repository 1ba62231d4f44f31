package queue

import (
	"context"
	"rumah/shared/queue"
)

// Desks implements queue.API.
func (s *Service) Desks(ctx context.Context) (queue.Desks, error) {
	desks := queue.Desks{Places: []queue.DeskPlace{}, Now: s.now()}
	today := s.today()
	places, err := s.deskPlaces(ctx)
	if err != nil {
		return desks, err
	}
	for _, id := range places {
		if err := s.prepare(ctx, "", id, today, today); err != nil {
			return desks, err
		}
	}
	rows, err := s.listDays(ctx, "", `?2 AND (d.date = ?1 AND (q.active OR d.last > 0) OR d.date = ?1::date - 1 AND d.status IN ('open', 'paused')
  AND EXISTS (SELECT FROM tickets t WHERE t.day_id = d.id AND t.stage IN ('called', 'serving')))
ORDER BY p.name COLLATE "C", p.id, q.name COLLATE "C", d.opens, d.id`, string(today), servedBy(ctx).within())
	if err != nil {
		return desks, err
	}
	for _, row := range rows {
		line, err := s.deskLine(ctx, row)
		if err != nil {
			return desks, err
		}
		last := len(desks.Places) - 1
		if last < 0 || desks.Places[last].Place.ID != row.PlaceID {
			desks.Places = append(desks.Places, queue.DeskPlace{Place: row.ref()})
			last++
		}
		desks.Places[last].Queues = append(desks.Places[last].Queues, line)
	}
	return desks, nil
}

func (s *Service) deskLine(ctx context.Context, row lineRow) (queue.DeskLine, error) {
	state, err := s.state(ctx, row.ID)
	if err != nil {
		return queue.DeskLine{}, err
	}
	return queue.DeskLine{Line: s.line(row, state), Counters: whole(state).Counters}, nil
}

// Desk implements queue.API.
func (s *Service) Desk(ctx context.Context, id queue.DayID) (queue.Desk, error) {
	row, err := s.deskDay(ctx, id.Day)
	if err != nil {
		return queue.Desk{}, err
	}
	state, err := s.state(ctx, row.ID)
	if err != nil {
		return queue.Desk{}, err
	}
	desk := queue.Desk{Line: s.line(row, state), Place: row.ref(), State: whole(state), Near: []queue.DeskLine{}, Now: s.now()}
	guests, err := s.guests(ctx, row.ID, nil)
	if err != nil {
		return queue.Desk{}, err
	}
	if desk.People, err = s.visitors(ctx, guests); err != nil {
		return queue.Desk{}, err
	}
	if desk.Today, err = s.soFar(ctx, row, guests); err != nil {
		return queue.Desk{}, err
	}
	near, err := s.listDays(ctx, "", `q.place_id = ?1 AND d.date = ?2 AND d.id <> ?3`+byName, row.PlaceID, string(row.Date), row.ID)
	if err != nil {
		return queue.Desk{}, err
	}
	for _, other := range near {
		line, err := s.deskLine(ctx, other)
		if err != nil {
			return queue.Desk{}, err
		}
		desk.Near = append(desk.Near, line)
	}
	return desk, nil
}

// acted is what an officer reads after something was done at a counter.
func (s *Service) acted(ctx context.Context, day, counter string, got done) (queue.Acted, error) {
	now := s.now()
	a := queue.Acted{
		Version: got.version, Events: append([]queue.Event{}, got.events...), People: []queue.Visitor{}, Ahead: got.given.ahead,
		Undo: undoable(got, counter, now), Now: now,
	}
	numbers := touched(got)
	if len(numbers) == 0 {
		return a, nil
	}
	guests, err := s.guests(ctx, day, numbers)
	if err != nil {
		return queue.Acted{}, err
	}
	if len(guests) == 1 && guests[0].onPaper() {
		a.Link = s.shareLink(guests[0].ID, guests[0].Share)
	}
	a.People, err = s.visitors(ctx, guests)
	return a, err
}

// visitors are people as a counter sees them.
func (s *Service) visitors(ctx context.Context, guests []guest) ([]queue.Visitor, error) {
	var ids []string
	for _, g := range guests {
		if g.Visits {
			ids = append(ids, g.ID)
		}
	}
	visits, err := s.visits(ctx, ids)
	if err != nil {
		return nil, err
	}
	all := make([]queue.Visitor, len(guests))
	for i, g := range guests {
		v := queue.Visitor{
			Number: g.Number, Name: g.Holder, Age: g.Age, Ground: g.Ground, Payer: g.Payer, By: g.Via, Stage: g.Stage,
			Taken: g.TakenAt.UTC(), Called: g.CalledAt.UTC(), Ended: g.EndedAt.UTC(), Visit: visits[g.ID],
		}
		if v.Visit == nil {
			v.Visit = []queue.Step{}
		}
		all[i] = v
	}
	return all, nil
}
