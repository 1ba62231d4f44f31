package openapi

import (
	"strings"
)

// Schema is a JSON schema (2020-12).
type Schema struct {
	Ref                  string       `json:"$ref,omitempty"`
	Type                 Types        `json:"type,omitempty"`
	Description          string       `json:"description,omitempty"`
	Format               string       `json:"format,omitempty"`
	Pattern              string       `json:"pattern,omitempty"`
	Enum                 []any        `json:"enum,omitempty"`
	Minimum              *float64     `json:"minimum,omitempty"`
	Maximum              *float64     `json:"maximum,omitempty"`
	MinLength            *int         `json:"minLength,omitempty"`
	MaxLength            *int         `json:"maxLength,omitempty"`
	MinItems             *int         `json:"minItems,omitempty"`
	MaxItems             *int         `json:"maxItems,omitempty"`
	MinProperties        *int         `json:"minProperties,omitempty"`
	MaxProperties        *int         `json:"maxProperties,omitempty"`
	Encoding             string       `json:"contentEncoding,omitempty"`
	MediaType            string       `json:"contentMediaType,omitempty"`
	Items                *Schema      `json:"items,omitempty"`
	Properties           Map[*Schema] `json:"properties,omitzero"`
	Required             []string     `json:"required,omitempty"`
	AdditionalProperties any          `json:"additionalProperties,omitempty"` // false, or the schema of a map's values
	AnyOf                []*Schema    `json:"anyOf,omitempty"`
}

const schemas = "#/components/schemas/"

// RefTo is a schema that is the named one.
func RefTo(name string) *Schema { return &Schema{Ref: schemas + name} }

// Resolve follows a reference, and takes the first of alternatives: the
// others are "null".
func (d *Document) Resolve(s *Schema) *Schema {
	for s != nil {
		switch {
		case s.Ref != "":
			s, _ = d.Components.Schemas.Get(strings.TrimPrefix(s.Ref, schemas))
		case len(s.AnyOf) > 0:
			s = s.AnyOf[0]
		default:
			return s
		}
	}
	return &Schema{}
}

// Is reports whether values of the schema can be of the type.
func (s *Schema) Is(kind string) bool {
	for _, t := range s.Type {
		if t == kind {
			return true
		}
	}
	return false
}
