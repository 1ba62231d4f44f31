package catalogue

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits of a search. Nobody means a ninth word, and no word is this long.
const (
	mostTyped = 8
	mostRead  = 12
	longest   = 40
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

// reading is what a search was taken for.
type reading struct {
	Typed []string // as typed, folded
	Plain []string // without what says nothing
	Words []string // in the catalogue's words
}

// phrases are all runs of words, to look up what they mean.
func phrases(words []string) []string {
	list := []string{}
	for i := range words {
		for j := i + 1; j <= len(words); j++ {
			list = append(list, strings.Join(words[i:j], " "))
		}
	}
	return list
}

// read puts what people say into the catalogue's words, the longest phrase
// first. What says nothing is left out, unless nothing would be left.
func read(typed []string, means map[string]string) reading {
	r := reading{Typed: typed}
	for i := 0; i < len(typed); {
		n := len(typed) - i
		for n > 0 {
			meant, said := means[strings.Join(typed[i:i+n], " ")]
			if said {
				r.Words = append(r.Words, fold(meant)...)
				if meant != "" {
					r.Plain = append(r.Plain, typed[i:i+n]...)
				}
				break
			}
			n--
		}
		if n == 0 {
			r.Words, r.Plain, n = append(r.Words, typed[i]), append(r.Plain, typed[i]), 1
		}
		i += n
	}
	if len(r.Words) == 0 {
		r.Words, r.Plain = typed, typed
	}
	r.Words = distinct(r.Words)
	r.Words = r.Words[:min(len(r.Words), mostRead)]
	return r
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

// storable reports whether the database can hold the texts at all.
func storable(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool {
		return !utf8.ValidString(s) || strings.ContainsRune(s, 0)
	})
}
