package formula

// Names are the questions that a formula may speak of.
type Names struct {
	Numbers map[string]bool            // questions and columns whose answers are numbers
	Choices map[string]map[string]bool // questions with choices, and the ids of those
	Tables  map[string]Names           // columns by table
}

// Check looks whether everything a formula names exists: formula_name,
// formula_table, formula_choice.
func (f *Formula) Check(names Names) error { return names.check(f.root, nil) }

// check looks at a node; row are the columns when it stands inside of a sum.
func (k Names) check(n *node, row *Names) error {
	switch n.op {
	case name:
		if !k.Numbers[n.name] {
			return wrong("formula_name", n.at)
		}
	case column:
		if !row.Numbers[n.name] {
			return wrong("formula_column", n.at)
		}
	case "count", "sum":
		table, ok := k.Tables[n.name]
		if !ok {
			return wrong("formula_table", n.at)
		}
		row = &table
	case "=", "<>":
		if n.args[1].op == text {
			return k.choice(n, row)
		}
	}
	for _, a := range n.args {
		if err := k.check(a, row); err != nil {
			return err
		}
	}
	return nil
}

// choice looks at a comparison with a text: only choices are compared so.
func (k Names) choice(n *node, row *Names) error {
	asked, want, of := n.args[0], n.args[1], &k
	if asked.op == column {
		of = row
	}
	switch choices := of.Choices[asked.name]; {
	case choices == nil:
		return wrong("formula_name", asked.at)
	case !choices[want.name]:
		return wrong("formula_choice", want.at)
	}
	return nil
}
