package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Security is the screen of devices and keys: /akun/keamanan.
type Security struct {
	goapp.Compo
	own[securityData]

	keys  keys
	out   leaving
	busy  string // the device or key something is being done to
	fault *fault.Fault
	asked who.Passkey // the key that may be removed
}

type securityData struct {
	Me       who.Me
	Sessions who.Sessions
}

// NewSecurity returns the screen.
func NewSecurity(h *house.House) house.Screen {
	return &Security{own: newOwn(h, access.Person, words.SecurityTitle, func(ctx context.Context, _ link.At) (securityData, error) {
		m, err := h.Identity.Me(ctx)
		if err != nil {
			return securityData{}, err
		}
		sessions, err := h.Identity.Sessions(ctx)
		return securityData{Me: m, Sessions: sessions}, err
	})}
}

// Render implements the screen.
func (s *Security) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun"}, words.SecurityLead, s.body)
}

func (s *Security) body(at link.At, d securityData) []ui.UI {
	return []ui.UI{
		trouble(at.Lang, s.fault), trouble(at.Lang, s.out.fault),
		s.devices(at, d),
		s.passkeys(at, d),
		ui.Dialog(keyDialog, words.RemoveKeyAsk.In(at.Lang, s.asked.Name), words.RemoveKeyWhy.In(at.Lang), true,
			ui.Button{Label: words.RemoveKey.In(at.Lang), Look: ui.Stop, Class: "btn-full", Scope: "hapus", Do: s.removeKey}.UI(),
			ui.Button{Label: words.Keep.In(at.Lang), Class: "btn-full", Scope: "tetap", Do: ui.CloseDialog(keyDialog)}.UI()),
		ui.Dialog(everywhereDialog, words.EverywhereAsk.In(at.Lang), words.EverywhereWhy.In(at.Lang), true,
			ui.Button{Label: words.LeaveEverywhere.In(at.Lang), Look: ui.Stop, Class: "btn-full", Busy: s.out.busy, Scope: "semua", Do: func(ctx goapp.Context, e goapp.Event) {
				ui.CloseDialog(everywhereDialog)(ctx, e)
				s.out.leave(ctx, s.view.At, s.house.Identity.LeaveEverywhere)
			}}.UI(),
			ui.Button{Label: words.Stay.In(at.Lang), Class: "btn-full", Scope: "tetap-semua", Do: ui.CloseDialog(everywhereDialog)}.UI()),
	}
}

const (
	keyDialog        = "kunci-tanya"
	everywhereDialog = "semua-tanya"
)

func (s *Security) devices(at link.At, d securityData) ui.UI {
	rows := make([]ui.UI, len(d.Sessions.Items))
	for i, session := range d.Sessions.Items {
		rows[i] = s.device(at, session)
	}
	return ui.Section("perangkat", words.DevicesTitle.In(at.Lang), nil,
		ui.List("rows", rows...),
		ui.Button{Label: words.LeaveEverywhere.In(at.Lang), Look: ui.Line, Class: "btn-full", Scope: "semua-buka", Do: ui.ShowDialog(everywhereDialog)}.UI())
}

var methods = map[string]words.T{"code": words.ByCode, "passkey": words.ByPasskey, "password": words.ByPassword}

func (s *Security) device(at link.At, session who.Session) ui.UI {
	sub := words.SeenAt.In(at.Lang, moment(at.Lang, session.Seen, s.house.City.Location()))
	if how, ok := methods[session.Method]; ok {
		sub = list(how.In(at.Lang), sub)
	}
	row := ui.Row{Icon: "pasang", Tone: "plain", Title: session.Device, Sub: sub}
	if session.Here {
		row.Tone, row.Tag = "", ui.Tag("good", "centang", words.ThisDevice.In(at.Lang))
		return row.Acts()
	}
	id := session.ID
	return row.Acts(ui.Button{Label: words.SignOutDevice.In(at.Lang), Look: ui.Line, Class: "btn-s", Busy: s.busy == id, Scope: id,
		Attrs: ui.Attrs{"aria-label": words.SignOutDevice.In(at.Lang) + ": " + session.Device},
		Do: func(ctx goapp.Context, _ goapp.Event) {
			s.do(ctx, id, func(ctx context.Context) (func(*securityData), error) {
				rest, err := s.house.Identity.EndSession(ctx, who.ID{ID: id})
				return func(d *securityData) { d.Sessions = rest }, err
			})
		}}.UI())
}

func (s *Security) passkeys(at link.At, d securityData) ui.UI {
	rows := make([]ui.UI, len(d.Me.Passkeys))
	for i, key := range d.Me.Passkeys {
		rows[i] = s.passkey(at, key)
	}
	have := ui.List("rows", rows...)
	if len(rows) == 0 {
		have = ui.P("soft", words.NoKeys.In(at.Lang))
	}
	var add ui.UI = ui.P("small soft", words.KeysNotHere.In(at.Lang))
	if browser.Passkeys() {
		add = ui.Button{Label: words.AddKey.In(at.Lang), Icon: "kunci", Look: ui.Soft, Class: "btn-full", Busy: s.keys.busy, Do: s.addKey}.UI()
	}
	return ui.Section("kunci", words.KeysTitle.In(at.Lang), nil, ui.P("small soft", words.KeysWhy.In(at.Lang)), have, trouble(at.Lang, s.keys.fault), add)
}

func (s *Security) passkey(at link.At, key who.Passkey) ui.UI {
	zone := s.house.City.Location()
	used := words.KeyUnused.In(at.Lang)
	if !key.UsedAt.IsZero() {
		used = words.KeyUsed.In(at.Lang, moment(at.Lang, key.UsedAt, zone))
	}
	return ui.Row{Icon: "kunci", Title: key.Name, Sub: list(words.KeyAdded.In(at.Lang, moment(at.Lang, key.AddedAt, zone)), used)}.Acts(
		ui.Button{Label: words.Remove.In(at.Lang), Look: ui.Line, Class: "btn-s", Busy: s.busy == key.ID, Scope: key.ID,
			Attrs: ui.Attrs{"aria-label": words.Remove.In(at.Lang) + ": " + key.Name},
			Do: func(ctx goapp.Context, e goapp.Event) {
				s.asked = key
				ui.ShowDialog(keyDialog)(ctx, e)
			}}.UI())
}

func (s *Security) addKey(ctx goapp.Context, _ goapp.Event) {
	name := words.ThisPhone.In(s.view.At.Lang)
	if d, ok := s.view.Value(); ok && len(d.Sessions.Items) > 0 && d.Sessions.Items[0].Here && d.Sessions.Items[0].Device != "" {
		name = d.Sessions.Items[0].Device
	}
	s.keys.add(ctx, s.house, name, func(ctx goapp.Context, m who.Me) {
		s.view.Change(func(d *securityData) { d.Me = m })
		frame.Toast(ctx, words.KeyKept.In(s.view.At.Lang))
	})
}

func (s *Security) removeKey(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(keyDialog)(ctx, e)
	id := s.asked.ID
	s.do(ctx, id, func(ctx context.Context) (func(*securityData), error) {
		m, err := s.house.Identity.RemovePasskey(ctx, who.ID{ID: id})
		return func(d *securityData) { d.Me = m }, err
	})
}

// do asks for something to be done to a device or key, one at a time, and
// takes over what is left.
func (s *Security) do(ctx goapp.Context, id string, ask func(context.Context) (func(*securityData), error)) {
	if s.busy != "" {
		return
	}
	s.busy, s.fault = id, nil
	flow.Ask(ctx, ask, func(_ goapp.Context, change func(*securityData), err error) {
		s.busy, s.fault = "", fault.From(err)
		if err == nil {
			s.view.Change(change)
		}
	})
}
