package main

import (
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"rumah/shared/check"
)

// Where a field stands in a request.
const (
	inPath  = "path"
	inQuery = "query"
	inBody  = "body"
	inFile  = "file"
	inRaw   = "raw" // the body itself, as it is
)

// field is one field of a struct as those outside see it.
type field struct {
	goName   string
	name     string // what readers and senders call it
	jsonName string // "-" when it is not part of the JSON
	in       string // "" for a field nobody can send
	optional bool   // left out of the JSON when empty
	embedded bool   // its fields stand among those of the struct around it
	typ      types.Type
	kind     kind
	rules    []use
	each     []use // for the items of a list or the values of a map
	file     fileRule
	raw      int64 // most bytes of a raw body
	doc      string
	pos      token.Pos
}

// fileRule is what a tag file says.
type fileRule struct {
	max   int64 // bytes
	bound string
	kinds []string
	count int
}

// kind says how a value is checked and written.
type kind int

const (
	other kind = iota
	text
	number
	truth
	moment // time.Time
	binary // []byte
	list
	dict
	part // struct
	pointer
	upload  // api.File
	uploads // []api.File
)

func kindOf(t types.Type) kind {
	switch types.TypeString(types.Unalias(t), nil) {
	case "time.Time":
		return moment
	case "rumah/shared/api.File":
		return upload
	case "[]rumah/shared/api.File":
		return uploads
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsString != 0:
			return text
		case info&types.IsBoolean != 0:
			return truth
		case info&types.IsNumeric != 0 && info&types.IsComplex == 0:
			return number
		}
	case *types.Slice:
		if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Uint8 {
			return binary
		}
		return list
	case *types.Map:
		return dict
	case *types.Struct:
		return part
	case *types.Pointer:
		return pointer
	}
	return other
}

// fields reads the exported fields of a struct, one level.
func (s *source) fields(st *types.Struct) ([]*field, error) {
	var fields []*field
	seen := map[string]bool{}
	for i := range st.NumFields() {
		if !st.Field(i).Exported() {
			continue
		}
		f, err := s.field(st.Field(i), reflect.StructTag(st.Tag(i)))
		if err != nil {
			return nil, err
		}
		if f.in != "" && !f.embedded && seen[f.name] {
			return nil, s.errorf(f.pos, "two fields are named %q", f.name)
		}
		seen[f.name] = true
		fields = append(fields, f)
	}
	return fields, nil
}

func (s *source) field(v *types.Var, tag reflect.StructTag) (*field, error) {
	f := &field{goName: v.Name(), typ: v.Type(), kind: kindOf(v.Type()), doc: s.docs[v.Pos()], pos: v.Pos()}
	name, options, _ := strings.Cut(tag.Get("json"), ",")
	f.jsonName, f.optional = name, strings.Contains(options, "omit")
	if strings.Contains(options, "string") {
		return nil, s.errorf(f.pos, "%s: the json option string is not supported", f.goName)
	}
	if file, ok := tag.Lookup("file"); ok {
		return f, s.readFile(f, file, tag.Get("check"))
	}
	if raw, ok := tag.Lookup("raw"); ok {
		return f, s.readRaw(f, raw, tag.Get("check"))
	}
	switch {
	case tag.Get("path") != "":
		f.in, f.name = inPath, tag.Get("path")
	case tag.Get("query") != "":
		f.in, f.name = inQuery, tag.Get("query")
	case v.Embedded() && name == "":
		f.embedded = true
		if f.kind != part {
			return nil, s.errorf(f.pos, "%s is embedded; only structs by value may be", f.goName)
		}
	case name != "" && name != "-":
		f.in, f.name = inBody, name
	default:
		f.name = f.goName
	}
	return f, s.readRules(f, tag.Get("check"))
}

// readFile reads "photo,max=5MB,types=image/jpeg|image/png".
func (s *source) readFile(f *field, tag, rules string) (err error) {
	words := strings.Split(tag, ",")
	f.in, f.name, f.file.count = inFile, words[0], 1
	for _, word := range words[1:] {
		option, value, _ := strings.Cut(word, "=")
		switch option {
		case "max":
			f.file.bound = strings.NewReplacer("KB", " KB", "MB", " MB").Replace(value)
			if f.file.max, err = parseSize(value); err != nil {
				return s.errorf(f.pos, "%s: %q is no size", f.goName, value)
			}
		case "types":
			f.file.kinds = strings.Split(value, "|")
		default:
			return s.errorf(f.pos, "%s: unknown file option %q", f.goName, word)
		}
	}
	if f.kind != upload && f.kind != uploads || f.file.max == 0 || len(f.file.kinds) == 0 {
		return s.errorf(f.pos, "%s: a file is an api.File or a list of them, with max and types", f.goName)
	}
	for _, kind := range f.file.kinds {
		if !check.OneOf(kind, check.Kinds()...) {
			return s.errorf(f.pos, "%s: we cannot tell files of type %q; we can %v", f.goName, kind, check.Kinds())
		}
	}
	if err := s.readRules(f, rules); err != nil || f.kind == upload {
		return err
	}
	for _, u := range f.rules {
		if u.name == "max" {
			f.file.count, _ = strconv.Atoi(u.arg) // readRules has seen that it is one
			return nil
		}
	}
	return s.errorf(f.pos, "%s: how many files may come? add check:\"max=…\"", f.goName)
}

// readRaw reads "max=256KB": bytes that are the whole body. They may be a part
// of anything, so nobody can tell their kind.
func (s *source) readRaw(f *field, tag, rules string) (err error) {
	size, ok := strings.CutPrefix(tag, "max=")
	f.in, f.name = inRaw, "body"
	if f.raw, err = parseSize(size); err != nil || !ok || f.raw <= 0 || f.kind != binary || f.jsonName != "-" {
		return s.errorf(f.pos, "%s: a raw body is []byte with max and json:\"-\"", f.goName)
	}
	return s.readRules(f, rules)
}

// named are the kinds of files as people call them: "JPEG, PNG".
func (r fileRule) named() string {
	var names []string
	for _, kind := range r.kinds {
		_, name, _ := strings.Cut(kind, "/")
		names = append(names, strings.ToUpper(name))
	}
	return strings.Join(names, ", ")
}

// flatten reads the fields of a struct with those of embedded structs in
// their place.
func (s *source) flatten(named *types.Named) ([]*field, error) {
	fields, err := s.fields(named.Underlying().(*types.Struct))
	if err != nil {
		return nil, err
	}
	var flat []*field
	for _, f := range fields {
		if !f.embedded {
			flat = append(flat, f)
			continue
		}
		inner, err := s.flatten(namedStruct(f.typ))
		if err != nil {
			return nil, err
		}
		for _, g := range inner {
			g.goName = f.goName + "." + g.goName // a field may bear the name of the struct around it
			flat = append(flat, g)
		}
	}
	return flat, nil
}
