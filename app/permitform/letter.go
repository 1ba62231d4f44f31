package permitform

import (
	"strconv"
	"strings"

	"rumah/app/draft"
	"rumah/app/ui"
	"rumah/shared/form"
	"rumah/shared/permit"
	"rumah/shared/permitform"
	"rumah/shared/words"
)

// product are the fields of the letter that an application ends with.
func (s *Editor) product(l words.Lang) ui.UI {
	p := func() *permit.Product { return &s.definition().Product }
	one := func(name string, label, hint words.T, most int, value func() *string) ui.UI {
		return s.edit.Text(ui.Field{Name: "definition.product." + name, Label: label.In(l), Hint: hint.In(l), Optional: words.Optional.In(l), Max: most}, value)
	}
	return ui.Div("stack stack-4",
		ui.Div("card stack stack-4",
			one("class", words.PaperNumber, words.PaperNumberY, 20, func() *string { return &p().Class }),
			one("title", words.PaperTitle, words.PaperTitleY, 120, func() *string { return &p().Title }),
			one("signer", words.PaperSigner, words.PaperSignerY, 80, func() *string { return &p().Signer }),
			s.number(ui.Field{Name: "definition.product.days", Label: words.PaperDays.In(l), Hint: words.PaperDaysY.In(l)}, func() int { return p().Days }, func(n int) { p().Days = n })),
		ui.Div("card", s.edit.Strings(draft.List{Name: "definition.product.body", Title: words.PaperBody.In(l), Hint: words.PaperBodyY.In(l, strings.Join(blanks(s.form()), ", ")), Max: 30,
			Item: func(n int) string { return words.PaperPart.In(l, strconv.Itoa(n)) }}, true, 2000, func() *[]string { return &p().Body })))
}

// blanks are those that a letter of this form can have.
func blanks(f *form.Schema) []string {
	var list []string
	for _, name := range permit.Blanks {
		list = append(list, "{"+name+"}")
	}
	for _, s := range f.Sections {
		for _, q := range s.Questions {
			if q.Kind != form.Files && q.Kind != form.Table {
				list = append(list, "{"+q.ID+"}")
			}
		}
	}
	return list
}

// paper is the letter with the answers that were tried.
func (s *Editor) paper(l words.Lang, v permitform.Edit) ui.UI {
	s.opened(l, &s.edit.Content)
	p := s.definition().Product
	said := map[string]string{"layanan": v.Name, "instansi": v.Agency, "jabatan": p.Signer}
	var rows []ui.UI
	for _, row := range s.sheet.Form().Summary(s.sheet.Answers(), words.ID) {
		said[row.ID] = row.Value
		if row.Value != "" {
			rows = append(rows, ui.P("small", row.Label+": "+row.Value))
		}
	}
	title := p.Title
	if title == "" {
		title = v.Name
	}
	body := []ui.UI{ui.P("strong", title), ui.P("small soft", words.LetterNumber.In(words.ID, strings.TrimPrefix(p.Class+"/…", "/")))}
	for _, text := range p.Paragraphs() {
		if text == "{"+permit.AllAnswers+"}" {
			body = append(body, ui.Div("stack stack-1", rows...))
			continue
		}
		body = append(body, ui.P("small", permit.Fill(text, func(name string) string {
			if value := said[name]; value != "" {
				return value
			}
			return "[" + name + "]"
		})))
	}
	return ui.Section("bunyi-surat", words.PaperLook.In(l), nil, ui.P("small soft", words.PaperLookY.In(l)),
		ui.With("div", "card stack stack-3", ui.Attrs{"lang": "id"}, append(body, ui.P("small strong", p.Signer))...))
}

// productText is all that is written of the letter.
func productText(l words.Lang, c *permitform.Content) string {
	p := c.Definition.Product
	return strings.TrimSpace(strings.Join(append([]string{labelled(l, words.PaperNumber, p.Class), labelled(l, words.PaperTitle, p.Title), labelled(l, words.PaperSigner, p.Signer),
		labelled(l, words.PaperDays, count(p.Days))}, p.Body...), "\n"))
}
