package browser

import "testing"

// letters is a page of lines as black as they are far from each other, drawn
// with an edge that takes some pixels: the more, the less sharp.
func letters(edge int) (rgba []byte, wide, high int) {
	wide, high = 256, 128
	rgba = make([]byte, wide*high*4)
	for y := range high {
		for x := range wide {
			at := x % 16
			v := 255
			switch {
			case at < 4:
				v = 0
			case at < 4+edge:
				v = 255 * (at - 3) / (edge + 1)
			case at >= 16-edge:
				v = 255 * (16 - at) / (edge + 1)
			}
			i := 4 * (y*wide + x)
			rgba[i], rgba[i+1], rgba[i+2], rgba[i+3] = byte(v), byte(v), byte(v), 255
		}
	}
	return rgba, wide, high
}

// Letters with soft edges are less sharp, a page of one colour not at all.
func TestSharpness(t *testing.T) {
	t.Parallel()
	last := 1e9
	for edge := range 6 {
		got := sharpness(letters(edge))
		if got >= last {
			t.Errorf("edges of %d pixels: %.0f, before %.0f", edge, got, last)
		}
		last = got
	}
	if sharp := sharpness(letters(1)); sharp < blurred {
		t.Errorf("sharp letters: %.0f", sharp)
	}
	if plain := sharpness(make([]byte, 64*64*4), 64, 64); plain != 0 {
		t.Errorf("one colour: %.0f", plain)
	}
	if short := sharpness(make([]byte, 10), 64, 64); short != 0 {
		t.Errorf("too few pixels: %.0f", short)
	}
}
