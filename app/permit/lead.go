package permit

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// Lead is the application that home leads its reader to: one that waits for
// them, else the latest that is on its way.
type Lead struct {
	mine permit.Mine
	old  bool // of before the network went
}

// Ask loads it for somebody who can have some. Until then it is what the
// phone has kept.
func (s *Lead) Ask(ctx goapp.Context, h *house.House) {
	if !h.Viewer.May(access.Citizen) {
		return
	}
	s.mine, _ = mineKept()
	flow.Ask(ctx, func(ctx context.Context) (permit.Mine, error) { return h.Permit.Mine(ctx, permit.MineOf{}) }, func(_ goapp.Context, mine permit.Mine, err error) {
		if s.old = err != nil || !browser.Online(); err == nil { // without a network the worker may have answered
			s.mine = mine
			keepMine(mine)
		}
	})
}

// line is the application; nil for none.
func (s *Lead) line() *permit.Line {
	var lead *permit.Line
	for i := range s.mine.Live {
		switch l := &s.mine.Live[i]; {
		case l.Stage.Waiting():
			return l
		case lead == nil && l.Stage != permit.Draft:
			lead = l
		}
	}
	return lead
}

// Card is the application as the live thing of home; nil for none.
func (s *Lead) Card(at link.At, now time.Time) ui.UI {
	l := s.line()
	if l == nil {
		return nil
	}
	lang, class, about := at.Lang, "ticket deep today", words.MineHolder.In(at.Lang, l.Holder)
	if l.Stage.Waiting() {
		class += " ticket-near"
	}
	if s.old {
		about = words.TicketAsOf.In(lang, words.Clock(s.mine.Now.In(now.Location())))
	}
	return ui.LinkWith(at.To(MinePath+"/"+l.ID), class, nil,
		ui.Motif("m-ticket"),
		ui.Span("bar between", ui.Label("small strong", words.LeadTitle.In(lang)), ui.Label("mini soft cut", about)),
		ui.Span("today-say", ui.B(l.Service.Name)),
		ui.Span("ticket-note", ui.Label("card-line", called(lang, *l)), ui.Label("card-line soft", byWhen(lang, now, *l))))
}

// Row is the application among other lines, when it waits for its reader.
func (s *Lead) Row(at link.At, now time.Time) (row ui.Row, ok bool) {
	l := s.line()
	if l == nil || !l.Stage.Waiting() {
		return row, false
	}
	return ui.Row{Href: at.To(MinePath + "/" + l.ID), Icon: "pena", Tone: "warn", Title: l.Service.Name, Sub: called(at.Lang, *l) + " · " + byWhen(at.Lang, now, *l)}, true
}

// byWhen is by when somebody must act, or the office is done; "" for neither.
func byWhen(lang words.Lang, now time.Time, l permit.Line) string {
	switch {
	case l.Stage.Final():
		return ""
	case !l.Until.IsZero():
		return words.MineUntil.In(lang, lastDay(lang, now, l.Until))
	case l.Due.IsZero():
		return ""
	case now.After(l.Due):
		return words.MineLate.In(lang)
	}
	return words.MineDue.In(lang, words.Day(lang, calendar.DateOf(l.Due.In(now.Location()))))
}
