package e2e

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"rumah/server/demo"
	"rumah/shared/document"
	"rumah/shared/form"
	people "rumah/shared/identity"
	"rumah/shared/paper"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// issued is a letter for a child that somebody has applied for at a house, one
// officer has checked and another has signed.
func issued(t *testing.T, base, name string) (holder *staff, signer *staff, letter document.Line) {
	t.Helper()
	ctx := t.Context()
	holder = (&staff{}).at(base)
	sent, err := people.Client{Caller: holder}.AskCode(ctx, people.AskCode{Phone: freshPhone()})
	if err == nil {
		_, err = people.Client{Caller: holder}.EnterCode(ctx, people.EnterCode{ID: sent.ID, Code: sent.Hint})
	}
	if err == nil {
		_, err = people.Client{Caller: holder}.SaveProfile(ctx, people.SaveProfile{Name: &name})
	}
	var a permit.Application
	if err == nil {
		a, err = holder.permits().Start(ctx, permit.Start{Service: "kia", Place: "dispendukcapil"})
	}
	var answers form.Answers
	if err == nil {
		answers, err = demo.Filler{Papers: paper.Client{Caller: holder}, Name: name, Loc: time.Local}.Answers(ctx, &a, time.Now())
	}
	if err == nil {
		a, err = holder.permits().Send(ctx, permit.Send{ID: a.ID, Answers: answers})
	}
	if err != nil {
		t.Fatal(err)
	}
	signer = works(t, base, "penandatangan@contoh.id")
	signed(t, a.ID, works(t, base, "verifikator@contoh.id"), signer)
	mine, err := holder.documents().Mine(ctx)
	if err != nil || len(mine.Items) != 1 {
		t.Fatalf("%v %+v", err, mine)
	}
	return holder, signer, mine.Items[0]
}

// signed has an application checked by one officer and signed by another.
func signed(t *testing.T, id string, verifier, signer *staff) {
	t.Helper()
	for _, step := range []struct {
		by *staff
		do permit.Action
	}{{verifier, permit.Take}, {verifier, permit.Pass}, {signer, permit.Sign}} {
		f, err := step.by.permits().Open(t.Context(), permit.ID{ID: id})
		if err == nil {
			_, err = step.by.permits().Act(t.Context(), permit.Act{ID: id, Action: step.do, Seen: f.Version})
		}
		if err != nil {
			t.Fatalf("%s: %v", step.do, err)
		}
	}
}

// Who has a letter uses it in the next application without printing it; the
// officer sees that it is genuine. The new letter then takes the place of the
// old one, which an officer finds by its number, and its holder reads that.
func TestALetterIsUsedAgain(t *testing.T) {
	t.Parallel()
	holder, signer, letter := issued(t, origin, "Bu Tutik Pemakai")
	own := phone(t)
	admits(t, own, holder)
	begins(t, own, "", unseen)
	do(t, own, pressT(words.PaperOwn), chromedp.WaitVisible("dialog[open]", chromedp.ByQuery))
	shot(t, own, "permohonan-surat-saya-360")
	fits(t, own, "a letter as an attachment")
	do(t, own, press(letter.Title), holds(`!document.querySelector('dialog[open]')`), kept(1), sees(words.PaperOwnIs.ID))
	do(t, own, gives("foto_akta", photo(t, "akta.jpg", 1600, 1200, 8)), kept(2), gives("pas_foto", photo(t, "anak.jpg", 900, 1200, 8)), kept(3))
	whole(t, own, "permohonan-surat-terlampir")
	sends(t, own, unseen)
	id := filepath.Base(path(t, own))

	verifier := works(t, origin, "verifikator@contoh.id")
	desk := screen(t, 1280, 900, false)
	admits(t, desk, verifier)
	do(t, desk, chromedp.Navigate(origin+"/meja/permohonan/"+id+"?lihat=semua"), started(), said(".meja-berkas", words.CaseLetter.ID, true), chromedp.Click(".meja-lampiran", chromedp.ByQuery), said(".meja-lembar", letter.Number, true))
	pictured(t, desk, "permohonan-surat-asli")

	signed(t, id, verifier, signer)
	signing := screen(t, 1280, 900, false)
	admits(t, signing, signer)
	do(t, signing, chromedp.Navigate(origin+"/meja/permohonan"), started(), chromedp.WaitVisible("#cari", chromedp.ByQuery), stroke("/"), holds(`document.activeElement.id==='cari'`), chromedp.SendKeys("#cari", letter.Number+"\r", chromedp.ByQuery),
		said(".meja-daftar", letter.Holder, true), chromedp.Click(".meja-daftar .app", chromedp.ByQuery), said("#nama", letter.Holder, true))
	do(t, signing, chromedp.Click(`[aria-keyshortcuts="l"]`, chromedp.ByQuery), press(words.PermitActions[string(permit.Replace)].ID), chromedp.WaitVisible(".meja-isian label:has(input[type=radio])", chromedp.ByQuery))
	do(t, signing, chromedp.Click(".meja-isian label:has(input[type=radio])", chromedp.ByQuery), chromedp.SendKeys("#note", "Nama anak di surat lama salah tulis.", chromedp.ByQuery))
	pictured(t, signing, "permohonan-ganti-surat")
	do(t, signing, chromedp.Click(`.meja-isian [type=submit]`, chromedp.ByQuery), said(".meja-berkas", words.PermitStages[string(permit.Replaced)].ID, true))

	mine, err := holder.documents().Mine(t.Context())
	if err != nil || len(mine.Items) != 2 || mine.Items[1].Status != proof.Replaced || mine.Items[1].Instead != mine.Items[0].Number {
		t.Fatalf("%v %+v", err, mine.Items)
	}
	data, err := (people.Client{Caller: holder}).Export(t.Context())
	if err != nil || len(data.Applications) != 2 || len(data.Applications[0].Answers) < 8 || len(data.Letters) != 2 {
		t.Errorf("%v %+v %+v", err, data.Applications, data.Letters)
	}
	do(t, own, chromedp.Navigate(origin+"/dokumen"), started(), sees(words.PaperInstead.ID))
	do(t, own, chromedp.Navigate(origin+"/kotak"), started(), sees("Nama anak di surat lama salah tulis."))
	shot(t, own, "surat-diganti-kotak-360")
}

// Whoever has something on its way sees on home how far it is and what they
// must do, also without a network; whoever has only a code finds where it is
// looked up.
func TestHomeLeadsToAnApplication(t *testing.T) {
	t.Parallel()
	const name = "Bu Rumini Contoh"
	citizen, _, village := lives(t, name)
	a := applied(t, citizen, name, village.Code)
	own := phone(t)
	admits(t, own, citizen)
	card := func(text string) chromedp.Action { return said(".home-top a[href$='"+a.ID+"']", text, true) }
	do(t, own, chromedp.Navigate(origin+"/"), started(), card(words.PermitStages[string(permit.Submitted)].ID))
	shot(t, own, "beranda-permohonan-360")
	fits(t, own, "home")
	verifier := works(t, origin, "verifikator@contoh.id").permits()
	f, err := verifier.Act(t.Context(), permit.Act{ID: a.ID, Action: permit.Take, Seen: 1})
	if err == nil {
		f, err = verifier.Act(t.Context(), permit.Act{ID: a.ID, Action: permit.MarkUp, Seen: f.Version, Marks: []permit.Mark{{Path: "nama", Reason: "Tidak sama dengan akta."}}})
	}
	if err == nil {
		_, err = verifier.Act(t.Context(), permit.Act{ID: a.ID, Action: permit.Return, Seen: f.Version})
	}
	if err != nil {
		t.Fatal(err)
	}
	do(t, own, chromedp.Reload(), started(), card(words.PermitStages[string(permit.Returned)].ID), chromedp.WaitVisible(".home-top .ticket-near", chromedp.ByQuery))
	shot(t, own, "beranda-perbaiki-360")
	fits(t, own, "home")
	do(t, own, holds(`navigator.serviceWorker.ready.then(()=>true)`), chromedp.Reload(), started(), holds(`navigator.serviceWorker.controller!==null`), card(words.PermitStages[string(permit.Returned)].ID))
	do(t, own, network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1), holds(`!navigator.onLine`), chromedp.Reload(), started(), card(words.PermitStages[string(permit.Returned)].ID), card(words.TicketAsOf.In(words.ID, "")))
	shot(t, own, "beranda-luring-360")
	if moved := value[float64](t, own, `new Promise(done=>{let s=0;const o=new PerformanceObserver(l=>{for(const e of l.getEntries())s+=e.value});o.observe({type:'layout-shift',buffered:true});requestAnimationFrame(()=>setTimeout(()=>done(s),0))})`); moved > 0.1 {
		t.Errorf("home moved by %.2f without a network", moved)
	}

	guest := phone(t)
	do(t, guest, chromedp.Navigate(origin+"/permohonan"), started(), sees(words.TrackRow.ID))
	shot(t, guest, "permohonan-tamu-360")
	fits(t, guest, "the applications of a guest")
	do(t, guest, pressT(words.TrackRow), holds(`location.pathname==='/lacak'`), chromedp.Navigate(origin+"/layanan"), started(), pressT(words.TrackRow), holds(`location.pathname==='/lacak'`), chromedp.Navigate(origin+"/"), started(), pressT(words.TrackTitle), holds(`location.pathname==='/lacak'`))
}
