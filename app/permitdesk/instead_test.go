package permitdesk

import (
	"testing"

	"rumah/shared/access"
	"rumah/shared/document"
	"rumah/shared/fault"
	"rumah/shared/permit"
	"rumah/shared/words"
)

// What holds instead of a letter is another one of the same person, chosen and
// not typed; where there is none, the desk says what to do.
func TestWhatHoldsInstead(t *testing.T) {
	t.Parallel()
	for _, l := range words.Langs {
		s := as(t, l, opened("collected", func(*permit.File) {}, access.Signer))
		s.panel = permit.Replace
		typed := "name=\"" + panelID + "\" maxlength"
		sees(t, s, []string{words.Loading.In(l)}, words.CaseNoInstead.In(l))
		s.issued = issued{known: true, Issued: document.Issued{Signing: document.Signed, Document: document.Line{Holder: "Siti <b>"}}}
		sees(t, s, []string{words.CaseNoInstead.In(l), words.CaseNoInsteadY.In(l, "Siti &lt;b&gt;")}, typed)
		s.issued.Instead = []document.Line{{Number: "470/2/2026", Holder: "Siti <i>", Date: "2026-11-20"}, {Number: "470/3/2026", Holder: "Siti", Date: "2026-11-21"}}
		sees(t, s, []string{words.CaseNewNo.In(l), "470/2/2026", "Siti &lt;i&gt;", "470/3/2026"}, typed, words.CaseNoInstead.In(l), "checked")
		s.writing.number = map[permit.Action]string{permit.Replace: "470/3/2026"}
		sees(t, s, []string{"checked"})
		s.wrong = fault.From(fault.Wrong(fault.Field{Name: "number", Key: "document_instead"}))
		sees(t, s, []string{words.Fault(l, "document_instead", "")})
		s.issued = issued{fault: fault.New(fault.Offline, "offline")}
		sees(t, s, []string{words.Fault(l, "offline", "")})
	}
}
