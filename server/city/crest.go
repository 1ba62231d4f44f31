package city

import (
	"bytes"
	"errors"
	"image/png"
	"io/fs"
)

// crestFile is the only picture of a pack. It may be missing: a crest is
// used by leave of its regency.
const crestFile = "crest.png"

// crest reads the crest of the regency.
func (r *reader) crest() {
	data, err := fs.ReadFile(r.fsys, crestFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err == nil {
		_, err = png.DecodeConfig(bytes.NewReader(data))
	}
	if err != nil {
		r.wrong(crestFile, 1, "", "cannot be read as a PNG: %v", err)
		return
	}
	r.hash.Write(data)
	r.pack.Crest = data
}
