package document

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"

	"rumah/shared/fault"
)

// place is that of a number in its series.
type place struct {
	Agency, Class string
	Year, Seq     int
	Number        string
}

// series are the letters of one agency in a year and a class. code is the
// agency's, as it stands in numbers.
type series struct {
	agency, class, code string
	year                int
}

// number is one as people write it: "470/123/438.7.1.8/2026".
func (s series) number(seq int) string {
	parts := []string{strconv.Itoa(seq), s.code, strconv.Itoa(s.year)}
	if s.class != "" {
		parts = append([]string{s.class}, parts...)
	}
	return strings.Join(parts, "/")
}

// waits is how long a letter waits for another of its series, whose number is
// not sure yet: shorter than a statement may take, or that would end it first.
const waits = 10 * time.Second

// next takes the next number of a series. It is the transaction's: others
// wait for it, and when it comes to nothing so does the number.
func (s series) next(ctx context.Context, tx bun.IDB) (place, error) {
	p := place{Agency: s.agency, Class: s.class, Year: s.year}
	if _, err := tx.NewRaw(`SELECT set_config('lock_timeout', ?, true)`, strconv.FormatInt(waits.Milliseconds(), 10)).Exec(ctx); err != nil {
		return p, fmt.Errorf("wait for a number: %w", err)
	}
	err := tx.NewRaw(`
INSERT INTO letter_series AS s (agency_id, year, class, last) VALUES (?, ?, ?, 1)
ON CONFLICT (agency_id, year, class) DO UPDATE SET last = s.last + 1 RETURNING last`, s.agency, s.year, s.class).Scan(ctx, &p.Seq)
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "55P03" {
		return p, fault.Wrap(err, fault.Conflict, "sign_busy")
	}
	if err != nil {
		return p, fmt.Errorf("take a number: %w", err)
	}
	p.Number = s.number(p.Seq)
	return p, nil
}
