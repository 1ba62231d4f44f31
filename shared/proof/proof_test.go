package proof

import (
	"bytes"
	"crypto/ed25519"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
	"rsc.io/qr"

	"rumah/shared/fault"
	"rumah/shared/words"
)

func TestWhatACodeTurnsOutToBe(t *testing.T) {
	t.Parallel()
	ends, gone, instead := letter(), letter(), letter()
	gone.ID, instead.ID = idOf("gone"), idOf("instead")
	ends.Until = "2026-11-22"
	today := letter()
	today.Until = "2026-11-23"
	earlier := letter()
	earlier.Date, earlier.Until = "2025-06-01", ""
	list := NewList(7, noon, []ID{gone.ID}, []ID{instead.ID, gone.ID})
	code := func(d *Document, number byte, k ed25519.PrivateKey) string {
		code, err := Sign(d, number, k)
		if err != nil {
			t.Fatal(err)
		}
		return code
	}
	for name, c := range map[string]struct {
		code string
		list *List
		want Status
	}{
		"genuine":              {signed(t, letter()), list, Genuine},
		"genuine, no list":     {signed(t, letter()), nil, Genuine},
		"last day":             {signed(t, today), list, Genuine},
		"over":                 {signed(t, ends), list, Expired},
		"revoked":              {signed(t, gone), list, Revoked},
		"revoked, no list":     {signed(t, gone), nil, Genuine},
		"replaced":             {signed(t, instead), list, Replaced},
		"the old key then":     {code(earlier, 1, old), list, Genuine},
		"the old key now":      {code(letter(), 1, old), list, Forged},
		"the new key before":   {code(earlier, 2, ours), list, Forged},
		"a key of theirs":      {code(letter(), 2, theirs), list, Forged},
		"a key nobody knows":   {code(letter(), 9, theirs), list, UnknownKey},
		"a format to come":     {write(append([]byte{2, 2}, make([]byte, 100)...)), list, Newer},
		"a format never":       {write(append([]byte{99, 2}, make([]byte, 100)...)), list, Forged},
		"nothing":              {"", list, Forged},
		"something":            {"HTTPS", list, Forged},
		"in small letters":     {strings.ToLower(signed(t, letter())), list, Forged}, // Read brings it to capitals
		"longer than any":      {strings.Repeat("A", 1_000_000), list, Forged},
		"key number 0":         {write(append([]byte{1, 0}, make([]byte, 100)...)), list, Forged},
		"too short to be true": {write([]byte{1, 2, 3}), list, Forged},
	} {
		got := Verify(c.code, ring, c.list, noon)
		if got.Status != c.want {
			t.Errorf("%s: %s, want %s", name, got.Status, c.want)
		}
		if holds := c.want == Genuine || c.want == Expired || c.want == Revoked || c.want == Replaced; holds != (got.Document.Number != "") {
			t.Errorf("%s: it says %+v", name, got.Document)
		}
		if (c.list == nil) != got.Known.IsZero() {
			t.Errorf("%s: known at %v", name, got.Known)
		}
	}
	if got := Verify(code(earlier, 1, old), ring, nil, noon); !got.Certified {
		t.Error("the old key was certified")
	}
	if got := Verify(signed(t, letter()), ring, nil, noon); got.Certified || got.Document != *letter() {
		t.Errorf("%+v", got)
	}
	if got := Verify(signed(t, letter()), []Key{{Number: 2, Public: []byte{1, 2}}}, nil, noon); got.Status != Forged {
		t.Errorf("a broken key finds it %s", got.Status)
	}
}

func TestWhatIsSignedIsWhatIsRead(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := anyDocument.Draw(t, "document")
		code, err := Sign(d, 2, ours)
		if err != nil {
			t.Fatal(err)
		}
		b, err := read(code)
		if err != nil || write(b) != code {
			t.Fatalf("%s reads as %s", code, write(b))
		}
		got, err := decode(b[:len(b)-signatureLength])
		if err != nil || got != *d || !bytes.Equal(encode(&got, 2), b[:len(b)-signatureLength]) {
			t.Fatalf("%+v became %+v (%v)", d, got, err)
		}
		link, ok := Link("https://rumah.example.id/", code)
		if back, host := Read(link); !ok || back != code || host != "rumah.example.id" {
			t.Fatalf("%s reads as %s of %s", link, back, host)
		}
	})
}

// corpus are codes that look like a good one and are none.
func corpus(t testing.TB) map[string][]byte {
	good, err := read(signed(t, letter()))
	if err != nil {
		t.Fatal(err)
	}
	message, signature := good[:len(good)-signatureLength], good[len(good)-signatureLength:]
	join := func(parts ...[]byte) []byte { return slices.Concat(parts...) }
	sign := func(k ed25519.PrivateKey, context string, m []byte) []byte {
		return join(m, ed25519.Sign(k, append([]byte(context), m...)))
	}
	edit := func(change func([]byte) []byte) []byte { return change(slices.Clone(message)) }
	all := map[string][]byte{
		"signed without context":   sign(ours, "", message),
		"signed as a list":         sign(ours, listContext, message),
		"signed by another":        sign(theirs, documentContext, message),
		"signature of nothing":     join(message, make([]byte, signatureLength)),
		"signature of another":     join(edit(func(m []byte) []byte { m[5] ^= 1; return m }), signature),
		"signature twice":          join(good, signature),
		"one byte more":            join(good, []byte{0}),
		"signed, one byte more":    sign(ours, documentContext, join(message, []byte{0})),
		"signed, one byte less":    sign(ours, documentContext, message[:len(message)-1]),
		"signed, format only":      sign(ours, documentContext, []byte{format, 2}),
		"signed, long number":      sign(ours, documentContext, edit(func(m []byte) []byte { m[20] |= 0x80; return slices.Insert(m, 21, 0) })),
		"signed, text too long":    sign(ours, documentContext, edit(func(m []byte) []byte { m[22] = 255; return m })),
		"signed, no id":            sign(ours, documentContext, edit(func(m []byte) []byte { clear(m[2:18]); return m })),
		"signed, no text":          sign(ours, documentContext, edit(func(m []byte) []byte { m[len(m)-1] = 0; return m })),
		"signed, not UTF-8":        sign(ours, documentContext, edit(func(m []byte) []byte { m[len(m)-1] = 0xFF; return m })),
		"signature that is malled": join(message, malleable(signature)),
	}
	for i := range good {
		for bit := range 8 {
			flipped := slices.Clone(good)
			flipped[i] ^= 1 << bit
			all["bit "+strconv.Itoa(i*8+bit)] = flipped
		}
		all["cut at "+strconv.Itoa(i)] = good[:i]
		all["begun at "+strconv.Itoa(i+1)] = good[i+1:]
	}
	return all
}

// malleable is another number that fits the equation of a signature: S plus
// the order of the group. Verification must ask for the small one.
func malleable(signature []byte) []byte {
	order, _ := new(big.Int).SetString("7237005577332262213973186563042994240857116359379907606001950938285454250989", 10)
	s := slices.Clone(signature[32:])
	slices.Reverse(s)
	n := new(big.Int).SetBytes(s)
	s = n.Add(n, order).FillBytes(make([]byte, 32))
	slices.Reverse(s)
	return append(slices.Clone(signature[:32]), s...)
}

func TestNoForgedCodeIsGenuine(t *testing.T) {
	t.Parallel()
	all := corpus(t)
	if len(all) < 1500 {
		t.Fatalf("only %d codes", len(all))
	}
	for name, b := range all {
		if got := Verify(write(b), ring, nil, noon); got.Status == Genuine || got.Document.Number != "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestNoChangedCharacterIsGenuine(t *testing.T) {
	t.Parallel()
	code := signed(t, letter())
	for i := range code {
		for _, c := range []byte{alphabet[(strings.IndexByte(alphabet, code[i])+1+i%39)%41], 'a', ' ', '%', 0} {
			if c == code[i] {
				continue
			}
			changed := code[:i] + string(rune(c)) + code[i+1:]
			if got := Verify(changed, ring, nil, noon); got.Status == Genuine || got.Document.Number != "" {
				t.Errorf("%q at %d: %+v", c, i, got)
			}
		}
		if got := Verify(code[:i], ring, nil, noon); got.Status == Genuine {
			t.Errorf("cut at %d: %+v", i, got)
		}
	}
}

func TestWhatCannotBeSigned(t *testing.T) {
	t.Parallel()
	for want, edit := range map[string]func(*Document){
		"id required":           func(d *Document) { d.ID = ID{} },
		"service required":      func(d *Document) { d.Service = " " },
		"number characters":     func(d *Document) { d.Number = "1\n2" },
		"holder characters":     func(d *Document) { d.Holder = "\xff" },
		"issuer required":       func(d *Document) { d.Issuer = "" },
		"service proof_long":    func(d *Document) { d.Issuer = strings.Repeat("a", 140) },
		"date date":             func(d *Document) { d.Date = "2026-02-30" },
		"date date, too early":  func(d *Document) { d.Date = "2019-12-31" },
		"until days_order":      func(d *Document) { d.Until = "2026-11-19" },
		"until days_order, far": func(d *Document) { d.Until = "2199-01-01" },
	} {
		d := letter()
		edit(d)
		_, err := Sign(d, 2, ours)
		f := fault.From(err)
		field, _, _ := strings.Cut(want, ",")
		if err == nil || len(f.Fields) == 0 || f.Fields[0].Name+" "+f.Fields[0].Key != field {
			t.Errorf("%s: %v", want, err)
		} else if words.Faults[f.Fields[0].Key] == (words.T{}) {
			t.Errorf("%s has no words", f.Fields[0].Key)
		}
	}
	if _, err := Sign(letter(), 0, ours); err == nil {
		t.Error("signed with key 0")
	}
	if _, err := Sign(letter(), 2, ours[:10]); err == nil {
		t.Error("signed with half a key")
	}
}

// What a QR code holds: eleven bits for two characters of its alphanumeric
// mode.
func qrBytes(link string) int { return (len(link)*11 + 15) / 16 }

func TestACodeIsSmall(t *testing.T) {
	t.Parallel()
	const base = "https://rumah.kabupaten-contoh.go.id"
	largest := letter()
	largest.Issuer += strings.Repeat("x", MostText-len(largest.Service)-len(largest.Number)-len(largest.Holder)-len(largest.Issuer))
	largest.Until = largest.Date.Add(mostDays - 2)
	for name, c := range map[string]struct {
		document         *Document
		bytes, qr, sides int
	}{
		"usual":   {letter(), 167, 200, 57}, // version 10
		"largest": {largest, 235, 270, 65},  // version 12
	} {
		code := signed(t, c.document)
		b, _ := read(code)
		link, ok := Link(base, code)
		if !ok {
			t.Fatalf("%s needs the long mode", link)
		}
		drawn, err := qr.Encode(link, qr.M)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d bytes, %d characters, link of %d, %d bytes of a QR code, %d modules a side", name, len(b), len(code), len(link), qrBytes(link), drawn.Size)
		if len(b) > c.bytes || qrBytes(link) > c.qr || drawn.Size > c.sides {
			t.Errorf("%s grew: %d bytes, %d bytes of a QR code, %d modules a side", name, len(b), qrBytes(link), drawn.Size)
		}
	}
}

func TestALinkThatNeedsTheLongModeIsSaid(t *testing.T) {
	t.Parallel()
	for _, base := range []string{"https://rumah_kita.example.id", "https://rumah.example.id/?x=1", "https://desa.例"} {
		if link, ok := Link(base, "ABC"); ok {
			t.Errorf("%s is plain", link)
		}
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"HTTPS://RUMAH.EXAMPLE.ID/V/AB$C": {"AB$C", "rumah.example.id"}, "https://rumah.example.id/v/ab$c?utm=1#x": {"AB$C", "rumah.example.id"},
		" AB$C\n": {"AB$C", ""}, "https://rumah-sidarjo.example.com/v/AB$C": {"AB$C", "rumah-sidarjo.example.com"}, "": {"", ""}, "https://": {"", ""}, "/v/": {"", ""},
	} {
		if code, host := Read(text); code != want[0] || host != want[1] {
			t.Errorf("%q is %q of %q, want %q", text, code, host, want)
		}
	}
}

func TestIDs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var id ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		s := id.String()
		if got, ok := ParseID(s); !ok || got != id || len(s) != idLength {
			t.Fatalf("%x is %s and that is %x", id, s, got)
		}
		typed := strings.ToLower(s[:5] + "-" + s[5:13] + " " + s[13:])
		if got, ok := ParseID(strings.ReplaceAll(typed, "1", "l")); !ok || got != id {
			t.Fatalf("%s typed is %x", typed, got)
		}
		text, _ := id.MarshalText()
		var back ID
		if err := back.UnmarshalText(text); err != nil || back != id {
			t.Fatalf("%s: %v", text, err)
		}
	})
	for _, s := range []string{"", "A", strings.Repeat("Z", 26), strings.Repeat("0", 27), strings.Repeat("0", 25) + "U", strings.Repeat("-", 100)} {
		if id, ok := ParseID(s); ok || id != (ID{}) {
			t.Errorf("%q is %x", s, id)
		}
		if err := new(ID).UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q is an id", s)
		}
	}
}

func TestNamesAreMasked(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Siti Aminah": "S*** A***", "Budi": "B***", "  Éva  de la Cruz ": "É*** d***", "": "", "\xff": "", "H. Moch. Ali": "H*** M***", "\u200bSiti \u202eAli": "S*** A***"} {
		if got := MaskName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
