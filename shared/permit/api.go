package permit

import "context"

// API is the contract of applications: of who applies, of whoever holds a
// tracking code, and of the officers who work on them.
//
//api:base /api/permit
type API interface {
	// Offer is how a service is applied for: its form, its way and where it
	// is given. Fault: unknown, also for one that is not applied for here.
	//
	//api:get /services/{service} anyone
	Offer(ctx context.Context, of ServiceID) (Offer, error)

	// Start begins an application, for the reader or a member of the family.
	// What the profile knows is filled in already. Fault: unknown, invalid
	// (member, place), conflict (permit_drafts: too many are begun).
	//
	//api:post /applications citizen once
	Start(ctx context.Context, start Start) (Application, error)

	// Mine are the reader's applications: those that are not over, and a page
	// of those that are.
	//
	//api:get /applications citizen
	Mine(ctx context.Context, of MineOf) (Mine, error)

	// Application is one of them, with form and answers. Fault: unknown.
	//
	//api:get /applications/{id} citizen
	Application(ctx context.Context, id ID) (Application, error)

	// Save keeps the answers of one that is not sent, however unfinished.
	// Fault: unknown, invalid, conflict (edited_meanwhile: another device has
	// saved since; permit_sent).
	//
	//api:put /applications/{id}/answers citizen limit=256KB
	Save(ctx context.Context, save Save) (Saved, error)

	// Send sends an application. Whoever lost the answer sends again: the same
	// answers are sent once. Fault: unknown, invalid by question, conflict
	// (permit_sent: other answers were).
	//
	//api:post /applications/{id}/send citizen limit=256KB
	Send(ctx context.Context, send Send) (Application, error)

	// Resend corrects what an officer has marked, and nothing else. The same
	// correction is sent once. Fault: unknown, invalid (answer_locked too),
	// conflict (permit_<stage>: nothing is to be corrected).
	//
	//api:post /applications/{id}/correction citizen limit=256KB
	Resend(ctx context.Context, send Send) (Application, error)

	// Notify says that the bill was paid, with a proof of it: a file that
	// answers ProofQuestion. Where a bank made the bill it is asked at once.
	// Fault: unknown, invalid (proof), conflict.
	//
	//api:post /applications/{id}/notice citizen
	Notify(ctx context.Context, notice Paid) (Application, error)

	// Drop cancels an application; one that was never sent is gone. Fault:
	// unknown, conflict (permit_<stage>).
	//
	//api:post /applications/{id}/cancel citizen
	Drop(ctx context.Context, id ID) error

	// Track is how far an application is, for whoever holds its tracking code:
	// nothing that tells whose it is. Fault: unknown, busy.
	//
	//api:get /track/{code} anyone
	Track(ctx context.Context, code Code) (Tracked, error)

	// Bills are what is to be paid, and what was, of the applications that the
	// reader's roles reach. Fault: invalid (cursor).
	//
	//api:get /bills officer
	Bills(ctx context.Context, of BillsOf) (Bills, error)

	// Match holds payments of a statement of the bank against the bills. What
	// was paid in full to a bill of the reader's office is confirmed; the
	// answer says of every line what became of it. The same statement may come
	// again.
	//
	//api:post /bills/statement officer limit=512KB
	Match(ctx context.Context, statement Statement) (Matched, error)

	// Desk are applications that the reader's roles reach, the most urgent
	// first. Fault: invalid (cursor).
	//
	//api:get /desk officer
	Desk(ctx context.Context, filter DeskFilter) (Desk, error)

	// Overview is how many there are on the reader's desk.
	//
	//api:get /overview officer
	Overview(ctx context.Context) (Overview, error)

	// Assign gives many applications to somebody at once, each as Act would
	// take it or hand it over, and says what came of each. Fault: invalid (to).
	//
	//api:post /assignments officer
	Assign(ctx context.Context, assign Assign) (Assigned, error)

	// Candidates are who could be given one of some applications.
	//
	//api:post /candidates officer
	Candidates(ctx context.Context, of CandidatesOf) (Candidates, error)

	// Phrases are sentences that officers pick instead of writing them again:
	// those of the agencies the reader works for, and of those above them.
	//
	//api:get /phrases officer
	Phrases(ctx context.Context) (Phrases, error)

	// Phrase keeps one, new or as it is from then on. Fault: unknown, invalid,
	// denied (of a colleague, to whoever is no admin), conflict (phrases_full).
	//
	//api:post /phrases officer once
	Phrase(ctx context.Context, in NewPhrase) (Phrase, error)

	// Unphrase forgets one. Fault: unknown, denied.
	//
	//api:delete /phrases/{id} officer
	Unphrase(ctx context.Context, id ID) error

	// Absence is whether the reader is away and who stands in, and for whom
	// they stand in themselves.
	//
	//api:get /absence officer
	Absence(ctx context.Context) (Absence, error)

	// Leave says that the reader is away: a colleague gets what they have, and
	// what comes meanwhile. What that colleague cannot do stays and is named.
	// Fault: invalid (until, deputy).
	//
	//api:put /absence officer
	Leave(ctx context.Context, leave Leave) (Absence, error)

	// ComeBack ends an absence. What was given away stays where it is.
	//
	//api:delete /absence officer
	ComeBack(ctx context.Context) error

	// Offices are the agencies that can be asked for their opinion.
	//
	//api:get /offices officer
	Offices(ctx context.Context) (Offices, error)

	// Open is one of them with its answers, numbers of people masked. Fault:
	// unknown.
	//
	//api:get /desk/{id} officer
	Open(ctx context.Context, id ID) (File, error)

	// Reveal is the answers with whole numbers. The applicant reads who looked
	// and is told so. Fault: unknown, busy (opened_many).
	//
	//api:post /desk/{id}/answers officer
	Reveal(ctx context.Context, id ID) (Revealed, error)

	// Act does one thing to it and answers how it is then. Fault: unknown,
	// invalid, denied (denied, permit_four_eyes), conflict (permit_changed and
	// others: somebody was faster).
	//
	//api:post /desk/{id}/actions officer
	Act(ctx context.Context, act Act) (File, error)
}
