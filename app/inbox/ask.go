package inbox

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Ask offers to tell somebody on this phone, beside what they have just done
// and would like to hear more of. Nothing is asked of the browser before they
// agree here.
type Ask struct {
	goapp.Compo
	House *house.House
	Lang  words.Lang
	Title string // what the question is about; "" for a turn that comes near

	telling
	here   goapp.Context
	hidden bool // they want it later, or agreed long ago
}

const (
	laterKept = "kabar-nanti" // until when not to ask
	laterDays = 30
)

// OnMount looks at what is possible.
func (a *Ask) OnMount(ctx goapp.Context) {
	a.here = ctx
	a.look(a.House)
	a.hidden = a.stands == isTold || browser.Kept(laterKept) > string(calendar.DateOf(a.House.Clock()))
}

func (a *Ask) later(goapp.Context, goapp.Event) {
	a.hidden = true
	browser.Keep(laterKept, string(calendar.DateOf(a.House.Clock().Add(laterDays*24*time.Hour))))
}

func (a *Ask) yes(goapp.Context, goapp.Event) {
	a.agree(a.here, a.House, a.Lang, func(goapp.Context, inbox.Devices) {})
}

// Render shows the question, or what stands in its way.
func (a *Ask) Render() ui.UI {
	if a.hidden || a.stands == unknown {
		return ui.Div("no-button")
	}
	if a.stands == isTold {
		return ui.Banner("good", "lonceng", words.TellOn.In(a.Lang), words.TellOnText.In(a.Lang),
			ui.Div("", ui.Link(link.At{Lang: a.Lang}.To(SettingsPath), "tap", ui.Text(words.TellTune.In(a.Lang)))))
	}
	title, text, label := a.says(a.Lang, a.House.City.App)
	if a.stands == mayAsk {
		title, text, label = words.TellAsk.In(a.Lang), words.TellWhy.In(a.Lang), words.TellYes.In(a.Lang)
		if a.Title != "" {
			title = a.Title
		}
	}
	var yes ui.UI
	if label != "" {
		yes = ui.Button{Label: label, Icon: "lonceng", Busy: a.busy, Scope: "kabari", Do: a.yes}.UI()
	}
	return ui.With("section", "card stack ask", ui.Attrs{"aria-labelledby": "kabari-judul"},
		ui.Div("bar bar-3 top", ui.Span("spot", ui.Icon("lonceng")),
			ui.With("div", "grow stack stack-1", ui.Attrs{"role": "status"}, ui.H2("kabari-judul", "", title), ui.P("small soft", text))),
		ui.Div("bar wrap grow-btns", yes, ui.Button{Label: words.NotNow.In(a.Lang), Look: ui.Quiet, Scope: "nanti", Do: a.later}.UI()))
}

// says is what stands in the way, what to do about it, and the label of the
// button that tries; "" where a button would be of no use.
func (t *telling) says(lang words.Lang, app string) (title, text, button string) {
	switch t.stands {
	case denied:
		title, text = words.TellDenied.In(lang), words.TellUnblock.In(lang)
		if browser.Install().Installed {
			text = words.TellUnblApp.In(lang, app)
		}
		return title, text, ""
	case dismissed:
		return words.TellDismiss.In(lang), words.TellAgain.In(lang), words.TellYes.In(lang)
	case byHand:
		return words.TellApple.In(lang), words.TellAppleDo.In(lang), ""
	case never:
		return words.TellNever.In(lang), words.TellNeverDo.In(lang), ""
	case failed:
		return words.TellFailed.In(lang), words.TellFailDo.In(lang), words.TryAgain.In(lang)
	}
	return words.TellHereOff.In(lang), words.TellHereText.In(lang), words.TellHereDo.In(lang)
}
