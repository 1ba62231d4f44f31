package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// go-app is one package for the server and for the phone. Its HTTP handler,
// which the phone never runs, links net/http, and that brings TLS, X.509 and
// all ciphers with their start-up tests: 2.0 MB of the program, 0.38 MB over
// the wire. The program is therefore compiled against a copy of the module in
// which four files and one dependency hold only what a phone uses.
const (
	slimModule  = "github.com/maxence-charriere/go-app/v10"
	slimVersion = "v10.1.11" // whose files the ones in slim stand in for
	slimUUID    = "github.com/google/uuid"
	slimFolder  = "bin/slim"
)

//go:embed slim
var slimFiles embed.FS

// slim prepares the copy and returns a module file that uses it.
func slim() (modfile string, err error) {
	folder, err := filepath.Abs(slimFolder)
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", slimModule).Output()
	if err != nil {
		return "", fmt.Errorf("find %s: %w", slimModule, err)
	}
	version, source, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if version != slimVersion {
		return "", fmt.Errorf("%s is %s: look whether the files in server/build/slim still stand in for its own, then name it in slim.go", slimModule, version)
	}
	if source == "" {
		return "", fmt.Errorf("%s is not downloaded: go mod download", slimModule)
	}
	module, uuid := filepath.Join(folder, "go-app"), filepath.Join(folder, "uuid")
	if err := copyModule(source, module); err != nil {
		return "", fmt.Errorf("copy %s: %w", slimModule, err)
	}
	for name, to := range map[string]string{
		"http.go": filepath.Join(module, "pkg/app/http.go"), "resource.go": filepath.Join(module, "pkg/app/resource.go"),
		"route.go":  filepath.Join(module, "pkg/app/route.go"),
		"crypto.go": filepath.Join(module, "pkg/app/crypto.go"), "uuid.go": filepath.Join(uuid, "uuid.go"),
	} {
		text, err := slimFiles.ReadFile("slim/" + name + ".txt")
		if err == nil {
			err = writeNew(to, text)
		}
		if err != nil {
			return "", err
		}
	}
	if err := writeNew(filepath.Join(uuid, "go.mod"), []byte("module "+slimUUID+"\n\ngo 1.26\n")); err != nil {
		return "", err
	}
	return modfileWith(folder, map[string]string{slimModule: module, slimUUID: uuid})
}

// copyModule copies what a build needs: the code of the two packages.
func copyModule(from, to string) error {
	for _, part := range []string{"go.mod", "pkg/app", "pkg/errors"} {
		err := filepath.WalkDir(filepath.Join(from, part), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(from, path)
			if err != nil {
				return err
			}
			return writeNew(filepath.Join(to, name), text)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// modfileWith is our go.mod with modules taken from folders.
func modfileWith(folder string, replaced map[string]string) (string, error) {
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return "", err
	}
	for module, at := range replaced {
		mod = append(mod, []byte(fmt.Sprintf("\nreplace %s => %q\n", module, at))...)
	}
	name := filepath.Join(folder, "go.mod.slim.mod")
	if err := os.WriteFile(filepath.Join(folder, "go.mod.slim.sum"), sum, 0o644); err != nil {
		return "", err
	}
	return name, os.WriteFile(name, mod, 0o644)
}

// writeNew writes a file unless it says the same already, so that the
// compiler sees no change where there is none.
func writeNew(name string, text []byte) error {
	if old, err := os.ReadFile(name); err == nil && string(old) == string(text) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}
