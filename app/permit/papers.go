package permit

import (
	"slices"
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/answer"
	"rumah/app/browser"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// leastPixels is below how long the longer side of a picture of a paper is
// hard to read.
const leastPixels = 900

// papers is a question for files: those that are there, each with how far it
// is, and where more are chosen.
func (s *Application) papers(q *form.Question) ui.UI {
	lang, id, files := s.At.Lang, q.ID, s.sheet.Answers()[q.ID].Files
	rows := make([]ui.UI, len(files))
	for i, f := range files {
		rows[i] = s.paper(q, f)
	}
	wrong := s.sheet.WrongWithin(id)
	class, described := "stack stack-3 plain-set", ""
	if wrong != "" {
		class, described = class+" field-error", answer.FieldID(id)+"-error"
	}
	var help, lost ui.UI
	if text := q.Help.In(lang); text != "" {
		help = ui.P("hint", text)
	}
	if s.lost != "" {
		lost = ui.P("error", words.PaperLost.In(lang, s.lost))
	}
	return ui.With("fieldset", class, nil,
		ui.With("legend", "label", nil, ui.Text(q.Label.In(lang)), ui.Label("opt", optional(lang, q))), help,
		ui.Div("stack stack-2", rows...), s.choose(q, len(files), described), lost, ui.FieldError(answer.FieldID(id), wrong))
}

func optional(lang words.Lang, q *form.Question) string {
	if q.Required {
		return ""
	}
	return " " + words.Optional.In(lang)
}

// choose is the camera and the files of the phone; nil when there is no room
// for more.
func (s *Application) choose(q *form.Question, have int, wrong string) ui.UI {
	lang, id, accept := s.At.Lang, q.ID, q.Accepts()
	most := q.Files() - have
	if s.locked(q) {
		most = 0
	}
	if most = max(most, len(s.spare(q))); most == 0 {
		return nil
	}
	field := answer.FieldID(id)
	pick := func(field string) goapp.EventHandler {
		return func(goapp.Context, goapp.Event) { s.chosen(field, id, most, accept) }
	}
	var camera ui.UI
	if slices.ContainsFunc(accept, func(t string) bool { return strings.HasPrefix(t, "image/") }) {
		camera = ui.Drop{ID: field + "-foto", Label: words.PaperCamera.In(lang), Icon: "kamera", Class: "btn btn-soft", Accept: []string{"image/*"}, Camera: true, Change: pick(field + "-foto")}.UI()
	}
	own, sheet := s.ownLetters(q)
	return ui.Div("bar wrap grow-btns",
		camera,
		ui.Drop{ID: field, Label: words.PaperPick.In(lang), Icon: "unggah", Class: "btn btn-line", Accept: accept, Many: most > 1, Wrong: wrong, Change: pick(field)}.UI(),
		own, sheet)
}

// locked reports whether an officer has marked single files of a question, and
// all that may be given in their place is there.
func (s *Application) locked(q *form.Question) bool {
	v, ok := s.Value()
	if !ok || v.Stage != permit.Returned {
		return false
	}
	whole, single := marked(v, q.ID)
	return !whole && len(s.sheet.Answers()[q.ID].Files) >= len(v.Answers[q.ID].Files) && single > 0
}

// spare are the files of a correction that a new one may take the place of.
func (s *Application) spare(q *form.Question) []form.File {
	v, ok := s.Value()
	if !ok || v.Stage != permit.Returned {
		return nil
	}
	whole, _ := marked(v, q.ID)
	var files []form.File
	for _, f := range s.sheet.Answers()[q.ID].Files {
		if !onPhone(f) && (whole || slices.ContainsFunc(v.Head.Marks, func(m permit.Mark) bool { return m.Path == form.Mark(q.ID, f.ID) })) {
			files = append(files, f)
		}
	}
	return files
}

// marked is whether a question was marked whole, and how many of its files.
func marked(v page, id string) (whole bool, files int) {
	for _, m := range v.Head.Marks {
		switch q, _, ofFile := strings.Cut(m.Path, "."); {
		case q != id:
		case ofFile:
			files++
		default:
			whole = true
		}
	}
	return whole, files
}

// mayGo reports whether a file can be taken out.
func (s *Application) mayGo(q *form.Question, f form.File) bool {
	v, ok := s.Value()
	if !ok || v.Stage != permit.Returned || onPhone(f) {
		return true
	}
	if whole, files := marked(v, q.ID); whole || files == 0 {
		return true
	}
	return slices.ContainsFunc(v.Head.Marks, func(m permit.Mark) bool { return m.Path == form.Mark(q.ID, f.ID) }) ||
		!slices.ContainsFunc(v.Answers[q.ID].Files, func(old form.File) bool { return old.ID == f.ID })
}

// paper is one file.
func (s *Application) paper(q *form.Question, f form.File) ui.UI {
	lang, id := s.At.Lang, q.ID
	u := ui.Upload{Name: f.Name, State: size(f.Size), Icon: "berkas", Part: -1}
	if strings.HasPrefix(f.Type, "image/") {
		u.Icon = "gambar"
	}
	if f.Letter != "" {
		u.Icon, u.State = "perisai", words.PaperOwnIs.In(lang)
	}
	if onPhone(f) {
		u.State, u.Part, u.Bad = s.progress(lang, f)
	}
	if s.mayGo(q, f) {
		gone := f
		u.Action = ui.IconButton("tutup", words.PaperRemove.In(lang, f.Name), ui.Attrs{"id": answer.FieldID(id) + "-" + f.ID}, func(ctx goapp.Context, _ goapp.Event) { s.remove(ctx, id, gone) })
	}
	var doubt ui.UI
	if t, ok := s.doubts[f.ID]; ok {
		doubt = ui.Banner("warn", "awas", "", t.In(lang))
	}
	if !onPhone(f) {
		see := ui.LinkWith("/api/papers/files/"+f.ID, "icon-btn", ui.Attrs{"target": "_blank", "aria-label": words.PaperSeeOf.In(lang, f.Name)}, ui.Icon("mata"))
		u.Action = ui.Span("bar", see, u.Action)
	}
	return ui.With("div", "stack stack-2", ui.Attrs{"id": "berkas-" + f.ID}, u.UI(), doubt)
}

// progress is how far a file is that only this phone has.
func (s *Application) progress(lang words.Lang, f form.File) (state string, part int, bad bool) {
	if why := refused[f.ID]; why != nil {
		return sentence(lang, why), -1, true
	}
	p, moving := s.passages[f.ID]
	switch {
	case !browser.Online():
		return words.PaperWaits.In(lang), -1, false
	case !moving || f.Size == 0:
		return words.PaperQueued.In(lang, size(f.Size)), 0, false
	}
	part = int(100 * p.at / f.Size)
	return words.PaperSending.In(lang, strconv.Itoa(part)), part, false
}

// sentence is why a file is not taken.
func sentence(lang words.Lang, f *fault.Fault) string {
	if len(f.Fields) > 0 {
		return words.Fault(lang, f.Fields[0].Key, f.Fields[0].Bound)
	}
	return words.Fault(lang, f.Key, "")
}

// size is how large a file is, as people say it.
func size(n int64) string {
	if n < 1e6 {
		return strconv.FormatInt(max(1, n/1000), 10) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}

// chosen takes over the files of a field.
func (s *Application) chosen(field, id string, most int, accept []string) {
	s.lost = ""
	browser.Choose(field, most, accept,
		func(p browser.Paper) { s.Here.Dispatch(func(ctx goapp.Context) { s.add(ctx, id, p) }) },
		func(name string) { s.Here.Dispatch(func(goapp.Context) { s.lost = name }) })
}

// add puts a file that is kept on the phone into the answer, and sends it.
func (s *Application) add(ctx goapp.Context, id string, p browser.Paper) {
	v, ok := s.Value()
	if !ok || s.write.id != v.ID || s.sheet.Form().Question(id) == nil {
		return
	}
	file := form.File{ID: here + p.Key, Name: p.Name, Type: p.Type, Size: p.Size}
	switch {
	case p.Wide == 0:
	case max(p.Wide, p.High) < leastPixels:
		s.doubt(file.ID, words.PaperTiny)
	case p.Blurred:
		s.doubt(file.ID, words.PaperBlurred)
	}
	q := s.sheet.Form().Question(id)
	s.join(ctx, q, file)
	if !slices.Contains(q.Accepts(), p.Type) || p.Size > q.Bytes() {
		_, err := s.sheet.Form().Validate(s.sheet.Answers())
		s.sheet.Complain(answer.About(answer.Faults(err), []*form.Question{q}))
		refused[file.ID] = fault.New(fault.Invalid, "file_unfit")
		return
	}
	ferry(s.House, v.ID)
}

// join puts a file into an answer, in a correction into the place of one that
// was marked.
func (s *Application) join(ctx goapp.Context, q *form.Question, file form.File) {
	files := slices.Clone(s.sheet.Answers()[q.ID].Files)
	if spare := s.spare(q); len(spare) > 0 && (s.locked(q) || len(files) >= q.Files()) {
		files = slices.DeleteFunc(files, func(f form.File) bool { return f.ID == spare[0].ID })
	}
	s.sheet.Set(ctx, q.ID, form.Answer{Files: append(files, file)})
}

func (s *Application) doubt(file string, t words.T) {
	if s.doubts == nil {
		s.doubts = map[string]words.T{}
	}
	s.doubts[file] = t
}

// remove takes a file out of the answer.
func (s *Application) remove(ctx goapp.Context, id string, gone form.File) {
	files := slices.DeleteFunc(slices.Clone(s.sheet.Answers()[id].Files), func(f form.File) bool { return f.ID == gone.ID })
	s.sheet.Set(ctx, id, form.Answer{Files: files})
	if onPhone(gone) {
		browser.DropPaper(strings.TrimPrefix(gone.ID, here))
	}
	ctx.Defer(func(goapp.Context) { browser.Focus(answer.FieldID(id)) })
}

// moved is told how far a file has come, or what it became.
func (s *Application) moved(ctx goapp.Context, p passage, f *fault.Fault) {
	if s.passages == nil {
		s.passages = map[string]passage{}
	}
	s.passages[p.from] = p
	if f != nil || p.kept == nil {
		return
	}
	if t, ok := s.doubts[p.from]; ok {
		s.doubt(p.kept.ID, t)
	}
	s.sheet.Set(ctx, p.question, replaced(s.sheet.Answers(), p.question, p.from, *p.kept)[p.question])
}
