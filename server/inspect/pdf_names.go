package inspect

import "bytes"

// longestName is as long as a name may be.
const longestName = 127

// names finds the names in what is written to it: what stands after a slash,
// up to a space or one of the marks that end a name. A letter may be written
// as its number, "#4A". It tells each with the first byte after it that is no
// space; 0 at the end.
type names struct {
	found func(name []byte, next byte)
	name  []byte
	in    bool // a name is being read
	due   bool // one was read and is not told yet
}

// Write implements io.Writer.
func (n *names) Write(data []byte) (int, error) {
	for i := 0; i < len(data); i++ {
		if !n.in && !n.due { // nothing matters up to the next slash
			next := bytes.IndexByte(data[i:], '/')
			if next < 0 {
				break
			}
			i += next
		}
		c := data[i]
		if n.in && regular(c) {
			if len(n.name) < 3*longestName {
				n.name = append(n.name, c)
			}
			continue
		}
		n.due = n.due || n.in
		n.in = false
		if n.due && !space(c) {
			n.tell(c)
		}
		n.in = c == '/'
	}
	return len(data), nil
}

// end ends the last name.
func (n *names) end() {
	if n.in || n.due {
		n.tell(0)
	}
	n.in = false
}

func (n *names) tell(next byte) {
	n.found(spelled(n.name), next)
	n.due, n.name = false, n.name[:0]
}

func space(c byte) bool {
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' '
}

// regular reports whether a byte can stand in a name.
func regular(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return true
}

// spelled is a name with its numbers as letters.
func spelled(name []byte) []byte {
	out := name[:0:0]
	for i := 0; i < len(name); i++ {
		if name[i] == '#' && i+2 < len(name) {
			high, low := digit(name[i+1]), digit(name[i+2])
			if high >= 0 && low >= 0 {
				out = append(out, byte(high<<4|low))
				i += 2
				continue
			}
		}
		out = append(out, name[i])
	}
	return out
}

func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
