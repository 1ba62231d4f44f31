package permit

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	contract "rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// reached is how much of its promised time an application has used up, in the
// steps in which somebody is told; 0 below the first.
func (s *Service) reached(d *dossier) int {
	most := 0
	for _, percent := range permit.Escalations {
		if at, ok := d.state.Head.Clock.Reaches(d.rules.Hours, d.definition.Promise, percent, s.now()); ok && !at.After(s.now()) {
			most = percent
		}
	}
	return most
}

// alarm is an application of which somebody is told now.
type alarm struct {
	*dossier `json:"-"`
	ID       string `json:"id"`
	Version  int64  `json:"version"`
	Percent  int    `json:"percent"`
	agency   string // whose move it is
}

// Escalate tells officers, and later their admins, that much of a promise is
// used up; each of them once.
func (s *Service) Escalate(ctx context.Context) error {
	for {
		var ids []string
		err := s.db.NewRaw(`SELECT id FROM applications WHERE alarm_at <= ?::timestamptz ORDER BY alarm_at, id LIMIT ?`, s.now().UTC(), guardBatch).Scan(ctx, &ids)
		if err != nil {
			return fmt.Errorf("find promises that are used up: %w", err)
		}
		if len(ids) == 0 {
			return nil
		}
		list, err := s.readAll(ctx, nil, `a.id = ANY(?1::text[]) AND a.alarm_at <= ?2::timestamptz`, pgdialect.Array(ids), s.now().UTC())
		if err != nil {
			return err
		}
		settled, err := s.sound(ctx, list)
		if err != nil {
			return err
		}
		if settled == 0 || len(ids) < guardBatch { // what is left others have at this moment: in a minute again
			return nil
		}
	}
}

// sound tells of some applications and notes that it did, all in one
// transaction. Those whose time has moved meanwhile are worked out anew. It
// answers how many of them need not be looked at again.
func (s *Service) sound(ctx context.Context, list []*dossier) (settled int, err error) {
	var alarms []alarm
	var stale []*dossier
	for _, d := range list {
		percent := s.reached(d)
		if percent <= d.Escalated {
			stale = append(stale, d)
			continue
		}
		_, agency, _ := d.step()
		alarms = append(alarms, alarm{dossier: d, ID: d.ID, Version: d.row.Version, Percent: percent, agency: agency})
	}
	if settled, err = s.recount(ctx, stale); err != nil || len(alarms) == 0 {
		return settled, err
	}
	data, err := json.Marshal(alarms)
	if err != nil {
		return settled, fmt.Errorf("write alarms as JSON: %w", err)
	}
	var told []string
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var ids []string
		err := tx.NewRaw(`
UPDATE applications a SET escalated = x.percent FROM jsonb_to_recordset(?::jsonb) x(id text, version bigint, percent smallint)
WHERE a.id = x.id AND a.version = x.version AND a.escalated < x.percent RETURNING a.id`, string(data)).Scan(ctx, &ids)
		if err != nil {
			return fmt.Errorf("note that a promise is used up: %w", err)
		}
		settled += len(ids)
		notes, err := s.alarmed(ctx, tx, alarms, ids)
		if err == nil && s.Inbox != nil {
			told, err = s.Inbox.Post(ctx, tx, notes...)
		}
		return err
	})
	if err == nil && len(told) > 0 {
		s.Inbox.Told(told)
	}
	return settled, err
}

// alarmed are the notes for those who must know: at first the officer, later
// the admins; of what nobody has who is there, the admins at once.
func (s *Service) alarmed(ctx context.Context, tx bun.Tx, alarms []alarm, ids []string) ([]inbox.Note, error) {
	noted, agencies, officers := map[string]bool{}, []string{}, []string{}
	for _, id := range ids {
		noted[id] = true
	}
	for _, a := range alarms {
		agencies, officers = append(agencies, a.agency), append(officers, a.state.Head.Officer)
	}
	admins, err := s.admins(ctx, tx, agencies)
	if err != nil {
		return nil, err
	}
	here, err := s.here(ctx, tx, officers)
	var notes []inbox.Note
	for _, a := range alarms {
		if !noted[a.ID] {
			continue
		}
		who := admins[a.agency]
		if officer := a.state.Head.Officer; here[officer] && a.Percent == permit.Escalations[0] {
			who = []string{officer}
		}
		for _, person := range who {
			notes = append(notes, s.alarmNote(a, person))
		}
	}
	return notes, err
}

func (s *Service) alarmNote(a alarm, person string) inbox.Note {
	percent := strconv.Itoa(a.Percent)
	due, _ := a.state.Head.Clock.Target(a.rules.Hours, a.definition.Promise, s.now())
	return inbox.Note{
		Person: person, Kind: contract.DeskDue, Thread: "desk:" + a.ID, Key: "desk:" + a.ID + ":" + percent, Link: "/meja/permohonan/" + a.ID, At: s.now().UTC(),
		Values: func(lang words.Lang) map[string]string {
			holder := words.PermitHeldBy.In(lang, a.OfficerName)
			if a.OfficerName == "" {
				holder = words.PermitHeldNot.In(lang)
			}
			return map[string]string{"layanan": a.ServiceName, "nomor": a.ID, "bagian": percent + " %", "tanggal": s.dayWords(lang, due), "petugas": holder}
		},
	}
}

// dayWords is a day as messages say it.
func (s *Service) dayWords(lang words.Lang, t time.Time) string {
	return words.Day(lang, calendar.DateOf(t.In(s.loc)))
}
