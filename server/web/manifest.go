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

// workerParts are the files the service worker is made of, in their order.
var workerParts = []string{"js/worker.js", "js/worker-push.js"}

// Worker is the service worker with the files it keeps, and what it says by
// itself.
func Worker(static *Static, version, app string) (http.Handler, error) {
	var body []byte
	for _, part := range workerParts {
		f := static.files[base+part]
		if f == nil {
			return nil, fmt.Errorf("%s is missing", part)
		}
		body = append(body, f.data...)
	}
	shell := []string{}
	for _, plain := range []string{"css/look.css", "font/plus-jakarta-sans.woff2", "icon/icons.svg", "icon/scenes.svg", "icon/favicon.svg", "js/app.js", "js/wasm_exec.js"} {
		if static.Has(base + plain) {
			shell = append(shell, static.Hashed(base+plain))
		}
	}
	says := map[words.Lang]map[string]string{}
	for _, lang := range words.Langs {
		says[lang] = map[string]string{"title": words.PrivateNews.In(lang), "body": words.PrivateBody.In(lang, app), "open": words.InboxOpen.In(lang)}
	}
	pictures := map[string]string{"icon": static.Hashed(base + "icon/icon-192.png"), "badge": static.Hashed(base + "icon/badge-96.png")}
	for gap, filled := range map[string]any{`["{{shell}}"]`: shell, `"{{version}}"`: version, `"{{says}}"`: says, `"{{pictures}}"`: pictures} {
		text, err := json.Marshal(filled)
		if err != nil {
			return nil, fmt.Errorf("service worker: %w", err)
		}
		body = bytes.ReplaceAll(body, []byte(gap), text)
	}
	return fixed("text/javascript; charset=utf-8", body), nil
}
