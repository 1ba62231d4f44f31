//go:build lighthouse

package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const lighthouseVersion = "12.8.2"

// TestLighthouse measures home, one place, a search and one service with
// Lighthouse's mobile preset.
func TestLighthouse(t *testing.T) {
	id, _ := somePlace(t)
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(cache, "rumah-lighthouse-"+lighthouseVersion)
	tool := filepath.Join(dir, "node_modules", ".bin", "lighthouse")
	if _, err := os.Stat(tool); err != nil {
		cmd := exec.Command("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", dir, "lighthouse@"+lighthouseVersion)
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("Lighthouse needs Node with npm: %v\n%s", err, text)
		}
	}
	reports := filepath.Join("..", "..", "lighthouse")
	if err := os.MkdirAll(reports, 0o755); err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"performance": .95, "accessibility": 1, "best-practices": 1, "seo": 1}
	for name, path := range map[string]string{"beranda": "/", "tempat": "/tempat/" + id, "cari": "/cari?q=ktp+ilang", "layanan": "/layanan/" + someService(t)} {
		out := filepath.Join(reports, name)
		cmd := exec.Command(tool, origin+path, "--quiet", "--output=json", "--output=html", "--output-path="+out,
			"--only-categories=performance,accessibility,best-practices,seo",
			"--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync")
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("lighthouse: %v\n%s", err, text)
		}
		data, err := os.ReadFile(out + ".report.json")
		if err != nil {
			t.Fatal(err)
		}
		var report struct {
			Categories map[string]struct{ Score float64 }
			Audits     map[string]struct {
				Score        *float64
				Title        string
				DisplayValue string
			}
		}
		if err := json.Unmarshal(data, &report); err != nil {
			t.Fatal(err)
		}
		for category, least := range want {
			score := report.Categories[category].Score
			t.Logf("%-8s %-15s %3.0f", name, category, score*100)
			if category == "seo" && name == "cari" {
				continue // search engines shall not list what was searched
			}
			if score < least {
				t.Errorf("%s: %s is %.0f, at least %.0f", path, category, score*100, least*100)
			}
		}
		for id, audit := range report.Audits {
			if audit.Score != nil && *audit.Score < .9 {
				t.Logf("%s: %s: %s %s", name, id, audit.Title, audit.DisplayValue)
			}
		}
	}
}
