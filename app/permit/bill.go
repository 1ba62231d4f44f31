package permit

import (
	"context"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// bill is what must be paid, how, and by when.
func (s *Application) bill(lang words.Lang, v page) ui.UI {
	b := v.Head.Bill
	if b == nil {
		return nil
	}
	var did ui.UI
	switch {
	case b.Notice != 0:
		did = ui.Banner("", "jam", "", words.BillNoted.In(lang, stamp(lang, s.House.Clock(), time.UnixMilli(b.Notice))))
	case s.may(v, permit.Notice):
		did = ui.Button{Label: words.BillDid.In(lang), Look: ui.Turn, Class: "btn-l btn-full", Busy: s.doing == "paid", Scope: "bayar", Do: s.paid}.UI()
	}
	return ui.Section("bayar", words.BillTitle.In(lang, "Rp"+words.Count(lang, int(b.Amount))), nil, ui.Div("card stack",
		ui.Facts([2]ui.UI{ui.Text(words.BillNumber.In(lang)), ui.Label("track-code num", b.Number)}),
		ui.P("strong", words.BillUntil.In(lang, lastDay(lang, s.House.Clock(), v.Until))),
		did, ui.P("small soft", words.BillOnly.In(lang))))
}

func (s *Application) may(v page, action permit.Action) bool {
	for _, a := range v.May {
		if a == action {
			return true
		}
	}
	return false
}

// paid tells the office that the bill was paid.
func (s *Application) paid(goapp.Context, goapp.Event) {
	v, ok := s.Value()
	if !ok || s.doing != "" {
		return
	}
	s.doing, s.fault = "paid", nil
	flow.Ask(s.Here, func(ctx context.Context) (permit.Application, error) {
		return s.House.Permit.Notify(ctx, permit.ID{ID: v.ID})
	},
		func(_ goapp.Context, a permit.Application, err error) {
			s.doing = ""
			if err != nil {
				s.fault = fault.From(err)
				return
			}
			keep(a)
			s.write.opened = a.Version
			s.Change(func(p *page) { *p = page{Application: a} })
		})
}

// dropping cancels an application, or deletes a draft.
func (s *Application) dropping(id string) func(context.Context) (struct{}, error) {
	return func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.House.Permit.Drop(ctx, permit.ID{ID: id})
	}
}
