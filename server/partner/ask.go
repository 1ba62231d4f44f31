package partner

import (
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rumah/server/database"
	"rumah/shared/calendar"
	"rumah/shared/place"
)

// ask is the body of a call. Numbers may come as texts and texts as numbers,
// so all are kept as texts.
type ask map[string]string

// UnmarshalJSON implements json.Unmarshaler.
func (a *ask) UnmarshalJSON(data []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		return errors.New("the body is no object")
	}
	*a = make(ask, len(raw))
	for name, value := range raw {
		var text string
		var number json.Number
		switch {
		case json.Unmarshal(value, &text) == nil:
		case json.Unmarshal(value, &number) == nil:
			text = number.String()
		default:
			return errors.New("a field is neither text nor number")
		}
		if !database.Storable(text) {
			return errors.New("a field cannot be stored")
		}
		(*a)[name] = strings.TrimSpace(text)
	}
	return nil
}

// whole is a field as a whole number.
func (a ask) whole(name string) (n int64, ok bool) {
	n, err := strconv.ParseInt(a[name], 10, 64)
	return n, err == nil
}

// digits reports whether a text has digits only, and at least one.
func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// number checks a number of so many digits, "" for right.
func (a ask) number(name, said string, length int) string {
	switch v := a[name]; {
	case v == "":
		return said + " tidak boleh kosong"
	case len([]rune(v)) != length:
		return said + " harus " + strconv.Itoa(length) + " digit"
	case !digits(v):
		return "Format " + said + " tidak sesuai"
	}
	return ""
}

// day is a date yyyy-mm-dd that exists.
func day(s string) (calendar.Date, bool) {
	t, err := time.Parse(time.DateOnly, s)
	return calendar.DateOf(t), err == nil && t.Year() > 1900
}

// said is a date as people write it.
func said(t time.Time) string { return t.Format("02-01-2006") }

func saidDate(d calendar.Date) string { return said(d.Time(time.UTC)) }

// at is a moment as people write it.
func (s *Service) at(t time.Time) string { return t.In(s.loc).Format("02-01-2006 15:04:05") }

// HFIS writes hours with spaces: "08:00 - 12:00".
var practice = regexp.MustCompile(`^([01][0-9]|2[0-4]):([0-5][0-9])\s*-\s*([01][0-9]|2[0-4]):([0-5][0-9])$`)

// hours reads the hours of a practice.
func hours(s string) (opens, closes place.Minute, ok bool) {
	m := practice.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	minute := func(hour, minute string) place.Minute {
		h, _ := strconv.Atoi(hour)
		n, _ := strconv.Atoi(minute)
		return place.Minute(h*60 + n)
	}
	opens, closes = minute(m[1], m[2]), minute(m[3], m[4])
	return opens, closes, opens < closes && closes <= 24*60
}
