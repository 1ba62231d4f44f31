package city

import (
	"strings"

	"rumah/shared/permit"
)

// permitLetters reads the letters that services end with. One without a row
// has the usual letter.
func (r *reader) permitLetters(ways map[string]*wayDraft) {
	seen := map[string]int{}
	for _, at := range r.table("permit_letters.csv", "service", "class", "title", "signer", "days", "body") {
		at.unique(seen, "service")
		if d := at.wayOf(ways); d != nil {
			d.letter = &at
			d.Definition.Product = permit.Product{Class: at.cell["class"], Title: at.cell["title"], Signer: at.cell["signer"], Days: at.count("days"), Body: at.paragraphs()}
		}
	}
}

// paragraphs reads what is separated by "|".
func (r row) paragraphs() (list []string) {
	for _, text := range strings.Split(r.cell["body"], "|") {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, text)
		}
	}
	return list
}
