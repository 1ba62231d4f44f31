package inbox_test

import (
	"encoding/json"
	"sync/atomic"
	"testing"
	"time"

	"rumah/server/inbox"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
)

// Figures count what became of an agency's messages, by kind, and how often
// people looked and found nothing new.
func TestFigures(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.browser("siti", "hp")
	for key, agency := range map[string]string{"a": "dinas", "b": "dinas", "c": "dinas", "d": "lain", "e": ""} {
		h.tell("siti", key, func(n *inbox.Note) { n.Agency, n.Thread = agency, "ticket:"+key })
	}
	h.tell("budi", "a", func(n *inbox.Note) { n.Agency, n.Kind = "dinas", contract.VisitOver })
	h.exec(`
UPDATE deliveries v SET state = 'sent', done_at = made_at + interval '200 ms', shown_at = made_at, opened_at = CASE WHEN m.key = 'b' THEN v.made_at END FROM messages m WHERE m.id = v.message_id AND m.key IN ('a', 'b');
UPDATE deliveries v SET state = 'expired', done_at = made_at FROM messages m WHERE m.id = v.message_id AND m.key = 'c';
INSERT INTO deliveries (message_id, way, state, made_at, done_at) SELECT id, 'phone', 'sent', sent_at, sent_at FROM messages WHERE key = 'c';
UPDATE messages SET read_at = now() WHERE key = 'b'`)
	h.line()
	h.holds("siti", 1)
	today := calendar.DateOf(time.Now().In(wib))
	for i, state := range []string{"5 orang", "5 orang", "5 orang", "4 orang"} {
		if _, err := h.Looked(h.as("siti"), contract.Look{Thread: "ticket:1", State: state}); err != nil {
			t.Fatal(err)
		}
		h.exec(`UPDATE looks SET at = at - interval '1 minute' * $1`, i+1)
	}
	f, err := h.Figures(h.desk("rina", "dinas"), contract.FiguresOf{})
	if err != nil || f.From != today.Add(-6) || f.To != today || len(f.Agencies) != 1 || len(f.Looks) != 7 {
		t.Fatalf("%+v %v", f, err)
	}
	want := contract.KindFigures{Kind: contract.TicketCalled, Messages: 3, Read: 1, Pushed: 3, Delivered: 2, Shown: 2, Opened: 1, Expired: 1, Other: 1, Half: 200, Most: 200}
	if len(f.Kinds) != 2 || f.Kinds[0] != want || f.Kinds[1].Kind != contract.VisitOver || f.Kinds[1].Messages != 1 || f.Kinds[1].Pushed != 0 {
		t.Errorf("%+v", f.Kinds)
	}
	if last := f.Looks[6]; last.Date != today || last.Looks != 4 || last.Empty != 2 || f.Looks[0].Looks != 0 {
		t.Errorf("%+v", f.Looks)
	}
	all, err := h.Figures(h.desk("ratu", ""), contract.FiguresOf{From: today, To: today})
	if err != nil || len(all.Kinds) != 2 || all.Kinds[0].Messages != 5 || len(all.Looks) != 1 {
		t.Errorf("%+v %v", all, err)
	}
	one, err := h.Figures(h.desk("ratu", ""), contract.FiguresOf{Agency: "lain"})
	if err != nil || len(one.Kinds) != 1 || one.Kinds[0].Messages != 1 || one.Agency != "lain" {
		t.Errorf("%+v %v", one, err)
	}
	if before, err := h.Figures(h.desk("rina", "dinas"), contract.FiguresOf{To: today.Add(-1)}); err != nil || len(before.Kinds) != 0 {
		t.Errorf("%+v %v", before, err)
	}
	_, err = h.Figures(h.desk("tono", "lain"), contract.FiguresOf{Agency: "dinas"})
	refused(t, err, fault.Unknown, "unknown")
	for _, wrong := range []contract.FiguresOf{{From: "x"}, {From: today, To: today.Add(-1)}, {From: "2026-01-01", To: "2026-12-01"}} {
		if _, err := h.Figures(h.desk("rina", "dinas"), wrong); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// line makes a queue of dinas that is open today.
func (h *house) line() {
	h.t.Helper()
	h.exec(`
INSERT INTO schedules VALUES ('j', true, false, false, 's');
INSERT INTO places (id, name, kind, agency_id, address, phone, lon, lat, precision, schedule_id, aliases, around, source_id) VALUES ('rsud', 'RSUD', 'hospital', 'dinas', '', '', 0, 0, 'none', 'j', '', '', 's');
INSERT INTO queues (id, place_id, name, who, icon, prefix, active, stage, poli, doctor, share, check_in, days, before, slot_for, slot_of, payers, usual, rules)
VALUES ('anak', 'rsud', 'Poli Anak', '', '', 'A', true, 'single', '', 0, 3, false, 7, 60, 0, 0, false, 300, '[]');
INSERT INTO queue_days (id, queue_id, date, opens, closes, opens_at, closes_at, status, epoch, regular_limit, priority_limit, jkn_limit, other_limit, first)
VALUES ('hari', 'anak', (now() AT TIME ZONE 'Asia/Jakarta')::date, 0, 1440, now(), now(), 'open', 'e', -1, -1, -1, -1, '{}')`)
}

// holds gives somebody a number of it.
func (h *house) holds(person string, number int) {
	h.t.Helper()
	h.exec(`
INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, account_id, holder, ground, payer, via, requester, request_key, promised, taken_at)
VALUES ($2::int::text, 'hari', $2, 'regular', 'waiting', 0, true, $1, '', '', 'other', 'phone', $1, $2::int::text, '{}', now())`, person, number)
}

// A look at what is somebody else's, or nothing, is none: it tells nothing,
// counts nothing and leaves nothing behind.
func TestALookAtWhatIsNotTheirs(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.line()
	h.holds("siti", 1)
	h.tell("siti", "a")
	for _, thread := range []string{"ticket:1", "ticket:2", "ticket:", "ticket", "x:1", "report:1", "news:1", "ticket:1:1", "ticket:\x00"} {
		got, err := h.Looked(h.as("budi"), contract.Look{Thread: thread, State: "3 orang"})
		if err != nil || got.News {
			t.Errorf("%q: %+v %v", thread, got, err)
		}
	}
	if n := h.text(`SELECT (SELECT count(*) FROM looks) || ' ' || (SELECT count(*) FROM look_days) || ' ' || (SELECT count(*) FROM messages WHERE read_at IS NULL)`); n != "0 0 1" {
		t.Errorf("looks, days and unread: %s", n)
	}
}

// Whoever looks at their number has read what was told of it: the bell knows
// at once, and no text is paid.
func TestWhoLooksHasRead(t *testing.T) {
	t.Parallel()
	var told atomic.Int32
	h := open(t, func(o *inbox.Options) {
		o.Publish = func(string, int64, int64, string, []json.RawMessage) { told.Add(1) }
	})
	h.line()
	h.holds("siti", 1)
	h.tell("siti", "a")
	h.tell("siti", "b")
	h.tell("siti", "other", func(n *inbox.Note) { n.Thread = "ticket:2" })
	h.tell("budi", "a")
	for i := range int32(2) {
		got, err := h.Looked(h.as("siti"), contract.Look{Thread: "ticket:1", State: "dipanggil"})
		if err != nil || got.News != (i == 0) || told.Load() != 1 {
			t.Errorf("look %d: %+v %v, told %d times", i, got, err, told.Load())
		}
	}
	if got := h.text(`SELECT string_agg(person_id || ' ' || key, ', ' ORDER BY id) FROM messages WHERE read_at IS NULL`); got != "siti other, budi a" {
		t.Errorf("unread: %s", got)
	}
	if u, err := h.Unread(h.as("siti")); err != nil || u.Count != 1 {
		t.Errorf("%+v %v", u, err)
	}
}
