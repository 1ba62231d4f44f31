package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// axeVersion is the accessibility checker, taken from npm by version.
const axeVersion = "4.14.1"

// axe fetches the checker once and keeps it between runs.
var axe = sync.OnceValues(func() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	dir := filepath.Join(cache, "rumah-axe-"+axeVersion)
	script := filepath.Join(dir, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(script); err != nil {
		cmd := exec.Command("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", dir, "axe-core@"+axeVersion)
		if text, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("the accessibility test needs Node with npm: %w\n%s", err, text)
		}
	}
	text, err := os.ReadFile(script)
	return string(text), err
})

type violation struct {
	ID    string
	Help  string
	Nodes []struct {
		HTML           string
		FailureSummary string
	}
}

func tour(t *testing.T) []string {
	id, _ := somePlace(t)
	_, sitemap, _ := get(t, "/sitemap.xml")
	_, rest, ok := strings.Cut(sitemap, "/peta/")
	if !ok {
		t.Fatal("the sitemap names no district")
	}
	district, _, _ := strings.Cut(rest, "<")
	return []string{"/", "/cari?q=ktp+ilang", "/cari?q=zzzzzz", "/layanan", "/layanan/" + someService(t), "/aplikasi", "/masuk", "/masuk/petugas", "/akun", "/tempat", "/tempat?q=zzzzzz", "/tempat?buka=1", "/tempat/" + id, "/peta", "/peta/" + district, "/antrean", "/antrean?jenis=clinic", "/antrean?q=zzzzzz", "/periksa", "/v/tidak-ada", "/tampilan", "/tentang", "/gaya", "/gaya/meja", "/luring", "/tidak-ada"}
}

// Every page in both themes, on a phone and on a desk: accessible, nothing
// wider than the screen, and pictures for people to look at.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []struct {
		width, height int64
		mobile        bool
	}{{360, 780, true}, {1280, 800, false}} {
		for _, theme := range []string{"light", "dark"} {
			t.Run(fmt.Sprintf("%d-%s", size.width, theme), func(t *testing.T) {
				ctx := screen(t, size.width, size.height, size.mobile)
				do(t, ctx, chromedp.Navigate(origin+"/tentang"), chromedp.Evaluate(`document.cookie='tampilan=`+theme+`.;path=/'`, nil))
				for _, path := range tour(t) {
					do(t, ctx, chromedp.Navigate(origin+path), live(), chromedp.Evaluate(`document.fonts.ready.then(()=>true)`, nil))
					if over := value[int](t, ctx, `document.documentElement.scrollWidth-innerWidth`); over > 0 {
						t.Errorf("%s is %d px wider than the screen", path, over)
					}
					name := strings.Trim(strings.NewReplacer("/", "-", "?", "-", "=", "").Replace(path), "-")
					if name == "" {
						name = "beranda"
					}
					whole(t, ctx, fmt.Sprintf("%s-%d-%s", name, size.width, theme))
					check(t, ctx, checker, path)
				}
			})
		}
	}
}

func check(t *testing.T, ctx context.Context, checker, path string) {
	t.Helper()
	do(t, ctx, chromedp.Evaluate(checker+";0", nil))
	found := value[string](t, ctx, `axe.run(document,{resultTypes:['violations'],runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r=>JSON.stringify(r.violations))`)
	var violations []violation
	if err := json.Unmarshal([]byte(found), &violations); err != nil {
		t.Fatal(err)
	}
	for _, v := range violations {
		for _, n := range v.Nodes {
			t.Errorf("%s: %s (%s)\n%s\n%s", path, v.ID, v.Help, n.HTML, n.FailureSummary)
		}
	}
}
