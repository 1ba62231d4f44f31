package frame

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// langLink leads to the same page in another language and keeps the choice.
func langLink(at link.At, l words.Lang) ui.UI {
	attrs := ui.Attrs{"lang": string(l), "hreflang": string(l)}
	if l == at.Lang {
		attrs["aria-current"] = "true"
	}
	return ui.LinkDo(at.In(l), "lang", attrs, func(goapp.Context, goapp.Event) {
		browser.Cookie(house.LangCookie, string(l))
	}, string(l), ui.Text(l.Name()))
}

// Titled tells the browser what the page is called and in which language.
func Titled(h *house.House, at link.At, head house.Head) {
	browser.Title(FullTitle(h, head))
	browser.Lang(string(at.Lang))
}

// FullTitle is the title of a page with the app's name.
func FullTitle(h *house.House, head house.Head) string {
	if head.Title == "" || head.Title == h.City.App {
		return h.City.App
	}
	return head.Title + " · " + h.City.App
}

// LangRow is a language to choose, as a row.
func LangRow(at link.At, l words.Lang) ui.UI {
	attrs := ui.Attrs{"lang": string(l), "hreflang": string(l)}
	mark := ui.UI(nil)
	if l == at.Lang {
		attrs["aria-current"] = "true"
		mark = ui.IconS("centang")
	}
	return ui.LinkDo(at.In(l), "row", attrs, func(goapp.Context, goapp.Event) {
		browser.Cookie(house.LangCookie, string(l))
	}, string(l), ui.Label("grow row-title", l.Name()), mark)
}
