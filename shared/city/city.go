// Package city says which city the house speaks for. All of it comes from a
// city pack; nothing here knows a city by name.
package city

import "time"

// Info is what both programs need to know of the city at once.
type Info struct {
	ID          string `json:"id"`           // folder of the pack
	App         string `json:"app"`          // name of the app
	Short       string `json:"short"`        // name under the icon, at most 12 letters
	Region      string `json:"region"`       // official name
	RegionShort string `json:"region_short"` // as people say it
	Province    string `json:"province"`
	Code        string `json:"code"`      // Kemendagri code of the regency, "35.15"
	Zone        string `json:"zone"`      // "WIB"
	Offset      int    `json:"offset"`    // minutes east of UTC; Indonesia has no summer time
	Emergency   string `json:"emergency"` // number for danger to life
	Lang        string `json:"lang"`      // first language of the app
	Website     string `json:"website"`   // of the regency; "" when none is known
}

// Location is the regency's clock. It is fixed, so the phone needs no time
// zone database.
func (i Info) Location() *time.Location { return time.FixedZone(i.Zone, i.Offset*60) }
