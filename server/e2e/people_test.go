package e2e

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"
	"github.com/pquerna/otp/totp"

	"rumah/server/identity"
	"rumah/shared/words"
)

// press clicks the button or link that reads so and can be seen, once it can
// be pressed.
func press(label string) chromedp.Action {
	mark := fmt.Sprintf(`(()=>{document.querySelectorAll('[data-tekan]').forEach(e=>e.removeAttribute('data-tekan'));
const e=[...document.querySelectorAll('button,a,summary,[role=button]')].find(e=>(e.innerText.trim()===%[1]q||e.querySelector('.row-title')?.innerText.trim()===%[1]q)&&e.checkVisibility()&&!e.disabled&&e.getAttribute('aria-busy')!=='true');
if(!e)return false;e.setAttribute('data-tekan','');e.scrollIntoView({block:'center'});return true})()`, label)
	return chromedp.Tasks{holds(mark), still, chromedp.Click("[data-tekan]", chromedp.ByQuery)}
}

// still waits until nothing moves any more: a touch on what is still rising
// goes where it was.
var still = holds(`document.getAnimations().every(a=>a.playState!=='running'||a.effect.getComputedTiming().endTime===Infinity)`)

// asks waits for a dialog, and until it stands still.
func asks(id string) chromedp.Action {
	return chromedp.Tasks{chromedp.WaitVisible("#"+id+"[open]", chromedp.ByQuery), still}
}

func pressT(t words.T) chromedp.Action { return press(t.ID) }

// types replaces what stands in a field.
func types(selector, text string) chromedp.Action {
	return chromedp.Tasks{
		chromedp.WaitVisible(selector, chromedp.ByQuery),
		chromedp.Evaluate(fmt.Sprintf(`(()=>{const e=document.querySelector(%q);e.focus();e.select&&e.select()})()`, selector), nil),
		chromedp.KeyEvent("\b"),
		chromedp.SendKeys(selector, text, chromedp.ByQuery),
	}
}

// authenticator gives a browser a finger that always fits.
func authenticator(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, webauthn.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := webauthn.AddVirtualAuthenticator(&webauthn.VirtualAuthenticatorOptions{
			Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal, HasResidentKey: true,
			HasUserVerification: true, AutomaticPresenceSimulation: true, IsUserVerified: true,
		}).Do(ctx)
		return err
	}))
}

// started waits for the program.
func started() chromedp.Action { return live() }

// freshPhone is a number nobody has signed in with: a phone may ask for one
// code a minute.
func freshPhone() string { return fmt.Sprintf("0813%08d", time.Now().UnixNano()/1000%100_000_000) }

// enters signs a citizen in with the code that a house for trying out shows.
func enters(t *testing.T, ctx context.Context, phone string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(origin+"/masuk"), started(), types("#phone", phone), pressT(words.SendCode),
		chromedp.WaitVisible("#code", chromedp.ByQuery), holds(`/\b\d{6}\b/.test(document.querySelector('.banner-warn').innerText)`))
	code := value[string](t, ctx, `document.querySelector('.banner-warn').innerText.match(/\b\d{6}\b/)[0]`)
	do(t, ctx, chromedp.SendKeys("#code", code, chromedp.ByQuery)) // it goes by itself
}

// deskCodes are the steps of time whose codes were used, by account: a code
// counts once, and tests run side by side.
var deskCodes = struct {
	sync.Mutex
	used map[string]int64
}{used: map[string]int64{}}

// deskCode is a code of the authenticator app that nobody has used: that of
// this moment, else the next one, which is taken too.
func deskCode(t *testing.T, email string) string {
	t.Helper()
	deskCodes.Lock()
	defer deskCodes.Unlock()
	const period = 30
	step := max(time.Now().Unix()/period, deskCodes.used[email]+1)
	deskCodes.used[email] = step
	code, err := identity.DemoCode(step * period)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// entersDesk signs staff in with password and authenticator code.
func entersDesk(t *testing.T, ctx context.Context, email string) { entersDeskOf(t, ctx, origin, email) }

func entersDeskOf(t *testing.T, ctx context.Context, base, email string) {
	t.Helper()
	code := deskCode(t, base+email)
	do(t, ctx, chromedp.Navigate(base+"/masuk/petugas"), started(), types("#email", email), types("#password", identity.DemoPassword), types("#code", code))
	do(t, ctx, pressT(words.SignIn), holds(`location.pathname==='/meja'`), started())
}

// A citizen comes in with a code, keeps a passkey, goes out, comes back with
// the passkey, adds a child, and finds the right service by what people say.
func TestCitizen(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	authenticator(t, ctx)
	do(t, ctx, chromedp.Navigate(origin+"/akun"), started())
	shot(t, ctx, "akun-tamu-360")
	enters(t, ctx, freshPhone())
	do(t, ctx, chromedp.WaitVisible("#name", chromedp.ByQuery))
	shot(t, ctx, "masuk-nama-360")
	do(t, ctx, types("#name", "Siti Contoh"), pressT(words.GoOn))
	shot(t, ctx, "masuk-kunci-360")
	do(t, ctx, pressT(words.KeepKey), holds(`location.pathname==='/akun'`), started(), sees("Siti Contoh"))
	shot(t, ctx, "akun-360")

	do(t, ctx, pressT(words.Leave))
	do(t, ctx, holds(`document.querySelector('dialog[open]')!==null||location.pathname==='/'`))
	do(t, ctx, chromedp.Evaluate(`document.querySelector('dialog[open] .btn-stop')?.click()`, nil), holds(`location.pathname==='/'`))
	for _, step := range []chromedp.Action{chromedp.NavigateBack(), chromedp.Navigate(origin + "/akun")} {
		do(t, ctx, step, started())
		if text := value[string](t, ctx, `document.documentElement.outerHTML`); strings.Contains(text, "Siti Contoh") {
			t.Errorf("the name stays after signing out, at %s", value[string](t, ctx, `location.pathname`))
		}
	}
	do(t, ctx, chromedp.Navigate(origin+"/masuk?ke=/akun/keluarga"), started(), pressT(words.EntryKey), holds(`location.pathname==='/akun/keluarga'`), started())
	shot(t, ctx, "keluarga-kosong-360")

	do(t, ctx, chromedp.Navigate(origin+"/akun/keluarga/baru"), started(), chromedp.WaitVisible("#name", chromedp.ByQuery),
		types("#name", "Dimas Contoh"), chromedp.Click("input[value=child]", chromedp.ByQuery), chromedp.SendKeys("#born", "01022020", chromedp.ByQuery))
	shot(t, ctx, "keluarga-baru-360")
	do(t, ctx, chromedp.Click("form input[type=checkbox]", chromedp.ByQuery), chromedp.Click("form button[type=submit]", chromedp.ByQuery), holds(`location.pathname==="/akun/keluarga"`), sees("Dimas Contoh"))
	shot(t, ctx, "keluarga-360")

	do(t, ctx, chromedp.Navigate(origin+"/"), started(), chromedp.SendKeys("#cari", "ktp ilang\n", chromedp.ByQuery), holds(`location.pathname==='/cari'`),
		chromedp.WaitVisible(`a[href^="/layanan/ktp-hilang"]`, chromedp.ByQuery))
	shot(t, ctx, "cari-ktp-ilang-360")
	do(t, ctx, chromedp.Click(`a[href^="/layanan/ktp-hilang"]`, chromedp.ByQuery), holds(`location.pathname==='/layanan/ktp-hilang'`), chromedp.WaitVisible("h1", chromedp.ByQuery),
		holds(`/\d\d\.\d\d/.test(document.querySelector('main').innerText)`)) // hours
	whole(t, ctx, "layanan-ktp-hilang-360")
}

// An agency admin drafts a change, a second one publishes it, and a citizen
// who never signed in reads it.
func TestDesk(t *testing.T) {
	t.Parallel()
	// A house of its own: others compare pages that this one changes.
	house, err := start(binary, filepath.Join(folder, "data-desk"), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(house.stop)
	origin := house.origin
	first, second := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	entersDeskOf(t, first, origin, "admin1.dukcapil@contoh.id")
	shot(t, first, "meja-1280")
	const news = "Untuk warga yang kartunya hilang, cukup datang sekali."
	do(t, first, chromedp.Navigate(origin+"/meja/layanan"), started(), chromedp.WaitVisible(`a[href="/meja/layanan/ktp-hilang"]`, chromedp.ByQuery))
	shot(t, first, "meja-layanan-1280")
	do(t, first, chromedp.Click(`a[href="/meja/layanan/ktp-hilang"]`, chromedp.ByQuery), chromedp.WaitVisible("#summary", chromedp.ByQuery), types("#summary", news),
		pressT(words.SaveDraft), holds(`document.querySelector('.edit-say').innerText.length>0&&!document.querySelector('.edit-say').innerText.includes('`+words.Unsaved.ID+`')`))
	whole(t, first, "meja-layanan-sunting-1280")
	reader := phone(t)
	do(t, reader, chromedp.Navigate(origin+"/layanan/ktp-hilang"), chromedp.WaitVisible("h1", chromedp.ByQuery))
	if strings.Contains(value[string](t, reader, `document.body.innerText`), news) {
		t.Error("a draft is public")
	}
	entersDeskOf(t, second, origin, "admin2.dukcapil@contoh.id")
	do(t, second, chromedp.Navigate(origin+"/meja/layanan/ktp-hilang"), started(), chromedp.WaitVisible("#summary", chromedp.ByQuery),
		holds(fmt.Sprintf(`document.getElementById('summary').value===%q`, news)))
	do(t, second, pressT(words.Publish), holds(fmt.Sprintf(`fetch('/api/services/ktp-hilang',{cache:'no-store'}).then(r=>r.json()).then(s=>s.content.summary===%q)`, news)))
	do(t, reader, chromedp.Reload(), sees(news))
}

// A new officer is invited, comes in with an authenticator app, finds the
// citizen who stands at the desk, opens the NIK with a purpose and verifies
// it; the citizen reads who that was.
func TestInvitedOfficerVerifies(t *testing.T) {
	t.Parallel()
	boss, officer, citizen := screen(t, 1280, 900, false), screen(t, 1280, 900, false), phone(t)
	number := freshPhone()
	enters(t, citizen, number)
	do(t, citizen, types("#name", "Hadi Contoh"), pressT(words.GoOn), pressT(words.NotNow), holds(`location.pathname==='/akun'`),
		chromedp.Navigate(origin+"/akun/data-diri"), started(), types("#nik", "3515 1405 0868 0000"), chromedp.Click("form button[type=submit]", chromedp.ByQuery),
		sees("Nomor urut NIK")) // a warning, and saved
	shot(t, citizen, "data-diri-peringatan-360")

	entersDesk(t, boss, "admin1.dukcapil@contoh.id")
	do(t, boss, chromedp.Navigate(origin+"/meja/petugas"), started(), pressT(words.InviteStaff), types("#name", "Baru Contoh"), types("#email", number+"@contoh.id"),
		chromedp.SetValue("#role", "verifier", chromedp.ByQuery), chromedp.Evaluate(`document.getElementById('role').dispatchEvent(new Event('change',{bubbles:true}))`, nil))
	do(t, boss, holds(`(()=>{const a=document.getElementById('agency');if(!a)return true;if(a.value)return true;const o=[...a.options].find(o=>o.value);a.value=o.value;a.dispatchEvent(new Event('change',{bubbles:true}));return false})()`))
	shot(t, boss, "undang-1280")
	do(t, boss, pressT(words.MakeInvitation), chromedp.WaitVisible("#tautan", chromedp.ByQuery))
	link := value[string](t, boss, `document.getElementById('tautan').value`)
	shot(t, boss, "undangan-dibuat-1280")

	do(t, officer, chromedp.Navigate(link), started(), chromedp.WaitVisible("#password", chromedp.ByQuery))
	shot(t, officer, "undangan-1280")
	secret := value[string](t, officer, `document.querySelector('.secret-text').innerText.replace(/\s/g,'')`)
	code, err := totp.GenerateCode(secret, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	do(t, officer, types("#password", "kata sandi yang panjang"), types("#code", code), pressT(words.InvitedAccept), holds(`location.pathname==='/meja'`), started())
	do(t, officer, chromedp.Navigate(origin+"/meja/warga"), started(), types("#number", number), pressT(words.Search), sees("Hadi Contoh"))
	if text := value[string](t, officer, `document.body.innerText`); strings.Contains(strings.ReplaceAll(text, " ", ""), "3515140508680000") {
		t.Error("the NIK stands there before it was opened")
	}
	do(t, officer, pressT(words.OpenNumbers), chromedp.Click("input[name=usual]", chromedp.ByQuery))
	shot(t, officer, "meja-warga-tujuan-1280")
	do(t, officer, pressT(words.OpenNumbers), sees("3515 1405 0868 0000"))
	shot(t, officer, "meja-warga-nik-1280")
	do(t, officer, pressT(words.VerifyNow), sees(words.VerifiedNow.ID))
	do(t, citizen, chromedp.Navigate(origin+"/akun/dibuka"), started(), sees("Baru Contoh"))
	shot(t, citizen, "dibuka-360")
	do(t, citizen, chromedp.Navigate(origin+"/akun"), started(), sees(words.LevelNIK.ID))
}

// On a slow line somebody types and presses before the program is there: it
// is kept, and sent once it is.
func TestPressedBeforeTheProgramIsThere(t *testing.T) {
	t.Parallel()
	ctx := phone(t)
	do(t, ctx, network.Enable(), network.EmulateNetworkConditions(false, 150, 200_000, 90_000), chromedp.Navigate(origin+"/masuk"), chromedp.WaitVisible("#phone", chromedp.ByQuery))
	if value[bool](t, ctx, `'siap' in document.documentElement.dataset`) {
		t.Fatal("the program was there at once: the line is not slow")
	}
	do(t, ctx, chromedp.SendKeys("#phone", freshPhone(), chromedp.ByQuery), chromedp.Click("form button[type=submit]", chromedp.ByQuery))
	if at := value[string](t, ctx, `location.pathname+' '+document.querySelector('form button[type=submit]').getAttribute('aria-busy')`); at != "/masuk true" {
		t.Errorf("after the press: %s", at)
	}
	do(t, ctx, chromedp.WaitVisible("#code", chromedp.ByQuery))
}

// Every page that belongs to somebody, as its owner sees it: accessible,
// nothing wider than the screen, and pictures for people to look at.
func TestPagesOfTheirOwn(t *testing.T) {
	t.Parallel()
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	for _, who := range []struct {
		name  string
		enter func(context.Context)
		pages []string
	}{
		{"warga", func(ctx context.Context) {
			enters(t, ctx, "081200000001")
			do(t, ctx, holds(`location.pathname==='/akun'`))
		}, []string{"/akun", "/akun/data-diri", "/akun/keluarga", "/akun/keluarga/baru", "/akun/keamanan", "/akun/dibuka", "/akun/data", "/"}},
		{"verifikator", func(ctx context.Context) { entersDesk(t, ctx, "verifikator@contoh.id") }, []string{"/meja", "/meja/warga"}},
		{"kabupaten", func(ctx context.Context) { entersDesk(t, ctx, "kabupaten@contoh.id") }, []string{"/meja/petugas", "/meja/layanan/baru"}},
		{"auditor", func(ctx context.Context) { entersDesk(t, ctx, "auditor@contoh.id") }, []string{"/meja/catatan"}},
		{"admin", func(ctx context.Context) { entersDesk(t, ctx, "admin.dinkes@contoh.id") }, []string{"/meja/tempat", "/meja/layanan", "/meja/tempat/*", "/meja/layanan/*"}},
	} {
		t.Run(who.name, func(t *testing.T) {
			ctx := phone(t)
			who.enter(ctx)
			for _, size := range []int64{360, 1280} {
				do(t, ctx, chromedp.EmulateViewport(size, 800))
				for _, path := range who.pages {
					address := path
					if list, first := strings.CutSuffix(path, "/*"); first { // the first of a list
						do(t, ctx, chromedp.Navigate(origin+list), started(), chromedp.WaitVisible(`a.row[href^="`+list+`/"]`, chromedp.ByQuery))
						address = value[string](t, ctx, `[...document.querySelectorAll('a.row')].map(a=>a.getAttribute('href')).find(h=>h.startsWith('`+list+`/')&&!h.endsWith('/baru'))`)
					}
					do(t, ctx, chromedp.Navigate(origin+address), started(), holds(`!document.querySelector('.skel')`))
					if over := value[int](t, ctx, `document.documentElement.scrollWidth-innerWidth`); over > 0 {
						t.Errorf("%s is %d px wider than a screen of %d", path, over, size)
					}
					whole(t, ctx, fmt.Sprintf("%s%s-%d", who.name, strings.NewReplacer("/", "-", "*", "satu").Replace(path), size))
					check(t, ctx, checker, path)
				}
			}
		})
	}
}
