package inbox

import (
	"slices"
	"time"

	"rumah/shared/fault"
)

// DefaultNear is how many people before them somebody is told, who chose
// nothing.
const DefaultNear = 3

// MostNear is how early that can be.
const MostNear = 10

// Settings are how somebody wants to be told.
type Settings struct {
	Lang    string  `json:"lang"`    // of messages
	Muted   []Topic `json:"muted"`   // topics that are not pushed
	Near    int     `json:"near"`    // told when so many people go before
	Quiet   bool    `json:"quiet"`   // quiet hours hold
	From    int     `json:"from"`    // their beginning, minutes after midnight on the regency's clock
	To      int     `json:"to"`      // their end
	Private bool    `json:"private"` // the lock screen says only that there is news
	Phone   bool    `json:"phone"`   // SMS or WhatsApp may be used when a push does not arrive
	Ways    []Way   `json:"ways"`    // what this house can do beside pushing
}

// Way is a channel.
type Way string

// The ways.
const (
	ByPush  Way = "push"
	ByPhone Way = "phone" // SMS or WhatsApp, as the gateway has it
	ByMail  Way = "mail"
)

// Configure changes settings.
type Configure struct {
	Lang    string  `json:"lang" check:"required,oneof=id|en|jv"`
	Muted   []Topic `json:"muted" check:"max=5"`
	Near    int     `json:"near" check:"min=1,max=10"`
	Quiet   bool    `json:"quiet"`
	From    int     `json:"from" check:"min=0,max=1439"`
	To      int     `json:"to" check:"min=0,max=1439"`
	Private bool    `json:"private"`
	Phone   bool    `json:"phone"`
}

// CheckMore wants topics that exist, and quiet hours that begin and end.
func (c *Configure) CheckMore() error {
	var wrong []fault.Field
	for _, t := range c.Muted {
		if !slices.Contains(Topics, t) {
			wrong = append(wrong, fault.Field{Name: "muted", Key: "choice"})
			break
		}
	}
	if c.Quiet && c.From == c.To {
		wrong = append(wrong, fault.Field{Name: "to", Key: "quiet_hours"})
	}
	if len(wrong) > 0 {
		return fault.Wrong(wrong...)
	}
	return nil
}

// Devices are where somebody is told.
type Devices struct {
	Items []Device  `json:"items"` // those used last first
	Key   string    `json:"key"`   // of the house, for a browser that subscribes: VAPID, base64url
	Now   time.Time `json:"now"`
}

// Device is a phone or browser.
type Device struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Here    bool      `json:"here"` // the one that asks
	Added   time.Time `json:"added"`
	Reached time.Time `json:"reached"` // when a push was last accepted; zero before
	Failing bool      `json:"failing"` // pushes are not accepted at the moment
	Trial   Tried     `json:"trial"`   // what became of the last one, for a while
}

// Tried is what became of a trial message.
type Tried string

// What can become of one.
const (
	NotTried   Tried = ""        // not of late
	TriedWaits Tried = "waiting" // on its way to the push service
	TriedSent  Tried = "sent"    // the push service has it
	TriedShown Tried = "shown"   // the device says that it is on its screen
	TriedLost  Tried = "failed"  // no push service took it
)

// MostDevices is how many devices somebody has. One more takes the place of
// that which was not heard of for the longest time.
const MostDevices = 10

// Subscribe is a browser's subscription, as PushSubscription has it.
type Subscribe struct {
	Endpoint string `json:"endpoint" check:"required,max=1000"`
	P256DH   string `json:"p256dh" check:"required,max=200"`
	Auth     string `json:"auth" check:"required,max=100"`
	Name     string `json:"name" check:"line,max=60"`    // "" for what the browser is called
	Lang     string `json:"lang" check:"oneof=id|en|jv"` // the app is read in
	New      bool   `json:"new"`                         // somebody just agreed; else the app starts
}

// Resubscribe is a subscription that takes the place of another.
type Resubscribe struct {
	Old      string `json:"old" check:"required,max=1000"` // its endpoint
	Endpoint string `json:"endpoint" check:"required,max=1000"`
	P256DH   string `json:"p256dh" check:"required,max=200"`
	Auth     string `json:"auth" check:"required,max=100"`
}

// Rename names a device.
type Rename struct {
	ID   string `path:"id" json:"-" check:"required,max=60"`
	Name string `json:"name" check:"required,line,max=60"`
}
