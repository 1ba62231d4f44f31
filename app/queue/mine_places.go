package queue

import (
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// kindKey is the part of the address that holds a group of places.
const kindKey = "jenis"

// keptNear is where a phone keeps the places that were the nearest when it
// was asked last. Where the phone itself was is not kept.
const (
	keptNear = "antrean-dekat"
	mostNear = 12
)

// Likely are the places somebody is likely to want: those used last, then
// those that were the nearest to this phone.
func (n *Numbers) Likely() []string {
	return append(n.places(), n.near...)
}

// places are where the reader took numbers, the last one first.
func (n *Numbers) places() []string {
	var ids []string
	for _, v := range n.list.Live {
		ids = append(ids, v.Pass.Place.ID)
	}
	for _, p := range n.list.Past {
		ids = append(ids, p.Place.ID)
	}
	return ids
}

func (s *Mine) places(at link.At) ui.UI {
	title := words.QueueWhere
	if len(s.numbers.list.Live) > 0 {
		title = words.QueueOther
	}
	list, ok := s.Value()
	if !ok {
		if f := s.Fault(); f != nil {
			return frame.TroublePart(at, f, flow.Retry(&s.Loading, s))
		}
		return ui.SkeletonRows(words.Loading.In(at.Lang), 5)
	}
	kind, text := place.Kind(at.Get(kindKey)), at.Get("q")
	var body ui.UI
	if kind == "" && text == "" {
		body = s.overview(at, list.Items)
	} else {
		body = s.found(at, list.Items, kind, text)
	}
	return ui.Section("tempat", title.In(at.Lang), s.nearest(at),
		ui.Find{Action: at.To("/antrean"), Name: "q", Value: text, Label: words.QueueFind.In(at.Lang), Placeholder: words.QueueFindHint.In(at.Lang),
			Clear: words.Clear.In(at.Lang), ClearHref: at.To("/antrean", kindKey, string(kind)), Keep: map[string]string{kindKey: string(kind)}, Submit: s.search}.UI(),
		flow.Age(at.Lang, s.Fault(), list.Now.In(s.house.City.Location())),
		body)
}

func (s *Mine) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.At.To("/antrean", "q", ui.Typed("cari"), kindKey, s.At.Get(kindKey)))
}

// mostShown is how many places are told of before all groups.
const mostShown = 3

// overview are the places somebody is likely to want or, while nobody knows,
// the busiest; and every place by its name.
func (s *Mine) overview(at link.At, all []queue.PlaceLine) ui.UI {
	title, first := words.QueueBusy, Busiest(all)
	if likely := s.likely(all); len(likely) > 0 {
		title = words.QueueNearYou
		if s.where == nil && len(s.numbers.near) == 0 {
			title = words.QueueLast
		}
		first = slices.DeleteFunc(likelyFirst(all, likely, placeID), func(p queue.PlaceLine) bool { return !slices.Contains(likely, p.Place.ID) })
	}
	return ui.Div("stack stack-4 all-doors",
		ui.Div("stack", ui.H3("", title.In(at.Lang)), s.rows(at, first[:min(len(first), mostShown)])),
		DoorRows(at, Doors(all), s.numbers.Likely()))
}

// found are the places of a group, or those with some letters in their names.
func (s *Mine) found(at link.At, all []queue.PlaceLine, kind place.Kind, text string) ui.UI {
	chips := []ui.UI{ui.Chip(at.To("/antrean", "q", text), words.All.In(at.Lang), kind == "")}
	for _, g := range groups {
		chips = append(chips, ui.Chip(at.To("/antrean", "q", text, kindKey, string(g.kind)), g.name.In(at.Lang), g.kind == kind))
	}
	letters := strings.ToLower(text)
	var items []queue.PlaceLine
	for _, p := range all {
		if (kind == "" || groupOf(p.Kind) == kind) && strings.Contains(strings.ToLower(p.Place.Name+" "+p.Area+" "+p.District), letters) {
			items = append(items, p)
		}
	}
	list := ui.Empty("ketemu-nihil", words.QueueNone.In(at.Lang), words.QueueNoneText.In(at.Lang),
		ui.ButtonLink(at.To("/antrean"), words.QueueNoneAll.In(at.Lang), "", ui.Line, ""))
	if len(items) > 0 {
		list = s.rows(at, likelyFirst(items, s.likely(items), placeID))
	}
	return ui.Div("stack stack-4", ui.Chips(words.QueueKinds.In(at.Lang), chips...), ui.Div("two-rows", list))
}

func (s *Mine) rows(at link.At, items []queue.PlaceLine) ui.UI {
	lines := make([]ui.Row, len(items))
	for i, p := range items {
		lines[i] = s.row(at, p)
	}
	return ui.Rows(lines...)
}

func placeID(p queue.PlaceLine) string { return p.Place.ID }

// likely are the places that the reader used last and, once it is known where
// the phone is, those near it.
func (s *Mine) likely(all []queue.PlaceLine) []string {
	if s.where == nil {
		return s.numbers.Likely()
	}
	ids := s.numbers.places()
	return append(ids[:min(len(ids), 1)], s.where.nearest(all)...) // one place for habit, the others for the way
}

// nearest are the ids of places by their distance.
func (p point) nearest(all []queue.PlaceLine) []string {
	list := slices.Clone(all)
	slices.SortStableFunc(list, func(a, b queue.PlaceLine) int { return int(p.distance(a)) - int(p.distance(b)) })
	ids := make([]string, len(list))
	for i, l := range list {
		ids[i] = l.Place.ID
	}
	return ids
}

// distance is how far a place is; those nobody can place come last.
func (p point) distance(to queue.PlaceLine) float64 {
	if to.Place.Precision == place.Nowhere {
		return 1 << 30
	}
	return p.far(to.Place)
}

// nearest is the button that sorts by distance; nil without our program.
func (s *Mine) nearest(at link.At) ui.UI {
	if goapp.IsServer || s.where != nil {
		return nil
	}
	return ui.Button{Label: words.QueueNear.In(at.Lang), Icon: "sasaran", Look: ui.Quiet, Class: "btn-s", Busy: s.finding, Do: s.locate}.UI()
}

func (s *Mine) locate(ctx goapp.Context, _ goapp.Event) {
	s.finding = true
	browser.Locate(func(lat, lon float64, ok bool) {
		ctx.Dispatch(func(ctx goapp.Context) {
			s.finding = false
			if !ok {
				frame.Toast(ctx, words.QueueNoPlace.In(s.At.Lang))
				return
			}
			s.where = &point{lat, lon}
			if list, known := s.Value(); known {
				ids := s.where.nearest(list.Items)
				s.numbers.near = ids[:min(len(ids), mostNear)]
				browser.Keep(keptNear, strings.Join(s.numbers.near, ","))
			}
		})
	})
}

func (s *Mine) row(at link.At, p queue.PlaceLine) ui.Row {
	about, way := "", ""
	if len(s.numbers.near) > 0 && slices.Contains(s.numbers.places(), p.Place.ID) {
		about = words.QueueLast.In(at.Lang)
	}
	if s.where != nil && p.Place.Precision != place.Nowhere {
		way = words.AwayKm.In(at.Lang, waitKm(at.Lang, s.where.far(p.Place)))
	}
	return PlaceRow(at, p, deskJoin(about, way), s.house.Clock())
}
