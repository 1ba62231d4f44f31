package permit

import (
	"time"

	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/form"
	"rumah/shared/proof"
)

// MostDrafts is how many applications somebody may have begun and not sent.
const MostDrafts = 20

// ID names one application.
type ID struct {
	ID string `path:"id" check:"required,max=60"`
}

// ServiceID names a service.
type ServiceID struct {
	Service string `path:"service" check:"required,slug,max=60"`
}

// Named is something with its name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Way is how a service goes through an office, as everybody may know it.
type Way struct {
	Steps    []Step            `json:"steps"`
	Promise  catalogue.Promise `json:"promise"`
	Complete bool              `json:"complete"` // the promise counts from complete documents
	Fee      Fee               `json:"fee"`
	Appeal   form.Text         `json:"appeal"` // what somebody who is refused can do
}

// WayOf is the way of a definition.
func WayOf(d *Definition) Way {
	return Way{Steps: append([]Step{}, d.Steps...), Promise: d.Promise, Complete: d.Complete, Fee: d.Fee, Appeal: d.Appeal}
}

// Offer is how a service is applied for.
type Offer struct {
	Service Named       `json:"service"`
	Version int         `json:"version"` // of form and way; an application keeps the one it began with
	Form    form.Schema `json:"form"`
	Way     Way         `json:"way"`
	Places  []Named     `json:"places"` // where it can be applied for; with one nothing is asked
	Now     time.Time   `json:"now"`
}

// Start begins an application.
type Start struct {
	Service string `json:"service" check:"required,slug,max=60"`
	Place   string `json:"place" check:"slug,max=60"` // "" where there is only one
	Member  string `json:"member" check:"max=60"`     // of the family; "" for the reader
}

// Save keeps unfinished answers.
type Save struct {
	ID      string       `path:"id" json:"-" check:"required,max=60"`
	Save    int          `json:"save" check:"min=1"` // of the answers that were read
	Answers form.Answers `json:"answers" check:"max=200"`
}

// Saved is what was kept.
type Saved struct {
	Save int       `json:"save"`
	At   time.Time `json:"at"`
}

// Send sends answers, or corrections of them.
type Send struct {
	ID      string       `path:"id" json:"-" check:"required,max=60"`
	Answers form.Answers `json:"answers" check:"max=200"`
}

// MineOf pages through what is over.
type MineOf struct {
	After string `query:"after" check:"max=200"`
}

// Mine are somebody's applications.
type Mine struct {
	Live []Line    `json:"live"` // begun, sent and not over; who pages on has them
	Past []Line    `json:"past"` // the latest first
	Next string    `json:"next"` // cursor; "" on the last page
	Now  time.Time `json:"now"`
}

// Line is an application in a list.
type Line struct {
	ID      string    `json:"id"`
	Service Named     `json:"service"`
	Place   Named     `json:"place"`
	Holder  string    `json:"holder"` // whom it is for
	Stage   Stage     `json:"stage"`
	Step    string    `json:"step"`
	Called  form.Text `json:"called"` // the step as the office calls it; empty for the usual name
	Since   time.Time `json:"since"`  // of the stage
	Sent    time.Time `json:"sent"`   // zero: not yet
	Due     time.Time `json:"due"`    // by when the office must be done; zero while others must act or nothing is promised
	Until   time.Time `json:"until"`  // by when the applicant must act, for a draft until when it is kept; zero for nothing to do
	Half    time.Time `json:"half"`   // when half of the promised time is used, and four fifths: for officers; zero while nothing is due
	Hot     time.Time `json:"hot"`    //
	Officer Named     `json:"officer"`
	Seen    int64     `json:"seen"` // version, to act on it from a list
}

// Application is an application as its owner sees it.
type Application struct {
	Line
	Agency   Named         `json:"agency"`
	Member   string        `json:"member"` // "" for oneself, or for one who left the family
	Tracking string        `json:"tracking"`
	QR       string        `json:"qr"`       // a link as a code, as ui.QR draws it: to this page while it is not sent, then to how far it is
	QRSize   int           `json:"qr_size"`  // modules per side
	Pay      string        `json:"pay"`      // the QRIS code of the bill, drawn the same way; "" for none
	PaySize  int           `json:"pay_size"` //
	Form     form.Schema   `json:"form"`
	Day      calendar.Date `json:"day"` // on which the form is filled in
	Answers  form.Answers  `json:"answers"`
	Save     int           `json:"save"`
	Way      Way           `json:"way"`
	Version  int64         `json:"v"`
	Head     Head          `json:"head"` // as the applicant may know it
	Events   []Happened    `json:"events"`
	May      []Action      `json:"may"`    // what the applicant can do now
	Erased   time.Time     `json:"erased"` // when answers and files were; zero before
	Now      time.Time     `json:"now"`
}

// Happened is something that happened to an application.
type Happened struct {
	Version int64       `json:"v"`
	At      time.Time   `json:"at"`
	Action  Action      `json:"action"`
	From    string      `json:"from"` // id of a step, or a stage
	To      string      `json:"to"`   //
	By      string      `json:"by"`   // name, for officers; "" for the house, and for applicants to read
	Role    access.Role `json:"role"`
	Whom    string      `json:"whom"` // name of who has it from then on, of a take and a hand-over; for officers
	Note    string      `json:"note"`
	Marks   []Mark      `json:"marks"` // what was to be corrected, of a return
}

// Code is a tracking code as people write it.
type Code struct {
	Code string `path:"code" check:"required,max=40"`
}

// Tracked is how far an application is.
type Tracked struct {
	Service Named         `json:"service"`
	Agency  Named         `json:"agency"`
	Stage   Stage         `json:"stage"`
	Step    string        `json:"step"`
	Way     Way           `json:"way"`
	Since   time.Time     `json:"since"`
	Sent    calendar.Date `json:"sent"`
	Due     time.Time     `json:"due"`
	Until   time.Time     `json:"until"`
	Now     time.Time     `json:"now"`
}

// DeskFilter narrows a desk.
type DeskFilter struct {
	Stage   Stage  `query:"stage" check:"oneof=submitted|documents|technical|recommendation|assessment|payment|initials|signature|issuing|pickup|returned|issued|collected|refused|cancelled|expired|revoked|replaced"`
	Service string `query:"service" check:"slug,max=60"`
	Place   string `query:"place" check:"slug,max=60"`
	Mine    bool   `query:"mine"`                   // the reader has it
	Officer string `query:"officer" check:"max=60"` // id of who has it
	Free    bool   `query:"free"`                   // nobody has it, and the reader could take it or give it to somebody
	Late    bool   `query:"late"`                   // the promise is broken
	Over    bool   `query:"over"`                   // what is over, instead of what is not
	Text    string `query:"q" check:"max=80"`       // the number, or a part of the name
	After   string `query:"after" check:"max=200"`
	Limit   int    `query:"limit" check:"min=1,max=100"` // 0 means 50
}

// Desk is a page of applications.
type Desk struct {
	Items []Line    `json:"items"`
	Next  string    `json:"next"`
	Now   time.Time `json:"now"`
}

// MostAssigned is how many applications are given to somebody at once.
const MostAssigned = 100

// Assign gives applications to somebody.
type Assign struct {
	Items []Pick `json:"items" check:"required,max=100"`
	To    string `json:"to" check:"required,max=60"` // id of who has them from then on
}

// Pick is one of them, as it was looked at.
type Pick struct {
	ID   string `json:"id" check:"required,max=60"`
	Seen int64  `json:"seen" check:"min=1"`
}

// Assigned is what came of it, in the order in which it was asked.
type Assigned struct {
	Items []Outcome `json:"items"`
}

// Outcome is what came of one.
type Outcome struct {
	ID  string `json:"id"`
	Key string `json:"key"` // why not, as faults say it; "" when it was done
}

// CandidatesOf names applications that are to be given to somebody.
type CandidatesOf struct {
	Items []Pick `json:"items" check:"required,max=100"`
}

// Candidates are who could be given some applications.
type Candidates struct {
	Items []Candidate `json:"items"`
}

// Candidate is a colleague with how much they have.
type Candidate struct {
	Named
	Has   int           `json:"has"`   // applications that are not over
	Away  calendar.Date `json:"away"`  // the last day of an absence; "" for who is here
	Takes string        `json:"takes"` // name of who stands in meanwhile
}

// MostCounted is where counting ends: there are as many or more.
const MostCounted = 1000

// Overview is what there is on a desk, none of it over.
type Overview struct {
	Mine     int     `json:"mine"`
	Free     int     `json:"free"`
	Late     int     `json:"late"`
	Returned int     `json:"returned"`
	All      int     `json:"all"`
	Services []Named `json:"services"` // of which there are applications, also such that are over
	Places   []Named `json:"places"`   // the same: where those applications were made
	Loads    []Load  `json:"loads"`    // for admins: who has far too much
}

// When one person has far too much: so many of what is late or waits long,
// and so much of all of it in the agency, in percent.
const (
	LoadLeast = 10
	LoadShare = 40
	LoadDays  = 5 // without a target, something waits long after so many days at one step
)

// Load is somebody who has far more of what is late or waits long than their
// colleagues.
type Load struct {
	Officer Named `json:"officer"`
	Agency  Named `json:"agency"`
	Has     int   `json:"has"`
	Of      int   `json:"of"` // in the agency, with what nobody has
}

// File is an application as its officers see it.
type File struct {
	Line
	Agency     Named         `json:"agency"`
	Form       form.Schema   `json:"form"`
	Day        calendar.Date `json:"day"`
	Answers    form.Answers  `json:"answers"`  // with numbers of people masked: show them by form.Kept
	Estimate   int64         `json:"estimate"` // what the formula of the fee says, whole rupiah; 0 without one
	Way        Way           `json:"way"`
	Version    int64         `json:"v"`
	Head       Head          `json:"head"`
	Events     []Happened    `json:"events"`
	May        []Transition  `json:"may"`        // what the reader can do now
	Share      float64       `json:"share"`      // of the promised time that is used
	Announced  bool          `json:"announced"`  // the holidays up to Due are known
	Colleagues []Candidate   `json:"colleagues"` // to whom it can be given
	Names      []Named       `json:"names"`      // of areas and agencies that stand in it by their codes
	Closed     bool          `json:"closed"`     // who applied has closed their account, and it is over: answers and files are an archive that nobody opens
	Erased     time.Time     `json:"erased"`     // when answers and files were; zero before
	Letters    []Letter      `json:"letters"`    // of the house that were attached, as the register has them now
	Now        time.Time     `json:"now"`
}

// Letter is a document of the house among the files of an application.
type Letter struct {
	ID     string       `json:"id"`
	Number string       `json:"number"`
	Holder string       `json:"holder"`
	Issuer string       `json:"issuer"`
	Status proof.Status `json:"status"`
}

// Offices are agencies that can be asked for their opinion.
type Offices struct {
	Items []Named `json:"items"`
}

// Revealed are the answers as they were given.
type Revealed struct {
	Answers form.Answers `json:"answers"`
}

// Act is one thing an officer does. Only the fields its action names are
// looked at.
type Act struct {
	ID      string `path:"id" json:"-" check:"required,max=60"`
	Action  Action `json:"action" check:"required,max=20"`
	Seen    int64  `json:"seen" check:"min=1"`           // version that was looked at
	Note    string `json:"note" check:"max=2000"`        //
	To      string `json:"to" check:"max=60"`            // id of who takes it
	Step    string `json:"step" check:"max=40"`          //
	Marks   []Mark `json:"marks" check:"max=100"`        // of mark, return and pass: all there are from then on; null leaves them
	Agency  string `json:"agency" check:"max=60"`        //
	Opinion int    `json:"opinion" check:"min=0,max=20"` //
	View    View   `json:"view" check:"oneof=for|against|if"`
	Amount  int64  `json:"amount" check:"min=0"`  // whole rupiah
	Number  string `json:"number" check:"max=80"` // of a bill, or of what holds instead; that of a document the house allots

	Passphrase string `json:"passphrase" check:"max=200"` // sign, where the provider of signatures wants one; it is not kept
	Again      bool   `json:"again"`                      // sign: the try before was looked for
}
