package queue

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"rumah/shared/queue"
)

// boardSpoken is a call as the board says it aloud: "Nomor A nol empat satu,
// silakan ke Ruang tiga". The voice speaks Indonesian whatever the page does,
// because everybody in the room must understand it.
func boardSpoken(label, counter string, again bool) string {
	said := "Nomor " + boardDigits(label)
	if again {
		said = "Panggilan ulang, nomor " + boardDigits(label)
	}
	if counter == "" {
		return said
	}
	return said + ", silakan ke " + boardNumbers(counter)
}

var boardUnits = [12]string{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"}

// boardDigits says a number on a ticket letter by letter and digit by digit,
// as people compare it with what they hold.
func boardDigits(label string) string {
	var words []string
	for _, r := range label {
		switch {
		case r >= '0' && r <= '9':
			words = append(words, boardUnits[r-'0'])
		case unicode.IsLetter(r):
			words = append(words, string(unicode.ToUpper(r)))
		}
	}
	return strings.Join(words, " ")
}

// boardNumbers says the numbers in the name of a counter as numbers: "Loket
// 12" is loket dua belas. Marks between words are only a pause.
func boardNumbers(name string) string {
	var words []string
	for name != "" {
		r := []rune(name)[0]
		end := strings.IndexFunc(name, func(o rune) bool {
			return unicode.IsDigit(o) != unicode.IsDigit(r) || unicode.IsLetter(o) != unicode.IsLetter(r)
		})
		if end < 0 {
			end = len(name)
		}
		part := name[:end]
		name = name[end:]
		switch {
		case unicode.IsDigit(r):
			n, err := strconv.Atoi(part)
			if err != nil || n > 9999 {
				words = append(words, boardDigits(part))
			} else {
				words = append(words, boardCount(n))
			}
		case unicode.IsLetter(r):
			words = append(words, part)
		}
	}
	return strings.Join(words, " ")
}

// boardCount is a number below ten thousand in words.
func boardCount(n int) string {
	part := func(head string, rest int) string {
		if rest == 0 {
			return head
		}
		return head + " " + boardCount(rest)
	}
	switch {
	case n < 12:
		return boardUnits[n]
	case n < 20:
		return boardUnits[n-10] + " belas"
	case n < 100:
		return part(boardUnits[n/10]+" puluh", n%10)
	case n < 200:
		return part("seratus", n-100)
	case n < 1000:
		return part(boardUnits[n/100]+" ratus", n%100)
	case n < 2000:
		return part("seribu", n-1000)
	}
	return part(boardUnits[n/1000]+" ribu", n%1000)
}

// boardCall is a call as a board shows and says it.
type boardCall struct {
	day, queue, label, counter string
	number                     int
	at                         int64 // ms
	again                      bool
}

const (
	// boardFresh is how old a call may be to be said aloud: after a break
	// nobody is called who was called long ago.
	boardFresh = time.Minute
	// boardMost is how many calls wait to be said; older ones are only shown.
	boardMost = 6
)

// boardVoice knows which calls were said and which still wait.
type boardVoice struct {
	last    map[string]map[int]int64 // by day and number, when it was called last
	waiting []boardCall
}

// hear takes over the calls of a day; those that are new will be said. What
// was called before the board came on is not.
func (v *boardVoice) hear(name string, s *queue.State, now time.Time) {
	first := v.last[s.Day] == nil
	if first {
		if v.last == nil {
			v.last = make(map[string]map[int]int64)
		}
		v.last[s.Day] = make(map[int]int64)
	}
	known := v.last[s.Day]
	for _, c := range slices.Backward(s.Calls) {
		before := known[c.Number]
		if c.At <= before {
			continue
		}
		known[c.Number] = c.At
		if first || now.Sub(time.UnixMilli(c.At)) > boardFresh {
			continue
		}
		call := boardCallOf(name, s, c)
		call.again = before != 0
		v.waiting = append(slices.DeleteFunc(v.waiting, func(o boardCall) bool { return o.day == call.day && o.number == call.number }), call)
	}
	slices.SortStableFunc(v.waiting, func(a, b boardCall) int { return cmp.Compare(a.at, b.at) })
	if over := len(v.waiting) - boardMost; over > 0 {
		v.waiting = slices.Delete(v.waiting, 0, over)
	}
}

// next is the call to be said now. One that was taken back meanwhile is not,
// nor one whose person has come or was given up: others wait to be said.
func (v *boardVoice) next(day func(id string) *queue.State) (c boardCall, ok bool) {
	for len(v.waiting) > 0 {
		c, v.waiting = v.waiting[0], v.waiting[1:]
		s := day(c.day)
		if s == nil || !slices.ContainsFunc(s.Calls, func(o queue.Call) bool { return o.Number == c.number && o.At == c.at }) {
			continue
		}
		if t, live := s.Ticket(c.number); live && t.Stage == queue.Called {
			return c, true
		}
	}
	return boardCall{}, false
}

func boardCallOf(name string, s *queue.State, c queue.Call) boardCall {
	counter, _ := s.Counter(c.Counter)
	return boardCall{day: s.Day, queue: name, label: s.Label(c.Number), counter: counter.Name, number: c.Number, at: c.At}
}
