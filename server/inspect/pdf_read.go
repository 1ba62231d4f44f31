package inspect

import "bytes"

// dict is a dictionary of a document: name (a pdfName), dict, []any, or nil
// for anything else, of which only that it is there matters.
type dict map[string]any

type pdfName string

// deepest is how far what is read may be nested.
const deepest = 20

// reader reads objects of a document from the front.
type reader struct {
	data  []byte
	at    int
	bad   bool
	twice bool // a dictionary says something twice
}

// first is the dictionary that an object begins with; ok is false for one that
// begins with something else.
func (r *reader) first() (d dict, ok bool) {
	if r.space(); !r.starts("<<") {
		return nil, false
	}
	d, ok = r.value(0).(dict)
	r.space()
	return d, ok
}

// space goes over spaces and remarks.
func (r *reader) space() {
	for ; r.at < len(r.data); r.at++ {
		switch r.data[r.at] {
		case 0, '\t', '\n', '\f', '\r', ' ':
		case '%':
			for r.at+1 < len(r.data) && r.data[r.at+1] != '\n' && r.data[r.at+1] != '\r' {
				r.at++
			}
		default:
			return
		}
	}
}

func (r *reader) starts(s string) bool { return bytes.HasPrefix(r.data[r.at:], []byte(s)) }

// value reads one object.
func (r *reader) value(depth int) any {
	r.space()
	if r.bad || depth > deepest || r.at >= len(r.data) {
		r.bad = true
		return nil
	}
	switch c := r.data[r.at]; {
	case c == '/':
		r.at++
		return pdfName(spelled(r.word()))
	case r.starts("<<"):
		r.at += 2
		return r.dict(depth)
	case c == '[':
		r.at++
		return r.list(depth)
	case c == '(':
		r.text()
		return nil
	case c == '<':
		if i := bytes.IndexByte(r.data[r.at:], '>'); i >= 0 {
			r.at += i + 1
			return nil
		}
	case regular(c):
		return r.plain()
	}
	r.bad = true
	return nil
}

// word reads up to where a name or a number ends.
func (r *reader) word() []byte {
	from := r.at
	for r.at < len(r.data) && regular(r.data[r.at]) {
		r.at++
	}
	return r.data[from:r.at]
}

// plain reads a number, a word, or the number of another object, "12 0 R".
func (r *reader) plain() any {
	number := string(r.word())
	after := r.at
	r.space()
	r.word()
	r.space()
	if string(r.word()) == "R" {
		return nil
	}
	r.at = after
	return number
}

// text goes over one in brackets, which may hold brackets.
func (r *reader) text() {
	for open := 0; r.at < len(r.data); r.at++ {
		switch r.data[r.at] {
		case '\\':
			r.at++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				r.at++
				return
			}
		}
	}
	r.bad = true
}

func (r *reader) list(depth int) (list []any) {
	for !r.bad {
		if r.space(); r.at < len(r.data) && r.data[r.at] == ']' {
			r.at++
			return list
		}
		list = append(list, r.value(depth+1))
	}
	return nil
}

func (r *reader) dict(depth int) any {
	d := dict{}
	for !r.bad {
		if r.space(); r.at < len(r.data) && r.starts(">>") {
			r.at += 2
			return d
		}
		key, ok := r.value(depth + 1).(pdfName)
		if !ok {
			r.bad = true
			break
		}
		_, there := d[string(key)]
		r.twice = r.twice || there
		d[string(key)] = r.value(depth + 1)
	}
	return nil
}

// filters are the ways in which a stream is packed, the outermost first; ok
// is false when that cannot be told here.
func (d dict) filters() (names []string, ok bool) {
	filter, there := d["Filter"]
	list, many := filter.([]any)
	switch one, single := filter.(pdfName); {
	case !there:
		return nil, true
	case single:
		return []string{string(one)}, true
	case !many || len(list) > 8:
		return nil, false
	}
	for _, f := range list {
		name, ok := f.(pdfName)
		if !ok {
			return nil, false
		}
		names = append(names, string(name))
	}
	return names, true
}

// params are how its bytes were prepared, for each way of packing.
func (d dict) params() []any {
	for _, key := range []string{"DecodeParms", "DP"} {
		if v, there := d[key]; there {
			if list, many := v.([]any); many {
				return list
			}
			return []any{v}
		}
	}
	return nil
}

// predicted reports whether its bytes are not what they are unpacked to but
// how each differs from another, or whether nobody here can tell.
func (d dict) predicted() bool {
	for _, p := range d.params() {
		params, ok := p.(dict)
		predictor, there := params["Predictor"]
		if p != "null" && (!ok || there && predictor != "1") {
			return true
		}
	}
	return false
}

// early is how soon the codes of LZW grow.
func (d dict) early() bool {
	for _, p := range d.params() {
		if params, ok := p.(dict); ok && params["EarlyChange"] == "0" {
			return false
		}
	}
	return true
}
