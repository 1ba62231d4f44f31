package permit_test

import (
	"strings"
	"testing"

	contract "rumah/shared/permit"
)

// One person who has most of what is late is shown to the admins, and told
// once a day; not where there is nobody else, or little.
func TestTooMuchForOne(t *testing.T) {
	t.Parallel()
	h := open(t)
	var picks []contract.Pick
	for range contract.LoadLeast + 5 {
		picks = append(picks, contract.Pick{ID: h.sent().ID, Seen: 1})
	}
	h.assign("camat", "vera", picks[:contract.LoadLeast]...)
	h.assign("camat", "vino", picks[contract.LoadLeast:contract.LoadLeast+2]...)
	loads := func(who string) []contract.Load {
		t.Helper()
		o, err := h.Overview(h.as(who))
		if err != nil {
			t.Fatal(err)
		}
		return o.Loads
	}
	weigh := func() string {
		t.Helper()
		for range 3 {
			if err := h.Weigh(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return h.heard("camat", "desk_load")
	}
	if got := loads("camat"); len(got) != 0 || weigh() != "" {
		t.Errorf("nothing is late yet: %+v", got)
	}
	h.now = h.now.AddDate(0, 0, 3)
	want := contract.Load{Officer: contract.Named{ID: "vera", Name: "Vera"}, Agency: contract.Named{ID: "bebekan", Name: "Kelurahan Bebekan"}, Has: contract.LoadLeast, Of: contract.LoadLeast + 5}
	for who, n := range map[string]int{"camat": 1, "bupati": 1, "vera": 0, "lurah": 0, "carla": 0} {
		if got := loads(who); len(got) != n || n > 0 && got[0] != want {
			t.Errorf("%s: %+v", who, got)
		}
	}
	if got := weigh(); got != "Vera memegang terlalu banyak 10 dari 15 permohonan yang telat atau lama menunggu di Kelurahan Bebekan. Bagikan ke rekan lain." {
		t.Errorf("%q", got)
	}
	h.now = h.now.AddDate(0, 0, 1)
	if got := weigh(); strings.Count(got, "Vera") != 2 {
		t.Errorf("%q", got)
	}
	h.exec(`UPDATE grants SET revoked_at = now() WHERE person_id IN ('vino', 'dua')`)
	if got := loads("camat"); len(got) != 0 {
		t.Errorf("there is nobody else: %+v", got)
	}
	h.exec(`UPDATE grants SET revoked_at = NULL`)
	if got := h.assign("camat", "vino", contract.Pick{ID: picks[0].ID, Seen: 2}); got != "." {
		t.Fatal(got)
	}
	if got := loads("camat"); len(got) != 0 {
		t.Errorf("nine are no alarm: %+v", got)
	}
}
