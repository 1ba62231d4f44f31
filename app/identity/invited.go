package identity

import (
	"context"
	"strconv"
	"unicode/utf8"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
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

// Invited is where an invitation leads: /undangan#token. The token stands
// behind the # so that it reaches no server and no log on the way.
type Invited struct {
	goapp.Compo
	own[who.Invited]

	form  flow.Form[who.Accept, who.Entered]
	shown bool // the password can be read
}

// NewInvited returns the screen.
func NewInvited(h *house.House) house.Screen {
	s := &Invited{own: newOwn(h, access.Anyone, words.InvitedTitle, func(ctx context.Context, _ link.At) (who.Invited, error) {
		token := who.Token{Token: browser.Fragment()}
		if goapp.IsClient && token.Check() != nil {
			return who.Invited{}, fault.New(fault.Unknown, "invitation_gone")
		}
		return h.Identity.Invitation(ctx, token)
	})}
	s.form.Done = func(_ goapp.Context, in *who.Entered) {
		if in != nil {
			anew(s.view.At.To("/meja"))
		}
	}
	return s
}

// Render implements the screen.
func (s *Invited) Render() ui.UI {
	at := s.view.At
	bar := frame.Bar{Tab: "/akun"}
	if f := s.view.Fault(); f != nil && f.Code == fault.Unknown {
		return frame.Page(s.house, at, bar, ui.H1("", words.InvitedTitle.In(at.Lang)),
			ui.Empty("tersesat", words.InvitedGone.In(at.Lang), words.Fault(at.Lang, "invitation_gone", ""),
				ui.ButtonLink(at.To("/masuk/petugas"), words.SignInStaff.In(at.Lang), "", ui.Line, "")))
	}
	return s.page(bar, words.T{}, s.body)
}

func (s *Invited) body(at link.At, in who.Invited) []ui.UI {
	return []ui.UI{
		ui.Div("card stack", ui.P("row-title", in.Name), ui.P("soft", in.Email), grantTags(at.Lang, in.Grants)),
		ui.Section("langkah-1", words.InvitedApp.In(at.Lang), nil,
			ui.P("soft", words.InvitedAppText.In(at.Lang)),
			ui.Div("card stack stack-4 qr-card", ui.QR(in.QR, in.QRSize, words.InvitedQR.In(at.Lang)),
				ui.Div("stack stack-2 grow",
					ui.ButtonLink(in.Link, words.InvitedOpen.In(at.Lang), "kunci", ui.Line, "btn-full"),
					ui.P("small soft", words.InvitedSecret.In(at.Lang)), ui.P("num strong secret-text", in.Secret)))),
		ui.Section("langkah-2", words.InvitedPassword.In(at.Lang), nil, s.accept(at)),
	}
}

func (s *Invited) accept(at link.At) ui.UI {
	e := entry[who.Accept, who.Entered]{&s.form, at.Lang}
	d := &s.form.Draft
	return ui.Form(at.To("/undangan"), "post", "card stack stack-5", words.InvitedTitle.In(at.Lang), s.send,
		trouble(at.Lang, s.form.Fault()),
		ui.Div("stack stack-2",
			ui.Password{Field: e.field(ui.Field{Name: "password", Label: words.NewPassword.In(at.Lang), Hint: words.PasswordAdvice.In(at.Lang), Value: d.Password,
				Auto: "new-password", Max: 200}, func(v string) { d.Password = v }), Show: words.Show.In(at.Lang), Hide: words.Hide.In(at.Lang), Shown: s.shown,
				Toggle: func(goapp.Context, goapp.Event) { s.shown = !s.shown }}.UI(),
			strength(at.Lang, d.Password)),
		ui.OneTime(e.field(ui.Field{Name: "code", Label: words.TotpLabel.In(at.Lang), Hint: words.TotpHint.In(at.Lang), Value: d.Code},
			func(v string) { d.Code = v })),
		ui.Button{Label: words.InvitedAccept.In(at.Lang), Submit: true, Busy: s.form.Busy() || s.form.Receipt() != nil, Class: "btn-l btn-full"}.UI())
}

// strength tells how far a password is. Length is all that is asked: rules
// about signs make passwords that are forgotten and written down.
func strength(lang words.Lang, password string) ui.UI {
	n := utf8.RuneCountInString(password)
	const strong = 20
	text := words.PasswordLong.In(lang)
	switch {
	case n < who.ShortestPassword:
		text = words.PasswordShort.In(lang, strconv.Itoa(who.ShortestPassword-n))
	case n < strong:
		text = words.PasswordEnough.In(lang)
	}
	return ui.Div("stack stack-1", ui.Meter(float64(n)/strong, text), ui.P("small soft", text))
}

func (s *Invited) send(ctx goapp.Context, e goapp.Event) {
	e.PreventDefault()
	s.form.Draft.Token = browser.Fragment()
	s.form.Send(ctx, s.form.Draft.Check, s.house.Identity.Accept)
}
