package e2e

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

func (s *staff) documents() document.Client { return document.Client{Caller: s} }

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
	verifier := works(t, base, "verifikator@contoh.id")
	signer = works(t, base, "penandatangan@contoh.id")
	for _, step := range []struct {
		by *staff
		do permit.Action
	}{{verifier, permit.Take}, {verifier, permit.Pass}, {signer, permit.Sign}} {
		f, err := step.by.permits().Open(ctx, permit.ID{ID: a.ID})
		if err == nil {
			_, err = step.by.permits().Act(ctx, permit.Act{ID: a.ID, Action: step.do, Seen: f.Version})
		}
		if err != nil {
			t.Fatalf("%s: %v", step.do, err)
		}
	}
	mine, err := holder.documents().Mine(ctx)
	if err != nil || len(mine.Items) != 1 {
		t.Fatalf("%v %+v", err, mine)
	}
	return holder, signer, mine.Items[0]
}

// prepared opens the page that checks letters on a phone of somebody, which
// from then on can do so without a network.
func prepared(t *testing.T, ctx context.Context, base string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(base+"/periksa"), live(), chromedp.Evaluate(`localStorage.removeItem('kunci-surat')`, nil), holds(`navigator.serviceWorker.ready.then(()=>true)`),
		chromedp.Reload(), live(), holds(`navigator.serviceWorker.controller!==null`), holds(`!!localStorage.getItem('kunci-surat')`),
		holds(`caches.match(document.querySelector('script[data-wasm]').dataset.wasm).then(r=>!!r)`), holds(`caches.match('/luring',{ignoreVary:true}).then(r=>!!r)`))
}

// A letter is signed; its holder shows it, and a stranger's phone tells that
// it is genuine though there is no network, believes nothing that was changed,
// and knows what was taken back.
func TestALetterIsCheckedByAStranger(t *testing.T) {
	t.Parallel()
	data := filepath.Join(folder, "data-letters")
	server, err := start(binary, data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { server.stop() }()
	base := server.origin
	holder, signer, letter := issued(t, base, "Bu Laras Surat")
	code, _ := proof.Read(letter.Link)

	own := phone(t)
	admits(t, own, holder)
	do(t, own, chromedp.Navigate(base+"/permohonan/"+letter.Application), started(), sees(words.StatusIssued.ID), pressT(words.StatusLetter), holds(`location.pathname.startsWith('/dokumen/')`), sees(letter.Number), chromedp.WaitVisible(".held .code", chromedp.ByQuery))
	shot(t, own, "surat-360")
	fits(t, own, "surat")
	do(t, own, chromedp.Navigate(base+"/dokumen"), started(), sees(words.PaperHolds.ID))
	shot(t, own, "surat-saya-360")

	// Without any program the page is whole.
	answer, err := http.Get(base + "/V/" + code)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(answer.Body)
	answer.Body.Close()
	if text := string(page); !strings.Contains(text, words.CheckGenuine.ID) || !strings.Contains(text, letter.Number) || strings.Contains(text, "Laras") || !strings.Contains(text, "noindex") {
		t.Errorf("%d %.400s", answer.StatusCode, text)
	}

	stranger := phone(t)
	prepared(t, stranger, base)
	shot(t, stranger, "periksa-360")
	do(t, stranger, chromedp.Navigate(base+"/V/"+code), live(), sees(words.CheckGenuine.ID), sees(letter.Number), sees("TIDAK TERSERTIFIKASI"))
	shot(t, stranger, "periksa-asli-360")
	fits(t, stranger, "periksa-asli")
	file, err := holder.documents().File(t.Context(), document.ID{ID: letter.ID})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		want words.T
	}{"sama.pdf": {file.Data, words.CompareSame}, "lain.pdf": {append(file.Data, '\n'), words.CompareOther}} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		do(t, stranger, chromedp.SetUploadFiles("#berkas", []string{path}, chromedp.ByQuery), sees(c.want.ID))
	}

	server.stop()
	do(t, stranger, chromedp.Navigate(base+"/V/"+code), live(), sees(words.CheckGenuine.ID), sees(letter.Number), sees("tanpa internet"))
	shot(t, stranger, "periksa-luring-360")
	forged := code[:30] + map[bool]string{true: "B", false: "A"}[code[30] == 'A'] + code[31:]
	do(t, stranger, chromedp.Navigate(base+"/V/"+forged), live(), sees(words.CheckForged.ID))
	do(t, stranger, chromedp.Navigate(base+"/V/"+code[:len(code)-2]), live(), sees(words.CheckForged.ID))
	do(t, stranger, chromedp.Navigate(base+"/v/"+letter.ID), live(), sees(words.CheckUnknown.ID))
	do(t, own, chromedp.Navigate(base+"/dokumen"), started(), sees(letter.Number))

	if server, err = start(binary, data, strings.TrimPrefix(base, "http://")); err != nil {
		t.Fatal(err)
	}
	f, err := signer.permits().Open(t.Context(), permit.ID{ID: letter.Application})
	if err == nil {
		_, err = signer.permits().Act(t.Context(), permit.Act{ID: letter.Application, Action: permit.Revoke, Seen: f.Version, Note: "Datanya keliru."})
	}
	if err != nil {
		t.Fatal(err)
	}
	do(t, stranger, chromedp.Navigate(base+"/v/"+letter.ID), live(), sees(words.CheckRevoked.ID))
	prepared(t, stranger, base)
	server.stop()
	do(t, stranger, chromedp.Navigate(base+"/V/"+code), live(), sees(words.CheckRevoked.ID), sees("tanpa internet"))
	shot(t, stranger, "periksa-dicabut-360")
}
