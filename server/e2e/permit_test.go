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
	"testing"

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

// begins opens an application for a child's card and answers all but the
// files.
func begins(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(origin+"/layanan/kia"), live(), pressT(words.ApplyHereDo), sees(words.ApplyStart.ID))
	do(t, ctx, chooses("place", "dispendukcapil"), pressT(words.ApplyStart), holds(`location.pathname.startsWith('/permohonan/')`), sees(words.FillTag.ID))
	do(t, ctx, tile("jenis", "baru"), pressT(words.FillNext), sees("Nama lengkap anak"))
	do(t, ctx, answers("nama", "Genta Pratama"), answers("nik", "3515085203900001"), chromedp.SetValue("#j-lahir", "2018-03-12", chromedp.ByQuery), answers("akta", "3515-LU-12032018-0007"))
	do(t, ctx, pressT(words.FillNext), answers("kk", "3515080101100004"), pressT(words.FillNext), sees("Foto kartu keluarga"))
}

// ends agrees, looks once more and sends.
func ends(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, pressT(words.FillNext), sees("Data ini benar"), agrees("benar"), pressT(words.FillNext), sees(words.FillReview.ID))
}

// A citizen applies for a child's card on a phone.
func TestApply(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	comes(t, ctx, "Ibu Ajeng")
	do(t, ctx, chromedp.Navigate(origin+"/layanan/kia"), live(), pressT(words.ApplyHereDo), sees(words.ApplyStart.ID))
	whole(t, ctx, "ajukan")
	do(t, ctx, chooses("place", "dispendukcapil"), pressT(words.ApplyStart), holds(`location.pathname.startsWith('/permohonan/')`), sees(words.FillTag.ID))
	do(t, ctx, pressT(words.FillNext), sees(words.Fault("id", "required", "")))
	whole(t, ctx, "permohonan-salah")
	begins(t, ctx)
	do(t, ctx, gives("foto_kk", photo(t, "kk.jpg", 1600, 1200, 8)), holds(`document.querySelectorAll('a[href^="/api/papers/files/"]').length===1`),
		gives("foto_akta", photo(t, "akta.jpg", 400, 300, 8)), sees(words.PaperTiny.ID), gives("pas_foto", photo(t, "anak.jpg", 900, 1200, 8)),
		holds(`document.querySelectorAll('a[href^="/api/papers/files/"]').length===3`))
	whole(t, ctx, "permohonan-berkas")
	ends(t, ctx)
	whole(t, ctx, "permohonan-periksa")
	do(t, ctx, pressT(words.FillSend), sees(words.StatusSentOK.ID))
	whole(t, ctx, "permohonan-terkirim")
	do(t, ctx, chromedp.Navigate(origin+"/permohonan"), sees(words.MineGoing.ID))
	whole(t, ctx, "permohonan-daftar")
}
