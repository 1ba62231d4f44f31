// Package house is what every screen is given: the city it speaks for and
// the services behind it. The server hands in its own services when it
// prerenders, the phone hands in the generated clients.
package house

import (
	"context"
	"encoding/json"
	"time"

	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/document"
	"rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/insight"
	"rumah/shared/link"
	"rumah/shared/live"
	"rumah/shared/paper"
	"rumah/shared/partner"
	"rumah/shared/permit"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// House is shared by all screens and never changes after the start. On the
// phone somebody who signs in or out loads the app anew.
type House struct {
	City      city.Info
	Version   string // of the build, told to people who ask for help
	Places    place.API
	Catalogue catalogue.API
	Identity  identity.API
	Queue     queue.API
	Live      live.API
	Partner   partner.API
	Inbox     inbox.API
	Permit    permit.API
	Papers    paper.API
	Insight   insight.API
	Documents document.API
	Viewer    identity.Viewer // who looks; the server sets it for each page

	// Calls reaches contracts that only desks know: what stands above, the
	// phone of every citizen carries. Nil on the server, where desks load
	// nothing.
	Calls api.Caller

	// Now is the clock; screens never ask the system for the time.
	Now func() time.Time
}

// Clock is the time on the regency's clock.
func (h *House) Clock() time.Time { return h.Now().In(h.City.Location()) }

// Boot is what a prerendered page carries for the program that takes it
// over: who the city is, where the pictures are, and the data of this page.
type Boot struct {
	City    city.Info       `json:"city"`
	Assets  ui.Assets       `json:"assets"`
	Version string          `json:"version"`
	At      string          `json:"at"` // the address Seed belongs to
	Seed    json.RawMessage `json:"seed,omitempty"`
	Display Display         `json:"display"`
	Viewer  identity.Viewer `json:"viewer"`
	Posted  json.RawMessage `json:"posted,omitempty"`
}

// Head is what a page tells about itself outside its body.
type Head struct {
	Title       string // without the app's name
	Description string
	NoIndex     bool
	Now         bool // the page is nothing without the program, which starts at once
	Fresh       bool // the page says how something is at this moment: the worker keeps no copy for later
	Refresh     int  // seconds after which the page loads again where scripts are off; 0 for never. With scripts the program starts at once
}

// Screen is one page of the app.
type Screen interface {
	ui.Screen
	// Visit fixes the address and loads what the first paint needs. The
	// server calls it; its error decides the status of the page.
	Visit(ctx context.Context, at link.At) error
	// Seed is what Visit loaded, as the page carries it; nil for none.
	Seed() (json.RawMessage, error)
	// Plant takes over what a page carried, so that the first render on the
	// phone equals what is already on its screen.
	Plant(at link.At, seed json.RawMessage)
	// Head describes the page; after Visit or Plant.
	Head() Head
}
