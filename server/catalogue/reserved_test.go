package catalogue_test

import (
	"testing"

	"rumah/server/dbtest"
	"rumah/shared/catalogue"
	"rumah/shared/fault"
)

// A name that could never be read is refused where it is typed.
func TestReservedNames(t *testing.T) {
	t.Parallel()
	db := dbtest.Tx(t)
	w := made(t)
	load(t, db, w.pack)
	s := open(db)
	for _, id := range []string{"apps", "baru", "desk", "topics"} {
		_, err := s.Create(as("Ani", w.above), catalogue.NewService{ID: id, Agency: w.above, Content: content("Layanan lain")})
		if f := fault.From(err); f == nil || f.Code != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name != "id" || f.Fields[0].Key != "taken" {
			t.Errorf("%s: %v", id, err)
		}
	}
}
