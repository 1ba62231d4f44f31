package queue

import (
	"slices"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// week are the sessions of every day with their quotas.
func (s *SetupEditor) week(l words.Lang) ui.UI {
	days := make([]ui.UI, len(setupWeek))
	for i, day := range setupWeek {
		days[i] = s.day(l, day)
	}
	return ui.Div("stack",
		ui.P("hint", words.SetupWeekY.In(l)),
		ui.Button{Label: words.SetupLikeMonday.In(l), Icon: "salin", Look: ui.Quiet, Class: "btn-s loket-add", Do: func(goapp.Context, goapp.Event) {
			s.c.Week = likeMonday(s.c.Week)
			s.renew("week")
		}}.UI(),
		ui.Fresh(s.turns["week"], "stack", ui.List("rows week", days...)), ui.FieldError("week", setupWrong(l, s.wrong, "week")))
}

func (s *SetupEditor) day(l words.Lang, day time.Weekday) ui.UI {
	name := words.Weekday(l, day)
	at := sessionsOf(s.c.Week, day)
	parts := []ui.UI{}
	for n, i := range at {
		parts = append(parts, s.session(l, name, n, i))
	}
	say := words.SetupClosed.In(l)
	if len(at) > 0 {
		say = ""
	}
	return ui.With("fieldset", "week-day plain-set", ui.Attrs{"aria-label": name},
		ui.Div("bar between wrap", ui.Div("bar wrap base", ui.P("row-title", name), ui.Label("small soft", say)),
			ui.Button{Label: words.SetupAddSession.In(l), Icon: "tambah", Look: ui.Quiet, Class: "btn-s", Scope: "sesi" + strconv.Itoa(int(day)),
				Attrs: ui.Attrs{"aria-label": words.SetupAddSession.In(l) + ": " + name}, Do: func(goapp.Context, goapp.Event) {
					s.c.Week = withSession(s.c.Week, day)
					s.renew("week")
				}}.UI()),
		ui.Div("stack", parts...))
}

// session is one opening: its hours and how many numbers it gives.
func (s *SetupEditor) session(l words.Lang, day string, n, i int) ui.UI {
	key := "week." + strconv.Itoa(i)
	at := func() *queue.Session {
		if i < len(s.c.Week) {
			return &s.c.Week[i]
		}
		return new(queue.Session)
	}
	hour := func(name, label string, m func() *place.Minute, midnight bool) ui.UI {
		return s.value(ui.Field{Name: key + name, Label: label, Type: "time"}, timeValue(*m()), func(v string) {
			if *m() = timeMinutes(v); *m() == 0 && midnight {
				*m() = 24 * 60
			}
		})
	}
	var payers [2]ui.UI
	if s.c.Payers {
		payers = [2]ui.UI{s.quota(key+".jkn", words.SetupQuotaJKN.In(l), func() *int { return &at().JKN }),
			s.quota(key+".other", words.SetupQuotaOther.In(l), func() *int { return &at().Other })}
	}
	return ui.With("div", "setup-session", ui.Attrs{"role": "group", "aria-label": day + " " + strconv.Itoa(n+1)},
		hour(".opens", words.SetupOpens.In(l), func() *place.Minute { return &at().Opens }, false),
		hour(".closes", words.SetupCloses.In(l), func() *place.Minute { return &at().Closes }, true),
		s.quota(key+".regular", words.SetupQuota.In(l), func() *int { return &at().Regular }),
		s.quota(key+".priority", words.SetupQuotaPri.In(l), func() *int { return &at().Priority }),
		payers[0], payers[1],
		s.drop(key, words.SetupDropSession.In(l, day), func() {
			s.c.Week = slices.Delete(slices.Clone(s.c.Week), i, i+1)
			s.renew("week")
		}))
}
