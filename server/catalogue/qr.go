package catalogue

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// picture is a link as a code: an SVG path of 1×1 modules, and how many
// modules a side has. Modules that touch in a row are drawn as one.
func picture(link string) (path string, size int, err error) {
	code, err := qr.Encode(link, qr.M)
	if err != nil {
		return "", 0, fmt.Errorf("draw %q as a code: %w", link, err)
	}
	var b strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := 0
			for x+run < code.Size && code.Black(x+run, y) {
				run++
			}
			if run > 0 {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", x, y, run, run)
				x += run
			}
		}
	}
	return b.String(), code.Size, nil
}
