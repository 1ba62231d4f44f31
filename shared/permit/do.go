package permit

import (
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"rumah/shared/access"
	"rumah/shared/check"
	"rumah/shared/fault"
)

// Rules are what an application is decided by: the definition it began with,
// and when its office works.
type Rules struct {
	Definition *Definition
	Hours      Hours
}

// decision is a command being carried out. The head is changed as a copy, and
// becomes the application's when nothing was wrong.
type decision struct {
	*State
	rules Rules
	want  Command
	now   int64
	head  Head
	to    string // node
	step  Step   // that it is at, or comes back to
	role  access.Role
}

// deeds are what the actions do. They are made for who decides: a phone that only
// shows what happened carries none of them. An error says why it cannot; none with no
// place to go says that nothing is to be done.
func deeds() map[Action]func(*decision) error {
	return map[Action]func(*decision) error{
		Submit: (*decision).submit, Resubmit: (*decision).resubmit, Notice: (*decision).notice, Cancel: (*decision).cancel,
		Take: (*decision).take, HandOver: (*decision).handOver, MarkUp: (*decision).markUp, Return: (*decision).giveBack, Pass: (*decision).pass,
		SendBack: (*decision).sendBack, Ask: (*decision).ask, Answer: (*decision).answer, Withdraw: (*decision).withdraw,
		SetFee: (*decision).setFee, Confirm: (*decision).confirm, Dispute: (*decision).dispute, InitialIt: (*decision).done, Sign: (*decision).sign,
		Issue: (*decision).done, Collect: (*decision).done, Refuse: (*decision).refused, Revoke: (*decision).revoke, Replace: (*decision).replace,
		Remark: (*decision).remark, Expire: (*decision).expire, Lapse: (*decision).lapse,
	}
}

// officers are the actions of whoever has the application. Nobody else does
// them while somebody has it.
var officers = []Action{MarkUp, Return, Pass, SendBack, Ask, Withdraw, SetFee, Confirm, Dispute, InitialIt, Sign, Issue, Collect, Refuse}

// Do carries out a command: it answers what happened and applies it, or
// answers a fault and changes nothing. Nothing happens, without a fault, when
// what was wished is so already.
//
// Faults: conflict (permit_changed: somebody was faster; permit_<stage>: this
// cannot be done where it is; permit_taken: a colleague has it), denied,
// invalid.
func (s *State) Do(r Rules, c Command, now time.Time) ([]Event, error) {
	deed, known := deeds()[c.Action]
	if !known {
		return nil, fault.Wrong(fault.Field{Name: "action", Key: "choice"})
	}
	if c.Seen != 0 && c.Seen != s.Version {
		return nil, refuse("permit_changed")
	}
	d := &decision{State: s, rules: r, want: c, now: max(now.UnixMilli(), s.At), head: s.Head.clone()}
	d.step = d.place()
	rows := d.rows()
	if len(rows) == 0 {
		return nil, refuse("permit_" + string(s.Head.Stage))
	}
	if err := d.allowed(rows[0]); err != nil {
		return nil, err
	}
	if err := deed(d); err != nil || d.to == "" {
		return nil, err
	}
	at := slices.IndexFunc(rows, func(t Transition) bool { return t.To == d.to })
	if at < 0 {
		return nil, fault.Wrong(fault.Field{Name: "step", Key: "choice"})
	}
	e := d.event(rows[at])
	s.Apply(e)
	return []Event{e}, nil
}

// place is the step that an application is at, comes back to, or begins with.
func (d *decision) place() Step {
	if steps := d.rules.Definition.Steps; d.Head.Stage == Submitted && len(steps) > 0 {
		return steps[0]
	}
	step, _ := d.rules.Definition.Step(d.Head.Step)
	return step
}

// rows are the transitions of the command from where the application is.
func (d *decision) rows() []Transition {
	var rows []Transition
	for _, t := range Table(d.rules.Definition) {
		if t.From == d.Head.node() && t.Action == d.want.Action {
			rows = append(rows, t)
		}
	}
	return rows
}

// allowed looks at who wishes it, and with what words.
func (d *decision) allowed(t Transition) error {
	role, ok := d.as(t.Who)
	if t.Action == Answer {
		role, ok = d.asked()
	}
	if !ok {
		return fault.New(fault.Denied, "denied")
	}
	d.role = role
	switch {
	case d.taken(t.Action):
		return refuse("permit_taken")
	case d.barred(t.Action):
		return fault.New(fault.Denied, "permit_four_eyes")
	}
	switch note := d.want.Note; {
	case t.Note && check.Blank(note):
		return fault.Wrong(fault.Field{Name: "note", Key: "required"})
	case !check.Text(note):
		return fault.Wrong(fault.Field{Name: "note", Key: "characters"})
	case utf8.RuneCountInString(note) > MostNote:
		return fault.Wrong(fault.Field{Name: "note", Key: "too_long", Bound: strconv.Itoa(MostNote)})
	}
	return nil
}

// as is the role in which the wish is allowed to somebody.
func (d *decision) as(w Who) (access.Role, bool) {
	by := d.want.By
	switch {
	case d.want.House:
		return "", w.House
	case w.Applicant && !by.Staff && by.ID != "" && by.ID == d.Applicant:
		return access.Citizen, true
	}
	return d.holds(by, w.Roles, w.Agency)
}

// holds is the first of some roles that somebody has for an agency, "" for
// the one that gives the service. There a role at another of its places does
// not count.
func (d *decision) holds(by access.Actor, roles []access.Role, agency string) (access.Role, bool) {
	place := ""
	if agency == "" || agency == d.Agency {
		agency, place = d.Agency, d.Place
	}
	for _, role := range roles {
		if place != "" && by.At(role, agency, place) {
			return role, true
		}
		if all, agencies := by.Over(role); place == "" && by.Staff && (all || slices.Contains(agencies, agency)) {
			return role, true
		}
	}
	return "", false
}

// taken reports whether a colleague has what the action is for.
func (d *decision) taken(a Action) bool {
	if d.want.House || !slices.Contains(officers, a) || a == SetFee && d.Head.Stage == Payment {
		return false
	}
	return d.Head.Officer != "" && d.Head.Officer != d.want.By.ID
}

// barred reports whether who wishes it has done a step that whoever does this
// one may not have done.
func (d *decision) barred(a Action) bool {
	return !d.want.House && slices.Contains(officers, a) && d.opposed(d.want.By.ID)
}

// vain reports whether somebody who hands out no work would take what they may
// not do, or hand over what they do not have.
func (d *decision) vain(a Action) bool {
	by := d.want.By.ID
	return (a == Take && d.opposed(by) || a == HandOver && d.Head.Officer != by) && !d.admin()
}

// Bars reports whether somebody has done a step that keeps them from doing
// this one.
func (s *State) Bars(r Rules, who string) bool {
	d := &decision{State: s, rules: r, head: s.Head}
	d.step = d.place()
	return d.opposed(who)
}

func (d *decision) opposed(who string) bool {
	return d.Head.did(who, d.rules.Definition.opposite(d.step.ID))
}

// event is what happened, with the head as it is from then on.
func (d *decision) event(t Transition) Event {
	h := &d.head
	if t.To != t.From {
		h.Since = d.now
		h.Stage = d.rules.Definition.stageOf(t.To)
		if _, isStep := d.rules.Definition.Step(t.To); isStep {
			h.Step = t.To
		} else if h.Stage != Returned {
			h.Step = ""
		}
		if !slices.Contains([]Action{Take, Return, Resubmit, SendBack}, t.Action) {
			h.Officer = ""
		}
	} else if h.Officer == "" && slices.Contains(officers, t.Action) && !d.want.House && t.Action != SetFee {
		h.Officer = d.want.By.ID
	}
	h.Clock = h.Clock.after(t, d.now)
	e := Event{Version: d.Version + 1, At: d.now, Action: t.Action, From: t.From, To: t.To, Role: d.role, Note: d.want.Note, Tell: t.Tell, Head: *h}
	if !d.want.House {
		e.By = d.want.By.ID
	}
	return e
}

// refuse is a fault of somebody who is late: the application has moved on.
func refuse(key string) error { return fault.New(fault.Conflict, key) }

// May are the transitions that somebody could make now, as far as who they
// are goes: what a desk offers as buttons. What the action needs besides, Do
// tells.
func (s *State) May(r Rules, by access.Actor) []Transition {
	d := &decision{State: s, rules: r, want: Command{By: by}, head: s.Head}
	d.step = d.place()
	var may []Transition
	for _, t := range Table(r.Definition) {
		if t.From != s.Head.node() {
			continue
		}
		_, ok := d.as(t.Who)
		if t.Action == Answer {
			ok = slices.ContainsFunc(s.Head.Opinions, func(o Opinion) bool { return o.Over == 0 && d.answers(o) })
		}
		if ok && !d.taken(t.Action) && !d.barred(t.Action) && !d.vain(t.Action) {
			may = append(may, t)
		}
	}
	return may
}
