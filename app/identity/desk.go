package identity

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Desk is where staff begin: /meja.
type Desk struct {
	goapp.Compo
	own[who.Me]

	out leaving
}

// NewDesk returns the screen.
func NewDesk(h *house.House) house.Screen {
	return &Desk{own: newOwn(h, access.Person, words.DeskTitle, me(h))}
}

// Render implements the screen. Every member of staff may see it, whatever
// the role; a citizen is told that it is not for them.
func (s *Desk) Render() ui.UI {
	at := s.view.At
	if v := s.house.Viewer; !v.Staff {
		return frame.Page(s.house, at, frame.Bar{}, ui.H1("", words.DeskTitle.In(at.Lang)), gate(at, v.ID == "", v.Staff, access.Counter))
	}
	return s.page(frame.Bar{Tab: "/meja"}, words.T{}, s.body)
}

// work is what a role finds on its desk.
type work struct {
	role       access.Role
	path, icon string
	title, sub words.T
}

var works = []work{
	{access.Counter, "/meja/loket", "panggil", words.DeskCounter, words.CounterRow},
	{access.Officer, "/meja/permohonan", "berkas", words.CasesTitle, words.CasesRow},
	{access.Agency, "/meja/antrean", "tiket", words.SetupTitle, words.SetupRow},
	{access.Verifier, "/meja/warga", "ktp", words.PeopleTitle, words.PeopleRow},
	{access.Agency, "/meja/perangkat", "papan", words.DeviceTitle, words.DevicesRow},
	{access.Agency, "/meja/bpjs", "perisai", words.BPJSTitle, words.BPJSRow},
	{access.Agency, "/meja/layanan", "layanan", words.DeskServices, words.DeskServicesRow},
	{access.Agency, "/meja/formulir", "berkas", words.FormsTitle, words.FormsRow},
	{access.Agency, "/meja/tempat", "gedung", words.DeskPlaces, words.DeskPlacesRow},
	{access.Agency, "/meja/pesan", "kotak", words.TalksTitle, words.TalksRow},
	{access.Agency, "/meja/pengumuman", "lonceng", words.NewsTitle, words.NewsRow},
	{access.Agency, "/meja/templat", "pena", words.TemplatesTitle, words.TemplatesRow},
	{access.Agency, "/meja/kabar", "grafik", words.ToldFigures, words.ToldFiguresY},
	{access.Agency, "/meja/petugas", "keluarga", words.StaffTitle, words.StaffRow},
	{access.Auditor, "/meja/catatan", "berkas", words.AuditTitle, words.AuditRow},
}

func (s *Desk) body(at link.At, m who.Me) []ui.UI {
	var rows []ui.Row
	for _, w := range works {
		if s.house.Viewer.May(w.role) {
			rows = append(rows, ui.Row{Href: at.To(w.path), Icon: w.icon, Title: w.title.In(at.Lang), Sub: w.sub.In(at.Lang)})
		}
	}
	todo := ui.Empty("kosong", words.DeskNothing.In(at.Lang), words.DeskNothingText.In(at.Lang), nil)
	if len(rows) > 0 {
		todo = ui.Rows(rows...)
	}
	return []ui.UI{
		todo, trouble(at.Lang, s.out.fault),
		ui.Section("peran", words.MyRoles.In(at.Lang), nil, s.grants(at, m)),
		ui.List("rows",
			ui.Row{Href: at.To("/akun/keamanan"), Icon: "kunci", Tone: "plain", Title: words.SecurityTitle.In(at.Lang)}.UI(),
			ui.Row{Icon: "keluar", Tone: "plain", Title: words.Leave.In(at.Lang)}.Press(ui.ShowDialog(leaveDialog))),
		s.out.question(at, s.house.Identity.Leave),
	}
}

func (s *Desk) grants(at link.At, m who.Me) ui.UI {
	if len(m.Grants) == 0 {
		return ui.P("soft", words.NoRoles.In(at.Lang))
	}
	rows := make([]ui.Row, len(m.Grants))
	for i, g := range m.Grants {
		where := list(g.PlaceName, g.AgencyName)
		if where == "" {
			where = words.WholeRegion.In(at.Lang)
		}
		rows[i] = ui.Row{Icon: "perisai", Tone: "plain", Title: roleName(at.Lang, g.Role), Sub: where}
	}
	return ui.Rows(rows...)
}
