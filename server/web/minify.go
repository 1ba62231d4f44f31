package web

import "bytes"

// minifyHTML takes out the line breaks and indents that go-app's encoder puts
// between elements. Without it the prerendered page has blanks where the
// phone's own rendering has none, and the screen would jump when the program
// takes over. Text keeps its blanks: only a break followed by blanks next to
// a tag goes. Indents are even, so an odd blank is the first of a text.
func minifyHTML(in []byte) []byte {
	out := make([]byte, 0, len(in))
	for i := 0; i < len(in); i++ {
		if in[i] != '\n' {
			out = append(out, in[i])
			continue
		}
		j, indent := i+1, 0
		for j < len(in) && (in[j] == ' ' || in[j] == '\n') {
			if indent++; in[j] == '\n' {
				indent = 0
			}
			j++
		}
		after := len(out) > 0 && out[len(out)-1] == '>'
		before := j < len(in) && in[j] == '<'
		if after || before || j == len(in) {
			i = j - 1
			if indent%2 == 1 {
				out = append(out, ' ')
			}
			continue
		}
		out = append(out, '\n')
	}
	return out
}

// minifyCSS takes out comments and line breaks; the sheets are written
// without blanks that matter otherwise.
func minifyCSS(in []byte) []byte {
	var out bytes.Buffer
	for len(in) > 0 {
		start := bytes.Index(in, []byte("/*"))
		if start < 0 {
			out.Write(in)
			break
		}
		out.Write(in[:start])
		end := bytes.Index(in[start:], []byte("*/"))
		if end < 0 {
			break
		}
		in = in[start+end+2:]
	}
	lines := bytes.Split(out.Bytes(), []byte("\n"))
	for i := range lines {
		lines[i] = bytes.TrimSpace(lines[i])
	}
	return bytes.Join(lines, nil)
}
