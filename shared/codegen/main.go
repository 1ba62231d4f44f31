package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// target is where contracts stand and where what follows from them goes, as
// folders below the root of the module.
type target struct {
	contracts string // each domain is a folder directly below
	server    string // the routes of a domain go into the folder of its name
	merged    string // what is made of all domains together
	title     string // of the OpenAPI document
}

// targets are the domains of the house, and the one that proves the generator.
var targets = []target{
	{contracts: "shared", server: "server", merged: "server/api", title: "Rumah API"},
	{contracts: "shared/codegen", server: "server/api", merged: "server/api/fixture", title: "Fixture API"},
}

func main() {
	check := flag.Bool("check", false, "write nothing; fail and name the files that are stale")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(check bool) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	files, err := generate(root, targets)
	if err != nil {
		return err
	}
	stale, err := staleFiles(root, files)
	if err != nil || len(stale) == 0 {
		return err
	}
	if check {
		var errs []error
		for _, name := range stale {
			errs = append(errs, fmt.Errorf("%s is stale: run make generate", name))
		}
		return errors.Join(errs...)
	}
	return write(root, stale, files)
}

// moduleRoot is the nearest folder upwards with a go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the module: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("find the module: no go.mod in this folder or above")
		}
		dir = parent
	}
}

// generate returns the text of every file that follows from the contracts,
// by its path below root.
func generate(root string, targets []target) (map[string][]byte, error) {
	src, err := load(root)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, t := range targets {
		domains, err := src.domains(t.contracts)
		if err != nil {
			return nil, err
		}
		if len(domains) == 0 {
			continue
		}
		for _, emit := range []func(*source, target, []*domain, map[string][]byte) error{emitDomains, emitAccess, emitDocument} {
			if err := emit(src, t, domains, files); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

func emitDomains(src *source, t target, domains []*domain, files map[string][]byte) error {
	for _, d := range domains {
		shared := t.contracts + "/" + d.name + "/"
		for name, emit := range map[string]func(*source, *domain) ([]byte, error){
			shared + "check.gen.go":                         emitCheck,
			shared + "client.gen.go":                        emitClient,
			t.server + "/" + d.name + "/" + "routes.gen.go": emitRoutes,
		} {
			text, err := emit(src, d)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			files[name] = text
		}
	}
	return nil
}

// staleFiles are those that differ on disk, and those we once wrote and would
// not write any more.
func staleFiles(root string, files map[string][]byte) ([]string, error) {
	var stale []string
	for name, text := range files {
		have, err := os.ReadFile(filepath.Join(root, name))
		if err != nil && !os.IsNotExist(err) {
			return nil, fmt.Errorf("compare: %w", err)
		}
		if !bytes.Equal(have, text) {
			stale = append(stale, name)
		}
	}
	written, err := writtenByUs(root)
	if err != nil {
		return nil, err
	}
	for _, name := range written {
		if files[name] == nil {
			stale = append(stale, name)
		}
	}
	sort.Strings(stale)
	return stale, nil
}

// writtenByUs are the generated Go files that stand in the house.
func writtenByUs(root string) ([]string, error) {
	var names []string
	for _, room := range []string{"shared", "server"} {
		err := filepath.WalkDir(filepath.Join(root, room), func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !isGenerated(path) {
				return ignoreMissing(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if bytes.HasPrefix(text, []byte(header)) {
				name, _ := filepath.Rel(root, path) // path lies below root
				names = append(names, filepath.ToSlash(name))
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("look for generated files: %w", err)
		}
	}
	return names, nil
}

func ignoreMissing(err error) error {
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

func write(root string, names []string, files map[string][]byte) error {
	for _, name := range names {
		path := filepath.Join(root, name)
		if files[name] == nil {
			if err := os.Remove(path); err != nil {
				return fmt.Errorf("remove what is no longer generated: %w", err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("write: %w", err)
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	return nil
}
