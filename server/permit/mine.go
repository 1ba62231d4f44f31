package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/qr"
	"rumah/shared/access"
	"rumah/shared/permit"
)

const (
	// mostLive bounds what somebody has that is not over.
	mostLive = 200
	// pastPage is how many of those that are over one page has.
	pastPage = 20
)

// linesSQL makes lines of the applications in page, which stand in the order
// of its column at.
const linesSQL = `
SELECT coalesce(json_agg(json_build_object('id', a.id, 'service', json_build_object('id', s.id, 'name', s.name), 'place', json_build_object('id', p.id, 'name', p.name),
  'holder', a.holder, 'stage', a.stage, 'step', coalesce(a.head ->> 'step', ''), 'called', (
    SELECT coalesce(step -> 'name', '{}') FROM permit_services d, jsonb_array_elements(d.definition -> 'steps') step
    WHERE d.service_id = a.service_id AND d.version = a.edition AND step ->> 'id' = a.head ->> 'step'),
  'since', to_timestamp((a.head ->> 'since')::bigint / 1000.0), 'sent', a.sent_at, 'due', a.due_at, 'until', coalesce(a.until_at, CASE WHEN a.version = 0 THEN a.saved_at + interval '90 days' END), 'half', a.half_at, 'hot', a.hot_at,
  'officer', json_build_object('id', coalesce(a.officer_id, ''), 'name', coalesce(o.name, '')), 'seen', a.version, 'rank', a.rank) ORDER BY at), '[]')::text
FROM page a JOIN services s ON s.id = a.service_id JOIN places p ON p.id = a.place_id LEFT JOIN people o ON o.id = a.officer_id`

// ranked is a line with where it stands.
type ranked struct {
	permit.Line
	Rank int64 `json:"rank"`
}

func (l ranked) cursor() string { return api.Cursor(cursor{Rank: l.Rank, ID: l.ID}) }

// lines are the applications that a statement selects, which has a column at
// for their order.
func (s *Service) lines(ctx context.Context, page string, args ...any) ([]ranked, error) {
	var text string
	var lines []ranked
	err := s.db.NewRaw(`WITH page AS MATERIALIZED (`+page+`)`+linesSQL, args...).Scan(ctx, &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &lines)
	}
	if err != nil {
		return nil, fmt.Errorf("list applications: %w", err)
	}
	for i := range lines {
		l := &lines[i]
		l.Since, l.Sent, l.Due, l.Until, l.Half, l.Hot = utc(l.Since), utc(l.Sent), utc(l.Due), utc(l.Until), utc(l.Half), utc(l.Hot)
	}
	return lines, nil
}

// cursor is the last line of a page.
type cursor struct {
	Rank int64  `json:"r"`
	ID   string `json:"i"`
}

func readCursor(after string) (c cursor, err error) {
	if after == "" {
		return c, nil
	}
	if err := api.ReadCursor(after, &c); err != nil {
		return c, err
	}
	if c.ID == "" || !database.Storable(c.ID) {
		return c, api.BadCursor()
	}
	return c, nil
}

// Mine implements permit.API.
func (s *Service) Mine(ctx context.Context, of permit.MineOf) (permit.Mine, error) {
	mine, person := permit.Mine{Live: []permit.Line{}, Past: []permit.Line{}, Now: s.now()}, api.Actor(ctx).ID
	after, err := readCursor(of.After)
	if err != nil {
		return mine, err
	}
	if of.After == "" {
		live, err := s.lines(ctx, `
SELECT *, row_number() OVER (ORDER BY created_at DESC, id) AS at FROM applications WHERE person_id = ?0 AND NOT over ORDER BY created_at DESC, id LIMIT ?1`, person, mostLive)
		if err != nil {
			return mine, err
		}
		mine.Live = public(live)
	}
	past, err := s.lines(ctx, `
SELECT *, row_number() OVER (ORDER BY rank, id) AS at FROM applications WHERE person_id = ?0 AND over AND (?1 = '' OR (rank, id) > (?2, ?1))
ORDER BY rank, id LIMIT ?3`, person, after.ID, after.Rank, pastPage+1)
	if len(past) > pastPage {
		past = past[:pastPage]
		mine.Next = past[pastPage-1].cursor()
	}
	mine.Past = public(past)
	return mine, err
}

// public are lines without who in the office has them.
func public(rows []ranked) []permit.Line {
	list := make([]permit.Line, len(rows))
	for i, r := range rows {
		list[i] = r.Line
		list[i].Officer, list[i].Half, list[i].Hot = permit.Named{}, time.Time{}, time.Time{}
	}
	return list
}

// Application implements permit.API.
func (s *Service) Application(ctx context.Context, id permit.ID) (permit.Application, error) {
	d, err := s.own(ctx, id.ID)
	if err != nil {
		return permit.Application{}, err
	}
	a := permit.Application{
		Line: d.line(), Agency: permit.Named{ID: d.Agency, Name: d.AgencyName}, Member: d.Member, Form: d.schema, Day: s.day(d), Save: d.Save, Way: permit.WayOf(&d.definition),
		Version: d.Version, Head: d.state.Head.Public(), Events: []permit.Happened{}, May: d.may(), Erased: utc(d.ErasedAt.Time), Now: s.now(),
	}
	a.Officer, a.Half, a.Hot = permit.Named{}, time.Time{}, time.Time{}
	to := "/permohonan/" + d.ID
	if d.Version > 0 {
		a.Tracking = dashed(s.tracking(d.ID))
		to = "/lacak?kode=" + a.Tracking
	}
	if a.QR, a.QRSize, err = qr.Path(s.Origin + to); err != nil {
		return a, err
	}
	if b := d.state.Head.Bill; b != nil && b.QRIS != "" && d.state.Head.Stage == permit.Payment {
		if a.Pay, a.PaySize, err = qr.Path(b.QRIS); err != nil {
			return a, err
		}
	}
	if a.Answers, err = s.answers(d); err != nil {
		return a, err
	}
	events, _, err := s.happened(ctx, d.ID)
	for _, e := range events {
		if e.Tell == permit.TellNothing && e.Role != access.Citizen {
			continue // among colleagues
		}
		h := happenedOf(e)
		if e.Action != permit.Return {
			h.Marks = []permit.Mark{}
		}
		a.Events = append(a.Events, h)
	}
	return a, err
}

// may is what the applicant can do now.
func (d *dossier) may() []permit.Action {
	may := []permit.Action{}
	for _, t := range d.state.May(d.rules, applicant(d)) {
		if !slices.Contains(may, t.Action) {
			may = append(may, t.Action)
		}
	}
	if d.Version == 0 {
		may = append(may, permit.Cancel) // of which nothing remains
	}
	return may
}

// line is an application as lists have it.
func (d *dossier) line() permit.Line {
	h := d.state.Head
	l := permit.Line{
		ID: d.ID, Service: permit.Named{ID: d.Service, Name: d.ServiceName}, Place: permit.Named{ID: d.row.Place, Name: d.PlaceName}, Holder: d.Holder,
		Stage: h.Stage, Step: h.Step, Since: time.UnixMilli(h.Since).UTC(), Sent: utc(d.SentAt.Time), Due: utc(d.DueAt.Time), Until: utc(d.UntilAt.Time), Half: utc(d.HalfAt.Time), Hot: utc(d.HotAt.Time),
		Officer: permit.Named{ID: h.Officer, Name: d.OfficerName}, Seen: d.state.Version,
	}
	if d.Version == 0 {
		l.Until = d.SavedAt.Add(draftsKept).UTC()
	}
	if step, ok := d.definition.Step(h.Step); ok {
		l.Called = step.Name
	}
	return l
}

// happenedOf is an event without who did it.
func happenedOf(e permit.Event) permit.Happened {
	h := permit.Happened{Version: e.Version, At: time.UnixMilli(e.At).UTC(), Action: e.Action, From: e.From, To: e.To, Role: e.Role, Note: e.Note, Marks: []permit.Mark{}}
	if e.Action == permit.Return || e.Action == permit.MarkUp {
		h.Marks = append(h.Marks, e.Head.Marks...)
	}
	return h
}
