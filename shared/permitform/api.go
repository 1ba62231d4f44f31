// Package permitform is how agencies write how their services are applied
// for: form and way are drafted by somebody, looked at and published by
// somebody else, and every version stays readable. Applications keep the
// version they began with.
package permitform

import "context"

// API is the contract of the desk on which forms and ways are written.
//
//api:base /api/permitform
type API interface {
	// Desk lists the services of the reader's agencies and how each can be
	// applied for, those with a draft first. Fault: invalid (cursor).
	//
	//api:get / agency
	Desk(ctx context.Context, filter DeskFilter) (Desk, error)

	// Edit is what is public, what is drafted and what was. Of a service that
	// nobody can apply for yet the draft is a beginning that nobody has saved.
	// Fault: unknown, also for another agency's service.
	//
	//api:get /{service} agency
	Edit(ctx context.Context, of ServiceID) (Edit, error)

	// Version is the content of an older version. Fault: unknown.
	//
	//api:get /{service}/versions/{number} agency
	Version(ctx context.Context, at VersionID) (Content, error)

	// Save keeps a draft. Fault: unknown, invalid at the place of the mistake
	// ("content.form.sections.1.questions.0.when"), conflict
	// (edited_meanwhile).
	//
	//api:put /{service}/draft agency limit=512KB
	Save(ctx context.Context, draft SaveDraft) (Edit, error)

	// Discard throws a draft away. Fault: unknown, conflict (edited_meanwhile).
	//
	//api:delete /{service}/draft/{save} agency
	Discard(ctx context.Context, at DraftID) (Edit, error)

	// Publish makes the draft what new applications begin with, and ends the
	// version before. Whoever wrote it last cannot (fault: denied, own_draft).
	// Fault: unknown, invalid, conflict (edited_meanwhile).
	//
	//api:post /{service}/draft/{save}/publish agency
	Publish(ctx context.Context, at DraftID) (Edit, error)

	// Close takes no new applications; those that run go on, and publishing a
	// draft opens it again. Fault: unknown.
	//
	//api:post /{service}/close agency
	Close(ctx context.Context, of ServiceID) (Edit, error)
}
