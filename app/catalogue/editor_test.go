package catalogue

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/house"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// The desk shows a draft as the citizen's page will, and names the parts
// that would change.
func TestEditorPanes(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)
	public := catalogue.Content{Name: "KTP hilang", Summary: "Cetak ulang KTP yang hilang.", Topic: catalogue.Papers,
		Promise: catalogue.Promise{Amount: 1, Unit: catalogue.WorkingDays}, Fee: catalogue.Fee{Kind: catalogue.Free}, Places: []string{"b", "a"}}
	changed := public
	changed.Fee = catalogue.Fee{Kind: catalogue.Levy, Amount: 5000}
	changed.Requirements = []catalogue.Requirement{{Name: "Kartu Keluarga"}}
	changed.Places = []string{"a", "b"} // ticked in another order: no change
	seed, err := json.Marshal(catalogue.Edit{ID: "ktp", AgencyName: "Dinas", State: revision.Drafted, Public: public, Drafted: changed,
		Draft: &revision.Draft{Save: 1, Author: "Rina", At: now}, History: []revision.Version{{Number: 1, PublishedAt: now}},
		Places: []place.Place{{ID: "a", Name: "Kantor A"}, {ID: "b", Name: "Kantor B"}, {ID: "c", Name: "Kantor C"}}})
	if err != nil {
		t.Fatal(err)
	}
	s := NewEditor(&house.House{City: city.Info{Zone: "WIB", Offset: 420}, Now: func() time.Time { return now }}).(*Editor)
	s.Plant(link.Parse(&url.URL{Path: "/meja/layanan/ktp"}), seed)
	for pane, want := range map[string][]string{
		draft.Write:   {"Nama layanan", "Draf Rina, baru saja"},
		draft.Preview: {"Rp5.000", "Selesai 1 hari kerja setelah berkas lengkap.", "Kartu Keluarga", "Kantor A", "Bisa di 2 tempat."},
		draft.Changes: {"Berubah: Syarat, Biaya", "Gratis", "Rp5.000"},
		draft.History: {"Versi 1", "Dari data awal"},
	} {
		s.edit.Pane = pane
		page := goapp.HTMLString(s.Render())
		for _, text := range want {
			if !strings.Contains(page, text) {
				t.Errorf("%s does not say %q", pane, text)
			}
		}
	}
	s.edit.Replace(public)
	if s.edit.Pane != draft.Write || s.edit.Content.Fee.Kind != catalogue.Free {
		t.Error("an older version was not put into the draft")
	}
}
