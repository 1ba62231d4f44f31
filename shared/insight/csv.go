package insight

import (
	"strconv"
	"strings"
)

// CSVHead are the columns of CSV.
const CSVHead = "service,name,agency,promise,unit,month,received,finished,median_days,p90_days,median_minutes,p90_minutes,in_time_percent,returned_percent\n"

// CSV is services month by month as a table: one line for each month of each,
// for programs to read. What is not told is empty.
func CSV(services []Service) string {
	var b strings.Builder
	b.WriteString(CSVHead)
	for _, s := range services {
		for _, m := range s.Months {
			amount := ""
			if s.Promise.Amount > 0 {
				amount = strconv.Itoa(s.Promise.Amount)
			}
			row := []string{s.Service, quoted(s.Name), quoted(s.Agency), amount, string(s.Promise.Unit), m.Month, strconv.Itoa(m.Received), strconv.Itoa(m.Finished),
				told(m.Days), told(m.SlowDays), told(m.Mins), told(m.SlowMins), told(m.InTime), told(m.Returned)}
			b.WriteString(strings.Join(row, ",") + "\n")
		}
	}
	return b.String()
}

func told(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// quoted is a text that spreadsheets take for a text: never for a formula.
func quoted(s string) string {
	if strings.HasPrefix(s, "=") || strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "@") {
		s = "'" + s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
