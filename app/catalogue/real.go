package catalogue

import (
	"strconv"

	"rumah/app/insight"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// real is what the latest cases have really taken, beside the promise.
func real(at link.At, v catalogue.Service) ui.UI {
	r := v.Real
	if r == nil {
		return nil
	}
	kept := ""
	if r.InTime != nil {
		kept = " " + words.RealKept.In(at.Lang, strconv.Itoa(*r.InTime))
	}
	took := insight.Took(at.Lang, v.Content.Promise, &r.Days, &r.Minutes)
	return ui.Para("small", ui.B(words.RealTitle.In(at.Lang)+": "), ui.Text(words.RealTook.In(at.Lang, words.Count(at.Lang, r.Cases), took)+kept+" "),
		ui.Link(at.To(insight.ListPath+"/"+v.ID), "", ui.Text(words.RealMore.In(at.Lang))))
}
