// Package frame is the shell around every screen: the bars, the notes, the
// footer. Screens are functions inside it.
package frame

import (
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Bar says how a screen stands in the frame.
type Bar struct {
	Tab     string  // path of the tab it belongs to
	Back    string  // path the arrow leads to; "" shows the logo instead
	Title   string  // small title in the top bar; "" for none
	Actions []ui.UI // icons on the right
	Wide    bool    // uses the whole width on large screens
	Tone    string  // of the top: deep, turn; "" is the ground's
	Foot    ui.UI   // what is done here, always in reach; on phones in place of the tabs
}

type tab struct {
	path, icon string
	name       words.T
}

// tabs are five, because a sixth would be too narrow for a thumb.
var tabs = []tab{
	{"/", "beranda", words.NavHome},
	{"/layanan", "layanan", words.NavServices},
	{"/tempat", "gedung", words.NavPlaces},
	queueTab,
	{"/akun", "akun", words.NavAccount},
}

var (
	queueTab = tab{"/antrean", "tiket", words.NavQueue}
	// deskTab stands in place of the queue for staff, who take no numbers.
	deskTab = tab{"/meja", "kantor", words.NavDesk}
)

// under are pages that stand below a tab without being part of its address.
var under = map[string]string{"/tampilan": "/akun", "/kotak": "/akun", "/peta": "/tempat", "/permohonan": "/akun"}

// Page is a whole screen: skip link, bars, the content and the notes.
func Page(h *house.House, at link.At, bar Bar, body ...ui.UI) ui.UI {
	class := "page"
	if bar.Wide {
		class += " page-roomy"
	}
	if bar.Tone != "" {
		class += " page-" + bar.Tone
	}
	main := append(body, footer(h, at))
	shell := "shell"
	if bar.Foot != nil {
		shell += " shell-task"
	}
	return ui.Div(shell,
		ui.Link("#isi", "skip", ui.Text(words.SkipToContent.In(at.Lang))),
		nav(h, at, bar.Tab),
		ui.Div(class,
			head(h, at, bar),
			ui.With("main", "body", ui.Attrs{"id": "isi"}, main...),
			bar.Foot),
		&Notes{Lang: at.Lang},
	)
}

func nav(h *house.House, at link.At, current string) ui.UI {
	items := []ui.UI{ui.Link(at.To("/"), "logo nav-logo", ui.Mark(), ui.Text(h.City.App))}
	if tab, ok := under[current]; ok {
		current = tab
	}
	for _, t := range tabs {
		if h.Viewer.Staff && t == queueTab {
			t = deskTab
		}
		attrs := ui.Attrs{}
		if t.path == current {
			attrs["aria-current"] = "page"
		}
		items = append(items, ui.LinkWith(at.To(t.path), "nav-link", attrs, ui.Icon(t.icon), ui.Label("", t.name.In(at.Lang))))
	}
	items = append(items, ui.Link("tel:"+h.City.Emergency, "nav-link nav-urgent", ui.Icon("telepon"),
		ui.Label("", words.Emergency.In(at.Lang, h.City.Emergency))))
	return ui.With("nav", "nav", ui.Attrs{"aria-label": words.MainNav.In(at.Lang)}, items...)
}

func head(h *house.House, at link.At, bar Bar) ui.UI {
	var first ui.UI
	if bar.Back != "" {
		first = ui.IconLink(at.To(bar.Back), "kembali", words.Back.In(at.Lang))
	} else {
		first = ui.Link(at.To("/"), "logo", ui.Mark(), ui.Label("", h.City.App))
	}
	items := []ui.UI{first, ui.Div("head-title", ui.Text(bar.Title))}
	items = append(items, bar.Actions...)
	return ui.With("header", "head", nil, append(items, bell(h, at.Lang), account(h, at))...)
}

// SearchAction is the magnifier most screens carry.
func SearchAction(at link.At) ui.UI {
	return ui.IconLink(at.To("/cari"), "cari", words.FindAnything.In(at.Lang))
}

// LanguageAction leads to the choice of language and looks.
func LanguageAction(at link.At) ui.UI {
	return ui.IconLink(at.To("/tampilan"), "bahasa", words.Language.In(at.Lang))
}

func footer(h *house.House, at link.At) ui.UI {
	langs := make([]ui.UI, 0, len(words.Langs))
	for _, l := range words.Langs {
		langs = append(langs, langLink(at, l))
	}
	return ui.With("footer", "page-foot", nil,
		ui.With("nav", "langs", ui.Attrs{"aria-label": words.Language.In(at.Lang)}, langs...),
		ui.Para("foot-line small soft", ui.Link(at.To("/lacak"), "", ui.Text(words.TrackTitle.In(at.Lang))), ui.Link(at.To("/tentang"), "", ui.Text(words.AboutTitle.In(at.Lang))), ui.Label("", h.City.Region)))
}
