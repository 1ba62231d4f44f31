package queue

import (
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// Render implements the screen.
func (s *Kiosk) Render() ui.UI {
	if s.revoked {
		return s.goneScreen("layar kios")
	}
	class := "layar kios"
	if s.low {
		class += " kios-rendah"
	}
	screen, ok := s.Value()
	l := s.speaks()
	slip := s.take.Receipt()
	var body ui.UI
	switch {
	case s.step == kioskDone && slip != nil:
		body = s.number(l, *slip)
	case s.take.Fault() != nil:
		body = s.refused(l)
	case !ok, s.touch() != inTouch && s.step == kioskHome && s.running:
		body = s.offline(l, ok)
	case s.step == kioskHome:
		body = s.queues(l, screen)
	default:
		body = s.question(l)
	}
	var paper ui.UI
	if slip != nil && s.step == kioskDone {
		paper = s.paper(l, *slip)
	}
	return ui.Div(class, s.top(l, screen), body, s.foot(l), paper)
}

func (s *Kiosk) top(l words.Lang, screen queue.Screen) ui.UI {
	title, lead := words.KioskTitle.In(l), ""
	switch {
	case s.step == kioskHome && screen.Place.Name != "":
		title, lead = words.KioskHello.In(l, screen.Place.Name), words.KioskLead.In(l)
	case s.step != kioskHome:
		title = s.of(s.day).Line.Name
	}
	var steps ui.UI
	if asks := s.asks(); s.step != kioskHome && s.step != kioskDone && len(asks) > 1 {
		for i, ask := range asks {
			if ask == s.step {
				steps = ui.P("kios-langkah", words.KioskStep.In(l, strconv.Itoa(i+1), strconv.Itoa(len(asks))))
			}
		}
	}
	return ui.With("header", "kios-atas deep", nil, ui.Motif("m-layar"),
		ui.Div("kios-baris", ui.Span("logo", ui.Mark(), ui.Text(s.house.City.App)), ui.P("kios-jam num", words.Clock(s.now()))),
		ui.Div("kios-sapa", steps, ui.H1("", title), ui.P("kios-ajak soft", lead)))
}

// queues are the first page.
func (s *Kiosk) queues(l words.Lang, screen queue.Screen) ui.UI {
	var tiles []ui.UI
	for _, d := range screen.Days {
		state := s.news.day(d.State.Day)
		if state == nil || state.Head.Status.Over() {
			continue
		}
		tiles = append(tiles, s.queueTile(l, d, state))
	}
	if len(tiles) == 0 {
		return s.message("kalender", words.KioskClosed.In(l), words.KioskClosedY.In(l))
	}
	class := "kios-isi kios-ubin"
	switch {
	case len(tiles) > 8:
		class += " kios-banyak"
	case len(tiles) <= 4:
		class += " kios-sedikit"
	}
	return ui.With("main", class, ui.Attrs{"id": "isi"}, tiles...)
}

func (s *Kiosk) queueTile(l words.Lang, d queue.DayView, state *queue.State) ui.UI {
	attrs, sub, do := ui.Attrs{}, s.waits(l, state, queue.Regular), s.choose(d.State.Day)
	if !kioskGives(d, state, s.now()) {
		sub = words.KioskNotYet.In(l)
		if kioskLeftIn(state.Head) == 0 {
			sub = words.KioskFull.In(l)
		}
		attrs["disabled"], do = ui.Flag(true), nil
	} else if state.Head.Status == queue.Paused {
		sub = boardReason(l, words.BoardPaused, words.BoardPausedFor, state.Head.Reason)
	}
	return kioskTile(d.State.Day, takeIcon(d.Line.Icon), d.Line.Name, sub, attrs, do)
}

// kioskTile is something large to touch.
func kioskTile(scope, icon, title, sub string, attrs ui.Attrs, do goapp.EventHandler, more ...ui.UI) ui.UI {
	text := append([]ui.UI{ui.Label("kios-judul", title), ui.Label("kios-ket num", sub)}, more...)
	return ui.Press("kios-pilih", scope, attrs, do, ui.Icon(icon), ui.Span("grow", text...), ui.Icon("kanan"))
}

// waits says how many wait in a queue and how long who comes now would.
func (s *Kiosk) waits(l words.Lang, state *queue.State, lane queue.Lane) string {
	if state.Waiting() == 0 {
		if opens := time.UnixMilli(state.Head.Opens).In(s.now().Location()); state.Head.Status == queue.Scheduled && opens.After(s.now()) {
			return words.BoardOpens.In(l, words.Clock(opens))
		}
		return words.KioskNoWait.In(l)
	}
	n := strconv.Itoa(state.Waiting())
	switch r := state.WaitFor(lane, 0, s.now()); {
	case r.Unknown:
		return words.KioskWaitOnly.In(l, n)
	case r.Likely().To < inMinutes:
		return words.KioskWait.In(l, n, r.Likely().String())
	default:
		return words.KioskWaitTill.In(l, n, r.Likely().Clock(s.now()))
	}
}

// question is one of the steps between the queue and the number.
func (s *Kiosk) question(l words.Lang) ui.UI {
	state := s.news.day(s.day)
	if state == nil {
		return s.message("kalender", words.KioskClosed.In(l), words.KioskClosedY.In(l))
	}
	attrs := ui.Attrs{}
	if s.take.Busy() {
		attrs["aria-disabled"] = "true"
	}
	var ask words.T
	var tiles []ui.UI
	switch s.step {
	case kioskLane:
		ask = words.KioskLane
		tiles = []ui.UI{
			s.laneTile(l, state, queue.Regular, "keluarga", words.KioskRegular.In(l), words.KioskRegularY.In(l)),
			s.laneTile(l, state, queue.Priority, "kursi", words.KioskPriority.In(l), "", s.evidence(l)...),
		}
	case kioskPayer:
		ask = words.KioskPayer
		line := s.of(s.day).Line
		tiles = []ui.UI{
			s.payerTile(l, queue.JKN, line.JKN, "perisai", words.KioskJKN.In(l), words.KioskJKNY.In(l)),
			s.payerTile(l, queue.Other, line.Other, "pajak", words.KioskSelf.In(l), words.KioskSelfY.In(l)),
		}
	default:
		ask = words.KioskConfirm
		tiles = []ui.UI{kioskTile("ambil", "tiket", words.KioskTake.In(l), s.waits(l, state, queue.Regular), attrs, s.press(s.onward))}
	}
	return ui.With("main", "kios-isi kios-tanya", ui.Attrs{"id": "isi", "aria-busy": kioskState(s.take.Busy())}, append([]ui.UI{ui.H2("tanya", "kios-soal", ask.In(l))}, tiles...)...)
}

// kioskState is an aria state that is on or not there.
func kioskState(on bool) string {
	if on {
		return "true"
	}
	return ""
}

func (s *Kiosk) laneTile(l words.Lang, state *queue.State, lane queue.Lane, icon, title, sub string, more ...ui.UI) ui.UI {
	pool, attrs, do := state.Head.Regular, ui.Attrs{}, s.inLane(lane)
	if lane == queue.Priority {
		pool = state.Head.Priority
	}
	if pool.Left() == 0 {
		sub, attrs["disabled"], do = words.KioskFull.In(l), ui.Flag(true), nil
	}
	return kioskTile(string(lane), icon, title, sub, attrs, do, more...)
}

func (s *Kiosk) payerTile(l words.Lang, p queue.Payer, left int, icon, title, sub string) ui.UI {
	attrs, do := ui.Attrs{}, s.paidBy(p)
	if left == 0 {
		sub, attrs["disabled"], do = words.KioskFull.In(l), ui.Flag(true), nil
	}
	return kioskTile(string(p), icon, title, sub, attrs, do)
}

var kioskWho = map[string]words.T{"elderly": words.KioskElderly, "disabled": words.KioskDisabled, "pregnant": words.KioskPregnant, "infant": words.KioskInfant}

// evidence is who may use the priority lane, and what the officer asks to see.
func (s *Kiosk) evidence(l words.Lang) []ui.UI {
	screen, _ := s.Value()
	var lines []ui.UI
	for _, rule := range screen.Rules {
		who, known := kioskWho[rule.Who]
		switch {
		case !known:
		case rule.Evidence == "":
			lines = append(lines, ui.Label("kios-ket", who.In(l)))
		default:
			lines = append(lines, ui.Label("kios-ket", words.KioskEvidence.In(l, who.In(l), rule.Evidence)))
		}
	}
	return lines
}

// message is a page that says one thing.
func (s *Kiosk) message(icon, title, text string, acts ...ui.UI) ui.UI {
	return ui.With("main", "kios-isi kios-pesan", ui.Attrs{"id": "isi", "aria-live": "polite"},
		ui.Icon(icon), ui.P("kios-pesan-judul", title), ui.P("kios-pesan-teks", text), ui.Div("kios-acara", acts...))
}

func (s *Kiosk) offline(l words.Lang, known bool) ui.UI {
	if s.heard.IsZero() && s.touch() != tooOld || !known && s.touch() == inTouch {
		return s.message("ulang", words.BoardJoining.In(l), "")
	}
	return s.message("luring", words.KioskOffline.In(l), words.KioskOfflineY.In(l))
}

// refused says why there is no number, and what to do next.
func (s *Kiosk) refused(l words.Lang) ui.UI {
	f := s.take.Fault()
	if !kioskTries(f) {
		return s.message("awas", words.KioskRefused.In(l), words.Fault(l, f.Key, ""))
	}
	return s.message("luring", words.KioskUnsent.In(l), words.KioskUnsentText.In(l),
		ui.Button{Label: words.KioskAgain.In(l), Icon: "ulang", Class: "btn-l", Scope: "lagi", Busy: s.take.Busy(), Do: s.press(s.send)}.UI())
}

// foot is the way back, and the language of who stands there.
func (s *Kiosk) foot(l words.Lang) ui.UI {
	now := s.house.Now()
	if s.step != kioskHome || s.take.Fault() != nil {
		left := kioskLeft(s.step, s.take.Busy(), s.touched, now)
		var count ui.UI
		if left <= kioskCount {
			count = ui.P("kios-hitung num", words.KioskReturns.In(l, strconv.Itoa(left)))
		}
		if s.step == kioskDone {
			return ui.With("footer", "kios-bawah", nil, ui.Div("kios-acara",
				ui.Button{Label: words.KioskPaperless.In(l), Icon: "centang", Look: ui.Line, Class: "btn-l", Scope: "tanpa-kertas", Do: s.press(s.home)}.UI(),
				ui.Button{Label: words.KioskPrint.In(l), Icon: "berkas", Class: "btn-l", Scope: "cetak", Do: s.press(browser.Print)}.UI()), count)
		}
		return ui.With("footer", "kios-bawah", nil, ui.Div("kios-acara",
			ui.Button{Label: words.Back.In(l), Icon: "kembali", Look: ui.Line, Class: "btn-l", Scope: "kembali", Do: s.press(s.back)}.UI(),
			ui.Button{Label: words.KioskHome.In(l), Icon: "beranda", Look: ui.Line, Class: "btn-l", Scope: "awal", Do: s.press(s.home)}.UI()), count)
	}
	var langs []ui.UI
	for _, lang := range words.Langs {
		class := "btn-l"
		if lang == l {
			class += " kios-bahasa-ini"
		}
		langs = append(langs, ui.Button{Label: lang.Name(), Look: ui.Line, Class: class, Scope: string(lang), Do: s.speak(lang),
			Attrs: ui.Attrs{"lang": string(lang), "aria-pressed": kioskState(lang == l)}}.UI())
	}
	lower, icon := words.KioskLower.In(l), "bawah"
	if s.low {
		lower, icon = words.KioskRaise.In(l), "atas"
	}
	return ui.With("footer", "kios-bawah", nil, ui.Div("kios-acara kios-bahasa", langs...),
		ui.Div("kios-acara kios-turun", ui.Button{Label: lower, Icon: icon, Look: ui.Quiet, Scope: "turun", Do: s.press(func() { s.low = !s.low })}.UI()))
}
