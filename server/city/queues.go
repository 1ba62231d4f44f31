package city

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"rumah/shared/fault"
	"rumah/shared/queue"
)

// lineDraft is a queue while its rows come together.
type lineDraft struct {
	Queue
	row      row
	week     []row // of which each session is
	counters []row
}

// queueColumns are those of queues.csv.
var queueColumns = []string{
	"id", "place", "name", "who", "icon", "prefix", "stage", "next", "poli", "doctor", "share", "checkin", "days", "before",
	"slot_for", "slot_of", "payers", "usual", "rules", "source",
}

// queueIDLen is the longest id of a queue: those of its counters and days
// begin with it.
const queueIDLen = 50

func (r *reader) queues() {
	seen := map[string]int{}
	for _, row := range r.table("queues.csv", queueColumns...) {
		row.unique(seen, "id")
		q := Queue{ID: row.slug("id"), Place: row.cell["place"], Sources: row.from()}
		if len(q.ID) > queueIDLen {
			row.wrong("id", "%q is longer than %d letters", q.ID, queueIDLen)
		}
		if r.place[q.Place] == nil {
			row.missing("place", q.Place, "places.csv")
		}
		q.Content = queue.Content{
			Name: row.text("name"), Who: row.cell["who"], Icon: row.cell["icon"], Prefix: row.text("prefix"), Active: true,
			Stage: queue.VisitStage(row.one("stage", string(queue.Single), string(queue.Admission), string(queue.Service), string(queue.Pharmacy))),
			Next:  row.cell["next"], Poli: row.cell["poli"], Doctor: row.count("doctor"), Share: row.count("share"), CheckIn: row.yes("checkin"),
			Days: row.count("days"), Before: row.count("before"), SlotFor: row.count("slot_for"), SlotOf: row.count("slot_of"),
			Payers: row.yes("payers"), Usual: row.count("usual"), Rules: row.rules(), Week: []queue.Session{}, Counters: []queue.CounterOf{},
		}
		if q.Content.Poli != "" && !r.clinic[q.Content.Poli] {
			row.missing("poli", q.Content.Poli, "clinics.csv")
		}
		if _, twice := r.queue[q.ID]; !twice {
			r.queue[q.ID] = &lineDraft{Queue: q, row: row}
			r.pack.Queues = append(r.pack.Queues, q)
		}
	}
}

// grounds are who may use a priority lane.
var grounds = []string{"elderly", "disabled", "pregnant", "infant"}

// rules reads "elderly: KTP; pregnant: Buku KIA" as who may use the priority
// lane and what they show.
func (r row) rules() []queue.LaneRule {
	rules := []queue.LaneRule{}
	for _, part := range r.list("rules") {
		who, evidence, _ := strings.Cut(part, ":")
		rule := queue.LaneRule{Who: strings.TrimSpace(who), Evidence: strings.TrimSpace(evidence)}
		if !slices.Contains(grounds, rule.Who) || rule.Evidence == "" {
			r.wrong("rules", "%q must be who and what they show, such as elderly: KTP; who is one of %s", part, strings.Join(grounds, ", "))
			continue
		}
		rules = append(rules, rule)
	}
	return rules
}

func (r *reader) sessions() {
	for _, row := range r.table("queue_sessions.csv", "queue", "days", "opens", "closes", "regular", "priority", "jkn", "other", "source") {
		sources := row.from()
		d := r.queue[row.cell["queue"]]
		if d == nil {
			row.missing("queue", row.cell["queue"], "queues.csv")
			continue
		}
		d.Sources = union(d.Sources, sources)
		days, err := parseDays(row.cell["days"])
		if err != nil {
			row.wrong("days", "%v", err)
		}
		w := queue.Session{
			Opens: row.minute("opens"), Closes: row.minute("closes"),
			Regular: row.quota("regular"), Priority: row.quota("priority"), JKN: row.quota("jkn"), Other: row.quota("other"),
		}
		for _, w.Day = range days {
			d.Content.Week = append(d.Content.Week, w)
			d.week = append(d.week, row)
		}
	}
}

// quota is a cell with a number of places: empty for no limit, 0 for none.
func (r row) quota(field string) int {
	if r.cell[field] == "" {
		return -1
	}
	n, err := strconv.Atoi(r.cell[field])
	if err != nil || n < 0 {
		r.wrong(field, "%q must be a whole number from 0, or be empty for no limit", r.cell[field])
		return 0
	}
	return n
}

func (r *reader) counters() {
	seen := map[string]int{}
	for _, row := range r.table("counters.csv", "id", "queue", "name", "source") {
		row.unique(seen, "id")
		sources := row.from()
		d := r.queue[row.cell["queue"]]
		if d == nil {
			row.missing("queue", row.cell["queue"], "queues.csv")
			continue
		}
		d.Sources = union(d.Sources, sources)
		d.Content.Counters = append(d.Content.Counters, queue.CounterOf{ID: row.slug("id"), Name: row.text("name")})
		d.counters = append(d.counters, row)
	}
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// wholeQueues looks at the queues with all their parts, and at how they go
// together.
func (r *reader) wholeQueues() {
	prefixes := map[[2]string]int{}
	for i := range r.pack.Queues {
		d := r.queue[r.pack.Queues[i].ID]
		d.complete()
		key := [2]string{d.Place, d.Content.Prefix}
		if first, ok := prefixes[key]; ok && key[1] != "" {
			d.row.wrong("prefix", "%q of this place is already on line %d", key[1], first)
		} else {
			prefixes[key] = d.row.line
		}
		r.follow(d)
		slices.SortFunc(d.Content.Week, func(a, b queue.Session) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Opens, b.Opens)) })
		slices.SortFunc(d.Content.Counters, func(a, b queue.CounterOf) int { return cmp.Compare(a.ID, b.ID) })
		r.pack.Queues[i] = d.Queue
	}
}

// follow looks where a finished number goes on: to a queue of the same place
// that does not lead back.
func (r *reader) follow(d *lineDraft) {
	next := r.queue[d.Content.Next]
	switch {
	case d.Content.Next == "":
		return
	case next == nil:
		d.row.missing("next", d.Content.Next, "queues.csv")
		return
	case next.Place != d.Place:
		d.row.wrong("next", "%q is at the place %q", d.Content.Next, next.Place)
		return
	}
	for n := 0; next != nil; next, n = r.queue[next.Content.Next], n+1 {
		if next == d || n > len(r.queue) {
			d.row.wrong("next", "%q leads back to %q", d.Content.Next, d.ID)
			return
		}
	}
}

// complete notes what is missing and what does not fit the contract.
func (d *lineDraft) complete() {
	if len(d.Content.Week) == 0 && !d.row.broken["queue_sessions.csv"] {
		d.row.wrong("id", "%q has no row in queue_sessions.csv", d.ID)
	}
	if len(d.Content.Counters) == 0 && !d.row.broken["counters.csv"] {
		d.row.wrong("id", "%q has no row in counters.csv", d.ID)
	}
	var wrong *fault.Fault
	if !errors.As(d.Content.Check(), &wrong) {
		return
	}
	for _, field := range wrong.Fields {
		if at, column := d.where(field.Name); at.cell != nil && !at.told(column) {
			at.wrong(column, "%s", because(field))
		}
	}
}

// where is the row and column of a field: "week.2" and "counters.0.name"
// stand in rows of their own. Lists that are empty were told of.
func (d *lineDraft) where(field string) (row, string) {
	list, rest, _ := strings.Cut(field, ".")
	index, column, _ := strings.Cut(rest, ".")
	i, err := strconv.Atoi(index)
	switch {
	case list == "counters" && err == nil:
		return d.counters[i], cmp.Or(column, "name")
	case list == "week" && err == nil:
		return d.week[i], cmp.Or(column, "days")
	case list == "counters" || list == "week":
		return row{}, ""
	}
	return d.row, list
}
