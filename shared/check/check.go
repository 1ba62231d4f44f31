// Package check is what generated Check methods stand on: pure rules about
// what people write, and the list of what is wrong. The same rules run in the
// phone and on the server, so both say the same about the same input.
package check

import (
	"errors"
	"strconv"

	"rumah/shared/fault"
)

// most is how many wrong fields one answer names. A form has fewer; a hostile
// body with ten thousand must not make an answer larger than itself.
const most = 50

// Faults collects what is wrong with one value, in the order of its fields.
// The zero Faults is empty.
type Faults struct {
	fields []fault.Field
	other  error
}

// Add records that the field is wrong. Only the first fault of a field is
// kept: a person mends one thing at a time.
func (f *Faults) Add(name, key, bound string) {
	if len(f.fields) >= most {
		return
	}
	for _, field := range f.fields {
		if field.Name == name {
			return
		}
	}
	f.fields = append(f.fields, fault.Field{Name: name, Key: key, Bound: bound})
}

// Merge takes over the faults of a part that stands under the name at, ""
// for a part whose fields are the value's own. An error that names no fields
// is kept whole and wins over all fields.
func (f *Faults) Merge(at string, err error) {
	if err == nil {
		return
	}
	var inner *fault.Fault
	if !errors.As(err, &inner) || inner.Code != fault.Invalid || len(inner.Fields) == 0 {
		if f.other == nil {
			f.other = err
		}
		return
	}
	for _, field := range inner.Fields {
		f.Add(Join(at, field.Name), field.Key, field.Bound)
	}
}

// Err is nil when nothing is wrong, else the fault to return.
func (f *Faults) Err() error {
	if f.other != nil {
		return f.other
	}
	return fault.Wrong(f.fields...)
}

// Join is the name of a field inside of a part: "items.2" and "name" make
// "items.2.name".
func Join(at, name string) string {
	if at == "" || name == "" {
		return at + name
	}
	return at + "." + name
}

// At is the name of an item of a list: "items" and 2 make "items.2".
func At(list string, i int) string { return Join(list, strconv.Itoa(i)) }
