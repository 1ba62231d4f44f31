package catalogue

import (
	"rumah/server/api"
	"rumah/server/database"
)

// cursor is the last line of a page.
type cursor struct {
	Rank int    `json:"r"`
	Name []byte `json:"n" bun:"type:bytea"` // its first api.NameBytes
	App  bool   `json:"a,omitempty"`
	ID   string `json:"i"` // "" before the first line
}

func parseCursor(s string) (cursor, error) {
	c := cursor{Name: []byte{}}
	if s == "" {
		return c, nil
	}
	if err := api.ReadCursor(s, &c); err != nil {
		return cursor{}, err
	}
	if c.ID == "" || c.Rank < 0 || c.Rank > rankOne*2 || len(c.Name) > api.NameBytes || !database.Storable(c.ID) {
		return cursor{}, api.BadCursor()
	}
	return c, nil
}
