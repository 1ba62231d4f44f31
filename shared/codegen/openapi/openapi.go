// Package openapi is the part of OpenAPI 3.1 that our document uses. The
// generator writes it, the readable page and the conformance tests read it.
package openapi

// Document is one OpenAPI document.
type Document struct {
	OpenAPI    string               `json:"openapi"`
	Info       Info                 `json:"info"`
	Tags       []Tag                `json:"tags"`
	Paths      Map[Map[*Operation]] `json:"paths"` // by path, then by method in lower case
	Components Components           `json:"components"`
}

// Info names the document.
type Info struct {
	Title       string `json:"title"`
	Version     string `json:"version"`
	Description string `json:"description,omitempty"`
}

// Tag is a domain.
type Tag struct {
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
}

// Components are the named schemas.
type Components struct {
	Schemas Map[*Schema] `json:"schemas"`
}

// Operation is one operation with what OpenAPI has no word for: its role,
// how long its answer may be kept, and how large its body may be.
type Operation struct {
	Tags        []string       `json:"tags"`
	Summary     string         `json:"summary,omitempty"`
	Description string         `json:"description,omitempty"`
	ID          string         `json:"operationId"`
	Parameters  []Parameter    `json:"parameters,omitempty"`
	Body        *Body          `json:"requestBody,omitempty"`
	Responses   Map[*Response] `json:"responses"` // by status, "default" for faults
	Role        string         `json:"x-role"`
	Once        bool           `json:"x-once,omitempty"`
	Cache       int            `json:"x-cache,omitempty"` // seconds
	Limit       int64          `json:"x-limit,omitempty"` // bytes; none for an operation without a body
}

// Parameter is a part of the path, of the query or a header.
type Parameter struct {
	Name        string  `json:"name"`
	In          string  `json:"in"`
	Required    bool    `json:"required,omitempty"`
	Description string  `json:"description,omitempty"`
	Schema      *Schema `json:"schema"`
}

// Body is what an operation takes, by media type.
type Body struct {
	Required bool       `json:"required"`
	Content  Map[Media] `json:"content"`
}

// Media is content of one media type.
type Media struct {
	Schema *Schema `json:"schema"`
}

// Response is what an operation answers.
type Response struct {
	Description string     `json:"description"`
	Content     Map[Media] `json:"content,omitzero"`
}

// Fault is the name of the schema of all faults.
const Fault = "fault.Fault"

// Operations calls visit for all operations in the order of the document.
func (d *Document) Operations(visit func(path, method string, op *Operation)) {
	for path, methods := range d.Paths.All() {
		for method, op := range methods.All() {
			visit(path, method, op)
		}
	}
}
