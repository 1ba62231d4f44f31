package catalogue

import (
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/shared/catalogue"
	"rumah/shared/link"
	"rumah/shared/words"
)

// What recent cases really took stands beside the promise, and nothing does
// while there are too few.
func TestWhatItReallyTakes(t *testing.T) {
	t.Parallel()
	at := link.At{Lang: words.ID}
	v := catalogue.Service{ID: "kia", Content: catalogue.Content{Promise: catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays}}}
	if page := goapp.HTMLString(body(at, v, nil)); strings.Contains(page, words.RealTitle.ID) {
		t.Error("nothing is known, and that is told")
	}
	ninety := 90
	v.Real = &catalogue.Real{Cases: 84, Days: 1, Minutes: 300, InTime: &ninety}
	page := goapp.HTMLString(body(at, v, nil))
	for _, text := range []string{"Separuh dari 84 permohonan terakhir selesai dalam 1 hari kerja. 90% tepat janji.", `href="/terbuka/kia"`} {
		if !strings.Contains(page, text) {
			t.Errorf("does not say %q", text)
		}
	}
	v.Content.Promise, v.Real.InTime = catalogue.Promise{Amount: 30, Unit: catalogue.Minutes}, nil
	if page := goapp.HTMLString(body(at, v, nil)); !strings.Contains(page, "selesai dalam 5 jam.") || strings.Contains(page, "tepat janji") {
		t.Error("minutes are told otherwise")
	}
}
