package partner

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// cost is what guessing one password costs. A password here is made by the
// house and has 128 bits, so less than for a person's is enough: BPJS asks for
// a token for many patients in the same second.
type cost struct {
	time   uint32
	memory uint32 // KiB
}

var (
	dear    = cost{time: 2, memory: 19 << 10}
	ownCost = dear // less in tests of what comes after a password
)

const (
	hashThreads = 1
	hashSalt    = 16
	hashKey     = 32
)

// hashing bounds how many passwords are hashed at once, and so the memory.
var hashing = make(chan struct{}, 2)

func (c cost) key(password string, salt []byte) []byte {
	hashing <- struct{}{}
	defer func() { <-hashing }()
	return argon2.IDKey([]byte(password), salt, c.time, c.memory, hashThreads, hashKey)
}

// hash is a password as it is kept: "$argon2id$salt$key".
func (c cost) hash(password string) string {
	salt := make([]byte, hashSalt)
	_, _ = rand.Read(salt) // never fails
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$%s$%s", b64.EncodeToString(salt), b64.EncodeToString(c.key(password, salt)))
}

// is reports whether a kept hash is of the password.
func (c cost) is(kept, password string) bool {
	parts := strings.Split(kept, "$")
	if len(parts) != 4 || parts[1] != "argon2id" {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[2])
	key, err2 := base64.RawStdEncoding.DecodeString(parts[3])
	return err1 == nil && err2 == nil && subtle.ConstantTimeCompare(key, c.key(password, salt)) == 1
}
