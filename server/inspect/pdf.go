package inspect

import (
	"bytes"
	"strconv"
)

// What may not stand in a document, by the name that a reader must find there
// to do it. Names are looked for everywhere, as plain bytes and in whatever is
// packed, so it does not matter how the parts of a document hang together and
// which of them a reader would follow.
var forbidden = map[string]string{
	"Encrypt":    "pdf_locked",
	"JavaScript": "pdf_active", "Launch": "pdf_active", "SubmitForm": "pdf_active", "ImportData": "pdf_active", "GoToE": "pdf_active", "GoToR": "pdf_active",
	"RichMedia": "pdf_active", "Rendition": "pdf_active", "Movie": "pdf_active", "XFA": "pdf_active",
	"EmbeddedFile": "pdf_files", "FileAttachment": "pdf_files",
}

// search is a document being searched.
type search struct {
	data  []byte
	key   string // of what is wrong; "" so far
	pages int
	left  int64 // bytes that may still be looked at
}

// document looks into a PDF.
func document(data []byte) error {
	s := &search{data: data, left: mostInside}
	if s.plain(); s.key == "" {
		s.streams()
	}
	switch s.key {
	case "":
		return nil
	case "pdf_pages":
		return wrong(s.key, strconv.Itoa(MostPages))
	}
	return wrong(s.key, "")
}

// blame keeps the first thing that is wrong.
func (s *search) blame(key string) {
	if s.key == "" {
		s.key = key
	}
}

// name looks at a name and what follows it.
func (s *search) name(name []byte, next byte) {
	if string(name) == "EF" && (next == '<' || digit(next) >= 0) { // so short that it may stand anywhere by chance
		s.blame("pdf_files")
	}
	if key := forbidden[string(name)]; key != "" {
		s.blame(key)
	}
	if string(name) == "Page" {
		if s.pages++; s.pages > MostPages {
			s.blame("pdf_pages")
		}
	}
}

// plain looks at the bytes as they are.
func (s *search) plain() {
	n := names{found: s.name}
	_, _ = n.Write(s.data) // never fails
	n.end()
}

// streams looks into everything that is packed. A reader finds the parts of a
// document by a table; here every "stream" counts, also those that no table
// leads to.
func (s *search) streams() {
	word := []byte("stream")
	for at := 0; s.key == ""; {
		next := bytes.Index(s.data[at:], word)
		if next < 0 {
			return
		}
		begin := at + next
		at = begin + len(word)
		if bytes.HasSuffix(s.data[:begin], []byte("end")) {
			continue
		}
		switch rest := s.data[at:]; {
		case bytes.HasPrefix(rest, []byte("\r\n")):
			s.stream(begin, at+2)
		case bytes.HasPrefix(rest, []byte("\n")), bytes.HasPrefix(rest, []byte("\r")):
			s.stream(begin, at+1)
		}
	}
}

// stream looks into one whose word stands at begin and whose bytes follow at
// from.
func (s *search) stream(begin, from int) {
	read := false
	for _, d := range dictsBefore(s.data, begin) {
		read = true
		s.unpack(d, from)
	}
	if !read { // nobody knows how it is packed, except perhaps another reader
		s.blame("file_broken")
	}
}

// images are the ways of packing in which only pictures come.
var images = map[string]bool{"DCTDecode": true, "DCT": true, "JPXDecode": true, "JBIG2Decode": true, "CCITTFaxDecode": true, "CCF": true}

// unpack looks into the bytes of a stream as its dictionary says they are
// packed.
func (s *search) unpack(d dict, from int) {
	filters, ok := d.filters()
	_, holds := d["First"] // other objects stand in it
	_, outside := d["F"]
	switch {
	case outside: // its bytes are another file's
		s.blame("pdf_files")
		return
	case !ok || holds && d.predicted():
		s.blame("file_broken")
		return
	}
	r := s.charge(bytes.NewReader(s.data[from:]))
	for _, f := range filters {
		if images[f] {
			if holds {
				s.blame("file_broken")
			}
			return
		}
		unpack := unpackers[f]
		if unpack == nil {
			s.blame("file_broken")
			return
		}
		r = s.charge(unpack(r, d))
	}
	if len(filters) > 0 {
		s.drain(r)
	}
}
