package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/jackc/pgx/v5"

	"rumah/server/push/pushtest"
	"rumah/shared/inbox"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// reader is somebody who is told things, with their phone and the push
// service of its browser.
type reader struct {
	t       *testing.T
	ctx     context.Context // of the page
	worker  context.Context // of its service worker
	db      *pgx.Conn
	name    string
	id      string
	service *pushtest.Service
	browser *pushtest.Browser
	at      serviceworker.RegistrationID
}

// subscribing stands in for the part of this browser that a test house has no
// network for: the push service of its maker. Everything else, the question,
// the worker, the notifications, is the browser's own. It also counts how
// often the browser was asked for the permission.
const subscribing = `(()=>{
const bytes=t=>Uint8Array.from(atob(t.replace(/-/g,'+').replace(/_/g,'/')),c=>c.charCodeAt(0)).buffer;
const made=o=>({endpoint:%[1]q,options:{userVisibleOnly:true,applicationServerKey:bytes(localStorage.getItem('uji-kunci'))},
 getKey:n=>bytes(n==='auth'?%[3]q:%[2]q),unsubscribe:async()=>{localStorage.removeItem('uji-kunci');return true}});
PushManager.prototype.getSubscription=async()=>localStorage.getItem('uji-kunci')?made():null;
PushManager.prototype.subscribe=async o=>{const k=btoa(String.fromCharCode(...new Uint8Array(o.applicationServerKey.buffer||o.applicationServerKey)));localStorage.setItem('uji-kunci',k);return made()};
window.uji=0;const ask=Notification.requestPermission.bind(Notification);Notification.requestPermission=(...a)=>{window.uji++;return ask(...a)};
})()`

// reads opens a phone whose browser may be told, and signs a citizen in.
func reads(t *testing.T, name string) *reader {
	t.Helper()
	r := &reader{t: t, name: name, ctx: phone(t), db: connects(t), service: pushtest.NewService()}
	t.Cleanup(r.service.Close)
	var err error
	if r.browser, err = r.service.Browser("hp"); err != nil {
		t.Fatal(err)
	}
	registered := make(chan serviceworker.RegistrationID, 1)
	chromedp.ListenTarget(r.ctx, func(event any) {
		if e, ok := event.(*serviceworker.EventWorkerRegistrationUpdated); ok {
			for _, registration := range e.Registrations {
				if strings.HasPrefix(registration.ScopeURL, origin) {
					select {
					case registered <- registration.RegistrationID:
					default:
					}
				}
			}
		}
	})
	script := fmt.Sprintf(subscribing, r.browser.Endpoint, r.browser.P256DH, r.browser.Auth)
	do(t, r.ctx, serviceworker.Enable(), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	}), browser.GrantPermissions([]browser.PermissionType{browser.PermissionTypeNotifications}).WithOrigin(origin))
	comes(t, r.ctx, name)
	if err := r.db.QueryRow(t.Context(), `SELECT id FROM people WHERE name = $1`, name).Scan(&r.id); err != nil {
		t.Fatal(err)
	}
	do(t, r.ctx, holds(`navigator.serviceWorker.ready.then(r=>r.active.state==='activated')`))
	r.at = <-registered
	return r
}

// connects to the database of the shared house, beside its server.
func connects(t *testing.T) *pgx.Conn {
	t.Helper()
	db, err := pgx.Connect(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return db
}

// count is what a query answers.
func (r *reader) count(sql string, args ...any) (n int) {
	r.t.Helper()
	if err := r.db.QueryRow(r.t.Context(), sql, args...).Scan(&n); err != nil {
		r.t.Fatal(err)
	}
	return n
}

// told waits until a query answers a number.
func (r *reader) waits(want int, sql string, args ...any) {
	r.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if n := r.count(sql, args...); n == want {
			return
		} else if time.Now().After(end) {
			r.t.Fatalf("%s: %d, want %d", sql, n, want)
		}
	}
}

// note is a message that somebody is told.
type note struct {
	kind                              inbox.Kind
	thread, key, subject, body, where string
}

// tells writes a message into the inbox. What carries it to phones follows
// from it in the database.
func (r *reader) tells(n note) {
	r.t.Helper()
	rule := inbox.Rules[n.kind]
	urgency := string(rule.Urgency)
	_, err := r.db.Exec(r.t.Context(), `
INSERT INTO messages (person_id, thread, key, kind, topic, agency_id, version, subject, body, link, urgency, push, firm, again, dies_at, sent_at)
VALUES ($1, $2, $3, $4, $5, (SELECT min(id) FROM agencies WHERE kind = 'hospital' OR name ILIKE 'rs%'), 0, $6, $7, $8, $9, $10, $11, $12, now() + interval '10 minutes', now())`,
		r.id, n.thread, n.key, string(n.kind), string(rule.Topic), n.subject, n.body, n.where, urgency, rule.Push, rule.Firm, rule.Again)
	if err != nil {
		r.t.Fatal(err)
	}
}

// pushes are what the push service got, decrypted with keys only this test
// has, the oldest message first.
func (r *reader) pushes(n int) []inbox.Push {
	r.t.Helper()
	arrivals := r.service.Wait("hp", n, 20*time.Second)
	if len(arrivals) < n {
		r.t.Fatalf("%d pushes left the house, want %d", len(arrivals), n)
	}
	list := make([]inbox.Push, len(arrivals))
	for i, a := range arrivals {
		text, err := r.browser.Decrypt(a.Body)
		if err == nil {
			err = json.Unmarshal(text, &list[i])
		}
		if err != nil {
			r.t.Fatalf("push %d: %v", i, err)
		}
	}
	slices.SortFunc(list, func(a, b inbox.Push) int {
		x, _ := strconv.Atoi(a.ID)
		y, _ := strconv.Atoi(b.ID)
		return x - y
	})
	return list
}

// pushed is the first push of a kind.
func (r *reader) pushed(kind inbox.Kind) inbox.Push {
	r.t.Helper()
	for n := 1; ; n++ {
		for _, p := range r.pushes(n) {
			if p.Kind == string(kind) {
				return p
			}
		}
	}
}

// delivers brings a payload to the real worker of the phone.
func (r *reader) delivers(payload any) {
	r.t.Helper()
	text, plain := payload.(string)
	if !plain {
		data, err := json.Marshal(payload)
		if err != nil {
			r.t.Fatal(err)
		}
		text = string(data)
	}
	do(r.t, r.ctx, serviceworker.DeliverPushMessage(origin, r.at, text))
}

// shows waits until the phone shows such notifications and no others, by
// title, in any order.
func (r *reader) shows(titles ...string) {
	r.t.Helper()
	titles = append([]string{}, titles...)
	slices.Sort(titles)
	want, err := json.Marshal(titles)
	if err != nil {
		r.t.Fatal(err)
	}
	do(r.t, r.ctx, holds(fmt.Sprintf(`navigator.serviceWorker.ready.then(r=>r.getNotifications()).then(l=>JSON.stringify(l.map(n=>n.title).sort())===%q)`, want)))
}

// cut takes the network from the phone, or gives it back: from the page and
// from its worker, which is asked for pages.
func (r *reader) cut(off bool) {
	r.t.Helper()
	r.attach()
	for _, part := range []context.Context{r.ctx, r.worker} {
		do(r.t, part, network.Enable(), network.EmulateNetworkConditions(off, 0, -1, -1))
	}
	do(r.t, r.ctx, holds(fmt.Sprintf(`navigator.onLine===%t`, !off)))
}

// attach looks for the worker, once.
func (r *reader) attach() {
	r.t.Helper()
	if r.worker == nil {
		targets, err := chromedp.Targets(r.ctx)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, info := range targets {
			if info.Type == "service_worker" && strings.HasPrefix(info.URL, origin) {
				ctx, stop := chromedp.NewContext(r.ctx, chromedp.WithTargetID(target.ID(info.TargetID)))
				r.t.Cleanup(stop)
				if err := chromedp.Run(ctx); err != nil { // else it would end with the first step
					r.t.Fatal(err)
				}
				r.worker = ctx
			}
		}
		if r.worker == nil {
			r.t.Fatal("no worker runs")
		}
	}
}

// works runs something in the worker.
func (r *reader) works(js string) {
	r.t.Helper()
	r.attach()
	value[bool](r.t, r.worker, `Promise.resolve((async()=>{`+js+`})()).then(()=>true)`)
}

// clicks touches a notification. DevTools has no finger for it: the event is
// made in the worker, and what the worker waits for is waited for here.
func (r *reader) clicks(title string) {
	r.t.Helper()
	r.works(fmt.Sprintf(`const n=(await registration.getNotifications()).find(n=>n.title===%q);
const e=new NotificationEvent('notificationclick',{notification:n});let done;e.waitUntil=p=>done=p;dispatchEvent(e);await done`, title))
}

// A citizen takes a number, agrees to be told, and puts the phone away. They
// are told when they are called, once, and a touch leads to their number.
func TestToldWithoutLooking(t *testing.T) {
	t.Parallel()
	help := officer(t)
	place, lines := help.open(t)
	day, counter := help.sits(t, lines[0], 2)
	r := reads(t, "Kabar Contoh")
	do(t, r.ctx, chromedp.Navigate(origin+"/antrean/di/"+place.Place.ID), started())
	number, label := takes(t, r.ctx, lines[0].Line)
	path := value[string](t, r.ctx, `location.pathname`)
	thread := "ticket:" + strings.TrimPrefix(path, "/antrean/")
	do(t, r.ctx, sees(words.TellAsk.ID))
	whole(t, r.ctx, "kabar-tanya-360")
	fits(t, r.ctx, "question")
	if asked := value[int](t, r.ctx, `uji`); asked != 0 {
		t.Errorf("the browser asked %d times before anybody agreed", asked)
	}
	// Who wants it later is left in peace, over reloads too.
	const question = `document.querySelector('.ask')`
	do(t, r.ctx, pressT(words.NotNow), holds(question+`===null`), chromedp.Reload(), started(), chromedp.WaitVisible(".hero-no", chromedp.ByQuery), holds(question+`===null`))
	do(t, r.ctx, chromedp.Evaluate(`localStorage.removeItem('kabar-nanti')`, nil), chromedp.Reload(), started(), sees(words.TellAsk.ID))
	do(t, r.ctx, pressT(words.TellYes), sees(words.TellOn.ID))
	shot(t, r.ctx, "kabar-baik-360")
	if asked := value[int](t, r.ctx, `uji`); asked != 1 {
		t.Errorf("the browser asked %d times", asked)
	}
	r.waits(1, `SELECT count(*) FROM push_devices WHERE person_id = $1`, r.id)

	// Opening the number was a look; what is done on it and pushed to it is none.
	const look = ` FROM looks WHERE person_id = $1 AND thread = $2`
	r.waits(1, `SELECT count(*)`+look, r.id, thread)
	looked := r.count(`SELECT (extract(epoch FROM at) * 1000)::bigint`+look, r.id, thread)
	do(t, r.ctx, pressT(words.TicketOut), press(words.TicketOutPeople.In(words.ID, "3")), told(words.TicketAway.ID), pressT(words.TicketBack),
		holds(fmt.Sprintf(`!document.querySelector('.hero [role=status]').innerText.includes(%q)`, words.TicketAway.ID)))
	if again := r.count(`SELECT (extract(epoch FROM at) * 1000)::bigint`+look, r.id, thread); again != looked {
		t.Errorf("a look at %d was counted again at %d", looked, again)
	}

	// The officer calls, the house tells, the phone shows.
	do(t, r.ctx, chromedp.Navigate(origin+"/tentang"), started())
	help.acts(t, queue.Act{Day: day, Action: queue.CallNumber, Counter: counter, Number: number})
	called := r.pushed(inbox.TicketCalled)
	subject := called.Title
	if !strings.HasPrefix(subject, label) {
		t.Errorf("%s is told %q", label, subject)
	}
	unread := r.count(`SELECT count(DISTINCT thread) FROM messages WHERE person_id = $1 AND read_at IS NULL`, r.id)
	if !called.Urgent || called.URL != path || called.Unread != unread {
		t.Errorf("the payload is %+v", called)
	}
	r.works(`navigator.setAppBadge=async n=>{self.lencana=n}`)
	r.delivers(called)
	r.shows(subject)
	do(t, r.worker, holds(`self.lencana===`+strconv.Itoa(unread)))
	r.waits(1, `SELECT count(*) FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.person_id = $1 AND v.shown_at IS NOT NULL AND v.opened_at IS NULL`, r.id)
	loud := value[string](t, r.ctx, `navigator.serviceWorker.ready.then(r=>r.getNotifications()).then(([n])=>[n.silent,n.requireInteraction,n.renotify,n.lang,n.actions.length,n.vibrate.length].join())`)
	if loud != "false,true,true,id,1,5" {
		t.Errorf("the call is shown as %s", loud)
	}

	// The same again does not ring again.
	r.delivers(called)
	do(t, r.ctx, holds(`navigator.serviceWorker.ready.then(r=>r.getNotifications()).then(l=>l.length===1&&l[0].silent)`))

	// A touch leads to the number, in the window that is open.
	r.clicks(subject)
	do(t, r.ctx, holds(fmt.Sprintf(`location.pathname===%q`, path)), started(), told(words.TicketCalled.ID))
	r.waits(1, `SELECT count(*) FROM deliveries v JOIN messages m ON m.id = v.message_id WHERE m.person_id = $1 AND v.opened_at IS NOT NULL`, r.id)
	r.shows()
	// Once served, they are asked how it was, and may say why.
	help.acts(t, queue.Act{Day: day, Action: queue.Finish, Counter: counter})
	do(t, r.ctx, sees(words.RateAsk.ID))
	shot(t, r.ctx, "nilai-360")
	do(t, r.ctx, chromedp.Click(`[name=skor][value="3"]`, chromedp.ByQuery), sees(words.RateThanks.ID), pressT(words.RateNote), chromedp.SendKeys("#text", "Cepat dan ramah", chromedp.ByQuery), pressT(words.RateNoteSend), sees(words.RateNoteDone.ID))
	shot(t, r.ctx, "nilai-sudah-360")
	fits(t, r.ctx, "rating")
	r.waits(1, `SELECT count(*) FROM tickets WHERE account_id = $1 AND score = 3 AND score_text = 'Cepat dan ramah'`, r.id)
	do(t, r.ctx, chromedp.Reload(), started(), holds(`document.querySelector('[name=skor]:checked').value==='3'`))
	// Without an open window, in a new one.
	r.works(fmt.Sprintf(`clients.matchAll=async()=>[];clients.openWindow=async u=>{self.dibuka=u};await openAt(%q);if(self.dibuka!==%q)throw new Error(self.dibuka)`, path, origin+path))
}

// Ten pieces of news on one thing are one on the screen. What cannot be read
// is shown all the same; what comes too late does not ring; what the house
// could not be told is told later.
func TestWhatAPhoneShows(t *testing.T) {
	t.Parallel()
	r := reads(t, "Layar Contoh")
	do(t, r.ctx, chromedp.Navigate(origin+"/akun/kabar"), started(), pressT(words.TellHereDo), sees(words.TellDevices.ID), sees(words.ThisDevice.ID))
	for i := range 10 {
		r.tells(note{kind: inbox.TicketNear, thread: "ticket:uji", key: "near:" + strconv.Itoa(i), subject: fmt.Sprintf("Tinggal %d orang", 10-i), body: "Poli Anak", where: "/antrean"})
	}
	list := r.pushes(10)
	for _, p := range list {
		r.delivers(p)
	}
	r.shows("Tinggal 1 orang")

	r.delivers("bukan kabar")
	r.shows("Tinggal 1 orang", words.PrivateNews.ID)
	r.works(`for(const n of await registration.getNotifications())n.close()`)
	r.shows()
	r.delivers("")
	r.shows(words.PrivateNews.ID)
	do(t, r.ctx, chromedp.Navigate(origin+"/en/tentang"), started())
	r.delivers(`{"id":"1"}`)
	r.shows(words.PrivateNews.EN)

	// Old news, and a house that cannot be reached.
	late := list[9]
	late.ID, late.Tag, late.Title, late.Dies = "999999", "lain", "Sudah lewat", time.Now().Add(-time.Minute).UnixMilli()
	r.works(`self.asli=self.fetch;self.fetch=(u,...a)=>u==='/api/inbox/receipts'?Promise.reject(new Error('no network')):asli(u,...a)`)
	r.delivers(late)
	r.shows("Sudah lewat", words.PrivateNews.EN)
	do(t, r.ctx, holds(`navigator.serviceWorker.ready.then(r=>r.getNotifications()).then(l=>{const n=l.find(n=>n.title==='Sudah lewat');return n.silent&&!n.requireInteraction})`))
	const kept = `caches.open('kabar').then(c=>c.keys()).then(l=>l.filter(k=>k.url.includes('/send-')).length)`
	do(t, r.worker, holds(kept+`.then(n=>n===1)`))
	r.works(`self.fetch=self.asli;await send()`)
	do(t, r.worker, holds(kept+`.then(n=>n===0)`))

	// The browser renews its subscription by itself.
	other, err := r.service.Browser("hp-baru")
	if err != nil {
		t.Fatal(err)
	}
	r.works(fmt.Sprintf(`const e=new Event('pushsubscriptionchange');let done;e.waitUntil=p=>done=p;e.oldSubscription={endpoint:%q};
e.newSubscription={toJSON:()=>({endpoint:%q,keys:{p256dh:%q,auth:%q}})};dispatchEvent(e);await done`, r.browser.Endpoint, other.Endpoint, other.P256DH, other.Auth))
	r.tells(note{kind: inbox.TicketTaken, thread: "ticket:uji", key: "quiet", subject: "Diam", body: "", where: "/antrean"})
	r.tells(note{kind: inbox.TicketNear, thread: "ticket:uji", key: "renewed", subject: "Alamat baru", body: "", where: "/antrean"})
	if arrived := r.service.Wait("hp-baru", 1, 20*time.Second); len(arrived) != 1 || len(r.service.Arrivals("hp")) != 10 {
		t.Errorf("%d pushes at the new address, %d at the old", len(arrived), len(r.service.Arrivals("hp")))
	}

	// Who signs out is told nothing here any more.
	do(t, r.ctx, chromedp.Navigate(origin+"/akun"), started(), pressT(words.Leave), chromedp.Click(`dialog[open] .btn-stop`, chromedp.ByQuery), holds(`location.pathname==='/'`))
	r.waits(0, `SELECT count(*) FROM push_devices WHERE person_id = $1`, r.id)
	r.shows()
	if kept := value[string](t, r.ctx, `JSON.stringify(Object.keys(localStorage).filter(k=>k.startsWith('milik:')))`); kept != "[]" {
		t.Errorf("the phone keeps %s of who has gone", kept)
	}
}

// looks takes pictures of a page on a phone and on a desk, by day and by
// night, and checks it in each.
func (r *reader) pictures(name string) {
	r.t.Helper()
	for _, theme := range []string{"light", "dark"} {
		for _, size := range []int64{1280, 360} {
			do(r.t, r.ctx, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}), chromedp.EmulateViewport(size, 800, chromedp.EmulateScale(2)))
			whole(r.t, r.ctx, fmt.Sprintf("%s-%d-%s", name, size, theme))
			fits(r.t, r.ctx, name)
		}
	}
	do(r.t, r.ctx, emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}}))
}

// The messages of somebody: found, filtered, read, put away and brought back,
// with a bell that knows at once; and what of them is there without a network.
func TestInbox(t *testing.T) {
	t.Parallel()
	r := reads(t, "Kotak Contoh")
	bell := func(n int) chromedp.Action {
		return holds(fmt.Sprintf(`(document.querySelector('.bell .badge')?.innerText||'0')==='%d'`, n))
	}
	message := func(subject string) chromedp.Action {
		return holds(fmt.Sprintf(`(()=>{const e=[...document.querySelectorAll('a.msg')].find(e=>e.innerText.includes(%q));e?.click();return e})()`, subject))
	}
	do(t, r.ctx, chromedp.Navigate(origin+"/kotak"), started(), sees(words.InboxNone.ID), bell(0))
	whole(t, r.ctx, "pesan-kosong-360")
	fits(t, r.ctx, "no messages")

	for i := range 5 {
		r.tells(note{kind: inbox.TicketNear, thread: "ticket:a", key: "near" + strconv.Itoa(i), subject: fmt.Sprintf("Tinggal %d orang sebelum A-041", 9-i), body: "Poli Anak, RSUD. Mohon bersiap di ruang tunggu.", where: "/antrean"})
	}
	r.tells(note{kind: inbox.TicketLeave, thread: "ticket:a", key: "leave", subject: "Saatnya berangkat ke RSUD", body: "A-041 kira-kira dipanggil 09.40–09.55. Perjalanan 14 menit.", where: "/antrean"})
	r.tells(note{kind: inbox.DataOpened, thread: "opened:1", key: "opened", subject: "Yudi P. membuka data Anda", body: "Kelurahan Contoh, 08.24. Keperluan: memeriksa SKTM.", where: "/akun/dibuka"})
	r.tells(note{kind: inbox.QueueCancelled, thread: "ticket:b", key: "off", subject: "Poli Gigi besok tidak jadi buka", body: "Dokter sakit. Nomor G-007 batal. Buka tiket untuk memilih hari lain.", where: "/antrean"})
	r.tells(note{kind: inbox.Announced, thread: "news:1", key: "news", subject: "Air bersih dikirim ke 4 desa", body: "Truk tangki datang pukul 15.00 di balai desa. Bawa wadah sendiri.", where: ""})
	if _, err := r.db.Exec(t.Context(), `UPDATE messages SET sent_at = sent_at - interval '1 day' WHERE person_id = $1 AND thread NOT IN ('ticket:a', 'news:1')`, r.id); err != nil {
		t.Fatal(err)
	}
	do(t, r.ctx, chromedp.Navigate(origin+"/"), started(), sees(words.InboxHome.In(words.ID, "4")), bell(4))
	shot(t, r.ctx, "beranda-pesan-360")
	do(t, r.ctx, chromedp.Click(".bell", chromedp.ByQuery), holds(`location.pathname==='/kotak'`), holds(`document.querySelectorAll('.msg').length===4`))
	r.pictures("pesan")

	// Found, and filtered.
	do(t, r.ctx, chromedp.Click(fmt.Sprintf(`[aria-label=%q]`, words.InboxFind.ID), chromedp.ByQuery), chromedp.SendKeys("#cari", "tangki\n", chromedp.ByQuery),
		holds(`document.querySelectorAll('.msg').length===1`), sees("Air bersih"))
	do(t, r.ctx, types("#cari", "tidak ada ini\n"), sees(words.InboxLost.ID))
	whole(t, r.ctx, "pesan-nihil-360")
	do(t, r.ctx, pressT(words.InboxSeeAll), holds(`document.querySelectorAll('.msg').length===4`), chromedp.Click(`.chip[href="/kotak?soal=queue"]`, chromedp.ByQuery), holds(`document.querySelectorAll('.msg').length===2`))

	// One of them, with all that came before.
	do(t, r.ctx, message("Saatnya berangkat ke RSUD"), sees(words.InboxBefore.In(words.ID, "5")), bell(3))
	r.pictures("pesan-satu")
	do(t, r.ctx, press(words.InboxMute.In(words.ID, words.TopicQueue.ID)), sees(words.InboxMuted.In(words.ID, words.TopicQueue.ID)))
	r.waits(1, `SELECT count(*) FROM inbox_settings WHERE person_id = $1 AND muted = '{queue}'`, r.id)
	do(t, r.ctx, press(words.InboxUnmute.In(words.ID, words.TopicQueue.ID)), sees(words.InboxUnmuted.In(words.ID, words.TopicQueue.ID)))

	// A talk with an agency; what is written is kept though it cannot be sent.
	if _, err := r.db.Exec(t.Context(), `
WITH m AS (SELECT id, thread, agency_id, subject, sent_at FROM messages WHERE person_id = $1 AND thread = 'ticket:b'),
t AS (INSERT INTO talks (id, person_id, thread, agency_id, message_id, subject, owner_id, changed_at)
  SELECT 'uji', $1, thread, agency_id, id, subject, (SELECT id FROM people WHERE kind = 'staff' ORDER BY name LIMIT 1), now() FROM m RETURNING id)
INSERT INTO sayings (talk_id, author_id, staff, body, at) SELECT t.id, $1, false, 'Apakah bisa pindah ke puskesmas? Anak saya masih sakit.', m.sent_at + interval '9 minutes' FROM t, m`, r.id); err != nil {
		t.Fatal(err)
	}
	r.tells(note{kind: inbox.Answered, thread: "ticket:b", key: "answer", subject: "Jawaban dari RSUD", body: "Bisa, Bu. Puskesmas Celep buka sampai 11.30, tanpa rujukan. Kami sudah titip pesan ke loketnya.", where: "/antrean"})
	do(t, r.ctx, chromedp.Navigate(origin+"/kotak"), started(), message("Jawaban dari RSUD"), holds(`document.querySelectorAll('.said-own').length===1`))
	r.pictures("pesan-percakapan")
	const reply = "Terima kasih, kami ke sana."
	do(t, r.ctx, types("#text", reply), network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1))
	r.offline(true)
	do(t, r.ctx, pressT(words.ReplySend), sees(words.VoiceDraft.ID))
	shot(t, r.ctx, "pesan-belum-terkirim-360")
	r.offline(false)
	do(t, r.ctx, network.EmulateNetworkConditions(false, 0, -1, -1), chromedp.Reload(), started(), holds(fmt.Sprintf(`document.querySelector('#text').value===%q`, reply)))
	do(t, r.ctx, chromedp.Navigate(origin+"/kotak"), started(), message("Saatnya berangkat ke RSUD"), sees(words.InboxArchDo.ID))

	// Put away, and brought back by the word that says so.
	do(t, r.ctx, pressT(words.InboxArchDo), holds(`location.pathname==='/kotak'`), holds(`document.querySelectorAll('.msg').length===3`), sees(words.InboxArchived.ID))
	shot(t, r.ctx, "pesan-diarsipkan-360")
	do(t, r.ctx, pressT(words.CounterUndo), holds(`document.querySelectorAll('.msg').length===4`))
	do(t, r.ctx, chromedp.EmulateViewport(1280, 800), chromedp.Click(fmt.Sprintf(`[aria-label=%q]`, words.InboxArchOf.In(words.ID, "Air bersih dikirim ke 4 desa")), chromedp.ByQuery), holds(`document.querySelectorAll('.msg').length===3`))
	do(t, r.ctx, pressT(words.InboxInArch), holds(`location.search==='?arsip=1'`), sees("Air bersih"))
	whole(t, r.ctx, "pesan-arsip-1280")
	do(t, r.ctx, chromedp.EmulateViewport(360, 780), chromedp.Navigate(origin+"/kotak"), started(), bell(1), pressT(words.InboxMarkAll), sees(words.InboxMarked.ID), bell(0), holds(`document.querySelectorAll('.msg-new').length===0`))
	do(t, r.ctx, press(words.InboxUnread.ID), sees(words.InboxRead.ID))
	whole(t, r.ctx, "pesan-dibaca-360")

	// Without a network the list is there, with its age, also after a cold
	// start; so is what it said of each message.
	do(t, r.ctx, chromedp.Navigate(origin+"/kotak"), started(), holds(`document.querySelectorAll('.msg').length===3`))
	do(t, r.ctx, network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1))
	r.offline(true)
	do(t, r.ctx, chromedp.Reload(), started(), holds(`document.querySelectorAll('.msg').length===3`), holds(`document.querySelector('main .banner').innerText.includes('`+words.DataOf.ID[:len("Sedang tanpa internet")]+`')`))
	whole(t, r.ctx, "pesan-luring-360")
	do(t, r.ctx, message("Saatnya berangkat ke RSUD"), sees("Perjalanan 14 menit"))
}

// offline takes the network from the worker, or gives it back; the page has
// its own.
func (r *reader) offline(on bool) {
	r.t.Helper()
	r.works("")
	do(r.t, r.worker, network.Enable(), network.EmulateNetworkConditions(on, 0, -1, -1))
}

// How somebody is told: devices by name, with an honest trial, and choices
// that are saved as they are made.
func TestHowSomebodyIsTold(t *testing.T) {
	t.Parallel()
	r := reads(t, "Cara Contoh")
	may := func(setting browser.PermissionSetting) chromedp.Action {
		return browser.SetPermission(&browser.PermissionDescriptor{Name: "notifications"}, setting).WithOrigin(origin)
	}
	do(t, r.ctx, may(browser.PermissionSettingDenied), chromedp.Navigate(origin+"/akun/kabar"), started(), sees(words.TellDenied.ID))
	whole(t, r.ctx, "kabar-diblokir-360")
	fits(t, r.ctx, "blocked")
	do(t, r.ctx, may(browser.PermissionSettingGranted))
	do(t, r.ctx, chromedp.Navigate(origin+"/akun"), started(), pressT(words.TellTitle), sees(words.TellHereOff.ID))
	whole(t, r.ctx, "kabar-belum-360")
	fits(t, r.ctx, "not told")
	do(t, r.ctx, pressT(words.TellHereDo), sees(words.ThisDevice.ID))

	// The device's own buttons, by what they are called aloud.
	named := func(label words.T) chromedp.Action {
		return chromedp.Click(`.device [aria-label^="`+strings.TrimSuffix(label.ID, "{0}")+`"]`, chromedp.ByQuery)
	}

	// A trial is what it is: sent, and on the screen only once it is there.
	do(t, r.ctx, pressT(words.TellTry), sees(words.TriedSent.ID))
	trial := r.pushes(1)[0]
	r.delivers(trial)
	r.shows(trial.Title)
	do(t, r.ctx, sees(words.TriedShown.ID), holds(`document.querySelector('.bell .badge').innerText==='1'`))
	r.pictures("kabar")

	do(t, r.ctx, named(words.TellNameOf), types("#name", "HP Ibu"), pressT(words.Save), sees("HP Ibu"))
	saved := func(sql string) {
		r.waits(1, `SELECT count(*) FROM inbox_settings WHERE person_id = $1 AND `+sql, r.id)
	}
	click := func(name string) chromedp.Action { return chromedp.Click(`[name="`+name+`"]`, chromedp.ByQuery) }
	do(t, r.ctx, chromedp.SetValue("#near", "7", chromedp.ByQuery), chromedp.Evaluate(`document.getElementById('near').dispatchEvent(new Event('change',{bubbles:true}))`, nil))
	saved(`near = 7`)
	do(t, r.ctx, click("topic-news"), click("topic-permit"))
	saved(`muted @> '{news,permit}'`)
	do(t, r.ctx, click("topic-permit"), click("private"), click("quiet"), chromedp.WaitVisible("#from", chromedp.ByQuery))
	saved(`muted = '{news}' AND private AND quiet_from = 14 * 60 AND quiet_to = 22 * 60`) // UTC
	do(t, r.ctx, chromedp.SetValue("#to", "21:00", chromedp.ByQuery), chromedp.Evaluate(`document.getElementById('to').dispatchEvent(new Event('input',{bubbles:true}))`, nil),
		chromedp.WaitVisible("#to-error", chromedp.ByQuery))
	do(t, r.ctx, chromedp.SetValue("#to", "04:30", chromedp.ByQuery), chromedp.Evaluate(`document.getElementById('to').dispatchEvent(new Event('input',{bubbles:true}))`, nil))
	saved(`quiet_to = 21 * 60 + 30`)
	do(t, r.ctx, chromedp.Click(`[name=lang][value=jv]`, chromedp.ByQuery))
	saved(`lang = 'jv'`)

	// Removed from elsewhere, it does not come back by starting.
	if _, err := r.db.Exec(t.Context(), `WITH gone AS (DELETE FROM push_devices WHERE person_id = $1 RETURNING session_id) INSERT INTO push_removed SELECT session_id FROM gone`, r.id); err != nil {
		t.Fatal(err)
	}
	do(t, r.ctx, chromedp.Evaluate(`localStorage.removeItem('milik:kabar-selaras')`, nil), chromedp.Reload(), started(), sees(words.TellHereOff.ID),
		holds(`localStorage.getItem('uji-kunci')===null`))
	r.waits(0, `SELECT count(*) FROM push_devices WHERE person_id = $1`, r.id)
	do(t, r.ctx, pressT(words.TellHereDo), sees(words.ThisDevice.ID), named(words.ForgetNumber), pressT(words.TellRemove), sees(words.TellHereOff.ID))
	r.waits(0, `SELECT count(*) FROM push_devices WHERE person_id = $1`, r.id)
}
