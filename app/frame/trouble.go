package frame

import (
	"strconv"
	"strings"

	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Trouble is the content of a screen that could not load: what happened and
// what to do next. retry is the button that loads again, nil without our
// program.
func Trouble(at link.At, f *fault.Fault, retry ui.UI) ui.UI {
	return trouble(at, f, retry, func(title string) ui.UI { return ui.H1("", title) })
}

// TroublePart is the same for a part of a screen that has a title of its own.
func TroublePart(at link.At, f *fault.Fault, retry ui.UI) ui.UI {
	return trouble(at, f, retry, func(title string) ui.UI { return ui.H2("gagal", "", title) })
}

func trouble(at link.At, f *fault.Fault, retry ui.UI, head func(string) ui.UI) ui.UI {
	scene, title, text := "rusak", words.BrokenTitle, words.BrokenPlain.In(at.Lang)
	switch f.Code {
	case fault.Unknown, fault.Invalid:
		scene, title, text = "tersesat", words.LostTitle, words.LostText.In(at.Lang)
		retry = ui.ButtonLink(at.To("/layanan"), words.FindService.In(at.Lang), "cari", ui.Line, "")
	case fault.Offline:
		scene, title, text = "luring", words.OfflineTitle, words.OfflineText.In(at.Lang)
	case fault.Busy:
		title, text = words.BusyTitle, words.BusyText.In(at.Lang, strconv.Itoa(max(f.Retry, 1)))
	case fault.Signin:
		scene, title, text, retry = "tersesat", words.DeniedTitle, words.SigninText.In(at.Lang), door(at)
	case fault.Denied:
		scene, title, text = "tersesat", words.DeniedTitle, words.DeniedText.In(at.Lang)
	case fault.Broken:
		if f.Ref != "" {
			text = words.BrokenText.In(at.Lang, f.Ref)
		}
	}
	home := ui.ButtonLink(at.To("/"), words.BackHome.In(at.Lang), "", ui.Quiet, "")
	return ui.Div("empty trouble", ui.Scene(scene), head(title.In(at.Lang)), ui.P("soft", text),
		ui.Div("bar wrap middle", retry, home))
}

// door leads guests to where they come in, and from there back here.
func door(at link.At) ui.UI {
	path, label := "/masuk", words.SignIn
	if strings.HasPrefix(at.Path, "/meja") {
		path, label = "/masuk/petugas", words.SignInStaff
	}
	return ui.ButtonLink(at.To(path, "ke", at.String()), label.In(at.Lang), "", ui.Solid, "")
}
