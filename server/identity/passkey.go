package identity

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/uptrace/bun"

	"rumah/server/vault"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// challengeTime is how long somebody may look for their finger.
const challengeTime = 5 * time.Minute

// mostPasskeys is how many somebody may have: more than anybody has phones.
const mostPasskeys = 20

// relyingParty is us as authenticators know us: by the host of the page.
func (s *Service) relyingParty(ctx context.Context) (*webauthn.WebAuthn, error) {
	origin := visitorOf(ctx).origin
	u, err := url.Parse(origin)
	if err != nil {
		return nil, fmt.Errorf("origin of the request: %w", err)
	}
	w, err := webauthn.New(&webauthn.Config{RPID: u.Hostname(), RPDisplayName: s.App, RPOrigins: []string{origin}})
	if err != nil {
		return nil, fault.Wrap(err, fault.Denied, "passkey_refused") // an address without a name has no passkeys
	}
	return w, nil
}

// holder is somebody as the library wants them.
type holder struct {
	id, name    string
	staff       bool
	credentials []webauthn.Credential
}

func (h holder) WebAuthnID() []byte                         { return []byte(h.id) }
func (h holder) WebAuthnName() string                       { return h.name }
func (h holder) WebAuthnDisplayName() string                { return h.name }
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.credentials }

func (s *Service) holder(ctx context.Context, id string) (holder, error) {
	var row struct{ Name, Kind, Keys string }
	err := s.db.NewRaw(`
SELECT name, kind, (SELECT coalesce(json_agg(credential), '[]')::text FROM passkeys WHERE person_id = p.id) AS keys
FROM people p WHERE id = ? AND closed_at IS NULL`, id).Scan(ctx, &row)
	h := holder{id: id, name: row.Name, staff: row.Kind == "staff"}
	if err == nil {
		err = json.Unmarshal([]byte(row.Keys), &h.credentials)
	}
	if err != nil {
		return holder{}, fmt.Errorf("read the passkeys of %s: %w", id, err)
	}
	if h.name == "" {
		h.name = s.App
	}
	return h, nil
}

// NewPasskey implements identity.API. A passkey counts as two factors, so the
// authenticator must know its owner: by finger, face or PIN.
func (s *Service) NewPasskey(ctx context.Context) (identity.Challenge, error) {
	w, err := s.relyingParty(ctx)
	if err != nil {
		return identity.Challenge{}, err
	}
	h, err := s.holder(ctx, actor(ctx).ID)
	if err != nil {
		return identity.Challenge{}, err
	}
	required := true
	options, session, err := w.BeginRegistration(h,
		webauthn.WithAuthenticatorSelection(protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: &required, UserVerification: protocol.VerificationRequired,
		}),
		webauthn.WithExclusions(webauthn.Credentials(h.credentials).CredentialDescriptors()))
	if err != nil {
		return identity.Challenge{}, fmt.Errorf("begin a passkey: %w", err)
	}
	return s.challenge(ctx, h.id, options, session)
}

// PasskeyEntry implements identity.API.
func (s *Service) PasskeyEntry(ctx context.Context) (identity.Challenge, error) {
	w, err := s.relyingParty(ctx)
	if err != nil {
		return identity.Challenge{}, err
	}
	if err := s.take(ctx, s.address(ctx, "challenge"), tryAddress); err != nil {
		return identity.Challenge{}, err
	}
	options, session, err := w.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return identity.Challenge{}, fmt.Errorf("begin signing in: %w", err)
	}
	return s.challenge(ctx, "", options, session)
}

// challenge keeps what the answer will be held against; person is "" for
// signing in.
func (s *Service) challenge(ctx context.Context, person string, options any, session *webauthn.SessionData) (identity.Challenge, error) {
	shown, err := json.Marshal(options)
	if err != nil {
		return identity.Challenge{}, fmt.Errorf("write a challenge: %w", err)
	}
	kept, err := json.Marshal(session)
	if err != nil {
		return identity.Challenge{}, fmt.Errorf("keep a challenge: %w", err)
	}
	id := vault.Token()
	_, err = s.db.NewRaw(`INSERT INTO challenges (id, person_id, data, expires_at) VALUES (?, nullif(?, ''), ?::jsonb, ?)`,
		id, person, string(kept), s.now().Add(challengeTime)).Exec(ctx)
	if err != nil {
		return identity.Challenge{}, fmt.Errorf("keep a challenge: %w", err)
	}
	return identity.Challenge{ID: id, Options: string(shown)}, nil
}

// challenged takes a challenge back; it is good for one answer.
func (s *Service) challenged(ctx context.Context, id, person string) (session webauthn.SessionData, err error) {
	var data string
	err = s.db.NewRaw(`DELETE FROM challenges WHERE id = ? AND coalesce(person_id, '') = ? AND expires_at > ? RETURNING data::text`, id, person, s.now()).Scan(ctx, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return session, fault.New(fault.Unknown, "challenge_gone")
	}
	if err == nil {
		err = json.Unmarshal([]byte(data), &session)
	}
	if err != nil {
		return session, fmt.Errorf("read a challenge: %w", err)
	}
	return session, nil
}

// AddPasskey implements identity.API.
func (s *Service) AddPasskey(ctx context.Context, answer identity.PasskeyAnswer) (identity.Me, error) {
	w, err := s.relyingParty(ctx)
	if err != nil {
		return identity.Me{}, err
	}
	h, err := s.holder(ctx, actor(ctx).ID)
	if err != nil {
		return identity.Me{}, err
	}
	session, err := s.challenged(ctx, answer.ID, h.id)
	if err != nil {
		return identity.Me{}, err
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes([]byte(answer.Response))
	if err != nil {
		return identity.Me{}, refusedPasskey(err)
	}
	made, err := w.CreateCredential(h, session, parsed)
	if err != nil {
		return identity.Me{}, refusedPasskey(err)
	}
	data, err := json.Marshal(made)
	if err != nil {
		return identity.Me{}, fmt.Errorf("write a passkey: %w", err)
	}
	name := answer.Name
	if name == "" {
		name = device(visitorOf(ctx).agent)
	}
	done, err := s.db.NewRaw(`
INSERT INTO passkeys (id, person_id, name, credential, created_at)
SELECT ?0, id, ?2, ?3::jsonb, ?4 FROM people
WHERE id = ?1 AND closed_at IS NULL AND (SELECT count(*) FROM passkeys WHERE person_id = ?1) < ?5 FOR SHARE
ON CONFLICT DO NOTHING`,
		base64.RawURLEncoding.EncodeToString(made.ID), h.id, name, string(data), s.now(), mostPasskeys).Exec(ctx)
	if err := changed(done, err, "keep a passkey"); err != nil {
		if fault.Is(err, fault.Unknown) {
			return identity.Me{}, refusedPasskey(errors.New("its id is taken, there are many already, or the account is closed"))
		}
		return identity.Me{}, err
	}
	return s.Me(ctx)
}

func refusedPasskey(cause error) error {
	return fault.Wrap(cause, fault.Denied, "passkey_refused")
}

// RemovePasskey implements identity.API.
func (s *Service) RemovePasskey(ctx context.Context, id identity.ID) (identity.Me, error) {
	done, err := s.db.NewRaw(`DELETE FROM passkeys WHERE id = ? AND person_id = ?`, id.ID, actor(ctx).ID).Exec(ctx)
	if err := changed(done, err, "remove a passkey"); err != nil {
		return identity.Me{}, err
	}
	return s.Me(ctx)
}

// EnterPasskey implements identity.API.
func (s *Service) EnterPasskey(ctx context.Context, answer identity.PasskeyAnswer) (identity.Entered, error) {
	w, err := s.relyingParty(ctx)
	if err != nil {
		return identity.Entered{}, err
	}
	session, err := s.challenged(ctx, answer.ID, "")
	if err != nil {
		return identity.Entered{}, err
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes([]byte(answer.Response))
	if err != nil {
		return identity.Entered{}, refusedPasskey(err)
	}
	user, used, err := w.ValidatePasskeyLogin(func(_, handle []byte) (webauthn.User, error) {
		return s.holder(ctx, string(handle))
	}, session, parsed)
	if err != nil {
		return identity.Entered{}, refusedPasskey(err)
	}
	if used.Authenticator.CloneWarning {
		return identity.Entered{}, refusedPasskey(errors.New("its counter went back: there are two of it"))
	}
	h := user.(holder) //nolint:errcheck,forcetypeassert // what the function above returned
	return s.unlock(ctx, h, used)
}

// unlock notes the use of a passkey and signs its holder in.
func (s *Service) unlock(ctx context.Context, h holder, used *webauthn.Credential) (identity.Entered, error) {
	data, err := json.Marshal(used)
	if err != nil {
		return identity.Entered{}, fmt.Errorf("write a passkey: %w", err)
	}
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		done, err := tx.NewRaw(`UPDATE passkeys SET credential = ?::jsonb, used_at = ? WHERE id = ? AND person_id = ?`,
			string(data), s.now(), base64.RawURLEncoding.EncodeToString(used.ID), h.id).Exec(ctx)
		if err := changed(done, err, "use a passkey"); err != nil {
			return err
		}
		return s.begin(ctx, tx, h.id, h.staff, "passkey")
	})
	if err != nil {
		return identity.Entered{}, err
	}
	s.told(h.id)
	if h.staff {
		s.note(ctx, h.id, h.name, "identity.EnterPasskey", "in", "")
	}
	return s.entered(ctx, h.id)
}
