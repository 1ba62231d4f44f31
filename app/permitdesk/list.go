package permitdesk

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/link"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// What of the address narrows the list.
const (
	keyList    = "lihat"
	keyService = "layanan"
	keyStage   = "tahap"
	keyPlace   = "kantor"
	keyText    = "q"
	keyOfficer = "petugas"
)

// The lists, as the address has them.
const (
	listMine     = ""
	listFree     = "bebas"
	listLate     = "telat"
	listReturned = "pemohon"
	listAll      = "semua"
	listOver     = "selesai"
)

// onePage is how many lines the server answers at once.
const onePage = 50

// lists are all of them with their names, in the order of the tabs.
var lists = []struct {
	key   string
	name  words.T
	count func(*permit.Overview) int // nil for what is not counted
}{
	{listMine, words.CasesMine, func(o *permit.Overview) int { return o.Mine }},
	{listFree, words.CasesFree, func(o *permit.Overview) int { return o.Free }},
	{listLate, words.CasesLate, func(o *permit.Overview) int { return o.Late }},
	{listReturned, words.CasesReturned, func(o *permit.Overview) int { return o.Returned }},
	{listAll, words.CasesAll, func(o *permit.Overview) int { return o.All }},
	{listOver, words.CasesOver, nil},
}

// listOf is the list of an address. Whoever looks for a name or a number looks
// in all that is not over, unless they chose a list.
func listOf(at link.At) string {
	key := at.Get(keyList)
	if key == listMine && at.Get(keyText)+at.Get(keyOfficer) != "" {
		return listAll
	}
	return key
}

// filterOf is what an address asks the server for.
func filterOf(at link.At) permit.DeskFilter {
	f := permit.DeskFilter{Service: at.Get(keyService), Stage: permit.Stage(at.Get(keyStage)), Place: at.Get(keyPlace), Text: at.Get(keyText), Officer: at.Get(keyOfficer)}
	switch listOf(at) {
	case listMine:
		f.Mine = true
	case listFree:
		f.Free = true
	case listLate:
		f.Late = true
	case listReturned:
		f.Stage = permit.Returned
	case listOver:
		f.Over = true
	}
	return f
}

// with is the list with one thing of its address changed.
func (s *Desk) with(key, value string) string {
	at := listAt(s.view.At)
	at.Query.Del(key)
	if value != "" {
		at.Query.Set(key, value)
	}
	return at.String()
}

// lists are the tabs, the filters and the lines.
func (s *Desk) lists(l words.Lang) ui.UI {
	at := listAt(s.view.At)
	tabs := make([]ui.UI, len(lists))
	for i, tab := range lists {
		count, attrs := "–", ui.Attrs{}
		if s.count != nil && tab.count != nil {
			count = upTo(l, tab.count(s.count))
		}
		if listOf(at) == tab.key {
			attrs["aria-current"] = "true"
		}
		tabs[i] = ui.LinkWith(s.with(keyList, tab.key), "meja-tab", attrs, ui.Label("meja-n num", count), ui.Label("mini cut", tab.name.In(l)))
	}
	var filters ui.UI
	if s.filtered() {
		filters = s.filters(l, at)
	}
	return ui.With("section", "meja-daftar", ui.Attrs{"aria-labelledby": "daftar"}, ui.H2("daftar", "sr", words.CasesLists.In(l)),
		ui.With("nav", "meja-tabs", ui.Attrs{"aria-label": words.CasesLists.In(l)}, tabs...), filters, s.loads(l, at), s.awayNote(l), s.refusals(l), s.lines(l, at), s.pickBar(l))
}

// filtered reports whether the filters are shown.
func (s *Desk) filtered() bool {
	return s.saring || narrowed(s.view.At)
}

// narrowed reports whether a list is one of a service, a stage or a place.
func narrowed(at link.At) bool {
	return at.Get(keyService)+at.Get(keyStage)+at.Get(keyPlace) != ""
}

// loads tell an admin who has far too much, and lead to it; or say whose
// applications these are.
func (s *Desk) loads(l words.Lang, at link.At) ui.UI {
	var parts []ui.UI
	if id := at.Get(keyOfficer); id != "" {
		name := words.CaseSomebody.In(l)
		if list, _ := s.list.Value(); len(list.Items) > 0 {
			name = list.Items[0].Officer.Name
		}
		parts = append(parts, ui.Div("bar between", ui.Label("strong", words.CaseHeld.In(l, name)), ui.IconLink(s.with(keyOfficer, ""), "tutup", words.Clear.In(l))))
	} else if s.count != nil {
		for _, load := range s.count.Loads {
			to := s.view.At.To(DeskPath, keyList, listAll, keyOfficer, load.Officer.ID)
			parts = append(parts, ui.Banner("warn", "grafik", words.LoadTitle.In(l, load.Officer.Name), words.LoadSay.In(l, words.Count(l, load.Has), words.Count(l, load.Of), load.Agency.Name),
				ui.ButtonLink(to, words.LoadSee.In(l), "", ui.Line, "btn-s loket-add")))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return ui.Div("meja-catat stack stack-2", parts...)
}

// upTo is a number as far as anybody counts.
func upTo(l words.Lang, n int) string {
	if n >= permit.MostCounted {
		return words.CasesMany.In(l, words.Count(l, permit.MostCounted-1))
	}
	return words.Count(l, n)
}

func (s *Desk) filters(l words.Lang, at link.At) ui.UI {
	choices := func(every words.T, list []permit.Named) []ui.Choice {
		all := []ui.Choice{{Label: every.In(l)}}
		for _, n := range list {
			all = append(all, ui.Choice{Value: n.ID, Label: n.Name})
		}
		return all
	}
	var count permit.Overview
	if s.count != nil {
		count = *s.count
	}
	stages := []ui.Choice{{Label: words.CasesAnyStage.In(l)}}
	for _, stage := range permit.Stages[1:] {
		stages = append(stages, ui.Choice{Value: string(stage), Label: words.PermitStages[string(stage)].In(l)})
	}
	choose := func(key string) goapp.EventHandler {
		return func(ctx goapp.Context, _ goapp.Event) { ui.Go(ctx, s.with(key, ui.Value(ctx))) }
	}
	var places ui.UI
	if len(count.Places) > 1 {
		places = ui.Field{Name: "saring-kantor", Label: words.CasesPlace.In(l), Value: at.Get(keyPlace), Choices: choices(words.CasesEveryPlace, count.Places), Change: choose(keyPlace)}.UI()
	}
	return ui.Div("meja-pilah",
		ui.Field{Name: "saring-layanan", Label: words.CasesService.In(l), Value: at.Get(keyService), Choices: choices(words.CasesEvery, count.Services), Change: choose(keyService)}.UI(),
		ui.Field{Name: "saring-tahap", Label: words.CasesStage.In(l), Value: at.Get(keyStage), Choices: stages, Change: choose(keyStage)}.UI(), places)
}

func (s *Desk) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.with(keyText, ui.Typed("cari")))
}

// lines are the applications of the list, or why there are none.
func (s *Desk) lines(l words.Lang, at link.At) ui.UI {
	list, ok := s.list.Value()
	switch f := s.list.Fault(); {
	case !ok && f != nil:
		return frame.TroublePart(s.view.At, f, flow.Retry(&s.list.Loading, s))
	case !ok:
		return ui.SkeletonRows(words.Loading.In(l), 6)
	case len(list.Items) == 0:
		return s.none(l, at)
	}
	rows := make([]ui.UI, len(list.Items))
	for i, line := range list.Items {
		rows[i] = s.row(l, line, s.now(list.Now), listOf(at) != listMine)
	}
	count := words.CasesShown.In(l, words.Count(l, len(list.Items)))
	var more ui.UI
	if list.Next != "" {
		count = words.CasesShownOf.In(l, words.Count(l, len(list.Items)))
		more = ui.Button{Label: words.ShowMore.In(l), Look: ui.Line, Class: "btn-full", Busy: s.more, Do: s.extend}.UI()
	}
	return ui.With("div", "scroll-y grow-y", ui.Attrs{"role": "group", "tabindex": "0", "aria-label": words.CasesTitle.In(l)},
		flow.Age(l, s.list.Fault(), list.Now.In(s.house.City.Location())), ui.With("p", "sr", ui.Attrs{"role": "status"}, ui.Text(count)),
		ui.List("rows-plain", rows...), ui.Div("meja-lagi", more))
}

// none is why a list is empty, and where there is something.
func (s *Desk) none(l words.Lang, at link.At) ui.UI {
	title, text, more := words.CasesNoMatch, words.CasesNoMatchY, ui.ButtonLink(s.view.At.To(DeskPath, keyList, listAll), words.CasesSeeAll.In(l), "", ui.Line, "")
	if !narrowed(at) && at.Get(keyText) == "" {
		switch at.Get(keyList) {
		case listMine:
			title, text, more = words.CasesNone, words.CasesNoneY, nil
			if s.count != nil && s.count.Free > 0 {
				more = ui.ButtonLink(s.with(keyList, listFree), words.CasesGoFree.In(l, upTo(l, s.count.Free)), "", ui.Solid, "")
			}
		case listFree:
			title, text, more = words.CasesNoFree, words.CasesNoFreeY, nil
		case listLate:
			title, text, more = words.CasesNoLate, words.CasesNoLateY, nil
		}
	}
	return ui.Empty("kosong", title.In(l), text.In(l), more)
}

// lineID is the id of a line.
func lineID(id string) string { return "baris-" + id }

// row is one application: whose, by when, what, where it stands, and where
// not all are the reader's, who has it.
func (s *Desk) row(l words.Lang, line permit.Line, now clock, whose bool) ui.UI {
	class, attrs := "row app", ui.Attrs{"id": lineID(line.ID)}
	if line.ID == s.id() {
		class, attrs["aria-current"] = "row app row-on", "true"
	}
	pace := now.pace(line)
	var meter, owner ui.UI
	if pace.part >= 0 {
		meter = ui.Usage(pace.part, pace.bar)
	}
	if whose && !line.Stage.Final() {
		name := words.CaseFree.In(l)
		if line.Officer.ID == s.house.Viewer.ID {
			name = words.CaseYours.In(l)
		} else if line.Officer.Name != "" {
			name = line.Officer.Name
		}
		owner = ui.Label("mini soft cut", name)
	}
	body := ui.Span("grow",
		ui.Span("bar between", ui.Label("row-title cut", line.Holder), ui.Label("mini nowrap "+pace.class, now.when(l, line))),
		ui.Label("row-sub cut", line.Service.Name),
		ui.Span("bar between", ui.Label("mini strong soft cut", stepName(l, line)), owner), meter)
	if s.many.on {
		return s.pickRow(line, class, body)
	}
	return ui.LinkWith(s.caseAt(line.ID), class, attrs, body)
}

// stepName is where an application stands.
func stepName(l words.Lang, line permit.Line) string {
	if line.Stage == permit.Returned {
		return words.CasesReturned.In(l)
	}
	if line.Called.ID != "" && !line.Stage.Final() {
		return line.Called.In(l)
	}
	return words.PermitStages[string(line.Stage)].In(l)
}

func (s *Desk) extend(goapp.Context, goapp.Event) {
	list, _ := s.list.Value()
	filter, asked := filterOf(s.list.At), s.list.At.String()
	filter.After = list.Next
	s.more = true
	flow.Ask(s.here, func(ctx context.Context) (permit.Desk, error) { return s.house.Permit.Desk(ctx, filter) }, func(ctx goapp.Context, rest permit.Desk, err error) {
		s.more = false
		switch {
		case s.list.At.String() != asked:
		case err != nil:
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
		default:
			s.list.Change(func(have *permit.Desk) {
				have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
			})
		}
	})
}

// place is where the open application stands in the list; -1 for nowhere.
func (s *Desk) place() int {
	list, _ := s.list.Value()
	for i, line := range list.Items {
		if line.ID == s.id() {
			return i
		}
	}
	return -1
}

// move goes up or down the list: from the line the keys are on, or from the
// application that is open.
func (s *Desk) move(by int) {
	list, _ := s.list.Value()
	if s.line < 0 || s.line >= len(list.Items) {
		s.line = s.place()
		if s.line < 0 && by < 0 {
			s.line = 0
		}
	}
	s.line = min(max(s.line+by, 0), len(list.Items)-1)
	if s.line >= 0 {
		browser.Focus(lineID(list.Items[s.line].ID))
	}
}

// next opens the application after this one.
func (s *Desk) next(ctx goapp.Context) {
	list, _ := s.list.Value()
	at := s.place() + 1
	if at >= len(list.Items) {
		frame.Toast(ctx, words.CaseNoNext.In(s.view.At.Lang))
		return
	}
	s.line = at
	ui.Go(ctx, s.caseAt(list.Items[at].ID))
}
