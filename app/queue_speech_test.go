package app_test

import (
	"context"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// lines is a queue.API that says one thing everywhere.
type lines struct {
	queue.API
	speech
}

var asked = time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)

func (l lines) ref() queue.PlaceRef {
	return queue.PlaceRef{ID: l.text, Name: l.text, Address: l.text, Lon: 112.7, Lat: -7.4, Precision: place.Exact}
}

func (l lines) wait() queue.Range {
	return queue.Range{Low90: 20 * time.Minute, Low50: 35 * time.Minute, Mid: 45 * time.Minute, High50: time.Hour, High90: 90 * time.Minute}
}

func (l lines) Places(context.Context, queue.PlacesOf) (queue.Places, error) {
	return queue.Places{Items: []queue.PlaceLine{{Place: l.ref(), Kind: place.Hospital, Area: l.text, District: l.text, Queues: 2, Today: 1, Waiting: 12}, {Place: l.ref()}}, Now: asked}, l.err
}

func (l lines) Lines(context.Context, queue.LinesOf) (queue.Lines, error) {
	line := queue.Line{Day: l.text, Queue: l.text, Name: l.text, Who: l.text, Icon: "anak", Prefix: l.text, Date: "2026-11-23", Opens: 480, Closes: 720, Status: queue.Open,
		Waiting: 12, Calls: []queue.Call{{Number: 35, Counter: l.text}}, Wait: map[queue.Lane]queue.Range{queue.Regular: l.wait(), queue.Priority: l.wait()},
		Left: 9, JKN: 4, Other: 5, Payer: true, Slots: []queue.Slot{{At: 480, Left: 1}, {At: 500}}, Open: true, Mine: l.text}
	stopped := queue.Line{Day: l.text + "2", Name: l.text, Icon: l.text, Status: queue.Stopped, Reason: l.text}
	return queue.Lines{Place: l.ref(), Date: "2026-11-23", Days: []calendar.Date{"2026-11-23", "2026-11-24", "2026-11-26"}, Items: []queue.Line{line, stopped},
		Rules: []queue.LaneRule{{Who: "elderly", Evidence: l.text}, {Who: l.text, Evidence: l.text}}, Now: asked}, l.err
}

func (l lines) state() queue.State {
	at := asked.UnixMilli()
	return queue.State{Day: "x", First: 480, Prefix: l.text, Epoch: "e", Version: 3, Last: 41,
		Head:     queue.Head{Status: queue.Open, Reason: l.text, Opens: at - 3_600_000, Closes: at + 3_600_000, Share: 3, Pace: queue.Sensible(400)},
		Tickets:  []queue.Ticket{{Number: 35, Lane: queue.Regular, Stage: queue.Called, Counter: "c", Since: at}, {Number: 40, Lane: queue.Regular, Stage: queue.Waiting, Rank: 1}, {Number: 41, Lane: queue.Regular, Stage: queue.Waiting, Rank: 2}},
		Counters: []queue.Counter{{ID: "c", Name: l.text, Who: l.text, Number: 35, Since: at, Seated: true}, {ID: "d", Name: l.text, Seated: true, Resting: l.text}},
		Calls:    []queue.Call{{Number: 35, Counter: "c", At: at}}, Count: map[queue.Stage]int{queue.Waiting: 2, queue.Called: 1}}
}

func (l lines) ticket() queue.TicketView {
	return queue.TicketView{
		Pass: queue.Pass{ID: "x", Day: "x", Queue: l.text, Name: l.text, Who: l.text, Place: l.ref(), Number: 41, Label: l.text, Holder: l.text, Lane: queue.Priority, Ground: "elderly",
			Payer: queue.JKN, Slot: 540, Stage: queue.Waiting, Counter: l.text, Date: "2026-11-23", Opens: 480, Closes: 720, Taken: asked, Share: l.text, Promised: l.wait()},
		State: l.state(), Hits: queue.HitRate{In90: 91, Of: 100}, Now: asked,
		Visit:  []queue.Step{{Name: l.text, Status: queue.StepDone, Label: l.text, Counter: l.text, Waited: asked, Began: asked, Ended: asked}, {Name: l.text, Status: queue.StepNow, Waited: asked}, {Name: l.text, Status: queue.StepNext}},
		Onward: &queue.Onward{ID: l.text, Name: l.text, Label: l.text, Share: l.text},
	}
}

func (l lines) Ticket(context.Context, queue.TicketID) (queue.TicketView, error) {
	return l.ticket(), l.err
}

func (l lines) Shared(context.Context, queue.Secret) (queue.TicketView, error) {
	v := l.ticket()
	v.Pass.ID, v.Pass.Holder, v.Pass.Share = "", "", ""
	return v, l.err
}
