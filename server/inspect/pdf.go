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
	"RichMedia": "pdf_active", "Rendition": "pdf_active", "Movie": "pdf_active", "XFA": "pdf_active", "OnInstantiate": "pdf_active",
	"EmbeddedFile": "pdf_files", "FileAttachment": "pdf_files",
}

// search is a document being searched.
type search struct {
	data  []byte
	key   string // of what is wrong; "" so far
	pages int
	left  int64 // bytes that may still be looked at
	torn  bool  // what is unpacked now broke off
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
	if string(name) == "EF" && (next == '<' || next == '%' || digit(next) >= 0) { // so short that it may stand anywhere by chance
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
// document by a table; here whatever begins like one counts, also where no
// table leads, in texts and in remarks: whichever of them a reader takes for
// the real one was looked into.
func (s *search) streams() {
	known := map[int]bool{}
	s.each("obj", func(at int) { s.object(at, known) })
	s.each("stream", func(at int) {
		after := at + len("stream")
		if known[at] || bytes.HasSuffix(s.data[:at], []byte("end")) || after == len(s.data) || s.data[after] != '\r' && s.data[after] != '\n' {
			return
		}
		s.blame("file_broken") // nobody knows how it is packed, except perhaps another reader
	})
}

// each calls do for every place of a word, until something is wrong.
func (s *search) each(word string, do func(at int)) {
	for at := 0; s.key == ""; at += len(word) {
		next := bytes.Index(s.data[at:], []byte(word))
		if next < 0 {
			return
		}
		at += next
		do(at)
	}
}

// object looks into what stands after a word "obj", if it is a dictionary with
// a stream, and keeps where that is.
func (s *search) object(at int, known map[int]bool) {
	r := &reader{data: s.data, at: at + len("obj")}
	d, ok := r.first()
	if s.left -= int64(r.at - at); s.left <= 0 {
		s.blame("pdf_large")
		return
	}
	switch {
	case r.bad: // it goes deeper than is read here, perhaps up to a stream
		s.blame("file_broken")
	case ok && r.starts("stream"):
		known[r.at] = true
		s.stream(d, r)
	}
}

// stream looks into one whose dictionary was read. Readers differ about what
// was said twice, and about where it begins when no line ends before it.
func (s *search) stream(d dict, r *reader) {
	r.at += len("stream")
	switch {
	case r.twice:
		s.blame("file_broken")
	case r.starts("\r\n"):
		s.unpack(d, r.at+2)
	case r.starts("\n"), r.starts("\r"):
		s.unpack(d, r.at+1)
	default:
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
	if s.torn = false; len(filters) == 0 {
		return
	}
	if s.drain(r); holds && s.torn { // another reader may go on
		s.blame("file_broken")
	}
}
