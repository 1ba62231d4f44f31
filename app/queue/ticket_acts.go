package queue

import (
	"context"
	"strconv"
	"strings"
	"time"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/frame"
	"rumah/app/ui"
	"rumah/shared/fault"
	"rumah/shared/queue"
	"rumah/shared/words"
)

// The dialogs of a ticket.
const (
	outDialog    = "keluar-tanya"
	shareDialog  = "bagikan-tanya"
	cancelDialog = "batal-tanya"
)

func (s *Ticket) back(goapp.Context, goapp.Event) {
	id := queue.TicketID{ID: s.id()}
	v, _ := s.Value()
	missed := s.following.at(v, true).stage == queue.Skipped
	s.do("back", func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.ComeBack(ctx, id) },
		func(ctx goapp.Context) {
			if missed { // they have just said that they are there
				s.there()
			}
			frame.Toast(ctx, words.TicketBackDone.In(s.At.Lang))
		})
}

func (s *Ticket) id() string {
	id, _ := s.At.Match(TicketPattern)
	return id
}

// arrival is how somebody tells that they are there.
func (s *Ticket) arrival(t ticketNow) ui.UI {
	if t.stage != queue.Waiting && t.stage != queue.Away || t.day == nil || t.when.From.Sub(t.now) > 3*time.Hour {
		return nil
	}
	if t.pass.Present {
		return ui.Banner("good", "centang", "", words.TicketPresent.In(t.lang))
	}
	why := words.TicketArriveMay
	if t.day.Head.CheckIn {
		why = words.TicketArriveMust
	}
	code, far := "", ""
	if f, ok := s.wrong.Field("code"); ok {
		code = words.Fault(t.lang, f.Key, f.Bound)
	}
	for _, name := range []string{"far", "lon", "lat", "near"} {
		if f, ok := s.wrong.Field(name); ok {
			far = words.Fault(t.lang, f.Key, f.Bound)
		}
	}
	return ui.Disclose("datang", "pin", words.TicketArrive.In(t.lang), why.In(t.lang),
		ui.Form(s.At.To(s.At.Path), "post", "stack", words.TicketArriveSend.In(t.lang), s.checkInByCode,
			ui.Div("code-field code-letters", ui.Field{Name: "code", Label: words.TicketArriveCode.In(t.lang), Hint: words.TicketArriveHint.In(t.lang), Error: code,
				Value: s.code, Max: 12, Auto: "off", Change: func(ctx goapp.Context, _ goapp.Event) { s.code = ui.Value(ctx) }}.UI()),
			ui.Div("bar wrap grow-btns",
				ui.Button{Label: words.TicketArriveSend.In(t.lang), Submit: true, Busy: s.doing == "code"}.UI(),
				ui.Button{Label: words.TicketArriveHere.In(t.lang), Icon: "sasaran", Look: ui.Line, Busy: s.doing == "near", Do: s.checkInByPlace}.UI()),
			ui.FieldError("far", far),
			ui.P("small soft", words.TicketArriveOther.In(t.lang))))
}

func (s *Ticket) checkInByCode(_ goapp.Context, e goapp.Event) {
	e.PreventDefault()
	code := strings.ToUpper(strings.Join(strings.Fields(s.code), ""))
	if code == "" {
		s.wrong = fault.From(fault.Wrong(fault.Field{Name: "code", Key: "required"}))
		return
	}
	s.checkIn("code", queue.CheckIn{ID: s.id(), Code: code})
}

func (s *Ticket) checkInByPlace(goapp.Context, goapp.Event) {
	browser.Locate(func(lat, lon float64, ok bool) {
		s.here.Dispatch(func(ctx goapp.Context) {
			if !ok {
				frame.Toast(ctx, words.QueueNoPlace.In(s.At.Lang))
				return
			}
			s.checkIn("near", queue.CheckIn{ID: s.id(), Lat: lat, Lon: lon})
		})
	})
}

func (s *Ticket) checkIn(what string, in queue.CheckIn) {
	s.do(what, func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.CheckIn(ctx, in) },
		func(ctx goapp.Context) { frame.Toast(ctx, words.TicketPresent.In(s.At.Lang)) })
}

// tools are what may be done with a number that lives.
func (s *Ticket) tools(t ticketNow) ui.UI {
	if !t.stage.Live() {
		return nil
	}
	tool := func(on bool, label words.T, icon, dialog string) ui.UI {
		if !on {
			return nil
		}
		return ui.Button{Label: label.In(t.lang), Icon: icon, Scope: dialog, Do: ui.ShowDialog(dialog)}.UI()
	}
	waits := t.stage == queue.Waiting
	mine := waits || t.stage == queue.Away || t.stage == queue.Skipped
	var hint ui.UI
	if waits {
		hint = ui.P("small soft", words.TicketMissed.In(t.lang))
	}
	return ui.Div("stack", ui.Div("tools",
		tool(waits && t.day != nil && t.day.Head.Status != queue.Scheduled, words.TicketOut, "jeda", outDialog),
		tool(t.pass.Share != "", words.TicketShare, "bagikan", shareDialog),
		tool(mine, words.TicketCancel, "tutup", cancelDialog)), hint)
}

func (s *Ticket) dialogs(t ticketNow) ui.UI {
	if !t.stage.Live() {
		return nil
	}
	close := func(id string, label words.T) ui.UI {
		return ui.Button{Label: label.In(t.lang), Look: ui.Quiet, Class: "btn-full", Scope: id, Do: ui.CloseDialog(id)}.UI()
	}
	out := make([]ui.UI, 0, 4)
	for _, n := range []int{3, 5, 10} {
		out = append(out, ui.Button{Label: words.TicketOutPeople.In(t.lang, strconv.Itoa(n)), Look: ui.Line, Class: "btn-full", Scope: strconv.Itoa(n), Do: s.out(n)}.UI())
	}
	return ui.Div("",
		ui.Dialog(outDialog, words.TicketOutAsk.In(t.lang), words.TicketOutText.In(t.lang), true, append(out, close(outDialog, words.VoiceKeep))...),
		ui.Dialog(shareDialog, words.TicketShareAsk.In(t.lang), words.TicketShareText.In(t.lang), true,
			ui.Button{Label: words.TicketShareDo.In(t.lang), Icon: "bagikan", Class: "btn-full", Do: s.share}.UI(),
			ui.Button{Label: words.TicketShareNew.In(t.lang), Icon: "ulang", Look: ui.Line, Class: "btn-full", Busy: s.doing == "share", Do: s.reshare}.UI(),
			close(shareDialog, words.Close)),
		ui.Dialog(cancelDialog, words.TicketCancelAsk.In(t.lang, t.pass.Label), words.VoiceCancelWhy.In(t.lang), true,
			ui.Button{Label: words.TicketCancelDo.In(t.lang), Look: ui.Stop, Class: "btn-full", Scope: "batal", Busy: s.doing == "cancel", Do: s.cancel}.UI(),
			ui.Button{Label: words.VoiceKeep.In(t.lang), Class: "btn-full", Scope: "tetap", Do: ui.CloseDialog(cancelDialog)}.UI()))
}

func (s *Ticket) out(places int) goapp.EventHandler {
	return func(ctx goapp.Context, e goapp.Event) {
		ui.CloseDialog(outDialog)(ctx, e)
		out := queue.StepOut{ID: s.id(), Places: places}
		s.do("out", func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.StepOut(ctx, out) }, nil)
	}
}

func (s *Ticket) cancel(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(cancelDialog)(ctx, e)
	id := queue.TicketID{ID: s.id()}
	s.do("cancel", func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.Cancel(ctx, id) }, nil)
}

func (s *Ticket) share(ctx goapp.Context, e goapp.Event) {
	ui.CloseDialog(shareDialog)(ctx, e)
	v, ok := s.Value()
	if !ok {
		return
	}
	browser.Share(words.TicketTitle.In(s.At.Lang, v.Pass.Label, v.Pass.Name), browser.Origin()+s.At.To("/t/"+v.Pass.Share), func(copied bool) {
		if copied {
			frame.Toast(s.here, words.LinkCopied.In(s.At.Lang))
		}
	})
}

func (s *Ticket) reshare(goapp.Context, goapp.Event) {
	id := queue.TicketID{ID: s.id()}
	s.do("share", func(ctx context.Context) (queue.TicketView, error) { return s.house.Queue.Reshare(ctx, id) },
		func(ctx goapp.Context) { frame.Toast(ctx, words.TicketShareDone.In(s.At.Lang)) })
}
