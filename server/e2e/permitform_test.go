package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rumah/shared/words"
)

// field is the selector of a field by its id, whose dots mean nothing.
func field(id string) string { return "#" + strings.ReplaceAll(id, ".", `\.`) }

// clickOn presses what has an id.
func clickOn(id string) chromedp.Action {
	return holds(fmt.Sprintf(`(()=>{const e=document.getElementById(%q);if(!e)return false;e.click();return true})()`, id))
}

// An agency's admin adds a question with a condition, is told what is wrong
// with it, brings back what was deleted, and sees the form as applicants will;
// a second one publishes it, and who applies is asked.
func TestAgencyWritesAForm(t *testing.T) {
	t.Parallel()
	one, two := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	admits(t, one, works(t, origin, "admin1.dukcapil@contoh.id"))
	admits(t, two, works(t, origin, "admin2.dukcapil@contoh.id"))
	do(t, one, chromedp.Navigate(origin+"/meja/formulir"), started(), chromedp.WaitVisible(`a[href="/meja/formulir/kk-hilang"]`, chromedp.ByQuery))
	looksGood(t, one, "formulir-daftar")
	do(t, one, chromedp.Click(`a[href="/meja/formulir/kk-hilang"]`, chromedp.ByQuery), chromedp.WaitVisible(field("form.sections.1.questions.0"), chromedp.ByQuery))
	looksGood(t, one, "formulir")

	// A new question; its name follows its words.
	added := "form.sections.1.questions.2"
	do(t, one, chooses("form.sections.1-tambah", "text"), chromedp.WaitVisible(field(added+".label.id"), chromedp.ByQuery),
		types(field(added+".label.id"), "Nama polsek"), holds(`document.getElementById('`+added+`.id').value==='nama_polsek'`),
		holds(`document.querySelector('.form-beside').innerText.includes('Nama polsek')`))
	// A condition that compares with nothing is told at its place.
	do(t, one, chooses(added+".when-cara", "all"), chooses(added+".when.ask", "sebab"), chooses(added+".when.op", "is"), pressT(words.SaveDraft),
		sees(words.FixMarked.ID), sees(words.FormWrong.ID), chromedp.WaitVisible(field(added+".when.to-error"), chromedp.ByQuery))
	looksGood(t, one, "formulir-salah")
	do(t, one, chromedp.Click(fmt.Sprintf(`input[name=%q]`, added+".when.to-hilang"), chromedp.ByQuery))

	// The preview asks for it as soon as the condition holds.
	do(t, one, holds(`!document.getElementById('t-nama_polsek')`), chromedp.Click(`.form-beside input[name="j-sebab"][value="hilang"]`, chromedp.ByQuery), holds(`!!document.getElementById('t-nama_polsek')`))
	looksGood(t, one, "formulir-pratinjau")

	// Moved by buttons and keys, deleted and brought back.
	title := func(at string) string {
		return fmt.Sprintf(`document.getElementById(%q).querySelector('.row-title').innerText`, at)
	}
	do(t, one, clickOn(added+"-up"), holds(title("form.sections.1.questions.1")+`==='Nama polsek'`), chromedp.KeyEvent(kb.ArrowDown, chromedp.KeyModifiers(input.ModifierAlt)), holds(title(added)+`==='Nama polsek'`))
	do(t, one, clickOn("form.sections.1.questions.1"), chromedp.WaitVisible(field("form.sections.1.questions.1.label.id"), chromedp.ByQuery), pressT(words.FormDelete), sees(words.FormUndo.ID), holds(`!document.getElementById('`+added+`')`), clickOn("urungkan"), holds(title(added)+`==='Nama polsek'`))
	do(t, one, pressT(words.SaveDraft), sees(words.PublishOwn.ID))
	do(t, one, switches("formulir-bagian", "alur"), sees(words.WayDiagram.ID))
	looksGood(t, one, "formulir-alur")
	do(t, one, switches("formulir-bagian", "aturan"), sees(words.TermsPromise.ID))
	looksGood(t, one, "formulir-aturan")
	do(t, one, switches("formulir-bagian", "surat"), sees(words.PaperLook.ID))
	looksGood(t, one, "formulir-surat")
	offered := `fetch('/api/permit/services/kk-hilang',{cache:'no-store'}).then(r=>r.json()).then(o=>JSON.stringify(o.form).includes('nama_polsek'))`
	do(t, one, holds(`(async()=>!(await `+offered+`))()`))

	do(t, two, chromedp.Navigate(origin+"/meja/formulir/kk-hilang"), started(), switches("meja-lihat", "changes"), sees("Nama polsek"))
	looksGood(t, two, "formulir-berubah")
	do(t, two, switches("meja-lihat", "preview"), sees(words.FormPreview.ID), pressT(words.Publish), sees(words.PublishedNow.ID), holds(offered), switches("meja-lihat", "history"), sees(words.VersionNo.In(words.ID, "2")))
	looksGood(t, two, "formulir-riwayat")
}

// The formula of a fee is tried out beside it.
func TestAgencyTriesAFormula(t *testing.T) {
	t.Parallel()
	ctx := screen(t, 1280, 900, false)
	admits(t, ctx, works(t, origin, "kabupaten@contoh.id"))
	do(t, ctx, chromedp.Navigate(origin+"/meja/formulir/pbg"), started(), switches("formulir-bagian", "aturan"), chromedp.WaitVisible(`input[name="j-fungsi"]`, chromedp.ByQuery),
		sees(words.TermsResult.In(words.ID, "Rp0")),
		chromedp.Click(`input[name="j-fungsi"][value="usaha"]`, chromedp.ByQuery), chromedp.Click(`input[name="j-rumit"][value="sederhana"]`, chromedp.ByQuery), chromedp.Click(`input[name="j-permanen"][value="yes"]`, chromedp.ByQuery),
		chromedp.Click(`input[name="j-kegiatan"][value="baru"]`, chromedp.ByQuery), types(field("j-lantai.0.luas"), "120"), sees("Rp2.520.000"))
	looksGood(t, ctx, "formulir-hitung")
	do(t, ctx, types(field("definition.fee.formula"), "luas /"), sees(words.Fault(words.ID, "formula_syntax", "7")))
	do(t, ctx, switches("formulir-bagian", "isian"), clickOn("form.sections.3.questions.5"), chromedp.WaitVisible(field("form.sections.3.questions.5.columns.0.label.id"), chromedp.ByQuery))
	looksGood(t, ctx, "formulir-tabel")
}
