package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"rumah/server/api"
	"rumah/server/dbtest"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/identity"
	"rumah/shared/queue"
)

// What everybody can read of a queue tells no names, no accounts and no
// families; the copy of one's data tells the own numbers, and a closed
// account leaves its line.
func TestNobodyIsNamedInPublic(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	pack, err := loadPack("")
	if err != nil {
		t.Fatal(err)
	}
	p := launch(t, nil, "-database", dbtest.URL(t), "-unlimited", "-log", "debug")
	p.ready(t)
	base := "http://" + p.addr
	people := everybody(t, base, pack)
	mine := find(t, people, func(s *somebody) bool { return s.actor.ID != "" && !s.actor.Staff })
	officer := find(t, people, holds(access.Counter))
	const child = "Bocah Tansahsandi"
	saved, err := mine.identity(base).AddMember(callapi.WithKey(ctx, "a-key-that-is-long-enough"), identity.NewMember{Name: child, Relation: identity.Child, Born: "2020-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	family := saved.Me.Family[len(saved.Me.Family)-1].ID
	in := standInLine(t, base, mine, family, officer)
	client := queue.Client{Caller: api.HTTP{Base: base, Client: mine.http}}
	view, err := client.Ticket(ctx, queue.TicketID{ID: in.ticket})
	if err != nil || view.Pass.Holder != child {
		t.Fatal(view.Pass.Holder, err)
	}
	at := view.Pass.Place.ID
	secret := []string{child, family, in.ticket, mine.actor.ID, saved.Me.Name}
	for _, path := range []string{
		"/api/queue/places", "/api/queue/places/" + at, "/api/queue/places/" + at + "?date=" + string(view.Pass.Date), "/api/queue/days/" + in.day,
		"/api/queue/shared/" + view.Pass.Share, "/t/" + view.Pass.Share, "/t/" + view.Pass.Share + "/kalender.ics", "/antrean/di/" + at,
		"/api/live?topic=day:" + in.day,
	} {
		answer, err := http.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if answer.StatusCode >= 400 && !strings.HasPrefix(path, "/api/live") {
			t.Errorf("%s: %d %.200s", path, answer.StatusCode, body)
		}
		for _, word := range secret {
			if word != "" && strings.Contains(string(body), word) {
				t.Errorf("%s tells %q", path, word)
			}
		}
	}
	e, err := mine.identity(base).Export(ctx)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(e.Numbers)
	if err != nil || !strings.Contains(string(text), child) || !strings.Contains(string(text), view.Pass.Label) {
		t.Errorf("the copy of one's data says of numbers only %s", text)
	}
	if err := mine.identity(base).Close(ctx, identity.Close{Sure: true}); err != nil {
		t.Fatal(err)
	}
	day, err := client.Day(ctx, queue.DayID{Day: in.day})
	if err != nil || day.State.Count[queue.Waiting] != 0 || day.State.Count[queue.Cancelled] != 1 {
		t.Errorf("after the account was closed: %v %v", day.State.Count, err)
	}
	if log := p.out.String(); strings.Contains(log, child) || strings.Contains(log, view.Pass.Share) {
		t.Error("the log names people, or has secret links")
	}
}
