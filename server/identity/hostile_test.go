package identity_test

import (
	"strings"
	"testing"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// Texts that a database does not take are refused, not failed at.
func TestTextsNobodyCanStore(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	admin := h.staff("kepala@contoh.id", access.Regency, "")
	auditor := h.staff("audit@contoh.id", access.Auditor, "")
	for _, bad := range []string{"a\x00b", "\xff", "\x1b[2J", "'; DROP TABLE people; --", "?0 {0} %s $1", strings.Repeat("x", 5000), "\u202e\u0000"} {
		for name, call := range map[string]func() error{
			"name":    func() error { _, err := c.SaveProfile(ctx(), identity.SaveProfile{Name: &bad}); return err },
			"address": func() error { _, err := c.SaveProfile(ctx(), identity.SaveProfile{Address: &bad}); return err },
			"member":  func() error { _, err := c.RemoveMember(ctx(), identity.ID{ID: bad}); return err },
			"session": func() error { _, err := c.EndSession(ctx(), identity.ID{ID: bad}); return err },
			"passkey": func() error { _, err := c.RemovePasskey(ctx(), identity.ID{ID: bad}); return err },
			"code": func() error {
				_, err := c.EnterCode(ctx(), identity.EnterCode{ID: bad, Code: "123456"})
				return err
			},
			"opened": func() error { _, err := c.Opened(ctx(), identity.OpenedPage{After: bad}); return err },
			"staff":  func() error { _, err := admin.Staff(ctx(), identity.StaffFilter{Text: bad, After: bad}); return err },
			"grant": func() error {
				_, err := admin.Revoke(ctx(), identity.GrantID{ID: bad, Grant: bad})
				return err
			},
			"withdraw": func() error { _, err := admin.Withdraw(ctx(), identity.ID{ID: bad}); return err },
			"invite": func() error {
				_, err := admin.Invite(ctx(), identity.Invite{Name: bad, Email: bad + "@contoh.id", Role: access.Counter, Agency: bad})
				return err
			},
			"audit": func() error { _, err := auditor.Audit(ctx(), identity.AuditFilter{Text: bad, After: bad}); return err },
			"token": func() error { _, err := c.Invitation(ctx(), identity.Token{Token: bad}); return err },
			"key": func() error {
				_, err := c.EnterPasskey(ctx(), identity.PasskeyAnswer{ID: bad, Response: bad})
				return err
			},
		} {
			if f := fault.From(call()); f != nil && f.Code == fault.Broken {
				t.Errorf("%s: %.20q: %v", name, bad, f)
			}
		}
	}
	if h.count(`SELECT count(*) FROM people`) != 3 {
		t.Error("somebody came or went")
	}
}
