package queue

import (
	"time"

	"rumah/shared/place"
)

// PlacesOf asks for the places with queues.
type PlacesOf struct {
	Place string `query:"place" check:"slug,max=60"` // only this one; "" for all
}

// Places are the places that have queues.
type Places struct {
	Items []PlaceLine `json:"items"`
	Now   time.Time   `json:"now"`
}

// PlaceLine is a place with queues in a list.
type PlaceLine struct {
	Place    PlaceRef     `json:"place"`
	Kind     place.Kind   `json:"kind"`
	Area     string       `json:"area"`     // name of the village; "" when only the district is known
	District string       `json:"district"` // its name
	Queues   int          `json:"queues"`   //
	Today    int          `json:"today"`    // queues that are open today or will be
	Now      int          `json:"now"`      // of them open at this moment
	Opens    place.Minute `json:"opens"`    // when the next of them opens; 0 for none that is still to open
	Waiting  int          `json:"waiting"`  // people in all of them
}
