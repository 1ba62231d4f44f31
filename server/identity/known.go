package identity

import (
	"context"
	"fmt"

	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/identity"
)

// Known is what somebody has told the house of themselves, or of a member of
// their family, as a form that they fill in takes it: whole, because they
// read their own. Fault: unknown, invalid (member).
func (s *Service) Known(ctx context.Context, person, member string) (name string, known form.Profile, err error) {
	p, err := s.row(ctx, s.db, person, false)
	if err != nil {
		return "", nil, err
	}
	own, err := s.open(p.ID, p.Sealed)
	if err != nil {
		return "", nil, err
	}
	known = own.profile()
	known[form.FromName], known[form.FromArea], known[form.FromKK], known[form.FromAddress] = p.Name, p.Area, own.KK, own.Address
	if p.Phone != nil {
		phone, err := s.Vault.Open(p.ID, p.Phone)
		if err != nil {
			return "", nil, fmt.Errorf("phone of %s: %w", p.ID, err)
		}
		known[form.FromPhone] = string(phone)
	}
	if member != "" {
		return s.knownMember(ctx, person, member, known)
	}
	return p.Name, known, nil
}

// knownMember is what is known of a member of somebody's family. Who acts for
// them is called by phone; a child and a spouse live in the same house.
func (s *Service) knownMember(ctx context.Context, person, id string, of form.Profile) (string, form.Profile, error) {
	family, err := s.members(ctx, s.db, person)
	if err != nil {
		return "", nil, err
	}
	for _, m := range family {
		if m.ID == id {
			known := m.own.profile()
			known[form.FromName], known[form.FromPhone] = m.Name, of[form.FromPhone]
			if m.Relation == identity.Child || m.Relation == identity.Spouse {
				known[form.FromKK], known[form.FromArea], known[form.FromAddress] = of[form.FromKK], of[form.FromArea], of[form.FromAddress]
			}
			return m.Name, known, nil
		}
	}
	return "", nil, fault.Wrong(fault.Field{Name: "member", Key: "choice"})
}

// profile is what is sealed, as forms name it.
func (p private) profile() form.Profile {
	return form.Profile{form.FromBorn: string(p.Born), form.FromNIK: p.NIK, form.FromBPJS: p.BPJS}
}

// Track counts a look at a tracking code by the address it comes from. Fault:
// busy.
func (s *Service) Track(ctx context.Context) error {
	return s.take(ctx, s.address(ctx, "track"), trackAddress)
}

// Verified counts a look at the code of a document by the address it comes
// from. Fault: busy.
func (s *Service) Verified(ctx context.Context) error {
	return s.take(ctx, s.address(ctx, "verify"), verifyHour)
}

// Uploaded counts a file that the maker of a request begins to send. Fault:
// busy.
func (s *Service) Uploaded(ctx context.Context) error {
	return s.take(ctx, "upload:"+actor(ctx).ID, uploadHour)
}
