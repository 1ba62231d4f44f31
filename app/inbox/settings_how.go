package inbox

import (
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// how is what the reader may choose. Each change is saved at once.
func (s *Settings) how(lang words.Lang, now inbox.Settings) ui.UI {
	state := words.TellSaving.In(lang)
	if s.saved {
		state = words.TellSaved.In(lang)
	}
	var broken ui.UI
	if s.refused != nil && len(s.refused.Fields) == 0 {
		broken = own.Wrong(lang, s.refused)
	}
	return ui.Section("cara", words.TellHow.In(lang), nil,
		ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(state)), broken,
		ui.Div("card tell", s.near(lang, now), ui.Div("", s.topics(lang, now)), s.quiet(lang, now), s.ways(lang, now), ui.Div("", s.language(lang, now))))
}

// near is how early a turn is told; staff take no numbers.
func (s *Settings) near(lang words.Lang, now inbox.Settings) ui.UI {
	if s.House.Viewer.Staff {
		return nil
	}
	choices := make([]ui.Choice, inbox.MostNear)
	for i := range choices {
		n := strconv.Itoa(i + 1)
		choices[i] = ui.Choice{Value: n, Label: words.TellNearN.In(lang, n)}
	}
	choices[0].Label = words.TellNearOne.In(lang)
	return ui.Div("", ui.Field{Name: "near", Label: words.TellNear.In(lang), Hint: words.TellNearHint.In(lang), Value: strconv.Itoa(now.Near), Choices: choices,
		Change: func(ctx goapp.Context, _ goapp.Event) {
			if n, err := strconv.Atoi(ui.Value(ctx)); err == nil {
				s.set(func(v *inbox.Settings) { v.Near = n })
			}
		}}.UI())
}

// topicSubs are what is told of a topic.
var topicSubs = map[inbox.Topic]words.T{inbox.Queues: words.TellQueueSub, inbox.Permits: words.TellPermitSub, inbox.Reports: words.TellReportSub, inbox.News: words.TellNewsSub}

// topics are what the phone sounds for. What concerns the safety of the
// account it always does.
func (s *Settings) topics(lang words.Lang, now inbox.Settings) ui.UI {
	var checks []ui.UI
	for _, t := range inbox.Topics {
		if t == inbox.Account {
			continue
		}
		checks = append(checks, ui.Check("topic-"+string(t), topicWords[t].In(lang), topicSubs[t].In(lang), !slices.Contains(now.Muted, t), func(goapp.Context, goapp.Event) {
			s.set(func(v *inbox.Settings) {
				v.Muted = toggled(v.Muted, t)
			})
		}))
	}
	return ui.With("fieldset", "plain-set", nil, ui.With("legend", "label", nil, ui.Text(words.TellTopics.In(lang))),
		ui.Div("", checks...), ui.P("small soft", words.TellAcctSub.In(lang)))
}

// toggled are topics with one more, or without it.
func toggled(topics []inbox.Topic, t inbox.Topic) []inbox.Topic {
	rest := slices.DeleteFunc(slices.Clone(topics), func(o inbox.Topic) bool { return o == t })
	if len(rest) == len(topics) {
		rest = append(rest, t)
	}
	return rest
}

func (s *Settings) quiet(lang words.Lang, now inbox.Settings) ui.UI {
	var hours ui.UI
	if now.Quiet {
		problem := ""
		if f, ok := s.refused.Field("to"); ok {
			problem = words.Fault(lang, f.Key, f.Bound)
		}
		hours = ui.Div("pair pair-narrow",
			s.clock("from", words.TellFrom.In(lang), "", now.From, func(v *inbox.Settings, minute int) { v.From = minute }),
			s.clock("to", words.TellTo.In(lang), problem, now.To, func(v *inbox.Settings, minute int) { v.To = minute }))
	}
	return ui.Div("stack stack-2",
		ui.Check("quiet", words.TellQuiet.In(lang), words.TellQuietSub.In(lang), now.Quiet, func(goapp.Context, goapp.Event) {
			s.set(func(v *inbox.Settings) { v.Quiet = !v.Quiet })
		}), hours)
}

// clock is a time of day, in minutes after midnight.
func (s *Settings) clock(name, label, problem string, minute int, set func(*inbox.Settings, int)) ui.UI {
	two := func(n int) string { return strings.Repeat("0", 2-len(strconv.Itoa(n))) + strconv.Itoa(n) }
	return ui.Field{Name: name, Label: label, Type: "time", Error: problem, Value: two(minute/60) + ":" + two(minute%60), Change: func(ctx goapp.Context, _ goapp.Event) {
		hour, minute, _ := strings.Cut(ui.Value(ctx), ":")
		h, errH := strconv.Atoi(hour)
		m, errM := strconv.Atoi(minute)
		if errH == nil && errM == nil { // else it is still being typed
			s.set(func(v *inbox.Settings) { set(v, h*60+m) })
		}
	}}.UI()
}

// ways are what a phone may show, and what else may be tried.
func (s *Settings) ways(lang words.Lang, now inbox.Settings) ui.UI {
	var phone ui.UI
	if slices.Contains(now.Ways, inbox.ByPhone) {
		phone = ui.Check("phone", words.TellPhone.In(lang), words.TellPhoneSub.In(lang), now.Phone, func(goapp.Context, goapp.Event) {
			s.set(func(v *inbox.Settings) { v.Phone = !v.Phone })
		})
	}
	return ui.Div("",
		ui.Check("private", words.TellPrivate.In(lang), words.TellPrivSub.In(lang), now.Private, func(goapp.Context, goapp.Event) {
			s.set(func(v *inbox.Settings) { v.Private = !v.Private })
		}), phone)
}

func (s *Settings) language(lang words.Lang, now inbox.Settings) ui.UI {
	choices := make([]ui.Choice, len(words.Langs))
	for i, l := range words.Langs {
		choices[i] = ui.Choice{Value: string(l), Label: l.Name()}
	}
	return ui.Radios{Name: "lang", Legend: words.TellLang.In(lang), Value: now.Lang, Look: "seg", Choices: choices, Change: func(ctx goapp.Context, _ goapp.Event) {
		chosen := ui.Value(ctx)
		s.set(func(v *inbox.Settings) { v.Lang = chosen })
	}}.UI()
}
