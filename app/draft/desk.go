package draft

import (
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Desk is the frame of a desk on which something public is written. path is
// the list it belongs to; back is where the arrow leads.
func Desk(h *house.House, at link.At, path, back, title, sub string, body ...ui.UI) ui.UI {
	return frame.Desk(h, at, frame.DeskBar{Title: title, Sub: sub, Back: back, Items: frame.DeskItems(h, at, path)},
		ui.Div("desk-page stack stack-5", body...))
}

// Tabs lead from one list to the other where there is no side bar.
func Tabs(at link.At, path string) ui.UI {
	return ui.Div("only-narrow", ui.Tabs(words.EditPanes.In(at.Lang),
		ui.Tab{Href: at.To("/meja/layanan"), Label: words.EditServices.In(at.Lang), On: path == "/meja/layanan"},
		ui.Tab{Href: at.To("/meja/formulir"), Label: words.FormsTitle.In(at.Lang), On: path == "/meja/formulir"},
		ui.Tab{Href: at.To("/meja/tempat"), Label: words.EditPlaces.In(at.Lang), On: path == "/meja/tempat"}))
}

// None stands where the list of a desk is empty.
func None(at link.At, path string) ui.UI {
	return ui.Empty("kosong", words.NoneToEdit.In(at.Lang), words.NoneToEditY.In(at.Lang),
		ui.ButtonLink(at.To(path), words.SeeAll.In(at.Lang), "", ui.Line, ""))
}
