package identity

import (
	"context"
	"encoding/json"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/ui"
	"rumah/shared/access"
	"rumah/shared/calendar"
	"rumah/shared/fault"
	who "rumah/shared/identity"
	"rumah/shared/link"
	"rumah/shared/words"
)

// Data is the screen to take the own data along or to have them deleted:
// /akun/data.
type Data struct {
	goapp.Compo
	own[who.Me]

	busy  bool
	fault *fault.Fault
	sure  bool
	out   leaving
}

// NewData returns the screen.
func NewData(h *house.House) house.Screen {
	return &Data{own: newOwn(h, access.Citizen, words.DataTitle, me(h))}
}

// OnNav begins anew: nobody finds the box ticked.
func (s *Data) OnNav(ctx goapp.Context) {
	s.sure, s.fault, s.out = false, nil, leaving{}
	s.own.OnNav(ctx)
}

// Render implements the screen.
func (s *Data) Render() ui.UI {
	return s.page(frame.Bar{Tab: "/akun", Back: "/akun"}, words.T{}, s.body)
}

func (s *Data) body(at link.At, _ who.Me) []ui.UI {
	return []ui.UI{
		ui.Section("unduh", words.ExportTitle.In(at.Lang), nil, ui.Div("card stack stack-4",
			ui.P("", words.ExportText.In(at.Lang)),
			trouble(at.Lang, s.fault),
			ui.Button{Label: words.ExportNow.In(at.Lang), Icon: "unduh", Look: ui.Soft, Class: "btn-full", Busy: s.busy, Do: s.export}.UI(),
			ui.P("small soft", words.ExportCare.In(at.Lang)))),
		ui.Section("tutup", words.CloseTitle.In(at.Lang), nil, ui.Div("card stack stack-4",
			ui.Div("stack stack-2", ui.H3("", words.CloseGoes.In(at.Lang)), ui.P("", words.CloseGoesText.In(at.Lang))),
			ui.Div("stack stack-2", ui.H3("", words.CloseStays.In(at.Lang)), ui.P("", words.CloseStaysText.In(at.Lang))),
			trouble(at.Lang, s.out.fault),
			ui.Check("yakin", words.CloseSure.In(at.Lang), words.CloseSureText.In(at.Lang), s.sure, func(goapp.Context, goapp.Event) { s.sure = !s.sure }),
			ui.Button{Label: words.CloseAccount.In(at.Lang), Look: ui.Stop, Class: "btn-full", Disabled: !s.sure, Busy: s.out.busy, Scope: "tutup", Do: ui.ShowDialog(closeDialog)}.UI())),
		ui.Dialog(closeDialog, words.CloseAsk.In(at.Lang), words.CloseWhy.In(at.Lang), true,
			ui.Button{Label: words.CloseAccount.In(at.Lang), Look: ui.Stop, Class: "btn-full", Scope: "tutup-ya", Do: s.end}.UI(),
			ui.Button{Label: words.Keep.In(at.Lang), Class: "btn-full", Scope: "tutup-batal", Do: ui.CloseDialog(closeDialog)}.UI()),
	}
}

const closeDialog = "tutup-tanya"

func (s *Data) export(ctx goapp.Context, _ goapp.Event) {
	s.busy, s.fault = true, nil
	flow.Ask(ctx, s.house.Identity.Export, func(_ goapp.Context, e who.Export, err error) {
		s.busy, s.fault = false, fault.From(err)
		if err != nil {
			return
		}
		text, err := json.MarshalIndent(e, "", "  ")
		if err != nil {
			s.fault = fault.From(err)
			return
		}
		browser.Download("data-saya-"+string(calendar.DateOf(s.house.Clock()))+".json", "application/json", string(text))
	})
}

func (s *Data) end(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(closeDialog)(ctx, e)
	if !s.sure {
		return
	}
	s.out.leave(ctx, s.view.At, func(ctx context.Context) error { return s.house.Identity.Close(ctx, who.Close{Sure: true}) })
}
