package frame

import (
	"strings"
	"unicode"

	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// account ends the top bar: the way in for guests, the own account for
// everybody else. The doors themselves need none.
func account(h *house.House, at link.At) ui.UI {
	if at.Path == "/undangan" || at.Path == "/masuk" || strings.HasPrefix(at.Path, "/masuk/") {
		return nil
	}
	if h.Viewer.ID != "" {
		// Said and seen are two things: the letters mean nothing aloud.
		return ui.LinkWith(at.To("/akun"), "head-me", nil, Face(h.Viewer.Name, "s"), ui.Hidden(accountName(at.Lang, h.Viewer.Name)))
	}
	from := at.String()
	if at.Path == "/" || at.Path == "/akun" {
		from = ""
	}
	return ui.Link(at.To("/masuk", "ke", from), "btn btn-soft btn-s head-in", ui.Text(words.SignIn.In(at.Lang)))
}

func accountName(lang words.Lang, name string) string {
	if name == "" {
		return words.NavAccount.In(lang)
	}
	return words.AccountOf.In(lang, name)
}

// Face stands for somebody: their initials or, before they told their name, a
// figure. Tone is as for ui.Avatar.
func Face(name, tone string) ui.UI {
	if letters := Initials(name); letters != "" {
		return ui.Avatar(letters, tone)
	}
	return ui.Span("avatar avatar-"+tone, ui.IconS("akun"))
}

// Initials are the first letters of the first two words of a name.
func Initials(name string) string {
	letters := ""
	for _, word := range strings.Fields(name) {
		for _, r := range word {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters += string(unicode.ToUpper(r))
				break
			}
		}
		if len([]rune(letters)) == 2 {
			break
		}
	}
	return letters
}
