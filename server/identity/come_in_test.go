package identity_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rumah/shared/access"
	"rumah/shared/fault"
	"rumah/shared/identity"
)

func TestCitizenComesIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.phone()
	_, err := c.Me(ctx())
	want(t, err, "signin")
	_, err = c.AskCode(ctx(), identity.AskCode{Phone: "0318921234"})
	want(t, err, "mobile")
	sent, err := c.AskCode(ctx(), identity.AskCode{Phone: "0812 3456 7890"})
	if err != nil || sent.Phone != "0812-••••-7890" {
		t.Fatalf("%+v %v", sent, err)
	}
	m := h.last()
	if m.Phone != "+6281234567890" || !strings.Contains(m.Text, sent.Hint) || !strings.HasSuffix(m.Text, "@127.0.0.1 #"+sent.Hint) {
		t.Errorf("%+v", m)
	}
	_, err = c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: "12"})
	want(t, err, "code")
	wrong := "000000"
	if sent.Hint == wrong {
		wrong = "000001"
	}
	_, err = c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: wrong})
	want(t, err, "code_wrong")
	in, err := c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint[:3] + " " + sent.Hint[3:]})
	if err != nil || !in.New || in.Viewer.ID == "" {
		t.Fatalf("%+v %v", in, err)
	}
	me, err := c.Me(ctx())
	if err != nil || me.Staff || me.Level != identity.ByPhone || me.Phone != "0812-••••-7890" {
		t.Errorf("%+v %v", me, err)
	}
	_, err = h.phone().EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint})
	want(t, err, "code_gone") // replayed
	_, err = c.AskCode(ctx(), identity.AskCode{Phone: "+6281234567890"})
	want(t, err, "busy")
	h.pass(2 * time.Minute)
	again := h.phone()
	sent, err = again.AskCode(ctx(), identity.AskCode{Phone: "+62081234567890"})
	if err != nil {
		t.Fatal(err)
	}
	h.pass(6 * time.Minute)
	_, err = again.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint})
	want(t, err, "code_gone") // too old
}

// However a number is written it is one account; another number is another.
func TestOnePhoneOneAccount(t *testing.T) {
	t.Parallel()
	h := open(t)
	first := h.citizen("081234567890", "Siti")
	h.pass(2 * time.Minute)
	second := h.citizen("+62 812-3456-7890", "Siti Aminah")
	other := h.citizen("081234567891", "Rina")
	a, _ := first.Me(ctx())
	b, _ := second.Me(ctx())
	c, _ := other.Me(ctx())
	if a.ID == "" || a.ID != b.ID || a.ID == c.ID || a.Name != "Siti Aminah" {
		t.Errorf("%s %s %s", a.ID, b.ID, c.ID)
	}
}

// Ten thousand guesses at once get five tries and do not get in; the right
// code is burnt with them.
func TestCodeGuessedTenThousandTimes(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.phone()
	sent, err := c.AskCode(ctx(), identity.AskCode{Phone: "081234567890"})
	if err != nil {
		t.Fatal(err)
	}
	var tried, in atomic.Int64
	var wg sync.WaitGroup
	guesses := make(chan int)
	for range 16 {
		wg.Go(func() {
			for n := range guesses {
				code := fmt.Sprintf("%06d", n)
				if code == sent.Hint {
					continue
				}
				_, err := h.svc.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: code})
				switch f := fault.From(err); {
				case err == nil:
					in.Add(1)
				case f.Code == fault.Invalid:
					tried.Add(1)
				case f.Code == fault.Broken:
					t.Error(err)
				}
			}
		})
	}
	for n := range 10_000 {
		guesses <- n
	}
	close(guesses)
	wg.Wait()
	if in.Load() != 0 || tried.Load() != 4 { // the fifth is told that the code is gone
		t.Errorf("%d got in, %d were told to try again", in.Load(), tried.Load())
	}
	h.pass(2 * time.Hour)
	_, err = c.EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint})
	want(t, err, "code_gone")
}

// Of two phones that enter the same code at the same moment one comes in.
func TestTwoPhonesAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	sent, err := h.phone().AskCode(ctx(), identity.AskCode{Phone: "081234567890"})
	if err != nil {
		t.Fatal(err)
	}
	var in, gone atomic.Int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			switch _, err := h.phone().EnterCode(ctx(), identity.EnterCode{ID: sent.ID, Code: sent.Hint}); {
			case err == nil:
				in.Add(1)
			case fault.From(err).Key == "code_gone":
				gone.Add(1)
			default:
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if in.Load() != 1 || gone.Load() != 3 {
		t.Errorf("%d in, %d refused", in.Load(), gone.Load())
	}
}

func TestAskedTooOften(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.phone()
	sent := 0
	for range 60 {
		if _, err := c.AskCode(ctx(), identity.AskCode{Phone: "081234567890"}); err == nil {
			sent++
		} else if f := fault.From(err); f.Code != fault.Busy || f.Retry < 1 {
			t.Fatalf("%v, retry %d", f, f.Retry)
		}
		h.pass(61 * time.Second)
	}
	if sent > 10 || sent != len(h.sent) {
		t.Errorf("%d codes in an hour, %d messages", sent, len(h.sent))
	}
}

// A cookie is worth nothing after signing out, whoever holds it, and one
// device can be signed out from another.
func TestStolenCookie(t *testing.T) {
	t.Parallel()
	h := open(t)
	c := h.citizen("081234567890", "Siti")
	thief := c // the same jar
	h.pass(2 * time.Minute)
	second := h.citizen("081234567890", "Siti")
	list, err := second.Sessions(ctx())
	if err != nil || len(list.Items) != 2 || !list.Items[0].Here || list.Items[1].Here {
		t.Fatalf("%+v %v", list, err)
	}
	stranger := h.citizen("081234567899", "Rina")
	_, err = stranger.EndSession(ctx(), identity.ID{ID: list.Items[1].ID})
	want(t, err, "unknown")
	if _, err := second.EndSession(ctx(), identity.ID{ID: list.Items[1].ID}); err != nil {
		t.Fatal(err)
	}
	_, err = thief.Me(ctx())
	want(t, err, "signin")
	h.pass(2 * time.Minute)
	third := h.citizen("081234567890", "Siti")
	if err := third.LeaveEverywhere(ctx()); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []identity.Client{second, third} {
		_, err = gone.Me(ctx())
		want(t, err, "signin")
	}
	if _, err := stranger.Me(ctx()); err != nil {
		t.Error("everywhere went too far:", err)
	}
}

// A phone in use stays signed in for a year and not longer.
func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	h := open(t)
	idle, used := h.citizen("081234567890", "Siti"), h.citizen("081234567891", "Rina")
	for range 12 {
		h.pass(30 * 24 * time.Hour)
		if _, err := used.Me(ctx()); err != nil {
			t.Fatal(err)
		}
	}
	_, err := idle.Me(ctx())
	want(t, err, "signin")
	h.pass(6 * 24 * time.Hour)
	_, err = used.Me(ctx())
	want(t, err, "signin")
}

func TestStaffComesIn(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	enter := func(password, code string) error {
		_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: "Rina@contoh.id", Password: password, Code: code})
		return err
	}
	want(t, enter(password, h.code(w.secret)), "password_refused") // the code that accepted the invitation
	h.pass(time.Minute)
	code := h.code(w.secret)
	want(t, enter("salah semua salah", code), "password_refused")
	if err := enter(password, code); err != nil {
		t.Fatal(err)
	}
	want(t, enter(password, code), "password_refused") // a code works once
	h.pass(13 * time.Hour)
	_, err := w.Me(ctx())
	want(t, err, "signin") // a working day is over

	unknown := h.phone()
	_, err = unknown.EnterPassword(ctx(), identity.EnterPassword{Email: "tidak@ada.id", Password: password, Code: "123456"})
	want(t, err, "password_refused")
}

// Guessing a password is answered slower and slower, and stops nobody for
// longer than an hour.
func TestLockOut(t *testing.T) {
	t.Parallel()
	h := open(t)
	w := h.staff("rina@contoh.id", access.Verifier, h.agencies[0])
	enter := func(password string) *fault.Fault {
		_, err := h.phone().EnterPassword(ctx(), identity.EnterPassword{Email: w.email, Password: password, Code: h.code(w.secret)})
		return fault.From(err)
	}
	waits := []int{}
	for range 12 {
		f := enter("bukan kata sandinya")
		for f != nil && f.Code == fault.Busy {
			waits = append(waits, f.Retry)
			h.pass(time.Duration(f.Retry) * time.Second)
			f = enter("bukan kata sandinya")
		}
		want(t, f, "password_refused")
	}
	if len(waits) != 7 || waits[0] != 60 || waits[1] != 120 || waits[6] != 3600 {
		t.Errorf("waits %v", waits)
	}
	if f := enter(password); f == nil || f.Key != "locked" {
		t.Errorf("right but locked: %v", f)
	}
	h.pass(61 * time.Minute)
	if f := enter(password); f != nil {
		t.Error(f)
	}
}

func TestInvitation(t *testing.T) {
	t.Parallel()
	h := open(t)
	admin := h.staff("kepala@contoh.id", access.Agency, h.agencies[0])
	invite := func(email string) (identity.Invitation, string) {
		open, err := admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: email, Role: access.Counter, Agency: h.agencies[0], Place: h.places[h.agencies[0]]})
		if err != nil {
			t.Fatal(err)
		}
		_, token, _ := strings.Cut(open.Link, "#")
		if !strings.Contains(h.last().Text, open.Link) || h.last().Email != email {
			t.Errorf("mail %+v", h.last())
		}
		return open, token
	}
	_, token := invite("budi@contoh.id")
	_, err := h.phone().Accept(ctx(), identity.Accept{Token: token, Password: password, Code: "000000"})
	want(t, err, "totp")
	_, err = h.phone().Accept(ctx(), identity.Accept{Token: token, Password: "pendek", Code: "000000"})
	want(t, err, "too_short")
	_, newer := invite("budi@contoh.id")
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: token})
	want(t, err, "invitation_gone") // replaced by the newer one
	w := h.accept("budi@contoh.id", newer)
	me, err := w.Me(ctx())
	if err != nil || !me.Staff || len(me.Grants) != 1 || me.Grants[0].Role != access.Counter || me.Grants[0].PlaceName == "" {
		t.Errorf("%+v %v", me, err)
	}
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: newer})
	want(t, err, "invitation_gone") // used
	_, err = admin.Invite(ctx(), identity.Invite{Name: "Budi", Email: "Budi@contoh.id", Role: access.Counter, Agency: h.agencies[0]})
	want(t, err, "staff_exists")

	second, late := invite("wati@contoh.id")
	if _, err := admin.Withdraw(ctx(), identity.ID{ID: second.ID}); err != nil {
		t.Fatal(err)
	}
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: late})
	want(t, err, "invitation_gone")
	_, old := invite("wati@contoh.id")
	h.pass(8 * 24 * time.Hour)
	_, err = h.phone().Invitation(ctx(), identity.Token{Token: old})
	want(t, err, "invitation_gone")
}
