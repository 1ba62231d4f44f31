// Package inspect looks at files that others sent before anybody opens them.
// What they claim of themselves is not asked: pictures are read and drawn
// anew, so that nothing is left of them but the picture, and documents are
// searched for whatever acts by itself. Nothing here takes more memory or time
// than the limits below allow, however a file was made.
package inspect

import (
	"rumah/shared/check"
	"rumah/shared/fault"
)

// Limits of what a file may hold.
const (
	MostPixels = 50e6 // of a picture: what phones make without joining several
	mostSide   = 20_000
	mostScans  = 100   // of a progressive JPEG: each goes over the whole picture
	MostPages  = 300   // of a PDF
	mostInside = 400e6 // bytes of a PDF once all of it is unpacked
)

// The media types that can be looked into.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
	WebP = "image/webp"
	PDF  = "application/pdf"
)

// Kinds are the media types that File takes.
var Kinds = []string{JPEG, PNG, WebP, PDF}

// File looks at a file of the type that its sender named, and answers it as it
// may be kept, with the type it then has: a WebP becomes a JPEG, or a PNG when
// parts of it are clear. A PDF stays as it is to the byte, for it may be
// signed.
//
// Faults are of the field "file": file_content (its content is another than
// its type says), file_broken, file_pixels, pdf_locked, pdf_active, pdf_files,
// pdf_pages, pdf_large.
func File(data []byte, kind string) (kept []byte, as string, err error) {
	if check.Kind(data) != kind {
		return nil, "", wrong("file_content", "")
	}
	switch kind {
	case PDF:
		if err := document(data); err != nil {
			return nil, "", err
		}
		return data, PDF, nil
	case JPEG, PNG, WebP:
		return picture(data, kind)
	}
	return nil, "", wrong("file_content", "")
}

func wrong(key, bound string) error {
	return fault.Wrong(fault.Field{Name: "file", Key: key, Bound: bound})
}

func broken() error { return wrong("file_broken", "") }
