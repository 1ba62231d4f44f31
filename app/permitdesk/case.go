package permitdesk

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// The parts of an application that is open.
const (
	partAnswers = "isian"
	partWay     = "jalan"
	partLog     = "riwayat"
)

// opened is the application that is open, what is wrong with that, or a hint
// at how to open one.
func (s *Desk) opened(l words.Lang) ui.UI {
	f, ok := s.file()
	var body ui.UI
	switch wrong := s.view.Fault(); {
	case s.id() == "":
		return ui.Div("meja-berkas meja-kosong", ui.Empty("kosong", words.CasesChoose.In(l), "", ui.Div("stack stack-1",
			ui.P("meja-tik soft", words.CasesChooseY.In(l)), ui.P("meja-tunjuk soft", words.CasesByPointer.In(l)))))
	case !ok && wrong != nil:
		body = frame.TroublePart(s.view.At, wrong, flow.Retry(&s.view.Loading, s))
	case !ok:
		body = ui.SkeletonPage(words.Loading.In(l))
	default:
		return ui.With("section", "meja-berkas", ui.Attrs{"aria-labelledby": nameID},
			ui.With("div", "scroll-y grow-y", ui.Attrs{"tabindex": "0", "role": "group", "aria-label": words.CaseSays.In(l)}, ui.Div("pane-body stack stack-5",
				s.head(l, f), s.news(l, f), s.tabs(l, f), s.shown(l, f))),
			s.foot(l, f))
	}
	return ui.Div("meja-berkas", ui.Div("pane-body", body))
}

// head is whose it is, what it is for, and how it stands.
func (s *Desk) head(l words.Lang, f permit.File) ui.UI {
	now := s.now(f.Now)
	tags := []ui.UI{ui.Tag("brand", "rute", stepName(l, f.Line))}
	if p := now.pace(f.Line); p.part >= 0 {
		tags = append(tags, ui.Tag(p.tag, "jam", now.when(l, f.Line)))
	} else if !f.Until.IsZero() {
		tags = append(tags, ui.Tag("wait", "jeda", words.CaseUntil.In(l, words.DayMonth(l, now.lastDay(f.Until)))))
	}
	switch {
	case f.Stage.Final():
	case f.Officer.ID == "":
		tags = append(tags, ui.Tag("", "akun", words.CaseFree.In(l)))
	case f.Officer.ID == s.house.Viewer.ID:
		tags = append(tags, ui.Tag("good", "akun", words.CaseYours.In(l)))
	default:
		tags = append(tags, ui.Tag("", "akun", words.CaseHeld.In(l, f.Officer.Name)))
	}
	if f.Head.Rounds > 0 {
		tags = append(tags, ui.Tag("wait", "ulang", words.CaseRounds.In(l, strconv.Itoa(f.Head.Rounds))))
	}
	return ui.Div("stack stack-2",
		ui.P("small soft num", words.CaseNumber.In(l, f.ID, now.moment(l, f.Sent))),
		ui.With("h2", "name", ui.Attrs{"id": nameID, "tabindex": "-1"}, ui.Text(f.Holder)),
		ui.P("strong", f.Service.Name+" · "+f.Place.Name), ui.Para("bar wrap", tags...))
}

// lastDay is the day that ends at a moment at midnight.
func (c clock) lastDay(until time.Time) calendar.Date { return c.day(until.Add(-1)) }

// news is what the reader must know before anything is done.
func (s *Desk) news(l words.Lang, f permit.File) ui.UI {
	var parts []ui.UI
	if s.seen > 0 {
		parts = append(parts, s.faster(l, f))
	}
	if o, _, ok := s.question(f); ok {
		parts = append(parts, ui.Banner("", "tanya", words.CaseAsked.In(l, f.Agency.Name), o.Question))
	}
	if b := f.Head.Bill; b != nil && b.Notice != 0 && b.Paid == 0 {
		parts = append(parts, ui.Banner("warn", "pajak", "", words.CaseNotice.In(l, s.now(f.Now).moment(l, ms(b.Notice)))))
	}
	switch {
	case f.Closed:
		parts = append(parts, ui.Banner("plain", "arsip", "", words.Fault(l, "permit_archived", "")))
	case !f.Erased.IsZero():
		parts = append(parts, ui.Banner("plain", "arsip", words.CaseErased.In(l), words.CaseErasedY.In(l, words.Day(l, s.now(f.Now).day(f.Erased)))))
	}
	if !f.Announced {
		parts = append(parts, ui.Banner("plain", "kalender", words.CaseGuess.In(l, f.Due.In(s.house.City.Location()).Format("2006")), words.CaseGuessY.In(l)))
	}
	if s.wrong != nil && s.panel == "" && len(s.wrong.Fields) == 0 && s.seen == 0 {
		parts = append(parts, ui.Banner("bad", "awas", "", words.Fault(l, s.wrong.Key, "")))
	}
	if len(parts) == 0 {
		return nil
	}
	return ui.Div("stack", parts...)
}

// faster says what somebody else did while the reader looked at it.
func (s *Desk) faster(l words.Lang, f permit.File) ui.UI {
	who, said := words.CaseSomebody.In(l), []ui.UI{}
	for _, h := range f.Events {
		if h.Version > s.seen {
			who = doer(l, h)
			said = append(said, ui.P("small strong", happened(l, h)+", "+s.now(f.Now).moment(l, h.At)))
		}
	}
	text := words.CaseFasterY.In(l)
	if s.wrong != nil && s.wrong.Key != "permit_changed" {
		text = words.Fault(l, s.wrong.Key, "")
	}
	return ui.Banner("warn", "awas", words.CaseFaster.In(l, who), text, said...)
}

// tabs choose which part is shown.
func (s *Desk) tabs(l words.Lang, f permit.File) ui.UI {
	tab := func(part, label, key string) ui.UI {
		return ui.Press("", part, ui.Attrs{"id": "tab-" + part, "role": "tab", "aria-selected": strconv.FormatBool(s.part == part), "aria-controls": "bagian", "aria-keyshortcuts": key, "title": key},
			func(goapp.Context, goapp.Event) { s.part = part }, ui.Text(label))
	}
	return ui.With("div", "tabs", ui.Attrs{"role": "tablist", "aria-label": words.CaseParts.In(l)},
		tab(partAnswers, words.CaseAnswers.In(l), "1"), tab(partWay, words.CaseWay.In(l), "2"), tab(partLog, words.CaseLogCount.In(l, strconv.Itoa(len(f.Events))), "3"))
}

func (s *Desk) shown(l words.Lang, f permit.File) ui.UI {
	body := s.answers
	switch s.part {
	case partWay:
		body = s.way
	case partLog:
		body = s.log
	}
	return ui.With("div", "stack stack-5", ui.Attrs{"id": "bagian", "role": "tabpanel", "aria-labelledby": "tab-" + s.part}, body(l, f))
}

// filled is the form with what was answered.
func filled(f *permit.File) *form.Form { return form.On(&f.Form, f.Day).Kept() }

// named is what an area or an agency is called.
func named(f permit.File, id string) string {
	for _, n := range f.Names {
		if n.ID == id {
			return n.Name
		}
	}
	return id
}

// wrongOf is the sentence about a field; "" when nothing is wrong with it.
func wrongOf(l words.Lang, f *fault.Fault, name string) string {
	field, ok := f.Field(name)
	if !ok {
		return ""
	}
	return words.Fault(l, field.Key, field.Bound)
}
