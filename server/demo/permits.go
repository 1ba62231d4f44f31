package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"
	"gocloud.dev/blob"

	"rumah/server/api"
	"rumah/server/city"
	"rumah/server/document"
	"rumah/server/paper"
	"rumah/server/permit"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/form"
	contract "rumah/shared/permit"
)

// permitsMark is the setting that says that applications were made up.
const permitsMark = "demo permits"

// mostApplied is how many services the made-up citizens apply for.
const mostApplied = 3

// scene is one application: how long ago it was sent, and what officers have
// done since.
type scene struct {
	holder string
	days   int // working days ago
	acts   []act
}

// act is one thing that somebody in a role did, hours after the one before.
type act struct {
	role  access.Role
	after time.Duration
	do    contract.Act
}

// issued reports whether a scene ends with a letter. What is made up is never
// signed by a certified provider.
func (sc scene) issued() bool {
	return len(sc.acts) > 0 && sc.acts[len(sc.acts)-1].do.Action == contract.Sign
}

// scenes are one for each state that a desk has to show.
var scenes = []scene{
	{"Laras", 0, nil},
	{"Bella", 0, nil},
	{"Kartika", 1, nil},
	{"Hesti", 1, []act{{access.Verifier, 2 * time.Hour, contract.Act{Action: contract.Take}}}},
	{"Dewi", 2, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Remark, Note: "Sudah ditelepon, mau melengkapi sendiri."}}}},
	{"Farah", 3, []act{{access.Verifier, 3 * time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Return, Marks: []contract.Mark{{Reason: "Belum sama dengan kartu keluarga. Mohon ditulis ulang persis seperti di KK."}}}}}},
	{"Ayu", 1, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Pass}}}},
	{"Rahmat", 4, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Pass}}}},
	{"Yusuf", 6, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Pass}}}},
	{"Galih", 5, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Refuse, Note: "Anak tercatat di kabupaten lain. Ajukan di kantor yang menerbitkan KK-nya."}}}},
	{"Intan", 7, []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Pass}}}},
	{"Putri", 1, signed},
	{"Slamet", 2, signed},
	{"Mulyadi", 2, []act{{access.Verifier, 2 * time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Ask, Agency: "other", Note: "Mohon pendapat: apakah datanya sama dengan yang ada di kantor Saudara?"}}}},
}

// signed is a letter that was issued.
var signed = []act{{access.Verifier, time.Hour, contract.Act{Action: contract.Take}}, {access.Verifier, time.Hour, contract.Act{Action: contract.Pass}}, {access.Signer, 0, contract.Act{Action: contract.Sign}}}

// Desk is what applications are made up with.
type Desk struct {
	Vault  *vault.Vault
	Store  *blob.Bucket
	Pack   *city.Pack
	Now    time.Time
	Loc    *time.Location
	Issued document.Options // how letters are issued
}

// Permits gives a house for trying out some applications in different stages,
// and letters, for services of the offices whose desks can be tried.
func Permits(ctx context.Context, db bun.IDB, d Desk) error {
	return db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var fresh bool
		err := tx.NewRaw(`WITH f AS (INSERT INTO settings (key, value) VALUES (?, '{}') ON CONFLICT DO NOTHING RETURNING key) SELECT EXISTS (SELECT FROM f)`, permitsMark).Scan(ctx, &fresh)
		if err != nil || !fresh {
			return err
		}
		p := &stage{db: tx, now: d.Now, loc: d.Loc}
		if err := p.meet(ctx, d.Pack); err != nil {
			return err
		}
		clock := func() time.Time { return p.now }
		known := func(context.Context, string, string) (string, form.Profile, error) { return p.holder, nil, nil }
		p.Service = permit.New(tx, clock, d.Loc, permit.Options{Vault: d.Vault, Known: known})
		files := paper.New(tx, clock, paper.Options{Vault: d.Vault, Store: d.Store, Question: p.Question})
		p.Service.Papers, p.Filler = files, Filler{Papers: files, Loc: d.Loc}
		p.Service.Documents = document.New(tx, clock, d.Loc, d.Issued)
		return p.play(ctx, slices.DeleteFunc(slices.Clone(scenes), func(sc scene) bool { return sc.issued() && d.Issued.Signer.Certified() }), d.Now)
	})
}

// stage is where it is played what becomes of applications.
type stage struct {
	*permit.Service
	Filler
	db     bun.IDB
	now    time.Time
	loc    *time.Location
	holder string
	people map[access.Role]access.Actor // of one agency that has a desk
	agency string
	other  string // another agency, that can be asked
}

// meet looks for the people to try the house out as: a citizen, and those of
// the first agency that has somebody who checks papers.
func (p *stage) meet(ctx context.Context, pack *city.Pack) error {
	p.people = map[access.Role]access.Actor{}
	for _, a := range pack.Accounts {
		if a.Role == access.Verifier && p.agency == "" {
			p.agency = a.Agency
		}
	}
	for _, a := range pack.Accounts {
		if p.agency == "" || a.Role != access.Citizen && a.Agency != p.agency {
			if p.other == "" && a.Agency != "" {
				p.other = a.Agency
			}
			continue
		}
		if _, met := p.people[a.Role]; met {
			continue
		}
		who := access.Actor{Name: a.Name, Staff: a.Role != access.Citizen}
		if who.Staff {
			who.Grants = []access.Grant{{Role: a.Role, Agency: a.Agency, Place: a.Place}}
		}
		if err := p.db.NewRaw(`SELECT coalesce((SELECT id FROM people WHERE name = ? AND closed_at IS NULL LIMIT 1), '')`, a.Name).Scan(ctx, &who.ID); err != nil {
			return fmt.Errorf("look for %s: %w", a.Name, err)
		}
		if who.ID != "" {
			p.people[a.Role] = who
		}
	}
	return nil
}

// play sends one application for each scene, to the services of the agency in
// turn.
func (p *stage) play(ctx context.Context, scenes []scene, now time.Time) error {
	offers, err := p.offers(ctx)
	if err != nil || len(offers) == 0 || len(p.people) < 3 {
		return err
	}
	for i, sc := range scenes {
		if err := p.scene(ctx, sc, offers[i%len(offers)], now); err != nil {
			return fmt.Errorf("make up the application of %s: %w", sc.holder, err)
		}
	}
	return nil
}

// offered is a service, and one of its places that is the agency's.
type offered struct {
	contract.Offer
	place string
}

// offers are services of the agency whose way the scenes can be played on.
func (p *stage) offers(ctx context.Context) ([]offered, error) {
	var ids, places []string
	if err := p.db.NewRaw(`SELECT coalesce(min(code), '') FROM areas WHERE kind <> 'district' AND NOT removed AND retired_at IS NULL`).Scan(ctx, &p.Area); err != nil {
		return nil, fmt.Errorf("look for a village: %w", err)
	}
	if err := p.db.NewRaw(`SELECT id FROM places WHERE agency_id = ? AND retired_at IS NULL`, p.agency).Scan(ctx, &places); err != nil {
		return nil, fmt.Errorf("list the places of the demo: %w", err)
	}
	if err := p.db.NewRaw(`SELECT service_id FROM permit_services WHERE ended_at IS NULL ORDER BY service_id`).Scan(ctx, &ids); err != nil {
		return nil, fmt.Errorf("list the services of the demo: %w", err)
	}
	var list []offered
	for _, id := range ids {
		o, err := p.Offer(ctx, contract.ServiceID{Service: id})
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(o.Places, func(n contract.Named) bool { return slices.Contains(places, n.ID) })
		if at >= 0 && p.played(o.Way) {
			list = append(list, offered{o, o.Places[at].ID})
		}
	}
	slices.SortStableFunc(list, func(a, b offered) int { return papers(&a.Form) - papers(&b.Form) })
	return list[:min(len(list), mostApplied)], nil
}

// papers are how many files a form asks for: a house for trying out is to
// start soon.
func papers(s *form.Schema) (n int) {
	for _, section := range s.Sections {
		for _, q := range section.Questions {
			if q.Kind == form.Files && q.Required {
				n++
			}
		}
	}
	return n
}

// played reports whether the scenes can be played on a way: papers are checked,
// then it is signed, both by the people of the agency, in a time that it has
// promised.
func (p *stage) played(w contract.Way) bool {
	own := func(step contract.Step) bool { return step.Agency == "" || step.Agency == p.agency }
	return w.Promise.Amount > 0 && len(w.Steps) > 1 && w.Steps[0].Stage == contract.Documents && w.Steps[1].Stage == contract.Signature && own(w.Steps[0]) && own(w.Steps[1])
}

// scene plays one application from its beginning.
func (p *stage) scene(ctx context.Context, sc scene, o offered, now time.Time) error {
	citizen := api.WithActor(ctx, p.people[access.Citizen])
	p.holder, p.now = sc.holder+" Contoh", p.back(now, sc.days)
	a, err := p.Start(citizen, contract.Start{Service: o.Service.ID, Place: o.place})
	var answers form.Answers
	if err == nil {
		p.Name = p.holder
		answers, err = p.Answers(citizen, &a, p.now)
	}
	if err == nil {
		a, err = p.Send(citizen, contract.Send{ID: a.ID, Answers: answers})
	}
	if err != nil {
		return err
	}
	for _, step := range sc.acts {
		if p.now = p.now.Add(step.after); p.now.After(now) || step.do.Action == contract.Sign { // the key of a new house signs from today on
			p.now = now
		}
		do := step.do
		do.ID, do.Seen = a.ID, a.Version
		if do.Agency != "" {
			if do.Agency = p.other; do.Agency == "" {
				break
			}
		}
		if do.Marks != nil {
			do.Marks = []contract.Mark{{Path: named(&o.Form), Reason: do.Marks[0].Reason}}
		}
		f, err := p.Act(api.WithActor(ctx, p.people[step.role]), do)
		if err != nil {
			return fmt.Errorf("%s: %w", do.Action, err)
		}
		a.Version = f.Version
	}
	return nil
}

// back is nine in the morning some working days ago; today it is just now.
func (p *stage) back(now time.Time, days int) time.Time {
	if days == 0 {
		return now.Add(-20 * time.Minute)
	}
	at := now.In(p.loc)
	for days > 0 {
		if at = at.AddDate(0, 0, -1); at.Weekday() != time.Saturday && at.Weekday() != time.Sunday {
			days--
		}
	}
	return time.Date(at.Year(), at.Month(), at.Day(), 9, 0, 0, 0, p.loc)
}

// named is the question that a made-up officer finds wrong.
func named(s *form.Schema) string {
	for _, section := range s.Sections {
		for _, q := range section.Questions {
			if q.Kind == form.Line && q.When == nil && q.Required {
				return q.ID
			}
		}
	}
	return s.Sections[0].Questions[0].ID
}
