package permit

import (
	"context"
	"crypto/rand"
	"strings"

	"rumah/shared/calendar"
	"rumah/shared/permit"
)

// symbols are digits and letters that nobody mistakes for each other, as
// Crockford chose them.
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const (
	idLength   = 10 // 50 bits: enough never to be given twice
	codeLength = 12 // 60 bits: enough never to be guessed
)

func spell(data []byte) string {
	text := make([]byte, len(data))
	for i, b := range data {
		text[i] = symbols[b%32]
	}
	return string(text)
}

// newID is the number of an application: no secret, and it tells nothing of
// how many there are.
func newID() string {
	data := make([]byte, idLength)
	_, _ = rand.Read(data) // never fails
	return spell(data)
}

// tracking is the tracking code of an application. It follows from the id and
// the key of the house, so nothing is stored that would tell it.
func (s *Service) tracking(id string) string {
	return spell(s.Vault.Hash("permit tracking", id)[:codeLength])
}

func (s *Service) trackHash(code string) []byte { return s.Vault.Hash("tracking code", code) }

// dashed writes a code as people read it.
func dashed(code string) string { return code[:4] + "-" + code[4:8] + "-" + code[8:] }

// readCode is a code as it was meant; "" for one that we did not make.
func readCode(typed string) string {
	code := strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(typed))
	if len(code) != codeLength || strings.Trim(code, symbols) != "" {
		return ""
	}
	return code
}

// Track implements permit.API.
func (s *Service) Track(ctx context.Context, in permit.Code) (permit.Tracked, error) {
	code := readCode(in.Code)
	if code == "" {
		return permit.Tracked{}, unknown()
	}
	if s.Guess != nil {
		if err := s.Guess(ctx); err != nil {
			return permit.Tracked{}, err
		}
	}
	d, err := s.read(ctx, nil, `a.track_hash = ?1 AND a.version > 0`, s.trackHash(code))
	if err != nil {
		return permit.Tracked{}, err
	}
	l := d.line()
	return permit.Tracked{
		Service: l.Service, Agency: permit.Named{ID: d.Agency, Name: d.AgencyName}, Stage: l.Stage, Step: l.Step, Way: permit.WayOf(&d.definition),
		Since: l.Since, Sent: calendar.DateOf(d.SentAt.In(s.loc)), Due: l.Due, Until: l.Until, Now: s.now(),
	}, nil
}
