// Package lettertest reads what stands in a letter, for tests.
package lettertest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

var (
	streams = regexp.MustCompile(`(?s)/FlateDecode[^>]*>>\s*stream\r?\n`)
	moves   = regexp.MustCompile(`(?s)BT ([0-9.]+) ([0-9.]+) Td (.*?) Tj ET`)
)

// Text is the text of a letter, line by line.
func Text(t testing.TB, pdf []byte) string {
	t.Helper()
	lines, _ := Lines(t, pdf)
	return strings.Join(lines, "\n")
}

// Lines are the lines of a letter and how high above the foot of the page
// each stands, in points: what stands at one height is one line.
func Lines(t testing.TB, pdf []byte) ([]string, []float64) {
	t.Helper()
	var lines []string
	var heights []float64
	last := ""
	for _, at := range streams.FindAllIndex(pdf, -1) {
		z, err := zlib.NewReader(bytes.NewReader(pdf[at[1]:]))
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range moves.FindAllSubmatch(page, -1) {
			text := string(decode(m[3]))
			if height := string(m[2]); height == last && len(lines) > 0 {
				lines[len(lines)-1] += " " + text
			} else {
				at, err := strconv.ParseFloat(height, 64)
				if err != nil {
					t.Fatal(err)
				}
				lines, heights, last = append(lines, text), append(heights, at), height
			}
		}
	}
	return lines, heights
}

// decode reads "(...)", whose letters are two bytes each.
func decode(literal []byte) []rune {
	literal = bytes.TrimSuffix(bytes.TrimPrefix(literal, []byte("(")), []byte(")"))
	var plain []byte
	for i := 0; i < len(literal); i++ {
		if literal[i] == '\\' && i+1 < len(literal) {
			i++
			if literal[i] == 'r' {
				plain = append(plain, '\r')
				continue
			}
		}
		plain = append(plain, literal[i])
	}
	units := make([]uint16, 0, len(plain)/2)
	for ; len(plain) > 1; plain = plain[2:] {
		units = append(units, binary.BigEndian.Uint16(plain))
	}
	return utf16.Decode(units)
}
