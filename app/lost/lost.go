// Package lost is what stands where a page cannot be: no such page, no
// network, our failure.
package lost

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Lost tells of a fault and of the way on.
type Lost struct {
	goapp.Compo

	house *house.House
	at    link.At
	fault *fault.Fault
}

// New returns the screen for addresses that lead nowhere.
func New(h *house.House) house.Screen { return With(h, fault.New(fault.Unknown, "unknown")) }

// Offline returns the screen kept on the phone for pages it never saw.
func Offline(h *house.House) house.Screen { return With(h, fault.New(fault.Offline, "offline")) }

// With returns the screen for a fault.
func With(h *house.House, f *fault.Fault) *Lost { return &Lost{house: h, fault: f} }

// Visit implements house.Screen; the page has the status of its fault.
func (s *Lost) Visit(_ context.Context, at link.At) error {
	s.at = at
	if s.fault.Code == fault.Offline {
		return nil // asked for ahead, to be kept
	}
	return s.fault
}

// Seed implements house.Screen.
func (s *Lost) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (s *Lost) Plant(at link.At, _ json.RawMessage) { s.at = at }

// Head implements house.Screen.
func (s *Lost) Head() house.Head {
	title := words.LostTitle
	switch s.fault.Code {
	case fault.Offline:
		title = words.OfflineTitle
	case fault.Broken:
		title = words.BrokenTitle
	}
	return house.Head{Title: title.In(s.at.Lang), NoIndex: true}
}

// OnNav follows the address. What this program does not know may be a page
// of the desks, or one of a newer house: somebody who came by a link is
// brought there by the server.
func (s *Lost) OnNav(ctx goapp.Context) {
	s.at = link.Parse(ctx.Page().URL())
	if s.fault.Code == fault.Unknown && browser.Moved(s.at.Path) {
		browser.Load(ctx.Page().URL().RequestURI())
		return
	}
	frame.Titled(s.house, s.at, s.Head())
}

// Render implements the screen.
func (s *Lost) Render() ui.UI {
	var retry ui.UI
	if s.fault.Code == fault.Offline || s.fault.Code == fault.Broken || s.fault.Code == fault.Busy {
		retry = ui.ButtonLink(s.at.String(), words.TryAgain.In(s.at.Lang), "ulang", ui.Line, "")
	}
	return frame.Page(s.house, s.at, frame.Bar{Actions: []ui.UI{frame.SearchAction(s.at)}}, frame.Trouble(s.at, s.fault, retry))
}
