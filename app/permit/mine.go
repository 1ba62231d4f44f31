package permit

import (
	"context"
	"slices"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Mine is the screen of the reader's applications: /permohonan.
type Mine struct {
	goapp.Compo
	private[mine]

	more bool   // older ones are on their way
	deaf func() // ends listening
}

// mine are applications as they are shown.
type mine struct {
	permit.Mine
	Old bool // of before the network went
}

// NewMine returns the screen.
func NewMine(h *house.House) house.Screen {
	s := &Mine{}
	s.private = own.New(h, func(ctx context.Context, _ link.At) (mine, error) {
		list, err := h.Permit.Mine(ctx, permit.MineOf{})
		if err == nil {
			keepMine(list)
		} else if have, ok := mineKept(); ok && fault.Is(err, fault.Offline) {
			return mine{Mine: have, Old: true}, nil
		}
		return mine{Mine: list}, err
	})
	s.Title = func() string { return words.MineTitle.In(s.At.Lang) }
	return s
}

// OnNav loads them.
func (s *Mine) OnNav(ctx goapp.Context) { s.Arrive(ctx, s) }

// OnMount hears what became of those that waited for a network.
func (s *Mine) OnMount(ctx goapp.Context) {
	s.deaf = hear(func(what tiding) {
		if what.file == nil {
			ctx.Dispatch(func(ctx goapp.Context) { s.Again(ctx, s) })
		}
	})
}

// OnDismount ends listening.
func (s *Mine) OnDismount() { s.deaf() }

// Render implements the screen.
func (s *Mine) Render() ui.UI {
	bar := frame.Bar{Tab: MinePath, Back: "/akun", Actions: []ui.UI{frame.SearchAction(s.At)}}
	if s.House.Viewer.ID == "" { // a code is all that a guest can have
		return frame.Page(s.House, s.At, bar, frame.Trouble(s.At, fault.New(fault.Signin, "signin"), nil), track(s.At))
	}
	return s.Page(bar, s, func() ui.UI {
		return ui.SkeletonRows(words.Loading.In(s.At.Lang), 4)
	}, s.body)
}

func (s *Mine) body(at link.At, v mine) []ui.UI {
	body := []ui.UI{ui.H1("", words.MineTitle.In(at.Lang))}
	if v.Old {
		body = append(body, flow.Age(at.Lang, fault.New(fault.Offline, "offline"), v.Now.In(s.House.City.Location())))
	}
	if len(v.Live)+len(v.Past) == 0 {
		return append(body, ui.Empty("kosong", words.MineNone.In(at.Lang), words.MineNoneY.In(at.Lang),
			ui.ButtonLink(at.To("/layanan"), words.MineFind.In(at.Lang), "cari", ui.Solid, "")), track(at))
	}
	var turn, drafts, going []ui.Row
	for _, l := range v.Live {
		switch row := s.row(at, l); {
		case l.Stage == permit.Draft:
			drafts = append(drafts, row)
		case l.Stage.Waiting():
			turn = append(turn, row)
		default:
			going = append(going, row)
		}
	}
	past := make([]ui.Row, len(v.Past))
	for i, l := range v.Past {
		past[i] = s.row(at, l)
	}
	return append(body, group("giliran", words.MineTurn.In(at.Lang), turn), group("draf", words.MineDrafts.In(at.Lang), drafts),
		group("proses", words.MineGoing.In(at.Lang), going), group("selesai", words.MinePast.In(at.Lang), past), s.rest(at, v), track(at))
}

// group is a titled list; nil when it is empty.
func group(id, title string, rows []ui.Row) ui.UI {
	if len(rows) == 0 {
		return nil
	}
	return ui.Section(id, title, nil, ui.Rows(rows...))
}

// row is one application: what, for whom, where it is and by when.
func (s *Mine) row(at link.At, l permit.Line) ui.Row {
	now := s.House.Clock()
	sub := words.MineHolder.In(at.Lang, l.Holder)
	if when := byWhen(at.Lang, now, l); when != "" {
		sub += " · " + when
	} else if l.Stage.Final() {
		sub += " · " + words.DayMonth(at.Lang, calendar.DateOf(l.Since.In(now.Location())))
	}
	r := ui.Row{Href: at.To(MinePath + "/" + l.ID), Icon: "berkas", Title: l.Service.Name, Sub: sub, Tag: ui.Tag(tone(l.Stage), "", called(at.Lang, l))}
	switch {
	case failed(l.ID, l.Stage) != nil:
		r.Icon, r.Tone, r.Tag = "awas", "warn", ui.Tag("bad", "", words.FillFailed.In(at.Lang))
	case waits(l.ID):
		r.Icon, r.Tone, r.Tag = "luring", "warn", ui.Tag("wait", "", words.FillWaits.In(at.Lang))
	case l.Stage == permit.Draft:
		r.Icon, r.Tone, r.Tag = "pena", "warn", ui.Tag("wait", "", words.FillTag.In(at.Lang))
	case l.Stage.Waiting():
		r.Icon, r.Tone = "pena", "warn"
	case l.Stage.Final():
		r.Tone = "plain"
	}
	return r
}

// track leads those who hold a code to where it is written.
func track(at link.At) ui.UI {
	return ui.Rows(ui.Row{Href: at.To(TrackPath), Icon: "qr", Tone: "plain", Title: words.TrackRow.In(at.Lang)})
}

func (s *Mine) rest(at link.At, v mine) ui.UI {
	if v.Next == "" {
		return nil
	}
	return ui.Button{Label: words.ShowMore.In(at.Lang), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
}

func (s *Mine) extend(ctx goapp.Context, _ goapp.Event) {
	v, ok := s.Value()
	if !ok || s.more {
		return
	}
	s.more = true
	flow.Ask(s.Here, func(ctx context.Context) (permit.Mine, error) {
		return s.House.Permit.Mine(ctx, permit.MineOf{After: v.Next})
	},
		func(ctx goapp.Context, rest permit.Mine, err error) {
			s.more = false
			if err != nil {
				frame.Toast(ctx, flow.Sentence(s.At.Lang, err))
				return
			}
			s.Change(func(m *mine) {
				if m.Next == v.Next {
					m.Past, m.Next = append(slices.Clip(m.Past), rest.Past...), rest.Next
				}
			})
		})
}
