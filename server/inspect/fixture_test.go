package inspect

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"sync"
	"testing"
)

// scene is a picture whose corners tell each other apart: red, green, blue,
// white, clockwise from the upper left.
func scene(w, h int) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{255, 0, 0, 255}
			switch right, low := x >= w/2, y >= h/2; {
			case right && low:
				c = color.RGBA{0, 0, 255, 255}
			case right:
				c = color.RGBA{0, 255, 0, 255}
			case low:
				c = color.RGBA{255, 255, 255, 255}
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// secret stands in the EXIF of pictures here and must not stay.
const secret = "Sidokare -7.44,112.71"

// withEXIF puts EXIF behind the first marker of a JPEG: how the phone was
// held, and where.
func withEXIF(data []byte, orientation uint16, order binary.ByteOrder) []byte {
	mark := "II"
	if order == binary.BigEndian {
		mark = "MM"
	}
	tiff := order.(binary.AppendByteOrder).AppendUint16([]byte(mark), 42)
	grow := order.(binary.AppendByteOrder)
	tiff = grow.AppendUint32(tiff, 8)
	tiff = grow.AppendUint16(tiff, 2)
	tiff = grow.AppendUint16(grow.AppendUint16(tiff, 0x010F), 2) // the maker's name
	tiff = grow.AppendUint32(grow.AppendUint32(tiff, 4), 0)
	tiff = grow.AppendUint16(grow.AppendUint16(tiff, 0x0112), 3)
	tiff = grow.AppendUint32(tiff, 1)
	tiff = grow.AppendUint16(grow.AppendUint16(tiff, orientation), 0)
	part := append([]byte("Exif\x00\x00"), append(tiff, secret...)...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(part)+2))
	return append(append(append([]byte{}, data[:2]...), append(head, part...)...), data[2:]...)
}

// hugePNG says to be w by h and holds nothing.
func hugePNG(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		b = binary.BigEndian.AppendUint32(b, uint32(len(data)))
		part := append([]byte(kind), data...)
		b = binary.BigEndian.AppendUint32(append(b, part...), crc32.ChecksumIEEE(part))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	chunk("IHDR", append(head, 8, 2, 0, 0, 0))
	chunk("IDAT", packed(make([]byte, 1000)))
	chunk("IEND", nil)
	return b
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// bomb is a little that unpacks to more than may be.
var bomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z, _ := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	_, _ = z.Write(make([]byte, mostInside+1))
	_ = z.Close()
	return b.Bytes()
})

// pdf is a document of objects, the first being the catalogue.
func pdf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

const (
	catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
	tree      = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	page      = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
)

// stream is one with a dictionary, whose length is added.
func stream(rest string, data []byte) string {
	return fmt.Sprintf("<< /Length %d %s >>\nstream\n%s\nendstream", len(data), rest, data)
}

func flated(rest, text string) string {
	return stream("/Filter /FlateDecode "+rest, packed([]byte(text)))
}

// letter is a usual document, with more objects in it.
func letter(more ...string) []byte {
	return pdf(append([]string{catalogue, tree, page, flated("", "BT /F1 12 Tf (Surat keterangan) Tj ET")}, more...)...)
}

// pages is a document of so many.
func pages(n int) []byte { return letter(strings.Repeat(page+"\n", n-1)) }
