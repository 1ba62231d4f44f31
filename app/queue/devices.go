package queue

import (
	"context"
	"slices"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Devices is the screen of the boards and kiosks of an agency:
// /meja/perangkat.
type Devices struct {
	goapp.Compo
	view[queue.Devices]

	house  *house.House
	here   goapp.Context // of the screen; that of a form ends with the form
	adding bool
	turn   int // see ui.Fresh
	form   flow.Form[queue.NewDevice, queue.Installed]
	asked  queue.Device // that may be revoked
	busy   bool
	fault  *fault.Fault
	ticks  bool
}

// DevicesPath is its address.
const DevicesPath = "/meja/perangkat"

const (
	// deviceSilent is how long a device may be silent until it is told.
	deviceSilent = 5 * time.Minute
	devicesEvery = 20 * time.Second
	deviceDialog = "cabut-perangkat"
)

// NewDevices returns the screen.
func NewDevices(h *house.House) house.Screen {
	s := &Devices{house: h, view: flow.NewPrivate(func(ctx context.Context, _ link.At) (queue.Devices, error) {
		return h.Queue.Devices(ctx, queue.DevicesOf{})
	})}
	s.form.Done = s.made
	return s
}

// Head implements house.Screen.
func (s *Devices) Head() house.Head {
	return house.Head{Title: words.DeviceTitle.In(s.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Devices) Titled(goapp.Context) { frame.Titled(s.house, s.At, s.Head()) }

// OnNav loads the list and keeps it fresh: whoever installs a board waits
// here until it runs.
func (s *Devices) OnNav(ctx goapp.Context) {
	s.here = ctx
	s.Enter(ctx, s)
	if !s.ticks {
		s.ticks = true
		s.refresh(ctx)
	}
}

// OnDismount ends asking.
func (s *Devices) OnDismount() { s.ticks = false }

func (s *Devices) refresh(ctx goapp.Context) {
	ctx.After(devicesEvery, func(ctx goapp.Context) {
		if !s.ticks {
			return
		}
		if !s.Busy() && !s.busy {
			s.Again(ctx, s)
		}
		s.refresh(ctx)
	})
}

// Render implements the screen.
func (s *Devices) Render() ui.UI {
	l := s.At.Lang
	return draft.Desk(s.house, s.At, DevicesPath, "/meja", words.DeviceTitle.In(l), words.DevicesAbout.In(l), s.body(l))
}

func (s *Devices) body(l words.Lang) ui.UI {
	d, ok := s.Value()
	switch f := s.Fault(); {
	case !ok && f != nil:
		return frame.TroublePart(s.At, f, flow.Retry(&s.Loading, s))
	case !ok:
		return ui.SkeletonRows(words.Loading.In(l), 4)
	}
	return ui.Div("stack stack-6", flow.Age(l, s.Fault(), d.Now.In(s.house.City.Location())), s.wrong(l), s.top(l, d), s.list(l, d), s.question(l))
}

func (s *Devices) wrong(l words.Lang) ui.UI {
	if s.fault == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(l, s.fault.Key, ""))
}

// top is the way to a new device: a button, the form, or the link just made.
func (s *Devices) top(l words.Lang, d queue.Devices) ui.UI {
	switch {
	case s.form.Receipt() != nil:
		return s.installed(l, d, *s.form.Receipt())
	case s.adding:
		return s.newForm(l, d)
	case len(d.Places) == 0:
		return ui.P("soft", words.DeviceNoPlaces.In(l))
	}
	return ui.Div("bar", ui.Button{Label: words.DeviceAdd.In(l), Icon: "tambah", Scope: "perangkat-tambah", Do: s.open}.UI())
}

// list are the devices by place.
func (s *Devices) list(l words.Lang, d queue.Devices) ui.UI {
	if len(d.Items) == 0 {
		if s.adding {
			return nil
		}
		return ui.Empty("kosong", words.DevicesNone.In(l), words.DevicesNoneY.In(l), nil)
	}
	items := slices.Clone(d.Items)
	slices.SortStableFunc(items, func(a, b queue.Device) int { return strings.Compare(a.PlaceName, b.PlaceName) })
	var parts []ui.UI
	for len(items) > 0 {
		n := 1
		for n < len(items) && items[n].PlaceID == items[0].PlaceID {
			n++
		}
		rows := make([]ui.UI, n)
		for i, device := range items[:n] {
			rows[i] = s.row(l, d, device)
		}
		parts = append(parts, ui.Section("perangkat-"+items[0].PlaceID, items[0].PlaceName, nil, ui.List("rows", rows...)))
		items = items[n:]
	}
	return ui.Div("stack stack-6", parts...)
}

func (s *Devices) row(l words.Lang, d queue.Devices, device queue.Device) ui.UI {
	icon, kind := "papan", words.DeviceBoard.In(l)
	if device.Kind == queue.Kiosk {
		icon, kind = "tiket", words.DeviceKiosk.In(l)
	}
	tone, mark, state := deviceState(l, device.Seen, d.Now, s.house.City.Location())
	return ui.Row{Icon: icon, Tone: "plain", Title: device.Name, Sub: kind + " · " + deviceShows(l, d, device) + " · " + words.DeviceBy.In(l, device.By), Tag: ui.Tag(tone, mark, state)}.Acts(
		ui.Button{Label: words.DeviceRevoke.In(l), Look: ui.Quiet, Class: "btn-s", Scope: device.ID, Busy: s.busy && s.asked.ID == device.ID,
			Attrs: ui.Attrs{"aria-label": words.DeviceRevoke.In(l) + ": " + device.Name}, Do: func(ctx goapp.Context, e goapp.Event) {
				s.asked = device
				ui.ShowDialog(deviceDialog)(ctx, e)
			}}.UI())
}

// deviceState is when a device asked last, in words and colour.
func deviceState(l words.Lang, seen, now time.Time, zone *time.Location) (tone, icon, text string) {
	switch age := now.Sub(seen); {
	case seen.IsZero():
		return "", "jam", words.DeviceNever.In(l)
	case age > deviceSilent:
		return "bad", "luring", words.DeviceSilent.In(l, draft.Ago(l, now.In(zone), seen))
	}
	return "good", "centang", words.DeviceSeen.In(l, draft.Ago(l, now.In(zone), seen))
}

// deviceShows are the queues of a device by name.
func deviceShows(l words.Lang, d queue.Devices, device queue.Device) string {
	if len(device.Queues) == 0 {
		return words.DeviceAll.In(l)
	}
	var names []string
	for _, q := range d.Queues {
		if slices.Contains(device.Queues, q.ID) {
			names = append(names, q.Name)
		}
	}
	return strings.Join(names, ", ")
}

// question asks before a screen goes dark.
func (s *Devices) question(l words.Lang) ui.UI {
	return ui.Dialog(deviceDialog, words.DeviceRevokeQ.In(l, s.asked.Name), words.DeviceRevokeY.In(l), true,
		ui.Button{Label: words.DeviceRevoke.In(l), Look: ui.Stop, Class: "btn-full", Scope: "cabut-ya", Do: s.revoke}.UI(),
		ui.Button{Label: words.Keep.In(l), Class: "btn-full", Scope: "cabut-batal", Do: ui.CloseDialog(deviceDialog)}.UI())
}

func (s *Devices) revoke(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(deviceDialog)(ctx, e)
	if s.busy || s.asked.ID == "" {
		return
	}
	s.busy, s.fault = true, nil
	id := s.asked.ID
	flow.Ask(s.here, func(ctx context.Context) (queue.Devices, error) {
		return s.house.Queue.Revoke(ctx, queue.DeviceID{ID: id})
	}, func(ctx goapp.Context, left queue.Devices, err error) {
		s.busy, s.fault = false, fault.From(err)
		if err != nil {
			return
		}
		s.Change(func(d *queue.Devices) { *d = left })
		if r := s.form.Receipt(); r != nil && r.Device.ID == id {
			s.close(ctx, goapp.Event{})
		}
		frame.Toast(ctx, words.DeviceRevoked.In(s.At.Lang))
	})
}
