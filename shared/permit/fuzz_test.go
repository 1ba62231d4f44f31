package permit

import (
	"encoding/json"
	"testing"

	"rumah/shared/words"
)

// FuzzDefinition feeds the engine definitions that nobody checked: none may
// bring it down, and one that passes the check must have a way to the end.
func FuzzDefinition(f *testing.F) {
	for _, d := range []*Definition{building(), letter()} {
		text, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text, uint16(3))
	}
	f.Add([]byte(`{"steps":[{"id":"returned","stage":"documents"},{"id":"a","stage":"payment"},{"id":"a","stage":"pickup","roles":["signer"]}],"apart":[["a","a"]],"correct":-5}`), uint16(77))
	f.Add([]byte(`{"steps":[{"id":"","stage":""},{"stage":"signature","roles":["verifier"],"name":{"id":"\n"}}],"promise":{"amount":-1,"unit":"hours"}}`), uint16(9))
	f.Fuzz(func(t *testing.T, text []byte, seed uint16) {
		var d Definition
		if json.Unmarshal(text, &d) != nil || len(d.Steps) > 30 {
			return
		}
		right := d.Check(nil) == nil
		_ = Diagram(&d, words.EN)
		_ = CheckStaff(&d, "camat", "", everybody)
		s, r := fresh(), Rules{&d, office()}
		now := at(t, "2026-11-02 09:00")
		for i := range 40 {
			c := Command{Action: Actions[(int(seed)+i*7)%len(Actions)], By: everybody[(int(seed)*3+i)%len(everybody)], Note: "ok", Amount: 5, Number: "1", House: i%9 == 0, Step: "documents"}
			if _, err := s.Do(r, c, now); err == nil {
				_, _ = s.Head.Clock.Target(r.Hours, d.Promise, now)
				_, _ = s.Until(r)
			}
			_ = s.May(r, c.By)
		}
		if right && len(d.Steps) == 0 {
			t.Fatal("a definition without steps was let through")
		}
	})
}
