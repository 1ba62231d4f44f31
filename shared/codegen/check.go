package main

import (
	"go/types"
	"sort"
	"strconv"
	"strings"
)

// checker writes the Check methods of one domain.
type checker struct {
	*printer
	source  *source
	domain  *domain
	methods map[*types.Named]bool   // that get a method, in this domain
	foreign map[*types.Named]string // that get a function here, since their package is not ours to write to
	texts   []string                // rules of texts, each once
	err     error
}

// emitCheck writes check.gen.go: a method for every input, for every struct
// with rules, and for what these hold.
func emitCheck(s *source, d *domain) ([]byte, error) {
	c := &checker{printer: newPrinter(d.name, d.pkg), source: s, domain: d,
		methods: map[*types.Named]bool{}, foreign: map[*types.Named]string{}}
	for _, named := range c.roots() {
		c.reach(named)
	}
	for _, named := range c.source.inOrder(c.methods) {
		if clash := handWritten(named, "Check"); clash != nil {
			return nil, s.errorf(clash.Pos(), "%s has a Check of its own; what it adds belongs into CheckMore", named.Obj().Name())
		}
		c.method(named)
	}
	var foreign []*types.Named
	for named := range c.foreign {
		foreign = append(foreign, named)
	}
	sort.Slice(foreign, func(i, j int) bool { return c.foreign[foreign[i]] < c.foreign[foreign[j]] })
	for _, named := range foreign {
		c.function(named)
	}
	if c.err != nil {
		return nil, c.err
	}
	c.table()
	return c.file()
}

// table writes the rules of texts, when there are any.
func (c *checker) table() {
	if len(c.texts) == 0 {
		return
	}
	c.line("\n// texts are the rules of what is written.\nvar texts = [...]check.TextRule{")
	for _, entry := range c.texts {
		c.line("%s,", entry)
	}
	c.line("}")
}

// roots are the inputs, and the structs of the domain with rules.
func (c *checker) roots() []*types.Named {
	var roots []*types.Named
	for _, op := range c.domain.operations {
		if op.input != nil {
			roots = append(roots, op.input)
		}
	}
	scope := c.domain.pkg.Scope()
	for _, name := range scope.Names() {
		object, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || object.IsAlias() {
			continue
		}
		if named := namedStruct(object.Type()); named != nil && named.TypeParams() == nil && hasRules(named) {
			roots = append(roots, named)
		}
	}
	return roots
}

func hasRules(named *types.Named) bool {
	st := named.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if strings.Contains(st.Tag(i), `check:"`) {
			return true
		}
	}
	return false
}

// reach notes named and every struct it holds.
func (c *checker) reach(t types.Type) {
	if k := kindOf(t); k == list || k == dict || k == pointer {
		c.reach(elem(t))
		return
	} else if k != part {
		return
	}
	if named := namedStruct(t); named != nil {
		if c.methods[named] || c.foreign[named] != "" {
			return
		}
		if named.Obj().Pkg() == c.domain.pkg {
			c.methods[named] = true
		} else {
			name := named.Obj().Pkg().Name()
			c.foreign[named] = "check" + strings.ToUpper(name[:1]) + name[1:] + named.Obj().Name()
		}
	}
	st := t.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if st.Field(i).Exported() {
			c.reach(st.Field(i).Type())
		}
	}
}

func (s *source) inOrder(set map[*types.Named]bool) []*types.Named {
	var list []*types.Named
	for named := range set {
		list = append(list, named)
	}
	sort.Slice(list, func(i, j int) bool { return s.before(list[i].Obj().Pos(), list[j].Obj().Pos()) })
	return list
}

// handWritten is a method of the type itself, not of what it embeds.
func handWritten(named *types.Named, name string) *types.Func {
	for i := range named.NumMethods() {
		if named.Method(i).Name() == name {
			return named.Method(i)
		}
	}
	return nil
}

func (c *checker) method(named *types.Named) {
	c.line("")
	c.line("// Check reports what is wrong with x, by field.")
	c.line("func (x *%s) Check() error {", named.Obj().Name())
	c.about(named)
}

func (c *checker) function(named *types.Named) {
	c.line("")
	c.line("func %s(x *%s) error {", c.foreign[named], c.typeName(named))
	c.about(named)
}

// about writes the body of a method or function about x.
func (c *checker) about(named *types.Named) {
	checks := c.capture(func() {
		c.fields("x", "", named.Underlying().(*types.Struct))
		if handWritten(named, "CheckMore") != nil {
			c.line("f.Merge(\"\", x.CheckMore())")
		}
	})
	if checks == "" {
		c.line("return nil\n}")
		return
	}
	c.line("var f check.Faults\n%sreturn f.Err()\n}", checks)
}

// fields checks the fields of a struct whose own name is at.
func (c *checker) fields(x, at string, st *types.Struct) {
	fields, err := c.source.fields(st)
	if err != nil {
		c.err = err
		return
	}
	for _, f := range fields {
		name := strconv.Quote(at + f.name)
		v := value{expr: x + "." + f.goName, typ: f.typ, kind: f.kind}
		switch {
		case f.embedded:
			c.nested(strconv.Quote(at), v)
		case f.in == "" && f.jsonName == "-":
		case f.in == inFile:
			c.files(name, v, f)
		default:
			c.value(name, v, f)
		}
	}
}
