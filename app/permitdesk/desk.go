// Package permitdesk is the officers' desk for applications: what waits, what
// somebody has asked for, and what can be done about it.
package permitdesk

import (
	"context"
	"encoding/json"
	"net/url"
	"strconv"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// view is embedded under a name of this package; see flow.View.
type view[T any] = flow.View[T]

// Desk is the screen of applications at a desk: the list, and beside it the
// one that is open: /meja/permohonan and /meja/permohonan/{id}.
type Desk struct {
	goapp.Compo
	view[permit.File] // of the one that is open

	house *house.House
	here  goapp.Context // of the screen: an answer must come in though its button has gone

	list     view[permit.Desk]
	count    *permit.Overview // nil while it is not known
	more     bool             // further lines are on their way
	saring   bool             // the filters are shown
	line     int              // that the keys are on; -1 for none
	many     many
	away     away
	ticking  bool
	stopKeys func()

	phrase phrasing
	secret secret
	*writing
	coming bool            // somebody has opened it, and is led to its title
	part   string          // of the application that is shown
	spot   int             // answer that the keys are on; -1 for none
	panel  permit.Action   // whose form is open; "" for none
	doing  permit.Action   // what is on its way
	wrong  *fault.Fault    // why the last was refused
	seen   int64           // version that was looked at when somebody was faster; 0 for none
	whole  form.Answers    // with whole numbers, once they were shown
	paper  viewer          // the attachment that is looked at
	asked  *permit.Offices // agencies that can be asked; nil while they are not known
	issued issued          // what could hold instead of its letter
}

// The addresses.
const (
	DeskPath    = "/meja/permohonan"
	CasePattern = DeskPath + "/{id}"
)

// listEvery is how often the list is read again by itself.
const listEvery = time.Minute

// nameID is the title of the application that is open.
const nameID = "nama"

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{house: h, line: -1, spot: -1, part: partAnswers, writing: &writing{}, paper: viewer{at: -1},
		view: flow.NewPrivate(func(ctx context.Context, at link.At) (permit.File, error) {
			id, _ := at.Match(CasePattern)
			return h.Permit.Open(ctx, permit.ID{ID: id})
		}),
		list: flow.NewPrivate(func(ctx context.Context, at link.At) (permit.Desk, error) { return h.Permit.Desk(ctx, filterOf(at)) }),
	}
}

// Plant implements house.Screen. The list stays on the phone like all that is
// private; a seed is that of the application where one is open.
func (s *Desk) Plant(at link.At, seed json.RawMessage) {
	s.view.At = at
	if s.id() == "" {
		s.list.Plant(listAt(at), seed)
		return
	}
	s.list.Plant(listAt(at), nil)
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *Desk) Head() house.Head {
	title := words.CasesTitle.In(s.view.At.Lang)
	if f, ok := s.file(); ok {
		title = f.Holder + ", " + f.Service.Name
	}
	return house.Head{Title: title, NoIndex: true, Now: true}
}

// id is the application that the address names; "" for the list alone.
func (s *Desk) id() string {
	id, _ := s.view.At.Match(CasePattern)
	return id
}

// file is the one that is open, once it is there.
func (s *Desk) file() (permit.File, bool) {
	f, ok := s.view.Value()
	return f, ok && f.ID == s.id()
}

// listAt is the address of a list, whatever of it is open.
func listAt(at link.At) link.At {
	list := link.At{Lang: at.Lang, Path: DeskPath, Query: url.Values{}}
	for _, key := range []string{keyList, keyService, keyStage, keyPlace, keyText, keyOfficer} {
		if v := at.Get(key); v != "" {
			list.Query.Set(key, v)
		}
	}
	return list
}

// caseAt is the address of an application beside the list of now.
func (s *Desk) caseAt(id string) string {
	at := listAt(s.view.At)
	at.Path = DeskPath + "/" + id
	return at.String()
}

// Titled implements flow.Titled.
func (s *Desk) Titled(ctx goapp.Context) {
	s.arrived()
	if _, ok := s.file(); ok && s.coming {
		s.coming = false
		ctx.Defer(func(goapp.Context) { browser.Focus(nameID) })
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav goes to the address of the browser: another list, another
// application, or both.
func (s *Desk) OnNav(ctx goapp.Context) {
	s.here = ctx
	at, before := link.Parse(ctx.Page().URL()), s.view.At
	came := browser.Moved(at.Path)
	list := listAt(at)
	other := list.String() != s.list.At.String()
	s.view.At = at
	if _, known := s.list.Value(); other || !known {
		s.list.Plant(list, nil)
		s.line, s.many = -1, many{}
		s.list.Again(ctx, s)
		s.recount()
		ctx.Defer(func(goapp.Context) { browser.Fill("cari", at.Get(keyText)) })
	}
	s.open(ctx, before, came)
	if s.away.known == nil {
		s.askAway()
	}
	s.listen()
}

// open goes to the application that the address names now.
func (s *Desk) open(ctx goapp.Context, before link.At, came bool) {
	was, _ := before.Match(CasePattern)
	if id := s.id(); id != was || s.stopKeys == nil {
		s.leave(was)
		s.begin(id)
		s.view.Plant(s.view.At, nil)
	}
	s.coming = came && s.id() != ""
	s.Titled(ctx)
	switch {
	case s.id() != "":
		s.view.Again(ctx, s)
	case came && was != "":
		ctx.Defer(func(goapp.Context) { browser.Focus(lineID(was)) })
	case came:
		ctx.Defer(func(goapp.Context) { browser.ToTop() })
	}
}

// begin is about to show another application.
func (s *Desk) begin(id string) {
	s.writing = writingOf(id)
	s.part, s.spot, s.panel, s.doing, s.wrong, s.seen, s.whole, s.paper, s.secret = partAnswers, -1, "", "", nil, 0, nil, viewer{at: -1}, secret{}
	browser.Guard(!s.writing.blank())
}

// leave keeps what was written about an application and not sent.
func (s *Desk) leave(id string) {
	s.writing.keep(id)
	browser.Guard(false)
}

// OnDismount keeps what is not sent and lets go of the keys.
func (s *Desk) OnDismount() {
	s.leave(s.id())
	s.ticking = false
	if s.stopKeys != nil {
		s.stopKeys()
		s.stopKeys = nil
	}
}

// listen hears the keys, and reads the list again now and then.
func (s *Desk) listen() {
	if s.stopKeys == nil {
		s.stopKeys = browser.Keys(func(k browser.Key) bool { return s.wish(k) != "" }, func(k browser.Key) {
			s.here.Dispatch(func(ctx goapp.Context) {
				if w := s.wish(k); w == "phrase" {
					f, _ := s.file()
					into, _ := s.targetOf(f, k.Field)
					s.pickPhrase(into)
				} else {
					s.press(ctx, w)
				}
			})
		})
	}
	if !s.ticking {
		s.ticking = true
		s.here.After(listEvery, s.tick)
	}
}

func (s *Desk) tick(ctx goapp.Context) {
	if !s.ticking {
		return
	}
	ctx.After(listEvery, s.tick)
	if list, ok := s.list.Value(); ok && len(list.Items) <= onePage && browser.Visible() { // who has gone on to further pages keeps them
		s.list.Again(ctx, s)
		s.recount()
	}
}

// arrived takes over what the server said.
func (s *Desk) arrived() {
	if f, ok := s.file(); ok && !s.writing.marking {
		s.writing.marks = f.Head.Marks
	}
}

// recount asks how many there are in each list.
func (s *Desk) recount() {
	flow.Ask(s.here, s.house.Permit.Overview, func(_ goapp.Context, o permit.Overview, err error) {
		if err == nil {
			s.count = &o
		}
	})
}

// Render implements the screen.
func (s *Desk) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	class, bar := "meja", frame.DeskBar{Title: words.CasesTitle.In(l), Back: "/meja", Sub: s.sum(l), Items: s.items(at), Actions: s.actions(l)}
	if s.id() != "" {
		class, bar.BackTo = "meja meja-buka", listAt(at).String()
	}
	if s.paper.at >= 0 {
		class += " meja-kertas"
	}
	return frame.Desk(s.house, at, bar, ui.Div(class, s.lists(l), s.opened(l), s.papers(l)), s.keysDialog(l), s.moreDialog(l), s.revealDialog(l), s.giveSheet(l), s.phrases(l), s.awaySheet(l))
}

// items are the places of the desk, with how many applications wait.
func (s *Desk) items(at link.At) []frame.DeskItem {
	items := frame.DeskItems(s.house, at, DeskPath)
	for i := range items {
		if items[i].Path == DeskPath && s.count != nil {
			items[i].Count = s.count.Mine
		}
	}
	return items
}

// sum is the desk in a sentence.
func (s *Desk) sum(l words.Lang) string {
	if s.count == nil {
		return ""
	}
	return words.CasesSum.In(l, upTo(l, s.count.Mine), upTo(l, s.count.Free), upTo(l, s.count.Late))
}

func (s *Desk) actions(l words.Lang) []ui.UI {
	at := listAt(s.view.At)
	return []ui.UI{
		ui.Find{Action: s.view.At.To(DeskPath), Name: keyText, Value: at.Get(keyText), Label: words.CasesFind.In(l), Placeholder: words.CasesFind.In(l),
			Clear: words.Clear.In(l), ClearHref: s.with(keyText, ""), Submit: s.search}.UI(),
		ui.IconButton("saring", words.CasesFilter.In(l), ui.Attrs{"aria-keyshortcuts": "f", "title": "f", "aria-expanded": strconv.FormatBool(s.filtered())}, func(goapp.Context, goapp.Event) { s.saring = !s.saring }),
		ui.IconButton("beres", words.ManyPick.In(l), ui.Attrs{"aria-keyshortcuts": "v", "title": "v", "aria-pressed": strconv.FormatBool(s.many.on)}, s.pick),
		ui.IconButton("kalender", words.AwayTitle.In(l), nil, s.openAway),
		ui.IconButton("tanya", words.CaseKeys.In(l), ui.Attrs{"aria-keyshortcuts": "?"}, ui.ShowDialog(keysDialog)),
	}
}
