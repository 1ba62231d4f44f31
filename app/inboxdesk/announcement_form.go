package inboxdesk

import (
	"cmp"
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// fields are what an announcement says and to whom, beside what it looks like
// on a phone.
func (s *Announcement) fields(l words.Lang, a *announcing) ui.UI {
	w := &s.draft.Words
	var agency, cancel ui.UI
	if a.One.ID == "" && len(a.Agencies) > 1 {
		agency = s.field(l, ui.Field{Name: "agency", Label: words.NewsFrom.In(l), Value: s.draft.Agency, Choices: choose(l, senders(a.Agencies))}, func(v string) {
			if s.draft.Agency != v && s.to == toQueue {
				s.draft.Audience.Day = ""
			}
			s.draft.Agency = v
		})
	}
	if a.One.ID != "" {
		cancel = ui.Button{Label: words.NewsCancel.In(l), Look: ui.Quiet, Scope: "batal", Do: func(ctx goapp.Context, _ goapp.Event) {
			s.writing, s.dirty, s.wrong = false, false, nil
			browser.Guard(false)
			s.view.Again(ctx, s)
		}}.UI()
	}
	return ui.Div("write-beside",
		ui.Fresh(s.turn, "stack stack-6",
			s.meanwhile(l), troubled(l, s.wrong),
			ui.Div("card stack stack-5", agency, s.audience(l, a), s.reaching(l)),
			ui.Div("card stack stack-5",
				s.field(l, ui.Field{Name: "title", Label: words.NewsHead.In(l), Hint: words.NewsHeadY.In(l), Value: w.Title, Max: 80}, func(v string) { w.Title = v }),
				s.field(l, ui.Field{Name: "text", Label: words.NewsText.In(l), Hint: words.NewsTextY.In(l) + " " + letterCount(l, w.Text, 600), Value: w.Text, Long: true, Max: 600}, func(v string) { w.Text = v }),
				ui.Check("urgent", words.NewsUrgent.In(l), words.NewsUrgentY.In(l), w.Urgent, func(goapp.Context, goapp.Event) {
					w.Urgent = !w.Urgent
					s.edited("urgent")
				})),
			ui.Disclose("bahasa-lain", "bahasa", words.NewsMore.In(l), words.NewsMoreY.In(l),
				s.field(l, ui.Field{Name: "title_en", Label: words.NewsHead.In(l) + " (English)", Value: w.TitleEN, Max: 80}, func(v string) { w.TitleEN = v }),
				s.field(l, ui.Field{Name: "text_en", Label: words.NewsText.In(l) + " (English)", Value: w.TextEN, Long: true, Max: 600}, func(v string) { w.TextEN = v }),
				s.field(l, ui.Field{Name: "title_jv", Label: words.NewsHead.In(l) + " (Jawa)", Value: w.TitleJV, Max: 80}, func(v string) { w.TitleJV = v }),
				s.field(l, ui.Field{Name: "text_jv", Label: words.NewsText.In(l) + " (Jawa)", Value: w.TextJV, Long: true, Max: 600}, func(v string) { w.TextJV = v })),
			ui.Div("bar wrap", ui.Button{Label: words.NewsSave.In(l), Icon: "centang", Scope: "simpan", Busy: s.doing == "save", Do: s.save}.UI(), cancel)),
		s.beside(l, s.sender(a), s.draft.Words))
}

// none stands for nothing chosen, and for all villages of a district: an
// option without a value would send its own label.
const none = "-"

// choose puts "not chosen yet" before the choices.
func choose(l words.Lang, choices []ui.Choice) []ui.Choice {
	return append([]ui.Choice{{Value: none, Label: words.ChooseOne.In(l)}}, choices...)
}

// sender is the name of the agency that speaks.
func (s *Announcement) sender(a *announcing) string {
	for _, agency := range a.Agencies {
		if agency.ID == s.draft.Agency {
			return agency.Name
		}
	}
	return a.One.Agency.Name
}

// field ties a field to the draft.
func (s *Announcement) field(l words.Lang, f ui.Field, set func(string)) ui.UI {
	name := f.Name
	f.Error = wrong(l, s.wrong, name)
	if f.Choices != nil {
		f.Value = cmp.Or(f.Value, none)
	}
	f.Change = func(ctx goapp.Context, _ goapp.Event) {
		v := ui.Value(ctx)
		if f.Choices != nil && v == none {
			v = ""
		}
		set(v)
		s.edited(name)
	}
	return f.UI()
}

// edited says that a field was changed: its complaint goes.
func (s *Announcement) edited(name string) {
	s.dirty, s.key = true, ""
	browser.Guard(true)
	if s.wrong == nil {
		return
	}
	var rest []fault.Field
	for _, f := range s.wrong.Fields {
		if f.Name != name {
			rest = append(rest, f)
		}
	}
	if s.wrong = nil; len(rest) > 0 {
		s.wrong = &fault.Fault{Code: fault.Invalid, Key: "invalid", Fields: rest}
	}
}

// meanwhile says that a colleague was faster; what is typed stays until the
// newest is taken.
func (s *Announcement) meanwhile(l words.Lang) ui.UI {
	if s.wrong == nil || s.wrong.Code != fault.Conflict {
		return nil
	}
	return ui.Banner("warn", "keluarga", words.NewsMeanwhile.In(l), words.MeanwhileY.In(l), ui.Button{Label: words.NewsNewest.In(l), Icon: "ulang", Look: ui.Line, Class: "btn-s", Scope: "terbaru", Do: func(ctx goapp.Context, _ goapp.Event) {
		s.writing, s.dirty, s.wrong = false, false, nil
		s.view.Again(ctx, s)
	}}.UI())
}

// audience chooses for whom it is.
func (s *Announcement) audience(l words.Lang, a *announcing) ui.UI {
	to := &s.draft.Audience
	tiles := ui.Radios{Name: "untuk-siapa", Legend: words.NewsTo.In(l), Look: "choice", Value: s.to, Choices: []ui.Choice{
		{Value: toArea, Label: words.NewsToArea.In(l), Icon: "pin"}, {Value: toQueue, Label: words.NewsToQueue.In(l), Icon: "tiket"}, {Value: toAll, Label: words.NewsToAll.In(l, s.house.City.RegionShort), Icon: "peta"},
	}, Change: func(ctx goapp.Context, _ goapp.Event) {
		s.to, s.district, s.villages, s.reach = ui.Value(ctx), "", nil, nil
		*to = inbox.Audience{}
		s.edited("audience.area")
		s.edited("audience.day")
		s.aim()
	}}.UI()
	switch s.to {
	case toArea:
		village := to.Area
		if village == s.district {
			village = ""
		}
		return ui.Div("stack stack-4", tiles, ui.Div("pair",
			s.field(l, ui.Field{Name: "audience.area", Label: words.NewsDistrict.In(l), Value: s.district, Choices: choose(l, a.Districts)}, func(v string) {
				s.district, s.villages, to.Area = v, nil, v
				s.fetchVillages()
				s.aim()
			}),
			s.field(l, ui.Field{Name: "desa", Label: words.NewsVillage.In(l), Value: village, Choices: append([]ui.Choice{{Value: none, Label: words.NewsWhole.In(l)}}, s.villages...)}, func(v string) {
				to.Area = cmp.Or(v, s.district)
				s.aim()
			})))
	case toQueue:
		return ui.Div("stack stack-4", tiles, s.queues(l, a))
	}
	return tiles
}

// queues are those of the agency in which people wait.
func (s *Announcement) queues(l words.Lang, a *announcing) ui.UI {
	choices := []ui.Choice{}
	for _, d := range a.Days {
		if d.Agency == s.draft.Agency || s.draft.Agency == "" || len(a.Agencies) == 1 {
			choices = append(choices, ui.Choice{Value: d.ID, Label: words.NewsQueueOne.In(l, d.Name, words.Count(l, d.Waiting))})
		}
	}
	if len(choices) == 0 {
		return ui.P("small soft", words.NewsQueueNone.In(l))
	}
	return s.field(l, ui.Field{Name: "audience.day", Label: words.NewsQueue.In(l), Value: s.draft.Audience.Day, Choices: choose(l, choices)}, func(v string) {
		s.draft.Audience.Day = v
		s.aim()
	})
}

// aim counts whom the fields choose.
func (s *Announcement) aim() {
	if s.to == toAll || s.draft.Audience != (inbox.Audience{}) {
		s.count(s.draft.Audience)
	}
}

func (s *Announcement) fetchVillages() {
	district := s.district
	if district == "" || !s.there {
		return
	}
	flow.Ask(s.here, func(ctx context.Context) ([]ui.Choice, error) { return areas(ctx, s.house, district) }, func(_ goapp.Context, villages []ui.Choice, err error) {
		if err == nil && s.district == district {
			s.villages = villages
		}
	})
}

// reaching says how many the audience is.
func (s *Announcement) reaching(l words.Lang) ui.UI {
	switch {
	case s.writing && s.to != toAll && s.draft.Audience == (inbox.Audience{}):
		return ui.Div("reach", ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(words.NewsReachAsk.In(l))))
	case s.reach == nil && s.asked:
		return ui.Div("reach", ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(words.NewsReachWait.In(l))))
	case s.reach == nil:
		return nil
	}
	rings, mute := s.reach.Devices, ui.UI(nil)
	if s.reach.Muted > 0 && !s.urgent() {
		rings -= s.reach.Muted
		mute = ui.P("mini soft", words.NewsReachMute.In(l, words.Count(l, s.reach.Muted)))
	}
	return ui.With("div", "reach", ui.Attrs{"role": "status"},
		ui.P("reach-n num", words.NewsReach.In(l, words.Count(l, s.reach.People))), ui.P("small soft", words.NewsReachDev.In(l, words.Count(l, rings))), mute)
}

// urgent reports whether what is written, or stands, is.
func (s *Announcement) urgent() bool {
	if s.writing {
		return s.draft.Urgent
	}
	a, _ := s.view.Value()
	return a.One.Urgent
}
