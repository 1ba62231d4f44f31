package identity

import (
	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/access"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// inviteCard is the way to invite somebody: a button, the form, or the link
// of the invitation just made.
func (s *Staff) inviteCard(at link.At, d who.Staff) ui.UI {
	switch {
	case s.inviting && s.invite.Receipt() != nil:
		return s.invitationCard(at, *s.invite.Receipt())
	case s.inviting:
		return s.inviteForm(at, d)
	case len(d.Roles) == 0:
		return nil
	}
	return ui.Div("bar", ui.Button{Label: words.InviteStaff.In(at.Lang), Icon: "tambah", Scope: "undang", Do: func(goapp.Context, goapp.Event) {
		s.grant.Draft.ID = ""
		s.invite = flow.Form[who.Invite, who.Invitation]{Draft: who.Invite{Agency: only(d.Agencies)}, Done: s.invited}
		s.inviting = true
	}}.UI())
}

// only is the agency there is no choice about.
func only(agencies []who.AgencyChoice) string {
	if len(agencies) == 1 {
		return agencies[0].ID
	}
	return ""
}

func (s *Staff) inviteForm(at link.At, d who.Staff) ui.UI {
	e := entry[who.Invite, who.Invitation]{&s.invite, at.Lang}
	draft := &s.invite.Draft
	return ui.Section("undang", words.InviteStaff.In(at.Lang), nil,
		ui.Form(at.To("/meja/petugas"), "post", "card stack stack-5", words.InviteStaff.In(at.Lang), s.sendInvite,
			trouble(at.Lang, s.invite.Fault()),
			ui.Div("split",
				e.field(ui.Field{Name: "name", Label: words.FullName.In(at.Lang), Value: draft.Name, Auto: "off", Max: 80}, func(v string) { draft.Name = v }).UI(),
				e.field(ui.Field{Name: "email", Label: words.WorkEmail.In(at.Lang), Value: draft.Email, Type: "email", Mode: "email", Auto: "off", Max: 254},
					func(v string) { draft.Email = v }).UI()),
			s.rolePick(at, d, e.wrong, e.form.Edited, &draft.Role, &draft.Agency, &draft.Place),
			ui.Div("bar wrap",
				ui.Button{Label: words.MakeInvitation.In(at.Lang), Submit: true, Busy: s.invite.Busy()}.UI(),
				ui.Button{Label: words.Cancel.In(at.Lang), Look: ui.Quiet, Scope: "undang-batal", Do: s.closeInvite}.UI())))
}

// rolePick asks for a role and where it holds.
func (s *Staff) rolePick(at link.At, d who.Staff, wrong func(string) string, edited func(string), role *access.Role, agency, place *string) ui.UI {
	roles := []ui.Choice{{Label: words.ChooseOne.In(at.Lang)}}
	for _, r := range d.Roles {
		roles = append(roles, ui.Choice{Value: string(r), Label: roleName(at.Lang, r)})
	}
	var agencies []ui.Choice
	if s.house.Viewer.May(access.Regency) {
		agencies = append(agencies, ui.Choice{Label: words.WholeRegion.In(at.Lang)})
	} else if len(d.Agencies) != 1 {
		agencies = append(agencies, ui.Choice{Label: words.ChooseOne.In(at.Lang)})
	}
	places := []ui.Choice{{Label: words.AllPlaces.In(at.Lang)}}
	for _, a := range d.Agencies {
		agencies = append(agencies, ui.Choice{Value: a.ID, Label: a.Name})
		if a.ID == *agency {
			for _, p := range a.Places {
				places = append(places, ui.Choice{Value: p.ID, Label: p.Name})
			}
		}
	}
	pick := func(name string, label words.T, value string, choices []ui.Choice, set func(string)) ui.UI {
		return ui.Field{Name: name, Label: label.In(at.Lang), Value: value, Choices: choices, Error: wrong(name), Change: func(ctx goapp.Context, _ goapp.Event) {
			set(ui.Value(ctx))
			edited(name)
		}}.UI()
	}
	return ui.Div("stack stack-5",
		pick("role", words.RoleLabel, string(*role), roles, func(v string) { *role = access.Role(v) }),
		pick("agency", words.AgencyLabel, *agency, agencies, func(v string) { *agency, *place = v, "" }),
		pick("place", words.PlaceLabel, *place, places, func(v string) { *place = v }))
}

func (s *Staff) sendInvite(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.invite.Send(ctx, s.invite.Draft.Check, s.house.Identity.Invite)
}

func (s *Staff) invited(ctx goapp.Context, in *who.Invitation) {
	if in != nil {
		s.view.Again(ctx, s)
	}
}

func (s *Staff) closeInvite(goapp.Context, goapp.Event) { s.inviting = false }

// invitationCard shows the link once, to hand over when mail does not arrive.
func (s *Staff) invitationCard(at link.At, in who.Invitation) ui.UI {
	return ui.Div("card stack stack-4",
		ui.Banner("good", "beres", words.InvitationMade.In(at.Lang, in.Name), words.InvitationOnce.In(at.Lang)),
		ui.Field{Name: "tautan", Label: words.InvitationLink.In(at.Lang), Value: in.Link, ReadOnly: true}.UI(),
		ui.Div("bar wrap",
			ui.Button{Label: words.CopyLink.In(at.Lang), Icon: "bagikan", Scope: in.ID, Do: func(ctx goapp.Context, _ goapp.Event) {
				browser.Copy(in.Link, func(ok bool) {
					if ok {
						ctx.Dispatch(func(ctx goapp.Context) { frame.Toast(ctx, words.LinkCopied.In(s.view.At.Lang)) })
					}
				})
			}}.UI(),
			ui.Button{Label: words.DoneNow.In(at.Lang), Look: ui.Quiet, Scope: "undang-selesai", Do: s.closeInvite}.UI()))
}

func (s *Staff) grantForm(at link.At, d who.Staff) ui.UI {
	e := entry[who.NewGrant, who.Staff]{&s.grant, at.Lang}
	draft := &s.grant.Draft
	return ui.Form(at.To("/meja/petugas"), "post", "card stack stack-4", words.AddRole.In(at.Lang), s.sendGrant,
		trouble(at.Lang, s.grant.Fault()),
		s.rolePick(at, d, e.wrong, e.form.Edited, &draft.Role, &draft.Agency, &draft.Place),
		ui.Div("bar wrap",
			ui.Button{Label: words.GiveRole.In(at.Lang), Submit: true, Busy: s.grant.Busy(), Class: "btn-s"}.UI(),
			ui.Button{Label: words.Cancel.In(at.Lang), Look: ui.Quiet, Class: "btn-s", Scope: "peran-batal",
				Do: func(goapp.Context, goapp.Event) { s.grant.Draft.ID = "" }}.UI()))
}

func (s *Staff) sendGrant(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.grant.Send(ctx, s.grant.Draft.Check, s.house.Identity.Grant)
}

func (s *Staff) granted(ctx goapp.Context, left *who.Staff) {
	if left == nil {
		return
	}
	s.grant.Draft = who.NewGrant{}
	s.view.Change(func(d *who.Staff) { *d = *left })
	frame.Toast(ctx, words.Saved.In(s.view.At.Lang))
}
