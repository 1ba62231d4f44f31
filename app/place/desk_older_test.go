package place

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/house"
	"rumah/shared/city"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// Each version can be read as citizens saw it, beside what is written now.
func TestOlderVersionIsRead(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	public := place.Content{Name: "Kantor Sekarang", Aliases: []string{}, Week: []place.Span{}}
	seed, err := json.Marshal(place.Edit{ID: "kantor", Kind: place.Agency, AgencyName: "Dinas", State: revision.Published, Public: public, Drafted: public,
		History: []revision.Version{{Number: 2, Author: "Ani", Publisher: "Budi", PublishedAt: now}, {Number: 1, PublishedAt: now}}, Notes: []place.Note{}})
	if err != nil {
		t.Fatal(err)
	}
	s := NewEditor(&house.House{City: city.Info{Zone: "WIB", Offset: 420}, Now: func() time.Time { return now }}).(*Editor)
	s.Plant(link.Parse(&url.URL{Path: "/meja/tempat/kantor"}), seed)
	s.edit.Pane = draft.History
	if page := goapp.HTMLString(s.Render()); strings.Count(page, "Baca versi") < 2 {
		t.Error("not every version can be read")
	}
	s.edit.Read(1, place.Content{Name: "Kantor Lama"})
	if page := goapp.HTMLString(s.Render()); !strings.Contains(page, "Kantor Lama") || !strings.Contains(page, "Kantor Sekarang") {
		t.Error("an older version is not shown, or hides which place it is of")
	}
}
