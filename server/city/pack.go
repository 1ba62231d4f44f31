package city

import (
	"io/fs"
	"slices"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/city"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/place"
	"rumah/shared/queue"
)

// Pack is one regency as data.
type Pack struct {
	Info      city.Info
	Bounds    Bounds
	Sources   []Source
	Areas     []Area // by code, so districts before their villages
	Agencies  []Agency
	Schedules []Schedule
	Places    []Place
	DaysOff   []DayOff // by date
	Apps      []App
	Services  []Service
	Synonyms  []Synonym
	Clinics   []Clinic
	Queues    []Queue
	Permits   []Permit
	Accounts  []Account
	Crest     []byte // PNG, of the regency, for letters; nil for none

	// Hash changes whenever a file of the pack does.
	Hash string
}

// Bounds is the rectangle around the regency, in degrees (WGS84).
type Bounds struct{ West, South, East, North float64 }

// Holds reports whether a point lies inside.
func (b Bounds) Holds(lon, lat float64) bool {
	return b.West <= lon && lon <= b.East && b.South <= lat && lat <= b.North
}

// Source is where facts come from.
type Source struct {
	ID, Title, Licence string
	Date               calendar.Date // the day it speaks for
	URL, Note          string        // may be ""
}

// The kinds of areas.
const (
	District  = "district" // kecamatan
	Kelurahan = "kelurahan"
	Desa      = "desa"
)

// Area is a kecamatan, a desa or a kelurahan.
type Area struct {
	Code, Name, Kind string
	Parent           string // code of the district; "" for a district
	Postal           string // "" when not known for sure
	OldName          string // spelling people still use; "" for none
	Removed          bool   // no longer exists; kept because people hold documents from there
	Lon, Lat         float64
	Outline          Outline
	OutlineSource    string
	Sources          []string
}

// Agency is an office of the regency.
type Agency struct {
	ID, Code, Short, Name, Kind string
	Parent                      string // id of the agency above; "" for none
	Sources                     []string
}

// Schedule is when a kind of office is open.
type Schedule struct {
	place.Schedule
	Sources []string
}

// Place is a service point.
type Place struct {
	ID, Name  string
	Kind      place.Kind
	Agency    string
	Address   string
	Area      string // "" when not even the district is known
	Phone     string
	Lon, Lat  float64 // of the building, or a point in the middle of its area; 0 when nowhere
	Precision place.Precision
	Schedule  string
	Aliases   []string // what people type for it
	Sources   []string
}

// DayOff is a holiday or a day of joint leave.
type DayOff struct {
	calendar.DayOff
	Sources []string
}

// App is an app an agency already has.
type App struct {
	ID, Name, Agency, Summary string
	URL                       string // "" when it is known only by name
	Aliases                   []string
	Sources                   []string
}

// Service is one service of an agency with its fourteen components.
type Service struct {
	ID, Agency string
	Content    catalogue.Content
	Popular    int      // 1 for what most people need, then 2, 3; 0 for the others
	Sources    []string // of the service, then of its parts
}

// Synonym is a word or phrase people say and the words the catalogue has for
// it; Means is "" for what says nothing ("mau", "bikin").
type Synonym struct {
	Said, Means string
	Lang        string // id (everyday speech), jv or en
}

// Clinic is a BPJS poli code.
type Clinic struct {
	Code, Name string
	Sources    []string
}

// Queue is a line of people at a place, with its week and counters.
type Queue struct {
	ID, Place string
	Content   queue.Content
	Sources   []string // of the queue, then of its openings and counters
}

// Permit is how a service is applied for: its form, and its way through an
// office.
type Permit struct {
	Service    string
	Definition permit.Definition
	Form       form.Schema
	Sources    []string
}

// Account is somebody made up, for trying the house out: a citizen with a
// phone number, or a member of staff with an email address and a role.
type Account struct {
	Name, Phone, Email string
	Role               access.Role // citizen or a staff role
	Agency, Place      string      // where a staff role holds; "" for everywhere
}

// Load reads a pack. Its error is Problems when the pack is at fault.
func Load(fsys fs.FS) (*Pack, error) {
	pack, problems := read(fsys)
	if len(problems) > 0 {
		return nil, problems
	}
	return pack, nil
}

// Check reads a pack for its problems only.
func Check(fsys fs.FS) []Problem {
	_, problems := read(fsys)
	return problems
}

func read(fsys fs.FS) (*Pack, Problems) {
	r := newReader(fsys)
	// What is referred to is read before what refers to it.
	r.sources()
	r.info()
	r.areas()
	r.outlines()
	r.agencies()
	r.schedules()
	r.hours()
	r.places()
	r.holidays()
	r.apps()
	r.services()
	r.synonyms()
	r.clinics()
	r.queues()
	r.sessions()
	r.counters()
	r.wholeQueues()
	r.permits()
	r.crest()
	r.accounts()
	r.searches()
	r.pack.Hash = r.sum()
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		if a.File != b.File {
			return slices.Index(files, a.File) - slices.Index(files, b.File)
		}
		return a.Line - b.Line
	})
	return &r.pack, r.problems
}
