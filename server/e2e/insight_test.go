package e2e

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rumah/shared/words"
)

// Anybody reads what offices have really done: without our program, on the
// page of a service, month by month, and as files.
func TestAnybodyReadsHowServicesDo(t *testing.T) {
	t.Parallel()
	_, err := connects(t).Exec(t.Context(), `
INSERT INTO applications (id, service_id, edition, person_id, holder, agency_id, place_id, sealed, track_hash, version, head, created_at, saved_at, sent_at, changed_at, ended_at, took_days, took_minutes, in_time, returned)
SELECT 'PUB' || i, 'sku', 1, p.id, 'Warga Rahasia', o.agency_id, o.id, '', ('PUB' || i)::bytea, 1, '{"stage": "issued"}', at, at, at, at, at + interval '1 day', i % 4, 480 * (i % 4), i % 10 > 0, i % 8 = 0
FROM generate_series(1, 400) i, LATERAL (SELECT now() - make_interval(hours => i * 20) AS at) t, (SELECT id FROM people WHERE kind = 'citizen' LIMIT 1) p, (SELECT id, agency_id FROM places WHERE kind = 'village' ORDER BY id LIMIT 1) o`)
	if err != nil {
		t.Fatal(err)
	}
	ctx := screen(t, 1280, 900, false)
	do(t, ctx, chromedp.Navigate(origin+"/terbuka/sku"), started(), sees(words.InsightMonths.ID), sees("400"), sees("90%"))
	looksGood(t, ctx, "terbuka-layanan")
	do(t, ctx, chromedp.Navigate(origin+"/terbuka"), started(), sees("SKU"), sees(words.InsightCSV.ID))
	looksGood(t, ctx, "terbuka")
	do(t, ctx, chromedp.Navigate(origin+"/layanan/sku"), started(), sees(words.RealTitle.ID), sees(words.RealKept.In(words.ID, "90")))
	whole(t, ctx, "layanan-nyatanya-1280")

	for path, want := range map[string]string{"/terbuka": "Surat keterangan usaha", "/terbuka/data.csv": "sku,", "/terbuka/data.json": `"service":"sku"`, "/api/insight/services/sku": `"months":[`} {
		status, body, _ := get(t, path)
		if status != http.StatusOK || !strings.Contains(body, want) || strings.Contains(body, "Rahasia") {
			t.Errorf("%s: %d", path, status)
		}
	}
	if status, _, _ := get(t, "/terbuka/tidak-ada"); status != http.StatusNotFound {
		t.Errorf("a service that is not there: %d", status)
	}
}
