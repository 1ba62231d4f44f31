package identity_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

// An admin does not make an invitation of another agency void by inviting
// the same address, and of two invitations one becomes an account.
func TestInvitationsOfOthers(t *testing.T) {
	t.Parallel()
	h := open(t)
	ours, theirs := h.agencies[0], h.agencies[1]
	admin, other := h.staff("kepala@contoh.id", access.Agency, ours), h.staff("lain@contoh.id", access.Agency, theirs)
	regency := h.staff("bupati@contoh.id", access.Regency, "")
	invite := func(by worker, agency string) (identity.Invitation, error) {
		return by.Invite(ctx(), identity.Invite{Name: "Budi", Email: "budi@contoh.id", Role: access.Counter, Agency: agency})
	}
	first, err := invite(other, theirs)
	if err != nil {
		t.Fatal(err)
	}
	_, err = invite(admin, ours)
	want(t, err, "staff_exists")
	_, token, _ := strings.Cut(first.Link, "#")
	if _, err := h.phone().Invitation(ctx(), identity.Token{Token: token}); err != nil {
		t.Error("the invitation of another agency was ended:", err)
	}
	_, err = admin.Withdraw(ctx(), identity.ID{ID: first.ID})
	want(t, err, "unknown")
	second, err := invite(regency, ours)
	if err != nil {
		t.Fatal("the regency may:", err)
	}
	_, newer, _ := strings.Cut(second.Link, "#")
	if _, err := h.db.NewRaw(`UPDATE invitations SET ended_at = NULL`).Exec(ctx()); err != nil { // both were made in one moment
		t.Fatal(err)
	}
	invited, err := h.phone().Invitation(ctx(), identity.Token{Token: token})
	if err != nil {
		t.Fatal(err)
	}
	h.accept("budi@contoh.id", newer)
	_, err = h.phone().Accept(ctx(), identity.Accept{Token: token, Password: password, Code: h.code(strings.ReplaceAll(invited.Secret, " ", ""))})
	want(t, err, "invitation_gone")
}

// A role that nothing asks the place of cannot be given for one place only:
// it would hold for all.
func TestRolesHoldWhereTheyAreSaidTo(t *testing.T) {
	t.Parallel()
	h := open(t)
	ours := h.agencies[0]
	regency := h.staff("bupati@contoh.id", access.Regency, "")
	for _, in := range []identity.Invite{
		{Role: access.Agency, Agency: ours, Place: h.places[ours]},
		{Role: access.Regency, Agency: ours, Place: h.places[ours]},
		{Role: access.Auditor, Agency: ours},
	} {
		in.Name, in.Email = "Budi", "budi@contoh.id"
		_, err := regency.Invite(ctx(), in)
		want(t, err, "role_scope")
	}
}

// The list of staff begins where its own last page ended; somebody else's id
// is no place in it, or it would tell their name by halves.
func TestCursorTellsNoNames(t *testing.T) {
	t.Parallel()
	h := open(t)
	admin := h.staff("kepala@contoh.id", access.Agency, h.agencies[0])
	stranger := h.citizen("081234567890", "Zulaikha")
	z := h.staff("zulkifli@contoh.id", access.Verifier, h.agencies[1])
	me, _ := stranger.Me(ctx())
	for _, id := range []string{me.ID, z.id} {
		list, err := admin.Staff(ctx(), identity.StaffFilter{After: id})
		if err != nil || !slices.ContainsFunc(list.Items, func(l identity.StaffLine) bool { return l.Self }) {
			t.Errorf("%+v %v", list.Items, err)
		}
	}
}

// Nobody sends mail to all the world in the name of the house.
func TestInvitationsHaveAPace(t *testing.T) {
	t.Parallel()
	h := open(t)
	admin := h.staff("kepala@contoh.id", access.Agency, h.agencies[0])
	sent := 0
	for n := range 70 {
		_, err := admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "budi" + strconv.Itoa(n) + "@contoh.id", Role: access.Counter, Agency: h.agencies[0]})
		if err == nil {
			sent++
			continue
		}
		want(t, err, "busy")
	}
	if sent != 60 {
		t.Errorf("%d invitations", sent)
	}
}

// A role that is taken away is gone with the next call, on every device.
func TestRoleRemovedWhileSignedIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	admin := h.staff("kepala@contoh.id", access.Agency, h.agencies[0])
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"}); fault.From(err).Code != fault.Unknown {
		t.Fatal(err)
	}
	list, err := admin.Staff(ctx(), identity.StaffFilter{Text: "rina"})
	if err != nil || len(list.Items) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if _, err := admin.Revoke(ctx(), identity.GrantID{ID: officer.id, Grant: list.Items[0].Grants[0].ID}); err != nil {
		t.Fatal(err)
	}
	_, err = officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "denied")
	if _, err := officer.Me(ctx()); err != nil {
		t.Error("the account itself stays:", err)
	}
	second := h.staff("wakil@contoh.id", access.Agency, h.agencies[0])
	open, err := second.Invite(ctx(), identity.Invite{Name: "Teman", Email: "teman@contoh.id", Role: access.Agency, Agency: h.agencies[0]})
	if err != nil {
		t.Fatal(err)
	}
	list, err = admin.Staff(ctx(), identity.StaffFilter{Text: "wakil"})
	if err != nil || len(list.Items) != 1 {
		t.Fatalf("%+v %v", list, err)
	}
	if _, err := admin.Revoke(ctx(), identity.GrantID{ID: second.id, Grant: list.Items[0].Grants[0].ID}); err != nil {
		t.Fatal(err)
	}
	_, token, _ := strings.Cut(open.Link, "#")
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: token})
	want(t, err, "invitation_gone") // of somebody who may no longer invite
	own, _ := admin.Me(ctx())
	_, err = admin.Revoke(ctx(), identity.GrantID{ID: admin.id, Grant: own.Grants[0].ID})
	want(t, err, "own_role")
}

// An admin rules over one agency: others are not seen, not given roles in,
// and not reached by their ids.
func TestAnotherAgency(t *testing.T) {
	t.Parallel()
	h := open(t)
	ours, theirs := h.agencies[0], h.agencies[1]
	admin, other := h.staff("kepala@contoh.id", access.Agency, ours), h.staff("lain@contoh.id", access.Agency, theirs)
	worker := h.staff("rina@contoh.id", access.Verifier, theirs)
	regency := h.staff("bupati@contoh.id", access.Regency, "")
	list, err := admin.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(list.Items) != 1 || !list.Items[0].Self || len(list.Agencies) == 0 || slices.Contains(list.Roles, access.Regency) {
		t.Errorf("%+v %v", list, err)
	}
	for _, give := range []identity.NewGrant{
		{ID: admin.id, Role: access.Verifier, Agency: theirs},
		{ID: admin.id, Role: access.Verifier, Agency: ""},
		{ID: admin.id, Role: access.Regency, Agency: ours},
		{ID: admin.id, Role: access.Auditor, Agency: ours},
		{ID: admin.id, Role: access.Counter, Agency: ours, Place: h.places[theirs]},
	} {
		_, err := admin.Grant(ctx(), give)
		want(t, err, "role_scope")
	}
	_, err = admin.Grant(ctx(), identity.NewGrant{ID: worker.id, Role: access.Verifier, Agency: ours})
	want(t, err, "unknown")
	_, err = admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "b@contoh.id", Role: access.Counter, Agency: theirs})
	want(t, err, "role_scope")
	all, err := other.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(all.Items) != 2 {
		t.Fatalf("%+v %v", all, err)
	}
	for _, line := range all.Items {
		_, err = admin.Revoke(ctx(), identity.GrantID{ID: line.ID, Grant: line.Grants[0].ID})
		want(t, err, "unknown")
	}
	everybody, err := regency.Staff(ctx(), identity.StaffFilter{})
	if err != nil || len(everybody.Items) != 4 || !slices.Contains(everybody.Roles, access.Regency) {
		t.Errorf("%+v %v", everybody, err)
	}
	if _, err := regency.Grant(ctx(), identity.NewGrant{ID: worker.id, Role: access.Signer, Agency: ours}); err != nil {
		t.Error(err)
	}
	list, err = admin.Staff(ctx(), identity.StaffFilter{Text: "rina"})
	if err != nil || len(list.Items) != 1 || len(list.Items[0].Grants) != 1 || list.Items[0].Grants[0].Role != access.Signer {
		t.Errorf("an admin sees the roles in their own agency only: %+v %v", list, err)
	}
}

// Staff are no citizens: a desk account has no profile and no family.
func TestStaffIsNoCitizen(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	_, err := w.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)})
	want(t, err, "denied")
	_, err = w.Export(ctx())
	want(t, err, "denied")
	c := h.citizen("081234567890", "Siti")
	_, err = c.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "denied")
	me, _ := w.Me(ctx())
	officer := h.staff("budi@contoh.id", access.Verifier, h.agencies[0])
	_, err = officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Ingin tahu"})
	want(t, err, "unknown")
}
