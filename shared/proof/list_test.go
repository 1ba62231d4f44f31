package proof

import (
	"crypto/ed25519"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func sealed(t testing.TB, l *List) []byte {
	t.Helper()
	b, err := l.Seal(2, ours)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAListTravels(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		ids := func(name string) (all []ID) {
			for i := range rapid.IntRange(0, 40).Draw(t, name) {
				all = append(all, idOf(name+strconv.Itoa(i)))
			}
			return all
		}
		revoked, replaced := ids("revoked"), ids("replaced")
		l := NewList(rapid.Int64Range(1, 1<<40).Draw(t, "version"), noon.Add(time.Duration(rapid.IntRange(0, 1e6).Draw(t, "minutes"))*time.Minute), revoked, replaced)
		b, err := l.Seal(2, ours)
		if err != nil {
			t.Fatal(err)
		}
		got, err := OpenList(b, ring)
		if err != nil || got.Version != l.Version || !got.At.Equal(l.At) || got.Len() != len(revoked)+len(replaced) {
			t.Fatalf("%+v became %+v (%v)", l, got, err)
		}
		for _, id := range revoked {
			if got.status(id) != Revoked {
				t.Fatalf("%s is %s", id, got.status(id))
			}
		}
		for _, id := range replaced {
			if got.status(id) != Replaced {
				t.Fatalf("%s is %s", id, got.status(id))
			}
		}
		if got.status(idOf("another")) != Genuine {
			t.Fatal("another is on the list")
		}
	})
}

func TestAForgedListIsRefused(t *testing.T) {
	t.Parallel()
	good := sealed(t, NewList(3, noon, []ID{idOf("a"), idOf("b")}, []ID{idOf("c")}))
	if _, err := OpenList(good, ring); err != nil {
		t.Fatal(err)
	}
	bad := map[string][]byte{"nothing": nil, "another key": nil, "a document": nil}
	bad["another key"], _ = NewList(3, noon, nil, nil).Seal(2, theirs)
	bad["a key nobody knows"], _ = NewList(3, noon, nil, nil).Seal(9, ours)
	bad["a document"], _ = read(signed(t, letter()))
	resigned := func(message []byte) []byte {
		return append(message, ed25519.Sign(ours, append([]byte(listContext), message...))...)
	}
	message := good[:len(good)-signatureLength]
	bad["one byte more"] = resigned(append(slices.Clone(message), 0))
	bad["one byte less"] = resigned(slices.Clone(message[:len(message)-1]))
	bad["more than it has"] = resigned([]byte{format, 2, 3, 1, 0xFF, 0xFF, 0x3F, 1})
	bad["no count"] = resigned([]byte{format, 2, 3, 1})
	for i := range good {
		for bit := range 8 {
			b := slices.Clone(good)
			b[i] ^= 1 << bit
			bad["bit "+strconv.Itoa(i*8+bit)] = b
		}
		bad["cut at "+strconv.Itoa(i)] = good[:i]
	}
	for name, b := range bad {
		if l, err := OpenList(b, ring); err == nil {
			t.Errorf("%s: %+v", name, l)
		}
	}
}

func TestWhatCannotBeSealed(t *testing.T) {
	t.Parallel()
	for name, l := range map[string]*List{"no version": NewList(0, noon, nil, nil), "before all time": NewList(1, time.Unix(-100, 0), nil, nil)} {
		if b, err := l.Seal(2, ours); err == nil {
			t.Errorf("%s: %x", name, b)
		}
	}
	if b, err := NewList(1, noon, nil, nil).Seal(0, ours); err == nil {
		t.Errorf("key 0: %x", b)
	}
}

func TestTenThousandRevokedAreSmall(t *testing.T) {
	t.Parallel()
	ids := make([]ID, 10_000)
	for i := range ids {
		ids[i] = idOf(strconv.Itoa(i))
	}
	l := NewList(1, noon, ids, append(ids[:1:1], ids[0]))
	if b := sealed(t, l); len(b) > 6*len(ids) || l.Len() != 10_001 {
		t.Errorf("%d bytes for %d", len(b), l.Len())
	}
	empty, err := OpenList(sealed(t, NewList(9, noon, nil, nil)), ring)
	if err != nil || empty.Len() != 0 || !reflect.DeepEqual(empty.At, noon.UTC()) {
		t.Errorf("%+v %v", empty, err)
	}
}
