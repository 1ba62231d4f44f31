package queue_test

import (
	"context"
	"testing"
	"time"

	"rumah/server/dbtest"
	"rumah/server/queue"
	"rumah/server/vault"
	"rumah/shared/fault"
	shared "rumah/shared/queue"
)

// What a partner reads of the queues comes from the same tables as all else.
func TestClinicsRead(t *testing.T) {
	t.Parallel()
	db, ctx := dbtest.Open(t), t.Context()
	for _, sql := range []string{
		`INSERT INTO sources (id, title, licence, date, url, note) VALUES ('s', 's', 's', '2026-01-01', '', '')`,
		`INSERT INTO schedules (id, confirmed, on_holiday, on_leave, source_id) VALUES ('s', true, false, false, 's')`,
		`INSERT INTO agencies (id, code, short, name, kind, source_id) VALUES ('rsud', 'r', 'r', 'RSUD', 'hospital', 's')`,
		`INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id)
		 VALUES ('rsud-a', 'RSUD A', 'hospital', 'rsud', '', '', 112, -7, 'exact', 's', '', '', 's')`,
		`INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
		 VALUES ('anak', 'rsud-a', 'Poli Anak', 'dr. Ratna', '', 'A', true, 'service', 'ANA', 12346, 2, false, 7, 0, 0, 0, true, 300, '[]'),
		        ('apotek', 'rsud-a', 'Apotek', '', '', 'F', true, 'pharmacy', '', 0, 2, false, 7, 0, 0, 0, false, 300, '[]')`,
		`INSERT INTO queue_sessions (queue_id, day, opens, closes, regular, priority, jkn, other) VALUES ('anak', 2, 480, 720, 40, 0, 30, 5)`,
		`INSERT INTO queue_closures (id, queue_id, from_date, to_date, reason, made_at) VALUES ('c', 'anak', '2026-12-01', '2026-12-02', 'cuti', now())`,
		`INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
		 SELECT q || '-20261124-0800', q, '2026-11-24', 480, 720, '2026-11-24T01:00Z', '2026-11-24T05:00Z', 'open', 'e', -1, 0, 30, 5, '{}' FROM unnest(ARRAY['anak', 'apotek']) q`,
		`INSERT INTO visits (id, place_id, date, begun_at) VALUES ('v', 'rsud-a', '2026-11-24', now())`,
		`INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, person, holder, ground, payer, via, requester, request_key, visit_id, promised, taken_at, present_at, called_at)
		 VALUES ('t1', 'anak-20261124-0800', 1, 'regular', 'called', 0, true, 'p1', '', '', 'other', 'phone', 'a', '1', 'v', '{}', '2026-11-24T00:00Z', '2026-11-24T01:00Z', '2026-11-24T01:10Z'),
		        ('t2', 'apotek-20261124-0800', 7, 'regular', 'waiting', 0, true, 'p1', '', '', 'other', 'move', 'a', '2', 'v', '{}', '2026-11-24T02:00Z', NULL, NULL),
		        ('t3', 'anak-20261124-0800', 2, 'regular', 'waiting', 0, true, 'p3', '', '', 'jkn', 'phone', 'a', '3', NULL, '{}', '2026-11-24T00:00Z', NULL, NULL),
		        ('t4', 'anak-20261124-0800', 3, 'regular', 'waiting', 0, true, 'p4', '', '', 'other', 'bpjs', 'a', '4', NULL, '{}', '2026-11-24T00:00Z', NULL, NULL)`,
	} {
		if _, err := db.ExecContext(ctx, sql); err != nil {
			t.Fatal(err)
		}
	}
	v, err := vault.New("a key of this house for tests only")
	if err != nil {
		t.Fatal(err)
	}
	wib := time.FixedZone("WIB", 7*3600)
	c := queue.New(db, time.Now, wib, queue.Options{Vault: v}).Clinics()
	for _, n := range []struct {
		place, poli         string
		doctor              int
		hasPoli, hasDoctors bool
	}{{"rsud-a", "ANA", 12346, true, true}, {"rsud-a", "ANA", 1, true, false}, {"rsud-a", "INT", 12346, false, false}, {"rsud-b", "ANA", 12346, false, false}} {
		if poli, doctor, err := c.Names(ctx, n.place, n.poli, n.doctor); err != nil || poli != n.hasPoli || doctor != n.hasDoctors {
			t.Errorf("%+v: %t %t %v", n, poli, doctor, err)
		}
	}
	tuesday := queue.Clinic{Place: "rsud-a", Poli: "ANA", Doctor: 12346, Date: "2026-11-24", Opens: 480, Closes: 720}
	d, err := c.Plan(ctx, tuesday)
	if err != nil || d.ID != "anak-20261124-0800" || d.Name != "Poli Anak" || d.Who != "dr. Ratna" || d.JKN.Limit != 30 || d.Other.Limit != 5 || !d.OpensAt.Equal(time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v %v", d, err)
	}
	for name, change := range map[string]func(*queue.Clinic){
		"a Wednesday": func(c *queue.Clinic) { c.Date = "2026-11-25" }, "the doctor is away": func(c *queue.Clinic) { c.Date = "2026-12-01" },
		"other hours": func(c *queue.Clinic) { c.Closes = 700 }, "another doctor": func(c *queue.Clinic) { c.Doctor = 2 },
	} {
		other := tuesday
		change(&other)
		if _, err := c.Plan(ctx, other); !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	steps, err := c.Steps(ctx, []string{"t1", "t3"})
	if err != nil || len(steps) != 3 || steps[0].ID != "t1" || steps[0].Part != shared.Service || steps[0].Called.IsZero() || !steps[0].Ended.IsZero() ||
		steps[1].ID != "t2" || steps[1].Of != "t1" || steps[1].Part != shared.Pharmacy || steps[1].Number != 7 || steps[2].Of != "t3" {
		t.Errorf("%+v %v", steps, err)
	}
	walked, err := c.Visitors(ctx, "rsud-a", "2026-11-24")
	if err != nil || len(walked) != 1 || walked[0].Ticket != "t1" || walked[0].Label() != "A-001" || walked[0].Date != "2026-11-24" {
		t.Errorf("%+v %v", walked, err)
	}
	if err := c.Cancel(context.Background(), "nobody's"); !fault.Is(err, fault.Unknown) {
		t.Error(err)
	}
	if _, err := c.Pharmacy(ctx, "t4", "a", "b"); !fault.Is(err, fault.Unknown) { // no pharmacy follows
		t.Error(err)
	}
}
