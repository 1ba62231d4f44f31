package permitdesk

import (
	"context"
	"slices"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/api"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// phraseDialog offers sentences that are written again and again.
const phraseDialog = "kalimat"

// phrasing is somebody picking a sentence, or writing one.
type phrasing struct {
	list  *permit.Phrases // nil while they are not known
	into  target
	draft *permit.NewPhrase // that is written; nil for none
	key   string            // the same for every try
	busy  bool
	wrong *fault.Fault
	turn  int // see ui.Fresh
}

// target is the field that a sentence goes into: of the form that is open, or
// the reason of a mark.
type target struct {
	field string // id
	path  string // of the mark; "" for the form
}

// targetOf is what the field with an id is for; ok is false for one that no
// sentence goes into.
func (s *Desk) targetOf(f permit.File, field string) (t target, ok bool) {
	if spot, is := strings.CutSuffix(field, reasonSuffix); is {
		for i, a := range s.said(s.view.At.Lang, f) {
			if spotID(i) == spot {
				return target{field: field, path: a.path}, true
			}
		}
	}
	return target{field: field}, s.panel != "" && (field == noteID(s.panel))
}

// pickPhrase opens the sentences for a field.
func (s *Desk) pickPhrase(into target) {
	s.phrase.into, s.phrase.draft, s.phrase.wrong = into, nil, nil
	browser.Ask(phraseDialog)
	if s.phrase.list != nil {
		s.here.Defer(func(goapp.Context) { browser.Focus(firstPhrase) })
		return
	}
	flow.Ask(s.here, s.house.Permit.Phrases, func(ctx goapp.Context, list permit.Phrases, err error) {
		if err != nil {
			browser.Shut(phraseDialog)
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		s.phrase.list = &list
		ctx.Defer(func(goapp.Context) { browser.Focus(firstPhrase) })
	})
}

// firstPhrase is the first sentence of the dialog.
const firstPhrase = "kalimat-pertama"

// text is what stands in the field now.
func (s *Desk) text() string {
	if s.phrase.into.path == "" {
		return s.writing.notes[s.panel]
	}
	if i := s.writing.marked(s.phrase.into.path); i >= 0 {
		return s.writing.marks[i].Reason
	}
	return ""
}

// insert puts a sentence into the field, and goes back there.
func (s *Desk) insert(body string) {
	s.extendText(body)
	browser.Guard(true)
	browser.Shut(phraseDialog)
	field := s.phrase.into.field
	s.here.Defer(func(goapp.Context) { browser.Focus(field) })
}

// extendText writes a sentence after what stands in the field.
func (s *Desk) extendText(body string) {
	text := s.text()
	if text = strings.TrimRight(text, " \n"); text != "" {
		text += "\n"
	}
	text += body
	if path := s.phrase.into.path; path != "" {
		s.writing.mark(path, text, true)
	} else {
		put(&s.writing.notes, s.panel, text)
	}
	s.writing.turn++
}

// offered are the sentences for a service, its own first.
func (p *phrasing) offered(service string) []permit.Phrase {
	if p.list == nil {
		return nil
	}
	var own, all []permit.Phrase
	for _, one := range p.list.Items {
		switch one.Service.ID {
		case service:
			own = append(own, one)
		case "":
			all = append(all, one)
		}
	}
	return append(own, all...)
}

// phraseButton opens the sentences for a field.
func (s *Desk) phraseButton(l words.Lang, into target) ui.UI {
	return ui.Press("btn btn-quiet btn-s loket-add", "kalimat-"+into.field, ui.Attrs{"aria-keyshortcuts": "Control+K"}, func(goapp.Context, goapp.Event) { s.pickPhrase(into) },
		ui.IconS("daftar"), ui.Text(words.PhrasePick.In(l)), ui.Kbd("Ctrl K"))
}

// phrases are the sentences to pick, or the one that is written.
func (s *Desk) phrases(l words.Lang) ui.UI {
	f, ok := s.file()
	if !ok {
		return nil
	}
	title, body := words.PhraseTitle, s.phraseList(l, f)
	if s.phrase.draft != nil {
		title, body = words.PhraseWrite, s.phraseForm(l, f)
	}
	return ui.Dialog(phraseDialog, title.In(l), "", true, body...)
}

func (s *Desk) phraseList(l words.Lang, f permit.File) []ui.UI {
	shut := ui.Button{Label: words.CaseBack.In(l), Look: ui.Quiet, Class: "btn-full", Scope: phraseDialog, Do: ui.CloseDialog(phraseDialog)}.UI()
	if s.phrase.list == nil {
		return []ui.UI{ui.P("soft", words.Loading.In(l)), shut}
	}
	offered := s.phrase.offered(f.Service.ID)
	rows := make([]ui.UI, len(offered))
	for i, p := range offered {
		rows[i] = s.phraseRow(l, p, i == 0)
	}
	body := []ui.UI{ui.P("soft small", words.PhraseNone.In(l)), nil}
	if len(rows) > 0 {
		body[0] = ui.With("div", "meja-kalimat scroll-y", ui.Attrs{"tabindex": "0", "role": "group", "aria-label": words.PhraseTitle.In(l)}, ui.List("rows", rows...))
	}
	if len(s.phrase.list.Agencies) > 0 {
		body[1] = ui.Button{Label: words.PhraseNew.In(l), Icon: "tambah", Look: ui.Line, Class: "btn-full", Scope: "kalimat-baru", Do: func(ctx goapp.Context, _ goapp.Event) { s.write(ctx, f, permit.Phrase{Body: s.text()}) }}.UI()
	}
	return append(body, shut)
}

// phraseRow is one sentence, with what its author can do.
func (s *Desk) phraseRow(l words.Lang, p permit.Phrase, isFirst bool) ui.UI {
	attrs := ui.Attrs{}
	if isFirst {
		attrs["id"] = firstPhrase
	}
	var edit, drop ui.UI
	if p.May {
		edit = ui.Press("icon-btn", "ubah-"+p.ID, ui.Attrs{"aria-label": words.PhraseEdit.In(l, p.Title)}, func(ctx goapp.Context, _ goapp.Event) {
			f, _ := s.file()
			s.write(ctx, f, p)
		}, ui.Icon("pena"))
		drop = ui.Press("icon-btn", "hapus-"+p.ID, ui.Attrs{"aria-label": words.PhraseDrop.In(l, p.Title)}, func(goapp.Context, goapp.Event) { s.forget(p.ID) }, ui.Icon("sampah"))
	}
	return ui.Div("bar meja-ucap", ui.Press("row grow", p.ID, attrs, func(goapp.Context, goapp.Event) { s.insert(p.Body) },
		ui.Span("grow", ui.Label("row-title", p.Title), ui.Label("row-sub talk-last", p.Body))), edit, drop)
}

// write begins to write a sentence, new or as it is.
func (s *Desk) write(ctx goapp.Context, f permit.File, p permit.Phrase) {
	s.phrase.begin(f, p)
	ctx.Defer(func(goapp.Context) { browser.Focus("kalimat-judul") })
}

func (ph *phrasing) begin(f permit.File, p permit.Phrase) {
	draft := permit.NewPhrase{ID: p.ID, Agency: p.Agency.ID, Service: p.Service.ID, Title: p.Title, Body: p.Body}
	if p.ID == "" {
		draft.Service, draft.Agency = f.Service.ID, ph.list.Agencies[0].ID
		if slices.ContainsFunc(ph.list.Agencies, func(a permit.Named) bool { return a.ID == f.Agency.ID }) {
			draft.Agency = f.Agency.ID
		}
	}
	ph.draft, ph.wrong, ph.key = &draft, nil, ""
	ph.turn++
}

func (s *Desk) phraseForm(l words.Lang, f permit.File) []ui.UI {
	d := s.phrase.draft
	edited := func(to *string) goapp.EventHandler {
		return func(ctx goapp.Context, _ goapp.Event) { *to, s.phrase.wrong = ui.Value(ctx), nil }
	}
	var agencies, wrong ui.UI
	if len(s.phrase.list.Agencies) > 1 && d.ID == "" {
		choices := make([]ui.Choice, len(s.phrase.list.Agencies))
		for i, a := range s.phrase.list.Agencies {
			choices[i] = ui.Choice{Value: a.ID, Label: a.Name}
		}
		agencies = ui.Field{Name: "kalimat-kantor", Label: words.PhraseFor.In(l), Value: d.Agency, Choices: choices, Change: edited(&d.Agency)}.UI()
	}
	if s.phrase.wrong != nil && len(s.phrase.wrong.Fields) == 0 {
		wrong = ui.Banner("bad", "awas", "", words.Fault(l, s.phrase.wrong.Key, ""))
	}
	services := []ui.Choice{{Value: f.Service.ID, Label: f.Service.Name}, {Value: "", Label: words.PhraseAll.In(l)}}
	if d.Service != "" && d.Service != f.Service.ID {
		services = append(services, ui.Choice{Value: d.Service, Label: d.Service})
	}
	return []ui.UI{ui.Fresh(s.phrase.turn, "stack",
		ui.Field{Name: "kalimat-judul", Label: words.PhraseName.In(l), Hint: words.PhraseNameY.In(l), Value: d.Title, Max: 80, Auto: "off", Error: wrongOf(l, s.phrase.wrong, "title"), Change: edited(&d.Title)}.UI(),
		ui.Field{Name: "kalimat-isi", Label: words.PhraseBody.In(l), Value: d.Body, Long: true, Max: 2000, Error: wrongOf(l, s.phrase.wrong, "body"), Change: edited(&d.Body)}.UI(),
		ui.Field{Name: "kalimat-layanan", Label: words.CasesService.In(l), Value: d.Service, Choices: services, Error: wrongOf(l, s.phrase.wrong, "service"), Change: edited(&d.Service)}.UI(), agencies), wrong,
		ui.Button{Label: words.PhraseKeep.In(l), Class: "btn-full", Scope: "kalimat-simpan", Busy: s.phrase.busy, Do: func(ctx goapp.Context, _ goapp.Event) { s.keepPhrase(ctx) }}.UI(),
		ui.Button{Label: words.CaseBack.In(l), Look: ui.Quiet, Class: "btn-full", Scope: "kalimat-batal", Do: func(goapp.Context, goapp.Event) { s.phrase.draft = nil }}.UI()}
}

// keepPhrase sends what is written.
func (s *Desk) keepPhrase(ctx goapp.Context) {
	p := &s.phrase
	draft := *p.draft
	if p.wrong = fault.From(draft.Check()); p.wrong != nil || p.busy {
		ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
		return
	}
	if p.key == "" {
		p.key = browser.NewKey()
	}
	key := p.key
	p.busy = true
	flow.Ask(s.here, func(ctx context.Context) (permit.Phrase, error) {
		return s.house.Permit.Phrase(api.WithKey(ctx, key), draft)
	}, func(ctx goapp.Context, got permit.Phrase, err error) {
		if p.busy, p.wrong = false, fault.From(err); err != nil {
			if p.wrong.Code == fault.Invalid || p.wrong.Code == fault.Conflict {
				p.key = ""
			}
			ctx.Defer(func(goapp.Context) { browser.FocusFirstError() })
			return
		}
		p.draft, p.key = nil, ""
		p.replace(got)
		ctx.Defer(func(goapp.Context) { browser.Focus(firstPhrase) })
	})
}

// replace puts a sentence into the list, where its title belongs.
func (p *phrasing) replace(got permit.Phrase) {
	list := slices.DeleteFunc(slices.Clone(p.list.Items), func(o permit.Phrase) bool { return o.ID == got.ID })
	list = append(list, got)
	slices.SortStableFunc(list, func(a, b permit.Phrase) int { return strings.Compare(a.Title, b.Title) })
	p.list = &permit.Phrases{Items: list, Agencies: p.list.Agencies}
}

// forget deletes a sentence.
func (s *Desk) forget(id string) {
	flow.Ask(s.here, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.house.Permit.Unphrase(ctx, permit.ID{ID: id})
	}, func(ctx goapp.Context, _ struct{}, err error) {
		if err != nil && !fault.Is(err, fault.Unknown) {
			frame.Toast(ctx, flow.Sentence(s.view.At.Lang, err))
			return
		}
		list := *s.phrase.list
		list.Items = slices.DeleteFunc(slices.Clone(list.Items), func(o permit.Phrase) bool { return o.ID == id })
		s.phrase.list = &list
	})
}
