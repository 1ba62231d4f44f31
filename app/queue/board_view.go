package queue

import (
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/queue"
	"rumah/shared/words"
)

const (
	boardRoom = 7 // how many queues a board shows at once
	boardFew  = 3 // with so few they are larger
)

// Render implements the screen.
func (s *Board) Render() ui.UI {
	if s.revoked {
		return s.goneScreen("layar papan")
	}
	screen, ok := s.Value()
	stand := s.touch()
	if !ok && stand == inTouch {
		stand = cutOff
	}
	class := "layar papan deep"
	if stand != inTouch {
		class += " papan-putus"
	}
	if s.sound {
		class += " papan-siap"
	}
	if !s.running {
		// A page without its program grows old by itself: it says so after a
		// while, by style alone.
		class += " papan-diam"
	}
	body := s.main(screen, ok)
	if stand == tooOld {
		body = s.ask()
	}
	return ui.Div(class, ui.Motif("m-layar"), s.head(screen), body, s.foot(screen, ok, stand), s.cut(stand), s.still())
}

func (s *Board) head(screen queue.Screen) ui.UI {
	l, now := s.At.Lang, s.now()
	title := screen.Place.Name
	if title == "" {
		title = words.BoardTitle.In(l)
	}
	return ui.With("header", "papan-atas", nil,
		ui.Mark(),
		ui.Div("grow", ui.H1("papan-tempat", title), ui.P("papan-kecil soft", screen.Name)),
		s.soundButton(),
		ui.Div("papan-waktu", ui.P("papan-kecil soft", words.Day(l, calendar.DateOf(now))), ui.P("papan-jam num", words.Clock(now))))
}

// soundButton turns the sound on. It is large until it is: a board that
// nobody hears is half a board.
func (s *Board) soundButton() ui.UI {
	l := s.At.Lang
	switch {
	case !s.running:
		return nil
	case s.sound && s.audible:
		return ui.IconButton("panggil", words.BoardSoundOff.In(l), ui.Attrs{"id": "suara"}, s.soundOff)
	case s.sound:
		return ui.Button{Label: words.BoardSoundPress.In(l), Icon: "panggil", Look: ui.Deep, Class: "papan-suara", Scope: "suara-tekan", Attrs: ui.Attrs{"id": "suara"}, Do: s.soundOn}.UI()
	}
	return ui.Button{Label: words.BoardSoundOn.In(l), Icon: "panggil", Look: ui.Deep, Class: "papan-suara", Scope: "suara-nyala", Attrs: ui.Attrs{"id": "suara"}, Do: s.soundOn}.UI()
}

func (s *Board) main(screen queue.Screen, ok bool) ui.UI {
	l := s.At.Lang
	attrs := ui.Attrs{"id": "isi"}
	if !ok {
		return ui.With("main", "papan-isi papan-pesan", attrs, ui.P("papan-besar", words.BoardJoining.In(l)))
	}
	if len(screen.Days) == 0 {
		return ui.With("main", "papan-isi papan-pesan", attrs, ui.Icon("kalender"), ui.P("papan-besar", words.BoardNoQueue.In(l)), ui.P("papan-teks soft", words.BoardNoQueueY.In(l)))
	}
	calls := boardCalls(screen.Days, s.news.day)
	var now *boardCall
	switch {
	case s.calling != nil:
		now = s.calling
	case len(calls) > 0:
		now = &calls[0]
	}
	return ui.With("main", "papan-isi", attrs,
		ui.Div("papan-kiri", s.hero(now), s.before(calls, now)),
		s.lines(screen, now))
}

// hero is the latest call, to be read across the room.
func (s *Board) hero(c *boardCall) ui.UI {
	l := s.At.Lang
	if c == nil {
		return ui.With("section", "sebut sebut-diam", ui.Attrs{"aria-live": "polite"}, ui.P("papan-besar", words.BoardNobody.In(l)), ui.P("papan-teks soft", words.BoardNobodyText.In(l)))
	}
	class, label, icon := "sebut", words.BoardCalled, "panggil"
	switch {
	case s.calling != nil && c.again:
		label = words.BoardAgain
	case s.calling == nil && !boardAwaits(*c, s.news.day(c.day), s.now()):
		class, label, icon = "sebut sebut-lewat", words.BoardLast, "jam"
	}
	if s.calling != nil {
		// Two names of one animation, so that the next call flashes too.
		class += " sebut-kilat" + string(rune('a'+s.turn%2))
	}
	return ui.With("section", class, ui.Attrs{"aria-live": "assertive"},
		ui.Para("sebut-label bar", ui.Icon(icon), ui.Label("", label.In(l))),
		ui.Para("sebut-nomor num"+labelLong(c.label), labelFigure(c.label)...),
		ui.Div("sebut-ke", ui.P("sebut-ruang", c.counter), ui.P("sebut-poli", c.queue)))
}

// before are the calls just before, for who looked away.
func (s *Board) before(calls []boardCall, now *boardCall) ui.UI {
	var cards []ui.UI
	for _, c := range calls {
		if now != nil && c.day == now.day && c.number == now.number || len(cards) == 3 {
			continue
		}
		cards = append(cards, ui.Div("papan-lalu-satu", ui.P("papan-kecil soft cut", c.counter), ui.P("papan-n num", c.label)))
	}
	return ui.Div("papan-lalu", cards...)
}

func (s *Board) lines(screen queue.Screen, called *boardCall) ui.UI {
	l, now := s.At.Lang, s.now()
	page, pages := boardTurn(len(screen.Days), boardRoom, now)
	rows := []ui.UI{ui.With("div", "jalur jalur-kepala", ui.Attrs{"aria-hidden": "true"},
		ui.Label("", words.BoardQueue.In(l)), ui.Label("", words.BoardNow.In(l)), ui.Label("", words.BoardWait.In(l)))}
	for i, day := range screen.Days {
		state := s.news.day(day.State.Day)
		if state == nil || i/boardRoom != page {
			continue
		}
		line := boardLineOf(l, day.Line.Name, state, now)
		line.on = called != nil && called.day == state.Day && s.calling != nil
		rows = append(rows, boardRow(line))
	}
	var more ui.UI
	if pages > 1 {
		more = ui.P("jalur-hal papan-kecil soft num", words.BoardPage.In(l, string(rune('1'+page)), string(rune('0'+pages))))
	}
	class := "papan-jalur"
	if len(screen.Days) <= boardFew {
		class += " papan-sedikit"
	}
	return ui.Div(class, ui.List("papan-daftar", rows...), more)
}

func boardRow(line boardLine) ui.UI {
	class := "jalur"
	if line.on {
		class += " jalur-kini"
	}
	if line.off {
		class += " jalur-henti"
	}
	wait := "jalur-tunggu num"
	if len([]rune(line.wait)) > 7 {
		wait += " jalur-tunggu-pukul" // two times of the day
	}
	return ui.Div(class,
		ui.Span("jalur-nama-hold", ui.Label("jalur-nama", line.name), ui.Label("jalur-ket", line.sub)),
		ui.Span("jalur-kini-hold", ui.Label("jalur-n num", line.number), ui.Label("jalur-ket", line.room)),
		ui.Span("jalur-tunggu-hold", ui.Label(wait, line.wait), ui.Label("jalur-ket", line.unit)))
}

// ask stands in place of numbers that may no longer be true.
func (s *Board) ask() ui.UI {
	l := s.At.Lang
	text := words.BoardAskPlain.In(l)
	if since := s.since(); since != "" {
		text = words.BoardAskText.In(l, since)
	}
	return ui.With("main", "papan-isi papan-pesan", ui.Attrs{"id": "isi"}, ui.Icon("luring"), ui.P("papan-besar", words.BoardAsk.In(l)), ui.P("papan-teks soft", text))
}

// foot is how people take the queue with them, and how they say that they
// have come. A code is not shown once it may have changed.
func (s *Board) foot(screen queue.Screen, ok bool, stand touch) ui.UI {
	l := s.At.Lang
	if !ok {
		return ui.With("footer", "papan-bawah", nil)
	}
	follow := words.BoardFollow.In(l)
	items := []ui.UI{ui.Div("papan-ajak", s.code("/antrean/di/"+screen.Place.ID, follow),
		ui.Div("", ui.P("papan-ajak-judul", follow), ui.P("papan-kecil soft", words.BoardFollowText.In(l))))}
	if screen.Arrive != "" && stand == inTouch {
		arrive := words.BoardArrive.In(l)
		items = append(items, ui.Div("papan-ajak papan-hadir",
			ui.Div("", ui.P("papan-ajak-judul", arrive), ui.P("papan-kecil soft", words.BoardArriveText.In(l))),
			ui.P("papan-kode num", boardGroups(screen.Arrive)),
			s.code("/antrean?"+arriveKey+"="+screen.Arrive, arrive)))
	}
	return ui.With("footer", "papan-bawah", nil, items...)
}

// boardGroups parts a code into halves that are easier to keep in mind.
func boardGroups(code string) string {
	if len(code) < 6 {
		return code
	}
	return code[:len(code)/2] + " " + code[len(code)/2:]
}

// cut says that the board is not in touch and since when.
func (s *Board) cut(stand touch) ui.UI {
	if stand != cutOff {
		return nil
	}
	text := words.BoardJoining.In(s.At.Lang)
	if since := s.since(); since != "" {
		text = words.BoardCut.In(s.At.Lang, since)
	}
	return ui.With("p", "papan-putus-ket", ui.Attrs{"role": "status"}, ui.Icon("luring"), ui.Label("", text))
}

// still covers a page whose program never came, once what it shows is old.
func (s *Board) still() ui.UI {
	if s.running {
		return nil
	}
	l := s.At.Lang
	return ui.Div("papan-tua papan-pesan", ui.Icon("luring"), ui.P("papan-besar", words.BoardAsk.In(l)), ui.P("papan-teks soft", words.BoardAskText.In(l, words.Clock(s.now()))))
}
