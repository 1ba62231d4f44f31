package frame

import (
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/link"
	"rumah/shared/words"
)

// DeskBar says how a screen stands in desk mode, the house as staff see it.
type DeskBar struct {
	Title, Sub string
	Back       string // path the arrow leads to
	BackTo     string // whole address instead, with what was filtered; "" for Back
	Items      []DeskItem
	Actions    []ui.UI
}

// DeskItem is one place of the desk's side bar.
type DeskItem struct {
	Icon, Label, Path string
	Count             int
	On                bool
}

// room is a place of the desk and who works there.
type room struct {
	role       access.Role
	path, icon string
	name       words.T
}

var rooms = []room{
	{access.Person, "/meja", "kantor", words.DeskTitle},
	{access.Counter, "/meja/loket", "panggil", words.DeskCounter},
	{access.Officer, "/meja/permohonan", "berkas", words.CasesTitle},
	{access.Officer, "/meja/pembayaran", "pajak", words.BillsTitle},
	{access.Agency, "/meja/antrean", "tiket", words.SetupTitle},
	{access.Agency, "/meja/perangkat", "papan", words.DeviceTitle},
	{access.Agency, "/meja/bpjs", "perisai", words.BPJSTitle},
	{access.Agency, "/meja/layanan", "layanan", words.EditServices},
	{access.Agency, "/meja/formulir", "berkas", words.FormsTitle},
	{access.Agency, "/meja/tempat", "gedung", words.EditPlaces},
	{access.Agency, "/meja/pesan", "kotak", words.TalksTitle},
	{access.Agency, "/meja/pengumuman", "lonceng", words.NewsTitle},
	{access.Agency, "/meja/templat", "pena", words.TemplatesTitle},
	{access.Agency, "/meja/kabar", "grafik", words.ToldFigures},
}

// DeskItems are the places of the desk where the reader works; path is the
// one they are in.
func DeskItems(h *house.House, at link.At, path string) []DeskItem {
	var items []DeskItem
	for _, r := range rooms {
		if h.Viewer.May(r.role) || r.path == path {
			items = append(items, DeskItem{Icon: r.icon, Label: r.name.In(at.Lang), Path: r.path, On: r.path == path})
		}
	}
	return items
}

// Desk is a screen in desk mode: a side bar on large screens, the whole
// width for work.
func Desk(h *house.House, at link.At, bar DeskBar, body ...ui.UI) ui.UI {
	items := []ui.UI{ui.Link(at.To("/"), "logo", ui.Mark(), ui.Text(h.City.App))}
	for _, item := range bar.Items {
		attrs := ui.Attrs{}
		if item.On {
			attrs["aria-current"] = "page"
		}
		var count ui.UI
		if item.Count > 0 {
			count = ui.Label("count num", words.Count(at.Lang, item.Count))
		}
		items = append(items, ui.LinkWith(at.To(item.Path), "side-link", attrs, ui.Icon(item.Icon), ui.Label("", item.Label), count))
	}
	back := bar.BackTo
	if back == "" {
		back = at.To(bar.Back)
	}
	head := []ui.UI{ui.IconLink(back, "kembali", words.Back.In(at.Lang)),
		ui.Div("grow", ui.H1("desk-title", bar.Title), ui.P("small soft", bar.Sub))}
	return ui.Div("shell-desk desk",
		ui.Link("#isi", "skip", ui.Text(words.SkipToContent.In(at.Lang))),
		ui.With("nav", "side", ui.Attrs{"aria-label": words.MainNav.In(at.Lang)}, items...),
		ui.Div("desk-col",
			ui.With("header", "desk-head", nil, append(append(head, bar.Actions...), bell(h, at.Lang))...),
			ui.With("main", "desk-body", ui.Attrs{"id": "isi"}, body...)),
		&Notes{Lang: at.Lang})
}
