package identity

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"

	"rumah/server/message"
	"rumah/server/qr"
	"rumah/server/vault"
	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
	"rumah/shared/words"
)

// invitationTime is how long a link to an account may lie in a mail box.
const invitationTime = 7 * 24 * time.Hour

// Invite implements identity.API.
func (s *Service) Invite(ctx context.Context, in identity.Invite) (identity.Invitation, error) {
	if err := s.mayGive(ctx, in.Role, in.Agency, in.Place); err != nil {
		return identity.Invitation{}, err
	}
	if err := s.take(ctx, "invite:"+actor(ctx).ID, inviteHour); err != nil {
		return identity.Invitation{}, err
	}
	in.Email = strings.ToLower(in.Email)
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return identity.Invitation{}, err
	}
	// An invitation that is not the reader's to withdraw is not replaced.
	var taken bool
	err = s.db.NewRaw(`
SELECT EXISTS (SELECT FROM staff WHERE email = ?0) OR EXISTS (
  SELECT FROM invitations WHERE email = ?0 AND ended_at IS NULL AND expires_at > ?1 AND NOT (?2 OR coalesce(agency_id = ANY(?3::text[]), false)))`,
		in.Email, s.now(), all, agencies).Scan(ctx, &taken)
	if err != nil {
		return identity.Invitation{}, fmt.Errorf("look for staff: %w", err)
	}
	if taken {
		return identity.Invitation{}, fault.New(fault.Conflict, "staff_exists")
	}
	id, token, err := s.invite(ctx, actor(ctx).ID, in)
	if err != nil {
		return identity.Invitation{}, err
	}
	link := visitorOf(ctx).origin + "/undangan#" + token
	err = s.Send.Send(ctx, message.Message{Email: in.Email, Subject: words.MessageInviteSubject.In(words.ID, s.App),
		Text: words.MessageInvite.In(words.ID, s.App, in.Name, link)})
	if err != nil { // the link can be handed over in another way
		s.Log.WarnContext(ctx, "invitation not mailed", "err", err)
	}
	open, err := s.invitations(ctx, id)
	if err != nil || len(open) != 1 {
		return identity.Invitation{}, fmt.Errorf("read the invitation: %w", err)
	}
	open[0].Link = link
	return open[0], nil
}

// invite keeps an invitation; one that was open for the same address ends.
func (s *Service) invite(ctx context.Context, by string, in identity.Invite) (id, token string, err error) {
	secret, err := s.newTOTP(in.Email)
	if err != nil {
		return "", "", err
	}
	id, token = vault.Token(), vault.Token()
	now := s.now()
	_, err = s.db.NewRaw(`
WITH replaced AS (UPDATE invitations SET ended_at = ?0 WHERE email = ?1 AND ended_at IS NULL)
INSERT INTO invitations (id, token_hash, name, email, role, agency_id, place_id, totp_sealed, invited_by, created_at, expires_at)
VALUES (?2, ?3, ?4, ?1, ?5, nullif(?6, ''), nullif(?7, ''), ?8, nullif(?9, ''), ?0, ?10)`,
		now, in.Email, id, vault.Fingerprint(token), in.Name, in.Role, in.Agency, in.Place, s.Vault.Seal(id, []byte(secret)), by, now.Add(invitationTime)).Exec(ctx)
	if err != nil {
		return "", "", fmt.Errorf("keep an invitation: %w", err)
	}
	return id, token, nil
}

// Withdraw implements identity.API.
func (s *Service) Withdraw(ctx context.Context, id identity.ID) (identity.Staff, error) {
	all, agencies, err := s.reach(ctx)
	if err != nil {
		return identity.Staff{}, err
	}
	done, err := s.db.NewRaw(`UPDATE invitations SET ended_at = ? WHERE id = ? AND ended_at IS NULL AND (? OR agency_id = ANY(?::text[]))`,
		s.now(), id.ID, all, agencies).Exec(ctx)
	if err := changed(done, err, "withdraw an invitation"); err != nil {
		return identity.Staff{}, err
	}
	return s.Staff(ctx, identity.StaffFilter{})
}

// invited is an open invitation as its holder sees it.
type invited struct {
	ID, Email, Name          string
	Role                     access.Role
	Agency, AgencyName       string
	Place, PlaceName, Secret string
	Totp                     []byte
}

func (s *Service) invited(ctx context.Context, token string) (invited, error) {
	var row invited
	err := s.db.NewRaw(`
SELECT i.id, i.email, i.name, i.role, coalesce(i.agency_id, '') AS agency, coalesce(a.name, '') AS agency_name,
  coalesce(i.place_id, '') AS place, coalesce(p.name, '') AS place_name, i.totp_sealed AS totp
FROM invitations i LEFT JOIN agencies a ON a.id = i.agency_id LEFT JOIN places p ON p.id = i.place_id
WHERE i.token_hash = ? AND i.ended_at IS NULL AND i.expires_at > ?`, vault.Fingerprint(token), s.now()).Scan(ctx, &row)
	if errors.Is(err, sql.ErrNoRows) {
		return row, fault.New(fault.Unknown, "invitation_gone")
	}
	if err != nil {
		return row, fmt.Errorf("look up an invitation: %w", err)
	}
	secret, err := s.Vault.Open(row.ID, row.Totp)
	row.Secret = string(secret)
	return row, err
}

// Invitation implements identity.API.
func (s *Service) Invitation(ctx context.Context, in identity.Token) (identity.Invited, error) {
	if err := s.take(ctx, s.address(ctx, "try"), tryAddress); err != nil {
		return identity.Invited{}, err
	}
	row, err := s.invited(ctx, in.Token)
	if err != nil {
		return identity.Invited{}, err
	}
	link := s.totpLink(row.Email, row.Secret)
	path, size, err := qr.Path(link)
	if err != nil {
		return identity.Invited{}, err
	}
	return identity.Invited{
		Email: row.Email, Name: row.Name, Secret: grouped(row.Secret), Link: link, QR: path, QRSize: size,
		Grants: []identity.GrantLine{{ID: row.ID, Role: row.Role, Agency: row.Agency, AgencyName: row.AgencyName, Place: row.Place, PlaceName: row.PlaceName}},
	}, nil
}

// Accept implements identity.API.
func (s *Service) Accept(ctx context.Context, in identity.Accept) (identity.Entered, error) {
	if err := s.take(ctx, s.address(ctx, "try"), tryAddress); err != nil {
		return identity.Entered{}, err
	}
	row, err := s.invited(ctx, in.Token)
	if err != nil {
		return identity.Entered{}, err
	}
	step, ok, err := s.totpStep(row.ID, row.Totp, in.Code)
	if err != nil {
		return identity.Entered{}, err
	}
	if !ok {
		return identity.Entered{}, fault.Wrong(fault.Field{Name: "code", Key: "totp"})
	}
	var id string
	hash := hashPassword(in.Password) // takes its time; nobody else should wait for the rows
	err = s.db.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		var err error
		if id, err = s.employ(ctx, tx, row, hash, step); err != nil {
			return err
		}
		return s.begin(ctx, tx, id, true, "password")
	})
	if err != nil {
		return identity.Entered{}, err
	}
	s.note(ctx, id, row.Name, "identity.Accept", "in", "")
	return s.entered(ctx, id)
}

// employ ends an invitation, which only one of two tries can, and makes its
// account.
func (s *Service) employ(ctx context.Context, tx bun.IDB, row invited, hash string, step int64) (id string, err error) {
	now := s.now()
	done, err := tx.NewRaw(`UPDATE invitations SET ended_at = ? WHERE id = ? AND ended_at IS NULL`, now, row.ID).Exec(ctx)
	if err := changed(done, err, "accept an invitation"); err != nil {
		if fault.Is(err, fault.Unknown) {
			return "", fault.New(fault.Unknown, "invitation_gone")
		}
		return "", err
	}
	id = vault.Token()
	_, err = tx.NewRaw(`
WITH person AS (
  INSERT INTO people (id, kind, name, created_at) VALUES (?0, 'staff', ?1, ?2)
), account AS (
  INSERT INTO staff (person_id, email, password_hash, totp_sealed, totp_step) VALUES (?0, ?3, ?4, ?5, ?6)
)
INSERT INTO grants (id, person_id, role, agency_id, place_id, granted_by, granted_at)
SELECT ?7, ?0, role, agency_id, place_id, invited_by, ?2 FROM invitations WHERE id = ?8`,
		id, row.Name, now, row.Email, hash, s.Vault.Seal(id, []byte(row.Secret)), step, vault.Token(), row.ID).Exec(ctx)
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.ConstraintName == "staff_email_key" { // another invitation was faster
		return "", fault.New(fault.Unknown, "invitation_gone")
	}
	if err != nil {
		return "", fmt.Errorf("make a staff account: %w", err)
	}
	return id, nil
}

// Found invites the first people of a house, whom nobody is there to invite.
// It returns the token of the link.
func (s *Service) Found(ctx context.Context, in identity.Invite) (token string, err error) {
	if err := in.Check(); err != nil {
		return "", err
	}
	in.Email = strings.ToLower(in.Email)
	_, token, err = s.invite(ctx, "", in)
	return token, err
}
