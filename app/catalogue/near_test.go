package catalogue

import (
	"testing"

	"rumah/shared/place"
	"rumah/shared/words"
)

func TestNearestComeFirstAndTheUnplacedLast(t *testing.T) {
	t.Parallel()
	here := point{lat: -7.45, lon: 112.70}
	places := []place.Place{
		{ID: "nowhere", Precision: place.Nowhere},
		{ID: "far", Lat: -7.30, Lon: 112.70, Precision: place.Exact},
		{ID: "near", Lat: -7.451, Lon: 112.701, Precision: place.Exact},
	}
	sorted := nearest(here, places)
	if got := sorted[0].ID + " " + sorted[1].ID + " " + sorted[2].ID; got != "near far nowhere" {
		t.Errorf("got %s", got)
	}
	if places[0].ID != "nowhere" {
		t.Error("the list that was given is changed")
	}
}

func TestAwayIsNoFinerThanThePin(t *testing.T) {
	t.Parallel()
	here := point{lat: -7.45, lon: 112.70}
	for want, p := range map[string]place.Place{
		"150 m":             {Lat: -7.4514, Lon: 112.70, Precision: place.Exact},
		"50 m":              {Lat: -7.45, Lon: 112.70, Precision: place.Exact},
		"11,1 km":           {Lat: -7.55, Lon: 112.70, Precision: place.Exact},
		"kira-kira 11,1 km": {Lat: -7.55, Lon: 112.70, Precision: place.InVillage},
		"":                  {Precision: place.Nowhere},
	} {
		if got := away(words.ID, here, p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
