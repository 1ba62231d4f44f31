package inbox

import "context"

// API is the contract of what the house tells people: the inbox, which is the
// record, the devices it is pushed to, how somebody wants to be told, and
// what agencies say to many.
//
//api:base /api/inbox
type API interface {
	// List are the reader's messages, the latest first. Fault: invalid
	// (cursor).
	//
	//api:get / person
	List(ctx context.Context, of ListOf) (Listing, error)

	// Unread is how many messages wait to be read, and the topic on which a
	// phone is told that this has changed.
	//
	//api:get /unread person
	Unread(ctx context.Context) (Unread, error)

	// Message is one message with all that was said in its thread. It marks
	// what is shown as read. Fault: unknown.
	//
	//api:get /messages/{id} person
	Message(ctx context.Context, id ID) (View, error)

	// Mark marks messages as read, or all of them. Ids of others are passed
	// over.
	//
	//api:post /marks person
	Mark(ctx context.Context, mark Mark) (Unread, error)

	// Archive puts a message with its thread away, or back. Fault: unknown.
	//
	//api:post /messages/{id}/archive person
	Archive(ctx context.Context, archive Archive) (Unread, error)

	// Reply writes to the agency that sent a message. Fault: unknown,
	// conflict (reply_closed).
	//
	//api:post /messages/{id}/replies person once
	Reply(ctx context.Context, reply NewReply) (View, error)

	// Settings are how the reader wants to be told.
	//
	//api:get /settings person
	Settings(ctx context.Context) (Settings, error)

	// Configure changes them.
	//
	//api:put /settings person
	Configure(ctx context.Context, settings Configure) (Settings, error)

	// Devices are the phones and browsers the reader is told on.
	//
	//api:get /devices person
	Devices(ctx context.Context) (Devices, error)

	// Subscribe adds this browser, or brings what is known of it up to date;
	// the app does so at each start. A browser belongs to whoever used it
	// last. Fault: invalid (endpoint, p256dh, auth).
	//
	//api:put /devices person
	Subscribe(ctx context.Context, device Subscribe) (Devices, error)

	// Resubscribe replaces a subscription that the browser has renewed by
	// itself. Whoever knows the old address is that browser. Fault: unknown.
	//
	//api:post /devices/renewed anyone
	Resubscribe(ctx context.Context, renewed Resubscribe) error

	// Rename gives a device another name. Fault: unknown.
	//
	//api:put /devices/{id} person
	Rename(ctx context.Context, device Rename) (Devices, error)

	// Remove ends telling a device. Fault: unknown.
	//
	//api:delete /devices/{id} person
	Remove(ctx context.Context, id ID) (Devices, error)

	// Try sends a trial message to a device. Fault: unknown, busy.
	//
	//api:post /devices/{id}/trial person
	Try(ctx context.Context, id ID) (Devices, error)

	// Shown and opened are reported by the device itself, which may not be
	// signed in any more: it names the delivery by its secret. Fault: unknown.
	//
	//api:post /receipts anyone
	Receipt(ctx context.Context, receipt Receipt) error

	// Looked notes that somebody opened the status of something to see
	// whether there is news. The answer is whether there was: of checks
	// without news there should be none, because the house tells by itself.
	//
	//api:post /looks person
	Looked(ctx context.Context, look Look) (Looked, error)

	// Talks are the conversations of the reader's agencies with people.
	//
	//api:get /desk/talks agency
	Talks(ctx context.Context, of TalksOf) (Talks, error)

	// Talk is one of them. Fault: unknown.
	//
	//api:get /desk/talks/{id} agency
	Talk(ctx context.Context, id ID) (Talk, error)

	// Own makes the reader the one who answers a conversation, gives it back
	// or hands it to a colleague. Fault: unknown, invalid (to), conflict
	// (talk_taken).
	//
	//api:post /desk/talks/{id}/owner agency
	Own(ctx context.Context, own Own) (Talk, error)

	// Answer writes to the person, as the owner. Fault: unknown, conflict
	// (talk_taken, reply_closed).
	//
	//api:post /desk/talks/{id}/answers agency once
	Answer(ctx context.Context, answer Answer) (Talk, error)

	// Close ends a conversation that needs no answer. What the person writes
	// next opens it again. Fault: unknown, conflict (talk_taken, talk_more).
	//
	//api:post /desk/talks/{id}/close agency
	Close(ctx context.Context, talk Close) (Talk, error)

	// Templates are the kinds of messages and how the reader's agency words
	// them.
	//
	//api:get /desk/templates agency
	Templates(ctx context.Context, of TemplatesOf) (Templates, error)

	// Template is one of them with its draft and history. Fault: unknown.
	//
	//api:get /desk/templates/{id} agency
	Template(ctx context.Context, id TemplateID) (Template, error)

	// TemplateVersion is an older wording. Fault: unknown.
	//
	//api:get /desk/templates/{id}/versions/{number} agency
	TemplateVersion(ctx context.Context, at TemplateVersion) (Wording, error)

	// SaveTemplate keeps a draft. Fault: unknown, invalid (variables that do
	// not exist or are missing), conflict (edited_meanwhile).
	//
	//api:put /desk/templates/{id}/draft agency
	SaveTemplate(ctx context.Context, draft SaveTemplate) (Template, error)

	// DiscardTemplate throws a draft away. Fault: unknown, conflict.
	//
	//api:delete /desk/templates/{id}/draft/{save} agency
	DiscardTemplate(ctx context.Context, at TemplateDraft) (Template, error)

	// PublishTemplate makes a draft what people are told. Whoever wrote it
	// last cannot (fault: denied, own_draft).
	//
	//api:post /desk/templates/{id}/draft/{save}/publish agency
	PublishTemplate(ctx context.Context, at TemplateDraft) (Template, error)

	// Announcements are what the reader's agencies said to many, or want to.
	//
	//api:get /desk/announcements agency
	Announcements(ctx context.Context, of AnnouncementsOf) (Announcements, error)

	// Announcement is one of them. Fault: unknown.
	//
	//api:get /desk/announcements/{id} agency
	Announcement(ctx context.Context, id ID) (Announcement, error)

	// Audiences are the queues of today in which people wait, of the reader's
	// agencies.
	//
	//api:get /desk/audiences agency
	Audiences(ctx context.Context) (Audiences, error)

	// Reach is how many people an audience is, now. Fault: invalid.
	//
	//api:post /desk/reach agency
	Reach(ctx context.Context, audience Audience) (Reach, error)

	// Announce writes an announcement that somebody else must approve. Fault:
	// invalid, denied for another agency.
	//
	//api:post /desk/announcements agency once
	Announce(ctx context.Context, announce Announce) (Announcement, error)

	// Revise changes one that was not approved yet; it is the reader's then.
	// Fault: unknown, invalid, conflict (edited_meanwhile, announced).
	//
	//api:put /desk/announcements/{id} agency
	Revise(ctx context.Context, revise Revise) (Announcement, error)

	// Approve sends it to everybody. Whoever wrote it cannot (fault: denied,
	// own_draft). Fault: unknown, conflict (edited_meanwhile, announced).
	//
	//api:post /desk/announcements/{id}/approve agency
	Approve(ctx context.Context, decision Decision) (Announcement, error)

	// Withdraw takes one back before it is sent. Fault: unknown, conflict
	// (announced).
	//
	//api:post /desk/announcements/{id}/withdraw agency
	Withdraw(ctx context.Context, decision Decision) (Announcement, error)

	// Figures are what became of messages, by kind, and how often people
	// looked without finding news. Fault: unknown, invalid.
	//
	//api:get /desk/figures agency
	Figures(ctx context.Context, of FiguresOf) (Figures, error)
}
