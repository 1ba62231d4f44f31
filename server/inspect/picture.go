package inspect

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strconv"

	"golang.org/x/image/webp"
)

// picture reads a picture and draws it anew: without place and time, names of
// cameras, other pictures and whatever else may hang on to it, and the right
// way up.
func picture(data []byte, kind string) (kept []byte, as string, err error) {
	if err := small(data, kind); err != nil {
		return nil, "", err
	}
	var drawn image.Image
	switch r := bytes.NewReader(data); kind {
	case JPEG:
		drawn, err = jpeg.Decode(r)
	case PNG:
		drawn, err = png.Decode(r)
	default:
		drawn, err = webp.Decode(r)
	}
	if err != nil {
		return nil, "", broken()
	}
	drawn = turn(drawn, orientation(data, kind))
	if kind == PNG || kind == WebP && clear(drawn) {
		return asPNG(drawn)
	}
	return asJPEG(drawn, len(data))
}

// small looks at how large a picture says to be, before any memory is taken
// for it.
func small(data []byte, kind string) error {
	read := map[string]func(*bytes.Reader) (image.Config, error){
		JPEG: func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
		PNG:  func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
		WebP: func(r *bytes.Reader) (image.Config, error) { return webp.DecodeConfig(r) },
	}
	c, err := read[kind](bytes.NewReader(data))
	if err != nil || c.Width < 1 || c.Height < 1 {
		return broken()
	}
	most := int64(MostPixels)
	if c.ColorModel == color.NRGBA64Model || c.ColorModel == color.RGBA64Model || c.ColorModel == color.Gray16Model {
		most /= 2
	}
	if c.Width > mostSide || c.Height > mostSide || int64(c.Width)*int64(c.Height) > most {
		return wrong("file_pixels", strconv.FormatInt(most/1e6, 10))
	}
	if kind == JPEG && bytes.Count(data, []byte{0xFF, 0xDA}) > mostScans {
		return broken()
	}
	return nil
}

// clear reports whether something can be seen through a picture.
func clear(m image.Image) bool {
	o, ok := m.(interface{ Opaque() bool })
	return ok && !o.Opaque()
}

// qualities are tried until a picture is no larger than it came: what was
// packed hard gains nothing from being packed less.
var qualities = []int{90, 80, 70}

func asJPEG(m image.Image, most int) ([]byte, string, error) {
	var out bytes.Buffer
	for _, q := range qualities {
		out.Reset()
		if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: q}); err != nil {
			return nil, "", broken()
		}
		if out.Len() <= most {
			break
		}
	}
	return out.Bytes(), JPEG, nil
}

// large is from how many pixels on a PNG is packed fast instead of well.
const large = 4e6

func asPNG(m image.Image) ([]byte, string, error) {
	var out bytes.Buffer
	e := png.Encoder{}
	if b := m.Bounds(); b.Dx()*b.Dy() > large {
		e.CompressionLevel = png.BestSpeed
	}
	if err := e.Encode(&out, m); err != nil {
		return nil, "", broken()
	}
	return out.Bytes(), PNG, nil
}
