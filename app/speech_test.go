package app_test

import (
	"context"
	"maps"
	"time"

	"rumah/app/draft"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/catalogue"
	"rumah/shared/identity"
	"rumah/shared/place"
	"rumah/shared/revision"
)

// speech is a place.API that says one thing everywhere.
type speech struct {
	place.API
	text   string
	err    error
	viewer identity.Viewer
}

func (s speech) place() place.Place {
	return place.Place{ID: s.text, Name: s.text, Kind: place.Clinic, AgencyName: s.text, Address: s.text, AreaName: s.text, DistrictName: s.text,
		DistrictCode: s.text, Phone: s.text, Lon: 112.7, Lat: -7.4, Precision: place.Exact, Schedule: "x"}
}

func (s speech) schedule() place.Schedule {
	return place.Schedule{ID: "x", Week: []place.Span{{Day: time.Monday, Open: 450, Close: 930}}}
}

func (s speech) off() []calendar.DayOff {
	return []calendar.DayOff{{Date: "2026-11-25", Name: s.text, Kind: calendar.Holiday}}
}

func (s speech) List(context.Context, place.Filter) (place.Page, error) {
	return place.Page{Items: []place.Place{s.place(), s.place()}, Total: 2, Next: s.text, Schedules: map[string]place.Schedule{"x": s.schedule()}, DaysOff: s.off()}, s.err
}

func (s speech) Summary(context.Context) (place.Summary, error) {
	return place.Summary{Kinds: []place.KindCount{{Kind: place.Clinic, Total: 3, Open: 2}}, Always: []place.Place{s.place()}, DaysOff: s.off()}, s.err
}

func (s speech) Map(context.Context, place.MapFilter) (place.Map, error) {
	return place.Map{Frame: place.Frame{W: 100, H: 80}, District: s.text, Credit: place.Source{Title: s.text},
		Areas: []place.Area{{Code: s.text, Name: s.text, Outline: s.text, Places: 2}}}, s.err
}

func (s speech) Get(context.Context, place.ID) (place.Detail, error) {
	return place.Detail{Place: s.place(), Schedule: s.schedule(), DaysOff: s.off(), Outline: place.Area{Outline: s.text, Name: s.text},
		Frame: place.Frame{W: 10, H: 10}, Nearby: []place.Place{s.place()}, Source: place.Source{Title: s.text, Date: "2026-01-01"}}, s.err
}

func (s speech) Correct(context.Context, place.NewCorrection) (place.Correction, error) {
	return place.Correction{Code: s.text}, s.err
}

// offer is a catalogue.API that says the same thing everywhere.
type offer struct {
	catalogue.API
	speech
}

func (o offer) hit(kind catalogue.HitKind) catalogue.Hit {
	return catalogue.Hit{Kind: kind, ID: o.text, Name: o.text, Summary: o.text, AgencyID: o.text, AgencyName: o.text, Topic: catalogue.Topic(o.text),
		Fee: o.content().Fee, Promise: o.content().Promise, URL: o.text}
}

func (o offer) content() catalogue.Content {
	return catalogue.Content{Name: o.text, Summary: o.text, Topic: catalogue.Papers, Aliases: []string{o.text, o.text},
		Requirements: []catalogue.Requirement{{Name: o.text, Note: o.text, Optional: true}, {Name: o.text}}, Steps: []string{o.text, o.text},
		Promise: catalogue.Promise{Amount: 2, Unit: catalogue.WorkingDays, Note: o.text}, Fee: catalogue.Fee{Kind: catalogue.Levy, Amount: 25000, Note: o.text},
		Product: o.text, ValidFor: o.text, Complaints: o.text, Legal: []string{o.text}, Facilities: o.text, Competence: o.text, Oversight: o.text,
		Staffing: o.text, Guarantee: o.text, Safety: o.text, Evaluation: o.text, Places: []string{o.text}, PlaceKinds: []place.Kind{place.Clinic}, App: o.text}
}

func (o offer) app() catalogue.App {
	return catalogue.App{ID: o.text, Name: o.text, Summary: o.text, AgencyName: o.text, URL: o.text, Host: o.text,
		Services: []catalogue.Hit{o.hit(catalogue.HitService)}, Source: place.Source{Title: o.text, Date: "2026-01-01"}}
}

func (o offer) Find(_ context.Context, q catalogue.Query) (catalogue.Results, error) {
	if q.Agency != "" {
		return catalogue.Results{}, o.err
	}
	return catalogue.Results{Items: []catalogue.Hit{o.hit(catalogue.HitService), o.hit(catalogue.HitService), o.hit(catalogue.HitApp)},
		Places: []catalogue.Hit{o.hit(catalogue.HitPlace)}, Total: 3, Next: o.text, Read: o.text}, o.err
}

func (o offer) Topics(context.Context) (catalogue.Overview, error) {
	return catalogue.Overview{Topics: []catalogue.TopicCount{{Topic: catalogue.Papers, Count: 3}, {Topic: catalogue.Topic(o.text), Count: 1}},
		Popular: []catalogue.Hit{o.hit(catalogue.HitService)}, Services: 214, Apps: []catalogue.Hit{o.hit(catalogue.HitApp)}}, o.err
}

func (o offer) Get(context.Context, catalogue.ID) (catalogue.Service, error) {
	app := o.app()
	return catalogue.Service{ID: o.text, AgencyName: o.text, Content: o.content(), Version: 2, Since: "2026-01-01", Source: place.Source{Title: o.text, Date: "2026-01-01"},
		Where: []place.Place{o.place(), o.place()}, Schedules: map[string]place.Schedule{"x": o.schedule()}, DaysOff: o.off(), App: &app,
		Related: []catalogue.Hit{o.hit(catalogue.HitService)}, QR: o.text, QRSize: 29}, o.err
}

func (o offer) App(context.Context, catalogue.ID) (catalogue.App, error) { return o.app(), o.err }

// desks are what the phone knows on screens the server never fills: they are
// loaded by the browser, so a test plants what it would have loaded.
func (o offer) desks() map[string]any {
	now := time.Date(2026, 11, 23, 2, 0, 0, 0, time.UTC)
	draftOf := &revision.Draft{Save: 3, Base: 1, Author: o.text, Own: true, At: now, Note: o.text}
	history := []revision.Version{{Number: 2, Author: o.text, Publisher: o.text, PublishedAt: now, Note: o.text}, {Number: 1, PublishedAt: now}}
	week := []place.Span{{Day: time.Monday, Open: 450, Close: 720}, {Day: time.Monday, Open: 780, Close: 930}, {Day: time.Friday, Open: 0, Close: 1440}}
	where := place.Content{Name: o.text, Address: o.text, Phone: o.text, Aliases: []string{o.text}, Week: week}
	service := catalogue.Desk{Items: []catalogue.DeskLine{{ID: o.text, Name: o.text, AgencyName: o.text, State: revision.Drafted, Version: 2, Draft: draftOf},
		{ID: o.text, Name: o.text, State: revision.Fresh, Retired: true}}, Total: 2, Next: o.text, Agencies: []catalogue.Agency{{ID: o.text, Name: o.text}}}
	desks := map[string]any{
		"/meja/layanan": draft.Listing{Items: []draft.Item{{ID: o.text, Icon: "layanan", Name: o.text, Agency: o.text, State: revision.Drafted, Version: 2, Draft: draftOf},
			{ID: o.text, Name: o.text, State: revision.Fresh, Retired: true}}, Total: 2, Next: o.text, Agencies: 2},
		"/meja/layanan/baru": service,
		"/meja/layanan/x": catalogue.Edit{ID: o.text, AgencyName: o.text, State: revision.Drafted, Retired: true, Public: o.content(), Drafted: o.content(), Draft: draftOf,
			History: history, Places: []place.Place{o.place()}},
		"/meja/tempat": draft.Listing{Items: []draft.Item{{ID: o.text, Icon: "gedung", Name: o.text, Agency: o.text, State: revision.Published, Notes: 2}}, Total: 1, Next: o.text},
		"/meja/tempat/x": place.Edit{ID: o.text, Kind: place.Clinic, AgencyName: o.text, State: revision.Drafted, Public: where, Drafted: where, Draft: draftOf, History: history,
			Notes: []place.Note{{Code: o.text, About: "hours", Text: o.text, Phone: o.text, At: now}}},
	}
	maps.Copy(desks, inboxDesks(o.text))
	maps.Copy(desks, permitDesks(o.text))
	maps.Copy(desks, formDesks(o.text))
	return desks
}

// people is an identity.API that says the same one thing.
type people struct {
	identity.API
	speech
}

var then = time.Date(2026, 11, 20, 2, 0, 0, 0, time.UTC)

func (p people) grants() []identity.GrantLine {
	return []identity.GrantLine{{ID: p.text, Role: access.Verifier, Agency: p.text, AgencyName: p.text, Place: p.text, PlaceName: p.text}, {ID: p.text + "2", Role: access.Role(p.text)}}
}

func (p people) profile() identity.Profile {
	return identity.Profile{Born: "1980-01-02", NIK: p.text, KK: p.text, BPJS: p.text, Area: p.text, AreaName: p.text, Address: p.text}
}

func (p people) Me(context.Context) (identity.Me, error) {
	return identity.Me{ID: p.text, Name: p.text, Staff: p.viewer.Staff, Email: p.text, Phone: p.text, Level: identity.ByPhone, Profile: p.profile(),
		Family:   []identity.Member{{ID: "x", Name: p.text, Relation: identity.Child, Born: "2026-10-01"}, {ID: p.text + "2", Name: p.text, Relation: identity.Relation(p.text), Born: calendar.Date(p.text), NIK: p.text, BPJS: p.text}},
		Passkeys: []identity.Passkey{{ID: p.text, Name: p.text, AddedAt: then, UsedAt: then}, {ID: p.text + "2", Name: p.text, AddedAt: then}}, Grants: p.grants(), Now: then}, p.err
}

func (p people) Sessions(context.Context) (identity.Sessions, error) {
	return identity.Sessions{Items: []identity.Session{{ID: p.text, Device: p.text, Method: "code", Here: true, Seen: then}, {ID: p.text + "2", Device: p.text, Method: p.text, Seen: then}}}, p.err
}

func (p people) Opened(context.Context, identity.OpenedPage) (identity.Openings, error) {
	return identity.Openings{Items: []identity.Opening{{At: then, Who: p.text, Agency: p.text, What: p.text, Whom: p.text, Purpose: p.text}, {At: then, What: "document"}}, Next: p.text}, p.err
}

func (p people) Invitation(context.Context, identity.Token) (identity.Invited, error) {
	return identity.Invited{Email: p.text, Name: p.text, Grants: p.grants(), Secret: p.text, Link: p.text, QR: p.text, QRSize: 29}, p.err
}

func (p people) Staff(context.Context, identity.StaffFilter) (identity.Staff, error) {
	return identity.Staff{Items: []identity.StaffLine{{ID: p.text, Name: p.text, Email: p.text, Grants: p.grants(), Seen: then}, {ID: p.text + "2", Self: true, Grants: p.grants()}}, Next: p.text,
		Invitations: []identity.Invitation{{ID: p.text, Name: p.text, Email: p.text, Grants: p.grants(), Expires: then}},
		Roles:       []access.Role{access.Verifier, access.Role(p.text)}, Agencies: []identity.AgencyChoice{{ID: p.text, Name: p.text}}}, p.err
}

func (p people) Audit(context.Context, identity.AuditFilter) (identity.Audit, error) {
	return identity.Audit{Items: []identity.AuditLine{{At: then, Who: p.text, Operation: p.text, Target: p.text, Outcome: p.text, Alarm: p.text}, {Outcome: "204"}, {}}, Next: p.text}, p.err
}

// as are those who look at a page: a guest, a citizen, and staff that may do
// everything.
func as(text string) []identity.Viewer {
	all := identity.Viewer{ID: text, Name: text, Staff: true}
	for _, role := range access.StaffRoles {
		all.Grants = append(all.Grants, access.Grant{Role: role})
	}
	return []identity.Viewer{{}, {ID: text, Name: text}, all}
}
