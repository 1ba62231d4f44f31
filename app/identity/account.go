package identity

import (
	"context"
	"strconv"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Account is the screen of the reader: /akun.
type Account struct {
	goapp.Compo
	own[who.Me]

	out leaving
}

// me is what most screens here begin with.
func me(h *house.House) func(context.Context, link.At) (who.Me, error) {
	return func(ctx context.Context, _ link.At) (who.Me, error) { return h.Identity.Me(ctx) }
}

// NewAccount returns the screen.
func NewAccount(h *house.House) house.Screen {
	return &Account{own: newOwn(h, access.Person, words.AccountTitle, me(h))}
}

// Render implements the screen.
func (s *Account) Render() ui.UI {
	at := s.view.At
	if s.house.Viewer.ID == "" {
		return s.guest(at)
	}
	return s.page(frame.Bar{Tab: "/akun"}, words.T{}, s.body)
}

// guest tells somebody who is not signed in what an account is for; nothing
// public needs one.
func (s *Account) guest(at link.At) ui.UI {
	return frame.Page(s.house, at, frame.Bar{Tab: "/akun"},
		ui.H1("", words.AccountTitle.In(at.Lang)),
		ui.Div("card stack stack-4",
			ui.P("lead", words.GuestLead.In(at.Lang)),
			ui.List("stack stack-2",
				point("tiket", words.GuestQueue.In(at.Lang)), point("keluarga", words.GuestFamily.In(at.Lang)), point("mata", words.GuestOpened.In(at.Lang))),
			ui.ButtonLink(at.To("/masuk"), words.SignIn.In(at.Lang), "", ui.Solid, "btn-l btn-full"),
			ui.P("small soft center", words.GuestFree.In(at.Lang))),
		ui.Rows(
			ui.Row{Href: at.To("/tampilan"), Icon: "atur", Tone: "plain", Title: words.DisplayRow.In(at.Lang)},
			ui.Row{Href: at.To("/masuk/petugas"), Icon: "kantor", Tone: "plain", Title: words.SignInStaff.In(at.Lang)}))
}

func point(icon, text string) ui.UI {
	return ui.Span("bar bar-3", ui.IconS(icon), ui.Label("grow", text))
}

func (s *Account) body(at link.At, m who.Me) []ui.UI {
	about := []ui.UI{s.card(at, m), trouble(at.Lang, s.out.fault)}
	if m.Staff {
		about = append(about, ui.Rows(
			ui.Row{Href: at.To("/meja"), Icon: "kantor", Title: words.DeskTitle.In(at.Lang), Sub: words.DeskRowText.In(at.Lang)}))
	} else {
		about = append(about, nextLevel(at, m), s.rows(at, m))
	}
	return append(about,
		ui.List("rows",
			ui.Row{Href: at.To("/akun/kabar"), Icon: "lonceng", Tone: "plain", Title: words.TellTitle.In(at.Lang), Sub: words.TellRow.In(at.Lang)}.UI(),
			ui.Row{Href: at.To("/akun/keamanan"), Icon: "kunci", Tone: "plain", Title: words.SecurityTitle.In(at.Lang), Sub: words.SecurityRow.In(at.Lang)}.UI(),
			ui.Row{Href: at.To("/tampilan"), Icon: "atur", Tone: "plain", Title: words.DisplayRow.In(at.Lang)}.UI(),
			ui.Row{Icon: "keluar", Tone: "plain", Title: words.Leave.In(at.Lang)}.Press(ui.ShowDialog(leaveDialog))),
		s.out.question(at, s.house.Identity.Leave))
}

func (s *Account) card(at link.At, m who.Me) ui.UI {
	name, sub := m.Name, m.Phone
	if name == "" {
		name = words.NoName.In(at.Lang)
	}
	foot := levelLine(at.Lang, m.Level)
	if m.Staff {
		sub, foot = m.Email, grantTags(at.Lang, m.Grants)
	}
	return ui.With("section", "card deep me-card", ui.Attrs{"aria-label": words.AccountTitle.In(at.Lang)}, ui.Motif("m-card"),
		ui.Div("bar bar-4", frame.Face(m.Name, "b avatar-l"),
			ui.Span("grow", ui.Label("me-name", name), ui.Label("small soft num", sub))),
		ui.Div("me-foot bar wrap", foot))
}

// nextLevel says what an officer's look at the KTP brings, and where.
func nextLevel(at link.At, m who.Me) ui.UI {
	switch {
	case m.Level == who.ByNIK:
		return nil
	case m.Profile.NIK == "":
		return ui.Banner("", "ktp", words.NextLevel.In(at.Lang), words.NextLevelFill.In(at.Lang),
			ui.Div("", ui.Link(at.To("/akun/data-diri"), "tap", ui.Text(words.FillProfile.In(at.Lang)))))
	}
	return ui.Banner("", "ktp", words.NextLevel.In(at.Lang), words.NextLevelShow.In(at.Lang))
}

func (s *Account) rows(at link.At, m who.Me) ui.UI {
	profile := words.ProfileEmpty.In(at.Lang)
	if m.Profile.NIK != "" {
		profile = "NIK " + m.Profile.NIK
	}
	family := words.FamilyNone.In(at.Lang)
	if n := len(m.Family); n > 0 {
		family = words.FamilyCount.In(at.Lang, strconv.Itoa(n))
	}
	return ui.Rows(
		ui.Row{Href: at.To("/permohonan"), Icon: "berkas", Title: words.MineTitle.In(at.Lang), Sub: words.MineRow.In(at.Lang)},
		ui.Row{Href: at.To("/dokumen"), Icon: "perisai", Title: words.PapersTitle.In(at.Lang), Sub: words.PapersLead.In(at.Lang)},
		ui.Row{Href: at.To("/akun/data-diri"), Icon: "ktp", Title: words.ProfileTitle.In(at.Lang), Sub: profile},
		ui.Row{Href: at.To("/akun/keluarga"), Icon: "keluarga", Title: words.FamilyTitle.In(at.Lang), Sub: family},
		ui.Row{Href: at.To("/akun/dibuka"), Icon: "mata", Title: words.OpenedTitle.In(at.Lang), Sub: words.OpenedRow.In(at.Lang)},
		ui.Row{Href: at.To("/akun/data"), Icon: "unduh", Title: words.DataTitle.In(at.Lang), Sub: words.DataRow.In(at.Lang)})
}
