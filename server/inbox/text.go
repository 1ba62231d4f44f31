package inbox

import "strings"

// mostText is one text message to a phone, in letters. A longer one is paid
// as two.
const mostText = 160

// leastWords is what a text must have room for beside its link.
const leastWords = 60

// textOf is a message as one text to a phone: what happened, as much of the
// rest as there is room for, and where to read on.
func textOf(subject, body, link string) string {
	room := mostText
	if link = simple(link); len(link)+1+leastWords <= mostText {
		room -= len(link) + 1
	} else {
		link = ""
	}
	text := simple(subject)
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!") {
		text += "."
	}
	text = strings.TrimSpace(text + " " + simple(body))
	if len(text) > room {
		cut := text[:room-len("...")]
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		text = strings.TrimRight(cut, " ,.;:") + "..."
	}
	return strings.TrimSpace(text + " " + link)
}

// letters are those of ours that a text would need the wide alphabet for, of
// which only 70 fit into one.
var letters = strings.NewReplacer(
	"…", "...", "–", "-", "—", "-", "’", "'", "‘", "'", "“", `"`, "”", `"`, "·", "-", "•", "-", "\u00a0", " ", "\u202f", " ", "→", "-", "×", "x",
	"ê", "e", "é", "e", "è", "e", "ë", "e", "á", "a", "à", "a", "â", "a", "ó", "o", "ô", "o", "í", "i", "ú", "u", "[", "(", "]", ")", "{", "(", "}", ")", "~", "-", "^", "", "\\", "/", "|", "/", "`", "'",
)

// simple is a text in letters that every phone has, in one line.
func simple(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r > '~':
			return -1
		}
		return r
	}, letters.Replace(text))
	return strings.Join(strings.Fields(text), " ")
}
