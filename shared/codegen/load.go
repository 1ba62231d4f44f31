package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// source is the type-checked Go of shared with its comments.
type source struct {
	fset     *token.FileSet
	root     string
	packages []*packages.Package
	docs     map[token.Pos]string      // by the position of the name of a type, a field or a method
	routes   map[token.Pos][]directive // by the position of the name of a type or a method
}

// directive is a comment of the form //api:name text.
type directive struct {
	name, text string
	pos        token.Pos
}

// load reads shared. Generated files are read as if they were empty, so that
// what is written never depends on what was written before; errors that only
// come from their absence do not matter.
func load(root string) (*source, error) {
	overlay, err := emptied(root)
	if err != nil {
		return nil, err
	}
	s := &source{fset: token.NewFileSet(), root: root, docs: map[token.Pos]string{}, routes: map[token.Pos][]directive{}}
	s.packages, err = packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedTypes | packages.NeedTypesInfo | packages.NeedSyntax,
		Dir: root, Fset: s.fset, Overlay: overlay,
	}, "./shared/...")
	if err != nil {
		return nil, fmt.Errorf("load shared: %w", err)
	}
	for _, pkg := range s.packages {
		for _, e := range pkg.Errors {
			if e.Kind != packages.TypeError {
				return nil, fmt.Errorf("load %s: %w", pkg.PkgPath, e)
			}
		}
		for _, file := range pkg.Syntax {
			ast.Inspect(file, s.note)
		}
	}
	return s, nil
}

// emptied maps every generated file to its bare package clause.
func emptied(root string) (map[string][]byte, error) {
	overlay := map[string][]byte{}
	err := filepath.WalkDir(filepath.Join(root, "shared"), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isGenerated(path) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "package ") {
				overlay[path] = []byte(line)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read generated files: %w", err)
	}
	return overlay, nil
}

func isGenerated(path string) bool { return strings.HasSuffix(path, ".gen.go") }

// note keeps the comments of types, fields and methods.
func (s *source) note(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GenDecl:
		for _, spec := range n.Specs {
			if t, ok := spec.(*ast.TypeSpec); ok {
				s.keep(t.Name, n.Doc, t.Doc, t.Comment)
			}
		}
	case *ast.Field:
		for _, name := range n.Names {
			s.keep(name, n.Doc, n.Comment)
		}
	}
	return true
}

func (s *source) keep(name *ast.Ident, groups ...*ast.CommentGroup) {
	var texts []string
	for _, group := range groups {
		if text := strings.TrimSpace(group.Text()); text != "" {
			texts = append(texts, strings.ReplaceAll(text, "\n", " "))
		}
		if group == nil {
			continue
		}
		for _, comment := range group.List {
			if text, ok := strings.CutPrefix(comment.Text, "//api:"); ok {
				verb, rest, _ := strings.Cut(text, " ")
				s.routes[name.Pos()] = append(s.routes[name.Pos()], directive{verb, strings.TrimSpace(rest), comment.Pos()})
			}
		}
	}
	s.docs[name.Pos()] = strings.Join(texts, " ")
}

// errorf is an error that names file and line.
func (s *source) errorf(pos token.Pos, format string, args ...any) error {
	at := s.fset.Position(pos)
	if name, err := filepath.Rel(s.root, at.Filename); err == nil {
		at.Filename = filepath.ToSlash(name)
	}
	return fmt.Errorf("%s:%d: %w", at.Filename, at.Line, fmt.Errorf(format, args...))
}

// domains are the contracts in the folders directly below a folder.
func (s *source) domains(folder string) ([]*domain, error) {
	var domains []*domain
	for _, pkg := range s.packages {
		if len(pkg.GoFiles) == 0 {
			continue
		}
		dir, err := filepath.Rel(s.root, filepath.Dir(pkg.GoFiles[0]))
		if err != nil || filepath.ToSlash(filepath.Dir(dir)) != folder {
			continue
		}
		d, err := s.domain(pkg.Types)
		if err != nil {
			return nil, err
		}
		if d != nil {
			domains = append(domains, d)
		}
	}
	return domains, s.distinct(domains)
}

// distinct refuses two operations with one address.
func (s *source) distinct(domains []*domain) error {
	seen := map[string]string{}
	for _, d := range domains {
		for _, op := range d.operations {
			if other := seen[op.route()]; other != "" {
				return s.errorf(op.pos, "%s has the address of %s, %s", op.id(), other, op.route())
			}
			seen[op.route()] = op.id()
		}
	}
	return nil
}

func (s *source) domain(pkg *types.Package) (*domain, error) {
	for _, name := range pkg.Scope().Names() {
		object, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		for _, line := range s.routes[object.Pos()] {
			if line.name != "base" {
				return nil, s.errorf(line.pos, "//api:%s stands at a type; only //api:base does", line.name)
			}
			return s.readDomain(pkg, object, line)
		}
	}
	return nil, nil
}

// before orders what stands in the code by file, then by place. Positions
// alone will not do: files are read side by side, and the one read first
// gets the lower ones.
func (s *source) before(a, b token.Pos) bool {
	x, y := s.fset.Position(a), s.fset.Position(b)
	if x.Filename != y.Filename {
		return x.Filename < y.Filename
	}
	return x.Offset < y.Offset
}
