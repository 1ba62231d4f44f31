package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// attr makes a value safe to stand in an attribute. In the browser values
// are set through the DOM and stay as they are. On the server go-app prints
// them with Go's quoting, not HTML's: whatever that quoting would touch, and
// whatever HTML would read as markup, becomes a character reference. The
// value "true" is printed as a bare name, which is wrong for aria attributes,
// so its first letter is written as a reference too.
func attr(s string) string {
	if goapp.IsClient {
		return s
	}
	return escape(s)
}

func escape(s string) string {
	if s == "true" {
		return "&#116;rue"
	}
	var b strings.Builder
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				b.WriteString("&#65533;")
				continue
			}
		}
		switch {
		case r == 0:
			b.WriteString("&#65533;")
		case strings.ContainsRune(`"'<>&\`+"`", r), !strconv.IsPrint(r):
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// flag is a boolean attribute that must be printed as a bare name.
func flag(on bool) string {
	if on {
		return flagOn
	}
	return ""
}

const flagOn = "\x00on"

// Safe reports whether a link may lead to href: our own pages, https, and
// the schemes a phone knows what to do with. Everything else, javascript:
// above all, is refused.
func Safe(href string) bool {
	if strings.HasPrefix(href, "/") {
		return !strings.HasPrefix(href, "//") && !strings.ContainsAny(href, "\\\n\r\t")
	}
	if strings.HasPrefix(href, "#") {
		return true
	}
	for _, scheme := range []string{"https://", "tel:", "mailto:", "geo:", "otpauth://"} {
		if strings.HasPrefix(href, scheme) {
			return !strings.ContainsAny(href, " \"<>\\\n\r\t")
		}
	}
	return false
}
