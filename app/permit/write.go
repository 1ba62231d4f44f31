package permit

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// author is what is known of who writes: what the server has, and what only
// this phone has.
type author struct {
	id     string // of the application that is open; "" for none
	opened int64  // version of it that is open
	save   int    // of the answers the server has
	at     time.Time
	dirty  bool // the server does not have all
	saving bool
	failed bool         // the last try to have the server keep it
	full   bool         // the phone could not keep it
	turn   int          // changes so far
	theirs form.Answers // what another device has saved; nil for nothing
	newer  int          // its save
}

// open puts the answers into the sheet. What this phone has and the server
// has not comes first; where both have gone on, whoever writes decides.
func (s *Application) open(v page) {
	w := &s.write
	if w.id == v.ID && w.opened == v.Version {
		if v.Save > w.save && !w.saving && !v.Old {
			s.meet(v)
		}
		return
	}
	mine, wrote := writingKept(v.ID)
	_, files := unsent(mine.Answers)
	wrote = wrote && (mine.Dirty || files) && (v.Stage == permit.Draft) == (mine.Save > 0)
	*w = author{id: v.ID, opened: v.Version, save: v.Save}
	answers := v.Answers
	if wrote {
		answers, w.dirty, w.at = mine.Answers, mine.Dirty, mine.At
		if v.Stage == permit.Draft && mine.Save != v.Save {
			w.theirs, w.newer = v.Answers, v.Save
		}
	}
	s.put(v, answers)
	if f := failed(v.ID, v.Stage); f != nil && s.fault == nil {
		s.fault = f
		s.sheet.Complain(f.Fields)
	}
	if v.Stage == permit.Draft {
		s.first = s.begin(v, wrote)
	}
}

// put opens the form with answers.
func (s *Application) put(v page, answers form.Answers) {
	s.sheet.House, s.sheet.Lang, s.sheet.Changed = s.House, s.At.Lang, s.changed
	s.sheet.Papers = s.papers
	s.sheet.Put(filled(v), answers)
}

// meet is told of newer answers from another device.
func (s *Application) meet(v page) {
	if s.write.dirty {
		s.write.theirs, s.write.newer = v.Answers, v.Save
		return
	}
	s.write.save = v.Save
	s.put(v, v.Answers)
}

// begin is the step to begin with: the first for a new form, else the first
// in which something is missing or was refused, else the last look.
func (s *Application) begin(v page, wrote bool) int {
	steps := s.sheet.Form().Steps(s.sheet.Answers())
	if v.Save == 1 && !wrote {
		return 0
	}
	for i, step := range steps {
		if len(step.Missing) > 0 || s.fault != nil && len(answer.About(s.fault.Fields, step.Questions)) > 0 {
			return i
		}
	}
	return len(steps)
}

// quiet is how long nobody types before the server is asked to keep it.
const quiet = 1500 * time.Millisecond

// changed keeps each change on the phone at once, and at the server soon.
func (s *Application) changed(goapp.Context, string) {
	w := &s.write
	if w.turn++; s.fault != nil {
		unfail(w.id)
	}
	w.dirty, w.at, s.fault = true, s.House.Clock(), nil
	s.note()
	if v, ok := s.Value(); !ok || v.Stage != permit.Draft {
		return
	}
	turn := w.turn
	s.Here.After(quiet, func(goapp.Context) {
		if turn == s.write.turn {
			s.store()
		}
	})
}

// note writes down what this phone has.
func (s *Application) note() {
	w := s.write
	v, ok := s.Value()
	if !ok || w.id != v.ID {
		return
	}
	save := w.save
	if v.Stage != permit.Draft {
		save = 0
	}
	s.write.full = !keepWriting(v.ID, writing{Save: save, Answers: s.sheet.Answers(), At: w.at, Dirty: w.dirty})
}

// store has the server keep what it does not have.
func (s *Application) store() {
	w := &s.write
	v, ok := s.Value()
	if !ok || v.Stage != permit.Draft || !w.dirty || w.saving || w.theirs != nil || w.id != v.ID || s.doing == "send" {
		return
	}
	w.saving = true
	turn, id := w.turn, v.ID
	save := permit.Save{ID: id, Save: w.save, Answers: known(s.sheet.Answers())}
	flow.Ask(s.Here, func(ctx context.Context) (permit.Saved, error) { return s.House.Permit.Save(ctx, save) },
		func(_ goapp.Context, saved permit.Saved, err error) {
			if s.write.id != id {
				return
			}
			s.stored(turn, save.Answers, saved, err)
		})
}

func (s *Application) stored(turn int, answers form.Answers, saved permit.Saved, err error) {
	w := &s.write
	w.saving, w.failed = false, err != nil
	if err != nil {
		if fault.Is(err, fault.Conflict) { // another device has saved, or sent
			s.Again(s.Here, s)
		}
		return // it is tried again with the next change, or network
	}
	w.save, w.dirty = saved.Save, turn != w.turn
	if !w.dirty {
		w.at = saved.At
	}
	s.note()
	s.Change(func(p *page) { p.Save, p.Answers = saved.Save, answers })
	if v, ok := s.Value(); ok {
		keep(v.Application)
	}
	s.store()
}

// elsewhere asks which answers hold when two devices have gone on from the
// same ones; nil when they have not.
func (s *Application) elsewhere(lang words.Lang) ui.UI {
	if s.write.theirs == nil {
		return nil
	}
	return ui.Banner("warn", "awas", words.FillElse.In(lang), words.FillElseY.In(lang),
		ui.Div("bar wrap grow-btns",
			ui.Button{Label: words.FillElseMine.In(lang), Class: "btn-s", Do: s.mine}.UI(),
			ui.Button{Label: words.FillElseTheir.In(lang), Look: ui.Line, Class: "btn-s", Do: s.their}.UI()))
}

func (s *Application) mine(goapp.Context, goapp.Event) {
	s.write.save, s.write.theirs = s.write.newer, nil
	s.note()
	s.store()
}

func (s *Application) their(goapp.Context, goapp.Event) {
	v, ok := s.Value()
	if !ok {
		return
	}
	s.write.save, s.write.dirty = s.write.newer, false
	s.put(v, s.write.theirs)
	s.sheet.Learn(s.Here)
	s.write.theirs = nil
	browser.DropOwn(keptWriting + v.ID)
}
