package inboxdesk

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/inbox"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Talks is the screen of an agency's conversations with people: /meja/pesan.
type Talks struct {
	goapp.Compo
	view[inbox.Talks]

	house *house.House
	here  goapp.Context
	news  stir
	more  bool
	keys  func() // stops hearing them
	at    int    // the line the keys are on; -1 for none
}

// TalksPath is its address.
const TalksPath = "/meja/pesan"

// NewTalks returns the screen.
func NewTalks(h *house.House) house.Screen {
	return &Talks{house: h, at: -1, view: flow.NewPrivate(func(ctx context.Context, at link.At) (inbox.Talks, error) {
		return h.Inbox.Talks(ctx, talksOf(at))
	})}
}

// The filters, as the address has them.
const (
	onlyMine = "saya"
	withDone = "semua"
)

func talksOf(at link.At) inbox.TalksOf {
	show := at.Get("lihat")
	return inbox.TalksOf{Text: at.Get("q"), Mine: show == onlyMine, Done: show != "" || at.Get("q") != ""}
}

// Head implements house.Screen.
func (s *Talks) Head() house.Head {
	return house.Head{Title: words.TalksTitle.In(s.view.At.Lang), NoIndex: true, Now: true}
}

// Titled implements flow.Titled.
func (s *Talks) Titled(goapp.Context) {
	if list, ok := s.view.Value(); ok {
		s.news.follow(s.here, list.Topic, func(ctx goapp.Context) { s.view.Again(ctx, s) })
	}
	frame.Titled(s.house, s.view.At, s.Head())
}

// OnNav loads the list and listens to the keys.
func (s *Talks) OnNav(ctx goapp.Context) {
	s.here, s.more, s.at = ctx, false, -1
	s.view.Enter(ctx, s)
	if s.keys == nil {
		s.keys = browser.Keys(func(k browser.Key) bool { return listWish(k) != "" }, func(k browser.Key) {
			s.here.Dispatch(func(ctx goapp.Context) { s.press(ctx, listWish(k)) })
		})
	}
	ctx.Defer(func(goapp.Context) { browser.Fill("cari", s.view.At.Query.Get("q")) })
}

// OnDismount lets go of the keys and the news.
func (s *Talks) OnDismount() {
	s.news.end()
	if s.keys != nil {
		s.keys()
		s.keys = nil
	}
}

// listWish is what a key asks of the list: find, down or up; "" for nothing.
func listWish(k browser.Key) string {
	if k.Chord || k.Dialog || k.Field != "" {
		return ""
	}
	return map[string]string{"/": "find", "j": "down", "k": "up"}[k.Name]
}

func (s *Talks) press(ctx goapp.Context, wish string) {
	list, _ := s.view.Value()
	switch wish {
	case "find":
		browser.Focus("cari")
		return
	case "down":
		s.at = min(s.at+1, len(list.Items)-1)
	case "up":
		s.at = max(s.at-1, 0)
	}
	if s.at >= 0 && s.at < len(list.Items) {
		browser.Focus("talk-" + list.Items[s.at].ID)
	}
}

// Render implements the screen.
func (s *Talks) Render() ui.UI {
	at, l := s.view.At, s.view.At.Lang
	list, ok := s.view.Value()
	var body ui.UI
	if ok {
		body = s.list(at, list)
	} else {
		body = waits(at, &s.view.Loading, s, ui.SkeletonRows(words.Loading.In(l), 5))
	}
	return talkDesk(s.house, at, "/meja", words.TalksTitle.In(l), words.TalksAbout.In(l), list.Waiting, nil, ui.Div("desk-page stack stack-4",
		ui.Find{Action: at.To(TalksPath), Name: "q", Value: at.Get("q"), Label: words.TalksFind.In(l), Placeholder: words.TalksFind.In(l),
			Clear: words.Clear.In(l), ClearHref: at.To(TalksPath), Submit: s.search}.UI(),
		ui.Chips(words.TalksFilter.In(l), s.chip(words.TalksWaiting, ""), s.chip(words.TalksMine, onlyMine), s.chip(words.TalksAll, withDone)), body))
}

// talkDesk is the frame of both screens of conversations; the side bar says
// how many wait.
func talkDesk(h *house.House, at link.At, back, title, sub string, waiting int, actions []ui.UI, body ...ui.UI) ui.UI {
	items := frame.DeskItems(h, at, TalksPath)
	for i := range items {
		if items[i].Path == TalksPath {
			items[i].Count = waiting
		}
	}
	return frame.Desk(h, at, frame.DeskBar{Title: title, Sub: sub, Back: back, Items: items, Actions: actions}, body...)
}

func (s *Talks) chip(name words.T, show string) ui.UI {
	at := s.view.At
	return ui.Chip(at.To(TalksPath, "lihat", show, "q", at.Get("q")), name.In(at.Lang), at.Get("lihat") == show)
}

func (s *Talks) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To(TalksPath, "q", ui.Typed("cari"), "lihat", s.view.At.Get("lihat")))
}

func (s *Talks) list(at link.At, list inbox.Talks) ui.UI {
	l := at.Lang
	if len(list.Items) == 0 {
		if at.Get("q") != "" || at.Get("lihat") != "" {
			return ui.Empty("kosong", words.TalksNoMatch.In(l), words.TalksNoMatchY.In(l), ui.ButtonLink(at.To(TalksPath, "lihat", withDone), words.SeeAll.In(l), "", ui.Line, ""))
		}
		return ui.Empty("kosong", words.TalksNone.In(l), words.TalksNoneY.In(l), nil)
	}
	count := words.TalksNobody.In(l)
	if list.Waiting > 0 {
		count = words.TalksCount.In(l, words.Count(l, list.Waiting))
	}
	rows := make([]ui.UI, len(list.Items))
	for i, line := range list.Items {
		rows[i] = s.row(at, line, slices.ContainsFunc(list.Items, func(t inbox.TalkLine) bool { return t.Agency != line.Agency }))
	}
	var more ui.UI
	if list.Next != "" {
		more = ui.Button{Label: words.ShowMore.In(l), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	return ui.Div("stack stack-4", flow.Age(l, s.view.Fault(), list.Now.In(s.house.City.Location())),
		ui.With("p", "small soft", ui.Attrs{"role": "status"}, ui.Text(count)), ui.List("rows", rows...), more)
}

// row is one conversation: who, about what, what was said last, and who
// answers it. Where all are with one agency its name says nothing.
func (s *Talks) row(at link.At, t inbox.TalkLine, named bool) ui.UI {
	l, class, tone := at.Lang, "row msg talk-row", "plain"
	state := ui.Tag("good", "centang", words.TalkAnswered.In(l))
	if t.Waits {
		class, tone = "row msg msg-new talk-row", "warn"
		state = ui.Tag("wait", "jam", words.TalkSince.In(l, seen(s.house, l, t.Since)))
	}
	owner := ui.Tag("", "", words.TalkFree.In(l))
	switch {
	case t.Own:
		owner = ui.Tag("brand", "akun", words.TalkYours.In(l))
	case t.Owner != "":
		owner = ui.Tag("", "akun", words.TalkTheirs.In(l, t.Owner))
	}
	who := personName(l, t.Who)
	if named {
		who += " · " + t.Agency
	}
	return ui.LinkWith(at.To(TalksPath+"/"+t.ID), class, ui.Attrs{"id": "talk-" + t.ID}, ui.Span("spot spot-"+tone, ui.Icon("kotak")),
		ui.Span("grow", ui.Span("bar between mini soft", ui.Label("cut", who)),
			ui.Label("row-title", t.Subject), ui.Label("row-sub talk-last", t.Text), ui.Span("bar wrap row-tag", state, owner)), ui.IconGo())
}

func personName(l words.Lang, name string) string {
	if name == "" {
		return words.TalkNoName.In(l)
	}
	return name
}

func (s *Talks) extend(goapp.Context, goapp.Event) {
	list, _ := s.view.Value()
	of := talksOf(s.view.At)
	of.After = list.Next
	extend(s.here, &s.view, &s.more, func(ctx context.Context) (inbox.Talks, error) { return s.house.Inbox.Talks(ctx, of) }, func(have *inbox.Talks, rest inbox.Talks) {
		have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
	})
}
