package main

import (
	"go/types"

	"rumah/shared/codegen/openapi"
)

// schema is the JSON schema of a type.
func (d *document) schema(t types.Type) *openapi.Schema {
	kind := kindOf(t)
	if kind != moment && hasMethod(t, "MarshalJSON") {
		return &openapi.Schema{}
	}
	if kind != moment && hasMethod(t, "MarshalText") {
		return ofType("string")
	}
	switch kind {
	case text:
		return ofType("string")
	case number:
		return numeric(t.Underlying().(*types.Basic).Info())
	case truth:
		return ofType("boolean")
	case moment:
		return &openapi.Schema{Type: openapi.Types{"string"}, Format: "date-time"}
	case binary:
		return nullable(&openapi.Schema{Type: openapi.Types{"string"}, Encoding: "base64"})
	case list:
		return nullable(&openapi.Schema{Type: openapi.Types{"array"}, Items: d.schema(elem(t))})
	case dict:
		return nullable(&openapi.Schema{Type: openapi.Types{"object"}, AdditionalProperties: d.schema(elem(t))})
	case pointer:
		return nullable(d.schema(elem(t)))
	case part, upload:
		if named := namedStruct(t); named != nil {
			return d.named(named)
		}
		return d.object(t.Underlying().(*types.Struct), d.sent)
	}
	return &openapi.Schema{}
}

func numeric(info types.BasicInfo) *openapi.Schema {
	switch {
	case info&types.IsUnsigned != 0:
		zero := 0.0
		return &openapi.Schema{Type: openapi.Types{"integer"}, Minimum: &zero}
	case info&types.IsInteger != 0:
		return ofType("integer")
	}
	return ofType("number")
}

func ofType(name string) *openapi.Schema { return &openapi.Schema{Type: openapi.Types{name}} }

// nullable also takes null, which is how Go writes an empty list.
func nullable(s *openapi.Schema) *openapi.Schema {
	if s.Ref != "" {
		return &openapi.Schema{AnyOf: []*openapi.Schema{s, ofType("null")}}
	}
	s.Type = append(s.Type, "null")
	return s
}

func hasMethod(t types.Type, name string) bool {
	return types.NewMethodSet(types.NewPointer(t)).Lookup(nil, name) != nil
}

// property is the schema of a field, with its rules.
func (d *document) property(f *field) *openapi.Schema {
	s := d.schema(f.typ)
	if named, ok := types.Unalias(f.typ).(*types.Named); ok && types.TypeString(named, nil) == "rumah/shared/fault.Code" {
		s.Enum = d.source.codes(named)
	}
	bare := len(s.Type) > 1 && (f.in == inPath || f.in == inQuery || f.requires())
	if bare {
		s.Type = s.Type[:1] // never null
	}
	k := f.kind
	if k == pointer {
		k = kindOf(elem(f.typ))
	}
	for _, u := range f.rules {
		u.schema(s, k, u.arg)
	}
	for _, u := range f.each {
		inner := s.Items
		if values, ok := s.AdditionalProperties.(*openapi.Schema); ok {
			inner = values
		}
		u.schema(inner, kindOf(elem(f.typ)), u.arg)
	}
	if f.in == inBody && !f.requires() {
		s = orEmpty(s, k)
	}
	s.Description = d.describe(f)
	return s
}

// orEmpty also takes the zero value, as the rules do.
func orEmpty(s *openapi.Schema, k kind) *openapi.Schema {
	zero := map[kind]any{text: "", number: 0}[k]
	low := s.Minimum != nil && *s.Minimum > 0 || s.Maximum != nil && *s.Maximum < 0
	switch {
	case zero == nil:
		return s
	case len(s.Enum) > 0:
		s.Enum = append(s.Enum, zero)
		return s
	case s.Pattern == "" && s.MinLength == nil && !low:
		return s
	}
	return &openapi.Schema{AnyOf: []*openapi.Schema{s, {Enum: []any{zero}}}}
}

// describe is the comment of a field, else that of its type.
func (d *document) describe(f *field) string {
	if named, ok := types.Unalias(f.typ).(*types.Named); ok && f.doc == "" && f.kind != part {
		return d.source.docs[named.Obj().Pos()]
	}
	return f.doc
}

// object is the schema of a struct. One that is sent to us takes what its
// rules demand and nothing unknown; one that we send always has all fields.
func (d *document) object(st *types.Struct, input bool) *openapi.Schema {
	s := ofType("object")
	if input {
		s.AdditionalProperties = false
	}
	outer := d.sent
	d.sent = input
	defer func() { d.sent = outer }()
	fields, err := d.source.fields(st)
	if err != nil {
		d.err = err
	}
	for _, f := range fields {
		switch {
		case f.embedded:
			inner := d.object(f.typ.Underlying().(*types.Struct), input)
			for name, property := range inner.Properties.All() {
				s.Properties.Set(name, property)
			}
			s.Required = append(s.Required, inner.Required...)
		case f.jsonName == "-", f.in != inBody && f.in != "":
		default:
			s.Properties.Set(f.name, d.property(f))
			if input && f.requires() || !input && !f.optional {
				s.Required = append(s.Required, f.name)
			}
		}
	}
	return s
}
