package permit

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/api"
	"rumah/shared/access"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Documents makes and keeps what offices issue.
type Documents interface {
	// Sign allots the next number, has write write what happened with it,
	// makes the document and signs it: all of it or nothing. Fault: those of
	// write, and of the signer.
	Sign(ctx context.Context, d Deed, write func(ctx context.Context, tx bun.IDB, number string) error) error

	// End takes the document of an application back, or says what holds
	// instead. Fault: invalid (number).
	End(ctx context.Context, tx bun.IDB, application string, e Ending) error

	// Letters are documents as the register has them now. One that is not
	// there is left out.
	Letters(ctx context.Context, ids []string) ([]permit.Letter, error)
}

// Deed is a document that is to be signed.
type Deed struct {
	Application, Person string
	Service             permit.Named
	Holder              string // whom it is for
	Agency              string // that issues it
	Place               string // where it is given
	Product             permit.Product
	Rows                []form.Row        // the answers
	Names               map[string]string // of areas, by their codes
	Officer             access.Actor
	Passphrase          string
	Again               bool // somebody has looked what became of the try before
	At                  time.Time
}

// Ending is how a document ends.
type Ending struct {
	Instead string // number of what holds instead; "" for nothing
	Reason  string
	By      string
	At      time.Time
}

// sign carries out a signature. What the rules say is asked before anything is
// made; what they decide is written with the number that the house allots.
func (s *Service) sign(ctx context.Context, d *dossier, in permit.Act, c permit.Command, filled *form.Form, answers form.Answers) error {
	c.Number = "-"
	if _, err := d.state.Clone().Do(d.rules, c, s.now()); err != nil {
		return err
	}
	deed, err := s.deed(ctx, d, in, filled, answers)
	if err != nil {
		return err
	}
	err = s.Documents.Sign(ctx, deed, func(ctx context.Context, tx bun.IDB, number string) error {
		c.Number = number
		events, err := d.state.Do(d.rules, c, deed.At)
		if err != nil {
			return err
		}
		more, err := s.settle(ctx, d, filled, answers)
		if err != nil {
			return err
		}
		return s.writeIn(ctx, tx, d, append(events, more...), nil)
	})
	if err == nil {
		s.wrote(d)
	}
	return err
}

// deed is what is to be signed of an application.
func (s *Service) deed(ctx context.Context, d *dossier, in permit.Act, filled *form.Form, answers form.Answers) (Deed, error) {
	_, issuer, _ := d.step()
	names, err := s.names(ctx, d, answers)
	deed := Deed{
		Application: d.ID, Person: d.Person, Service: permit.Named{ID: d.Service, Name: d.ServiceName}, Holder: d.Holder, Agency: issuer, Place: d.row.Place,
		Product: d.definition.Product, Rows: filled.Kept().Summary(answers, words.ID), Names: map[string]string{}, Officer: api.Actor(ctx),
		Passphrase: in.Passphrase, Again: in.Again, At: s.now(),
	}
	for _, n := range names {
		deed.Names[n.ID] = n.Name
	}
	return deed, err
}

// ended ends the document of an application, when what happened does.
func (s *Service) ended(ctx context.Context, tx bun.IDB, d *dossier, events []permit.Event) error {
	for _, e := range events {
		if s.Documents == nil || e.Action != permit.Revoke && e.Action != permit.Replace {
			continue
		}
		end := Ending{Reason: e.Note, By: e.By, At: time.UnixMilli(e.At).UTC()}
		if e.Action == permit.Replace {
			end.Instead = e.Head.Instead
		}
		if err := s.Documents.End(ctx, tx, d.ID, end); err != nil {
			return err
		}
	}
	return nil
}
