package inspect

import (
	"encoding/binary"
	"testing"

	"rumah/shared/check"
)

// Whatever is sent is refused or kept, and what is kept is what it is said to
// be and passes again.
func FuzzFile(f *testing.F) {
	for _, c := range liars(f) {
		if len(c.data) < 100_000 {
			f.Add(c.data)
		}
	}
	f.Add(withEXIF(jpegOf(f, scene(9, 9)), 6, binary.BigEndian))
	f.Add(pngOf(f, scene(9, 9)))
	f.Add(letter())
	f.Fuzz(func(t *testing.T, data []byte) {
		kind := check.Kind(data)
		kept, as, err := File(data, kind)
		if err != nil {
			if keyOf(t, err) == "" || kept != nil {
				t.Errorf("%v", err)
			}
			return
		}
		if check.Kind(kept) != as {
			t.Fatalf("%s is %s", as, check.Kind(kept))
		}
		if _, again, err := File(kept, as); err != nil || again != as {
			t.Errorf("%s does not pass twice: %v", as, err)
		}
	})
}
