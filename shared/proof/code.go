package proof

import (
	"encoding/binary"
	"errors"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/check"
)

// format is the way a code is written. A phone that meets a later one says
// that it must be brought up to date.
const format = 1

// latest is the last format there may ever be: what claims a later one is not
// of the future but forged.
const latest = 15

const signatureLength = 64

var (
	errID   = errors.New("proof: no id of a document")
	errCode = errors.New("proof: not the one way to write a document")
)

// between counts the days from one to another; ok is false when one is no day
// or they come the other way round.
func between(from, to calendar.Date) (int, bool) {
	if !from.Valid() || !to.Valid() || to < from {
		return 0, false
	}
	return int(to.Time(time.UTC).Sub(from.Time(time.UTC)) / (24 * time.Hour)), true
}

// encode writes a document that Check lets through, without its signature.
func encode(d *Document, key byte) []byte {
	b := append(make([]byte, 0, 300), format, key)
	b = append(b, d.ID[:]...)
	days, _ := between(firstDay, d.Date)
	b = binary.AppendUvarint(b, uint64(days))
	until := 0
	if d.Until != "" {
		left, _ := between(d.Date, d.Until)
		until = left + 1
	}
	b = binary.AppendUvarint(b, uint64(until))
	for _, s := range []string{d.Service, d.Number, d.Holder, d.Issuer} {
		b = append(append(b, byte(len(s))), s...)
	}
	return b
}

// decode reads what encode wrote, and nothing else.
func decode(b []byte) (d Document, err error) {
	r := &reader{rest: b[2:]}
	copy(d.ID[:], r.take(len(d.ID)))
	days, until := r.number(mostDays), r.number(mostDays+1)
	d.Date = firstDay.Add(days)
	if until > 0 {
		d.Until = d.Date.Add(until - 1)
	}
	for _, s := range []*string{&d.Service, &d.Number, &d.Holder, &d.Issuer} {
		*s = string(r.take(int(r.byte())))
	}
	if r.bad || len(r.rest) > 0 || d.Check() != nil {
		return Document{}, errCode
	}
	return d, nil
}

// reader reads from the front, and remembers when something was not there.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

// number reads a number below most, written as short as it can be.
func (r *reader) number(most uint64) int { return int(r.long(most)) }

func (r *reader) long(most uint64) uint64 {
	v, n := binary.Uvarint(r.rest)
	if r.bad || n <= 0 || v >= most || n > 1 && r.rest[n-1] == 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// alphabet are 41 characters that a QR code keeps in its alphanumeric mode
// and that may stand in the path of an address as they are. Three of them
// hold two bytes.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-:"

// longest is how many characters a code may have: more is not looked at.
const longest = 400

// write writes bytes in the alphabet.
func write(b []byte) string {
	text := make([]byte, 0, len(b)*3/2+2)
	for ; len(b) > 1; b = b[2:] {
		v := int(b[0])<<8 | int(b[1])
		text = append(text, alphabet[v%41], alphabet[v/41%41], alphabet[v/41/41])
	}
	if len(b) == 1 {
		text = append(text, alphabet[b[0]%41], alphabet[b[0]/41])
	}
	return string(text)
}

// places are the characters' places in the alphabet, plus one.
var places = func() (p [128]byte) {
	for i := range len(alphabet) {
		p[alphabet[i]] = byte(i + 1)
	}
	return p
}()

// read reads what write wrote.
func read(s string) ([]byte, error) {
	if len(s) > longest || len(s)%3 == 1 {
		return nil, errCode
	}
	b := make([]byte, 0, len(s)*2/3)
	for ; len(s) > 0; s = s[min(3, len(s)):] {
		v, unit := 0, 1
		for i := range min(3, len(s)) {
			if s[i] >= 128 || places[s[i]] == 0 {
				return nil, errCode
			}
			v += int(places[s[i]]-1) * unit
			unit *= 41
		}
		switch {
		case len(s) == 2 && v < 1<<8:
			b = append(b, byte(v))
		case len(s) > 2 && v < 1<<16:
			b = append(b, byte(v>>8), byte(v))
		default:
			return nil, errCode
		}
	}
	return b, nil
}

// plain reports whether a text can stand in a QR code's alphanumeric mode.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') && !check.OneOf(c, ' ', '$', '%', '*', '+', '-', '.', '/', ':') {
			return false
		}
	}
	return true
}
