package app_test

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app"
	"rumah/app/house"
)

// heavy are imports the program for the phone must not have, and what each
// would cost every citizen (raw / brotli, measured on an empty program).
var heavy = map[string]string{
	"net/http":             "links an HTTP client: +5.2 MB / +1.0 MB; use api.Caller",
	"text/template":        "turns off the removal of unused methods: +3.4 MB / +0.5 MB; use app/ui",
	"html/template":        "turns off the removal of unused methods: +3.4 MB / +0.5 MB; use app/ui",
	"log/slog":             "+0.16 MB / +0.04 MB; the phone does not log",
	"regexp":               "its tables of all scripts: +0.8 MB / +0.08 MB; use strings",
	"crypto/tls":           "the browser does this",
	"database/sql":         "there is no database on the phone",
	"encoding/xml":         "+0.5 MB; answers are JSON",
	"github.com/uptrace":   "+0.8 MB / +0.14 MB; tags are only strings, the server embeds",
	"golang.org/x/text":    "+0.5 MB / +0.12 MB; use package words",
	"github.com/jackc/pgx": "there is no database on the phone",
	"rumah/server":         "the server is not on the phone",
}

// drawing are the names of go-app that set attributes or raw markup. Only
// app/ui may use them, because go-app prerenders attributes unescaped.
var plain = map[string]bool{
	"UI": true, "Compo": true, "Composer": true, "Context": true, "Event": true, "EventHandler": true, "Action": true,
	"IsServer": true, "IsClient": true, "RouteWithRegexp": true, "RunWhenOnBrowser": true, "HTMLString": true,
}

const goApp = "github.com/maxence-charriere/go-app/v10/pkg/app"

type source struct {
	path string
	file *ast.File
	set  *token.FileSet
	text string
}

func sources(t *testing.T, root string, tests bool) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || (!tests && strings.HasSuffix(path, "_test.go")) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, text, parser.ParseComments)
		if err != nil {
			return err
		}
		all = append(all, source{path, file, set, string(text)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// onPhone reports whether a file is compiled for js/wasm.
func onPhone(s source) bool {
	if strings.Contains(s.path, "/codegen/") {
		return false // a tool
	}
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			if !constraint.IsGoBuild(c.Text) || c.Pos() > s.file.Package {
				continue
			}
			expr, err := constraint.Parse(c.Text)
			if err == nil && !expr.Eval(func(tag string) bool { return tag == "js" || tag == "wasm" }) {
				return false
			}
		}
	}
	return true
}

func TestPhoneStaysLight(t *testing.T) {
	t.Parallel()
	seen := 0
	for _, root := range []string{".", "../shared"} {
		for _, s := range sources(t, root, false) {
			if !onPhone(s) {
				continue
			}
			seen++
			for _, imp := range s.file.Imports {
				path, _ := strconv.Unquote(imp.Path.Value)
				for bad, why := range heavy {
					if path == bad || strings.HasPrefix(path, bad+"/") {
						t.Errorf("%s imports %s: %s", s.path, path, why)
					}
				}
				if path == "syscall/js" && !strings.HasPrefix(s.path, "browser/") {
					t.Errorf("%s imports syscall/js: only app/browser speaks to JavaScript", s.path)
				}
				if strings.HasPrefix(path, "rumah/app") && root == "../shared" {
					t.Errorf("%s imports %s: shared imports neither app nor server", s.path, path)
				}
			}
		}
	}
	if seen < 30 {
		t.Fatalf("only %d files looked at", seen)
	}
}

func TestOnlyTheHouseWordsSetAttributes(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t, ".", false) {
		if strings.HasPrefix(s.path, "ui/") {
			continue
		}
		name := ""
		for _, imp := range s.file.Imports {
			if path, _ := strconv.Unquote(imp.Path.Value); path == goApp {
				name = "app"
				if imp.Name != nil {
					name = imp.Name.Name
				}
			}
		}
		if name == "" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if id, ok := sel.X.(*ast.Ident); ok && id.Name == name && !plain[sel.Sel.Name] {
				t.Errorf("%s: %s.%s: markup is made by app/ui only", s.set.Position(sel.Pos()), name, sel.Sel.Name)
			}
			return true
		})
	}
}

// Raw markup would go past every escape, in app/ui too.
func TestNoRawMarkup(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t, ".", false) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Raw" || sel.Sel.Name == "SetInnerHTML") {
				t.Errorf("%s: raw markup", s.set.Position(sel.Pos()))
			}
			return true
		})
	}
}

// The city is data: no name of one may stand in the code.
func TestNoCityInTheCode(t *testing.T) {
	t.Parallel()
	packs, err := os.ReadDir("../assets/city")
	if err != nil || len(packs) == 0 {
		t.Fatalf("no city packs: %v", err)
	}
	for _, root := range []string{".", "../shared", "../server", "../assets"} {
		for _, s := range sources(t, root, true) {
			for _, pack := range packs {
				if strings.Contains(strings.ToLower(s.text), pack.Name()) {
					t.Errorf("%s names %s: everything about a city stands in its pack", s.path, pack.Name())
				}
			}
		}
	}
}

// A field that others may set is a property to go-app: going from one address
// of a screen to another would write a fresh one over what the screen knows,
// and an answer still on its way would be taken for the new one.
func TestScreensKeepTheirStateToThemselves(t *testing.T) {
	t.Parallel()
	for _, route := range app.Routes {
		screen := reflect.TypeOf(route.New(&house.House{})).Elem()
		for i := range screen.NumField() {
			if f := screen.Field(i); f.IsExported() && f.Type != reflect.TypeFor[goapp.Compo]() {
				t.Errorf("%s: %s.%s can be written over", route.Pattern, screen, f.Name)
			}
		}
	}
}
