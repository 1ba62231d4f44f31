package permitdesk

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// giveDialog asks to whom the picked ones are given.
const giveDialog = "beri-banyak"

// firstID is the first colleague in it.
const firstID = "beri-pertama"

// many are applications that are picked to be given to somebody at once.
type many struct {
	on      bool
	seen    map[string]int64 // by application; the version that was looked at
	people  *permit.Candidates
	busy    bool
	refused []refusal // what could not be given the last time
}

// refusal is one that could not be given, and why.
type refusal struct{ holder, key string }

// pick begins to pick, or ends it.
func (s *Desk) pick(goapp.Context, goapp.Event) {
	s.many = many{on: !s.many.on, seen: map[string]int64{}}
}

// toggle picks a line or lets go of it.
func (s *Desk) toggle(line permit.Line) {
	if !s.many.on {
		s.pick(s.here, goapp.Event{})
	}
	s.many.refused = nil
	if _, picked := s.many.seen[line.ID]; picked {
		delete(s.many.seen, line.ID)
	} else if len(s.many.seen) < permit.MostAssigned {
		s.many.seen[line.ID] = line.Seen
	}
}

// toggleHere picks the line that the keys are on.
func (s *Desk) toggleHere() {
	list, _ := s.list.Value()
	at := s.line
	if at < 0 {
		at = max(s.place(), 0)
	}
	if at < len(list.Items) {
		s.line = at
		s.toggle(list.Items[at])
		id := list.Items[at].ID
		s.here.Defer(func(goapp.Context) { browser.Focus(lineID(id)) })
	}
}

// picks are the picked ones in the order of the list.
func (s *Desk) picks() []permit.Pick {
	list, _ := s.list.Value()
	var picks []permit.Pick
	for _, line := range list.Items {
		if seen, picked := s.many.seen[line.ID]; picked {
			picks = append(picks, permit.Pick{ID: line.ID, Seen: seen})
		}
	}
	return picks
}

// ask asks to whom they could be given.
func (s *Desk) ask(ctx goapp.Context) {
	picks := s.picks()
	if len(picks) == 0 {
		frame.Toast(ctx, words.ManyNone.In(s.view.At.Lang))
		return
	}
	s.many.people = nil
	browser.Ask(giveDialog)
	flow.Ask(s.here, func(ctx context.Context) (permit.Candidates, error) {
		return s.house.Permit.Candidates(ctx, permit.CandidatesOf{Items: picks})
	}, func(ctx goapp.Context, people permit.Candidates, err error) {
		if err != nil {
			browser.Shut(giveDialog)
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		s.many.people = &people
		ctx.Defer(func(goapp.Context) { browser.Focus(firstID) })
	})
}

// giveAll gives them to somebody. Those that could not be given stay picked,
// as they are now.
func (s *Desk) giveAll(to permit.Candidate) {
	if s.many.busy {
		return
	}
	s.many.busy = true
	in := permit.Assign{To: to.ID, Items: s.picks()}
	flow.Ask(s.here, func(ctx context.Context) (permit.Assigned, error) { return s.house.Permit.Assign(ctx, in) }, func(ctx goapp.Context, got permit.Assigned, err error) {
		browser.Shut(giveDialog)
		s.many.busy = false
		l := s.view.At.Lang
		if err != nil {
			frame.Toast(ctx, flow.Sentence(l, err))
			return
		}
		s.given(got)
		frame.Toast(ctx, words.ManyGiven.In(l, strconv.Itoa(len(in.Items)-len(s.many.refused)), to.Name))
		s.list.Again(ctx, s)
		s.recount()
		if s.id() != "" {
			s.view.Again(ctx, s)
		}
	})
}

// given notes what became of each.
func (s *Desk) given(got permit.Assigned) {
	list, _ := s.list.Value()
	s.many.refused, s.many.on, s.many.seen = nil, false, map[string]int64{}
	for _, o := range got.Items {
		if o.Key == "" {
			continue
		}
		r := refusal{holder: o.ID, key: o.Key}
		for _, line := range list.Items {
			if line.ID == o.ID {
				r.holder = line.Holder
			}
		}
		s.many.refused = append(s.many.refused, r)
	}
}

// refusals are what could not be given, and why.
func (s *Desk) refusals(l words.Lang) ui.UI {
	if len(s.many.refused) == 0 {
		return nil
	}
	lines := make([]ui.UI, len(s.many.refused))
	for i, r := range s.many.refused {
		lines[i] = ui.P("small", r.holder+": "+words.Fault(l, r.key, ""))
	}
	return ui.Div("meja-catat", ui.Banner("warn", "awas", words.ManyLeft.In(l, strconv.Itoa(len(lines))), "", lines...))
}

// pickRow is a line that is picked instead of opened.
func (s *Desk) pickRow(line permit.Line, class string, body ui.UI) ui.UI {
	_, picked := s.many.seen[line.ID]
	mark, icon := "meja-centang", ui.UI(nil)
	if picked {
		mark, icon = "meja-centang meja-centang-on", ui.IconS("centang")
	}
	return ui.Press(class, "pilih-"+line.ID, ui.Attrs{"id": lineID(line.ID), "aria-pressed": strconv.FormatBool(picked)}, func(goapp.Context, goapp.Event) { s.toggle(line) }, ui.Span(mark, icon), body)
}

// pickBar is what is done with them.
func (s *Desk) pickBar(l words.Lang) ui.UI {
	if !s.many.on {
		return nil
	}
	return ui.With("div", "desk-foot bar", ui.Attrs{"role": "group", "aria-label": words.ManyPick.In(l)}, ui.With("p", "grow strong", ui.Attrs{"role": "status"}, ui.Text(words.ManyPicked.In(l, strconv.Itoa(len(s.many.seen))))),
		ui.Button{Label: words.CaseBack.In(l), Look: ui.Quiet, Class: "btn-s", Scope: "pilih-batal", Do: s.pick}.UI(),
		ui.Press("btn btn-s", "pilih-beri", ui.Attrs{"aria-keyshortcuts": "a"}, func(ctx goapp.Context, _ goapp.Event) { s.ask(ctx) }, ui.Text(words.ManyGive.In(l)), ui.Kbd("a")))
}

// giveSheet are the people they could be given to, with what each has.
func (s *Desk) giveSheet(l words.Lang) ui.UI {
	body := []ui.UI{ui.P("soft", words.Loading.In(l))}
	if people := s.many.people; people != nil {
		body = nil
		for i, c := range people.Items {
			attrs := ui.Attrs{}
			if i == 0 {
				attrs["id"] = firstID
			}
			body = append(body, s.candidate(l, c, s.many.busy, attrs, func(goapp.Context, goapp.Event) { s.giveAll(c) }))
		}
		if len(body) == 0 {
			body = []ui.UI{ui.Banner("plain", "akun", "", words.CaseNobody.In(l))}
		}
	}
	return ui.Dialog(giveDialog, words.CaseGiveTo.In(l), "", true, append(body, ui.Button{Label: words.CaseBack.In(l), Look: ui.Quiet, Class: "btn-full", Scope: giveDialog, Do: ui.CloseDialog(giveDialog)}.UI())...)
}

// candidate is a colleague to choose: a name, how much they have, and whether
// they are away.
func (s *Desk) candidate(l words.Lang, c permit.Candidate, busy bool, attrs ui.Attrs, do goapp.EventHandler) ui.UI {
	has := words.ManyHas.In(l, words.Count(l, c.Has))
	if c.Away != "" {
		has = words.ManyAway.In(l, words.DayMonth(l, c.Away), c.Takes)
	}
	name := c.Name
	if c.ID == s.house.Viewer.ID {
		name = words.ManySelf.In(l, name)
	}
	if busy {
		attrs["aria-busy"], attrs["aria-disabled"] = "true", "true"
	}
	return ui.Press("btn btn-line btn-full btn-more", c.ID, attrs, do, ui.Label("", name), ui.Label("small soft", has))
}
