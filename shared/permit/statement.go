package permit

import (
	"strconv"
	"strings"

	"rumah/shared/calendar"
)

// ReadStatement reads what a bank lists: one payment on a line, with the
// number of the bill, the amount, the day and the bank's reference, separated
// by semicolons or tabs. Lines that are none are named by their number, from
// 1; a first line of headings and empty ones are skipped.
func ReadStatement(text string) (lines []Received, wrong []int) {
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		r, ok := readPayment(line)
		switch {
		case ok:
			lines = append(lines, r)
		case i > 0:
			wrong = append(wrong, i+1)
		}
	}
	return lines, wrong
}

func readPayment(line string) (r Received, ok bool) {
	mark := ";"
	if strings.Contains(line, "\t") {
		mark = "\t"
	}
	cells := strings.Split(line, mark)
	if len(cells) < 4 {
		return r, false
	}
	for i := range cells {
		cells[i] = strings.Trim(strings.TrimSpace(cells[i]), `"`)
	}
	r = Received{Number: cells[0], Amount: rupiah(cells[1]), Day: day(cells[2]), Ref: cells[3]}
	return r, r.Number != "" && r.Amount > 0 && r.Day.Valid() && r.Ref != ""
}

// rupiah reads "Rp112.500,00" and "112500.00"; 0 for what is no whole sum.
func rupiah(s string) int64 {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "Rp"), "."))
	for _, cents := range []string{",00", ".00"} {
		s = strings.TrimSuffix(s, cents)
	}
	mark := strings.IndexAny(s, ".,")
	if mark >= 0 {
		groups := strings.Split(s, s[mark:mark+1])
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return 0
			}
		}
		s = strings.Join(groups, "")
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// day reads "24/11/2026", "24-11-2026" and "2026-11-24", with or without a
// time after it.
func day(s string) calendar.Date {
	s, _, _ = strings.Cut(s, " ")
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 {
		return ""
	}
	if len(parts[0]) != 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	for i := 1; i < 3; i++ {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	return calendar.Date(strings.Join(parts, "-"))
}
