package proof

import (
	"encoding/binary"
	"errors"
	"slices"
	"time"
)

// List is which documents do not hold any more, at a moment. Phones fetch it
// while they are online and keep the last one, sealed as it came.
type List struct {
	Version int64     // grows with each list; a phone keeps the highest it has seen
	At      time.Time // when it was made, to the minute

	revoked, replaced []uint64 // marks, ascending
}

// markBits are the bits of an ID that a list knows it by. With a million
// documents out and ten thousand on the list, the chance that any other is
// taken for one of them is one in 28,000.
const markBits = 48

func mark(id ID) uint64 { return binary.BigEndian.Uint64(id[:8]) >> (64 - markBits) }

// MostListed is how many documents a list can name.
const MostListed = 1_000_000

// NewList is a list of documents.
func NewList(version int64, at time.Time, revoked, replaced []ID) *List {
	return &List{Version: version, At: at.UTC().Truncate(time.Minute), revoked: marks(revoked), replaced: marks(replaced)}
}

func marks(ids []ID) []uint64 {
	all := make([]uint64, len(ids))
	for i, id := range ids {
		all[i] = mark(id)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Len is how many documents are on the list.
func (l *List) Len() int { return len(l.revoked) + len(l.replaced) }

// status is what the list says of a document; a nil list says nothing.
func (l *List) status(id ID) Status {
	if l == nil {
		return Genuine
	}
	if _, found := slices.BinarySearch(l.revoked, mark(id)); found {
		return Revoked
	}
	if _, found := slices.BinarySearch(l.replaced, mark(id)); found {
		return Replaced
	}
	return Genuine
}

// OpenList reads a sealed list. One that nobody here sealed, or in a way that
// this phone cannot read, is an error: the phone keeps the one it has.
func OpenList(sealed []byte, keys []Key) (*List, error) {
	wrong := errors.New("proof: not a list of this house")
	if len(sealed) < 2+signatureLength || sealed[0] != format {
		return nil, wrong
	}
	message, signature := sealed[:len(sealed)-signatureLength], sealed[len(sealed)-signatureLength:]
	key := keyOf(keys, sealed[1])
	if key == nil || !key.verify(listContext, message, signature) {
		return nil, wrong
	}
	r := &reader{rest: message[2:]}
	l := &List{Version: int64(r.long(1 << 62))}
	l.At = time.Unix(int64(r.long(1<<32))*60, 0).UTC()
	l.revoked = r.marks()
	l.replaced = r.marks()
	if r.bad || len(r.rest) > 0 {
		return nil, wrong
	}
	return l, nil
}

func (r *reader) marks() []uint64 {
	n := r.number(MostListed + 1)
	if n > len(r.rest) { // each is a byte at least
		r.bad = true
		return nil
	}
	all := make([]uint64, 0, n)
	last := uint64(0)
	for range n {
		last += r.long(1 << markBits)
		all = append(all, last)
	}
	return all
}
