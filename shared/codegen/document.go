package main

import (
	"encoding/json"
	"fmt"
	"go/constant"
	"go/types"
	"sort"
	"strings"

	"rumah/shared/codegen/openapi"
)

// document writes the OpenAPI document of a target.
type document struct {
	openapi.Document
	source  *source
	inputs  map[*types.Named]bool // structs that are sent to us
	sent    bool                  // what is being written is part of one
	schemas map[string]*types.Named
	err     error
}

const about = "All bodies are JSON. A field that is not required may be left out; an empty string and the number 0 count as left out. " +
	"Fields and parameters that are not in this document are refused. Errors have one form, the schema " + openapi.Fault + "."

// emitDocument writes openapi.gen.json.
func emitDocument(s *source, t target, domains []*domain, files map[string][]byte) error {
	d := &document{source: s, inputs: map[*types.Named]bool{}, schemas: map[string]*types.Named{}}
	d.OpenAPI = "3.1.0"
	d.Info = openapi.Info{Title: t.title, Version: "1", Description: about}
	for _, domain := range domains {
		for _, op := range domain.operations {
			if op.input != nil {
				d.markInput(op.input)
			}
		}
	}
	for _, domain := range domains {
		d.Tags = append(d.Tags, openapi.Tag{Name: domain.name, Description: domain.doc})
		for _, op := range domain.operations {
			methods, _ := d.Paths.Get(op.path)
			methods.Set(strings.ToLower(op.verb), d.operation(op))
			d.Paths.Set(op.path, methods)
		}
	}
	d.fault()
	d.components()
	text, err := json.MarshalIndent(d.Document, "", "  ")
	files[t.merged+"/openapi.gen.json"] = append(text, '\n')
	if d.err != nil {
		return d.err
	}
	return err
}

// markInput notes every struct that is part of an input.
func (d *document) markInput(t types.Type) {
	switch k := kindOf(t); k {
	case list, dict, pointer:
		d.markInput(elem(t))
	case part:
		named := namedStruct(t)
		if named != nil && d.inputs[named] {
			return
		}
		if named != nil {
			d.inputs[named] = true
		}
		st := t.Underlying().(*types.Struct)
		for i := range st.NumFields() {
			d.markInput(st.Field(i).Type())
		}
	}
}

func (d *document) operation(op *operation) *openapi.Operation {
	o := &openapi.Operation{Tags: []string{op.domain.name}, ID: op.id(), Role: string(op.role), Once: op.once, Cache: op.cache, Limit: op.limit}
	o.Summary, o.Description = sentence(op.doc)
	for _, place := range []string{inPath, inQuery} {
		for _, f := range op.in(place) {
			schema := d.property(f)
			o.Parameters = append(o.Parameters, openapi.Parameter{
				Name: f.name, In: place, Required: place == inPath || f.requires(), Description: schema.Description, Schema: schema})
			schema.Description = ""
		}
	}
	if op.once {
		shortest, longest := 16, 100
		o.Parameters = append(o.Parameters, openapi.Parameter{Name: "Idempotency-Key", In: "header", Required: true,
			Description: "A random name for this request. Sent again with the same name, it is answered again but not done again.",
			Schema:      &openapi.Schema{Type: openapi.Types{"string"}, MinLength: &shortest, MaxLength: &longest}})
	}
	if op.hasBody() {
		o.Body = d.body(op)
	}
	d.responses(o, op)
	return o
}

func (d *document) responses(o *openapi.Operation, op *operation) {
	switch {
	case op.output == nil:
		o.Responses.Set("204", &openapi.Response{Description: "Done."})
	case op.answersRaw():
		ok := &openapi.Response{Description: "The file itself."}
		ok.Content.Set("*/*", openapi.Media{Schema: &openapi.Schema{}})
		o.Responses.Set("200", ok)
	default:
		ok := &openapi.Response{Description: "Done."}
		ok.Content.Set("application/json", openapi.Media{Schema: d.schema(op.output)})
		o.Responses.Set("200", ok)
	}
	if op.cache > 0 {
		o.Responses.Set("304", &openapi.Response{Description: "What If-None-Match names is still so."})
	}
	failed := &openapi.Response{Description: "A fault."}
	failed.Content.Set("application/json", openapi.Media{Schema: openapi.RefTo(openapi.Fault)})
	o.Responses.Set("default", failed)
}

func (d *document) body(op *operation) *openapi.Body {
	files := op.in(inFile)
	body := &openapi.Body{Required: true}
	if raw := op.in(inRaw); len(raw) > 0 {
		body.Content.Set("application/octet-stream", openapi.Media{Schema: &openapi.Schema{}})
		return body
	}
	content := d.schema(op.input)
	if len(files) == 0 {
		body.Content.Set("application/json", openapi.Media{Schema: content})
		return body
	}
	form := &openapi.Schema{Type: openapi.Types{"object"}, AdditionalProperties: false}
	if len(op.in(inBody)) > 0 {
		form.Properties.Set("json", content)
		form.Required = append(form.Required, "json")
	}
	for _, f := range files {
		form.Properties.Set(f.name, uploadSchema(f))
		if f.requires() {
			form.Required = append(form.Required, f.name)
		}
	}
	body.Content.Set("multipart/form-data", openapi.Media{Schema: form})
	return body
}

func uploadSchema(f *field) *openapi.Schema {
	one := &openapi.Schema{Type: openapi.Types{"string"}, MediaType: strings.Join(f.file.kinds, ", "),
		Description: strings.TrimSpace(f.doc + " At most " + f.file.bound + ".")}
	if f.kind == upload {
		return one
	}
	many := &openapi.Schema{Type: openapi.Types{"array"}, Items: one}
	for _, u := range f.rules {
		u.schema(many, uploads, u.arg)
	}
	return many
}

// fault adds the schema of faults, with the codes as they stand in Go.
func (d *document) fault() {
	for _, pkg := range d.source.packages {
		if pkg.PkgPath != "rumah/shared/fault" {
			continue
		}
		d.schema(pkg.Types.Scope().Lookup("Fault").Type())
		d.schema(pkg.Types.Scope().Lookup("Field").Type())
	}
}

// codes are the values of the constants of a type, in their order.
func (s *source) codes(named *types.Named) []any {
	scope := named.Obj().Pkg().Scope()
	var constants []*types.Const
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && types.Identical(c.Type(), named) {
			constants = append(constants, c)
		}
	}
	sort.Slice(constants, func(i, j int) bool { return s.before(constants[i].Pos(), constants[j].Pos()) })
	var values []any
	for _, c := range constants {
		values = append(values, constant.StringVal(c.Val()))
	}
	return values
}

// components writes the named schemas, until they name no new ones.
func (d *document) components() {
	written := map[string]*openapi.Schema{}
	for len(written) < len(d.schemas) {
		for name, named := range d.schemas {
			if written[name] == nil {
				written[name] = d.object(named.Underlying().(*types.Struct), d.inputs[named])
				written[name].Description = d.source.docs[named.Obj().Pos()]
			}
		}
	}
	var names []string
	for name := range written {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		d.Components.Schemas.Set(name, written[name])
	}
}

// sentence splits a comment into its first sentence and the rest.
func sentence(doc string) (first, rest string) {
	first, rest, ok := strings.Cut(doc, ". ")
	if ok {
		first += "."
	}
	return first, rest
}

func schemaName(named *types.Named) string {
	name := types.TypeString(named, func(pkg *types.Package) string { return pkg.Name() })
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("[], *", r) {
			return '_'
		}
		return r
	}, name)
}

func (d *document) named(named *types.Named) *openapi.Schema {
	name := schemaName(named)
	if other := d.schemas[name]; other != nil && !types.Identical(other, named) {
		d.err = fmt.Errorf("two types are named %s: %s and %s", name, other, named)
	}
	d.schemas[name] = named
	return openapi.RefTo(name)
}
