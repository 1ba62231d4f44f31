package permit

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/server/database"
	"rumah/server/identity"
	"rumah/shared/access"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// file is an application that the maker of a request works on. Fault:
// unknown, also for one that is none of theirs.
func (s *Service) file(ctx context.Context, id string) (*dossier, error) {
	if !database.Storable(id) {
		return nil, unknown()
	}
	r := reachOf(api.Actor(ctx))
	return s.read(ctx, r.agencies, `a.id = ?1 AND a.version > 0 AND ?2`, id, r.within())
}

// acting is somebody with the roles they have for the agency of this
// application: those for an agency above it hold there too.
func (d *dossier) acting(a access.Actor) access.Actor {
	grants := slices.Clone(a.Grants)
	for _, g := range a.Grants {
		if g.Place == "" && g.Agency != d.Agency && slices.Contains(d.above, g.Agency) {
			g.Agency = d.Agency
			grants = append(grants, g)
		}
	}
	a.Grants = grants
	return a
}

// officeOf is for which agency somebody works on this application: the one
// that gives the service, or their own that was asked.
func (d *dossier) officeOf(a access.Actor) string {
	a = d.acting(a)
	if slices.ContainsFunc(desks, func(role access.Role) bool { return a.At(role, d.Agency, d.row.Place) }) {
		return d.Agency
	}
	return reachOf(a).speaks[0]
}

// Open implements permit.API.
func (s *Service) Open(ctx context.Context, id permit.ID) (permit.File, error) {
	d, err := s.file(ctx, id.ID)
	if err != nil {
		return permit.File{}, err
	}
	return s.view(ctx, d)
}

// view is an application as the maker of a request sees it at a desk.
func (s *Service) view(ctx context.Context, d *dossier) (permit.File, error) {
	now := s.now()
	f := permit.File{
		Line: d.line(), Agency: permit.Named{ID: d.Agency, Name: d.AgencyName}, Form: d.schema, Day: s.day(d), Way: permit.WayOf(&d.definition), Version: d.state.Version,
		Head: d.state.Head, Events: []permit.Happened{}, May: []permit.Transition{}, Colleagues: []permit.Candidate{}, Names: []permit.Named{}, Letters: []permit.Letter{}, Now: now,
		Share: d.state.Head.Clock.Share(d.rules.Hours, d.definition.Promise, now), Announced: d.DueAt.IsZero() || d.rules.Hours.Announced(d.DueAt.In(s.loc).Year()),
	}
	f.Closed, f.Erased = d.archived(), utc(d.ErasedAt.Time)
	answers, err := s.answers(d)
	if err != nil {
		return f, err
	}
	if f.Closed {
		answers = form.Answers{}
	}
	filled := form.On(&d.schema, f.Day)
	f.Answers = filled.Masked(answers)
	if f.Estimate, err = d.fee(filled, answers); err != nil {
		f.Estimate = 0 // the officer sets it
	}
	events, names, err := s.happened(ctx, d.ID)
	if err != nil {
		return f, err
	}
	for _, e := range events {
		h := happenedOf(e)
		h.By = names[e.By]
		if e.Action == permit.Take || e.Action == permit.HandOver {
			h.Whom = names[e.Head.Officer]
		}
		f.Events = append(f.Events, h)
	}
	f.May = append(f.May, d.state.May(d.rules, d.acting(api.Actor(ctx)))...)
	if slices.ContainsFunc(f.May, func(t permit.Transition) bool { return t.Action == permit.Take || t.Action == permit.HandOver }) {
		if f.Colleagues, err = s.candidates(ctx, postsOf(d)); err != nil {
			return f, err
		}
		f.Colleagues = slices.DeleteFunc(f.Colleagues, func(c permit.Candidate) bool { return d.state.Bars(d.rules, c.ID) })
	}
	if f.Letters, err = s.letters(ctx, answers); err != nil {
		return f, err
	}
	f.Names, err = s.names(ctx, d, answers)
	return f, err
}

// Reveal implements permit.API.
func (s *Service) Reveal(ctx context.Context, id permit.ID) (permit.Revealed, error) {
	d, err := s.file(ctx, id.ID)
	if err != nil {
		return permit.Revealed{}, err
	}
	if d.archived() {
		return permit.Revealed{}, conflict("permit_archived")
	}
	look := identity.Look{Operation: "permit.Reveal", Person: d.Person, Member: d.Member, Agency: d.officeOf(api.Actor(ctx)), Purpose: words.PermitLook.In(words.ID, d.ServiceName, d.ID)}
	if d.Member != "" {
		look.Whom = d.Holder
	}
	var whole permit.Revealed
	err = s.Look(ctx, look, func(ctx context.Context, tx bun.IDB) error {
		if err := tx.NewRaw(`SELECT sealed FROM applications WHERE id = ?`, d.ID).Scan(ctx, &d.Sealed); err != nil {
			return fmt.Errorf("read answers: %w", err)
		}
		whole.Answers, err = s.answers(d)
		return err
	})
	if err != nil {
		return permit.Revealed{}, err
	}
	return whole, nil
}

// Act implements permit.API.
func (s *Service) Act(ctx context.Context, in permit.Act) (permit.File, error) {
	d, err := s.file(ctx, in.ID)
	if err != nil {
		return permit.File{}, err
	}
	c := permit.Command{
		Action: in.Action, By: d.acting(api.Actor(ctx)), Seen: in.Seen, Note: in.Note, Step: in.Step, Marks: in.Marks, Agency: in.Agency, Opinion: in.Opinion,
		View: in.View, Amount: in.Amount, Number: in.Number,
	}
	if in.To != "" {
		if c.To, err = s.colleague(ctx, d, in.To); err != nil {
			return permit.File{}, err
		}
	}
	answers, err := s.answers(d)
	if err != nil {
		return permit.File{}, err
	}
	filled := form.On(&d.schema, s.day(d))
	if err := d.marked(filled, in, answers); err != nil {
		return permit.File{}, err
	}
	if in.Action == permit.Ask {
		if err := s.agency(ctx, in.Agency); err != nil {
			return permit.File{}, err
		}
	}
	if in.Action == permit.Sign && s.Documents != nil {
		err = s.sign(ctx, d, in, c, filled, answers)
	} else {
		err = s.act(ctx, d, c, filled, answers)
	}
	if err != nil {
		return permit.File{}, err
	}
	if d.OfficerName, err = s.name(ctx, d.state.Head.Officer); err != nil {
		return permit.File{}, err
	}
	return s.view(ctx, d)
}

// act carries out what an officer wishes, and what follows from it.
func (s *Service) act(ctx context.Context, d *dossier, c permit.Command, filled *form.Form, answers form.Answers) error {
	if err := s.bill(ctx, d, &c); err != nil {
		return err
	}
	events, err := d.carryOut(c, s.now())
	if err != nil {
		return err
	}
	more, err := s.settle(ctx, d, filled, answers)
	if err != nil {
		return err
	}
	return s.write(ctx, d, append(events, more...), nil)
}

// carryOut does what an officer wishes. Whoever returns or passes it as they
// see it marked now, marks it so first.
func (d *dossier) carryOut(c permit.Command, now time.Time) ([]permit.Event, error) {
	var events []permit.Event
	if (c.Action == permit.Return || c.Action == permit.Pass) && c.Marks != nil && !slices.Equal(c.Marks, d.state.Head.Marks) {
		mark := permit.Command{Action: permit.MarkUp, By: c.By, Seen: c.Seen, Marks: c.Marks}
		var err error
		if events, err = d.state.Do(d.rules, mark, now); err != nil {
			return nil, err
		}
		c.Seen = d.state.Version
	}
	more, err := d.state.Do(d.rules, c, now)
	return append(events, more...), err
}

// marked refuses marks on what was not asked.
func (d *dossier) marked(f *form.Form, in permit.Act, answers form.Answers) error {
	var faults check.Faults
	if in.Action == permit.MarkUp || in.Action == permit.Return {
		for i, m := range in.Marks {
			if !f.Marked(m.Path, answers) {
				faults.Add(check.At("marks", i)+".path", "choice", "")
			}
		}
	}
	return faults.Err()
}

// settle does the steps that the house itself does, as long as it is at one:
// it works out the fee and makes the bill, and hands out what is signed.
func (s *Service) settle(ctx context.Context, d *dossier, f *form.Form, answers form.Answers) ([]permit.Event, error) {
	var all []permit.Event
	for range permit.MostSteps {
		h := d.state.Head
		step, ok := d.definition.Step(h.Step)
		if !ok || step.Stage != h.Stage || len(step.Roles) > 0 {
			break
		}
		c := permit.Command{House: true}
		switch h.Stage {
		case permit.Assessment:
			amount, err := d.fee(f, answers)
			if err != nil {
				return nil, err
			}
			c.Action, c.Amount, c.Number = permit.SetFee, amount, d.ID
		case permit.Issuing:
			c.Action = permit.Issue
		default: // it waits for a payment
			return all, nil
		}
		if err := s.bill(ctx, d, &c); err != nil {
			return nil, err
		}
		events, err := d.state.Do(d.rules, c, s.now())
		if err != nil {
			return nil, err
		}
		all = append(all, events...)
	}
	return all, nil
}
