package queue

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

func TestSharedWords(t *testing.T) {
	t.Parallel()
	for want, names := range map[string][]string{
		"Puskesmas ":        {"Puskesmas Taman", "Puskesmas Tarik", "Puskesmas Tarik 2"},
		"Kantor Kecamatan ": {"Kantor Kecamatan Taman", "Kantor Kecamatan Tarik", "Kantor Kecamatan Waru"},
		"":                  {"Dinas Sosial", "Dinas Perhubungan", "Perumda Air"},
	} {
		var doors []Door
		for _, n := range names {
			doors = append(doors, Door{Name: n})
		}
		if got := sharedWords(doors); got != want {
			t.Errorf("%v share %q", names, got)
		}
	}
	// The whole name of a place is never taken away, and two may be chance.
	for _, names := range [][]string{{"Pasar", "Pasar Baru", "Pasar Lama"}, {"RSUD Barat", "RSUD Timur"}} {
		var doors []Door
		for _, n := range names {
			doors = append(doors, Door{Name: n})
		}
		if got := sharedWords(doors); got != "" {
			t.Errorf("%v share %q", names, got)
		}
	}
}

func TestLikelyFirst(t *testing.T) {
	t.Parallel()
	got := likelyFirst([]string{"a", "b", "c", "d"}, []string{"d", "x", "b", "d"}, func(s string) string { return s })
	if !slices.Equal(got, []string{"d", "b", "a", "c"}) {
		t.Error(got)
	}
}

func TestPlaceRowSaysWhoWaits(t *testing.T) {
	t.Parallel()
	at, now := link.At{Lang: words.ID}, time.Date(2026, 11, 23, 6, 30, 0, 0, time.UTC)
	for want, p := range map[string]queue.PlaceLine{
		"Tutup hari ini · Kec. Taman":           {},
		"Buka 07.30 · Kec. Taman":               {Today: 2, Opens: 450},
		"Tidak ada yang menunggu · Kec. Taman":  {Today: 2, Now: 1, Opens: 450},
		"Kec. Taman":                            {Today: 2, Now: 1, Waiting: 3},
		"Tidak ada yang menunggu · Kec. Taman ": {Today: 1, Opens: 300}, // it should be open by now
	} {
		p.District, p.Kind = "Taman", place.Clinic
		if got := PlaceRow(at, p, "", now); got.Sub != strings.TrimSpace(want) || (got.Tag != nil) != (p.Waiting > 0) {
			t.Errorf("%q, want %q", got.Sub, want)
		}
	}
}
