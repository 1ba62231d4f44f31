package identity

import (
	"crypto/subtle"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"rumah/shared/identity"
)

// totpPeriod is how long a code of the authenticator app shows. The one
// before and the one after are taken too: clocks differ.
const totpPeriod = 30 * time.Second

// newTOTP is a fresh secret for an authenticator app.
func (s *Service) newTOTP(email string) (secret string, err error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: s.App, AccountName: email})
	if err != nil {
		return "", fmt.Errorf("make an authenticator secret: %w", err)
	}
	return key.Secret(), nil
}

// totpStep is the step of time a code belongs to; ok is false when it is wrong.
func (s *Service) totpStep(owner string, sealed []byte, code string) (step int64, ok bool, err error) {
	secret, err := s.Vault.Open(owner, sealed)
	if err != nil {
		return 0, false, fmt.Errorf("authenticator secret: %w", err)
	}
	code = identity.Digits(code)
	now := s.now().Unix() / int64(totpPeriod.Seconds())
	for _, at := range []int64{now, now - 1, now + 1} {
		want, err := codeAt(string(secret), at)
		if err != nil {
			return 0, false, err
		}
		if subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			return at, true, nil
		}
	}
	return 0, false, nil
}

func codeAt(secret string, step int64) (string, error) {
	code, err := hotp.GenerateCodeCustom(secret, uint64(step), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
	if err != nil {
		return "", fmt.Errorf("authenticator code: %w", err)
	}
	return code, nil
}

// totpLink is what an authenticator app takes.
func (s *Service) totpLink(email, secret string) string {
	return "otpauth://totp/" + url.PathEscape(s.App+":"+email) + "?" + url.Values{"secret": {secret}, "issuer": {s.App}}.Encode()
}

// grouped writes a secret in fours, for those who type it.
func grouped(secret string) string {
	var parts []string
	for len(secret) > 4 {
		parts, secret = append(parts, secret[:4]), secret[4:]
	}
	return strings.Join(append(parts, secret), " ")
}
