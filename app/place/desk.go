package place

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/place"
	"rumah/shared/words"
)

// Desk is the screen of all places an agency may write: /meja/tempat.
type Desk struct {
	goapp.Compo
	shelf
}

// DeskPath is its address.
const DeskPath = "/meja/tempat"

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{shelf: draft.NewShelf(h, draft.ShelfWays{
		Path: DeskPath, Title: words.EditPlaces, Sub: words.EditPlacesSu, Find: words.FindPlace, More: words.MorePlaces, Count: found,
		Ask: func(ctx context.Context, text, after string) (draft.Listing, error) {
			desk, err := h.Places.Desk(ctx, place.DeskFilter{Text: text, After: after})
			return listing(desk), err
		},
	})}
}

func listing(desk place.Desk) draft.Listing {
	l := draft.Listing{Total: desk.Total, Next: desk.Next}
	for _, line := range desk.Items {
		l.Items = append(l.Items, draft.Item{ID: line.ID, Icon: KindIcon(line.Kind), Name: line.Name, Agency: line.AgencyName,
			State: line.State, Draft: line.Draft, Notes: line.Notes})
	}
	return l
}

// Render implements the screen.
func (s *Desk) Render() ui.UI { return s.Screen() }
