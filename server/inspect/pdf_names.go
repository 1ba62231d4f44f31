package inspect

// longestName is as long as a name may be.
const longestName = 127

// names finds the names in what is written to it: what stands after a slash,
// up to a space or one of the marks that end a name. A letter may be written
// as its number, "#4A".
type names struct {
	found func([]byte)
	name  []byte
	in    bool
}

// Write implements io.Writer.
func (n *names) Write(data []byte) (int, error) {
	for _, c := range data {
		switch {
		case c == '/':
			n.end()
			n.in = true
		case !n.in:
		case regular(c):
			if len(n.name) < 3*longestName {
				n.name = append(n.name, c)
			}
		default:
			n.end()
		}
	}
	return len(data), nil
}

// end ends a name.
func (n *names) end() {
	if n.in {
		n.found(spelled(n.name))
	}
	n.in, n.name = false, n.name[:0]
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
