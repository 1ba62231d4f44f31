package place

import (
	"encoding/base64"
	"encoding/json"

	"rumah/shared/fault"
)

// nameBytes is how much of a name a cursor carries and statements sort by:
// enough to tell names apart, and short enough for an address.
const nameBytes = 36

// cursor is the last place of a page. The order it stands in is total, so
// the next page begins right after it even among equals, and even when
// places came or went in between.
type cursor struct {
	Rank   int    `json:"r"`
	KindAt int    `json:"k"`
	Name   []byte `json:"n" bun:"type:bytea"` // its first nameBytes
	ID     string `json:"i"`                  // "" before the first place
}

// String is the cursor as it travels.
func (c cursor) String() string {
	data, err := json.Marshal(c)
	if err != nil {
		panic(err) // a struct of texts and numbers
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

func parseCursor(s string) (cursor, error) {
	c := cursor{Name: []byte{}}
	if s == "" {
		return c, nil
	}
	data, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil || c.ID == "" || c.Rank < 0 || c.Rank > rankOne*2 || c.KindAt < 0 || c.KindAt > 1<<15 || len(c.Name) > nameBytes || !storable(c.ID) {
		return cursor{}, fault.Wrong(fault.Field{Name: "after", Key: "cursor"})
	}
	return c, nil
}

// begin is the part of a name a cursor carries.
func begin(name string) []byte { return []byte(name)[:min(len(name), nameBytes)] }
