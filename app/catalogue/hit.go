package catalogue

import (
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Row is what was found as one line of a list.
func Row(at link.At, hit catalogue.Hit) ui.Row {
	switch hit.Kind {
	case catalogue.HitApp:
		return ui.Row{Href: at.To("/aplikasi/" + hit.ID), Icon: "tautan-luar", Tone: "info", Title: hit.Name, Sub: hit.Summary,
			Tag: ui.Tag("info", "tautan-luar", words.OtherApp.In(at.Lang))}
	case catalogue.HitPlace:
		return ui.Row{Href: at.To("/tempat/" + hit.ID), Icon: "gedung", Tone: "plain", Title: hit.Name, Sub: hit.Summary}
	}
	return ui.Row{Href: at.To("/layanan/" + hit.ID), Icon: TopicIcon(hit.Topic), Title: hit.Name, Sub: hit.AgencyName,
		Tag: termsTag(at.Lang, hit)}
}

// Rows are several of them.
func Rows(at link.At, hits []catalogue.Hit) ui.UI {
	rows := make([]ui.Row, len(hits))
	for i, hit := range hits {
		rows[i] = Row(at, hit)
	}
	return ui.Rows(rows...)
}

// Short are rows that leave out who gives the service: what it costs and how
// long it takes is what people compare.
func Short(at link.At, hits []catalogue.Hit) ui.UI {
	rows := make([]ui.Row, len(hits))
	for i, hit := range hits {
		rows[i] = Row(at, hit)
		rows[i].Tag = nil
		if hit.Kind == catalogue.HitService {
			rows[i].Sub = terms(at.Lang, hit.Fee, hit.Promise)
		}
	}
	return ui.Rows(rows...)
}

func termsTag(lang words.Lang, hit catalogue.Hit) ui.UI {
	tone := ""
	if hit.Fee.Kind == catalogue.Free {
		tone = "good"
	}
	return ui.Tag(tone, "", terms(lang, hit.Fee, hit.Promise))
}

// best is the first hit of a search, told in full.
func best(at link.At, hit catalogue.Hit) ui.UI {
	return ui.LinkWith(at.To("/layanan/"+hit.ID), "card stack card-best", nil,
		ui.Span("bar bar-3", ui.Span("spot", ui.Icon(TopicIcon(hit.Topic))), ui.Label("grow small strong soft", words.BestHit.In(at.Lang))),
		ui.Span("", ui.Label("row-title best-title", hit.Name), ui.Label("row-sub", hit.Summary)),
		ui.Span("bar between wrap", termsTag(at.Lang, hit), ui.Label("small soft", hit.AgencyName)))
}

// Topics are the rooms of the catalogue with how much is inside.
func Topics(at link.At, label string, counts []catalogue.TopicCount) ui.UI {
	rooms := make([]ui.Room, len(counts))
	for i, c := range counts {
		rooms[i] = ui.Room{Href: at.To("/layanan", "topik", string(c.Topic)), Icon: TopicIcon(c.Topic),
			Label: TopicName(at.Lang, c.Topic), Sub: TopicCount(at.Lang, c.Count)}
	}
	return ui.Rooms(label, rooms...)
}
