package main

import (
	"go/token"
	"go/types"
	"sort"
	"strconv"
	"strings"

	"rumah/shared/access"
)

// domain is one contract.
type domain struct {
	name       string // "place"
	base       string // "/api/places"
	doc        string
	pkg        *types.Package
	operations []*operation
}

// operation is one method of a contract.
type operation struct {
	domain *domain
	name   string // "List"
	verb   string // "GET"
	path   string // "/api/places/{id}"
	role   access.Role
	once   bool
	own    bool  // the service keeps the keys itself
	cache  int   // seconds
	limit  int64 // bytes; 0 for an operation without a body
	doc    string
	pos    token.Pos
	input  *types.Named // nil for none
	output *types.Named // nil for none
	fields []*field     // of input, those of embedded structs in their place
}

func (o *operation) id() string    { return o.domain.name + "." + o.name }
func (o *operation) route() string { return o.verb + " " + o.path }

// in are the fields that stand in one place: path, query, body or file.
func (o *operation) in(place string) []*field {
	var fields []*field
	for _, f := range o.fields {
		if f.in == place {
			fields = append(fields, f)
		}
	}
	return fields
}

func (o *operation) hasBody() bool {
	return len(o.in(inBody))+len(o.in(inFile))+len(o.in(inRaw)) > 0
}

// answersRaw reports whether the answer is a file as it is, not JSON.
func (o *operation) answersRaw() bool { return o.output != nil && kindOf(o.output) == upload }

const defaultLimit = 64 << 10

var verbs = map[string]string{"get": "GET", "post": "POST", "put": "PUT", "patch": "PATCH", "delete": "DELETE"}

func (s *source) readDomain(pkg *types.Package, object *types.TypeName, base directive) (*domain, error) {
	d := &domain{name: pkg.Name(), base: base.text, doc: s.docs[object.Pos()], pkg: pkg}
	contract, ok := object.Type().Underlying().(*types.Interface)
	if !ok {
		return nil, s.errorf(object.Pos(), "//api:base belongs to an interface, %s is none", object.Name())
	}
	if object.Name() != "API" {
		return nil, s.errorf(object.Pos(), "the contract of a domain is named API, not %s", object.Name())
	}
	if !strings.HasPrefix(d.base, "/api/") || strings.HasSuffix(d.base, "/") || strings.ContainsAny(d.base, "{} ") {
		return nil, s.errorf(base.pos, "%q is no base; it is like /api/places", d.base)
	}
	for i := range contract.NumMethods() {
		op, err := s.readOperation(d, contract.Method(i))
		if err != nil {
			return nil, err
		}
		d.operations = append(d.operations, op)
	}
	// go/types sorts methods by name; people read them in the order they stand.
	sort.Slice(d.operations, func(i, j int) bool { return s.before(d.operations[i].pos, d.operations[j].pos) })
	return d, nil
}

func (s *source) readOperation(d *domain, method *types.Func) (*operation, error) {
	op := &operation{domain: d, name: method.Name(), doc: s.docs[method.Pos()], pos: method.Pos()}
	lines := s.routes[method.Pos()]
	if len(lines) != 1 {
		return nil, s.errorf(op.pos, "%s has %d route lines; it needs one, like //api:get /{id} anyone", op.name, len(lines))
	}
	if err := s.readRoute(op, lines[0]); err != nil {
		return nil, err
	}
	if err := s.readSignature(op, method.Signature()); err != nil {
		return nil, err
	}
	return op, s.agree(op)
}

func (s *source) readRoute(op *operation, line directive) error {
	words := strings.Fields(line.text)
	op.verb = verbs[line.name]
	if op.verb == "" {
		return s.errorf(line.pos, "unknown verb %q", line.name)
	}
	if len(words) < 2 || !strings.HasPrefix(words[0], "/") {
		return s.errorf(line.pos, "%q is no route; it is like /{id} anyone", line.text)
	}
	op.path = op.domain.base
	if words[0] != "/" {
		op.path += words[0]
	}
	op.role = access.Role(words[1])
	if !isRole(op.role) {
		return s.errorf(line.pos, "unknown role %q; the roles are %v", words[1], access.Roles)
	}
	for _, word := range words[2:] {
		if err := s.readOption(op, line, word); err != nil {
			return err
		}
	}
	return nil
}

func isRole(role access.Role) bool {
	for _, r := range access.Roles {
		if r == role {
			return true
		}
	}
	return false
}

func (s *source) readOption(op *operation, line directive, word string) (err error) {
	name, value, _ := strings.Cut(word, "=")
	switch {
	case name == "once" && (value == "" || value == "own"):
		op.once, op.own = true, value == "own"
		if op.verb == "GET" {
			return s.errorf(line.pos, "once is for operations that change something")
		}
		return nil
	case name == "cache":
		op.cache, err = strconv.Atoi(value)
		if op.verb != "GET" || op.role != access.Anyone {
			return s.errorf(line.pos, "cache is for get and anyone: what is kept is for all")
		}
	case name == "limit":
		op.limit, err = parseSize(value)
	default:
		return s.errorf(line.pos, "unknown option %q", word)
	}
	if err != nil || op.cache < 0 || op.limit < 0 || value == "" {
		return s.errorf(line.pos, "%q is no number", word)
	}
	return nil
}

// parseSize reads "500", "64KB" or "5MB", in bytes of 1024.
func parseSize(s string) (int64, error) {
	unit := int64(1)
	for _, u := range []struct {
		suffix string
		bytes  int64
	}{{"KB", 1 << 10}, {"MB", 1 << 20}} {
		if digits, ok := strings.CutSuffix(s, u.suffix); ok {
			s, unit = digits, u.bytes
		}
	}
	n, err := strconv.ParseInt(s, 10, 32)
	return n * unit, err
}

// readSignature takes (ctx) or (ctx, In) and returns error or (Out, error).
func (s *source) readSignature(op *operation, signature *types.Signature) error {
	params, results := signature.Params(), signature.Results()
	if params.Len() < 1 || params.Len() > 2 || types.TypeString(params.At(0).Type(), nil) != "context.Context" {
		return s.errorf(op.pos, "%s takes a context and at most one struct", op.name)
	}
	if n := results.Len(); n < 1 || n > 2 || types.TypeString(results.At(n-1).Type(), nil) != "error" {
		return s.errorf(op.pos, "%s returns an error, after at most one struct", op.name)
	}
	if results.Len() == 2 {
		if op.output = namedStruct(results.At(0).Type()); op.output == nil {
			return s.errorf(op.pos, "%s returns %s; it must be a named struct", op.name, results.At(0).Type())
		}
	}
	if params.Len() == 1 {
		return nil
	}
	op.input = namedStruct(params.At(1).Type())
	if op.input == nil || op.input.Obj().Pkg() != op.domain.pkg {
		return s.errorf(op.pos, "%s takes %s; it must be a struct of the domain, by value", op.name, params.At(1).Type())
	}
	var err error
	op.fields, err = s.flatten(op.input)
	return err
}

// agree checks that the route and the input fit together.
func (s *source) agree(op *operation) error {
	for _, f := range op.fields {
		switch {
		case f.in == "":
			return s.errorf(f.pos, "%s has no tag path, query, json or file, so nobody can send it", f.goName)
		case f.in == inPath && !strings.Contains(op.path, "{"+f.name+"}"):
			return s.errorf(f.pos, "%s has no {%s} for %s", op.path, f.name, f.goName)
		case op.hasBody() && f.in != inBody && f.jsonName != "-":
			return s.errorf(f.pos, "%s stands beside a body: it needs json:\"-\"", f.goName)
		}
	}
	for _, part := range strings.Split(op.path, "/") {
		name, ok := strings.CutPrefix(part, "{")
		if name = strings.TrimSuffix(name, "}"); ok && !hasPath(op, name) {
			return s.errorf(op.pos, "%s has no field with path:%q", op.name, name)
		}
	}
	switch {
	case op.hasBody() && (op.verb == "GET" || op.verb == "DELETE"):
		return s.errorf(op.pos, "%s is a %s and has a body", op.name, op.verb)
	case len(op.in(inRaw)) > 0 && (len(op.in(inRaw)) > 1 || len(op.in(inBody))+len(op.in(inFile)) > 0 || op.once && !op.own):
		return s.errorf(op.pos, "%s has a raw body: nothing else can stand in one, and no answer to it is kept", op.name)
	case op.answersRaw() && (op.verb != "GET" || op.once):
		return s.errorf(op.pos, "%s answers a file: it must be a GET", op.name)
	}
	return s.addLimit(op)
}

func hasPath(op *operation, name string) bool {
	for _, f := range op.in(inPath) {
		if f.name == name {
			return true
		}
	}
	return false
}

// perFile is room for the headers of one part of a form, in bytes.
const perFile = 1 << 10

// addLimit makes room for the files that may come.
func (s *source) addLimit(op *operation) error {
	if !op.hasBody() {
		if op.limit != 0 {
			return s.errorf(op.pos, "%s has a limit and no body", op.name)
		}
		return nil
	}
	if op.limit == 0 {
		op.limit = defaultLimit
	}
	for _, f := range op.in(inRaw) {
		op.limit = f.raw
	}
	for _, f := range op.in(inFile) {
		op.limit += (f.file.max + perFile) * int64(f.file.count)
	}
	return nil
}

// namedStruct is t if it is a named struct, else nil.
func namedStruct(t types.Type) *types.Named {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	if _, ok := named.Underlying().(*types.Struct); !ok {
		return nil
	}
	return named
}
