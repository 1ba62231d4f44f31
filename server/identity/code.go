package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"database/sql"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"rumah/server/message"
	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/words"
)

const (
	codeTime  = 5 * time.Minute
	codeTries = 5
)

// AskCode implements identity.API. Thirty codes a day with five tries each
// are 150 guesses at a million; nobody gets further with one phone. One
// address gets a third of them, so that nobody keeps somebody else's phone
// out by asking for codes in its name.
func (s *Service) AskCode(ctx context.Context, ask identity.AskCode) (identity.CodeSent, error) {
	phone, _ := identity.ParsePhone(ask.Phone) // checked with the input
	hash := s.phoneHash(phone)
	from := s.address(ctx, "ask")
	for _, limit := range []struct {
		key string
		pace
	}{
		{from, askAddress}, {s.key("ask-minute", hash), askMinute},
		{s.key("ask-hour:"+from, hash), askHour}, {s.key("ask-day:"+from, hash), askDay}, {s.key("ask-phone", hash), askPhone},
	} {
		if err := s.take(ctx, limit.key, limit.pace); err != nil {
			return identity.CodeSent{}, err
		}
	}
	id, code, err := s.newCode(ctx, phone, hash)
	if err != nil {
		return identity.CodeSent{}, err
	}
	if err := s.Send.Send(ctx, message.Message{Phone: string(phone), Text: s.codeText(ask.Lang, code)}); err != nil {
		return identity.CodeSent{}, fault.Wrap(fmt.Errorf("send a code: %w", err), fault.Broken, "code_unsent")
	}
	sent := identity.CodeSent{ID: id, Phone: phone.Masked(), Again: int(askMinute.window.Seconds()), Valid: int(codeTime.Seconds())}
	if s.Demo {
		sent.Hint = code
	}
	return sent, nil
}

// newCode makes the only code of a phone that is good from now on.
func (s *Service) newCode(ctx context.Context, phone identity.Phone, hash []byte) (id, code string, err error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", "", fmt.Errorf("draw a code: %w", err)
	}
	id, code = vault.Token(), fmt.Sprintf("%06d", n)
	now := s.now()
	_, err = s.db.NewRaw(`
WITH replaced AS (UPDATE codes SET expires_at = ?0 WHERE phone_hash = ?1 AND used_at IS NULL AND expires_at > ?0)
INSERT INTO codes (id, phone_hash, phone_sealed, code_hash, created_at, expires_at) VALUES (?2, ?1, ?3, ?4, ?0, ?5)`,
		now, hash, id, s.Vault.Seal(id, []byte(phone)), s.Vault.Hash("code", id+code), now.Add(codeTime)).Exec(ctx)
	if err != nil {
		return "", "", fmt.Errorf("keep a code: %w", err)
	}
	return id, code, nil
}

// codeText is the message. Its last line lets browsers fill the code in, and
// only on our own page; a house that does not know its address leaves it out,
// for it would be the one that the sender of the request claims.
func (s *Service) codeText(lang, code string) string {
	l, _ := words.Parse(lang)
	text := words.MessageCode.In(l, s.App, code, strconv.Itoa(int(codeTime.Minutes())))
	if u, err := url.Parse(s.Origin); err == nil && u.Hostname() != "" {
		text += "\n\n@" + u.Hostname() + " #" + code
	}
	return text
}

// EnterCode implements identity.API.
func (s *Service) EnterCode(ctx context.Context, in identity.EnterCode) (identity.Entered, error) {
	if err := s.take(ctx, s.address(ctx, "try"), tryAddress); err != nil {
		return identity.Entered{}, err
	}
	var row struct {
		Phone, Code []byte
		Tries       int
	}
	err := s.db.NewRaw(`
UPDATE codes SET tries = tries + 1 WHERE id = ? AND used_at IS NULL AND expires_at > ? AND tries < ?
RETURNING phone_sealed AS phone, code_hash AS code, tries`, in.ID, s.now(), codeTries).Scan(ctx, &row)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return identity.Entered{}, fault.New(fault.Unknown, "code_gone")
	case err != nil:
		return identity.Entered{}, fmt.Errorf("look up a code: %w", err)
	}
	if subtle.ConstantTimeCompare(row.Code, s.Vault.Hash("code", in.ID+identity.Digits(in.Code))) != 1 {
		if row.Tries >= codeTries {
			return identity.Entered{}, fault.New(fault.Unknown, "code_gone")
		}
		return identity.Entered{}, fault.Wrong(fault.Field{Name: "code", Key: "code_wrong", Bound: strconv.Itoa(codeTries - row.Tries)})
	}
	phone, err := s.Vault.Open(in.ID, row.Phone)
	if err != nil {
		return identity.Entered{}, err
	}
	return s.admit(ctx, in.ID, identity.Phone(phone))
}

// admit uses a code up, which only one of two phones can, and signs in.
func (s *Service) admit(ctx context.Context, code string, phone identity.Phone) (identity.Entered, error) {
	var who struct{ ID, Name string }
	err := s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		done, err := tx.NewRaw(`UPDATE codes SET used_at = ? WHERE id = ? AND used_at IS NULL`, s.now(), code).Exec(ctx)
		if err := changed(done, err, "use a code"); err != nil {
			if fault.Is(err, fault.Unknown) {
				return fault.New(fault.Unknown, "code_gone")
			}
			return err
		}
		id := vault.Token()
		err = tx.NewRaw(`
INSERT INTO people (id, kind, name, phone_hash, phone_sealed, created_at) VALUES (?, 'citizen', '', ?, ?, ?)
ON CONFLICT (phone_hash) WHERE closed_at IS NULL DO UPDATE SET phone_hash = excluded.phone_hash
RETURNING id, name`, id, s.phoneHash(phone), s.Vault.Seal(id, []byte(phone)), s.now()).Scan(ctx, &who)
		if err != nil {
			return fmt.Errorf("find or make an account: %w", err)
		}
		return s.begin(ctx, tx, who.ID, false, "code")
	})
	if err != nil {
		return identity.Entered{}, err
	}
	s.told(who.ID)
	return identity.Entered{Viewer: identity.Viewer{ID: who.ID, Name: who.Name}, New: who.Name == ""}, nil
}
