package permit_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	contract "rumah/shared/permit"
)

// keys are what came of each, in order; "." for what was done.
func keys(a contract.Assigned) string {
	list := make([]string, len(a.Items))
	for i, o := range a.Items {
		if list[i] = o.Key; o.Key == "" {
			list[i] = "."
		}
	}
	return strings.Join(list, " ")
}

func (h *house) assign(who, to string, items ...contract.Pick) string {
	h.t.Helper()
	got, err := h.Assign(h.as(who), contract.Assign{To: to, Items: items})
	if err != nil {
		h.t.Fatal(err)
	}
	return keys(got)
}

// Many are given to somebody at once; what cannot be is said of each, and the
// others are given all the same.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	free, taken, changed, signing, over := h.sent().ID, h.sent().ID, h.sent().ID, h.sent().ID, h.sent().ID
	h.act("vera", taken, contract.Act{Action: contract.Take})
	h.act("vera", changed, contract.Act{Action: contract.Take})
	h.act("vera", signing, contract.Act{Action: contract.Take})
	h.act("vera", signing, contract.Act{Action: contract.Pass})
	h.act("vera", over, contract.Act{Action: contract.Take})
	h.act("vera", over, contract.Act{Action: contract.Refuse, Note: "Bukan warga sini"})
	pick := func(id string, seen int64) contract.Pick { return contract.Pick{ID: id, Seen: seen} }
	before := h.text(`SELECT count(*)::text FROM messages`)
	got := h.assign("camat", "vino", pick(free, 1), pick(taken, 2), pick(changed, 1), pick(signing, 3), pick(over, 3), pick("TIDAKADA", 1), pick(free, 1), pick("\x00", 1))
	if want := ". . permit_changed permit_unable permit_unable unknown permit_changed unknown"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for _, id := range []string{free, taken} {
		f, err := h.Open(h.as("vino"), contract.ID{ID: id})
		if err != nil || f.Officer.ID != "vino" || f.Events[len(f.Events)-1].By != "Camat" || f.Events[len(f.Events)-1].Whom != "Vino" {
			t.Errorf("%+v %v", f.Officer, err)
		}
	}
	if after := h.text(`SELECT count(*)::text FROM messages`); before != "11" || after != "12" { // only the one that nobody had is at another stage now
		t.Errorf("messages: %s, then %s", before, after)
	}
	// Who is no admin gives what is theirs, and takes what nobody has.
	if got := h.assign("vino", "vino", pick(h.sent().ID, 1)); got != "." {
		t.Error(got)
	}
	if got := h.assign("vino", "vera", pick(h.sent().ID, 1)); got != "denied" {
		t.Error(got)
	}
	if got := h.assign("vino", "vera", pick(free, 2)); got != "." {
		t.Error(got)
	}
	if got := h.assign("vino", "dua", pick(free, 3)); got != "denied" {
		t.Error(got)
	}
	// For whom it is not there it is not there, and nobody else can be given it.
	for _, who := range []string{"carla", "dina"} {
		if got := h.assign(who, who, pick(free, 3)); got != "unknown" {
			t.Errorf("%s: %s", who, got)
		}
	}
	if got := h.assign("camat", "carla", pick(free, 3)); got != "permit_unable" {
		t.Error(got)
	}
	_, err := h.Assign(h.as("camat"), contract.Assign{To: "\x00", Items: []contract.Pick{pick(free, 3)}})
	want(t, err, "choice")
}

// Whoever checked the papers is not given them to sign.
func TestFourEyesOfMany(t *testing.T) {
	t.Parallel()
	h := open(t)
	a := h.sent().ID
	h.act("dua", a, contract.Act{Action: contract.Take})
	h.act("dua", a, contract.Act{Action: contract.Pass})
	if got := h.assign("camat", "dua", contract.Pick{ID: a, Seen: 3}); got != "permit_four_eyes" {
		t.Error(got)
	}
}

// Two who give out the same at once: each application is given once, and
// whoever came second is told so.
func TestManyTwiceAtOnce(t *testing.T) {
	t.Parallel()
	h := open(t)
	var picks []contract.Pick
	for range 30 {
		picks = append(picks, contract.Pick{ID: h.sent().ID, Seen: 1})
	}
	var wg sync.WaitGroup
	got := make([]string, 4)
	for i := range got {
		wg.Go(func() {
			order := append([]contract.Pick{}, picks...)
			if i%2 == 1 {
				for a, b := 0, len(order)-1; a < b; a, b = a+1, b-1 {
					order[a], order[b] = order[b], order[a]
				}
			}
			got[i] = h.assign("camat", []string{"vera", "vino"}[i%2], order...)
		})
	}
	wg.Wait()
	if n := strings.Count(strings.Join(got, " "), "."); n != 30 {
		t.Errorf("%d were given: %v", n, got)
	}
	if n := h.text(`SELECT count(*)::text || ' ' || max(version) FROM application_events`); n != "60 2" {
		t.Error(n)
	}
}

// Many are written like one: what lists ask for is the same.
func TestManyLikeOne(t *testing.T) {
	t.Parallel()
	h := open(t)
	one, many := h.sent().ID, h.sent().ID
	h.assign("camat", "vera", contract.Pick{ID: many, Seen: 1})
	if _, err := h.Act(h.as("camat"), contract.Act{ID: one, Action: contract.Take, To: "vera", Seen: 1}); err != nil {
		t.Fatal(err)
	}
	const columns = `(version, head, stage, officer_id, over, asked, rank, due_at, until_at, half_at, hot_at, roles, sent_at, changed_at, save)::text`
	if a, b := h.text(`SELECT `+columns+` FROM applications WHERE id = ?`, one), h.text(`SELECT `+columns+` FROM applications WHERE id = ?`, many); a != b {
		t.Errorf("%s\n%s", a, b)
	}
	if a, b := h.text(`SELECT (version, at, action, actor_id, body)::text FROM application_events WHERE application_id = ? AND version = 2`, one), h.text(`SELECT (version, at, action, actor_id, body)::text FROM application_events WHERE application_id = ? AND version = 2`, many); a != b {
		t.Errorf("%s\n%s", a, b)
	}
	if _, err := h.vault.Open("application:"+many, h.sealed(many)); err != nil {
		t.Error("the answers are gone", err)
	}
}

func (h *house) sealed(id string) (data []byte) {
	h.t.Helper()
	if err := h.db.NewRaw(`SELECT sealed FROM applications WHERE id = ?`, id).Scan(context.Background(), &data); err != nil {
		h.t.Fatal(err)
	}
	return data
}

// Who could be given some applications stands there with how much they have.
func TestCandidates(t *testing.T) {
	t.Parallel()
	h := open(t)
	a, b := h.sent().ID, h.sent().ID
	h.act("vera", b, contract.Act{Action: contract.Take})
	names := func(who string, ids ...string) string {
		t.Helper()
		var of contract.CandidatesOf
		for _, id := range ids {
			of.Items = append(of.Items, contract.Pick{ID: id, Seen: 1})
		}
		got, err := h.Candidates(h.as(who), of)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, c := range got.Items {
			list = append(list, fmt.Sprintf("%s:%d", c.ID, c.Has))
		}
		return strings.Join(list, " ")
	}
	if got := names("camat", a, b); got != "dua:0 vera:1 vino:0" {
		t.Error(got)
	}
	h.act("vera", b, contract.Act{Action: contract.Pass})
	if got := names("camat", a, b); got != "dua:0 lurah:0 vera:0 vino:0" {
		t.Error(got)
	}
	if got := names("carla", a, b) + names("camat", "\x00"); got != "" {
		t.Error(got)
	}
}
