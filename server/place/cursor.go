package place

import (
	"rumah/server/api"
	"rumah/server/database"
)

// cursor is the last place of a page.
type cursor struct {
	Rank   int    `json:"r"`
	KindAt int    `json:"k"`
	Name   []byte `json:"n" bun:"type:bytea"` // its first api.NameBytes
	ID     string `json:"i"`                  // "" before the first place
}

func parseCursor(s string) (cursor, error) {
	c := cursor{Name: []byte{}}
	if s == "" {
		return c, nil
	}
	if err := api.ReadCursor(s, &c); err != nil {
		return cursor{}, err
	}
	if c.ID == "" || c.Rank < 0 || c.Rank > rankOne*2 || c.KindAt < 0 || c.KindAt > 1<<15 || len(c.Name) > api.NameBytes || !database.Storable(c.ID) {
		return cursor{}, api.BadCursor()
	}
	return c, nil
}
