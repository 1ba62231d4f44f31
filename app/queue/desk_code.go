package queue

import (
	"strconv"
	"strings"

	"rsc.io/qr/coding"

	"rumah/app/ui"
)

// deskCode draws a link as a QR code of which about a seventh may be damaged;
// nil for a link that does not fit. It is drawn here, because the secret part
// of a ticket's link should not travel once more to be drawn elsewhere.
func deskCode(link, says string) ui.UI {
	text := coding.String(link)
	version := coding.Version(coding.MinVersion)
	for ; version <= coding.MaxVersion && text.Bits(version) > version.DataBytes(coding.M)*8; version++ {
	}
	if version > coding.MaxVersion {
		return nil
	}
	plan, err := coding.NewPlan(version, coding.M, 0)
	if err != nil {
		return nil
	}
	c, err := plan.Encode(text)
	if err != nil {
		return nil
	}
	var b strings.Builder
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for x < c.Size && c.Black(x, y) {
				x++
			}
			if n := strconv.Itoa(x - from); x > from {
				b.WriteString("M" + strconv.Itoa(from) + " " + strconv.Itoa(y) + "h" + n + "v1h-" + n + "z")
			}
		}
	}
	return ui.QR(b.String(), c.Size, says)
}
