package openapi

import (
	"encoding/json"
	"math"
	"strings"
)

// deepest is how far an example follows schemas into each other: some name
// themselves.
const deepest = 6

// patterned are values that match the patterns we write.
var patterned = []struct{ pattern, example string }{
	{`[a-z0-9]+(-[a-z0-9]+)*`, "contoh-satu"},
	{`\.[0-9]{2}\.`, "35.15.08"},
	{`\+62`, "081234567890"},
}

// Example is a value that a schema takes, for people to read and for tests
// to begin with. Objects keep the order of the contract.
func (d *Document) Example(s *Schema) any { return d.example(s, 0) }

func (d *Document) example(s *Schema, depth int) any {
	s = d.Resolve(s)
	switch {
	case len(s.Enum) > 0:
		return s.Enum[0]
	case depth > deepest || len(s.Type) == 0:
		return nil
	}
	switch s.Type[0] {
	case "object":
		return d.object(s, depth)
	case "array":
		list := []any{}
		if depth < deepest && s.Items != nil {
			list = append(list, d.example(s.Items, depth+1))
		}
		return list
	case "integer", "number":
		return s.number()
	case "boolean":
		return true
	case "string":
		return s.text()
	}
	return nil
}

func (d *Document) object(s *Schema, depth int) any {
	var object Map[any]
	for name, property := range s.Properties.All() {
		object.Set(name, d.example(property, depth+1))
	}
	if values, ok := s.AdditionalProperties.(*Schema); ok && depth < deepest {
		object.Set("contoh", d.example(values, depth+1))
	}
	return object
}

func (s *Schema) number() any {
	n := 1.0
	if s.Minimum != nil {
		n = math.Max(n, *s.Minimum)
	}
	if s.Maximum != nil {
		n = math.Min(n, *s.Maximum)
	}
	return n
}

func (s *Schema) text() string {
	switch s.Format {
	case "date-time":
		return "2026-11-23T09:15:00Z"
	case "email":
		return "nama@contoh.id"
	}
	for _, p := range patterned {
		if strings.Contains(s.Pattern, p.pattern) {
			return p.example
		}
	}
	text := "contoh"
	if s.Encoding == "base64" {
		return "Y29udG9o"
	}
	if s.MinLength != nil && *s.MinLength > len(text) {
		text = strings.Repeat(text+" ", *s.MinLength/len(text)+1)[:*s.MinLength-1] + "."
	}
	if s.MaxLength != nil && *s.MaxLength < len(text) {
		text = text[:*s.MaxLength]
	}
	return text
}

// UnmarshalJSON reads a schema; that of a map's values becomes a *Schema.
func (s *Schema) UnmarshalJSON(data []byte) error {
	type plain Schema
	read := struct {
		*plain
		AdditionalProperties json.RawMessage `json:"additionalProperties"`
	}{plain: (*plain)(s)}
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	switch raw := string(read.AdditionalProperties); raw {
	case "":
	case "false", "true":
		s.AdditionalProperties = raw == "true"
	default:
		values := new(Schema)
		if err := json.Unmarshal(read.AdditionalProperties, values); err != nil {
			return err
		}
		s.AdditionalProperties = values
	}
	return nil
}
