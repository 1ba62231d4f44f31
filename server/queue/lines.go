package queue

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/queue"
)

// farthest is how many days ahead any queue may be booked.
const farthest = 30

// Lines implements queue.API.
func (s *Service) Lines(ctx context.Context, of queue.LinesOf) (queue.Lines, error) {
	if of.Date != "" && !of.Date.Valid() {
		return queue.Lines{}, fault.Wrong(fault.Field{Name: "date", Key: "date"})
	}
	return s.linesFor(ctx, citizen(ctx), of)
}

// citizen is the account of who asks; "" for guests and for staff, who take
// no numbers.
func citizen(ctx context.Context) string {
	if who := api.Actor(ctx); who.May(access.Citizen) {
		return who.ID
	}
	return ""
}

func (s *Service) linesFor(ctx context.Context, account string, of queue.LinesOf) (queue.Lines, error) {
	if err := s.stands(ctx, of.Place); err != nil {
		return queue.Lines{}, err
	}
	today := s.today()
	if err := s.prepare(ctx, "", of.Place, today, today.Add(farthest)); err != nil {
		return queue.Lines{}, err
	}
	at, dates, err := s.when(ctx, of.Place)
	if err != nil {
		return queue.Lines{}, err
	}
	l := queue.Lines{Place: at.ref(), Date: of.Date, Days: dates, Items: []queue.Line{}, Now: s.now()}
	if l.Date == "" {
		l.Date = at.Date
	}
	rows, err := s.listDays(ctx, account, `q.place_id = ?1 AND d.date = ?2`+byVisit, of.Place, string(l.Date))
	if err != nil {
		return queue.Lines{}, err
	}
	for _, row := range rows {
		state, err := s.state(ctx, row.ID)
		if err != nil {
			return queue.Lines{}, err
		}
		l.Items = append(l.Items, s.line(row, state))
	}
	// What can be had now comes first: half a screen of what is not open yet
	// would hide it.
	slices.SortStableFunc(l.Items, func(a, b queue.Line) int { return shutLast(a) - shutLast(b) })
	l.Rules, err = laneRules(rows)
	return l, err
}

func shutLast(l queue.Line) int {
	if l.Open || l.Mine != "" {
		return 0
	}
	return 1
}

// laneRules are who may use the priority lanes of some queues.
func laneRules(rows []lineRow) ([]queue.LaneRule, error) {
	all := []queue.LaneRule{}
	for _, row := range rows {
		var own []queue.LaneRule
		if err := json.Unmarshal([]byte(row.Rules), &own); err != nil {
			return nil, fmt.Errorf("read the rules of %s: %w", row.QueueID, err)
		}
		for _, rule := range own {
			if !slices.ContainsFunc(all, func(r queue.LaneRule) bool { return r.Who == rule.Who }) {
				all = append(all, rule)
			}
		}
	}
	return all, nil
}

// Day implements queue.API.
func (s *Service) Day(ctx context.Context, id queue.DayID) (queue.DayView, error) {
	row, err := s.findDay(ctx, citizen(ctx), id.Day)
	if err != nil {
		return queue.DayView{}, err
	}
	return s.dayView(ctx, row)
}

func (s *Service) dayView(ctx context.Context, row lineRow) (queue.DayView, error) {
	state, err := s.state(ctx, row.ID)
	if err != nil {
		return queue.DayView{}, err
	}
	return queue.DayView{Line: s.line(row, state), Place: row.ref(), State: whole(state), Now: s.now()}, nil
}

// lineOf is a day as a line of its place, as everybody may know it.
func (s *Service) lineOf(ctx context.Context, day string) (queue.Line, error) {
	line, _, err := s.lineAt(ctx, day)
	return line, err
}

// lineAt is lineOf with the place.
func (s *Service) lineAt(ctx context.Context, day string) (line queue.Line, placeID string, err error) {
	if !database.Storable(day) {
		return line, "", fault.New(fault.Unknown, "unknown")
	}
	row, there, err := s.rows.Get(ctx, day)
	switch {
	case err != nil:
		return line, "", err
	case !there:
		return line, "", fault.New(fault.Unknown, "unknown")
	}
	state, err := s.state(ctx, day)
	if err != nil {
		return line, "", err
	}
	return s.line(row, state), row.PlaceID, nil
}

// line is a queue-day in a list.
func (s *Service) line(row lineRow, state *queue.State) queue.Line {
	now := s.now()
	l := queue.Line{
		Day: row.ID, Queue: row.QueueID, Name: row.Name, Who: row.Who, Icon: row.Icon, Prefix: state.Prefix, Date: row.Date,
		Opens: row.Opens, Closes: row.Closes, Status: state.Head.Status, Reason: state.Head.Reason, Waiting: state.Waiting(),
		Calls: make([]queue.Call, len(state.Calls)), Wait: map[queue.Lane]queue.Range{},
		Payer: row.Payers, Slots: state.Slots(now.UnixMilli()), Mine: row.Mine, Version: state.Version,
	}
	for i, c := range state.Calls {
		if counter, known := state.Counter(c.Counter); known {
			c.Counter = counter.Name
		}
		l.Calls[i] = c
	}
	if l.Slots == nil {
		l.Slots = []queue.Slot{}
	}
	l.Left, l.JKN, l.Other = row.left()
	l.Open = s.takes(row, l, now) && (state.Head.SlotFor == 0 || queue.FirstFree(l.Slots) != 0)
	if !state.Head.Status.Over() {
		slot := queue.FirstFree(l.Slots)
		l.Wait[queue.Regular] = state.WaitFor(queue.Regular, slot, now)
		if state.Head.Priority.Limit != 0 {
			l.Wait[queue.Priority] = state.WaitFor(queue.Priority, slot, now)
		}
	}
	return l
}

// left is how many numbers can still be taken, in all and by payer; -1 for
// no limit.
func (d lineRow) left() (all, jkn, other int) {
	all, jkn, other = sum(quotaLeft(d.RegularLimit, d.RegularTaken), quotaLeft(d.PriorityLimit, d.PriorityTaken)), -1, -1
	if d.Payers {
		jkn, other = quotaLeft(d.JknLimit, d.JknTaken), quotaLeft(d.OtherLimit, d.OtherTaken)
		all = least(all, sum(jkn, other))
		jkn, other = least(jkn, all), least(other, all)
	}
	return all, jkn, other
}

func quotaLeft(limit, taken int) int {
	if limit < 0 {
		return -1
	}
	return max(0, limit-taken)
}

func sum(a, b int) int {
	if a < 0 || b < 0 {
		return -1
	}
	return a + b
}

func least(a, b int) int {
	switch {
	case a < 0:
		return b
	case b < 0:
		return a
	}
	return min(a, b)
}

// takes reports whether numbers of a day are given now, booked times aside.
func (s *Service) takes(row lineRow, l queue.Line, now time.Time) bool {
	return row.Active && !l.Status.Over() && l.Left != 0 && now.Before(row.ClosesAt) && !now.Before(s.begins(row))
}

// begins is when the numbers of a day begin: some days before, or some
// minutes before the opening where only today's can be taken.
func (s *Service) begins(row lineRow) time.Time {
	if row.Days > 0 {
		return row.Date.Add(-row.Days).Time(s.loc)
	}
	return row.OpensAt.Add(-time.Duration(row.Before) * time.Minute)
}

// whole is a state as it travels: its lists are never missing.
func whole(state *queue.State) queue.State {
	w := *state
	w.Payers = nil
	if w.Tickets == nil {
		w.Tickets = []queue.Ticket{}
	}
	if w.Counters == nil {
		w.Counters = []queue.Counter{}
	}
	if w.Calls == nil {
		w.Calls = []queue.Call{}
	}
	if w.Count == nil {
		w.Count = map[queue.Stage]int{}
	}
	return w
}
