package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	people "rumah/shared/identity"
	"rumah/shared/inbox"
	"rumah/shared/place"
	"rumah/shared/words"
)

// lives signs a new citizen in, without a browser, who lives in the last
// village of the regency's last district.
func lives(t *testing.T, name string) (who *staff, district, village place.Area) {
	t.Helper()
	ctx := t.Context()
	who = (&staff{}).at(origin)
	enter, places := people.Client{Caller: who}, place.Client{Caller: who}
	sent, err := enter.AskCode(ctx, people.AskCode{Phone: freshPhone()})
	if err == nil {
		_, err = enter.EnterCode(ctx, people.EnterCode{ID: sent.ID, Code: sent.Hint})
	}
	var all, of place.Map
	if err == nil {
		all, err = places.Map(ctx, place.MapFilter{})
	}
	if err == nil {
		district = all.Areas[len(all.Areas)-1]
		of, err = places.Map(ctx, place.MapFilter{District: district.Code})
	}
	if err == nil {
		village = of.Areas[len(of.Areas)-1]
		_, err = enter.SaveProfile(ctx, people.SaveProfile{Name: &name, Area: &village.Code})
	}
	if err != nil {
		t.Fatal(err)
	}
	return who, district, village
}

func (s *staff) inbox() inbox.Client { return inbox.Client{Caller: s} }

// latest is the message somebody got last.
func (s *staff) latest(t *testing.T) inbox.Line {
	t.Helper()
	list, err := s.inbox().List(t.Context(), inbox.ListOf{})
	if err != nil || len(list.Items) == 0 {
		t.Fatalf("no message: %v", err)
	}
	return list.Items[0]
}

// chooses takes an option of a drop-down.
func chooses(id, option string) chromedp.Action {
	return holds(fmt.Sprintf(`(()=>{const e=document.getElementById(%q);if(!e||![...e.options].some(o=>o.value===%q))return false;e.value=%[2]q;e.dispatchEvent(new Event('change',{bubbles:true}));return true})()`, id, option))
}

// looksGood keeps pictures of a page on a phone and on a desk, and checks both.
func looksGood(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	for _, size := range []int64{1280, 360} {
		do(t, ctx, chromedp.EmulateViewport(size, 800), holds(`!document.querySelector('.skel')`))
		whole(t, ctx, fmt.Sprintf("%s-%d", name, size))
		fits(t, ctx, name)
	}
	do(t, ctx, chromedp.EmulateViewport(1280, 900))
}

// switches turns a switch of a few answers.
func switches(name, value string) chromedp.Action {
	return chromedp.Click(fmt.Sprintf(`input[name=%q][value=%q]`, name, value), chromedp.ByQuery)
}

// An agency's admin words a message anew, whoever looks after the regency
// publishes it, and the next message says so.
func TestAgencyWordsItsMessages(t *testing.T) {
	t.Parallel()
	author, above := works(t, origin, "admin.dinkes@contoh.id"), works(t, origin, "kabupaten@contoh.id")
	one, two := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	admits(t, one, author)
	admits(t, two, above)
	citizen, _, village := lives(t, "Ratna Contoh")
	do(t, one, chromedp.Navigate(origin+"/meja/templat"), started(), sees(words.ToldNames["news"].ID))
	looksGood(t, one, "templat")
	template := value[string](t, one, `[...document.querySelectorAll('a.row')].map(a=>a.getAttribute('href')).find(h=>h.endsWith(':news'))`)
	agency := strings.TrimSuffix(strings.TrimPrefix(template, "/meja/templat/"), ":news")

	// What is not there is refused; buttons insert what is.
	do(t, one, chromedp.Navigate(origin+template), started(), types(`#id\.subject`, "Kabar sehat: {judul}"),
		types(`#id\.body`, "{isi} Salam, {dnas}."), pressT(words.SaveDraft), chromedp.WaitVisible(`#id\.body-error`, chromedp.ByQuery), sees("{dnas}"))
	shot(t, one, "templat-salah-1280")
	do(t, one, types(`#id\.body`, "Salam, "), press("{dinas}"), holds(`document.getElementById('id.body').value==='Salam, {dinas}'`),
		chromedp.Click(`button.var[aria-label*="isi,"]`, chromedp.ByQuery), holds(`document.getElementById('id.body').value==='Salam, {dinas}{isi}'`),
		types(`#id\.body`, "{isi} Salam, {dinas}."), holds(`document.querySelector('.lock-text').innerText.includes('Salam, Dinas')`), pressT(words.SaveDraft), sees(words.DraftSaved.ID))
	looksGood(t, one, "templat-tulis")
	do(t, one, chromedp.Click(`input[name=pribadi]`, chromedp.ByQuery), holds(`!document.querySelector('.lock-note').innerText.includes('Kabar sehat')`))

	do(t, two, chromedp.Navigate(origin+"/meja/templat?dinas="+agency), started(), sees(words.StateDrafted.ID), chromedp.Navigate(origin+template), started(), switches("meja-lihat", "changes"), sees("Kabar sehat: {judul}"))
	looksGood(t, two, "templat-berubah")
	do(t, two, switches("meja-lihat", "preview"), sees("Kabar sehat: "+words.ToldSamples["judul"].ID))
	looksGood(t, two, "templat-pratinjau")
	do(t, two, pressT(words.Publish), sees(words.PublishedNow.ID), switches("meja-lihat", "history"), sees(words.VersionNo.In(words.ID, "1")))

	a, err := author.inbox().Announce(t.Context(), inbox.Announce{Agency: agency, Words: inbox.Words{Title: "Imunisasi Sabtu ini", Text: "Di balai desa, pukul 08.00.", Audience: inbox.Audience{Area: village.Code}}})
	if err == nil {
		_, err = above.inbox().Approve(t.Context(), inbox.Decision{ID: a.ID, Save: a.Save})
	}
	if err != nil {
		t.Fatal(err)
	}
	if m := citizen.latest(t); m.Subject != "Kabar sehat: Imunisasi Sabtu ini" || m.Text != "Di balai desa, pukul 08.00. Salam, "+m.Sender+"." {
		t.Errorf("%+v", m)
	}
}

// One admin writes an announcement to a village, another approves it; a
// citizen reads it in the inbox, and that is counted.
func TestAgencyAnnounces(t *testing.T) {
	t.Parallel()
	one, two := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	second := works(t, origin, "admin1.dukcapil@contoh.id")
	admits(t, one, admin(t))
	admits(t, two, second)
	citizen, district, village := lives(t, "Ratna Contoh")
	do(t, one, chromedp.Navigate(origin+"/meja/pengumuman"), started(), pressT(words.NewsNew), chromedp.WaitVisible("#title", chromedp.ByQuery),
		pressT(words.NewsSave), chromedp.WaitVisible("#title-error", chromedp.ByQuery))
	shot(t, one, "pengumuman-salah-1280")
	do(t, one, chooses("audience.area", district.Code), chooses("desa", village.Code), holds(`document.querySelector('.reach-n')!==null`),
		types("#title", "Rekam KTP keliling besok"), types("#text", "Mobil rekam ada di balai desa pukul 08.00 sampai 12.00. Bawa fotokopi KK."))
	looksGood(t, one, "pengumuman-tulis")
	do(t, one, pressT(words.NewsSave), sees(words.NewsOwn.ID), holds(`document.querySelector('.reach-n')!==null`))
	shot(t, one, "pengumuman-menunggu-1280")
	address := value[string](t, one, `location.pathname`)

	do(t, two, chromedp.Navigate(origin+"/meja/pengumuman"), started(), sees(words.NewsYourMove.ID))
	looksGood(t, two, "pengumuman")
	do(t, two, chromedp.Navigate(origin+address), started(), holds(`document.querySelector('.reach-n')!==null`))
	looksGood(t, two, "pengumuman-setujui")
	do(t, two, pressT(words.NewsApprove), chromedp.WaitVisible("dialog[open] .btn", chromedp.ByQuery))
	shot(t, two, "pengumuman-tanya-1280")
	do(t, two, chromedp.Click("dialog[open] .btn", chromedp.ByQuery), sees(words.NewsReceived.ID))
	m := citizen.latest(t)
	if m.Subject != "Rekam KTP keliling besok" || !m.Unread {
		t.Fatalf("%+v", m)
	}
	if _, err := citizen.inbox().Message(t.Context(), inbox.ID{ID: m.ID}); err != nil {
		t.Fatal(err)
	}
	do(t, two, chromedp.Reload(), started(), holds(`document.querySelectorAll('.kpi .v')[1].innerText.startsWith('1')`))
	looksGood(t, two, "pengumuman-terkirim")
}

// What became of messages is told, and how often people looked in vain.
func TestAgencyCounts(t *testing.T) {
	t.Parallel()
	desk := screen(t, 1280, 900, false)
	admits(t, desk, admin(t))
	citizen, _, _ := lives(t, "Ratna Contoh")
	for i, state := range []string{"5 di depan", "5 di depan", "3 di depan"} {
		if _, err := citizen.inbox().Looked(t.Context(), inbox.Look{Thread: fmt.Sprintf("ticket:%d", i), State: state}); err != nil {
			t.Fatal(err)
		}
	}
	do(t, desk, chromedp.Navigate(origin+"/meja/kabar"), started(), sees(words.ToldVain.ID))
	looksGood(t, desk, "kabar")
}

// A citizen replies; an officer finds it by itself on the desk, takes it by
// keyboard, and answers; a colleague sees who has it.
func TestAgencyAnswers(t *testing.T) {
	t.Parallel()
	one, two := screen(t, 1280, 900, false), screen(t, 1280, 900, false)
	second := works(t, origin, "admin1.dukcapil@contoh.id")
	first := admin(t)
	admits(t, one, first)
	admits(t, two, second)
	citizen, _, village := lives(t, "Ratna Contoh")
	list, err := first.inbox().Announcements(t.Context(), inbox.AnnouncementsOf{})
	if err != nil || len(list.Agencies) == 0 {
		t.Fatal(err)
	}
	a, err := first.inbox().Announce(t.Context(), inbox.Announce{Agency: list.Agencies[0].ID, Words: inbox.Words{Title: "Rekam KTP keliling", Text: "Besok di balai desa, pukul 08.00.", Audience: inbox.Audience{Area: village.Code}}})
	if err == nil {
		_, err = second.inbox().Approve(t.Context(), inbox.Decision{ID: a.ID, Save: a.Save})
	}
	if err != nil {
		t.Fatal(err)
	}
	m := citizen.latest(t)
	do(t, two, chromedp.Navigate(origin+"/meja/pesan"), started(), chromedp.WaitVisible(".empty,.talk-row", chromedp.ByQuery))
	if _, err := citizen.inbox().Reply(t.Context(), inbox.NewReply{ID: m.ID, Text: "Anak umur 16 tahun apa sudah boleh rekam?"}); err != nil {
		t.Fatal(err)
	}
	do(t, two, sees("Anak umur 16 tahun")) // it comes by itself
	looksGood(t, two, "pesan")

	do(t, two, chromedp.KeyEvent("j"), chromedp.KeyEvent("\r"), holds(`location.pathname.startsWith('/meja/pesan/')`), sees(words.TalkFree.ID))
	talk := value[string](t, two, `location.href`)
	do(t, one, chromedp.Navigate(talk), started(), sees(words.TalkFree.ID), holds(`document.querySelector('.says')!==null`))
	do(t, two, chromedp.KeyEvent("p"), sees(words.TalkYours.ID))
	do(t, one, sees(words.TalkTheirs.In(words.ID, "Dewi Admin Contoh"))) // so does that
	looksGood(t, one, "pesan-rekan")
	do(t, two, chromedp.KeyEvent("b"), holds(`document.activeElement.id==='jawaban'`), types("#jawaban", "Boleh, asal sudah 16 tahun penuh."))
	looksGood(t, two, "pesan-jawab")
	do(t, two, pressT(words.TalkSendClose), sees(words.TalkClosed.ID))
	answer := citizen.latest(t)
	if answer.Text != "Boleh, asal sudah 16 tahun penuh." || answer.Count != 2 {
		t.Errorf("%+v", answer)
	}
	view, err := citizen.inbox().Message(t.Context(), inbox.ID{ID: answer.ID})
	if err != nil || view.Owner != "Dewi Admin Contoh" || len(view.Said) != 3 || view.Said[2].Who != "Dewi Admin Contoh" {
		t.Errorf("%+v %v", view, err)
	}
	if _, err := citizen.inbox().Reply(t.Context(), inbox.NewReply{ID: m.ID, Text: "Terima kasih, Bu."}); err != nil {
		t.Fatal(err)
	}
	do(t, two, sees("Terima kasih, Bu."), pressT(words.TalkClose), sees(words.TalkDone.ID))
	shot(t, two, "pesan-selesai-1280")
}
