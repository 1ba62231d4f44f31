package main

import (
	"fmt"
	"strconv"
	"strings"
)

// emitClient writes client.gen.go: the contract over an api.Caller.
func emitClient(s *source, d *domain) ([]byte, error) {
	p := newPrinter(d.name, d.pkg)
	p.imports["api"] = "rumah/shared/api"
	p.line("// Client is the contract over a Caller: what the browser, tests and partners use.")
	p.line("type Client struct{ api.Caller }")
	p.line("\nvar _ API = Client{}")
	for _, op := range d.operations {
		if err := p.call(s, op); err != nil {
			return nil, err
		}
	}
	return p.file()
}

func (p *printer) call(s *source, op *operation) error {
	in, out, returns := "", "nil", "error"
	if op.input != nil {
		in = ", in " + p.typeName(op.input)
	}
	if op.output != nil {
		out, returns = "&out", "(out "+p.typeName(op.output)+", err error)"
	}
	p.line("\n// %s calls %s.", op.name, op.route())
	p.line("func (c Client) %s(ctx context.Context%s) %s {", op.name, in, returns)
	if op.input != nil {
		p.line("if err := in.Check(); err != nil {\nreturn %serr\n}", bare(op))
	}
	if err := p.query(s, op); err != nil {
		return err
	}
	p.files(op)
	path, err := op.address(s)
	if err != nil {
		return err
	}
	call := fmt.Sprintf("c.Caller.Call(ctx, api.Call{Operation: %q, Method: %q, Path: %s", op.id(), op.verb, path)
	if len(op.in(inQuery)) > 0 {
		call += ", Query: query"
	}
	if raw := op.in(inRaw); len(raw) > 0 {
		call += ", Bytes: in." + raw[0].goName
	} else if op.hasBody() {
		call += ", Body: in"
	}
	if len(op.in(inFile)) > 0 {
		call += ", Files: files"
	}
	if op.once {
		call += ", Once: true, Key: api.Key(ctx)"
	}
	call += "}, " + out + ")"
	if op.output == nil {
		p.line("return %s\n}", call)
	} else {
		p.line("err = %s\nreturn out, err\n}", call)
	}
	return nil
}

// bare is what stands before the error in a return.
func bare(op *operation) string {
	if op.output == nil {
		return ""
	}
	return "out, "
}

// query writes the values that are not zero.
func (p *printer) query(s *source, op *operation) error {
	if len(op.in(inQuery)) > 0 {
		p.line("query := url.Values{}")
	}
	for _, f := range op.in(inQuery) {
		v := value{expr: "in." + f.goName, typ: f.typ, kind: f.kind}
		target, set, given := v, "Set", "if "+v.isGiven()
		switch v.kind {
		case pointer:
			target = value{expr: "*" + v.expr, typ: elem(v.typ), kind: kindOf(elem(v.typ))}
		case list:
			target = value{expr: "v", typ: elem(v.typ), kind: kindOf(elem(v.typ))}
			set, given = "Add", "for _, v := range "+v.expr
		}
		written, ok := target.written()
		if !ok {
			return s.errorf(f.pos, "%s: a value of type %s cannot stand in a query", f.goName, f.typ)
		}
		p.line("%s {\nquery.%s(%q, %s)\n}", given, set, f.name, written)
	}
	return nil
}

func (p *printer) files(op *operation) {
	files := op.in(inFile)
	if len(files) == 0 {
		return
	}
	p.line("var files []api.File")
	for _, f := range files {
		if f.kind == upload {
			p.line("if len(in.%s.Data) > 0 {\nin.%[1]s.Field = %[2]q\nfiles = append(files, in.%[1]s)\n}", f.goName, f.name)
		} else {
			p.line("for _, file := range in.%s {\nfile.Field = %q\nfiles = append(files, file)\n}", f.goName, f.name)
		}
	}
}

// address is the Go expression of the path of a call.
func (o *operation) address(s *source) (string, error) {
	expr := strconv.Quote(o.path)
	for _, f := range o.in(inPath) {
		written, ok := value{expr: "in." + f.goName, typ: f.typ, kind: f.kind}.written()
		if !ok {
			return "", s.errorf(f.pos, "%s: a value of type %s cannot stand in a path", f.goName, f.typ)
		}
		if f.kind == text {
			written = "url.PathEscape(" + written + ")"
		}
		expr = strings.Replace(expr, "{"+f.name+"}", `" + `+written+` + "`, 1)
	}
	return strings.TrimSuffix(expr, ` + ""`), nil
}
