package catalogue

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of a search. Nobody means a thirteenth word, says one thing with
// more than five, or knows a word as long as this.
const (
	mostTyped  = 12
	mostPhrase = 5
	mostRead   = 12
	longest    = 40
)

// fold makes a text the words it is compared by: small letters and digits
// without accents. An apostrophe joins ("jum'at"), all else separates.
func fold(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(norm.NFKD.String(text))) {
		switch {
		case r == utf8.RuneError:
			b.WriteByte(' ')
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '`':
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		if utf8.RuneCountInString(w) > longest {
			words[i] = string([]rune(w)[:longest])
		}
	}
	return words
}

// term is one thing that is looked for.
type term struct {
	Word string   // in the catalogue's words
	Said string   // the one word it was said with; "" when it was said with more, or more was meant
	Also []string // what else it may be called, and how it was said
}

// reading is what a search was taken for.
type reading struct {
	Plain []string // as typed, without what says nothing
	Terms []term
}

// phrases are all runs of words, to look up what they mean.
func phrases(words []string) []string {
	list := []string{}
	for i := range words {
		for j := i + 1; j <= min(i+mostPhrase, len(words)); j++ {
			list = append(list, strings.Join(words[i:j], " "))
		}
	}
	return list
}

// read puts what people say into the catalogue's words, the longest phrase
// first. What says nothing is left out, unless nothing would be left.
func read(typed []string, means map[string][]string) reading {
	var r reading
	for i := 0; i < len(typed); {
		said, meant := longestSaid(typed[i:], means)
		if len(meant) > 0 {
			r.Plain = append(r.Plain, said...)
			r.add(said, meant)
		}
		i += len(said)
	}
	if len(r.Terms) == 0 {
		r.Plain = typed
		for i := range typed {
			r.add(typed[i:i+1], [][]string{typed[i : i+1]})
		}
	}
	r.Terms = r.Terms[:min(len(r.Terms), mostRead)]
	return r
}

// longestSaid is the longest phrase at the beginning of words of which a
// meaning is known, or the first word, which means itself. Of a phrase that
// says nothing there is no meaning.
func longestSaid(words []string, means map[string][]string) (said []string, meant [][]string) {
	for n := min(len(words), mostPhrase); n > 0; n-- {
		list, known := means[strings.Join(words[:n], " ")]
		for _, m := range list {
			if m != "" {
				meant = append(meant, strings.Fields(m))
			}
		}
		if known {
			return words[:n], meant
		}
	}
	return words[:1], [][]string{words[:1]}
}

// add looks for the words of the first meaning. Those of the others, and what
// was said itself, are taken for them too.
func (r *reading) add(said []string, meant [][]string) {
	at := len(r.Terms)
	one := ""
	if len(said) == 1 && len(meant[0]) == 1 {
		one = said[0]
	}
	for _, word := range meant[0] {
		r.Terms = append(r.Terms, term{Word: word, Said: one})
	}
	for _, words := range append(meant[1:], said) {
		for i, word := range words {
			if t := &r.Terms[min(at+i, len(r.Terms)-1)]; word != t.Word && !slices.Contains(t.Also, word) {
				t.Also = append(t.Also, word)
			}
		}
	}
}

// distinct keeps the first of equal words.
func distinct(words []string) []string {
	out := []string{}
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
