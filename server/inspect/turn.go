package inspect

import "image"

// turn brings a picture of an orientation upright.
func turn(m image.Image, orientation int) image.Image {
	if orientation == upright {
		return m
	}
	switch m := m.(type) {
	case *image.YCbCr:
		if turned := turnYCbCr(m, orientation); turned != nil {
			return turned
		}
	case *image.Gray:
		b := m.Bounds()
		pix, w, h := turnPlane(m.Pix[m.PixOffset(b.Min.X, b.Min.Y):], m.Stride, b.Dx(), b.Dy(), orientation)
		return &image.Gray{Pix: pix, Stride: w, Rect: image.Rect(0, 0, w, h)}
	}
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	if lying(orientation) {
		w, h = h, w
	}
	turned := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fromX, fromY := source(x, y, b.Dx(), b.Dy(), orientation)
			turned.Set(x, y, m.At(b.Min.X+fromX, b.Min.Y+fromY))
		}
	}
	return turned
}

// lying reports whether width and height change places.
func lying(orientation int) bool { return orientation >= 5 }

// source is where a point of the turned picture comes from, in one of w by h.
func source(x, y, w, h, orientation int) (int, int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// lain is how colours are thinned out once a picture lies on its side.
var lain = map[image.YCbCrSubsampleRatio]image.YCbCrSubsampleRatio{
	image.YCbCrSubsampleRatio444: image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio420: image.YCbCrSubsampleRatio420,
	image.YCbCrSubsampleRatio422: image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio440: image.YCbCrSubsampleRatio422,
}

// turnYCbCr turns brightness and colours each by itself, which is a quarter of
// the memory of turning points; nil for thinnings that no phone makes.
func turnYCbCr(m *image.YCbCr, orientation int) image.Image {
	ratio, ok := lain[m.SubsampleRatio]
	if !ok {
		return nil
	}
	if !lying(orientation) {
		ratio = m.SubsampleRatio
	}
	b := m.Bounds()
	cw, ch := thinned(b.Dx(), b.Dy(), m.SubsampleRatio)
	first, firstC := m.YOffset(b.Min.X, b.Min.Y), m.COffset(b.Min.X, b.Min.Y)
	y, w, h := turnPlane(m.Y[first:], m.YStride, b.Dx(), b.Dy(), orientation)
	cb, stride, _ := turnPlane(m.Cb[firstC:], m.CStride, cw, ch, orientation)
	cr, _, _ := turnPlane(m.Cr[firstC:], m.CStride, cw, ch, orientation)
	return &image.YCbCr{Y: y, Cb: cb, Cr: cr, YStride: w, CStride: stride, SubsampleRatio: ratio, Rect: image.Rect(0, 0, w, h)}
}

// thinned is how many points of colour a picture of w by h has.
func thinned(w, h int, ratio image.YCbCrSubsampleRatio) (int, int) {
	if ratio == image.YCbCrSubsampleRatio420 || ratio == image.YCbCrSubsampleRatio422 {
		w = (w + 1) / 2
	}
	if ratio == image.YCbCrSubsampleRatio420 || ratio == image.YCbCrSubsampleRatio440 {
		h = (h + 1) / 2
	}
	return w, h
}

// turnPlane turns one byte a point.
func turnPlane(pix []byte, stride, w, h, orientation int) (turned []byte, tw, th int) {
	tw, th = w, h
	if lying(orientation) {
		tw, th = h, w
	}
	turned = make([]byte, tw*th)
	for y := range th {
		line := turned[y*tw : (y+1)*tw]
		for x := range line {
			fromX, fromY := source(x, y, w, h, orientation)
			line[x] = pix[fromY*stride+fromX]
		}
	}
	return turned, tw, th
}
