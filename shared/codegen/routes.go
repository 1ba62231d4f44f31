package main

import (
	"fmt"
	"strings"
)

const runtime = "rumah/server/api"

// emitRoutes writes routes.gen.go: the contract on the server's mux.
func emitRoutes(_ *source, d *domain) ([]byte, error) {
	p := newPrinter(d.name, nil)
	p.imports["api"] = runtime
	service := p.typeName(d.pkg.Scope().Lookup("API").Type())
	p.comment("Mount adds the operations of the contract to m. svc answers them.")
	p.line("func Mount(m *api.Mux, svc %s) {", service)
	for _, op := range d.operations {
		p.route(op)
	}
	p.line("}")
	return p.file()
}

func (p *printer) route(op *operation) {
	call := "svc." + op.name
	switch {
	case op.input == nil && op.output == nil:
		call = "func(ctx context.Context, _ api.None) (api.None, error) { return api.None{}, " + call + "(ctx) }"
	case op.input == nil:
		call = "func(ctx context.Context, _ api.None) (" + p.typeName(op.output) + ", error) { return " + call + "(ctx) }"
	case op.output == nil:
		call = "func(ctx context.Context, in " + p.typeName(op.input) + ") (api.None, error) { return api.None{}, " + call + "(ctx, in) }"
	}
	in, steps := "api.None", []string(nil)
	if op.input != nil {
		in, steps = p.typeName(op.input), op.steps()
	}
	p.line("api.Route(m, %s,", op.literal("api."))
	if len(steps) == 0 {
		p.line("func(*api.Request, *%s) {},\n%s)", in, call)
		return
	}
	p.line("func(r *api.Request, in *%s) {\n%s\n},\n%s)", in, strings.Join(steps, "\n"), call)
}

// steps read a request: its body first, since what stands in the address is
// what counts.
func (o *operation) steps() []string {
	var steps []string
	switch {
	case len(o.in(inFile)) > 0:
		steps = append(steps, "r.Form(in)")
		for _, f := range o.in(inFile) {
			if f.kind == upload {
				steps = append(steps, fmt.Sprintf("r.File(%q, &in.%s)", f.name, f.goName))
			} else {
				steps = append(steps, fmt.Sprintf("r.Files(%q, &in.%s)", f.name, f.goName))
			}
		}
	case len(o.in(inRaw)) > 0:
		steps = append(steps, fmt.Sprintf("r.Raw(&in.%s)", o.in(inRaw)[0].goName))
	case o.hasBody():
		steps = append(steps, "r.JSON(in)")
	}
	for _, f := range o.in(inPath) {
		steps = append(steps, fmt.Sprintf("r.Path(%q, &in.%s)", f.name, f.goName))
	}
	for _, f := range o.in(inQuery) {
		steps = append(steps, fmt.Sprintf("r.Query(%q, &in.%s)", f.name, f.goName))
	}
	return steps
}

// literal is the operation as an entry of the access table.
func (o *operation) literal(qualifier string) string {
	text := fmt.Sprintf("%sOperation{ID: %q, Method: %q, Path: %q, Role: access.%s", qualifier, o.id(), o.verb, o.path, roleName(o))
	if o.once {
		text += ", Once: true"
	}
	if o.own {
		text += ", Own: true"
	}
	if o.cache > 0 {
		text += fmt.Sprintf(", Cache: %d", o.cache)
	}
	if o.limit > 0 {
		text += fmt.Sprintf(", Limit: %d", o.limit)
	}
	return text + "}"
}

// roleName is the constant of package access: they are the roles with a
// capital letter, and a test holds them to it.
func roleName(o *operation) string {
	return strings.ToUpper(string(o.role[:1])) + string(o.role[1:])
}

// emitAccess writes access.gen.go: all operations of all domains.
func emitAccess(_ *source, t target, domains []*domain, files map[string][]byte) error {
	name := t.merged[strings.LastIndex(t.merged, "/")+1:]
	p, qualifier := newPrinter(name, nil), ""
	if "rumah/"+t.merged != runtime {
		p.imports["api"], qualifier = runtime, "api."
	}
	p.comment("Operations are all operations with who may call them, in the order of the contracts.")
	p.line("var Operations = []%sOperation{", qualifier)
	for _, d := range domains {
		for _, op := range d.operations {
			p.line("%s,", strings.TrimPrefix(op.literal(""), "Operation"))
		}
	}
	p.line("}")
	text, err := p.file()
	files[t.merged+"/access.gen.go"] = text
	return err
}
