package queue

import (
	"slices"
	"strings"
	"time"

	placescreen "rumah/app/place"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// groups are the places with queues as people look for them. Kinds of which
// there are few share the last one.
var groups = []struct {
	kind place.Kind // names it in an address
	name words.T
}{
	{place.Hospital, words.KindHospital}, {place.Clinic, words.KindClinic}, {place.District, words.KindDistrict}, {place.Agency, words.QueueOffices},
}

// groupOf is the group of a kind of places.
func groupOf(kind place.Kind) place.Kind {
	switch kind {
	case place.Hospital, place.Clinic, place.District:
		return kind
	}
	return place.Agency
}

// Door is a place with queues by its name alone, where all of them are shown.
type Door struct {
	ID   string     `json:"id"`
	Name string     `json:"name"`
	Kind place.Kind `json:"kind"`
}

// Doors are those of some places.
func Doors(all []queue.PlaceLine) []Door {
	doors := make([]Door, len(all))
	for i, p := range all {
		doors[i] = Door{p.Place.ID, p.Place.Name, p.Kind}
	}
	return doors
}

// DoorRows leads to every place with queues in one touch: a line for each
// group, with those the reader is likely to want at its beginning.
func DoorRows(at link.At, doors []Door, likely []string) ui.UI {
	rows := make([]ui.UI, 0, len(groups))
	for _, g := range groups {
		var own []Door
		for _, d := range doors {
			if groupOf(d.Kind) == g.kind {
				own = append(own, d)
			}
		}
		if len(own) > 0 {
			rows = append(rows, doorRow(at, g.kind, g.name.In(at.Lang), likelyFirst(own, likely, func(d Door) string { return d.ID })))
		}
	}
	return ui.List("rows door-rows", rows...)
}

func doorRow(at link.At, kind place.Kind, name string, doors []Door) ui.UI {
	shared := sharedWords(doors)
	chips := make([]ui.UI, len(doors))
	for i, d := range doors {
		attrs := ui.Attrs{}
		if shared != "" {
			attrs["aria-label"] = d.Name
		}
		chips[i] = ui.LinkWith(at.To("/antrean/di/"+d.ID), "chip", attrs, ui.Text(strings.TrimPrefix(d.Name, shared)))
	}
	return ui.Div("door-row",
		ui.Link(at.To("/antrean", kindKey, string(kind)), "door-kind", ui.IconS(placescreen.KindIcon(kind)), ui.Label("", name)),
		ui.With("div", "doors scroll-x", ui.Attrs{"role": "group", "aria-label": name, "tabindex": "0"}, chips...))
}

// sharedWords are the words that all of some places begin with, and a space:
// they stand before the line already. "" for none, and for few places.
func sharedWords(doors []Door) string {
	shared := ""
	for len(doors) > 2 {
		word, _, more := strings.Cut(doors[0].Name[len(shared):], " ")
		longer := shared + word + " "
		if !more || slices.ContainsFunc(doors, func(d Door) bool { return !strings.HasPrefix(d.Name, longer) }) {
			break
		}
		shared = longer
	}
	return shared
}

// likelyFirst moves what is likely to the beginning, in its own order.
func likelyFirst[T any](all []T, likely []string, id func(T) string) []T {
	list := make([]T, 0, len(all))
	moved := map[string]bool{}
	for _, want := range likely {
		for _, v := range all {
			if id(v) == want && !moved[want] {
				list = append(list, v)
				moved[want] = true
			}
		}
	}
	for _, v := range all {
		if !moved[id(v)] {
			list = append(list, v)
		}
	}
	return list
}

// Busiest are the places where most people wait.
func Busiest(all []queue.PlaceLine) []queue.PlaceLine {
	list := slices.Clone(all)
	slices.SortStableFunc(list, func(a, b queue.PlaceLine) int { return b.Waiting - a.Waiting })
	return list
}

// PlaceRow is a place with queues in a list: who waits there today, and what
// is to be said of the place; "" is where it lies. Only people who wait are
// worth a mark.
func PlaceRow(at link.At, p queue.PlaceLine, about string, now time.Time) ui.Row {
	if about == "" {
		about = placescreen.Where(at.Lang, place.Place{AreaName: p.Area, DistrictName: p.District})
	}
	row := ui.Row{Href: at.To("/antrean/di/" + p.Place.ID), Icon: placescreen.KindIcon(p.Kind), Title: p.Place.Name, Sub: about}
	if waits := placescreen.Waits(at.Lang, p, now); p.Today > 0 && p.Waiting > 0 {
		row.Tag = ui.Tag("", "keluarga", waits)
	} else {
		row.Sub = deskJoin(waits, about)
	}
	return row
}
