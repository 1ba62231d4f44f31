package proof

import (
	"testing"
)

func FuzzVerify(f *testing.F) {
	f.Add(signed(f, letter()))
	f.Add("HTTPS://RUMAH.EXAMPLE.ID/V/" + signed(f, letter())[:40])
	f.Add(write([]byte{2, 1, 0, 0}))
	f.Add(":::")
	good := signed(f, letter())
	f.Fuzz(func(t *testing.T, text string) {
		code, _ := Read(text)
		got := Verify(code, ring, nil, noon)
		if got.Status == Genuine && code != good {
			t.Fatalf("%q is genuine: %+v", text, got)
		}
		if b, err := read(code); err == nil {
			if write(b) != code {
				t.Fatalf("%q reads as %q", code, write(b))
			}
			if len(b) > 2 {
				if d, err := decode(b); err == nil && string(encode(&d, b[1])[2:]) != string(b[2:]) {
					t.Fatalf("%x reads as %+v", b, d)
				}
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add(sealed(f, NewList(3, noon, []ID{idOf("a")}, []ID{idOf("b")})))
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := OpenList(b, ring); err == nil && l.Version != 3 {
			t.Fatalf("%x is a list: %+v", b, l)
		}
		r := &reader{rest: b} // what comes after the signature must be safe too
		r.marks()
		if id, ok := ParseID(string(b)); ok {
			if again, _ := ParseID(id.String()); again != id {
				t.Fatalf("%x", id)
			}
		}
	})
}
