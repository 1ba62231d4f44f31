//go:build js

// Command wasm is the program on the phone. It links no HTTP client or
// server: every megabyte here is paid by every citizen.
package main

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app"
	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/catalogue"
	"rumah/shared/document"
	"rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/insight"
	"rumah/shared/live"
	"rumah/shared/paper"
	"rumah/shared/partner"
	"rumah/shared/permit"
	"rumah/shared/place"
	"rumah/shared/queue"
)

func main() {
	boot, ok := browser.Boot()
	if !ok {
		return // the page is not ours to take over
	}
	app.Mount(&house.House{
		City:      boot.City,
		Version:   boot.Version,
		Places:    place.Client{Caller: browser.Caller{}},
		Catalogue: catalogue.Client{Caller: browser.Caller{}},
		Identity:  identity.Client{Caller: browser.Caller{}},
		Queue:     queue.Client{Caller: browser.Caller{}},
		Live:      live.Client{Caller: browser.Caller{}},
		Partner:   partner.Client{Caller: browser.Caller{}},
		Inbox:     inbox.Client{Caller: browser.Caller{}},
		Permit:    permit.Client{Caller: browser.Caller{}},
		Papers:    paper.Client{Caller: browser.Caller{}},
		Insight:   insight.Client{Caller: browser.Caller{}},
		Documents: document.Client{Caller: browser.Caller{}},
		Calls:     browser.Caller{},
		Viewer:    boot.Viewer,
		Now:       time.Now,
	}, boot)
	restore := browser.KeepTyping()
	restore()
	goapp.RunWhenOnBrowser()
}
