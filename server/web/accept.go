package web

import "strings"

// coding is how a body is packed.
type coding uint8

const (
	asIs coding = iota
	asGzip
	asBrotli
)

// String is the name of the coding in Content-Encoding.
func (c coding) String() string { return [...]string{"identity", "gzip", "br"}[c] }

// negotiate reads Accept-Encoding (RFC 9110, 12.5.3) and returns the coding
// its sender likes best of those we have; brotli wins a draw. When nothing
// is acceptable, not even identity, it is identity all the same: a readable
// answer helps more than a 406.
func negotiate(header string) coding {
	const unsaid = -1
	br, gz, plain, other := unsaid, unsaid, unsaid, unsaid
	for more := header != ""; more; {
		var entry string
		entry, header, more = strings.Cut(header, ",")
		name, params, _ := strings.Cut(entry, ";")
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, "br"):
			br = quality(params)
		case strings.EqualFold(name, "gzip"), strings.EqualFold(name, "x-gzip"):
			gz = quality(params)
		case strings.EqualFold(name, "identity"):
			plain = quality(params)
		case name == "*":
			other = quality(params)
		}
	}
	if br == unsaid {
		br = other
	}
	if gz == unsaid {
		gz = other
	}
	switch {
	case br > 0 && br >= gz && br >= plain:
		return asBrotli
	case gz > 0 && gz >= plain:
		return asGzip
	}
	return asIs
}

// quality reads the weight among the parameters of an entry, in thousandths.
// None is 1; one that cannot be read is 0, since to pack for somebody who may
// not unpack loses the answer.
func quality(params string) int {
	for more := params != ""; more; {
		var param string
		param, params, more = strings.Cut(params, ";")
		key, value, _ := strings.Cut(param, "=")
		if strings.EqualFold(strings.TrimSpace(key), "q") {
			return thousandths(strings.TrimSpace(value))
		}
	}
	return 1000
}

// thousandths reads the form RFC 9110 gives a weight: 0, 0.5, 0.123, 1, 1.000.
func thousandths(s string) int {
	whole, digits, dot := strings.Cut(s, ".")
	if whole != "0" && whole != "1" || len(digits) > 3 {
		return 0
	}
	n := 0
	for i := range 3 {
		n *= 10
		if dot && i < len(digits) {
			if digits[i] < '0' || digits[i] > '9' {
				return 0
			}
			n += int(digits[i] - '0')
		}
	}
	if whole == "1" {
		if n > 0 {
			return 0
		}
		return 1000
	}
	return n
}
