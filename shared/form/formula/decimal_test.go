package formula

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// exact is a decimal as a fraction.
func exact(d decimal) *big.Rat {
	r := new(big.Rat).SetInt64(d.c)
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.e, -d.e))), nil))
	if d.e < 0 {
		return r.Quo(r, unit)
	}
	return r.Mul(r, unit)
}

// close reports whether d is r to seventeen digits.
func closeTo(d decimal, r *big.Rat) bool {
	off := new(big.Rat).Sub(exact(d), r)
	limit := new(big.Rat).Mul(new(big.Rat).Abs(r), big.NewRat(1, 1e17))
	tiny := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(finest-1), nil))
	return off.Abs(off).Cmp(limit.Add(limit, tiny)) <= 0
}

var someDecimal = rapid.Custom(func(t *rapid.T) decimal {
	c := rapid.Int64Range(-999_999_999_999_999_999, 999_999_999_999_999_999)
	if rapid.Bool().Draw(t, "small") {
		c = rapid.Int64Range(-1000, 1000)
	}
	return decimal{c: c.Draw(t, "c"), e: rapid.IntRange(-20, 12).Draw(t, "e")}
})

func TestDecimalsAgreeWithFractions(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := someDecimal.Draw(t, "a"), someDecimal.Draw(t, "b")
		x, y := exact(a), exact(b)
		if got := a.add(b); !closeTo(got, new(big.Rat).Add(x, y)) && new(big.Rat).Add(x, y).Sign() != 0 {
			// Two that nearly cancel leave fewer digits than were there.
			lost := new(big.Rat).Sub(exact(got), new(big.Rat).Add(x, y))
			if lost.Abs(lost).Cmp(new(big.Rat).Mul(new(big.Rat).Abs(x), big.NewRat(1, 1e17))) > 0 {
				t.Fatalf("%v + %v = %v", a, b, got)
			}
		}
		if got := a.mul(b); !closeTo(got, new(big.Rat).Mul(x, y)) {
			t.Fatalf("%v * %v = %v", a, b, got)
		}
		if b.c != 0 {
			if got := a.quo(b); !closeTo(got, new(big.Rat).Quo(x, y)) {
				t.Fatalf("%v / %v = %v", a, b, got)
			}
		}
		if got, want := a.cmp(b), x.Cmp(y); got != want {
			t.Fatalf("%v compared with %v is %d, want %d", a, b, got, want)
		}
	})
}

func TestRounding(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text        string
		round, down int64
	}{
		{"0", 0, 0}, {"0.4", 0, 0}, {"0.5", 1, 0}, {"1.499999", 1, 1}, {"2.5", 3, 2},
		{"-0.5", -1, -1}, {"-2.4", -2, -3}, {"-2.0", -2, -2}, {"999999999999999999", 999999999999999999, 999999999999999999},
		{"0.9999999999", 1, 1}, {"0.99999999", 1, 0},
	} {
		d, ok := parse(c.text)
		if !ok {
			t.Fatalf("%s is no number", c.text)
		}
		if n, ok := d.round(); !ok || n != c.round {
			t.Errorf("%s rounds to %d %v, want %d", c.text, n, ok, c.round)
		}
		if n, ok := d.down(); !ok || n != c.down {
			t.Errorf("%s goes down to %d %v, want %d", c.text, n, ok, c.down)
		}
	}
	if n, ok := (decimal{c: 1, e: 18}).round(); ok {
		t.Errorf("a quintillion has room: %d", n)
	}
}

func TestWhatIsNoNumber(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "-", ".", "1.", ".5", "1.2.3", "1e3", "12a", "1234567890123456789", "0000000000000000000000000000000000000001", "١"} {
		if d, ok := parse(s); ok || d != (decimal{}) {
			t.Errorf("%q is %v", s, d)
		}
	}
	if d, ok := parse("000.0025"); !ok || d.cmp(decimal{25, -4}) != 0 {
		t.Errorf("000.0025 is %v %v", d, ok)
	}
}
