package permit

import (
	"slices"

	"rumah/shared/access"
	"rumah/shared/check"
)

// mostTries bounds how long a cast is looked for.
const mostTries = 10_000

// CheckStaff says at which steps of a definition an office has too few
// people: nobody holds the role, or everybody who does would have to check
// their own work. It is asked when a definition is saved and when a role is
// taken away. A step of another agency is that agency's business, unless its
// people are among those given.
func CheckStaff(d *Definition, agency, place string, people []access.Actor) error {
	var f check.Faults
	s := &State{Agency: agency, Place: place}
	c := &cast{Definition: d, who: map[string]string{}}
	for i, step := range d.Steps {
		if len(step.Roles) == 0 || step.Agency != "" && step.Agency != agency {
			continue
		}
		able := (&decision{State: s}).able(step, people)
		if len(able) == 0 {
			f.Add(check.At("steps", i)+".roles", "permit_nobody", "")
			continue
		}
		c.steps = append(c.steps, part{step.ID, i, able})
	}
	if err := f.Err(); err != nil {
		return err
	}
	c.easy()
	if !c.fill(0) {
		f.Add(check.At("steps", c.steps[c.furthest].at)+".roles", "permit_few", "")
	}
	return f.Err()
}

// able are the people who hold a role of a step.
func (d *decision) able(step Step, people []access.Actor) []string {
	var ids []string
	for _, p := range people {
		if _, ok := d.holds(p, step.Roles, step.Agency); ok && !slices.Contains(ids, p.ID) {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// cast gives every step to somebody, so that nobody does two that must be
// apart.
type cast struct {
	*Definition
	steps    []part
	who      map[string]string // by step
	furthest int               // step that could not be given to anybody
	tries    int
}

// part is a step and who could do it.
type part struct {
	id   string
	at   int // in the definition
	able []string
}

// easy leaves out the steps that more people can do than there are steps to
// be kept apart from: whoever does those, somebody is left.
func (c *cast) easy() {
	for again := true; again; {
		again = false
		for i, p := range c.steps {
			if len(p.able) > c.opposed(p.id) {
				c.steps = append(c.steps[:i:i], c.steps[i+1:]...)
				again = true
				break
			}
		}
	}
}

func (c *cast) opposed(id string) (n int) {
	for _, other := range c.opposite(id) {
		for _, p := range c.steps {
			if p.id == other {
				n++
			}
		}
	}
	return n
}

// fill gives the steps from i on to people, by trying.
func (c *cast) fill(i int) bool {
	if i == len(c.steps) {
		return true
	}
	c.furthest = max(c.furthest, i)
	for _, who := range c.steps[i].able {
		if c.tries++; c.tries > mostTries {
			return false
		}
		if c.clashes(c.steps[i].id, who) {
			continue
		}
		c.who[c.steps[i].id] = who
		if c.fill(i + 1) {
			return true
		}
		delete(c.who, c.steps[i].id)
	}
	return false
}

func (c *cast) clashes(id, who string) bool {
	for _, other := range c.opposite(id) {
		if c.who[other] == who {
			return true
		}
	}
	return false
}
