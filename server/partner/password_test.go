package partner

import "testing"

// Tests ask for tokens all the time, and are of what comes after; the one
// below hashes as dearly as the house.
func init() { ownCost = cost{time: 1, memory: 64} }

func TestPasswordIsKnownAgain(t *testing.T) {
	t.Parallel()
	const word = "kata sandi yang panjang"
	for _, c := range []cost{dear, ownCost} {
		kept := c.hash(word)
		if !c.is(kept, word) || c.is(kept, word+"!") || c.is(kept, "") {
			t.Error(kept)
		}
	}
	if one, other := ownCost.hash(word), ownCost.hash(word); one == other {
		t.Error("one password has one hash")
	}
	for _, broken := range []string{"", "x", "$argon2id$aa", "$bcrypt$aa$aa", "$argon2id$?$?"} {
		if dear.is(broken, word) {
			t.Error(broken)
		}
	}
}
