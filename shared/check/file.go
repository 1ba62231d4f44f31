package check

import "bytes"

// signatures are the first bytes of the kinds of files people send us: photos
// as phones take them, scans, and documents. A kind that is not here cannot
// be accepted by any operation.
var signatures = []struct {
	kind   string
	offset int
	magic  []byte
}{
	{"image/jpeg", 0, []byte{0xFF, 0xD8, 0xFF}},
	{"image/png", 0, []byte("\x89PNG\r\n\x1a\n")},
	{"image/gif", 0, []byte("GIF8")},
	{"image/webp", 8, []byte("WEBPVP8")},
	{"image/heic", 4, []byte("ftypheic")},
	{"image/heic", 4, []byte("ftypmif1")},
	{"application/pdf", 0, []byte("%PDF-")},
}

// Kind is the media type of a file by its first bytes, "" for one we do not
// know. What the sender claims is not asked: it is free to lie.
func Kind(data []byte) string {
	for _, s := range signatures {
		if len(data) >= s.offset && bytes.HasPrefix(data[s.offset:], s.magic) {
			return s.kind
		}
	}
	return ""
}

// Kinds are the media types Kind can name.
func Kinds() []string {
	var kinds []string
	for _, s := range signatures {
		if len(kinds) == 0 || kinds[len(kinds)-1] != s.kind {
			kinds = append(kinds, s.kind)
		}
	}
	return kinds
}

// IsKind reports whether data is a file of one of the kinds.
func IsKind(data []byte, kinds ...string) bool { return OneOf(Kind(data), kinds...) }
