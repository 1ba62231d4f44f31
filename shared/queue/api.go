package queue

import "context"

// API is the contract of the queues: of citizens, of screens at the place,
// of counters and of those who set queues up.
//
//api:base /api/queue
type API interface {
	// Places are the places that have queues, hospitals first, and how many
	// wait there.
	//
	//api:get /places anyone
	Places(ctx context.Context, of PlacesOf) (Places, error)

	// Lines are the queues of a place on a day: how many wait, and how long
	// somebody who takes a number now would. Fault: unknown.
	//
	//api:get /places/{place} anyone
	Lines(ctx context.Context, of LinesOf) (Lines, error)

	// Day is a queue-day as everybody may know it. Fault: unknown.
	//
	//api:get /days/{day} anyone
	Day(ctx context.Context, id DayID) (DayView, error)

	// Take takes a number for the reader or a member of the family. The same
	// key answers the same ticket. The answer is the number; place, line and
	// visit are read by Ticket: in the minute a queue opens, hundreds ask for
	// a number and nothing else. Fault: unknown, invalid (lane, slot,
	// member), conflict (queue_closed, queue_stopped, queue_over, quota_full,
	// quota_jkn, quota_other, slot_full, ticket_twice, too_early).
	//
	//api:post /days/{day}/tickets citizen once=own
	Take(ctx context.Context, take NewTicket) (Taken, error)

	// Tickets are the reader's numbers: those that may still be called, and
	// what was.
	//
	//api:get /tickets citizen
	Tickets(ctx context.Context, of TicketsOf) (Tickets, error)

	// Ticket is one number of the reader. Fault: unknown.
	//
	//api:get /tickets/{id} citizen
	Ticket(ctx context.Context, id TicketID) (TicketView, error)

	// StepOut lets people go first while the reader is elsewhere. Fault:
	// unknown, conflict.
	//
	//api:post /tickets/{id}/out citizen
	StepOut(ctx context.Context, out StepOut) (TicketView, error)

	// ComeBack ends stepping out, or a call that was missed. Fault: unknown,
	// conflict (ticket_missed).
	//
	//api:post /tickets/{id}/back citizen
	ComeBack(ctx context.Context, id TicketID) (TicketView, error)

	// Way says how long the reader's way to the place is, so that they are
	// told when to leave. Fault: unknown.
	//
	//api:put /tickets/{id}/way citizen
	Way(ctx context.Context, way Way) error

	// Rate says how the visit was, once it is over; a later word replaces an
	// earlier one. Fault: unknown, conflict (rate_early, rate_late).
	//
	//api:put /tickets/{id}/rating citizen
	Rate(ctx context.Context, rating Rating) (TicketView, error)

	// CheckIn says that the reader has arrived: by the code shown at the
	// place, or by being near it. Fault: unknown, invalid (code, far),
	// conflict (checkin_early).
	//
	//api:post /tickets/{id}/checkin citizen
	CheckIn(ctx context.Context, in CheckIn) (TicketView, error)

	// Cancel gives the number back. Fault: unknown, conflict.
	//
	//api:post /tickets/{id}/cancel citizen
	Cancel(ctx context.Context, id TicketID) (TicketView, error)

	// Reshare makes a new secret link to the ticket; the one before ends.
	//
	//api:post /tickets/{id}/share citizen
	Reshare(ctx context.Context, id TicketID) (TicketView, error)

	// Shared is a ticket by its secret link, without names. Fault: unknown,
	// also for a link that was replaced or whose visit is long over.
	//
	//api:get /shared/{secret} anyone
	Shared(ctx context.Context, link Secret) (TicketView, error)

	// Screen is what a board or kiosk shows. Fault: unknown (device_gone) for
	// a link that was revoked.
	//
	//api:get /screens/{secret} anyone
	Screen(ctx context.Context, link Secret) (Screen, error)

	// Print gives a number at a kiosk. The same key answers the same number.
	// Fault: unknown (device_gone), conflict as of Take.
	//
	//api:post /screens/{secret}/tickets anyone once=own
	Print(ctx context.Context, take Printing) (Slip, error)

	// Desks are the places and queues the reader serves.
	//
	//api:get /desk counter
	Desks(ctx context.Context) (Desks, error)

	// Desk is a queue-day as its counters see it, with names. Fault: unknown.
	//
	//api:get /desk/days/{day} counter
	Desk(ctx context.Context, id DayID) (Desk, error)

	// Act does one thing at a counter or to the day. Fault: unknown, invalid,
	// conflict with a key that says what happened meanwhile.
	//
	//api:post /desk/days/{day}/actions counter
	Act(ctx context.Context, act Act) (Acted, error)

	// Issue gives a number to somebody without a phone. Fault: as of Take.
	//
	//api:post /desk/days/{day}/tickets counter once=own
	Issue(ctx context.Context, issue Issue) (Acted, error)

	// Setups are the queues of the agencies the reader looks after.
	//
	//api:get /admin/queues agency
	Setups(ctx context.Context, of SetupsOf) (Setups, error)

	// Setup is how one queue is set up. Fault: unknown.
	//
	//api:get /admin/queues/{id} agency
	Setup(ctx context.Context, id QueueID) (Setup, error)

	// Create adds a queue to a place. Fault: unknown, invalid, conflict
	// (prefix_taken).
	//
	//api:post /admin/queues agency once
	Create(ctx context.Context, create NewQueue) (Setup, error)

	// Configure changes a queue and the days that are not over. Fault:
	// unknown, invalid, conflict (edited_meanwhile, prefix_taken,
	// counter_busy).
	//
	//api:put /admin/queues/{id} agency
	Configure(ctx context.Context, change Configure) (Setup, error)

	// Absent closes a queue for some days: its doctor is away. Who holds a
	// number is told and offered another day. Fault: unknown, invalid.
	//
	//api:post /admin/queues/{id}/leaves agency once
	Absent(ctx context.Context, leave NewLeave) (Setup, error)

	// Present takes a leave back; the days that were cancelled open again
	// without their numbers. Fault: unknown.
	//
	//api:delete /admin/queues/{id}/leaves/{leave} agency
	Present(ctx context.Context, id LeaveID) (Setup, error)

	// Devices are the boards and kiosks of the reader's places.
	//
	//api:get /admin/devices agency
	Devices(ctx context.Context, of DevicesOf) (Devices, error)

	// Install makes the link of a board or kiosk; it is shown this once.
	// Fault: unknown, invalid.
	//
	//api:post /admin/devices agency
	Install(ctx context.Context, device NewDevice) (Installed, error)

	// Revoke ends a link. Fault: unknown.
	//
	//api:delete /admin/devices/{id} agency
	Revoke(ctx context.Context, id DeviceID) (Devices, error)

	// Figures are what happened in a queue, by day and hour. Fault: unknown,
	// invalid.
	//
	//api:get /admin/figures agency
	Figures(ctx context.Context, of FiguresOf) (Figures, error)
}
