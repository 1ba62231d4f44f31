package document

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/browser"
	"rumah/app/flow"
	"rumah/app/frame"
	"rumah/app/house"
	"rumah/app/own"
	"rumah/app/ui"
	"rumah/shared/calendar"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/link"
	"rumah/shared/proof"
	"rumah/shared/words"
)

// One is the screen of one letter of the reader's: /dokumen/{id}, which is the
// letter's or that of its application. Its code is there without a network
// too, to be held out to somebody.
type One struct {
	goapp.Compo
	private[one]
}

type one struct {
	document.Shown
	Old bool // of before the network went
}

// NewOne returns the screen.
func NewOne(h *house.House) house.Screen {
	s := &One{}
	s.private = own.New(h, func(ctx context.Context, at link.At) (o one, err error) {
		id, _ := at.Match(OnePattern)
		o.Shown, err = h.Documents.One(ctx, document.ID{ID: id})
		o.Old, err = orKept(keptPrefix+id, &o.Shown, err)
		return o, err
	})
	s.Title = func() string {
		if v, ok := s.Value(); ok {
			return v.Title
		}
		return words.PapersTitle.In(s.At.Lang)
	}
	return s
}

// OnNav loads it.
func (s *One) OnNav(ctx goapp.Context) { s.Arrive(ctx, s) }

// Render implements the screen.
func (s *One) Render() ui.UI {
	return s.Page(frame.Bar{Tab: "/akun", Back: MinePath}, s, func() ui.UI {
		return ui.SkeletonPage(words.Loading.In(s.At.Lang))
	}, s.body)
}

func (s *One) body(at link.At, v one) []ui.UI {
	l := at.Lang
	status := now(calendar.DateOf(s.House.Clock()), v.Line)
	label, tone := name(status)
	body := []ui.UI{ui.Div("stack stack-1", ui.Para("small soft", ui.Label("num", v.Number), ui.Text(" · "+v.Issuer)), ui.H1("", v.Title), ui.Div("", ui.Tag(tone, "", label.In(l))))}
	if v.Old {
		body = append(body, flow.Age(l, fault.New(fault.Offline, "offline"), v.Now.In(s.House.City.Location())))
	}
	body = append(body, s.ended(at, v, status), s.code(at, v), s.actions(at, v, status), ui.Div("card", s.facts(l, v)))
	if !v.Certified {
		body = append(body, ui.Banner("warn", "awas", "", words.CheckOwnKey.In(l, s.House.City.Region)))
	}
	return append(body, ui.Rows(ui.Row{Href: at.To("/permohonan/" + v.Application), Icon: "berkas", Tone: "plain", Title: words.PaperGo.In(l), Sub: v.Service.Name}))
}

// ended is why a letter does not hold.
func (s *One) ended(at link.At, v one, status proof.Status) ui.UI {
	l := at.Lang
	var why ui.UI
	if v.Reason != "" {
		why = ui.P("", words.PaperWhy.In(l, v.Reason))
	}
	switch status {
	case proof.Revoked:
		return ui.Banner("bad", "awas", words.CheckRevoked.In(l), words.CheckRevokedY.In(l, v.Issuer), why)
	case proof.Replaced:
		return ui.Banner("bad", "awas", words.CheckReplaced.In(l), words.CheckInstead.In(l, v.Instead), why)
	case proof.Expired:
		return ui.Banner("warn", "jam", words.CheckExpired.In(l), words.CheckExpiredY.In(l, words.FullDay(l, v.Until)))
	}
	return nil
}

// code is what somebody else's camera reads.
func (s *One) code(at link.At, v one) ui.UI {
	if v.QRSize == 0 {
		return nil
	}
	return ui.Div("card stack stack-2 held", ui.QR(v.QR, v.QRSize, words.PaperCodeOf.In(at.Lang, v.Number)), ui.P("small soft", words.PaperShow.In(at.Lang)))
}

func (s *One) actions(at link.At, v one, status proof.Status) ui.UI {
	l := at.Lang
	open := ui.ButtonLink("/api/documents/files/"+v.ID, words.PaperOpen.In(l), "unduh", ui.Solid, "btn-full")
	if v.Old {
		open = nil
	}
	if status != proof.Genuine && status != proof.Expired {
		return ui.Div("stack stack-2", open)
	}
	return ui.Div("stack stack-2", open,
		ui.Button{Label: words.PaperShare.In(l), Icon: "bagikan", Look: ui.Line, Class: "btn-full", Do: s.share}.UI(),
		ui.P("small soft", words.PaperShared.In(l)), ui.P("small soft", words.PaperPrint.In(l)))
}

func (s *One) share(ctx goapp.Context, _ goapp.Event) {
	v, ok := s.Value()
	if !ok {
		return
	}
	browser.Share(v.Title, v.Link, func(copied bool) {
		if copied {
			ctx.Dispatch(func(ctx goapp.Context) { frame.Toast(ctx, words.PaperCopied.In(s.At.Lang)) })
		}
	})
}

func (s *One) facts(l words.Lang, v one) ui.UI {
	until := words.NoEnd.In(l)
	if v.Until != "" {
		until = words.FullDay(l, v.Until)
	}
	return ui.Facts(fact(l, words.FactHolder, v.Holder), fact(l, words.FactNumber, v.Number), fact(l, words.FactIssuer, v.Issuer), fact(l, words.FactSigner, v.Signer),
		fact(l, words.FactDate, words.FullDay(l, v.Date)), fact(l, words.FactUntil, until))
}
