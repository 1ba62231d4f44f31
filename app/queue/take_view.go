package queue

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/place"
	"rumah/shared/queue"
	"rumah/shared/words"
)

func (s *Take) title(at link.At, lines queue.Lines) ui.UI {
	waiting := 0
	for _, l := range lines.Items {
		waiting += l.Waiting
	}
	var tag, live ui.UI
	if s.live() {
		live = ui.Label("live ticket-live", words.TicketLive.In(at.Lang))
	}
	if waiting > 0 {
		tag = ui.Para("bar wrap", ui.Tag("", "keluarga", words.QueueWaiting.In(at.Lang, words.Count(at.Lang, waiting))), live)
	}
	return ui.Div("stack stack-2", ui.H1("h-xl", lines.Place.Name), ui.P("soft small", lines.Place.Address), tag)
}

// days are the days with a queue, as far ahead as can be booked.
func (s *Take) days(at link.At, lines queue.Lines) ui.UI {
	if len(lines.Days) == 0 {
		return nil
	}
	today := calendar.DateOf(s.house.Clock())
	chips := make([]ui.UI, len(lines.Days))
	for i, d := range lines.Days {
		chips[i] = ui.Chip(at.To(at.Path, "hari", string(d)), takeDay(at.Lang, d, today), d == lines.Date)
	}
	return ui.Chips(words.TakeDays.In(at.Lang), chips...)
}

// takeDay is a day on a chip: "Rabu 25".
func takeDay(lang words.Lang, d, today calendar.Date) string {
	if d == today || d == today.Add(1) {
		return dayWords(lang, d, today)
	}
	t := d.Time(time.UTC)
	return words.Weekday(lang, t.Weekday()) + " " + strconv.Itoa(t.Day())
}

func (s *Take) lines(at link.At, lines queue.Lines, want queue.NewTicket, now time.Time) ui.UI {
	if len(lines.Items) == 0 {
		return ui.Empty("kosong", words.TakeNoLines.In(at.Lang), words.TakeNoLinesText.In(at.Lang),
			ui.ButtonLink(at.To("/tempat/"+lines.Place.ID), words.PlacesTitle.In(at.Lang), "", ui.Line, ""))
	}
	rows := make([]ui.UI, len(lines.Items))
	for i, l := range lines.Items {
		rows[i] = s.line(at, lines.Date, l, l.Day == want.Day, now)
	}
	return ui.Section("antrean", words.TakeWhich.In(at.Lang), nil, ui.List("rows take-lines", rows...), ui.P("small soft", words.TakeHonest.In(at.Lang)))
}

// line is one queue to choose. Without our program choosing is a link.
func (s *Take) line(at link.At, date calendar.Date, l queue.Line, on bool, now time.Time) ui.UI {
	tone, state := takeState(at.Lang, l)
	var tag, sub, calls ui.UI
	if state != "" {
		tag = ui.Span("take-state", ui.Tag(tone, "", state))
	}
	if l.Who != "" {
		sub = ui.Label("row-sub", l.Who)
	}
	switch {
	case l.Status == queue.Open && len(l.Calls) > 0:
		calls = ui.Label("row-sub num", words.TakeNowCalled.In(at.Lang, queue.Label(l.Prefix, l.Calls[0].Number)))
	case l.Status == queue.Scheduled && l.Open:
		calls = ui.Label("row-sub num", words.TakeOpensAt.In(at.Lang, l.Opens.String()))
	}
	class := "row take-line"
	if on {
		class += " take-on"
	}
	if !l.Open {
		class += " take-shut"
	}
	body := []ui.UI{ui.Span("spot", ui.Icon(takeIcon(l.Icon))), ui.Span("grow", ui.Label("row-title", l.Name), sub, calls), s.wait(at.Lang, l, now), tag}
	switch {
	case l.Mine != "" && !l.Open:
		return ui.Link(at.To("/antrean/"+l.Mine), class, body...)
	case !l.Open:
		return ui.Div(class, body...)
	}
	attrs := ui.Attrs{}
	if on {
		attrs["aria-current"] = "true"
	}
	day := l.Day
	return ui.LinkDo(at.To(at.Path, "hari", string(date), "antrean", day), class, attrs, func(ctx goapp.Context, e goapp.Event) {
		e.PreventDefault()
		s.choose("day", func(d *queue.NewTicket) { d.Day, d.Slot = day, 0 })
	}, day, body...)
}

func takeIcon(name string) string {
	if name == "" {
		return "tiket"
	}
	return name
}

// wait is what a line costs: the range first, then how many wait.
func (s *Take) wait(lang words.Lang, l queue.Line, now time.Time) ui.UI {
	if l.Status.Over() || !l.Open {
		return nil
	}
	figure, unit := waitSays(lang, l, queue.Regular, now)
	var range_ ui.UI
	if figure != "" {
		range_ = ui.With("b", "num", nil, ui.Text(figure+" "), ui.Small(unit))
	}
	waiting := words.QueueEmpty.In(lang)
	if l.Waiting > 0 {
		waiting = words.QueueWaiting.In(lang, strconv.Itoa(l.Waiting))
	}
	return ui.Span("wait", range_, ui.Label("", waiting))
}

// takeOptions is the id of the questions below the lines.
const takeOptions = "pilihan"

// options are the questions a line asks, once one is chosen.
func (s *Take) options(at link.At, lines queue.Lines, want queue.NewTicket, line queue.Line) ui.UI {
	if line.Day == "" || s.house.Viewer.Staff {
		return nil
	}
	wrong := func(name string) string {
		if key, bound := s.form.Wrong(name); key != "" {
			return words.Fault(at.Lang, key, bound)
		}
		return ""
	}
	return ui.With("section", "stack stack-5 take-options", ui.Attrs{"id": takeOptions, "tabindex": "-1", "aria-label": words.TakeChoices.In(at.Lang)}, s.whom(at, want, wrong("member")), s.slots(at, want, line, wrong("slot")),
		s.lane(at, lines, want, line, wrong("lane"), wrong("ground")), s.payer(at, want, line, wrong("payer")))
}

func (s *Take) whom(at link.At, want queue.NewTicket, wrong string) ui.UI {
	if !s.house.Viewer.May(access.Citizen) {
		return nil
	}
	self := words.TakeSelf.In(at.Lang)
	if s.name != "" {
		self = words.TakeSelfNamed.In(at.Lang, s.name)
	}
	choices := []ui.Choice{{Label: self}}
	for _, m := range s.family {
		choices = append(choices, ui.Choice{Value: m.ID, Label: m.Name})
	}
	return ui.Div("stack stack-1",
		ui.Field{Name: "member", Label: words.TakeFor.In(at.Lang), Value: want.Member, Choices: choices, Error: wrong,
			Change: s.edit("member", func(d *queue.NewTicket, v string) { d.Member = v })}.UI(),
		ui.Link(at.To("/akun/keluarga"), "small tap", ui.Text(words.TakeAddFamily.In(at.Lang))))
}

func (s *Take) edit(name string, put func(*queue.NewTicket, string)) goapp.EventHandler {
	return func(ctx goapp.Context, _ goapp.Event) {
		v := ui.Value(ctx)
		s.choose(name, func(d *queue.NewTicket) { put(d, v) })
	}
}

func (s *Take) slots(at link.At, want queue.NewTicket, line queue.Line, wrong string) ui.UI {
	if len(line.Slots) == 0 {
		return nil
	}
	choices := []ui.Choice{{Value: "0", Label: words.TakeSlotFirst.In(at.Lang)}}
	for _, slot := range line.Slots {
		if slot.Left > 0 {
			choices = append(choices, ui.Choice{Value: strconv.Itoa(queue.Booking(slot.At)), Label: place.Minute(slot.At).String()})
		}
	}
	return ui.Radios{Name: "slot", Legend: words.TakeSlot.In(at.Lang), Value: strconv.Itoa(want.Slot), Error: wrong, Look: "choice choice-slots", Choices: choices,
		Change: s.edit("slot", func(d *queue.NewTicket, v string) { d.Slot, _ = strconv.Atoi(v) })}.UI()
}

// grounds are what the grounds of the priority lane are called.
var grounds = map[string]struct {
	name words.T
	icon string
}{
	"elderly":  {words.TakeElderly, "keluarga"},
	"disabled": {words.TakeDisabled, "kursi"},
	"pregnant": {words.TakePregnant, "sehat"},
	"infant":   {words.TakeInfant, "anak"},
}

func (s *Take) lane(at link.At, lines queue.Lines, want queue.NewTicket, line queue.Line, wrong, wrongGround string) ui.UI {
	if _, has := line.Wait[queue.Priority]; !has || len(lines.Rules) == 0 {
		return nil
	}
	lane := ui.Radios{Name: "lane", Legend: words.TakeLane.In(at.Lang), Value: string(want.Lane), Error: wrong, Look: "choice",
		Choices: []ui.Choice{{Value: string(queue.Regular), Label: words.TakeRegular.In(at.Lang)}, {Value: string(queue.Priority), Label: words.TakePriority.In(at.Lang)}},
		Change:  s.edit("lane", func(d *queue.NewTicket, v string) { d.Lane = queue.Lane(v) })}.UI()
	if want.Lane != queue.Priority {
		return lane
	}
	choices := make([]ui.Choice, 0, len(lines.Rules))
	evidence := ""
	for _, r := range lines.Rules {
		g, known := grounds[r.Who]
		if !known {
			continue
		}
		choices = append(choices, ui.Choice{Value: r.Who, Label: g.name.In(at.Lang), Icon: g.icon})
		if r.Who == want.Ground {
			evidence = r.Evidence
		}
	}
	var proof ui.UI
	if evidence != "" {
		proof = ui.Banner("plain", "berkas", words.TakeEvidence.In(at.Lang, evidence), words.TakeEvidenceWhy.In(at.Lang))
	}
	return ui.Div("stack stack-4", lane,
		ui.Radios{Name: "ground", Legend: words.TakeGround.In(at.Lang), Value: want.Ground, Error: wrongGround, Look: "choice", Choices: choices,
			Change: s.edit("ground", func(d *queue.NewTicket, v string) { d.Ground = v })}.UI(), proof)
}

func (s *Take) payer(at link.At, want queue.NewTicket, line queue.Line, wrong string) ui.UI {
	if !line.Payer {
		return nil
	}
	var left ui.UI
	if line.JKN >= 0 && line.Other >= 0 {
		left = ui.P("hint", words.TakePayerLeft.In(at.Lang, strconv.Itoa(line.JKN), strconv.Itoa(line.Other)))
	}
	return ui.Div("stack stack-2", ui.Radios{Name: "payer", Legend: words.TakePayer.In(at.Lang), Value: string(want.Payer), Error: wrong, Look: "choice",
		Choices: []ui.Choice{{Value: string(queue.JKN), Label: words.TakeJKN.In(at.Lang), Icon: "perisai"}, {Value: string(queue.Other), Label: words.TakeOwnMoney.In(at.Lang), Icon: "akun"}},
		Change:  s.edit("payer", func(d *queue.NewTicket, v string) { d.Payer = queue.Payer(v) })}.UI(), left)
}
