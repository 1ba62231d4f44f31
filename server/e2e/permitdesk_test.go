package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rumah/server/demo"
	"rumah/shared/form"
	"rumah/shared/paper"
	"rumah/shared/permit"
	"rumah/shared/words"
)

func (s *staff) permits() permit.Client { return permit.Client{Caller: s} }

// applied is a letter for a child that somebody has sent to the office where
// it can be tried.
func applied(t *testing.T, who *staff, name, area string) permit.Application {
	t.Helper()
	return appliesFor(t, who, permit.Start{Service: "kia", Place: "dispendukcapil"}, name, area)
}

// appliesFor is an application that somebody has sent, filled in with what is
// made up.
func appliesFor(t *testing.T, who *staff, start permit.Start, name, area string) permit.Application {
	t.Helper()
	ctx, client := t.Context(), who.permits()
	a, err := client.Start(ctx, start)
	var answers form.Answers
	if err == nil {
		answers, err = demo.Filler{Papers: paper.Client{Caller: who}, Area: area, Name: name, Loc: time.Local}.Answers(ctx, &a, time.Now())
	}
	if err == nil {
		a, err = client.Send(ctx, permit.Send{ID: a.ID, Answers: answers})
	}
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// sendKey is Ctrl and Enter together.
func sendKey() chromedp.Action {
	return chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(input.ModifierCtrl))
}

// pictured keeps pictures of a screen on a desk and on a tablet.
func pictured(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	for _, size := range [][2]int64{{1280, 900}, {768, 1024}} {
		do(t, ctx, chromedp.EmulateViewport(size[0], size[1]))
		shot(t, ctx, fmt.Sprintf("%s-%d", name, size[0]))
		fits(t, ctx, name)
	}
	do(t, ctx, chromedp.EmulateViewport(1280, 900))
}

// An officer without a mouse finds an application, takes it, marks one answer
// and returns it; the applicant corrects that, the officer passes it on, and
// somebody else signs.
func TestPermitDeskByKeys(t *testing.T) {
	t.Parallel()
	const name = "Ratna Meja Contoh"
	citizen, _, village := lives(t, name)
	a := applied(t, citizen, name, village.Code)
	desk, signing := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	admits(t, desk, works(t, origin, "verifikator@contoh.id"))
	do(t, desk, chromedp.Navigate(origin+"/meja/permohonan"), started(), sees(words.CasesMine.ID), chromedp.Evaluate(`addEventListener('pointerdown',()=>document.documentElement.dataset.tetikus='1',true)`, nil))
	keys := func(key string, steps ...chromedp.Action) {
		t.Helper()
		do(t, desk, append([]chromedp.Action{stroke(key)}, steps...)...)
	}
	list := func(there bool) chromedp.Action { return said(".meja-daftar", name, there) }
	keys("?", asks("tombol"), stroke(kb.Escape), holds(`!document.querySelector('dialog[open]')`))
	pictured(t, desk, "permohonan")
	keys("/", holds(`document.activeElement.id==='cari'`), chromedp.SendKeys("#cari", name, chromedp.ByQuery), stroke(kb.Enter), list(true))
	keys(kb.Escape, holds(`document.activeElement.classList.contains('app')`))
	keys("j", holds(fmt.Sprintf(`document.activeElement.id===%q`, "baris-"+a.ID)))
	keys(kb.Enter, said("#nama", name, true), holds(`document.activeElement.id==='nama'`))
	keys("t", said(".meja-berkas", words.CaseYours.ID, true))

	// The papers stand beside the answers, larger and turned if need be.
	keys("g", holds(`document.querySelector('img.lembar')?.naturalWidth>0`))
	for _, width := range []int64{1440, 1280, 768} {
		do(t, desk, chromedp.EmulateViewport(width, 900))
		shot(t, desk, fmt.Sprintf("permohonan-lampiran-%d", width))
		fits(t, desk, "attachment")
	}
	do(t, desk, chromedp.EmulateViewport(1280, 900))
	keys("+", holds(`document.querySelector('img.zoom-1')!==null`))
	keys("o", holds(`document.querySelector('img.putar-1')!==null`))
	keys("]", holds(`document.querySelector('img.zoom-0')?.naturalWidth>0`))
	keys(kb.Escape, holds(`document.querySelector('img.lembar')===null`))

	// One answer is marked, and only that can be corrected.
	row := ""
	for i := range 3 {
		row = fmt.Sprintf("isian-%d", i)
		keys(kb.ArrowDown, holds(fmt.Sprintf(`document.activeElement.id===%q`, row)))
	}
	keys("m", holds(fmt.Sprintf(`document.activeElement.id===%q`, row+"-alasan")), chromedp.SendKeys("#"+row+"-alasan", "Belum sama dengan kartu keluarga.", chromedp.ByQuery))
	pictured(t, desk, "permohonan-tandai")
	keys(kb.Escape, holds(fmt.Sprintf(`document.activeElement.id===%q`, row)))
	keys("r", chromedp.WaitVisible(".meja-isian", chromedp.ByQuery), said(".meja-isian", "Belum sama dengan kartu keluarga.", true))
	pictured(t, desk, "permohonan-kembalikan")
	do(t, desk, sendKey(), said(".meja-berkas", words.CasesReturned.ID, true), said(".desk-foot", words.CaseNext.ID, true))
	pictured(t, desk, "permohonan-di-pemohon")
	own, err := citizen.permits().Application(t.Context(), permit.ID{ID: a.ID})
	if err != nil || own.Stage != permit.Returned || len(own.Head.Marks) != 1 {
		t.Fatalf("%+v %v", own.Head, err)
	}
	own.Answers[own.Head.Marks[0].Path] = correction(&own)
	if own, err = citizen.permits().Resend(t.Context(), permit.Send{ID: a.ID, Answers: own.Answers}); err != nil {
		t.Fatal(err)
	}

	// It is back with the same officer, who finds it in order.
	keys("3", said("#bagian", name, true))
	do(t, desk, chromedp.Reload(), started(), said("#nama", name, true), said(".desk-foot", words.PermitActions["pass"].ID, true))
	keys("2", said("#bagian", words.CaseTarget.ID, true))
	keys("3", said("#bagian", words.CaseEvents["resubmit"].In(words.ID, name), true))
	pictured(t, desk, "permohonan-riwayat")
	keys("s", said(".desk-foot", words.CaseNext.ID, true))
	if own, err = citizen.permits().Application(t.Context(), permit.ID{ID: a.ID}); err != nil || own.Stage != permit.Signature {
		t.Fatalf("%+v %v", own.Head, err)
	}
	if value[bool](t, desk, `'tetikus' in document.documentElement.dataset`) {
		t.Error("a mouse was used")
	}

	admits(t, signing, works(t, origin, "penandatangan@contoh.id"))
	do(t, signing, chromedp.Navigate(origin+"/meja/permohonan?lihat=bebas&q="+a.ID), started(), said(".meja-daftar", name, true), stroke("j"), stroke(kb.Enter), said("#nama", name, true),
		stroke("s"), chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery), holds(`document.activeElement.id==='isi-langkah'`))
	pictured(t, signing, "permohonan-tanda-tangan")
	do(t, signing, sendKey(), said(".meja-berkas", words.PermitStages["issued"].ID, true))
	if m := citizen.latest(t); !strings.Contains(m.Subject, "terbit") {
		t.Errorf("%+v", m)
	}
}

// correction is another answer to what was marked.
func correction(a *permit.Application) form.Answer {
	id := a.Head.Marks[0].Path
	answer := a.Answers[id]
	switch q := form.On(&a.Form, a.Day).Question(id); q.Kind {
	case form.Line:
		answer.Text += " Baru"
	case form.Choice:
		answer.Text = q.Choices[1].ID
	}
	return answer
}

// Two officers at once: the second is told who was faster and what happened,
// and keeps what they wrote. So does somebody who looks at another
// application meanwhile.
func TestPermitDeskWhenSomebodyIsFaster(t *testing.T) {
	t.Parallel()
	const name, reason = "Wahyuni Meja Contoh", "Anak ini sudah punya KIA."
	citizen, _, village := lives(t, name)
	a := applied(t, citizen, name, village.Code)
	desk := screen(t, 1280, 900, false)
	verifier, boss := works(t, origin, "verifikator@contoh.id"), works(t, origin, "admin1.dukcapil@contoh.id")
	admits(t, desk, verifier)
	do(t, desk, chromedp.Navigate(origin+"/meja/permohonan/"+a.ID), started(), said("#nama", name, true), stroke("t"), said(".meja-berkas", words.CaseYours.ID, true),
		stroke("x"), chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery), holds(`document.activeElement.id==='isi-langkah'`), chromedp.SendKeys("#isi-langkah", reason, chromedp.ByQuery))
	if _, err := boss.permits().Act(t.Context(), permit.Act{ID: a.ID, Action: permit.Remark, Seen: a.Version + 1, Note: "Tunggu, orang tuanya sudah menelepon."}); err != nil {
		t.Fatal(err)
	}
	do(t, desk, sendKey(), sees(words.CaseFaster.In(words.ID, "Dewi Admin Contoh")), holds(fmt.Sprintf(`document.getElementById('isi-langkah').value===%q`, reason)))
	pictured(t, desk, "permohonan-lebih-dulu")
	do(t, desk, stroke(kb.Escape), holds(`document.activeElement.id==='nama'`), stroke("3"), said("#bagian", "orang tuanya sudah menelepon", true), stroke(kb.Escape), holds(`location.pathname==='/meja/permohonan'`),
		chromedp.NavigateBack(), said("#nama", name, true), stroke("x"), chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery),
		holds(fmt.Sprintf(`document.getElementById('isi-langkah').value===%q`, reason)), sendKey(), said(".meja-berkas", words.PermitStages["refused"].ID, true))
}
