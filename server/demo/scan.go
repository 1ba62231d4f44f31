package demo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

// The size of a made-up paper, drawn small and then made larger: its letters
// are those of a machine.
const (
	paperWidth, paperHeight = 420, 594
	paperScale              = 2
)

var (
	ink   = color.Gray{Y: 0x2a}
	pale  = color.Gray{Y: 0xdc}
	sheet = color.Gray{Y: 0xf6}
)

// scan is a picture of a paper that does not exist: its title, a name, lines
// that stand for the rest, and that it is a sample.
func scan(title, name string) ([]byte, error) {
	small := image.NewGray(image.Rect(0, 0, paperWidth, paperHeight))
	draw.Draw(small, small.Bounds(), image.NewUniform(sheet), image.Point{}, draw.Src)
	write(small, strings.ToUpper(title), 56)
	write(small, "CONTOH - BUKAN DOKUMEN ASLI", 78)
	bar(small, 40, 96, paperWidth-80, 1, ink)
	write(small, name, 130)
	for y, width := 160, 11; y < 420; y, width = y+22, width*7%17 {
		bar(small, 40, y, 90, 8, pale)
		bar(small, 150, y, 110+width*7, 8, pale)
	}
	bar(small, 270, 470, 110, 64, pale)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, larger(small), &jpeg.Options{Quality: 70}); err != nil {
		return nil, fmt.Errorf("draw a paper: %w", err)
	}
	return out.Bytes(), nil
}

// larger is a picture with each point as a square.
func larger(small *image.Gray) *image.Gray {
	large := image.NewGray(image.Rect(0, 0, paperWidth*paperScale, paperHeight*paperScale))
	for i := range large.Pix {
		x, y := i%large.Stride, i/large.Stride
		large.Pix[i] = small.Pix[y/paperScale*small.Stride+x/paperScale]
	}
	return large
}

func bar(on *image.Gray, x, y, width, height int, shade color.Gray) {
	draw.Draw(on, image.Rect(x, y, min(x+width, paperWidth-40), y+height), image.NewUniform(shade), image.Point{}, draw.Src)
}

// write centres a line; what does not fit is left out.
func write(on *image.Gray, text string, y int) {
	const letter = 7
	if most := (paperWidth - 60) / letter; len(text) > most {
		text = text[:most]
	}
	d := font.Drawer{Dst: on, Src: image.NewUniform(ink), Face: basicfont.Face7x13, Dot: fixed.P((paperWidth-len(text)*letter)/2, y)}
	d.DrawString(text)
}
