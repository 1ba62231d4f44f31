package draft

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestOnlyWhatDiffersOfALongText(t *testing.T) {
	t.Parallel()
	long := "a\nb\nc\nd\ne\nf\ng\nh\ni\nj"
	for _, c := range []struct{ old, now, left, right string }{
		{"a\nb", "a\nc", "a\nb", "a\nc"},
		{long, strings.Replace(long, "e\n", "e\nx\n", 1), "…", "…\ne\nx\nf\n…"},
		{long, strings.Replace(long, "\ne", "", 1), "…\nd\ne\nf\n…", "…"},
		{long, strings.Replace(long, "a", "z", 1), "a\nb\n…", "z\nb\n…"},
		{long, "", long, ""},
	} {
		if left, right := narrowed(c.old, c.now); left != c.left || right != c.right {
			t.Errorf("%q and %q: %q and %q", c.old, c.now, left, right)
		}
	}
}

// Whatever two texts say, no line that only one of them has is left out.
func TestNoDifferenceIsLeftOut(t *testing.T) {
	t.Parallel()
	text := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d"}), 0, 14)
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "old"), text.Draw(t, "now")
		inA, inB := common(a, b)
		var left, right []string
		for i := range a {
			if inA[i] {
				left = append(left, a[i])
			}
		}
		for i := range b {
			if inB[i] {
				right = append(right, b[i])
			}
		}
		if strings.Join(left, " ") != strings.Join(right, " ") {
			t.Fatalf("%v and %v agree in %v and %v", a, b, left, right)
		}
		for i, line := range a {
			if !inA[i] && !strings.Contains("\n"+kept(a, inA)+"\n", "\n"+line+"\n") {
				t.Fatalf("%v: %q is left out", a, line)
			}
		}
	})
}
