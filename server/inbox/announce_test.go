package inbox_test

import (
	"sync"
	"testing"

	"rumah/shared/fault"
	contract "rumah/shared/inbox"
)

// town gives the house two villages with people: siti lives in one, budi in
// the other, and some more do who read other languages.
func (h *house) town() {
	h.t.Helper()
	h.exec(`
INSERT INTO areas (code, name, kind, parent, postal, old_name, removed, lon, lat, outline, x, y, x0, y0, x1, y1, source_id)
VALUES ('35.15.01', 'Porong', 'district', NULL, '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's'), ('35.15.02', 'Krian', 'district', NULL, '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's'),
  ('35.15.01.2001', 'Kedungboto', 'desa', '35.15.01', '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's'), ('35.15.01.2002', 'Wunut', 'desa', '35.15.01', '', '', false, 0, 0, '', 0, 0, 0, 0, 0, 0, 's');
UPDATE people SET area_code = '35.15.01.2001' WHERE id = 'siti';
UPDATE people SET area_code = '35.15.02' WHERE id = 'budi';
INSERT INTO people (id, kind, name, area_code, created_at, closed_at) VALUES ('john', 'citizen', 'John', '35.15.01.2002', now(), NULL), ('mbah', 'citizen', 'Mbah', '35.15.01.2002', now(), NULL), ('pergi', 'citizen', '', '35.15.01.2002', now(), now());
INSERT INTO sessions (id, token_hash, person_id, method, device, created_at, seen_at, expires_at) SELECT id, sha256(id::bytea), id, 'code', '', now(), now(), now() + interval '1 day' FROM people WHERE id IN ('john', 'mbah');
INSERT INTO inbox_settings (person_id, lang, muted, changed_at) VALUES ('john', 'en', '{}', now()), ('mbah', 'jv', '{news}', now())`)
}

var porong = contract.Words{
	Title: "Air bersih mati sementara", Text: "Pipa induk diperbaiki sampai pukul 15.00.", TitleEN: "No water for a while", TextEN: "The main pipe is being repaired until 15:00.",
	Audience: contract.Audience{Area: "35.15.01"},
}

func (h *house) subjects() string {
	return h.text(`SELECT coalesce(string_agg(person_id || ': ' || subject, ', ' ORDER BY person_id), '') FROM messages WHERE kind = 'news'`)
}

// One writes, another approves, and everybody of the area reads it in the
// language they read; whoever muted news has it in the inbox only.
func TestAnnouncementToAnArea(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.town()
	phone := h.browser("john", "hp")
	h.browser("mbah", "bisu")
	h.browser("budi", "lain")
	rina, wati := h.desk("rina", "dinas"), h.desk("wati", "dinas")
	if r, err := h.Reach(rina, porong.Audience); err != nil || r.People != 3 || r.Devices != 2 || r.Muted != 1 || r.Name != "Porong" {
		t.Errorf("%+v %v", r, err)
	}
	if r, err := h.Reach(rina, contract.Audience{}); err != nil || r.People != 4 || r.Devices != 3 || r.Name != "" {
		t.Errorf("the regency: %+v %v", r, err)
	}
	if r, err := h.Reach(rina, contract.Audience{Area: "35.15.01.2002"}); err != nil || r.People != 2 {
		t.Errorf("a village: %+v %v", r, err)
	}
	a, err := h.Announce(rina, contract.Announce{Agency: "dinas", Words: porong})
	if err != nil || a.State != contract.Written || !a.Own || a.Author != "Rina" || a.Name != "Porong" || a.Save != 1 {
		t.Fatalf("%+v %v", a, err)
	}
	_, err = h.Approve(rina, contract.Decision{ID: a.ID, Save: 1})
	refused(t, err, fault.Denied, "own_draft")
	if h.subjects() != "" {
		t.Error("it went out before anybody approved")
	}
	better := porong
	better.Title = "Air bersih mati sampai sore"
	if a, err = h.Revise(rina, contract.Revise{ID: a.ID, Save: 1, Words: better}); err != nil || a.Save != 2 || a.Title != better.Title {
		t.Fatalf("%+v %v", a, err)
	}
	_, err = h.Approve(wati, contract.Decision{ID: a.ID, Save: 1})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	if a, err = h.Approve(wati, contract.Decision{ID: a.ID, Save: 2}); err != nil || a.State != contract.Sent || a.People != 3 || a.Approver != "Wati" || a.SentAt.IsZero() || a.Read != 0 {
		t.Fatalf("%+v %v", a, err)
	}
	if got := h.subjects(); got != "john: No water for a while, mbah: Air bersih mati sampai sore, siti: Air bersih mati sampai sore" {
		t.Errorf("%s", got)
	}
	h.start()
	if got := h.pushed(phone, "hp", 1)[0]; got.Title != "No water for a while" || got.Urgent || got.URL[:10] != "/en/kotak/" {
		t.Errorf("%+v", got)
	}
	for _, name := range []string{"bisu", "lain"} {
		if n := len(h.service.Arrivals(name)); n != 0 {
			t.Errorf("%s rang %d times", name, n)
		}
	}
	// How many read it is told, and a reply reaches the agency.
	m := h.newest("siti")
	view, err := h.Message(h.as("siti"), contract.ID{ID: m.ID})
	if err != nil || !view.CanReply || view.Sender != "Dinas Kesehatan" {
		t.Errorf("%+v %v", view, err)
	}
	if a, err = h.Announcement(rina, contract.ID{ID: a.ID}); err != nil || a.Read != 1 || a.People != 3 {
		t.Errorf("%+v %v", a, err)
	}
	_, err = h.Revise(rina, contract.Revise{ID: a.ID, Save: 2, Words: better})
	refused(t, err, fault.Conflict, "announced")
	_, err = h.Withdraw(rina, contract.Decision{ID: a.ID, Save: 2})
	refused(t, err, fault.Conflict, "announced")
}

// However often and by however many it is approved at once, it is sent once.
func TestAnnouncementIsSentOnce(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.town()
	a, err := h.Announce(h.desk("rina", "dinas"), contract.Announce{Agency: "dinas", Words: porong})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	sent := 0
	for _, who := range []string{"wati", "ratu", "wati", "ratu", "wati"} {
		ctx := h.desk(who, map[string]string{"wati": "dinas"}[who])
		all.Go(func() {
			_, err := h.Approve(ctx, contract.Decision{ID: a.ID, Save: 1})
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				sent++
			} else {
				refused(t, err, fault.Conflict, "announced")
			}
		})
	}
	all.Wait()
	if n := h.text(`SELECT count(*)::text FROM messages`); sent != 1 || n != "3" {
		t.Errorf("sent %d times, %s messages", sent, n)
	}
}

// What was revised by a colleague is theirs; what was withdrawn is not sent.
func TestAnnouncementTakenBack(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.town()
	rina, wati := h.desk("rina", "dinas"), h.desk("wati", "dinas")
	a, err := h.Announce(rina, contract.Announce{Agency: "dinas", Words: porong})
	if err != nil {
		t.Fatal(err)
	}
	if a, err = h.Revise(wati, contract.Revise{ID: a.ID, Save: 1, Words: porong}); err != nil || !a.Own || a.Author != "Wati" {
		t.Fatalf("%+v %v", a, err)
	}
	_, err = h.Approve(wati, contract.Decision{ID: a.ID, Save: 2})
	refused(t, err, fault.Denied, "own_draft")
	_, err = h.Withdraw(rina, contract.Decision{ID: a.ID, Save: 1})
	refused(t, err, fault.Conflict, "edited_meanwhile")
	if a, err = h.Withdraw(rina, contract.Decision{ID: a.ID, Save: 2, Reason: "pipanya sudah beres"}); err != nil || a.State != contract.Withdrawn || a.Reason != "pipanya sudah beres" {
		t.Fatalf("%+v %v", a, err)
	}
	_, err = h.Approve(rina, contract.Decision{ID: a.ID, Save: 2})
	refused(t, err, fault.Conflict, "announced")
	if got := h.subjects(); got != "" {
		t.Errorf("sent all the same: %s", got)
	}
	for state, n := range map[contract.AnnouncementState]int{contract.Written: 0, contract.Withdrawn: 1, "": 1} {
		if list, err := h.Announcements(rina, contract.AnnouncementsOf{State: state}); err != nil || len(list.Items) != n {
			t.Errorf("%q: %+v %v", state, list, err)
		}
	}
}

// Those who wait in a queue, whose language is another one, at night and
// though they want to hear nothing: it is urgent.
func TestUrgentAnnouncementToAQueue(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.town()
	h.line()
	h.exec(`
INSERT INTO tickets (id, day_id, number, lane, stage, slot, present, account_id, holder, ground, payer, via, requester, request_key, promised, taken_at)
SELECT 't' || n, 'hari', n, 'regular', stage, 0, true, who, '', '', 'other', 'phone', who, stage, '{}', now()
FROM (VALUES (1, 'mbah', 'waiting'), (2, 'budi', 'done'), (3, 'john', 'skipped'), (4, 'mbah', 'away'), (5, NULL, 'waiting')) AS v(n, who, stage) WHERE who IS NOT NULL;
UPDATE inbox_settings SET quiet_from = 0, quiet_to = 1439`)
	phone := h.browser("mbah", "hp")
	rina := h.desk("rina", "dinas")
	list, err := h.Audiences(rina)
	if err != nil || len(list.Days) != 1 || list.Days[0].Waiting != 2 || list.Days[0].Name != "Poli Anak, RSUD" {
		t.Fatalf("%+v %v", list, err)
	}
	if list, err := h.Audiences(h.desk("tono", "lain")); err != nil || len(list.Days) != 0 {
		t.Errorf("%+v %v", list, err)
	}
	w := porong
	w.Urgent, w.Audience = true, contract.Audience{Day: "hari"}
	if r, err := h.Reach(rina, w.Audience); err != nil || r.People != 2 || r.Name != "Poli Anak" {
		t.Errorf("%+v %v", r, err)
	}
	a, err := h.Announce(rina, contract.Announce{Agency: "dinas", Words: w})
	if err != nil || a.Name != "Poli Anak, RSUD" {
		t.Fatalf("%+v %v", a, err)
	}
	if a, err = h.Approve(h.desk("wati", "dinas"), contract.Decision{ID: a.ID, Save: 1}); err != nil || a.People != 2 {
		t.Fatalf("%+v %v", a, err)
	}
	if p := h.text(`SELECT string_agg(DISTINCT queue || priority, ',') FROM jobs.river_job WHERE kind = 'inbox_push'`); p != "now2" {
		t.Errorf("what is said to many stands in the way of calls: %s", p)
	}
	h.start()
	if got := h.pushed(phone, "hp", 1)[0]; !got.Urgent || got.Title != "Air bersih mati sementara" {
		t.Errorf("%+v", got)
	}
}

// Nobody speaks for another agency, to a queue of another one, or to an area
// there is not.
func TestAnnouncementsThatAreNotTheirs(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.town()
	tono := h.desk("tono", "lain")
	_, err := h.Announce(tono, contract.Announce{Agency: "dinas", Words: porong})
	refused(t, err, fault.Denied, "denied")
	for _, audience := range []contract.Audience{{Area: "35.15.99"}, {Day: "tidak-ada"}, {Day: "\x00"}} {
		w := porong
		w.Audience = audience
		if _, err := h.Announce(h.desk("rina", "dinas"), contract.Announce{Agency: "dinas", Words: w}); !fault.Is(err, fault.Invalid) {
			t.Errorf("%+v: %v", audience, err)
		}
		if _, err := h.Reach(tono, audience); !fault.Is(err, fault.Invalid) {
			t.Errorf("reach of %+v: %v", audience, err)
		}
	}
	a, err := h.Announce(h.desk("rina", "dinas"), contract.Announce{Agency: "dinas", Words: porong})
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"read":     second(h.Announcement(tono, contract.ID{ID: a.ID})),
		"revise":   second(h.Revise(tono, contract.Revise{ID: a.ID, Save: 1, Words: porong})),
		"approve":  second(h.Approve(tono, contract.Decision{ID: a.ID, Save: 1})),
		"withdraw": second(h.Withdraw(tono, contract.Decision{ID: a.ID, Save: 1})),
	} {
		if !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if list, err := h.Announcements(tono, contract.AnnouncementsOf{}); err != nil || len(list.Items) != 0 || len(list.Agencies) != 1 {
		t.Errorf("%+v %v", list, err)
	}
	if _, err := h.Approve(h.desk("ratu", ""), contract.Decision{ID: a.ID, Save: 1}); err != nil {
		t.Errorf("the regency's admin: %v", err)
	}
}
