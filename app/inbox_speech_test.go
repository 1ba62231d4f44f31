package app_test

import (
	"context"
	"time"

	"rumah/shared/inbox"
)

// messages is an inbox.API that says one thing everywhere.
type messages struct {
	inbox.API
	speech
}

func (m messages) line(id string, kind inbox.Kind, topic inbox.Topic, at time.Time) inbox.Line {
	return inbox.Line{ID: id, Kind: kind, Topic: topic, Sender: m.text, Subject: m.text, Text: m.text, Link: "/antrean/" + m.text, Count: 3, Unread: id != "x", At: at}
}

func (m messages) List(context.Context, inbox.ListOf) (inbox.Listing, error) {
	return inbox.Listing{Items: []inbox.Line{
		m.line(m.text, inbox.TicketCalled, inbox.Queues, asked), m.line("x", inbox.Kind(m.text), inbox.Topic(m.text), asked),
		m.line("y", inbox.PermitYourTurn, inbox.Permits, asked.AddDate(0, 0, -1)), m.line("z", inbox.Announced, inbox.News, asked.AddDate(-1, 0, 0)),
	}, Next: m.text, Unread: 120, Now: asked}, m.err
}

func (m messages) Unread(context.Context) (inbox.Unread, error) {
	return inbox.Unread{Count: 3, Topic: m.text}, m.err
}

func (m messages) Message(context.Context, inbox.ID) (inbox.View, error) {
	said := make([]inbox.Saying, 8)
	for i := range said {
		said[i] = inbox.Saying{ID: m.text, Own: i == 5, Who: m.text, Subject: m.text, Text: m.text, At: asked.Add(time.Duration(i-8) * 5 * time.Hour), New: i == 7}
	}
	return inbox.View{ID: m.text, Topic: inbox.Queues, Sender: m.text, Subject: m.text, Link: "/" + m.text, Said: said, CanReply: true, Owner: m.text, Now: asked}, m.err
}

func (m messages) Settings(context.Context) (inbox.Settings, error) {
	return inbox.Settings{Lang: "jv", Muted: []inbox.Topic{inbox.News}, Near: 4, Quiet: true, From: 21 * 60, To: 5*60 + 30, Private: true, Phone: true, Ways: []inbox.Way{inbox.ByPush, inbox.ByPhone}}, m.err
}

func (m messages) Devices(context.Context) (inbox.Devices, error) {
	device := func(id string, trial inbox.Tried) inbox.Device {
		return inbox.Device{ID: m.text + id, Name: m.text, Here: id == "", Added: asked.AddDate(0, -1, 0), Reached: asked, Failing: id == "2", Trial: trial}
	}
	return inbox.Devices{Items: []inbox.Device{device("", inbox.TriedShown), device("2", inbox.TriedLost), device("3", inbox.TriedSent), device("4", inbox.TriedWaits), device("5", "")}, Now: asked}, m.err
}
