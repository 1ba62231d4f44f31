package partner

import (
	"context"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"rumah/shared/calendar"
	"rumah/shared/partner"
)

// outcomes are the words for whether an operation took place.
var outcomes = map[string]outcome{
	"": planned, "0": planned, "belum": planned, "tidak": planned,
	"1": performed, "sudah": performed, "ya": performed,
	"hapus": removed,
}

type outcome int

const (
	planned outcome = iota
	performed
	removed
)

// theatre is a line of a paste of operations.
type theatre struct {
	code, action, poli, name, card string
	date                           calendar.Date
	outcome                        outcome
}

// readTheatre reads a line; key says what is wrong with it.
func readTheatre(cells []string) (o theatre, key string) {
	o = theatre{code: cells[0], action: cells[2], poli: cells[3], name: cells[4], card: cells[5]}
	var dated, known bool
	o.date, dated = day(cells[1])
	o.outcome, known = outcomes[strings.ToLower(cells[6])]
	switch {
	case !plainKey.MatchString(o.code):
		return o, "paste_code"
	case !known:
		return o, "paste_done"
	case o.outcome == removed: // the rest says nothing any more
		return o, ""
	case !dated:
		return o, "date"
	case o.action == "" || o.name == "":
		return o, "paste_empty"
	case len([]rune(o.action)) > longestText || len([]rune(o.name)) > longestText:
		return o, "paste_long"
	case !regionCode.MatchString(o.poli):
		return o, "paste_poli"
	case o.card != "" && !digits13.MatchString(o.card):
		return o, "paste_card"
	}
	return o, ""
}

// Operations implements partner.API.
func (s *Service) Operations(ctx context.Context, in partner.Paste) (partner.Pasted, error) {
	if _, err := s.connection(ctx, s.db, in.Place); err != nil {
		return partner.Pasted{}, err
	}
	p, err := readPaste(in.Text, "kodebooking", 7)
	if err != nil {
		return partner.Pasted{}, err
	}
	list := make([]theatre, len(p.lines))
	for i, l := range p.lines {
		var key string
		if list[i], key = readTheatre(l.cells); key != "" {
			p.wrong(l.number, key, "")
		}
		p.once(l.number, list[i].code)
	}
	if err := p.err(); err != nil {
		return partner.Pasted{}, err
	}
	err = s.receive(ctx, in.Place, func(ctx context.Context, tx bun.Tx) error {
		for _, o := range list {
			if err := s.plan(ctx, tx, in.Place, o); err != nil {
				return err
			}
		}
		return nil
	})
	return s.received(ctx, in.Place, len(list), err)
}

// plan writes an operation down, changes it, or takes it away.
func (s *Service) plan(ctx context.Context, tx bun.Tx, at string, o theatre) (err error) {
	if o.outcome == removed {
		if _, err = tx.NewRaw(`DELETE FROM bpjs_operations WHERE place_id = ? AND code = ?`, at, o.code).Exec(ctx); err != nil {
			return fmt.Errorf("take away an operation: %w", err)
		}
		return nil
	}
	var card []byte
	if o.card != "" {
		if card, err = s.seal(at+"/"+o.code, o.card); err != nil {
			return err
		}
	}
	_, err = tx.NewRaw(`
INSERT INTO bpjs_operations (place_id, code, date, action, poli, poli_name, done, card_hash, card, changed_at) VALUES (?0, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
ON CONFLICT (place_id, code) DO UPDATE SET date = ?2, action = ?3, poli = ?4, poli_name = ?5, done = ?6, card_hash = ?7, card = ?8, changed_at = ?9`,
		at, o.code, o.date, o.action, o.poli, o.name, o.outcome == performed, s.hash("bpjs card", o.card), card, s.now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("plan an operation: %w", err)
	}
	return nil
}
