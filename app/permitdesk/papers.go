package permitdesk

import (
	"strconv"
	"strings"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// viewer is the attachment that is looked at, and how.
type viewer struct {
	at   int // among all files; -1 for none
	zoom int // 0 fits the pane
	turn int // quarters of a turn to the right
}

const mostZoom = 4

// fileAt is the address of an attachment. That an officer looked into the
// papers of an application is written where its applicant reads it.
func fileAt(file string) string { return "/api/papers/files/" + file }

// look shows the attachment that a mark names.
func (s *Desk) look(f permit.File, path string) {
	for i, a := range s.files(f) {
		if a.path == path {
			s.paper = viewer{at: i}
		}
	}
}

// turns shows another attachment, from the last on to the first.
func (s *Desk) turns(f permit.File, by int) {
	if n := len(s.files(f)); n > 0 {
		s.paper = viewer{at: (max(s.paper.at, 0) + by + n) % n}
	}
}

// zooms changes how large it is.
func (s *Desk) zooms(by int) { s.paper.zoom = min(max(s.paper.zoom+by, 0), mostZoom) }

// papers are the attachments, one at a time, beside what was answered.
func (s *Desk) papers(l words.Lang) ui.UI {
	f, ok := s.file()
	files := s.files(f)
	if !ok || s.paper.at < 0 || s.paper.at >= len(files) {
		return nil
	}
	a := files[s.paper.at]
	act := func(icon string, name words.T, key string, do func()) ui.UI {
		return ui.IconButton(icon, name.In(l), ui.Attrs{"aria-keyshortcuts": key, "title": name.In(l) + " (" + key + ")"}, func(goapp.Context, goapp.Event) { do() })
	}
	var tools []ui.UI
	if pictured(*a.file) {
		tools = []ui.UI{act("zoom-keluar", words.CaseSmaller, "-", func() { s.zooms(-1) }), act("zoom-masuk", words.CaseLarger, "+", func() { s.zooms(1) }),
			act("ulang", words.CaseTurn, "o", func() { s.paper.turn = (s.paper.turn + 1) % 4 })}
	}
	tools = append(tools, act("tutup", words.CaseShut, "Esc", func() { s.paper.at = -1 }))
	return ui.With("section", "meja-lembar", ui.Attrs{"aria-labelledby": "lembar"},
		ui.Div("pane-head", append([]ui.UI{ui.H2("lembar", "grow doc-title cut", a.Label), ui.Label("small soft num nowrap", words.CaseFileOf.In(l, strconv.Itoa(s.paper.at+1), strconv.Itoa(len(files))))}, tools...)...),
		s.paperOf(l, f, a),
		ui.Div("pane-body bar between doc-foot", ui.Label("small soft cut", a.file.Name), s.others(l, f, len(files))))
}

// paperOf is one attachment: a picture as it is, anything else behind a link.
func (s *Desk) paperOf(l words.Lang, f permit.File, a answer) ui.UI {
	src := fileAt(a.file.ID)
	if !pictured(*a.file) {
		return ui.Div("doc", register(l, letterOf(f, *a.file)), ui.Empty("kosong", a.file.Name, words.CaseNoLook.In(l), ui.LinkWith(src, "btn btn-line", ui.Attrs{"target": "_blank", "rel": "noopener"}, ui.IconS("tautan-luar"), ui.Text(words.CaseOutside.In(l)))))
	}
	return ui.With("div", "doc scroll-y", ui.Attrs{"tabindex": "0", "role": "group", "aria-label": a.Label},
		ui.Scan(src, "lembar zoom-"+strconv.Itoa(s.paper.zoom)+" putar-"+strconv.Itoa(s.paper.turn), a.Label+", "+a.file.Name))
}

func (s *Desk) others(l words.Lang, f permit.File, n int) ui.UI {
	if n < 2 {
		return nil
	}
	return ui.Div("bar", ui.IconButton("kembali", words.CaseFilePrev.In(l), ui.Attrs{"aria-keyshortcuts": "["}, func(goapp.Context, goapp.Event) { s.turns(f, -1) }),
		ui.IconButton("maju", words.CaseFileNext.In(l), ui.Attrs{"aria-keyshortcuts": "]"}, func(goapp.Context, goapp.Event) { s.turns(f, 1) }))
}

func pictured(file form.File) bool { return strings.HasPrefix(file.Type, "image/") }

func iconOf(file form.File) string {
	if pictured(file) {
		return "gambar"
	}
	return "berkas"
}

// sizeOf is the kind and size of a file: "JPEG, 240 KB".
func sizeOf(file form.File) string {
	_, kind, _ := strings.Cut(file.Type, "/")
	size := strconv.FormatInt(max(file.Size/1000, 1), 10) + " KB"
	if file.Size >= 1e6 {
		size = strconv.FormatFloat(float64(file.Size)/1e6, 'f', 1, 64) + " MB"
	}
	return strings.ToUpper(kind) + ", " + size
}
