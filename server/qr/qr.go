// Package qr draws links as QR codes that a page can carry as a picture.
package qr

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// Path draws a text: an SVG path of dark runs, one unit per module, and how
// many modules a side has. About a seventh of it may be damaged.
func Path(text string) (path string, size int, err error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", 0, fmt.Errorf("draw a QR code: %w", err)
	}
	var b strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for x < c.Size && c.Black(x, y) {
				x++
			}
			if x > from {
				fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", from, y, x-from, x-from)
			}
		}
	}
	return b.String(), c.Size, nil
}

// PNG draws a text as a picture, for what is printed.
func PNG(text string) ([]byte, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return nil, fmt.Errorf("draw a QR code: %w", err)
	}
	return c.PNG(), nil
}
