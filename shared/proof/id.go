package proof

import "strings"

// ID names a document. It is random, so nobody finds one by guessing; it is
// what pages and lists know a document by.
type ID [16]byte

// letters are the digits of an ID as people read it out: no I, L, O and U,
// which look like others (Crockford).
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const idLength = 26

// String writes an ID in 26 letters.
func (id ID) String() string {
	var b [idLength]byte
	for i := range b {
		b[i] = letters[id.five(i)]
	}
	return string(b[:])
}

// five are five bits of an ID. The first two of the 130 are zero.
func (id ID) five(i int) byte {
	v := byte(0)
	for bit := i*5 - 2; bit < i*5+3; bit++ {
		v <<= 1
		if bit >= 0 {
			v |= id[bit/8] >> (7 - bit%8) & 1
		}
	}
	return v
}

// likeness is what the letters that are none are taken for.
var likeness = strings.NewReplacer("I", "1", "L", "1", "O", "0", "-", "", " ", "")

// ParseID reads an ID, also one that was typed from paper.
func ParseID(s string) (id ID, ok bool) {
	if len(s) > 2*idLength {
		return id, false
	}
	s = likeness.Replace(strings.ToUpper(s))
	if len(s) != idLength {
		return ID{}, false
	}
	for i := range len(s) {
		v := strings.IndexByte(letters, s[i])
		if v < 0 || i == 0 && v > 7 {
			return ID{}, false
		}
		for bit := range 5 {
			if at := i*5 - 2 + bit; at >= 0 && v>>(4-bit)&1 == 1 {
				id[at/8] |= 1 << (7 - at%8)
			}
		}
	}
	return id, true
}

// MarshalText writes it as String does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *ID) UnmarshalText(text []byte) error {
	parsed, ok := ParseID(string(text))
	if !ok {
		return errID
	}
	*id = parsed
	return nil
}
