package e2e

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/pquerna/otp/totp"

	"rumah/server/letter/lettertest"
	"rumah/shared/access"
	"rumah/shared/document"
	"rumah/shared/fault"
	people "rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/permit"
	"rumah/shared/proof"
	"rumah/shared/words"
)

func (s *staff) documents() document.Client { return document.Client{Caller: s} }

// hires invites a new officer to an agency, who comes in and gets some roles.
func hires(t *testing.T, name, agency string, roles ...access.Role) *staff {
	t.Helper()
	ctx, boss, officer := t.Context(), people.Client{Caller: admin(t)}, (&staff{}).at(origin)
	mail := freshPhone() + "@contoh.id"
	invitation, err := boss.Invite(ctx, people.Invite{Name: name, Email: mail, Role: roles[0], Agency: agency})
	if err != nil {
		t.Fatal(err)
	}
	token := people.Token{Token: invitation.Link[strings.LastIndexByte(invitation.Link, '#')+1:]}
	invited, err := (people.Client{Caller: officer}).Invitation(ctx, token)
	if err != nil {
		t.Fatal(err)
	}
	code, err := totp.GenerateCode(strings.ReplaceAll(invited.Secret, " ", ""), time.Now())
	if err == nil {
		_, err = (people.Client{Caller: officer}).Accept(ctx, people.Accept{Token: token.Token, Password: "kata sandi yang panjang", Code: code})
	}
	var all people.Staff
	if err == nil {
		all, err = boss.Staff(ctx, people.StaffFilter{Text: mail})
	}
	if err != nil || len(all.Items) != 1 {
		t.Fatalf("%d officers: %v", len(all.Items), err)
	}
	for _, role := range roles[1:] {
		if _, err := boss.Grant(ctx, people.NewGrant{ID: all.Items[0].ID, Role: role, Agency: agency}); err != nil {
			t.Fatal(err)
		}
	}
	return officer
}

// cable is a line to the house that can be cut: whoever is at its end has no
// network then, neither the page nor its worker.
func cable(t *testing.T) (base string, cut func(), mend func()) {
	t.Helper()
	var guard sync.Mutex
	var listener net.Listener
	var open []net.Conn
	mend = func() {
		guard.Lock()
		defer guard.Unlock()
		at := "localhost:0"
		if listener != nil {
			at = listener.Addr().String()
		}
		var err error
		if listener, err = net.Listen("tcp4", at); err != nil {
			t.Fatal(err)
		}
		go func(l net.Listener) {
			for {
				near, err := l.Accept()
				if err != nil {
					return
				}
				far, err := net.Dial("tcp", strings.TrimPrefix(origin, "http://"))
				if err != nil {
					near.Close()
					continue
				}
				guard.Lock()
				open = append(open, near, far)
				guard.Unlock()
				go func() { _, _ = io.Copy(far, near); far.Close() }()
				go func() { _, _ = io.Copy(near, far); near.Close() }()
			}
		}(listener)
	}
	cut = func() {
		guard.Lock()
		defer guard.Unlock()
		listener.Close()
		for _, c := range open {
			c.Close()
		}
		open = nil
	}
	mend()
	t.Cleanup(cut)
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return "http://localhost:" + port, cut, mend
}

// prepared opens the page that checks letters on a phone of somebody, which
// from then on can do so without a network.
func prepared(t *testing.T, ctx context.Context, base string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(base+"/periksa"), live(), chromedp.Evaluate(`localStorage.removeItem('kunci-surat')`, nil), holds(`navigator.serviceWorker.ready.then(()=>true)`),
		chromedp.Reload(), live(), holds(`navigator.serviceWorker.controller!==null`), holds(`!!localStorage.getItem('kunci-surat')`),
		holds(`caches.match(document.querySelector('script[data-wasm]').dataset.wasm).then(r=>!!r)`), holds(`caches.match('/luring',{ignoreVary:true}).then(r=>!!r)`))
}

// caseOf opens an application at a desk.
func caseOf(id, holder string) chromedp.Action {
	return chromedp.Tasks{chromedp.Navigate(origin + "/meja/permohonan/" + id), started(), said("#nama", holder, true)}
}

// touches brings a push to the phone, which shows it, and touches that.
func (r *reader) touches(p inbox.Push, path string) {
	r.t.Helper()
	r.delivers(p)
	r.shows(p.Title)
	shot(r.t, r.ctx, "surat-kabar-360")
	r.clicks(p.Title)
	do(r.t, r.ctx, holds(fmt.Sprintf(`location.pathname===%q`, path)), started())
}

// A mother applies for a card of her child on a phone. One file is returned;
// she takes it again where there is no network, closes the app, and it goes by
// itself, once. Who checked it cannot sign it, somebody else does; she is told
// on her phone and opens the letter. A stranger's phone that has opened the
// house once tells without a network that it is genuine, believes nothing that
// was changed, and knows what was taken back.
func TestLetterJourney(t *testing.T) {
	t.Parallel()
	const child, reason = "Genta Pratama", "Fotonya terpotong di bawah."
	both := hires(t, "Wening Dua Peran", "dispendukcapil", access.Verifier, access.Signer)
	r := reads(t, "Ibu Ajeng Contoh")
	look := func(ctx context.Context, name string) {
		t.Helper()
		size := value[int](t, ctx, `innerWidth`)
		whole(t, ctx, fmt.Sprintf("surat-%s-%d", name, size))
		do(t, ctx, chromedp.Evaluate(`scrollTo(0,document.documentElement.scrollHeight)`, nil)) // where what stands at the foot covers nothing
		fits(t, ctx, name)
	}
	mine := func(step string) { t.Helper(); look(r.ctx, step) }

	// Applied for, with one picture too small.
	begins(t, r.ctx, child, mine)
	do(t, r.ctx, gives("foto_kk", photo(t, "kk.jpg", 1600, 1200, 8)), kept(1), gives("foto_akta", photo(t, "akta.jpg", 400, 300, 8)), sees(words.PaperTiny.ID), gives("pas_foto", photo(t, "anak.jpg", 900, 1200, 8)), kept(3))
	mine("berkas")
	sends(t, r.ctx, mine)
	at := path(t, r.ctx)
	id := filepath.Base(at)
	do(t, r.ctx, pressT(words.TellYes), sees(words.TellOn.ID))

	// Returned with a reason at one file.
	desk := screen(t, 1280, 900, false)
	admits(t, desk, both)
	do(t, desk, chromedp.Navigate(origin+"/meja/permohonan?lihat=bebas&q="+id), started(), said(".meja-daftar", child, true), stroke("j"), stroke("\r"), said("#nama", child, true),
		stroke("t"), said(".meja-berkas", words.CaseYours.ID, true), stroke("g"), holds(`document.querySelector('img.lembar')?.naturalWidth>0`))
	look(desk, "meja-buka")
	do(t, desk, chromedp.Click(fmt.Sprintf(`[aria-label=%q]`, words.CaseMarkOf.In(words.ID, "Foto kartu keluarga")), chromedp.ByQuery), chromedp.WaitVisible(`.verdict-on textarea`, chromedp.ByQuery),
		chromedp.SendKeys(`.verdict-on textarea`, reason, chromedp.ByQuery))
	look(desk, "meja-tandai")
	do(t, desk, stroke("\x1b"), stroke("r"), said(".meja-isian", reason, true))
	look(desk, "meja-kembalikan")
	do(t, desk, sendKey(), said(".meja-berkas", words.CasesReturned.ID, true))

	// Told, and corrected where there is no network.
	do(t, r.ctx, chromedp.Navigate(origin+"/tentang"), started())
	r.touches(r.pushed(inbox.PermitYourTurn), at)
	do(t, r.ctx, sees(words.FixTitleOne.ID), sees(reason))
	mine("perbaiki")
	r.cut(true)
	do(t, r.ctx, gives("foto_kk", photo(t, "kk-utuh.jpg", 1600, 1200, 8)), kept(0), sees(words.PaperWaits.ID)) // the marked one makes room
	do(t, r.ctx, pressT(words.FixSend), sees(words.FillWaits.ID))
	mine("menunggu-sinyal")
	do(t, r.ctx, chromedp.Reload(), started(), sees(words.FillWaits.ID))
	before, err := both.permits().Open(t.Context(), permit.ID{ID: id})
	if err != nil || before.Stage != permit.Returned {
		t.Fatalf("%s without a network: %v", before.Stage, err)
	}
	r.cut(false)
	do(t, r.ctx, sees(words.PermitStages["documents"].ID), said("main", words.FillWaits.ID, false))
	f, err := both.permits().Open(t.Context(), permit.ID{ID: id})
	if err != nil || f.Stage != permit.Documents || f.Version != before.Version+1 || len(f.Answers["foto_kk"].Files) != 1 || f.Answers["foto_kk"].Files[0].Name != "kk-utuh.jpg" {
		t.Fatalf("%s %d %v %v", f.Stage, f.Version, f.Answers["foto_kk"], err)
	}
	mine("diperiksa")

	// Checked by one, who may sign, but not this; signed by another.
	do(t, desk, caseOf(id, child), stroke("s"), said(".desk-foot", words.CaseNext.ID, true), said(".desk-foot", words.PermitActions["sign"].ID, false))
	look(desk, "meja-empat-mata")
	if f, err = both.permits().Open(t.Context(), permit.ID{ID: id}); err != nil || f.Stage != permit.Signature {
		t.Fatalf("%s %v", f.Stage, err)
	}
	var refused *fault.Fault
	if _, err = both.permits().Act(t.Context(), permit.Act{ID: id, Action: permit.Sign, Seen: f.Version}); !errors.As(err, &refused) || refused.Key != "permit_four_eyes" {
		t.Fatalf("who checked it signs it: %v", err)
	}
	signer := works(t, origin, "penandatangan@contoh.id")
	signing := screen(t, 1280, 900, false)
	admits(t, signing, signer)
	do(t, signing, caseOf(id, child), stroke("s"), chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery), holds(`document.activeElement.id==='isi-langkah'`))
	look(signing, "meja-tanda-tangan")
	do(t, signing, sendKey(), said(".meja-berkas", words.PermitStages["issued"].ID, true))
	look(signing, "meja-terbit")

	// Told, opened, and shown.
	do(t, r.ctx, chromedp.Navigate(origin+"/tentang"), started())
	r.touches(r.pushed(inbox.PermitIssued), at)
	do(t, r.ctx, sees(words.StatusIssued.ID))
	mine("terbit")
	issued, err := signer.documents().Of(t.Context(), document.ID{ID: id})
	letter := issued.Document
	if err != nil || letter.Number == "" {
		t.Fatalf("%+v %v", issued, err)
	}
	do(t, r.ctx, pressT(words.StatusLetter), holds(`location.pathname.startsWith('/dokumen/')`), sees(letter.Number), chromedp.WaitVisible(".held .code", chromedp.ByQuery))
	mine("dipegang")
	pdf, err := base64.StdEncoding.DecodeString(value[string](t, r.ctx, `fetch(document.querySelector('a[href^="/api/documents/files/"]').href).then(r=>r.blob()).then(b=>new Promise(done=>{const f=new FileReader();f.onload=()=>done(f.result.split(',')[1]);f.readAsDataURL(b)}))`))
	if text := lettertest.Text(t, pdf); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf, []byte("/ByteRange")) || !strings.Contains(text, letter.Number) || !strings.Contains(text, child) {
		t.Errorf("the letter is %d bytes: %q %v", len(pdf), text, err)
	}
	do(t, r.ctx, chromedp.Navigate(origin+"/dokumen"), started(), sees(letter.Number))
	mine("saya")
	r.cut(true)
	do(t, r.ctx, chromedp.Reload(), started(), sees(letter.Number))
	r.cut(false)

	checks(t, signer, letter, pdf)
}

// checks is what strangers make of a letter: on a page without a program, on a
// phone without a network, and after it was taken back.
func checks(t *testing.T, signer *staff, letter document.Line, pdf []byte) {
	t.Helper()
	code, _ := proof.Read(letter.Link)
	answer, err := http.Get(origin + "/V/" + code)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(answer.Body)
	answer.Body.Close()
	if text := string(page); !strings.Contains(text, words.CheckGenuine.ID) || !strings.Contains(text, letter.Number) || strings.Contains(text, "Genta") || !strings.Contains(text, "noindex") {
		t.Errorf("%d %.400s", answer.StatusCode, text)
	}

	base, cut, mend := cable(t)
	ctx := phone(t)
	look := func(name string) { t.Helper(); whole(t, ctx, "surat-"+name+"-360"); fits(t, ctx, name) }
	asks := func(code string, verdict words.T, more ...chromedp.Action) {
		t.Helper()
		do(t, ctx, append([]chromedp.Action{chromedp.Navigate(base + code), live(), sees(verdict.ID)}, more...)...)
	}
	prepared(t, ctx, base)
	look("periksa-dulu")
	asks("/V/"+code, words.CheckGenuine, sees(letter.Number), sees("TIDAK TERSERTIFIKASI"))
	look("asli")
	for name, c := range map[string]struct {
		data []byte
		want words.T
	}{"sama.pdf": {pdf, words.CompareSame}, "lain.pdf": {append(bytes.Clone(pdf), '\n'), words.CompareOther}} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		do(t, ctx, chromedp.SetUploadFiles("#berkas", []string{path}, chromedp.ByQuery), sees(c.want.ID))
	}

	cut()
	asks("/V/"+code, words.CheckGenuine, sees(letter.Number), sees("tanpa internet"))
	look("asli-luring")
	forged := code[:30] + map[bool]string{true: "B", false: "A"}[code[30] == 'A'] + code[31:]
	asks("/V/"+forged, words.CheckForged)
	look("palsu-luring")
	asks("/V/"+code[:len(code)-2], words.CheckForged)
	asks("/v/"+letter.ID, words.CheckUnknown)

	mend()
	desk := screen(t, 1280, 900, false)
	admits(t, desk, signer)
	do(t, desk, caseOf(letter.Application, letter.Holder), stroke("l"), chromedp.WaitVisible("#lain[open]", chromedp.ByQuery), pressT(words.PermitActions["revoke"]),
		chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery), chromedp.SendKeys("#isi-langkah", "Datanya keliru.", chromedp.ByQuery))
	whole(t, desk, "surat-meja-cabut-1280")
	do(t, desk, sendKey(), said(".meja-berkas", words.PermitStages["revoked"].ID, true))
	asks("/V/"+code, words.CheckRevoked)
	look("dicabut")
	prepared(t, ctx, base)
	cut()
	asks("/V/"+code, words.CheckRevoked, sees("tanpa internet"))
}

// An advertisement costs a tax: an officer sets it, the applicant reads on the
// phone what to pay and shows a proof, and whoever looks after the money
// pastes what the bank says. With that it goes on, once.
func TestABillIsPaid(t *testing.T) {
	t.Parallel()
	const name, levy = "Pak Darma Reklame", "250000"
	citizen, _, village := lives(t, name)
	ctx := phone(t)
	admits(t, ctx, citizen)
	a := appliesFor(t, citizen, permit.Start{Service: "izin-reklame", Place: "dpmptsp"}, name, village.Code)
	verifier, cashier := works(t, origin, "verifikator.dpmptsp@contoh.id"), works(t, origin, "bendahara.dpmptsp@contoh.id")
	for _, step := range []permit.Act{{Action: permit.Take}, {Action: permit.Pass}, {Action: permit.Pass, Note: "Lokasi sesuai gambar."}} {
		f, err := verifier.permits().Open(t.Context(), permit.ID{ID: a.ID})
		if err == nil {
			step.ID, step.Seen = a.ID, f.Version
			_, err = verifier.permits().Act(t.Context(), step)
		}
		if err != nil {
			t.Fatalf("%s: %v", step.Action, err)
		}
	}
	desk := screen(t, 1280, 900, false)
	admits(t, desk, verifier)
	do(t, desk, caseOf(a.ID, name), stroke("s"), chromedp.WaitVisible("#isi-langkah", chromedp.ByQuery), types("#isi-langkah", levy))
	whole(t, desk, "bayar-meja-tetapkan-1280")
	do(t, desk, sendKey(), said(".meja-berkas", words.PermitStages["payment"].ID, true))

	do(t, ctx, chromedp.Navigate(origin+"/permohonan/"+a.ID), started(), sees(words.BillTitle.In(words.ID, "Rp250.000")), sees(words.BillOnly.ID))
	bill := value[string](t, ctx, `document.querySelector('.track-code').innerText`)
	whole(t, ctx, "bayar-tagihan-360")
	fits(t, ctx, "bill")
	do(t, ctx, chromedp.SetUploadFiles("#bukti", []string{photo(t, "struk.jpg", 900, 1600, 8)}, chromedp.ByQuery), sees("struk.jpg"), pressT(words.BillDid), holds(`document.querySelector('main').innerText.includes('Petugas memeriksanya')`))
	whole(t, ctx, "bayar-bukti-360")

	money := screen(t, 1280, 900, false)
	admits(t, money, cashier)
	do(t, money, chromedp.Navigate(origin+"/meja/pembayaran"), started(), sees(bill), sees(words.BillsProof.ID))
	looksGood(t, money, "bayar-meja")
	statement := bill + ";250000;2026-11-27;REF-" + a.ID
	do(t, money, types("#mutasi", statement), pressT(words.BillsMatch), sees(words.BillsSettled.In(words.ID, "1", "1")))
	looksGood(t, money, "bayar-meja-cocok")
	do(t, money, types("#mutasi", statement), pressT(words.BillsMatch), sees(words.BillOutcomes["again"].ID))
	do(t, ctx, said("main", words.BillOnly.ID, false), sees(words.PermitStages["initials"].ID))
	whole(t, ctx, "bayar-lunas-360")
	f, err := cashier.permits().Open(t.Context(), permit.ID{ID: a.ID})
	if err != nil || f.Stage != permit.Initials || f.Head.Bill.Paid == 0 {
		t.Fatalf("%s %+v %v", f.Stage, f.Head.Bill, err)
	}
}
