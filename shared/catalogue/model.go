// Package catalogue is what the agencies offer: services with the fourteen
// components of a service standard (Permenpan-RB 15/2014), and the apps they
// already have.
package catalogue

import (
	"slices"
	"time"

	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// Topic groups services the way a citizen looks for them.
type Topic string

// The topics, in the order they are offered.
const (
	Papers   Topic = "papers"   // KTP, KK, akta: kependudukan
	Letters  Topic = "letters"  // surat keterangan of desa and kecamatan
	Health   Topic = "health"   //
	Social   Topic = "social"   // help for those in need
	Family   Topic = "family"   // marriage, children, the old
	Work     Topic = "work"     //
	Business Topic = "business" // permits to trade and to practise
	Building Topic = "building" // houses, land, space
	School   Topic = "school"   //
	Tax      Topic = "tax"      //
	Water    Topic = "water"    // water, rubbish, environment
	Safety   Topic = "safety"   // police, fire, order
	Complain Topic = "complain" //
)

// Topics are all topics in the order they are offered.
var Topics = []Topic{Papers, Letters, Health, Social, Family, Work, Business, Building, School, Tax, Water, Safety, Complain}

// Unit is what a promise is counted in.
type Unit string

// The units of a promise.
const (
	Minutes     Unit = "minutes"
	Hours       Unit = "hours"
	WorkingDays Unit = "working_days"
	Unpromised  Unit = "none" // the agency has not said
)

// FeeKind is what a citizen pays for.
type FeeKind string

// The kinds of fees.
const (
	Free       FeeKind = "free"
	Levy       FeeKind = "levy"        // retribusi
	TaxFee     FeeKind = "tax"         // pajak daerah
	StateFee   FeeKind = "state"       // PNBP
	Tariff     FeeKind = "tariff"      // by the tariff of the hospital or company
	FeeUnknown FeeKind = "unpublished" // the agency has not said
)

// Content is what an agency writes about a service. The comments name the
// component of the service standard.
type Content struct {
	Name    string   `json:"name" check:"required,line,min=3,max=120"`
	Summary string   `json:"summary" check:"required,line,min=10,max=240"` // one sentence: for whom and what for
	Topic   Topic    `json:"topic" check:"required,oneof=papers|letters|health|social|family|work|business|building|school|tax|water|safety|complain"`
	Aliases []string `json:"aliases" check:"max=40,each.required,each.line,each.max=60"` // what people say for it

	Requirements []Requirement `json:"requirements" check:"max=40"`                                                          // 1 persyaratan
	Steps        []string      `json:"steps" check:"max=30,each.required,each.max=300"`                                      // 2 sistem, mekanisme, prosedur
	Promise      Promise       `json:"promise"`                                                                              // 3 jangka waktu
	Fee          Fee           `json:"fee"`                                                                                  // 4 biaya
	Product      string        `json:"product" check:"max=200"`                                                              // 5 produk: what one holds in the end
	ValidFor     string        `json:"valid_for" check:"max=120"`                                                            //   how long it is valid; "" when it does not end
	Complaints   string        `json:"complaints" check:"max=400"`                                                           // 6 pengaduan, saran, masukan
	Legal        []string      `json:"legal" check:"max=20,each.required,each.max=300"`                                      // 7 dasar hukum
	Facilities   string        `json:"facilities" check:"max=600"`                                                           // 8 sarana, prasarana, fasilitas
	Competence   string        `json:"competence" check:"max=600"`                                                           // 9 kompetensi pelaksana
	Oversight    string        `json:"oversight" check:"max=600"`                                                            // 10 pengawasan internal
	Staffing     string        `json:"staffing" check:"max=600"`                                                             // 11 jumlah pelaksana
	Guarantee    string        `json:"guarantee" check:"max=600"`                                                            // 12 jaminan pelayanan
	Safety       string        `json:"safety" check:"max=600"`                                                               // 13 jaminan keamanan dan keselamatan
	Evaluation   string        `json:"evaluation" check:"max=600"`                                                           // 14 evaluasi kinerja
	Places       []string      `json:"places" check:"max=60,each.slug,each.max=60"`                                          // where it is given, ids of places
	PlaceKinds   []place.Kind  `json:"place_kinds" check:"max=6,each.oneof=hospital|clinic|agency|district|village|utility"` // or at every place of these kinds
	App          string        `json:"app" check:"slug,max=60"`                                                              // the app in which it is applied for today; "" for none
	Confirmed    bool          `json:"confirmed"`                                                                            // the agency has said so itself
}

// Requirement is one thing to bring.
type Requirement struct {
	Name     string `json:"name" check:"required,line,max=160"`
	Note     string `json:"note" check:"max=240"` // when it is needed, where to get it
	Optional bool   `json:"optional"`             // only in the case that Note names
}

// Promise is how long it takes once everything is there.
type Promise struct {
	Amount int    `json:"amount" check:"min=0,max=365"`
	Unit   Unit   `json:"unit" check:"required,oneof=minutes|hours|working_days|none"`
	Note   string `json:"note" check:"max=200"`
}

// Fee is what it costs.
type Fee struct {
	Kind   FeeKind `json:"kind" check:"required,oneof=free|levy|tax|state|tariff|unpublished"`
	Amount int64   `json:"amount" check:"min=0,max=1000000000"` // whole rupiah; 0 when it depends
	Note   string  `json:"note" check:"max=240"`
}

// Query narrows what is found.
type Query struct {
	Text   string `query:"q" check:"max=80"` // everyday words, typing errors forgiven
	Topic  Topic  `query:"topic" check:"oneof=papers|letters|health|social|family|work|business|building|school|tax|water|safety|complain"`
	Agency string `query:"agency" check:"slug,max=60"`
	Apps   bool   `query:"apps"`                        // only apps
	After  string `query:"after" check:"max=200"`       // cursor: Results.Next of the page before
	Limit  int    `query:"limit" check:"min=1,max=100"` // 0 means 30
}

// HitKind tells what was found.
type HitKind string

// The kinds of hits.
const (
	HitService HitKind = "service"
	HitApp     HitKind = "app"
	HitPlace   HitKind = "place"
)

// Hit is one line of what was found.
type Hit struct {
	Kind       HitKind `json:"kind"`
	ID         string  `json:"id"`
	Name       string  `json:"name"`
	Summary    string  `json:"summary"` // of a place: where it is
	AgencyID   string  `json:"agency_id"`
	AgencyName string  `json:"agency_name"`
	Topic      Topic   `json:"topic"`   // "" for apps and places
	Promise    Promise `json:"promise"` // of a service
	Fee        Fee     `json:"fee"`     // of a service
	URL        string  `json:"url"`     // of an app
}

// Results is one page of what was found.
type Results struct {
	Items  []Hit  `json:"items"`
	Places []Hit  `json:"places"` // at most three, on the first page of a search
	Total  int    `json:"total"`  // of all pages, without Places
	Next   string `json:"next"`   // cursor; "" on the last page
	// Read is what the text was taken for when that is not what was typed:
	// "ktp hilang" for "ktp ilang"; "" when nothing was changed.
	Read string `json:"read"`
}

// Overview is the catalogue at a glance.
type Overview struct {
	Topics   []TopicCount `json:"topics"`   // in their order, those with services
	Popular  []Hit        `json:"popular"`  // at most six, what most people need
	Services int          `json:"services"` // how many there are
	Apps     []Hit        `json:"apps"`     // all apps, by name
}

// TopicCount is how many services a topic has.
type TopicCount struct {
	Topic Topic `json:"topic"`
	Count int   `json:"count"`
}

// ID names one service or app.
type ID struct {
	ID string `path:"id" check:"required,slug,max=60"`
}

// Service is one service as a citizen reads it.
type Service struct {
	ID         string                    `json:"id"`
	AgencyID   string                    `json:"agency_id"`
	AgencyName string                    `json:"agency_name"`
	Content    Content                   `json:"content"`
	Version    int                       `json:"version"`
	Since      calendar.Date             `json:"since"`  // when this version was published
	Source     place.Source              `json:"source"` // of a version from the city pack
	Where      []place.Place             `json:"where"`  // all places it is given at, by name
	Schedules  map[string]place.Schedule `json:"schedules"`
	DaysOff    []calendar.DayOff         `json:"days_off"`
	App        *App                      `json:"app"`
	Applies    bool                      `json:"applies"` // it can be applied for in the house
	Real       *Real                     `json:"real"`    // nil while too few cases would make it up
	Related    []Hit                     `json:"related"` // at most four of the same topic
	QR         string                    `json:"qr"`      // the link to this page as a code: SVG path of 1×1 modules
	QRSize     int                       `json:"qr_size"` // modules per side
	Now        time.Time                 `json:"now"`
}

// Real is what the latest cases of a service have really taken.
type Real struct {
	Cases   int  `json:"cases"`
	Days    int  `json:"days"`    // median, working days; 0 is the same day
	Minutes int  `json:"minutes"` // median, in which the office was open
	InTime  *int `json:"in_time"` // percent; nil without a promise
}

// App is an app an agency already has. Opening it leaves the house.
type App struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	Summary    string       `json:"summary"`
	AgencyID   string       `json:"agency_id"`
	AgencyName string       `json:"agency_name"`
	URL        string       `json:"url"`  // "" when it is known only by name
	Host       string       `json:"host"` // of URL, told before one leaves
	Services   []Hit        `json:"services"`
	Source     place.Source `json:"source"`
}

// DeskFilter narrows the list of a desk.
type DeskFilter struct {
	Text  string `query:"q" check:"max=80"`
	After string `query:"after" check:"max=200"`
	Limit int    `query:"limit" check:"min=1,max=100"` // 0 means 50
}

// Desk is what an agency admin may edit.
type Desk struct {
	Items    []DeskLine `json:"items"`
	Total    int        `json:"total"`
	Next     string     `json:"next"`
	Agencies []Agency   `json:"agencies"` // for which the reader may create services
}

// Agency is an agency to choose.
type Agency struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// DeskLine is one service on the desk.
type DeskLine struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	AgencyName string          `json:"agency_name"`
	State      revision.State  `json:"state"`
	Retired    bool            `json:"retired"`
	Version    int             `json:"version"` // 0 before the first
	Draft      *revision.Draft `json:"draft"`
}

// Edit is everything about one service that its desk needs.
type Edit struct {
	ID         string             `json:"id"`
	AgencyID   string             `json:"agency_id"`
	AgencyName string             `json:"agency_name"`
	State      revision.State     `json:"state"`
	Retired    bool               `json:"retired"`
	Public     Content            `json:"public"`  // zero before the first version
	Drafted    Content            `json:"drafted"` // equals Public when there is no draft
	Draft      *revision.Draft    `json:"draft"`
	History    []revision.Version `json:"history"` // newest first
	Places     []place.Place      `json:"places"`  // to choose from: of the agency and those below it
}

// VersionID names a version of a service.
type VersionID struct {
	ID     string `path:"id" check:"required,slug,max=60"`
	Number int    `path:"number" check:"min=1"`
}

// DraftID names a draft as the reader has seen it.
type DraftID struct {
	ID   string `path:"id" check:"required,slug,max=60"`
	Save int    `path:"save" check:"min=1"`
}

// NewService begins a service.
type NewService struct {
	ID      string  `json:"id" check:"required,slug,min=3,max=60"`
	Agency  string  `json:"agency" check:"required,slug,max=60"`
	Content Content `json:"content"`
}

// Reserved are names that mean something else in the addresses of services
// and of their desk.
var Reserved = []string{"apps", "baru", "desk", "topics"}

// CheckMore refuses a name that is reserved.
func (n *NewService) CheckMore() error {
	if slices.Contains(Reserved, n.ID) {
		return fault.Wrong(fault.Field{Name: "id", Key: "taken"})
	}
	return nil
}

// SaveDraft keeps a draft.
type SaveDraft struct {
	ID      string  `path:"id" json:"-" check:"required,slug,max=60"`
	Save    int     `json:"save" check:"min=0"` // of the draft that was read; 0 when there was none
	Note    string  `json:"note" check:"max=200"`
	Content Content `json:"content"`
}

// Retirement takes a service out of the catalogue.
type Retirement struct {
	ID     string `path:"id" json:"-" check:"required,slug,max=60"`
	Reason string `json:"reason" check:"required,min=5,max=200"`
}
