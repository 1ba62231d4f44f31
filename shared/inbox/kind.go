// Package inbox is what the house tells people. The inbox is the record; a
// push to a phone is a tap on the shoulder, and whatever becomes of it, the
// message is there.
package inbox

import (
	"slices"
	"time"
)

// Kind is what a message is about. Each has a template, which an agency may
// word anew.
type Kind string

// The kinds.
const (
	TicketTaken     Kind = "queue_taken"     // a number was taken
	TicketNear      Kind = "queue_near"      // few people go before it
	TicketNext      Kind = "queue_next"      // nobody does
	TicketLeave     Kind = "queue_leave"     // it is time to leave home
	TicketCalled    Kind = "queue_called"    // a counter asks for it
	TicketSkipped   Kind = "queue_skipped"   // it was called and nobody came
	TicketAbsent    Kind = "queue_absent"    // it is over because nobody came
	TicketBack      Kind = "queue_back"      // it is in the line again
	TicketMoved     Kind = "queue_moved"     // it goes on in another queue
	TicketOnward    Kind = "queue_onward"    // the next stage of a visit has a number
	TicketStranded  Kind = "queue_stranded"  // the next stage has none to give
	QueuePaused     Kind = "queue_paused"    // nobody is called for a while
	QueueResumed    Kind = "queue_resumed"   //
	QueueCancelled  Kind = "queue_cancelled" // the day does not take place
	TicketUnserved  Kind = "queue_unserved"  // the day ended before its turn
	VisitOver       Kind = "queue_rate"      // how was it
	SignedIn        Kind = "account_signin"  // on a new device
	DataOpened      Kind = "account_opened"  // an officer saw identifiers
	Trial           Kind = "account_trial"   // somebody tried a device
	Announced       Kind = "news"            // an agency says something to many
	Answered        Kind = "talk_answer"     // an agency answers
	PermitMoved     Kind = "permit_moved"    // an application is at another stage
	PermitYourTurn  Kind = "permit_turn"     // something is asked of the applicant
	PermitIssued    Kind = "permit_issued"   //
	PermitDraft     Kind = "permit_draft"    // what was begun and not sent is soon forgotten
	PermitDate      Kind = "permit_date"     // it is promised by another day than before
	DeskDue         Kind = "desk_due"        // to an officer: much of a promise is used up
	DeskLoad        Kind = "desk_load"       // to an admin: one person has far too much
	DeskDeputy      Kind = "desk_deputy"     // to an officer: they stand in for somebody
	ReportMoved     Kind = "report_moved"    // a report is at another stage
	ReportCompleted Kind = "report_done"     //
)

// Topic is what a person may want to hear nothing of.
type Topic string

// The topics.
const (
	Queues  Topic = "queue"
	Permits Topic = "permit"
	Reports Topic = "report"
	Account Topic = "account"
	News    Topic = "news"
)

// Topics are all topics, in the order settings show them.
var Topics = []Topic{Queues, Permits, Reports, Account, News}

// Urgency is how soon a message must be on the phone.
type Urgency string

// The urgencies. They decide how long a push service tries, whether it wakes
// a sleeping phone, and whether quiet hours hold.
const (
	Now  Urgency = "now"  // dies in minutes; quiet hours do not hold
	Soon Urgency = "soon" // within the hour
	Calm Urgency = "calm" // any time in the next days
)

// Rule is how messages of a kind travel.
type Rule struct {
	Topic   Topic
	Urgency Urgency
	Life    time.Duration // after it, nobody needs to be told any more
	Push    bool          // to phones; else it stands in the inbox only
	Firm    bool          // cannot be muted: it is about safety or money, or too late in a minute
	Reply   bool          // the reader may write back
	Again   bool          // a newer one of the same thread rings again; else it replaces silently
	Vars    []string      // what its template may name
	Needs   []string      // what its template must name
	Icon    string        // of lists
}

// ticketVars are what all messages about a number may name.
var ticketVars = []string{"nomor", "antrean", "tempat", "untuk"}

func ticket(urgency Urgency, life time.Duration, again bool, needs []string, more ...string) Rule {
	return Rule{Topic: Queues, Urgency: urgency, Life: life, Push: true, Again: again, Needs: needs, Vars: slices.Concat(ticketVars, more), Icon: "tiket"}
}

// Rules are the rules of all kinds.
var Rules = map[Kind]Rule{
	TicketTaken:    {Topic: Queues, Urgency: Calm, Life: 12 * time.Hour, Needs: []string{"nomor"}, Vars: slices.Concat(ticketVars, []string{"hari", "kira"}), Icon: "tiket"},
	TicketNear:     ticket(Now, 30*time.Minute, true, []string{"nomor", "sisa"}, "sisa", "kira"),
	TicketNext:     ticket(Now, 30*time.Minute, true, []string{"nomor"}, "kira"),
	TicketLeave:    ticket(Now, 30*time.Minute, true, []string{"nomor"}, "kira"),
	TicketCalled:   with(ticket(Now, 10*time.Minute, true, []string{"nomor", "loket"}, "loket"), func(r *Rule) { r.Firm = true }),
	TicketSkipped:  ticket(Now, 30*time.Minute, true, []string{"nomor"}, "loket", "jam"),
	TicketAbsent:   ticket(Soon, 4*time.Hour, true, []string{"nomor"}, "jam"),
	TicketBack:     ticket(Now, 30*time.Minute, false, []string{"nomor"}, "sisa", "kira"),
	TicketMoved:    ticket(Now, 30*time.Minute, true, []string{"nomor"}, "ke", "nomor_baru"),
	TicketOnward:   ticket(Now, 30*time.Minute, true, []string{"nomor_baru", "ke"}, "ke", "nomor_baru"),
	TicketStranded: ticket(Now, 2*time.Hour, true, []string{"ke"}, "ke"),
	QueuePaused:    ticket(Soon, time.Hour, true, []string{"antrean", "alasan"}, "alasan"),
	QueueResumed:   ticket(Soon, time.Hour, true, []string{"antrean"}, "kira"),
	QueueCancelled: with(ticket(Soon, 24*time.Hour, true, []string{"antrean", "alasan"}, "alasan", "hari"), func(r *Rule) { r.Reply, r.Firm = true, true }),
	TicketUnserved: ticket(Soon, 24*time.Hour, true, []string{"nomor"}),
	VisitOver:      ticket(Calm, 24*time.Hour, false, []string{"antrean"}),

	SignedIn:   {Topic: Account, Urgency: Soon, Life: 24 * time.Hour, Push: true, Firm: true, Again: true, Needs: []string{"perangkat"}, Vars: []string{"perangkat", "jam"}, Icon: "kunci"},
	DataOpened: {Topic: Account, Urgency: Calm, Life: 72 * time.Hour, Push: true, Firm: true, Again: true, Needs: []string{"petugas"}, Vars: []string{"petugas", "dinas", "keperluan", "jam"}, Icon: "mata"},
	Trial:      {Topic: Account, Urgency: Now, Life: 5 * time.Minute, Firm: true, Again: true, Vars: []string{"perangkat"}, Icon: "lonceng"},

	Announced: {Topic: News, Urgency: Calm, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"judul", "isi"}, Vars: []string{"judul", "isi", "dinas"}, Icon: "panggil"},
	Answered:  {Topic: Account, Urgency: Soon, Life: 72 * time.Hour, Push: true, Firm: true, Reply: true, Again: true, Needs: []string{"isi"}, Vars: []string{"isi", "petugas", "dinas"}, Icon: "kotak"},

	PermitMoved:    {Topic: Permits, Urgency: Calm, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"layanan"}, Vars: []string{"layanan", "nomor", "tahap", "tanggal", "keterangan"}, Icon: "berkas"},
	PermitYourTurn: {Topic: Permits, Urgency: Soon, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"layanan", "permintaan"}, Vars: []string{"layanan", "nomor", "permintaan", "tanggal"}, Icon: "berkas"},
	PermitDraft:    {Topic: Permits, Urgency: Calm, Life: 72 * time.Hour, Push: true, Again: true, Needs: []string{"layanan", "tanggal"}, Vars: []string{"layanan", "tanggal"}, Icon: "berkas"},
	PermitIssued:   {Topic: Permits, Urgency: Soon, Life: 72 * time.Hour, Push: true, Again: true, Needs: []string{"layanan"}, Vars: []string{"layanan", "nomor", "keterangan"}, Icon: "berkas"},

	PermitDate: {Topic: Permits, Urgency: Calm, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"layanan", "tanggal"}, Vars: []string{"layanan", "nomor", "tanggal"}, Icon: "kalender"},
	DeskDue:    {Topic: Permits, Urgency: Soon, Life: 24 * time.Hour, Push: true, Again: true, Needs: []string{"layanan", "nomor"}, Vars: []string{"layanan", "nomor", "bagian", "tanggal", "petugas"}, Icon: "jam"},
	DeskLoad:   {Topic: Permits, Urgency: Calm, Life: 24 * time.Hour, Push: true, Needs: []string{"petugas"}, Vars: []string{"petugas", "banyak", "semua", "dinas"}, Icon: "grafik"},
	DeskDeputy: {Topic: Permits, Urgency: Soon, Life: 72 * time.Hour, Push: true, Again: true, Needs: []string{"petugas"}, Vars: []string{"petugas", "tanggal", "banyak"}, Icon: "alih"},

	ReportMoved:     {Topic: Reports, Urgency: Calm, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"laporan"}, Vars: []string{"laporan", "nomor", "tahap", "tanggal"}, Icon: "lapor"},
	ReportCompleted: {Topic: Reports, Urgency: Soon, Life: 72 * time.Hour, Push: true, Reply: true, Again: true, Needs: []string{"laporan"}, Vars: []string{"laporan", "nomor"}, Icon: "lapor"},
}

func with(r Rule, edit func(*Rule)) Rule {
	edit(&r)
	return r
}

// Kinds are all kinds by name.
func Kinds() []Kind {
	kinds := make([]Kind, 0, len(Rules))
	for k := range Rules {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	return kinds
}
