package queue

import (
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// moving asks to which queue a number goes on.
func (s *CounterDesk) moving(l words.Lang, d queue.Desk, state *queue.State) ui.UI {
	label := state.Label(s.chosen)
	var rows []ui.UI
	for _, q := range d.Near {
		line := q.Line
		if line.Status.Over() {
			continue
		}
		row := ui.Row{Icon: line.Icon, Title: line.Name, Sub: deskJoin(line.Who, deskWaits(l, line.Waiting))}
		rows = append(rows, ui.Press("row", label+line.Day, ui.Attrs{"aria-busy": deskBusy(s.doing == string(queue.Move)+line.Day)},
			func(goapp.Context, goapp.Event) {
				s.do(queue.Act{Action: queue.Move, Number: s.chosen, To: line.Day}, "alih")
			}, ui.Span("grow", ui.Label("row-title", row.Title), ui.Label("row-sub", row.Sub)), ui.IconGo()))
	}
	body := ui.List("rows", rows...)
	if len(rows) == 0 {
		body = ui.Banner("plain", "info", "", words.CounterNoOther.In(l))
	}
	return ui.Dialog("alih", words.CounterMoveAsk.In(l, label), words.CounterMoveWhy.In(l), true, body, s.trouble(l, "alih"), s.closer(l, "alih"))
}

func (s *CounterDesk) closer(l words.Lang, id string) ui.UI {
	return ui.Button{Label: words.CounterCloseIt.In(l), Look: ui.Quiet, Class: "btn-full", Scope: id + "-x", Do: ui.CloseDialog(id)}.UI()
}

// deskRests are the reasons for a pause that are offered; another can be written.
var deskRests = []words.T{words.CounterRest1, words.CounterRest2, words.CounterRest3, words.CounterRest4}

// pausing asks why, and whether the counter pauses or the whole queue.
func (s *CounterDesk) pausing(l words.Lang, state *queue.State) ui.UI {
	choices := make([]ui.Choice, len(deskRests))
	for i, r := range deskRests {
		choices[i] = ui.Choice{Value: r.In(l), Label: r.In(l)}
	}
	return ui.Dialog("tunda", words.CounterPauseAsk.In(l), words.CounterPauseWhy.In(l), true,
		ui.Radios{Name: "tunda-apa", Legend: words.CounterPauseOf.In(l), Value: strconv.FormatBool(s.all), Look: "seg", Choices: []ui.Choice{
			{Value: "false", Label: words.CounterPauseOne.In(l)}, {Value: "true", Label: words.CounterPauseAll.In(l)}},
			Change: func(ctx goapp.Context, _ goapp.Event) { s.all = ui.Value(ctx) == "true" }}.UI(),
		ui.Radios{Name: "tunda-sebab", Legend: words.CounterReason.In(l), Value: s.reason, Look: "choice", Choices: choices,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.reason = ui.Value(ctx); browser.Fill("tunda-lain", "") }}.UI(),
		ui.Field{Name: "tunda-lain", Label: words.CounterReasonOwn.In(l), Optional: words.Optional.In(l), Max: 120,
			Change: func(ctx goapp.Context, _ goapp.Event) { s.reason = ui.Value(ctx) }}.UI(),
		s.trouble(l, "tunda"),
		ui.Button{Label: words.CounterPause.In(l), Icon: "jeda", Class: "btn-full", Busy: s.doing == string(queue.Rest) || s.doing == string(queue.Pause), Do: s.pause}.UI(),
		s.closer(l, "tunda"))
}

func (s *CounterDesk) pause(goapp.Context, goapp.Event) {
	if s.reason == "" {
		s.reason = deskRests[0].In(s.view.At.Lang)
	}
	a := queue.Act{Action: queue.Rest, Reason: s.reason}
	if s.all {
		a.Action = queue.Pause
	}
	s.do(a, "tunda")
}

// more is what one seldom does: leave, close the day, look at the keys.
func (s *CounterDesk) more(l words.Lang, state *queue.State, c queue.Counter) ui.UI {
	row := func(icon, title, sub, key string, do goapp.EventHandler) ui.UI {
		return ui.Press("row", key, nil, do, ui.Span("spot spot-plain", ui.Icon(icon)), ui.Span("grow", ui.Label("row-title", title), ui.Label("row-sub", sub)))
	}
	next := func(id string) goapp.EventHandler {
		return func(ctx goapp.Context, _ goapp.Event) {
			s.wrong = nil
			browser.Shut("lain")
			s.show(ctx, id)
		}
	}
	var rows []ui.UI
	if c.Seated {
		why := words.CounterLeaveY.In(l)
		if c.Busy() {
			why = words.CounterLeaveBusy.In(l, state.Label(c.Number))
		}
		rows = append(rows, row("keluar", words.CounterLeave.In(l), why, "pergi", func(goapp.Context, goapp.Event) { s.do(queue.Act{Action: queue.Leave}, "lain") }))
	}
	if !state.Head.Status.Over() && state.Head.Status != queue.Scheduled {
		rows = append(rows, row("kunci", words.CounterClose.In(l), words.CounterCloseY.In(l), "tutup", next("tutup-hari")))
	}
	rows = append(rows, row("tanya", words.CounterKeys.In(l), words.CounterKeysY.In(l), "tombol", next("tombol")))
	return ui.Dialog("lain", words.CounterMore.In(l), "", true, ui.List("rows", rows...), s.trouble(l, "lain"), s.closer(l, "lain"))
}

// closing says what becomes of everybody before the day ends.
func (s *CounterDesk) closing(l words.Lang, state *queue.State) ui.UI {
	var busy ui.UI
	at := ""
	for _, c := range state.Counters {
		if c.Busy() {
			at = c.Name + ", " + state.Label(c.Number)
		}
	}
	if at != "" {
		busy = ui.Banner("warn", "awas", "", words.CounterCloseBusy.In(l, at))
	}
	wait, skipped := state.Count[queue.Waiting]+state.Count[queue.Away], state.Count[queue.Skipped]
	lines := []ui.UI{}
	if wait > 0 {
		lines = append(lines, ui.Para("bar top", ui.IconS("keluarga"), ui.Label("", words.CounterCloseWait.In(l, strconv.Itoa(wait)))))
	}
	if skipped > 0 {
		lines = append(lines, ui.Para("bar top", ui.IconS("lewati"), ui.Label("", words.CounterCloseSkip.In(l, strconv.Itoa(skipped)))))
	}
	if wait+skipped == 0 {
		lines = append(lines, ui.Para("bar top", ui.IconS("centang"), ui.Label("", words.CounterCloseNone.In(l))))
	}
	return ui.Dialog("tutup-hari", words.CounterCloseAsk.In(l), words.CounterCloseWhy.In(l), false,
		ui.Div("stack stack-2", lines...), busy, s.trouble(l, "tutup-hari"),
		ui.Button{Label: words.CounterCloseGo.In(l), Look: ui.Stop, Class: "btn-full", Disabled: at != "", Busy: s.doing == string(queue.CloseDay), Scope: "tutup-ya",
			Do: func(goapp.Context, goapp.Event) { s.do(queue.Act{Action: queue.CloseDay}, "tutup-hari") }}.UI(),
		ui.Button{Label: words.CounterCloseNot.In(l), Class: "btn-full", Scope: "tutup-tidak", Do: ui.CloseDialog("tutup-hari")}.UI())
}

// deskKeyHelp are the keys in the order somebody learns them.
var deskKeyHelp = []struct {
	key  string
	what words.T
}{
	{"", words.CounterKeyMain}, {"U", words.DeskRecall}, {"M", words.CounterBegin}, {"S", words.DeskFinish}, {"L", words.DeskSkip}, {"T", words.CounterAbsent},
	{"A", words.DeskMove}, {"Z", words.CounterUndo}, {"N", words.CounterIssueLong}, {"/", words.CounterKeyFind}, {"0–9", words.CounterKeyDigits},
	{"I", words.DeskBreak}, {"O", words.CounterMore}, {"?", words.CounterKeys}, {"Esc", words.CounterKeyEsc},
}

// help is the list of all keys.
func (s *CounterDesk) help(l words.Lang) ui.UI {
	rows := make([]ui.UI, len(deskKeyHelp))
	for i, k := range deskKeyHelp {
		if k.key == "" {
			k.key = words.DeskSpace.In(l)
		}
		rows[i] = ui.Div("loket-key", ui.Kbd(k.key), ui.Hidden(k.key+":"), ui.Label("", k.what.In(l)))
	}
	return ui.Dialog("tombol", words.CounterKeys.In(l), words.CounterKeysWhy.In(l), false, ui.List("loket-keys", rows...), s.closer(l, "tombol"))
}
