package inbox

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/house"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/words"
)

// standing is how this phone stands to being told.
type standing int

// The standings.
const (
	unknown   standing = iota // not asked yet; a server never is
	mayAsk                    // it can be, and nobody has agreed
	isTold                    // somebody has
	denied                    // the browser was told never to
	dismissed                 // the browser's question was closed
	byHand                    // an iPhone can only from its home screen
	never                     // this browser cannot
	failed                    // it may, and its push service did not answer
)

// What a phone keeps of it. Whose agreement it was outlives a sign-out: who
// comes back is told again, somebody else is asked.
const (
	agreedKept = "kabar-setuju" // id of who agreed
	syncedKept = "kabar-selaras"
)

// telling is how this phone comes to be told.
type telling struct {
	stands standing
	busy   bool
}

// look asks the browser.
func (t *telling) look(h *house.House) {
	push, install := browser.Push(), browser.Install()
	switch {
	case !push.Can && install.Apple && !install.Installed:
		t.stands = byHand
	case !push.Can:
		t.stands = never
	case push.May == browser.PushDenied:
		t.stands = denied
	case push.May == browser.PushGranted && browser.Kept(agreedKept) == h.Viewer.ID:
		t.stands = isTold
	default:
		t.stands = mayAsk
	}
}

// agree has the browser ask and connects it to the house. It is called while
// the touch is handled by which somebody agreed; done is told the devices.
func (t *telling) agree(ctx goapp.Context, h *house.House, lang words.Lang, done func(goapp.Context, inbox.Devices)) {
	if t.busy {
		return
	}
	t.busy = true
	browser.AskPush(func(may browser.Permission) {
		var list inbox.Devices
		stands := map[browser.Permission]standing{browser.PushGranted: isTold, browser.PushDenied: denied}[may]
		switch {
		case stands == unknown:
			stands = dismissed
		case stands == isTold:
			var err error
			if list, err = connect(h, lang, true); err != nil {
				stands = failed
			}
		}
		ctx.Dispatch(func(ctx goapp.Context) {
			t.stands, t.busy = stands, false
			if stands == isTold {
				done(ctx, list)
			}
		})
	})
}

// patience is how long connecting may take.
const patience = 30 * time.Second

// connect subscribes this browser and tells the house.
func connect(h *house.House, lang words.Lang, agreed bool) (inbox.Devices, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	list, err := h.Inbox.Devices(ctx) // for the key
	if err != nil {
		return list, err
	}
	s, err := browser.SubscribePush(list.Key)
	if err != nil {
		return list, err
	}
	list, err = h.Inbox.Subscribe(ctx, inbox.Subscribe{Endpoint: s.Endpoint, P256DH: s.P256DH, Auth: s.Auth, Lang: string(lang), New: agreed})
	if err != nil {
		return list, err
	}
	if _, here := hereOf(list); !here { // its owner has removed it, perhaps from another one
		disconnect()
		return list, nil
	}
	browser.Keep(agreedKept, h.Viewer.ID)
	browser.KeepOwn(syncedKept, synced(h, s))
	return list, nil
}

// synced says what was told to the house, and when.
func synced(h *house.House, s browser.Subscription) string {
	return string(calendar.DateOf(h.Clock())) + " " + s.Endpoint
}

// disconnect ends telling this browser.
func disconnect() {
	browser.Keep(agreedKept, "")
	browser.DropOwn(syncedKept)
	browser.UnsubscribePush()
}

// hereOf is the device that asks.
func hereOf(list inbox.Devices) (inbox.Device, bool) {
	for _, d := range list.Items {
		if d.Here {
			return d, true
		}
	}
	return inbox.Device{}, false
}

// Resync keeps a phone connected whose owner has agreed: browsers lose a
// subscription without saying so. It is called when the app starts, and asks
// the house once a day, or when something has changed.
func Resync(h *house.House, lang words.Lang) {
	if h.Viewer.ID == "" || browser.Push().May != browser.PushGranted {
		return
	}
	s, have := browser.Subscribed()
	switch agreed := browser.Kept(agreedKept); {
	case agreed != "" && agreed != h.Viewer.ID:
		if have {
			browser.UnsubscribePush() // of somebody who went without signing out
		}
		return
	case agreed == "" && !have:
		return
	case have && browser.KeptOwn(syncedKept) == synced(h, s):
		return
	}
	_, _ = connect(h, lang, false) // there is another start tomorrow
}
