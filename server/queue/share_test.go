package queue

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rumah/shared/queue"
)

func TestSharedTicketNamesNobodyAndEnds(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-anak")
	sc.take(day, siti)
	sc.exec(`UPDATE queues SET next_id = NULL`)
	id, ctx := queue.TicketID{ID: ticketID(day, 1)}, context.Background()
	own, err := sc.open().Ticket(as(sceneAccount), id)
	if err != nil {
		t.Fatal(err)
	}
	link := queue.Secret{Secret: own.Pass.Share}
	if len(link.Secret) > 120 || strings.Trim(link.Secret, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != "" {
		t.Errorf("not fit for an address: %s", link.Secret)
	}
	shared, err := sc.open().Shared(ctx, link)
	if err != nil || shared.Pass.Label != "A-001" || shared.Pass.Name != "Poli Anak" || len(shared.State.Tickets) != 1 || shared.Pass.Share != link.Secret {
		t.Fatalf("%v %+v", err, shared)
	}
	shared.Pass.Share = ""
	nameless(t, "a secret link", shared)

	// One letter off is another link.
	for i := range link.Secret {
		other := []byte(link.Secret)
		if other[i]++; other[i] == link.Secret[i] {
			continue
		}
		if _, err := sc.open().Shared(ctx, queue.Secret{Secret: string(other)}); err == nil {
			t.Errorf("letter %d does not matter", i)
		}
	}
	for _, secret := range []string{"", "a", strings.Repeat("A", 40), link.Secret + "AAAA", link.Secret + "=", id.ID} {
		_, err := sc.open().Shared(ctx, queue.Secret{Secret: secret})
		unknown(t, secret, err)
	}

	fresh, err := sc.open().Reshare(as(sceneAccount), id)
	if err != nil || fresh.Pass.Share == link.Secret || fresh.Pass.ID != id.ID {
		t.Fatalf("%v %+v", err, fresh.Pass)
	}
	_, err = sc.open().Shared(ctx, link)
	unknown(t, "a link that was replaced", err)
	link.Secret = fresh.Pass.Share
	sc.now = sceneEight.Add(15 * time.Hour) // eleven at night
	if _, err = sc.open().Shared(ctx, link); err != nil {
		t.Errorf("on the evening of the visit: %v", err)
	}
	sc.now = sceneEight.Add(16 * time.Hour)
	_, err = sc.open().Shared(ctx, link)
	unknown(t, "on the day after", err)

	// Links go round after very many, without a failure.
	sc.now = sceneEight
	sc.exec(`UPDATE tickets SET share = 32767`)
	if v, err := sc.open().Reshare(as(sceneAccount), id); err != nil || v.Pass.Share != own.Pass.Share {
		t.Errorf("%v", err)
	}
}

func TestCalendarFileBySecretLink(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	day := sc.running("poli-anak")
	sc.take(day, siti)
	s := sc.open()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /t/{secret}/kalender.ics", s.Calendar)
	get := func(address string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		return w
	}
	secret := s.shareSecret(ticketID(day, 1), 0)
	w := get("/t/" + secret + "/kalender.ics?lang=en")
	file := strings.ReplaceAll(w.Body.String(), "\r\n ", "")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/calendar; charset=utf-8" || !strings.Contains(w.Header().Get("Cache-Control"), "no-store") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, line := range []string{
		"SUMMARY:Queue number A-001: Poli Anak", `LOCATION:RSUD Kota\, Jl. Raya 1`, "DTSTAMP:20261123T010000Z",
		"DTSTART:20261123T010000Z", "DTEND:20261123T014000Z", "URL:https://rumah.example.id/t/" + secret, "STATUS:CONFIRMED", "GEO:-7.400000;112.700000",
	} {
		if !strings.Contains(file, "\r\n"+line+"\r\n") {
			t.Errorf("%s is missing:\n%s", line, file)
		}
	}
	nameless(t, "a calendar file", strings.ReplaceAll(file, secret, ""))
	sc.do(day, queue.Command{Action: queue.Cancel, Number: 1})
	if file := get("/t/" + secret + "/kalender.ics").Body.String(); !strings.Contains(file, "STATUS:CANCELLED") || !strings.Contains(file, "SUMMARY:Antrean A-001") {
		t.Error(file)
	}
	if w := get("/t/nonsense/kalender.ics"); w.Code != http.StatusNotFound {
		t.Errorf("a made-up link: %d", w.Code)
	}
}

func TestWhenAVisitIs(t *testing.T) {
	t.Parallel()
	row := passRow{Opens: 480, OpensAt: sceneEight, ClosesAt: sceneEight.Add(6 * time.Hour), TakenAt: sceneEight, Promised: `{"unknown":true}`}
	check := func(name string, wantFrom, wantTo time.Duration) {
		t.Helper()
		if from, to := row.expected(); from.Sub(sceneEight) != wantFrom || to.Sub(sceneEight) != wantTo {
			t.Errorf("%s: %v to %v", name, from, to)
		}
	}
	check("the whole opening", 0, 6*time.Hour)
	row.Promised = `{"low90":60000000000,"high90":120000000000}`
	check("as promised", time.Minute, 2*time.Minute)
	row.Slot = 540
	check("booked", time.Hour, 90*time.Minute)
	row.SlotFor = 15
	check("a booked quarter", time.Hour, 75*time.Minute)
	row.Slot, row.Opens = queue.Midnight, 0
	check("booked for midnight", 0, 15*time.Minute)
}
