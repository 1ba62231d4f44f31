package identity_test

import (
	"context"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"rumah/shared/access"
	"rumah/shared/api"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

func (h *house) count(sql string, args ...any) (n int) {
	h.t.Helper()
	if err := h.db.NewRaw(sql, args...).Scan(ctx(), &n); err != nil {
		h.t.Fatal(err)
	}
	return n
}

// A citizen whose numbers were just compared with the KTP cannot slip others
// under the officer's finger.
func TestOnlyWhatWasSeenIsVerified(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK)}); err != nil {
		t.Fatal(err)
	}
	me, _ := c.Me(ctx())
	look := func() {
		t.Helper()
		if _, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: me.ID, Purpose: "Mencocokkan KTP"}); err != nil {
			t.Fatal(err)
		}
	}
	look()
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(childNIK)}); err != nil {
		t.Fatal(err)
	}
	_, err := officer.VerifyPerson(ctx(), identity.ID{ID: me.ID})
	want(t, err, "open_first")
	if me, _ = c.Me(ctx()); me.Level != identity.ByPhone {
		t.Error("a NIK that nobody saw was verified")
	}
	look()
	if card, err := officer.VerifyPerson(ctx(), identity.ID{ID: me.ID}); err != nil || card.Level != identity.ByNIK {
		t.Errorf("%+v %v", card, err)
	}
}

// Finding somebody tells where they live no more than what else is theirs.
func TestFindingIsNotOpening(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	officer := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	var area string
	if err := h.db.NewRaw(`SELECT code FROM areas WHERE kind <> 'district' AND NOT removed ORDER BY code LIMIT 1`).Scan(ctx(), &area); err != nil {
		t.Fatal(err)
	}
	if _, err := c.SaveProfile(ctx(), identity.SaveProfile{NIK: ptr(fatherNIK), Born: ptr(calendar.Date("1968-08-05")), Area: &area, Address: ptr("Jl. Melati 3")}); err != nil {
		t.Fatal(err)
	}
	card, err := officer.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	if p := card.Profile; err != nil || p.Area != "" || p.AreaName != "" || p.Born != "" || p.Address != "" {
		t.Errorf("%+v %v", card, err)
	}
	opened, err := officer.OpenPerson(ctx(), identity.OpenPerson{ID: card.ID, Purpose: "Mencocokkan KTP"})
	if err != nil || opened.Card.Profile.Area != area || opened.Card.Profile.AreaName == "" || opened.NIK != fatherNIK {
		t.Errorf("%+v %v", opened, err)
	}
	if n := h.count(`SELECT count(*) FROM openings`); n != 1 {
		t.Errorf("%d openings", n)
	}
}

// What was on its way when an account is closed does not stay behind.
func TestNothingReappearsAfterClosing(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Pak Hadi")
	if _, err := c.AddMember(api.WithKey(ctx(), once(1)), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01"}); err != nil {
		t.Fatal(err)
	}
	me, _ := c.Me(ctx())
	closed := make(chan error)
	err := h.db.RunInTx(ctx(), nil, func(ctx context.Context, tx bun.Tx) error { // a member is being added on another phone
		if _, err := tx.NewRaw(`SELECT FROM people WHERE id = ? FOR UPDATE`, me.ID).Exec(ctx); err != nil {
			return err
		}
		go func() { closed <- c.Close(ctx, identity.Close{Sure: true}) }()
		for h.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 {
		}
		_, err := tx.NewRaw(`INSERT INTO members (id, person_id, relation, name, sealed, created_at) VALUES ('x', ?, 'child', 'Bayi', 'x', now())`, me.ID).Exec(ctx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"members", "passkeys", "sessions", "codes", "idempotency_keys"} {
		if n := h.count(`SELECT count(*) FROM ?`, bun.Ident(table)); n != 0 {
			t.Errorf("%d rows stay in %s", n, table)
		}
	}
	_, err = c.AddMember(api.WithKey(ctx(), once(1)), identity.NewMember{Name: "Dimas", Relation: identity.Child, Born: "2020-01-01"})
	want(t, err, "signin")
}

// Of one and twenty who are added at once one is too many.
func TestFamilyLimitHoldsAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Bu Siti")
	full := make(chan bool, identity.MostMembers+4)
	for n := range cap(full) {
		go func() {
			_, err := c.AddMember(api.WithKey(ctx(), once(n)), identity.NewMember{Name: "Saudara", Relation: identity.Other, Born: "2000-01-01"})
			full <- fault.Is(err, fault.Conflict)
		}()
	}
	refused := 0
	for range cap(full) {
		if <-full {
			refused++
		}
	}
	if n := h.count(`SELECT count(*) FROM members`); n != identity.MostMembers || refused != 4 {
		t.Errorf("%d members, %d refused", n, refused)
	}
}

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

// One phone has one session, whoever comes in after whom.
func TestComingInEndsTheSessionBefore(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	sent, err := c.AskCode(ctx(), identity.AskCode{Phone: "081234567891"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint}); err != nil {
		t.Fatal(err)
	}
	if n := h.count(`SELECT count(*) FROM sessions`); n != 1 {
		t.Errorf("%d sessions", n)
	}
}

// A cookie is a secret, or nothing: whatever else it holds is a guest.
func TestCookiesOfNobody(t *testing.T) {
	t.Parallel()
	h := open(t)
	for _, value := range []string{"", "x", strings.Repeat("A", 8000), "'; DROP TABLE people; --", "%00", "\xff\xfe", "\x00"} {
		r, _ := http.NewRequest(http.MethodGet, h.url+"/api/identity/me", nil)
		r.Header["Cookie"] = []string{"__Host-sesi=" + strings.ReplaceAll(value, "\x00", "\x01")}
		answer, err := h.http.Client().Do(r)
		if err != nil {
			continue // net/http refuses to send it
		}
		_ = answer.Body.Close()
		if answer.StatusCode != http.StatusUnauthorized && answer.StatusCode != http.StatusBadRequest {
			t.Errorf("%.20q: %s", value, answer.Status)
		}
	}
}

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

// A house that does not know its own address does not tell phones to trust
// the one that the asker claims.
func TestCodesAreBoundToTheHouseOnly(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.svc.Origin = ""
	r, _ := http.NewRequest(http.MethodPost, h.url+"/api/identity/codes", strings.NewReader(`{"phone":"081234567890","lang":"id"}`))
	r.Host = "evil.example"
	r.Header.Set("Content-Type", "application/json")
	answer, err := h.http.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if text := h.last().Text; answer.StatusCode != http.StatusOK || strings.Contains(text, "evil.example") {
		t.Errorf("%s: %q", answer.Status, text)
	}
}

// The logs stay even when what they refer to is emptied.
func TestLogsOutliveTheirPeople(t *testing.T) {
	t.Parallel()
	h := open(t)
	h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	for _, sql := range []string{`TRUNCATE people CASCADE`, `TRUNCATE agencies CASCADE`, `TRUNCATE audit_log CASCADE`, `DELETE FROM people`} {
		if _, err := h.db.ExecContext(ctx(), sql); err == nil {
			t.Errorf("%s went through", sql)
		}
	}
}

// Guesses at a password that come all at once are as few as those one after
// another.
func TestGuessesAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	h.pass(time.Minute)
	told := make(chan fault.Code, 30)
	for range cap(told) {
		go func() {
			_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: w.email, Password: "salah sekali", Code: "123456"})
			told <- fault.From(err).Code
		}()
	}
	tried := 0
	for range cap(told) {
		if <-told == fault.Denied {
			tried++
		}
	}
	if tried != 5 {
		t.Errorf("%d guesses were looked at", tried)
	}
}

// What has ended goes, what still holds stays.
func TestSweep(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	admin := h.staff("kepala@contoh.id", access.Regency, "")
	if _, err := c.PasskeyEntry(ctx()); err != nil && !fault.Is(err, fault.Denied) { // an address without a name has none
		t.Fatal(err)
	}
	if _, err := admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "budi@contoh.id", Role: access.Counter, Agency: h.agencies[0]}); err != nil {
		t.Fatal(err)
	}
	kept := func() (counts []int) {
		for _, table := range []string{"sessions", "invitations", "codes", "throttles", "challenges"} {
			counts = append(counts, h.count(`SELECT count(*) FROM ?`, bun.Ident(table)))
		}
		return counts
	}
	before := kept()
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if after := kept(); !slices.Equal(before, after) {
		t.Errorf("%v became %v at once", before, after)
	}
	h.pass(13 * time.Hour)
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Me(ctx()); err != nil {
		t.Error("a citizen was sent away:", err)
	}
	if after := kept(); after[0] != 1 || after[1] != before[1] || after[2] != 0 || after[4] != 0 {
		t.Errorf("%v became %v after half a day", before, after)
	}
	h.pass(400 * 24 * time.Hour)
	if err := h.svc.Sweep(ctx()); err != nil {
		t.Fatal(err)
	}
	if after := kept(); slices.Max(after) != 0 {
		t.Errorf("%v became %v after a year", before, after)
	}
}

// Who asks for codes in somebody else's name, or guesses at their password,
// keeps out nobody but themselves.
func TestLockingOutSomebodyElse(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	at := func(ip string) {
		h.svc.IP = func(context.Context) netip.Addr { return netip.MustParseAddr(ip) }
	}
	ask := func() error {
		h.pass(time.Minute)
		_, err := h.phone().AskCode(ctx(), identity.AskCode{Phone: "081234567890"})
		return err
	}
	guess := func(word string) error {
		_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: w.email, Password: word, Code: h.code(w.secret)})
		return err
	}
	at("2001:db8::1")
	asked, guessed := 0, 0
	for range 20 {
		h.pass(time.Hour)
		for range 6 {
			if ask() == nil {
				asked++
			}
		}
	}
	if asked != 10 {
		t.Errorf("one address got %d codes in a day", asked)
	}
	for n := range 12 {
		at("2001:db8::" + strconv.Itoa(n+1)) // all of one household
		if fault.Is(guess("salah sekali"), fault.Denied) {
			guessed++
		}
	}
	if guessed != 5 {
		t.Errorf("one address guessed %d times", guessed)
	}
	at("2001:db8:0:1::1")
	if err := ask(); err != nil {
		t.Error("the phone itself is kept out:", err)
	}
	if err := guess(password); err != nil {
		t.Error("the account itself is kept out:", err)
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
