package queue

import (
	"strconv"
	"strings"
	"time"

	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// number is the page with the number that was taken.
func (s *Kiosk) number(l words.Lang, slip queue.Slip) ui.UI {
	code := words.KioskScan.In(l)
	return ui.With("main", "kios-isi kios-nomor", ui.Attrs{"id": "isi", "aria-live": "polite"},
		ui.Div("kios-tiket deep", ui.P("kios-tiket-ket", words.KioskYours.In(l)),
			ui.Para("kios-tiket-no num"+labelLong(slip.Pass.Label), labelFigure(slip.Pass.Label)...),
			ui.P("kios-tiket-depan", slipAhead(l, slip.Ahead)), ui.P("kios-tiket-ket", slipWhen(l, slip, s.now()))),
		ui.Div("kios-kode", s.code(slipPath(slip.Link), code), ui.Div("", ui.P("kios-judul", code), ui.P("kios-ket", words.KioskScanText.In(l)))))
}

// paper is the number as the printer gets it: 80 mm wide, without a name.
func (s *Kiosk) paper(l words.Lang, slip queue.Slip) ui.UI {
	p := slip.Pass
	taken := p.Taken.In(s.house.City.Location())
	lane := ""
	if p.Lane == queue.Priority {
		lane = words.KioskPriority.In(l)
	}
	return ui.With("section", "struk", ui.Attrs{"aria-hidden": "true"},
		ui.P("struk-tempat", p.Place.Name), ui.P("struk-antre", p.Name), ui.P("", p.Who),
		ui.P("struk-no num"+labelLong(p.Label), p.Label), ui.P("struk-antre", lane),
		ui.P("struk-depan", slipAhead(l, slip.Ahead)), ui.P("", slipWhen(l, slip, taken)),
		s.code(slipPath(slip.Link), words.SlipFollow.In(l)), ui.P("", words.SlipFollow.In(l)),
		ui.P("struk-garis num", words.Day(l, calendar.DateOf(taken))+", "+words.SlipTaken.In(l, words.Clock(taken))), ui.P("", words.SlipKeep.In(l)))
}

// slipAhead is how many are called before a number.
func slipAhead(l words.Lang, ahead int) string {
	switch ahead {
	case 0:
		return words.KioskFirst.In(l)
	case 1:
		return words.KioskAheadOne.In(l)
	}
	return words.KioskAhead.In(l, strconv.Itoa(ahead))
}

// slipWhen is when a number is likely called, as times of the day: paper does
// not count down.
func slipWhen(l words.Lang, slip queue.Slip, now time.Time) string {
	if slip.Wait.Unknown {
		return words.KioskUnsure.In(l)
	}
	return words.KioskCalled.In(l, slip.Wait.Likely().Clock(now))
}

// slipPath is a link of ours without the host, whether it came with one.
func slipPath(link string) string {
	if _, rest, ok := strings.Cut(link, "://"); ok {
		_, path, _ := strings.Cut(rest, "/")
		return "/" + path
	}
	return link
}
