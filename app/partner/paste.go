package partner

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/partner"
	"rumah/shared/words"
)

// paste is a table that somebody is about to hand over.
type paste struct {
	text  string
	turn  int // see ui.Fresh
	wrong *fault.Fault
}

// The tables a hospital hands over.
const (
	patients = iota
	operations
)

// data are the tables that come out of the hospital's own program.
func (s *Hospital) data(l words.Lang, h partner.Hospital) ui.UI {
	return ui.Section("bpjs-data", words.BPJSData.In(l), nil,
		ui.P("hint", words.BPJSDataY.In(l)),
		ui.Disclose("bpjs-pasien", "keluarga", words.BPJSPatients.In(l), words.BPJSPatientsY.In(l, words.Count(l, h.Patients)), s.table(l, patients, words.BPJSPatientsH)),
		ui.Disclose("bpjs-operasi", "kalender", words.BPJSSurgeries.In(l), words.BPJSSurgeriesY.In(l, words.Count(l, h.Operations)), s.table(l, operations, words.BPJSSurgeriesH)))
}

// table is where one is pasted. What is wrong stands by line, because a
// browser can only mark the whole field.
func (s *Hospital) table(l words.Lang, which int, hint words.T) ui.UI {
	p, name := &s.pastes[which], "tabel-"+strconv.Itoa(which)
	return ui.Div("stack stack-4",
		ui.Fresh(p.turn, "", ui.Field{Name: name, Label: words.BPJSTable.In(l), Hint: hint.In(l), Long: true, Value: p.text, Auto: "off", Error: wrongIn(l, p.wrong, "text"),
			Change: func(ctx goapp.Context, _ goapp.Event) {
				s.pastes[which].text, s.pastes[which].wrong = ui.Value(ctx), nil
			}}.UI()),
		refused(l, p.wrong),
		ui.Div("bar wrap", ui.Button{Label: words.BPJSTake.In(l), Look: ui.Line, Scope: name, Busy: s.doing == name,
			Do: func(ctx goapp.Context, _ goapp.Event) { s.hand(ctx, which, name) }}.UI()))
}

// refused says why a table was not taken: its lines, one by one.
func refused(l words.Lang, f *fault.Fault) ui.UI {
	if f == nil || f.Code != fault.Invalid {
		return troubled(l, f)
	}
	var lines []ui.UI
	for _, field := range f.Fields {
		if field.Name != "text" {
			lines = append(lines, ui.P("small", words.BPJSLine.In(l, field.Name, words.Fault(l, field.Key, field.Bound))))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.BPJSRefused.In(l), lines...)
}

// hand sends a table.
func (s *Hospital) hand(ctx goapp.Context, which int, name string) {
	in := partner.Paste{Place: s.place(), Text: s.pastes[which].text}
	if s.pastes[which].wrong = fault.From(in.Check()); s.pastes[which].wrong != nil {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	send := s.house.Partner.Patients
	if which == operations {
		send = s.house.Partner.Operations
	}
	lines := 0
	s.ask(name, func(ctx context.Context, k *known) error {
		got, err := send(ctx, in)
		k.h, lines = got.Hospital, got.Lines
		return err
	}, func(ctx goapp.Context, f *fault.Fault) {
		p := &s.pastes[which]
		if p.wrong = f; f != nil {
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			return
		}
		if k, ok := s.view.Value(); ok && s.c.Save == 0 {
			s.c.Save = k.h.Save // the first table made the connection; what is being written goes on
		}
		p.text = ""
		p.turn++
		s.arrived()
		frame.Toast(ctx, words.BPJSTaken.In(s.view.At.Lang, words.Count(s.view.At.Lang, lines)))
	})
}
