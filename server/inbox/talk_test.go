package inbox_test

import (
	"strings"
	"sync"
	"testing"

	"rumah/server/inbox"
	"rumah/shared/fault"
	contract "rumah/shared/inbox"
	"rumah/shared/words"
)

// cancelled tells somebody that a day of dinas does not take place: that may
// be replied to.
func (h *house) cancelled(person, thread string) contract.Line {
	h.t.Helper()
	h.tell(person, thread, func(n *inbox.Note) {
		n.Kind, n.Thread, n.Agency = contract.QueueCancelled, thread, "dinas"
		n.Values = func(words.Lang) map[string]string {
			return map[string]string{"antrean": "Poli Anak", "alasan": "Dokter sakit", "nomor": "A-041", "hari": "besok"}
		}
	})
	return h.newest(person)
}

// asks has somebody reply to a message of theirs, and answers the
// conversation as the desk of dinas finds it.
func (h *house) asks(person, thread, text string) contract.TalkLine {
	h.t.Helper()
	m := h.cancelled(person, thread)
	if _, err := h.Reply(h.as(person), contract.NewReply{ID: m.ID, Text: text}); err != nil {
		h.t.Fatal(err)
	}
	list, err := h.Talks(h.desk("rina", "dinas"), contract.TalksOf{})
	if err != nil {
		h.t.Fatal(err)
	}
	for _, l := range list.Items {
		if l.Text == text {
			return l
		}
	}
	h.t.Fatalf("the desk does not see %q: %+v", text, list)
	return contract.TalkLine{}
}

func (h *house) lastOf(t contract.Talk) string { return t.Said[len(t.Said)-1].ID }

// A person replies, an officer takes the conversation and is named, answers,
// and the answer is in the inbox of the same thread and on the phone.
func TestTalkFromReplyToAnswer(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	phone := h.browser("siti", "hp")
	line := h.asks("siti", "ticket:9", "Kapan buka lagi?")
	if !line.Waits || line.Who != "Siti" || line.Agency != "Dinas Kesehatan" || line.Owner != "" || line.Subject != "Poli Anak besok tidak jadi buka" {
		t.Errorf("%+v", line)
	}
	rina, wati := h.desk("rina", "dinas"), h.desk("wati", "dinas")
	talk, err := h.Own(rina, contract.Own{ID: line.ID})
	if err != nil || !talk.TalkLine.Own || talk.Owner != "Rina" || len(talk.Colleagues) != 1 || talk.Colleagues[0].Name != "Wati" {
		t.Fatalf("%+v %v", talk, err)
	}
	if n := len(talk.Said); n != 2 || !talk.Said[0].Own || talk.Said[1].Own || talk.Said[1].Who != "Siti" || talk.Said[1].Text != "Kapan buka lagi?" {
		t.Errorf("%+v", talk.Said)
	}
	view, err := h.Message(h.as("siti"), contract.ID{ID: h.newest("siti").ID})
	if err != nil || view.Owner != "Rina" || !view.CanReply {
		t.Errorf("%+v %v", view, err)
	}
	// Whoever is second sees what happened, takes it over, or is handed it.
	_, err = h.Own(wati, contract.Own{ID: line.ID})
	refused(t, err, fault.Conflict, "talk_taken")
	_, err = h.Answer(wati, contract.Answer{ID: line.ID, Text: "Saya jawab saja", Seen: h.lastOf(talk)})
	refused(t, err, fault.Conflict, "talk_taken")
	if talk, err = h.Own(wati, contract.Own{ID: line.ID, Over: true}); err != nil || talk.Owner != "Wati" {
		t.Errorf("%+v %v", talk, err)
	}
	_, err = h.Own(rina, contract.Own{ID: line.ID, Back: true})
	refused(t, err, fault.Conflict, "talk_taken")
	if talk, err = h.Own(wati, contract.Own{ID: line.ID, To: "rina"}); err != nil || talk.Owner != "Rina" || talk.TalkLine.Own {
		t.Errorf("%+v %v", talk, err)
	}
	_, err = h.Own(rina, contract.Own{ID: line.ID, To: "tono"})
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("handed to another agency: %v", err)
	}
	if talk, err = h.Answer(rina, contract.Answer{ID: line.ID, Text: "Buka lagi hari Senin pukul 07.00.", Seen: h.lastOf(talk), Close: true}); err != nil || talk.Waits || !talk.Closed {
		t.Fatalf("%+v %v", talk, err)
	}
	if last := talk.Said[len(talk.Said)-1]; !last.Own || last.Who != "Rina" {
		t.Errorf("%+v", last)
	}
	h.start()
	got := h.pushed(phone, "hp", 1)[0] // what was read before needs no push
	if got.Title != "Jawaban dari Dinas Kesehatan" || got.Body != "Buka lagi hari Senin pukul 07.00." || !strings.HasPrefix(got.URL, "/kotak/") {
		t.Errorf("%+v", got)
	}
	m := h.newest("siti")
	if m.Count != 2 || !m.Unread {
		t.Errorf("the answer is not in the thread: %+v", m)
	}
	view, err = h.Message(h.as("siti"), contract.ID{ID: m.ID})
	if err != nil || len(view.Said) != 3 || view.Said[2].Who != "Rina" || view.Link != "/antrean/1" {
		t.Errorf("%+v %v", view, err)
	}
	// A reply opens what was closed; it waits again, for who answered before.
	if _, err = h.Reply(h.as("siti"), contract.NewReply{ID: m.ID, Text: "Terima kasih."}); err != nil {
		t.Fatal(err)
	}
	talk, err = h.Talk(wati, contract.ID{ID: line.ID})
	if err != nil || talk.Closed || !talk.Waits || talk.Owner != "Rina" {
		t.Fatalf("%+v %v", talk, err)
	}
	// It needs no answer. Only who has read all of it may say so.
	_, err = h.Close(rina, contract.Close{ID: line.ID, Seen: talk.Said[len(talk.Said)-2].ID})
	refused(t, err, fault.Conflict, "talk_more")
	if talk, err = h.Close(rina, contract.Close{ID: line.ID, Seen: h.lastOf(talk)}); err != nil || !talk.Closed || talk.Waits {
		t.Errorf("%+v %v", talk, err)
	}
	if list, err := h.Talks(rina, contract.TalksOf{}); err != nil || list.Waiting != 0 || len(list.Items) != 0 {
		t.Errorf("%+v %v", list, err)
	}
	if list, err := h.Talks(rina, contract.TalksOf{Done: true, Mine: true, Text: "senin"}); err != nil || len(list.Items) != 1 {
		t.Errorf("%+v %v", list, err)
	}
}

// What the person wrote after the officer looked still waits.
func TestAnswerLeavesWaitingWhatWasNotSeen(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	line := h.asks("siti", "ticket:9", "Satu pertanyaan")
	rina := h.desk("rina", "dinas")
	seen, err := h.Talk(rina, contract.ID{ID: line.ID})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Reply(h.as("siti"), contract.NewReply{ID: h.newest("siti").ID, Text: "Dan satu lagi"}); err != nil {
		t.Fatal(err)
	}
	talk, err := h.Answer(rina, contract.Answer{ID: line.ID, Text: "Jawaban untuk yang pertama", Seen: h.lastOf(seen), Close: true})
	if err != nil || !talk.Waits || talk.Closed || talk.Owner != "Rina" {
		t.Errorf("%+v %v", talk, err)
	}
}

// Of two who take a conversation at once one has it, and the other is told.
func TestTwoOfficersTakeOneTalk(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	line := h.asks("siti", "ticket:9", "Halo")
	var won, lost int
	var mu sync.Mutex
	var both sync.WaitGroup
	for _, who := range []string{"rina", "wati", "rina", "wati", "rina", "wati"} {
		ctx := h.desk(who, "dinas")
		both.Go(func() {
			_, err := h.Answer(ctx, contract.Answer{ID: line.ID, Text: "Jawaban " + who})
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				won++
			case fault.Is(err, fault.Conflict):
				lost++
			default:
				t.Error(err)
			}
		})
	}
	both.Wait()
	if by := h.text(`SELECT count(DISTINCT author_id)::text FROM sayings WHERE staff`); won != 3 || lost != 3 || by != "1" {
		t.Errorf("%d won, %d lost, %s officers", won, lost, by)
	}
	if n := h.text(`SELECT count(*)::text FROM messages WHERE kind = 'talk_answer'`); n != "3" {
		t.Errorf("%s answers went out", n)
	}
}

// Those who wait longest stand first, page by page.
func TestTalksInTheOrderOfWaiting(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.exec(`
INSERT INTO people (id, kind, name, created_at) SELECT 'p' || i, 'citizen', 'Warga ' || i, now() FROM generate_series(1, 70) i;
INSERT INTO messages (person_id, thread, key, kind, topic, agency_id, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
SELECT 'p' || i, 'n', 'n', 'news', 'news', 'dinas', 0, 's', 'b', '', 'calm', false, false, false, now(), now() FROM generate_series(1, 70) i;
INSERT INTO talks (id, person_id, thread, agency_id, message_id, subject, waits_at, changed_at)
SELECT 't' || substr(m.person_id, 2), m.person_id, 'n', 'dinas', m.id, 's', CASE WHEN m.id % 2 = 0 THEN now() - m.id * interval '1 minute' END, now() - m.id * interval '1 minute' FROM messages m;
INSERT INTO sayings (talk_id, author_id, staff, body, at) SELECT id, person_id, false, 'Halo', now() FROM talks`)
	rina := h.desk("rina", "dinas")
	of, seen := contract.TalksOf{Done: true}, []contract.TalkLine{}
	for {
		list, err := h.Talks(rina, of)
		if err != nil || list.Waiting != 35 {
			t.Fatalf("%+v %v", list, err)
		}
		seen = append(seen, list.Items...)
		if of.After = list.Next; list.Next == "" {
			break
		}
	}
	if len(seen) != 70 {
		t.Fatalf("%d of 70", len(seen))
	}
	for i := 1; i < len(seen); i++ {
		a, b := seen[i-1], seen[i]
		switch {
		case !a.Waits && b.Waits, a.Waits && b.Waits && a.Since.After(b.Since), !a.Waits && !b.Waits && a.Since.Before(b.Since):
			t.Errorf("%d: %+v before %+v", i, a, b)
		}
	}
	_, err := h.Talks(rina, contract.TalksOf{After: "nonsense"})
	if !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

// What cannot be replied to is closed; the conversation of another agency is
// not there, and an account that was closed is not written to.
func TestTalksThatAreNotTheirs(t *testing.T) {
	t.Parallel()
	h := staffed(t)
	h.tell("siti", "k", func(n *inbox.Note) { n.Agency = "dinas" }) // a call
	_, err := h.Reply(h.as("siti"), contract.NewReply{ID: h.newest("siti").ID, Text: "Halo"})
	refused(t, err, fault.Conflict, "reply_closed")
	_, err = h.Reply(h.as("budi"), contract.NewReply{ID: h.newest("siti").ID, Text: "Halo"})
	refused(t, err, fault.Unknown, "unknown")
	line := h.asks("siti", "ticket:9", "Halo")
	tono := h.desk("tono", "lain")
	if list, err := h.Talks(tono, contract.TalksOf{Done: true}); err != nil || len(list.Items) != 0 || list.Waiting != 0 {
		t.Errorf("%+v %v", list, err)
	}
	for name, err := range map[string]error{
		"talk":   second(h.Talk(tono, contract.ID{ID: line.ID})),
		"own":    second(h.Own(tono, contract.Own{ID: line.ID, Over: true})),
		"answer": second(h.Answer(tono, contract.Answer{ID: line.ID, Text: "Saya dinas lain"})),
		"close":  second(h.Close(tono, contract.Close{ID: line.ID, Seen: "99999"})),
		"zero":   second(h.Talk(tono, contract.ID{ID: "\x00"})),
	} {
		if !fault.Is(err, fault.Unknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if talk, err := h.Talk(h.desk("ratu", ""), contract.ID{ID: line.ID}); err != nil || talk.Owner != "" {
		t.Errorf("%+v %v", talk, err)
	}
	h.exec(`UPDATE people SET closed_at = now() WHERE id = 'siti'`)
	_, err = h.Answer(h.desk("rina", "dinas"), contract.Answer{ID: line.ID, Text: "Halo juga"})
	refused(t, err, fault.Conflict, "reply_closed")
	if n := h.text(`SELECT count(*)::text FROM sayings WHERE staff`); n != "0" {
		t.Errorf("%s answers to nobody", n)
	}
}

func second[T any](_ T, err error) error { return err }
