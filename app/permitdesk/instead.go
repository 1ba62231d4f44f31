package permitdesk

import (
	"context"

	goapp "github.com/maxence-charriere/go-app/v10/pkg/app"

	"rumah/app/flow"
	"rumah/app/ui"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// issued is what became of the application that is open, once somebody wants
// to replace its letter.
type issued struct {
	document.Issued
	known bool
	fault *fault.Fault
}

// learnInstead asks which letters could hold instead.
func (s *Desk) learnInstead() {
	id := s.id()
	s.issued = issued{}
	flow.Ask(s.here, func(ctx context.Context) (document.Issued, error) {
		return s.house.Documents.Of(ctx, document.ID{ID: id})
	}, func(_ goapp.Context, got document.Issued, err error) {
		if s.id() == id {
			s.issued = issued{Issued: got, known: err == nil, fault: fault.From(err)}
		}
	})
}

// instead is the choice of the letter that holds from now on: another one of
// the same person. What was printed elsewhere is not in the register, and its
// number is typed.
func (s *Desk) instead(l words.Lang) ui.UI {
	switch {
	case s.issued.fault != nil:
		return ui.Banner("bad", "awas", "", words.Fault(l, s.issued.fault.Key, ""))
	case !s.issued.known:
		return ui.SkeletonRows(words.Loading.In(l), 2)
	case s.issued.Signing != document.Signed:
		return s.numbered(l, permit.Replace, words.CaseNewNo, "", "")
	case len(s.issued.Instead) == 0:
		return ui.Banner("warn", "berkas", words.CaseNoInstead.In(l), words.CaseNoInsteadY.In(l, s.issued.Document.Holder))
	}
	choices := make([]ui.Choice, len(s.issued.Instead))
	for i, d := range s.issued.Instead {
		choices[i] = ui.Choice{Value: d.Number, Icon: "berkas", Label: d.Number + " · " + words.PaperFor.In(l, d.Holder) + " · " + words.FullDay(l, d.Date)}
	}
	return ui.Radios{Name: panelID, Legend: words.CaseNewNo.In(l), Value: s.writing.number[permit.Replace], Look: "choice", Choices: choices, Error: wrongOf(l, s.wrong, "number"),
		Change: func(ctx goapp.Context, _ goapp.Event) {
			put(&s.writing.number, permit.Replace, ui.Value(ctx))
			s.wrong = nil
		}}.UI()
}
