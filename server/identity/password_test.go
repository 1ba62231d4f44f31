package identity

import (
	"strings"
	"testing"
)

// Hundreds of passwords are hashed in these tests, which are of what comes
// after; the one below is hashed as dearly as in the house.
func init() { ownCost = cost{time: 1, memory: 64, threads: 1} }

// A password is known again whatever it cost when it was kept, and what
// stands in for nobody's costs as much as everybody's.
func TestPasswordIsKnownAgain(t *testing.T) {
	t.Parallel()
	const word = "kata sandi yang panjang"
	salt := []byte("sixteen letters.")
	kept := dear.kept(salt, dear.key(word, salt))
	if !strings.HasPrefix(kept, "$argon2id$v=19$m=32768,t=4,p=1$") {
		t.Error(kept)
	}
	for _, kept := range []string{kept, hashPassword(word)} {
		if !isPassword(kept, word) || isPassword(kept, word+"!") || isPassword(kept, "") {
			t.Error(kept)
		}
	}
	if one, other := hashPassword(word), hashPassword(word); one == other {
		t.Error("two people with one password have one hash")
	}
	nobodys, own := strings.Split(nobody(), "$"), strings.Split(hashPassword(word), "$")
	if nobodys[3] != own[3] || len(nobodys[4]) != len(own[4]) || len(nobodys[5]) != len(own[5]) || isPassword(nobody(), "") {
		t.Errorf("%q beside %q", nobodys, own)
	}
	for _, broken := range []string{"", "x", "$argon2id$v=19$m=64$aa$aa", "$bcrypt$v=19$m=64,t=1,p=1$aa$aa", "$argon2id$v=19$m=64,t=1,p=1$?$?"} {
		if isPassword(broken, word) {
			t.Error(broken)
		}
	}
}
