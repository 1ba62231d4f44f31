// Package link reads and writes the addresses of the app. The language is
// the first part of a path, so that a page can be shared, found and cached
// in it; Indonesian, the first language, has none.
package link

import (
	"net/url"
	"strings"

	"rumah/shared/words"
)

// At is where somebody is.
type At struct {
	Lang  words.Lang
	Path  string // without the language, begins with /, never ends with one but for the root
	Query url.Values
}

// Parse reads an address.
func Parse(u *url.URL) At {
	path := "/" + strings.Trim(u.Path, "/")
	lang := words.ID
	first, rest, _ := strings.Cut(path[1:], "/")
	if l, ok := words.Parse(first); ok && l != words.ID {
		lang, path = l, "/"+strings.TrimLeft(rest, "/") // two slashes would begin a host
	}
	return At{Lang: lang, Path: path, Query: u.Query()}
}

// Prefix is what stands before every path of a language: "" or "/en".
func Prefix(lang words.Lang) string {
	if lang == words.ID {
		return ""
	}
	return "/" + string(lang)
}

// To is the address of a path in the language of here. Pairs of key and
// value become the query; empty values are left out.
func (a At) To(path string, query ...string) string {
	// Escaped, because browsers read a backslash as a slash: "/\host".
	to := Prefix(a.Lang) + (&url.URL{Path: path}).EscapedPath()
	if path == "/" && a.Lang != words.ID {
		to = Prefix(a.Lang)
	}
	values := url.Values{}
	for i := 0; i+1 < len(query); i += 2 {
		if query[i+1] != "" {
			values.Set(query[i], query[i+1])
		}
	}
	if len(values) > 0 {
		to += "?" + values.Encode()
	}
	return to
}

// String is the address itself.
func (a At) String() string { return a.with(a.Lang) }

// In is the same place in another language.
func (a At) In(lang words.Lang) string { return a.with(lang) }

func (a At) with(lang words.Lang) string {
	a.Lang = lang
	to := a.To(a.Path)
	if q := a.Query.Encode(); q != "" {
		to += "?" + q
	}
	return to
}

// Get is a query value without surrounding blanks.
func (a At) Get(key string) string { return strings.TrimSpace(a.Query.Get(key)) }

// Match compares the path with a pattern such as "/tempat/{id}" and returns
// what stands for the braces.
func (a At) Match(pattern string) (param string, ok bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(a.Path, "/")
	if len(want) != len(have) {
		return "", false
	}
	for i := range want {
		if strings.HasPrefix(want[i], "{") {
			if have[i] == "" {
				return "", false
			}
			param = have[i]
			continue
		}
		if want[i] != have[i] {
			return "", false
		}
	}
	return param, true
}
