package partner

import (
	"context"
	"encoding/json"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/draft"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/partner"
	"rumah/shared/words"
)

// Hospital is the screen of one connection: /meja/bpjs/{place}.
type Hospital struct {
	goapp.Compo
	view[*known]

	house *house.House
	here  goapp.Context
	doing string // what is on its way; one thing at a time

	c      partner.Configure // as it is being written
	days   string
	taken  bool // c holds something
	dirty  bool // and it is not saved
	edits  int  // to notice what is written while a save is on its way
	turn   int  // of all fields, see ui.Fresh
	wrong  *fault.Fault
	theirs *partner.Hospital // what a colleague saved meanwhile
	probed *partner.Probed

	user      string
	userWrong *fault.Fault
	password  string // that was just made

	asked    partner.Letter // that may be dismissed
	boxWrong *fault.Fault
	pastes   [2]paste
}

// known is a connection and what could not be told yet.
type known struct {
	h   partner.Hospital
	box partner.Outbox
}

// NewHospital returns the screen.
func NewHospital(h *house.House) house.Screen {
	return &Hospital{house: h, view: flow.NewPrivate(func(ctx context.Context, at link.At) (*known, error) {
		place, _ := at.Match(HospitalPattern)
		return load(ctx, h.Partner, place)
	})}
}

func load(ctx context.Context, from partner.API, place string) (*known, error) {
	k := new(known)
	var err error
	if k.h, err = from.Hospital(ctx, partner.PlaceID{Place: place}); err != nil {
		return nil, err
	}
	k.box, err = from.Outbox(ctx, partner.OutboxOf{Place: place})
	return k, err
}

// Plant implements house.Screen.
func (s *Hospital) Plant(at link.At, seed json.RawMessage) {
	s.view.Plant(at, seed)
	s.arrived()
}

// Head implements house.Screen.
func (s *Hospital) Head() house.Head {
	return house.Head{Title: s.title(), NoIndex: true, Now: true}
}

func (s *Hospital) title() string {
	if k, ok := s.view.Value(); ok {
		return k.h.Name
	}
	return words.BPJSTitle.In(s.view.At.Lang)
}

// Titled implements flow.Titled.
func (s *Hospital) Titled(goapp.Context) {
	s.arrived()
	frame.Titled(s.house, s.view.At, s.Head())
}

func (s *Hospital) place() string {
	place, _ := s.view.At.Match(HospitalPattern)
	return place
}

// OnNav loads the connection the address names. A password that was just made
// is not carried to another.
func (s *Hospital) OnNav(ctx goapp.Context) {
	s.here = ctx
	if path := link.Parse(ctx.Page().URL()).Path; path != s.view.At.Path {
		s.taken, s.dirty, s.theirs, s.wrong, s.probed, s.doing = false, false, nil, nil, nil, ""
		s.password, s.userWrong, s.boxWrong, s.pastes = "", nil, nil, [2]paste{}
	}
	s.view.Enter(ctx, s)
}

// OnDismount lets the page be closed without a question.
func (s *Hospital) OnDismount() { browser.Guard(false) }

// arrived puts what the server said into the fields, but never over what
// somebody has written and not saved.
func (s *Hospital) arrived() {
	k, ok := s.view.Value()
	switch {
	case !ok:
	case !s.taken || !s.dirty && k.h.Save != s.c.Save:
		s.begin(k.h)
	case s.dirty && k.h.Save != s.c.Save:
		theirs := k.h
		s.theirs = &theirs
	}
}

func (s *Hospital) begin(h partner.Hospital) {
	s.c = partner.Configure{Place: s.place(), Save: h.Save, BaseURL: h.BaseURL, ConsID: h.ConsID, Registers: h.Registers, Days: h.Days}
	s.days, s.taken, s.dirty, s.theirs, s.wrong = strconv.Itoa(h.Days), true, false, nil, nil
	if s.user = h.Username; s.user == "" {
		s.user = "bpjs"
	}
	s.turn++
	s.guard()
}

// guard asks before a page is closed that holds what is kept nowhere else.
func (s *Hospital) guard() { browser.Guard(s.dirty || s.password != "") }

// ask calls the server: do changes a copy of what is known, which stands once
// it succeeded. An answer that comes after somebody went on is dropped.
func (s *Hospital) ask(what string, do func(context.Context, *known) error, then func(goapp.Context, *fault.Fault)) {
	have, ok := s.view.Value()
	if s.doing != "" || !ok {
		return
	}
	path, key := s.view.At.Path, browser.NewKey()
	s.doing = what
	flow.Ask(s.here, func(ctx context.Context) (*known, error) {
		k := *have
		err := do(api.WithKey(ctx, key), &k)
		return &k, err
	}, func(ctx goapp.Context, got *known, err error) {
		if s.view.At.Path != path {
			return
		}
		s.doing = ""
		if err == nil {
			s.view.Change(func(k **known) { *k = got })
		}
		then(ctx, fault.From(err))
	})
}

// Render implements the screen.
func (s *Hospital) Render() ui.UI {
	at := s.view.At
	k, ok := s.view.Value()
	if !ok {
		body := ui.SkeletonPage(words.Loading.In(at.Lang))
		if f := s.view.Fault(); f != nil {
			body = frame.TroublePart(at, f, flow.Retry(&s.view.Loading, s))
		}
		return draft.Desk(s.house, at, ListPath, ListPath, s.title(), "", body)
	}
	l := at.Lang
	return draft.Desk(s.house, at, ListPath, ListPath, s.title(), contact(l, s.house.Clock(), k.h.Contact),
		flow.Age(l, s.view.Fault(), s.house.Clock()),
		ui.Para("bar wrap", connected(l, k.h.Username != "", k.h.BaseURL != "")),
		s.outbox(l, k), s.incoming(l, k.h), s.outgoing(l, k.h), s.data(l, k.h), s.questions(l, k.h))
}

// troubled is why something was not done; nil when the fields say it.
func troubled(l words.Lang, f *fault.Fault) ui.UI {
	if f == nil {
		return nil
	}
	return ui.Banner("bad", "awas", "", words.Fault(l, f.Key, ""))
}

// wrongIn is the sentence about a field; "" when nothing is wrong with it.
func wrongIn(l words.Lang, f *fault.Fault, name string) string {
	field, ok := f.Field(name)
	if !ok {
		return ""
	}
	return words.Fault(l, field.Key, field.Bound)
}

func (s *Hospital) copied(text string) goapp.EventHandler {
	return func(goapp.Context, goapp.Event) {
		browser.Copy(text, func(ok bool) {
			if ok {
				s.here.Dispatch(func(ctx goapp.Context) { frame.Toast(ctx, words.Copied.In(s.view.At.Lang)) })
			}
		})
	}
}
