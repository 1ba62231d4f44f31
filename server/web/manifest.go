package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"rumah/shared/city"
	"rumah/shared/words"
)

// Manifest is the app as a phone installs it: the file of the house with the
// names of the city.
func Manifest(file []byte, c city.Info) (http.Handler, error) {
	var manifest map[string]any
	if err := json.Unmarshal(file, &manifest); err != nil {
		return nil, fmt.Errorf("manifest.webmanifest: %w", err)
	}
	manifest["name"], manifest["short_name"] = c.App, c.Short
	manifest["description"] = words.HomeTitle.In(words.ID, c.RegionShort)
	body, err := json.Marshal(manifest)
	if err != nil {
		return nil, fmt.Errorf("manifest.webmanifest: %w", err)
	}
	return fixed("application/manifest+json", body), nil
}

// Worker is the service worker with the files it keeps.
func Worker(static *Static, version string) (http.Handler, error) {
	f := static.files[base+"js/worker.js"]
	if f == nil {
		return nil, fmt.Errorf("js/worker.js is missing")
	}
	shell := []string{}
	for _, plain := range []string{"css/look.css", "font/plus-jakarta-sans.woff2", "icon/icons.svg", "icon/scenes.svg", "icon/favicon.svg", "js/app.js", "js/wasm_exec.js"} {
		if static.Has(base + plain) {
			shell = append(shell, static.Hashed(base+plain))
		}
	}
	list, err := json.Marshal(shell)
	if err != nil {
		return nil, err
	}
	body := bytes.ReplaceAll(f.data, []byte(`["{{shell}}"]`), list)
	body = bytes.ReplaceAll(body, []byte("{{version}}"), []byte(version))
	return fixed("text/javascript; charset=utf-8", body), nil
}
