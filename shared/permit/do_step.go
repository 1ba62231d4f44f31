package permit

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"rumah/shared/access"
	"rumah/shared/check"
	"rumah/shared/fault"
)

func (d *decision) submit() error {
	d.to = string(Submitted)
	return nil
}

// take gives an application to somebody: to oneself, or as the admin of the
// agency to anybody who may do the step.
func (d *decision) take() error {
	who, err := d.receiver()
	switch {
	case err != nil:
		return err
	case d.Head.Officer == who:
		return nil
	case d.Head.Officer != "":
		return refuse("permit_taken")
	}
	d.head.Officer, d.to = who, d.step.ID
	return nil
}

// handOver gives it on: the officer who has it does, or the admin for one who
// is away.
func (d *decision) handOver() error {
	switch {
	case d.Head.Officer == "":
		return refuse("permit_untaken")
	case d.want.To.ID == "":
		return fault.Wrong(fault.Field{Name: "to", Key: "required"})
	case d.Head.Officer == d.want.To.ID:
		return nil
	case d.Head.Officer != d.want.By.ID && !d.admin():
		return fault.New(fault.Denied, "denied")
	}
	who, err := d.fit(d.want.To)
	if err != nil {
		return err
	}
	d.head.Officer, d.to = who, d.step.ID
	return nil
}

// receiver is who takes an application.
func (d *decision) receiver() (string, error) {
	to := d.want.To
	switch {
	case to.ID == "" || to.ID == d.want.By.ID:
		return d.fit(d.want.By)
	case !d.admin():
		return "", fault.New(fault.Denied, "denied")
	}
	return d.fit(to)
}

func (d *decision) admin() bool {
	_, ok := d.holds(d.want.By, []access.Role{access.Agency}, d.step.Agency)
	return ok
}

// fit is the id of somebody who may do the step.
func (d *decision) fit(who access.Actor) (string, error) {
	if _, ok := d.holds(who, d.step.Roles, d.step.Agency); !ok {
		return "", fault.New(fault.Denied, "denied")
	}
	if d.opposed(who.ID) {
		return "", fault.New(fault.Denied, "permit_four_eyes")
	}
	return who.ID, nil
}

// markUp says what must be corrected, whatever was marked before.
func (d *decision) markUp() error {
	var f check.Faults
	if len(d.want.Marks) > MostMarks {
		return fault.Wrong(fault.Field{Name: "marks", Key: "too_many", Bound: strconv.Itoa(MostMarks)})
	}
	reason := &check.TextRule{Required: true, Min: 3, Max: mostReason}
	path := &check.TextRule{Required: true, Form: check.Line, Key: "characters", Max: 120}
	for i, m := range d.want.Marks {
		f.Text(check.At("marks", i)+".path", m.Path, path)
		f.Text(check.At("marks", i)+".reason", m.Reason, reason)
		if slices.ContainsFunc(d.want.Marks[:i], func(o Mark) bool { return o.Path == m.Path }) {
			f.Add(check.At("marks", i)+".path", "twice", "")
		}
	}
	d.head.Marks, d.to = slices.Clone(d.want.Marks), d.step.ID
	return f.Err()
}

// giveBack asks the applicant to correct what is marked.
func (d *decision) giveBack() error {
	switch {
	case len(d.Head.Marks) == 0:
		return fault.Wrong(fault.Field{Name: "marks", Key: "permit_marks"})
	case d.Head.Rounds >= MostRounds:
		return refuse("permit_rounds")
	}
	d.head.Officer = d.want.By.ID
	d.head.Rounds++
	d.to = string(Returned)
	return nil
}

// resubmit brings it back to who returned it.
func (d *decision) resubmit() error {
	d.head.Marks, d.to = nil, d.Head.Step
	return nil
}

// pass ends a check. What is marked or asked must be settled first, or it
// would be forgotten.
func (d *decision) pass() error {
	switch {
	case len(d.Head.Marks) > 0:
		return refuse("permit_marks_open")
	case d.Head.asking():
		return refuse("permit_opinion_open")
	}
	return d.done()
}

// done ends a step and goes on to the next.
func (d *decision) done() error {
	if !d.want.House {
		if hand := (Hand{Step: d.step.ID, Who: d.want.By.ID}); !slices.Contains(d.head.Hands, hand) {
			d.head.Hands = append(d.head.Hands, hand)
		}
	}
	d.to = d.rules.Definition.next(d.rules.Definition.index(d.step.ID))
	return nil
}

// sendBack gives it to whoever did an earlier check, because something there
// was not right.
func (d *decision) sendBack() error {
	d.to, d.head.Officer = d.want.Step, ""
	for _, h := range d.head.Hands {
		if h.Step == d.want.Step {
			d.head.Officer = h.Who
		}
	}
	return nil
}

func (d *decision) sign() error {
	if err := number("number", d.want.Number); err != nil {
		return err
	}
	d.head.Number = d.want.Number
	return d.done()
}

// number looks at the number of a document or a bill.
func number(name, s string) error {
	var f check.Faults
	f.Text(name, s, &check.TextRule{Required: true, Form: check.Line, Key: "characters", Max: 80})
	return f.Err()
}

func (d *decision) refused() error {
	d.to = string(Refused)
	return nil
}

func (d *decision) cancel() error {
	d.to = string(Cancelled)
	return nil
}

func (d *decision) revoke() error {
	d.to = string(Revoked)
	return nil
}

func (d *decision) replace() error {
	d.head.Instead, d.to = d.want.Number, string(Replaced)
	return number("number", d.want.Number)
}

func (d *decision) remark() error {
	d.to = d.Head.node()
	return nil
}

// ask asks another agency for its opinion.
func (d *decision) ask() error {
	agency := d.want.Agency
	switch {
	case agency == "" || !check.Slug(agency) || utf8.RuneCountInString(agency) > 60:
		return fault.Wrong(fault.Field{Name: "agency", Key: "choice"})
	case len(d.Head.Opinions) >= MostOpinions:
		return fault.Wrong(fault.Field{Name: "agency", Key: "too_many", Bound: strconv.Itoa(MostOpinions)})
	case slices.ContainsFunc(d.Head.Opinions, func(o Opinion) bool { return o.Agency == agency && o.Over == 0 }):
		return refuse("permit_asked")
	}
	d.head.Opinions = append(d.head.Opinions, Opinion{Agency: agency, Question: d.want.Note, By: d.want.By.ID, Asked: d.now})
	d.to = d.step.ID
	return nil
}

// opinion is the one that a command names, if it still waits.
func (d *decision) opinion() *Opinion {
	if i := d.want.Opinion - 1; i >= 0 && i < len(d.head.Opinions) && d.head.Opinions[i].Over == 0 {
		return &d.head.Opinions[i]
	}
	return nil
}

// speakers are the roles that speak for an agency that was asked.
var speakers = []access.Role{access.Verifier, access.Signer, access.Agency}

func (d *decision) answers(o Opinion) bool {
	_, ok := d.holds(d.want.By, speakers, o.Agency)
	return ok
}

// asked is the role in which somebody answers. To one that does not wait any
// more the colleagues of the service are told so, and nobody else.
func (d *decision) asked() (access.Role, bool) {
	agency := ""
	if o := d.opinion(); o != nil {
		agency = o.Agency
	}
	return d.holds(d.want.By, speakers, agency)
}

func (d *decision) answer() error {
	o := d.opinion()
	switch {
	case o == nil:
		return refuse("permit_opinion")
	case !check.OneOf(d.want.View, For, Against, If):
		return fault.Wrong(fault.Field{Name: "view", Key: "choice"})
	}
	o.View, o.Answer, o.Who, o.Over = d.want.View, d.want.Note, d.want.By.ID, d.now
	d.to = d.Head.node()
	return nil
}

func (d *decision) withdraw() error {
	o := d.opinion()
	if o == nil {
		return refuse("permit_opinion")
	}
	o.Over, d.to = d.now, d.step.ID
	return nil
}
