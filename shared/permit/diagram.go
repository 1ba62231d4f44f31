package permit

import (
	"strings"

	"rumah/shared/words"
)

// Diagram draws a definition for mermaid, in a language. What stays at its
// place is not drawn, nor that an applicant may cancel at any time before the
// signature: the arrows are what moves an application.
func Diagram(d *Definition, lang words.Lang) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n")
	drawn := map[string]bool{}
	name := func(node string) string {
		id := strings.ReplaceAll(node, "-", "_") // a hyphen begins an arrow
		if !drawn[node] {
			drawn[node] = true
			b.WriteString("    state \"" + label(d.NodeName(node, lang)) + "\" as " + id + "\n")
		}
		return id
	}
	lines := "    [*] --> " + name(string(Draft)) + "\n"
	for _, t := range Table(d) {
		if t.From == t.To || t.Action == Cancel {
			continue
		}
		lines += "    " + name(t.From) + " --> " + name(t.To) + ": " + label(words.PermitActions[string(t.Action)].In(lang)) + "\n"
	}
	for _, stage := range Stages {
		if stage.Final() && drawn[string(stage)] {
			lines += "    " + string(stage) + " --> [*]\n"
		}
	}
	return b.String() + lines
}

// NodeName is what a node of the table is called: as the office calls its
// step, or by the usual name of the stage.
func (d *Definition) NodeName(node string, lang words.Lang) string {
	if s, ok := d.Step(node); ok && s.Name.ID != "" {
		return s.Name.In(lang)
	}
	return words.PermitStages[string(d.stageOf(node))].In(lang)
}

// label is a text that cannot end a label or a line.
func label(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"\n\r;#", r) {
			return ' '
		}
		return r
	}, s)
}
