package city

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoCityInCode keeps every city out of the code: another city is another
// pack, and nothing but data may know its name.
func TestNoCityInCode(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("../../assets/city/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("packs %v, %v", folders, err)
	}
	for _, folder := range folders {
		pack, err := Load(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.ToLower(pack.Info.RegionShort)
		for _, file := range goFiles(t) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if at := bytes.Index(bytes.ToLower(data), []byte(name)); at >= 0 {
				t.Errorf("%s:%d names the city", file, bytes.Count(data[:at], []byte("\n"))+1)
			}
		}
	}
}

func goFiles(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, top := range []string{"app", "server", "shared", "assets"} {
		err := filepath.WalkDir("../../"+top, func(path string, _ fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") {
				found = append(found, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(found) < 50 {
		t.Fatalf("found only %d files", len(found))
	}
	return found
}
