package inbox_test

import (
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
