package permitdesk

import (
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// The dialogs.
const (
	keysDialog   = "tombol"
	moreDialog   = "lain"
	revealDialog = "buka-nomor"
)

// wishes are what keys ask for when nobody is typing.
var wishes = map[string]string{
	"j": "down", "k": "up", "/": "find", "?": "keys", "n": "next", "f": "filter", ",": "list-", ".": "list+",
	"ArrowDown": "row+", "ArrowUp": "row-", "m": "mark", "1": partAnswers, "2": partWay, "3": partLog,
	"s": "on", "t": "take", "r": "return", "x": "refuse", "h": "hand", "p": "opinion", "c": "remark", "l": "more", "b": "reveal",
	"v": "pick", "a": "give", "g": "files", "[": "file-", "]": "file+", "+": "zoom+", "=": "zoom+", "-": "zoom-", "o": "turn",
}

// wishOf is what a key asks for; "" for nothing. Who types is left alone, but
// for sending and leaving the form.
func wishOf(k browser.Key) string {
	switch {
	case k.Dialog:
		return ""
	case k.Chord && k.Name == "Enter" && k.Field != "cari":
		return "send"
	case k.Chord && k.Name == "k" && k.Field != "":
		return "phrase"
	case k.Name == "Escape" && (k.Field == "cari" || strings.HasPrefix(k.Field, "saring-") || strings.HasSuffix(k.Field, reasonSuffix)):
		return "leave"
	case k.Name == "Escape":
		return "escape"
	case k.Chord || k.Field != "" || k.Arrows && strings.HasPrefix(k.Name, "Arrow"):
		return ""
	}
	return wishes[k.Name]
}

// wish is what a key asks of the screen as it is: what makes no sense now is
// left to the browser.
func (s *Desk) wish(k browser.Key) string {
	w := wishOf(k)
	f, open := s.file()
	switch w {
	case "send":
		if s.panel == "" {
			return ""
		}
	case "phrase":
		if _, ok := s.targetOf(f, k.Field); !ok {
			return ""
		}
	case "escape":
		if s.panel == "" && s.paper.at < 0 && s.id() == "" && !s.many.on {
			return ""
		}
	case "leave", "pick", "give", "down", "up", "find", "keys", "filter", "list-", "list+", "row+", "row-", "next", "":
	default:
		if !open {
			return ""
		}
	}
	return w
}

// press does what a key asks for.
func (s *Desk) press(ctx goapp.Context, wish string) {
	f, open := s.file()
	switch wish {
	case "down", "up":
		s.move(map[string]int{"down": 1, "up": -1}[wish])
	case "row+", "row-":
		by := map[string]int{"row+": 1, "row-": -1}[wish]
		if s.id() == "" {
			s.move(by)
		} else {
			s.step(by)
		}
	case "find":
		browser.Focus("cari")
	case "filter":
		s.saring = !s.saring
	case "list-", "list+":
		s.beside(ctx, map[string]int{"list-": -1, "list+": 1}[wish])
	case "keys":
		browser.Ask(keysDialog)
	case "pick":
		s.toggleHere()
	case "give":
		if s.many.on {
			s.ask(ctx)
		}
	case "next":
		s.next(ctx)
	case "escape":
		s.escape(ctx)
	case "leave":
		s.out()
	case "send":
		s.submit(ctx)
	case partAnswers, partWay, partLog:
		s.part = wish
	}
	if open {
		s.pressCase(ctx, wish, f)
	}
}

// pressCase does what a key asks of the application that is open.
func (s *Desk) pressCase(ctx goapp.Context, wish string, f permit.File) {
	switch wish {
	case "on":
		if a := s.main(f); a != "" {
			s.choose(ctx, a)
		}
	case "take":
		if f.Officer.ID == "" {
			s.choose(ctx, permit.Take)
		}
	case "hand":
		if f.Officer.ID != "" {
			s.choose(ctx, permit.HandOver)
		}
	case "return":
		s.choose(ctx, permit.Return)
	case "refuse":
		s.choose(ctx, permit.Refuse)
	case "opinion":
		if _, _, asked := s.question(f); asked {
			s.choose(ctx, permit.Answer)
		} else {
			s.choose(ctx, permit.Ask)
		}
	case "remark":
		s.choose(ctx, permit.Remark)
	case "more":
		if len(s.rarer(f)) > 0 {
			browser.Ask(moreDialog)
		}
	case "reveal":
		if s.whole == nil {
			browser.Ask(revealDialog)
		}
	case "mark":
		if all := s.said(s.view.At.Lang, f); s.spot >= 0 && s.spot < len(all) && s.marks(f) {
			s.part = partAnswers
			s.mark(ctx, s.spot, all[s.spot].path)
		}
	case "files", "file+":
		by := 1
		if s.paper.at < 0 {
			by = 0
		}
		s.turns(f, by)
	case "file-":
		s.turns(f, -1)
	case "zoom+":
		s.zooms(1)
	case "zoom-":
		s.zooms(-1)
	case "turn":
		s.paper.turn = (s.paper.turn + 1) % 4
	}
}

// step goes to the answer after or before; the file of one that is an
// attachment is shown where one is shown already.
func (s *Desk) step(by int) {
	f, ok := s.file()
	all := s.said(s.view.At.Lang, f)
	if !ok || len(all) == 0 {
		return
	}
	s.part = partAnswers
	s.spot = min(max(s.spot+by, 0), len(all)-1)
	if s.paper.at >= 0 && all[s.spot].file != nil {
		s.look(f, all[s.spot].path)
	}
	at := s.spot
	s.here.Defer(func(goapp.Context) { browser.Focus(spotID(at)) })
}

// beside goes to the list beside.
func (s *Desk) beside(ctx goapp.Context, by int) {
	for i, tab := range lists {
		if tab.key == s.list.At.Get(keyList) {
			ui.Go(ctx, s.with(keyList, lists[(i+by+len(lists))%len(lists)].key))
			return
		}
	}
}

// out goes out of a field, back to what it belongs to.
func (s *Desk) out() {
	list, _ := s.list.Value()
	switch {
	case s.id() != "" && s.spot >= 0:
		browser.Focus(spotID(s.spot))
	case s.id() != "":
		browser.Focus(nameID)
	case len(list.Items) > 0:
		s.line = max(s.line, 0)
		browser.Focus(lineID(list.Items[min(s.line, len(list.Items)-1)].ID))
	}
}

// escape leaves what is in front: the form, the attachment, the application.
func (s *Desk) escape(ctx goapp.Context) {
	switch {
	case s.panel != "":
		s.shut(ctx)
	case s.many.on:
		s.many = many{}
	case s.paper.at >= 0:
		s.paper.at = -1
	case s.id() != "":
		ui.Go(ctx, listAt(s.view.At).String())
	}
}

// keyWords are the keys with what they do.
var keyWords = []struct {
	key  string
	what words.T
}{
	{"j k", words.CaseKeyMove}, {"Enter", words.CaseKeyOpen}, {"n", words.CaseKeyNext}, {", .", words.CaseKeyLists}, {"/", words.CaseKeyFind}, {"f", words.CasesFilter}, {"v", words.CaseKeyPick}, {"a", words.ManyGive},
	{"↓ ↑", words.CaseKeyRow}, {"m", words.CaseKeyMark}, {"1 2 3", words.CaseKeyPart}, {"b", words.CaseReveal}, {"g [ ]", words.CaseKeyFiles}, {"+ - o", words.CaseKeyZoom},
	{"t", words.PermitActions["take"]}, {"s", words.CaseKeyOn}, {"r", words.PermitActions["return"]}, {"x", words.PermitActions["refuse"]}, {"h", words.PermitActions["hand_over"]},
	{"p", words.PermitActions["ask"]}, {"c", words.PermitActions["remark"]}, {"l", words.CaseMore}, {"Ctrl ↵", words.CaseKeySend}, {"Ctrl K", words.PhrasePick}, {"Esc", words.CaseKeyEsc},
}

func (s *Desk) keysDialog(l words.Lang) ui.UI {
	keys := make([]ui.UI, len(keyWords))
	for i, k := range keyWords {
		keys[i] = ui.Div("loket-key", ui.Kbd(k.key), ui.Hidden(k.key+":"), ui.Label("", k.what.In(l)))
	}
	return ui.Dialog(keysDialog, words.CaseKeys.In(l), words.CaseKeysY.In(l), false, ui.List("loket-keys", keys...),
		ui.Button{Label: words.Close.In(l), Class: "btn-full", Scope: keysDialog, Do: ui.CloseDialog(keysDialog)}.UI())
}
