package answer

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/place"
	"rumah/shared/words"
)

// areas are the districts and villages to choose from. What was loaded once
// stays on the phone: areas do not change, and forms are filled in without a
// network too.
type areas struct {
	chosen map[string]string      // district, by question or cell, before a village is
	known  map[string][]ui.Choice // by district; "" for the districts themselves
	asking map[string]bool
}

func keptAreas(district string) string { return "wilayah:" + district }

// within are the areas of a district, as far as they are known; they are
// asked for when they are not.
func (s *Sheet) within(district string) []ui.Choice {
	return s.areas.known[district]
}

// Learn fetches the areas that a form needs to be filled in and read.
func (s *Sheet) Learn(ctx goapp.Context) {
	if s.form == nil {
		return
	}
	needed := false
	for _, step := range s.form.All() {
		needed = needed || step.Kind == form.Area || slices.ContainsFunc(step.Columns, func(c form.Question) bool { return c.Kind == form.Area })
	}
	if !needed {
		return
	}
	s.learn(ctx, "")
	for _, code := range s.codes() {
		s.learn(ctx, districtOf(code))
	}
}

// codes are all areas that were answered.
func (s *Sheet) codes() []string {
	var codes []string
	for _, q := range s.form.All() {
		if q.Kind == form.Area && s.answers[q.ID].Text != "" {
			codes = append(codes, s.answers[q.ID].Text)
		}
		for _, c := range q.Columns {
			for _, row := range s.answers[q.ID].Rows {
				if c.Kind == form.Area && row[c.ID] != "" {
					codes = append(codes, row[c.ID])
				}
			}
		}
	}
	return codes
}

func (s *Sheet) learn(ctx goapp.Context, district string) {
	if s.areas.known == nil {
		s.areas.known, s.areas.asking = map[string][]ui.Choice{}, map[string]bool{}
	}
	if s.areas.known[district] != nil || s.areas.asking[district] {
		return
	}
	var kept []ui.Choice
	if json.Unmarshal([]byte(browser.Kept(keptAreas(district))), &kept) == nil && len(kept) > 0 {
		s.areas.known[district] = kept
		return
	}
	s.areas.asking[district] = true
	flow.Ask(ctx, func(ctx context.Context) (place.Map, error) {
		return s.House.Places.Map(ctx, place.MapFilter{District: district})
	}, func(_ goapp.Context, m place.Map, err error) {
		s.areas.asking[district] = false
		if err != nil {
			return // the drop-down says so
		}
		list := make([]ui.Choice, len(m.Areas))
		for i, a := range m.Areas {
			list[i] = ui.Choice{Value: a.Code, Label: a.Name}
		}
		s.areas.known[district] = list
		if text, err := json.Marshal(list); err == nil {
			browser.Keep(keptAreas(district), string(text))
		}
	})
}

// districtOf is the district of a village: "35.15.08.2001" lies in "35.15.08".
func districtOf(area string) string {
	if i := strings.LastIndexByte(area, '.'); i > 0 && strings.Count(area, ".") == 3 {
		return area[:i]
	}
	return area
}

// AreaName is what an area is called; its code while that is not known.
func (s *Sheet) AreaName(code string) string {
	district := districtOf(code)
	name := named(s.within(""), district)
	if code == district {
		return name
	}
	return named(s.within(district), code) + ", " + name
}

func named(list []ui.Choice, code string) string {
	for _, c := range list {
		if c.Value == code {
			return c.Label
		}
	}
	return code
}

// area is a question for a village.
func (s *Sheet) area(q *form.Question) ui.UI {
	id := q.ID
	f := s.field(q, id, s.answers[id].Text)
	f.Hint = s.hint(q)
	return s.areaFields(q, id, f, func(ctx goapp.Context, code string) { s.Set(ctx, id, form.Answer{Text: code}) })
}

// areaFields are a district and one of its villages.
func (s *Sheet) areaFields(q *form.Question, at string, f ui.Field, set func(goapp.Context, string)) ui.UI {
	district := s.areas.chosen[at]
	if f.Value != "" {
		district = districtOf(f.Value)
	}
	first := func(list []ui.Choice) []ui.Choice {
		return append([]ui.Choice{{Label: words.ChooseOne.In(s.Lang)}}, list...)
	}
	wide := q.Wide
	f.Choices = first(s.within(district))
	if district == "" {
		f.Choices = first(nil)
		if f.Hint == "" {
			f.Hint = words.VillageHint.In(s.Lang)
		}
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		code := ui.Value(ctx)
		if code == "" && wide {
			code = s.areas.chosen[at]
		}
		set(ctx, code)
	}
	return ui.Div("stack stack-4",
		ui.Field{Name: FieldID(at) + "-kec", Label: words.DistrictLabel.In(s.Lang), Value: district, Choices: first(s.within("")),
			Change: func(ctx goapp.Context, _ goapp.Event) {
				chosen := ui.Value(ctx)
				s.areas.chosen[at] = chosen
				if wide {
					set(ctx, chosen)
				} else {
					set(ctx, "")
				}
				if chosen != "" {
					s.learn(ctx, chosen)
				}
			}}.UI(),
		f.UI())
}

// point is a place on the map: where the phone is, or degrees that somebody
// copied from a map.
func (s *Sheet) point(q *form.Question) ui.UI {
	id := q.ID
	f := s.field(q, id, s.answers[id].Text)
	f.Hint, f.Mode = s.hint(q), "text"
	if f.Hint == "" {
		f.Hint = words.ApplyPoint.In(s.Lang)
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) { s.Set(ctx, id, form.Answer{Text: ui.Value(ctx)}) }
	var unseen, look ui.UI
	if s.unseen == id {
		unseen = ui.P("small soft", words.NotLocated.In(s.Lang))
	}
	if lat, lon, ok := form.ParsePoint(f.Value); ok {
		at := degrees(lat) + "," + degrees(lon)
		look = ui.Link("https://www.openstreetmap.org/?mlat="+degrees(lat)+"&mlon="+degrees(lon)+"#map=18/"+strings.ReplaceAll(at, ",", "/"), "tap small",
			ui.Text(words.ApplyPointLook.In(s.Lang)))
	}
	return ui.Div("stack stack-2", f.UI(),
		ui.Div("bar wrap", ui.Button{Label: words.ApplyHere.In(s.Lang), Icon: "sasaran", Look: ui.Line, Class: "btn-s", Busy: s.looking == id, Scope: id,
			Do: func(ctx goapp.Context, _ goapp.Event) { s.locate(ctx, id) }}.UI(), look), unseen)
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }

func (s *Sheet) locate(ctx goapp.Context, id string) {
	s.looking, s.unseen = id, ""
	browser.Locate(func(lat, lon float64, ok bool) {
		ctx.Dispatch(func(ctx goapp.Context) {
			s.looking = ""
			if !ok {
				s.unseen = id
				return
			}
			text := degrees(lat) + "," + degrees(lon)
			s.Set(ctx, id, form.Answer{Text: text})
			ctx.Defer(func(goapp.Context) { browser.Fill(FieldID(id), text) })
		})
	})
}
