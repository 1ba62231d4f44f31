package main

import (
	"context"
	"testing"

	"rumah/server/api"
	"rumah/shared/access"
	callapi "rumah/shared/api"
	"rumah/shared/identity"
	"rumah/shared/queue"
)

// inLine is a number that a citizen holds for a child, and the days of queues
// that are no business of the officer who tries.
type inLine struct {
	ticket, day string // of another place than the officer's
	counter     string // of that day
	own         string // day the officer serves
}

// standInLine takes a number for a child of a citizen, at a place where the
// officer does not serve.
func standInLine(t *testing.T, base string, citizen *somebody, child string, officer *somebody) inLine {
	t.Helper()
	ctx := context.Background()
	client := queue.Client{Caller: api.HTTP{Base: base, Client: citizen.http}}
	desks, err := queue.Client{Caller: api.HTTP{Base: base, Client: officer.http}}.Desks(ctx)
	if err != nil || len(desks.Places) == 0 || len(desks.Places[0].Queues) == 0 {
		t.Fatal("the officer of the pack serves nowhere", err)
	}
	in := inLine{own: desks.Places[0].Queues[0].Line.Day}
	places, err := client.Places(ctx, queue.PlacesOf{})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range places.Items {
		if at.Place.ID == desks.Places[0].Place.ID {
			continue
		}
		lines, err := client.Lines(ctx, queue.LinesOf{Place: at.Place.ID})
		if err != nil {
			t.Fatal(err)
		}
		for i := len(lines.Days) - 1; i >= 0 && in.ticket == ""; i-- {
			lines, err := client.Lines(ctx, queue.LinesOf{Place: at.Place.ID, Date: lines.Days[i]})
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range lines.Items {
				if !line.Open || in.ticket != "" {
					continue
				}
				v, err := client.Take(callapi.WithKey(ctx, "a-key-of-the-one-who-waits"), queue.NewTicket{Day: line.Day, Member: child, Lane: queue.Regular})
				if err != nil {
					t.Fatal(err)
				}
				day, err := client.Day(ctx, queue.DayID{Day: line.Day})
				if err != nil {
					t.Fatal(err)
				}
				in.ticket, in.day, in.counter = v.ID, line.Day, day.State.Counters[0].ID
			}
		}
		if in.ticket != "" {
			return in
		}
	}
	t.Fatal("no number can be taken anywhere")
	return in
}

// tryLine are the operations on numbers and days with the ids of another's.
func tryLine(t *testing.T, base string, people []*somebody, mine, other *somebody, child identity.Member) []attempt {
	t.Helper()
	officer := find(t, people, holds(access.Counter))
	admin := find(t, people, func(s *somebody) bool { return holds(access.Agency)(s) && s.agency != "" })
	in := standInLine(t, base, mine, child.ID, officer)
	tickets, desk := "/api/queue/tickets/"+in.ticket, "/api/queue/desk/days/"+in.day
	list := []attempt{
		// A member of somebody else's family: refused as a choice that is not there.
		{other, "queue.Take", "/api/queue/days/" + in.day + "/tickets", `{"lane":"regular","member":"` + child.ID + `"}`},
		{other, "queue.Ticket", tickets, ""},
		{other, "queue.StepOut", tickets + "/out", `{"places":1}`},
		{other, "queue.ComeBack", tickets + "/back", ""},
		{other, "queue.CheckIn", tickets + "/checkin", `{"code":"AAAAAAAA"}`},
		{other, "queue.Cancel", tickets + "/cancel", ""},
		{other, "queue.Reshare", tickets + "/share", ""},
		{other, "queue.Way", tickets + "/way", `{"minutes":15}`},
		{other, "queue.Rate", tickets + "/rating", `{"score":1}`},
	}
	// The one looks after another place, the others after agencies: neither
	// sees who waits here, nor calls them.
	for _, who := range []*somebody{officer, admin} {
		list = append(list,
			attempt{who, "queue.Desk", desk, ""},
			attempt{who, "queue.Act", desk + "/actions", `{"action":"sit","counter":"` + in.counter + `"}`},
			attempt{who, "queue.Act", desk + "/actions", `{"action":"cancel","number":1}`},
			attempt{who, "queue.Act", desk + "/actions", `{"action":"pause","reason":"jahil"}`},
			attempt{who, "queue.Issue", desk + "/tickets", `{"lane":"regular","name":"Titipan"}`},
		)
	}
	return append(list,
		// At the own day, with the counter of another queue.
		attempt{officer, "queue.Act", "/api/queue/desk/days/" + in.own + "/actions", `{"action":"sit","counter":"` + in.counter + `"}`},
	)
}
