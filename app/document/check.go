package document

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// Check is the screen that tells whether a letter is genuine: /v/{code}, where
// QR codes lead, and /periksa, where one is scanned or typed. It needs no
// account, no program, and with the program no network.
type Check struct {
	goapp.Compo
	view[checked]

	house    *house.House
	able     struct{ scan, hash bool } // of this browser; the page that the server made is of none
	aiming   bool                      // the camera is open
	blind    bool                      // it cannot be
	match    document.Match            // of a file that was compared
	matching bool
	wrong    *fault.Fault // comparing failed
}

// checked is what was asked, and what is known of it.
type checked struct {
	Code string
	document.Verdict
	Offline bool // told by this phone alone
	Typed   bool // and it cannot tell of a code that was typed
}

// NewCheck returns the screen.
func NewCheck(h *house.House) house.Screen {
	return &Check{house: h, view: flow.NewView(func(ctx context.Context, at link.At) (checked, error) {
		return verify(ctx, h, codeOf(at))
	})}
}

// verify asks the house, and the phone where the house cannot be reached.
func verify(ctx context.Context, h *house.House, code string) (checked, error) {
	c := checked{Code: code}
	if code == "" {
		return c, nil
	}
	var err error
	c.Verdict, err = h.Documents.Verify(ctx, document.Code{Code: code})
	switch {
	case fault.Is(err, fault.Invalid), fault.Is(err, fault.Unknown): // longer than any, or letters that nobody can send
		c.Result.Status, err = proof.Forged, nil
	case fault.Is(err, fault.Offline):
		ring, ok := kept()
		if !ok {
			return c, err
		}
		c.Result, ok = here(ring, code, h.Clock())
		c.Offline, c.Typed, err = true, !ok, nil
	}
	return c, err
}

// Head implements house.Screen. A code is nobody's to be found by.
func (s *Check) Head() house.Head {
	about := codeOf(s.At) != ""
	return house.Head{Title: words.CheckTitle.In(s.At.Lang), Description: words.CheckLead.In(s.At.Lang), NoIndex: about, Fresh: about}
}

// Titled implements flow.Titled.
func (s *Check) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav verifies the code of the address.
func (s *Check) OnNav(ctx goapp.Context) {
	s.stop()
	s.match, s.matching, s.wrong, s.blind = document.NoFile, false, nil, false
	s.able.scan, s.able.hash = browser.CanScan(), browser.CanHash()
	Resync(s.house)
	s.Enter(ctx, s)
}

// OnDismount closes the camera.
func (s *Check) OnDismount() { s.stop() }

// Render implements the screen.
func (s *Check) Render() ui.UI {
	at := s.At
	bar := frame.Bar{Tab: "/layanan", Back: "/", Actions: []ui.UI{frame.LanguageAction(at)}}
	v, ok := s.Value()
	if f := s.Fault(); !ok || f != nil { // what was found before may not be so any more
		if f != nil {
			return frame.Page(s.house, at, bar, frame.Trouble(at, f, flow.Retry(&s.Loading, s)))
		}
		return frame.Page(s.house, at, bar, ui.SkeletonPage(words.Loading.In(at.Lang)))
	}
	if v.Code == "" {
		return frame.Page(s.house, at, bar,
			ui.Div("stack stack-1", ui.H1("", words.CheckTitle.In(at.Lang)), ui.P("soft", words.CheckLead.In(at.Lang))),
			s.camera(at), s.ask(at))
	}
	return frame.Page(s.house, at, bar, append(s.verdict(at, v), s.compare(at, v),
		ui.Div("", ui.ButtonLink(at.To(CheckPath), words.CheckAnother.In(at.Lang), "qr", ui.Line, "btn-full")))...)
}

// ask is where a code is typed.
func (s *Check) ask(at link.At) ui.UI {
	return ui.Form(at.To(CheckPath), "get", "card stack", words.CheckTitle.In(at.Lang), s.look,
		ui.Field{Name: "kode", Label: words.CheckCode.In(at.Lang), Hint: words.CheckHint.In(at.Lang), Max: 400, Auto: "off"}.UI(),
		ui.Button{Label: words.CheckDo.In(at.Lang), Icon: "cari", Submit: true, Class: "btn-full"}.UI())
}

func (s *Check) look(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	if typed := ui.Typed("kode"); typed != "" {
		ui.Go(ctx, pathOf(s.At, typed))
	}
}

// viewID is the element in which the camera's picture stands.
const viewID = "kamera"

// camera is the way to scan here, where the browser can.
func (s *Check) camera(at link.At) ui.UI {
	switch {
	case s.blind:
		return ui.Banner("warn", "awas", "", words.CheckNoCam.In(at.Lang))
	case s.aiming:
		return ui.Div("stack stack-2", ui.Camera(viewID, words.CheckAim.In(at.Lang)), ui.P("small soft", words.CheckAim.In(at.Lang)),
			ui.Button{Label: words.Cancel.In(at.Lang), Look: ui.Line, Class: "btn-full", Do: s.shut}.UI())
	case s.able.scan:
		return ui.Button{Label: words.CheckScan.In(at.Lang), Icon: "kamera", Class: "btn-full btn-l", Do: s.aim}.UI()
	}
	return nil
}

func (s *Check) aim(ctx goapp.Context, _ goapp.Event) {
	s.aiming = true
	ctx.Defer(func(ctx goapp.Context) {
		browser.Scan(viewID, func(text string) {
			ctx.Dispatch(func(ctx goapp.Context) {
				s.stop()
				ui.Go(ctx, pathOf(s.At, text))
			})
		}, func() {
			ctx.Dispatch(func(goapp.Context) { s.aiming, s.blind = false, true })
		})
	})
}

func (s *Check) shut(goapp.Context, goapp.Event) { s.stop() }

func (s *Check) stop() {
	if s.aiming {
		browser.StopScan()
	}
	s.aiming = false
}
