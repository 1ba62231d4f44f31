package identity

import (
	"testing"

	"golang.org/x/crypto/bcrypt"
)

// What one guess at a password costs, beside bcrypt at its usual cost.
func BenchmarkPassword(b *testing.B) {
	b.Run("argon2id", func(b *testing.B) {
		for range b.N {
			dear.key("correct horse battery staple", []byte("0123456789abcdef"))
		}
	})
	b.Run("bcrypt-10", func(b *testing.B) {
		for range b.N {
			if _, err := bcrypt.GenerateFromPassword([]byte("correct horse battery staple"), 10); err != nil {
				b.Fatal(err)
			}
		}
	})
}
