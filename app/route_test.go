package app

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rumah/shared/link"
	"rumah/shared/words"
)

// slimRouter finds routes as the program on the phone does.
const slimRouter = `package main

import (
	"encoding/json"
	"os"
)

type Composer any

func main() {
	var in struct{ Patterns, Paths []string }
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	r := makeRouter()
	for i, pattern := range in.Patterns {
		r.routeWithRegexp(pattern, func() Composer { return i })
	}
	found := []any{}
	for _, path := range in.Paths {
		c, _ := r.createComponent(path)
		found = append(found, c)
	}
	_ = json.NewEncoder(os.Stdout).Encode(found)
}
`

// The router of the program, which stands in for go-app's with its regular
// expressions, finds for every address the screen that those find.
func TestRouterOfThePhone(t *testing.T) {
	t.Parallel()
	var in struct{ Patterns, Paths []string }
	for _, r := range Routes {
		for _, lang := range words.Langs {
			in.Patterns = append(in.Patterns, expression(lang, r.Pattern))
			in.Paths = append(in.Paths, around(link.Prefix(lang)+r.Pattern)...)
		}
	}
	in.Paths = append(in.Paths, around("/id/tempat")...)
	in.Paths = append(in.Paths, around("/english/tempat")...)
	in.Patterns = append(in.Patterns, ".*")

	var expressions []*regexp.Regexp
	for _, pattern := range in.Patterns {
		expressions = append(expressions, regexp.MustCompile(pattern))
	}
	var want []int
	for _, path := range in.Paths {
		want = append(want, slices.IndexFunc(expressions, func(e *regexp.Regexp) bool { return e.MatchString(path) }))
	}
	if got := slimRoutes(t, in); !slices.Equal(got, want) {
		for i, path := range in.Paths {
			if got[i] != want[i] {
				t.Errorf("%s opens %s, not %s", path, in.Patterns[got[i]], in.Patterns[want[i]])
			}
		}
	}
}

// around are addresses of a pattern and some that are almost one.
func around(pattern string) []string {
	one := regexp.MustCompile(`\{[^}]*\}`)
	path := one.ReplaceAllString(pattern, "x-1")
	return []string{path, path + "/", path + "//", path + "/y", path + "y", "/" + path, path[:len(path)-1],
		one.ReplaceAllString(pattern, ""), one.ReplaceAllString(pattern, "[^/]+"), strings.ToUpper(path), strings.ReplaceAll(path, "/", "//")}
}

func slimRoutes(t *testing.T, in any) []int {
	t.Helper()
	router, err := os.ReadFile("../server/build/slim/route.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	files := map[string]string{"go.mod": "module router\n\ngo 1.26\n", "main.go": slimRouter, "route.go": strings.Replace(string(router), "package app", "package main", 1)}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	asked, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", ".")
	run.Dir, run.Stdin, run.Stderr = folder, bytes.NewReader(asked), os.Stderr
	said, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	var found []int
	if err := json.Unmarshal(said, &found); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return found
}
