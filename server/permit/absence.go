package permit

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/api"
	"rumah/server/inbox"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// mostMoved is how many applications of one absence are moved in one go.
const mostMoved = 500

// deputiesSQL are who could stand in for somebody: those who hold one of their
// roles for the same agency or one above it, at a place of theirs or at all.
const deputiesSQL = `
SELECT DISTINCT h.person_id FROM grants g JOIN grants h ON h.role = g.role AND h.person_id <> g.person_id AND h.revoked_at IS NULL
  AND (h.agency_id IS NULL OR g.agency_id IN (SELECT agencies_below(ARRAY[h.agency_id]))) AND (h.place_id IS NULL OR g.place_id IS NULL OR h.place_id = g.place_id)
WHERE g.person_id = ? AND g.revoked_at IS NULL AND g.role = ANY(?::text[])`

// Absence implements permit.API.
func (s *Service) Absence(ctx context.Context) (permit.Absence, error) {
	me, today := api.Actor(ctx).ID, string(s.today())
	a := permit.Absence{Stays: []permit.Line{}}
	var standing, deputies string
	err := s.db.NewRaw(`
SELECT coalesce((SELECT until::text FROM absences WHERE person_id = ?0 AND until >= ?1::date), ''),
  coalesce((SELECT deputy_id FROM absences WHERE person_id = ?0 AND until >= ?1::date), ''),
  coalesce((SELECT p.name FROM absences b JOIN people p ON p.id = b.deputy_id WHERE b.person_id = ?0 AND b.until >= ?1::date), ''),
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'away', b.until, 'has', (SELECT count(*) FROM applications a WHERE a.officer_id = p.id AND NOT a.over)) ORDER BY p.name, p.id), '[]')::text
   FROM absences b JOIN people p ON p.id = b.person_id WHERE b.deputy_id = ?0 AND b.until >= ?1::date),
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'away', coalesce(b.until::text, ''), 'has', (SELECT count(*) FROM applications a WHERE a.officer_id = p.id AND NOT a.over)) ORDER BY p.name, p.id), '[]')::text
   FROM (?2) d JOIN people p ON p.id = d.person_id AND p.closed_at IS NULL LEFT JOIN absences b ON b.person_id = p.id AND b.until >= ?1::date)`,
		me, today, bun.SafeQuery(deputiesSQL, me, pgdialect.Array(desks))).Scan(ctx, &a.Until, &a.Deputy.ID, &a.Deputy.Name, &standing, &deputies)
	if err == nil {
		err = errors.Join(json.Unmarshal([]byte(standing), &a.For), json.Unmarshal([]byte(deputies), &a.Deputies))
	}
	if err != nil {
		return a, fmt.Errorf("read an absence: %w", err)
	}
	if a.Until != "" {
		a.Stays, err = s.stays(ctx, me)
	}
	return a, err
}

// stays is what somebody who is away still has, but for what is with its
// applicant: that is given on when it comes back.
func (s *Service) stays(ctx context.Context, person string) ([]permit.Line, error) {
	rows, err := s.lines(ctx, `
SELECT *, row_number() OVER (ORDER BY rank, id) AS at FROM applications WHERE officer_id = ? AND NOT over AND stage <> 'returned' ORDER BY rank, id LIMIT ?`, person, mostDesk)
	lines := make([]permit.Line, len(rows))
	for i, r := range rows {
		lines[i] = r.Line
	}
	return lines, err
}

// Leave implements permit.API.
func (s *Service) Leave(ctx context.Context, in permit.Leave) (permit.Absence, error) {
	me, today := api.Actor(ctx).ID, s.today()
	if !in.Until.Valid() || in.Until < today || in.Until > today.Add(permit.MostAway) {
		return permit.Absence{}, fault.Wrong(fault.Field{Name: "until", Key: "choice"})
	}
	now, err := s.Absence(ctx)
	if err != nil {
		return now, err
	}
	able := false
	for _, d := range now.Deputies {
		able = able || d.ID == in.Deputy && d.Away == ""
	}
	if !able {
		return now, fault.Wrong(fault.Field{Name: "deputy", Key: "choice"})
	}
	if err := s.leave(ctx, me, in); err != nil {
		return now, err
	}
	if err := s.standIn(ctx, absent{Person: me, Deputy: in.Deputy, Until: in.Until}); err != nil {
		return now, err
	}
	return s.Absence(ctx)
}

// leave writes an absence, unless its deputy has left at the same moment: two
// who stand in for each other would hand everything to and fro. Fault: invalid
// (deputy).
func (s *Service) leave(ctx context.Context, me string, in permit.Leave) error {
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		_, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended('absences', 0))`)
		var done sql.Result
		if err == nil {
			done, err = tx.NewRaw(`
INSERT INTO absences (person_id, deputy_id, until, made_at)
SELECT ?0, ?1, ?2::date, ?3 WHERE NOT EXISTS (SELECT FROM absences WHERE person_id = ?1 AND until >= ?4::date)
ON CONFLICT (person_id) DO UPDATE SET deputy_id = excluded.deputy_id, until = excluded.until, made_at = excluded.made_at`,
				me, in.Deputy, string(in.Until), s.now().UTC(), string(s.today())).Exec(ctx)
		}
		if err != nil {
			return fmt.Errorf("write an absence: %w", err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, fault.Wrong(fault.Field{Name: "deputy", Key: "choice"}))
		}
		return nil
	})
}

// ComeBack implements permit.API.
func (s *Service) ComeBack(ctx context.Context) error {
	if _, err := s.db.NewRaw(`DELETE FROM absences WHERE person_id = ?`, api.Actor(ctx).ID).Exec(ctx); err != nil {
		return fmt.Errorf("end an absence: %w", err)
	}
	return nil
}

// absent is somebody who is away.
type absent struct {
	Person, Deputy string
	Until          calendar.Date
}

// StandIn gives the deputies of those who are away what these have, and what
// came since. Absences that are over are forgotten.
func (s *Service) StandIn(ctx context.Context) error {
	today := string(s.today())
	if _, err := s.db.NewRaw(`DELETE FROM absences WHERE until < ?::date`, today).Exec(ctx); err != nil {
		return fmt.Errorf("forget absences: %w", err)
	}
	var away []absent
	err := s.db.NewRaw(`
SELECT b.person_id AS person, b.deputy_id AS deputy, b.until::text AS until FROM absences b
WHERE EXISTS (SELECT FROM applications a WHERE a.officer_id = b.person_id AND NOT a.over AND a.stage <> 'returned') ORDER BY b.person_id`).Scan(ctx, &away)
	if err != nil {
		return fmt.Errorf("find who is away: %w", err)
	}
	var failed []error
	for _, a := range away {
		failed = append(failed, s.standIn(ctx, a))
	}
	return errors.Join(failed...)
}

// standIn gives a deputy what somebody who is away has. What the deputy may
// not do stays.
func (s *Service) standIn(ctx context.Context, a absent) error {
	by, err := s.officer(ctx, a.Person)
	if err != nil {
		return err
	}
	list, err := s.readAll(ctx, reachOf(by).agencies, `a.officer_id = ?1 AND NOT a.over AND a.stage <> 'returned' ORDER BY a.rank, a.id LIMIT ?2`, a.Person, mostMoved)
	if err != nil || len(list) == 0 {
		return err
	}
	abilities, err := s.abilities(ctx, a.Deputy, postsOf(list...))
	if err != nil {
		return err
	}
	items := make([]permit.Pick, len(list))
	for i, d := range list {
		items[i] = permit.Pick{ID: d.ID, Seen: d.Version}
	}
	g := giving{Service: s, by: by, to: a.Deputy, note: words.PermitAway.In(words.ID, words.DayMonth(words.ID, a.Until)), abilities: abilities}
	done, err := g.give(ctx, items, list)
	if err != nil {
		return err
	}
	return s.tellDeputy(ctx, by, a, done)
}

// tellDeputy tells a deputy of what they were given.
func (s *Service) tellDeputy(ctx context.Context, by access.Actor, a absent, done permit.Assigned) error {
	moved := 0
	for _, o := range done.Items {
		if o.Key == "" {
			moved++
		}
	}
	if moved == 0 || s.Inbox == nil {
		return nil
	}
	told, err := s.Inbox.Post(ctx, s.db, inbox.Note{
		Person: a.Deputy, Kind: contract.DeskDeputy, Thread: "deputy:" + a.Person, Key: "deputy:" + a.Person + ":" + strconv.FormatInt(s.now().UnixMilli(), 10), Link: "/meja/permohonan", At: s.now().UTC(),
		Values: func(lang words.Lang) map[string]string {
			return map[string]string{"petugas": by.Name, "tanggal": words.DayMonth(lang, a.Until), "banyak": words.Count(lang, moved)}
		},
	})
	if len(told) > 0 {
		s.Inbox.Told(told)
	}
	return err
}

// officer is somebody of the staff with what they may do.
func (s *Service) officer(ctx context.Context, id string) (access.Actor, error) {
	who := access.Actor{ID: id, Staff: true}
	var grants string
	err := s.db.NewRaw(`
SELECT p.name, (SELECT coalesce(json_agg(json_build_object('role', role, 'agency', coalesce(agency_id, ''), 'place', coalesce(place_id, ''))), '[]')::text FROM grants WHERE person_id = p.id AND revoked_at IS NULL)
FROM people p WHERE p.id = ?`, id).Scan(ctx, &who.Name, &grants)
	if err == nil {
		err = json.Unmarshal([]byte(grants), &who.Grants)
	}
	if err != nil {
		return who, fmt.Errorf("read what an officer may do: %w", err)
	}
	return who, nil
}
