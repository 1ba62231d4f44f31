package draft

import "strings"

// longText is from how many lines on only what differs of a text is shown.
const longText = 8

// narrowed are two texts without the lines in which they agree: of those, one
// stays on each side of a difference, and the others become an ellipsis.
// Short texts stay whole.
func narrowed(old, now string) (string, string) {
	a, b := strings.Split(old, "\n"), strings.Split(now, "\n")
	if max(len(a), len(b)) <= longText {
		return old, now
	}
	inA, inB := common(a, b)
	return kept(a, inA), kept(b, inB)
}

// common marks the lines of the longest sequence that both have.
func common(a, b []string) (inA, inB []bool) {
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}

// kept are the lines that differ, with one on each side.
func kept(lines []string, same []bool) string {
	near := func(i int) bool { return i >= 0 && i < len(same) && !same[i] }
	var out []string
	for i, line := range lines {
		switch {
		case !same[i] || near(i-1) || near(i+1):
			out = append(out, line)
		case len(out) == 0 || out[len(out)-1] != "…":
			out = append(out, "…")
		}
	}
	return strings.Join(out, "\n")
}
