package inbox

import (
	"slices"
	"strings"

	"rumah/shared/fault"
	"rumah/shared/revision"
)

// Text is a message in one language. {name} stands for a variable.
type Text struct {
	Subject string `json:"subject" check:"line,max=80"`
	Body    string `json:"body" check:"max=600"`
}

// Wording is a template in all languages of the house. A language that is
// empty falls back to the house's own words for it.
type Wording struct {
	ID Text `json:"id"`
	EN Text `json:"en"`
	JV Text `json:"jv"`
}

// In is the text of a language.
func (w *Wording) In(lang string) *Text {
	switch lang {
	case "en":
		return &w.EN
	case "jv":
		return &w.JV
	}
	return &w.ID
}

// Langs are the languages of wordings.
var Langs = []string{"id", "en", "jv"}

// variable finds the first {name} of a text, and what stands before and after
// it. Without one all the text is before it.
func variable(text string) (before, name, after string, found bool) {
	for at := range len(text) {
		if text[at] != '{' {
			continue
		}
		after = strings.TrimLeft(text[at+1:], "abcdefghijklmnopqrstuvwxyz_")
		if strings.HasPrefix(after, "}") {
			return text[:at], text[at+1 : len(text)-len(after)], after[1:], true
		}
	}
	return text, "", "", false
}

// Named are the variables that a text names.
func Named(text string) []string {
	var names []string
	for {
		_, name, after, found := variable(text)
		if !found {
			return names
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		text = after
	}
}

// Fill puts values where a text names them. A variable without a value goes,
// with the blank before it: better a shorter sentence than one with a gap.
func Fill(text string, values map[string]string) string {
	out := make([]byte, 0, 2*len(text))
	for {
		before, name, after, found := variable(text)
		out = append(out, before...)
		if !found {
			return strings.TrimSpace(string(out))
		}
		value := values[name]
		if n := len(out); value == "" && n > 0 && out[n-1] == ' ' {
			out = out[:n-1]
		}
		out = append(out, value...)
		text = after
	}
}

// For checks a wording for a kind: it names only variables there are, and all
// that somebody must be told, and shows all it has. Fault: unknown, invalid
// (variable_unknown, variable_missing, braces, required, unseen).
func (w *Wording) For(kind Kind) error {
	rule, known := Rules[kind]
	if !known {
		return fault.New(fault.Unknown, "unknown")
	}
	var wrong []fault.Field
	for _, lang := range Langs {
		t := w.In(lang)
		if t.Subject == "" && t.Body == "" {
			continue
		}
		wrong = append(append(wrong, rule.wrong(lang+".subject", t.Subject)...), rule.wrong(lang+".body", t.Body)...)
		named := Named(t.Subject + " " + t.Body)
		for _, name := range rule.Needs {
			if !slices.Contains(named, name) {
				wrong = append(wrong, fault.Field{Name: lang + ".body", Key: "variable_missing", Bound: "{" + name + "}"})
			}
		}
	}
	return fault.Wrong(wrong...)
}

// wrong is what is wrong with one text of a wording.
func (r Rule) wrong(field, text string) (list []fault.Field) {
	if text == "" {
		return []fault.Field{{Name: field, Key: "required"}}
	}
	list = hidden(field, text)
	for _, name := range Named(text) {
		if !slices.Contains(r.Vars, name) {
			list = append(list, fault.Field{Name: field, Key: "variable_unknown", Bound: "{" + name + "}"})
		}
	}
	if braces(text) {
		list = append(list, fault.Field{Name: field, Key: "braces"})
	}
	return list
}

// braces tells that a text has some around no variable: a name that was
// mistyped would stay as it is, for all to read.
func braces(text string) bool {
	before, _, after, found := variable(text)
	return strings.ContainsAny(before, "{}") || found && braces(after)
}

// Worded reports whether agencies may word a kind of their own: what is about
// somebody's account, and what officers are told, the house itself says.
func (k Kind) Worded() bool { return slices.Contains(Story, k) }

// Story are the kinds that agencies may word, in the order in which a person
// meets them.
var Story = []Kind{
	TicketTaken, TicketLeave, TicketNear, TicketNext, TicketCalled, TicketSkipped, TicketBack, TicketAbsent, TicketMoved, TicketOnward, TicketStranded,
	QueuePaused, QueueResumed, QueueCancelled, TicketUnserved, VisitOver,
	PermitMoved, PermitYourTurn, PermitIssued, PermitDate, PermitDraft, ReportMoved, ReportCompleted, Answered, Announced,
}

// TemplatesOf names the agency whose words are asked for; "" for the reader's
// only one.
type TemplatesOf struct {
	Agency string `query:"agency" check:"max=60"`
}

// Templates are the kinds of messages an agency may word.
type Templates struct {
	Agency   Sender         `json:"agency"`
	Agencies []Sender       `json:"agencies"` // the reader may write for
	Items    []TemplateLine `json:"items"`
}

// TemplateLine is a template in a list.
type TemplateLine struct {
	Kind    Kind            `json:"kind"`
	Topic   Topic           `json:"topic"`
	Text    Text            `json:"text"` // Indonesian, as it is told now
	Own     bool            `json:"own"`  // the agency has words of its own
	State   revision.State  `json:"state"`
	Version int             `json:"version"` // 0 for the house's own words
	Draft   *revision.Draft `json:"draft"`
}

// TemplateOf is the id of a template.
func TemplateOf(agency string, kind Kind) string { return agency + ":" + string(kind) }

// TemplateID names a template: the agency and the kind.
type TemplateID struct {
	ID string `path:"id" check:"required,max=120"` // agency:kind
}

// TemplateVersion names a version of a template.
type TemplateVersion struct {
	ID     string `path:"id" check:"required,max=120"`
	Number int    `path:"number" check:"min=1"`
}

// TemplateDraft names a draft as the reader has seen it.
type TemplateDraft struct {
	ID   string `path:"id" check:"required,max=120"`
	Save int    `path:"save" check:"min=1"`
}

// Template is all a template's desk needs.
type Template struct {
	ID      string             `json:"id"`
	Kind    Kind               `json:"kind"`
	Agency  Sender             `json:"agency"`
	State   revision.State     `json:"state"`
	House   Wording            `json:"house"`   // the house's own words
	Public  Wording            `json:"public"`  // as it is told now
	Drafted Wording            `json:"drafted"` // equals Public when there is no draft
	Draft   *revision.Draft    `json:"draft"`
	History []revision.Version `json:"history"` // the newest first
}

// SaveTemplate keeps a draft.
type SaveTemplate struct {
	ID      string  `path:"id" json:"-" check:"required,max=120"`
	Save    int     `json:"save" check:"min=0"` // of the draft that was read; 0 when there was none
	Note    string  `json:"note" check:"max=200"`
	Content Wording `json:"content"`
}
