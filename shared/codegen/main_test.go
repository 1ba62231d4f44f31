package main

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

var once = sync.OnceValues(func() (map[string][]byte, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	return generate(root, targets)
})

// first is what the generator made first, and the root of the module.
func first(t *testing.T) (string, map[string][]byte) {
	t.Helper()
	files, err := once()
	if err != nil {
		t.Fatal(err)
	}
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root, files
}

// What the generator makes of the real contracts and of the fixture is what
// stands in the tree, to the letter: the committed files are the golden ones,
// and the fixture's are compiled and tried by package api.
func TestGeneratedIsWhatStandsInTheTree(t *testing.T) {
	t.Parallel()
	root, files := first(t)
	if len(files) < 10 {
		t.Fatalf("only %d files", len(files))
	}
	for name, want := range files {
		path := name
		if !filepath.IsAbs(path) {
			path = filepath.Join(root, name)
		}
		have, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(have, want) {
			t.Errorf("%s is stale: go generate ./... (%v)", name, err)
		}
	}
}

// The same contracts give the same bytes, however maps are walked.
func TestGeneratorIsDeterministic(t *testing.T) {
	t.Parallel()
	root, first := first(t)
	second, err := generate(root, targets)
	if err != nil {
		t.Fatal(err)
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs between two runs", name)
		}
	}
}
