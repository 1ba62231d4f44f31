package app_test

import (
	"context"

	"rumah/shared/queue"
)

func (l lines) Screen(context.Context, queue.Secret) (queue.Screen, error) {
	line := queue.Line{Day: "x", Name: l.text, Icon: l.text, Open: true, Payer: true, JKN: 1, Other: -1}
	return queue.Screen{Kind: queue.Board, Name: l.text, Place: l.ref(), Arrive: l.text, Now: asked, Rules: []queue.LaneRule{{Who: "elderly", Evidence: l.text}},
		Days: []queue.DayView{{Line: line, Place: l.ref(), State: l.state(), Now: asked}}}, l.err
}

func (l lines) Devices(context.Context, queue.DevicesOf) (queue.Devices, error) {
	return queue.Devices{Items: []queue.Device{{ID: l.text, Kind: queue.Board, Name: l.text, PlaceID: "x", PlaceName: l.text, Queues: []string{"q"}, By: l.text, Seen: asked}},
		Places: []queue.PlaceRef{l.ref()}, Queues: []queue.SetupLine{{ID: "q", Name: l.text, PlaceID: l.text}}, Now: asked}, l.err
}
