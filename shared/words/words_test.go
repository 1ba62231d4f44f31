package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// sentences reads every T of the catalogue from its source, so that none can
// be left out of the checks.
func sentences(t *testing.T) map[string]T {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]T{}
	for _, entry := range files {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, entry.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || len(lit.Elts) == 0 {
				return true
			}
			var parts []string
			for _, e := range lit.Elts {
				b, ok := e.(*ast.BasicLit)
				if !ok || b.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(b.Value)
				if err != nil {
					t.Fatal(err)
				}
				parts = append(parts, s)
			}
			at := set.Position(lit.Pos()).String()
			if len(parts) != 3 {
				t.Errorf("%s: %d languages, want 3: %q", at, len(parts), parts)
				return true
			}
			all[at] = T{parts[0], parts[1], parts[2]}
			return true
		})
	}
	return all
}

var gap = regexp.MustCompile(`\{\d\}`)

func TestEverySentenceInEveryLanguage(t *testing.T) {
	t.Parallel()
	all := sentences(t)
	if len(all) < 200 {
		t.Fatalf("only %d sentences found: the reader of the catalogue is broken", len(all))
	}
	for at, s := range all {
		for _, lang := range Langs {
			text := s.In(lang)
			if strings.TrimSpace(text) != text || text == "" {
				t.Errorf("%s: %s is empty or has blanks around it: %q", at, lang, text)
			}
			if strings.Contains(text, "!") || strings.Contains(text, "...") {
				t.Errorf("%s: %s shouts or trails off: %q", at, lang, text)
			}
			if got, want := gaps(text), gaps(s.ID); got != want {
				t.Errorf("%s: %s has gaps %s, Indonesian has %s", at, lang, got, want)
			}
		}
	}
}

// gaps lists the gaps of a sentence, each once, in order of their numbers.
func gaps(s string) string {
	var found string
	for i := range 10 {
		mark := "{" + strconv.Itoa(i) + "}"
		if strings.Contains(s, mark) {
			found += mark
		}
	}
	if found == "" && gap.MatchString(s) {
		return "?"
	}
	return found
}

func TestFill(t *testing.T) {
	t.Parallel()
	s := T{"{0} dari {1}", "{0} of {1}", "{0} saking {1}"}
	if got := s.In(JV, "2", "4"); got != "2 saking 4" {
		t.Errorf("got %q", got)
	}
	if got := Fault(EN, "no such key", ""); got != Faults["broken"].EN {
		t.Errorf("an unknown key must still be a sentence, got %q", got)
	}
}

func TestNumbersAndDays(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 999: "999", 1284: "1.284", -20015: "-20.015", 1000000: "1.000.000"} {
		if got := Count(ID, n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
	if got := Count(EN, 1284); got != "1,284" {
		t.Errorf("English: %q", got)
	}
	if got := Day(ID, "2026-11-23"); got != "Senin, 23 November" {
		t.Errorf("Day: %q", got)
	}
	if got := FullDay(JV, "2026-11-23"); got != "23 November 2026" {
		t.Errorf("FullDay: %q", got)
	}
}
