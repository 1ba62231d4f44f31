package catalogue

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Desk is the screen of all services an agency may write: /meja/layanan.
type Desk struct {
	goapp.Compo
	shelf
}

// DeskPath is its address.
const DeskPath = "/meja/layanan"

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{shelf: draft.NewShelf(h, draft.ShelfWays{
		Path: DeskPath, Title: words.EditServices, Sub: words.EditServicesSu, Find: words.FindService, More: words.MoreHits, Count: TopicCount,
		Ask: func(ctx context.Context, text, after string) (draft.Listing, error) {
			desk, err := h.Catalogue.Desk(ctx, catalogue.DeskFilter{Text: text, After: after})
			return listing(desk), err
		},
		Add: func(at link.At, l draft.Listing) ui.UI {
			if l.Agencies == 0 {
				return nil
			}
			return ui.ButtonLink(at.To(NewPath), words.NewService.In(at.Lang), "tambah", ui.Line, "btn-s")
		},
	})}
}

func listing(desk catalogue.Desk) draft.Listing {
	l := draft.Listing{Total: desk.Total, Next: desk.Next, Agencies: len(desk.Agencies)}
	for _, line := range desk.Items {
		l.Items = append(l.Items, draft.Item{ID: line.ID, Icon: "layanan", Name: line.Name, Agency: line.AgencyName,
			State: line.State, Retired: line.Retired, Version: line.Version, Draft: line.Draft})
	}
	return l
}

// Render implements the screen.
func (s *Desk) Render() ui.UI { return s.Screen() }
