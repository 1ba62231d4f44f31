// Package app is the table of all screens. The phone mounts it as its router,
// the server opens pages from it to prerender them.
package app

import (
	"slices"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/about"
	"rumah/app/browser"
	"rumah/app/catalogue"
	"rumah/app/display"
	"rumah/app/document"
	"rumah/app/flow"
	"rumah/app/home"
	"rumah/app/house"
	"rumah/app/identity"
	"rumah/app/inbox"
	"rumah/app/insight"
	"rumah/app/lost"
	"rumah/app/permit"
	"rumah/app/place"
	"rumah/app/queue"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Route is one screen and its address. A part in braces stands for anything.
type Route struct {
	Pattern string
	New     func(*house.House) house.Screen
}

// Routes are all screens of this program: those of citizens and, in the
// program that staff and screens at places load, those of the desks.
var Routes = append([]Route{
	{"/", home.New},
	{"/cari", catalogue.NewList},
	{"/layanan", catalogue.NewList},
	{catalogue.DetailPattern, catalogue.NewDetail},
	{"/aplikasi", catalogue.NewList},
	{catalogue.AppPattern, catalogue.NewApp},
	{"/tempat", place.NewList},
	{place.DetailPattern, place.NewDetail},
	{"/peta", place.NewMap},
	{place.MapPattern, place.NewMap},
	{"/antrean", queue.NewMine},
	{queue.TakePattern, queue.NewTake},
	{queue.TicketPattern, queue.NewTicket},
	{queue.SharedPattern, queue.NewShared},
	{"/masuk", identity.NewEntry},
	{"/masuk/petugas", identity.NewStaffEntry},
	{"/undangan", identity.NewInvited},
	{"/akun", identity.NewAccount},
	{"/akun/data-diri", identity.NewProfile},
	{"/akun/keluarga", identity.NewFamily},
	{identity.NewMemberPath, identity.AddMember},
	{identity.MemberPattern, identity.NewMember},
	{"/akun/keamanan", identity.NewSecurity},
	{"/akun/dibuka", identity.NewOpened},
	{"/akun/data", identity.NewData},
	{"/tampilan", display.New},
	{insight.ListPath, insight.NewList},
	{insight.ServicePattern, insight.NewService},
	{"/tentang", about.New},
	{inbox.ListPath, inbox.NewList},
	{inbox.MessagePattern, inbox.NewMessage},
	{inbox.SettingsPath, inbox.NewSettings},
	{permit.ApplyPattern, permit.NewApply},
	{permit.MinePath, permit.NewMine},
	{permit.ApplicationPattern, permit.NewApplication},
	{permit.TrackPath, permit.NewTrack},
	{document.CheckPath, document.NewCheck},
	{document.CodePattern, document.NewCheck},
	{document.ShoutPattern, document.NewCheck},
	{document.MinePath, document.NewMine},
	{document.OnePattern, document.NewOne},
	{offlinePath, lost.Offline},
}, desks...)

// offlinePath is the page that stands in for all others while there is no
// network.
const offlinePath = "/luring"

// Public are the addresses without parameters that a search engine may show.
var Public = []string{"/", "/layanan", "/aplikasi", "/tempat", "/peta", "/antrean", "/lacak", "/periksa", "/terbuka", "/tentang"}

// AtDesk reports whether an address is a screen of the desks.
func AtDesk(at link.At) bool {
	return slices.ContainsFunc(desks, func(r Route) bool {
		_, ok := at.Match(r.Pattern)
		return ok
	})
}

// Open returns the screen for an address, before its Visit.
func Open(h *house.House, at link.At) house.Screen {
	for _, r := range Routes {
		if _, ok := at.Match(r.Pattern); ok {
			return r.New(h)
		}
	}
	return lost.New(h)
}

// settled is when the first screen is there and the network is free for what
// can wait.
const settled = 4 * time.Second

// Mount makes the phone's router of the table. The first screen takes over
// what the page carries.
func Mount(h *house.House, boot house.Boot) {
	ui.Use(boot.Assets)
	flow.Use(h.Live)
	h.Viewer = viewer(boot)
	time.AfterFunc(settled, func() {
		inbox.Resync(h, browser.CurrentLang())
		permit.Deliver(h)
		document.Resync(h)
	})
	browser.Listen("online", func() { permit.Deliver(h) })
	planted := false
	screen := func(pattern string, open func(*house.House) house.Screen) func() goapp.Composer {
		return func() goapp.Composer {
			s := open(h)
			here, ok := carried(boot)
			if ok && !planted {
				planted = true
				s.Plant(here, boot.Seed)
				return s
			}
			// The address itself is known only in OnNav; until then the
			// screen speaks the language of the one before.
			s.Plant(link.At{Lang: browser.CurrentLang(), Path: pattern}, nil)
			return s
		}
	}
	for _, r := range Routes {
		for _, lang := range words.Langs {
			goapp.RouteWithRegexp(expression(lang, r.Pattern), screen(r.Pattern, r.New))
		}
	}
	goapp.RouteWithRegexp(".*", screen("/", lost.New))
}

// carried is the address a page was made for. The offline page stands in for
// any address, so what it carries belongs to none.
func carried(boot house.Boot) (link.At, bool) {
	at, ok := parse(boot.At)
	return at, ok && boot.At == browser.Path()
}

// expression matches a pattern in a language. The program's router knows no
// more of expressions than this: server/build/slim/route.go.txt.
func expression(lang words.Lang, pattern string) string {
	var b strings.Builder
	b.WriteString("^" + link.Prefix(lang))
	if pattern != "/" {
		for _, part := range strings.Split(pattern[1:], "/") {
			if strings.HasPrefix(part, "{") {
				part = "[^/]+"
			}
			b.WriteString("/" + part)
		}
	}
	b.WriteString("/?$")
	return b.String()
}
