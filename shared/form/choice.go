package form

import (
	"slices"
	"strconv"

	"rumah/shared/calendar"
	"rumah/shared/check"
	"rumah/shared/words"
)

// The answers to YesNo and Statement.
const (
	Yes = "yes"
	No  = "no"
)

// option is a choice of a question.
func (q *Question) option(id string) (Option, bool) {
	for _, o := range q.Choices {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

func readChoice(q *Question, _ calendar.Date, s string) (kept, key, bound string) {
	if _, ok := q.option(s); !ok {
		return "", "choice", ""
	}
	return s, "", ""
}

func showChoice(q *Question, s string, lang words.Lang) string {
	o, _ := q.option(s)
	return o.Label.In(lang)
}

func readYesNo(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	if s != Yes && s != No {
		return "", "boolean", ""
	}
	return s, "", ""
}

func showYesNo(_ *Question, s string, lang words.Lang) string {
	if s == Yes {
		return words.YesWord.In(lang)
	}
	return words.NoWord.In(lang)
}

func readStatement(_ *Question, _ calendar.Date, s string) (kept, key, bound string) {
	if s != Yes {
		return "", "agree", ""
	}
	return s, "", ""
}

// choices keeps some of the choices, each once and in the order of the form.
func (q *Question) choices(list []string, f *check.Faults) []string {
	if len(list) > MostChoices {
		f.Add(q.ID, "too_many", strconv.Itoa(MostChoices))
		return nil
	}
	var kept []string
	for _, o := range q.Choices {
		if slices.Contains(list, o.ID) && !slices.Contains(kept, o.ID) {
			kept = append(kept, o.ID)
		}
	}
	for _, id := range list {
		if !slices.Contains(kept, id) {
			f.Add(q.ID, "choice", "")
			return nil
		}
	}
	return counted(q, kept, q.Most, f)
}

// counted keeps a list that is neither too short nor too long.
func counted[T any](q *Question, list []T, most int, f *check.Faults) []T {
	switch n := len(list); {
	case n > 0 && n < q.Least:
		f.Add(q.ID, "too_few", strconv.Itoa(q.Least))
	case most > 0 && n > most:
		f.Add(q.ID, "too_many", strconv.Itoa(most))
	default:
		return list
	}
	return nil
}
