package e2e

import (
	"fmt"
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

// A citizen applies for a child's card on a phone.
func TestApply(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	comes(t, ctx, "Ibu Ajeng")
	do(t, ctx, chromedp.Navigate(origin+"/layanan/kia"), live(), pressT(words.ApplyHereDo), sees(words.ApplyStart.ID))
	whole(t, ctx, "ajukan")
	do(t, ctx, chooses("place", "dispendukcapil"), pressT(words.ApplyStart), holds(`location.pathname.startsWith('/permohonan/')`), sees(words.FillTag.ID))
	whole(t, ctx, "permohonan-langkah-1")
	do(t, ctx, pressT(words.FillNext), sees(words.Fault("id", "required", "")))
	whole(t, ctx, "permohonan-salah")
	do(t, ctx, tile("jenis", "hilang"), answers("lapor", "LP/12/XI/2026"), pressT(words.FillNext), sees("Nama lengkap anak"))
	do(t, ctx, answers("nama", "Genta Pratama"), answers("nik", "3515085203900001"), chromedp.SetValue("#j-lahir", "2020-03-12", chromedp.ByQuery))
	whole(t, ctx, "permohonan-langkah-2")
	do(t, ctx, answers("akta", "3515-LU-12032020-0007"), pressT(words.FillNext), answers("kk", "3515080101100004"))
	whole(t, ctx, "permohonan-langkah-3")
	do(t, ctx, pressT(words.FillNext), sees("Data ini benar"), pressT(words.FillNext), sees(words.Fault("id", "agree", "")), agrees("benar"), pressT(words.FillNext), sees(words.FillReview.ID))
	whole(t, ctx, "permohonan-periksa")
	do(t, ctx, pressT(words.FillSend), sees(words.StatusSentOK.ID))
	whole(t, ctx, "permohonan-terkirim")
	do(t, ctx, chromedp.Navigate(origin+"/permohonan"), sees(words.MineGoing.ID))
	whole(t, ctx, "permohonan-daftar")
}
