package inbox

import (
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// removeDialog is its id.
const removeDialog = "lepas-tanya"

// thisPhone says whether this phone is told and, where it is not, how it can
// be.
func (s *Settings) thisPhone(lang words.Lang) ui.UI {
	if s.stands == unknown || s.stands == isTold {
		return nil
	}
	title, text, label := s.says(lang, s.House.City.App)
	var yes ui.UI
	if label != "" {
		yes = ui.Button{Label: label, Icon: "lonceng", Class: "btn-full", Busy: s.busy, Scope: "kabari", Do: s.yes}.UI()
	}
	return ui.With("section", "card stack", ui.Attrs{"aria-labelledby": "hp-ini"},
		ui.Div("bar bar-3 top", ui.Span("spot spot-plain", ui.Icon("senyap")),
			ui.With("div", "grow stack stack-1", ui.Attrs{"role": "status"}, ui.H2("hp-ini", "", title), ui.P("small soft", text))),
		yes)
}

// devices are the phones and browsers that are told.
func (s *Settings) devices(at link.At, list inbox.Devices) ui.UI {
	if len(list.Items) == 0 {
		return ui.Section("perangkat", words.TellDevices.In(at.Lang), nil, ui.P("soft", words.TellNoDevice.In(at.Lang)))
	}
	rows := make([]ui.UI, len(list.Items))
	for i, d := range list.Items {
		rows[i] = s.device(at, d)
	}
	return ui.Section("perangkat", words.TellDevices.In(at.Lang), nil, ui.List("rows", rows...))
}

func (s *Settings) device(at link.At, d inbox.Device) ui.UI {
	lang := at.Lang
	if s.named == d.ID {
		return s.naming(at, d)
	}
	sub := words.TellSince.In(lang, s.day(lang, d.Added))
	if !d.Reached.IsZero() {
		sub += " · " + words.TellReached.In(lang, s.day(lang, d.Reached))
	}
	var tags []ui.UI
	if d.Here {
		tags = append(tags, ui.Tag("good", "centang", words.ThisDevice.In(lang)))
	}
	if d.Failing {
		tags = append(tags, ui.Tag("bad", "awas", words.TellFailing.In(lang)))
		sub = words.TellFailingDo.In(lang)
	}
	tool := func(icon, scope string, of words.T, do goapp.EventHandler) ui.UI {
		return ui.Press("icon-btn", d.ID+scope, ui.Attrs{"aria-label": of.In(lang, d.Name)}, do, ui.Icon(icon))
	}
	return ui.Div("device stack stack-3",
		ui.Div("bar bar-3 top", ui.Span("spot spot-plain", ui.Icon("pasang")),
			ui.Div("grow stack stack-1", ui.Label("row-title", d.Name), ui.Label("row-sub", sub), ui.Div("bar wrap", tags...))),
		s.trial(lang, d),
		ui.Div("bar wrap device-acts",
			ui.Button{Label: words.TellTry.In(lang), Icon: "lonceng", Look: ui.Line, Class: "btn-s", Busy: s.doing == d.ID, Scope: d.ID + "coba",
				Attrs: ui.Attrs{"aria-label": words.TellTryOf.In(lang, d.Name)}, Do: s.try(d.ID)}.UI(),
			tool("pena", "nama", words.TellNameOf, s.begin(d.ID)), tool("tutup", "lepas", words.ForgetNumber, s.ask(d.ID))))
}

// trial is what became of a trial, as it is.
func (s *Settings) trial(lang words.Lang, d inbox.Device) ui.UI {
	if f := s.fault; f != nil && s.tried == d.ID && s.named == "" {
		return own.Wrong(lang, f)
	}
	switch d.Trial {
	case inbox.TriedWaits:
		return ui.Banner("plain", "jam", "", words.TriedWaiting.In(lang))
	case inbox.TriedSent:
		return ui.Banner("plain", "jam", "", words.TriedSent.In(lang))
	case inbox.TriedShown:
		return ui.Banner("good", "centang", "", words.TriedShown.In(lang))
	case inbox.TriedLost:
		return ui.Banner("bad", "awas", "", words.TriedLost.In(lang))
	}
	return nil
}

// begin has a device named anew.
func (s *Settings) begin(id string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) { s.named, s.name, s.fault = id, s.known(id).Name, nil }
}

// ask asks whether a device is to be let go.
func (s *Settings) ask(id string) goapp.EventHandler {
	return func(ctx goapp.Context, e goapp.Event) {
		s.asked = s.known(id)
		ui.ShowDialog(removeDialog)(ctx, e)
	}
}

// known is a device as it is now: a button knows only what it was drawn with.
func (s *Settings) known(id string) inbox.Device {
	v, _ := s.Value()
	for _, d := range v.Devices.Items {
		if d.ID == id {
			return d
		}
	}
	return inbox.Device{ID: id}
}

// naming is the line of a device while it gets another name.
func (s *Settings) naming(at link.At, d inbox.Device) ui.UI {
	lang, problem := at.Lang, ""
	if f, ok := s.fault.Field("name"); ok {
		problem = words.Fault(lang, f.Key, f.Bound)
	}
	return ui.Form(at.To(at.Path), "post", "device stack stack-3", words.TellNameOf.In(lang, d.Name), s.rename,
		ui.Field{Name: "name", Label: words.TellName.In(lang), Value: s.name, Max: 60, Auto: "off", Error: problem,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.name = ui.Value(ctx) }}.UI(),
		ui.Div("bar wrap",
			ui.Button{Label: words.Save.In(lang), Class: "btn-s", Submit: true, Busy: s.doing == d.ID}.UI(),
			ui.Button{Label: words.Cancel.In(lang), Look: ui.Quiet, Class: "btn-s", Scope: "batal",
				Do: func(goapp.Context, goapp.Event) { s.named, s.fault = "", nil }}.UI()))
}

// question asks before a device is let go.
func (s *Settings) question(lang words.Lang) ui.UI {
	return ui.Dialog(removeDialog, words.TellRemoveAsk.In(lang, s.asked.Name), words.TellRemoveWhy.In(lang), true,
		ui.Button{Label: words.TellRemove.In(lang), Look: ui.Stop, Class: "btn-full", Scope: "lepas", Do: s.remove}.UI(),
		ui.Button{Label: words.Keep.In(lang), Class: "btn-full", Scope: "tetap", Do: ui.CloseDialog(removeDialog)}.UI())
}

// day is when something was, as people call it from today.
func (s *Settings) day(lang words.Lang, at time.Time) string {
	zone := s.House.City.Location()
	d, today := calendar.DateOf(at.In(zone)), calendar.DateOf(s.House.Clock())
	if d == today {
		return words.Today.In(lang) + " " + words.Clock(at.In(zone))
	}
	return words.DayMonth(lang, d)
}
