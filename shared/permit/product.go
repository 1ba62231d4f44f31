package permit

import (
	"strconv"
	"strings"

	"rumah/shared/check"
	"rumah/shared/form"
	"rumah/shared/words"
)

// Product is the letter that an application ends with once it is signed. All
// of it is Indonesian, as letters of offices are. What is left out is as
// usual: a service without any of it has a letter too.
type Product struct {
	Class  string   `json:"class,omitempty"`  // classification of its number: "470"; "" for none
	Title  string   `json:"title,omitempty"`  // "Surat keterangan domisili"; "" for the name of the service
	Body   []string `json:"body,omitempty"`   // paragraphs with blanks, such as {nama}; one that is {isian} alone is all answers
	Signer string   `json:"signer,omitempty"` // office of who signs: "Lurah"
	Days   int      `json:"days,omitempty"`   // how long it holds; 0 for without end
}

// Limits of a product.
const (
	mostParagraphs = 30
	mostParagraph  = 2000 // letters
	mostClass      = 20
	mostHolds      = 36_500 // days
)

// AllAnswers is the blank that stands for everything that was answered.
const AllAnswers = "isian"

// Blanks are those that the house fills, beside the questions of the form.
var Blanks = []string{AllAnswers, "pemegang", "layanan", "instansi", "nomor", "tanggal", "berlaku", "jabatan", "permohonan"}

// usualBody is what a letter says that nobody has written.
var usualBody = []string{words.LetterOpening.ID, "{" + AllAnswers + "}", words.LetterClosing.ID}

// Paragraphs are what a letter says, with its blanks.
func (p *Product) Paragraphs() []string {
	if len(p.Body) == 0 {
		return usualBody
	}
	return p.Body
}

// product looks at the letter: every blank must be one that can be filled.
func (d *Definition) product(f *check.Faults, schema *form.Schema) {
	p := &d.Product
	f.Text("product.title", p.Title, &check.TextRule{Form: check.Line, Key: "characters", Max: 120})
	f.Text("product.signer", p.Signer, &check.TextRule{Form: check.Line, Key: "characters", Max: 80})
	switch {
	case len(p.Class) > mostClass || strings.Trim(p.Class, "0123456789.") != "":
		f.Add("product.class", "product_class", "")
	case p.Days < 0:
		f.Add("product.days", "too_small", "0")
	case p.Days > mostHolds:
		f.Add("product.days", "too_large", strconv.Itoa(mostHolds))
	case len(p.Body) > mostParagraphs:
		f.Add("product.body", "too_many", strconv.Itoa(mostParagraphs))
		return
	}
	fills := map[string]bool{}
	for _, name := range Blanks {
		fills[name] = true
	}
	if schema != nil {
		for _, s := range schema.Sections {
			for _, q := range s.Questions {
				fills[q.ID] = fills[q.ID] || q.Kind != form.Files && q.Kind != form.Table
			}
		}
	}
	for i, text := range p.Body {
		at := check.At("product.body", i)
		f.Text(at, text, &check.TextRule{Required: true, Max: mostParagraph})
		names, ok := blanks(text)
		if !ok {
			f.Add(at, "product_brace", "")
		}
		for _, name := range names {
			if !fills[name] && schema != nil || name == AllAnswers && text != "{"+AllAnswers+"}" {
				f.Add(at, "product_blank", name)
			}
		}
	}
}

// blanks are the names in braces; ok is false when a brace stands alone.
func blanks(text string) (names []string, ok bool) {
	for {
		before, rest, open := strings.Cut(text, "{")
		if strings.Contains(before, "}") {
			return names, false
		}
		if !open {
			return names, true
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || strings.Contains(name, "{") {
			return names, false
		}
		names, text = append(names, name), after
	}
}

// Fill puts values into the blanks of a paragraph. A blank without a value is
// a dash: a letter does not hide that nothing was answered.
func Fill(text string, value func(name string) string) string {
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(before)
		if v := value(name); v != "" {
			out.WriteString(v)
		} else {
			out.WriteString("-")
		}
		text = after
	}
}
