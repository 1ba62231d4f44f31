package e2e

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rumah/app/answer"
	"rumah/shared/words"
)

// answers types into the field of a question.
func answers(id, text string) chromedp.Action {
	return types(fmt.Sprintf("[id=%q]", answer.FieldID(id)), text)
}

// tile presses the tile of an answer.
func tile(id, value string) chromedp.Action {
	return chromedp.Click(fmt.Sprintf(`label:has(input[name=%q][value=%q])`, answer.FieldID(id), value), chromedp.ByQuery)
}

// agrees ticks a statement.
func agrees(id string) chromedp.Action {
	return chromedp.Click(fmt.Sprintf(`label:has(input[name=%q])`, answer.FieldID(id)), chromedp.ByQuery)
}

// photo is a picture of a paper as a phone takes it: lines of letters, and the
// noise of its sensor, which is what makes it large.
func photo(t *testing.T, name string, wide, high, noise int) string {
	t.Helper()
	draw := rand.New(rand.NewPCG(1, uint64(wide)))
	img := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			v := 200
			if y/(high/40)%2 == 0 && x/(wide/120)%3 != 0 {
				v = 40
			}
			n := v + draw.IntN(noise+1)
			img.SetRGBA(x, y, color.RGBA{uint8(n), uint8(min(n+4, 255)), uint8(n), 255})
		}
	}
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := jpeg.Encode(f, img, &jpeg.Options{Quality: 98}); err != nil {
		t.Fatal(err)
	}
	return path
}

// gives chooses files for a question.
func gives(id string, paths ...string) chromedp.Action {
	return chromedp.SetUploadFiles("#"+answer.FieldID(id), paths, chromedp.ByQuery)
}

// begins opens an application for a child's card for somebody of the family,
// or for oneself, and answers all but the files. Each step is looked at.
func begins(t *testing.T, ctx context.Context, member string, look func(step string)) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(origin+"/layanan/kia"), live(), pressT(words.ApplyHereDo), sees(words.ApplyStart.ID))
	if member != "" {
		do(t, ctx, pressT(words.ApplyAdd), chromedp.WaitVisible("#name", chromedp.ByQuery), types("#name", member), chromedp.Click("input[value=child]", chromedp.ByQuery),
			dates("#born", "2018-03-12"), types("#nik", "3515081203180001"), pressT(words.Save), sees(words.ApplyFor.ID),
			holds(fmt.Sprintf(`(()=>{const l=[...document.querySelectorAll('label')].find(l=>l.innerText.includes(%q));l?.click();return !!l?.querySelector('input:checked')})()`, member)))
	}
	do(t, ctx, chooses("place", "dispendukcapil"))
	look("mulai")
	do(t, ctx, pressT(words.ApplyStart), holds(`location.pathname.startsWith('/permohonan/')`), sees(words.FillTag.ID))
	do(t, ctx, pressT(words.FillNext), sees(words.Fault("id", "required", "")))
	look("salah")
	do(t, ctx, tile("jenis", "baru"), pressT(words.FillNext), sees("Nama lengkap anak"))
	if member != "" {
		do(t, ctx, holds(fmt.Sprintf(`document.getElementById('j-nama').value===%q`, member)))
	} else {
		do(t, ctx, answers("nama", "Genta Pratama"), answers("nik", "3515081203180001"), chromedp.SetValue("#j-lahir", "2018-03-12", chromedp.ByQuery))
	}
	do(t, ctx, answers("akta", "3515-LU-12032018-0007"))
	look("anak")
	do(t, ctx, pressT(words.FillNext), answers("kk", "3515080101100004"), pressT(words.FillNext), sees("Foto kartu keluarga"))
}

// unseen looks at no step.
func unseen(string) {}

// ends agrees and looks once more.
func ends(t *testing.T, ctx context.Context, look func(step string)) {
	t.Helper()
	do(t, ctx, pressT(words.FillNext), sees("Data ini benar"), agrees("benar"), pressT(words.FillNext), sees(words.FillReview.ID))
	look("periksa")
}

// sends ends an application and sends it.
func sends(t *testing.T, ctx context.Context, look func(step string)) {
	t.Helper()
	ends(t, ctx, look)
	do(t, ctx, pressT(words.FillSend), sees(words.StatusSentOK.ID))
	look("terkirim")
}

// path is where a page is.
func path(t *testing.T, ctx context.Context) string {
	t.Helper()
	return value[string](t, ctx, `location.pathname`)
}

// kept counts the files of an application that have arrived whole.
func kept(n int) chromedp.Action {
	return holds(fmt.Sprintf(`document.querySelectorAll('a[href^="/api/papers/files/"]').length===%d`, n))
}

// Five photos of 8 MB go over a line of 1 Mbit/s that is cut on the way: each
// goes on where it broke off.
func TestFivePhotosOnASlowLine(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	comes(t, ctx, "Ibu Wening")
	begins(t, ctx, "", unseen)
	var paths []string
	for i := range 5 {
		p := photo(t, fmt.Sprintf("foto-%d.jpg", i), 4000, 3000, 40)
		paths = append(paths, p)
		if info, err := os.Stat(p); err != nil || info.Size() < 8e6 {
			t.Fatalf("%v %v", info, err)
		}
	}
	const line = 1e6 / 8
	slow := func(cut bool) chromedp.Action { return network.EmulateNetworkConditions(cut, 100, line, line) }
	do(t, ctx, network.Enable(), slow(false))
	begin := time.Now()
	do(t, ctx, gives("foto_kk", paths[0], paths[1]), gives("foto_akta", paths[2], paths[3]), gives("pas_foto", paths[4]), kept(1),
		holds(`[...document.querySelectorAll('progress')].some(p=>p.value>20)`), slow(true), sees(words.PaperWaits.ID))
	do(t, ctx, slow(false))
	patient(t, ctx, kept(5))
	sends(t, ctx, unseen)
	db := connects(t)
	var files, bytes int
	if err := db.QueryRow(t.Context(), `SELECT count(*), sum(size) FROM files WHERE application_id = $1`, filepath.Base(path(t, ctx))).Scan(&files, &bytes); err != nil || files != 5 {
		t.Fatalf("%d files: %v", files, err)
	}
	t.Logf("5 photos, %d KB after they were made smaller, sent in %v", bytes/1000, time.Since(begin).Round(time.Second))
}

// patient gives a step three minutes.
func patient(t *testing.T, ctx context.Context, step chromedp.Action) {
	t.Helper()
	wait, stop := context.WithTimeout(ctx, 3*time.Minute)
	defer stop()
	if err := chromedp.Run(wait, step); err != nil {
		t.Fatal(err)
	}
}

// Something that waited for a network and is refused says so wherever its
// sender is, and where it must be looked at; nothing waits for ever.
func TestRefusedWhileNobodyLooks(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	comes(t, ctx, "Ibu Rini")
	begins(t, ctx, "", unseen)
	do(t, ctx, gives("foto_kk", photo(t, "kk.jpg", 1600, 1200, 8)), kept(1), gives("foto_akta", photo(t, "akta.jpg", 1600, 1200, 8)), kept(2), gives("pas_foto", photo(t, "anak.jpg", 900, 1200, 8)), kept(3))
	gone := value[string](t, ctx, `document.querySelector('a[href^="/api/papers/files/"]').getAttribute('href')`)
	ends(t, ctx, unseen)
	at := path(t, ctx)
	do(t, ctx, holds(`(window.asked ??= fetch(`+strconv.Quote(gone)+`, {method: 'DELETE'}).then(r => window.gone = r.status)) && window.gone === 204`))
	do(t, ctx, network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1), holds(`!navigator.onLine`), pressT(words.FillSend), sees(words.FillWaits.ID))
	do(t, ctx, chromedp.Evaluate(`document.querySelector('a[href="/permohonan"]').click()`, nil), holds(`location.pathname==='/permohonan'`), sees(words.FillWaits.ID))
	do(t, ctx, network.EmulateNetworkConditions(false, 0, -1, -1), sees(words.FillFailed.ID))
	whole(t, ctx, "permohonan-ditolak")
	do(t, ctx, chromedp.Navigate(origin+at), live(), sees(words.Fault("id", "file_gone", "")))
}
