package catalogue

import (
	"strconv"

	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// body is all that a citizen reads about a service below its title, the
// answer first. The desk shows a draft with the same function, so that what
// it sees is what will be seen. where is the section about the places.
func body(at link.At, v catalogue.Service, where ui.UI) ui.UI {
	c := v.Content
	return ui.Div("stack stack-6",
		answer(at, v),
		trust(at, v),
		ui.Div("split",
			ui.Div("stack stack-6", requirements(at.Lang, c.Requirements), steps(at.Lang, c.Steps), product(at.Lang, c)),
			ui.Div("stack stack-6", where, fee(at.Lang, c), complaints(at.Lang, c), legal(at.Lang, c.Legal))),
		standard(at.Lang, c))
}

// answer is what most people came for, in one breath.
func answer(at link.At, v catalogue.Service) ui.UI {
	c := v.Content
	place := ""
	switch len(v.Where) {
	case 0:
	case 1:
		place = " " + words.GivenAt.In(at.Lang, v.Where[0].Name)
	default:
		place = " " + words.GivenAtMany.In(at.Lang, words.Count(at.Lang, len(v.Where)))
	}
	promise := " " + promiseSentence(at.Lang, c.Promise)
	var note ui.UI
	if c.Promise.Note != "" {
		note = ui.P("small soft", c.Promise.Note)
		if c.Promise.Unit == catalogue.Unpromised {
			promise = "" // the note says why
		}
	}
	return ui.Div("card stack answer",
		ui.Para("answer-say", ui.B(feeText(at.Lang, c.Fee)+"."), ui.Text(promise+place)),
		note, real(at, v), apply(at, v))
}

// apply leads to where the service is asked for: here, else the app in which
// it is today, and says before that it leaves the house.
func apply(at link.At, v catalogue.Service) ui.UI {
	app := v.App
	if v.Applies {
		return ui.Div("stack stack-2",
			ui.ButtonLink(at.To("/layanan/"+v.ID+"/ajukan"), words.ApplyHereDo.In(at.Lang), "pena", ui.Solid, "btn-l btn-full"),
			ui.P("small soft", words.ApplyHereY.In(at.Lang)))
	}
	if app == nil {
		return nil
	}
	label := words.ApplyIn.In(at.Lang, app.Name)
	if app.URL == "" {
		return ui.ButtonLink(at.To("/aplikasi/"+app.ID), label, "", ui.Solid, "btn-full")
	}
	return ui.Div("stack stack-2",
		ui.ButtonLink(app.URL, label, "tautan-luar", ui.Solid, "btn-full"),
		ui.Para("small soft", ui.Text(words.LeavesTo.In(at.Lang, app.Host)+" "),
			ui.Link(at.To("/aplikasi/"+app.ID), "", ui.Text(words.AboutApp.In(at.Lang, app.Name)))))
}

// trust says whose word this is and from when.
func trust(at link.At, v catalogue.Service) ui.UI {
	var source ui.UI
	if v.Source.Title != "" {
		source = ui.Label("mini block", words.SourceLine.In(at.Lang, v.Source.Title, day(at.Lang, v.Source.Date)))
	}
	if !v.Content.Confirmed {
		return ui.Banner("plain", "info", words.Unconfirmed.In(at.Lang), words.UnconfirmedY.In(at.Lang, v.AgencyName), source)
	}
	return ui.Banner("good", "beres", "", words.ConfirmedBy.In(at.Lang, v.AgencyName, day(at.Lang, v.Since)), source)
}

func requirements(lang words.Lang, list []catalogue.Requirement) ui.UI {
	if len(list) == 0 {
		return ui.Section("syarat", words.BringNothing.In(lang), nil, ui.P("soft", words.NoRequired.In(lang)))
	}
	title := words.BringThing.In(lang)
	if len(list) > 1 {
		title = words.BringThings.In(lang, strconv.Itoa(len(list)))
	}
	items := make([]ui.Choice, len(list))
	for i, r := range list {
		items[i] = ui.Choice{Label: r.Name, Sub: r.Note}
		if r.Optional {
			items[i].Value = words.OnlyWhen.In(lang)
		}
	}
	return ui.Section("syarat", title, nil, ui.Div("card", ui.Checklist("syarat", items...)), ui.P("mini soft no-print", words.TickHint.In(lang)))
}

func steps(lang words.Lang, list []string) ui.UI {
	if len(list) == 0 {
		return nil
	}
	return ui.Section("langkah", words.StepsTitle.In(lang), nil, ui.Div("card", ui.Way(list...)))
}

func fee(lang words.Lang, c catalogue.Content) ui.UI {
	return ui.Section("biaya", words.Fee.In(lang), nil,
		ui.Div("card stack stack-1", ui.P("strong", feeText(lang, c.Fee)), ui.P("small soft", feeWhy(lang, c.Fee))))
}

func product(lang words.Lang, c catalogue.Content) ui.UI {
	if c.Product == "" {
		return nil
	}
	var valid ui.UI
	if c.ValidFor != "" {
		valid = ui.P("small soft", words.ValidFor.In(lang, c.ValidFor))
	}
	return ui.Section("produk", words.Product.In(lang), nil, ui.Div("card stack stack-1", ui.P("strong", c.Product), valid))
}

func complaints(lang words.Lang, c catalogue.Content) ui.UI {
	if c.Complaints == "" {
		return nil
	}
	return ui.Section("pengaduan", words.Complaints.In(lang), nil, ui.Div("card", ui.P("", c.Complaints)))
}

func legal(lang words.Lang, list []string) ui.UI {
	if len(list) == 0 {
		return nil
	}
	items := make([]ui.UI, len(list))
	for i, text := range list {
		items[i] = ui.P("", text)
	}
	return ui.Section("hukum", words.LegalBasis.In(lang), nil, ui.Div("card", ui.List("stack stack-2 small", items...)))
}

// standard is the rest of the fourteen components, for those who want them.
func standard(lang words.Lang, c catalogue.Content) ui.UI {
	var parts []ui.UI
	for _, part := range []struct {
		title words.T
		text  string
	}{
		{words.Facilities, c.Facilities}, {words.Competence, c.Competence}, {words.Oversight, c.Oversight}, {words.Staffing, c.Staffing},
		{words.Guarantee, c.Guarantee}, {words.SafetyPromise, c.Safety}, {words.Evaluation, c.Evaluation},
	} {
		if part.text != "" {
			parts = append(parts, ui.Div("stack stack-1", ui.H3("", part.title.In(lang)), ui.P("small", part.text)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return ui.Disclose("standar", "berkas", words.FullStandard.In(lang), words.FullStandardY.In(lang), parts...)
}
