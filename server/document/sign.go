package document

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/permit"
	"rumah/server/signer"
	"rumah/shared/proof"
)

// queues is how long an officer waits for others to have signed.
const queues = 30 * time.Second

// Sign implements permit.Documents. One transaction takes the number, writes
// what happened, and writes the document; the signature is made within it, so
// that whatever fails leaves nothing, not even a number. Only a signature whose
// answer was lost leaves its number to the application, for it may stand on a
// letter by now. Who asked may be gone meanwhile: what was begun is ended.
func (s *Service) Sign(ctx context.Context, d permit.Deed, write func(context.Context, bun.IDB, string) error) error {
	ctx = context.WithoutCancel(ctx)
	select {
	case s.pens <- struct{}{}:
		defer func() { <-s.pens }()
	case <-time.After(queues):
		return conflict("sign_busy")
	}
	office, err := s.office(ctx, d)
	if err != nil {
		return err
	}
	lost := false
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		p, err := s.place(ctx, tx, d, office)
		if err != nil {
			return err
		}
		var plain []byte
		err = tx.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			if err := write(ctx, tx, p.Number); err != nil {
				return err
			}
			plain, err = s.issue(ctx, tx, d, office, p)
			return err
		})
		if lost = errors.Is(err, signer.ErrUnknown); lost {
			return s.lose(ctx, tx, d, p, plain)
		}
		return err
	})
	if err == nil && lost {
		err = conflict("sign_unknown")
	}
	return err
}

// place is the number of a document: the next one, or the one that an earlier
// try has left to the application.
func (s *Service) place(ctx context.Context, tx bun.Tx, d permit.Deed, o office) (p place, err error) {
	err = tx.NewRaw(`SELECT agency_id AS agency, class, year, seq, number FROM lost_signings WHERE application_id = ? FOR UPDATE`, d.Application).Scan(ctx, &p)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return o.series(d.Product.Class, s.day(d.At)).next(ctx, tx)
	case err != nil:
		return p, fmt.Errorf("look for an earlier signature: %w", err)
	case !d.Again:
		return p, conflict("sign_unknown")
	}
	return p, nil
}

// lose notes a signature of which nobody knows whether it was made.
func (s *Service) lose(ctx context.Context, tx bun.Tx, d permit.Deed, p place, plain []byte) error {
	hash := sha256.Sum256(plain)
	_, err := tx.NewRaw(`
INSERT INTO lost_signings (application_id, agency_id, year, class, seq, number, plain_hash, signer_id, at) VALUES (?0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (application_id) DO UPDATE SET plain_hash = excluded.plain_hash, signer_id = excluded.signer_id, at = excluded.at`,
		d.Application, p.Agency, p.Year, p.Class, p.Seq, p.Number, hash[:], d.Officer.ID, s.now().UTC()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note a signature whose answer was lost: %w", err)
	}
	return nil
}

// issued is a document as it is written down.
type issued struct {
	proof.Document
	code   string
	office string // of who signs
	title  string
}

// issue draws a document, has it signed, and writes it down. What was to be
// signed is answered whatever becomes of it.
func (s *Service) issue(ctx context.Context, tx bun.Tx, d permit.Deed, o office, p place) (plain []byte, err error) {
	doc, err := s.document(d, o, p)
	if err != nil {
		return nil, err
	}
	if plain, err = s.draw(d, o, doc); err != nil {
		return nil, err
	}
	email, err := s.Email(ctx, d.Officer.ID)
	if err != nil {
		return plain, err
	}
	signed, err := s.Signer.Sign(ctx, signer.Wish{PDF: plain, Name: d.Officer.Name, Email: email, Passphrase: d.Passphrase, Reason: doc.title + " " + p.Number, At: d.At})
	if err != nil {
		return plain, err
	}
	if err := s.put(ctx, doc.ID.String(), signed); err != nil {
		return plain, err
	}
	if err := s.enter(ctx, tx, d, p, doc, plain, signed); err != nil {
		return plain, errors.Join(err, s.Store.Delete(ctx, keyOf(doc.ID.String())))
	}
	return plain, nil
}

// document is what stands in the code of a letter, and the code.
func (s *Service) document(d permit.Deed, o office, p place) (issued, error) {
	doc := issued{title: titleOf(d), office: officeOf(d.Product, o)}
	if _, err := rand.Read(doc.ID[:]); err != nil {
		return doc, fmt.Errorf("name a document: %w", err)
	}
	doc.Date, doc.Number, doc.Holder = s.day(d.At), p.Number, proof.MaskName(d.Holder)
	if d.Product.Days > 0 {
		doc.Until = doc.Date.Add(d.Product.Days)
	}
	doc.Service, doc.Issuer = fit(doc.title, o.Name, proof.MostText-len(doc.Number)-len(doc.Holder))
	var err error
	doc.code, err = proof.Sign(&doc.Document, s.Key.Number, s.Key.Private)
	return doc, err
}

// fit cuts two names so that both have room: the longer one first.
func fit(one, other string, room int) (string, string) {
	for len(one)+len(other) > room {
		if len(one) >= len(other) {
			one = cut(one)
		} else {
			other = cut(other)
		}
	}
	return one, other
}

// cut takes the last letter off, and says that something is missing.
func cut(s string) string {
	r := []rune(s)
	if n := len(r); n > 1 && r[n-1] == '…' {
		r = r[:n-1]
	}
	return string(r[:len(r)-1]) + "…"
}

// enter writes a document into the register.
func (s *Service) enter(ctx context.Context, tx bun.Tx, d permit.Deed, p place, doc issued, plain, signed []byte) error {
	before, after := sha256.Sum256(plain), sha256.Sum256(signed)
	var until any
	if doc.Until != "" {
		until = string(doc.Until)
	}
	_, err := tx.NewRaw(`
INSERT INTO documents (id, application_id, person_id, service_id, agency_id, year, class, seq, number, title, holder, issuer, signer_id, signer, office, date, until,
  key, certified, code, size, plain_hash, hash, signed_at)
SELECT ?0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, name, ?11, ?12, ?13, ?14::date, ?15::date, ?16, ?17, ?18, ?19, ?20, ?21, ?22 FROM agencies WHERE id = ?4`,
		doc.ID.String(), d.Application, d.Person, d.Service.ID, p.Agency, p.Year, p.Class, p.Seq, p.Number, doc.title, d.Holder, d.Officer.ID, d.Officer.Name, doc.office,
		string(doc.Date), until, s.Key.Number, s.Signer.Certified(), doc.code, len(signed), before[:], after[:], d.At.UTC()).Exec(ctx)
	if err == nil {
		_, err = tx.NewRaw(`DELETE FROM lost_signings WHERE application_id = ?`, d.Application).Exec(ctx)
	}
	if err != nil {
		return fmt.Errorf("write a document down: %w", err)
	}
	return nil
}

// keyOf is where a document lies.
func keyOf(id string) string { return "documents/" + id }

func (s *Service) put(ctx context.Context, id string, data []byte) error {
	if err := s.Store.WriteAll(ctx, keyOf(id), s.Vault.Seal("document "+id, data), nil); err != nil {
		return fmt.Errorf("put a document: %w", err)
	}
	return nil
}

func (s *Service) get(ctx context.Context, id string) ([]byte, error) {
	sealed, err := s.Store.ReadAll(ctx, keyOf(id))
	if err == nil {
		sealed, err = s.Vault.Open("document "+id, sealed)
	}
	if err != nil {
		return nil, fmt.Errorf("get document %s: %w", id, err)
	}
	return sealed, nil
}
