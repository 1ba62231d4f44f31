package partner

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/uptrace/bun"

	"rumah/server/queue"
	"rumah/shared/fault"
	"rumah/shared/partner"
)

// mostFaults is how many wrong lines are told at once.
const mostFaults = 20

var (
	digits13 = regexp.MustCompile(`^[0-9]{13}$`)
	digits16 = regexp.MustCompile(`^[0-9]{16}$`)
	plainKey = regexp.MustCompile(`^[0-9A-Za-z./-]{1,36}$`)
)

// pasted are the lines of a paste, and what is wrong with them.
type pasted struct {
	lines  []pastedLine
	faults []fault.Field
	seen   map[string]bool // what may stand in one line only
}

type pastedLine struct {
	number int
	cells  []string
}

// readPaste takes a paste apart. A first line with the names of the columns
// is passed over; how parts are divided is seen from the first line.
func readPaste(text, first string, columns int) (*pasted, error) {
	text = strings.TrimPrefix(text, "\uFEFF")
	head, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for _, by := range "\t;" {
		if strings.ContainsRune(head, by) {
			r.Comma = by
			break
		}
	}
	p := &pasted{seen: map[string]bool{}}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fault.Wrong(fault.Field{Name: "text", Key: "paste_quotes"})
		}
		number, _ := r.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case strings.Join(cells, "") == "", len(p.lines) == 0 && strings.EqualFold(cells[0], first):
			continue
		case len(p.lines) == partner.MostLines:
			return nil, fault.Wrong(fault.Field{Name: "text", Key: "paste_lines", Bound: strconv.Itoa(partner.MostLines)})
		case len(cells) != columns:
			p.wrong(number, "paste_columns", strconv.Itoa(columns))
		}
		p.lines = append(p.lines, pastedLine{number, cells})
	}
	if len(p.lines) == 0 {
		return nil, fault.Wrong(fault.Field{Name: "text", Key: "required"})
	}
	return p, p.err()
}

// wrong complains of a line, which it does of each only once.
func (p *pasted) wrong(number int, key, bound string) {
	f := fault.Field{Name: strconv.Itoa(number), Key: key, Bound: bound}
	if n := len(p.faults); n < mostFaults && (n == 0 || p.faults[n-1].Name != f.Name) {
		p.faults = append(p.faults, f)
	}
}

// once complains of what stands in two lines.
func (p *pasted) once(number int, what string) {
	if p.seen[what] {
		p.wrong(number, "paste_twice", "")
	}
	p.seen[what] = true
}

func (p *pasted) err() error { return fault.Wrong(p.faults...) }

// receive locks the connection of a place for a paste, and makes one where
// there is none yet, as it is for those who set nothing up.
func (s *Service) receive(ctx context.Context, at string, store func(context.Context, bun.Tx) error) error {
	return s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		_, err := tx.NewRaw(`
INSERT INTO bpjs_hospitals (place_id, username, password_hash, base_url, registers, days, changed_at) VALUES (?, '', '', '', true, ?, ?)
ON CONFLICT (place_id) DO NOTHING`, at, usualDays, s.now()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("make a connection: %w", err)
		}
		if _, err := tx.NewRaw(`SELECT FROM bpjs_hospitals WHERE place_id = ? FOR UPDATE`, at).Exec(ctx); err != nil {
			return fmt.Errorf("lock a connection: %w", err)
		}
		return store(ctx, tx)
	})
}

// Patients implements partner.API.
func (s *Service) Patients(ctx context.Context, in partner.Paste) (partner.Pasted, error) {
	if _, err := s.connection(ctx, s.db, in.Place); err != nil {
		return partner.Pasted{}, err
	}
	p, err := readPaste(in.Text, "norm", 3)
	if err != nil {
		return partner.Pasted{}, err
	}
	for _, l := range p.lines {
		norm, nik, card := l.cells[0], l.cells[1], l.cells[2]
		switch {
		case !plainKey.MatchString(norm):
			p.wrong(l.number, "paste_norm", "")
		case !digits16.MatchString(nik):
			p.wrong(l.number, "paste_nik", "")
		case card != "" && !digits13.MatchString(card):
			p.wrong(l.number, "paste_card", "")
		default:
			p.once(l.number, "norm "+norm)
			p.once(l.number, "nik "+nik)
			if card != "" {
				p.once(l.number, "card "+card)
			}
		}
	}
	if err := p.err(); err != nil {
		return partner.Pasted{}, err
	}
	err = s.receive(ctx, in.Place, func(ctx context.Context, tx bun.Tx) error {
		for _, l := range p.lines {
			fine, err := s.know(ctx, tx, in.Place, l.cells[0], record{NIK: l.cells[1], Card: l.cells[2]})
			if err != nil {
				return err
			}
			if !fine {
				p.wrong(l.number, "paste_taken", "")
			}
		}
		return p.err()
	})
	return s.received(ctx, in.Place, len(p.lines), err)
}

// know writes down somebody who has been at a hospital; false when another
// has the same medical record or card. What new patients told stays, and the
// numbers that are given to new ones go on behind those that are in use.
func (s *Service) know(ctx context.Context, tx bun.Tx, at, norm string, r record) (fine bool, err error) {
	id, person, card := rand.Text(), queue.Person(s.Vault, r.NIK), s.hash("bpjs card", r.Card)
	sealed, err := s.seal(id, r)
	if err != nil {
		return false, err
	}
	err = tx.NewRaw(`
WITH last AS (
  UPDATE bpjs_hospitals SET last_norm = greatest(last_norm, ?6) WHERE place_id = ?1)
INSERT INTO bpjs_patients AS p (id, place_id, norm, person, card_hash, sealed, made_at, seen_at)
SELECT ?0, ?1, ?2, ?3, ?4, ?5, ?7, ?7
WHERE NOT EXISTS (SELECT FROM bpjs_patients WHERE place_id = ?1 AND person <> ?3 AND (norm = ?2 OR card_hash = ?4))
ON CONFLICT (place_id, person) DO UPDATE SET norm = excluded.norm, card_hash = coalesce(excluded.card_hash, p.card_hash), seen_at = coalesce(p.seen_at, excluded.seen_at)
RETURNING true`, id, at, norm, person, card, sealed, plainNumber(norm), s.now()).Scan(ctx, &fine)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("write down a known patient: %w", err)
	}
	return fine, nil
}

// plainNumber is the number of a medical record that looks like those given
// to new patients; 0 for one that does not.
func plainNumber(norm string) int {
	n, err := strconv.Atoi(norm)
	if err != nil || n < 0 || len(norm) > 9 {
		return 0
	}
	return n
}

// received is the answer to a paste.
func (s *Service) received(ctx context.Context, at string, lines int, err error) (partner.Pasted, error) {
	if err != nil {
		return partner.Pasted{}, err
	}
	h, err := s.connection(ctx, s.db, at)
	return partner.Pasted{Lines: lines, Hospital: h}, err
}
