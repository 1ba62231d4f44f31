package queue

import (
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// open begins a new device: a board, at the place there is no choice about.
func (s *Devices) open(goapp.Context, goapp.Event) {
	d, _ := s.Value()
	s.form = flow.Form[queue.NewDevice, queue.Installed]{Draft: queue.NewDevice{Kind: queue.Board}, Done: s.made}
	if len(d.Places) == 1 {
		s.form.Draft.Place = d.Places[0].ID
	}
	s.adding = true
}

func (s *Devices) close(goapp.Context, goapp.Event) {
	s.form = flow.Form[queue.NewDevice, queue.Installed]{Done: s.made}
	s.adding = false
}

func (s *Devices) send(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.form.Send(s.here, s.form.Draft.Check, s.house.Queue.Install)
}

func (s *Devices) made(ctx goapp.Context, in *queue.Installed) {
	if in != nil {
		s.Again(ctx, s)
	}
}

func (s *Devices) wrongIn(l words.Lang, name string) string {
	key, bound := s.form.Wrong(name)
	if key == "" {
		return ""
	}
	return words.Fault(l, key, bound)
}

func (s *Devices) newForm(l words.Lang, d queue.Devices) ui.UI {
	draft := &s.form.Draft
	var failed ui.UI
	if f := s.form.Fault(); f != nil && len(f.Fields) == 0 {
		failed = ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
	}
	return ui.Section("perangkat-baru", words.DeviceAdd.In(l), nil,
		ui.Form(s.At.To(DevicesPath), "post", "card stack stack-5", words.DeviceAdd.In(l), s.send, failed,
			ui.Radios{Name: "kind", Legend: words.DeviceKindAsk.In(l), Value: string(draft.Kind), Error: s.wrongIn(l, "kind"), Look: "choice", Choices: []ui.Choice{
				{Value: string(queue.Board), Label: words.DeviceBoard.In(l), Icon: "papan"},
				{Value: string(queue.Kiosk), Label: words.DeviceKiosk.In(l), Icon: "tiket"},
			}, Change: func(ctx goapp.Context, _ goapp.Event) { draft.Kind = queue.DeviceKind(ui.Value(ctx)) }}.UI(),
			ui.Field{Name: "name", Label: words.DeviceName.In(l), Hint: words.DeviceNameHint.In(l), Value: draft.Name, Auto: "off", Max: 60, Error: s.wrongIn(l, "name"),
				Change: func(ctx goapp.Context, _ goapp.Event) {
					draft.Name = ui.Value(ctx)
					s.form.Edited("name")
				}}.UI(),
			s.places(l, d), s.queues(l, d),
			ui.Div("bar wrap",
				ui.Button{Label: words.DeviceMake.In(l), Submit: true, Busy: s.form.Busy()}.UI(),
				ui.Button{Label: words.Cancel.In(l), Look: ui.Quiet, Scope: "perangkat-batal", Do: s.close}.UI())))
}

func (s *Devices) places(l words.Lang, d queue.Devices) ui.UI {
	if len(d.Places) == 1 {
		return nil
	}
	choices := []ui.Choice{{Label: words.ChooseOne.In(l)}}
	for _, p := range d.Places {
		choices = append(choices, ui.Choice{Value: p.ID, Label: p.Name})
	}
	return ui.Field{Name: "place", Label: words.DevicePlace.In(l), Value: s.form.Draft.Place, Choices: choices, Error: s.wrongIn(l, "place"),
		Change: func(ctx goapp.Context, _ goapp.Event) {
			s.form.Draft.Place, s.form.Draft.Queues = ui.Value(ctx), nil
			s.form.Edited("place")
		}}.UI()
}

// queues are those it shows: all, or some of them.
func (s *Devices) queues(l words.Lang, d queue.Devices) ui.UI {
	draft := &s.form.Draft
	if draft.Place == "" {
		return nil
	}
	ticks := []ui.UI{ui.Check("antrean-semua", words.DeviceAll.In(l), words.DeviceAllY.In(l), len(draft.Queues) == 0,
		func(goapp.Context, goapp.Event) { s.show(nil) })}
	for _, q := range d.Queues {
		if q.PlaceID != draft.Place {
			continue
		}
		ticks = append(ticks, ui.Check("antrean-"+q.ID, q.Name, q.Who, slices.Contains(draft.Queues, q.ID),
			func(goapp.Context, goapp.Event) { s.show(deviceToggle(draft.Queues, q.ID)) }))
	}
	return ui.With("fieldset", "stack stack-2 plain-set", nil, ui.With("legend", "label", nil, ui.Text(words.DeviceQueues.In(l))), ui.Fresh(s.turn, "", ui.List("ticks", ticks...)),
		ui.FieldError("queues", s.wrongIn(l, "queues")))
}

// show takes over which queues are shown; none is all of them. The ticks are
// made anew when the first one changes without having been touched, because a
// browser keeps what was ticked whatever the attribute says.
func (s *Devices) show(queues []string) {
	if len(queues) == 0 || len(s.form.Draft.Queues) == 0 {
		s.turn++
	}
	s.form.Draft.Queues = queues
	s.form.Edited("queues")
}

// deviceToggle puts an id on a list or takes it off.
func deviceToggle(ids []string, id string) []string {
	if i := slices.Index(ids, id); i >= 0 {
		return slices.Delete(slices.Clone(ids), i, i+1)
	}
	return append(slices.Clone(ids), id)
}

// installed shows the link once, and how the device is set up with it.
func (s *Devices) installed(l words.Lang, d queue.Devices, in queue.Installed) ui.UI {
	press := words.DeviceStepTV
	if in.Device.Kind == queue.Kiosk {
		press = words.DeviceStepTap
	}
	state := ui.Tag("wait", "jam", words.DeviceWaits.In(l))
	for _, device := range d.Items {
		if device.ID == in.Device.ID && !device.Seen.IsZero() {
			state = ui.Tag("good", "centang", words.DeviceRuns.In(l))
		}
	}
	return ui.Div("card stack stack-5",
		ui.Banner("good", "beres", words.DeviceMade.In(l, in.Device.Name), words.DeviceOnce.In(l)),
		ui.Div("perangkat-tautan", deskCode(in.Link, words.DeviceScan.In(l)),
			ui.Div("grow stack stack-4",
				ui.Field{Name: "tautan", Label: words.DeviceLink.In(l), Value: in.Link, ReadOnly: true}.UI(),
				ui.Div("bar wrap", ui.Button{Label: words.CopyLink.In(l), Icon: "salin", Look: ui.Line, Scope: in.Device.ID, Do: func(goapp.Context, goapp.Event) {
					browser.Copy(in.Link, func(ok bool) {
						if ok {
							s.here.Dispatch(func(ctx goapp.Context) { frame.Toast(ctx, words.LinkCopied.In(s.At.Lang)) })
						}
					})
				}}.UI(), state))),
		ui.Div("stack stack-2", ui.H3("", words.DeviceHow.In(l)), ui.Way(words.DeviceStep1.In(l), press.In(l), words.DeviceStep3.In(l))),
		ui.Div("bar", ui.Button{Label: words.DoneNow.In(l), Scope: "perangkat-selesai", Do: s.close}.UI()))
}
