package permit

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Application is the screen of one application: filling it in until it is
// sent, then how far it is, and what must be corrected: /permohonan/{id}.
type Application struct {
	goapp.Compo
	private[page]

	sheet   answer.Sheet
	letters letters
	write   author
	first   int  // the step to begin with when the address names none
	just    bool // it was sent on this visit
	doing   string
	fault   *fault.Fault
	stops   []func()

	passages map[string]passage // of files on their way, by their id on this phone
	doubts   map[string]words.T // about pictures, by the id of the file
	proof    *browser.Paper     // of having paid, chosen and not sent
	lost     string             // name of a file that could not be kept
}

// page is an application as it is shown.
type page struct {
	permit.Application
	Old bool // of before the network went
}

// NewApplication returns the screen.
func NewApplication(h *house.House) house.Screen {
	s := &Application{}
	s.private = own.New(h, func(ctx context.Context, at link.At) (page, error) {
		id, _ := at.Match(ApplicationPattern)
		a, err := h.Permit.Application(ctx, permit.ID{ID: id})
		if err == nil {
			keep(a)
		} else if have, ok := kept(id); ok && fault.Is(err, fault.Offline) {
			return page{Application: have, Old: true}, nil
		}
		return page{Application: a}, err
	})
	s.Title = func() string {
		if v, ok := s.Value(); ok {
			return v.Service.Name
		}
		return words.MineTitle.In(s.At.Lang)
	}
	return s
}

// OnNav loads the application the address names. From step to step of the
// same one nothing is loaded.
func (s *Application) OnNav(ctx goapp.Context) {
	at := link.Parse(ctx.Page().URL())
	if v, ok := s.Value(); ok && at.Path == s.At.Path && s.write.id == v.ID {
		s.At, s.Here, s.sheet.Lang = at, ctx, at.Lang
		s.sheet.Renew()
		s.private.Titled(ctx)
		ctx.Defer(func(goapp.Context) {
			browser.ToTop()
			browser.FocusTitle()
		})
		return
	}
	s.write, s.first, s.just, s.doing, s.fault, s.letters = author{}, 0, false, "", nil, letters{}
	s.Arrive(ctx, s)
}

// OnMount hears of a network that is back, of news about this application,
// and of what waited for a signal.
func (s *Application) OnMount(ctx goapp.Context) {
	s.stops = append(s.stops,
		browser.Listen("online", func() { ctx.Dispatch(func(ctx goapp.Context) { s.back(ctx) }) }),
		hear(func(what tiding) { ctx.Dispatch(func(ctx goapp.Context) { s.delivered(ctx, what) }) }))
	frame.OnNews(ctx, func(ctx goapp.Context, n frame.News) {
		if v, ok := s.Value(); ok && n.Fresh && !s.Busy() && v.Stage != permit.Draft && !s.write.dirty {
			s.Again(ctx, s)
		}
	})
}

// OnDismount ends listening.
func (s *Application) OnDismount() {
	for _, stop := range s.stops {
		stop()
	}
	s.stops = nil
}

// Titled implements flow.Titled: what was loaded is opened.
func (s *Application) Titled(ctx goapp.Context) {
	s.private.Titled(ctx)
	if v, ok := s.Value(); ok && !s.Busy() {
		s.open(v)
		s.sheet.Learn(ctx)
		s.learnLetters(ctx, v)
		s.store()
		ferry(s.House, v.ID)
	}
}

// back is told that there is a network again.
func (s *Application) back(ctx goapp.Context) {
	v, ok := s.Value()
	switch {
	case !ok:
		s.Again(ctx, s)
	case waits(v.ID):
		Deliver(s.House)
	case v.Old:
		s.Again(ctx, s)
	default:
		s.store()
		ferry(s.House, v.ID)
	}
}

// delivered is told what became of an application that waited.
func (s *Application) delivered(ctx goapp.Context, what tiding) {
	v, ok := s.Value()
	if !ok || what.id != v.ID {
		return
	}
	switch {
	case what.file != nil:
		s.moved(ctx, *what.file, what.f)
	case what.f == nil:
		s.arrived(ctx, what.sent)
	default:
		s.refused(ctx, what.f)
	}
}

// arrived shows what was sent.
func (s *Application) arrived(ctx goapp.Context, a permit.Application) {
	corrected := false
	s.Change(func(p *page) {
		corrected = p.Stage == permit.Returned
		*p = page{Application: a}
	})
	s.write, s.fault, s.doing = author{id: a.ID, opened: a.Version}, nil, ""
	s.just = !corrected
	if corrected {
		frame.Toast(ctx, words.FixSent.In(s.At.Lang))
	} else {
		browser.Vibrate(80)
	}
	if s.At.Get(stepKey) != "" {
		ui.Go(ctx, s.At.To(s.At.Path))
		return
	}
	ctx.Defer(func(goapp.Context) {
		browser.ToTop()
		browser.FocusTitle()
	})
}

// refused shows why something was not sent.
func (s *Application) refused(ctx goapp.Context, f *fault.Fault) {
	s.doing, s.fault = "", f
	switch {
	case f.Code == fault.Invalid && len(f.Fields) > 0:
		s.complain(ctx, f.Fields)
	case f.Code == fault.Conflict:
		s.write.opened = -1
		s.Again(ctx, s)
	}
}

// Render implements the screen.
func (s *Application) Render() ui.UI {
	bar := frame.Bar{Tab: MinePath, Back: MinePath}
	v, ok := s.Value()
	if ok && s.write.id != v.ID {
		s.open(v)
	}
	if ok && v.Stage == permit.Draft {
		bar.Title = v.Service.Name
		bar.Foot = s.foot(v)
	}
	return s.Page(bar, s, func() ui.UI { return ui.SkeletonPage(words.Loading.In(s.At.Lang)) }, func(at link.At, v page) []ui.UI {
		switch v.Stage {
		case permit.Draft:
			return s.draft(at, v)
		case permit.Returned:
			return s.correction(at, v)
		}
		return s.status(at, v)
	})
}

// wrong says why the last thing was not done, unless fields say it.
func (s *Application) wrong(lang words.Lang) ui.UI {
	switch v, _ := s.Value(); {
	case s.fault == nil:
		return nil
	case len(s.fault.Fields) == 0:
		return own.Wrong(lang, s.fault)
	case v.Stage == permit.Draft || v.Stage == permit.Returned:
		return nil // they stand at their questions
	}
	return ui.Banner("bad", "awas", "", sentence(lang, s.fault))
}

// filled is the application's form with nothing typed.
func filled(v page) *form.Form { return form.On(&v.Form, v.Day) }
