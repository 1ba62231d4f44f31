package document

import (
	"context"
	"encoding/json"

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

// Mine is the screen of the reader's letters: /dokumen.
type Mine struct {
	goapp.Compo
	private[mine]
}

// mine are letters as they are shown.
type mine struct {
	document.Mine
	Old bool // of before the network went
}

// What the phone keeps of letters, for when there is no network. It goes with
// whoever is signed in.
const (
	keptMine   = "surat"
	keptPrefix = "surat:"
)

// NewMine returns the screen.
func NewMine(h *house.House) house.Screen {
	s := &Mine{}
	s.private = own.New(h, func(ctx context.Context, _ link.At) (m mine, err error) {
		m.Mine, err = h.Documents.Mine(ctx)
		m.Old, err = orKept(keptMine, &m.Mine, err)
		return m, err
	})
	s.Title = func() string { return words.PapersTitle.In(s.At.Lang) }
	return s
}

// orKept keeps what was answered, or answers what is kept where nothing could
// be asked; old says which.
func orKept(name string, value any, err error) (old bool, _ error) {
	if err == nil {
		if text, err := json.Marshal(value); err == nil {
			browser.KeepOwn(name, string(text))
		}
		return false, nil
	}
	if text := browser.KeptOwn(name); fault.Is(err, fault.Offline) && text != "" && json.Unmarshal([]byte(text), value) == nil {
		return true, nil
	}
	return false, err
}

// OnNav loads them.
func (s *Mine) OnNav(ctx goapp.Context) { s.Arrive(ctx, s) }

// Render implements the screen.
func (s *Mine) Render() ui.UI {
	return s.Page(frame.Bar{Tab: "/akun", Back: "/akun", Actions: []ui.UI{frame.SearchAction(s.At)}}, s, func() ui.UI {
		return ui.SkeletonRows(words.Loading.In(s.At.Lang), 3)
	}, s.body)
}

func (s *Mine) body(at link.At, v mine) []ui.UI {
	body := []ui.UI{ui.Div("stack stack-1", ui.H1("", words.PapersTitle.In(at.Lang)), ui.P("soft", words.PapersLead.In(at.Lang)))}
	if v.Old {
		body = append(body, flow.Age(at.Lang, fault.New(fault.Offline, "offline"), v.Now.In(s.House.City.Location())))
	}
	if len(v.Items) == 0 {
		return append(body, ui.Empty("kosong", words.PapersNone.In(at.Lang), words.PapersNoneY.In(at.Lang),
			ui.ButtonLink(at.To("/layanan"), words.MineFind.In(at.Lang), "cari", ui.Solid, "")))
	}
	rows := make([]ui.Row, len(v.Items))
	for i, d := range v.Items {
		rows[i] = row(at, s.today(), d)
	}
	return append(body, ui.Rows(rows...))
}

func (s *Mine) today() calendar.Date { return calendar.DateOf(s.House.Clock()) }

// row is a letter in the list. One that was kept says today whether it is
// over.
func row(at link.At, today calendar.Date, d document.Line) ui.Row {
	status := now(today, d)
	label, tone := name(status)
	r := ui.Row{Href: at.To(MinePath + "/" + d.ID), Icon: "berkas", Title: d.Title, Tag: ui.Tag(tone, "", label.In(at.Lang)),
		Sub: words.PaperFor.In(at.Lang, d.Holder) + " · " + d.Number + " · " + words.FullDay(at.Lang, d.Date)}
	if status != proof.Genuine {
		r.Tone = "plain"
	}
	return r
}

// now is what a letter is on a day.
func now(today calendar.Date, d document.Line) proof.Status {
	if d.Status == proof.Genuine && d.Until != "" && today > d.Until {
		return proof.Expired
	}
	return d.Status
}
