package identity

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Staff is the screen of who works where: /meja/petugas.
type Staff struct {
	goapp.Compo
	own[who.Staff]

	invite   flow.Form[who.Invite, who.Invitation]
	inviting bool
	grant    flow.Form[who.NewGrant, who.Staff] // for the person its draft names
	asked    taking
	busy     bool
	fault    *fault.Fault
	more     more
}

// taking is a role, or an invitation, that may be taken back.
type taking struct {
	text string
	do   func(context.Context) (who.Staff, error)
}

// NewStaff returns the screen.
func NewStaff(h *house.House) house.Screen {
	s := &Staff{own: newOwn(h, access.Agency, words.StaffTitle, func(ctx context.Context, at link.At) (who.Staff, error) {
		return h.Identity.Staff(ctx, who.StaffFilter{Text: at.Get("q")})
	})}
	s.invite.Done, s.grant.Done = s.invited, s.granted
	return s
}

// Render implements the screen.
func (s *Staff) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/meja", Back: "/meja", Wide: true}, words.StaffAbout, s.body)
}

func (s *Staff) body(at link.At, d who.Staff) []ui.UI {
	return []ui.UI{
		s.inviteCard(at, d),
		ui.Find{Action: at.To("/meja/petugas"), Name: "q", Value: at.Get("q"), Label: words.FindStaff.In(at.Lang), Placeholder: words.FindStaff.In(at.Lang),
			Clear: words.Clear.In(at.Lang), ClearHref: at.To("/meja/petugas"), Submit: s.search}.UI(),
		trouble(at.Lang, s.fault),
		s.people(at, d),
		s.more.button(at.Lang, d.Next, s.next),
		s.open(at, d),
		ui.Dialog(takeDialog, words.TakeAsk.In(at.Lang), s.asked.text, true,
			ui.Button{Label: words.TakeBack.In(at.Lang), Look: ui.Stop, Class: "btn-full", Scope: "cabut-ya", Do: s.take}.UI(),
			ui.Button{Label: words.Keep.In(at.Lang), Class: "btn-full", Scope: "cabut-batal", Do: ui.CloseDialog(takeDialog)}.UI()),
	}
}

const takeDialog = "cabut-tanya"

func (s *Staff) search(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	ui.Go(ctx, s.view.At.To("/meja/petugas", "q", ui.Typed("cari")))
}

// people are the staff as a table; on phones each line becomes a card.
func (s *Staff) people(at link.At, d who.Staff) ui.UI {
	if len(d.Items) == 0 {
		return ui.Empty("ketemu-nihil", words.NoStaff.In(at.Lang), words.NoStaffText.In(at.Lang), nil)
	}
	lines := make([][]ui.UI, len(d.Items))
	for i, p := range d.Items {
		seen := words.NeverSeen.In(at.Lang)
		if !p.Seen.IsZero() {
			seen = words.SeenLine.In(at.Lang, moment(at.Lang, p.Seen, s.house.City.Location()))
		}
		lines[i] = []ui.UI{
			ui.Span("", ui.Label("row-title", p.Name), ui.Label("row-sub", p.Email)),
			s.roles(at, d, p),
			ui.Label("small soft num", seen),
		}
	}
	return ui.Div("card card-flush fold-table", ui.Table(words.StaffTitle.In(at.Lang),
		[]ui.Column{{Title: words.NameColumn.In(at.Lang)}, {Title: words.RolesColumn.In(at.Lang)}, {Title: words.SeenColumn.In(at.Lang)}}, lines))
}

// roles are what somebody holds, each with the way to take it back, and the
// way to give one more.
func (s *Staff) roles(at link.At, d who.Staff, p who.StaffLine) ui.UI {
	lines := make([]ui.UI, len(p.Grants))
	for i, g := range p.Grants {
		name := grantName(at.Lang, g)
		if len(d.Agencies) == 1 && d.Agencies[0].Name == g.AgencyName { // all of them are
			name = list(roleName(at.Lang, g.Role), g.PlaceName)
		}
		var take ui.UI
		if !p.Self {
			take = ui.Button{Label: words.TakeBack.In(at.Lang), Look: ui.Quiet, Class: "btn-s", Scope: p.ID + g.ID, Attrs: ui.Attrs{"aria-label": words.TakeBack.In(at.Lang) + ": " + name + ", " + p.Name},
				Do: s.consider(words.TakeRole.In(at.Lang, name, p.Name), func(ctx context.Context) (who.Staff, error) {
					return s.house.Identity.Revoke(ctx, who.GrantID{ID: p.ID, Grant: g.ID})
				})}.UI()
		}
		lines[i] = ui.Span("bar wrap", ui.Tag("brand", "", name), take)
	}
	var add ui.UI
	if p.ID != "" && s.grant.Draft.ID == p.ID {
		add = s.grantForm(at, d)
	} else if len(d.Roles) > 0 && !p.Self {
		add = ui.Button{Label: words.AddRole.In(at.Lang), Icon: "tambah", Look: ui.Quiet, Class: "btn-s", Scope: p.ID + "-tambah",
			Attrs: ui.Attrs{"aria-label": words.AddRole.In(at.Lang) + ": " + p.Name}, Do: func(goapp.Context, goapp.Event) {
				s.inviting = false
				s.grant = flow.Form[who.NewGrant, who.Staff]{Draft: who.NewGrant{ID: p.ID, Agency: only(d.Agencies)}, Done: s.granted}
			}}.UI()
	}
	return ui.Div("stack stack-1", append(lines, add)...)
}

// consider asks before something is taken back.
func (s *Staff) consider(text string, do func(context.Context) (who.Staff, error)) goapp.EventHandler {
	return func(ctx goapp.Context, e goapp.Event) {
		s.asked = taking{text, do}
		ui.ShowDialog(takeDialog)(ctx, e)
	}
}

func (s *Staff) take(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(takeDialog)(ctx, e)
	if s.busy || s.asked.do == nil {
		return
	}
	s.busy, s.fault = true, nil
	flow.Ask(ctx, s.asked.do, func(_ goapp.Context, left who.Staff, err error) {
		s.busy, s.fault = false, fault.From(err)
		if err == nil {
			s.view.Change(func(d *who.Staff) { *d = left })
		}
	})
}

// open are the invitations nobody has taken yet.
func (s *Staff) open(at link.At, d who.Staff) ui.UI {
	if len(d.Invitations) == 0 {
		return nil
	}
	rows := make([]ui.UI, len(d.Invitations))
	for i, in := range d.Invitations {
		id := in.ID
		rows[i] = ui.Row{Icon: "kirim", Tone: "plain", Title: list(in.Name, in.Email), Tag: grantTags(at.Lang, in.Grants),
			Sub: words.ValidUntil.In(at.Lang, moment(at.Lang, in.Expires, s.house.City.Location()))}.Acts(
			ui.Button{Label: words.Withdraw.In(at.Lang), Look: ui.Line, Class: "btn-s", Scope: id, Attrs: ui.Attrs{"aria-label": words.Withdraw.In(at.Lang) + ": " + in.Name},
				Do: s.consider(words.WithdrawWhy.In(at.Lang, in.Name), func(ctx context.Context) (who.Staff, error) {
					return s.house.Identity.Withdraw(ctx, who.ID{ID: id})
				})}.UI())
	}
	return ui.Section("undangan", words.OpenInvitations.In(at.Lang), nil, ui.List("rows", rows...))
}

func (s *Staff) next(ctx goapp.Context) {
	d, _ := s.view.Value()
	filter := who.StaffFilter{Text: s.view.At.Get("q"), After: d.Next}
	ask(ctx, &s.more, func(ctx context.Context) (who.Staff, error) { return s.house.Identity.Staff(ctx, filter) }, func(rest who.Staff) {
		s.view.Change(func(have *who.Staff) {
			have.Items, have.Next = append(have.Items[:len(have.Items):len(have.Items)], rest.Items...), rest.Next
		})
	})
}
