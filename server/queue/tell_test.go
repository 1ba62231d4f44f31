package queue

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"rumah/server/api"
	"rumah/server/inbox"
	"rumah/server/jobs"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/queue"
)

// told is a day with people who have accounts, and inboxes behind it.
type toldDay struct {
	*engine
	s   *Service
	day string
}

func newTold(t *testing.T, edit func(*queue.State)) *toldDay {
	t.Helper()
	e := newEngine(t)
	v, err := vault.New("a key of thirty-two letters, or more")
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	box := inbox.New(e.db, e.now, engineZone, inbox.Options{Vault: v, Jobs: jobs.New(e.db, log), App: "Rumah", Log: log})
	s := New(e.db, e.now, engineZone, Options{Vault: v, Origin: "https://contoh.id", Log: log, Inbox: box})
	t.Cleanup(s.Close)
	e.queue("anak", "rs")
	d := &toldDay{engine: e, s: s, day: e.day("anak", 0, edit)}
	for _, p := range []string{"siti", "budi", "ani", "tono", "wati", "jaka"} {
		e.exec(`INSERT INTO people (id, kind, name, created_at) VALUES ($1, 'citizen', $1, now())`, p)
	}
	return d
}

// takes gives numbers to people with accounts.
func (d *toldDay) takes(people ...string) {
	d.t.Helper()
	for _, p := range people {
		w := d.take(p)
		w.holder.account = p
		d.must(d.s, d.day, w)
	}
}

// inboxOf is what somebody was told, the oldest first, and forgets it.
func (d *toldDay) inboxOf(person string) []string {
	d.t.Helper()
	rows, err := d.db.Raw().Query(context.Background(), `
WITH m AS (DELETE FROM messages WHERE person_id = $1 RETURNING id, kind, subject, body) SELECT kind || ': ' || subject || ' / ' || body FROM m ORDER BY id`, person)
	if err != nil {
		d.t.Fatal(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		d.t.Fatal(err)
	}
	return list
}

func (d *toldDay) wants(person string, want ...string) {
	d.t.Helper()
	got := d.inboxOf(person)
	if !slices.EqualFunc(got, want, func(g, w string) bool { return strings.HasPrefix(g, w) }) {
		d.t.Errorf("%s was told\n  %s\nwant\n  %s", person, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// What happens to a number its holder reads, and nobody else.
func TestHoldersAreTold(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.takes("siti", "budi", "ani", "tono", "wati", "jaka")
	d.wants("siti", "queue_taken: Nomor A-001 / Poli anak, Rumah Sakit. Senin, 23 Nov")
	for _, p := range []string{"budi", "ani", "tono", "wati", "jaka"} {
		d.inboxOf(p)
	}
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.wants("siti", "queue_called: A-001, silakan ke Ruang 1 / Giliran di Poli anak, Rumah Sakit.")
	d.wants("budi", "queue_next: Setelah ini giliran A-002")
	d.wants("ani", "queue_near: Tinggal 1 orang sebelum A-003")
	d.wants("wati", "queue_near: Tinggal 3 orang sebelum A-005")
	d.wants("jaka") // four go before them, and they chose nothing
	d.pass(time.Minute)
	d.must(d.s, d.day, officer(queue.Skip, "anak-1"))
	d.wants("siti", "queue_skipped: A-001 sudah dipanggil 10.00 / Nomor masih berlaku. Temui petugas Ruang 1")
	back := officer(queue.Return, "anak-1")
	back.Number, back.Places = 1, 2
	d.must(d.s, d.day, back)
	d.wants("siti", "queue_back: A-001 kembali ke antrean / Poli anak, Rumah Sakit. 2 orang di depan.")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.wants("budi", "queue_called: A-002")
	d.must(d.s, d.day, officer(queue.NotPresent, "anak-1"))
	d.wants("budi", "queue_absent: A-002 dilewati karena tidak hadir")
	d.wants("ani", "queue_next")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.must(d.s, d.day, officer(queue.Finish, "anak-1"))
	d.wants("ani", "queue_called: A-003", "queue_rate: Bagaimana pelayanan Poli anak?")
}

// An officer who called the wrong number takes it back, and its holder hears
// of both.
func TestUndoneCallIsTold(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.takes("siti")
	d.inboxOf("siti")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.must(d.s, d.day, officer(queue.Undo, "anak-1"))
	d.wants("siti", "queue_called", "queue_back: A-001 kembali ke antrean / Poli anak, Rumah Sakit. 0 orang di depan.")
}

// A day that rests, goes on or is cancelled is told to all who wait, with the
// reason.
func TestWholeDayIsTold(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.takes("siti", "budi")
	d.inboxOf("siti")
	pause := officer(queue.Pause, "")
	pause.Reason = "Dokter menangani gawat darurat"
	d.must(d.s, d.day, pause)
	d.wants("siti", "queue_paused: Poli anak berhenti sebentar / Dokter menangani gawat darurat. Nomor A-001 tetap berlaku")
	d.must(d.s, d.day, officer(queue.Resume, ""))
	d.wants("siti", "queue_resumed: Poli anak lanjut lagi / Nomor A-001")
	stop := officer(queue.Stop, "")
	stop.Reason = "dr. Ratna cuti"
	d.must(d.s, d.day, stop)
	d.wants("siti", "queue_cancelled: Poli anak Senin, 23 November tidak jadi buka / dr. Ratna cuti. Nomor A-001 batal.")
	d.wants("budi", "queue_taken", "queue_paused", "queue_resumed", "queue_cancelled")
}

// Messages are read in the language somebody chose, as early as they chose,
// and name the member of the family they are about.
func TestTellingAsChosen(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.exec(`INSERT INTO inbox_settings (person_id, lang, near, changed_at) VALUES ('wati', 'jv', 4, now()), ('tono', 'en', 2, now())`)
	d.exec(`INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ('dimas', 'wati', 'child', 'Dimas', '', now())`)
	d.takes("siti", "budi", "ani", "tono", "jaka")
	w := d.take("dimas")
	w.holder.account, w.holder.member, w.holder.name = "wati", "dimas", "Dimas"
	d.must(d.s, d.day, w)
	d.inboxOf("wati")
	d.inboxOf("tono")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.wants("wati", "queue_near: Kantun 4 tiyang saderengipun A-006 / Poli anak, Rumah Sakit kangge Dimas.")
	d.wants("tono", "queue_near: 2 left before A-004")
}

// What did not happen is not told: a batch that is decided again because
// another server was faster, and one that the database refuses.
func TestNothingIsToldTwice(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	other := New(d.db, d.now, engineZone, d.s.Options)
	t.Cleanup(other.Close)
	d.takes("siti", "budi", "ani")
	if _, err := other.Day(context.Background(), queue.DayID{Day: d.day}); err != nil {
		t.Fatal(err)
	}
	d.inboxOf("budi")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.must(other, d.day, officer(queue.CallNext, "anak-2")) // it knew nothing of the call before
	d.wants("siti", "queue_taken", "queue_called: A-001, silakan ke Ruang 1")
	d.wants("budi", "queue_next", "queue_called: A-002, silakan ke Ruang 2")
	sound(t, d.db, d.day)
}

// Somebody who said how long their way is hears once when to leave.
func TestTimeToLeave(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.takes("siti", "budi", "ani", "tono", "wati", "jaka")
	var ticket string
	d.scan(&ticket, `SELECT id FROM tickets WHERE account_id = 'jaka'`)
	ctx := context.Background()
	if err := d.s.Way(api.WithActor(ctx, access.Actor{ID: "siti"}), queue.Way{ID: ticket, Minutes: 15}); err == nil {
		t.Error("somebody else's way was changed")
	}
	if err := d.s.Way(api.WithActor(ctx, access.Actor{ID: "jaka"}), queue.Way{ID: ticket, Minutes: 15}); err != nil {
		t.Fatal(err)
	}
	d.inboxOf("jaka")
	for range 3 {
		if err := d.s.Depart(ctx); err != nil {
			t.Fatal(err)
		}
	}
	state := sound(t, d.db, d.day)
	stand, _ := state.StandingOf(6, d.now())
	if leave := state.When(stand, d.now()).LeaveAt(15 * time.Minute); leave.After(d.now()) {
		d.wants("jaka")
		d.pass(leave.Sub(d.now()))
		if err := d.s.Depart(ctx); err != nil {
			t.Fatal(err)
		}
	}
	d.wants("jaka", "queue_leave: Saatnya berangkat ke Rumah Sakit / A-006 kira-kira dipanggil")
	if err := d.s.Depart(ctx); err != nil {
		t.Fatal(err)
	}
}

// A visit is rated by whoever had it, once it is over.
func TestRating(t *testing.T) {
	t.Parallel()
	d := newTold(t, nil)
	d.takes("siti")
	var ticket string
	d.scan(&ticket, `SELECT id FROM tickets`)
	siti := api.WithActor(context.Background(), access.Actor{ID: "siti"})
	_, err := d.s.Rate(siti, queue.Rating{ID: ticket, Score: 4})
	wantKey(t, err, "rate_early")
	d.must(d.s, d.day, officer(queue.CallNext, "anak-1"))
	d.must(d.s, d.day, officer(queue.Finish, "anak-1"))
	_, err = d.s.Rate(api.WithActor(context.Background(), access.Actor{ID: "budi"}), queue.Rating{ID: ticket, Score: 1})
	wantKey(t, err, "unknown")
	view, err := d.s.Rate(siti, queue.Rating{ID: ticket, Score: 4, Text: "Ramah"})
	if err != nil || view.Pass.Score != 4 || view.Pass.Note != "Ramah" {
		t.Fatalf("%+v %v", view.Pass, err)
	}
	shared, err := d.s.Shared(context.Background(), queue.Secret{Secret: view.Pass.Share})
	if err != nil || shared.Pass.Stage != queue.Done || shared.Pass.Score != 0 || shared.Pass.Note != "" {
		t.Errorf("with the link one reads %+v %v", shared.Pass, err)
	}
	figures, err := d.s.Figures(admin("rumah-sakit"), queue.FiguresOf{Queue: view.Pass.Queue})
	if err != nil || len(figures.Days) != 1 || figures.Days[0].Rated != 1 || figures.Days[0].Good != 1 {
		t.Errorf("the office sees %+v %v", figures.Days, err)
	}
	d.pass(8 * 24 * time.Hour)
	_, err = d.s.Rate(siti, queue.Rating{ID: ticket, Score: 1})
	wantKey(t, err, "rate_late")
}
