package identity_test

import (
	"testing"
	"time"

	virtual "github.com/descope/virtualwebauthn"

	"rumah/shared/access"
	"rumah/shared/identity"
)

const origin = "https://rumah.contoh.id"

var party = virtual.RelyingParty{Name: "Rumah Contoh", ID: "rumah.contoh.id", Origin: origin}

// device is a phone's authenticator, or a thief's.
type device struct {
	t    *testing.T
	auth virtual.Authenticator
	key  virtual.Credential
}

func newDevice(t *testing.T) *device {
	return &device{t, virtual.NewAuthenticator(), virtual.NewCredential(virtual.KeyTypeEC2)}
}

// add adds the device's key to an account.
func (d *device) add(c identity.Client) (identity.Me, error) {
	d.t.Helper()
	ask, err := c.NewPasskey(ctx())
	if err != nil {
		d.t.Fatal(err)
	}
	options, err := virtual.ParseAttestationOptions(ask.Options)
	if err != nil {
		d.t.Fatal(err)
	}
	d.auth.Options.UserHandle = []byte(options.UserID)
	d.auth.AddCredential(d.key)
	return c.AddPasskey(ctx(), identity.PasskeyAnswer{ID: ask.ID, Response: virtual.CreateAttestationResponse(party, d.auth, d.key, *options), Name: "HP Siti"})
}

// answer is what the device says to a challenge.
func (d *device) answer(from virtual.RelyingParty, ask identity.Challenge) identity.PasskeyAnswer {
	d.t.Helper()
	options, err := virtual.ParseAssertionOptions(ask.Options)
	if err != nil {
		d.t.Fatal(err)
	}
	return identity.PasskeyAnswer{ID: ask.ID, Response: virtual.CreateAssertionResponse(from, d.auth, d.key, *options)}
}

func (d *device) ask(c identity.Client) identity.Challenge {
	d.t.Helper()
	ask, err := c.PasskeyEntry(ctx())
	if err != nil {
		d.t.Fatal(err)
	}
	return ask
}

func TestPasskey(t *testing.T) {
	t.Parallel()
	h := openAs(t, origin)
	c, d := h.citizen("081234567890", "Siti"), newDevice(t)
	me, err := d.add(c)
	if err != nil || len(me.Passkeys) != 1 || me.Passkeys[0].Name != "HP Siti" || !me.Passkeys[0].UsedAt.IsZero() {
		t.Fatalf("%+v %v", me.Passkeys, err)
	}
	fresh := h.phone()
	answer := d.answer(party, d.ask(fresh))
	in, err := fresh.EnterPasskey(ctx(), answer)
	if err != nil || in.Viewer.ID != me.ID || in.Viewer.Name != "Siti" {
		t.Fatalf("%+v %v", in, err)
	}
	_, err = h.phone().EnterPasskey(ctx(), answer)
	want(t, err, "challenge_gone") // replayed

	// A page elsewhere that looks like ours gets an answer that is worth
	// nothing here.
	_, err = h.phone().EnterPasskey(ctx(), d.answer(virtual.RelyingParty{Name: "Rumah", ID: "rumah.contoh.id", Origin: "https://rumah-contoh.example"}, d.ask(fresh)))
	want(t, err, "passkey_refused")

	stranger := newDevice(t)
	stranger.auth.Options.UserHandle = []byte(me.ID)
	_, err = h.phone().EnterPasskey(ctx(), stranger.answer(party, stranger.ask(fresh)))
	want(t, err, "passkey_refused") // knows who, has no key

	late := d.answer(party, d.ask(fresh))
	h.pass(6 * time.Minute)
	_, err = fresh.EnterPasskey(ctx(), late)
	want(t, err, "challenge_gone")

	other := h.citizen("081234567891", "Rina")
	_, err = other.RemovePasskey(ctx(), identity.ID{ID: me.Passkeys[0].ID})
	want(t, err, "unknown")
	if me, err = fresh.RemovePasskey(ctx(), identity.ID{ID: me.Passkeys[0].ID}); err != nil || len(me.Passkeys) != 0 {
		t.Errorf("%+v %v", me.Passkeys, err)
	}
	_, err = h.phone().EnterPasskey(ctx(), d.answer(party, d.ask(fresh)))
	want(t, err, "passkey_refused")
}

// One person's challenge does not add a key to another's account, and one
// key belongs to one account.
func TestPasskeyOfAnother(t *testing.T) {
	t.Parallel()
	h := openAs(t, origin)
	siti, rina, d := h.citizen("081234567890", "Siti"), h.citizen("081234567891", "Rina"), newDevice(t)
	ask, err := siti.NewPasskey(ctx())
	if err != nil {
		t.Fatal(err)
	}
	options, err := virtual.ParseAttestationOptions(ask.Options)
	if err != nil {
		t.Fatal(err)
	}
	stolen := identity.PasskeyAnswer{ID: ask.ID, Response: virtual.CreateAttestationResponse(party, d.auth, d.key, *options)}
	_, err = rina.AddPasskey(ctx(), stolen)
	want(t, err, "challenge_gone")
	if _, err := d.add(siti); err != nil {
		t.Fatal(err)
	}
	_, err = d.add(rina)
	want(t, err, "passkey_refused")
	_, err = siti.AddPasskey(ctx(), identity.PasskeyAnswer{ID: d.ask(siti).ID, Response: "{}"})
	want(t, err, "challenge_gone") // of signing in, not of adding
}

// A passkey lets staff in to the same roles as the password does.
func TestPasskeyOfStaff(t *testing.T) {
	t.Parallel()
	h := openAs(t, origin)
	w, d := h.staff("rina@contoh.id", access.Verifier, h.agencies[0]), newDevice(t)
	if _, err := d.add(w.Client); err != nil {
		t.Fatal(err)
	}
	fresh := h.phone()
	in, err := fresh.EnterPasskey(ctx(), d.answer(party, d.ask(fresh)))
	if err != nil || !in.Viewer.Staff {
		t.Fatalf("%+v %v", in, err)
	}
	_, err = fresh.FindPerson(ctx(), identity.FindPerson{Number: "081234567890"})
	want(t, err, "unknown")
	h.pass(13 * time.Hour)
	_, err = fresh.Me(ctx())
	want(t, err, "signin")
}
