package partner

import "context"

// API is the contract of a hospital's connection to the health insurance
// (BPJS): who may call us, whom we call, and what could not be told.
//
//api:base /api/partner
type API interface {
	// Hospitals are the places of the reader's agencies that have a connection
	// or may get one.
	//
	//api:get /bpjs agency
	Hospitals(ctx context.Context) (Hospitals, error)

	// Hospital is one connection. Fault: unknown, also for another agency's.
	//
	//api:get /bpjs/{place} agency
	Hospital(ctx context.Context, id PlaceID) (Hospital, error)

	// Configure sets a connection up or changes it. Secrets that are left
	// empty stay as they are. Fault: unknown, invalid, conflict
	// (edited_meanwhile).
	//
	//api:put /bpjs/{place} agency
	Configure(ctx context.Context, change Configure) (Hospital, error)

	// Admit makes a new password for those who call us; the one before ends.
	// It is told this once. Fault: unknown, invalid.
	//
	//api:post /bpjs/{place}/password agency
	Admit(ctx context.Context, admit Admit) (Admitted, error)

	// Probe asks BPJS for its list of polis, to see whether the keys fit.
	// Fault: unknown.
	//
	//api:post /bpjs/{place}/probe agency
	Probe(ctx context.Context, id PlaceID) (Probed, error)

	// Outbox is what could not be told yet, the dead letters first. Fault:
	// unknown, invalid (after).
	//
	//api:get /bpjs/{place}/outbox agency
	Outbox(ctx context.Context, of OutboxOf) (Outbox, error)

	// Settle tries a letter again or dismisses it; what waited behind it goes
	// on. Fault: unknown, conflict when it was settled meanwhile.
	//
	//api:post /bpjs/{place}/outbox/{letter} agency
	Settle(ctx context.Context, settle Settle) (Outbox, error)

	// Patients takes over whom a hospital knows already, pasted as lines of
	// "norm, nik, nomorkartu", so that they may book at once. All lines or
	// none. Fault: unknown, invalid (the number of a line is its field).
	//
	//api:post /bpjs/{place}/patients agency
	Patients(ctx context.Context, paste Paste) (Pasted, error)

	// Operations takes over planned operations, pasted as lines of
	// "kodebooking, tanggal, jenis tindakan, kode poli, nama poli, nopeserta,
	// terlaksana". One that is there already is changed, or taken away where
	// its last word is "hapus". Fault: unknown, invalid as above.
	//
	//api:post /bpjs/{place}/operations agency
	Operations(ctx context.Context, paste Paste) (Pasted, error)
}
