package catalogue

import (
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

func (s *List) results(at link.At, q catalogue.Query) ui.UI {
	found, ok := s.view.Value()
	if !ok {
		if fault := s.view.Fault(); fault != nil {
			return frame.TroublePart(at, fault, flow.Retry(&s.view.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 6)
	}
	class := "stack stack-6 results"
	if s.view.Busy() {
		class += " is-busy"
	}
	if found.Instead != nil {
		return ui.Div(class, instead(s.house, at, q, *found.Instead))
	}
	return ui.Div(class,
		ui.Div("bar between wrap",
			ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(summary(at.Lang, q, found.Results))),
			wider(at, q)),
		groups(at, q, found.Results),
		s.next(at, q, found.Results))
}

func summary(lang words.Lang, q catalogue.Query, r catalogue.Results) string {
	count := counted(lang, q, r.Total+len(r.Places))
	if q.Agency != "" && len(r.Items) > 0 {
		count = words.HitsOf.In(lang, count, r.Items[0].AgencyName)
	}
	if r.Read != "" {
		return words.ReadAs.In(lang, r.Read) + " · " + count
	}
	return count
}

// counted says how much there is of what was asked for.
func counted(lang words.Lang, q catalogue.Query, n int) string {
	switch {
	case n == 1:
		return words.HitFound.In(lang)
	case q.Text != "":
		return words.HitsFound.In(lang, words.Count(lang, n))
	case q.Apps:
		return words.AppsFound.In(lang, words.Count(lang, n))
	case q.Topic != "":
		return TopicCount(lang, n)
	}
	return words.AllFound.In(lang, words.Count(lang, n))
}

// wider leaves the one agency that was asked for.
func wider(at link.At, q catalogue.Query) ui.UI {
	if q.Agency == "" {
		return nil
	}
	q.Agency = ""
	return ui.Link(to(at, q), "small strong tap", ui.Text(words.AllAgencies.In(at.Lang)))
}

// groups sorts what was found: the best answer in full, other services, apps
// that lead out of the house, places. Without a text everything stands in one
// list by name, to which more is only ever added at the end.
func groups(at link.At, q catalogue.Query, r catalogue.Results) ui.UI {
	switch {
	case q.Apps, q.Text == "" && q.Agency != "":
		return Short(at, r.Items)
	case q.Text == "":
		return Rows(at, r.Items)
	}
	var first ui.UI
	var services, apps []catalogue.Hit
	for i, hit := range r.Items {
		switch {
		case hit.Kind == catalogue.HitApp:
			apps = append(apps, hit)
		case i == 0:
			first = best(at, hit)
		default:
			services = append(services, hit)
		}
	}
	servicesTitle := words.ServicesTitle
	if first != nil {
		servicesTitle = words.OtherServices
	}
	return ui.Div("stack stack-6", first,
		group(at, "g-layanan", servicesTitle, services), group(at, "g-aplikasi", words.AppsTitle, apps),
		group(at, "g-tempat", words.HitPlaces, r.Places))
}

func group(at link.At, id string, title words.T, hits []catalogue.Hit) ui.UI {
	if len(hits) == 0 {
		return nil
	}
	return ui.Section(id, title.In(at.Lang), nil, Rows(at, hits))
}

// instead is what somebody is offered who found nothing: other words, what
// people usually look for, and a human voice.
func instead(h *house.House, at link.At, q catalogue.Query, o catalogue.Overview) ui.UI {
	text := words.NothingHere.In(at.Lang)
	if q.Text != "" {
		text = words.NothingFoundFor.In(at.Lang, q.Text)
	}
	var popular ui.UI
	if len(o.Popular) > 0 {
		popular = ui.Section("sering", words.OftenSought.In(at.Lang), nil, Short(at, o.Popular))
	}
	return ui.Div("stack stack-6",
		ui.Empty("ketemu-nihil", words.NothingFound.In(at.Lang), text,
			ui.ButtonLink(at.To("/layanan"), words.AllServices.In(at.Lang), "", ui.Line, "")),
		popular,
		ui.Section("bingung", words.AskOrReport.In(at.Lang), nil, ui.Rows(
			ui.Row{Href: at.To("/layanan", "topik", string(catalogue.Complain)), Icon: "lapor", Title: words.TopicComplain.In(at.Lang)},
			ui.Row{Href: "tel:" + h.City.Emergency, Icon: "telepon", Tone: "bad", Title: words.CallEmergency.In(at.Lang, h.City.Emergency), Sub: words.CallEmergencySu.In(at.Lang)})))
}
