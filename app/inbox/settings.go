package inbox

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// SettingsPath is the address of how the reader wants to be told.
const SettingsPath = "/akun/kabar"

// Settings is the screen of how the reader wants to be told: /akun/kabar.
type Settings struct {
	goapp.Compo
	private[told]
	telling

	named   string       // device that is being named anew
	name    string       // as typed
	asked   inbox.Device // that may be removed
	doing   string       // device something is being done to
	fault   *fault.Fault // of a device
	tried   string       // device that was tried from here
	saving  bool         // a change is on its way
	again   bool         // and another one came meanwhile
	saved   bool
	refused *fault.Fault // of the last change
}

// told is what the screen shows.
type told struct {
	Settings inbox.Settings
	Devices  inbox.Devices
}

// NewSettings returns the screen.
func NewSettings(h *house.House) house.Screen {
	s := &Settings{}
	s.private = own.New(h, func(ctx context.Context, _ link.At) (told, error) {
		settings, err := h.Inbox.Settings(ctx)
		if err != nil {
			return told{}, err
		}
		devices, err := h.Inbox.Devices(ctx)
		return told{settings, devices}, err
	})
	s.Title = func() string { return words.TellTitle.In(s.At.Lang) }
	return s
}

// OnNav loads both.
func (s *Settings) OnNav(ctx goapp.Context) {
	s.Arrive(ctx, s)
	s.look(s.House)
}

// Titled implements flow.Titled. Whether this phone is told the house knows
// better than the phone.
func (s *Settings) Titled(ctx goapp.Context) {
	s.private.Titled(ctx)
	if v, ok := s.Value(); ok && s.stands == isTold {
		if _, here := hereOf(v.Devices); !here {
			s.stands = mayAsk
		}
	}
}

// Render implements the screen.
func (s *Settings) Render() ui.UI {
	lang := s.At.Lang
	title := func() ui.UI {
		return ui.Div("stack stack-1", ui.H1("", words.TellTitle.In(lang)), ui.P("soft", words.TellLead.In(lang)))
	}
	return s.Page(frame.Bar{Tab: "/akun", Back: "/akun"}, s,
		func() ui.UI { return ui.Div("stack stack-5", title(), ui.SkeletonRows(words.Loading.In(lang), 4)) },
		func(at link.At, v told) []ui.UI {
			return []ui.UI{title(), flow.Age(lang, s.Fault(), v.Devices.Now.In(s.House.City.Location())),
				s.thisPhone(lang), s.devices(at, v.Devices), s.how(lang, v.Settings), s.question(lang)}
		})
}

// do asks for something to be done to a device, one at a time, and takes over
// which are left.
func (s *Settings) do(id string, ask func(context.Context) (inbox.Devices, error), then func(goapp.Context)) {
	if s.doing != "" {
		return
	}
	s.doing, s.fault = id, nil
	flow.Ask(s.Here, ask, func(ctx goapp.Context, list inbox.Devices, err error) {
		s.doing, s.fault = "", fault.From(err)
		if err != nil {
			return
		}
		s.Change(func(v *told) { v.Devices = list })
		then(ctx)
	})
}

func (s *Settings) yes(goapp.Context, goapp.Event) {
	s.agree(s.Here, s.House, s.At.Lang, func(_ goapp.Context, list inbox.Devices) {
		s.Change(func(v *told) { v.Devices = list })
	})
}

func (s *Settings) try(id string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		s.tried = id
		s.do(id, func(ctx context.Context) (inbox.Devices, error) { return s.House.Inbox.Try(ctx, inbox.ID{ID: id}) },
			func(ctx goapp.Context) { s.watch(ctx, id, lookTimes) })
	}
}

// How often and how many times it is looked what became of a trial.
const (
	lookEvery = 1500 * time.Millisecond
	lookTimes = 40
)

// watch looks until the device has reported, or there is no use in waiting.
func (s *Settings) watch(ctx goapp.Context, id string, times int) {
	ctx.After(lookEvery, func(ctx goapp.Context) {
		flow.Ask(s.Here, s.House.Inbox.Devices, func(ctx goapp.Context, list inbox.Devices, err error) {
			if err == nil {
				s.Change(func(v *told) { v.Devices = list })
			}
			for _, d := range list.Items {
				if d.ID == id && (d.Trial == inbox.TriedShown || d.Trial == inbox.TriedLost) {
					return
				}
			}
			if times > 1 && s.tried == id {
				s.watch(ctx, id, times-1)
			}
		})
	})
}

func (s *Settings) rename(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	in := inbox.Rename{ID: s.named, Name: s.name}
	if err := in.Check(); err != nil {
		s.fault = fault.From(err)
		return
	}
	s.do(in.ID, func(ctx context.Context) (inbox.Devices, error) { return s.House.Inbox.Rename(ctx, in) }, func(goapp.Context) { s.named = "" })
}

func (s *Settings) remove(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(removeDialog)(ctx, e)
	d := s.asked
	s.do(d.ID, func(ctx context.Context) (inbox.Devices, error) { return s.House.Inbox.Remove(ctx, inbox.ID{ID: d.ID}) }, func(ctx goapp.Context) {
		if d.Here {
			s.stands = mayAsk
			ctx.Async(disconnect)
		}
		frame.Toast(ctx, words.TellRemoved.In(s.At.Lang, d.Name))
	})
}

// configure is a change to what settings are.
func configure(now inbox.Settings) inbox.Configure {
	return inbox.Configure{Lang: now.Lang, Muted: now.Muted, Near: now.Near, Quiet: now.Quiet, From: now.From, To: now.To, Private: now.Private, Phone: now.Phone}
}

// set takes over a change and saves it. What is changed while another change
// is on its way is saved after it.
func (s *Settings) set(edit func(*inbox.Settings)) {
	s.Change(func(v *told) { edit(&v.Settings) })
	s.saved, s.refused = false, nil
	s.again = s.saving
	if !s.saving {
		s.save()
	}
}

func (s *Settings) save() {
	v, _ := s.Value()
	in := configure(v.Settings)
	if err := in.Check(); err != nil {
		s.refused = fault.From(err)
		return
	}
	s.saving = true
	flow.Ask(s.Here, func(ctx context.Context) (inbox.Settings, error) { return s.House.Inbox.Configure(ctx, in) },
		func(_ goapp.Context, _ inbox.Settings, err error) {
			s.saving = false
			if s.again {
				s.again = false
				s.save()
				return
			}
			s.saved, s.refused = err == nil, fault.From(err)
		})
}
