package permitform

import (
	"rumah/shared/catalogue"
	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/revision"
)

// Content is all that is written about how a service is applied for.
type Content struct {
	Form       form.Schema       `json:"form"`
	Definition permit.Definition `json:"definition"`
}

// CheckMore says what is wrong, at the exact places: of the form by what
// package form knows, of the way by what package permit knows, so that no
// stage is without a way in and out.
func (c *Content) CheckMore() error {
	var f check.Faults
	f.Merge("form", form.Check(&c.Form))
	f.Merge("definition", c.Definition.Check(&c.Form))
	return f.Err()
}

// DeskFilter narrows the list of a desk.
type DeskFilter struct {
	Text  string `query:"q" check:"max=80"`
	After string `query:"after" check:"max=200"`
}

// Desk are services and how they can be applied for.
type Desk struct {
	Items []DeskLine `json:"items"`
	Total int        `json:"total"`
	Next  string     `json:"next"`
}

// DeskLine is one service.
type DeskLine struct {
	Service string          `json:"service"`
	Name    string          `json:"name"`
	Agency  string          `json:"agency"` // its name
	State   revision.State  `json:"state"`
	Closed  bool            `json:"closed"`  // there are versions, but no new applications
	Version int             `json:"version"` // 0 before the first
	Draft   *revision.Draft `json:"draft"`
}

// ServiceID names a service.
type ServiceID struct {
	Service string `path:"service" check:"required,slug,max=60"`
}

// VersionID names a version.
type VersionID struct {
	Service string `path:"service" check:"required,slug,max=60"`
	Number  int    `path:"number" check:"min=1"`
}

// DraftID names a draft as the reader has seen it.
type DraftID struct {
	Service string `path:"service" check:"required,slug,max=60"`
	Save    int    `path:"save" check:"min=1"`
}

// SaveDraft keeps a draft.
type SaveDraft struct {
	Service string  `path:"service" json:"-" check:"required,slug,max=60"`
	Save    int     `json:"save" check:"min=0"` // of the draft that was read; 0 when there was none
	Note    string  `json:"note" check:"max=200"`
	Content Content `json:"content"`
}

// Edit is everything about how one service is applied for that its desk
// needs.
type Edit struct {
	Service  string             `json:"service"`
	Name     string             `json:"name"`
	AgencyID string             `json:"agency_id"`
	Agency   string             `json:"agency"` // its name
	State    revision.State     `json:"state"`
	Closed   bool               `json:"closed"`
	Public   Content            `json:"public"`  // zero before the first version
	Drafted  Content            `json:"drafted"` // equals Public when there is no draft
	Draft    *revision.Draft    `json:"draft"`
	History  []revision.Version `json:"history"`  // newest first
	Promise  catalogue.Promise  `json:"promise"`  // as the page of the service says it
	Fee      catalogue.Fee      `json:"fee"`      //
	Running  int                `json:"running"`  // applications that are not over, of all versions
	Agencies []permit.Named     `json:"agencies"` // whose people a step may be, by name
	Lacks    []Lack             `json:"lacks"`    // offices that could not carry out what is drafted
}

// Lack is an office that has too few people for a step.
type Lack struct {
	Place permit.Named `json:"place"`
	Step  string       `json:"step"` // id
	Key   string       `json:"key"`  // permit_nobody, permit_few
}
