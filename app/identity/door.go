package identity

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/shared/link"
	"rumah/shared/words"
)

// door is a screen through which somebody comes in: it loads nothing, all it
// knows is typed into it.
type door struct {
	house *house.House
	at    link.At
	title words.T
	keys  keys
}

// Visit implements house.Screen.
func (d *door) Visit(_ context.Context, at link.At) error {
	d.at = at
	return nil
}

// Seed implements house.Screen.
func (d *door) Seed() (json.RawMessage, error) { return nil, nil }

// Plant implements house.Screen.
func (d *door) Plant(at link.At, _ json.RawMessage) { d.at = at }

// Head implements house.Screen.
func (d *door) Head() house.Head {
	return house.Head{Title: d.title.In(d.at.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (d *door) Titled(goapp.Context) { frame.Titled(d.house, d.at, d.Head()) }

// OnNav follows the address.
func (d *door) OnNav(ctx goapp.Context) { arrive(ctx, d, &d.at) }
