// Package permitform is the desk on which an agency writes how its services
// are applied for: the questions, the way through the office, time and fee.
package permitform

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/catalogue"
	"rumah/app/draft"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// shelf is embedded under a name of this package; see draft.Shelf.
type shelf = draft.Shelf

// Desk is the screen of all services whose forms an agency writes:
// /meja/formulir.
type Desk struct {
	goapp.Compo
	shelf
}

// DeskPath is its address.
const DeskPath = "/meja/formulir"

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{shelf: draft.NewShelf(h, draft.ShelfWays{
		Path: DeskPath, Title: words.FormsTitle, Sub: words.FormsSub, Find: words.FindService, More: words.MoreHits, Count: catalogue.TopicCount,
		Ask: func(ctx context.Context, text, after string) (draft.Listing, error) {
			desk, err := forms(h).Desk(ctx, permitform.DeskFilter{Text: text, After: after})
			return listing(desk), err
		},
	})}
}

// forms is the contract of this desk.
func forms(h *house.House) permitform.API { return permitform.Client{Caller: h.Calls} }

func listing(desk permitform.Desk) draft.Listing {
	l := draft.Listing{Total: desk.Total, Next: desk.Next}
	for _, line := range desk.Items {
		l.Items = append(l.Items, draft.Item{ID: line.Service, Icon: "berkas", Name: line.Name, Agency: line.Agency,
			State: line.State, Retired: line.Closed, Version: line.Version, Draft: line.Draft})
	}
	return l
}

// Render implements the screen.
func (s *Desk) Render() ui.UI { return s.Screen() }
