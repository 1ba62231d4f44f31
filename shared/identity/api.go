package identity

import "context"

// API is the contract of who somebody is: how they come in, what they tell
// about themselves, whom they act for, and who may do what in an office.
//
//api:base /api/identity
type API interface {
	// AskCode sends a one-time code to a phone. The answer is the same
	// whether the phone is known or not. Fault: busy.
	//
	//api:post /codes anyone
	AskCode(ctx context.Context, ask AskCode) (CodeSent, error)

	// EnterCode signs a citizen in; a phone that is new becomes an account.
	// Fault: invalid (code), unknown (code_gone: used, replaced or too old),
	// busy.
	//
	//api:post /codes/{id} anyone
	EnterCode(ctx context.Context, code EnterCode) (Entered, error)

	// PasskeyEntry begins signing in with a passkey.
	//
	//api:post /passkeys/entry anyone
	PasskeyEntry(ctx context.Context) (Challenge, error)

	// EnterPasskey signs somebody in, citizen or staff. Fault: denied
	// (passkey_refused), unknown (challenge_gone).
	//
	//api:post /passkeys/enter anyone
	EnterPasskey(ctx context.Context, answer PasskeyAnswer) (Entered, error)

	// EnterPassword signs staff in. What was wrong is not told. Fault: denied
	// (password_refused), busy (locked).
	//
	//api:post /password anyone
	EnterPassword(ctx context.Context, in EnterPassword) (Entered, error)

	// Leave ends this session.
	//
	//api:post /leave person
	Leave(ctx context.Context) error

	// LeaveEverywhere ends all sessions of the reader.
	//
	//api:post /leave/everywhere person
	LeaveEverywhere(ctx context.Context) error

	// Me is what the house knows of the reader, identifiers masked.
	//
	//api:get /me person
	Me(ctx context.Context) (Me, error)

	// SaveProfile changes what is given. Warnings do not keep it from being
	// saved. Fault: conflict (nik_twice).
	//
	//api:put /me citizen
	SaveProfile(ctx context.Context, profile SaveProfile) (Saved, error)

	// AddMember adds somebody the reader acts for. Fault: conflict
	// (family_full, nik_twice).
	//
	//api:post /family citizen once
	AddMember(ctx context.Context, member NewMember) (Saved, error)

	// SaveMember changes what is given. Fault: unknown, conflict (nik_twice).
	//
	//api:put /family/{id} citizen
	SaveMember(ctx context.Context, member SaveMember) (Saved, error)

	// RemoveMember forgets a member of the family. Fault: unknown.
	//
	//api:delete /family/{id} citizen
	RemoveMember(ctx context.Context, id ID) (Me, error)

	// NewPasskey begins adding a passkey.
	//
	//api:post /passkeys/new person
	NewPasskey(ctx context.Context) (Challenge, error)

	// AddPasskey keeps a passkey. Fault: denied (passkey_refused), unknown
	// (challenge_gone).
	//
	//api:post /passkeys person
	AddPasskey(ctx context.Context, answer PasskeyAnswer) (Me, error)

	// RemovePasskey forgets a passkey. Fault: unknown.
	//
	//api:delete /passkeys/{id} person
	RemovePasskey(ctx context.Context, id ID) (Me, error)

	// Sessions are the devices on which the reader is signed in.
	//
	//api:get /sessions person
	Sessions(ctx context.Context) (Sessions, error)

	// EndSession signs one device out. Fault: unknown.
	//
	//api:delete /sessions/{id} person
	EndSession(ctx context.Context, id ID) (Sessions, error)

	// Opened is who opened the reader's data, newest first.
	//
	//api:get /opened citizen
	Opened(ctx context.Context, page OpenedPage) (Openings, error)

	// Export is everything the house knows of the reader, identifiers whole.
	//
	//api:get /export citizen
	Export(ctx context.Context) (Export, error)

	// Close deletes the account and what it holds. What the law wants kept,
	// the access log, stays without a name.
	//
	//api:post /close citizen
	Close(ctx context.Context, close Close) error

	// Invitation tells what a link invites to and what an authenticator app
	// needs. Fault: unknown (invitation_gone).
	//
	//api:post /invitation anyone
	Invitation(ctx context.Context, token Token) (Invited, error)

	// Accept makes the staff account and signs in. Fault: unknown
	// (invitation_gone), invalid (totp).
	//
	//api:post /invitation/accept anyone
	Accept(ctx context.Context, accept Accept) (Entered, error)

	// Staff lists the people of the reader's agencies and open invitations.
	//
	//api:get /staff agency
	Staff(ctx context.Context, filter StaffFilter) (Staff, error)

	// Invite invites somebody to a role. Fault: denied for a role or agency
	// that is not the reader's to give, conflict (staff_exists: also when
	// another agency has invited the address), busy.
	//
	//api:post /staff/invitations agency
	Invite(ctx context.Context, invite Invite) (Invitation, error)

	// Withdraw makes an invitation void. Fault: unknown.
	//
	//api:delete /staff/invitations/{id} agency
	Withdraw(ctx context.Context, id ID) (Staff, error)

	// Grant gives one more role to somebody of the staff. Fault: unknown,
	// denied.
	//
	//api:post /staff/{id}/grants agency
	Grant(ctx context.Context, grant NewGrant) (Staff, error)

	// Revoke takes a role away, at once. Fault: unknown, denied (own_role).
	//
	//api:delete /staff/{id}/grants/{grant} agency
	Revoke(ctx context.Context, grant GrantID) (Staff, error)

	// FindPerson finds a citizen by phone number or NIK, masked. Fault:
	// unknown.
	//
	//api:post /people/find verifier
	FindPerson(ctx context.Context, find FindPerson) (PersonCard, error)

	// OpenPerson shows a citizen's identifiers whole. It is a row the citizen
	// sees. Fault: unknown, busy (opened_many).
	//
	//api:post /people/{id}/open verifier
	OpenPerson(ctx context.Context, open OpenPerson) (PersonOpen, error)

	// VerifyPerson says that the officer has seen the KTP and it is right.
	// Fault: unknown, conflict (nothing_to_verify, open_first).
	//
	//api:post /people/{id}/verify verifier
	VerifyPerson(ctx context.Context, id ID) (PersonCard, error)

	// Audit is what staff did, newest first.
	//
	//api:get /audit auditor
	Audit(ctx context.Context, filter AuditFilter) (Audit, error)
}
