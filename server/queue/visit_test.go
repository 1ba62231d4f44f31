package queue

import (
	"context"
	"testing"
	"time"

	"rumah/shared/queue"
)

func TestVisitThroughSeveralQueues(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	sc.exec(`INSERT INTO visits VALUES ('v', 'rsud', '2026-11-23', now())`)
	sc.exec(`UPDATE queues SET next_id = 'poli-anak' WHERE id = 'poli-gigi'`)
	gigi, anak := sc.running("poli-gigi"), sc.running("poli-anak")
	mine := siti
	mine.visit = "v"
	ctx := as(sceneAccount)
	steps := func(day string) []queue.Step {
		t.Helper()
		v, err := sc.open().Ticket(ctx, queue.TicketID{ID: ticketID(day, 1)})
		if err != nil {
			t.Fatal(err)
		}
		return v.Visit
	}
	is := func(what string, got []queue.Step, want ...queue.Step) {
		t.Helper()
		if len(got) != len(want) {
			t.Errorf("%s: %+v", what, got)
			return
		}
		for i, w := range want {
			if g := got[i]; g.Name != w.Name || g.Status != w.Status || g.Label != w.Label || g.Counter != w.Counter {
				t.Errorf("%s: step %d is %+v, want %+v", what, i, g, w)
			}
		}
	}
	sc.take(gigi, mine)
	is("at the beginning", steps(gigi),
		queue.Step{Name: "Poli Gigi", Status: queue.StepNow, Label: "G-001"}, queue.Step{Name: "Poli Anak", Status: queue.StepNext}, queue.Step{Name: "Farmasi", Status: queue.StepNext})
	sc.do(gigi, queue.Command{Action: queue.CallNext, Counter: "poli-gigi-1"})
	sc.now = sc.now.Add(time.Minute)
	sc.do(gigi, queue.Command{Action: queue.Move, Number: 1, Counter: "poli-gigi-1"})
	sc.take(anak, mine)
	half := []queue.Step{
		{Name: "Poli Gigi", Status: queue.StepDone, Label: "G-001", Counter: "Ruang 1"},
		{Name: "Poli Anak", Status: queue.StepNow, Label: "A-001"}, {Name: "Farmasi", Status: queue.StepNext},
	}
	is("half-way", steps(anak), half...)
	is("half-way, by the first number", steps(gigi), half...)
	if s := steps(anak); !s[0].Waited.Equal(sceneEight) || !s[0].Began.Equal(sceneEight) || !s[0].Ended.Equal(sc.now) || !s[1].Began.IsZero() || !s[2].Waited.IsZero() {
		t.Errorf("%+v", s)
	}
	if d, err := sc.open().Desk(counterAt("rsud"), queue.DayID{Day: anak}); err != nil || len(d.People) != 1 {
		t.Errorf("%v", err)
	} else {
		is("at the desk", d.People[0].Visit, half...)
	}

	// The way ends where somebody gives up, and does not go round.
	sc.do(anak, queue.Command{Action: queue.Cancel, Number: 1})
	is("given up", steps(anak), half[0], queue.Step{Name: "Poli Anak", Status: queue.StepDone, Label: "A-001"})
	sc.exec(`UPDATE queues SET next_id = 'poli-gigi' WHERE id = 'farmasi'; UPDATE queues SET active = false WHERE id = 'poli-anak'`)
	sc.take(gigi, siti)
	visits, err := sc.open().visits(context.Background(), []string{ticketID(gigi, 2)})
	if err != nil {
		t.Fatal(err)
	}
	is("in a circle", visits[ticketID(gigi, 2)], queue.Step{Name: "Poli Gigi", Status: queue.StepNow, Label: "G-002"}, queue.Step{Name: "Farmasi", Status: queue.StepNext})
}

func TestSingleQueueIsNoVisit(t *testing.T) {
	t.Parallel()
	sc := newScene(t)
	gigi := sc.running("poli-gigi")
	sc.take(gigi, siti)
	if v, err := sc.open().Ticket(as(sceneAccount), queue.TicketID{ID: ticketID(gigi, 1)}); err != nil || v.Visit == nil || len(v.Visit) != 0 {
		t.Errorf("%v %+v", err, v.Visit)
	}
}
